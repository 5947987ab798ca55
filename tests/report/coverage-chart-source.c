/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/coverage-chart-source.h"

#include "ledger.h"
#include "published-term.h"
#include "store/coverage-source.h"

typedef struct
{
  XcTestFolder *folder;
  XcStore *store;
  XcRecord *term;
  XcCoverage *coverage;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer more_rows)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = xc_test_folder_new ();
  fixture->store = xc_test_ledger_new (fixture->folder);
  xc_test_published_term_fill (fixture->store);
  xc_database_execute (xc_store_get_database (fixture->store), more_rows, &error);
  g_assert_no_error (error);
  fixture->term = xc_coverage_source_find_term (fixture->store, xc_day_new (2021, 3, 31), NULL);
  fixture->coverage = xc_coverage_source_load (fixture->store, fixture->term, NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer more_rows)
{
  xc_coverage_free (fixture->coverage);
  xc_record_unref (fixture->term);
  g_object_unref (fixture->store);
  xc_test_folder_remove (fixture->folder);
}

static guint
step_at (const XcChartStep *steps, gsize n_steps, XcDay day)
{
  guint count = 0;

  for (gsize i = 0; i < n_steps && steps[i].day <= day; i++)
    count = steps[i].count;
  return count;
}

static guint
count_behind (XcCoverageChartSource *source, XcChartMark kind, gsize index)
{
  g_autoptr (GArray) ids = xc_coverage_chart_source_list_behind (source, kind, index);

  return ids->len;
}

/* Behind every figure stand as many organizations as it says. */
static void
check_behind (XcCoverageChartSource *source)
{
  const XcCoverageChart *chart = xc_coverage_chart_source_get_chart (source);

  for (gsize i = 0; i <= chart->n_registers; i++)
    {
      const XcChartRegister *row = i < chart->n_registers ? &chart->registers[i] : &chart->total;

      g_assert_cmpuint (count_behind (source, XC_CHART_MARK_REGISTER, i), ==, row->owed);
      g_assert_cmpuint (count_behind (source, XC_CHART_MARK_CURVE, i), ==, row->owed);
      g_assert_cmpuint (count_behind (source, XC_CHART_MARK_REGISTER_COVERED, i), ==,
                        row->covered - row->to_confirm);
      g_assert_cmpuint (count_behind (source, XC_CHART_MARK_REGISTER_TO_CONFIRM, i), ==, row->to_confirm);
      g_assert_cmpuint (count_behind (source, XC_CHART_MARK_REGISTER_OPEN, i), ==, row->owed - row->covered);
    }
  g_assert_cmpuint (count_behind (source, XC_CHART_MARK_TOTAL, 0), ==, chart->total.owed);
  g_assert_cmpuint (count_behind (source, XC_CHART_MARK_AS_OF, 0), ==, chart->total.covered);
  g_assert_cmpuint (count_behind (source, XC_CHART_MARK_OUT_OF_REACH, 0), ==,
                    chart->total.owed - chart->total.covered);
  for (gsize i = 0; i < chart->n_rounds; i++)
    {
      const XcChartRound *round = &chart->rounds[i];

      g_assert_cmpuint (count_behind (source, XC_CHART_MARK_FIRST, i), ==, round->first);
      g_assert_cmpuint (count_behind (source, XC_CHART_MARK_REPEATS, i), <=, round->repeats);
      g_assert_cmpuint (count_behind (source, XC_CHART_MARK_PLANNED, i), ==, round->planned - round->first);
    }
  for (gsize i = 1; i < chart->n_owed; i++)
    g_assert_cmpuint (count_behind (source, XC_CHART_MARK_OWED, i), >=,
                      (guint) ABS ((int) chart->owed[i].count - (int) chart->owed[i - 1].count));
}

/* The squares and the lines of the registers say what the bars say. */
static void
check_sheets (const XcCoverageChart *chart, XcDay as_of)
{
  g_autofree guint *owed = g_new0 (guint, chart->n_registers + 1);
  g_autofree guint *covered = g_new0 (guint, chart->n_registers + 1);

  for (gsize i = 0; i < chart->n_organizations; i++)
    {
      owed[chart->organizations[i].register_index]++;
      covered[chart->organizations[i].register_index] +=
          chart->organizations[i].state >= XC_COVERAGE_TO_CONFIRM;
    }
  for (gsize i = 0; i < chart->n_registers; i++)
    {
      const XcChartRegister *row = &chart->registers[i];

      g_assert_cmpuint (owed[i], ==, row->owed);
      g_assert_cmpuint (covered[i], ==, row->covered);
      g_assert_cmpuint (step_at (row->covered_steps, row->n_covered_steps, as_of), ==, row->covered);
      g_assert_cmpuint (step_at (row->owed_steps, row->n_owed_steps, as_of), ==, row->owed);
    }
}

