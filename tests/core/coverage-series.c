/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/coverage-series.h"
#include "coverage-oracle.h"
#include "coverage-rows.h"

#define R XC_INSPECTION_REGULAR
#define STEP(series, i) (&g_array_index ((series)->steps, XcCoverageStep, i))
#define CHANGE(series, i) (&g_array_index ((series)->changes, XcOwedChange, i))
#define ROUND(series, i) (&g_array_index ((series)->rounds, XcRoundCoverage, i))

static void
steps_with_causes (void)
{
  XcCoverageInput *input = make_term (200);
  g_autoptr (XcCoverage) coverage = NULL;
  g_autoptr (XcCoverageSeries) series = NULL;

  add_organization (input, 1, 1, UNSET, 50);    /* merged into 3 */
  add_organization (input, 2, 1, 0, 50);        /* merged into 3 */
  add_organization (input, 3, 2, 50, UNSET);    /* founded by the merger */
  add_organization (input, 4, 1, UNSET, 90);    /* abolished */
  add_organization (input, 5, 1, 30, 130);      /* no event says why */
  add_organization (input, 6, 2, UNSET, UNSET); /* moved within the total, later struck off */
  g_array_index (input->organizations, XcCoverageOrganization, 5).listed = FALSE;
  add_inspection (input, 1, R, 5, 20);
  add_event (input, XC_EVENT_MERGED, 50);
  add_member (input, XC_SIDE_BEFORE, 1);
  add_member (input, XC_SIDE_BEFORE, 2);
  decide (add_member (input, XC_SIDE_AFTER, 3), XC_PASSES_YES, 70);
  add_event (input, XC_EVENT_ABOLISHED, 90);
  add_member (input, XC_SIDE_BEFORE, 4);
  add_event (input, XC_EVENT_MOVED, 100);
  add_member (input, XC_SIDE_AFTER, 6)->former_register_id = 1;
  add_event (input, XC_EVENT_RENAMED, 120);
  add_member (input, XC_SIDE_AFTER, 6)->former_listed = 1;
  coverage = xc_coverage_new (input);
  series = xc_coverage_get_series (coverage, XC_COVERAGE_TOTAL, at (199));

  {
    static const struct
    {
      int day;
      guint covered, owed, to_confirm, n_changes;
    } expected[] = { { 0, 0, 4, 0, 0 },  { 20, 1, 4, 0, 0 }, { 30, 1, 5, 0, 1 },  { 50, 1, 4, 1, 3 },
                     { 70, 1, 4, 0, 0 }, { 90, 1, 3, 0, 1 }, { 120, 1, 2, 0, 1 }, { 130, 1, 1, 0, 1 } };

    g_assert_cmpuint (series->steps->len, ==, G_N_ELEMENTS (expected));
    for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
      {
        g_assert_cmpint (STEP (series, i)->day, ==, at (expected[i].day));
        g_assert_cmpuint (STEP (series, i)->covered, ==, expected[i].covered);
        g_assert_cmpuint (STEP (series, i)->owed, ==, expected[i].owed);
        g_assert_cmpuint (STEP (series, i)->to_confirm, ==, expected[i].to_confirm);
        g_assert_cmpuint (STEP (series, i)->n_changes, ==, expected[i].n_changes);
      }
  }
  {
    static const XcOwedChange expected[] = {
      { 30, 4, TRUE, XC_OWED_BY_VALIDITY, XC_COVERAGE_NOTHING },
      { 50, 0, FALSE, XC_OWED_BY_EVENT, 0 },
      { 50, 1, FALSE, XC_OWED_BY_EVENT, 0 },
      { 50, 2, TRUE, XC_OWED_BY_EVENT, 0 },
      { 90, 3, FALSE, XC_OWED_BY_EVENT, 1 },
      { 120, 5, FALSE, XC_OWED_BY_LISTING, 3 },
      { 130, 4, FALSE, XC_OWED_BY_VALIDITY, XC_COVERAGE_NOTHING },
    };

    g_assert_cmpuint (series->changes->len, ==, G_N_ELEMENTS (expected));
    for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
      {
        g_assert_cmpint (CHANGE (series, i)->day, ==, at (expected[i].day));
        g_assert_cmpuint (CHANGE (series, i)->organization, ==, expected[i].organization);
        g_assert_cmpint (CHANGE (series, i)->joined, ==, expected[i].joined);
        g_assert_cmpint (CHANGE (series, i)->cause, ==, expected[i].cause);
        g_assert_cmpuint (CHANGE (series, i)->event, ==, expected[i].event);
      }
  }
}

