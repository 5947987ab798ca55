/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/round-state.h"

#define NO XC_DAY_NONE
#define N_DAYS 4 /* NONE, 1, 2, 3 */
#define N_COURSES (N_DAYS * N_DAYS * N_DAYS * N_DAYS * N_DAYS)

static XcDay
get_day (guint number)
{
  return number % N_DAYS == 0 ? NO : (XcDay) (number % N_DAYS);
}

/* Every way in which five days can be given, by number. */
static XcInspectionCourse
get_course (guint number)
{
  XcInspectionCourse course = { 0 };

  course.enters = get_day (number);
  course.leaves = get_day (number /= N_DAYS);
  course.reported = get_day (number /= N_DAYS);
  course.fed_back = get_day (number /= N_DAYS);
  course.report_received = get_day (number / N_DAYS);
  return course;
}

static XcRoundState
get_state (XcDay starts, XcDay ends, const XcStageDays *stages, guint n_stages,
           const XcInspectionCourse *inspections, guint n_inspections, XcDay today)
{
  XcRoundCourse course = { starts, ends, stages, n_stages, inspections, n_inspections };

  return xc_round_state (&course, today);
}

static void
follows_its_own_days (void)
{
  g_assert_cmpint (get_state (NO, NO, NULL, 0, NULL, 0, 5), ==, XC_ROUND_PREPARATION);
  g_assert_cmpint (get_state (6, 9, NULL, 0, NULL, 0, 5), ==, XC_ROUND_PREPARATION);
  g_assert_cmpint (get_state (5, 9, NULL, 0, NULL, 0, 5), ==, XC_ROUND_DEPLOYMENT);
  g_assert_cmpint (get_state (5, 9, NULL, 0, NULL, 0, 99), ==, XC_ROUND_DEPLOYMENT);
}

/* In which state a single inspection puts its round, said in another way than the program does. */
static XcRoundState
expect_single (const XcInspectionCourse *course, XcDay today)
{
  const XcDay days[] = { course->enters, course->leaves, course->reported, course->fed_back,
                         course->report_received };
  static const XcRoundState states[] = { XC_ROUND_ON_SITE, XC_ROUND_REPORTING, XC_ROUND_FEEDBACK,
                                         XC_ROUND_RECTIFICATION, XC_ROUND_FINISHED };
  XcRoundState state = XC_ROUND_PREPARATION;

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    if (days[i] != NO && days[i] <= today)
      state = states[i];
  return state;
}

static void
follows_one_inspection_whatever_its_days (void)
{
  for (guint number = 0; number < N_COURSES; number++)
    for (XcDay today = 0; today <= N_DAYS; today++)
      {
        XcInspectionCourse course = get_course (number);

        g_assert_cmpint (get_state (NO, NO, NULL, 0, &course, 1, today), ==, expect_single (&course, today));
      }
}

static void
is_where_the_last_of_several_is (void)
{
  for (guint number = 0; number < 40000; number++)
    {
      XcInspectionCourse both[2] = { get_course ((guint) g_test_rand_int_range (0, N_COURSES)),
                                     get_course ((guint) g_test_rand_int_range (0, N_COURSES)) };
      XcDay today = (XcDay) g_test_rand_int_range (0, N_DAYS + 1);
      XcRoundState one = expect_single (&both[0], today);
      XcRoundState other = expect_single (&both[1], today);
      XcRoundState expected = MAX (one, other);

      if (expected > XC_ROUND_ON_SITE)
        expected = MAX (MIN (one, other), XC_ROUND_ON_SITE);
      g_assert_cmpint (get_state (NO, NO, NULL, 0, both, 2, today), ==, expected);
    }
}

static void
does_not_wait_for_feedback_of_checks (void)
{
  const XcInspectionCourse both[] = { { 1, 2, 3, 4, 6, FALSE }, { 1, 2, 3, NO, NO, TRUE } };

  g_assert_cmpint (get_state (NO, NO, NULL, 0, &both[1], 1, 2), ==, XC_ROUND_REPORTING);
  g_assert_cmpint (get_state (NO, NO, NULL, 0, &both[1], 1, 3), ==, XC_ROUND_FINISHED);
  g_assert_cmpint (get_state (NO, NO, NULL, 0, both, 2, 4), ==, XC_ROUND_RECTIFICATION);
  g_assert_cmpint (get_state (NO, NO, NULL, 0, both, 2, 6), ==, XC_ROUND_FINISHED);
}

static void
waits_for_those_to_enter_until_its_last_day (void)
{
  const XcInspectionCourse both[] = { { 1, 2, 3, 4, NO }, { NO, NO, NO, NO, NO } };
  const XcInspectionCourse late[] = { { 1, 2, 3, 4, NO }, { 12, NO, NO, NO, NO } };

  g_assert_cmpint (get_state (1, 9, NULL, 0, both, 2, 9), ==, XC_ROUND_ON_SITE);
  g_assert_cmpint (get_state (1, 9, NULL, 0, both, 2, 10), ==, XC_ROUND_RECTIFICATION);
  g_assert_cmpint (get_state (1, 9, NULL, 0, late, 2, 10), ==, XC_ROUND_ON_SITE);
  g_assert_cmpint (get_state (1, NO, NULL, 0, both, 2, 99), ==, XC_ROUND_ON_SITE);
}

