/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/row-loader.h"

#include "store/path.h"
#include "store/problem-columns.h"
#include "store/store-private.h"

typedef struct
{
  XcPath path;
  guint join;
  int sql_column; /* of values of other tables */
  XcProblemColumn derived;
} Column;

struct _XcRowLoader
{
  XcTable table;
  XcJoins *joins;
  GArray *columns; /* of Column */
  char *sql;
  gboolean derives;
  gboolean derived[XC_N_PROBLEM_COLUMNS]; /* of problems: which are shown */
};

/* Whether the record that is loaded anyway has it. */
static gboolean
is_own (const Column *column)
{
  return column->join == 0 && xc_path_is_kept (&column->path);
}

static char *
make_sql (XcRowLoader *self)
{
  GString *sql = g_string_new ("SELECT ");
  g_autofree char *from = xc_joins_to_sql (self->joins);
  int next = (int) xc_catalogue_get (self->table)->n_fields + 1;

  xc_rows_append_columns (sql, self->table, "t0.");
  for (guint i = 1; i < xc_joins_get_n (self->joins); i++)
    g_string_append_printf (sql, ", t%u.id", i);
  next += (int) xc_joins_get_n (self->joins) - 1;
  for (guint i = 0; i < self->columns->len; i++)
    {
      Column *column = &g_array_index (self->columns, Column, i);

      g_autofree char *value = NULL;

      if (is_own (column) || column->path.is_derived)
        continue;
      value = xc_joins_dup_value (self->joins, column->join, &column->path);
      g_string_append_printf (sql, ", %s", value);
      column->sql_column = next++;
    }
  g_string_append_printf (sql, " FROM %s WHERE t0.id IN (SELECT value FROM json_each (?1))", from);
  return g_string_free (sql, FALSE);
}

/**
 * xc_row_loader_new:
 * @table: the table of the rows
 * @columns: (array zero-terminated=1): what the rows show, by path; no references and no ids, which nobody can read
 *
 * Returns: (transfer full): it
 */
XcRowLoader *
xc_row_loader_new (XcTable table, const char *const *columns)
{
  XcRowLoader *self = g_new0 (XcRowLoader, 1);

  self->table = table;
  self->joins = xc_joins_new (table);
  self->columns = g_array_new (FALSE, TRUE, sizeof (Column));
  for (guint i = 0; columns[i] != NULL; i++)
    {
      Column column = { 0 };

      if (!xc_path_read (table, columns[i], &column.path) || xc_path_has_many (&column.path)
          || column.path.field == NULL || column.path.field->kind == XC_FIELD_REFERENCE)
        g_error ("“%s” has no column “%s”", xc_catalogue_get (table)->name, columns[i]);
      column.join = xc_joins_add (self->joins, &column.path);
      if (column.path.is_derived)
        {
          xc_problem_column_from_word (column.path.field->name, &column.derived);
          self->derives = self->derived[column.derived] = TRUE;
        }
      g_array_append_val (self->columns, column);
    }
  self->sql = make_sql (self);
  return self;
}

void
xc_row_loader_free (XcRowLoader *self)
{
  xc_joins_free (self->joins);
  g_array_unref (self->columns);
  g_free (self->sql);
  g_free (self);
}

static XcValue
read_value (XcStatement *statement, int column, const XcField *field)
{
  if (xc_statement_is_null (statement, column))
    return XC_VALUE_NONE;
  if (xc_field_is_textual (field))
    return XC_VALUE_TEXT (xc_statement_get_text (statement, column));
  if (field->kind == XC_FIELD_DAY)
    return XC_VALUE_NUMBER (xc_day_parse_iso (xc_statement_get_text (statement, column)));
  return XC_VALUE_NUMBER (xc_statement_get_integer (statement, column));
}

static XcRowContent *
read_content (const XcRowLoader *self, XcStatement *statement)
{
  XcRowContent *content = xc_row_content_new ();
  const XcCatalogueTable *entry = xc_catalogue_get (self->table);
  gint64 id = 0;

  content->record = xc_rows_read (statement, self->table);
  g_array_append_val (content->joined, id);
  for (guint i = 1; i < xc_joins_get_n (self->joins); i++)
    {
      id = xc_statement_get_integer (statement, (int) (entry->n_fields + i));
      g_array_append_val (content->joined, id);
    }
  for (guint i = 0; i < self->columns->len; i++)
    {
      const Column *column = &g_array_index (self->columns, Column, i);
      const XcField *field = column->path.field;
      XcValue value = column->path.is_derived ? XC_VALUE_NONE
                      : is_own (column)
                          ? xc_value_of_record (content->record, (guint) (field - entry->fields))
                          : read_value (statement, column->sql_column, field);

      xc_row_content_add (content, column->path.table, field, &value);
    }
  return content;
}

