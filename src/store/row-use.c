/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/row-use.h"

#include <glib/gi18n-lib.h>

#include "core/fail.h"
#include "store/query.h"
#include "store/row-name.h"

/**
 * xc_row_check_is_free:
 * @store: a ledger
 * @table: a table
 * @id: a row of it
 * @error: return location for a #XcStoreError
 *
 * The ledger would refuse to remove a row that is needed as well, but cannot say which rows are in the way.
 *
 * Returns: whether no other row names it; else @error says how many of which table do
 */
gboolean
xc_row_check_is_free (XcStore *store, XcTable table, gint64 id, GError **error)
{
  for (XcTable other = 0; other < XC_N_TABLES; other++)
    for (guint i = 0; i < xc_catalogue_get (other)->n_fields; i++)
      {
        const XcField *field = &xc_catalogue_get (other)->fields[i];
        g_autoptr (XcQuery) query = NULL;
        g_autofree char *name = NULL;
        guint n_rows;

        if (field->kind != XC_FIELD_REFERENCE || field->target != table)
          continue;
        query = xc_query_new (other);
        xc_query_add_number_filter (query, field->name, XC_RELATION_IS, id);
        if (!xc_query_count (query, store, &n_rows, error))
          return FALSE;
        if (n_rows == 0)
          continue;
        name = xc_row_dup_name (xc_store_get_database (store), table, id);
        return xc_fail (
            error, XC_STORE_ERROR, XC_STORE_ERROR_REFUSED,
            g_dngettext (GETTEXT_PACKAGE,
                         /* translators: %1$s is the name of a row, %2$'u a number of rows, %3$s the
                                      * title of their table */
                         "“%1$s” is needed by %2$'u row of %3$s, so nothing was removed. Remove that "
                         "row first, or let it name another one.",
                         "“%1$s” is needed by %2$'u rows of %3$s, so nothing was removed. Remove "
                         "those rows first, or let them name another one.",
                         n_rows),
            name, n_rows, xc_catalogue_title (other));
      }
  return TRUE;
}
