/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/row-story.h"

#include <glib/gi18n-lib.h>

#include "core/value.h"
#include "store/row-name.h"

typedef struct
{
  XcDatabase *database; /* borrowed */
  GPtrArray *stories;
  GHashTable *columns;   /* by table + 1: which field each SQL column is, as GArray of int */
  XcChangedRowTest test; /* nullable */
  gpointer data;
  guint most;
  guint n_rows;
} Reading;

static void
field_story_free (gpointer data)
{
  XcFieldStory *story = data;

  g_free (story->before);
  g_free (story->after);
  g_free (story);
}

static void
row_story_free (gpointer data)
{
  XcRowStory *story = data;

  g_free (story->name);
  g_ptr_array_unref (story->fields);
  g_free (story);
}

/* The ledger's columns may stand in another order than the catalogue's fields: a later version adds them at the end. */
static GArray *
load_columns (XcDatabase *database, XcTable table)
{
  GArray *fields = g_array_new (FALSE, FALSE, sizeof (int));
  g_autoptr (XcStatement) statement =
      xc_database_prepare (database, "SELECT name FROM pragma_table_info (?1) ORDER BY cid", NULL);
  gboolean row;

  if (statement == NULL)
    return fields;
  xc_statement_bind_text (statement, 1, xc_catalogue_get (table)->name);
  while (xc_statement_step (statement, &row, NULL) && row)
    {
      int field = xc_catalogue_find_field (table, xc_statement_get_text (statement, 0));

      g_array_append_val (fields, field);
    }
  return fields;
}

static const GArray *
get_columns (Reading *reading, XcTable table)
{
  gpointer key = GINT_TO_POINTER ((int) table + 1);
  GArray *columns = g_hash_table_lookup (reading->columns, key);

  if (columns == NULL)
    {
      columns = load_columns (reading->database, table);
      g_hash_table_insert (reading->columns, key, columns);
    }
  return columns;
}

static char *
format_value (Reading *reading, XcTable table, const XcField *field, const XcChangeValue *given)
{
  XcValue value;

  if (!given->is_given || (given->text == NULL && !given->is_number))
    return NULL;
  if (field->kind == XC_FIELD_REFERENCE)
    {
      char *name = xc_row_dup_name (reading->database, field->target, given->number);

      if (*name != '\0')
        return name;
      g_free (name);
      /* translators: stands for a row that is not in the ledger any more */
      return g_strdup (C_ ("history", "(removed)"));
    }
  if (field->kind == XC_FIELD_DAY && given->text != NULL)
    value = XC_VALUE_NUMBER (xc_day_parse_iso (given->text));
  else
    value = (XcValue){ TRUE, given->text, given->number };
  return xc_value_format (table, field, &value);
}

/* A row that is gone has no name in the ledger; its last values tell it. */
static char *
make_name (Reading *reading, const XcChangedRow *row, GPtrArray *fields)
{
  g_autofree char *name = xc_row_dup_name (reading->database, row->table, row->id);
  g_autoptr (GString) words = NULL;

  if (*name != '\0')
    return g_steal_pointer (&name);
  words = g_string_new (NULL);
  for (guint i = 0; i < fields->len; i++)
    {
      const XcFieldStory *story = fields->pdata[i];
      const char *value = story->after != NULL ? story->after : story->before;

      if (story->field->is_name && value != NULL)
        g_string_append_printf (words, "%s%s", words->len > 0 ? " " : "", value);
    }
  return g_string_free (g_steal_pointer (&words), FALSE);
}

static gboolean
read_row (const XcChangedRow *row, gpointer data)
{
  Reading *reading = data;
  const GArray *columns;
  XcRowStory *story;

  if (reading->test != NULL && !reading->test (row, reading->data))
    return TRUE;
  reading->n_rows++;
  if (reading->stories->len >= reading->most)
    return TRUE;
  columns = get_columns (reading, row->table);
  story = g_new0 (XcRowStory, 1);
  story->table = row->table;
  story->kind = row->kind;
  story->id = row->id;
  story->fields = g_ptr_array_new_with_free_func (field_story_free);
  for (guint i = 1; i < row->n_columns && i < columns->len; i++)
    {
      int index = g_array_index (columns, int, i);
      const XcField *field = index >= 0 ? &xc_catalogue_get (row->table)->fields[index] : NULL;
      g_autofree char *before =
          field != NULL ? format_value (reading, row->table, field, &row->before[i]) : NULL;
      g_autofree char *after =
          field != NULL ? format_value (reading, row->table, field, &row->after[i]) : NULL;
      XcFieldStory *change;

      if (before == NULL && after == NULL)
        continue;
      change = g_new (XcFieldStory, 1);
      *change = (XcFieldStory){ field, g_steal_pointer (&before), g_steal_pointer (&after) };
      g_ptr_array_add (story->fields, change);
    }
  story->name = make_name (reading, row, story->fields);
  g_ptr_array_add (reading->stories, story);
  return TRUE;
}

static GPtrArray *
read_all (Reading *reading, GBytes *changeset, gboolean inverse, GError **error)
{
  g_autoptr (GPtrArray) stories = g_ptr_array_new_with_free_func (row_story_free);
  g_autoptr (GHashTable) columns = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_array_unref);

  reading->stories = stories;
  reading->columns = columns;
  if (!xc_changeset_each (changeset, inverse, read_row, reading, error))
    return NULL;
  return g_steal_pointer (&stories);
}

/**
 * xc_row_stories_load:
 * @database: the ledger that the step belongs to, which tells what other rows are called
 * @changeset: of the step
 * @inverse: whether to tell what taking it back did
 * @most: of how many rows to tell
 * @n_rows: (out): how many rows the step changed
 * @error: return location; %XC_STORE_ERROR_DAMAGED when the step cannot be read
 *
 * Returns: (transfer full) (element-type XcRowStory): the first @most rows of it, or %NULL
 */
GPtrArray *
xc_row_stories_load (XcDatabase *database, GBytes *changeset, gboolean inverse, guint most, guint *n_rows,
                     GError **error)
{
  g_return_val_if_fail (database != NULL && changeset != NULL && n_rows != NULL, NULL);

  Reading reading = { .database = database, .most = most };
  GPtrArray *stories = read_all (&reading, changeset, inverse, error);

  *n_rows = reading.n_rows;
  return stories;
}

/**
 * xc_row_stories_load_some:
 * @database: the ledger that the step belongs to, which tells what other rows are called
 * @changeset: of the step
 * @inverse: whether to tell what taking it back did
 * @test: (scope call): of which rows to tell
 * @data: for @test
 * @error: return location; %XC_STORE_ERROR_DAMAGED when the step cannot be read
 *
 * Returns: (transfer full) (element-type XcRowStory): those rows of it, or %NULL
 */
GPtrArray *
xc_row_stories_load_some (XcDatabase *database, GBytes *changeset, gboolean inverse, XcChangedRowTest test,
                          gpointer data, GError **error)
{
  Reading reading = { .database = database, .test = test, .data = data, .most = G_MAXUINT };

  g_return_val_if_fail (database != NULL && changeset != NULL, NULL);
  return read_all (&reading, changeset, inverse, error);
}
