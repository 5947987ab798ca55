/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/problem-past.h"

#include "ledger.h"

#define TODAY xc_day_new (2024, 5, 16)

static XcStore *
make_ledger (const char *folder)
{
  XcStore *store = xc_test_ledger_new (folder);
  g_autoptr (GError) error = NULL;

  xc_database_execute (
      xc_store_get_database (store),
      "INSERT INTO term (id, ordinal, committee, level, starts_on, ends_on, covered_when, decimals)"
      " VALUES (1, 1, '中共示范市委', 'city', '2021-09-01', '2026-08-31', 'left', 2);"
      "INSERT INTO register (id, title, position, in_total) VALUES (1, '市直单位', 1, 1);"
      "INSERT INTO round (id, term_id, ordinal) VALUES (1, 1, 1);"
      "INSERT INTO organization (id, name, register_id, listed) VALUES (1, '组织', 1, 1);"
      "INSERT INTO inspection (id, round_id, organization_id, kind, level, counts, enters_on, leaves_on, "
      "fed_back_on)"
      " VALUES (1, 1, 1, 'regular', 'own', 'by_kind', '2023-03-01', '2023-05-01', '2023-06-01');"
      "INSERT INTO problem (id, inspection_id, number, wording, is_key, found_on, fed_back, state, "
      "closed_on) VALUES"
      " (1, 1, '01-01-001', '问题', 0, NULL, 1, 'closed', '2023-10-10'),"
      " (2, 1, '01-01-002', '问题', 0, '2023-03-20', 1, 'in_progress', NULL),"
      " (3, 1, '01-01-003', '问题', 0, '2023-04-20', 0, 'not_started', NULL),"
      " (4, 1, '01-01-004', '问题', 0, '2023-04-20', 1, 'closed', '2023-12-01');"
      "INSERT INTO measure (id, problem_id, position, wording, type, due_on, done_on, state) VALUES"
      " (9, 1, 1, '措施', 'by_date', '2023-09-01', '2023-10-01', 'done'),"
      " (7, 2, 1, '措施', 'immediate', '2023-09-01', NULL, 'in_progress'),"
      " (8, 2, 2, '措施', 'by_date', '2024-06-01', NULL, 'in_progress');"
      "INSERT INTO extension (id, measure_id, old_on, new_on, reason, approver, approved_on) VALUES"
      " (1, 8, '2023-08-01', '2024-06-01', '原因', '某某', '2023-08-20'),"
      " (2, 9, '2023-07-01', '2023-09-01', '原因', '某某', '2023-07-10');"
      "INSERT INTO closing_step (id, problem_id, cycle, step, body, verdict, person, happened_on) VALUES"
      " (1, 4, 1, 'applied', NULL, NULL, '某某', '2023-11-01'),"
      " (2, 4, 1, 'reviewed', 'office', 'accepted', '某某', '2023-12-01')",
      &error);
  g_assert_no_error (error);
  return store;
}

static void
count (const XcWalkedProblem *problem, gpointer data)
{
  xc_rectification_figures_count (data, &problem->counted);
}

static XcRectificationFigures
get_figures (XcProblemPast *past, XcDay day)
{
  XcRectificationFigures figures = { 0 };

  xc_problem_past_walk (past, XC_BODY_MASK (XC_BODY_OFFICE), day, count, &figures);
  return figures;
}

static void
gives_the_figures_of_each_day (void)
{
  g_autoptr (XcTestFolder) folder = xc_test_folder_new ();
  g_autoptr (XcStore) store = make_ledger (folder);
  g_autoptr (GError) error = NULL;
  g_autoptr (XcProblemPast) past = xc_problem_past_load (store, &error);
  XcRectificationFigures figures;

  g_assert_no_error (error);
  g_assert_cmpuint (get_figures (past, xc_day_new (2023, 3, 19)).found, ==, 0);
  g_assert_cmpuint (get_figures (past, xc_day_new (2023, 3, 20)).found, ==, 1);
  g_assert_cmpuint (get_figures (past, xc_day_new (2023, 4, 30)).found, ==, 3);
  figures = get_figures (past, xc_day_new (2023, 5, 1));
  g_assert_cmpuint (figures.found, ==, 4);
  g_assert_cmpuint (figures.fed_back, ==, 0);
  g_assert_cmpuint (figures.immediate, ==, 1);
  figures = get_figures (past, xc_day_new (2023, 8, 10));
  g_assert_cmpuint (figures.fed_back, ==, 3);
  g_assert_cmpuint (figures.overdue, ==, 1);
  g_assert_cmpuint (get_figures (past, xc_day_new (2023, 8, 31)).overdue, ==, 0);
  g_assert_cmpuint (get_figures (past, xc_day_new (2023, 9, 10)).overdue, ==, 2);
  figures = get_figures (past, xc_day_new (2023, 11, 1));
  g_assert_cmpuint (figures.closed, ==, 1);
  g_assert_cmpuint (figures.states[XC_RECTIFICATION_AWAITING_REVIEW], ==, 1);
  g_assert_cmpuint (get_figures (past, xc_day_new (2023, 12, 1)).closed, ==, 2);
}

/* On the last day the past is the present. */
static void
ends_in_what_is_so_today (void)
{
  g_autoptr (XcTestFolder) folder = xc_test_folder_new ();
  g_autoptr (XcStore) store = make_ledger (folder);
  g_autoptr (GError) error = NULL;
  g_autoptr (XcProblemPast) past = xc_problem_past_load (store, &error);
  XcRectificationFigures then, now = { 0 };

  g_assert_no_error (error);
  then = get_figures (past, TODAY);
  g_assert_true (xc_problem_walk (store, TODAY, count, &now, &error));
  g_assert_cmpmem (&then, sizeof then, &now, sizeof now);
}

static void
is_empty_where_nothing_was_found (void)
{
  g_autoptr (XcTestFolder) folder = xc_test_folder_new ();
  g_autoptr (XcStore) store = xc_test_ledger_new (folder);
  g_autoptr (GError) error = NULL;
  g_autoptr (XcProblemPast) past = xc_problem_past_load (store, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (get_figures (past, TODAY).found, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/problem-past/gives-the-figures-of-each-day", gives_the_figures_of_each_day);
  g_test_add_func ("/store/problem-past/ends-in-what-is-so-today", ends_in_what_is_so_today);
  g_test_add_func ("/store/problem-past/is-empty-where-nothing-was-found", is_empty_where_nothing_was_found);
  return g_test_run ();
}
