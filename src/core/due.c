/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/due.h"

#include <glib/gi18n-lib.h>

XC_DEFINE_WORDS (XcDeadlineSubject, xc_deadline_subject, "notice", "report", "feedback", "plan",
                 "rectification", "lead_reply")
XC_DEFINE_WORDS (XcDeadlineStart, xc_deadline_start, "enters", "leaves", "reporting", "feedback", "handover")
XC_DEFINE_WORDS (XcDeadlineUnit, xc_deadline_unit, "days", "working_days", "months")
XC_DEFINE_WORDS (XcDeadlineDirection, xc_deadline_direction, "after", "before")
XC_DEFINE_WORDS (XcDeadlineWarning, xc_deadline_colour, "none", "green", "yellow", "red")

static XcDay
earlier (XcDay one, XcDay other)
{
  return !xc_day_is_set (one) || (xc_day_is_set (other) && other < one) ? other : one;
}

/* Once all its measures are done in time the organization has done its part; what comes after is for the reviews, unless
 * they say no. */
static int
count_days_overdue (XcRectificationState state, const XcProblemDue *due, XcDay today)
{
  gboolean all_done = due->n_measures > 0 && due->n_done == due->n_measures;

  switch (state)
    {
    case XC_RECTIFICATION_NOT_STARTED:
    case XC_RECTIFICATION_IN_PROGRESS:
    case XC_RECTIFICATION_BASICALLY_DONE:
      return xc_rectification_days_overdue (all_done ? XC_RECTIFICATION_AWAITING_REVIEW : state, due->due_on,
                                            due->done_on, today);
    case XC_RECTIFICATION_AWAITING_REVIEW:
    case XC_RECTIFICATION_RETURNED:
    case XC_RECTIFICATION_CLOSED:
    case XC_RECTIFICATION_REOPENED:
      return xc_rectification_days_overdue (state, due->due_on, due->done_on, today);
    default:
      g_return_val_if_reached (0);
    }
}

/**
 * xc_due_tally_add:
 * @tally: what is known of the measures of a problem so far
 * @measure: one more of them
 */
void
xc_due_tally_add (XcDueTally *tally, const XcDueMeasure *measure)
{
  tally->n_measures++;
  tally->is_immediate |= measure->is_immediate;
  tally->last = MAX (tally->last, measure->due_on);
  if (measure->state != XC_MEASURE_DONE)
    {
      tally->next = earlier (tally->next, measure->due_on);
      return;
    }
  tally->n_done++;
  tally->done_on = MAX (tally->done_on, measure->done_on);
}

/**
 * xc_due_conclude:
 * @tally: what is known of all measures of a problem
 * @state: the problem's state
 * @today: the day on which one asks
 * @due: (out caller-allocates): what follows
 *
 * The limit of a problem is the next one of the measures that are not done; when all are, it was the last of all.
 */
void
xc_due_conclude (const XcDueTally *tally, XcRectificationState state, XcDay today, XcProblemDue *due)
{
  gboolean all_done = tally->n_done == tally->n_measures;

  *due = (XcProblemDue){ .n_measures = tally->n_measures,
                         .n_done = tally->n_done,
                         .is_immediate = tally->is_immediate,
                         .due_on = all_done ? tally->last : tally->next,
                         .done_on = all_done ? tally->done_on : XC_DAY_NONE };
  due->days_overdue = count_days_overdue (state, due, today);
}

/**
 * xc_due_of_problem:
 * @state: the problem's state
 * @measures: (array length=n_measures): its measures, in any order
 * @n_measures: how many there are
 * @today: the day on which one asks
 * @due: (out caller-allocates): what follows from them, see xc_due_conclude()
 */
void
xc_due_of_problem (XcRectificationState state, const XcDueMeasure *measures, guint n_measures, XcDay today,
                   XcProblemDue *due)
{
  XcDueTally tally = XC_DUE_TALLY_NONE;

  for (guint i = 0; i < n_measures; i++)
    xc_due_tally_add (&tally, &measures[i]);
  xc_due_conclude (&tally, state, today, due);
}

