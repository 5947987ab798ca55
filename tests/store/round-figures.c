/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/round-figures.h"

#include "ledger.h"
#include "published-term.h"

static void
execute (XcStore *store, const char *sql)
{
  g_autoptr (GError) error = NULL;

  xc_database_execute (xc_store_get_database (store), sql, &error);
  g_assert_no_error (error);
}

static GPtrArray *
load (XcStore *store, const char *today)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *rounds = xc_round_figures_load (store, xc_day_parse_iso (today), &error);

  g_assert_no_error (error);
  return rounds;
}

static void
gives_none_without_rounds (void)
{
  g_autoptr (XcTestFolder) folder = xc_test_folder_new ();
  g_autoptr (XcStore) store = xc_test_ledger_new (folder);
  g_autoptr (GPtrArray) rounds = load (store, "2021-03-31");

  g_assert_cmpuint (rounds->len, ==, 0);
  g_assert_null (xc_round_figures_find (rounds, 1));
}

static void
gives_the_newest_first (void)
{
  g_autoptr (XcTestFolder) folder = xc_test_folder_new ();
  g_autoptr (XcStore) store = xc_test_ledger_new (folder);
  g_autoptr (GPtrArray) rounds = NULL;
  static const gint64 order[] = { 102, 101, 2, 1 };

  execute (
      store,
      "INSERT INTO term VALUES (1, 1, '示范区委', 'district', '2016-09-01', '2021-08-31', 'left', 2, NULL),"
      " (2, 2, '示范区委', 'district', '2021-09-01', '2026-08-31', 'left', 2, NULL);"
      "INSERT INTO round (id, term_id, ordinal, title) VALUES (1, 1, 1, NULL), (2, 1, 2, NULL),"
      " (101, 2, 1, NULL), (102, 2, 2, '专项巡察')");
  rounds = load (store, "2022-01-01");
  g_assert_cmpuint (rounds->len, ==, G_N_ELEMENTS (order));
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    g_assert_cmpint (((XcRoundFigures *) rounds->pdata[i])->id, ==, order[i]);
  g_assert_cmpstr (xc_round_figures_find (rounds, 102)->title, ==, "专项巡察");
  g_assert_null (xc_round_figures_find (rounds, 101)->title);
  g_assert_cmpint (xc_round_figures_find (rounds, 2)->term_ordinal, ==, 1);
  g_assert_cmpint (xc_round_figures_find (rounds, 102)->term_id, ==, 2);
  g_assert_cmpint (xc_round_figures_find (rounds, 102)->state, ==, XC_ROUND_PREPARATION);
}

/* The published term: 96 of 112, visits again in the fifth round, 58 villages beside the total in the eighth. */
static void
counts_as_coverage_does (void)
{
  g_autoptr (XcTestFolder) folder = xc_test_folder_new ();
  g_autoptr (XcStore) store = xc_test_ledger_new (folder);
  g_autoptr (GPtrArray) rounds = NULL;
  const XcRoundFigures *fifth;

  xc_test_published_term_fill (store);
  rounds = load (store, "2021-03-31");
  for (gint64 id = 1; id <= 10; id++)
    {
      const XcRoundFigures *figures = xc_round_figures_find (rounds, id);

      g_assert_cmpint (figures->ordinal, ==, id);
      g_assert_cmpuint (figures->n_first, ==, id == 10 ? 6 : id == 8 ? 68 : 10);
    }
  fifth = xc_round_figures_find (rounds, 5);
  g_assert_cmpuint (fifth->n_organizations, ==, 15);
  g_assert_cmpuint (fifth->n_again, ==, 4);
  g_assert_cmpuint (fifth->kinds, ==,
                    1u << XC_INSPECTION_REGULAR | 1u << XC_INSPECTION_SPECIAL
                        | 1u << XC_INSPECTION_LOOK_BACK);
  g_assert_cmpuint (fifth->n_teams, ==, 0);
  g_assert_cmpint (fifth->state, ==, XC_ROUND_REPORTING);
  g_assert_cmpint (fifth->starts, ==, xc_day_new (2018, 10, 1));
  g_assert_cmpint (fifth->ends, ==, xc_day_new (2019, 1, 1));
}

static void
counts_nothing_before_its_day (void)
{
  g_autoptr (XcTestFolder) folder = xc_test_folder_new ();
  g_autoptr (XcStore) store = xc_test_ledger_new (folder);
  g_autoptr (GPtrArray) rounds = NULL;

  xc_test_published_term_fill (store);
  rounds = load (store, "2018-10-15");
  g_assert_cmpuint (xc_round_figures_find (rounds, 4)->n_first, ==, 10);
  g_assert_cmpuint (xc_round_figures_find (rounds, 5)->n_first, ==, 0);
  g_assert_cmpuint (xc_round_figures_find (rounds, 5)->n_organizations, ==, 15);
  g_assert_cmpint (xc_round_figures_find (rounds, 5)->state, ==, XC_ROUND_ON_SITE);
  g_assert_cmpint (xc_round_figures_find (rounds, 6)->state, ==, XC_ROUND_PREPARATION);
}

