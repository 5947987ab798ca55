/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/ratio.h"
#include "coverage-rows.h"

#define R XC_INSPECTION_REGULAR

/* Figures as offices have published them, from rows that hold those counts; the last was printed as 69.4 %. */
static void
gives_published_rates (void)
{
  static const struct
  {
    guint covered, owed;
    int decimals;
    const char *rate;
  } published[] = { { 96, 112, 2, "85.71" }, { 688, 697, 2, "98.71" }, { 131, 157, 1, "83.4" },
                    { 80, 95, 1, "84.2" },   { 153, 220, 1, "69.5" },  { 51, 62, 1, "82.3" } };

  for (guint i = 0; i < G_N_ELEMENTS (published); i++)
    {
      XcCoverageInput *input = make_term (1826);
      g_autoptr (XcCoverage) coverage = NULL;
      g_autoptr (XcCoverageDay) day = NULL;
      g_autofree char *rate = NULL;

      for (guint o = 0; o < published[i].owed; o++)
        add_organization (input, o + 1, 1 + o % 2, UNSET, UNSET);
      add_round (input, 10, 80);
      for (guint o = 0; o < published[i].covered; o++)
        add_inspection (input, o + 1, (XcInspectionKind) (o % 7), 10, 60);
      coverage = xc_coverage_new (input);
      assert_total (coverage, 59, 0, published[i].owed, 0);
      day = xc_coverage_get_day (coverage, at (60));
      g_assert_cmpuint (day->total.covered, ==, published[i].covered);
      g_assert_cmpuint (day->total.owed, ==, published[i].owed);
      rate = xc_ratio_format_plain (day->total.covered, day->total.owed, published[i].decimals);
      g_assert_cmpstr (rate, ==, published[i].rate);
    }
}

/* 51 of 62 departments and 80 of 95 villages are 131 of 157, and look-backs at the villages add nothing. */
static void
adds_registers_up (void)
{
  XcCoverageInput *input = make_term (1826);
  g_autoptr (XcCoverage) coverage = NULL;
  g_autoptr (XcCoverageDay) day = NULL;

  for (guint o = 1; o <= 157; o++)
    add_organization (input, o, o <= 62 ? 1 : 2, UNSET, UNSET);
  add_organization (input, 158, 3, UNSET, UNSET);
  for (guint o = 1; o <= 51; o++)
    add_inspection (input, o, R, 10, 60);
  for (guint o = 63; o <= 142; o++)
    add_inspection (input, o, R, 10, 60);
  for (guint o = 63; o <= 65; o++)
    add_inspection (input, o, XC_INSPECTION_LOOK_BACK, 100, 120);
  add_inspection (input, 158, R, 10, 60);
  coverage = xc_coverage_new (input);
  day = xc_coverage_get_day (coverage, at (130));
  g_assert_cmpint (day->as_of, ==, at (130));
  g_assert_cmpuint (day->registers[0].covered, ==, 51);
  g_assert_cmpuint (day->registers[0].owed, ==, 62);
  g_assert_cmpuint (day->registers[1].covered, ==, 80);
  g_assert_cmpuint (day->registers[1].owed, ==, 95);
  g_assert_cmpuint (day->registers[1].again, ==, 3);
  g_assert_cmpuint (day->registers[1].other_visits, ==, 3);
  g_assert_cmpuint (day->registers[1].repeat_visits, ==, 0);
  g_assert_cmpuint (day->registers[2].covered, ==, 1);
  g_assert_cmpuint (day->total.covered, ==, 131);
  g_assert_cmpuint (day->total.owed, ==, 157);
}

static void
counts_kinds_levels_and_own_words (void)
{
  XcCoverageInput *input = make_term (100);
  g_autoptr (XcCoverage) coverage = NULL;

  for (guint kind = 0; kind < XC_N_INSPECTION_KINDS; kind++)
    {
      add_organization (input, kind + 1, 1, UNSET, UNSET);
      add_inspection (input, kind + 1, (XcInspectionKind) kind, 1, 5);
    }
  for (guint o = 11; o <= 14; o++)
    add_organization (input, o, 2, UNSET, UNSET);
  add_inspection (input, 11, XC_INSPECTION_LOOK_BACK, 1, 5)->counts = XC_COUNTS_YES;
  add_inspection (input, 12, R, 1, 5)->counts = XC_COUNTS_NO;
  add_inspection (input, 13, XC_INSPECTION_UPGRADED, 1, 5)->level = XC_LEVEL_HIGHER;
  add_inspection (input, 14, XC_INSPECTION_UPGRADED, 1, 5)->level = XC_LEVEL_HIGHER;
  g_array_index (input->inspections, XcCoverageInspection, 13).counts = XC_COUNTS_YES;
  coverage = xc_coverage_new (input);
  assert_total (coverage, 5, 7 + 2, 14, 0);
  assert_state (coverage, 6, 5, XC_COVERAGE_COVERED);
  assert_state (coverage, 7, 5, XC_COVERAGE_NEVER);
  assert_state (coverage, 10, 5, XC_COVERAGE_COVERED);
  assert_state (coverage, 11, 5, XC_COVERAGE_NEVER);
  assert_state (coverage, 12, 5, XC_COVERAGE_NEVER);
  assert_state (coverage, 13, 5, XC_COVERAGE_COVERED);
}