static void
says_what_coverage_says_on_every_day (Fixture *fixture, gconstpointer more_rows)
{
  XcDay starts = xc_record_get_day (fixture->term, "starts_on");
  XcDay ends = xc_record_get_day (fixture->term, "ends_on");

  for (XcDay as_of = starts; as_of <= ends; as_of++)
    {
      g_autoptr (XcCoverageChartSource) source =
          xc_coverage_chart_source_new (fixture->coverage, fixture->term, as_of);
      const XcCoverageChart *chart = xc_coverage_chart_source_get_chart (source);
      g_autoptr (XcCoverageDay) day = xc_coverage_get_day (fixture->coverage, as_of);
      guint first = 0;

      g_assert_cmpint (chart->as_of, ==, as_of);
      g_assert_cmpuint (chart->total.covered, ==, day->total.covered);
      g_assert_cmpuint (chart->total.owed, ==, day->total.owed);
      g_assert_cmpuint (chart->total.to_confirm, ==, day->total.to_confirm);
      g_assert_cmpuint (step_at (chart->covered, chart->n_covered, as_of), ==, day->total.covered);
      g_assert_cmpuint (step_at (chart->owed, chart->n_owed, as_of), ==, day->total.owed);
      g_assert_cmpuint (chart->n_registers, ==, day->n_registers);
      for (guint i = 0; i < day->n_registers; i++)
        {
          g_assert_cmpuint (chart->registers[i].covered, ==, day->registers[i].covered);
          g_assert_cmpuint (chart->registers[i].owed, ==, day->registers[i].owed);
        }
      for (gsize i = 0; i < chart->n_rounds; i++)
        {
          first += chart->rounds[i].first;
          /* What was covered and is still planned are the organizations of the round. */
          g_assert_cmpuint (chart->rounds[i].planned, ==, i < 9 ? 10 : 6);
        }
      g_assert_cmpuint (first, ==, day->total.covered);
      check_sheets (chart, as_of);
      if (as_of % 7 == 0 || as_of == ends)
        check_behind (source);
      for (gsize i = 0; i < chart->n_forecast; i++)
        {
          g_assert_cmpint (chart->forecast[i].day, >, i == 0 ? as_of : chart->forecast[i - 1].day);
          g_assert_cmpuint (chart->forecast[i].worst, <=, chart->forecast[i].average);
          g_assert_cmpuint (chart->forecast[i].average, <=, chart->forecast[i].best);
          g_assert_cmpuint (chart->forecast[i].best, <=, chart->total.owed);
        }
    }
}

/* One alone says what it says among the others, and its rounds add up to it. */
static void
says_of_one_register_what_all_say (Fixture *fixture, gconstpointer more_rows)
{
  XcDay starts = xc_record_get_day (fixture->term, "starts_on");
  XcDay ends = xc_record_get_day (fixture->term, "ends_on");

  for (XcDay as_of = starts; as_of <= ends; as_of += 13)
    {
      g_autoptr (XcCoverageChartSource) all =
          xc_coverage_chart_source_new (fixture->coverage, fixture->term, as_of);
      const XcCoverageChart *chart = xc_coverage_chart_source_get_chart (all);

      for (guint i = 0; i < chart->n_registers; i++)
        {
          g_autoptr (XcCoverageChartSource) source =
              xc_coverage_chart_source_new_of_register (fixture->coverage, fixture->term, as_of, i);
          const XcCoverageChart *one = xc_coverage_chart_source_get_chart (source);
          const XcChartRegister *row = &chart->registers[i];
          guint first = 0;

          g_assert_cmpuint (one->n_registers, ==, 0);
          g_assert_cmpuint (one->total.covered, ==, row->covered);
          g_assert_cmpuint (one->total.owed, ==, row->owed);
          g_assert_cmpuint (one->total.to_confirm, ==, row->to_confirm);
          g_assert_cmpuint (step_at (one->covered, one->n_covered, as_of), ==, row->covered);
          g_assert_cmpuint (step_at (one->owed, one->n_owed, as_of), ==, row->owed);
          g_assert_cmpuint (one->n_rounds, ==, chart->n_rounds);
          for (gsize r = 0; r < one->n_rounds; r++)
            {
              first += one->rounds[r].first;
              if (!row->in_total)
                continue;
              g_assert_cmpuint (one->rounds[r].first, <=, chart->rounds[r].first);
              g_assert_cmpuint (one->rounds[r].planned, <=, chart->rounds[r].planned);
            }
          g_assert_cmpuint (first, ==, row->covered);
        }
    }
}

