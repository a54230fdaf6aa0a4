#ifndef REMIT_CONTEXT_H
#define REMIT_CONTEXT_H

#include <graphviz/gvc.h>
#include <graphviz/gvplugin.h>

/// The device that draws on canvases, as a plug-in's table.
gvplugin_installed_t *remit_canvas_types(void);

/// A text plug-in that asks Pango's once for each text; null where that of Pango has not been loaded, as it is once
/// there has been a context.
gvplugin_installed_t *remit_texts_types(void);

/// Waits until the samples are measured that are asked for; no more are begun. To be called before Pango is.
void remit_texts_settle(void);

/// Gives up what is remembered of texts where there is no room for more. To be called while no graph is laid out.
void remit_texts_forget_if_many(void);

/// Has the graphs of this process live in blocks that serve one after the other. Only one graph may be there at a time.
void remit_memory_in_blocks(void);
/// Has the next graph live there, where that was asked for; zero where it was not, or cannot be done.
int remit_memory_use(Agdisc_t *discipline);
/// Has a graph that lives there, and has been given its name, find its texts by their hashes.
void remit_memory_hash_strings(Agraph_t *graph);

#endif
