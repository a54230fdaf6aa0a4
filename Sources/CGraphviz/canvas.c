#include "CGraphviz.h"
#include "context.h"

#include <dlfcn.h>
#include <graphviz/gvc.h>
#include <graphviz/gvplugin.h>
#include <graphviz/gvplugin_device.h>
#include <stdlib.h>
#include <string.h>

// Graphviz draws with cairo, and lets a caller bring the surface. Cairo and Pango are found at run time, since Graphviz'
// plug-in has loaded them anyway, so that no headers of theirs are needed to build. The few declarations are those of
// their stable interfaces.
typedef int (*write_function)(void *, const unsigned char *, unsigned int);

#define FUNCTIONS(F) \
  F(cairo, void *, cairo_pdf_surface_create_for_stream, (write_function, void *, double, double)) \
  F(cairo, void *, cairo_image_surface_create, (int, int, int)) \
  F(cairo, int, cairo_surface_write_to_png_stream, (void *, write_function, void *)) \
  F(cairo, int, cairo_surface_status, (void *)) \
  F(cairo, void, cairo_surface_finish, (void *)) \
  F(cairo, void, cairo_surface_destroy, (void *)) \
  F(cairo, void *, cairo_create, (void *)) \
  F(cairo, void, cairo_destroy, (void *)) \
  F(cairo, int, cairo_status, (void *)) \
  F(cairo, void, cairo_save, (void *)) \
  F(cairo, void, cairo_restore, (void *)) \
  F(cairo, void, cairo_rectangle, (void *, double, double, double, double)) \
  F(cairo, void, cairo_clip, (void *)) \
  F(cairo, void, cairo_translate, (void *, double, double)) \
  F(cairo, void, cairo_scale, (void *, double, double)) \
  F(cairo, void, cairo_move_to, (void *, double, double)) \
  F(cairo, void, cairo_line_to, (void *, double, double)) \
  F(cairo, void, cairo_set_line_width, (void *, double)) \
  F(cairo, void, cairo_set_source_rgb, (void *, double, double, double)) \
  F(cairo, void, cairo_stroke, (void *)) \
  F(cairo, void, cairo_fill, (void *)) \
  F(cairo, void, cairo_paint, (void *)) \
  F(cairo, void, cairo_show_page, (void *)) \
  F(pangocairo, void *, pango_cairo_create_layout, (void *)) \
  F(pangocairo, void, pango_cairo_show_layout, (void *, void *)) \
  F(pango, void, pango_layout_set_text, (void *, const char *, int)) \
  F(pango, void, pango_layout_set_font_description, (void *, const void *)) \
  F(pango, void *, pango_font_description_from_string, (const char *)) \
  F(pango, void, pango_font_description_set_absolute_size, (void *, double)) \
  F(pango, void, pango_font_description_free, (void *)) \
  F(gobject, void, g_object_unref, (void *))

#define DECLARE(library, result, name, parameters) static result(*name) parameters;
FUNCTIONS(DECLARE)

static void *library(const char *linux_name, const char *mac_name) {
  void *found = dlopen(linux_name, RTLD_LAZY | RTLD_LOCAL);
  return found ? found : dlopen(mac_name, RTLD_LAZY | RTLD_LOCAL);
}

static int load_function(void *library, const char *name, void *slot) {
  void *symbol = library ? dlsym(library, name) : NULL;
  memcpy(slot, &symbol, sizeof symbol);
  return symbol != NULL;
}

static int load(void) {
  static int state;
  if (state) return state > 0;
  void *cairo = library("libcairo.so.2", "libcairo.2.dylib");
  void *pango = library("libpango-1.0.so.0", "libpango-1.0.0.dylib");
  void *pangocairo = library("libpangocairo-1.0.so.0", "libpangocairo-1.0.0.dylib");
  void *gobject = library("libgobject-2.0.so.0", "libgobject-2.0.0.dylib");
  int loaded = 1;
#define LOAD(library, result, name, parameters) loaded &= load_function(library, #name, &name);
  FUNCTIONS(LOAD)
  state = loaded ? 1 : -1;
  return loaded;
}

struct remit_canvas {
  void *surface;
  void *cairo;
  int is_image;
  unsigned char *bytes;
  size_t count;
  size_t capacity;
  int failed;
};

static int take(void *closure, const unsigned char *bytes, unsigned int count) {
  remit_canvas *canvas = closure;
  if (canvas->capacity - canvas->count < count) {
    size_t capacity = canvas->capacity ? canvas->capacity : 1 << 16;
    while (capacity - canvas->count < count) capacity *= 2;
    unsigned char *larger = realloc(canvas->bytes, capacity);
    if (!larger) {
      canvas->failed = 1;
      return 11;  // CAIRO_STATUS_WRITE_ERROR
    }
    canvas->bytes = larger;
    canvas->capacity = capacity;
  }
  memcpy(canvas->bytes + canvas->count, bytes, count);
  canvas->count += count;
  return 0;
}

