/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/pace.h"
#include "coverage-rows.h"

#define R XC_INSPECTION_REGULAR
#define FORECAST(pace, i) (&g_array_index ((pace)->forecasts, XcForecast, i))

/* A term of @n_days that owes @owed organizations, numbered from 1. */
static XcCoverageInput *
make_plan (int n_days, guint owed, guint planned_rounds)
{
  XcCoverageInput *input = make_term (n_days);

  input->term.planned_rounds = planned_rounds;
  for (guint o = 1; o <= owed; o++)
    add_organization (input, o, 1, UNSET, UNSET);
  return input;
}

/* A round from day @starts to @ends in which organizations @first to @last were inspected. */
static void
add_whole_round (XcCoverageInput *input, int starts, int ends, guint first, guint last)
{
  add_round (input, starts, ends);
  for (guint o = first; o <= last; o++)
    add_inspection (input, o, R, starts, ends);
}

static void
divides_what_remains_among_the_rounds_left (void)
{
  XcCoverageInput *input = make_plan (1000, 112, 12);
  g_autoptr (XcCoverage) coverage = NULL;
  g_autoptr (XcPace) pace = NULL;
  g_autoptr (XcPace) before = NULL;

  for (int i = 0; i < 10; i++)
    add_whole_round (input, i * 80, i * 80 + 59, (guint) i * 10 + 1, MIN ((guint) i * 10 + 10, 96));
  coverage = xc_coverage_new (input);
  pace = xc_pace_new (coverage, XC_COVERAGE_TOTAL, at (790));
  g_assert_cmpuint (pace->covered, ==, 96);
  g_assert_cmpuint (pace->owed, ==, 112);
  g_assert_cmpuint (pace->remaining, ==, 16);
  g_assert_cmpuint (pace->rounds_finished, ==, 10);
  g_assert_cmpuint (pace->rounds_left, ==, 2);
  g_assert_cmpuint (pace->needed_per_round, ==, 8);
  before = xc_pace_new (coverage, XC_COVERAGE_TOTAL, at (58));
  g_assert_cmpuint (before->remaining, ==, 112);
  g_assert_cmpuint (before->rounds_left, ==, 12);
  g_assert_cmpuint (before->needed_per_round, ==, 10); /* 112 ÷ 12 = 9.33 */
  g_assert_cmpuint (before->rounds_looked_at, ==, 0);
  g_assert_cmpuint (before->forecasts->len, ==, 0);
  g_assert_cmpint (before->too_late_from, ==, XC_DAY_NONE);
  g_assert_false (before->out_of_reach);
}

static void
counts_recorded_rounds_without_a_plan (void)
{
  XcCoverageInput *input = make_plan (1000, 20, 0);
  g_autoptr (XcCoverage) coverage = NULL;
  g_autoptr (XcPace) pace = NULL;

  add_whole_round (input, 0, 49, 1, 5);
  add_round (input, 200, 250);
  add_round (input, 400, 450);
  coverage = xc_coverage_new (input);
  pace = xc_pace_new (coverage, XC_COVERAGE_TOTAL, at (100));
  g_assert_cmpuint (pace->rounds_left, ==, 2);
  g_assert_cmpuint (pace->needed_per_round, ==, 8);
  g_assert_cmpint (FORECAST (pace, 0)->day, ==, at (250));
  g_assert_cmpint (FORECAST (pace, 1)->day, ==, at (450));
  g_assert_cmpuint (FORECAST (pace, 0)->average, ==, 10);
  g_assert_cmpuint (pace->at_end.average, ==, 15);
  /* Three more rounds of 50 days at 5 each have to begin by day 850 of 0 to 999. */
  g_assert_cmpuint (pace->rounds_needed, ==, 3);
  g_assert_cmpint (pace->too_late_from, ==, at (851));
  g_assert_false (pace->out_of_reach);
}

/* Two of five rounds of 30 days done, at 4 and 6 of 20: two more at 6, which have to begin by day 240 of 0 to 299. */
static void
tells_the_day_from_which_it_is_too_late (void)
{
  static const struct
  {
    int day;
    gboolean out_of_reach;
  } cases[] = { { 100, FALSE }, { 240, FALSE }, { 241, TRUE }, { 299, TRUE } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      XcCoverageInput *input = make_plan (300, 20, 5);
      g_autoptr (XcCoverage) coverage = NULL;
      g_autoptr (XcPace) pace = NULL;

      add_whole_round (input, 0, 29, 1, 4);
      add_whole_round (input, 50, 79, 5, 10);
      coverage = xc_coverage_new (input);
      pace = xc_pace_new (coverage, XC_COVERAGE_TOTAL, at (cases[i].day));
      g_assert_cmpuint (pace->rounds_needed, ==, 2);
      g_assert_cmpint (pace->too_late_from, ==, at (241));
      g_assert_cmpint (pace->out_of_reach, ==, cases[i].out_of_reach);
    }
}

