/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/round-figures.h"

#include "core/coverage-round.h"
#include "store/coverage-source.h"

/* Its days, while the rounds are read. */
typedef struct
{
  GArray *stages;      /* of XcStageDays */
  GArray *inspections; /* of XcInspectionCourse */
} Course;

static void
free_figures (gpointer data)
{
  XcRoundFigures *figures = data;

  g_free (figures->title);
  g_free (figures);
}

static void
free_course (gpointer data)
{
  Course *course = data;

  g_array_unref (course->stages);
  g_array_unref (course->inspections);
  g_free (course);
}

static XcDay
get_day (XcStatement *row, int column)
{
  return xc_statement_is_null (row, column) ? XC_DAY_NONE
                                            : xc_day_parse_iso (xc_statement_get_text (row, column));
}

/* The words of several kinds, separated by commas. */
static guint
read_kinds (const char *words)
{
  g_auto (GStrv) split = g_strsplit (words, ",", -1);
  guint kinds = 0;

  for (guint i = 0; split[i] != NULL; i++)
    {
      XcInspectionKind kind;

      if (xc_inspection_kind_from_word (split[i], &kind))
        kinds |= 1u << kind;
    }
  return kinds;
}

static void
read_figures (XcStatement *row, gpointer data)
{
  XcRoundFigures *figures = g_new0 (XcRoundFigures, 1);

  figures->id = xc_statement_get_integer (row, 0);
  figures->term_id = xc_statement_get_integer (row, 1);
  figures->term_ordinal = (int) xc_statement_get_integer (row, 2);
  figures->ordinal = (int) xc_statement_get_integer (row, 3);
  figures->title = xc_statement_is_null (row, 4) ? NULL : g_strdup (xc_statement_get_text (row, 4));
  figures->starts = get_day (row, 5);
  figures->ends = get_day (row, 6);
  figures->n_teams = (guint) xc_statement_get_integer (row, 7);
  figures->n_organizations = (guint) xc_statement_get_integer (row, 8);
  figures->kinds = xc_statement_is_null (row, 9) ? 0 : read_kinds (xc_statement_get_text (row, 9));
  figures->n_problems = (guint) xc_statement_get_integer (row, 10);
  figures->n_closed = (guint) xc_statement_get_integer (row, 11);
  g_ptr_array_add (data, figures);
}

static Course *
find_course (GHashTable *courses, gint64 round_id)
{
  Course *course = g_hash_table_lookup (courses, &round_id);
  gint64 *key;

  if (course != NULL)
    return course;
  course = g_new0 (Course, 1);
  course->stages = g_array_new (FALSE, FALSE, sizeof (XcStageDays));
  course->inspections = g_array_new (FALSE, FALSE, sizeof (XcInspectionCourse));
  key = g_new (gint64, 1);
  *key = round_id;
  g_hash_table_insert (courses, key, course);
  return course;
}

static void
read_stage (XcStatement *row, gpointer data)
{
  XcStageDays stage = { .batch_id = xc_statement_get_integer (row, 2),
                        .from = get_day (row, 3),
                        .to = get_day (row, 4) };

  if (xc_round_stage_from_word (xc_statement_get_text (row, 1), &stage.stage))
    g_array_append_val (find_course (data, xc_statement_get_integer (row, 0))->stages, stage);
}

static void
read_inspection (XcStatement *row, gpointer data)
{
  XcInspectionCourse inspection = {
    get_day (row, 1), get_day (row, 2), get_day (row, 3),
    get_day (row, 4), get_day (row, 5), xc_statement_get_integer (row, 6) != 0
  };

  g_array_append_val (find_course (data, xc_statement_get_integer (row, 0))->inspections, inspection);
}

static gboolean
read_rows (XcStore *store, const char *sql, void (*read) (XcStatement *, gpointer), gpointer data,
           GError **error)
{
  g_autoptr (XcStatement) statement = xc_database_prepare (xc_store_get_database (store), sql, error);
  gboolean row;

  if (statement == NULL)
    return FALSE;
  for (;;)
    {
      if (!xc_statement_step (statement, &row, error))
        return FALSE;
      if (!row)
        return TRUE;
      read (statement, data);
    }
}

