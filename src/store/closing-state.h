/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the rules of closing ask of a problem, read from the ledger. */
#pragma once

#include "core/closing.h"
#include "store/store.h"

G_BEGIN_DECLS

/**
 * XcClosingState:
 * @problem: the row
 * @state: its state
 * @measures: (element-type XcMeasureState): of its measures
 * @steps: (element-type XcClosingStep): its journal, in no order; texts are those of @records
 * @latest_step: the day of the last step of the journal, or %XC_DAY_NONE
 * @latest_done: the day on which the last measure was done, or %XC_DAY_NONE
 * @records: (element-type XcRecord): the rows of the journal
 */
typedef struct
{
  XcRecord *problem;
  XcRectificationState state;
  GArray *measures;
  GArray *steps;
  XcDay latest_step;
  XcDay latest_done;
  GPtrArray *records;
} XcClosingState;

XcClosingState *xc_closing_state_load (XcStore *store, gint64 problem_id, GError **error);
void xc_closing_state_free (XcClosingState *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XcClosingState, xc_closing_state_free)

const XcClosingStep *xc_closing_state_get_steps (const XcClosingState *self);
XcRectificationState xc_closing_state_of (const XcRecord *problem);
XcMeasureState xc_closing_state_of_measure (const XcRecord *measure);

G_END_DECLS
