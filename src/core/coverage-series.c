/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Coverage from day to day: the pieces of all organizations, added up as differences and summed once. */
#include "core/coverage-series.h"
#include "core/coverage-private.h"
#include "core/coverage-round.h"

/* How the figures of a day differ from those of the day before. */
typedef struct
{
  int covered;
  int owed;
  int to_confirm;
} XcDifference;

static XcDifference
get_share (const XcCoverage *coverage, const XcCoveragePiece *piece, guint scope)
{
  XcDifference share = { 0 };

  if (piece->owed && xc_coverage_in_scope (coverage, piece->register_index, scope))
    {
      share.owed = 1;
      share.covered = xc_coverage_state_is_covered (piece->state);
      share.to_confirm = piece->state == XC_COVERAGE_TO_CONFIRM;
    }
  return share;
}

static gboolean
is_listing (const XcCoverageMember *member, const XcCoverageEvent *event)
{
  return member->former_listed >= 0 && (event->kind == XC_EVENT_RENAMED || event->kind == XC_EVENT_MOVED)
         && member->former_register_id == 0;
}

/* Finds the event of that day in which the organization stands on the side that fits; a register or a listing that
 * changes has it on any side. */
static void
find_cause (const XcCoverage *coverage, XcOwedChange *change)
{
  XcEventSide fitting = change->joined ? XC_SIDE_AFTER : XC_SIDE_BEFORE;

  change->cause = XC_OWED_BY_VALIDITY;
  change->event = XC_COVERAGE_NOTHING;
  for (guint i = coverage->member_at[change->organization]; i < coverage->member_at[change->organization + 1];
       i++)
    {
      guint m = coverage->members[i];
      guint e = coverage->member_event[m];
      const XcCoverageMember *member = &g_array_index (coverage->input->members, XcCoverageMember, m);
      const XcCoverageEvent *event = &g_array_index (coverage->input->events, XcCoverageEvent, e);

      if (event->happened_on != change->day)
        continue;
      if (change->event == XC_COVERAGE_NOTHING || member->side == fitting)
        {
          change->event = e;
          change->cause = is_listing (member, event) ? XC_OWED_BY_LISTING : XC_OWED_BY_EVENT;
        }
      if (member->side == fitting)
        return;
    }
}

static void
add_organization (const XcCoverage *coverage, guint o, guint scope, XcCoverageSeries *series,
                  XcDifference *days)
{
  XcDifference before = { 0 };

  for (guint i = xc_coverage_find_piece (coverage, o, series->from); i < coverage->piece_at[o + 1]; i++)
    {
      const XcCoveragePiece *piece = &g_array_index (coverage->pieces, XcCoveragePiece, i);
      XcDay day = MAX (piece->from, series->from);
      XcDifference share = get_share (coverage, piece, scope);
      XcOwedChange change = { .day = day, .organization = o, .joined = share.owed > before.owed };

      if (day > series->until)
        break;
      days[day - series->from].covered += share.covered - before.covered;
      days[day - series->from].owed += share.owed - before.owed;
      days[day - series->from].to_confirm += share.to_confirm - before.to_confirm;
      if (day > series->from && share.owed != before.owed)
        {
          find_cause (coverage, &change);
          g_array_append_val (series->changes, change);
        }
      before = share;
    }
}

static int
compare_changes (gconstpointer a, gconstpointer b)
{
  const XcOwedChange *x = a;
  const XcOwedChange *y = b;

  if (x->day != y->day)
    return x->day < y->day ? -1 : 1;
  if (x->event != y->event)
    return x->event < y->event ? -1 : 1;
  if (x->joined != y->joined)
    return x->joined ? 1 : -1;
  return x->organization < y->organization ? -1 : x->organization > y->organization;
}

static void
sum_days (XcCoverageSeries *series, const XcDifference *days)
{
  XcDifference sum = { 0 };
  guint change = 0;

  for (XcDay day = series->from; day <= series->until; day++)
    {
      const XcDifference *difference = &days[day - series->from];
      XcCoverageStep step = { .day = day, .first_change = change };

      while (change < series->changes->len
             && g_array_index (series->changes, XcOwedChange, change).day == day)
        change++;
      step.n_changes = change - step.first_change;
      sum.covered += difference->covered;
      sum.owed += difference->owed;
      sum.to_confirm += difference->to_confirm;
      step.covered = (guint) sum.covered;
      step.owed = (guint) sum.owed;
      step.to_confirm = (guint) sum.to_confirm;
      if (day == series->from || step.n_changes > 0 || difference->covered != 0
          || difference->to_confirm != 0)
        g_array_append_val (series->steps, step);
    }
}

/**
 * xc_coverage_get_series:
 * @coverage: the coverage
 * @scope: a register's index in the input, or %XC_COVERAGE_TOTAL
 * @until: last day to speak of, inclusive; taken into the term when it lies outside
 *
 * Lists each day of the term on which figures change. An organization that is owed from the term's first day on is no
 * change. Those that are exchanged for one another on one day (a merger, a move between registers of the total that
 * changes nothing in the total) stand in one step.
 *
 * A round is finished on the day when the last of its counting inspections reached the event that the term names, or
 * on the day after its own last day, whichever is earlier.
 *
 * Returns: (transfer full): the series
 */
XcCoverageSeries *
xc_coverage_get_series (const XcCoverage *coverage, guint scope, XcDay until)
{
  const XcCoverageTerm *term = &coverage->input->term;
  g_autofree XcDifference *days = NULL;
  XcCoverageSeries *series;

  g_return_val_if_fail (scope == XC_COVERAGE_TOTAL || scope < coverage->input->registers->len, NULL);

  series = g_new0 (XcCoverageSeries, 1);
  series->from = term->starts;
  series->until = CLAMP (until, term->starts, term->ends);
  series->steps = g_array_new (FALSE, FALSE, sizeof (XcCoverageStep));
  series->changes = g_array_new (FALSE, FALSE, sizeof (XcOwedChange));
  series->rounds = g_array_new (FALSE, FALSE, sizeof (XcRoundCoverage));
  days = g_new0 (XcDifference, series->until - series->from + 1);
  for (guint o = 0; o < coverage->input->organizations->len; o++)
    add_organization (coverage, o, scope, series, days);
  g_array_sort (series->changes, compare_changes);
  sum_days (series, days);
  xc_coverage_sum_rounds (coverage, scope, series->until, series->rounds, &series->outside);
  return series;
}

/**
 * xc_coverage_series_free:
 * @series: (transfer full) (nullable): what to free
 */
void
xc_coverage_series_free (XcCoverageSeries *series)
{
  if (series == NULL)
    return;
  g_array_unref (series->steps);
  g_array_unref (series->changes);
  g_array_unref (series->rounds);
  g_free (series);
}

/**
 * xc_coverage_series_get_step:
 * @series: the series
 * @day: a day
 *
 * Returns: (transfer none) (nullable): the step that holds on @day, %NULL when the series does not speak of it
 */
const XcCoverageStep *
xc_coverage_series_get_step (const XcCoverageSeries *series, XcDay day)
{
  const XcCoverageStep *found = NULL;

  if (day < series->from || day > series->until)
    return NULL;
  for (guint low = 0, high = series->steps->len; low < high;)
    {
      guint middle = (low + high) / 2;
      const XcCoverageStep *step = &g_array_index (series->steps, XcCoverageStep, middle);

      if (step->day <= day)
        {
          found = step;
          low = middle + 1;
        }
      else
        high = middle;
    }
  return found;
}
