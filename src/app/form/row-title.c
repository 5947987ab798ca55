/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/form/row-title.h"

#include <glib/gi18n-lib.h>

#include "core/value.h"
#include "store/problem-numbers.h"
#include "store/row-name.h"

/* What people will call the row: the ledger cannot say it of one that is not in it yet. */
static char *
make_name (XcStore *store, const XcRecord *record)
{
  XcTable table = xc_record_get_table (record);
  const XcCatalogueTable *entry = xc_catalogue_get (table);
  GString *name = g_string_new (NULL);

  for (guint i = 0; i < entry->n_fields; i++)
    if (entry->fields[i].is_name && xc_record_is_set_at (record, i))
      {
        XcValue value = xc_value_of_record (record, i);
        g_autofree char *text =
            entry->fields[i].kind == XC_FIELD_REFERENCE
                ? xc_row_dup_name (xc_store_get_database (store), entry->fields[i].target, value.number)
                : xc_value_format (table, &entry->fields[i], &value);

        g_string_append_printf (name, "%s%s", name->len > 0 ? " " : "", text != NULL ? text : "");
      }
  return g_string_free (name, FALSE);
}

/* A new problem is called by the number that it will be given. */
static XcRecord *
name_record (XcStore *store, const XcRecord *record)
{
  XcRecord *named = xc_record_copy (record);
  g_autofree char *number = NULL;

  if (xc_record_get_table (record) != XC_TABLE_PROBLEM || xc_record_is_set (record, "number"))
    return named;
  number = xc_problem_numbers_peek (store, xc_record_get_number (record, "inspection_id"));
  xc_record_set_text (named, "number", number != NULL ? number : "");
  return named;
}

/**
 * xc_row_title_make:
 * @store: a ledger
 * @record: a row that is about to be saved
 * @is_new: whether the ledger does not have it yet
 *
 * Returns: (transfer full): the title of the action
 */
char *
xc_row_title_make (XcStore *store, const XcRecord *record, gboolean is_new)
{
  g_autoptr (XcRecord) named = name_record (store, record);
  g_autofree char *name = make_name (store, named);

  if (is_new)
    /* translators: %1$s is the title of a table, %2$s the name of a row */
    return g_strdup_printf (_ ("%1$s: added %2$s"), xc_catalogue_title (xc_record_get_table (record)), name);
  /* translators: %1$s is the title of a table, %2$s the name of a row */
  return g_strdup_printf (_ ("%1$s: changed %2$s"), xc_catalogue_title (xc_record_get_table (record)), name);
}
