/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/remembered.h"

/**
 * xc_remembered_load:
 * @store: a ledger
 * @table: a table
 * @field: one of its fields of text
 * @n_most: how many at most
 * @error: return location for a #XcStoreError
 *
 * Returns: (transfer full): the different texts that stand in the field, those that stand there most often first; %NULL
 *   when they could not be read
 */
GStrv
xc_remembered_load (XcStore *store, XcTable table, const char *field, guint n_most, GError **error)
{
  const XcField *known = xc_catalogue_get_field (table, field);
  g_autofree char *sql = NULL;
  g_autoptr (XcStatement) statement = NULL;
  g_autoptr (GStrvBuilder) texts = g_strv_builder_new ();
  gboolean row = TRUE;

  /* Names from the catalogue alone become part of a statement. */
  g_return_val_if_fail (known != NULL && xc_field_is_textual (known), NULL);
  sql = g_strdup_printf ("SELECT \"%1$s\" FROM \"%2$s\" WHERE \"%1$s\" IS NOT NULL GROUP BY \"%1$s\" "
                         "ORDER BY count (*) DESC, \"%1$s\" LIMIT %3$u",
                         known->name, xc_catalogue_get (table)->name, n_most);
  statement = xc_database_prepare (xc_store_get_database (store), sql, error);
  if (statement == NULL)
    return NULL;
  while (row)
    {
      if (!xc_statement_step (statement, &row, error))
        return NULL;
      if (row)
        g_strv_builder_add (texts, xc_statement_get_text (statement, 0));
    }
  return g_strv_builder_end (texts);
}
