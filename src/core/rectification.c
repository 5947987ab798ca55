/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * States of rectification. Type and state are two things: a lasting task may be done, and an immediate one overdue.
 * Overdue is a matter of the day on which one asks and is never a state.
 */
#include "core/rectification.h"

XC_DEFINE_WORDS (XcRectificationType, xc_rectification_type, "immediate", "by_date", "lasting")
XC_DEFINE_WORDS (XcRectificationState, xc_rectification_state, "not_started", "in_progress", "basically_done",
                 "awaiting_review", "returned", "closed", "reopened")
XC_DEFINE_WORDS (XcMeasureState, xc_measure_state, "not_started", "in_progress", "basically_done", "done")

/* The organization is at work on it: it may be worked on further and applied for. */
static gboolean
is_open (XcRectificationState state)
{
  switch (state)
    {
    case XC_RECTIFICATION_NOT_STARTED:
    case XC_RECTIFICATION_IN_PROGRESS:
    case XC_RECTIFICATION_BASICALLY_DONE:
    case XC_RECTIFICATION_RETURNED:
    case XC_RECTIFICATION_REOPENED:
      return TRUE;
    case XC_RECTIFICATION_AWAITING_REVIEW:
    case XC_RECTIFICATION_CLOSED:
      return FALSE;
    default:
      g_return_val_if_reached (FALSE);
    }
}

/**
 * xc_rectification_act:
 * @state: the problem's state
 * @action: what happens
 * @next: (out): the state that follows; left alone when the action is not allowed
 *
 * What is under review or closed changes only by a verdict or by being reopened.
 *
 * Returns: whether @action is allowed in @state
 */
gboolean
xc_rectification_act (XcRectificationState state, XcRectificationAction action, XcRectificationState *next)
{
  static const XcRectificationState results[] = {
    [XC_RECTIFICATION_WORK] = XC_RECTIFICATION_IN_PROGRESS,
    [XC_RECTIFICATION_ACHIEVE_MOST] = XC_RECTIFICATION_BASICALLY_DONE,
    [XC_RECTIFICATION_APPLY] = XC_RECTIFICATION_AWAITING_REVIEW,
    [XC_RECTIFICATION_RETURN] = XC_RECTIFICATION_RETURNED,
    [XC_RECTIFICATION_CLOSE] = XC_RECTIFICATION_CLOSED,
    [XC_RECTIFICATION_REOPEN] = XC_RECTIFICATION_REOPENED,
  };
  gboolean allowed = FALSE;

  switch (action)
    {
    case XC_RECTIFICATION_WORK:
    case XC_RECTIFICATION_ACHIEVE_MOST:
    case XC_RECTIFICATION_APPLY:
      allowed = is_open (state);
      break;
    case XC_RECTIFICATION_RETURN:
    case XC_RECTIFICATION_CLOSE:
      allowed = state == XC_RECTIFICATION_AWAITING_REVIEW;
      break;
    case XC_RECTIFICATION_REOPEN:
      allowed = state == XC_RECTIFICATION_CLOSED;
      break;
    default:
      g_return_val_if_reached (FALSE);
    }
  if (allowed)
    *next = results[action];
  return allowed;
}

/* How far a measure has come; one that came back is begun and no more. */
static int
get_progress (XcRectificationState state)
{
  switch (state)
    {
    case XC_RECTIFICATION_NOT_STARTED:
      return 0;
    case XC_RECTIFICATION_IN_PROGRESS:
    case XC_RECTIFICATION_RETURNED:
    case XC_RECTIFICATION_REOPENED:
      return 1;
    case XC_RECTIFICATION_BASICALLY_DONE:
      return 2;
    case XC_RECTIFICATION_AWAITING_REVIEW:
      return 3;
    case XC_RECTIFICATION_CLOSED:
      return 4;
    default:
      g_return_val_if_reached (0);
    }
}

/**
 * xc_rectification_from_measures:
 * @measures: (array length=n_measures): the states that a workbook gives to the measures of one problem
 * @n_measures: how many there are
 *
 * Office workbooks give the state measure by measure, in the words for problems.
 *
 * Returns: the problem's state: returned or reopened as soon as one measure is, else as far as the least advanced
 */
XcRectificationState
xc_rectification_from_measures (const XcRectificationState *measures, guint n_measures)
{
  gboolean returned = FALSE, reopened = FALSE;
  int least = n_measures == 0 ? 0 : G_MAXINT;
  int most = 0;

  for (guint i = 0; i < n_measures; i++)
    {
      returned |= measures[i] == XC_RECTIFICATION_RETURNED;
      reopened |= measures[i] == XC_RECTIFICATION_REOPENED;
      least = MIN (least, get_progress (measures[i]));
      most = MAX (most, get_progress (measures[i]));
    }
  if (returned)
    return XC_RECTIFICATION_RETURNED;
  if (reopened)
    return XC_RECTIFICATION_REOPENED;
  switch (least)
    {
    case 4:
      return XC_RECTIFICATION_CLOSED;
    case 3:
      return XC_RECTIFICATION_AWAITING_REVIEW;
    case 2:
      return XC_RECTIFICATION_BASICALLY_DONE;
    default:
      return most > 0 ? XC_RECTIFICATION_IN_PROGRESS : XC_RECTIFICATION_NOT_STARTED;
    }
}

