/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The days on which a problem of the example was found, due, done and closed, as its fate wants them. */
#include "intake/example-phrase.h"
#include "intake/example-problem.h"

/* Concentrated rectification, as it is usual. */
#define MONTHS_TO_RECTIFY 3
/* Of so many problems one was done after its limit. */
#define ONE_LATE_IN 16

/**
 * xc_example_working_day:
 * @day: a day
 *
 * Returns: @day, or the Monday after the weekend on which it falls
 */
XcDay
xc_example_working_day (XcDay day)
{
  int weekday = xc_day_weekday (day);

  return weekday > 5 ? day + 8 - weekday : day;
}

/* A working day from @from on, @least to @most days later, but not after the example's last day. */
static XcDay
pick_day (const XcExampleProblem *problem, guint number, XcDay from, int least, int most)
{
  guint32 chance = xc_example_mix (problem->seed, number, 2);

  return MIN (xc_example_working_day (from + least + (int) (chance % (guint) (most - least + 1))),
              XC_EXAMPLE_DAY);
}

static gboolean
is_last_round (const XcExampleProblem *problem)
{
  /* Its feedback was weeks ago: nothing of it can be late yet. */
  return xc_day_add_months (problem->visit->fed_back_on, MONTHS_TO_RECTIFY) > XC_EXAMPLE_DAY;
}

static void
set_on_site (XcExampleProblem *problem)
{
  const XcExampleVisit *visit = problem->visit;

  problem->due_on = visit->left_on;
  problem->done_on = MIN (pick_day (problem, 1, problem->found_on, 2, 8), visit->left_on);
  problem->closed_on = pick_day (problem, 2, visit->left_on, 4, 12);
}

static void
set_closed (XcExampleProblem *problem)
{
  if (problem->seed % ONE_LATE_IN == 0)
    problem->done_on = pick_day (problem, 1, problem->due_on, 5, 30);
  else
    problem->done_on = pick_day (problem, 1, problem->visit->fed_back_on, 25, 80);
  problem->closed_on = pick_day (problem, 2, problem->done_on, 8, 24);
}

/**
 * xc_example_problem_set_days:
 * @problem: (inout): one whose visit, seed and fate are set
 */
void
xc_example_problem_set_days (XcExampleProblem *problem)
{
  const XcExampleVisit *visit = problem->visit;
  int days_on_site = visit->left_on - visit->entered_on;

  problem->found_on =
      MIN (pick_day (problem, 0, visit->entered_on, 1, MAX (days_on_site - 3, 1)), visit->left_on);
  problem->due_on = xc_day_add_months (visit->fed_back_on, MONTHS_TO_RECTIFY);
  problem->done_on = XC_DAY_NONE;
  problem->closed_on = XC_DAY_NONE;
  switch (problem->fate)
    {
    case XC_EXAMPLE_ON_SITE:
      set_on_site (problem);
      break;
    case XC_EXAMPLE_AT_ONCE:
      problem->due_on = xc_example_working_day (visit->fed_back_on + 10);
      problem->done_on = pick_day (problem, 1, visit->fed_back_on, 1, 7);
      problem->closed_on = pick_day (problem, 2, problem->done_on, 4, 10);
      break;
    case XC_EXAMPLE_NOT_STARTED:
    case XC_EXAMPLE_IN_PROGRESS:
    case XC_EXAMPLE_BASICALLY_DONE_LATE:
      break;
    case XC_EXAMPLE_BASICALLY_DONE:
      problem->due_on = xc_day_new (2021, 12, 31);
      break;
    case XC_EXAMPLE_AWAITING_REVIEW:
      /* What older rounds left over was to be done by the end of the quarter. */
      problem->due_on = is_last_round (problem) ? problem->due_on : xc_day_new (2021, 3, 31);
      problem->done_on = pick_day (problem, 1, xc_day_new (2021, 3, 15), 0, 7);
      break;
    case XC_EXAMPLE_RETURNED:
      problem->done_on = pick_day (problem, 1, visit->fed_back_on, 60, 85);
      break;
    case XC_EXAMPLE_REOPENED:
    case XC_EXAMPLE_CLOSED:
      set_closed (problem);
      break;
    default:
      g_return_if_reached ();
    }
}

/**
 * xc_example_problem_get_state:
 * @problem: one of the example
 *
 * Returns: the state in which the example leaves it
 */
XcRectificationState
xc_example_problem_get_state (const XcExampleProblem *problem)
{
  switch (problem->fate)
    {
    case XC_EXAMPLE_NOT_STARTED:
      return XC_RECTIFICATION_NOT_STARTED;
    case XC_EXAMPLE_IN_PROGRESS:
      return XC_RECTIFICATION_IN_PROGRESS;
    case XC_EXAMPLE_BASICALLY_DONE_LATE:
    case XC_EXAMPLE_BASICALLY_DONE:
      return XC_RECTIFICATION_BASICALLY_DONE;
    case XC_EXAMPLE_AWAITING_REVIEW:
      return XC_RECTIFICATION_AWAITING_REVIEW;
    case XC_EXAMPLE_RETURNED:
      return XC_RECTIFICATION_RETURNED;
    case XC_EXAMPLE_REOPENED:
      return XC_RECTIFICATION_REOPENED;
    case XC_EXAMPLE_ON_SITE:
    case XC_EXAMPLE_AT_ONCE:
    case XC_EXAMPLE_CLOSED:
      return XC_RECTIFICATION_CLOSED;
    default:
      g_return_val_if_reached (XC_RECTIFICATION_NOT_STARTED);
    }
}

gboolean
xc_example_problem_is_fed_back (const XcExampleProblem *problem)
{
  return problem->fate != XC_EXAMPLE_ON_SITE;
}
