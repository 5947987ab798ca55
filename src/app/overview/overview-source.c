/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/overview/overview-source.h"

#include "app/today.h"
#include "report/list-marks.h"
#include "store/coverage-source.h"
#include "store/office.h"
#include "store/problem-past.h"
#include "store/query.h"

struct _XcOverviewSource
{
  XcStore *store;
  XcRecord *term;
  XcCoverage *coverage;
  char *unit;    /* nullable */
  char *marking; /* nullable */

  XcDay as_of;
  XcCoverageChartSource *chart;          /* as of that day; NULL until somebody asks */
  XcCoverageChartSource *register_chart; /* of one register alone; NULL until somebody asks */
  guint register_index;
  gboolean is_supposing;
  XcWhatIf what_if;
  XcWhatIfResult *supposed; /* nullable */

  XcProblemPast *past; /* nullable: until a day that is past is looked at */
  GArray *walked;      /* nullable: of XcWalkedProblem, all of the ledger on the day walked_on */
  XcDay walked_on;
  GHashTable *inspections; /* of the rounds of the term */
  GArray *problems;        /* nullable: of XcWalkedProblem, those of the term on the day */
  XcDay problems_on;
  XcRectificationFigures figures;
  gboolean counts_basically_done;
};

/**
 * xc_overview_source_new:
 * @store: a ledger
 * @term: the term to show
 * @error: return location for a #XcStoreError
 *
 * Returns: (transfer full): what the overview shows, or %NULL
 */
XcOverviewSource *
xc_overview_source_new (XcStore *store, XcRecord *term, GError **error)
{
  g_autoptr (XcOverviewSource) self = g_new0 (XcOverviewSource, 1);

  self->store = g_object_ref (store);
  self->term = xc_record_ref (term);
  self->coverage = xc_coverage_source_load (store, term, error);
  if (self->coverage == NULL || !xc_list_marks_load (store, &self->unit, &self->marking, error))
    return NULL;
  self->as_of = xc_coverage_source_choose_day (term, xc_today ());
  return g_steal_pointer (&self);
}

static void
drop_chart (XcOverviewSource *self)
{
  g_clear_pointer (&self->supposed, xc_what_if_free);
  g_clear_pointer (&self->chart, xc_coverage_chart_source_free);
  g_clear_pointer (&self->register_chart, xc_coverage_chart_source_free);
}

/**
 * xc_overview_source_free:
 * @self: (transfer full): what to free
 */
void
xc_overview_source_free (XcOverviewSource *self)
{
  drop_chart (self);
  g_clear_object (&self->store);
  g_clear_pointer (&self->term, xc_record_unref);
  g_clear_pointer (&self->coverage, xc_coverage_free);
  xc_overview_source_forget_problems (self);
  g_clear_pointer (&self->inspections, g_hash_table_unref);
  g_free (self->unit);
  g_free (self->marking);
  g_free (self);
}

/**
 * xc_overview_source_set_day:
 * @self: a source
 * @as_of: a day of the term
 *
 * Costs nothing until the figures are asked for: a slider moves over more days than are drawn.
 */
void
xc_overview_source_set_day (XcOverviewSource *self, XcDay as_of)
{
  if (as_of == self->as_of)
    return;
  self->as_of = as_of;
  drop_chart (self);
}

/**
 * xc_overview_source_suppose:
 * @self: a source
 * @what_if: (nullable): what is supposed of the rounds left from now on; %NULL for nothing
 */
void
xc_overview_source_suppose (XcOverviewSource *self, const XcWhatIf *what_if)
{
  self->is_supposing = what_if != NULL;
  if (what_if != NULL)
    self->what_if = *what_if;
  drop_chart (self);
}

/**
 * xc_overview_source_get_chart_source:
 * @self: a source
 *
 * Returns: (transfer none): the numbers as of the day, until another day is set
 */
