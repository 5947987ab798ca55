/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which organizations stand behind a mark of the coverage chart. */
#include "report/coverage-chart-source-private.h"

static gboolean
is_covered (XcCoverageState state)
{
  return state == XC_COVERAGE_TO_CONFIRM || state == XC_COVERAGE_COVERED;
}

/* What is asked of organizations. */
typedef enum
{
  ANY_OWED,
  COVERED,
  SURE,
  TO_CONFIRM,
  OPEN,
} Question;

static gboolean
answers (XcCoverageState state, Question question)
{
  switch (question)
    {
    case ANY_OWED:
      return state != XC_COVERAGE_NOT_OWED;
    case COVERED:
      return is_covered (state);
    case SURE:
      return state == XC_COVERAGE_COVERED;
    case TO_CONFIRM:
      return state == XC_COVERAGE_TO_CONFIRM;
    case OPEN:
      return state == XC_COVERAGE_NEVER || state == XC_COVERAGE_IN_PROGRESS;
    default:
      g_return_val_if_reached (FALSE);
    }
}

static gboolean
is_in_scope (const XcCoverageChartSource *self, guint register_index, guint scope)
{
  const GArray *registers = xc_coverage_get_input (self->coverage)->registers;

  if (scope == XC_COVERAGE_TOTAL)
    return register_index != XC_COVERAGE_NOTHING
           && g_array_index (registers, XcCoverageRegister, register_index).in_total;
  return register_index == scope;
}

static GArray *
list_on (const XcCoverageChartSource *self, const XcCoverageDay *day, guint scope, Question question)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint o = 0; o < day->n_organizations; o++)
    if (answers (day->organizations[o].state, question)
        && is_in_scope (self, day->organizations[o].register_index, scope))
      g_array_append_val (list, o);
  return list;
}

static GArray *
list_covered_by (const XcCoverageChartSource *self, XcDay until, guint scope)
{
  g_autoptr (XcCoverageDay) day = xc_coverage_get_day (self->coverage, until);

  return list_on (self, day, scope, COVERED);
}

/* Covered when the round was over, or by now. */
static GArray *
list_after_round (const XcCoverageChartSource *self, guint round, guint scope)
{
  const XcChartRound *row = &g_array_index (self->rounds, XcChartRound, round);
  XcDay until = row->state == XC_CHART_ROUND_FINISHED && xc_day_is_set (row->ends)
                    ? MIN (row->ends, self->day->as_of)
                    : self->day->as_of;

  return list_covered_by (self, until, scope);
}

static void
append_all (GArray *list, GArray *more)
{
  g_array_append_vals (list, more->data, more->len);
  g_array_unref (more);
}

/* All that a round visited, and is to visit for the first time. */
static GArray *
list_round (const XcCoverageChartSource *self, guint round)
{
  GArray *list =
      xc_coverage_list_visited (self->coverage, XC_COVERAGE_TOTAL, round, XC_VISIT_FIRST, self->day->as_of);

  append_all (list, xc_coverage_list_visited (self->coverage, XC_COVERAGE_TOTAL, round, XC_VISIT_REPEAT,
                                              self->day->as_of));
  append_all (list, xc_chart_source_list_planned (self, round));
  return list;
}

static GArray *
list_step (const XcCoverageChartSource *self, gsize index)
{
  const XcCoverageStep *step =
      &g_array_index (self->series->steps, XcCoverageStep, g_array_index (self->owed_at, guint, index));
  GArray *list = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < step->n_changes; i++)
    g_array_append_val (
        list, g_array_index (self->series->changes, XcOwedChange, step->first_change + i).organization);
  return list;
}

static GArray *
list_state (const XcCoverageChartSource *self, XcCoverageState state)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint o = 0; o < self->day->n_organizations; o++)
    if (self->day->organizations[o].state == state)
      g_array_append_val (list, o);
  return list;
}

static GArray *
list_one (guint organization)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (guint));

  g_array_append_val (list, organization);
  return list;
}

