/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "coverage-rows.h"

#define R XC_INSPECTION_REGULAR

/* Two organizations of which the first was inspected on days 5 to 20 become a third on day 50. */
static XcCoverageMember *
merge_two (XcCoverageInput *input)
{
  add_organization (input, 1, 1, UNSET, 50);
  add_organization (input, 2, 1, UNSET, 50);
  add_organization (input, 3, 1, 50, UNSET);
  add_inspection (input, 1, R, 5, 20);
  add_event (input, XC_EVENT_MERGED, 50);
  add_member (input, XC_SIDE_BEFORE, 1);
  add_member (input, XC_SIDE_BEFORE, 2);
  return add_member (input, XC_SIDE_AFTER, 3);
}

static void
passes_in_doubt_until_confirmed (void)
{
  XcCoverageInput *input = make_term (100);
  g_autoptr (XcCoverage) coverage = NULL;
  g_autoptr (XcCoverageDay) day = NULL;

  decide (merge_two (input), XC_PASSES_YES, 70);
  coverage = xc_coverage_new (input);
  assert_total (coverage, 49, 1, 2, 0);
  assert_total (coverage, 50, 1, 1, 1);
  assert_total (coverage, 69, 1, 1, 1);
  assert_total (coverage, 70, 1, 1, 0);
  day = xc_coverage_get_day (coverage, at (80));
  g_assert_cmpint (day->organizations[2].covered_on, ==, at (50));
  g_assert_cmpuint (day->organizations[2].inspection, ==, 0);
  g_assert_cmpuint (day->organizations[2].event, ==, 0);
}

static void
stops_when_refused_without_moving_earlier_days (void)
{
  XcCoverageInput *input = make_term (100);
  g_autoptr (XcCoverage) coverage = NULL;

  decide (merge_two (input), XC_PASSES_NO, 70);
  coverage = xc_coverage_new (input);
  assert_total (coverage, 50, 1, 1, 1);
  assert_total (coverage, 69, 1, 1, 1);
  assert_total (coverage, 70, 0, 1, 0);
}

static void
never_passes_when_refused_from_the_start (void)
{
  XcCoverageInput *input = make_term (100);
  g_autoptr (XcCoverage) coverage = NULL;

  decide (merge_two (input), XC_PASSES_NO, UNSET);
  coverage = xc_coverage_new (input);
  assert_total (coverage, 50, 0, 1, 0);
}

/* What an overtaken inspection covers, and from when. */
static void
passes_inspections_that_the_event_overtook (void)
{
  static const struct
  {
    int entered, left;
    int in_progress_from, covered_from; /* of the successor; 100: not in the term */
  } cases[] = {
    { 30, 50, 100, 50 },    /* left on the very day */
    { 30, 60, 50, 60 },     /* went on for ten days */
    { 49, 99, 50, 99 },     /* up to the last day of the term */
    { 30, UNSET, 50, 100 }, /* is still there */
    { 50, 60, 100, 100 },   /* came on the day when the predecessor had ceased to be */
    { UNSET, 60, 100, 100 } /* nothing tells when it came */
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      XcCoverageInput *input = make_term (100);
      g_autoptr (XcCoverage) coverage = NULL;

      merge_two (input);
      g_array_set_size (input->inspections, 0);
      add_inspection (input, 2, R, cases[i].entered, cases[i].left);
      coverage = xc_coverage_new (input);
      for (int day = 50; day < 100; day++)
        assert_state (coverage, 2, day,
                      day >= cases[i].covered_from       ? XC_COVERAGE_TO_CONFIRM
                      : day >= cases[i].in_progress_from ? XC_COVERAGE_IN_PROGRESS
                                                         : XC_COVERAGE_NEVER);
    }
}

