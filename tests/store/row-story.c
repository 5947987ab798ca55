/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/row-story.h"

#include "ledger.h"
#include "store/history.h"

static gboolean
rename_organization (XcStore *store, gpointer data, GError **error)
{
  g_autoptr (XcRecord) organization = xc_store_load (store, XC_TABLE_ORGANIZATION, *(gint64 *) data, error);

  xc_record_set_text (organization, "name", "示范区乙局党组");
  xc_record_set_day (organization, "valid_from", xc_day_new (2021, 3, 1));
  return xc_store_save (store, organization, error);
}

static gboolean
remove_organization (XcStore *store, gpointer data, GError **error)
{
  return xc_store_remove (store, XC_TABLE_ORGANIZATION, *(gint64 *) data, error);
}

static XcRowStory *
load_last (XcStore *store, gboolean inverse, GPtrArray **stories)
{
  XcDatabase *database = xc_store_get_database (store);
  g_autoptr (XcHistoryEntry) entry = NULL;
  g_autoptr (GError) error = NULL;
  gint64 seq;
  guint n_rows;

  g_assert_true (xc_history_find_undoable (database, &seq, &error));
  entry = xc_history_load (database, seq, &error);
  g_assert_no_error (error);
  *stories = xc_row_stories_load (database, entry->changeset, inverse, 10, &n_rows, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n_rows, ==, 1);
  g_assert_cmpuint ((*stories)->len, ==, 1);
  return (*stories)->pdata[0];
}

static void
assert_field (const XcRowStory *story, const char *field, const char *before, const char *after)
{
  for (guint i = 0; i < story->fields->len; i++)
    {
      const XcFieldStory *change = story->fields->pdata[i];

      if (g_strcmp0 (change->field->name, field) != 0)
        continue;
      g_assert_cmpstr (change->before, ==, before);
      g_assert_cmpstr (change->after, ==, after);
      return;
    }
  g_error ("no story of %s", field);
}

static void
tells_what_each_step_did (void)
{
  g_autoptr (XcTestFolder) folder = xc_test_folder_new ();
  g_autoptr (XcStore) store = xc_test_ledger_new (folder);
  gint64 group = xc_test_ledger_add_register (store, "区直单位");
  gint64 id = xc_test_ledger_add_organization (store, group, "示范区甲局党组");
  g_autoptr (GPtrArray) added = NULL, changed = NULL, back = NULL, removed = NULL;
  g_autoptr (GError) error = NULL;
  const XcRowStory *story = load_last (store, FALSE, &added);

  g_assert_cmpint (story->kind, ==, XC_CHANGE_INSERTED);
  g_assert_cmpstr (story->name, ==, "示范区甲局党组");
  assert_field (story, "register_id", NULL, "区直单位");

  g_assert_true (xc_store_run (store, "Renamed", rename_organization, &id, &error));
  story = load_last (store, FALSE, &changed);
  g_assert_cmpint (story->kind, ==, XC_CHANGE_UPDATED);
  g_assert_cmpuint (story->fields->len, ==, 2);
  assert_field (story, "name", "示范区甲局党组", "示范区乙局党组");
  assert_field (story, "valid_from", NULL, "2021-03-01");
  story = load_last (store, TRUE, &back);
  assert_field (story, "name", "示范区乙局党组", "示范区甲局党组");

  g_assert_true (xc_store_run (store, "Removed", remove_organization, &id, &error));
  story = load_last (store, FALSE, &removed);
  g_assert_cmpint (story->kind, ==, XC_CHANGE_REMOVED);
  g_assert_cmpstr (story->name, ==, "示范区乙局党组");
  assert_field (story, "register_id", "区直单位", NULL);
}

static gboolean
add_registers (XcStore *store, gpointer data, GError **error)
{
  for (int i = 0; i < 5; i++)
    {
      g_autoptr (XcRecord) group = xc_record_new (XC_TABLE_REGISTER);
      g_autofree char *title = g_strdup_printf ("口径%d", i);

      xc_record_set_text (group, "title", title);
      if (!xc_store_save (store, group, error))
        return FALSE;
    }
  return TRUE;
}

static void
tells_no_more_than_asked_for_but_counts_all (void)
{
  g_autoptr (XcTestFolder) folder = xc_test_folder_new ();
  g_autoptr (XcStore) store = xc_test_ledger_new (folder);
  XcDatabase *database = xc_store_get_database (store);
  g_autoptr (XcHistoryEntry) entry = NULL;
  g_autoptr (GPtrArray) stories = NULL, after = NULL;
  g_autoptr (GError) error = NULL;
  gint64 seq;
  guint n_rows;

  g_assert_true (xc_store_run (store, "Registers", add_registers, NULL, &error));
  g_assert_true (xc_history_find_undoable (database, &seq, &error));
  entry = xc_history_load (database, seq, &error);
  stories = xc_row_stories_load (database, entry->changeset, FALSE, 2, &n_rows, &error);
  g_assert_cmpuint (stories->len, ==, 2);
  g_assert_cmpuint (n_rows, ==, 5);
  after = xc_history_list_after (database, seq - 1, &error);
  g_assert_cmpuint (after->len, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/row-story/tells-what-each-step-did", tells_what_each_step_did);
  g_test_add_func ("/store/row-story/tells-no-more-than-asked-for-but-counts-all",
                   tells_no_more_than_asked_for_but_counts_all);
  return g_test_run ();
}
