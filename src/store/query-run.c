/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A query as SQL, and what it finds. Names come from the catalogue alone; whatever a person typed is bound. */
#include "store/query-private.h"

#include <string.h>

#include "store/order.h"
#include "store/store-private.h"

/* More words than anybody searches for; each is looked for in every field. */
#define MAX_WORDS 8

typedef struct
{
  GString *sql;
  GPtrArray *bound; /* of XcValue, the texts owned; parameter 1 is the first */
} Builder;

static void
free_value (gpointer data)
{
  XcValue *value = data;

  g_free ((char *) value->text);
  g_free (value);
}

static Builder *
builder_new (void)
{
  Builder *self = g_new (Builder, 1);

  self->sql = g_string_new (NULL);
  self->bound = g_ptr_array_new_with_free_func (free_value);
  return self;
}

static void
builder_free (Builder *self)
{
  g_string_free (self->sql, TRUE);
  g_ptr_array_unref (self->bound);
  g_free (self);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Builder, builder_free)

/* Gives the number of its parameter. */
static guint
bind_text (Builder *self, char *text)
{
  XcValue *value = g_new (XcValue, 1);

  *value = XC_VALUE_TEXT (text);
  g_ptr_array_add (self->bound, value);
  return self->bound->len;
}

static guint
bind_value (Builder *self, const XcPath *path, const XcValue *from)
{
  XcValue *value;

  if (from->text != NULL)
    return bind_text (self, g_strdup (from->text));
  if (path->field != NULL && path->field->kind == XC_FIELD_DAY)
    {
      char day[XC_DAY_ISO_SIZE];

      return bind_text (self, g_strdup (xc_day_format_iso ((XcDay) from->number, day)));
    }
  value = g_new (XcValue, 1);
  *value = *from;
  g_ptr_array_add (self->bound, value);
  return self->bound->len;
}

static void
append_json_text (GString *json, const char *text)
{
  g_string_append_c (json, '"');
  for (; *text != '\0'; text++)
    if (*text == '"' || *text == '\\' || (guchar) *text < 0x20)
      g_string_append_printf (json, "\\u%04x", (guint) (guchar) *text);
    else
      g_string_append_c (json, *text);
  g_string_append_c (json, '"');
}

/* One parameter for any number of values, so that the statement is the same. */
static guint
bind_list (Builder *self, const XcPath *path, const GArray *values)
{
  GString *json = g_string_new ("[");

  for (guint i = 0; i < values->len; i++)
    {
      const XcValue *value = &g_array_index (values, XcValue, i);
      char day[XC_DAY_ISO_SIZE];

      if (i > 0)
        g_string_append_c (json, ',');
      if (value->text != NULL)
        append_json_text (json, value->text);
      else if (path->field != NULL && path->field->kind == XC_FIELD_DAY)
        append_json_text (json, xc_day_format_iso ((XcDay) value->number, day));
      else
        g_string_append_printf (json, "%" G_GINT64_FORMAT, value->number);
    }
  g_string_append_c (json, ']');
  return bind_text (self, g_string_free (json, FALSE));
}

/* As subqueries rather than joins: each is evaluated once, however many rows refer to what it finds, and an index of
 * the references is used when it finds little. Returns how many parentheses to close. */
static guint
open_path (Builder *self, const XcPath *path)
{
  const char *owner = "t0.";

  for (guint i = 0; i < path->n_steps; i++)
    {
      const XcPathStep *step = &path->steps[i];

      g_string_append_printf (
          self->sql, "%s%s IN (SELECT %s FROM %s WHERE ", owner, step->is_back ? "id" : step->reference->name,
          step->is_back ? step->reference->name : "id", xc_catalogue_get (step->to)->name);
      owner = "";
    }
  return path->n_steps;
}

static void
close_path (Builder *self, guint n_open)
{
  while (n_open-- > 0)
    g_string_append_c (self->sql, ')');
}

static char *
name_end (const XcPath *path)
{
  return g_strconcat (path->n_steps == 0 ? "t0." : "", path->field != NULL ? path->field->name : "id", NULL);
}

static void
append_range (Builder *self, const XcFilter *filter, const char *name)
{
  const XcValue *from = &g_array_index (filter->values, XcValue, 0);
  const XcValue *to = &g_array_index (filter->values, XcValue, 1);

  g_string_append_printf (self->sql, "%s IS NOT NULL", name);
  if (from->is_set)
    g_string_append_printf (self->sql, " AND %s >= ?%u", name, bind_value (self, &filter->path, from));
  if (to->is_set)
    g_string_append_printf (self->sql, " AND %s <= ?%u", name, bind_value (self, &filter->path, to));
}