static void
keeps_an_absorbing_organization_s_own (void)
{
  XcCoverageInput *input = make_term (100);
  g_autoptr (XcCoverage) coverage = NULL;
  g_autoptr (XcCoverageDay) day = NULL;

  add_organization (input, 1, 1, UNSET, 50);
  add_organization (input, 2, 1, UNSET, UNSET);
  add_organization (input, 3, 1, UNSET, 50);
  add_organization (input, 4, 1, UNSET, UNSET);
  for (gint64 o = 1; o <= 3; o++)
    add_inspection (input, o, R, 5, 20);
  add_event (input, XC_EVENT_MERGED, 50);
  add_member (input, XC_SIDE_BEFORE, 1);
  add_member (input, XC_SIDE_BEFORE, 2);
  add_member (input, XC_SIDE_AFTER, 2);
  add_event (input, XC_EVENT_MERGED, 50);
  add_member (input, XC_SIDE_BEFORE, 3);
  add_member (input, XC_SIDE_AFTER, 4);
  coverage = xc_coverage_new (input);
  assert_total (coverage, 49, 3, 4, 0);
  assert_total (coverage, 50, 2, 2, 1);
  day = xc_coverage_get_day (coverage, at (60));
  g_assert_cmpint (day->organizations[1].state, ==, XC_COVERAGE_COVERED);
  g_assert_cmpuint (day->organizations[1].inspection, ==, 1);
  g_assert_cmpuint (day->organizations[1].event, ==, XC_COVERAGE_NOTHING);
  g_assert_cmpint (day->organizations[3].state, ==, XC_COVERAGE_TO_CONFIRM);
}

/* Its own inspection ends the doubt, and is no first visit, for it was counted as covered before. */
static void
ends_doubt_with_an_own_inspection (void)
{
  XcCoverageInput *input = make_term (100);
  g_autoptr (XcCoverage) coverage = NULL;
  g_autoptr (XcCoverageDay) day = NULL;

  merge_two (input);
  add_inspection (input, 3, R, 60, 80);
  coverage = xc_coverage_new (input);
  assert_total (coverage, 79, 1, 1, 1);
  assert_total (coverage, 80, 1, 1, 0);
  day = xc_coverage_get_day (coverage, at (80));
  g_assert_cmpint (day->organizations[2].covered_on, ==, at (80));
  g_assert_cmpuint (day->organizations[2].inspection, ==, 1);
  g_assert_cmpuint (day->total.repeat_visits, ==, 0);
}

static void
splits_to_each_successor_by_its_own_decision (void)
{
  XcCoverageInput *input = make_term (100);
  g_autoptr (XcCoverage) coverage = NULL;

  add_organization (input, 1, 1, UNSET, 50);
  for (gint64 o = 2; o <= 4; o++)
    add_organization (input, o, 1, 50, UNSET);
  add_inspection (input, 1, R, 5, 20);
  add_event (input, XC_EVENT_SPLIT, 50);
  add_member (input, XC_SIDE_BEFORE, 1);
  decide (add_member (input, XC_SIDE_AFTER, 2), XC_PASSES_YES, UNSET);
  decide (add_member (input, XC_SIDE_AFTER, 3), XC_PASSES_NO, 60);
  decide (add_member (input, XC_SIDE_AFTER, 4), XC_PASSES_TO_CONFIRM, UNSET);
  coverage = xc_coverage_new (input);
  assert_total (coverage, 49, 1, 1, 0);
  assert_total (coverage, 50, 3, 3, 2);
  assert_total (coverage, 60, 2, 3, 1);
  assert_state (coverage, 1, 50, XC_COVERAGE_COVERED);
  assert_state (coverage, 3, 99, XC_COVERAGE_TO_CONFIRM);
}

