/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/problem-figures.h"

#include "core/ratio.h"
#include "district.h"
#include "ledger.h"
#include "store/office.h"

#define TODAY ((XcDay) 19859) /* 2024-05-16 */
#define N_PROBLEMS 2000

static void
execute (XcStore *store, const char *sql)
{
  g_autoptr (GError) error = NULL;

  xc_database_execute (xc_store_get_database (store), sql, &error);
  g_assert_no_error (error);
}

/* A term with two registers, two rounds of which the second has 14, 16 and 20 inspections as a published one had. */
static XcStore *
make_ledger (const char *folder)
{
  XcStore *store = xc_test_ledger_new (folder);

  execute (store,
           "INSERT INTO term (id, ordinal, committee, level, starts_on, ends_on, covered_when, decimals)"
           " VALUES (1, 1, '中共示范市委', 'city', '2021-09-01', '2026-08-31', 'left', 2);"
           "INSERT INTO register (id, title, position, in_total) VALUES (1, '市直单位', 1, 1), (2, "
           "'村(社区)', 2, 0);"
           "INSERT INTO round (id, term_id, ordinal) VALUES (1, 1, 1), (2, 1, 2);"
           "WITH RECURSIVE n (i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < 50)"
           "INSERT INTO organization (id, name, register_id, listed)"
           " SELECT i, '组织' || i, CASE WHEN i BETWEEN 15 AND 30 THEN 2 ELSE 1 END, 1 FROM n;"
           "INSERT INTO inspection (id, round_id, organization_id, kind, level, counts, fed_back_on)"
           " SELECT 100 + id, 2, id, CASE WHEN id <= 14 THEN 'regular' WHEN id <= 30 THEN 'upgraded_cross'"
           " ELSE 'rectification_check' END, 'own', 'by_kind', '2023-11-28' FROM organization;"
           "INSERT INTO inspection (id, round_id, organization_id, kind, level, counts, fed_back_on)"
           " SELECT 200 + id, 1, id, 'regular', 'own', 'by_kind', '2022-05-16' FROM organization");
  return store;
}

/* Adds @n problems, each with a measure, to the inspections from @base + 1 to @base + 50 in turn. */
static void
add_problems (XcStore *store, guint base, guint n, const char *state, const char *type, gboolean fed_back)
{
  static guint last;
  g_autofree char *sql = g_strdup_printf (
      "WITH RECURSIVE n (i) AS (VALUES (%1$u) UNION ALL SELECT i + 1 FROM n WHERE i + 1 < %2$u)"
      "INSERT INTO problem (id, inspection_id, number, wording, is_key, fed_back, state, closed_on)"
      " SELECT i, %3$u + 1 + i %% 50, printf ('%%02d-%%02d-%%04d', %3$u / 100, 1 + i %% 50, i), '问题', 0, "
      "%4$d,"
      " '%5$s', CASE '%5$s' WHEN 'closed' THEN '2024-02-01' END FROM n;"
      "INSERT INTO measure (id, problem_id, position, wording, type, due_on, done_on, state)"
      " SELECT id, id, 1, '措施', '%6$s', '2024-03-01', CASE '%5$s' WHEN 'closed' THEN '2024-01-31' END,"
      " CASE '%5$s' WHEN 'closed' THEN 'done' WHEN 'basically_done' THEN 'basically_done' ELSE 'in_progress' "
      "END"
      " FROM problem WHERE id >= %1$u",
      last + 1, last + 1 + n, base, fed_back, state, type);

  execute (store, sql);
  last += n;
}

static XcProblemFigures *
load (XcStore *store, XcFiguresGroup group, gint64 round_id)
{
  const XcFiguresFilter filter = { .today = TODAY, .term_id = 1, .round_id = round_id };
  g_autoptr (GError) error = NULL;
  XcProblemFigures *figures = xc_problem_figures_load (store, group, &filter, &error);

  g_assert_no_error (error);
  return figures;
}

