/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/overview/overview-source.h"

#include "app/today.h"
#include "report/list-marks.h"
#include "store/coverage-source.h"
#include "store/office.h"
#include "store/problem-walk.h"
#include "store/query.h"

struct _XcOverviewSource
{
  XcStore *store;
  XcRecord *term;
  XcCoverage *coverage;
  char *unit;    /* nullable */
  char *marking; /* nullable */

  XcDay as_of;
  XcCoverageChartSource *chart; /* as of that day; NULL until somebody asks */
  gboolean is_supposing;
  XcWhatIf what_if;
  XcWhatIfResult *supposed; /* nullable */

  GArray *problems; /* nullable: of XcWalkedProblem, those of the term */
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
  g_clear_pointer (&self->problems, g_array_unref);
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

/**
 * xc_overview_source_get_chart:
 * @self: a source
 *
 * Returns: the chart with the marks of the office and with today; valid as long as its source
 */
XcCoverageChart
xc_overview_source_get_chart (XcOverviewSource *self)
{
  XcCoverageChart chart = *xc_coverage_chart_source_get_chart (xc_overview_source_get_chart_source (self));

  chart.today = xc_today ();
  chart.subtitle = self->unit != NULL && *self->unit != '\0' ? self->unit : NULL;
  chart.marking = self->marking != NULL && *self->marking != '\0' ? self->marking : NULL;
  return chart;
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

/* What the walk through the problems carries along. */
typedef struct
{
  GHashTable *inspections; /* of the rounds of the term */
  GArray *problems;
} Collection;

static void
collect (const XcWalkedProblem *problem, gpointer data)
{
  Collection *collection = data;

  if (g_hash_table_contains (collection->inspections, &problem->inspection_id))
    g_array_append_vals (collection->problems, problem, 1);
}

/**
 * xc_overview_source_count_problems:
 * @self: a source
 * @today: the day on which one asks
 * @figures: (out caller-allocates): of the problems found in the rounds of the term
 * @counts_basically_done: (out): the office's rule for the rate
 * @error: return location for a #XcStoreError
 *
 * Returns: whether they could be read
 */
gboolean
xc_overview_source_count_problems (XcOverviewSource *self, XcDay today, XcRectificationFigures *figures,
                                   gboolean *counts_basically_done, GError **error)
{
  const GArray *inspections = xc_coverage_get_input (self->coverage)->inspections;
  g_autoptr (GHashTable) own = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (XcOffice) office = xc_office_load (self->store, error);
  Collection collection = { own, g_array_new (FALSE, FALSE, sizeof (XcWalkedProblem)) };

  *figures = (XcRectificationFigures){ 0 };
  g_clear_pointer (&self->problems, g_array_unref);
  self->problems = collection.problems;
  for (guint i = 0; i < inspections->len; i++)
    if (g_array_index (inspections, XcCoverageInspection, i).round_id != 0)
      g_hash_table_add (own, &g_array_index (inspections, XcCoverageInspection, i).id);
  if (office == NULL || !xc_problem_walk (self->store, today, collect, &collection, error))
    return FALSE;
  *counts_basically_done = office->counts_basically_done;
  for (guint i = 0; i < self->problems->len; i++)
    xc_rectification_figures_count (figures, &g_array_index (self->problems, XcWalkedProblem, i).counted);
  return TRUE;
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
 * @self: a source whose problems were counted
 * @which: one of the figures
 *
 * Returns: (transfer full) (element-type gint64): the problems that it counts
 */
GArray *
xc_overview_source_list_problems (XcOverviewSource *self, XcOverviewProblems which)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; self->problems != NULL && i < self->problems->len; i++)
    {
      const XcWalkedProblem *row = &g_array_index (self->problems, XcWalkedProblem, i);

      if (is_one_of (&row->counted, which))
        g_array_append_val (ids, row->id);
    }
  return ids;
}
