#include "CGraphviz.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

// Pango falls back to any installed font, so a character is shown where any font has it. Fontconfig is asked, which
// Graphviz' own text plug-in stands on; it is found at run time, so that no header of it is needed to build. The few
// declarations are those of its stable interface.
typedef struct {
  int count;
  int capacity;
  void **fonts;
} font_set;

typedef struct {
  void *library;
  int (*init)(void);
  void *(*pattern_create)(void);
  void (*pattern_destroy)(void *);
  void *(*object_set_create)(void);
  int (*object_set_add)(void *, const char *);
  void (*object_set_destroy)(void *);
  font_set *(*font_list)(void *, void *, void *);
  void (*font_set_destroy)(font_set *);
  int (*pattern_get_char_set)(const void *, const char *, int, void **);
  int (*char_set_has_char)(const void *, uint32_t);
  int (*pattern_add_string)(void *, const char *, const unsigned char *);
} fontconfig;

static int load_function(void *library, const char *name, void *slot) {
  void *symbol = dlsym(library, name);
  memcpy(slot, &symbol, sizeof symbol);
  return symbol != NULL;
}

static void *open_fontconfig(void) {
  static const char *const names[] = {"libfontconfig.so.1", "libfontconfig.1.dylib", "libfontconfig.so"};
  void *library = NULL;
  for (size_t i = 0; i < sizeof names / sizeof *names && !library; i++)
    library = dlopen(names[i], RTLD_LAZY | RTLD_LOCAL);
  return library;
}

static int load_fontconfig(fontconfig *fc) {
  memset(fc, 0, sizeof *fc);
  void *library = fc->library = open_fontconfig();
  return library && load_function(library, "FcInit", &fc->init)
      && load_function(library, "FcPatternCreate", &fc->pattern_create)
      && load_function(library, "FcPatternDestroy", &fc->pattern_destroy)
      && load_function(library, "FcObjectSetCreate", &fc->object_set_create)
      && load_function(library, "FcObjectSetAdd", &fc->object_set_add)
      && load_function(library, "FcObjectSetDestroy", &fc->object_set_destroy)
      && load_function(library, "FcFontList", &fc->font_list)
      && load_function(library, "FcFontSetDestroy", &fc->font_set_destroy)
      && load_function(library, "FcPatternGetCharSet", &fc->pattern_get_char_set)
      && load_function(library, "FcCharSetHasChar", &fc->char_set_has_char)
      && load_function(library, "FcPatternAddString", &fc->pattern_add_string) && fc->init();
}

// All fonts, or those of a family.
static font_set *list_fonts(const fontconfig *fc, const char *family) {
  void *pattern = fc->pattern_create();
  void *objects = fc->object_set_create();
  font_set *set = NULL;
  if (pattern && objects && fc->object_set_add(objects, "charset")
      && (!family || fc->pattern_add_string(pattern, "family", (const unsigned char *)family))) set = fc->font_list(NULL, pattern, objects);
  if (objects) fc->object_set_destroy(objects);
  if (pattern) fc->pattern_destroy(pattern);
  return set;
}

static void *start_fontconfig(void *library) {
  int (*init)(void);
  if (load_function(library, "FcInit", &init)) init();
  return NULL;
}

void remit_fonts_prepare(void) {
  void *library = open_fontconfig();
  pthread_attr_t attributes;
  if (!library || pthread_attr_init(&attributes) != 0) return;
  pthread_t thread;
  if (pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED) == 0)
    pthread_create(&thread, &attributes, start_fontconfig, library);
  pthread_attr_destroy(&attributes);
}

int remit_fonts_missing(const char *family, const uint32_t *characters, size_t count, uint8_t *missing) {
  static fontconfig fc;
  static int loaded;
  if (!loaded) loaded = load_fontconfig(&fc) ? 1 : -1;
  if (loaded < 0) return -1;
  font_set *set = list_fonts(&fc, family);
  if (!set) return -1;
  memset(missing, 1, count);
  int status = set->count > 0 ? 0 : 1;
  size_t left = count;
  for (int font = 0; font < set->count && left > 0; font++) {
    void *covered = NULL;
    if (fc.pattern_get_char_set(set->fonts[font], "charset", 0, &covered) != 0) continue;
    for (size_t i = 0; i < count; i++) {
      if (missing[i] && fc.char_set_has_char(covered, characters[i])) {
        missing[i] = 0;
        left--;
      }
    }
  }
  fc.font_set_destroy(set);
  return status;
}