static gboolean
read_contents (const XcRowLoader *self, XcStore *store, const char *ids, GPtrArray *contents, GError **error)
{
  g_autoptr (XcStatement) statement = xc_database_prepare (xc_store_get_database (store), self->sql, error);
  gboolean row;

  if (statement == NULL)
    return FALSE;
  xc_statement_bind_text (statement, 1, ids);
  for (;;)
    {
      if (!xc_statement_step (statement, &row, error))
        return FALSE;
      if (!row)
        return TRUE;
      g_ptr_array_add (contents, read_content (self, statement));
    }
}

static void
derive (const XcRowLoader *self, XcProblemColumns *source, XcRowContent *content)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      const Column *column = &g_array_index (self->columns, Column, i);
      char *shown = NULL;
      XcValue value;

      if (!column->path.is_derived)
        continue;
      value = xc_problem_columns_get (source, content->record, column->derived, &shown);
      if (shown == NULL && value.is_set && value.text == NULL)
        shown = xc_value_format (self->table, column->path.field, &value);
      xc_row_content_set (content, i, &value, shown != NULL || value.text != NULL ? shown : g_strdup (""));
    }
}

/**
 * xc_row_loader_load:
 * @self: a source
 * @store: a ledger
 * @ids: (array length=n_ids): rows
 * @n_ids: how many
 * @function: (scope call): called for each that is there, in no particular order
 * @data: for @function
 * @error: return location for a #XcStoreError
 *
 * Returns: whether they could be read
 */
gboolean
xc_row_loader_load (const XcRowLoader *self, XcStore *store, const gint64 *ids, guint n_ids,
                    XcRowContentFunc function, gpointer data, GError **error)
{
  g_autofree char *list = xc_rows_make_list (ids, n_ids);
  g_autoptr (GPtrArray) contents = g_ptr_array_new_full (n_ids, (GDestroyNotify) xc_row_content_free);
  g_autoptr (XcProblemColumns) source = NULL;

  if (!read_contents (self, store, list, contents, error))
    return FALSE;
  if (self->derives)
    source = xc_problem_columns_load (xc_store_get_database (store), list, self->derived, error);
  if (self->derives && source == NULL)
    return FALSE;
  for (guint i = 0; i < contents->len; i++)
    {
      XcRowContent *content = g_steal_pointer (&contents->pdata[i]);

      if (source != NULL)
        derive (self, source, content);
      function (xc_record_get_id (content->record), content, data);
    }
  return TRUE;
}

/* A row that referred back may be gone, and nothing says to which row it did. */
static gboolean
touches_figures (const XcRowLoader *self, const XcChange *change)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      const XcPath *path = &g_array_index (self->columns, Column, i).path;

      if (path->is_count && xc_change_has_table (change, path->table))
        return TRUE;
      for (guint t = 0; path->is_derived && t < XC_N_TABLES; t++)
        if (xc_change_has_table (change, (XcTable) t) && xc_path_uses_table (path, (XcTable) t))
          return TRUE;
    }
  return FALSE;
}

/**
 * xc_row_loader_is_touched:
 * @self: a source
 * @change: what was changed
 *
 * Returns: whether any row may show something else now
 */
gboolean
xc_row_loader_is_touched (const XcRowLoader *self, const XcChange *change)
{
  if (touches_figures (self, change))
    return TRUE;
  for (guint i = 0; i < xc_joins_get_n (self->joins); i++)
    if (xc_change_has_table (change, xc_joins_get_table (self->joins, i)))
      return TRUE;
  return FALSE;
}

/**
 * xc_row_loader_touches:
 * @self: a source
 * @change: what was changed
 * @row: a row of it
 *
 * Returns: whether @row itself was changed, or one that its columns come from
 */
gboolean
xc_row_loader_touches (const XcRowLoader *self, const XcChange *change, XcRow *row)
{
  if (touches_figures (self, change) || xc_change_has_row (change, self->table, xc_row_get_id (row)))
    return TRUE;
  for (guint i = 1; i < xc_joins_get_n (self->joins); i++)
    {
      gint64 id = xc_row_get_joined_id (row, i);

      if (id != 0 && xc_change_has_row (change, xc_joins_get_table (self->joins, i), id))
        return TRUE;
    }
  return FALSE;
}