static gboolean
judge_states (XcStore *store, GPtrArray *rounds, XcDay today, GError **error)
{
  g_autoptr (GHashTable) courses = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, free_course);

  if (!read_rows (store, "SELECT round_id, stage, batch_id, actual_from, actual_to FROM round_stage",
                  read_stage, courses, error)
      || !read_rows (store,
                     "SELECT round_id, enters_on, leaves_on, reported_on, fed_back_on, report_received_on,"
                     " kind = 'rectification_check'"
                     " FROM inspection WHERE round_id IS NOT NULL AND extends_id IS NULL",
                     read_inspection, courses, error))
    return FALSE;
  for (guint i = 0; i < rounds->len; i++)
    {
      XcRoundFigures *figures = rounds->pdata[i];
      const Course *rows = find_course (courses, figures->id);
      /* The data of an array that is empty is no place to count from. */
      XcRoundCourse course = { figures->starts,
                               figures->ends,
                               (const XcStageDays *) (gpointer) rows->stages->data,
                               rows->stages->len,
                               (const XcInspectionCourse *) (gpointer) rows->inspections->data,
                               rows->inspections->len };

      figures->state = xc_round_state (&course, today);
    }
  return TRUE;
}

static XcRoundFigures *
find_round (const GPtrArray *rounds, gint64 id)
{
  for (guint i = 0; i < rounds->len; i++)
    if (((XcRoundFigures *) rounds->pdata[i])->id == id)
      return rounds->pdata[i];
  return NULL;
}

/* Each register by itself: the total leaves some out. */
static void
add_visits (const XcCoverage *coverage, XcDay until, GPtrArray *rounds)
{
  const XcCoverageInput *input = xc_coverage_get_input (coverage);

  for (guint scope = 0; scope < input->registers->len; scope++)
    {
      g_autoptr (GArray) sums = g_array_new (FALSE, FALSE, sizeof (XcRoundCoverage));
      XcRoundCoverage outside;

      xc_coverage_sum_rounds (coverage, scope, until, sums, &outside);
      for (guint i = 0; i < sums->len; i++)
        {
          const XcRoundCoverage *sum = &g_array_index (sums, XcRoundCoverage, i);
          XcRoundFigures *figures = find_round (rounds, g_array_index (input->rounds, XcCoverageRound, i).id);

          if (figures == NULL)
            continue;
          figures->n_first += sum->first;
          figures->n_again += sum->repeats;
        }
    }
}

/* Term by term: what was covered in one is owed again in the next. */
static gboolean
count_visits (XcStore *store, GPtrArray *rounds, XcDay today, GError **error)
{
  gint64 done = 0;

  for (guint i = 0; i < rounds->len; i++)
    {
      gint64 term_id = ((XcRoundFigures *) rounds->pdata[i])->term_id;
      g_autoptr (XcRecord) term = NULL;
      g_autoptr (XcCoverage) coverage = NULL;

      if (term_id == done)
        continue;
      term = xc_store_load (store, XC_TABLE_TERM, term_id, error);
      coverage = term != NULL ? xc_coverage_source_load (store, term, error) : NULL;
      if (coverage == NULL)
        return FALSE;
      add_visits (coverage, xc_coverage_source_choose_day (term, today), rounds);
      done = term_id;
    }
  return TRUE;
}

/**
 * xc_round_figures_load:
 * @store: a ledger
 * @today: the day to judge from
 * @error: return location for a #XcStoreError
 *
 * Returns: (transfer full) (element-type XcRoundFigures): all rounds, the newest first, or %NULL
 */
GPtrArray *
xc_round_figures_load (XcStore *store, XcDay today, GError **error)
{
  g_autoptr (GPtrArray) rounds = g_ptr_array_new_with_free_func (free_figures);

  if (!read_rows (store,
                  "SELECT r.id, r.term_id, t.ordinal, r.ordinal, r.title, r.starts_on, r.ends_on,"
                  " (SELECT count (*) FROM team WHERE round_id = r.id), i.organizations, i.kinds,"
                  " p.problems, p.closed"
                  " FROM round AS r JOIN term AS t ON t.id = r.term_id"
                  " LEFT JOIN (SELECT round_id, count (DISTINCT organization_id) AS organizations,"
                  " group_concat (DISTINCT kind) AS kinds FROM inspection GROUP BY round_id) AS i"
                  " ON i.round_id = r.id"
                  " LEFT JOIN (SELECT round_id, count (*) AS problems, sum (state = 'closed') AS closed"
                  " FROM problem JOIN inspection ON inspection.id = inspection_id GROUP BY round_id) AS p"
                  " ON p.round_id = r.id"
                  " ORDER BY t.starts_on DESC, t.id, r.ordinal DESC, r.id",
                  read_figures, rounds, error)
      || !judge_states (store, rounds, today, error) || !count_visits (store, rounds, today, error))
    return NULL;
  return g_steal_pointer (&rounds);
}

/**
 * xc_round_figures_find:
 * @rounds: (element-type XcRoundFigures): rounds
 * @round_id: one of them
 *
 * Returns: (transfer none) (nullable): it
 */
const XcRoundFigures *
xc_round_figures_find (const GPtrArray *rounds, gint64 round_id)
{
  return find_round (rounds, round_id);
}
