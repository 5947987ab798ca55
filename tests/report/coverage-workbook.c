/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/coverage-workbook.h"

#include <glib/gstdio.h>
#include <string.h>

#include "chart-example.h"
#include "reading.h"
#include "workbook/archive.h"

#define A_DAY xc_day_new (2021, 4, 1)

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("xuncha-chart-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "chart.xlsx", NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_remove (fixture->path);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static char *
write_and_read (Fixture *fixture, const XcCoverageChart *chart)
{
  g_autoptr (GError) error = NULL;
  char *read;

  g_assert_true (xc_coverage_workbook_write (chart, A_DAY, fixture->path, TRUE, &error));
  g_assert_no_error (error);
  read = read_workbook (fixture->path, NULL, &error);
  g_assert_no_error (error);
  return read;
}

static char *
read_part (Fixture *fixture, const char *name)
{
  g_autoptr (XcArchive) archive = xc_archive_open (fixture->path, &xc_workbook_default_budget, NULL);
  g_autoptr (GString) part = g_string_new (NULL);

  const XcEntry *entry = xc_archive_find (archive, name);
  const XcFaultPlace place = { .part = name };
  g_autoptr (XcStream) stream = entry != NULL ? xc_stream_open (archive, entry, &place, NULL) : NULL;
  char buffer[4096];
  gssize got;

  while (stream != NULL && (got = xc_stream_read (stream, buffer, sizeof buffer, NULL)) > 0)
    g_string_append_len (part, buffer, got);
  return stream != NULL ? g_string_free (g_steal_pointer (&part), FALSE) : NULL;
}

static void
assert_holds (const char *text, const char *fragment)
{
  if (strstr (text, fragment) == NULL)
    g_error ("no “%s” in:\n%s", fragment, text);
}

/* Two rounds, the second of which is still to come, and one register that is not in the total. */
static const XcChartRound rounds[] = {
  { .label = "一",
    .starts = 17000,
    .ends = 17060,
    .state = XC_CHART_ROUND_FINISHED,
    .first = 3,
    .repeats = 1,
    .planned = 3 },
  { .label = "二", .starts = 17200, .ends = 17260, .state = XC_CHART_ROUND_PLANNED, .planned = 2 },
};
static const XcChartStep covered[] = { { 16990, 0, NULL }, { 17060, 3, NULL } };
static const XcChartStep owed[] = { { 16990, 5, NULL }, { 17030, 6, "Founded: =A1" } };
static const XcChartRegister registers[] = {
  { .title = "R & D", .covered = 3, .owed = 6, .to_confirm = 1, .in_total = TRUE },
  { .title = "Other", .covered = 0, .owed = 0 },
};
static const XcChartOrganization organizations[] = {
  { "One", 0, XC_COVERAGE_COVERED, 17060, "一" },
  { "Two", 0, XC_COVERAGE_NEVER, XC_DAY_NONE, NULL },
};
static const XcChartForecast forecast[] = { { 17260, 4, 5, 6 }, { 17500, 6, 6, 6 } };

static XcCoverageChart
make_chart (void)
{
  return (XcCoverageChart){ .title = "Example",
                            .subtitle = "The office",
                            .as_of = 17100,
                            .today = XC_DAY_NONE,
                            .starts = 16990,
                            .ends = 17500,
                            .decimals = 1,
                            .rounds = rounds,
                            .n_rounds = G_N_ELEMENTS (rounds),
                            .covered = covered,
                            .n_covered = G_N_ELEMENTS (covered),
                            .owed = owed,
                            .n_owed = G_N_ELEMENTS (owed),
                            .registers = registers,
                            .n_registers = G_N_ELEMENTS (registers),
                            .total = { .covered = 3, .owed = 6, .to_confirm = 1, .in_total = TRUE },
                            .organizations = organizations,
                            .n_organizations = G_N_ELEMENTS (organizations),
                            .forecast = forecast,
                            .n_forecast = G_N_ELEMENTS (forecast),
                            .pace = "Not covered yet: 3.",
                            .out_of_reach_from = XC_DAY_NONE,
                            .notes = "The rule.",
                            .marking = "Internal" };
}

static void
test_every_figure_is_there (Fixture *fixture, gconstpointer data)
{
  XcCoverageChart chart = make_chart ();
  g_autofree char *read = write_and_read (fixture, &chart);

  assert_holds (read,
                "[Progress]\n1: A\"Example\"\n2: A\"3 of 6 organizations owed are covered (50.0%) as of ");
  assert_holds (read, "3: A\"Not covered yet: 3.\"\n4: A\"The office\" G\"Internal\"\n");
  assert_holds (read, ": A\"一\" B@2016-07-18 C@2016-09-16 D=3 E=1 G=3 H=6 I=0.5\n");
  assert_holds (read, "C@2016-10-26 G=3 H=6 I=0.5 J=3 K=3 L=3\n");
  assert_holds (read, ": A\"二\" B@2017-02-03 C@2017-04-04 F=2 J=5 K=6 L=4\n");
  assert_holds (read, "C@2017-11-30 J=6 K=6 L=6\n");
  assert_holds (read, ": A\"The rule.\"\n");
  assert_holds (read, ": A\"R & D\" B=6 C=3 D=1 E=3 F=0.5\n");
  assert_holds (read, ": A\"Other *\" B=0 C=0 D=0 E=0 F\"—\"\n");
  assert_holds (read, ": A\"Total\" B=6 C=3 D=1 E=3 F=0.5\n");
  assert_holds (read, ": A@2016-08-17 B=6 C=1 D\"Founded: =A1\"\n");
  assert_holds (read, ": A\"One\" B\"R & D\" C\"Covered\" D@2016-09-16 E\"一\"\n");
  assert_holds (read, ": A\"Two\" B\"R & D\" C\"Never Inspected\"\n");
}

/* Whether a chart is valid, other programs say; here, that it refers to the rows of the figures. */
static void
test_charts_show_the_cells (Fixture *fixture, gconstpointer data)
{
  XcCoverageChart chart = make_chart ();
  g_autofree char *read = write_and_read (fixture, &chart);
  g_autofree char *progress = read_part (fixture, "xl/charts/chart1.xml");
  g_autofree char *bars = read_part (fixture, "xl/charts/chart2.xml");
  g_autofree char *none = read_part (fixture, "xl/charts/chart3.xml");
  const char *heading = strstr (read, ": A\"Round\"");
  guint row;

  g_assert_nonnull (heading);
  while (heading[-1] != '\n')
    heading--;
  row = (guint) g_ascii_strtoull (heading, NULL, 10);
  g_autofree char *name = g_strdup_printf ("<c:f>'Progress'!$G$%u</c:f>", row);
  g_autofree char *cells = g_strdup_printf ("<c:f>'Progress'!$G$%u:$G$%u</c:f>", row + 1, row + 4);
  g_autofree char *labels = g_strdup_printf ("<c:f>'Progress'!$A$%u:$A$%u</c:f>", row + 1, row + 4);
  assert_holds (progress, "<c:barChart>");
  assert_holds (progress, "<c:lineChart>");
  assert_holds (progress, "<a:t>Example</a:t>");
  assert_holds (progress, name);
  assert_holds (progress, cells);
  assert_holds (progress, labels);
  assert_holds (bars, "<c:barDir val=\"bar\"/>");
  g_assert_null (strstr (bars, "<c:lineChart>"));
  g_assert_null (none);
}

static void
test_what_is_supposed_has_a_column (Fixture *fixture, gconstpointer data)
{
  static const XcChartStep supposed[] = { { 17260, 5, NULL }, { 17400, 6, NULL } };
  XcCoverageChart chart = make_chart ();
  g_autofree char *plain = write_and_read (fixture, &chart);
  g_autofree char *read = NULL;

  g_assert_null (strstr (plain, "M\"Supposed\""));
  chart.what_if = supposed;
  chart.n_what_if = G_N_ELEMENTS (supposed);
  read = write_and_read (fixture, &chart);
  assert_holds (read, " M\"Supposed\"\n");
  assert_holds (read, ": A\"二\" B@2017-02-03 C@2017-04-04 F=2 J=5 K=6 L=4 M=5\n");
  assert_holds (read, "C@2017-08-22 M=6\n");
}

static void
test_every_example_is_written (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; xc_chart_example_names[i] != NULL; i++)
    {
      g_autoptr (XcChartExample) example = xc_chart_example_new (xc_chart_example_names[i], TRUE);
      g_autofree char *read = write_and_read (fixture, &example->chart);

      assert_holds (read, example->chart.title);
      for (gsize o = 0; o < example->chart.n_organizations; o += 97)
        assert_holds (read, example->chart.organizations[o].name);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)
  ADD ("/report/coverage-workbook/every-figure-is-there", test_every_figure_is_there);
  ADD ("/report/coverage-workbook/charts-show-the-cells", test_charts_show_the_cells);
  ADD ("/report/coverage-workbook/what-is-supposed-has-a-column", test_what_is_supposed_has_a_column);
  ADD ("/report/coverage-workbook/every-example-is-written", test_every_example_is_written);
#undef ADD
  return g_test_run ();
}