/**
 * xc_measure_state_from_rectification:
 * @state: the state that a workbook gives to a measure, in the words for problems
 *
 * Returns: the measure's own state: done once the problem could be applied for, begun where it came back
 */
XcMeasureState
xc_measure_state_from_rectification (XcRectificationState state)
{
  return (XcMeasureState) MIN (get_progress (state), (int) XC_MEASURE_DONE);
}

static void
count_states (const XcMeasureState *measures, guint n_measures, guint counts[XC_N_MEASURE_STATES])
{
  for (guint i = 0; i < XC_N_MEASURE_STATES; i++)
    counts[i] = 0;
  for (guint i = 0; i < n_measures; i++)
    counts[measures[i]]++;
}

/**
 * xc_rectification_follow:
 * @state: the problem's state
 * @before: (array length=n_before): states of its measures before something was changed
 * @n_before: how many there were
 * @after: (array length=n_after): their states now
 * @n_after: how many there are
 *
 * The organization tells of its work measure by measure. A problem whose measures are all done is not done itself:
 * that is for the application and the reviews to say. What was returned or reopened stays so until work on a measure
 * goes on.
 *
 * Returns: the state of the problem from now on
 */
XcRectificationState
xc_rectification_follow (XcRectificationState state, const XcMeasureState *before, guint n_before,
                         const XcMeasureState *after, guint n_after)
{
  guint counts_before[XC_N_MEASURE_STATES], counts[XC_N_MEASURE_STATES];
  gboolean changed = FALSE;

  count_states (before, n_before, counts_before);
  count_states (after, n_after, counts);
  for (guint i = 0; i < XC_N_MEASURE_STATES; i++)
    changed |= counts[i] != counts_before[i];
  if (!is_open (state) || !changed)
    return state;
  if (counts[XC_MEASURE_NOT_STARTED] == n_after)
    return state == XC_RECTIFICATION_RETURNED || state == XC_RECTIFICATION_REOPENED
               ? state
               : XC_RECTIFICATION_NOT_STARTED;
  if (counts[XC_MEASURE_BASICALLY_DONE] > 0
      && counts[XC_MEASURE_BASICALLY_DONE] + counts[XC_MEASURE_DONE] == n_after)
    return XC_RECTIFICATION_BASICALLY_DONE;
  return XC_RECTIFICATION_IN_PROGRESS;
}

static int
count_days_late (XcDay due_on, XcDay day)
{
  return xc_day_is_set (due_on) && xc_day_is_set (day) && day > due_on ? day - due_on : 0;
}

/**
 * xc_rectification_days_overdue:
 * @state: the problem's state
 * @due_on: last day on which it is in time, or %XC_DAY_NONE
 * @done_on: day on which its last measure was done, or %XC_DAY_NONE
 * @today: the day on which one asks
 *
 * The time that the review takes is not the organization's: what awaits review is overdue only by the days by which it
 * was done late, and not at all where nobody has written down when it was done.
 *
 * Returns: days by which the problem is overdue, 0 when it is not
 */
int
xc_rectification_days_overdue (XcRectificationState state, XcDay due_on, XcDay done_on, XcDay today)
{
  switch (state)
    {
    case XC_RECTIFICATION_NOT_STARTED:
    case XC_RECTIFICATION_IN_PROGRESS:
    case XC_RECTIFICATION_BASICALLY_DONE:
    case XC_RECTIFICATION_RETURNED:
    case XC_RECTIFICATION_REOPENED:
      return count_days_late (due_on, today);
    case XC_RECTIFICATION_AWAITING_REVIEW:
      return count_days_late (due_on, done_on);
    case XC_RECTIFICATION_CLOSED:
      return 0;
    default:
      g_return_val_if_reached (0);
    }
}

/**
 * xc_measure_days_overdue:
 * @state: the measure's state
 * @due_on: last day on which it is in time, or %XC_DAY_NONE
 * @done_on: day on which it was done, or %XC_DAY_NONE
 * @today: the day on which one asks
 *
 * Returns: days by which the measure is overdue, or was when it was done; 0 when it is not
 */
int
xc_measure_days_overdue (XcMeasureState state, XcDay due_on, XcDay done_on, XcDay today)
{
  return count_days_late (due_on, state == XC_MEASURE_DONE ? done_on : today);
}

/**
 * xc_rectification_get_rate:
 * @counts: problems fed back, by their state
 * @with_basically_done: whether the office counts what is basically done
 *
 * Offices publish closed ÷ fed back; some add what is basically done and have to say so under the figure.
 *
 * Returns: numerator and denominator of the rectification rate
 */
XcRectificationRate
xc_rectification_get_rate (const guint counts[XC_N_RECTIFICATION_STATES], gboolean with_basically_done)
{
  XcRectificationRate rate = { .done = counts[XC_RECTIFICATION_CLOSED] };

  if (with_basically_done)
    rate.done += counts[XC_RECTIFICATION_BASICALLY_DONE];
  for (guint i = 0; i < XC_N_RECTIFICATION_STATES; i++)
    rate.fed_back += counts[i];
  return rate;
}
