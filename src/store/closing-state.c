/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/closing-state.h"

/**
 * xc_closing_state_of:
 * @problem: a problem
 *
 * Returns: its state
 */
XcRectificationState
xc_closing_state_of (const XcRecord *problem)
{
  XcRectificationState state = XC_RECTIFICATION_NOT_STARTED;

  xc_rectification_state_from_word (xc_record_get_text (problem, "state"), &state);
  return state;
}

/**
 * xc_closing_state_of_measure:
 * @measure: a measure
 *
 * Returns: its state
 */
XcMeasureState
xc_closing_state_of_measure (const XcRecord *measure)
{
  XcMeasureState state = XC_MEASURE_NOT_STARTED;

  xc_measure_state_from_word (xc_record_get_text (measure, "state"), &state);
  return state;
}

static void
add_measures (XcClosingState *self, const GPtrArray *measures)
{
  for (guint i = 0; i < measures->len; i++)
    {
      XcMeasureState state = xc_closing_state_of_measure (measures->pdata[i]);

      g_array_append_val (self->measures, state);
      if (state == XC_MEASURE_DONE)
        self->latest_done = MAX (self->latest_done, xc_record_get_day (measures->pdata[i], "done_on"));
    }
}

static void
add_steps (XcClosingState *self)
{
  for (guint i = 0; i < self->records->len; i++)
    {
      const XcRecord *record = self->records->pdata[i];
      XcClosingStep step = { .cycle = (guint) xc_record_get_number (record, "cycle"),
                             .opinion = xc_record_get_text (record, "opinion"),
                             .person = xc_record_get_text (record, "person") };

      xc_closing_act_from_word (xc_record_get_text (record, "step"), &step.act);
      xc_reviewing_body_from_word (xc_record_get_text (record, "body"), &step.body);
      xc_verdict_from_word (xc_record_get_text (record, "verdict"), &step.verdict);
      g_array_append_val (self->steps, step);
      self->latest_step = MAX (self->latest_step, xc_record_get_day (record, "happened_on"));
    }
}

/**
 * xc_closing_state_load:
 * @store: a ledger
 * @problem_id: a problem
 * @error: return location; %XC_STORE_ERROR_NOT_FOUND when it is not there
 *
 * Returns: (transfer full): how it stands, or %NULL
 */
XcClosingState *
xc_closing_state_load (XcStore *store, gint64 problem_id, GError **error)
{
  g_autoptr (XcClosingState) self = g_new0 (XcClosingState, 1);
  g_autoptr (GPtrArray) measures = NULL;

  self->measures = g_array_new (FALSE, FALSE, sizeof (XcMeasureState));
  self->steps = g_array_new (FALSE, TRUE, sizeof (XcClosingStep));
  self->latest_step = self->latest_done = XC_DAY_NONE;
  self->problem = xc_store_load (store, XC_TABLE_PROBLEM, problem_id, error);
  if (self->problem == NULL)
    return NULL;
  measures = xc_store_load_where (store, XC_TABLE_MEASURE, "problem_id", problem_id, error);
  if (measures == NULL)
    return NULL;
  self->records = xc_store_load_where (store, XC_TABLE_CLOSING_STEP, "problem_id", problem_id, error);
  if (self->records == NULL)
    return NULL;
  self->state = xc_closing_state_of (self->problem);
  add_measures (self, measures);
  add_steps (self);
  return g_steal_pointer (&self);
}

void
xc_closing_state_free (XcClosingState *self)
{
  g_clear_pointer (&self->problem, xc_record_unref);
  g_clear_pointer (&self->measures, g_array_unref);
  g_clear_pointer (&self->steps, g_array_unref);
  g_clear_pointer (&self->records, g_ptr_array_unref);
  g_free (self);
}

/**
 * xc_closing_state_get_steps:
 * @self: how a problem stands
 *
 * Returns: (transfer none): the journal as the rules want it
 */
const XcClosingStep *
xc_closing_state_get_steps (const XcClosingState *self)
{
  return (const XcClosingStep *) (gpointer) self->steps->data;
}