/* On one day an organization is renamed and merged away, and another is merged and moved. */
static void
finds_the_event_that_fits (void)
{
  XcCoverageInput *input = make_term (200);
  g_autoptr (XcCoverage) coverage = NULL;
  g_autoptr (XcCoverageSeries) series = NULL;

  add_organization (input, 1, 1, UNSET, 50);
  add_organization (input, 2, 1, 50, UNSET);
  add_event (input, XC_EVENT_RENAMED, 50);
  add_member (input, XC_SIDE_AFTER, 1)->former_name = "former";
  add_event (input, XC_EVENT_MERGED, 50);
  add_member (input, XC_SIDE_BEFORE, 1);
  add_member (input, XC_SIDE_AFTER, 2);
  add_event (input, XC_EVENT_MOVED, 50);
  add_member (input, XC_SIDE_BEFORE, 2);
  coverage = xc_coverage_new (input);
  series = xc_coverage_get_series (coverage, XC_COVERAGE_TOTAL, at (199));
  g_assert_cmpuint (series->changes->len, ==, 2);
  g_assert_cmpuint (CHANGE (series, 0)->event, ==, 1);
  g_assert_cmpuint (CHANGE (series, 1)->event, ==, 1);
}

static void
shows_a_move_in_its_registers (void)
{
  XcCoverageInput *input = make_term (200);
  g_autoptr (XcCoverage) coverage = NULL;

  add_organization (input, 1, 2, UNSET, UNSET);
  add_event (input, XC_EVENT_MOVED, 100);
  add_member (input, XC_SIDE_AFTER, 1)->former_register_id = 1;
  coverage = xc_coverage_new (input);
  for (guint scope = 0; scope < 2; scope++)
    {
      g_autoptr (XcCoverageSeries) series = xc_coverage_get_series (coverage, scope, at (199));

      g_assert_cmpuint (series->changes->len, ==, 1);
      g_assert_cmpint (CHANGE (series, 0)->joined, ==, scope == 1);
      g_assert_cmpint (CHANGE (series, 0)->cause, ==, XC_OWED_BY_EVENT);
      g_assert_cmpuint (xc_coverage_series_get_step (series, at (99))->owed, ==, 1 - scope);
      g_assert_cmpuint (xc_coverage_series_get_step (series, at (100))->owed, ==, scope);
      g_assert_null (xc_coverage_series_get_step (series, at (-1)));
      g_assert_null (xc_coverage_series_get_step (series, at (200)));
    }
}

static void
check_visited (const XcCoverage *coverage, guint round, XcVisitKind kind, const guint *expected, guint n)
{
  g_autoptr (GArray) visited = xc_coverage_list_visited (coverage, XC_COVERAGE_TOTAL, round, kind, at (399));

  g_assert_cmpmem (visited->data, visited->len * sizeof (guint), expected, n * sizeof (guint));
}

