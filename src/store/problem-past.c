/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/problem-past.h"

#include "core/problem-past.h"

/* Where the rows of a problem or a measure are in the arrays. */
typedef struct
{
  guint first;
  guint n;
} Span;

typedef struct
{
  gint64 id;
  gint64 inspection_id;
  gint64 point_id;
  XcPastProblem past; /* without its arrays */
  Span measures;
  Span steps;
} Problem;

struct _XcProblemPast
{
  GArray *problems;    /* of Problem, by id */
  GArray *measures;    /* of XcPastMeasure, by problem; without their arrays */
  GArray *measure_ids; /* of gint64, for each measure */
  GArray *extended;    /* of Span, for each measure */
  GArray *extensions;  /* of XcPastExtension, by measure */
  GArray *steps;       /* of XcClosingStep, by problem */
  GArray *step_days;   /* of XcDay, for each step */
  guint reached;       /* of the measures, while extensions are read */
};

typedef void (*ReadFunc) (XcProblemPast *self, XcStatement *statement);

static gboolean
read_all (XcProblemPast *self, XcStore *store, const char *sql, ReadFunc func, GError **error)
{
  g_autoptr (XcStatement) statement = xc_database_prepare (xc_store_get_database (store), sql, error);

  for (;;)
    {
      gboolean row;

      if (statement == NULL || !xc_statement_step (statement, &row, error))
        return FALSE;
      if (!row)
        return TRUE;
      func (self, statement);
    }
}

static XcDay
get_day (XcStatement *statement, int column)
{
  return xc_statement_is_null (statement, column)
             ? XC_DAY_NONE
             : xc_day_parse_iso (xc_statement_get_text (statement, column));
}

/* A problem that nobody dated was found while the team was there. */
static void
read_problem (XcProblemPast *self, XcStatement *statement)
{
  Problem problem = { .id = xc_statement_get_integer (statement, 0),
                      .inspection_id = xc_statement_get_integer (statement, 1),
                      .point_id = xc_statement_get_integer (statement, 2) };
  XcPastProblem *past = &problem.past;

  past->fed_back = xc_statement_get_integer (statement, 3) != 0;
  xc_rectification_state_from_word (xc_statement_get_text (statement, 4), &past->state);
  past->is_during = g_strcmp0 (xc_statement_get_text (statement, 5), "during") == 0;
  past->closed_on = get_day (statement, 6);
  past->fed_back_on = get_day (statement, 7);
  past->found_on = get_day (statement, 8);
  g_array_append_val (self->problems, problem);
}

/* The problem of the rows that are read next; both come by rising id. */
static Problem *
find_problem (XcProblemPast *self, gint64 id)
{
  guint from = 0, to = self->problems->len;

  while (from < to)
    {
      guint middle = from + (to - from) / 2;

      if (g_array_index (self->problems, Problem, middle).id < id)
        from = middle + 1;
      else
        to = middle;
    }
  return from < self->problems->len && g_array_index (self->problems, Problem, from).id == id
             ? &g_array_index (self->problems, Problem, from)
             : NULL;
}

static void
read_measure (XcProblemPast *self, XcStatement *statement)
{
  static const Span none = { 0, 0 };
  XcPastMeasure measure = { .now = { .state = XC_MEASURE_NOT_STARTED } };
  gint64 id = xc_statement_get_integer (statement, 5);
  Problem *problem = find_problem (self, xc_statement_get_integer (statement, 0));

  xc_measure_state_from_word (xc_statement_get_text (statement, 1), &measure.now.state);
  measure.now.is_immediate = g_strcmp0 (xc_statement_get_text (statement, 2), "immediate") == 0;
  measure.now.due_on = get_day (statement, 3);
  measure.now.done_on = get_day (statement, 4);
  if (problem == NULL)
    return;
  if (problem->measures.n++ == 0)
    problem->measures.first = self->measures->len;
  g_array_append_val (self->measures, measure);
  g_array_append_val (self->measure_ids, id);
  g_array_append_val (self->extended, none);
}

/* Extensions come in the order of their measures. */
static void
read_extension (XcProblemPast *self, XcStatement *statement)
{
  XcPastExtension extension = { get_day (statement, 1), get_day (statement, 2) };
  gint64 measure_id = xc_statement_get_integer (statement, 0);
  Span *span;

  while (self->reached < self->measure_ids->len
         && g_array_index (self->measure_ids, gint64, self->reached) != measure_id)
    self->reached++;
  if (self->reached == self->measure_ids->len)
    return;
  span = &g_array_index (self->extended, Span, self->reached);
  if (span->n++ == 0)
    span->first = self->extensions->len;
  g_array_append_val (self->extensions, extension);
}

