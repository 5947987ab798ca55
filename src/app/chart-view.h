/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A picture on the screen, laid out anew for each size. */
#pragma once

#include <gtk/gtk.h>

#include "report/picture.h"

G_BEGIN_DECLS

#define XC_TYPE_CHART_VIEW (xc_chart_view_get_type ())
G_DECLARE_FINAL_TYPE (XcChartView, xc_chart_view, XC, CHART_VIEW, GtkWidget)

/* Lays out the picture for a size in pixels. */
typedef XcPicture *(*XcChartViewFunc) (double width, double height, gpointer data);

void xc_chart_view_set_function (XcChartView *self, XcChartViewFunc function, gpointer data);
void xc_chart_view_redraw (XcChartView *self);

G_END_DECLS