/* Ten a round would reach all that is owed, had there been time for the rounds: then none is drawn. */
static void
forecasts_nothing_that_there_is_no_time_for (Fixture *fixture, gconstpointer more_rows)
{
  guint n_drawn = 0, n_late = 0;

  for (XcDay as_of = xc_day_new (2018, 1, 1); as_of <= xc_record_get_day (fixture->term, "ends_on"); as_of++)
    {
      g_autoptr (XcCoverageChartSource) source =
          xc_coverage_chart_source_new (fixture->coverage, fixture->term, as_of);
      const XcCoverageChart *chart = xc_coverage_chart_source_get_chart (source);
      gboolean is_late = xc_day_is_set (chart->out_of_reach_from) && as_of >= chart->out_of_reach_from;

      n_drawn += chart->n_forecast > 0;
      n_late += is_late;
      if (is_late)
        g_assert_cmpuint (chart->n_forecast, ==, 0);
    }
  g_assert_cmpuint (n_drawn, >, 100);
  g_assert_cmpuint (n_late, >, 10);
}

static void
knows_how_far_each_round_is (Fixture *fixture, gconstpointer more_rows)
{
  g_autoptr (XcCoverageChartSource) source =
      xc_coverage_chart_source_new (fixture->coverage, fixture->term, xc_day_new (2018, 10, 15));
  const XcCoverageChart *chart = xc_coverage_chart_source_get_chart (source);

  g_assert_cmpuint (chart->n_rounds, ==, 10);
  for (gsize i = 0; i < 10; i++)
    g_assert_cmpint (chart->rounds[i].state, ==,
                     i < 4    ? XC_CHART_ROUND_FINISHED
                     : i == 4 ? XC_CHART_ROUND_CURRENT
                              : XC_CHART_ROUND_PLANNED);
  g_assert_cmpstr (chart->rounds[9].label, ==, "10");
}

static void
says_why_the_number_owed_changed (Fixture *fixture, gconstpointer more_rows)
{
  g_autoptr (XcCoverageChartSource) source =
      xc_coverage_chart_source_new (fixture->coverage, fixture->term, xc_day_new (2021, 3, 31));
  const XcCoverageChart *chart = xc_coverage_chart_source_get_chart (source);

  g_assert_cmpuint (chart->n_owed, ==, 3);
  g_assert_null (chart->owed[0].cause);
  g_assert_cmpuint (chart->owed[1].count, ==, 111);
  g_assert_cmpstr (chart->owed[1].cause, ==, "Merged");
  g_assert_cmpuint (chart->owed[2].count, ==, 112);
  g_assert_cmpstr (chart->owed[2].cause, ==, "Founded: 退役军人事务局党组");
}

static void
says_how_much_each_of_several_causes_changed (Fixture *fixture, gconstpointer more_rows)
{
  g_autoptr (XcCoverageChartSource) source =
      xc_coverage_chart_source_new (fixture->coverage, fixture->term, xc_day_new (2021, 3, 31));
  const XcCoverageChart *chart = xc_coverage_chart_source_get_chart (source);

  g_assert_cmpuint (chart->n_owed, ==, 2);
  g_assert_true (g_str_equal (chart->owed[1].cause, "Founded +2, Abolished −1")
                 || g_str_equal (chart->owed[1].cause, "Abolished −1, Founded +2"));
}