static void
counts_teams_and_problems (void)
{
  g_autoptr (XcTestFolder) folder = xc_test_folder_new ();
  g_autoptr (XcStore) store = xc_test_ledger_new (folder);
  g_autoptr (GPtrArray) rounds = NULL;
  const XcRoundFigures *first;

  xc_test_published_term_fill (store);
  execute (store,
           "INSERT INTO team (id, round_id, ordinal) VALUES (1, 1, 1), (2, 1, 2), (3, 2, 1);"
           "INSERT INTO inspection (id, round_id, organization_id, kind, level, counts) VALUES"
           " (5001, 1, 1, 'special', 'own', 'by_kind');"
           "INSERT INTO problem (id, inspection_id, number, wording, is_key, fed_back, state, closed_on)"
           " VALUES (1, 1, '01-01-001', '一', 0, 1, 'closed', '2018-01-01'),"
           " (2, 1, '01-01-002', '二', 0, 1, 'in_progress', NULL),"
           " (3, 5001, '01-01-003', '三', 0, 0, 'not_started', NULL),"
           " (4, 11, '02-01-001', '四', 0, 1, 'closed', '2018-01-01')");
  rounds = load (store, "2021-03-31");
  first = xc_round_figures_find (rounds, 1);
  g_assert_cmpuint (first->n_teams, ==, 2);
  g_assert_cmpuint (first->n_organizations, ==, 10);
  g_assert_cmpuint (first->n_problems, ==, 3);
  g_assert_cmpuint (first->n_closed, ==, 1);
  g_assert_cmpuint (xc_round_figures_find (rounds, 2)->n_closed, ==, 1);
  g_assert_cmpuint (xc_round_figures_find (rounds, 3)->n_problems, ==, 0);
}

/* A village goes with the town that it is an extension of, and its own days are often left out. */
static void
follows_stages_and_no_extensions (void)
{
  g_autoptr (XcTestFolder) folder = xc_test_folder_new ();
  g_autoptr (XcStore) store = xc_test_ledger_new (folder);
  g_autoptr (GPtrArray) rounds = NULL;

  execute (
      store,
      "INSERT INTO term VALUES (1, 1, '示范区委', 'district', '2016-09-01', '2021-08-31', 'left', 2, NULL);"
      "INSERT INTO register VALUES (1, '镇(街道)', 1, 1);"
      "INSERT INTO organization (id, name, register_id, listed) VALUES (1, '甲镇', 1, 1), (2, '乙村', 1, 1);"
      "INSERT INTO round (id, term_id, ordinal) VALUES (1, 1, 1);"
      "INSERT INTO batch (id, round_id, ordinal) VALUES (1, 1, 1);"
      "INSERT INTO inspection (id, round_id, organization_id, kind, level, counts, enters_on, leaves_on,"
      " fed_back_on, extends_id) VALUES"
      " (1, 1, 1, 'regular', 'own', 'by_kind', '2017-03-01', '2017-04-15', '2017-06-01', NULL),"
      " (2, 1, 2, 'extended', 'own', 'by_kind', '2017-03-01', NULL, NULL, 1)");
  rounds = load (store, "2017-06-01");
  g_assert_cmpint (xc_round_figures_find (rounds, 1)->state, ==, XC_ROUND_RECTIFICATION);
  execute (store, "INSERT INTO round_stage (id, round_id, batch_id, stage, actual_from) VALUES"
                  " (1, 1, 1, 'evaluation', '2017-05-01')");
  g_clear_pointer (&rounds, g_ptr_array_unref);
  rounds = load (store, "2017-06-01");
  g_assert_cmpint (xc_round_figures_find (rounds, 1)->state, ==, XC_ROUND_EVALUATION);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/round-figures/gives-none-without-rounds", gives_none_without_rounds);
  g_test_add_func ("/store/round-figures/gives-the-newest-first", gives_the_newest_first);
  g_test_add_func ("/store/round-figures/counts-as-coverage-does", counts_as_coverage_does);
  g_test_add_func ("/store/round-figures/counts-nothing-before-its-day", counts_nothing_before_its_day);
  g_test_add_func ("/store/round-figures/counts-teams-and-problems", counts_teams_and_problems);
  g_test_add_func ("/store/round-figures/follows-stages-and-no-extensions", follows_stages_and_no_extensions);
  return g_test_run ();
}
