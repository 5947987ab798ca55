/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A picture on the screen, laid out anew for each size. Whatever it marks is named under the pointer and by the arrow
 * keys, and opened by a click or Enter. */
#pragma once

#include <gtk/gtk.h>

#include "report/picture.h"

G_BEGIN_DECLS

#define XC_TYPE_CHART_VIEW (xc_chart_view_get_type ())
G_DECLARE_FINAL_TYPE (XcChartView, xc_chart_view, XC, CHART_VIEW, GtkWidget)

/* Lays out the picture for a size in pixels. */
typedef XcPicture *(*XcChartViewFunc) (double width, double height, gpointer data);

/* Signal: "activated" with a mark (const XcMark *) of the picture that is shown. */
void xc_chart_view_set_function (XcChartView *self, XcChartViewFunc function, gpointer data);
void xc_chart_view_set_words (XcChartView *self, const char *words);
void xc_chart_view_set_least_height (XcChartView *self, int height);
void xc_chart_view_redraw (XcChartView *self);
double xc_chart_view_get_text_scale (XcChartView *self);

G_END_DECLS
