/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the parts of the coverage chart share: its scale and figures by day. */
#pragma once

#include "report/coverage-chart.h"

G_BEGIN_DECLS

typedef struct
{
  const XcCoverageChart *chart;
  XcPicture *picture;
  double scale; /* units of the picture in one pixel of a 1280 × 800 screen */
} XcChartLayout;

/* Sizes of type, in pixels of such a screen. */
#define XC_CHART_SMALL 13
#define XC_CHART_BODY 15
#define XC_CHART_HEADING 16

void xc_chart_add_rule (XcChartLayout *layout, XcPoint from, XcPoint to, XcInk ink, XcStyle style);
XcBox xc_chart_add_panel (XcChartLayout *layout, XcBox box, const char *heading);
void xc_chart_add_star_note (XcChartLayout *layout, XcBox box);
char *xc_chart_dup_rate (const XcCoverageChart *chart, guint covered, guint owed);
guint xc_chart_count_at (const XcChartStep *steps, gsize n_steps, XcDay day);
char *xc_chart_dup_figures (const XcCoverageChart *chart, const char *title, const XcChartRegister *row);
char *xc_chart_dup_step (const XcCoverageChart *chart, gsize index);
char *xc_chart_dup_forecast (const XcChartForecast *forecast);
char *xc_chart_dup_what_if (const XcChartStep *step);
char *xc_chart_dup_out_of_reach (const XcCoverageChart *chart);
XcDay xc_chart_round_known_on (const XcCoverageChart *chart, const XcChartRound *round);
void xc_chart_spread (double *positions, gsize n_positions, double pitch, double lowest, double highest);

void xc_chart_lay_out_progress (XcChartLayout *layout, XcBox box);
void xc_chart_lay_out_registers (XcChartLayout *layout, XcBox box);
double xc_chart_rounds_height (const XcChartLayout *layout);
void xc_chart_lay_out_rounds (XcChartLayout *layout, XcBox box);
void xc_chart_lay_out_curves (XcChartLayout *layout, XcBox box);
void xc_chart_lay_out_squares (XcChartLayout *layout, XcBox box);

G_END_DECLS
