/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/problem-past.h"

/* What has no day was so as long as anybody knows. */
static gboolean
had_come (XcDay happened_on, XcDay day)
{
  return !xc_day_is_set (happened_on) || happened_on <= day;
}

static XcDueMeasure
get_measure (const XcPastMeasure *measure, XcDay day)
{
  XcDueMeasure past = measure->now;
  XcDay extended_on = XC_DAY_NONE;

  for (guint i = 0; i < measure->n_extensions; i++)
    {
      const XcPastExtension *extension = &measure->extensions[i];

      if (extension->approved_on > day
          && (!xc_day_is_set (extended_on) || extension->approved_on < extended_on))
        {
          extended_on = extension->approved_on;
          past.due_on = extension->old_on;
        }
    }
  if (past.state == XC_MEASURE_DONE && !had_come (past.done_on, day))
    {
      past.state = XC_MEASURE_IN_PROGRESS;
      past.done_on = XC_DAY_NONE;
    }
  return past;
}

/* The journal up to a day: a cycle is over when the problem comes back. */
static gboolean
read_steps (const XcPastProblem *problem, guint bodies, XcDay day, XcRectificationState *state)
{
  g_autofree XcClosingStep *taken = problem->n_steps > 0 ? g_new (XcClosingStep, problem->n_steps) : NULL;
  guint n_taken = 0, cycle = 0;
  gboolean is_reopened = FALSE;

  for (guint i = 0; i < problem->n_steps; i++)
    if (problem->step_days[i] <= day)
      {
        taken[n_taken++] = problem->steps[i];
        cycle = MAX (cycle, problem->steps[i].cycle);
      }
  if (n_taken == 0)
    return FALSE;
  for (guint i = 0; i < n_taken; i++)
    is_reopened |= taken[i].cycle == cycle && taken[i].act == XC_CLOSING_REOPENED;
  *state = is_reopened ? XC_RECTIFICATION_REOPENED : xc_closing_get_result (taken, n_taken, bodies);
  return TRUE;
}

/* No day is written down of work that begins or goes on. */
static XcRectificationState
get_state (const XcPastProblem *problem, guint bodies, XcDay day)
{
  XcRectificationState state;
  gboolean goes_on = FALSE;

  for (guint i = 0; i < problem->n_steps; i++)
    goes_on |= problem->step_days[i] > day;
  if (!goes_on && (problem->state != XC_RECTIFICATION_CLOSED || had_come (problem->closed_on, day)))
    return problem->state;
  if (read_steps (problem, bodies, day, &state)
      && (state != XC_RECTIFICATION_CLOSED || problem->state != XC_RECTIFICATION_CLOSED || goes_on
          || had_come (problem->closed_on, day)))
    return state;
  return XC_RECTIFICATION_IN_PROGRESS;
}

/**
 * xc_problem_past_get:
 * @problem: what is known of it
 * @bodies: who reviews, see XC_BODY_MASK()
 * @day: a day that is past
 * @counted: (out caller-allocates): how it stood then
 *
 * Of what has no day it is taken that it was so already.
 *
 * Returns: whether it had been found by then; what was fed back had been found before
 */
gboolean
xc_problem_past_get (const XcPastProblem *problem, guint bodies, XcDay day, XcCountedProblem *counted)
{
  XcDueTally tally = XC_DUE_TALLY_NONE;
  gboolean is_fed_back = problem->fed_back && had_come (problem->fed_back_on, day);

  if (!had_come (problem->found_on, day) && !(is_fed_back && xc_day_is_set (problem->fed_back_on)))
    return FALSE;
  counted->is_fed_back = is_fed_back;
  counted->is_during = problem->is_during;
  counted->state = get_state (problem, bodies, day);
  for (guint i = 0; i < problem->n_measures; i++)
    {
      XcDueMeasure measure = get_measure (&problem->measures[i], day);

      xc_due_tally_add (&tally, &measure);
    }
  xc_due_conclude (&tally, counted->state, day, &counted->due);
  return TRUE;
}
