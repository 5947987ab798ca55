/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/history.h"

#include "ledger.h"

static void
count_fault (gint64 seq, const char *sentence, gpointer data)
{
  g_array_append_val (data, seq);
}

static guint
count_faults (XcStore *store, gint64 *first)
{
  g_autoptr (GArray) faults = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_assert_true (xc_history_verify (xc_store_get_database (store), count_fault, faults, NULL));
  if (faults->len > 0 && first != NULL)
    *first = g_array_index (faults, gint64, 0);
  return faults->len;
}

static XcStore *
new_ledger_with_five_steps (const char *folder)
{
  XcStore *store = xc_test_ledger_new (folder);

  for (guint i = 0; i < 5; i++)
    {
      g_autofree char *title = g_strdup_printf ("register %u", i);

      xc_test_ledger_add_register (store, title);
    }
  g_assert_cmpuint (count_faults (store, NULL), ==, 0);
  return store;
}

static void
misses_an_altered_step (void)
{
  static const char *const alterations[] = {
    "UPDATE history SET title = 'other' WHERE seq = 3",
    "UPDATE history SET user_name = 'other' WHERE seq = 3",
    "UPDATE history SET happened_at = happened_at + 1 WHERE seq = 3",
    "UPDATE history SET kind = 'note' WHERE seq = 3",
    "UPDATE history SET target_seq = 1 WHERE seq = 3",
    "UPDATE history SET changeset = CAST (substr (changeset, 1, 20) || 'x' || substr (changeset, 22) AS "
    "BLOB) WHERE seq = "
    "3",
    "UPDATE history SET changeset = NULL WHERE seq = 3",
    "DELETE FROM history WHERE seq = 3",
  };

  for (guint i = 0; i < G_N_ELEMENTS (alterations); i++)
    {
      g_autoptr (XcTestFolder) folder = xc_test_folder_new ();
      g_autoptr (XcStore) store = new_ledger_with_five_steps (folder);
      gint64 first = 0;

      g_assert_true (xc_database_execute (xc_store_get_database (store), alterations[i], NULL));
      g_assert_cmpuint (count_faults (store, &first), >=, 1);
      g_assert_cmpint (first, ==, 3);
    }
}

static void
misses_the_last_and_the_first_step (void)
{
  static const char *const alterations[] = {
    "DELETE FROM history WHERE seq = 5",
    "DELETE FROM history WHERE seq = 1",
    "DELETE FROM history",
  };

  for (guint i = 0; i < G_N_ELEMENTS (alterations); i++)
    {
      g_autoptr (XcTestFolder) folder = xc_test_folder_new ();
      g_autoptr (XcStore) store = new_ledger_with_five_steps (folder);

      g_assert_true (xc_database_execute (xc_store_get_database (store), alterations[i], NULL));
      g_assert_cmpuint (count_faults (store, NULL), >=, 1);
    }
}

static void
does_not_undo_an_altered_step (void)
{
  g_autoptr (XcTestFolder) folder = xc_test_folder_new ();
  g_autoptr (XcStore) store = new_ledger_with_five_steps (folder);
  g_autoptr (GError) error = NULL;
  g_autofree char *before = xc_test_ledger_dump (store);
  g_autofree char *after = NULL;

  g_assert_true (xc_database_execute (
      xc_store_get_database (store),
      "UPDATE history SET changeset = CAST (changeset || 'x' AS BLOB) WHERE seq = 5", NULL));
  g_assert_false (xc_store_undo (store, NULL, &error));
  g_assert_error (error, XC_STORE_ERROR, XC_STORE_ERROR_DAMAGED);
  after = xc_test_ledger_dump (store);
  g_assert_cmpstr (before, ==, after);
}

static void
lists_who_did_what_when (void)
{
  g_autoptr (XcTestFolder) folder = xc_test_folder_new ();
  gint64 before = g_get_real_time ();
  g_autoptr (XcStore) store = new_ledger_with_five_steps (folder);
  g_autoptr (GPtrArray) entries = NULL;

  g_assert_true (xc_store_note (store, "printed", NULL));
  g_assert_true (xc_store_undo (store, NULL, NULL));
  entries = xc_history_list (xc_store_get_database (store), NULL);
  g_assert_cmpuint (entries->len, ==, 7);
  for (guint i = 0; i < entries->len; i++)
    {
      const XcHistoryEntry *entry = entries->pdata[i];

      g_assert_cmpint (entry->seq, ==, i + 1);
      g_assert_cmpint (entry->happened_at, >=, before);
      g_assert_cmpstr (entry->user_name, !=, "");
      g_assert_cmpint (entry->kind, ==,
                       i < 5    ? XC_HISTORY_ACTION
                       : i == 5 ? XC_HISTORY_NOTE
                                : XC_HISTORY_UNDO);
      g_assert_cmpint (entry->target_seq, ==, i == 6 ? 5 : 0);
    }
  g_assert_cmpuint (count_faults (store, NULL), ==, 0);
}

static void
knows_sizes (void)
{
  g_autoptr (XcTestFolder) folder = xc_test_folder_new ();
  g_autoptr (XcStore) store = new_ledger_with_five_steps (folder);
  XcDatabase *database = xc_store_get_database (store);
  gint64 seq, n_bytes;

  g_assert_true (xc_history_find_undoable (database, &seq, NULL));
  g_assert_true (xc_history_get_size (database, seq, &n_bytes, NULL));
  {
    g_autoptr (XcHistoryEntry) entry = xc_history_load (database, seq, NULL);

    g_assert_cmpint (n_bytes, ==, g_bytes_get_size (entry->changeset));
  }
  g_assert_true (xc_store_note (store, "note", NULL));
  g_assert_true (xc_history_get_size (database, seq + 1, &n_bytes, NULL));
  g_assert_cmpint (n_bytes, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/history/misses-an-altered-step", misses_an_altered_step);
  g_test_add_func ("/store/history/misses-the-last-and-the-first-step", misses_the_last_and_the_first_step);
  g_test_add_func ("/store/history/does-not-undo-an-altered-step", does_not_undo_an_altered_step);
  g_test_add_func ("/store/history/lists-who-did-what-when", lists_who_did_what_when);
  g_test_add_func ("/store/history/knows-how-large-a-step-is", knows_sizes);
  return g_test_run ();
}