static void
append_comparison (Builder *self, const XcFilter *filter, const char *format, const char *name)
{
  guint parameter = bind_value (self, &filter->path, &g_array_index (filter->values, XcValue, 0));
  g_autoptr (GString) sql = g_string_new (format);
  g_autofree char *mark = g_strdup_printf ("?%u", parameter);

  g_string_replace (sql, "@", name, 0);
  g_string_replace (sql, "?", mark, 0);
  g_string_append (self->sql, sql->str);
}

/* What rows that pass have; the relations that say "not" are put round it by append_filter(). */
static void
append_condition (Builder *self, const XcFilter *filter, const char *name)
{
  switch (filter->relation)
    {
    case XC_RELATION_IS:
    case XC_RELATION_IS_NOT:
      append_comparison (self, filter, "@ = ?", name);
      return;
    case XC_RELATION_CONTAINS:
      append_comparison (self, filter, "contains (@, ?)", name);
      return;
    case XC_RELATION_MATCHES:
      append_comparison (self, filter, "matches (@, ?)", name);
      return;
    case XC_RELATION_BEFORE:
      append_comparison (self, filter, "@ < ?", name);
      return;
    case XC_RELATION_AFTER:
      append_comparison (self, filter, "@ > ?", name);
      return;
    case XC_RELATION_FROM_TO:
      append_range (self, filter, name);
      return;
    case XC_RELATION_EMPTY:
    case XC_RELATION_NOT_EMPTY:
      g_string_append_printf (self->sql, "%s IS NOT NULL", name);
      return;
    case XC_RELATION_ONE_OF:
      g_string_append_printf (self->sql, "%s IN (SELECT value FROM json_each (?%u))", name,
                              bind_list (self, &filter->path, filter->values));
      return;
    default:
      g_assert_not_reached ();
    }
}

static void
append_filter (Builder *self, const XcFilter *filter)
{
  gboolean is_not = filter->relation == XC_RELATION_IS_NOT || filter->relation == XC_RELATION_EMPTY;
  g_autofree char *name = name_end (&filter->path);
  guint n_open;

  g_string_append_c (self->sql, '(');
  n_open = open_path (self, &filter->path);
  append_condition (self, filter, name);
  close_path (self, n_open);
  g_string_append (self->sql, is_not ? ") IS NOT TRUE" : ")");
}

static gboolean
has_pinyin (const XcField *field)
{
  return field->kind == XC_FIELD_TEXT && !field->is_code;
}

static void
append_word (Builder *self, const XcQuery *query, const char *word)
{
  guint parameter = bind_text (self, g_strdup (word));

  g_string_append_c (self->sql, '(');
  for (guint i = 0; i < query->search_paths->len; i++)
    {
      const XcPath *path = &((const XcSearchPath *) query->search_paths->pdata[i])->path;
      g_autofree char *name = name_end (path);
      guint n_open;

      if (i > 0)
        g_string_append (self->sql, " OR ");
      n_open = open_path (self, path);
      g_string_append_printf (self->sql, "%s (%s, ?%u)", has_pinyin (path->field) ? "matches" : "contains",
                              name, parameter);
      close_path (self, n_open);
    }
  g_string_append_c (self->sql, ')');
}

static GPtrArray *
split_words (const char *text)
{
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);
  const char *start = NULL;

  for (const char *at = text;; at = g_utf8_next_char (at))
    {
      gboolean is_gap = *at == '\0' || g_unichar_isspace (g_utf8_get_char (at));

      if (is_gap && start != NULL && words->len < MAX_WORDS)
        g_ptr_array_add (words, g_strndup (start, (gsize) (at - start)));
      if (is_gap)
        start = NULL;
      else if (start == NULL)
        start = at;
      if (*at == '\0')
        return words;
    }
}

static void
append_where (Builder *self, const XcQuery *query)
{
  g_autoptr (GPtrArray) words = split_words (query->search != NULL ? query->search : "");

  g_string_append (self->sql, " WHERE TRUE");
  for (guint i = 0; i < query->filters->len; i++)
    {
      g_string_append (self->sql, " AND ");
      append_filter (self, query->filters->pdata[i]);
    }
  for (guint i = 0; i < words->len && query->search_paths->len > 0; i++)
    {
      g_string_append (self->sql, " AND ");
      append_word (self, query, words->pdata[i]);
    }
}

static void
append_choice_place (GString *sql, guint join, const XcField *field)
{
  g_string_append_printf (sql, ", CASE t%u.%s", join, field->name);
  for (guint i = 0; field->choices[i].word != NULL; i++)
    g_string_append_printf (sql, " WHEN '%s' THEN %u", field->choices[i].word, i);
  g_string_append (sql, " END");
}

