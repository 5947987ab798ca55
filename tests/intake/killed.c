/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An import that is killed, at whatever moment, leaves the ledger as before or as after. */
#include "importing.h"
#include "ledger.h"
#include "process.h"

#define N_PROBLEMS 3000
#define N_KILLS 25

static char *
make_sheets (void)
{
  GString *sheets = g_string_new ("[届次]\n届|委员会|开始日期|结束日期\n二|示范区委|2021-09-01|2026-08-31\n"
                                  "[口径]\n名称\n区直单位\n[被巡察党组织]\n名称|口径\n财政局|区直单位\n"
                                  "[轮次]\n轮次\n6\n[巡察任务]\n轮次|被巡察党组织|类型\n6|财政局|常规\n"
                                  "[问题]\n轮次|被巡察党组织|问题表述\n");

  for (guint i = 0; i < N_PROBLEMS; i++)
    g_string_append_printf (sheets, "6|财政局|第%u个问题\n", i);
  return g_string_free (sheets, FALSE);
}

typedef struct
{
  const char *path;
  const char *sheets;
} Job;

static void
import (gpointer data)
{
  const Job *job = data;
  g_autoptr (XcRowSource) source = xc_test_sheets_new (job->sheets);
  g_autoptr (XcStore) store = xc_store_open (job->path, XC_STORE_WRITE, NULL);

  g_assert_true (xc_import_run_source (store, source, "台账.xlsx", "Import", XC_IMPORT_WRITE, NULL, NULL));
}

static void
import_and_kill (const char *path, const char *sheets, gulong after_us)
{
  Job job = { path, sheets };
  pid_t child = xc_test_fork (import, &job);

  g_usleep (after_us);
  xc_test_kill (child);
}

static gint64
count_rows (XcStore *store, const char *sql)
{
  gint64 count = -1;

  g_assert_true (xc_database_get_integer (xc_store_get_database (store), sql, &count, NULL));
  return count;
}

static void
leaves_the_ledger_before_or_after (void)
{
  g_autofree char *sheets = make_sheets ();
  guint n_before = 0;

  for (guint i = 0; i < N_KILLS; i++)
    {
      g_autoptr (XcTestFolder) folder = xc_test_folder_new ();
      g_autoptr (XcStore) store = xc_test_ledger_new (folder);
      g_autofree char *path = g_strdup (xc_store_get_path (store));
      g_autoptr (GError) error = NULL;
      gint64 n_problems, n_steps;

      g_clear_object (&store);
      import_and_kill (path, sheets, i * 12000);
      store = xc_store_open (path, XC_STORE_WRITE, &error);
      g_assert_no_error (error);
      n_problems = count_rows (store, "SELECT count(*) FROM problem");
      n_steps = count_rows (store, "SELECT count(*) FROM history WHERE kind = 'action'");
      g_assert_true (n_problems == 0 || n_problems == N_PROBLEMS);
      g_assert_cmpint (n_steps, ==, n_problems == 0 ? 0 : 1);
      g_assert_cmpint (count_rows (store, "SELECT count(*) FROM organization"), ==, n_problems == 0 ? 0 : 1);
      n_before += n_problems == 0 ? 1 : 0;
      /* And goes on as if nothing had been. */
      xc_test_assert_imports (store, sheets);
      g_assert_cmpint (count_rows (store, "SELECT count(*) FROM problem"), ==, N_PROBLEMS);
    }
  /* Some were killed before the end; that is the point. */
  g_assert_cmpuint (n_before, >, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/intake/killed/leaves-the-ledger-before-or-after", leaves_the_ledger_before_or_after);
  return g_test_run ();
}