static void
follows_each_stage (void)
{
  static const XcRoundState during[] = {
    XC_ROUND_PREPARATION, XC_ROUND_DEPLOYMENT,    XC_ROUND_ON_SITE,       XC_ROUND_REPORTING,
    XC_ROUND_FEEDBACK,    XC_ROUND_RECTIFICATION, XC_ROUND_RECTIFICATION, XC_ROUND_RECTIFICATION,
    XC_ROUND_EVALUATION,  XC_ROUND_EVALUATION,
  };
  static const XcRoundState after[] = {
    XC_ROUND_DEPLOYMENT,    XC_ROUND_DEPLOYMENT,    XC_ROUND_REPORTING,     XC_ROUND_FEEDBACK,
    XC_ROUND_RECTIFICATION, XC_ROUND_RECTIFICATION, XC_ROUND_RECTIFICATION, XC_ROUND_FINISHED,
    XC_ROUND_FINISHED,      XC_ROUND_FINISHED,
  };

  G_STATIC_ASSERT (G_N_ELEMENTS (during) == XC_N_ROUND_STAGES && G_N_ELEMENTS (after) == XC_N_ROUND_STAGES);
  for (XcRoundStage stage = 0; stage < XC_N_ROUND_STAGES; stage++)
    {
      XcStageDays open = { stage, 0, 3, NO };
      XcStageDays closed = { stage, 0, 3, 5 };
      XcStageDays only_its_end = { stage, 0, NO, 5 };

      g_assert_cmpint (get_state (NO, NO, &open, 1, NULL, 0, 2), ==, XC_ROUND_PREPARATION);
      g_assert_cmpint (get_state (NO, NO, &open, 1, NULL, 0, 3), ==, during[stage]);
      g_assert_cmpint (get_state (NO, NO, &closed, 1, NULL, 0, 5), ==, during[stage]);
      g_assert_cmpint (get_state (NO, NO, &closed, 1, NULL, 0, 6), ==, after[stage]);
      g_assert_cmpint (get_state (NO, NO, &only_its_end, 1, NULL, 0, 6), ==, after[stage]);
    }
}

static void
does_not_ask_for_the_end_of_earlier_stages (void)
{
  const XcStageDays stages[] = { { XC_ROUND_STAGE_ON_SITE, 0, 4, NO },
                                 { XC_ROUND_STAGE_PREPARATION, 0, 1, NO } };

  g_assert_cmpint (get_state (NO, NO, stages, 2, NULL, 0, 3), ==, XC_ROUND_PREPARATION);
  g_assert_cmpint (get_state (NO, NO, stages, 2, NULL, 0, 4), ==, XC_ROUND_ON_SITE);
}

static void
waits_for_all_rows_of_a_stage (void)
{
  const XcStageDays stages[] = { { XC_ROUND_STAGE_FEEDBACK, 0, 1, 2 }, { XC_ROUND_STAGE_FEEDBACK, 0, 5, 6 } };

  g_assert_cmpint (get_state (NO, NO, stages, 2, NULL, 0, 4), ==, XC_ROUND_FEEDBACK);
  g_assert_cmpint (get_state (NO, NO, stages, 2, NULL, 0, 7), ==, XC_ROUND_RECTIFICATION);
}

static void
waits_for_the_slowest_batch (void)
{
  const XcStageDays stages[] = {
    { XC_ROUND_STAGE_DEPLOYMENT, 0, 1, 1 }, { XC_ROUND_STAGE_ON_SITE, 1, 2, 4 },
    { XC_ROUND_STAGE_FEEDBACK, 1, 5, 6 },   { XC_ROUND_STAGE_RECTIFICATION, 1, 7, NO },
    { XC_ROUND_STAGE_ON_SITE, 2, 8, 9 },
  };

  g_assert_cmpint (get_state (NO, NO, stages, 5, NULL, 0, 1), ==, XC_ROUND_DEPLOYMENT);
  g_assert_cmpint (get_state (NO, NO, stages, 5, NULL, 0, 3), ==, XC_ROUND_ON_SITE);
  g_assert_cmpint (get_state (NO, NO, stages, 5, NULL, 0, 7), ==, XC_ROUND_ON_SITE);
  g_assert_cmpint (get_state (NO, NO, stages, 5, NULL, 0, 10), ==, XC_ROUND_REPORTING);
}

