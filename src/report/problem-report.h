/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The figures of problems and their rectification as a table for people: rows in their usual order under their names, a
 * total, the rate with its rule, and what reports say of each row. */
#pragma once

#include "report/report-facts.h"

G_BEGIN_DECLS

/* Columns: the name, every figure, the rate. */
#define XC_PROBLEM_REPORT_FIRST_FIGURE 1
#define XC_PROBLEM_REPORT_RATE (XC_PROBLEM_REPORT_FIRST_FIGURE + XC_N_FIGURES)
#define XC_N_PROBLEM_REPORT_COLUMNS (XC_PROBLEM_REPORT_RATE + 1)

/* The key of the total. */
#define XC_PROBLEM_REPORT_TOTAL ((gint64) -1)

/**
 * XcProblemReportRow:
 * @key: as in #XcFiguresRow, or %XC_PROBLEM_REPORT_TOTAL
 * @title: what it is called in the table
 * @subject: what it is called in a sentence
 * @depth: how far a point is below others
 */
typedef struct
{
  gint64 key;
  char *title;
  char *subject;
  guint depth;
  XcRectificationFigures figures;
} XcProblemReportRow;

/**
 * XcProblemReport:
 * @rows: (element-type XcProblemReportRow): the total last
 *
 * Is not changed once it is there: threads may read it.
 */
typedef struct
{
  XcFiguresGroup group;
  XcFiguresFilter filter;
  int decimals;
  gboolean counts_basically_done;
  char *title;
  GPtrArray *rows;
} XcProblemReport;

XcProblemReport *xc_problem_report_load (XcStore *store, XcFiguresGroup group, const XcFiguresFilter *filter,
                                         GError **error);
XcProblemReport *xc_problem_report_ref (XcProblemReport *self);
void xc_problem_report_unref (XcProblemReport *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XcProblemReport, xc_problem_report_unref)

const char *xc_figures_group_get_title (XcFiguresGroup group);
const char *xc_problem_report_get_heading (const XcProblemReport *self, guint column);
const XcProblemReportRow *xc_problem_report_get_row (const XcProblemReport *self, guint row);
char *xc_problem_report_dup_cell (const XcProblemReport *self, guint row, guint column);
char *xc_problem_report_dup_note (const XcProblemReport *self);
char *xc_problem_report_dup_text (const XcProblemReport *self);
GStrv xc_problem_report_load_sentences (const XcProblemReport *self, XcStore *store, guint row,
                                        GError **error);
GArray *xc_problem_report_load_behind (const XcProblemReport *self, XcStore *store, guint row, guint column,
                                       GError **error);

G_END_DECLS