static void
tells_what_each_round_added (void)
{
  XcCoverageInput *input = make_term (400);
  g_autoptr (XcCoverage) coverage = NULL;
  g_autoptr (XcCoverageSeries) early = NULL;
  g_autoptr (XcCoverageSeries) series = NULL;

  for (gint64 o = 1; o <= 4; o++)
    add_organization (input, o, 1, UNSET, o == 3 ? 150 : UNSET);
  add_organization (input, 5, 1, 150, UNSET);
  add_organization (input, 6, 3, UNSET, UNSET); /* of a register outside the total */
  add_inspection (input, 4, R, 1, 10);          /* belongs to no round */
  add_round (input, 20, 90);
  add_inspection (input, 1, R, 30, 60);
  add_inspection (input, 2, R, 30, 70);
  add_inspection (input, 6, R, 30, 65);
  add_round (input, UNSET, UNSET);
  add_inspection (input, 1, XC_INSPECTION_SPECIAL, 130, 160);
  add_inspection (input, 2, XC_INSPECTION_LOOK_BACK, 130, UNSET);
  add_inspection (input, 2, XC_INSPECTION_RECTIFICATION_CHECK, 135, 140);
  add_inspection (input, 3, R, 130, 170); /* overtaken by the merger into 5 */
  add_round (input, 300, 360);
  add_event (input, XC_EVENT_MERGED, 150);
  add_member (input, XC_SIDE_BEFORE, 3);
  add_member (input, XC_SIDE_AFTER, 5);
  coverage = xc_coverage_new (input);

  series = xc_coverage_get_series (coverage, XC_COVERAGE_TOTAL, at (400));
  g_assert_cmpint (series->until, ==, at (399));
  g_assert_cmpuint (series->outside.first, ==, 1);
  g_assert_cmpuint (ROUND (series, 0)->first, ==, 2);
  g_assert_cmpint (ROUND (series, 0)->began_on, ==, at (20));
  g_assert_cmpint (ROUND (series, 0)->finished_on, ==, at (70));
  g_assert_cmpuint (ROUND (series, 1)->first, ==, 1);
  g_assert_cmpuint (ROUND (series, 1)->repeats, ==, 1);
  g_assert_cmpuint (ROUND (series, 1)->others, ==, 1);
  g_assert_cmpint (ROUND (series, 1)->began_on, ==, at (130));
  g_assert_cmpint (ROUND (series, 1)->finished_on, ==, at (170));
  g_assert_cmpuint (ROUND (series, 2)->first + ROUND (series, 2)->repeats + ROUND (series, 2)->others, ==, 0);
  g_assert_cmpint (ROUND (series, 2)->finished_on, ==, at (361));

  early = xc_coverage_get_series (coverage, XC_COVERAGE_TOTAL, at (69));
  g_assert_cmpuint (ROUND (early, 0)->first, ==, 1);
  check_visited (coverage, 0, XC_VISIT_FIRST, (const guint[]){ 0, 1 }, 2);
  check_visited (coverage, 1, XC_VISIT_FIRST, (const guint[]){ 4 }, 1); /* it covered the successor */
  check_visited (coverage, 1, XC_VISIT_REPEAT, (const guint[]){ 0 }, 1);
  check_visited (coverage, 1, XC_VISIT_OTHER, (const guint[]){ 1 }, 1);
  check_visited (coverage, XC_COVERAGE_NOTHING, XC_VISIT_FIRST, (const guint[]){ 3 }, 1);
  g_assert_cmpint (ROUND (early, 0)->finished_on, ==, XC_DAY_NONE);
  g_assert_cmpint (ROUND (early, 1)->began_on, ==, XC_DAY_NONE);
}

/* Rows that no office would write: any day, any reference, memberships on both sides, rows that are not there. */
static int
random_day (GRand *rand, int n_days)
{
  return g_rand_int_range (rand, 0, 6) == 0 ? UNSET : g_rand_int_range (rand, -20, n_days + 20);
}

static XcCoverageInput *
make_anything (GRand *rand, int n_days)
{
  XcCoverageInput *input = make_term (n_days);
  int n = g_rand_int_range (rand, 1, 9);

  input->term.covered_when = (XcCoveredWhen) g_rand_int_range (rand, 0, 3);
  for (int o = 1; o <= n; o++)
    {
      add_organization (input, o, g_rand_int_range (rand, 0, 4), random_day (rand, n_days),
                        random_day (rand, n_days));
      g_array_index (input->organizations, XcCoverageOrganization, o - 1).listed =
          g_rand_int_range (rand, 0, 5) > 0;
    }
  for (int i = g_rand_int_range (rand, 0, 4); i > 0; i--)
    add_round (input, random_day (rand, n_days), random_day (rand, n_days));
  for (int i = g_rand_int_range (rand, 0, 12); i > 0; i--)
    {
      XcCoverageInspection *row = add_inspection (input, g_rand_int_range (rand, 1, n + 2),
                                                  (XcInspectionKind) g_rand_int_range (rand, 0, 10),
                                                  random_day (rand, n_days), random_day (rand, n_days));

      row->fed_back_on = at (random_day (rand, n_days));
      row->round_id = g_rand_int_range (rand, 0, 4);
      row->level = (XcLevel) g_rand_int_range (rand, 0, 2);
      row->counts = (XcCounts) g_rand_int_range (rand, 0, 3);
    }
  for (int i = g_rand_int_range (rand, 0, 6); i > 0; i--)
    {
      add_event (input, (XcEventKind) g_rand_int_range (rand, 0, 6),
                 g_rand_int_range (rand, -20, n_days + 20));
      for (int j = g_rand_int_range (rand, 0, 5); j > 0; j--)
        {
          XcCoverageMember *row = add_member (input, (XcEventSide) g_rand_int_range (rand, 0, 2),
                                              g_rand_int_range (rand, 1, n + 2));

          row->former_register_id = g_rand_int_range (rand, -6, 5) > 0 ? g_rand_int_range (rand, 1, 5) : 0;
          row->former_listed = g_rand_int_range (rand, -1, 2);
          decide (row, (XcPasses) g_rand_int_range (rand, 0, 3), random_day (rand, n_days));
        }
    }
  return input;
}

