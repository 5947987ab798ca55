/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From coverage as the rules count it to the numbers and words that the chart draws. */
#pragma once

#include "core/coverage.h"
#include "core/record.h"
#include "core/what-if.h"
#include "report/coverage-chart.h"

G_BEGIN_DECLS

typedef struct _XcCoverageChartSource XcCoverageChartSource;

XcCoverageChartSource *xc_coverage_chart_source_new (const XcCoverage *coverage, const XcRecord *term,
                                                     XcDay as_of);
XcCoverageChartSource *xc_coverage_chart_source_new_of_register (const XcCoverage *coverage,
                                                                 const XcRecord *term, XcDay as_of,
                                                                 guint register_index);
void xc_coverage_chart_source_free (XcCoverageChartSource *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XcCoverageChartSource, xc_coverage_chart_source_free)

const XcCoverageChart *xc_coverage_chart_source_get_chart (XcCoverageChartSource *self);
const XcPace *xc_coverage_chart_source_get_pace (XcCoverageChartSource *self);
XcWhatIfResult *xc_coverage_chart_source_suppose (XcCoverageChartSource *self, const XcWhatIf *what_if);
GArray *xc_coverage_chart_source_list_behind (XcCoverageChartSource *self, XcChartMark kind, gsize index);

G_END_DECLS
