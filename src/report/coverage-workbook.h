/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The figures of the coverage chart as a workbook, with the chart drawn by the spreadsheet program. */
#pragma once

#include "report/coverage-chart.h"
#include "report/report-error.h"

G_BEGIN_DECLS

gboolean xc_coverage_workbook_write (const XcCoverageChart *chart, XcDay created, const char *path,
                                     gboolean replace, GError **error);

G_END_DECLS
