/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ledger.h"

#include <glib/gstdio.h>

char *
xc_test_folder_new (void)
{
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp ("xuncha-XXXXXX", &error);

  g_assert_no_error (error);
  return folder;
}

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) dir = NULL;
  const char *name;

  if (g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
    {
      dir = g_dir_open (path, 0, NULL);
      while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
        {
          g_autofree char *child = g_build_filename (path, name, NULL);

          remove_tree (child);
        }
    }
  g_assert_cmpint (g_remove (path), ==, 0);
}

void
xc_test_folder_remove (char *folder)
{
  remove_tree (folder);
  g_free (folder);
}

guint
xc_test_count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint count = 0;

  g_assert_nonnull (dir);
  while (g_dir_read_name (dir) != NULL)
    count++;
  return count;
}

XcStore *
xc_test_ledger_new (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "ledger.xuncha", NULL);
  g_autoptr (GError) error = NULL;
  XcStore *store = xc_store_create (path, &error);

  g_assert_no_error (error);
  return store;
}

static void
dump_table (XcStore *store, XcTable table, GString *text)
{
  const XcCatalogueTable *entry = xc_catalogue_get (table);
  g_autoptr (GPtrArray) records = xc_store_load_all (store, table, NULL);

  g_assert_nonnull (records);
  for (guint i = 0; i < records->len; i++)
    {
      const XcRecord *record = records->pdata[i];

      g_string_append_printf (text, "%s %" G_GINT64_FORMAT, entry->name, xc_record_get_id (record));
      for (guint j = 0; j < entry->n_fields; j++)
        if (!xc_record_is_set_at (record, j))
          g_string_append (text, "|");
        else if (xc_field_is_textual (&entry->fields[j]))
          g_string_append_printf (text, "|'%s'", xc_record_get_text_at (record, j));
        else
          g_string_append_printf (text, "|%" G_GINT64_FORMAT, xc_record_get_number_at (record, j));
      g_string_append_c (text, '\n');
    }
}

char *
xc_test_ledger_dump (XcStore *store)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < XC_N_TABLES; i++)
    dump_table (store, (XcTable) i, text);
  return g_string_free (text, FALSE);
}

static gboolean
save_record (XcStore *store, gpointer data, GError **error)
{
  return xc_store_save (store, data, error);
}

gint64
xc_test_ledger_add (XcStore *store, XcRecord *record)
{
  g_autoptr (GError) error = NULL;

  xc_store_run (store, "add", save_record, record, &error);
  g_assert_no_error (error);
  return xc_record_get_id (record);
}

gint64
xc_test_ledger_add_register (XcStore *store, const char *title)
{
  g_autoptr (XcRecord) record = xc_record_new (XC_TABLE_REGISTER);

  xc_record_set_text (record, "title", title);
  return xc_test_ledger_add (store, record);
}

gint64
xc_test_ledger_add_organization (XcStore *store, gint64 register_id, const char *name)
{
  g_autoptr (XcRecord) record = xc_record_new (XC_TABLE_ORGANIZATION);

  xc_record_set_text (record, "name", name);
  xc_record_set_number (record, "register_id", register_id);
  return xc_test_ledger_add (store, record);
}
