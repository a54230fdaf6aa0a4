#define _GNU_SOURCE
#include "ideographs.h"

#include <dlfcn.h>
#include <stdlib.h>
#include <string.h>

// A Chinese text is as wide as its characters together: they are neither kerned nor joined. So once Pango has measured
// each of them, it need not lay out the text. This is not taken for granted: a text with a character that is new is
// measured both ways, and after the first difference Pango is asked for all.

// CJK unified ideographs, without the later extensions, which fonts seldom have.
enum { FIRST = 0x4e00, LAST = 0x9fff, MOST_FACES = 16, LONGEST_NAME = 512 };

// A font in a size and a weight, and what Pango said of its characters.
typedef struct {
  char *name;
  double size;
  unsigned flags;
  // What all characters have in common; the size is that of one.
  textspan_t common;
  int has_common;
  // Widths in Pango's units by character; zero for what is not known, less for what cannot be added up.
  int *widths;
} face;

static face faces[MOST_FACES];
static size_t face_count;
static int is_wrong;

typedef void size_function(void *, int *, int *);
static size_function *layout_size;

static int can_ask(void) {
  if (layout_size) return 1;
  void *library = dlopen("libpango-1.0.so.0", RTLD_LAZY | RTLD_NOLOAD);
  void *symbol = library ? dlsym(library, "pango_layout_get_size") : NULL;
  memcpy(&layout_size, &symbol, sizeof layout_size);
  if (!symbol) is_wrong = 1;
  return symbol != NULL;
}

static face *face_of(const textspan_t *span) {
  const char *name = span->font->name;
  for (size_t i = 0; i < face_count; i++) {
    face *known = &faces[i];
    if (known->size == span->font->size && known->flags == span->font->flags && strcmp(known->name, name) == 0)
      return known;
  }
  if (face_count == MOST_FACES || strlen(name) > LONGEST_NAME) return NULL;
  face made = {strdup(name), span->font->size, span->font->flags, .widths = calloc(LAST - FIRST + 1, sizeof(int))};
  if (!made.name || !made.widths) {
    free(made.name);
    free(made.widths);
    return NULL;
  }
  faces[face_count] = made;
  return &faces[face_count++];
}

// The next character's index in the table; less than zero for another.
static int next(const char **text) {
  const unsigned char *bytes = (const unsigned char *)*text;
  if ((bytes[0] & 0xf0) != 0xe0 || (bytes[1] & 0xc0) != 0x80 || (bytes[2] & 0xc0) != 0x80) return -1;
  int character = (bytes[0] & 0x0f) << 12 | (bytes[1] & 0x3f) << 6 | (bytes[2] & 0x3f);
  *text += 3;
  return character >= FIRST && character <= LAST ? character - FIRST : -1;
}

// As Graphviz' plug-in makes whole points of Pango's units, of which there are 1024 to one at 96 dots per inch.
static double points(int64_t width) { return (int)((double)width * (72.0 / (96.0 * 1024.0)) + 1); }

static int is_common(const textspan_t *one, const textspan_t *other) {
  return one->size.y == other->size.y && one->yoffset_layout == other->yoffset_layout
      && one->yoffset_centerline == other->yoffset_centerline;
}

// Asks Pango for one character.
static int learn(face *face, int index, const char *bytes, const textspan_t *span, measure_function measure) {
  char text[4] = {bytes[0], bytes[1], bytes[2], 0};
  textspan_t probe = {.str = text, .font = span->font, .just = span->just};
  int width = 0, height = 0;
  if (!measure(&probe, NULL) || !probe.layout) return 0;
  layout_size(probe.layout, &width, &height);
  if (probe.free_layout) probe.free_layout(probe.layout);
  if (points(width) != probe.size.x) is_wrong = 1;
  probe.layout = NULL;
  if (!face->has_common) face->common = probe;
  face->has_common = 1;
  face->widths[index] = width > 0 && is_common(&face->common, &probe) ? width : -1;
  return 1;
}

int remit_ideographs_measure(textspan_t *span, measure_function measure) {
  const char *text = span->str;
  if (is_wrong || next(&text) < 0 || !can_ask()) return 0;
  while (*text)
    if (next(&text) < 0) return 0;
  face *face = face_of(span);
  if (!face) return 0;
  int64_t width = 0;
  int has_new = 0;
  for (text = span->str; *text;) {
    const char *start = text;
    int index = next(&text);
    if (face->widths[index] == 0) {
      has_new = 1;
      if (!learn(face, index, start, span, measure) || is_wrong) return 0;
    }
    if (face->widths[index] < 0) return 0;
    width += face->widths[index];
  }
  textspan_t sum = face->common;
  sum.size.x = points(width);
  if (has_new) {
    if (!measure(span, NULL)) return 0;
    if (span->size.x != sum.size.x || !is_common(span, &sum)) is_wrong = 1;
    return 1;
  }
  span->layout = NULL;
  span->free_layout = NULL;
  span->size = sum.size;
  span->yoffset_layout = sum.yoffset_layout;
  span->yoffset_centerline = sum.yoffset_centerline;
  return 1;
}
