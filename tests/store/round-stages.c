/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/round-stages.h"

#include <string.h>

#include "ledger.h"

static XcStore *
make_ledger (const char *folder)
{
  XcStore *store = xc_test_ledger_new (folder);
  g_autoptr (GError) error = NULL;

  xc_database_execute (
      xc_store_get_database (store),
      "INSERT INTO term VALUES (1, 2, '示范区委', 'district', '2021-07-01', '2026-06-30', 'left', 2, NULL);"
      "INSERT INTO round (id, term_id, ordinal, starts_on, ends_on) VALUES (1, 1, 1, '2024-03-05', "
      "'2024-04-18'),"
      " (2, 1, 2, '2024-09-05', NULL);"
      "INSERT INTO batch (id, round_id, ordinal) VALUES (1, 1, 1);"
      "INSERT INTO round_stage (id, round_id, batch_id, stage, planned_from, planned_to, actual_from) VALUES"
      " (1, 1, NULL, 'feedback', '2024-06-01', NULL, NULL), (2, 1, NULL, 'deployment', NULL, NULL, "
      "'2024-03-01'),"
      " (3, 1, 1, 'on_site', NULL, NULL, '2024-03-05')",
      &error);
  g_assert_no_error (error);
  return store;
}

typedef struct
{
  gint64 round_id;
  guint n_planned;
} Planning;

static gboolean
plan (XcStore *store, gpointer data, GError **error)
{
  Planning *planning = data;

  return xc_round_stages_plan (store, planning->round_id, &planning->n_planned, error);
}

/* What was planned for the whole round, as "feedback 2024-05-19–2024-05-28" line by line. */
static char *
describe (XcStore *store)
{
  g_autoptr (GPtrArray) rows = xc_store_load_where (store, XC_TABLE_ROUND_STAGE, "round_id", 1, NULL);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < rows->len; i++)
    if (!xc_record_is_set (rows->pdata[i], "batch_id"))
      {
        XcDay from = xc_record_get_day (rows->pdata[i], "planned_from");
        XcDay to = xc_record_get_day (rows->pdata[i], "planned_to");
        char first[XC_DAY_ISO_SIZE], last[XC_DAY_ISO_SIZE];

        g_string_append_printf (text, "%s %s–%s\n", xc_record_get_text (rows->pdata[i], "stage"),
                                xc_day_is_set (from) ? xc_day_format_iso (from, first) : "",
                                xc_day_is_set (to) ? xc_day_format_iso (to, last) : "");
      }
  return g_string_free (text, FALSE);
}

static void
plans_what_nobody_planned (void)
{
  g_autoptr (XcTestFolder) folder = xc_test_folder_new ();
  g_autoptr (XcStore) store = make_ledger (folder);
  g_autofree char *stages = NULL;
  g_autoptr (GError) error = NULL;
  Planning planning = { .round_id = 1 };

  xc_store_run (store, "plan", plan, &planning, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (planning.n_planned, ==, 9);
  stages = describe (store);
  g_assert_nonnull (strstr (stages, "deployment 2024-02-24–2024-03-04"));
  g_assert_nonnull (strstr (stages, "on_site 2024-03-05–2024-04-18"));
  g_assert_nonnull (strstr (stages, "reporting 2024-04-19–2024-05-18"));
  g_assert_nonnull (strstr (stages, "feedback 2024-06-01–\n"));
  g_assert_nonnull (strstr (stages, "rectification 2024-05-29–2024-08-28"));
  xc_store_run (store, "plan", plan, &planning, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (planning.n_planned, ==, 0);
}

static void
asks_for_the_days_of_the_round (void)
{
  g_autoptr (XcTestFolder) folder = xc_test_folder_new ();
  g_autoptr (XcStore) store = make_ledger (folder);
  g_autoptr (GError) error = NULL;
  Planning planning = { .round_id = 2 };

  g_assert_false (xc_store_run (store, "plan", plan, &planning, &error));
  g_assert_error (error, XC_STORE_ERROR, XC_STORE_ERROR_REFUSED);
  g_assert_nonnull (strstr (error->message, "first and the last day"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/round-stages/plans-what-nobody-planned", plans_what_nobody_planned);
  g_test_add_func ("/store/round-stages/asks-for-the-days-of-the-round", asks_for_the_days_of_the_round);
  return g_test_run ();
}