/* The same, but for mergers and splits alone: few organizations, few days, every decision. */
static XcCoverageInput *
make_tangle (GRand *rand, int n_days)
{
  XcCoverageInput *input = make_term (n_days);

  for (int o = 1; o <= 4; o++)
    add_organization (input, o, 1, UNSET, UNSET);
  for (int i = g_rand_int_range (rand, 1, 4); i > 0; i--)
    {
      int entered = g_rand_int_range (rand, 0, n_days);

      add_inspection (input, g_rand_int_range (rand, 1, 3), R, entered,
                      g_rand_int_range (rand, 0, 4) == 0 ? UNSET : entered + g_rand_int_range (rand, 0, 10));
    }
  for (int i = g_rand_int_range (rand, 1, 6); i > 0; i--)
    {
      int first = g_rand_int_range (rand, 1, 5);

      add_event (input, i % 2 ? XC_EVENT_MERGED : XC_EVENT_SPLIT, g_rand_int_range (rand, 0, n_days));
      for (int j = g_rand_int_range (rand, 1, 3); j > 0; j--)
        add_member (input, XC_SIDE_BEFORE, (first + j) % 4 + 1);
      decide (add_member (input, XC_SIDE_AFTER, first), (XcPasses) g_rand_int_range (rand, 0, 3),
              g_rand_int_range (rand, 0, n_days));
    }
  return input;
}

/* Holds one day's figures and all series against the oracle. */
static void
check_day (const XcCoverage *coverage, XcDay as_of, XcCoverageSeries **all)
{
  const XcCoverageInput *input = xc_coverage_get_input (coverage);
  g_autoptr (XcCoverageDay) day = xc_coverage_get_day (coverage, as_of);
  XcCoverageFigures sums[4] = { { 0 } }; /* of the registers, and the total */

  for (guint o = 0; o < input->organizations->len; o++)
    {
      const XcCoverageOrganization *row = &g_array_index (input->organizations, XcCoverageOrganization, o);
      XcDay since;
      XcCoverageState expected = oracle_state (input, row->id, as_of, &since);
      int owner = oracle_owed (input, row, as_of);

      g_assert_cmpint (day->organizations[o].state, ==, owner < 0 ? XC_COVERAGE_NOT_OWED : expected);
      g_assert_cmpint (day->organizations[o].covered_on, ==, since);
      for (int i = 0; owner >= 0 && i < 4; i++)
        if (i == owner || (i == 3 && owner < 2))
          {
            sums[i].owed++;
            sums[i].covered += expected >= XC_COVERAGE_TO_CONFIRM;
            sums[i].to_confirm += expected == XC_COVERAGE_TO_CONFIRM;
            sums[i].in_progress += expected == XC_COVERAGE_IN_PROGRESS;
          }
    }
  for (guint i = 0; i < 4; i++)
    {
      const XcCoverageFigures *figures = i == 3 ? &day->total : &day->registers[i];
      const XcCoverageStep *step = xc_coverage_series_get_step (all[i], as_of);

      g_assert_cmpuint (figures->owed, ==, sums[i].owed);
      g_assert_cmpuint (figures->covered, ==, sums[i].covered);
      g_assert_cmpuint (figures->to_confirm, ==, sums[i].to_confirm);
      g_assert_cmpuint (figures->in_progress, ==, sums[i].in_progress);
      g_assert_cmpuint (figures->again, <=, figures->covered);
      if (as_of < input->term.starts || as_of > input->term.ends)
        continue;
      g_assert_nonnull (step);
      g_assert_cmpuint (step->owed, ==, sums[i].owed);
      g_assert_cmpuint (step->covered, ==, sums[i].covered);
      g_assert_cmpuint (step->to_confirm, ==, sums[i].to_confirm);
    }
}

