/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/what-if.h"
#include "coverage-rows.h"

#define STEP(result, i) (&g_array_index ((result)->steps, XcWhatIfStep, i))

/* 30 organizations owed over 1,000 days; two rounds of 5 are over on day 200, another is recorded for 400 to 450. */
static XcCoverage *
make_coverage (void)
{
  XcCoverageInput *input = make_term (1000);

  for (guint o = 1; o <= 30; o++)
    add_organization (input, o, 1, UNSET, UNSET);
  for (int i = 0; i < 2; i++)
    {
      add_round (input, i * 100, i * 100 + 50);
      for (guint o = 1; o <= 5; o++)
        add_inspection (input, (guint) i * 5 + o, XC_INSPECTION_REGULAR, i * 100, i * 100 + 50);
    }
  add_round (input, 400, 450);
  for (guint o = 11; o <= 12; o++)
    add_inspection (input, o, XC_INSPECTION_REGULAR, 400, 410);
  add_inspection (input, 13, XC_INSPECTION_REGULAR, 400, 450);
  return xc_coverage_new (input);
}

static void
rounds_end_as_recorded_and_then_in_even_shares (void)
{
  g_autoptr (XcCoverage) coverage = make_coverage ();
  g_autoptr (XcPace) pace = xc_pace_new (coverage, XC_COVERAGE_TOTAL, at (200));
  g_autoptr (XcWhatIfResult) result = xc_what_if_new (pace, &(XcWhatIf){ 3, 2, 4 });

  g_assert_cmpuint (result->steps->len, ==, 3);
  g_assert_cmpint (STEP (result, 0)->day, ==, at (450));
  g_assert_cmpint (STEP (result, 1)->day, ==, at (724));
  g_assert_cmpint (STEP (result, 2)->day, ==, at (999));
  g_assert_cmpuint (STEP (result, 0)->covered, ==, 18);
  g_assert_cmpuint (STEP (result, 1)->covered, ==, 26);
  g_assert_cmpuint (STEP (result, 2)->covered, ==, 30);
  g_assert_cmpint (result->reached_on, ==, at (999));
  g_assert_cmpuint (result->missing, ==, 0);
  g_assert_cmpuint (result->rounds_needed, ==, 3); /* 20 ÷ 8 */
  g_assert_cmpuint (result->team_needs, ==, 4);    /* 20 ÷ 6 */
}

static void
tells_what_is_missing (void)
{
  g_autoptr (XcCoverage) coverage = make_coverage ();
  g_autoptr (XcPace) pace = xc_pace_new (coverage, XC_COVERAGE_TOTAL, at (200));
  g_autoptr (XcWhatIfResult) few = xc_what_if_new (pace, &(XcWhatIf){ 2, 2, 4 });
  g_autoptr (XcWhatIfResult) none = xc_what_if_new (pace, &(XcWhatIf){ 0, 2, 4 });
  g_autoptr (XcWhatIfResult) nobody = xc_what_if_new (pace, &(XcWhatIf){ 2, 0, 4 });

  g_assert_cmpuint (few->covered, ==, 26);
  g_assert_cmpuint (few->missing, ==, 4);
  g_assert_cmpint (few->reached_on, ==, XC_DAY_NONE);
  g_assert_cmpuint (few->rounds_needed, ==, 3);
  g_assert_cmpuint (few->team_needs, ==, 5);
  g_assert_cmpuint (none->steps->len, ==, 0);
  g_assert_cmpuint (none->missing, ==, 20);
  g_assert_cmpuint (none->team_needs, ==, 0);
  g_assert_cmpuint (nobody->covered, ==, 10);
  g_assert_cmpuint (nobody->rounds_needed, ==, 0);
  g_assert_cmpuint (nobody->team_needs, ==, 0);

  g_autoptr (XcPace) last = xc_pace_new (coverage, XC_COVERAGE_TOTAL, at (999));
  g_autoptr (XcWhatIfResult) late = xc_what_if_new (last, &(XcWhatIf){ 2, 9, 9 });
  g_assert_cmpuint (late->steps->len, ==, 0);
  g_assert_cmpuint (late->covered, ==, last->covered);
  g_assert_cmpint (late->reached_on, ==, XC_DAY_NONE);
}

/* On day 420 the third round has covered 2 of what it covers. */
static void
counts_what_the_running_round_covered_once (void)
{
  g_autoptr (XcCoverage) coverage = make_coverage ();
  g_autoptr (XcPace) pace = xc_pace_new (coverage, XC_COVERAGE_TOTAL, at (420));
  g_autoptr (XcWhatIfResult) more = xc_what_if_new (pace, &(XcWhatIf){ 1, 1, 6 });
  g_autoptr (XcWhatIfResult) fewer = xc_what_if_new (pace, &(XcWhatIf){ 1, 1, 1 });

  g_assert_cmpuint (pace->covered, ==, 12);
  g_assert_cmpuint (more->covered, ==, 16);
  g_assert_cmpuint (more->rounds_needed, ==, 4); /* 20 ÷ 6 */
  g_assert_cmpuint (fewer->covered, ==, 12);
}

static void
never_covers_more_than_is_owed (void)
{
  g_autoptr (XcCoverage) coverage = make_coverage ();
  g_autoptr (XcPace) pace = xc_pace_new (coverage, XC_COVERAGE_TOTAL, at (200));
  g_autoptr (XcWhatIfResult) result = xc_what_if_new (pace, &(XcWhatIf){ 20, G_MAXUINT, G_MAXUINT });

  for (guint i = 0; i < result->steps->len; i++)
    {
      g_assert_cmpuint (STEP (result, i)->covered, ==, 30);
      g_assert_cmpint (STEP (result, i)->day, <=, at (999));
      g_assert_cmpint (STEP (result, i)->day, >=, i == 0 ? at (200) : STEP (result, i - 1)->day);
    }
  g_assert_cmpuint (result->rounds_needed, ==, 1);
}

static void
nothing_is_needed_when_all_is_covered (void)
{
  XcCoverageInput *input = make_term (100);
  g_autoptr (XcCoverage) coverage = NULL;
  g_autoptr (XcPace) pace = NULL;
  g_autoptr (XcWhatIfResult) result = NULL;

  add_organization (input, 1, 1, UNSET, UNSET);
  add_inspection (input, 1, XC_INSPECTION_REGULAR, 10, 20);
  coverage = xc_coverage_new (input);
  pace = xc_pace_new (coverage, XC_COVERAGE_TOTAL, at (50));
  result = xc_what_if_new (pace, &(XcWhatIf){ 2, 1, 1 });
  g_assert_cmpuint (result->covered, ==, 1);
  g_assert_cmpuint (result->missing, ==, 0);
  g_assert_cmpuint (result->rounds_needed, ==, 0);
  g_assert_cmpuint (result->team_needs, ==, 0);
  g_assert_cmpint (result->reached_on, ==, at (50));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/what-if/rounds-end-as-recorded-and-then-in-even-shares",
                   rounds_end_as_recorded_and_then_in_even_shares);
  g_test_add_func ("/core/what-if/tells-what-is-missing", tells_what_is_missing);
  g_test_add_func ("/core/what-if/counts-what-the-running-round-covered-once",
                   counts_what_the_running_round_covered_once);
  g_test_add_func ("/core/what-if/never-covers-more-than-is-owed", never_covers_more_than_is_owed);
  g_test_add_func ("/core/what-if/nothing-is-needed-when-all-is-covered",
                   nothing_is_needed_when_all_is_covered);
  return g_test_run ();
}
