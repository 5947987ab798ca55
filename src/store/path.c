/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/path.h"

#include <string.h>

#include "store/problem-columns.h"

static gboolean
follow_reference (XcPath *path, const char *name)
{
  const XcField *field = xc_catalogue_get_field (path->table, name);

  if (field == NULL || field->kind != XC_FIELD_REFERENCE || path->n_steps == XC_PATH_MAX_STEPS)
    return FALSE;
  path->steps[path->n_steps++] = (XcPathStep){ field, field->target, FALSE };
  path->table = field->target;
  return TRUE;
}

/* From a problem "measure:problem_id" leads to its measures. */
static gboolean
follow_back (XcPath *path, const char *name, const char *colon)
{
  g_autofree char *table_name = g_strndup (name, (gsize) (colon - name));
  XcTable table = xc_catalogue_find (table_name);
  const XcField *field = table != XC_TABLE_NONE ? xc_catalogue_get_field (table, colon + 1) : NULL;

  if (field == NULL || field->kind != XC_FIELD_REFERENCE || field->target != path->table
      || path->n_steps == XC_PATH_MAX_STEPS)
    return FALSE;
  path->steps[path->n_steps++] = (XcPathStep){ field, table, TRUE };
  path->table = table;
  return TRUE;
}

/**
 * xc_path_read:
 * @table: where the path begins
 * @text: names of references and of a last field, separated by "."; "id" for the id of the row itself, and
 *   "table:reference" to go to the rows of a table that refer to the row, of which "count" is how many there are; or the
 *   name of a derived field alone
 * @path: (out): what it leads to
 *
 * Returns: whether there is such a path
 */
gboolean
xc_path_read (XcTable table, const char *text, XcPath *path)
{
  g_auto (GStrv) names = g_strsplit (text, ".", -1);
  guint n_names = g_strv_length (names);

  *path = (XcPath){ .table = table };
  if (n_names == 0)
    return FALSE;
  for (guint i = 0; i + 1 < n_names; i++)
    {
      const char *colon = strchr (names[i], ':');

      if (colon != NULL ? !follow_back (path, names[i], colon) : !follow_reference (path, names[i]))
        return FALSE;
    }
  if (n_names > 1 && strcmp (names[n_names - 1], "count") == 0 && path->steps[path->n_steps - 1].is_back)
    {
      path->is_count = TRUE;
      path->field = xc_catalogue_get_count (path->table);
      return path->field != NULL;
    }
  path->field = xc_catalogue_get_field (path->table, names[n_names - 1]);
  if (path->field == NULL && n_names == 1)
    {
      path->field = xc_catalogue_get_derived (table, names[0]);
      path->is_derived = path->field != NULL;
    }
  return path->field != NULL || strcmp (names[n_names - 1], "id") == 0;
}

/**
 * xc_path_has_many:
 * @path: a path
 *
 * Returns: whether it may lead to several values, so that a row can be looked for by it but not sorted
 */
gboolean
xc_path_has_many (const XcPath *path)
{
  for (guint i = 0; i < path->n_steps; i++)
    if (path->steps[i].is_back && !(path->is_count && i + 1 == path->n_steps))
      return TRUE;
  return FALSE;
}

gboolean
xc_path_is_textual (const XcPath *path)
{
  return path->field != NULL && xc_field_is_textual (path->field);
}

/**
 * xc_path_is_kept:
 * @path: a path
 *
 * Returns: whether its value stands in a column of the ledger, so that rows can be looked for by it
 */
gboolean
xc_path_is_kept (const XcPath *path)
{
  return !path->is_count && !path->is_derived;
}

static XcProblemColumn
get_column (const XcPath *path)
{
  XcProblemColumn column;
  gboolean is_known = xc_problem_column_from_word (path->field->name, &column);

  g_assert (path->table == XC_TABLE_PROBLEM && is_known);
  return column;
}