static remit_canvas *canvas_open(int is_image, double width, double height) {
  remit_canvas *canvas = load() ? calloc(1, sizeof *canvas) : NULL;
  if (!canvas) return NULL;
  canvas->is_image = is_image;
  // Zero is the format of four bytes a pixel.
  canvas->surface = is_image ? cairo_image_surface_create(0, (int)width, (int)height)
                             : cairo_pdf_surface_create_for_stream(take, canvas, width, height);
  canvas->cairo = cairo_create(canvas->surface);
  return canvas;
}

remit_canvas *remit_canvas_open_pdf(double width, double height) { return canvas_open(0, width, height); }

remit_canvas *remit_canvas_open_image(int width, int height) {
  remit_canvas *canvas = canvas_open(1, width, height);
  if (!canvas) return NULL;
  cairo_set_source_rgb(canvas->cairo, 1, 1, 1);
  cairo_paint(canvas->cairo);
  return canvas;
}

// A device of its own, which does nothing at the end: those of Graphviz finish the surface after one picture.
static void do_nothing(GVJ_t *job) { (void)job; }

static gvdevice_engine_t engine = {do_nothing, do_nothing, do_nothing};
static gvdevice_features_t features = {GVDEVICE_DOES_TRUECOLOR | GVRENDER_NO_WHITE_BG, {0, 0}, {0, 0}, {72, 72}};
static gvplugin_installed_t devices[] = {{0, "canvas:cairo", 1, &engine, &features}, {0, NULL, 0, NULL, NULL}};
gvplugin_installed_t *remit_canvas_types(void) { return devices; }

int remit_canvas_draw(
    remit_canvas *canvas, remit_context *context, remit_graph *graph, remit_window window, double left, double top,
    double scale) {
  cairo_save(canvas->cairo);
  cairo_rectangle(canvas->cairo, window.x, window.y, window.width, window.height);
  cairo_clip(canvas->cairo);
  cairo_translate(canvas->cairo, left, top);
  cairo_scale(canvas->cairo, scale, scale);
  int failed = gvRenderContext((GVC_t *)context, (graph_t *)graph, "canvas:cairo", canvas->cairo);
  cairo_restore(canvas->cairo);
  return failed || cairo_status(canvas->cairo) != 0;
}

static void set_grey(remit_canvas *canvas, double grey) { cairo_set_source_rgb(canvas->cairo, grey, grey, grey); }

void remit_canvas_line(remit_canvas *canvas, double x1, double y1, double x2, double y2, double width, double grey) {
  set_grey(canvas, grey);
  cairo_set_line_width(canvas->cairo, width);
  cairo_move_to(canvas->cairo, x1, y1);
  cairo_line_to(canvas->cairo, x2, y2);
  cairo_stroke(canvas->cairo);
}

void remit_canvas_fill(remit_canvas *canvas, remit_window window, double grey) {
  set_grey(canvas, grey);
  cairo_rectangle(canvas->cairo, window.x, window.y, window.width, window.height);
  cairo_fill(canvas->cairo);
}

void remit_canvas_text(remit_canvas *canvas, const char *text, const char *font, double size, double x, double y) {
  remit_texts_settle();
  void *layout = pango_cairo_create_layout(canvas->cairo);
  void *description = pango_font_description_from_string(font);
  if (layout && description) {
    set_grey(canvas, 0);
    pango_font_description_set_absolute_size(description, size * 1024);
    pango_layout_set_font_description(layout, description);
    pango_layout_set_text(layout, text, -1);
    cairo_move_to(canvas->cairo, x, y);
    pango_cairo_show_layout(canvas->cairo, layout);
  }
  if (description) pango_font_description_free(description);
  if (layout) g_object_unref(layout);
}

void remit_canvas_next_page(remit_canvas *canvas) { cairo_show_page(canvas->cairo); }

const uint8_t *remit_canvas_finish(remit_canvas *canvas, size_t *count) {
  if (cairo_status(canvas->cairo) != 0) canvas->failed = 1;
  if (canvas->is_image && cairo_surface_write_to_png_stream(canvas->surface, take, canvas) != 0) canvas->failed = 1;
  cairo_surface_finish(canvas->surface);
  if (cairo_surface_status(canvas->surface) != 0) canvas->failed = 1;
  *count = canvas->count;
  return canvas->failed ? NULL : canvas->bytes;
}

void remit_canvas_close(remit_canvas *canvas) {
  cairo_destroy(canvas->cairo);
  cairo_surface_destroy(canvas->surface);
  free(canvas->bytes);
  free(canvas);
}
