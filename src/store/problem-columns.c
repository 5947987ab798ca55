/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/problem-columns.h"

#include <glib/gi18n-lib.h>

#include "store/closing-state.h"
#include "store/list-words.h"
#include "store/point-levels.h"
#include "store/today.h"

XC_DEFINE_WORDS (XcProblemColumn, xc_problem_column, "team", "level_1", "level_2", "immediate", "measures",
                 "types", "due", "progress", "results", "done_on", "first", "leader", "lead_department",
                 "department", "person", "cooperating", "supervising")

/* What belongs to one problem. */
typedef struct
{
  char *team;
  GArray *measures;         /* of XcListMeasure */
  GArray *responsibilities; /* of XcListResponsibility */
} Parts;

struct _XcProblemColumns
{
  GHashTable *parts; /* by the problem's id */
  GStringChunk *texts;
  XcPointLevels *points;
  GString *text;
  GHashTable *types; /* titles by their words */
  XcDay today;
};

static void
free_parts (gpointer data)
{
  Parts *self = data;

  g_free (self->team);
  g_array_unref (self->measures);
  g_array_unref (self->responsibilities);
  g_free (self);
}

static Parts *
get_parts (XcProblemColumns *self, gint64 id)
{
  Parts *parts = g_hash_table_lookup (self->parts, &id);

  if (parts != NULL)
    return parts;
  parts = g_new0 (Parts, 1);
  parts->measures = g_array_new (FALSE, FALSE, sizeof (XcListMeasure));
  parts->responsibilities = g_array_new (FALSE, FALSE, sizeof (XcListResponsibility));
  g_hash_table_insert (self->parts, g_memdup2 (&id, sizeof id), parts);
  return parts;
}

static const char *
keep_text (XcProblemColumns *self, XcStatement *statement, int column)
{
  return xc_statement_is_null (statement, column)
             ? NULL
             : g_string_chunk_insert (self->texts, xc_statement_get_text (statement, column));
}

static XcDay
get_day (XcStatement *statement, int column)
{
  return xc_statement_is_null (statement, column)
             ? XC_DAY_NONE
             : xc_day_parse_iso (xc_statement_get_text (statement, column));
}

static void
take_measure (XcProblemColumns *self, Parts *parts, XcStatement *statement)
{
  XcListMeasure measure = {
    .wording = keep_text (self, statement, 1),
    .type = keep_text (self, statement, 2),
    .due_on = get_day (statement, 3),
    .due_wording = keep_text (self, statement, 4),
    .progress = keep_text (self, statement, 5),
    .result = keep_text (self, statement, 6),
    .done_on = get_day (statement, 7),
    .state = keep_text (self, statement, 8),
  };

  g_array_append_val (parts->measures, measure);
}

static void
take_responsibility (XcProblemColumns *self, Parts *parts, XcStatement *statement)
{
  XcListResponsibility who = {
    .unit = keep_text (self, statement, 2),
    .name = keep_text (self, statement, 3),
    .post = keep_text (self, statement, 4),
  };

  if (xc_role_from_word (xc_statement_get_text (statement, 1), &who.role))
    g_array_append_val (parts->responsibilities, who);
}

static void
take_team (XcProblemColumns *self, Parts *parts, XcStatement *statement)
{
  parts->team =
      xc_list_words_team (xc_statement_is_null (statement, 1) ? NULL : xc_statement_get_text (statement, 1),
                          (int) xc_statement_get_integer (statement, 2));
}

/* @sql gives the problem's id first. */
static gboolean
read_parts (XcProblemColumns *self, XcDatabase *database, const char *sql, const char *ids,
            void (*take) (XcProblemColumns *, Parts *, XcStatement *), GError **error)
{
  g_autoptr (XcStatement) statement = xc_database_prepare (database, sql, error);
  gboolean is_row;

  if (statement == NULL)
    return FALSE;
  xc_statement_bind_text (statement, 1, ids);
  for (;;)
    {
      if (!xc_statement_step (statement, &is_row, error))
        return FALSE;
      if (!is_row)
        return TRUE;
      take (self, get_parts (self, xc_statement_get_integer (statement, 0)), statement);
    }
}