/* “发现问题665个，督促边巡边改、立行立改问题175个”. */
static void
gives_665_found_and_175_immediate (void)
{
  g_autoptr (XcTestFolder) folder = xc_test_folder_new ();
  g_autoptr (XcStore) store = make_ledger (folder);
  g_autoptr (XcProblemFigures) figures = NULL;
  g_autoptr (XcProblemFigures) by_register = NULL;

  add_problems (store, 100, 175, "closed", "immediate", TRUE);
  add_problems (store, 100, 490, "in_progress", "by_date", TRUE);
  add_problems (store, 200, 30, "closed", "immediate", TRUE);
  figures = load (store, XC_FIGURES_BY_ROUND, 0);
  g_assert_cmpuint (figures->rows->len, ==, 2);
  g_assert_cmpuint (xc_problem_figures_find (figures, 2)->found, ==, 665);
  g_assert_cmpuint (xc_problem_figures_find (figures, 2)->immediate, ==, 175);
  g_assert_cmpuint (figures->total.found, ==, 695);
  g_assert_null (xc_problem_figures_find (figures, 3));
  by_register = load (store, XC_FIGURES_BY_REGISTER, 2);
  g_assert_cmpuint (by_register->total.found, ==, 665);
  g_assert_cmpuint (by_register->total.immediate, ==, 175);
  g_assert_cmpuint (xc_problem_figures_find (by_register, 1)->found
                        + xc_problem_figures_find (by_register, 2)->found,
                    ==, 665);
}

/* “已完成问题整改4869个，整改率达90%以上”. */
static void
gives_4869_closed (void)
{
  g_autoptr (XcTestFolder) folder = xc_test_folder_new ();
  g_autoptr (XcStore) store = make_ledger (folder);
  g_autoptr (XcProblemFigures) figures = NULL;
  XcRectificationRate rate;

  add_problems (store, 100, 4869, "closed", "by_date", TRUE);
  add_problems (store, 200, 480, "in_progress", "by_date", TRUE);
  add_problems (store, 200, 70, "not_started", "by_date", FALSE);
  figures = load (store, XC_FIGURES_BY_ORGANIZATION, 0);
  g_assert_cmpuint (figures->rows->len, ==, 50);
  g_assert_cmpuint (xc_figure_get (&figures->total, XC_FIGURE_CLOSED), ==, 4869);
  g_assert_cmpuint (figures->total.found, ==, 5419);
  rate = xc_problem_figures_get_rate (figures, &figures->total);
  g_assert_cmpuint (rate.fed_back, ==, 5349);
  g_assert_cmpuint (rate.done * 100, >, rate.fed_back * 90);
}

/* 697 fed back, 688 done, 4 basically done, 5 not done: 98.71 %. */
static void
gives_688_of_697 (void)
{
  g_autoptr (XcTestFolder) folder = xc_test_folder_new ();
  g_autoptr (XcStore) store = make_ledger (folder);
  g_autoptr (XcProblemFigures) figures = NULL;
  g_autoptr (XcProblemFigures) with = NULL;
  g_autoptr (XcOffice) office = xc_office_load (store, NULL);
  g_autofree char *text = NULL;
  g_autofree char *text_with = NULL;
  XcRectificationRate rate;

  add_problems (store, 100, 688, "closed", "by_date", TRUE);
  add_problems (store, 100, 4, "basically_done", "by_date", TRUE);
  add_problems (store, 100, 5, "in_progress", "by_date", TRUE);
  figures = load (store, XC_FIGURES_BY_TEAM, 2);
  rate = xc_problem_figures_get_rate (figures, &figures->total);
  text = xc_ratio_format (rate.done, rate.fed_back, 2);
  g_assert_cmpstr (text, ==, "98.71%");
  g_assert_cmpuint (rate.done, ==, 688);
  g_assert_cmpuint (rate.fed_back, ==, 697);
  g_assert_cmpuint (xc_figure_get (&figures->total, XC_FIGURE_BASICALLY_DONE), ==, 4);
  g_assert_cmpuint (xc_figure_get (&figures->total, XC_FIGURE_NOT_DONE), ==, 5);
  g_assert_cmpuint (figures->total.overdue, ==, 9);
  g_assert_cmpuint (xc_problem_figures_find (figures, 0)->fed_back, ==, 697);
  office->counts_basically_done = TRUE;
  g_assert_true (xc_office_save (store, office, NULL));
  with = load (store, XC_FIGURES_BY_TEAM, 2);
  rate = xc_problem_figures_get_rate (with, &with->total);
  text_with = xc_ratio_format (rate.done, rate.fed_back, 2);
  g_assert_cmpstr (text_with, ==, "99.28%");
}