/* A long round of look-backs says nothing about how long it takes to cover organizations, but its output is none. */
static void
leaves_rounds_that_cover_nothing_out_of_the_mean_length (void)
{
  XcCoverageInput *input = make_plan (300, 20, 6);
  g_autoptr (XcCoverage) coverage = NULL;
  g_autoptr (XcPace) pace = NULL;

  add_whole_round (input, 0, 29, 1, 10);
  add_round (input, 50, 149);
  add_inspection (input, 1, XC_INSPECTION_LOOK_BACK, 50, 149);
  coverage = xc_coverage_new (input);
  pace = xc_pace_new (coverage, XC_COVERAGE_TOTAL, at (200));
  g_assert_cmpuint (pace->rounds_finished, ==, 2);
  g_assert_cmpuint (pace->rounds_needed, ==, 1);
  g_assert_cmpint (pace->too_late_from, ==, at (271));
  g_assert_cmpuint (pace->worst, ==, 0);
  g_assert_cmpuint (pace->best, ==, 10);
  g_assert_cmpuint (pace->at_end.worst, ==, 10);
}

/* The last round began in time: it is not too late while it runs, unless more has to follow it. */
static void
credits_the_round_that_is_running (void)
{
  for (guint left = 10; left <= 12; left++)
    {
      XcCoverageInput *input = make_plan (300, left, 3);
      g_autoptr (XcCoverage) coverage = NULL;
      g_autoptr (XcPace) pace = NULL;

      add_whole_round (input, 0, 29, 1, 5);
      add_round (input, 265, 299);
      add_inspection (input, 6, R, 265, 275);
      add_inspection (input, 7, R, 265, UNSET);
      coverage = xc_coverage_new (input);
      pace = xc_pace_new (coverage, XC_COVERAGE_TOTAL, at (280));
      g_assert_cmpuint (pace->remaining, ==, left - 6);
      g_assert_cmpuint (pace->rounds_left, ==, 2);
      g_assert_cmpint (pace->out_of_reach, ==, left > 10);
      g_assert_cmpuint (pace->rounds_needed, ==, left > 10 ? 2 : 1);
      g_assert_cmpint (pace->too_late_from, ==, left > 10 ? at (241) : at (300));
      /* Five a round, of which the running one has one already. */
      g_assert_cmpuint (FORECAST (pace, 0)->average, ==, 10);
      g_assert_cmpint (FORECAST (pace, 0)->day, ==, at (299));
    }
}

static void
is_out_of_reach_with_too_few_rounds (void)
{
  XcCoverageInput *input = make_plan (1000, 20, 3);
  g_autoptr (XcCoverage) coverage = NULL;
  g_autoptr (XcPace) pace = NULL;

  add_whole_round (input, 0, 29, 1, 4);
  coverage = xc_coverage_new (input);
  pace = xc_pace_new (coverage, XC_COVERAGE_TOTAL, at (50));
  g_assert_cmpuint (pace->rounds_needed, ==, 4);
  g_assert_cmpuint (pace->rounds_left, ==, 2);
  g_assert_true (pace->out_of_reach);
  g_assert_cmpint (pace->too_late_from, >, at (50));
}

static void
says_nothing_when_nothing_remains (void)
{
  XcCoverageInput *input = make_plan (300, 4, 3);
  g_autoptr (XcCoverage) coverage = NULL;
  g_autoptr (XcPace) pace = NULL;
  g_autoptr (XcPace) late = NULL;

  add_whole_round (input, 0, 29, 1, 4);
  coverage = xc_coverage_new (input);
  pace = xc_pace_new (coverage, XC_COVERAGE_TOTAL, at (299));
  g_assert_cmpuint (pace->needed_per_round, ==, 0);
  g_assert_cmpint (pace->too_late_from, ==, XC_DAY_NONE);
  g_assert_false (pace->out_of_reach);
  g_assert_cmpuint (pace->at_end.best, ==, 4);

  late = xc_pace_new (coverage, 1, at (299)); /* a register that owes nothing */
  g_assert_cmpuint (late->owed, ==, 0);
  g_assert_cmpuint (late->at_end.best, ==, 0);
}