static gboolean
wants_any (const gboolean *wanted, XcProblemColumn first, XcProblemColumn last)
{
  for (guint i = first; i <= last; i++)
    if (wanted[i])
      return TRUE;
  return FALSE;
}

static gboolean
load_parts (XcProblemColumns *self, XcDatabase *database, const char *ids, const gboolean *wanted,
            GError **error)
{
  if (wanted[XC_PROBLEM_COLUMN_TEAM]
      && !read_parts (self, database,
                      "SELECT p.id, t.title, t.ordinal FROM problem AS p "
                      "JOIN inspection AS i ON i.id = p.inspection_id JOIN team AS t ON t.id = i.team_id "
                      "WHERE p.id IN (SELECT value FROM json_each (?1))",
                      ids, take_team, error))
    return FALSE;
  if (wants_any (wanted, XC_PROBLEM_COLUMN_IMMEDIATE, XC_PROBLEM_COLUMN_DONE_ON)
      && !read_parts (self, database,
                      "SELECT problem_id, wording, type, due_on, due_wording, progress, result, done_on, "
                      "state FROM measure WHERE problem_id IN (SELECT value FROM json_each (?1)) "
                      "ORDER BY problem_id, position, id",
                      ids, take_measure, error))
    return FALSE;
  if (wants_any (wanted, XC_PROBLEM_COLUMN_FIRST, XC_PROBLEM_COLUMN_SUPERVISING)
      && !read_parts (self, database,
                      "SELECT problem_id, role, unit, name, post FROM responsibility "
                      "WHERE problem_id IN (SELECT value FROM json_each (?1)) ORDER BY problem_id, position, "
                      "id",
                      ids, take_responsibility, error))
    return FALSE;
  if (wants_any (wanted, XC_PROBLEM_COLUMN_LEVEL_1, XC_PROBLEM_COLUMN_LEVEL_2))
    self->points = xc_point_levels_load (database, error);
  return self->points != NULL || !wants_any (wanted, XC_PROBLEM_COLUMN_LEVEL_1, XC_PROBLEM_COLUMN_LEVEL_2);
}

/**
 * xc_problem_columns_load:
 * @database: of a ledger
 * @ids: of problems, as a JSON list
 * @wanted: (array fixed-size=17): which columns, by #XcProblemColumn
 * @error: return location for a #XcStoreError
 *
 * Returns: (transfer full) (nullable): what is said of these problems
 */
XcProblemColumns *
xc_problem_columns_load (XcDatabase *database, const char *ids, const gboolean *wanted, GError **error)
{
  g_autoptr (XcProblemColumns) self = g_new0 (XcProblemColumns, 1);

  self->parts = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, free_parts);
  self->texts = g_string_chunk_new (4096);
  self->text = g_string_new (NULL);
  self->types = g_hash_table_new (g_str_hash, g_str_equal);
  self->today = xc_today ();
  return load_parts (self, database, ids, wanted, error) ? g_steal_pointer (&self) : NULL;
}

void
xc_problem_columns_free (XcProblemColumns *self)
{
  g_hash_table_unref (self->parts);
  g_string_chunk_free (self->texts);
  g_clear_pointer (&self->points, xc_point_levels_free);
  g_string_free (self->text, TRUE);
  g_hash_table_unref (self->types);
  g_free (self);
}

static XcValue
value_of_text (const char *text)
{
  return text != NULL && *text != '\0' ? XC_VALUE_TEXT (text) : XC_VALUE_NONE;
}

static XcValue
value_of_day (XcDay day)
{
  return xc_day_is_set (day) ? XC_VALUE_NUMBER (day) : XC_VALUE_NONE;
}

