/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/query-where.h"

#include <string.h>

#include "store/store-private.h"

/* More words than anybody searches for; each is looked for in every field. */
#define MAX_WORDS 8

/* What one parameter is bound to. */
typedef struct
{
  XcValue value;  /* the text owned */
  XcIdTable *ids; /* NULL for a value */
} Bound;

static void
free_bound (gpointer data)
{
  Bound *bound = data;

  g_clear_pointer (&bound->ids, xc_id_table_unref);
  g_free ((char *) bound->value.text);
  g_free (bound);
}

/**
 * xc_sql_new:
 * @store: where it will be asked
 *
 * Returns: (transfer full): a statement to be made
 */
XcSql *
xc_sql_new (XcStore *store)
{
  XcSql *self = g_new0 (XcSql, 1);

  self->text = g_string_new (NULL);
  self->store = store;
  self->bound = g_ptr_array_new_with_free_func (free_bound);
  return self;
}

void
xc_sql_free (XcSql *self)
{
  g_string_free (self->text, TRUE);
  g_clear_error (&self->error);
  g_ptr_array_unref (self->bound);
  g_free (self);
}

static guint
bind (XcSql *self, XcValue value, XcIdTable *ids)
{
  Bound *bound = g_new (Bound, 1);

  *bound = (Bound){ value, ids };
  g_ptr_array_add (self->bound, bound);
  return self->bound->len;
}

/**
 * xc_sql_bind_text:
 * @self: a statement
 * @text: (transfer full): a value
 *
 * Returns: the number of its parameter
 */
guint
xc_sql_bind_text (XcSql *self, char *text)
{
  return bind (self, XC_VALUE_TEXT (text), NULL);
}

static guint
bind_value (XcSql *self, const XcPath *path, const XcValue *from)
{
  if (from->text != NULL)
    return xc_sql_bind_text (self, g_strdup (from->text));
  if (path->field != NULL && path->field->kind == XC_FIELD_DAY)
    {
      char day[XC_DAY_ISO_SIZE];

      return xc_sql_bind_text (self, g_strdup (xc_day_format_iso ((XcDay) from->number, day)));
    }
  return bind (self, *from, NULL);
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
bind_list (XcSql *self, const XcPath *path, const GArray *values)
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
  return xc_sql_bind_text (self, g_string_free (json, FALSE));
}

/* As subqueries rather than joins: each is evaluated once, however many rows refer to what it finds, and an index of
 * the references is used when it finds little. Returns how many parentheses to close. */
static guint
open_path (XcSql *self, const XcPath *path, guint first)
{
  const char *owner = first == 0 ? "t0." : "";

  for (guint i = first; i < path->n_steps; i++)
    {
      const XcPathStep *step = &path->steps[i];

      g_string_append_printf (self->text, "%s%s IN (SELECT %s FROM %s WHERE ", owner,
                              step->is_back ? "id" : step->reference->name,
                              step->is_back ? step->reference->name : "id",
                              xc_catalogue_get (step->to)->name);
      owner = "";
    }
  return path->n_steps - first;
}

static void
close_path (XcSql *self, guint n_open)
{
  while (n_open-- > 0)
    g_string_append_c (self->text, ')');
}

static char *
name_end (const XcPath *path)
{
  return g_strconcat (path->n_steps == 0 ? "t0." : "", path->field != NULL ? path->field->name : "id", NULL);
}

static void
append_range (XcSql *self, const XcFilter *filter, const char *name)
{
  const XcValue *from = &g_array_index (filter->values, XcValue, 0);
  const XcValue *to = &g_array_index (filter->values, XcValue, 1);

  g_string_append_printf (self->text, "%s IS NOT NULL", name);
  if (from->is_set)
    g_string_append_printf (self->text, " AND %s >= ?%u", name, bind_value (self, &filter->path, from));
  if (to->is_set)
    g_string_append_printf (self->text, " AND %s <= ?%u", name, bind_value (self, &filter->path, to));
}