/* By index in the input. */
static GArray *
list_indexes (const XcCoverageChartSource *self, XcChartMark kind, gsize index)
{
  guint scope = index < self->registers->len ? (guint) index : XC_COVERAGE_TOTAL;

  switch (kind)
    {
    case XC_CHART_MARK_TOTAL:
    case XC_CHART_MARK_TARGET:
      return list_on (self, self->day, XC_COVERAGE_TOTAL, ANY_OWED);
    case XC_CHART_MARK_AS_OF:
    case XC_CHART_MARK_TODAY:
      return list_on (self, self->day, XC_COVERAGE_TOTAL, COVERED);
    case XC_CHART_MARK_FORECAST:
    case XC_CHART_MARK_WHAT_IF:
    case XC_CHART_MARK_OUT_OF_REACH:
      return list_on (self, self->day, XC_COVERAGE_TOTAL, OPEN);
    case XC_CHART_MARK_COVERED:
      return list_after_round (self, (guint) index, XC_COVERAGE_TOTAL);
    case XC_CHART_MARK_OWED:
      return list_step (self, index);
    case XC_CHART_MARK_SPAN:
    case XC_CHART_MARK_COLUMN:
      return list_round (self, (guint) index);
    case XC_CHART_MARK_FIRST:
      return xc_coverage_list_visited (self->coverage, XC_COVERAGE_TOTAL, (guint) index, XC_VISIT_FIRST,
                                       self->day->as_of);
    case XC_CHART_MARK_REPEATS:
      return xc_coverage_list_visited (self->coverage, XC_COVERAGE_TOTAL, (guint) index, XC_VISIT_REPEAT,
                                       self->day->as_of);
    case XC_CHART_MARK_PLANNED:
      return xc_chart_source_list_planned (self, (guint) index);
    case XC_CHART_MARK_REGISTER:
    case XC_CHART_MARK_CURVE:
      return list_on (self, self->day, scope, ANY_OWED);
    case XC_CHART_MARK_REGISTER_COVERED:
      return list_on (self, self->day, scope, SURE);
    case XC_CHART_MARK_REGISTER_TO_CONFIRM:
      return list_on (self, self->day, scope, TO_CONFIRM);
    case XC_CHART_MARK_REGISTER_OPEN:
      return list_on (self, self->day, scope, OPEN);
    case XC_CHART_MARK_CURVE_POINT:
      scope = index / self->rounds->len < self->registers->len ? (guint) (index / self->rounds->len)
                                                               : XC_COVERAGE_TOTAL;
      return list_after_round (self, (guint) (index % self->rounds->len), scope);
    case XC_CHART_MARK_ORGANIZATION:
      return list_one (g_array_index (self->organization_at, guint, index));
    case XC_CHART_MARK_STATE:
      return list_state (self, (XcCoverageState) index);
    default:
      g_return_val_if_reached (NULL);
    }
}

/**
 * xc_coverage_chart_source_list_behind:
 * @self: a source
 * @kind: of a mark in a picture of its chart
 * @index: of the same mark
 *
 * What a mark only points at, as a forecast or the day from which 100 % is out of reach, has what is not covered yet
 * behind it.
 *
 * Returns: (transfer full) (element-type gint64): the ids of the organizations that the figure counts; each once
 */
GArray *
xc_coverage_chart_source_list_behind (XcCoverageChartSource *self, XcChartMark kind, gsize index)
{
  const GArray *organizations = xc_coverage_get_input (self->coverage)->organizations;
  g_autoptr (GArray) indexes = list_indexes (self, kind, index);
  g_autofree gboolean *listed = g_new0 (gboolean, organizations->len + 1);
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < indexes->len; i++)
    {
      guint o = g_array_index (indexes, guint, i);

      if (!listed[o])
        g_array_append_val (ids, g_array_index (organizations, XcCoverageOrganization, o).id);
      listed[o] = TRUE;
    }
  return ids;
}
