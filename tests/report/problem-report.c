/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/problem-report.h"

#include <string.h>

#include "district.h"
#include "ledger.h"
#include "report/problem-report-paper.h"

#define N_PROBLEMS 400
#define TODAY ((XcDay) 19859) /* 2024-05-16 */

static const XcFiguresFilter all = { .today = TODAY, .term_id = 1 };

static XcProblemReport *
load (XcStore *store, XcFiguresGroup group)
{
  g_autoptr (GError) error = NULL;
  XcProblemReport *report = xc_problem_report_load (store, group, &all, &error);

  g_assert_no_error (error);
  return report;
}

static void
ends_with_a_total_of_all (void)
{
  g_autoptr (XcTestFolder) folder = xc_test_folder_new ();
  g_autoptr (XcStore) store = xc_test_district_new (folder, N_PROBLEMS);

  for (guint g = 0; g < XC_N_FIGURES_GROUPS; g++)
    {
      g_autoptr (XcProblemReport) report = load (store, (XcFiguresGroup) g);
      g_autofree char *cell = xc_problem_report_dup_cell (report, report->rows->len - 1, 1);
      guint sum = 0;

      g_assert_cmpint (xc_problem_report_get_row (report, report->rows->len - 1)->key, ==,
                       XC_PROBLEM_REPORT_TOTAL);
      g_assert_cmpstr (cell, ==, "400");
      for (guint i = 0; i + 1 < report->rows->len; i++)
        sum += xc_problem_report_get_row (report, i)->depth == 0
                   ? xc_problem_report_get_row (report, i)->figures.found
                   : 0;
      g_assert_cmpuint (sum, ==, N_PROBLEMS);
    }
}

static void
opens_the_rows_behind_each_figure (void)
{
  g_autoptr (XcTestFolder) folder = xc_test_folder_new ();
  g_autoptr (XcStore) store = xc_test_district_new (folder, N_PROBLEMS);
  g_autoptr (XcProblemReport) report = load (store, XC_FIGURES_BY_ROUND);

  g_assert_cmpuint (report->rows->len, ==, 7);
  for (guint row = 0; row < report->rows->len; row++)
    for (guint column = 0; column < XC_N_PROBLEM_REPORT_COLUMNS; column++)
      {
        g_autoptr (GError) error = NULL;
        g_autoptr (GArray) ids = xc_problem_report_load_behind (report, store, row, column, &error);
        const XcRectificationFigures *figures = &xc_problem_report_get_row (report, row)->figures;
        guint figure = column - XC_PROBLEM_REPORT_FIRST_FIGURE;

        g_assert_no_error (error);
        if (column < XC_PROBLEM_REPORT_FIRST_FIGURE)
          g_assert_cmpuint (ids->len, ==, figures->found);
        else if (column == XC_PROBLEM_REPORT_RATE)
          g_assert_cmpuint (ids->len, ==, figures->fed_back);
        else if (figure != XC_FIGURE_MEASURES && figure != XC_FIGURE_MEASURES_DONE)
          g_assert_cmpuint (ids->len, ==, xc_figure_get (figures, (XcFigure) figure));
        else
          g_assert_cmpuint (ids->len, <=, xc_figure_get (figures, (XcFigure) figure));
      }
}

static void
says_sentences_of_each_row (void)
{
  g_autoptr (XcTestFolder) folder = xc_test_folder_new ();
  g_autoptr (XcStore) store = xc_test_district_new (folder, N_PROBLEMS);

  for (guint g = 0; g < XC_N_FIGURES_GROUPS; g++)
    {
      g_autoptr (XcProblemReport) report = load (store, (XcFiguresGroup) g);

      for (guint row = 0; row < report->rows->len; row += 1 + report->rows->len / 5)
        {
          const XcProblemReportRow *shown = xc_problem_report_get_row (report, row);
          g_autofree char *found = g_strdup_printf (": %u problems found", shown->figures.found);
          g_auto (GStrv) sentences = xc_problem_report_load_sentences (report, store, row, NULL);
          g_autofree char *text = g_strjoinv ("\n", sentences);

          g_assert_nonnull (strstr (text, found));
          g_assert_nonnull (strstr (text, shown->subject));
        }
    }
}

static void
is_copied_as_a_table (void)
{
  g_autoptr (XcTestFolder) folder = xc_test_folder_new ();
  g_autoptr (XcStore) store = xc_test_district_new (folder, N_PROBLEMS);
  g_autoptr (XcProblemReport) report = load (store, XC_FIGURES_BY_REGISTER);
  g_autofree char *text = xc_problem_report_dup_text (report);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  /* Headings, rows, the day and the rule, and the end of the last line. */
  g_assert_cmpuint (g_strv_length (lines), ==, report->rows->len + 3);
  for (guint i = 0; i <= report->rows->len; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], "\t", -1);

      g_assert_cmpuint (g_strv_length (cells), ==, XC_N_PROBLEM_REPORT_COLUMNS);
    }
  g_assert_true (g_str_has_prefix (lines[0], "Register\tFound\t"));
  g_assert_true (g_str_has_prefix (lines[report->rows->len], "Total\t400\t"));
  g_assert_nonnull (strstr (lines[report->rows->len + 1], "2024-05-16"));
}

static void
leaves_as_workbook_and_on_paper (void)
{
  g_autoptr (XcTestFolder) folder = xc_test_folder_new ();
  g_autoptr (XcStore) store = xc_test_district_new (folder, N_PROBLEMS);
  g_autoptr (XcProblemReport) report = load (store, XC_FIGURES_BY_ORGANIZATION);
  g_autofree char *path = g_build_filename (folder, "out.xlsx", NULL);
  g_autoptr (XcPages) pages = xc_problem_report_make_pages (report, "内部资料");
  g_autoptr (GError) error = NULL;
  gboolean is_whole = FALSE;

  g_assert_true (xc_problem_report_write (report, NULL, path, FALSE, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_test (path, G_FILE_TEST_IS_REGULAR));
  xc_pages_begin (pages, XC_PAGE_A4_LONG, XC_PAGE_A4_SHORT);
  while (!is_whole)
    g_assert_true (xc_pages_go_on (pages, &is_whole, &error));
  g_assert_cmpuint (xc_pages_get_n (pages), >=, report->rows->len / 40);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report/problem-report/ends-with-a-total-of-all", ends_with_a_total_of_all);
  g_test_add_func ("/report/problem-report/opens-the-rows-behind-each-figure",
                   opens_the_rows_behind_each_figure);
  g_test_add_func ("/report/problem-report/says-sentences-of-each-row", says_sentences_of_each_row);
  g_test_add_func ("/report/problem-report/is-copied-as-a-table", is_copied_as_a_table);
  g_test_add_func ("/report/problem-report/leaves-as-workbook-and-on-paper", leaves_as_workbook_and_on_paper);
  return g_test_run ();
}