static void
append_comparison (XcSql *self, const XcFilter *filter, const char *format, const char *name)
{
  guint parameter = bind_value (self, &filter->path, &g_array_index (filter->values, XcValue, 0));
  g_autoptr (GString) sql = g_string_new (format);
  g_autofree char *mark = g_strdup_printf ("?%u", parameter);

  g_string_replace (sql, "@", name, 0);
  g_string_replace (sql, "?", mark, 0);
  g_string_append (self->text, sql->str);
}

/* What rows that pass have; the relations that say "not" are put round it by append_filter(). */
static void
append_condition (XcSql *self, const XcFilter *filter, const char *name)
{
  switch (filter->relation)
    {
    case XC_RELATION_IS:
    case XC_RELATION_IS_NOT:
      append_comparison (self, filter, "@ = ?", name);
      return;
    case XC_RELATION_IS_OR_EMPTY:
      append_comparison (self, filter, "@ <> ?", name);
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
      g_string_append_printf (self->text, "%s IS NOT NULL", name);
      return;
    case XC_RELATION_ONE_OF:
      if (filter->ids != NULL)
        g_string_append_printf (self->text, "is_among (%s, ?%u)", name,
                                bind (self, XC_VALUE_NONE, xc_id_table_ref (filter->ids)));
      else
        g_string_append_printf (self->text, "%s IN (SELECT value FROM json_each (?%u))", name,
                                bind_list (self, &filter->path, filter->values));
      return;
    default:
      g_assert_not_reached ();
    }
}

/* Which rows have one that refers back to them and passes; they are found first and kept, as SQLite would sort them for
 * itself and then fetch row by row. @append writes what must be true of the end of @path. */
typedef void (*AppendFunc) (XcSql *self, gconstpointer what, const char *name);

static void
find_owners (XcSql *self, const XcPath *path, AppendFunc append, gconstpointer what, XcIdTable *owners)
{
  const XcPathStep *back = &path->steps[0];
  g_autoptr (XcSql) sql = xc_sql_new (self->store);
  g_autofree char *name = name_end (path);
  g_autoptr (XcStatement) statement = NULL;
  gboolean row = TRUE;
  guint n_open;

  if (self->error != NULL)
    return;
  g_string_append_printf (sql->text, "SELECT %s FROM %s WHERE ", back->reference->name,
                          xc_catalogue_get (back->to)->name);
  n_open = open_path (sql, path, 1);
  append (sql, what, name);
  close_path (sql, n_open);
  statement = xc_sql_prepare (sql, &self->error);
  while (statement != NULL && row && xc_statement_step (statement, &row, &self->error))
    if (row)
      xc_id_table_add (owners, xc_statement_get_integer (statement, 0));
}

static gboolean
is_back (const XcPath *path)
{
  return path->n_steps > 0 && path->steps[0].is_back;
}

/* Takes @ids over. A few are looked up, many are met on the way through all rows. */
static void
append_among (XcSql *self, XcIdTable *ids)
{
  if (xc_id_table_get_n (ids) <= XC_QUERY_FEW)
    {
      g_autoptr (GArray) list = g_array_new (FALSE, FALSE, sizeof (gint64));

      for (guint i = 0; i < xc_id_table_get_n (ids); i++)
        {
          gint64 id = xc_id_table_get_id (ids, i);

          g_array_append_val (list, id);
        }
      g_string_append_printf (
          self->text, "t0.id IN (SELECT value FROM json_each (?%u))",
          xc_sql_bind_text (self, xc_rows_make_list ((const gint64 *) (void *) list->data, list->len)));
      xc_id_table_unref (ids);
    }
  else
    g_string_append_printf (self->text, "is_among (t0.id, ?%u)", bind (self, XC_VALUE_NONE, ids));
}

static void
append_filter_end (XcSql *self, gconstpointer what, const char *name)
{
  append_condition (self, what, name);
}

