/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The SQL of load, insert, update and delete, made from the catalogue. */
#include "store/store-private.h"

#include <glib/gi18n-lib.h>

#include "core/fail.h"

void
xc_rows_append_columns (GString *sql, XcTable table, const char *prefix)
{
  const XcCatalogueTable *entry = xc_catalogue_get (table);

  g_string_append_printf (sql, "%sid", prefix);
  for (guint i = 0; i < entry->n_fields; i++)
    g_string_append_printf (sql, ", %s%s", prefix, entry->fields[i].name);
}

static char *
make_select (XcTable table, const char *condition)
{
  GString *sql = g_string_new ("SELECT ");

  xc_rows_append_columns (sql, table, "");
  g_string_append_printf (sql, " FROM %s%s ORDER BY id", xc_catalogue_get (table)->name, condition);
  return g_string_free (sql, FALSE);
}

XcRecord *
xc_rows_read (XcStatement *statement, XcTable table)
{
  const XcCatalogueTable *entry = xc_catalogue_get (table);
  XcRecord *record = xc_record_new (table);

  xc_record_set_id (record, xc_statement_get_integer (statement, 0));
  for (guint i = 0; i < entry->n_fields; i++)
    {
      const XcField *field = &entry->fields[i];
      int column = (int) i + 1;

      if (xc_statement_is_null (statement, column))
        xc_record_clear_at (record, i);
      else if (xc_field_is_textual (field))
        xc_record_set_text_at (record, i, xc_statement_get_text (statement, column));
      else if (field->kind == XC_FIELD_DAY)
        xc_record_set_number_at (record, i, xc_day_parse_iso (xc_statement_get_text (statement, column)));
      else
        xc_record_set_number_at (record, i, xc_statement_get_integer (statement, column));
    }
  xc_record_set_clean (record);
  return record;
}

static GPtrArray *
read_all (XcStatement *statement, XcTable table, GError **error)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func ((GDestroyNotify) xc_record_unref);
  gboolean row;

  for (;;)
    {
      if (!xc_statement_step (statement, &row, error))
        return NULL;
      if (!row)
        return g_steal_pointer (&records);
      g_ptr_array_add (records, xc_rows_read (statement, table));
    }
}

static GPtrArray *
load_rows (XcStore *self, XcTable table, const char *condition, gint64 value, GError **error)
{
  g_autofree char *sql = make_select (table, condition);
  g_autoptr (XcStatement) statement = xc_database_prepare (xc_store_get_database (self), sql, error);

  if (statement == NULL)
    return NULL;
  if (*condition != '\0')
    xc_statement_bind_integer (statement, 1, value);
  return read_all (statement, table, error);
}

char *
xc_rows_make_list (const gint64 *ids, guint n_ids)
{
  GString *list = g_string_new ("[");

  for (guint i = 0; i < n_ids; i++)
    g_string_append_printf (list, "%s%" G_GINT64_FORMAT, i > 0 ? "," : "", ids[i]);
  g_string_append_c (list, ']');
  return g_string_free (list, FALSE);
}

/**
 * xc_store_each:
 * @self: a ledger
 * @table: which table
 * @function: (scope call): called with each of its rows, by id, until it gives %FALSE
 * @data: for @function
 * @error: return location for a #XcStoreError
 *
 * Holds one row at a time.
 *
 * Returns: whether they could be read
 */
gboolean
xc_store_each (XcStore *self, XcTable table, XcRecordFunc function, gpointer data, GError **error)
{
  g_autofree char *sql = make_select (table, "");
  g_autoptr (XcStatement) statement = xc_database_prepare (xc_store_get_database (self), sql, error);
  gboolean row, goes_on = TRUE;

  if (statement == NULL)
    return FALSE;
  while (goes_on)
    {
      g_autoptr (XcRecord) record = NULL;

      if (!xc_statement_step (statement, &row, error))
        return FALSE;
      if (!row)
        break;
      record = xc_rows_read (statement, table);
      goes_on = function (record, data);
    }
  return TRUE;
}

/**
 * xc_store_load:
 * @self: a ledger
 * @table: which table
 * @id: which row
 * @error: return location; %XC_STORE_ERROR_NOT_FOUND when there is no such row
 *
 * Returns: (transfer full): the row, or %NULL
 */