/* Which reason the state itself gives, if any. */
static guint
reason_of_state (XcRectificationState state, const XcProblemDue *due)
{
  gboolean all_done = due->n_measures > 0 && due->n_done == due->n_measures;

  switch (state)
    {
    case XC_RECTIFICATION_NOT_STARTED:
    case XC_RECTIFICATION_IN_PROGRESS:
    case XC_RECTIFICATION_BASICALLY_DONE:
      return all_done ? XC_DUE_MASK (XC_DUE_APPLY) : 0;
    case XC_RECTIFICATION_AWAITING_REVIEW:
      return XC_DUE_MASK (XC_DUE_REVIEW);
    case XC_RECTIFICATION_RETURNED:
      return XC_DUE_MASK (XC_DUE_RETURNED);
    case XC_RECTIFICATION_CLOSED:
      return 0;
    case XC_RECTIFICATION_REOPENED:
      return XC_DUE_MASK (XC_DUE_REOPENED);
    default:
      g_return_val_if_reached (0);
    }
}

/**
 * xc_due_reasons_of_problem:
 * @state: the problem's state
 * @due: what follows from its measures
 * @today: the day on which one asks
 * @green_days: days before the limit from which the handler is reminded
 * @yellow_days: days before the limit from which the leader in charge is told
 *
 * Returns: why the problem is on the work list, see XC_DUE_MASK(); 0 when it is not
 */
guint
xc_due_reasons_of_problem (XcRectificationState state, const XcProblemDue *due, XcDay today, int green_days,
                           int yellow_days)
{
  guint reasons = reason_of_state (state, due);

  if (due->days_overdue > 0)
    return reasons | XC_DUE_MASK (XC_DUE_OVERDUE);
  if (state == XC_RECTIFICATION_CLOSED || state == XC_RECTIFICATION_AWAITING_REVIEW
      || (due->n_measures > 0 && due->n_done == due->n_measures && reasons == XC_DUE_MASK (XC_DUE_APPLY)))
    return reasons;
  switch (xc_deadline_warning (due->due_on, today, green_days, yellow_days))
    {
    case XC_DEADLINE_WARNING_NONE:
    case XC_DEADLINE_WARNING_RED:
      return reasons;
    case XC_DEADLINE_WARNING_GREEN:
      return reasons | XC_DUE_MASK (XC_DUE_GREEN);
    case XC_DEADLINE_WARNING_YELLOW:
      return reasons | XC_DUE_MASK (XC_DUE_YELLOW);
    default:
      g_return_val_if_reached (reasons);
    }
}

/**
 * xc_due_waits:
 * @reason: a reason of inspections
 * @days: what has happened in one
 * @today: the day on which one asks
 *
 * A plan is waited for until it is here, and not where measures are written down already; a rectification report until
 * every problem that was fed back is closed: ledgers that began in the middle of a term do not know of all papers.
 *
 * Returns: whether the inspection waits for it
 */
gboolean
xc_due_waits (XcDueReason reason, const XcInspectionDays *days, XcDay today)
{
  gboolean is_fed_back = xc_day_is_set (days->fed_back_on) && days->fed_back_on <= today;

  switch (reason)
    {
    case XC_DUE_NOTICE:
      return xc_day_is_set (days->enters_on) && !days->has_entered && !xc_day_is_set (days->notified_on);
    case XC_DUE_REPORT:
      return xc_day_is_set (days->leaves_on) && days->leaves_on <= today && !xc_day_is_set (days->reported_on)
             && !xc_day_is_set (days->fed_back_on);
    case XC_DUE_FEEDBACK:
      return xc_day_is_set (days->reported_on) && days->reported_on <= today
             && !xc_day_is_set (days->fed_back_on);
    case XC_DUE_PLAN:
      return is_fed_back
             && (days->plan == XC_PLAN_RETURNED
                 || (days->plan == XC_PLAN_MISSING && days->n_measures == 0 && days->n_open > 0));
    case XC_DUE_PLAN_REVIEW:
      return days->plan == XC_PLAN_UNDER_REVIEW;
    case XC_DUE_RECTIFICATION:
      return is_fed_back && !xc_day_is_set (days->report_received_on) && days->n_open > 0;
    case XC_DUE_OVERDUE:
    case XC_DUE_YELLOW:
    case XC_DUE_GREEN:
    case XC_DUE_RETURNED:
    case XC_DUE_REOPENED:
    case XC_DUE_REVIEW:
    case XC_DUE_APPLY:
      return FALSE;
    default:
      g_return_val_if_reached (FALSE);
    }
}

