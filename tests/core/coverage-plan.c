/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/coverage-plan.h"
#include "core/pace.h"
#include "coverage-rows.h"

#define R XC_INSPECTION_REGULAR

/* Of the round that was added last. */
static XcCoverageInspection *
plan_inspection (XcCoverageInput *input, gint64 organization, XcInspectionKind kind, int enters, int leaves)
{
  XcCoverageInspection *row = add_inspection (input, organization, kind, UNSET, UNSET);

  row->planned_enters_on = at (enters);
  row->planned_leaves_on = at (leaves);
  return row;
}

static XcCoverageInspection *
carry_out (XcCoverageInput *input, gint64 organization, int left)
{
  XcCoverageInspection *row = add_inspection (input, organization, R, left, left);

  row->planned_enters_on = row->planned_leaves_on = XC_DAY_NONE;
  return row;
}

/* A term of 1000 days: organizations 1 to @departments in the first register, as many villages outside the total. */
static XcCoverageInput *
make_plan (guint departments, guint villages)
{
  XcCoverageInput *input = make_term (1000);

  for (guint o = 1; o <= departments; o++)
    add_organization (input, o, 1, UNSET, UNSET);
  for (guint o = 1; o <= villages; o++)
    add_organization (input, 500 + o, 3, UNSET, UNSET);
  return input;
}

/* The last round but two of a term of which 96 of 112 are covered. */
static void
plans_what_the_round_will_cover (void)
{
  XcCoverageInput *input = make_plan (112, 20);
  g_autoptr (XcCoveragePlan) plan = NULL;
  XcPlanFigures figures;

  input->term.planned_rounds = 12;
  for (int i = 0; i < 9; i++)
    {
      add_round (input, i * 80, i * 80 + 59);
      for (guint o = (guint) i * 10 + 1; o <= MIN ((guint) i * 11 + 20, 96); o++)
        carry_out (input, o, i * 80 + 59);
    }
  add_round (input, 800, 890);
  for (guint o = 97; o <= 108; o++)
    plan_inspection (input, o, R, 800, 890);
  plan_inspection (input, 501, R, 800, 890);
  plan_inspection (input, 502, XC_INSPECTION_EXTENDED, 800, 890);
  plan = xc_coverage_plan_new (input, 10);
  figures = xc_coverage_plan_get_figures (plan, XC_COVERAGE_TOTAL);
  g_assert_cmpint (plan->as_of, ==, at (890));
  g_assert_cmpuint (figures.covered, ==, 108);
  g_assert_cmpuint (figures.owed, ==, 112);
  g_assert_cmpuint (figures.remaining, ==, 4);
  g_assert_cmpuint (figures.added, ==, 12);
  g_assert_cmpuint (figures.rounds_left, ==, 2);
  g_assert_cmpuint (figures.needed_per_round, ==, 2);
  g_assert_cmpint (figures.verdict, ==, XC_PLAN_ENOUGH);
  g_assert_cmpuint (plan->n_presumed, ==, 14);
  g_assert_cmpuint (plan->n_late, ==, 0);
  figures = xc_coverage_plan_get_figures (plan, 2);
  g_assert_cmpuint (figures.covered, ==, 1);
  g_assert_cmpuint (figures.owed, ==, 20);
  g_assert_cmpuint (figures.added, ==, 1);
}

