/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Inspections come sorted from the ledger, and the problems of each sorted by themselves: sorting all problems at once
 * would hold all of their texts in memory. What problems refer to again and again is read once.
 */
#include "store/list-rows.h"

#include "store/point-levels.h"
#include "store/responsibility-map.h"

/* Each page is needed about once, so that a large cache costs memory for nothing. */
#define SMALL_CACHE "PRAGMA cache_size = -16384"

XC_DEFINE_WORDS (XcRole, xc_role, "first", "leader", "lead_department", "department", "person", "cooperating",
                 "supervising")

/* A name that an organization had until a day. */
typedef struct
{
  gint64 organization_id;
  XcDay until; /* exclusive */
  char *name;
} FormerName;

typedef struct
{
  XcDatabase *database;
  const XcListFilter *filter;
  XcListProblemFunc func;
  gpointer data;

  XcResponsibilityMap *responsible;
  XcPointLevels *points;
  GHashTable *bodies;       /* names by id */
  GArray *former_names;     /* of FormerName, by organization and day */
  GStringChunk *texts;      /* of one problem */
  GArray *measures;         /* of XcListMeasure */
  GArray *responsibilities; /* of XcListResponsibility */
} Reading;

static void
former_name_clear (gpointer data)
{
  g_free (((FormerName *) data)->name);
}

static gint64 *
dup_id (gint64 id)
{
  gint64 *key = g_new (gint64, 1);

  *key = id;
  return key;
}

static XcDay
get_day (XcStatement *statement, int column)
{
  return xc_statement_is_null (statement, column)
             ? XC_DAY_NONE
             : xc_day_parse_iso (xc_statement_get_text (statement, column));
}

static const char *
get_text (XcStatement *statement, int column)
{
  return xc_statement_is_null (statement, column) ? NULL : xc_statement_get_text (statement, column);
}

/* The text outlives the next step, until the next problem. */
static const char *
keep_text (Reading *self, XcStatement *statement, int column)
{
  const char *text = get_text (statement, column);

  return text == NULL ? NULL : g_string_chunk_insert (self->texts, text);
}

/* Runs @sql and calls @read with each row; the rows of @sql may belong to @id. */
static gboolean
read_each (Reading *self, const char *sql, gint64 id, gboolean (*read) (Reading *, XcStatement *, GError **),
           GError **error)
{
  g_autoptr (XcStatement) statement = xc_database_prepare (self->database, sql, error);
  gboolean is_row;

  if (statement == NULL)
    return FALSE;
  if (id != 0)
    xc_statement_bind_integer (statement, 1, id);
  for (;;)
    {
      if (!xc_statement_step (statement, &is_row, error))
        return FALSE;
      if (!is_row)
        return TRUE;
      if (!read (self, statement, error))
        return FALSE;
    }
}

static gboolean
read_body (Reading *self, XcStatement *statement, GError **error)
{
  g_hash_table_insert (self->bodies, dup_id (xc_statement_get_integer (statement, 0)),
                       g_strdup (xc_statement_get_text (statement, 1)));
  return TRUE;
}

static gboolean
read_former_name (Reading *self, XcStatement *statement, GError **error)
{
  FormerName name = {
    .organization_id = xc_statement_get_integer (statement, 0),
    .until = get_day (statement, 1),
    .name = g_strdup (xc_statement_get_text (statement, 2)),
  };

  g_array_append_val (self->former_names, name);
  return TRUE;
}

static gboolean
read_lookups (Reading *self, GError **error)
{
  self->points = xc_point_levels_load (self->database, error);
  return self->points != NULL && read_each (self, "SELECT id, name FROM organization", 0, read_body, error)
         && read_each (self,
                       "SELECT m.organization_id, e.happened_on, m.former_name FROM event_member m "
                       "JOIN organization_event e ON e.id = m.event_id WHERE m.former_name IS NOT NULL "
                       "ORDER BY m.organization_id, e.happened_on, e.id",
                       0, read_former_name, error);
}