XcCoverageChartSource *
xc_overview_source_get_chart_source (XcOverviewSource *self)
{
  if (self->chart == NULL)
    {
      self->chart = xc_coverage_chart_source_new (self->coverage, self->term, self->as_of);
      if (self->is_supposing)
        self->supposed = xc_coverage_chart_source_suppose (self->chart, &self->what_if);
    }
  return self->chart;
}

/**
 * xc_overview_source_get_supposed:
 * @self: a source
 *
 * Returns: (transfer none) (nullable): where what is supposed leads
 */
const XcWhatIfResult *
xc_overview_source_get_supposed (XcOverviewSource *self)
{
  xc_overview_source_get_chart_source (self);
  return self->supposed;
}

/* With the marks of the office and with today. */
static XcCoverageChart
mark_chart (XcOverviewSource *self, XcCoverageChartSource *source)
{
  XcCoverageChart chart = *xc_coverage_chart_source_get_chart (source);

  chart.today = xc_today ();
  chart.subtitle = self->unit != NULL && *self->unit != '\0' ? self->unit : NULL;
  chart.marking = self->marking != NULL && *self->marking != '\0' ? self->marking : NULL;
  return chart;
}

/**
 * xc_overview_source_get_chart:
 * @self: a source
 *
 * Returns: the chart with the marks of the office and with today; valid as long as its source
 */
XcCoverageChart
xc_overview_source_get_chart (XcOverviewSource *self)
{
  return mark_chart (self, xc_overview_source_get_chart_source (self));
}

/**
 * xc_overview_source_get_register_chart:
 * @self: a source
 * @register_index: of one of the registers of the chart
 *
 * Returns: the chart of this register alone, its figures in place of the total; valid until another one is asked for
 */
XcCoverageChart
xc_overview_source_get_register_chart (XcOverviewSource *self, guint register_index)
{
  if (self->register_chart != NULL && self->register_index != register_index)
    g_clear_pointer (&self->register_chart, xc_coverage_chart_source_free);
  if (self->register_chart == NULL)
    self->register_chart =
        xc_coverage_chart_source_new_of_register (self->coverage, self->term, self->as_of, register_index);
  self->register_index = register_index;
  return mark_chart (self, self->register_chart);
}

const XcRecord *
xc_overview_source_get_term (XcOverviewSource *self)
{
  return self->term;
}

/* The latest round that has any. */
static guint
count_teams (XcOverviewSource *self)
{
  const GArray *rounds = xc_coverage_get_input (self->coverage)->rounds;
  guint n_teams = 0;

  for (guint i = rounds->len; i-- > 0 && n_teams == 0;)
    {
      g_autoptr (XcQuery) query = xc_query_new (XC_TABLE_TEAM);

      xc_query_add_number_filter (query, "round_id", XC_RELATION_IS,
                                  g_array_index (rounds, XcCoverageRound, i).id);
      xc_query_count (query, self->store, &n_teams, NULL);
    }
  return n_teams;
}

/**
 * xc_overview_source_guess:
 * @self: a source
 *
 * Returns: what to begin with when somebody supposes: rounds as planned, teams as in the latest round, and what each
 *   covered in the last three rounds on average
 */
XcWhatIf
xc_overview_source_guess (XcOverviewSource *self)
{
  const XcPace *pace = xc_coverage_chart_source_get_pace (xc_overview_source_get_chart_source (self));
  guint teams = MAX (count_teams (self), 1);
  guint output = pace->rounds_looked_at > 0
                     ? (pace->sum + pace->rounds_looked_at - 1) / pace->rounds_looked_at
                     : pace->needed_per_round;

  return (XcWhatIf){ .rounds = pace->rounds_left,
                     .teams = teams,
                     .per_team = MAX ((output + teams - 1) / teams, 1) };
}

static void
collect (const XcWalkedProblem *problem, gpointer data)
{
  XcOverviewSource *self = data;

  if (!g_hash_table_contains (self->inspections, &problem->inspection_id))
    return;
  g_array_append_vals (self->problems, problem, 1);
  xc_rectification_figures_count (&self->figures, &problem->counted);
}

