/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What reports say, read from a ledger. */
#pragma once

#include "report/report-sentences.h"
#include "store/problem-figures.h"

G_BEGIN_DECLS

XcReportFacts *xc_report_facts_load (XcStore *store, const XcFiguresFilter *filter,
                                     const XcProblemFigures *figures, const char *scope, GError **error);
void xc_report_facts_free (XcReportFacts *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XcReportFacts, xc_report_facts_free)

G_END_DECLS