static void
append_filter (XcSql *self, const XcFilter *filter)
{
  gboolean is_not = filter->relation == XC_RELATION_IS_NOT || filter->relation == XC_RELATION_EMPTY
                    || filter->relation == XC_RELATION_IS_OR_EMPTY;
  g_autofree char *name = name_end (&filter->path);

  g_string_append_c (self->text, '(');
  if (is_back (&filter->path))
    {
      XcIdTable *owners = xc_id_table_new ();

      find_owners (self, &filter->path, append_filter_end, filter, owners);
      append_among (self, owners);
    }
  else
    {
      guint n_open = open_path (self, &filter->path, 0);

      append_condition (self, filter, name);
      close_path (self, n_open);
    }
  g_string_append (self->text, is_not ? ") IS NOT TRUE" : ")");
}

static gboolean
has_pinyin (const XcField *field)
{
  return field->kind == XC_FIELD_TEXT && !field->is_code;
}

/* One word in the end of one path. */
typedef struct
{
  const XcField *field;
  const char *word;
} Found;

static void
append_found (XcSql *self, gconstpointer what, const char *name)
{
  const Found *found = what;

  g_string_append_printf (self->text, "%s (%s, ?%u)", has_pinyin (found->field) ? "matches" : "contains",
                          name, xc_sql_bind_text (self, g_strdup (found->word)));
}

static void
append_word (XcSql *self, const XcQuery *query, const char *word)
{
  XcIdTable *owners = xc_id_table_new ();

  g_string_append_c (self->text, '(');
  for (guint i = 0; i < query->search_paths->len; i++)
    {
      const XcPath *path = &((const XcSearchPath *) query->search_paths->pdata[i])->path;
      const Found found = { path->field, word };
      g_autofree char *name = name_end (path);
      guint n_open;

      if (is_back (path))
        {
          find_owners (self, path, append_found, &found, owners);
          continue;
        }
      n_open = open_path (self, path, 0);
      append_found (self, &found, name);
      close_path (self, n_open);
      g_string_append (self->text, " OR ");
    }
  append_among (self, owners);
  g_string_append_c (self->text, ')');
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

/**
 * xc_sql_append_where:
 * @self: a statement about a table called t0
 * @query: what its rows must be
 */
void
xc_sql_append_where (XcSql *self, const XcQuery *query)
{
  g_autoptr (GPtrArray) words = split_words (query->search != NULL ? query->search : "");

  g_string_append (self->text, " WHERE TRUE");
  for (guint i = 0; i < query->filters->len; i++)
    {
      g_string_append (self->text, " AND ");
      append_filter (self, query->filters->pdata[i]);
    }
  for (guint i = 0; i < words->len && query->search_paths->len > 0; i++)
    {
      g_string_append (self->text, " AND ");
      append_word (self, query, words->pdata[i]);
    }
}

/**
 * xc_sql_prepare:
 * @self: a whole statement, which must live as long as what is returned
 * @error: return location for a #XcStoreError
 *
 * Returns: (transfer full): it, ready to be stepped through
 */
XcStatement *
xc_sql_prepare (const XcSql *self, GError **error)
{
  XcStatement *statement;

  if (self->error != NULL)
    {
      g_propagate_error (error, g_error_copy (self->error));
      return NULL;
    }
  statement = xc_database_prepare (xc_store_get_database (self->store), self->text->str, error);
  for (guint i = 0; statement != NULL && i < self->bound->len; i++)
    {
      const Bound *bound = self->bound->pdata[i];

      if (bound->ids != NULL)
        xc_statement_bind_ids (statement, (int) i + 1, bound->ids);
      else if (bound->value.text != NULL)
        xc_statement_bind_text (statement, (int) i + 1, bound->value.text);
      else
        xc_statement_bind_integer (statement, (int) i + 1, bound->value.number);
    }
  return statement;
}
