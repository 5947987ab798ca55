/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Checking and backing up a ledger of 100,000 problems that were entered in one action, beside what SQLite itself needs
 * to check the file and to copy it.
 */
#include "ledger.h"
#include "store/backup.h"
#include "store/check.h"

#define N_PROBLEMS 100000
#define N_IN_INSPECTION 100

static gint64
save (XcStore *store, XcRecord *owned)
{
  g_autoptr (XcRecord) record = owned;
  g_autoptr (GError) error = NULL;

  xc_store_save (store, record, &error);
  g_assert_no_error (error);
  return xc_record_get_id (record);
}

static XcRecord *
make_term (void)
{
  XcRecord *record = xc_record_new (XC_TABLE_TERM);

  xc_record_set_number (record, "ordinal", 2);
  xc_record_set_text (record, "committee", "示范区委");
  xc_record_set_day (record, "starts_on", xc_day_new (2021, 7, 1));
  xc_record_set_day (record, "ends_on", xc_day_new (2026, 6, 30));
  return record;
}

static gint64
add_inspection (XcStore *store, gint64 round_id, gint64 register_id, guint number)
{
  XcRecord *organization = xc_record_new (XC_TABLE_ORGANIZATION);
  XcRecord *inspection = xc_record_new (XC_TABLE_INSPECTION);
  g_autofree char *name = g_strdup_printf ("示范区第 %u 局", number);

  xc_record_set_text (organization, "name", name);
  xc_record_set_number (organization, "register_id", register_id);
  xc_record_set_number (inspection, "organization_id", save (store, organization));
  xc_record_set_number (inspection, "round_id", round_id);
  xc_record_set_number (inspection, "serial", number);
  return save (store, inspection);
}

static gboolean
enter (XcStore *store, gpointer data, GError **error)
{
  gint64 term_id = save (store, make_term ());
  XcRecord *register_record = xc_record_new (XC_TABLE_REGISTER);
  XcRecord *round = xc_record_new (XC_TABLE_ROUND);
  gint64 register_id, round_id, inspection_id = 0;

  xc_record_set_text (register_record, "title", "区直单位");
  register_id = save (store, register_record);
  xc_record_set_number (round, "term_id", term_id);
  xc_record_set_number (round, "ordinal", 1);
  round_id = save (store, round);
  for (guint i = 0; i < N_PROBLEMS; i++)
    {
      XcRecord *problem = xc_record_new (XC_TABLE_PROBLEM);
      XcRecord *measure = xc_record_new (XC_TABLE_MEASURE);
      g_autofree char *number =
          g_strdup_printf ("01-%04u-%03u", i / N_IN_INSPECTION + 1, i % N_IN_INSPECTION);

      if (i % N_IN_INSPECTION == 0)
        inspection_id = add_inspection (store, round_id, register_id, i / N_IN_INSPECTION + 1);
      xc_record_set_number (problem, "inspection_id", inspection_id);
      xc_record_set_text (problem, "number", number);
      xc_record_set_text (problem, "wording", "制度执行不够严格，会议记录不够完整，台账更新不够及时。");
      xc_record_set_number (measure, "problem_id", save (store, problem));
      xc_record_set_text (measure, "wording", "修订制度，明确责任人，每月核对一次台账。");
      save (store, measure);
    }
  return TRUE;
}

static void
count_finding (const XcFinding *finding, gpointer data)
{
  guint *n_findings = data;

  (*n_findings)++;
}

static double
measure_since (gint64 begun)
{
  return (double) (g_get_monotonic_time () - begun) / 1000;
}

static double
time_sql (XcStore *store, const char *sql)
{
  gint64 begun = g_get_monotonic_time ();
  g_autoptr (GError) error = NULL;

  xc_database_execute (xc_store_get_database (store), sql, &error);
  g_assert_no_error (error);
  return measure_since (begun);
}

static void
say (const char *what, double ms, double bare_ms)
{
  g_print ("%-28s %8.1f ms  %5.2f times bare SQLite\n", what, ms, ms / bare_ms);
}

int
main (void)
{
  g_autoptr (XcTestFolder) folder = xc_test_folder_new ();
  g_autoptr (XcStore) store = xc_test_ledger_new (folder);
  g_autofree char *copy = g_build_filename (folder, "copy.xuncha", NULL);
  g_autofree char *bare_copy = g_build_filename (folder, "bare.xuncha", NULL);
  g_autofree char *vacuum = g_strdup_printf ("VACUUM INTO '%s'", bare_copy);
  g_autoptr (GError) error = NULL;
  guint n_findings = 0;
  double bare;
  gint64 begun;

  g_assert_true (xc_store_run (store, "enter", enter, NULL, &error));
  bare = time_sql (store, "PRAGMA integrity_check");
  say ("integrity_check", bare, bare);
  begun = g_get_monotonic_time ();
  g_assert_true (xc_store_check (store, count_finding, &n_findings, &error));
  say ("whole check", measure_since (begun), bare);
  g_assert_cmpuint (n_findings, ==, 0);

  bare = time_sql (store, vacuum);
  say ("VACUUM INTO", bare, bare);
  begun = g_get_monotonic_time ();
  g_assert_true (xc_backup_write (store, copy, FALSE, &error));
  say ("backup, proven", measure_since (begun), bare);
  return 0;
}
