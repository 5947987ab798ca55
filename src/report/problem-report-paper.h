/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of figures as a workbook and on paper, with its day and the rule of the rate. */
#pragma once

#include "report/pages.h"
#include "report/problem-report.h"
#include "report/report-error.h"

G_BEGIN_DECLS

gboolean xc_problem_report_write (const XcProblemReport *self, const char *marking, const char *path,
                                  gboolean replace, GError **error);
XcPages *xc_problem_report_make_pages (const XcProblemReport *self, const char *marking);

G_END_DECLS