static void
supposes_other_rounds_without_touching_the_figures (Fixture *fixture, gconstpointer more_rows)
{
  XcDay as_of = xc_day_new (2019, 3, 31);
  g_autoptr (XcCoverageChartSource) source =
      xc_coverage_chart_source_new (fixture->coverage, fixture->term, as_of);
  const XcCoverageChart *chart = xc_coverage_chart_source_get_chart (source);
  guint covered = chart->total.covered, owed = chart->total.owed;

  g_assert_cmpuint (chart->n_what_if, ==, 0);
  for (guint rounds = 5; rounds > 0; rounds--)
    {
      g_autoptr (XcWhatIfResult) result =
          xc_coverage_chart_source_suppose (source, &(XcWhatIf){ rounds, 3, 4 });

      g_assert_cmpuint (chart->n_what_if, ==, rounds);
      g_assert_cmpuint (chart->what_if[rounds - 1].count, ==, result->covered);
      g_assert_cmpint (chart->what_if[rounds - 1].day, <=, chart->ends);
      g_assert_cmpuint (chart->total.covered, ==, covered);
      g_assert_cmpuint (chart->total.owed, ==, owed);
      g_assert_cmpuint (xc_coverage_chart_source_get_pace (source)->covered, ==, covered);
    }
}

/* On one day 501 and 502 are founded and 112 is abolished. */
static const char one_day[] =
    "INSERT INTO organization (id, name, register_id, listed, valid_from) VALUES (501, '甲', 1, 1, "
    "'2019-06-01'),"
    " (502, '乙', 1, 1, '2019-06-01');"
    "UPDATE organization SET valid_to = '2019-06-01' WHERE id = 112;"
    "INSERT INTO organization_event (id, kind, happened_on) VALUES (1, 'founded', '2019-06-01'),"
    " (2, 'founded', '2019-06-01'), (3, 'abolished', '2019-06-01');"
    "INSERT INTO event_member (id, event_id, organization_id, side, passes) VALUES (1, 1, 501, 'after', "
    "'to_confirm'),"
    " (2, 2, 502, 'after', 'to_confirm'), (3, 3, 112, 'before', 'to_confirm');";

/* 110 and 111 become 500, 501 is founded. */
static const char events[] =
    "INSERT INTO organization (id, name, register_id, listed, valid_from) VALUES (500, '新局', 2, 1, "
    "'2019-03-01'),"
    " (501, '退役军人事务局党组', 1, 1, '2019-06-01');"
    "UPDATE organization SET valid_to = '2019-03-01' WHERE id IN (110, 111);"
    "INSERT INTO organization_event (id, kind, happened_on) VALUES (1, 'merged', '2019-03-01'),"
    " (2, 'founded', '2019-06-01');"
    "INSERT INTO event_member (id, event_id, organization_id, side, passes) VALUES (1, 1, 110, 'before', "
    "'to_confirm'),"
    " (2, 1, 111, 'before', 'to_confirm'), (3, 1, 500, 'after', 'to_confirm'), (4, 2, 501, 'after', "
    "'to_confirm');";

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/report/coverage-chart-source/says-what-coverage-says-on-every-day", Fixture, "", set_up,
              says_what_coverage_says_on_every_day, tear_down);
  g_test_add ("/report/coverage-chart-source/says-it-after-mergers-too", Fixture, events, set_up,
              says_what_coverage_says_on_every_day, tear_down);
  g_test_add ("/report/coverage-chart-source/says-of-one-register-what-all-say", Fixture, events, set_up,
              says_of_one_register_what_all_say, tear_down);
  g_test_add ("/report/coverage-chart-source/forecasts-nothing-that-there-is-no-time-for", Fixture, "",
              set_up, forecasts_nothing_that_there_is_no_time_for, tear_down);
  g_test_add ("/report/coverage-chart-source/knows-how-far-each-round-is", Fixture, "", set_up,
              knows_how_far_each_round_is, tear_down);
  g_test_add ("/report/coverage-chart-source/says-why-the-number-owed-changed", Fixture, events, set_up,
              says_why_the_number_owed_changed, tear_down);
  g_test_add ("/report/coverage-chart-source/says-how-much-each-of-several-causes-changed", Fixture, one_day,
              set_up, says_how_much_each_of_several_causes_changed, tear_down);
  g_test_add ("/report/coverage-chart-source/supposes-other-rounds-without-touching-the-figures", Fixture, "",
              set_up, supposes_other_rounds_without_touching_the_figures, tear_down);
  return g_test_run ();
}
