#include "context.h"

#include "CGraphviz.h"

// Graphviz with two plug-ins of ours, which are there before it chooses among all.
remit_context *remit_context_open(void) {
  static gvplugin_api_t apis[3];
  static gvplugin_library_t plugin = {(char *)"remit", apis};
  static const lt_symlist_t builtins[] = {{"gvplugin_remit_LTX_library", &plugin}, {NULL, NULL}};
  GVC_t *plain = gvContext();
  if (!plain) return NULL;
  // Once there is a context, Pango's plug-in is loaded, and can be asked.
  gvplugin_installed_t *texts = remit_texts_types();
  gvFreeContext(plain);
  apis[0] = (gvplugin_api_t){API_device, remit_canvas_types()};
  apis[1] = (gvplugin_api_t){API_textlayout, texts};
  apis[2] = (gvplugin_api_t){(api_t)0, NULL};
  return (remit_context *)gvContextPlugins(builtins, 1);
}

void remit_context_close(remit_context *context) { gvFreeContext((GVC_t *)context); }
