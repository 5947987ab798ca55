/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The journals of the example go through the rules of closing, as if somebody typed them step by step. */
#include "intake/example-closing.h"

/* What a step does to @state, if the rules allow it. */
static XcRectificationState
take_step (XcRectificationState state, const XcClosingStep *taken, guint n_taken, const XcClosingStep *step)
{
  const XcMeasureState done = XC_MEASURE_DONE;
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (XcClosingStep));

  switch (step->act)
    {
    case XC_CLOSING_APPLIED:
      g_assert_cmpint (xc_closing_check_apply (state, &done, 1, XC_EXAMPLE_BODIES, step->person), ==,
                       XC_CLOSING_ALLOWED);
      return XC_RECTIFICATION_AWAITING_REVIEW;
    case XC_CLOSING_REVIEWED:
      g_assert_cmpint (xc_closing_check_review (state, taken, n_taken, XC_EXAMPLE_BODIES, step), ==,
                       XC_CLOSING_ALLOWED);
      g_array_append_vals (all, taken, n_taken);
      g_array_append_vals (all, step, 1);
      return xc_closing_get_result ((const XcClosingStep *) (gconstpointer) all->data, all->len,
                                    XC_EXAMPLE_BODIES);
    case XC_CLOSING_REOPENED:
      g_assert_cmpint (xc_closing_check_reopen (state, step->opinion, step->person), ==, XC_CLOSING_ALLOWED);
      return XC_RECTIFICATION_REOPENED;
    default:
      g_assert_not_reached ();
    }
}

static void
replay (const XcExampleBook *book, const XcExampleProblem *problem)
{
  g_autoptr (GArray) steps = xc_example_closing_list (book, problem);
  g_autoptr (GArray) taken = g_array_new (FALSE, FALSE, sizeof (XcClosingStep));
  XcRectificationState state = XC_RECTIFICATION_IN_PROGRESS;
  XcDay before = problem->done_on;

  for (guint i = 0; i < steps->len; i++)
    {
      const XcExampleStep *line = &g_array_index (steps, XcExampleStep, i);

      g_assert_cmpint (line->happened_on, >=, before);
      g_assert_cmpint (line->happened_on, <=, XC_EXAMPLE_DAY);
      g_assert_cmpuint (line->step.cycle, ==,
                        line->step.act == XC_CLOSING_REOPENED
                            ? 1
                            : xc_closing_get_cycle ((const XcClosingStep *) (gconstpointer) taken->data, i));
      state = take_step (state, (const XcClosingStep *) (gconstpointer) taken->data, taken->len, &line->step);
      g_array_append_val (taken, line->step);
      before = line->happened_on;
    }
  if (steps->len > 0)
    g_assert_cmpint (state, ==, xc_example_problem_get_state (problem));
  if (state == XC_RECTIFICATION_CLOSED)
    g_assert_cmpint (before, ==, problem->closed_on);
}

static void
each_journal_leads_to_the_state_of_its_problem (void)
{
  g_autoptr (XcExampleBook) book = xc_example_book_new ();
  g_autoptr (XcExampleProblems) problems = xc_example_problems_new (book);
  guint n_with = 0;

  for (guint i = 0; i < problems->problems->len; i++)
    {
      const XcExampleProblem *problem = problems->problems->pdata[i];

      replay (book, problem);
      n_with += xc_day_is_set (problem->done_on);
    }
  /* All that were ever done: 1,846 closed, 24 awaiting review, 9 returned and 8 reopened. */
  g_assert_cmpuint (n_with, ==, 1887);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/intake/example-closing/each-journal-leads-to-the-state-of-its-problem",
                   each_journal_leads_to_the_state_of_its_problem);
  return g_test_run ();
}
