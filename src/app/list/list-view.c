/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/list/list-view.h"

#include <glib/gi18n-lib.h>

#include "core/fail.h"

/**
 * xc_list_view_to_text:
 * @query: which rows, in which order
 * @columns: what of them
 * @arrangement: (nullable): the name of the arrangement that they are columns of, where a page has several
 *
 * Returns: (transfer full): all as text, the same for the same
 */
char *
xc_list_view_to_text (const XcQuery *query, const XcColumnSet *columns, const char *arrangement)
{
  g_autofree char *text = xc_query_to_text (query);
  GVariantDict entries;
  g_autoptr (GVariant) dictionary = NULL;

  g_variant_dict_init (&entries, NULL);
  g_variant_dict_insert (&entries, "query", "s", text);
  g_variant_dict_insert_value (&entries, "columns", xc_column_set_to_variant (columns));
  if (arrangement != NULL)
    g_variant_dict_insert (&entries, "arrangement", "s", arrangement);
  dictionary = g_variant_ref_sink (g_variant_dict_end (&entries));
  return g_variant_print (dictionary, TRUE);
}

/**
 * xc_list_view_from_text:
 * @text: what xc_list_view_to_text() gave, perhaps of another version
 * @table: of the list that is to show it
 * @query: (out) (transfer full): which rows
 * @columns: (out) (transfer full) (nullable): what of them; %NULL for the usual
 * @arrangement: (out) (transfer full) (nullable): of which arrangement; %NULL where nothing says so
 * @note: (out) (nullable): a sentence that says what was left out, because this version does not know it
 * @error: return location; %XC_STORE_ERROR_DAMAGED when it is no view of such a list
 *
 * Returns: whether it could be read
 */
gboolean
xc_list_view_from_text (const char *text, XcTable table, XcQuery **query, XcColumnSet **columns,
                        char **arrangement, char **note, GError **error)
{
  g_autoptr (GVariant) dictionary = g_variant_parse (G_VARIANT_TYPE_VARDICT, text, NULL, NULL, NULL);
  g_autoptr (GVariant) columns_value = NULL;
  g_autoptr (XcQuery) read = NULL;
  const char *query_text = NULL;

  *note = NULL;
  *arrangement = NULL;
  if (dictionary != NULL && g_variant_lookup (dictionary, "query", "&s", &query_text))
    read = xc_query_from_text (query_text, note, error);
  else
    read = xc_query_from_text ("", note, error);
  if (read == NULL)
    return FALSE;
  if (xc_query_get_table (read) != table)
    return xc_fail (
        error, XC_STORE_ERROR, XC_STORE_ERROR_DAMAGED,
        _ ("The saved view is one of another list, so nothing was shown anew. Remove the view and "
           "save it again."));
  columns_value = g_variant_lookup_value (dictionary, "columns", XC_COLUMN_SET_TYPE);
  *columns = xc_column_set_from_variant (table, columns_value);
  g_variant_lookup (dictionary, "arrangement", "s", arrangement);
  *query = g_steal_pointer (&read);
  return TRUE;
}
