/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Invented ledgers, as the coverage chart sees them: the usual one and those that are hard to draw. */
#pragma once

#include "report/coverage-chart.h"

G_BEGIN_DECLS

typedef struct
{
  XcCoverageChart chart;
  GArray *rounds, *covered, *owed, *registers, *forecast, *what_if, *organizations;
  GPtrArray *lines; /* of GArray of XcChartStep, those of the registers */
  GStringChunk *texts;
} XcChartExample;

extern const char *const xc_chart_example_names[];

XcChartExample *xc_chart_example_new (const char *name, gboolean chinese);
void xc_chart_example_free (XcChartExample *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XcChartExample, xc_chart_example_free)

G_END_DECLS
