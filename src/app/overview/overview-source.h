/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the overview shows of a ledger: coverage and the figures of its problems, as of a day. */
#pragma once

#include "core/rectification-figures.h"
#include "report/coverage-chart-source.h"
#include "store/reader.h"
#include "store/store.h"

G_BEGIN_DECLS

typedef struct _XcOverviewSource XcOverviewSource;

XcOverviewSource *xc_overview_source_new (XcStore *store, XcRecord *term, GError **error);
void xc_overview_source_free (XcOverviewSource *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XcOverviewSource, xc_overview_source_free)

/* Coverage. */
void xc_overview_source_set_day (XcOverviewSource *self, XcDay as_of);
XcDay xc_overview_source_get_day (XcOverviewSource *self);
void xc_overview_source_suppose (XcOverviewSource *self, const XcWhatIf *what_if);
const XcWhatIfResult *xc_overview_source_get_supposed (XcOverviewSource *self);
XcWhatIf xc_overview_source_guess (XcOverviewSource *self);
XcCoverageChartSource *xc_overview_source_get_chart_source (XcOverviewSource *self);
XcCoverageChart xc_overview_source_get_chart (XcOverviewSource *self);
XcCoverageChart xc_overview_source_get_register_chart (XcOverviewSource *self, guint register_index);
const XcRecord *xc_overview_source_get_term (XcOverviewSource *self);

/* Problems. */
typedef enum
{
  XC_OVERVIEW_PROBLEMS_ALL,
  XC_OVERVIEW_PROBLEMS_IMMEDIATE,
  XC_OVERVIEW_PROBLEMS_CLOSED, /* of those fed back */
  XC_OVERVIEW_PROBLEMS_OVERDUE,
} XcOverviewProblems;

gboolean xc_overview_source_has_problems (XcOverviewSource *self);
void xc_overview_source_ask_problems (XcOverviewSource *self, XcReader *reader, XcReaderDoneFunc done,
                                      gpointer data);
void xc_overview_source_take_problems (XcOverviewSource *self, gpointer data);
void xc_overview_source_forget_problems (XcOverviewSource *self);
gboolean xc_overview_source_count_problems (XcOverviewSource *self, GError **error);
const XcRectificationFigures *xc_overview_source_get_figures (XcOverviewSource *self,
                                                              gboolean *counts_basically_done);
GArray *xc_overview_source_list_problems (XcOverviewSource *self, XcOverviewProblems which);

G_END_DECLS