/* The limit that counts now, with a sign and a word when it is past, and the words that stand beside limits. */
static XcValue
get_due (XcProblemColumns *self, const XcRecord *problem, const XcListMeasure *measures, guint n,
         char **shown)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *day = NULL;
  XcProblemDue due;

  xc_list_words_due (measures, n, xc_closing_state_of (problem), self->today, &due);
  if (xc_day_is_set (due.due_on))
    day = xc_day_format (due.due_on);
  if (due.days_overdue > 0)
    /* translators: %1$s is a time limit that is past, %2$d by how many days */
    g_string_append_printf (text,
                            g_dngettext (GETTEXT_PACKAGE, "%1$s ⚠ %2$d day overdue",
                                         "%1$s ⚠ %2$d days overdue", (gulong) due.days_overdue),
                            day, due.days_overdue);
  else if (day != NULL)
    g_string_append (text, day);
  xc_list_words_limits (self->text, measures, n);
  if (self->text->len > 0)
    g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", self->text->str);
  *shown = g_string_free (g_steal_pointer (&text), FALSE);
  return value_of_day (due.due_on);
}

static XcValue
get_level (XcProblemColumns *self, const XcRecord *problem, guint level)
{
  const XcPointLevel *point = xc_point_levels_find (self->points, xc_record_get_number (problem, "point_id"));

  return value_of_text (point != NULL ? point->levels[level] : NULL);
}

/**
 * xc_problem_columns_get:
 * @self: what was loaded
 * @problem: one of its problems
 * @column: one of those wanted
 * @shown: (out) (transfer full) (nullable): how the value is shown, when that is not as values of its kind are
 *
 * Returns: the value; its text is valid until the next one
 */
XcValue
xc_problem_columns_get (XcProblemColumns *self, const XcRecord *problem, XcProblemColumn column, char **shown)
{
  Parts *parts = get_parts (self, xc_record_get_id (problem));
  const XcListMeasure *measures = (const XcListMeasure *) (gpointer) parts->measures->data;
  guint n = parts->measures->len;

  *shown = NULL;
  switch (column)
    {
    case XC_PROBLEM_COLUMN_TEAM:
      return value_of_text (parts->team);
    case XC_PROBLEM_COLUMN_LEVEL_1:
      return get_level (self, problem, 0);
    case XC_PROBLEM_COLUMN_LEVEL_2:
      return get_level (self, problem, 1);
    case XC_PROBLEM_COLUMN_IMMEDIATE:
      return XC_VALUE_NUMBER (xc_list_words_is_immediate (measures, n));
    case XC_PROBLEM_COLUMN_MEASURES:
      return value_of_text (
          xc_list_words_numbered (self->text, measures, n, G_STRUCT_OFFSET (XcListMeasure, wording)));
    case XC_PROBLEM_COLUMN_PROGRESS:
      return value_of_text (
          xc_list_words_numbered (self->text, measures, n, G_STRUCT_OFFSET (XcListMeasure, progress)));
    case XC_PROBLEM_COLUMN_RESULTS:
      return value_of_text (
          xc_list_words_numbered (self->text, measures, n, G_STRUCT_OFFSET (XcListMeasure, result)));
    case XC_PROBLEM_COLUMN_TYPES:
      return value_of_text (
          xc_list_words_choices (self->text, measures, n, G_STRUCT_OFFSET (XcListMeasure, type),
                                 xc_catalogue_get_field (XC_TABLE_MEASURE, "type"), self->types));
    case XC_PROBLEM_COLUMN_DUE:
      return get_due (self, problem, measures, n, shown);
    case XC_PROBLEM_COLUMN_DONE_ON:
      return value_of_day (xc_list_words_done_on (measures, n));
    case XC_PROBLEM_COLUMN_FIRST:
    case XC_PROBLEM_COLUMN_LEADER:
    case XC_PROBLEM_COLUMN_LEAD_DEPARTMENT:
    case XC_PROBLEM_COLUMN_DEPARTMENT:
    case XC_PROBLEM_COLUMN_PERSON:
    case XC_PROBLEM_COLUMN_COOPERATING:
    case XC_PROBLEM_COLUMN_SUPERVISING:
      xc_list_words_role (self->text, (const XcListResponsibility *) (gpointer) parts->responsibilities->data,
                          parts->responsibilities->len,
                          (XcRole) (XC_ROLE_FIRST + (column - XC_PROBLEM_COLUMN_FIRST)));
      return value_of_text (self->text->str);
    default:
      g_return_val_if_reached (XC_VALUE_NONE);
    }
}