XcRecord *
xc_store_load (XcStore *self, XcTable table, gint64 id, GError **error)
{
  g_autoptr (GPtrArray) records = load_rows (self, table, " WHERE id = ?1", id, error);

  if (records == NULL)
    return NULL;
  if (records->len == 0)
    {
      xc_fail (
          error, XC_STORE_ERROR, XC_STORE_ERROR_NOT_FOUND,
          /* translators: %s is the title of a table */
          _ ("The row was removed from “%s” in the meantime. Look at the history to see when and by whom."),
          xc_catalogue_title (table));
      return NULL;
    }
  return xc_record_ref (records->pdata[0]);
}

/**
 * xc_store_load_all:
 * @self: a ledger
 * @table: a table that is small by nature
 * @error: return location for a #XcStoreError
 *
 * Returns: (transfer full) (element-type XcRecord): its rows by id, or %NULL
 */
GPtrArray *
xc_store_load_all (XcStore *self, XcTable table, GError **error)
{
  return load_rows (self, table, "", 0, error);
}

/**
 * xc_store_load_where:
 * @self: a ledger
 * @table: which table
 * @field: the name of a reference or a number of it
 * @value: what it must be
 * @error: return location for a #XcStoreError
 *
 * Returns: (transfer full) (element-type XcRecord): such rows by id, or %NULL
 */
GPtrArray *
xc_store_load_where (XcStore *self, XcTable table, const char *field, gint64 value, GError **error)
{
  g_autofree char *condition = NULL;

  g_return_val_if_fail (xc_catalogue_find_field (table, field) >= 0, NULL);
  condition = g_strdup_printf (" WHERE %s = ?1", field);
  return load_rows (self, table, condition, value, error);
}

/**
 * xc_store_load_ids:
 * @self: a ledger
 * @table: which table
 * @ids: (array length=n_ids): which rows
 * @n_ids: how many
 * @error: return location for a #XcStoreError
 *
 * Returns: (transfer full) (element-type XcRecord): those that are there, by id; or %NULL
 */
GPtrArray *
xc_store_load_ids (XcStore *self, XcTable table, const gint64 *ids, guint n_ids, GError **error)
{
  g_autofree char *sql = make_select (table, " WHERE id IN (SELECT value FROM json_each (?1))");
  g_autofree char *list = xc_rows_make_list (ids, n_ids);
  g_autoptr (XcStatement) statement = xc_database_prepare (xc_store_get_database (self), sql, error);

  if (statement == NULL)
    return NULL;
  xc_statement_bind_text (statement, 1, list);
  return read_all (statement, table, error);
}

static char *
make_insert (const XcCatalogueTable *entry)
{
  GString *sql = g_string_new (NULL);

  g_string_append_printf (sql, "INSERT INTO %s (id", entry->name);
  for (guint i = 0; i < entry->n_fields; i++)
    g_string_append_printf (sql, ", %s", entry->fields[i].name);
  g_string_append (sql, ") VALUES (?1");
  for (guint i = 0; i < entry->n_fields; i++)
    g_string_append_printf (sql, ", ?%u", i + 2);
  g_string_append_c (sql, ')');
  return g_string_free (sql, FALSE);
}

/* Made once: an import asks for it with every row. */
static const char *
get_insert (XcTable table)
{
  static gsize inserts[XC_N_TABLES];

  if (g_once_init_enter (&inserts[table]))
    g_once_init_leave (&inserts[table], (gsize) make_insert (xc_catalogue_get (table)));
  return (const char *) inserts[table];
}

/* Of the changed fields only; each keeps the parameter that make_insert() gives it. */
static char *
make_update (const XcCatalogueTable *entry, const XcRecord *record)
{
  GString *sql = g_string_new (NULL);
  const char *separator = " SET ";

  g_string_append_printf (sql, "UPDATE %s", entry->name);
  for (guint i = 0; i < entry->n_fields; i++)
    if (xc_record_is_changed_at (record, i))
      {
        g_string_append_printf (sql, "%s%s = ?%u", separator, entry->fields[i].name, i + 2);
        separator = ", ";
      }
  g_string_append (sql, " WHERE id = ?1");
  return g_string_free (sql, FALSE);
}

