/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The term as a row of moments: the rounds that have begun, the day of the figures, and what is planned, forecast or
 * supposed after it. */
#pragma once

#include "report/coverage-chart.h"

G_BEGIN_DECLS

/**
 * XcCoverageMoment:
 * @label: a round, or a day
 * @day: the last of it, or %XC_DAY_NONE where it is not planned
 * @round: (nullable): one of the rounds of the chart
 * @is_known: whether @covered and @owed are told
 * @covered: organizations covered in all
 * @owed: organizations owed
 * @has_forecast: whether the next three are told
 * @average: organizations covered then, at the average pace
 * @best: at the best pace
 * @worst: at the worst pace
 * @has_supposed: whether @supposed is told
 * @supposed: organizations covered then as somebody supposes
 */
typedef struct
{
  char *label;
  XcDay day;
  const XcChartRound *round;
  gboolean is_known;
  guint covered, owed;
  gboolean has_forecast;
  guint average, best, worst;
  gboolean has_supposed;
  guint supposed;
} XcCoverageMoment;

GPtrArray *xc_coverage_moments_new (const XcCoverageChart *chart);

G_END_DECLS
