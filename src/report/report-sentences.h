/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sentences that reports to leaders and superiors say of a term, a round, a team or an organization, each with the
 * day of its figures. */
#pragma once

#include "core/inspection-kind.h"
#include "core/rectification-figures.h"

G_BEGIN_DECLS

/**
 * XcReportFacts:
 * @as_of: the day of all figures
 * @scope: what they are of: 第六轮
 * @decimals: of rates
 * @n_rounds: rounds begun
 * @covered: organizations covered; said only when some are owed
 * @owed: organizations owed; 0 when the scope is not the term
 * @inspections: by kind, those that the teams have entered for
 * @figures: of its problems
 * @counts_basically_done: the office's rule for the rate
 */
typedef struct
{
  XcDay as_of;
  char *scope;
  int decimals;
  guint n_rounds;
  guint covered;
  guint owed;
  guint inspections[XC_N_INSPECTION_KINDS];
  XcRectificationFigures figures;
  gboolean counts_basically_done;
} XcReportFacts;

GStrv xc_report_sentences_new (const XcReportFacts *facts);
const char *xc_report_sentences_get_rule (gboolean counts_basically_done);

G_END_DECLS