/**
 * xc_path_uses_table:
 * @path: a path
 * @table: a table
 *
 * Returns: whether its value depends on rows of @table other than the one where it begins
 */
gboolean
xc_path_uses_table (const XcPath *path, XcTable table)
{
  for (guint i = 0; i < path->n_steps; i++)
    if (path->steps[i].to == table)
      return TRUE;
  return path->is_derived && xc_problem_column_uses_table (get_column (path), table);
}

typedef struct
{
  guint parent;
  const XcField *reference;
  XcTable table;
} Join;

struct _XcJoins
{
  GArray *joins; /* of Join */
};

XcJoins *
xc_joins_new (XcTable table)
{
  XcJoins *self = g_new0 (XcJoins, 1);
  Join first = { .table = table };

  self->joins = g_array_new (FALSE, FALSE, sizeof (Join));
  g_array_append_val (self->joins, first);
  return self;
}

void
xc_joins_free (XcJoins *self)
{
  g_array_unref (self->joins);
  g_free (self);
}

static guint
find_or_add (XcJoins *self, guint parent, const XcPathStep *step)
{
  Join join = { parent, step->reference, step->to };

  for (guint i = 1; i < self->joins->len; i++)
    {
      const Join *other = &g_array_index (self->joins, Join, i);

      if (other->parent == parent && other->reference == step->reference)
        return i;
    }
  g_array_append_val (self->joins, join);
  return self->joins->len - 1;
}

/**
 * xc_joins_add:
 * @self: the tables of a statement
 * @path: a path from the first of them that leads to one value
 *
 * Returns: the number of the table that holds the last field of @path; of a count the one whose rows are referred to
 */
guint
xc_joins_add (XcJoins *self, const XcPath *path)
{
  guint join = 0;

  g_assert (!xc_path_has_many (path));
  for (guint i = 0; i < path->n_steps - path->is_count; i++)
    join = find_or_add (self, join, &path->steps[i]);
  return join;
}

/**
 * xc_joins_dup_value:
 * @self: the tables of a statement
 * @join: what xc_joins_add() gave for @path
 * @path: a path that leads to one value
 *
 * Returns: (transfer full): the value in SQL; of a derived field what stands for it when rows are sorted
 */
char *
xc_joins_dup_value (const XcJoins *self, guint join, const XcPath *path)
{
  if (path->is_count)
    return g_strdup_printf ("(SELECT count (*) FROM %s WHERE %s = t%u.id)",
                            xc_catalogue_get (path->table)->name,
                            path->steps[path->n_steps - 1].reference->name, join);
  if (path->is_derived)
    {
      g_autoptr (GString) sql = g_string_new (xc_problem_column_get_key (get_column (path)));
      g_autofree char *owner = g_strdup_printf ("t%u", join);

      g_string_replace (sql, "@", owner, 0);
      return g_strdup (sql->str);
    }
  return g_strdup_printf ("t%u.%s", join, path->field != NULL ? path->field->name : "id");
}

guint
xc_joins_get_n (const XcJoins *self)
{
  return self->joins->len;
}

XcTable
xc_joins_get_table (const XcJoins *self, guint join)
{
  return g_array_index (self->joins, Join, join).table;
}

/**
 * xc_joins_to_sql:
 * @self: the tables of a statement
 *
 * Returns: (transfer full): them after FROM, each row of the first exactly once
 */
char *
xc_joins_to_sql (const XcJoins *self)
{
  GString *sql = g_string_new (xc_catalogue_get (g_array_index (self->joins, Join, 0).table)->name);

  g_string_append (sql, " AS t0");
  for (guint i = 1; i < self->joins->len; i++)
    {
      const Join *join = &g_array_index (self->joins, Join, i);

      g_string_append_printf (sql, " LEFT JOIN %s AS t%u ON t%u.id = t%u.%s",
                              xc_catalogue_get (join->table)->name, i, i, join->parent,
                              join->reference->name);
    }
  return g_string_free (sql, FALSE);
}
