/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/due.h"

#define TODAY ((XcDay) 19000)
#define GREEN 20
#define YELLOW 10

static const XcRectificationState open_states[] = { XC_RECTIFICATION_NOT_STARTED,
                                                    XC_RECTIFICATION_IN_PROGRESS,
                                                    XC_RECTIFICATION_BASICALLY_DONE,
                                                    XC_RECTIFICATION_RETURNED, XC_RECTIFICATION_REOPENED };

static gboolean
is_sent_back (XcRectificationState state)
{
  return state == XC_RECTIFICATION_RETURNED || state == XC_RECTIFICATION_REOPENED;
}

static guint
expect_of_state (XcRectificationState state, gboolean all_done)
{
  switch (state)
    {
    case XC_RECTIFICATION_AWAITING_REVIEW:
      return XC_DUE_MASK (XC_DUE_REVIEW);
    case XC_RECTIFICATION_RETURNED:
      return XC_DUE_MASK (XC_DUE_RETURNED);
    case XC_RECTIFICATION_REOPENED:
      return XC_DUE_MASK (XC_DUE_REOPENED);
    case XC_RECTIFICATION_CLOSED:
      return 0;
    case XC_RECTIFICATION_NOT_STARTED:
    case XC_RECTIFICATION_IN_PROGRESS:
    case XC_RECTIFICATION_BASICALLY_DONE:
    default:
      return all_done ? XC_DUE_MASK (XC_DUE_APPLY) : 0;
    }
}

/* One measure, due and done on any day within 25 of today, in every state of it and of the problem. */
static void
warns_by_the_day_in_every_state (void)
{
  for (guint s = 0; s < XC_N_RECTIFICATION_STATES; s++)
    for (guint m = 0; m < XC_N_MEASURE_STATES; m++)
      for (int left = -25; left <= 25; left++)
        for (int late = -2; late <= 2; late++)
          {
            const XcRectificationState state = (XcRectificationState) s;
            const gboolean done = m == XC_MEASURE_DONE;
            const XcDueMeasure measure = { (XcMeasureState) m, FALSE, TODAY + left, TODAY + left + late };
            guint expected = expect_of_state (state, done);
            gboolean runs = !done || is_sent_back (state);
            gboolean judged = state != XC_RECTIFICATION_CLOSED;
            int overdue = 0;
            XcProblemDue due;

            xc_due_of_problem (state, &measure, 1, TODAY, &due);
            if (state == XC_RECTIFICATION_AWAITING_REVIEW)
              {
                /* Something is wrong when it is not done; nobody knows then when it will be. */
                runs = FALSE;
                overdue = done ? MAX (late, 0) : 0;
              }
            else if (judged)
              overdue = runs ? MAX (-left, 0) : MAX (late, 0);
            g_assert_cmpint (due.days_overdue, ==, overdue);
            if (overdue > 0)
              expected |= XC_DUE_MASK (XC_DUE_OVERDUE);
            else if (judged && runs && left <= YELLOW)
              expected |= XC_DUE_MASK (XC_DUE_YELLOW);
            else if (judged && runs && left <= GREEN)
              expected |= XC_DUE_MASK (XC_DUE_GREEN);
            g_assert_cmphex (xc_due_reasons_of_problem (state, &due, TODAY, GREEN, YELLOW), ==, expected);
          }
}

static void
counts_from_the_measure_that_is_due_next (void)
{
  XcDueMeasure measures[] = { { XC_MEASURE_DONE, TRUE, TODAY - 5, TODAY - 6 },
                              { XC_MEASURE_IN_PROGRESS, FALSE, TODAY + 8, XC_DAY_NONE },
                              { XC_MEASURE_NOT_STARTED, FALSE, TODAY + 3, XC_DAY_NONE },
                              { XC_MEASURE_BASICALLY_DONE, FALSE, XC_DAY_NONE, XC_DAY_NONE } };
  XcProblemDue due;

  xc_due_of_problem (XC_RECTIFICATION_IN_PROGRESS, measures, 4, TODAY, &due);
  g_assert_cmpuint (due.n_measures, ==, 4);
  g_assert_cmpuint (due.n_done, ==, 1);
  g_assert_true (due.is_immediate);
  g_assert_cmpint (due.due_on, ==, TODAY + 3);
  g_assert_cmpint (due.done_on, ==, XC_DAY_NONE);
  g_assert_cmpint (due.days_overdue, ==, 0);
  for (guint i = 1; i < 4; i++)
    {
      measures[i].state = XC_MEASURE_DONE;
      measures[i].done_on = TODAY - (XcDay) i;
    }
  xc_due_of_problem (XC_RECTIFICATION_IN_PROGRESS, measures, 4, TODAY, &due);
  g_assert_cmpint (due.due_on, ==, TODAY + 8);
  g_assert_cmpint (due.done_on, ==, TODAY - 1);
  g_assert_cmphex (xc_due_reasons_of_problem (XC_RECTIFICATION_IN_PROGRESS, &due, TODAY, GREEN, YELLOW), ==,
                   XC_DUE_MASK (XC_DUE_APPLY));
  for (guint i = 0; i < G_N_ELEMENTS (open_states); i++)
    {
      xc_due_of_problem (open_states[i], NULL, 0, TODAY, &due);
      g_assert_cmpint (due.due_on, ==, XC_DAY_NONE);
      g_assert_cmphex (xc_due_reasons_of_problem (open_states[i], &due, TODAY, GREEN, YELLOW), ==,
                       expect_of_state (open_states[i], FALSE));
    }
}

