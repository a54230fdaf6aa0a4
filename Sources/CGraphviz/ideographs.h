#ifndef REMIT_IDEOGRAPHS_H
#define REMIT_IDEOGRAPHS_H

#include <graphviz/gvc.h>
#include <graphviz/gvplugin_textlayout.h>
#include <stdint.h>

/// How a plug-in measures a text.
typedef __typeof__(((gvtextlayout_engine_t *)0)->textlayout) measure_function;

/// Measures a text of Chinese characters alone by theirs, but makes no layout of it, so that it can be written but not
/// painted. Zero where it was not measured, and Pango must be asked; it is asked for characters that are new.
int remit_ideographs_measure(textspan_t *span, measure_function measure);

#endif
