/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the numbers of the coverage chart are made from, for those who ask what stands behind them. */
#pragma once

#include "report/coverage-chart-source.h"

G_BEGIN_DECLS

struct _XcCoverageChartSource
{
  const XcCoverage *coverage; /* borrowed */
  guint scope;                /* the register, or XC_COVERAGE_TOTAL */
  XcCoverageDay *day;
  XcCoverageSeries *series;
  XcPace *pace;
  GStringChunk *words;
  GArray *rounds;            /* of XcChartRound */
  GArray *covered;           /* of XcChartStep */
  GArray *owed;              /* of XcChartStep */
  GArray *owed_at;           /* of guint: for each of @owed, the step of the series */
  GArray *registers;         /* of XcChartRegister */
  GPtrArray *register_lines; /* of GArray of XcChartStep: of each register, covered and owed */
  GArray *organizations;     /* of XcChartOrganization */
  GArray *organization_at;   /* of guint: for each of @organizations, its index in the input */
  GArray *forecast;          /* of XcChartForecast */
  GArray *what_if;           /* of XcChartStep */
  XcCoverageChart chart;
};

/* Whether an organization is still to be covered for the first time by the inspections of a round, see @planned. */
gboolean xc_chart_source_is_waiting (const XcCoverageChartSource *self, guint organization);
GArray *xc_chart_source_list_planned (const XcCoverageChartSource *self, guint round);

G_END_DECLS