static void
waits_for_the_event_that_the_term_names (void)
{
  static const struct
  {
    XcCoveredWhen when;
    int first_covered;
  } cases[] = { { XC_COVERED_WHEN_ENTERED, 10 },
                { XC_COVERED_WHEN_LEFT, 40 },
                { XC_COVERED_WHEN_FED_BACK, 90 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      XcCoverageInput *input = make_term (365);
      g_autoptr (XcCoverage) coverage = NULL;

      input->term.covered_when = cases[i].when;
      add_organization (input, 1, 1, UNSET, UNSET);
      add_inspection (input, 1, R, 10, 40)->fed_back_on = at (90);
      coverage = xc_coverage_new (input);
      for (int day = -1; day < 200; day++)
        {
          XcCoverageState expected = day >= cases[i].first_covered ? XC_COVERAGE_COVERED
                                     : day >= 10                   ? XC_COVERAGE_IN_PROGRESS
                                                                   : XC_COVERAGE_NEVER;

          assert_state (coverage, 0, day, expected);
          assert_total (coverage, day, (guint) (day >= cases[i].first_covered), 1, 0);
        }
    }
}

static void
looks_within_the_term_only (void)
{
  XcCoverageInput *input = make_term (100);
  g_autoptr (XcCoverage) coverage = NULL;

  for (gint64 o = 1; o <= 4; o++)
    add_organization (input, o, 1, UNSET, UNSET);
  add_inspection (input, 1, R, -30, -1);
  add_inspection (input, 2, R, -30, 0);
  add_inspection (input, 3, R, 80, 99);
  add_inspection (input, 4, R, 80, 100);
  coverage = xc_coverage_new (input);
  assert_state (coverage, 0, 200, XC_COVERAGE_NEVER);
  assert_state (coverage, 1, 0, XC_COVERAGE_COVERED);
  assert_state (coverage, 1, -1, XC_COVERAGE_IN_PROGRESS);
  assert_state (coverage, 2, 99, XC_COVERAGE_COVERED);
  assert_state (coverage, 3, 99, XC_COVERAGE_IN_PROGRESS);
  assert_state (coverage, 3, 200, XC_COVERAGE_NEVER);
}

static void
owes_what_is_listed_and_valid (void)
{
  XcCoverageInput *input = make_term (100);
  g_autoptr (XcCoverage) coverage = NULL;

  add_organization (input, 1, 1, 10, 20);
  add_organization (input, 2, 1, UNSET, 20);
  add_organization (input, 3, 1, 10, UNSET);
  add_organization (input, 4, 1, UNSET, UNSET);
  g_array_index (input->organizations, XcCoverageOrganization, 3).listed = FALSE;
  add_organization (input, 5, 77, UNSET, UNSET);
  add_organization (input, 6, 0, UNSET, UNSET);
  add_inspection (input, 1, R, 1, 5);
  add_inspection (input, 99, R, 1, 5);
  coverage = xc_coverage_new (input);
  assert_total (coverage, 9, 0, 1, 0);
  assert_total (coverage, 10, 1, 3, 0);
  assert_total (coverage, 19, 1, 3, 0);
  assert_total (coverage, 20, 0, 1, 0);
  assert_state (coverage, 0, 9, XC_COVERAGE_NOT_OWED);
  assert_state (coverage, 0, 10, XC_COVERAGE_COVERED);
  assert_state (coverage, 3, 10, XC_COVERAGE_NOT_OWED);
  assert_state (coverage, 4, 10, XC_COVERAGE_NOT_OWED);
  assert_state (coverage, 5, 10, XC_COVERAGE_NOT_OWED);
}

static void
owes_nothing_when_there_is_nothing (void)
{
  g_autoptr (XcCoverage) coverage = xc_coverage_new (make_term (100));

  assert_total (coverage, 10, 0, 0, 0);
}

static void
remembers_registers_listings_and_names (void)
{
  XcCoverageInput *input = make_term (100);
  g_autoptr (XcCoverage) coverage = NULL;
  g_autoptr (XcCoverageDay) before = NULL;
  g_autoptr (XcCoverageDay) after = NULL;
  XcCoverageMember *member;

  add_organization (input, 1, 2, UNSET, UNSET);
  g_array_index (input->organizations, XcCoverageOrganization, 0).name = "newest";
  add_inspection (input, 1, R, 1, 5);
  add_event (input, XC_EVENT_RENAMED, 30);
  add_member (input, XC_SIDE_AFTER, 1)->former_name = "middle";
  add_event (input, XC_EVENT_RENAMED, 20);
  add_member (input, XC_SIDE_AFTER, 1)->former_name = "first";
  add_event (input, XC_EVENT_MOVED, 40);
  member = add_member (input, XC_SIDE_AFTER, 1);
  member->former_register_id = 1;
  member->former_listed = 1;
  add_event (input, XC_EVENT_MOVED, 60);
  add_member (input, XC_SIDE_AFTER, 1)->former_listed = 0;
  coverage = xc_coverage_new (input);

  g_assert_cmpstr (xc_coverage_get_name (coverage, 0, at (19)), ==, "first");
  g_assert_cmpstr (xc_coverage_get_name (coverage, 0, at (20)), ==, "middle");
  g_assert_cmpstr (xc_coverage_get_name (coverage, 0, at (29)), ==, "middle");
  g_assert_cmpstr (xc_coverage_get_name (coverage, 0, at (30)), ==, "newest");
  before = xc_coverage_get_day (coverage, at (39));
  after = xc_coverage_get_day (coverage, at (60));
  g_assert_cmpuint (before->registers[0].covered, ==, 1);
  g_assert_cmpuint (before->registers[1].owed, ==, 0);
  assert_state (coverage, 0, 40, XC_COVERAGE_NOT_OWED);
  assert_state (coverage, 0, 59, XC_COVERAGE_NOT_OWED);
  g_assert_cmpuint (after->registers[0].owed, ==, 0);
  g_assert_cmpuint (after->registers[1].covered, ==, 1);
}

static void
tells_who_was_visited_again (void)
{
  XcCoverageInput *input = make_term (400);
  g_autoptr (XcCoverage) coverage = NULL;
  g_autoptr (XcCoverageDay) day = NULL;

  for (gint64 o = 1; o <= 4; o++)
    add_organization (input, o, 1, UNSET, UNSET);
  add_inspection (input, 1, R, 1, 10);
  add_inspection (input, 1, XC_INSPECTION_MOBILE, 100, 110);
  add_inspection (input, 1, XC_INSPECTION_LOOK_BACK, 200, 210);
  add_inspection (input, 2, XC_INSPECTION_EXTENDED, 1, 10);
  add_inspection (input, 3, R, 1, 10);
  add_inspection (input, 3, XC_INSPECTION_SPECIAL, 1, 10);
  add_inspection (input, 4, R, 390, UNSET);
  coverage = xc_coverage_new (input);
  day = xc_coverage_get_day (coverage, at (399));
  g_assert_cmpuint (day->total.covered, ==, 2);
  g_assert_cmpuint (day->total.again, ==, 2);
  g_assert_cmpuint (day->total.repeat_visits, ==, 2);
  g_assert_cmpuint (day->total.other_visits, ==, 2);
  g_assert_cmpuint (day->total.in_progress, ==, 1);
  g_assert_cmpuint (day->organizations[0].inspection, ==, 0);
  g_assert_cmpint (day->organizations[0].covered_on, ==, at (10));
  g_assert_cmpuint (day->organizations[0].repeat_visits, ==, 1);
  g_assert_cmpuint (day->organizations[0].other_visits, ==, 1);
  g_assert_cmpuint (day->organizations[3].inspection, ==, 6);
  g_assert_cmpint (day->organizations[3].covered_on, ==, XC_DAY_NONE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/coverage/gives-published-rates", gives_published_rates);
  g_test_add_func ("/core/coverage/adds-registers-up", adds_registers_up);
  g_test_add_func ("/core/coverage/counts-kinds-levels-and-own-words", counts_kinds_levels_and_own_words);
  g_test_add_func ("/core/coverage/waits-for-the-event-that-the-term-names",
                   waits_for_the_event_that_the_term_names);
  g_test_add_func ("/core/coverage/looks-within-the-term-only", looks_within_the_term_only);
  g_test_add_func ("/core/coverage/owes-what-is-listed-and-valid", owes_what_is_listed_and_valid);
  g_test_add_func ("/core/coverage/owes-nothing-when-there-is-nothing", owes_nothing_when_there_is_nothing);
  g_test_add_func ("/core/coverage/remembers-registers-listings-and-names",
                   remembers_registers_listings_and_names);
  g_test_add_func ("/core/coverage/tells-who-was-visited-again", tells_who_was_visited_again);
  return g_test_run ();
}