/**
 * xc_due_subject_of_reason:
 * @reason: why something is on the work list
 * @subject: (out): what its deadline is for; left alone when it has none of its own
 *
 * Returns: whether inspections are given a deadline for it
 */
gboolean
xc_due_subject_of_reason (XcDueReason reason, XcDeadlineSubject *subject)
{
  switch (reason)
    {
    case XC_DUE_NOTICE:
      *subject = XC_SUBJECT_NOTICE;
      return TRUE;
    case XC_DUE_REPORT:
      *subject = XC_SUBJECT_REPORT;
      return TRUE;
    case XC_DUE_FEEDBACK:
      *subject = XC_SUBJECT_FEEDBACK;
      return TRUE;
    case XC_DUE_PLAN:
      *subject = XC_SUBJECT_PLAN;
      return TRUE;
    case XC_DUE_RECTIFICATION:
      *subject = XC_SUBJECT_RECTIFICATION;
      return TRUE;
    case XC_DUE_OVERDUE:
    case XC_DUE_YELLOW:
    case XC_DUE_GREEN:
    case XC_DUE_RETURNED:
    case XC_DUE_REOPENED:
    case XC_DUE_REVIEW:
    case XC_DUE_APPLY:
    case XC_DUE_PLAN_REVIEW:
      return FALSE;
    default:
      g_return_val_if_reached (FALSE);
    }
}

/**
 * xc_due_start_day:
 * @start: the event that starts a period
 * @days: what has happened in an inspection
 *
 * Returns: the day of the event, or %XC_DAY_NONE when it has none in an inspection
 */
XcDay
xc_due_start_day (XcDeadlineStart start, const XcInspectionDays *days)
{
  switch (start)
    {
    case XC_START_ENTERS:
      return days->enters_on;
    case XC_START_LEAVES:
      return days->leaves_on;
    case XC_START_REPORTING:
      return days->reported_on;
    case XC_START_FEEDBACK:
      return days->fed_back_on;
    case XC_START_HANDOVER:
      return XC_DAY_NONE;
    default:
      g_return_val_if_reached (XC_DAY_NONE);
    }
}

/**
 * xc_due_reason_get_title:
 * @reason: why something is on the work list
 *
 * Returns: (transfer none): in words, translated
 */
const char *
xc_due_reason_get_title (XcDueReason reason)
{
  switch (reason)
    {
    case XC_DUE_OVERDUE:
      return C_ ("due", "Overdue");
    case XC_DUE_YELLOW:
      return C_ ("due", "Due soon");
    case XC_DUE_GREEN:
      return C_ ("due", "Coming up");
    case XC_DUE_RETURNED:
      return C_ ("due", "Returned");
    case XC_DUE_REOPENED:
      return C_ ("due", "Reopened");
    case XC_DUE_REVIEW:
      return C_ ("due", "Awaiting review");
    case XC_DUE_APPLY:
      return C_ ("due", "To apply for closing");
    case XC_DUE_NOTICE:
      return C_ ("due", "Notice of inspection");
    case XC_DUE_REPORT:
      return C_ ("due", "Report on the inspection");
    case XC_DUE_FEEDBACK:
      return C_ ("due", "Feedback");
    case XC_DUE_PLAN:
      return C_ ("due", "Rectification plan");
    case XC_DUE_PLAN_REVIEW:
      return C_ ("due", "Review of a plan");
    case XC_DUE_RECTIFICATION:
      return C_ ("due", "Rectification report");
    default:
      g_return_val_if_reached ("");
    }
}
