/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/store.h"

#include "ledger.h"

static void
come_back_as_they_were_saved (void)
{
  g_autoptr (XcTestFolder) folder = xc_test_folder_new ();
  g_autoptr (XcStore) store = xc_test_ledger_new (folder);
  g_autoptr (XcRecord) record = xc_record_new (XC_TABLE_ORGANIZATION);
  g_autoptr (XcRecord) loaded = NULL;
  gint64 register_id = xc_test_ledger_add_register (store, "镇(街道)");
  gint64 parent = xc_test_ledger_add_organization (store, register_id, "凤桥镇党委");
  gint64 id;

  xc_record_set_text (record, "name", "=中心社区\"'党支部");
  xc_record_set_number (record, "register_id", register_id);
  xc_record_set_number (record, "parent_id", parent);
  xc_record_set_day (record, "valid_from", xc_day_new (2024, 2, 29));
  xc_record_set_yes (record, "listed", FALSE);
  xc_record_set_text (record, "attention", "b");
  id = xc_test_ledger_add (store, record);
  g_assert_cmpint (id, >, 0);
  g_assert_false (xc_record_is_changed (record));

  loaded = xc_store_load (store, XC_TABLE_ORGANIZATION, id, NULL);
  g_assert_cmpstr (xc_record_get_text (loaded, "name"), ==, "=中心社区\"'党支部");
  g_assert_cmpint (xc_record_get_number (loaded, "parent_id"), ==, parent);
  g_assert_cmpint (xc_record_get_day (loaded, "valid_from"), ==, xc_day_new (2024, 2, 29));
  g_assert_false (xc_day_is_set (xc_record_get_day (loaded, "valid_to")));
  g_assert_false (xc_record_get_yes (loaded, "listed"));
  g_assert_cmpstr (xc_record_get_text (loaded, "attention"), ==, "b");
  g_assert_false (xc_record_is_set (loaded, "short_name"));
  g_assert_false (xc_record_is_changed (loaded));
}

static void
count_changed_rows (XcStore *store, XcChange *change, gpointer data)
{
  guint n_ids;

  xc_change_get_ids (change, XC_TABLE_ORGANIZATION, XC_CHANGE_UPDATED, &n_ids);
  *(guint *) data += n_ids;
}

static void
are_written_only_where_they_changed (void)
{
  g_autoptr (XcTestFolder) folder = xc_test_folder_new ();
  g_autoptr (XcStore) store = xc_test_ledger_new (folder);
  g_autoptr (XcRecord) record = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  guint n_changed = 0;
  gint64 id = xc_test_ledger_add_organization (store, xc_test_ledger_add_register (store, "区直单位"),
                                               "示范区甲局党组");

  g_signal_connect (store, "changed", G_CALLBACK (count_changed_rows), &n_changed);
  record = xc_store_load (store, XC_TABLE_ORGANIZATION, id, NULL);
  xc_record_set_text (record, "name", "示范区甲局党组");
  before = xc_test_ledger_dump (store);
  xc_test_ledger_add (store, record);
  g_assert_cmpuint (n_changed, ==, 0);
  xc_record_set_text (record, "sector", "教育系统");
  xc_test_ledger_add (store, record);
  g_assert_cmpuint (n_changed, ==, 1);
  after = xc_test_ledger_dump (store);
  g_assert_cmpstr (before, !=, after);
}

static gboolean
save_two (XcStore *store, gpointer data, GError **error)
{
  XcRecord **records = data;

  return xc_store_save (store, records[0], error) && xc_store_save (store, records[1], error);
}

static void
are_refused_together_when_one_is_wrong (void)
{
  g_autoptr (XcTestFolder) folder = xc_test_folder_new ();
  g_autoptr (XcStore) store = xc_test_ledger_new (folder);
  g_autoptr (XcRecord) good = xc_record_new (XC_TABLE_REGISTER);
  g_autoptr (XcRecord) bad = xc_record_new (XC_TABLE_REGISTER);
  XcRecord *records[] = { good, bad };
  g_autoptr (GError) error = NULL;
  g_autofree char *before = xc_test_ledger_dump (store);
  g_autofree char *after = NULL;

  xc_record_set_text (good, "title", "学校");
  g_assert_false (xc_store_run (store, "two", save_two, records, &error));
  g_assert_error (error, XC_STORE_ERROR, XC_STORE_ERROR_REFUSED);
  g_assert_cmpstr (error->message, ==, "“Register” must be given.");
  after = xc_test_ledger_dump (store);
  g_assert_cmpstr (before, ==, after);
}

static gboolean
remove_register (XcStore *store, gpointer data, GError **error)
{
  return xc_store_remove (store, XC_TABLE_REGISTER, *(gint64 *) data, error);
}

static gboolean
take_ids (XcStore *store, gpointer data, GError **error)
{
  gint64 *first = data;
  gint64 last = *first = xc_store_new_id (store);

  for (guint i = 0; i < 100000; i++)
    {
      gint64 id = xc_store_new_id (store);

      g_assert_cmpint (id, >, 0);
      /* Only a start close to the largest number makes it begin anew. */
      g_assert_true (id > last || last > G_MAXINT64 - (1 << 21));
      last = id;
    }
  return TRUE;
}

static void
have_ids_that_ascend_from_a_random_start (void)
{
  g_autoptr (XcTestFolder) folder = xc_test_folder_new ();
  g_autoptr (XcStore) store = xc_test_ledger_new (folder);
  gint64 first[2];

  for (guint i = 0; i < 2; i++)
    g_assert_true (xc_store_try (store, take_ids, &first[i], NULL));
  g_assert_cmpint (first[0], !=, first[1]);
}

static void
are_not_removed_while_others_refer_to_them (void)
{
  g_autoptr (XcTestFolder) folder = xc_test_folder_new ();
  g_autoptr (XcStore) store = xc_test_ledger_new (folder);
  g_autoptr (GError) error = NULL;
  gint64 register_id = xc_test_ledger_add_register (store, "医院");

  xc_test_ledger_add_organization (store, register_id, "示范区医院党委");
  g_assert_false (xc_store_run (store, "remove", remove_register, &register_id, &error));
  g_assert_error (error, XC_STORE_ERROR, XC_STORE_ERROR_REFUSED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/rows/come-back-as-they-were-saved", come_back_as_they_were_saved);
  g_test_add_func ("/store/rows/are-written-only-where-they-changed", are_written_only_where_they_changed);
  g_test_add_func ("/store/rows/are-refused-together-when-one-is-wrong",
                   are_refused_together_when_one_is_wrong);
  g_test_add_func ("/store/rows/are-not-removed-while-others-refer-to-them",
                   are_not_removed_while_others_refer_to_them);
  g_test_add_func ("/store/rows/have-ids-that-ascend-from-a-random-start",
                   have_ids_that_ascend_from_a_random_start);
  return g_test_run ();
}