/* A district in every state, with measures of every kind, points below points, teams, and problems of none. */
static XcStore *
make_mixture (const char *folder)
{
  XcStore *store = xc_test_district_new (folder, N_PROBLEMS);

  execute (
      store,
      "INSERT INTO team (id, round_id, ordinal) SELECT id * 10 + n, id, n FROM round, (SELECT 1 n UNION "
      "SELECT 2);"
      "UPDATE inspection SET team_id = round_id * 10 + 1 + id / 64 % 2 WHERE id % 5 > 0;"
      "UPDATE point SET parent_id = (SELECT min (id) FROM point) WHERE id > (SELECT min (id) FROM point)"
      " AND id % 3 = 0;"
      "INSERT INTO measure (id, problem_id, position, wording, type, due_on, done_on, state)"
      " SELECT p.id * 4 + n.key, p.id, 1 + n.key, '措施',"
      " CASE (p.id + n.key) % 5 WHEN 0 THEN 'immediate' WHEN 1 THEN 'lasting' WHEN 2 THEN NULL ELSE "
      "'by_date' END,"
      " CASE WHEN p.id % 7 > 0 THEN date ('2024-05-16', (p.id % 41 - 20 + n.key) || ' days') END,"
      " CASE WHEN p.id % 3 > 0 THEN date ('2024-05-16', (p.id % 31 - 25) || ' days') END,"
      " CASE (p.id / 64 + n.key) % 4 WHEN 0 THEN 'in_progress' WHEN 1 THEN 'basically_done' ELSE 'done' END"
      " FROM problem AS p JOIN json_each ('[0,1,2]') AS n WHERE n.key < p.id / 64 % 4");
  return store;
}

static void
assert_opens (XcStore *store, const XcFiguresFilter *filter, XcFiguresGroup group, gint64 key,
              const XcRectificationFigures *figures)
{
  for (guint i = 0; i < XC_N_FIGURES; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (XcQuery) query = xc_problem_figures_query (store, filter, group, key, (XcFigure) i, &error);
      guint n_rows;

      g_assert_no_error (error);
      g_assert_true (xc_query_count (query, store, &n_rows, &error));
      g_assert_no_error (error);
      g_assert_cmpuint (n_rows, ==, xc_figure_get (figures, (XcFigure) i));
    }
}

static void
opens_as_many_rows_as_each_figure_says (void)
{
  g_autoptr (XcTestFolder) folder = xc_test_folder_new ();
  g_autoptr (XcStore) store = make_mixture (folder);
  const XcFiguresFilter filters[] = { { .today = TODAY },
                                      { .today = TODAY, .term_id = 1, .round_id = 3 },
                                      { .today = TODAY, .team_id = 21 },
                                      { .today = TODAY, .register_id = 4 } };

  for (guint f = 0; f < G_N_ELEMENTS (filters); f++)
    for (guint g = 0; g < XC_N_FIGURES_GROUPS; g++)
      {
        g_autoptr (GError) error = NULL;
        g_autoptr (XcProblemFigures) figures =
            xc_problem_figures_load (store, (XcFiguresGroup) g, &filters[f], &error);

        g_assert_no_error (error);
        g_assert_cmpuint (figures->rows->len, >, 0);
        assert_opens (store, &filters[f], (XcFiguresGroup) g, -1, &figures->total);
        for (guint i = 0; i < figures->rows->len; i += 1 + figures->rows->len / 6)
          {
            const XcFiguresRow *row = &g_array_index (figures->rows, XcFiguresRow, i);

            assert_opens (store, &filters[f], (XcFiguresGroup) g, row->key, &row->figures);
          }
      }
}