static void
find_inspections (XcOverviewSource *self)
{
  const GArray *inspections = xc_coverage_get_input (self->coverage)->inspections;

  self->inspections = g_hash_table_new (g_int64_hash, g_int64_equal);
  for (guint i = 0; i < inspections->len; i++)
    if (g_array_index (inspections, XcCoverageInspection, i).round_id != 0)
      g_hash_table_add (self->inspections, &g_array_index (inspections, XcCoverageInspection, i).id);
}

/* As they are today, or as they stood on a day that is past. */
static gboolean
walk_problems (XcOverviewSource *self, guint bodies, GError **error)
{
  if (self->walked != NULL && self->walked_on == self->as_of)
    {
      for (guint i = 0; i < self->walked->len; i++)
        collect (&g_array_index (self->walked, XcWalkedProblem, i), self);
      g_clear_pointer (&self->walked, g_array_unref);
      return TRUE;
    }
  if (self->as_of >= xc_today ())
    return xc_problem_walk (self->store, self->as_of, collect, self, error);
  if (self->past == NULL)
    self->past = xc_problem_past_load (self->store, error);
  if (self->past == NULL)
    return FALSE;
  xc_problem_past_walk (self->past, bodies, self->as_of, collect, self);
  return TRUE;
}

/* ---- reading in a thread ---- */

typedef struct
{
  XcDay as_of;
  XcDay today;
} Question;

/* One of the two. */
typedef struct
{
  XcDay as_of;
  GArray *walked;
  XcProblemPast *past;
} Answer;

static void
answer_free (gpointer data)
{
  Answer *answer = data;

  g_clear_pointer (&answer->walked, g_array_unref);
  g_clear_pointer (&answer->past, xc_problem_past_free);
  g_free (answer);
}

static void
append_walked (const XcWalkedProblem *problem, gpointer data)
{
  g_array_append_vals (data, problem, 1);
}

static gpointer
read_problems (XcStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  const Question *question = data;
  Answer *answer = g_new0 (Answer, 1);
  gboolean is_read;

  answer->as_of = question->as_of;
  if (question->as_of >= question->today)
    {
      answer->walked = g_array_new (FALSE, FALSE, sizeof (XcWalkedProblem));
      is_read = xc_problem_walk (store, question->as_of, append_walked, answer->walked, error);
    }
  else
    {
      answer->past = xc_problem_past_load (store, error);
      is_read = answer->past != NULL;
    }
  if (is_read)
    return answer;
  answer_free (answer);
  return NULL;
}

/**
 * xc_overview_source_has_problems:
 * @self: a source
 *
 * Returns: whether the problems can be counted without anybody waiting for it
 */
gboolean
xc_overview_source_has_problems (XcOverviewSource *self)
{
  if (self->problems != NULL && self->problems_on == self->as_of)
    return TRUE;
  return self->as_of < xc_today () ? self->past != NULL
                                   : self->walked != NULL && self->walked_on == self->as_of;
}

/**
 * xc_overview_source_ask_problems:
 * @self: a source
 * @reader: reads its ledger
 * @done: called with what is for xc_overview_source_take_problems(), or %NULL
 * @data: for @done
 *
 * Reads what xc_overview_source_count_problems() counts on the day.
 */
void
xc_overview_source_ask_problems (XcOverviewSource *self, XcReader *reader, XcReaderDoneFunc done,
                                 gpointer data)
{
  static const XcReaderKind reading = { read_problems, g_free, answer_free };
  Question *question = g_new (Question, 1);

  *question = (Question){ self->as_of, xc_today () };
  xc_reader_ask (reader, &reading, question, done, data);
}

/**
 * xc_overview_source_take_problems:
 * @self: a source
 * @answer: (transfer full): what was read
 */