/* The keys as columns, and what they are. */
static XcOrder *
append_keys (Builder *self, const XcQuery *query, XcJoins *joins)
{
  g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (XcOrderKey));

  for (guint i = 0; i < query->sorts->len; i++)
    {
      const XcSort *sort = query->sorts->pdata[i];
      const XcField *field = sort->path.field;
      guint join = xc_joins_add (joins, &sort->path);
      XcOrderKey key = { XC_ORDER_NUMBER, sort->descending };

      if (field != NULL && field->kind == XC_FIELD_CHOICE)
        append_choice_place (self->sql, join, field);
      else
        {
          g_autofree char *value = xc_joins_dup_value (joins, join, &sort->path);

          g_string_append_printf (self->sql, ", %s", value);
        }
      if (field != NULL && field->kind == XC_FIELD_DAY)
        key.kind = XC_ORDER_DAY;
      else if (field != NULL && field->kind != XC_FIELD_CHOICE && xc_field_is_textual (field))
        key.kind = field->is_code ? XC_ORDER_CODE : XC_ORDER_NAME;
      g_array_append_val (keys, key);
    }
  return xc_order_new ((const XcOrderKey *) (void *) keys->data, keys->len);
}

/* "SELECT" the id and the keys "FROM" all tables; conditions follow. */
static XcOrder *
begin_select (Builder *self, const XcQuery *query)
{
  g_autoptr (XcJoins) joins = xc_joins_new (query->table);
  g_autofree char *from = NULL;
  XcOrder *order;

  g_string_append (self->sql, "SELECT t0.id");
  order = append_keys (self, query, joins);
  from = xc_joins_to_sql (joins);
  g_string_append_printf (self->sql, " FROM %s", from);
  return order;
}

static XcStatement *
prepare (const Builder *self, XcStore *store, GError **error)
{
  XcStatement *statement = xc_database_prepare (xc_store_get_database (store), self->sql->str, error);

  for (guint i = 0; statement != NULL && i < self->bound->len; i++)
    {
      const XcValue *value = self->bound->pdata[i];

      if (value->text != NULL)
        xc_statement_bind_text (statement, (int) i + 1, value->text);
      else
        xc_statement_bind_integer (statement, (int) i + 1, value->number);
    }
  return statement;
}

/* Rows by the number that people know them by come sorted from the index of the table. */
static gboolean
is_sorted_by_code (const XcQuery *self)
{
  const XcSort *sort = self->sorts->len == 1 ? self->sorts->pdata[0] : NULL;

  return sort != NULL && !sort->descending && sort->path.n_steps == 0 && sort->path.field != NULL
         && sort->path.field->is_code && sort->path.field->is_required;
}

static GArray *
read_ids (XcStatement *statement, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gboolean row;

  for (;;)
    {
      gint64 id;

      if (!xc_statement_step (statement, &row, error))
        return NULL;
      if (!row)
        return g_steal_pointer (&ids);
      id = xc_statement_get_integer (statement, 0);
      g_array_append_val (ids, id);
    }
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
  g_autoptr (Builder) builder = builder_new ();
  g_autoptr (XcOrder) order = NULL;
  g_autoptr (XcStatement) statement = NULL;

  if (is_sorted_by_code (self))
    g_string_append_printf (builder->sql, "SELECT t0.id FROM %s AS t0", xc_catalogue_get (self->table)->name);
  else
    order = begin_select (builder, self);
  append_where (builder, self);
  if (order == NULL)
    g_string_append_printf (builder->sql, " ORDER BY t0.%s, t0.id",
                            ((const XcSort *) self->sorts->pdata[0])->path.field->name);
  statement = prepare (builder, store, error);
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
  g_autoptr (Builder) builder = builder_new ();
  g_autoptr (XcStatement) statement = NULL;
  gboolean row;

  g_string_append_printf (builder->sql, "SELECT count (*) FROM %s AS t0",
                          xc_catalogue_get (self->table)->name);
  append_where (builder, self);
  statement = prepare (builder, store, error);
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
  g_autoptr (Builder) builder = builder_new ();
  g_autoptr (Builder) single_builder = builder_new ();
  g_autoptr (XcOrder) order = begin_select (builder, self);
  g_autoptr (XcStatement) found = NULL;
  g_autoptr (XcStatement) single = NULL;
  g_autoptr (GArray) ids = NULL;

  /* The same keys, so the same order. */
  xc_order_free (begin_select (single_builder, self));
  append_where (builder, self);
  g_string_append_printf (builder->sql, " AND t0.id IN (SELECT value FROM json_each (?%u))",
                          bind_text (builder, xc_rows_make_list (changed, n_changed)));
  g_string_append (single_builder->sql, " WHERE t0.id = ?1");
  found = prepare (builder, store, error);
  single = found != NULL ? prepare (single_builder, store, error) : NULL;
  if (single == NULL)
    return FALSE;
  ids = leave_out (before, changed, n_changed);
  if (!insert_changed (ids, order, found, single, error))
    return FALSE;
  *after = g_steal_pointer (&ids);
  return TRUE;
}