/* Overdue once more, problem by problem, from the rows themselves. */
static void
counts_as_the_rows_say (void)
{
  g_autoptr (XcTestFolder) folder = xc_test_folder_new ();
  g_autoptr (XcStore) store = make_mixture (folder);
  g_autoptr (GPtrArray) problems = xc_store_load_all (store, XC_TABLE_PROBLEM, NULL);
  g_autoptr (XcProblemFigures) figures = load (store, XC_FIGURES_BY_POINT, 0);
  guint overdue = 0, immediate = 0, n_measures = 0;

  for (guint i = 0; i < problems->len; i++)
    {
      g_autoptr (GPtrArray) rows = xc_store_load_where (store, XC_TABLE_MEASURE, "problem_id",
                                                        xc_record_get_id (problems->pdata[i]), NULL);
      XcDueMeasure measures[4] = { 0 };
      XcRectificationState state;
      XcProblemDue due;

      for (guint m = 0; m < rows->len; m++)
        {
          xc_measure_state_from_word (xc_record_get_text (rows->pdata[m], "state"), &measures[m].state);
          measures[m].is_immediate =
              g_strcmp0 (xc_record_get_text (rows->pdata[m], "type"), "immediate") == 0;
          measures[m].due_on = xc_record_get_day (rows->pdata[m], "due_on");
          measures[m].done_on = xc_record_get_day (rows->pdata[m], "done_on");
        }
      xc_rectification_state_from_word (xc_record_get_text (problems->pdata[i], "state"), &state);
      xc_due_of_problem (state, measures, rows->len, TODAY, &due);
      overdue += due.days_overdue > 0 && xc_record_get_yes (problems->pdata[i], "fed_back");
      immediate += due.is_immediate;
      n_measures += rows->len;
    }
  g_assert_cmpuint (overdue, >, 100);
  g_assert_cmpuint (figures->total.overdue, ==, overdue);
  g_assert_cmpuint (figures->total.immediate, ==, immediate);
  g_assert_cmpuint (figures->total.measures, ==, n_measures);
  g_assert_cmpuint (figures->total.found, ==, N_PROBLEMS);
}

static void
is_empty_without_problems (void)
{
  g_autoptr (XcTestFolder) folder = xc_test_folder_new ();
  g_autoptr (XcStore) store = xc_test_ledger_new (folder);

  for (guint g = 0; g < XC_N_FIGURES_GROUPS; g++)
    {
      g_autoptr (XcProblemFigures) figures = load (store, (XcFiguresGroup) g, 0);

      g_assert_cmpuint (figures->rows->len, ==, 0);
      g_assert_cmpuint (figures->total.found, ==, 0);
    }
  for (guint i = 0; i < XC_N_FIGURES; i++)
    for (guint j = 0; j < i; j++)
      g_assert_cmpstr (xc_figure_get_title ((XcFigure) i), !=, xc_figure_get_title ((XcFigure) j));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/problem-figures/gives-665-found-and-175-immediate",
                   gives_665_found_and_175_immediate);
  g_test_add_func ("/store/problem-figures/gives-4869-closed", gives_4869_closed);
  g_test_add_func ("/store/problem-figures/gives-688-of-697", gives_688_of_697);
  g_test_add_func ("/store/problem-figures/opens-as-many-rows-as-each-figure-says",
                   opens_as_many_rows_as_each_figure_says);
  g_test_add_func ("/store/problem-figures/counts-as-the-rows-say", counts_as_the_rows_say);
  g_test_add_func ("/store/problem-figures/is-empty-without-problems", is_empty_without_problems);
  return g_test_run ();
}
