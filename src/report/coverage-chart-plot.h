/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Time across, organizations up: the axes of the coverage chart's main plot. */
#pragma once

#include "report/coverage-chart-private.h"

G_BEGIN_DECLS

typedef struct
{
  XcBox box;      /* between the axes */
  double right;   /* edge of the room for what stands beside the plot */
  XcDay from, to; /* at the left and right edge */
  guint most;     /* organizations at @top */
  double top;     /* below it is room for what is said about the lines */
} XcChartPlot;

double xc_chart_plot_x (const XcChartPlot *plot, XcDay day);
double xc_chart_plot_y (const XcChartPlot *plot, double count);
GArray *xc_chart_plot_steps (const XcChartPlot *plot, const XcChartStep *steps, gsize n_steps, XcDay from,
                             XcDay until);

double xc_chart_measure_scale (XcChartLayout *layout, guint most);
double xc_chart_time_height (const XcChartLayout *layout);
void xc_chart_add_scale (XcChartLayout *layout, const XcChartPlot *plot);
void xc_chart_add_time (XcChartLayout *layout, const XcChartPlot *plot);
void xc_chart_add_notes (XcChartLayout *layout, const XcChartPlot *plot);

G_END_DECLS