static void
believes_what_has_got_further (void)
{
  const XcStageDays on_site = { XC_ROUND_STAGE_ON_SITE, 0, 1, NO },
                    feedback = { XC_ROUND_STAGE_FEEDBACK, 0, 3, NO };
  const XcInspectionCourse reported = { 1, 2, 3, NO, NO }, entered = { 1, NO, NO, NO, NO };

  g_assert_cmpint (get_state (NO, NO, &on_site, 1, &reported, 1, 4), ==, XC_ROUND_FEEDBACK);
  g_assert_cmpint (get_state (NO, NO, &feedback, 1, &entered, 1, 4), ==, XC_ROUND_FEEDBACK);
}

static void
is_not_finished_before_its_last_work (void)
{
  const XcInspectionCourse done = { 1, 2, 3, 4, 5 };
  const XcStageDays planned[] = { { XC_ROUND_STAGE_EVALUATION, 0, NO, NO },
                                  { XC_ROUND_STAGE_ARCHIVE, 0, NO, NO } };
  const XcStageDays evaluated[] = { { XC_ROUND_STAGE_EVALUATION, 0, 6, 7 },
                                    { XC_ROUND_STAGE_ARCHIVE, 0, NO, NO } };
  const XcStageDays archived[] = { { XC_ROUND_STAGE_EVALUATION, 0, NO, NO },
                                   { XC_ROUND_STAGE_ARCHIVE, 0, 6, 7 } };

  g_assert_cmpint (get_state (NO, NO, NULL, 0, &done, 1, 9), ==, XC_ROUND_FINISHED);
  g_assert_cmpint (get_state (NO, NO, planned, 2, &done, 1, 9), ==, XC_ROUND_EVALUATION);
  g_assert_cmpint (get_state (NO, NO, evaluated, 2, &done, 1, 9), ==, XC_ROUND_EVALUATION);
  g_assert_cmpint (get_state (NO, NO, archived, 2, &done, 1, 9), ==, XC_ROUND_FINISHED);
}

static XcStageDays
get_random_stage (void)
{
  return (XcStageDays){ (XcRoundStage) g_test_rand_int_range (0, XC_N_ROUND_STAGES),
                        g_test_rand_int_range (0, 3), get_day ((guint) g_test_rand_int ()),
                        get_day ((guint) g_test_rand_int ()) };
}

static void
never_goes_back_by_itself (void)
{
  for (guint i = 0; i < 40000; i++)
    {
      XcStageDays stages[4];
      XcInspectionCourse inspections[3];
      guint n_stages = (guint) g_test_rand_int_range (0, 5), n = (guint) g_test_rand_int_range (0, 4);
      XcDay starts = get_day ((guint) g_test_rand_int ()), ends = get_day ((guint) g_test_rand_int ());
      XcRoundState before = XC_ROUND_PREPARATION;

      for (guint s = 0; s < n_stages; s++)
        stages[s] = get_random_stage ();
      for (guint s = 0; s < n; s++)
        inspections[s] = get_course ((guint) g_test_rand_int_range (0, N_COURSES));
      for (XcDay today = 0; today <= N_DAYS; today++)
        {
          XcRoundState state = get_state (starts, ends, stages, n_stages, inspections, n, today);

          g_assert_cmpint (state, >=, before);
          g_assert_cmpint (state, <, XC_N_ROUND_STATES);
          before = state;
        }
    }
}

static void
is_called_by_its_own_name (void)
{
  for (guint i = 0; i < XC_N_ROUND_STATES; i++)
    for (guint j = 0; j < i; j++)
      g_assert_cmpstr (xc_round_state_title ((XcRoundState) i), !=, xc_round_state_title ((XcRoundState) j));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/round-state/follows-its-own-days", follows_its_own_days);
  g_test_add_func ("/core/round-state/follows-one-inspection-whatever-its-days",
                   follows_one_inspection_whatever_its_days);
  g_test_add_func ("/core/round-state/is-where-the-last-of-several-is", is_where_the_last_of_several_is);
  g_test_add_func ("/core/round-state/does-not-wait-for-feedback-of-checks",
                   does_not_wait_for_feedback_of_checks);
  g_test_add_func ("/core/round-state/waits-for-those-to-enter-until-its-last-day",
                   waits_for_those_to_enter_until_its_last_day);
  g_test_add_func ("/core/round-state/follows-each-stage", follows_each_stage);
  g_test_add_func ("/core/round-state/does-not-ask-for-the-end-of-earlier-stages",
                   does_not_ask_for_the_end_of_earlier_stages);
  g_test_add_func ("/core/round-state/waits-for-all-rows-of-a-stage", waits_for_all_rows_of_a_stage);
  g_test_add_func ("/core/round-state/waits-for-the-slowest-batch", waits_for_the_slowest_batch);
  g_test_add_func ("/core/round-state/believes-what-has-got-further", believes_what_has_got_further);
  g_test_add_func ("/core/round-state/is-not-finished-before-its-last-work",
                   is_not_finished_before_its_last_work);
  g_test_add_func ("/core/round-state/never-goes-back-by-itself", never_goes_back_by_itself);
  g_test_add_func ("/core/round-state/is-called-by-its-own-name", is_called_by_its_own_name);
  return g_test_run ();
}
