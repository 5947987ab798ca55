/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Avoidance in a ledger of 10,000 organizations and 2,000 people: reading it, the conflicts of the largest round, everybody
 * as candidates for a team; and beside that a bare loop that only steps over the same rows. */
#include "store/avoidance-source.h"

#include "ledger.h"

#define N_RUNS 20

static const char rows[] =
    "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 10000) "
    "INSERT INTO organization (id, name, short_name, register_id, listed, parent_id)"
    " SELECT i, '示范区第' || i || '号党组织', '第' || i || '号', 1, 1, nullif (i / 9, 0) FROM n;"
    "INSERT INTO term (id, ordinal, committee, level, starts_on, ends_on, covered_when, decimals)"
    " VALUES (1, 2, '示范区委', 'district', '2021-07-01', '2026-06-30', 'left', 2);"
    "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 10) "
    "INSERT INTO round (id, term_id, ordinal, starts_on, ends_on)"
    " SELECT i, 1, i, date ('2021-07-01', i * 5 || ' months'), date ('2021-07-01', i * 5 + 3 || ' months') "
    "FROM n;"
    "WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 199) "
    "INSERT INTO team (id, round_id, ordinal) SELECT i + 1, i / 20 + 1, i % 20 + 1 FROM n;"
    "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000) "
    "INSERT INTO person (id, name, organization_id, in_talent_pool, in_leader_pool)"
    " SELECT i, '第' || i || '人', i * 37 % 10000 + 1, 1, 0 FROM n;"
    "INSERT INTO person_post (id, person_id, organization_id, unit, post, from_on, to_on)"
    " SELECT id * 4, id, id * 41 % 10000 + 1, NULL, '科长', '2015-01-01', '2019-01-01' FROM person"
    " UNION ALL SELECT id * 4 + 1, id, id * 43 % 10000 + 1, NULL, '科长', '2019-01-01', '2023-01-01' FROM "
    "person"
    " UNION ALL SELECT id * 4 + 2, id, NULL, '第' || id || '号', '科长', '2023-01-01', NULL FROM person;"
    "INSERT INTO person_kin (id, person_id, relation, organization_id)"
    " SELECT id, id, '配偶', id * 47 % 10000 + 1 FROM person;"
    "WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 1599) "
    "INSERT INTO team_member (id, team_id, person_id, role) SELECT i + 1, i / 8 + 1, i * 7 % 2000 + 1, "
    "'member' FROM n;"
    "INSERT INTO inspection (id, round_id, team_id, organization_id, serial, kind, level, counts, enters_on,"
    " leaves_on) SELECT o.id, t.round_id, t.id, o.id, NULL, 'regular', 'own', 'by_kind', r.starts_on, "
    "r.ends_on"
    " FROM organization AS o JOIN team AS t ON t.id = o.id % 200 + 1 JOIN round AS r ON r.id = t.round_id;";

static double
measure (void (*run) (XcStore *store), XcStore *store)
{
  gint64 begin;

  run (store);
  begin = g_get_monotonic_time ();
  for (guint i = 0; i < N_RUNS; i++)
    run (store);
  return (double) (g_get_monotonic_time () - begin) / N_RUNS / 1000;
}

static void
step_over_rows (XcStore *store)
{
  static const char *const tables[] = { "organization", "person", "person_post", "person_kin",
                                        "team",         "round",  "team_member", "inspection" };
  guint n_rows = 0;

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT * FROM %s", tables[i]);
      g_autoptr (XcStatement) statement = xc_database_prepare (xc_store_get_database (store), sql, NULL);

      for (gboolean row = TRUE; row; n_rows += row)
        g_assert_true (xc_statement_step (statement, &row, NULL));
    }
  g_assert_cmpuint (n_rows, >, 30000);
}

static void
load (XcStore *store)
{
  g_autoptr (XcAvoidance) avoidance = xc_avoidance_source_load (store, xc_day_new (2024, 1, 1), NULL);

  g_assert_nonnull (avoidance);
}

static void
find_conflicts (XcStore *store)
{
  g_autoptr (XcAvoidance) avoidance = xc_avoidance_source_load (store, xc_day_new (2024, 1, 1), NULL);
  g_autoptr (GArray) conflicts = xc_avoidance_get_conflicts (avoidance, 10);

  g_assert_cmpuint (conflicts->len, >, 0);
}

static void
find_candidates (XcStore *store)
{
  g_autoptr (XcAvoidance) avoidance = xc_avoidance_source_load (store, xc_day_new (2024, 1, 1), NULL);
  g_autoptr (GArray) candidates = xc_avoidance_get_candidates (avoidance, 199);

  g_assert_cmpuint (candidates->len, ==, 2000);
}

int
main (void)
{
  g_autoptr (XcTestFolder) folder = xc_test_folder_new ();
  g_autoptr (XcStore) store = xc_test_ledger_new (folder);
  double bare;

  xc_test_ledger_add_register (store, "区直单位");
  xc_database_execute (xc_store_get_database (store), "UPDATE register SET id = 1", NULL);
  g_assert_true (xc_database_execute (xc_store_get_database (store), rows, NULL));
  bare = measure (step_over_rows, store);
  g_print ("%-44s %8.2f ms\n", "bare loop over the rows", bare);
  g_print ("%-44s %8.2f ms  %6.1f times the bare loop\n", "reading", measure (load, store),
           measure (load, store) / bare);
  g_print ("%-44s %8.2f ms  %6.1f times the bare loop\n", "reading and the conflicts of a round",
           measure (find_conflicts, store), measure (find_conflicts, store) / bare);
  g_print ("%-44s %8.2f ms  %6.1f times the bare loop\n", "reading and 2,000 candidates",
           measure (find_candidates, store), measure (find_candidates, store) / bare);
  return 0;
}
