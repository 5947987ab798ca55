/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From coverage as the rules count it to the numbers and words that the chart draws. */
#pragma once

#include "core/coverage.h"
#include "core/record.h"
#include "report/coverage-chart.h"

G_BEGIN_DECLS

typedef struct _XcCoverageChartSource XcCoverageChartSource;

XcCoverageChartSource *xc_coverage_chart_source_new (const XcCoverage *coverage, const XcRecord *term,
                                                     XcDay as_of);
void xc_coverage_chart_source_free (XcCoverageChartSource *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XcCoverageChartSource, xc_coverage_chart_source_free)

const XcCoverageChart *xc_coverage_chart_source_get_chart (XcCoverageChartSource *self);

G_END_DECLS