/* 1 → 2 on day 30, 2 → 3 on day 40, 3 → 4 on day 40 as well; the rows stand in the wrong order. */
static void
goes_along_chains (void)
{
  XcCoverageInput *input = make_term (100);
  g_autoptr (XcCoverage) coverage = NULL;

  add_organization (input, 1, 1, UNSET, 30);
  add_organization (input, 2, 1, 30, 40);
  add_organization (input, 3, 1, 40, 40);
  add_organization (input, 4, 1, 40, UNSET);
  add_inspection (input, 1, R, 25, 45);
  add_event (input, XC_EVENT_MERGED, 40);
  add_member (input, XC_SIDE_BEFORE, 3);
  decide (add_member (input, XC_SIDE_AFTER, 4), XC_PASSES_YES, 60);
  add_event (input, XC_EVENT_SPLIT, 40);
  add_member (input, XC_SIDE_BEFORE, 2);
  decide (add_member (input, XC_SIDE_AFTER, 3), XC_PASSES_YES, 50);
  add_event (input, XC_EVENT_MERGED, 30);
  add_member (input, XC_SIDE_BEFORE, 1);
  decide (add_member (input, XC_SIDE_AFTER, 2), XC_PASSES_YES, 70);
  coverage = xc_coverage_new (input);
  assert_state (coverage, 1, 35, XC_COVERAGE_IN_PROGRESS);
  assert_state (coverage, 3, 39, XC_COVERAGE_NOT_OWED);
  assert_state (coverage, 3, 44, XC_COVERAGE_IN_PROGRESS);
  assert_state (coverage, 3, 45, XC_COVERAGE_TO_CONFIRM);
  assert_state (coverage, 3, 69, XC_COVERAGE_TO_CONFIRM);
  assert_state (coverage, 3, 70, XC_COVERAGE_COVERED);
}

/* A predecessor that lives on and is inspected later hands nothing to what was split off long before. */
static void
passes_nothing_of_later_inspections (void)
{
  XcCoverageInput *input = make_term (100);
  g_autoptr (XcCoverage) coverage = NULL;

  add_organization (input, 1, 1, UNSET, UNSET);
  add_organization (input, 2, 1, 30, UNSET);
  add_inspection (input, 1, R, 60, 80);
  add_event (input, XC_EVENT_SPLIT, 30);
  add_member (input, XC_SIDE_BEFORE, 1);
  add_member (input, XC_SIDE_AFTER, 1);
  add_member (input, XC_SIDE_AFTER, 2);
  coverage = xc_coverage_new (input);
  assert_total (coverage, 90, 1, 2, 0);
}

/* Thirty mergers and splits back and forth: no end of ways, one result. */
static void
stays_fast_in_a_tangle (void)
{
  XcCoverageInput *input = make_term (1000);
  g_autoptr (XcCoverage) coverage = NULL;

  for (gint64 o = 1; o <= 4; o++)
    add_organization (input, o, 1, UNSET, UNSET);
  add_inspection (input, 1, R, 1, 2);
  for (int i = 0; i < 60; i++)
    {
      add_event (input, i % 2 ? XC_EVENT_MERGED : XC_EVENT_SPLIT, 10 + i / 4);
      for (gint64 o = 1; o <= 4; o++)
        {
          add_member (input, XC_SIDE_BEFORE, o);
          decide (add_member (input, XC_SIDE_AFTER, o), (XcPasses) ((i + o) % 3),
                  100 + (i * 7 + (int) o * 13) % 300);
        }
    }
  coverage = xc_coverage_new (input);
  assert_total (coverage, 30, 4, 4, 3);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function) g_test_add_func ("/core/coverage-inheritance/" name, function)
  ADD ("passes-in-doubt-until-confirmed", passes_in_doubt_until_confirmed);
  ADD ("stops-when-refused-without-moving-earlier-days", stops_when_refused_without_moving_earlier_days);
  ADD ("never-passes-when-refused-from-the-start", never_passes_when_refused_from_the_start);
  ADD ("passes-inspections-that-the-event-overtook", passes_inspections_that_the_event_overtook);
  ADD ("keeps-an-absorbing-organization-s-own", keeps_an_absorbing_organization_s_own);
  ADD ("ends-doubt-with-an-own-inspection", ends_doubt_with_an_own_inspection);
  ADD ("splits-to-each-successor-by-its-own-decision", splits_to_each_successor_by_its_own_decision);
  ADD ("goes-along-chains", goes_along_chains);
  ADD ("passes-nothing-of-later-inspections", passes_nothing_of_later_inspections);
  ADD ("stays-fast-in-a-tangle", stays_fast_in_a_tangle);
  return g_test_run ();
}
