/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/problem-past.h"

/* Found on day 100, fed back on day 200, limit on day 300, done on day 320, closed on day 350. */
static const XcPastMeasure done_late[] = {
  { .now = { .state = XC_MEASURE_DONE, .is_immediate = TRUE, .due_on = 300, .done_on = 320 } },
};
static const XcPastProblem closed = { .found_on = 100,
                                      .fed_back = TRUE,
                                      .fed_back_on = 200,
                                      .state = XC_RECTIFICATION_CLOSED,
                                      .closed_on = 350,
                                      .measures = done_late,
                                      .n_measures = 1 };

static void
assert_stood (const XcPastProblem *problem, XcDay day, gboolean is_fed_back, XcRectificationState state,
              int days_overdue)
{
  XcCountedProblem counted;

  g_assert_true (xc_problem_past_get (problem, XC_BODY_MASK (XC_BODY_OFFICE), day, &counted));
  g_assert_cmpint (counted.is_fed_back, ==, is_fed_back);
  g_assert_cmpint (counted.state, ==, state);
  g_assert_cmpint (counted.due.days_overdue, ==, days_overdue);
}

static void
knows_each_day_of_a_problem (void)
{
  XcCountedProblem counted;

  g_assert_false (xc_problem_past_get (&closed, 1, 99, &counted));
  assert_stood (&closed, 100, FALSE, XC_RECTIFICATION_IN_PROGRESS, 0);
  assert_stood (&closed, 199, FALSE, XC_RECTIFICATION_IN_PROGRESS, 0);
  assert_stood (&closed, 200, TRUE, XC_RECTIFICATION_IN_PROGRESS, 0);
  assert_stood (&closed, 300, TRUE, XC_RECTIFICATION_IN_PROGRESS, 0);
  assert_stood (&closed, 301, TRUE, XC_RECTIFICATION_IN_PROGRESS, 1);
  assert_stood (&closed, 319, TRUE, XC_RECTIFICATION_IN_PROGRESS, 19);
  assert_stood (&closed, 350, TRUE, XC_RECTIFICATION_CLOSED, 0);
  g_assert_true (xc_problem_past_get (&closed, 1, 100, &counted));
  g_assert_true (counted.due.is_immediate);
  g_assert_cmpuint (counted.due.n_done, ==, 0);
}

/* What nobody dated was so already. */
static void
takes_what_has_no_day_as_it_is (void)
{
  XcPastProblem problem = closed;
  XcCountedProblem counted;

  problem.found_on = problem.fed_back_on = problem.closed_on = XC_DAY_NONE;
  g_assert_true (xc_problem_past_get (&problem, 1, 1, &counted));
  assert_stood (&problem, 1, TRUE, XC_RECTIFICATION_CLOSED, 0);
  problem = closed;
  problem.found_on = 210; /* written down late */
  g_assert_false (xc_problem_past_get (&problem, 1, 199, &counted));
  g_assert_true (xc_problem_past_get (&problem, 1, 200, &counted));
}

static void
takes_back_extensions_that_were_not_yet_given (void)
{
  static const XcPastExtension extensions[] = { { 340, 320 }, { 310, 300 } };
  const XcPastMeasure measures[] = {
    { .now = { .state = XC_MEASURE_IN_PROGRESS, .due_on = 360 }, .extensions = extensions, .n_extensions = 2 }
  };
  const XcPastProblem problem = { .found_on = 100,
                                  .fed_back = TRUE,
                                  .fed_back_on = 200,
                                  .state = XC_RECTIFICATION_IN_PROGRESS,
                                  .closed_on = XC_DAY_NONE,
                                  .measures = measures,
                                  .n_measures = 1 };

  assert_stood (&problem, 305, TRUE, XC_RECTIFICATION_IN_PROGRESS, 5);
  assert_stood (&problem, 310, TRUE, XC_RECTIFICATION_IN_PROGRESS, 0);
  assert_stood (&problem, 330, TRUE, XC_RECTIFICATION_IN_PROGRESS, 10);
  assert_stood (&problem, 340, TRUE, XC_RECTIFICATION_IN_PROGRESS, 0);
  assert_stood (&problem, 365, TRUE, XC_RECTIFICATION_IN_PROGRESS, 5);
}

/* Applied for, returned, applied for again, closed, reopened, closed again. */
static void
follows_the_journal_of_closing (void)
{
  static const XcClosingStep steps[] = {
    { .cycle = 1, .act = XC_CLOSING_APPLIED },
    { .cycle = 1, .act = XC_CLOSING_REVIEWED, .body = XC_BODY_OFFICE, .verdict = XC_VERDICT_RETURNED },
    { .cycle = 2, .act = XC_CLOSING_APPLIED },
    { .cycle = 2, .act = XC_CLOSING_REVIEWED, .body = XC_BODY_OFFICE, .verdict = XC_VERDICT_ACCEPTED },
    { .cycle = 2, .act = XC_CLOSING_REOPENED },
    { .cycle = 3, .act = XC_CLOSING_APPLIED },
    { .cycle = 3, .act = XC_CLOSING_REVIEWED, .body = XC_BODY_OFFICE, .verdict = XC_VERDICT_ACCEPTED },
  };
  static const XcDay days[] = { 330, 331, 332, 333, 340, 345, 350 };
  XcPastProblem problem = closed;

  problem.steps = steps;
  problem.step_days = days;
  problem.n_steps = G_N_ELEMENTS (steps);
  assert_stood (&problem, 329, TRUE, XC_RECTIFICATION_IN_PROGRESS, 20);
  assert_stood (&problem, 330, TRUE, XC_RECTIFICATION_AWAITING_REVIEW, 20);
  assert_stood (&problem, 331, TRUE, XC_RECTIFICATION_RETURNED, 31);
  assert_stood (&problem, 332, TRUE, XC_RECTIFICATION_AWAITING_REVIEW, 20);
  assert_stood (&problem, 333, TRUE, XC_RECTIFICATION_CLOSED, 0);
  assert_stood (&problem, 340, TRUE, XC_RECTIFICATION_REOPENED, 40);
  assert_stood (&problem, 349, TRUE, XC_RECTIFICATION_AWAITING_REVIEW, 20);
  assert_stood (&problem, 350, TRUE, XC_RECTIFICATION_CLOSED, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/problem-past/knows-each-day-of-a-problem", knows_each_day_of_a_problem);
  g_test_add_func ("/core/problem-past/takes-what-has-no-day-as-it-is", takes_what_has_no_day_as_it_is);
  g_test_add_func ("/core/problem-past/takes-back-extensions-that-were-not-yet-given",
                   takes_back_extensions_that_were_not_yet_given);
  g_test_add_func ("/core/problem-past/follows-the-journal-of-closing", follows_the_journal_of_closing);
  return g_test_run ();
}
