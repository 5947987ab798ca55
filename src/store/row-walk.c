/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/row-walk.h"

#include "store/row-loader.h"

/* What is in memory at once. */
#define PAGE_ROWS 512

static void
take_content (gint64 id, XcRowContent *content, gpointer data)
{
  GHashTable *contents = data;
  gint64 *key = g_new (gint64, 1);

  *key = id;
  g_hash_table_insert (contents, key, content);
}

/* In the order of the ids, as they are loaded in none; what was removed since the ids were read is left out. */
static gboolean
walk_page (GHashTable *contents, const gint64 *ids, guint n_ids, XcRowFunc function, gpointer data)
{
  g_autoptr (GHashTable) living = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < n_ids; i++)
    {
      gpointer key, content;
      g_autoptr (XcRow) row = NULL;

      if (!g_hash_table_steal_extended (contents, &ids[i], &key, &content))
        continue;
      g_free (key);
      row = xc_row_new (ids[i], living);
      xc_row_fill (row, content);
      if (!function (row, data))
        return FALSE;
    }
  return TRUE;
}

/**
 * xc_row_walk:
 * @store: a ledger
 * @table: a table
 * @columns: (array zero-terminated=1): what the rows show, by path
 * @ids: (element-type gint64): which rows, in the order they are wanted
 * @function: (scope call): called for each that is there
 * @data: for @function
 * @error: return location for a #XcStoreError
 *
 * Loads a page of rows at a time, so that it may be any number of them.
 *
 * Returns: whether they could be read, also when @function stopped it
 */
gboolean
xc_row_walk (XcStore *store, XcTable table, const char *const *columns, const GArray *ids, XcRowFunc function,
             gpointer data, GError **error)
{
  g_autoptr (XcRowLoader) loader = xc_row_loader_new (table, columns);

  for (guint i = 0; i < ids->len; i += PAGE_ROWS)
    {
      const gint64 *page = &g_array_index (ids, gint64, i);
      guint n_ids = MIN (PAGE_ROWS, ids->len - i);
      g_autoptr (GHashTable) contents =
          g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) xc_row_content_free);

      if (!xc_row_loader_load (loader, store, page, n_ids, take_content, contents, error))
        return FALSE;
      if (!walk_page (contents, page, n_ids, function, data))
        return TRUE;
    }
  return TRUE;
}
