/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a query finds. */
#include "store/query-private.h"

#include <stdlib.h>
#include <string.h>

#include "store/order.h"
#include "store/problem-columns.h"
#include "store/query-where.h"
#include "store/store-private.h"

static void
append_choice_place (GString *sql, guint join, const XcField *field)
{
  g_string_append_printf (sql, ", CASE t%u.%s", join, field->name);
  for (guint i = 0; field->choices[i].word != NULL; i++)
    g_string_append_printf (sql, " WHEN '%s' THEN %u", field->choices[i].word, i);
  g_string_append (sql, " END");
}

/* What a key is put together from is read once for all rows; for a single one it is put together in SQL. */
typedef enum
{
  ALL_ROWS,
  SINGLE_ROWS,
} Extent;

static gboolean
find_derived (const XcSort *sort, XcProblemColumn *column)
{
  return sort->path.is_derived && xc_problem_column_from_word (sort->path.field->name, column);
}

/* The keys as columns, and what they are. */
static XcOrder *
append_keys (XcSql *self, const XcQuery *query, XcJoins *joins, Extent extent)
{
  g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (XcOrderKey));

  for (guint i = 0; i < query->sorts->len; i++)
    {
      const XcSort *sort = query->sorts->pdata[i];
      const XcField *field = sort->path.field;
      guint join = xc_joins_add (joins, &sort->path);
      XcOrderKey key = { XC_ORDER_NUMBER, sort->descending };
      XcProblemColumn derived;

      if (find_derived (sort, &derived))
        key.kind = xc_problem_column_get_order (derived);
      else if (field != NULL && field->kind == XC_FIELD_DAY)
        key.kind = XC_ORDER_DAY;
      else if (field != NULL && field->kind != XC_FIELD_CHOICE && xc_field_is_textual (field))
        key.kind = field->is_code ? XC_ORDER_CODE : XC_ORDER_NAME;
      if (extent == ALL_ROWS && sort->path.is_derived)
        g_string_append_printf (self->text, ", t%u.%s", join, xc_problem_column_get_owner (derived));
      else if (field != NULL && field->kind == XC_FIELD_CHOICE)
        append_choice_place (self->text, join, field);
      else
        {
          g_autofree char *value = xc_joins_dup_value (joins, join, &sort->path);

          g_string_append_printf (self->text, ", %s", value);
        }
      g_array_append_val (keys, key);
    }
  return xc_order_new ((const XcOrderKey *) (void *) keys->data, keys->len);
}

/* "SELECT" the id and the keys "FROM" all tables; conditions follow. */
static XcOrder *
begin_select (XcSql *self, const XcQuery *query, Extent extent)
{
  g_autoptr (XcJoins) joins = xc_joins_new (query->table);
  g_autofree char *from = NULL;
  XcOrder *order;

  g_string_append (self->text, "SELECT t0.id");
  order = append_keys (self, query, joins, extent);
  from = xc_joins_to_sql (joins);
  g_string_append_printf (self->text, " FROM %s", from);
  return order;
}

/* A row's own long text is in no index, so that rows are read whole, in the order of the file. */
static gboolean
looks_into (const XcPath *path)
{
  return path->n_steps == 0 && path->field != NULL && path->field->kind == XC_FIELD_LONG_TEXT;
}

static gboolean
reads_whole_rows (const XcQuery *self)
{
  for (guint i = 0; i < self->filters->len; i++)
    if (looks_into (&((const XcFilter *) self->filters->pdata[i])->path))
      return TRUE;
  for (guint i = 0; self->search != NULL && *self->search != '\0' && i < self->search_paths->len; i++)
    if (looks_into (&((const XcSearchPath *) self->search_paths->pdata[i])->path))
      return TRUE;
  return FALSE;
}

/* Rows by the number that people know them by come sorted from the index of the table. */
static gboolean
is_sorted_by_code (const XcQuery *self)
{
  const XcSort *sort = self->sorts->len == 1 ? self->sorts->pdata[0] : NULL;

  return sort != NULL && !sort->descending && sort->path.n_steps == 0 && sort->path.field != NULL
         && sort->path.field->is_code && sort->path.field->is_required && !reads_whole_rows (self);
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  gint64 one = *(const gint64 *) a, other = *(const gint64 *) b;

  return (one > other) - (one < other);
}