static gboolean
bind_and_run (XcStatement *statement, const XcRecord *record, gint64 id, gboolean all, GError **error)
{
  const XcCatalogueTable *entry = xc_catalogue_get (xc_record_get_table (record));
  /* What SQLite reads until the step is over. */
  g_autofree char *days = g_malloc (entry->n_fields * XC_DAY_ISO_SIZE);

  xc_statement_bind_integer (statement, 1, id);
  for (guint i = 0; i < entry->n_fields; i++)
    {
      const XcField *field = &entry->fields[i];
      int parameter = (int) i + 2;

      if (!all && !xc_record_is_changed_at (record, i))
        continue;
      if (!xc_record_is_set_at (record, i))
        xc_statement_bind_null (statement, parameter);
      else if (xc_field_is_textual (field))
        xc_statement_bind_text (statement, parameter, xc_record_get_text_at (record, i));
      else if (field->kind == XC_FIELD_DAY)
        xc_statement_bind_text (
            statement, parameter,
            xc_day_format_iso ((XcDay) xc_record_get_number_at (record, i), days + i * XC_DAY_ISO_SIZE));
      else
        xc_statement_bind_integer (statement, parameter, xc_record_get_number_at (record, i));
    }
  return xc_statement_run (statement, error);
}

static gboolean
write_record (XcStore *self, XcRecord *record, gint64 id, gboolean is_new, GError **error)
{
  XcTable table = xc_record_get_table (record);
  g_autoptr (GPtrArray) faults = xc_record_check (record);
  g_autoptr (XcStatement) statement = NULL;
  g_autofree char *update = NULL;

  if (faults->len > 0)
    return xc_fail (error, XC_STORE_ERROR, XC_STORE_ERROR_REFUSED, "%s",
                    ((XcFault *) faults->pdata[0])->message);
  if (!is_new)
    update = make_update (xc_catalogue_get (table), record);
  statement = xc_database_prepare (xc_store_get_database (self), is_new ? get_insert (table) : update, error);
  if (statement == NULL || !bind_and_run (statement, record, id, is_new, error))
    return FALSE;
  xc_record_set_id (record, id);
  xc_record_set_clean (record);
  return TRUE;
}

/**
 * xc_store_save:
 * @self: a ledger, inside an action
 * @record: a row; one without an id is inserted and given one
 * @error: return location; %XC_STORE_ERROR_REFUSED when the row is wrong by itself or does not fit the others
 *
 * Only what changed is written; a row without changes is not touched.
 *
 * Returns: whether it is in the ledger
 */
gboolean
xc_store_save (XcStore *self, XcRecord *record, GError **error)
{
  g_assert (xc_store_is_in_action (self));
  if (xc_record_get_id (record) == 0)
    return write_record (self, record, xc_store_new_id (self), TRUE, error);
  return !xc_record_is_changed (record)
         || write_record (self, record, xc_record_get_id (record), FALSE, error);
}

/**
 * xc_store_add:
 * @self: a ledger, inside an action
 * @record: a new row with an id of xc_store_new_id()
 * @error: return location; %XC_STORE_ERROR_REFUSED when the row is wrong by itself or does not fit the others
 *
 * For rows that refer to each other before any of them is in the ledger.
 *
 * Returns: whether it is in the ledger
 */
gboolean
xc_store_add (XcStore *self, XcRecord *record, GError **error)
{
  g_assert (xc_store_is_in_action (self));
  g_return_val_if_fail (xc_record_get_id (record) != 0, FALSE);
  return write_record (self, record, xc_record_get_id (record), TRUE, error);
}

/**
 * xc_store_remove:
 * @self: a ledger, inside an action
 * @table: which table
 * @id: which row
 * @error: return location; %XC_STORE_ERROR_REFUSED when other rows refer to it
 *
 * Nothing follows by itself: remove first what refers to the row, so that undo and redo know of each row.
 *
 * Returns: whether the row is no more
 */
gboolean
xc_store_remove (XcStore *self, XcTable table, gint64 id, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("DELETE FROM %s WHERE id = ?1", xc_catalogue_get (table)->name);
  g_autoptr (XcStatement) statement = NULL;

  g_assert (xc_store_is_in_action (self));
  statement = xc_database_prepare (xc_store_get_database (self), sql, error);
  if (statement == NULL)
    return FALSE;
  xc_statement_bind_integer (statement, 1, id);
  return xc_statement_run (statement, error);
}
