#include "CGraphviz.h"
#include "context.h"

#include <graphviz/cgraph.h>
#include <graphviz/graphviz_version.h>
#include <graphviz/gvc.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

// What Graphviz has said. Kept to a size that a person may read.
static char messages[16384];
static char taken[sizeof messages];
static size_t used;

static int remit_message(char *text) {
  size_t count = strlen(text);
  size_t room = sizeof messages - 1 - used;
  if (count > room) count = room;
  memcpy(messages + used, text, count);
  used += count;
  messages[used] = '\0';
  return 0;
}

void remit_messages_collect(void) {
  agseterrf(remit_message);
  agseterr(AGWARN);
  used = 0;
  messages[0] = '\0';
}

const char *remit_messages_take(void) {
  memcpy(taken, messages, used + 1);
  used = 0;
  messages[0] = '\0';
  return taken;
}

const char *remit_graphviz_version(void) { return PACKAGE_VERSION; }

void remit_graph_close(remit_graph *graph) { agclose((Agraph_t *)graph); }

// Attribute names and values are `char *` up to Graphviz 9, though they are only read.
void remit_graph_set(remit_graph *graph, const char *name, const char *value) {
  agsafeset(graph, (char *)name, (char *)value, (char *)"");
}

const char *remit_graph_node_text(remit_graph *graph, const char *node, const char *name, int *is_html) {
  *is_html = 0;
  Agnode_t *found = agnode((Agraph_t *)graph, (char *)node, 0);
  if (!found) return NULL;
  const char *text = agget(found, (char *)name);
  if (text) *is_html = aghtmlstr((char *)text) != 0;
  return text;
}

char *remit_graph_write(remit_graph *graph) {
  char *text = NULL;
  size_t size = 0;
  FILE *file = open_memstream(&text, &size);
  if (!file) return NULL;
  int failed = agwrite((Agraph_t *)graph, file) != 0;
  if (fclose(file) != 0 || failed) {
    free(text);
    return NULL;
  }
  return text;
}

void remit_text_free(char *text) { free(text); }

int remit_layout(remit_context *context, remit_graph *graph) {
  remit_texts_forget_if_many();
  // Some failures are only told, and the layout returned as if it were whole.
  agreseterrors();
  int failed = gvLayout((GVC_t *)context, (graph_t *)graph, "dot");
  return failed || agerrors() >= AGERR;
}

void remit_layout_free(remit_context *context, remit_graph *graph) {
  gvFreeLayout((GVC_t *)context, (graph_t *)graph);
}

void remit_layout_size(remit_graph *graph, double *width, double *height) {
  boxf box = GD_bb((graph_t *)graph);
  *width = box.UR.x - box.LL.x;
  *height = box.UR.y - box.LL.y;
}

// The length is an `unsigned int` in older Graphviz and a `size_t` in newer.
#define TAKES_UNSIGNED_LENGTH \
  _Generic(&gvRenderData, int (*)(GVC_t *, graph_t *, const char *, char **, unsigned int *) : 1, default : 0)

char *remit_render(remit_context *context, remit_graph *graph, const char *format, size_t *count) {
  union {
    unsigned int narrow;
    size_t wide;
  } length = {.wide = 0};
  char *bytes = NULL;
  void *out = &length;
  *count = 0;
  if (gvRenderData((GVC_t *)context, (graph_t *)graph, format, &bytes, out) != 0) {
    if (bytes) gvFreeRenderData(bytes);
    return NULL;
  }
  *count = TAKES_UNSIGNED_LENGTH ? length.narrow : length.wide;
  return bytes;
}

void remit_bytes_free(char *bytes) { gvFreeRenderData(bytes); }