/* The first change of name after @day says what the name was until then. */
static const char *
find_name (Reading *self, gint64 organization_id, XcDay day)
{
  guint low = 0, high = self->former_names->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;
      const FormerName *name = &g_array_index (self->former_names, FormerName, middle);

      if (name->organization_id < organization_id
          || (name->organization_id == organization_id && (!xc_day_is_set (day) || name->until <= day)))
        low = middle + 1;
      else
        high = middle;
    }
  if (low < self->former_names->len)
    {
      const FormerName *name = &g_array_index (self->former_names, FormerName, low);

      if (name->organization_id == organization_id)
        return name->name;
    }
  return g_hash_table_lookup (self->bodies, &organization_id);
}

static gboolean
read_measure (Reading *self, XcStatement *statement, GError **error)
{
  XcListMeasure measure = {
    .wording = keep_text (self, statement, 0),
    .type = keep_text (self, statement, 1),
    .due_on = get_day (statement, 2),
    .due_wording = keep_text (self, statement, 3),
    .progress = keep_text (self, statement, 4),
    .result = keep_text (self, statement, 5),
    .done_on = get_day (statement, 6),
    .state = keep_text (self, statement, 7),
    .position = (int) xc_statement_get_integer (statement, 8),
    .id = xc_statement_get_integer (statement, 9),
  };

  /* Few, and mostly in their order. */
  guint at = self->measures->len;
  while (at > 0 && g_array_index (self->measures, XcListMeasure, at - 1).position > measure.position)
    at--;
  g_array_insert_val (self->measures, at, measure);
  return TRUE;
}

static gboolean
read_parts (Reading *self, gint64 problem_id, GError **error)
{
  g_string_chunk_clear (self->texts);
  g_array_set_size (self->measures, 0);
  xc_responsibility_map_get (self->responsible, problem_id, self->responsibilities);
  return read_each (self,
                    "SELECT wording, type, due_on, due_wording, progress, result, done_on, state, position, "
                    "id FROM measure WHERE problem_id = ?1",
                    problem_id, read_measure, error);
}

static gboolean
read_problem (Reading *self, XcStatement *statement, XcListProblem *problem, GError **error)
{
  gint64 second_body_id = xc_statement_get_integer (statement, 12);
  const XcPointLevel *point = xc_point_levels_find (self->points, xc_statement_get_integer (statement, 2));

  problem->id = xc_statement_get_integer (statement, 0);
  if (self->filter->problems != NULL && !g_hash_table_contains (self->filter->problems, &problem->id))
    return TRUE;
  problem->number = xc_statement_get_text (statement, 1);
  problem->level_1 = point == NULL ? NULL : point->levels[0];
  problem->level_2 = point == NULL ? NULL : point->levels[1];
  problem->point = point == NULL ? NULL : point->title;
  problem->wording = xc_statement_get_text (statement, 3);
  problem->facts = get_text (statement, 4);
  problem->is_key = xc_statement_get_integer (statement, 5) != 0;
  problem->commonness = get_text (statement, 6);
  problem->found_at = get_text (statement, 7);
  problem->source = get_text (statement, 8);
  problem->amount = xc_statement_get_integer (statement, 9);
  problem->fed_back = xc_statement_get_integer (statement, 10) != 0;
  problem->state = xc_statement_get_text (statement, 11);
  problem->second_body = second_body_id == 0 ? NULL : find_name (self, second_body_id, problem->fed_back_on);
  problem->closed_on = get_day (statement, 13);
  if (!read_parts (self, problem->id, error))
    return FALSE;
  problem->measures = (const XcListMeasure *) (gpointer) self->measures->data;
  problem->n_measures = self->measures->len;
  problem->responsibilities = (const XcListResponsibility *) (gpointer) self->responsibilities->data;
  problem->n_responsibilities = self->responsibilities->len;
  return self->func (problem, self->data, error);
}

static gboolean
read_problems (Reading *self, gint64 inspection_id, XcListProblem *problem, GError **error)
{
  g_autoptr (XcStatement) statement = xc_database_prepare (
      self->database,
      "SELECT id, number, point_id, wording, facts, is_key, commonness, found_at, source, amount, fed_back, "
      "state, second_body_id, closed_on FROM problem WHERE inspection_id = ?1 AND fed_back >= ?2 "
      "ORDER BY length (number), number, id",
      error);
  gboolean is_row;

  if (statement == NULL)
    return FALSE;
  xc_statement_bind_integer (statement, 1, inspection_id);
  xc_statement_bind_integer (statement, 2, self->filter->fed_back_only ? 1 : 0);
  for (;;)
    {
      if (!xc_statement_step (statement, &is_row, error))
        return FALSE;
      if (!is_row)
        return TRUE;
      if (!read_problem (self, statement, problem, error))
        return FALSE;
    }
}

