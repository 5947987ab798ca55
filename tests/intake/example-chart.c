/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The chart of the example says what "xuncha coverage" says, on each day of its term: the same call of the library gives
 * both, and the numbers are compared where they are drawn. tests/command/example asks the program itself on some days. */
#include <string.h>

#include "core/ratio.h"
#include "intake/example.h"
#include "intake/example-sheet.h"
#include "ledger.h"
#include "report/coverage-chart-source.h"
#include "store/coverage-source.h"

static const XcMark *
find_mark (XcPicture *picture, int kind, gsize index)
{
  gsize n_marks;
  const XcMark *marks = xc_picture_get_marks (picture, &n_marks);

  for (gsize i = 0; i < n_marks; i++)
    if (marks[i].kind == kind && marks[i].index == index)
      return &marks[i];
  g_assert_not_reached ();
}

/* As the verb prints a row: covered, owed, rate. */
static void
check_words (XcPicture *picture, gsize index, const char *title, const XcCoverageFigures *figures,
             const XcRecord *term)
{
  g_autofree char *rate =
      xc_ratio_format (figures->covered, figures->owed, (int) xc_record_get_number (term, "decimals"));
  g_autofree char *expected =
      figures->to_confirm > 0
          ? g_strdup_printf ("%s: %u of %u covered, %s; %u to be confirmed.", title, figures->covered,
                             figures->owed, rate, figures->to_confirm)
          : g_strdup_printf ("%s: %u of %u covered, %s.", title, figures->covered, figures->owed, rate);

  g_assert_cmpstr (find_mark (picture, XC_CHART_MARK_REGISTER, index)->words, ==, expected);
}

static void
check_day (XcCoverage *coverage, const XcRecord *term, XcDay as_of)
{
  const XcCoverageInput *input = xc_coverage_get_input (coverage);
  g_autoptr (XcCoverageDay) day = xc_coverage_get_day (coverage, as_of);
  g_autoptr (XcCoverageChartSource) source = xc_coverage_chart_source_new (coverage, term, as_of);
  const XcCoverageChart *chart = xc_coverage_chart_source_get_chart (source);
  g_autoptr (XcPicture) picture = xc_coverage_chart_lay_out (chart, XC_CHART_WIDTH, XC_CHART_HEIGHT);

  for (guint i = 0; i < day->n_registers; i++)
    check_words (picture, i, g_array_index (input->registers, XcCoverageRegister, i).title,
                 &day->registers[i], term);
  check_words (picture, day->n_registers, "Total", &day->total, term);
  g_assert_cmpuint (chart->n_organizations, <=, day->n_organizations);
}

static void
says_what_coverage_says_on_every_day (void)
{
  g_autoptr (XcTestFolder) folder = xc_test_folder_new ();
  g_autoptr (XcStore) store = xc_test_ledger_new (folder);
  g_autoptr (XcRecord) term = NULL;
  g_autoptr (XcCoverage) coverage = NULL;
  g_autoptr (GError) error = NULL;

  xc_example_fill (store, &error);
  g_assert_no_error (error);
  term = xc_coverage_source_find_term (store, XC_EXAMPLE_DAY, &error);
  coverage = xc_coverage_source_load (store, term, &error);
  g_assert_no_error (error);
  for (XcDay day = xc_record_get_day (term, "starts_on"); day <= xc_record_get_day (term, "ends_on"); day++)
    check_day (coverage, term, day);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/intake/example-chart/says-what-coverage-says-on-every-day",
                   says_what_coverage_says_on_every_day);
  return g_test_run ();
}