void
xc_overview_source_take_problems (XcOverviewSource *self, gpointer data)
{
  Answer *answer = data;

  xc_overview_source_forget_problems (self);
  self->past = g_steal_pointer (&answer->past);
  self->walked = g_steal_pointer (&answer->walked);
  self->walked_on = answer->as_of;
  answer_free (answer);
}

/**
 * xc_overview_source_forget_problems:
 * @self: a source that nobody looks at
 *
 * Gives back what the problems take: they are read again when they are counted next.
 */
void
xc_overview_source_forget_problems (XcOverviewSource *self)
{
  g_clear_pointer (&self->past, xc_problem_past_free);
  g_clear_pointer (&self->walked, g_array_unref);
  g_clear_pointer (&self->problems, g_array_unref);
}

/**
 * xc_overview_source_count_problems:
 * @self: a source
 * @error: return location for a #XcStoreError
 *
 * Counts the problems found in the rounds of the term as they stood on the day; costs nothing when that was done already.
 *
 * Returns: whether they could be read
 */
gboolean
xc_overview_source_count_problems (XcOverviewSource *self, GError **error)
{
  g_autoptr (XcOffice) office = NULL;

  if (self->problems != NULL && self->problems_on == self->as_of)
    return TRUE;
  g_clear_pointer (&self->problems, g_array_unref);
  office = xc_office_load (self->store, error);
  if (office == NULL)
    return FALSE;
  if (self->inspections == NULL)
    find_inspections (self);
  self->problems = g_array_new (FALSE, FALSE, sizeof (XcWalkedProblem));
  self->figures = (XcRectificationFigures){ 0 };
  self->counts_basically_done = office->counts_basically_done;
  self->problems_on = self->as_of;
  if (walk_problems (self, office->bodies, error))
    return TRUE;
  g_clear_pointer (&self->problems, g_array_unref);
  return FALSE;
}

/**
 * xc_overview_source_get_figures:
 * @self: a source
 * @counts_basically_done: (out): the office's rule for the rate
 *
 * Returns: (transfer none) (nullable): what xc_overview_source_count_problems() counted last, on whatever day
 */
const XcRectificationFigures *
xc_overview_source_get_figures (XcOverviewSource *self, gboolean *counts_basically_done)
{
  *counts_basically_done = self->counts_basically_done;
  return self->problems != NULL ? &self->figures : NULL;
}

/**
 * xc_overview_source_get_day:
 * @self: a source
 *
 * Returns: the day of the figures
 */
XcDay
xc_overview_source_get_day (XcOverviewSource *self)
{
  return self->as_of;
}

static gboolean
is_one_of (const XcCountedProblem *problem, XcOverviewProblems which)
{
  switch (which)
    {
    case XC_OVERVIEW_PROBLEMS_ALL:
      return TRUE;
    case XC_OVERVIEW_PROBLEMS_IMMEDIATE:
      return problem->due.is_immediate;
    case XC_OVERVIEW_PROBLEMS_CLOSED:
      return problem->is_fed_back && problem->state == XC_RECTIFICATION_CLOSED;
    case XC_OVERVIEW_PROBLEMS_OVERDUE:
      return problem->is_fed_back && problem->due.days_overdue > 0;
    default:
      g_return_val_if_reached (FALSE);
    }
}

/**
 * xc_overview_source_list_problems:
 * @self: a source
 * @which: one of the figures
 *
 * Returns: (transfer full) (element-type gint64): the problems that it counts on the day
 */
GArray *
xc_overview_source_list_problems (XcOverviewSource *self, XcOverviewProblems which)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  xc_overview_source_count_problems (self, NULL);
  for (guint i = 0; self->problems != NULL && i < self->problems->len; i++)
    {
      const XcWalkedProblem *row = &g_array_index (self->problems, XcWalkedProblem, i);

      if (is_one_of (&row->counted, which))
        g_array_append_val (ids, row->id);
    }
  return ids;
}