static guint
count_waits (const XcInspectionDays *days)
{
  guint mask = 0;

  for (guint i = 0; i < XC_N_DUE_REASONS; i++)
    if (xc_due_waits ((XcDueReason) i, days, TODAY))
      mask |= XC_DUE_MASK (i);
  return mask;
}

/* The life of an inspection, and what it waits for at each step. */
static void
waits_for_one_paper_after_the_other (void)
{
  XcInspectionDays days = { XC_DAY_NONE, FALSE,       XC_DAY_NONE,     XC_DAY_NONE, XC_DAY_NONE,
                            XC_DAY_NONE, XC_DAY_NONE, XC_PLAN_MISSING, 0,           0 };

  g_assert_cmphex (count_waits (&days), ==, 0);
  days.enters_on = TODAY + 12;
  g_assert_cmphex (count_waits (&days), ==, XC_DUE_MASK (XC_DUE_NOTICE));
  days.notified_on = TODAY;
  g_assert_cmphex (count_waits (&days), ==, 0);
  days.notified_on = XC_DAY_NONE;
  days.has_entered = TRUE;
  g_assert_cmphex (count_waits (&days), ==, 0);
  days.leaves_on = TODAY + 1;
  g_assert_cmphex (count_waits (&days), ==, 0);
  days.leaves_on = TODAY;
  g_assert_cmphex (count_waits (&days), ==, XC_DUE_MASK (XC_DUE_REPORT));
  days.reported_on = TODAY;
  g_assert_cmphex (count_waits (&days), ==, XC_DUE_MASK (XC_DUE_FEEDBACK));
  days.fed_back_on = TODAY;
  g_assert_cmphex (count_waits (&days), ==, 0);
  days.n_open = 3;
  g_assert_cmphex (count_waits (&days), ==, XC_DUE_MASK (XC_DUE_PLAN) | XC_DUE_MASK (XC_DUE_RECTIFICATION));
  days.plan = XC_PLAN_UNDER_REVIEW;
  g_assert_cmphex (count_waits (&days), ==,
                   XC_DUE_MASK (XC_DUE_PLAN_REVIEW) | XC_DUE_MASK (XC_DUE_RECTIFICATION));
  days.plan = XC_PLAN_RETURNED;
  days.n_measures = 2;
  g_assert_cmphex (count_waits (&days), ==, XC_DUE_MASK (XC_DUE_PLAN) | XC_DUE_MASK (XC_DUE_RECTIFICATION));
  days.plan = XC_PLAN_MISSING;
  g_assert_cmphex (count_waits (&days), ==, XC_DUE_MASK (XC_DUE_RECTIFICATION));
  days.plan = XC_PLAN_ACCEPTED;
  days.report_received_on = TODAY;
  g_assert_cmphex (count_waits (&days), ==, 0);
  days.report_received_on = XC_DAY_NONE;
  days.n_open = 0;
  g_assert_cmphex (count_waits (&days), ==, 0);
}

static void
knows_what_counts_from_what (void)
{
  const XcInspectionDays days = {
    .enters_on = TODAY, .leaves_on = TODAY + 1, .reported_on = TODAY + 2, .fed_back_on = TODAY + 3
  };
  guint n_subjects = 0;

  g_assert_cmpint (xc_due_start_day (XC_START_ENTERS, &days), ==, TODAY);
  g_assert_cmpint (xc_due_start_day (XC_START_LEAVES, &days), ==, TODAY + 1);
  g_assert_cmpint (xc_due_start_day (XC_START_REPORTING, &days), ==, TODAY + 2);
  g_assert_cmpint (xc_due_start_day (XC_START_FEEDBACK, &days), ==, TODAY + 3);
  g_assert_cmpint (xc_due_start_day (XC_START_HANDOVER, &days), ==, XC_DAY_NONE);
  for (guint i = 0; i < XC_N_DUE_REASONS; i++)
    {
      XcDeadlineSubject subject;

      n_subjects += (guint) xc_due_subject_of_reason ((XcDueReason) i, &subject);
      for (guint j = 0; j < i; j++)
        g_assert_cmpstr (xc_due_reason_get_title ((XcDueReason) i), !=,
                         xc_due_reason_get_title ((XcDueReason) j));
    }
  g_assert_cmpuint (n_subjects, ==, XC_N_DEADLINE_SUBJECTS - 1);
  g_assert_cmpstr (xc_deadline_subject_to_word (XC_SUBJECT_LEAD_REPLY), ==, "lead_reply");
  g_assert_cmpstr (xc_deadline_start_to_word (XC_START_REPORTING), ==, "reporting");
  g_assert_cmpstr (xc_deadline_unit_to_word (XC_DEADLINE_MONTHS), ==, "months");
  g_assert_cmpstr (xc_deadline_direction_to_word (XC_DEADLINE_BEFORE), ==, "before");
  g_assert_cmpstr (xc_deadline_colour_to_word (XC_DEADLINE_WARNING_RED), ==, "red");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/due/warns-by-the-day-in-every-state", warns_by_the_day_in_every_state);
  g_test_add_func ("/core/due/counts-from-the-measure-that-is-due-next",
                   counts_from_the_measure_that_is_due_next);
  g_test_add_func ("/core/due/waits-for-one-paper-after-the-other", waits_for_one_paper_after_the_other);
  g_test_add_func ("/core/due/knows-what-counts-from-what", knows_what_counts_from_what);
  return g_test_run ();
}
