/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/team-substitute.h"

#include "ledger.h"
#include "store/history.h"

/* Team 1 has 张某某 as leader and 李某某 as member; it enters on 2024-05-20 where @enters is so. */
static XcStore *
make_ledger (const char *folder, const char *enters)
{
  XcStore *store = xc_test_ledger_new (folder);
  g_autofree char *sql = g_strdup_printf (
      "INSERT INTO term (id, ordinal, committee, level, starts_on, ends_on, covered_when, decimals)"
      " VALUES (1, 2, '示范区委', 'district', '2021-07-01', '2026-06-30', 'left', 2);"
      "INSERT INTO register (id, title, position, in_total) VALUES (1, '区直单位', 1, 1);"
      "INSERT INTO organization (id, name, register_id, listed) VALUES (1, '丙局', 1, 1);"
      "INSERT INTO round (id, term_id, ordinal) VALUES (1, 1, 1);"
      "INSERT INTO team (id, round_id, ordinal) VALUES (1, 1, 1);"
      "INSERT INTO inspection (id, round_id, team_id, organization_id, serial, kind, level, counts, "
      "enters_on)"
      " VALUES (1, 1, 1, 1, 1, 'regular', 'own', 'by_kind', %s);"
      "INSERT INTO person (id, name, in_talent_pool, in_leader_pool) VALUES"
      " (1, '张某某', 1, 0), (2, '李某某', 1, 0), (3, '王某某', 1, 0);"
      "INSERT INTO team_member (id, team_id, person_id, role, document, authorised_on, to_on) VALUES"
      " (1, 1, 1, 'leader', '巡发〔2024〕1号', '2024-05-01', '2024-08-01'), (2, 1, 2, 'member', NULL, NULL, "
      "NULL)",
      enters);
  g_autoptr (GError) error = NULL;

  xc_database_execute (xc_store_get_database (store), sql, &error);
  g_assert_no_error (error);
  return store;
}

static char *
describe (XcStore *store)
{
  g_autoptr (XcStatement) statement = xc_database_prepare (
      xc_store_get_database (store),
      "SELECT group_concat (text, '; ') FROM (SELECT person_id || ' ' || role || ' ' || coalesce (document, "
      "'-')"
      " || ' ' || coalesce (from_on, '-') || ' ' || coalesce (to_on, '-') AS text FROM team_member"
      " ORDER BY person_id)",
      NULL);
  gboolean row;

  g_assert_true (xc_statement_step (statement, &row, NULL));
  return g_strdup (xc_statement_get_text (statement, 0));
}

static void
assert_members (XcStore *store, const char *expected)
{
  g_autofree char *members = describe (store);

  g_assert_cmpstr (members, ==, expected);
}

static void
stands_in_place_before_it_begins (void)
{
  static const char *const days[] = { "NULL", "'2024-06-01'", "'2024-05-20'" };
  XcDay day = xc_day_new (2024, 5, 20);

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autoptr (XcTestFolder) folder = xc_test_folder_new ();
      g_autoptr (XcStore) store = make_ledger (folder, days[i]);
      g_autofree char *title = NULL;

      g_assert_true (xc_team_substitute (store, 1, 3, day, &title, NULL));
      g_assert_cmpstr (title, ==, "张某某 replaced by 王某某");
      assert_members (store, "2 member - - -; 3 leader - - 2024-08-01");
      g_assert_true (xc_store_undo (store, NULL, NULL));
      assert_members (store, "1 leader 巡发〔2024〕1号 - 2024-08-01; 2 member - - -");
    }
}

static void
follows_once_it_has_begun (void)
{
  g_autoptr (XcTestFolder) folder = xc_test_folder_new ();
  g_autoptr (XcStore) store = make_ledger (folder, "'2024-05-20'");
  gint64 before, after;

  g_assert_true (xc_history_get_last_seq (xc_store_get_database (store), &before, NULL));
  g_assert_true (xc_team_substitute (store, 1, 3, xc_day_new (2024, 6, 10), NULL, NULL));
  g_assert_true (xc_history_get_last_seq (xc_store_get_database (store), &after, NULL));
  g_assert_cmpint (after, ==, before + 1);
  assert_members (store,
                  "1 leader 巡发〔2024〕1号 - 2024-06-09; 2 member - - -; 3 leader - 2024-06-10 2024-08-01");
  /* Who came on that very day never served. */
  g_assert_true (xc_team_substitute (store, 2, 1, xc_day_new (2024, 6, 11), NULL, NULL));
  assert_members (store,
                  "1 leader 巡发〔2024〕1号 - 2024-06-09; 1 member - 2024-06-11 -; 2 member - - 2024-06-10; "
                  "3 leader - 2024-06-10 2024-08-01");
}

static void
refuses_who_is_there_already (void)
{
  g_autoptr (XcTestFolder) folder = xc_test_folder_new ();
  g_autoptr (XcStore) store = make_ledger (folder, "NULL");
  g_autoptr (GError) error = NULL;

  g_assert_false (xc_team_substitute (store, 1, 2, xc_day_new (2024, 5, 20), NULL, &error));
  g_assert_error (error, XC_STORE_ERROR, XC_STORE_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_false (xc_team_substitute (store, 1, 1, xc_day_new (2024, 5, 20), NULL, &error));
  g_assert_error (error, XC_STORE_ERROR, XC_STORE_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_false (xc_team_substitute (store, 9, 3, xc_day_new (2024, 5, 20), NULL, &error));
  g_assert_error (error, XC_STORE_ERROR, XC_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (xc_team_substitute (store, 1, 99, xc_day_new (2024, 5, 20), NULL, &error));
  g_assert_error (error, XC_STORE_ERROR, XC_STORE_ERROR_REFUSED);
  assert_members (store, "1 leader 巡发〔2024〕1号 - 2024-08-01; 2 member - - -");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/team-substitute/stands-in-place-before-it-begins",
                   stands_in_place_before_it_begins);
  g_test_add_func ("/store/team-substitute/follows-once-it-has-begun", follows_once_it_has_begun);
  g_test_add_func ("/store/team-substitute/refuses-who-is-there-already", refuses_who_is_there_already);
  return g_test_run ();
}