/* The changes lead from the first step's owed to that of every other. */
static void
check_changes (const XcCoverageSeries *series)
{
  int owed = (int) STEP (series, 0)->owed;
  guint change = 0;

  g_assert_cmpint (STEP (series, 0)->day, ==, series->from);
  g_assert_cmpuint (STEP (series, 0)->n_changes, ==, 0);
  for (guint i = 1; i < series->steps->len; i++)
    {
      g_assert_cmpint (STEP (series, i)->day, >, STEP (series, i - 1)->day);
      g_assert_cmpuint (STEP (series, i)->first_change, ==, change);
      for (guint j = 0; j < STEP (series, i)->n_changes; j++, change++)
        {
          g_assert_cmpint (CHANGE (series, change)->day, ==, STEP (series, i)->day);
          owed += CHANGE (series, change)->joined ? 1 : -1;
        }
      g_assert_cmpint (STEP (series, i)->owed, ==, owed);
    }
  g_assert_cmpuint (change, ==, series->changes->len);
}

static void
agrees_with_the_oracle_on_every_day (gconstpointer user_data)
{
  XcCoverageInput *(*make) (GRand *, int) = user_data;
  g_autoptr (GRand) rand = g_rand_new_with_seed ((guint32) g_test_rand_int ());

  for (guint ledger = 0; ledger < 3000; ledger++)
    {
      int n_days = g_rand_int_range (rand, 1, 60);
      g_autoptr (XcCoverage) coverage = xc_coverage_new (make (rand, n_days));
      XcCoverageSeries *all[4];

      for (guint i = 0; i < 4; i++)
        {
          all[i] = xc_coverage_get_series (coverage, i == 3 ? XC_COVERAGE_TOTAL : i, at (n_days));
          check_changes (all[i]);
        }
      for (int day = 0; day < n_days; day++)
        check_day (coverage, at (day), all);
      for (guint i = 0; i < 4; i++)
        xc_coverage_series_free (all[i]);
    }
}

/* While no organization comes, goes or changes, what the rounds added is what is covered, on every day. */
static void
covers_what_the_rounds_add (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed ((guint32) g_test_rand_int ());

  for (guint ledger = 0; ledger < 100; ledger++)
    {
      XcCoverageInput *input = make_anything (rand, 60);
      g_autoptr (XcCoverage) coverage = NULL;

      g_array_set_size (input->events, 0);
      for (guint i = 0; i < input->organizations->len; i++)
        {
          XcCoverageOrganization *row = &g_array_index (input->organizations, XcCoverageOrganization, i);

          row->valid_from = row->valid_to = XC_DAY_NONE;
        }
      coverage = xc_coverage_new (input);
      for (int day = 0; day < 60; day++)
        {
          g_autoptr (XcCoverageSeries) series =
              xc_coverage_get_series (coverage, XC_COVERAGE_TOTAL, at (day));
          guint first = series->outside.first;

          for (guint i = 0; i < series->rounds->len; i++)
            {
              g_autoptr (GArray) visited =
                  xc_coverage_list_visited (coverage, XC_COVERAGE_TOTAL, i, XC_VISIT_FIRST, at (day));

              g_assert_cmpuint (visited->len, ==, ROUND (series, i)->first);
              first += visited->len;
            }
          g_assert_cmpuint (first, ==, xc_coverage_series_get_step (series, at (day))->covered);
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/coverage-series/steps-with-causes", steps_with_causes);
  g_test_add_func ("/core/coverage-series/finds-the-event-that-fits", finds_the_event_that_fits);
  g_test_add_func ("/core/coverage-series/shows-a-move-in-its-registers", shows_a_move_in_its_registers);
  g_test_add_func ("/core/coverage-series/tells-what-each-round-added", tells_what_each_round_added);
  g_test_add_data_func ("/core/coverage-series/agrees-with-the-oracle-on-anything", make_anything,
                        agrees_with_the_oracle_on_every_day);
  g_test_add_data_func ("/core/coverage-series/agrees-with-the-oracle-on-a-tangle", make_tangle,
                        agrees_with_the_oracle_on_every_day);
  g_test_add_func ("/core/coverage-series/covers-what-the-rounds-add", covers_what_the_rounds_add);
  return g_test_run ();
}