static void
is_too_late_after_the_term (void)
{
  g_autoptr (XcCoverage) coverage = xc_coverage_new (make_plan (300, 4, 0));
  g_autoptr (XcPace) last = xc_pace_new (coverage, XC_COVERAGE_TOTAL, at (299));
  g_autoptr (XcPace) after = xc_pace_new (coverage, XC_COVERAGE_TOTAL, at (300));

  g_assert_false (last->out_of_reach);
  g_assert_true (after->out_of_reach);
  g_assert_cmpint (after->too_late_from, ==, at (300));
  g_assert_cmpuint (after->needed_per_round, ==, 0);
}

/* Rounds of 9, 2, 7 and 3: the last three are 2, 7 and 3, in the order in which they were finished. */
static void
forecasts_from_the_last_three_rounds (void)
{
  XcCoverageInput *input = make_plan (1000, 50, 7);
  g_autoptr (XcCoverage) coverage = NULL;
  g_autoptr (XcPace) pace = NULL;
  static const guint expected[][3] = { { 23, 25, 28 }, { 25, 29, 35 }, { 27, 33, 42 } };

  add_whole_round (input, 300, 350, 1, 7); /* recorded first, finished third */
  add_whole_round (input, 0, 50, 8, 16);
  add_whole_round (input, 100, 150, 17, 18);
  add_whole_round (input, 400, 450, 19, 21);
  coverage = xc_coverage_new (input);
  pace = xc_pace_new (coverage, XC_COVERAGE_TOTAL, at (699));
  g_assert_cmpuint (pace->covered, ==, 21);
  g_assert_cmpuint (pace->rounds_looked_at, ==, 3);
  g_assert_cmpuint (pace->worst, ==, 2);
  g_assert_cmpuint (pace->best, ==, 7);
  g_assert_cmpuint (pace->sum, ==, 12);
  g_assert_cmpuint (pace->forecasts->len, ==, 3);
  for (guint i = 0; i < 3; i++)
    {
      g_assert_cmpint (FORECAST (pace, i)->day, ==, at (799 + (int) i * 100));
      g_assert_cmpuint (FORECAST (pace, i)->worst, ==, expected[i][0]);
      g_assert_cmpuint (FORECAST (pace, i)->average, ==, expected[i][1]);
      g_assert_cmpuint (FORECAST (pace, i)->best, ==, expected[i][2]);
    }
  g_assert_cmpuint (pace->at_end.average, ==, 33);
  g_assert_cmpint (pace->at_end.day, ==, at (999));
}

static void
uses_what_rounds_there_are_and_stops_at_owed (void)
{
  XcCoverageInput *input = make_plan (1000, 12, 6);
  g_autoptr (XcCoverage) coverage = NULL;
  g_autoptr (XcPace) pace = NULL;

  add_whole_round (input, 0, 50, 1, 4);
  add_whole_round (input, 100, 150, 5, 7);
  coverage = xc_coverage_new (input);
  pace = xc_pace_new (coverage, XC_COVERAGE_TOTAL, at (200));
  g_assert_cmpuint (pace->rounds_looked_at, ==, 2);
  g_assert_cmpuint (FORECAST (pace, 0)->average, ==, 11); /* 7 + 3.5, half up */
  g_assert_cmpuint (FORECAST (pace, 1)->average, ==, 12);
  g_assert_cmpuint (pace->at_end.best, ==, 12);
  g_assert_cmpuint (pace->at_end.worst, ==, 12);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function) g_test_add_func ("/core/pace/" name, function)
  ADD ("divides-what-remains-among-the-rounds-left", divides_what_remains_among_the_rounds_left);
  ADD ("counts-recorded-rounds-without-a-plan", counts_recorded_rounds_without_a_plan);
  ADD ("tells-the-day-from-which-it-is-too-late", tells_the_day_from_which_it_is_too_late);
  ADD ("leaves-rounds-that-cover-nothing-out-of-the-mean-length",
       leaves_rounds_that_cover_nothing_out_of_the_mean_length);
  ADD ("credits-the-round-that-is-running", credits_the_round_that_is_running);
  ADD ("is-out-of-reach-with-too-few-rounds", is_out_of_reach_with_too_few_rounds);
  ADD ("says-nothing-when-nothing-remains", says_nothing_when_nothing_remains);
  ADD ("is-too-late-after-the-term", is_too_late_after_the_term);
  ADD ("forecasts-from-the-last-three-rounds", forecasts_from_the_last_three_rounds);
  ADD ("uses-what-rounds-there-are-and-stops-at-owed", uses_what_rounds_there_are_and_stops_at_owed);
  return g_test_run ();
}