/* Of rows that come sorted by column 1; those of one number by id. */
static GArray *
read_ids (XcStatement *statement, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GString) number = g_string_new (NULL);
  guint first = 0;

  for (;;)
    {
      gint64 id;
      gboolean row;

      if (!xc_statement_step (statement, &row, error))
        return NULL;
      if (!row || ids->len == 0 || strcmp (number->str, xc_statement_get_text (statement, 1)) != 0)
        {
          if (ids->len > first + 1)
            qsort (&g_array_index (ids, gint64, first), ids->len - first, sizeof (gint64), compare_ids);
          first = ids->len;
          if (row)
            g_string_assign (number, xc_statement_get_text (statement, 1));
        }
      if (!row)
        return g_steal_pointer (&ids);
      id = xc_statement_get_integer (statement, 0);
      g_array_append_val (ids, id);
    }
}

/* What keys are put together from, all at once. */
static gboolean
look_up_keys (const XcQuery *self, XcStore *store, XcOrder *order, GError **error)
{
  for (guint i = 0; i < self->sorts->len; i++)
    {
      XcProblemColumn derived;

      if (find_derived (self->sorts->pdata[i], &derived)
          && !xc_problem_column_order (derived, xc_store_get_database (store), order, i, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
add_all (XcOrder *order, XcStatement *statement, GError **error)
{
  gboolean row;

  for (;;)
    {
      if (!xc_statement_step (statement, &row, error))
        return FALSE;
      if (!row)
        return TRUE;
      xc_order_add (order, statement);
    }
}

/**
 * xc_query_ids:
 * @self: a query
 * @store: a ledger
 * @error: return location; %XC_STORE_ERROR_INTERRUPTED after xc_database_interrupt() or when the time given by
 *   xc_database_limit_time() is over
 *
 * Returns: (transfer full) (element-type gint64): the ids of the rows, in order; or %NULL
 */
GArray *
xc_query_ids (const XcQuery *self, XcStore *store, GError **error)
{
  g_autoptr (XcSql) builder = xc_sql_new (store);
  g_autoptr (XcOrder) order = NULL;
  g_autoptr (XcStatement) statement = NULL;

  if (is_sorted_by_code (self))
    {
      const char *code = ((const XcSort *) self->sorts->pdata[0])->path.field->name;

      g_string_append_printf (builder->text, "SELECT t0.id, t0.%s FROM %s AS t0", code,
                              xc_catalogue_get (self->table)->name);
      xc_sql_append_where (builder, self);
      g_string_append_printf (builder->text, " ORDER BY t0.%s", code);
    }
  else
    {
      order = begin_select (builder, self, ALL_ROWS);
      xc_sql_append_where (builder, self);
      if (!look_up_keys (self, store, order, error))
        return NULL;
    }
  statement = xc_sql_prepare (builder, error);
  if (statement == NULL)
    return NULL;
  if (order == NULL)
    return read_ids (statement, error);
  return add_all (order, statement, error) ? xc_order_finish (order) : NULL;
}

/**
 * xc_query_count:
 * @self: a query
 * @store: a ledger
 * @count: (out): how many rows it finds
 * @error: return location, as of xc_query_ids()
 *
 * Returns: whether they could be counted
 */
gboolean
xc_query_count (const XcQuery *self, XcStore *store, guint *count, GError **error)
{
  g_autoptr (XcSql) builder = xc_sql_new (store);
  g_autoptr (XcStatement) statement = NULL;
  gboolean row;

  g_string_append_printf (builder->text, "SELECT count (*) FROM %s AS t0",
                          xc_catalogue_get (self->table)->name);
  xc_sql_append_where (builder, self);
  statement = xc_sql_prepare (builder, error);
  if (statement == NULL || !xc_statement_step (statement, &row, error))
    return FALSE;
  *count = (guint) xc_statement_get_integer (statement, 0);
  return TRUE;
}

/**
 * xc_query_position_of:
 * @self: a query
 * @store: a ledger
 * @id: a row
 * @position: (out): where it is among those found, from 0; %G_MAXUINT when it is not
 * @error: return location, as of xc_query_ids()
 *
 * Returns: whether it could be asked
 */
gboolean
xc_query_position_of (const XcQuery *self, XcStore *store, gint64 id, guint *position, GError **error)
{
  g_autoptr (GArray) ids = xc_query_ids (self, store, error);

  if (ids == NULL)
    return FALSE;
  *position = G_MAXUINT;
  for (guint i = 0; i < ids->len && *position == G_MAXUINT; i++)
    if (g_array_index (ids, gint64, i) == id)
      *position = i;
  return TRUE;
}

/* Where @row belongs among @ids, each of which @single gives by its id. */
static gboolean
find_place (const GArray *ids, const XcOrder *order, XcStatement *single, const XcOrderRow *row, guint *place,
            GError **error)
{
  guint low = 0, high = ids->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      g_autoptr (XcOrderRow) other = NULL;
      gboolean found;

      xc_statement_bind_integer (single, 1, g_array_index (ids, gint64, middle));
      if (!xc_statement_step (single, &found, error))
        return FALSE;
      g_assert (found);
      other = xc_order_row_new (order, single);
      xc_statement_reset (single);
      if (xc_order_row_compare (order, row, other) < 0)
        high = middle;
      else
        low = middle + 1;
    }
  *place = low;
  return TRUE;
}

static gboolean
has_id (const gint64 *ids, guint n_ids, gint64 id)
{
  for (guint i = 0; i < n_ids; i++)
    if (ids[i] == id)
      return TRUE;
  return FALSE;
}

/* Ids are random, so that nearly all can be told from the changed ones by their last byte. */
static GArray *
leave_out (const GArray *ids, const gint64 *changed, guint n_changed)
{
  GArray *rest = g_array_sized_new (FALSE, FALSE, sizeof (gint64), ids->len + n_changed);
  gboolean is_last_byte[256] = { FALSE };
  guint start = 0;

  for (guint i = 0; i < n_changed; i++)
    is_last_byte[changed[i] & 0xff] = TRUE;
  for (guint i = 0; i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);

      if (!is_last_byte[id & 0xff] || !has_id (changed, n_changed, id))
        continue;
      g_array_append_vals (rest, &g_array_index (ids, gint64, start), i - start);
      start = i + 1;
    }
  if (start < ids->len)
    g_array_append_vals (rest, &g_array_index (ids, gint64, start), ids->len - start);
  return rest;
}

static gboolean
insert_changed (GArray *ids, const XcOrder *order, XcStatement *found, XcStatement *single, GError **error)
{
  gboolean row;

  for (;;)
    {
      g_autoptr (XcOrderRow) changed = NULL;
      gint64 id;
      guint place;

      if (!xc_statement_step (found, &row, error))
        return FALSE;
      if (!row)
        return TRUE;
      changed = xc_order_row_new (order, found);
      id = xc_order_row_get_id (changed);
      if (!find_place (ids, order, single, changed, &place, error))
        return FALSE;
      g_array_insert_val (ids, place, id);
    }
}

/**
 * xc_query_update_ids:
 * @self: a query
 * @store: a ledger
 * @changed: (array length=n_changed): rows of the query's table that were inserted, changed or removed, each once
 * @n_changed: how many; for a few this is much less work than xc_query_ids()
 * @before: (element-type gint64): what it found before they were
 * @after: (out) (transfer full) (element-type gint64): what it finds now
 * @error: return location, as of xc_query_ids()
 *
 * Only when nothing else has changed that the query uses, see xc_query_uses_table().
 *
 * Returns: whether it could be asked
 */
gboolean
xc_query_update_ids (const XcQuery *self, XcStore *store, const gint64 *changed, guint n_changed,
                     const GArray *before, GArray **after, GError **error)
{
  g_autoptr (XcSql) builder = xc_sql_new (store);
  g_autoptr (XcSql) single_builder = xc_sql_new (store);
  g_autoptr (XcOrder) order = begin_select (builder, self, SINGLE_ROWS);
  g_autoptr (XcStatement) found = NULL;
  g_autoptr (XcStatement) single = NULL;
  g_autoptr (GArray) ids = NULL;

  /* The same keys, so the same order. */
  xc_order_free (begin_select (single_builder, self, SINGLE_ROWS));
  xc_sql_append_where (builder, self);
  g_string_append_printf (builder->text, " AND t0.id IN (SELECT value FROM json_each (?%u))",
                          xc_sql_bind_text (builder, xc_rows_make_list (changed, n_changed)));
  g_string_append (single_builder->text, " WHERE t0.id = ?1");
  found = xc_sql_prepare (builder, error);
  single = found != NULL ? xc_sql_prepare (single_builder, error) : NULL;
  if (single == NULL)
    return FALSE;
  ids = leave_out (before, changed, n_changed);
  if (!insert_changed (ids, order, found, single, error))
    return FALSE;
  *after = g_steal_pointer (&ids);
  return TRUE;
}