static gboolean
is_asked_for (const XcListFilter *filter, int round)
{
  for (guint i = 0; i < filter->n_rounds; i++)
    if (filter->rounds[i] == round)
      return TRUE;
  return filter->n_rounds == 0;
}

static gboolean
read_inspection (Reading *self, XcStatement *statement, GError **error)
{
  XcListProblem problem = {
    .fed_back_on = get_day (statement, 2),
    .round = (int) xc_statement_get_integer (statement, 3),
    .round_title = get_text (statement, 4),
    .team = (int) xc_statement_get_integer (statement, 5),
    .team_title = get_text (statement, 6),
  };
  gint64 organization_id = xc_statement_get_integer (statement, 1);

  if (!is_asked_for (self->filter, problem.round)
      || (self->filter->term_id != 0 && xc_statement_get_integer (statement, 7) != self->filter->term_id)
      || (self->filter->organization_id != 0 && organization_id != self->filter->organization_id))
    return TRUE;
  problem.organization_id = organization_id;
  problem.organization = find_name (self, organization_id, problem.fed_back_on);
  return read_problems (self, xc_statement_get_integer (statement, 0), &problem, error);
}

static gboolean
read_all (Reading *self, GError **error)
{
  self->responsible = xc_responsibility_map_load (self->database, error);
  return self->responsible != NULL && read_lookups (self, error)
         && read_each (
             self,
             "SELECT i.id, i.organization_id, i.fed_back_on, r.ordinal, r.title, t.ordinal, t.title, "
             "r.term_id FROM inspection i LEFT JOIN round r ON r.id = i.round_id "
             "LEFT JOIN team t ON t.id = i.team_id LEFT JOIN term e ON e.id = r.term_id "
             "ORDER BY e.starts_on, r.ordinal, i.serial, i.id",
             0, read_inspection, error);
}

/**
 * xc_list_rows_read:
 * @store: a ledger
 * @filter: which problems
 * @func: called with each of them, by rising numbers
 * @data: for @func
 * @error: return location; what @func says, or %XC_STORE_ERROR
 *
 * Holds one problem in memory at a time. The ledger does not change meanwhile.
 *
 * Returns: whether @func was called with all of them
 */
gboolean
xc_list_rows_read (XcStore *store, const XcListFilter *filter, XcListProblemFunc func, gpointer data,
                   GError **error)
{
  Reading self = {
    .database = xc_store_get_database (store),
    .filter = filter,
    .func = func,
    .data = data,
    .bodies = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free),
    .former_names = g_array_new (FALSE, FALSE, sizeof (FormerName)),
    .texts = g_string_chunk_new (4096),
    .measures = g_array_new (FALSE, FALSE, sizeof (XcListMeasure)),
    .responsibilities = g_array_new (FALSE, FALSE, sizeof (XcListResponsibility)),
  };

  gint64 cache_size = 0;

  g_array_set_clear_func (self.former_names, former_name_clear);
  gboolean done = xc_database_get_integer (self.database, "PRAGMA cache_size", &cache_size, error)
                  && xc_database_execute (self.database, SMALL_CACHE, error) && read_all (&self, error);
  if (cache_size != 0)
    {
      g_autofree char *sql = g_strdup_printf ("PRAGMA cache_size = %" G_GINT64_FORMAT, cache_size);

      xc_database_execute (self.database, sql, NULL);
    }

  xc_responsibility_map_free (self.responsible);
  g_array_unref (self.responsibilities);
  g_array_unref (self.measures);
  g_string_chunk_free (self.texts);
  g_array_unref (self.former_names);
  g_hash_table_unref (self.bodies);
  g_clear_pointer (&self.points, xc_point_levels_free);
  return done;
}
