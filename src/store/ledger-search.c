/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/ledger-search.h"

#include "core/value.h"
#include "store/query.h"

/* Which tables are searched, where in them, and what tells a row from the next. */
static const struct
{
  XcTable table;
  const char *paths[5];
  const char *shown[3];
} places[] = {
  { XC_TABLE_ORGANIZATION, { "name", "short_name", "head" }, { "name", "short_name" } },
  { XC_TABLE_PERSON, { "name", "unit", "post" }, { "name", "unit" } },
  { XC_TABLE_PROBLEM, { "number", "wording", "facts" }, { "number", "wording" } },
  { XC_TABLE_ROUND, { "title", "note" }, { "ordinal", "title" } },
};

static void
row_free (gpointer data)
{
  XcFoundRow *row = data;

  g_free (row->text);
  g_free (row);
}

static void
group_free (gpointer data)
{
  XcFoundGroup *group = data;

  g_ptr_array_unref (group->rows);
  g_free (group);
}

static char *
dup_text (const XcRecord *record, const char *const *fields)
{
  XcTable table = xc_record_get_table (record);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; fields[i] != NULL; i++)
    {
      int index = xc_catalogue_find_field (table, fields[i]);
      XcValue value = xc_value_of_record (record, (guint) index);
      g_autofree char *words = xc_value_format (table, &xc_catalogue_get (table)->fields[index], &value);

      if (*words != '\0')
        g_string_append_printf (text, "%s%s", text->len > 0 ? "  " : "", words);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static gboolean
search_place (XcStore *store, guint place, const char *text, guint max_rows, GPtrArray *groups,
              GError **error)
{
  XcTable table = places[place].table;
  g_autoptr (XcQuery) query = xc_query_new (table);
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GPtrArray) records = NULL;
  XcFoundGroup *group;

  xc_query_set_search (query, text, places[place].paths);
  ids = xc_query_ids (query, store, error);
  if (ids == NULL)
    return FALSE;
  if (ids->len == 0)
    return TRUE;
  records = xc_store_load_ids (store, table, (const gint64 *) (gpointer) ids->data, MIN (ids->len, max_rows),
                               error);
  if (records == NULL)
    return FALSE;
  group = g_new0 (XcFoundGroup, 1);
  group->table = table;
  group->n_found = ids->len;
  group->rows = g_ptr_array_new_with_free_func (row_free);
  for (guint i = 0; i < records->len; i++)
    if (records->pdata[i] != NULL)
      {
        XcFoundRow *row = g_new0 (XcFoundRow, 1);

        row->id = xc_record_get_id (records->pdata[i]);
        row->text = dup_text (records->pdata[i], places[place].shown);
        g_ptr_array_add (group->rows, row);
      }
  g_ptr_array_add (groups, group);
  return TRUE;
}

/**
 * xc_ledger_search:
 * @store: a ledger; in a thread one of its own
 * @text: what was typed: a part of a text, or pinyin initials of a name; every word must be found
 * @max_rows: so many rows of each table are given
 * @error: return location; %XC_STORE_ERROR_INTERRUPTED after xc_database_interrupt()
 *
 * Returns: (transfer full) (element-type XcFoundGroup): the tables in which something was found, or %NULL
 */
GPtrArray *
xc_ledger_search (XcStore *store, const char *text, guint max_rows, GError **error)
{
  g_autoptr (GPtrArray) groups = g_ptr_array_new_with_free_func (group_free);

  for (guint i = 0; *text != '\0' && i < G_N_ELEMENTS (places); i++)
    if (!search_place (store, i, text, max_rows, groups, error))
      return NULL;
  return g_steal_pointer (&groups);
}
