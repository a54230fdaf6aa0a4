#ifndef REMIT_CGRAPHVIZ_H
#define REMIT_CGRAPHVIZ_H

#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

// A narrow door to Graphviz and fontconfig. It hides their globals and macros and what differs between Graphviz 2.42
// and later ones. Nothing here is safe to call from two threads at once.

#if defined(__clang__)
#pragma clang assume_nonnull begin
#endif

/// Graphviz' plug-ins and settings (a GVC_t).
typedef struct remit_context remit_context;
/// A parsed graph (an Agraph_t).
typedef struct remit_graph remit_graph;

/// A new context, or null where memory or plug-ins are missing.
remit_context *_Nullable remit_context_open(void);
void remit_context_close(remit_context *context);

/// The first graph of a DOT text, or null where it does not parse.
remit_graph *_Nullable remit_graph_parse(const char *dot);
void remit_graph_close(remit_graph *graph);
/// Sets an attribute of the whole graph.
void remit_graph_set(remit_graph *graph, const char *name, const char *value);
/// An attribute of a node as Graphviz holds it, or null where there is no such node or attribute. `is_html` tells
/// whether it was written as an HTML-like text. Owned by the graph.
const char *_Nullable remit_graph_node_text(remit_graph *graph, const char *node, const char *name, int *is_html);

/// The graph as Graphviz itself writes it, or null where memory is missing; to be freed by `remit_text_free`.
char *_Nullable remit_graph_write(remit_graph *graph);
void remit_text_free(char *text);

/// Whether texts of the graphs to come are only written and not painted, as in SVG; then some are measured without Pango.
void remit_texts_in_words_only(int is_so);

/// Lays the graph out with the engine `dot`; not zero where that failed. Undone by `remit_layout_free`.
int remit_layout(remit_context *context, remit_graph *graph);
void remit_layout_free(remit_context *context, remit_graph *graph);
/// Width and height of a graph that was laid out, in points of 1/72 inch.
void remit_layout_size(remit_graph *graph, double *width, double *height);

/// Renders a graph that was laid out into memory. Null where that failed; else to be freed by `remit_bytes_free`.
char *_Nullable remit_render(remit_context *context, remit_graph *graph, const char *format, size_t *count);
void remit_bytes_free(char *bytes);

/// Collects Graphviz' messages instead of printing them.
void remit_messages_collect(void);
/// What was collected since the last call, never null; valid until the next message.
const char *remit_messages_take(void);

/// Graphviz' version, such as 2.43.0.
const char *remit_graphviz_version(void);

/// Adds a text to those that are measured ahead.
void remit_texts_add_sample(const char *text, double size, int is_bold);
/// Has Pango measure the samples in a thread of its own, so that it knows their fonts once it is asked for real texts.
/// There must be a context. To be called once.
void remit_texts_prepare(const char *fonts);

/// Has fontconfig read its settings in a thread of its own, while plug-ins are loaded; Pango then finds them read.
void remit_fonts_prepare(void);

/// Marks with 1 each character for which no font of a family (null: no installed font) has a glyph. One where there is
/// no such font at all, minus one where fontconfig cannot be asked, else zero.
int remit_fonts_missing(const char *_Nullable family, const uint32_t *characters, size_t count, uint8_t *missing);

/// Pages of a PDF, or pixels of a PNG, on which laid-out graphs are drawn. All lengths are points or pixels from the top
/// left.
typedef struct remit_canvas remit_canvas;
typedef struct {
  double x, y, width, height;
} remit_window;

/// Null where cairo or Pango is missing, or memory.
remit_canvas *_Nullable remit_canvas_open_pdf(double width, double height);
remit_canvas *_Nullable remit_canvas_open_image(int width, int height);
void remit_canvas_close(remit_canvas *canvas);
/// Draws a graph that was laid out, its top left corner at a place and its points scaled, as far as it is within the
/// window. Not zero where that failed.
int remit_canvas_draw(
    remit_canvas *canvas, remit_context *context, remit_graph *graph, remit_window window, double left, double top,
    double scale);
/// Greys go from 0, black, to 1.
void remit_canvas_line(remit_canvas *canvas, double x1, double y1, double x2, double y2, double width, double grey);
void remit_canvas_fill(remit_canvas *canvas, remit_window window, double grey);
/// Text in black; `font` is a list of families, `x` and `y` its top left corner.
void remit_canvas_text(remit_canvas *canvas, const char *text, const char *font, double size, double x, double y);
/// Ends a page, the last one too.
void remit_canvas_next_page(remit_canvas *canvas);
/// The bytes of the file, owned by the canvas; null where anything failed. To be called once.
const uint8_t *_Nullable remit_canvas_finish(remit_canvas *canvas, size_t *count);

/// Copies this process, which is quicker than to start the program anew, where it has but one thread
/// and takes less than half of so many bytes. Zero in the copy, which
/// has `input` as its standard input and `errors` as its standard error, and neither of the other ends; less than zero
/// where it was not copied.
pid_t remit_worker_fork(int input, int errors, int near, int heard, size_t bytes);
/// Bounds the memory of this process, lets it end without a trace, and at the latest with whoever started it.
void remit_worker_confine(size_t bytes);
/// Gives this process so many more seconds of the processor, and a little.
void remit_worker_allow(uint32_t seconds);

#if defined(__clang__)
#pragma clang assume_nonnull end
#endif

#endif
