/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Coverage out of a ledger of 100,000 problems: opening it, loading what coverage is made from, one day's figures; and
 * beside that a bare loop that only steps over the same rows. */
#include "store/coverage-source.h"

#include "ledger.h"
#include "many-problems.h"

#define N_PROBLEMS 100000
#define N_RUNS 20

static double
measure (void (*run) (const char *path), const char *path)
{
  gint64 begin;

  run (path);
  begin = g_get_monotonic_time ();
  for (guint i = 0; i < N_RUNS; i++)
    run (path);
  return (double) (g_get_monotonic_time () - begin) / N_RUNS / 1000;
}

static void
count_coverage (const char *path)
{
  g_autoptr (XcStore) store = xc_store_open (path, XC_STORE_READ, NULL);
  XcDay today = xc_day_new (2024, 5, 16);
  g_autoptr (XcRecord) term = xc_coverage_source_find_term (store, today, NULL);
  g_autoptr (XcCoverage) coverage = xc_coverage_source_load (store, term, NULL);
  g_autoptr (XcCoverageDay) day = xc_coverage_get_day (coverage, today);

  g_assert_cmpuint (day->total.owed, >, 0);
}

static void
step_over_rows (const char *path)
{
  static const char *const tables[] = { "term",         "register", "organization", "organization_event",
                                        "event_member", "round",    "inspection" };
  g_autoptr (XcDatabase) database = xc_database_open (path, XC_DATABASE_READ, NULL);
  guint n_rows = 0;

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT * FROM %s", tables[i]);
      g_autoptr (XcStatement) statement = xc_database_prepare (database, sql, NULL);

      for (gboolean row = TRUE; row; n_rows += row)
        g_assert_true (xc_statement_step (statement, &row, NULL));
    }
  g_assert_cmpuint (n_rows, >, 0);
}

int
main (void)
{
  g_autoptr (XcTestFolder) folder = xc_test_folder_new ();
  g_autoptr (XcStore) store = xc_test_ledger_new (folder);
  g_autofree char *path = g_strdup (xc_store_get_path (store));
  double ours, bare;

  xc_test_many_problems_fill (store, N_PROBLEMS);
  g_clear_object (&store);
  bare = measure (step_over_rows, path);
  ours = measure (count_coverage, path);
  g_print ("%-44s %8.2f ms\n", "bare loop over the rows, opening included", bare);
  g_print ("%-44s %8.2f ms  %6.1f times the bare loop\n", "coverage of a day, opening included", ours,
           ours / bare);
  return 0;
}
