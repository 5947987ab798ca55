/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/bulk.h"

#include <glib/gi18n-lib.h>

#include "core/fail.h"
#include "store/row-name.h"
#include "store/row-rules.h"

/* What is in memory at once. */
#define PAGE_ROWS 512

static void
set_value (XcRecord *record, guint index, const XcValue *value)
{
  if (!value->is_set)
    xc_record_clear_at (record, index);
  else if (value->text != NULL)
    xc_record_set_text_at (record, index, value->text);
  else
    xc_record_set_number_at (record, index, value->number);
}

static gboolean
save (XcStore *self, XcRecord *record, GError **error)
{
  g_autoptr (GError) reason = NULL;
  g_autofree char *name = NULL;

  if (xc_row_rules_save (self, record, &reason))
    return TRUE;
  if (!g_error_matches (reason, XC_STORE_ERROR, XC_STORE_ERROR_REFUSED))
    {
      g_propagate_error (error, g_steal_pointer (&reason));
      return FALSE;
    }
  name =
      xc_row_dup_name (xc_store_get_database (self), xc_record_get_table (record), xc_record_get_id (record));
  return xc_fail (
      error, XC_STORE_ERROR, XC_STORE_ERROR_REFUSED,
      /* translators: %1$s is the name of a row, %2$s a sentence that says why */
      _ ("“%1$s” cannot be changed so, and therefore no row was: %2$s Leave it out, or mend it first."), name,
      reason->message);
}

/**
 * xc_store_set_where:
 * @self: a ledger, inside an action
 * @query: which rows; count them first by xc_query_count(), and say the number before anything is done
 * @field: the name of a field of the query's table
 * @value: what it is to be; none to clear it
 * @n_changed: (out) (optional): how many rows had another value
 * @error: return location; %XC_STORE_ERROR_REFUSED when a row would be wrong, which the sentence names
 *
 * Each row is checked as if it were saved by itself; in an action it is all rows or none.
 *
 * Returns: whether all rows have the value
 */
gboolean
xc_store_set_where (XcStore *self, const XcQuery *query, const char *field, const XcValue *value,
                    guint *n_changed, GError **error)
{
  XcTable table = xc_query_get_table (query);
  int index = xc_catalogue_find_field (table, field);
  g_autoptr (GArray) ids = NULL;
  guint changed = 0;

  g_return_val_if_fail (index >= 0, FALSE);
  ids = xc_query_ids (query, self, error);
  if (ids == NULL)
    return FALSE;
  for (guint i = 0; i < ids->len; i += PAGE_ROWS)
    {
      g_autoptr (GPtrArray) records = xc_store_load_ids (self, table, &g_array_index (ids, gint64, i),
                                                         MIN (PAGE_ROWS, ids->len - i), error);

      if (records == NULL)
        return FALSE;
      for (guint j = 0; j < records->len; j++)
        {
          set_value (records->pdata[j], (guint) index, value);
          if (!xc_record_is_changed (records->pdata[j]))
            continue;
          if (!save (self, records->pdata[j], error))
            return FALSE;
          changed++;
        }
    }
  if (n_changed != NULL)
    *n_changed = changed;
  return TRUE;
}
