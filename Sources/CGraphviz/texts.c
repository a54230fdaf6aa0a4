#define _GNU_SOURCE
#include "CGraphviz.h"
#include "context.h"
#include "ideographs.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#if defined(__linux__)
#include <dlfcn.h>
#include <link.h>
#endif

// Pictures of one chart say the same words again and again, and to measure a text takes Pango longer than anything else
// that is done with it. So what Pango said of a text is kept, with the layout that it made of it: a text plug-in of ours
// goes before that of Pango, and asks it for what is new only.

typedef __typeof__(((measure_function)0)(NULL, NULL)) measured;

static measure_function measure;
static int in_words_only;

void remit_texts_in_words_only(int is_so) { in_words_only = is_so; }

// To find the fonts for a size and a weight takes as long as to measure some hundred texts. A thread of its own may have
// Pango do so for samples, while the main one reads a graph; it is over before that one asks Pango for anything.
enum { MOST_SAMPLES = 32 };
static struct {
  char *text;
  double size;
  unsigned flags;
} samples[MOST_SAMPLES];
static size_t sample_count;
static char *sample_fonts;
static pthread_t preparing;
static int is_preparing;
static atomic_int is_enough;

void remit_texts_add_sample(const char *text, double size, int is_bold) {
  if (sample_count == MOST_SAMPLES) return;
  char *copy = strdup(text);
  if (!copy) return;
  samples[sample_count].text = copy;
  samples[sample_count].size = size;
  samples[sample_count++].flags = is_bold ? HTML_BF : 0;
}

static void *measure_samples(void *nothing) {
  for (size_t i = 0; i < sample_count && !is_enough; i++) {
    textfont_t font = {.name = sample_fonts, .size = samples[i].size, .flags = samples[i].flags};
    textspan_t span = {.str = samples[i].text, .font = &font};
    if (measure(&span, NULL) && span.layout && span.free_layout) span.free_layout(span.layout);
  }
  return nothing;
}

void remit_texts_prepare(const char *fonts) {
  if (is_preparing || sample_fonts || !measure || !(sample_fonts = strdup(fonts))) return;
  is_preparing = pthread_create(&preparing, NULL, measure_samples, NULL) == 0;
}

void remit_texts_settle(void) {
  if (!is_preparing) return;
  is_enough = 1;
  pthread_join(preparing, NULL);
  is_preparing = 0;
}

// A text in a font, and what was said of it. `key` is the text's bytes, a zero, and the font's name.
typedef struct {
  uint64_t hash;
  char *key;
  size_t key_length;
  double font_size;
  unsigned flags;
  textspan_t answer;
} entry;

// Open addressing; at most half of the slots are taken, and all are given up together.
enum { SLOT_COUNT = 1 << 13, MOST_ENTRIES = SLOT_COUNT / 2, LONGEST_KEY = 1 << 12 };
static entry slots[SLOT_COUNT];
static size_t entry_count;

static uint64_t hash_of(const char *bytes, size_t length, uint64_t hash) {
  for (size_t i = 0; i < length; i++) hash = (hash ^ (unsigned char)bytes[i]) * 0x100000001b3u;
  return hash ^ (hash >> 29);
}

static int holds(const entry *slot, const textspan_t *span, size_t text_length, size_t name_length) {
  return slot->key_length == text_length + 1 + name_length && slot->font_size == span->font->size
      && slot->flags == span->font->flags && memcmp(slot->key, span->str, text_length + 1) == 0
      && memcmp(slot->key + text_length + 1, span->font->name, name_length) == 0;
}

// The layouts belong to the table.
static void keep_layout(void *layout) { (void)layout; }

static void answer(textspan_t *span, const textspan_t *known) {
  span->layout = known->layout;
  span->free_layout = keep_layout;
  span->yoffset_layout = known->yoffset_layout;
  span->yoffset_centerline = known->yoffset_centerline;
  span->size = known->size;
}

static measured measure_once(textspan_t *span, char **path) {
  remit_texts_settle();
  if (path || !span->str || !span->font || !span->font->name) return measure(span, path);
  if (in_words_only && remit_ideographs_measure(span, measure)) return 1;
  size_t text_length = strlen(span->str);
  size_t name_length = strlen(span->font->name);
  if (text_length > LONGEST_KEY || name_length > LONGEST_KEY) return measure(span, path);
  // A picture has one name of fonts, so that it tells nothing apart.
  uint64_t seed = 0xcbf29ce484222325u ^ (uint64_t)(span->font->size * 64) << 8 ^ span->font->flags;
  uint64_t hash = hash_of(span->str, text_length, seed);
  size_t slot = hash & (SLOT_COUNT - 1);
  while (slots[slot].key) {
    if (slots[slot].hash == hash && holds(&slots[slot], span, text_length, name_length)) {
      answer(span, &slots[slot].answer);
      return 1;
    }
    slot = (slot + 1) & (SLOT_COUNT - 1);
  }
  measured done = measure(span, path);
  char *key = done && entry_count < MOST_ENTRIES ? malloc(text_length + 1 + name_length) : NULL;
  if (!key) return done;
  memcpy(key, span->str, text_length + 1);
  memcpy(key + text_length + 1, span->font->name, name_length);
  slots[slot] = (entry){hash, key, text_length + 1 + name_length, span->font->size, span->font->flags, *span};
  entry_count++;
  span->free_layout = keep_layout;
  return done;
}

static gvtextlayout_engine_t engine = {measure_once};
// Pango's own has a quality of 8.
static gvplugin_installed_t types[] = {{0, "textlayout", 100, &engine, NULL}, {0, NULL, 0, NULL, NULL}};

#if defined(__linux__)
static int is_pango(struct dl_phdr_info *info, size_t size, void *path) {
  (void)size;
  if (!info->dlpi_name || !strstr(info->dlpi_name, "libgvplugin_pango.")) return 0;
  *(const char **)path = info->dlpi_name;
  return 1;
}

static measure_function find(void) {
  const char *path = NULL;
  if (!dl_iterate_phdr(is_pango, &path)) return NULL;
  void *library = dlopen(path, RTLD_LAZY | RTLD_NOLOAD);
  const gvplugin_library_t *plugin = library ? dlsym(library, "gvplugin_pango_LTX_library") : NULL;
  if (!plugin) return NULL;
  for (const gvplugin_api_t *api = plugin->apis; api->types; api++) {
    if (api->api != API_textlayout) continue;
    const gvtextlayout_engine_t *engine = api->types[0].engine;
    return engine ? engine->textlayout : NULL;
  }
  return NULL;
}
#else
static measure_function find(void) { return NULL; }
#endif

gvplugin_installed_t *remit_texts_types(void) {
  if (!measure) measure = find();
  return measure ? types : NULL;
}

void remit_texts_forget_if_many(void) {
  if (entry_count < MOST_ENTRIES) return;
  for (size_t i = 0; i < SLOT_COUNT; i++) {
    if (!slots[i].key) continue;
    textspan_t *known = &slots[i].answer;
    if (known->layout && known->free_layout) known->free_layout(known->layout);
    free(slots[i].key);
    memset(&slots[i], 0, sizeof slots[i]);
  }
  entry_count = 0;
}
