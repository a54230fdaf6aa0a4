#ifndef REMIT_CGRAPHVIZ_H
#define REMIT_CGRAPHVIZ_H

#include <stddef.h>
#include <stdint.h>

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

/// Marks with 1 each character for which no installed font has a glyph. Minus one where fontconfig cannot be asked.
int remit_fonts_missing(const uint32_t *characters, size_t count, uint8_t *missing);

/// Bounds the memory of this process, lets it end without a trace, and at the latest with whoever started it.
void remit_worker_confine(size_t bytes);
/// Gives this process so many more seconds of the processor, and a little.
void remit_worker_allow(uint32_t seconds);

#if defined(__clang__)
#pragma clang assume_nonnull end
#endif

#endif