/* What the term names may be another event; a planned day past the round's last one adds nothing by then. */
static void
takes_the_planned_day_of_the_event_that_the_term_names (void)
{
  static const struct
  {
    XcCoveredWhen when;
    int enters, leaves;
    guint covered, n_late;
  } cases[] = {
    { XC_COVERED_WHEN_LEFT, 10, 40, 1, 0 },           { XC_COVERED_WHEN_LEFT, 10, 50, 1, 0 },
    { XC_COVERED_WHEN_LEFT, 10, 51, 0, 1 },           { XC_COVERED_WHEN_LEFT, 60, UNSET, 1, 0 },
    { XC_COVERED_WHEN_LEFT, UNSET, UNSET, 1, 0 },     { XC_COVERED_WHEN_ENTERED, 50, 60, 1, 0 },
    { XC_COVERED_WHEN_ENTERED, 51, 60, 0, 1 },        { XC_COVERED_WHEN_ENTERED, UNSET, 60, 0, 1 },
    { XC_COVERED_WHEN_ENTERED, UNSET, 40, 1, 0 },     { XC_COVERED_WHEN_FED_BACK, 10, 40, 1, 0 },
    { XC_COVERED_WHEN_FED_BACK, UNSET, UNSET, 1, 0 }, { XC_COVERED_WHEN_FED_BACK, 10, 51, 0, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      XcCoverageInput *input = make_plan (3, 0);
      g_autoptr (XcCoveragePlan) plan = NULL;

      input->term.covered_when = cases[i].when;
      add_round (input, 0, 50);
      plan_inspection (input, 2, R, cases[i].enters, cases[i].leaves);
      plan = xc_coverage_plan_new (input, 1);
      g_assert_cmpuint (plan->day->total.covered, ==, cases[i].covered);
      g_assert_cmpuint (plan->n_late, ==, cases[i].n_late);
      g_assert_cmpuint (plan->n_presumed, ==, 1 - cases[i].n_late);
    }
}

static void
lets_what_happened_stand (void)
{
  XcCoverageInput *input = make_plan (3, 0);
  g_autoptr (XcCoveragePlan) plan = NULL;

  add_round (input, 0, 50);
  carry_out (input, 1, 40)->planned_leaves_on = at (60);
  carry_out (input, 2, 55)->planned_leaves_on = at (40);
  plan = xc_coverage_plan_new (input, 1);
  g_assert_cmpuint (plan->day->total.covered, ==, 1);
  g_assert_cmpuint (plan->n_presumed, ==, 0);
}

/* Kinds that do not count add nothing, unless the inspection says so, and the other way round. */
static void
follows_the_rule_of_counting (void)
{
  for (guint kind = 0; kind < XC_N_INSPECTION_KINDS; kind++)
    for (guint counts = 0; counts <= XC_COUNTS_NO; counts++)
      {
        XcCoverageInput *input = make_plan (1, 0);
        g_autoptr (XcCoveragePlan) plan = NULL;

        add_round (input, 0, 50);
        plan_inspection (input, 1, kind, 0, 50)->counts = counts;
        plan = xc_coverage_plan_new (input, 1);
        g_assert_cmpuint (plan->day->total.covered, ==, xc_inspection_counts (kind, XC_LEVEL_OWN, counts));
      }
}

/* What rounds before still have to do is taken as done; what later rounds plan is not. */
static void
carries_out_the_rounds_before_and_none_after (void)
{
  XcCoverageInput *input = make_plan (10, 0);
  g_autoptr (XcCoveragePlan) plan = NULL;
  XcPlanFigures figures;

  add_round (input, 0, 50);
  carry_out (input, 1, 50);
  plan_inspection (input, 2, R, UNSET, UNSET);
  add_round (input, 100, 150);
  plan_inspection (input, 3, R, 100, 150);
  plan_inspection (input, 4, R, 100, 150);
  add_round (input, 200, 250);
  plan_inspection (input, 5, R, 110, 120);
  plan = xc_coverage_plan_new (input, 2);
  figures = xc_coverage_plan_get_figures (plan, XC_COVERAGE_TOTAL);
  g_assert_cmpuint (figures.covered, ==, 4);
  g_assert_cmpuint (figures.added, ==, 2);
  g_assert_cmpuint (figures.rounds_left, ==, 1);
  g_assert_cmpuint (plan->n_before, ==, 1);
  g_assert_cmpint (plan->day->organizations[4].state, ==, XC_COVERAGE_NEVER);
}

static void
counts_again_visits_once (void)
{
  XcCoverageInput *input = make_plan (2, 0);
  g_autoptr (XcCoveragePlan) plan = NULL;

  add_round (input, 0, 50);
  carry_out (input, 1, 50);
  add_round (input, 100, 150);
  plan_inspection (input, 1, R, 100, 150);
  plan_inspection (input, 2, R, 100, 150);
  plan_inspection (input, 2, XC_INSPECTION_SPECIAL, 100, 150);
  plan = xc_coverage_plan_new (input, 2);
  g_assert_cmpuint (plan->day->total.covered, ==, 2);
  g_assert_cmpuint (xc_coverage_plan_get_figures (plan, XC_COVERAGE_TOTAL).added, ==, 1);
}

static void
chooses_a_day_without_that_of_the_round (void)
{
  XcCoverageInput *input = make_plan (2, 0);
  g_autoptr (XcCoveragePlan) bare = NULL;
  g_autoptr (XcCoveragePlan) planned = NULL;

  add_round (input, 0, UNSET);
  bare = xc_coverage_plan_new (input, 1);
  g_assert_cmpint (bare->as_of, ==, at (999));
  input = make_plan (2, 0);
  add_round (input, 0, UNSET);
  plan_inspection (input, 1, R, 10, 70);
  plan_inspection (input, 2, R, 10, 60);
  planned = xc_coverage_plan_new (input, 1);
  g_assert_cmpint (planned->as_of, ==, at (70));
  g_assert_cmpuint (planned->day->total.covered, ==, 2);
}

static void
knows_no_round_of_another_term (void)
{
  XcCoverageInput *input = make_plan (2, 0);

  add_round (input, 0, 50);
  g_assert_null (xc_coverage_plan_new (input, 2));
}

/* Rounds that covered @before[]; then one that plans @planned of @owed; @n_planned rounds in all. */
static XcPlanFigures
judge (guint owed, guint n_planned, const guint *before, guint n_before, guint planned)
{
  XcCoverageInput *input = make_plan (owed, 0);
  g_autoptr (XcCoveragePlan) plan = NULL;
  guint next = 1;

  input->term.planned_rounds = n_planned;
  for (guint i = 0; i < n_before; i++)
    {
      add_round (input, (int) i * 50, (int) i * 50 + 40);
      for (guint o = 0; o < before[i]; o++)
        carry_out (input, next++, (int) i * 50 + 40);
    }
  add_round (input, 700, 740);
  for (guint o = 0; o < planned; o++)
    plan_inspection (input, next++, R, 700, 740);
  plan = xc_coverage_plan_new (input, n_before + 1);
  return xc_coverage_plan_get_figures (plan, XC_COVERAGE_TOTAL);
}

static void
judges_what_the_rounds_left_must_do (void)
{
  static const struct
  {
    guint owed, n_planned;
    guint before[4], n_before;
    guint planned;
    guint rounds_left, needed;
    XcPlanOutlook verdict;
  } cases[] = {
    { 20, 5, { 0 }, 0, 0, 4, 5, XC_PLAN_UNKNOWN },
    { 20, 5, { 0 }, 0, 4, 4, 4, XC_PLAN_ENOUGH },
    { 20, 5, { 0 }, 0, 3, 4, 5, XC_PLAN_SHORT },
    { 20, 1, { 0 }, 0, 20, 0, 0, XC_PLAN_NOTHING_REMAINS },
    { 20, 1, { 0 }, 0, 19, 0, 0, XC_PLAN_SHORT },
    { 20, 0, { 5 }, 1, 5, 0, 0, XC_PLAN_SHORT },
    { 40, 6, { 2, 4, 6 }, 3, 20, 2, 4, XC_PLAN_ENOUGH },
    { 40, 6, { 2, 4, 6 }, 3, 18, 2, 5, XC_PLAN_TIGHT },
    { 40, 6, { 2, 4, 6 }, 3, 0, 2, 14, XC_PLAN_SHORT },
    { 60, 7, { 9, 2, 4, 6 }, 4, 21, 2, 9, XC_PLAN_TIGHT }, /* the best of all, the mean of three */
    { 60, 7, { 9, 2, 4, 6 }, 4, 31, 2, 4, XC_PLAN_ENOUGH },
    { 0, 7, { 0 }, 1, 0, 5, 0, XC_PLAN_NOTHING_REMAINS },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      XcPlanFigures figures =
          judge (cases[i].owed, cases[i].n_planned, cases[i].before, cases[i].n_before, cases[i].planned);

      g_assert_cmpuint (figures.rounds_left, ==, cases[i].rounds_left);
      g_assert_cmpuint (figures.needed_per_round, ==, cases[i].needed);
      g_assert_cmpint (figures.verdict, ==, cases[i].verdict);
    }
}

/* On the day after the round, had it gone as planned, the pace of the term says the same. */
static void
agrees_with_the_pace_once_it_is_carried_out (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);

  for (guint run = 0; run < 200; run++)
    {
      XcCoverageInput *input[2];
      guint n = (guint) g_rand_int_range (rand, 0, 25);
      guint32 seed = g_rand_int (rand);
      g_autoptr (XcCoveragePlan) plan = NULL;
      g_autoptr (XcCoverage) coverage = NULL;
      g_autoptr (XcPace) pace = NULL;
      XcPlanFigures figures;

      for (guint copy = 0; copy < 2; copy++)
        {
          g_autoptr (GRand) same = g_rand_new_with_seed (seed);

          input[copy] = make_plan (20, 4);
          input[copy]->term.planned_rounds = (guint) g_rand_int_range (same, 0, 6);
          for (int round = 0; round < 3; round++)
            {
              add_round (input[copy], round * 100, round * 100 + 60);
              for (guint i = 0; i < n; i++)
                {
                  gint64 who = g_rand_int_range (same, 1, 25);
                  XcInspectionKind kind = g_rand_int_range (same, 0, XC_N_INSPECTION_KINDS);
                  int leaves = round * 100 + g_rand_int_range (same, 1, 61);
                  gboolean is_known = g_rand_boolean (same);
                  gboolean is_done = copy == 1 || (round < 2 && is_known);

                  plan_inspection (input[copy], who, kind, round * 100, leaves)->left_on =
                      is_done ? at (leaves) : XC_DAY_NONE;
                }
            }
        }
      plan = xc_coverage_plan_new (input[0], 3);
      figures = xc_coverage_plan_get_figures (plan, XC_COVERAGE_TOTAL);
      coverage = xc_coverage_new (input[1]);
      pace = xc_pace_new (coverage, XC_COVERAGE_TOTAL, at (261));
      g_assert_cmpuint (figures.covered, ==, pace->covered);
      g_assert_cmpuint (figures.owed, ==, pace->owed);
      g_assert_cmpuint (figures.rounds_left, ==, pace->rounds_left);
      g_assert_cmpuint (figures.needed_per_round, ==, pace->needed_per_round);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/coverage-plan/plans-what-the-round-will-cover", plans_what_the_round_will_cover);
  g_test_add_func ("/core/coverage-plan/takes-the-planned-day-of-the-event-that-the-term-names",
                   takes_the_planned_day_of_the_event_that_the_term_names);
  g_test_add_func ("/core/coverage-plan/lets-what-happened-stand", lets_what_happened_stand);
  g_test_add_func ("/core/coverage-plan/follows-the-rule-of-counting", follows_the_rule_of_counting);
  g_test_add_func ("/core/coverage-plan/carries-out-the-rounds-before-and-none-after",
                   carries_out_the_rounds_before_and_none_after);
  g_test_add_func ("/core/coverage-plan/counts-again-visits-once", counts_again_visits_once);
  g_test_add_func ("/core/coverage-plan/chooses-a-day-without-that-of-the-round",
                   chooses_a_day_without_that_of_the_round);
  g_test_add_func ("/core/coverage-plan/knows-no-round-of-another-term", knows_no_round_of_another_term);
  g_test_add_func ("/core/coverage-plan/judges-what-the-rounds-left-must-do",
                   judges_what_the_rounds_left_must_do);
  g_test_add_func ("/core/coverage-plan/agrees-with-the-pace-once-it-is-carried-out",
                   agrees_with_the_pace_once_it_is_carried_out);
  return g_test_run ();
}