static void
read_step (XcProblemPast *self, XcStatement *statement)
{
  XcClosingStep step = { .cycle = (guint) xc_statement_get_integer (statement, 1) };
  XcDay day = get_day (statement, 5);
  Problem *problem = find_problem (self, xc_statement_get_integer (statement, 0));

  xc_closing_act_from_word (xc_statement_get_text (statement, 2), &step.act);
  if (!xc_statement_is_null (statement, 3))
    xc_reviewing_body_from_word (xc_statement_get_text (statement, 3), &step.body);
  if (!xc_statement_is_null (statement, 4))
    xc_verdict_from_word (xc_statement_get_text (statement, 4), &step.verdict);
  if (problem == NULL)
    return;
  if (problem->steps.n++ == 0)
    problem->steps.first = self->steps->len;
  g_array_append_val (self->steps, step);
  g_array_append_val (self->step_days, day);
}

/**
 * xc_problem_past_free:
 * @self: (nullable): what to free
 */
void
xc_problem_past_free (XcProblemPast *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->problems);
  g_array_unref (self->measures);
  g_array_unref (self->measure_ids);
  g_array_unref (self->extended);
  g_array_unref (self->extensions);
  g_array_unref (self->steps);
  g_array_unref (self->step_days);
  g_free (self);
}

/**
 * xc_problem_past_load:
 * @store: a ledger
 * @error: return location for a #XcStoreError
 *
 * Returns: (transfer full) (nullable): what is known of its problems, as it is now
 */
XcProblemPast *
xc_problem_past_load (XcStore *store, GError **error)
{
  g_autoptr (XcProblemPast) self = g_new0 (XcProblemPast, 1);

  self->problems = g_array_new (FALSE, FALSE, sizeof (Problem));
  self->measures = g_array_new (FALSE, FALSE, sizeof (XcPastMeasure));
  self->measure_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->extended = g_array_new (FALSE, FALSE, sizeof (Span));
  self->extensions = g_array_new (FALSE, FALSE, sizeof (XcPastExtension));
  self->steps = g_array_new (FALSE, FALSE, sizeof (XcClosingStep));
  self->step_days = g_array_new (FALSE, FALSE, sizeof (XcDay));
  if (!read_all (self, store,
                 "SELECT problem.id, inspection_id, point_id, fed_back, state, found_at, closed_on,"
                 " inspection.fed_back_on, coalesce (found_on, leaves_on, enters_on)"
                 " FROM problem JOIN inspection ON inspection.id = inspection_id ORDER BY problem.id",
                 read_problem, error)
      || !read_all (
          self, store,
          "SELECT problem_id, state, type, due_on, done_on, id FROM measure ORDER BY problem_id, id",
          read_measure, error)
      || !read_all (
          self, store,
          "SELECT measure_id, approved_on, old_on FROM extension JOIN measure ON measure.id = measure_id"
          " ORDER BY problem_id, measure_id",
          read_extension, error)
      || !read_all (self, store,
                    "SELECT problem_id, cycle, step, body, verdict, happened_on FROM closing_step"
                    " ORDER BY problem_id, id",
                    read_step, error))
    return NULL;
  /* Where the arrays are is known now that they do not grow any more. */
  for (guint i = 0; i < self->measures->len; i++)
    {
      XcPastMeasure *measure = &g_array_index (self->measures, XcPastMeasure, i);
      const Span *span = &g_array_index (self->extended, Span, i);

      measure->n_extensions = span->n;
      if (span->n > 0)
        measure->extensions = &g_array_index (self->extensions, XcPastExtension, span->first);
    }
  return g_steal_pointer (&self);
}

/**
 * xc_problem_past_walk:
 * @self: problems
 * @bodies: who reviews, see XC_BODY_MASK()
 * @day: a day that is past
 * @func: (scope call): called with each problem that had been found by then, as it stood, see xc_problem_past_get()
 * @data: for @func
 */
void
xc_problem_past_walk (XcProblemPast *self, guint bodies, XcDay day, XcProblemWalkFunc func, gpointer data)
{
  for (guint i = 0; i < self->problems->len; i++)
    {
      const Problem *problem = &g_array_index (self->problems, Problem, i);
      XcPastProblem past = problem->past;
      XcWalkedProblem walked = { .id = problem->id,
                                 .inspection_id = problem->inspection_id,
                                 .point_id = problem->point_id };

      past.n_measures = problem->measures.n;
      if (past.n_measures > 0)
        past.measures = &g_array_index (self->measures, XcPastMeasure, problem->measures.first);
      past.n_steps = problem->steps.n;
      if (past.n_steps > 0)
        {
          past.steps = &g_array_index (self->steps, XcClosingStep, problem->steps.first);
          past.step_days = &g_array_index (self->step_days, XcDay, problem->steps.first);
        }
      if (xc_problem_past_get (&past, bodies, day, &walked.counted))
        func (&walked, data);
    }
}
