/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/rectification-source.h"

#include "ledger.h"

static const char filling[] =
    "INSERT INTO term VALUES (1, 1, '示范区委', 'district', '2016-12-01', '2021-11-30', 'left', 2, NULL),"
    " (2, 2, '示范区委', 'district', '2021-12-01', '2026-11-30', 'left', 2, NULL);"
    "INSERT INTO round (id, term_id, ordinal) VALUES (1, 1, 1), (2, 2, 1);"
    "INSERT INTO register (id, title, position, in_total) VALUES (1, '区直单位', 1, 1);"
    "INSERT INTO organization (id, name, register_id, listed) VALUES (1, '甲', 1, 1);"
    "INSERT INTO inspection (id, round_id, organization_id, kind, level, counts) VALUES"
    " (1, 1, 1, 'regular', 'own', 'by_kind'), (2, 2, 1, 'regular', 'own', 'by_kind');"
    "INSERT INTO problem (id, inspection_id, number, wording, is_key, fed_back, found_at, state, closed_on) "
    "VALUES"
    " (1, 1, '01-01-001', '甲一', 0, 1, 'feedback', 'closed', '2020-03-01'),"
    " (2, 1, '01-01-002', '甲二', 0, 1, 'during', 'in_progress', NULL),"
    " (3, 1, '01-01-003', '甲三', 0, 0, NULL, 'not_started', NULL),"
    " (4, 2, '01-01-001', '乙一', 0, 1, NULL, 'not_started', NULL);"
    "INSERT INTO measure (id, problem_id, position, wording, type, due_on, done_on, state) VALUES"
    " (1, 1, 1, 'a', 'by_date', '2020-02-01', '2020-01-20', 'done'),"
    " (2, 2, 1, 'b', 'immediate', '2020-05-01', '2020-04-20', 'done'),"
    " (3, 2, 2, 'c', 'by_date', '2020-06-01', NULL, 'in_progress');";

static XcRectificationFigures
count (GArray *rows)
{
  XcRectificationFigures figures = { 0 };

  for (guint i = 0; i < rows->len; i++)
    xc_rectification_figures_count (&figures, &g_array_index (rows, XcRectificationRow, i).problem);
  return figures;
}

static void
counts_the_problems_of_one_term (void)
{
  g_autoptr (XcTestFolder) folder = xc_test_folder_new ();
  g_autoptr (XcStore) store = xc_test_ledger_new (folder);
  g_autoptr (GArray) early = NULL;
  g_autoptr (GArray) late = NULL;
  g_autoptr (GArray) other = NULL;
  g_autoptr (GArray) none = NULL;
  g_autoptr (GError) error = NULL;
  XcRectificationFigures figures;

  xc_database_execute (xc_store_get_database (store), filling, &error);
  g_assert_no_error (error);
  early = xc_rectification_source_load (store, 1, xc_day_new (2020, 5, 31), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (early->len, ==, 3);
  for (guint i = 0; i < 3; i++)
    g_assert_cmpint (g_array_index (early, XcRectificationRow, i).id, ==, i + 1);
  figures = count (early);
  g_assert_cmpuint (figures.found, ==, 3);
  g_assert_cmpuint (figures.fed_back, ==, 2);
  g_assert_cmpuint (figures.immediate, ==, 1);
  g_assert_cmpuint (figures.during, ==, 1);
  g_assert_cmpuint (figures.measures, ==, 3);
  g_assert_cmpuint (figures.measures_done, ==, 2);
  g_assert_cmpuint (figures.states[XC_RECTIFICATION_CLOSED], ==, 1);
  g_assert_cmpuint (figures.overdue, ==, 0);

  late = xc_rectification_source_load (store, 1, xc_day_new (2020, 6, 2), &error);
  g_assert_cmpuint (count (late).overdue, ==, 1);
  g_assert_cmpint (g_array_index (late, XcRectificationRow, 1).problem.due.days_overdue, ==, 1);

  other = xc_rectification_source_load (store, 2, xc_day_new (2022, 6, 2), &error);
  g_assert_cmpuint (other->len, ==, 1);
  g_assert_cmpuint (count (other).measures, ==, 0);
  none = xc_rectification_source_load (store, 3, xc_day_new (2022, 6, 2), &error);
  g_assert_cmpuint (none->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/rectification-source/counts-the-problems-of-one-term",
                   counts_the_problems_of_one_term);
  return g_test_run ();
}
