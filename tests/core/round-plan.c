/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/round-plan.h"

#define NO XC_DAY_NONE

static XcDay
day (const char *iso)
{
  return iso != NULL ? xc_day_parse_iso (iso) : XC_DAY_NONE;
}

static void
assert_next (const XcRoundDays *rounds, guint n_rounds, const char *today, const char *starts,
             const char *ends)
{
  XcRoundDays next = xc_round_plan_next (rounds, n_rounds, day (today));
  char iso[XC_DAY_ISO_SIZE];

  g_assert_cmpstr (xc_day_format_iso (next.starts, iso), ==, starts);
  g_assert_cmpstr (xc_day_format_iso (next.ends, iso), ==, ends);
}

static void
proposes_as_it_was_before (void)
{
  const XcRoundDays rounds[] = {
    { day ("2017-03-06"), day ("2017-04-21") }, /* 47 days */
    { NO, NO },
    { day ("2017-06-12"), day ("2017-07-28") }, /* 52 days after */
  };

  assert_next (rounds, 3, "2017-05-01", "2017-09-18", "2017-11-03");
  assert_next (rounds, 2, "2017-01-01", "2017-06-19", "2017-08-04");
  assert_next (rounds, 3, "2018-01-01", "2018-01-08", "2018-02-23");
}

static void
proposes_something_without_a_round (void)
{
  assert_next (NULL, 0, "2024-05-12", "2024-05-13", "2024-06-21");
  assert_next (NULL, 0, "2024-05-13", "2024-05-20", "2024-06-28");
}

static void
begins_on_a_monday_after_today (void)
{
  for (XcDay today = day ("2020-01-01"); today < day ("2020-03-10"); today++)
    {
      const XcRoundDays rounds[] = { { today - 60, today - 30 }, { today - 20, today - 1 } };

      for (guint n = 0; n <= G_N_ELEMENTS (rounds); n++)
        {
          XcRoundDays next = xc_round_plan_next (rounds, n, today);

          g_assert_cmpint (xc_day_weekday (next.starts), ==, 1);
          g_assert_cmpint (next.starts, >, today);
          g_assert_cmpint (next.ends, >=, next.starts);
        }
    }
}

static void
add_rule (GArray *rules, XcDeadlineSubject subject, XcDeadlineStart start, int number, XcDeadlineUnit unit,
          const char *valid_from)
{
  XcTimetableRule rule = {
    subject,
    start,
    { number, unit, subject == XC_SUBJECT_NOTICE ? XC_DEADLINE_BEFORE : XC_DEADLINE_AFTER, day (valid_from) }
  };

  g_array_append_val (rules, rule);
}

static void
assert_stages (const GArray *rules, const char *const expected[XC_N_ROUND_STAGES][2])
{
  const XcRoundDays round = { day ("2024-03-05"), day ("2024-04-18") };
  XcPlannedStage stages[XC_N_ROUND_STAGES];
  char from[XC_DAY_ISO_SIZE], to[XC_DAY_ISO_SIZE];

  xc_round_plan_stages (&round, rules, NULL, stages);
  for (guint i = 0; i < XC_N_ROUND_STAGES; i++)
    {
      g_assert_cmpint (stages[i].stage, ==, i);
      g_assert_cmpstr (xc_day_format_iso (stages[i].from, from), ==, expected[i][0]);
      g_assert_cmpstr (xc_day_format_iso (stages[i].to, to), ==, expected[i][1]);
    }
}

static void
plans_stages_by_the_rules (void)
{
  static const char *const expected[XC_N_ROUND_STAGES][2] = {
    { "2024-01-24", "2024-02-23" }, { "2024-02-24", "2024-03-04" }, { "2024-03-05", "2024-04-18" },
    { "2024-04-19", "2024-05-18" }, { "2024-05-19", "2024-05-28" }, { "2024-05-19", "2024-05-28" },
    { "2024-05-29", "2024-06-28" }, { "2024-05-29", "2024-11-28" }, { "2024-11-29", "2024-12-28" },
    { "2024-12-29", "2025-01-28" },
  };
  g_autoptr (GArray) rules = g_array_new (FALSE, FALSE, sizeof (XcTimetableRule));

  add_rule (rules, XC_SUBJECT_NOTICE, XC_START_ENTERS, 10, XC_DEADLINE_DAYS, NULL);
  add_rule (rules, XC_SUBJECT_REPORT, XC_START_LEAVES, 1, XC_DEADLINE_MONTHS, NULL);
  add_rule (rules, XC_SUBJECT_PLAN, XC_START_FEEDBACK, 1, XC_DEADLINE_MONTHS, NULL);
  add_rule (rules, XC_SUBJECT_RECTIFICATION, XC_START_FEEDBACK, 6, XC_DEADLINE_MONTHS, "2024-02-01");
  add_rule (rules, XC_SUBJECT_RECTIFICATION, XC_START_FEEDBACK, 3, XC_DEADLINE_MONTHS, NULL);
  add_rule (rules, XC_SUBJECT_RECTIFICATION, XC_START_FEEDBACK, 9, XC_DEADLINE_MONTHS, "2025-01-01");
  assert_stages (rules, expected);
}

static void
plans_feedback_by_a_rule_if_there_is_one (void)
{
  const XcRoundDays round = { day ("2024-03-05"), day ("2024-04-18") };
  g_autoptr (GArray) rules = g_array_new (FALSE, FALSE, sizeof (XcTimetableRule));
  XcPlannedStage stages[XC_N_ROUND_STAGES];

  add_rule (rules, XC_SUBJECT_FEEDBACK, XC_START_REPORTING, 20, XC_DEADLINE_DAYS, NULL);
  xc_round_plan_stages (&round, rules, NULL, stages);
  g_assert_cmpint (stages[XC_ROUND_STAGE_FEEDBACK].to, ==, day ("2024-06-07"));
  g_assert_cmpint (stages[XC_ROUND_STAGE_RECTIFICATION].from, ==, day ("2024-06-08"));
}

static void
plans_stages_without_rules (void)
{
  static const char *const expected[XC_N_ROUND_STAGES][2] = {
    { "2024-02-04", "2024-03-03" }, { "2024-03-04", "2024-03-04" }, { "2024-03-05", "2024-04-18" },
    { "2024-04-19", "2024-05-18" }, { "2024-05-19", "2024-05-28" }, { "2024-05-19", "2024-05-28" },
    { "2024-05-29", "2024-06-28" }, { "2024-05-29", "2024-08-28" }, { "2024-08-29", "2024-09-28" },
    { "2024-09-29", "2024-10-28" },
  };
  g_autoptr (GArray) rules = g_array_new (FALSE, FALSE, sizeof (XcTimetableRule));

  assert_stages (rules, expected);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/round-plan/proposes-as-it-was-before", proposes_as_it_was_before);
  g_test_add_func ("/core/round-plan/proposes-something-without-a-round", proposes_something_without_a_round);
  g_test_add_func ("/core/round-plan/begins-on-a-monday-after-today", begins_on_a_monday_after_today);
  g_test_add_func ("/core/round-plan/plans-stages-by-the-rules", plans_stages_by_the_rules);
  g_test_add_func ("/core/round-plan/plans-feedback-by-a-rule-if-there-is-one",
                   plans_feedback_by_a_rule_if_there_is_one);
  g_test_add_func ("/core/round-plan/plans-stages-without-rules", plans_stages_without_rules);
  return g_test_run ();
}
