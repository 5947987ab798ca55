/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What each round added to coverage, and when it began and was finished. */
#include "core/coverage-private.h"
#include "core/coverage-round.h"
#include "core/coverage-series.h"

/* Of one round, while its inspections are gone through. */
typedef struct
{
  guint n_counting;
  XcDay last_ended; /* XC_DAY_NEVER when one has not */
} XcRoundEnd;

static void
look_at_inspections (const XcCoverage *coverage, XcDay until, GArray *rounds, XcRoundEnd *ends)
{
  for (guint i = 0; i < coverage->input->inspections->len; i++)
    {
      const XcInspectionDays *days = &coverage->inspections[i];
      XcRoundCoverage *round;

      if (days->round == XC_COVERAGE_NOTHING)
        continue;
      round = &g_array_index (rounds, XcRoundCoverage, days->round);
      if (days->began <= until && (!xc_day_is_set (round->began_on) || days->began < round->began_on))
        round->began_on = days->began;
      if (days->counts)
        {
          ends[days->round].last_ended = ends[days->round].n_counting == 0
                                             ? days->ended
                                             : MAX (ends[days->round].last_ended, days->ended);
          ends[days->round].n_counting++;
        }
    }
}

static void
date_round (const XcCoverageRound *row, const XcRoundEnd *end, XcDay until, XcRoundCoverage *round)
{
  XcDay finished = end->n_counting > 0 ? end->last_ended : XC_DAY_NEVER;

  if (xc_day_is_set (row->starts) && row->starts <= until
      && (!xc_day_is_set (round->began_on) || row->starts < round->began_on))
    round->began_on = row->starts;
  if (xc_day_is_set (row->ends))
    finished = MIN (finished, row->ends + 1);
  if (finished <= until)
    round->finished_on = finished;
}

static void
count_visit (const XcCoverageVisit *visit, XcRoundCoverage *round)
{
  switch (visit->kind)
    {
    case XC_VISIT_FIRST:
      round->first++;
      break;
    case XC_VISIT_REPEAT:
      round->repeats++;
      break;
    case XC_VISIT_OTHER:
      round->others++;
      break;
    default:
      g_return_if_reached ();
    }
}

/*
 * Fills @rounds and @outside with what the rounds did in @scope from the first day of the term until @until.
 *
 * A round is finished on the day when the last of its counting inspections reached the event that the term names, or
 * on the day after its own last day, whichever is earlier: what is fed back later still counts for it.
 */
void
xc_coverage_sum_rounds (const XcCoverage *coverage, guint scope, XcDay until, GArray *rounds,
                        XcRoundCoverage *outside)
{
  const XcRoundCoverage nothing = { .began_on = XC_DAY_NONE, .finished_on = XC_DAY_NONE };
  g_autofree XcRoundEnd *ends = g_new0 (XcRoundEnd, coverage->input->rounds->len);

  *outside = nothing;
  for (guint i = 0; i < coverage->input->rounds->len; i++)
    g_array_append_val (rounds, nothing);
  look_at_inspections (coverage, until, rounds, ends);
  for (guint i = 0; i < rounds->len; i++)
    date_round (&g_array_index (coverage->input->rounds, XcCoverageRound, i), &ends[i], until,
                &g_array_index (rounds, XcRoundCoverage, i));
  for (guint i = 0; i < coverage->visits->len; i++)
    {
      const XcCoverageVisit *visit = &g_array_index (coverage->visits, XcCoverageVisit, i);
      guint round = coverage->inspections[visit->inspection].round;

      if (visit->day <= until && xc_coverage_in_scope (coverage, visit->register_index, scope))
        count_visit (visit, round == XC_COVERAGE_NOTHING ? outside
                                                         : &g_array_index (rounds, XcRoundCoverage, round));
    }
}

/**
 * xc_coverage_list_visited:
 * @coverage: the coverage
 * @scope: a register's index in the input, or %XC_COVERAGE_TOTAL
 * @round: a round's index in the input, or %XC_COVERAGE_NOTHING for inspections outside of rounds
 * @kind: what the visits added
 * @until: last day to look at, inclusive
 *
 * Returns: (transfer full) (element-type guint): the organizations behind the figures of a round, by index in the
 *   input, each once: as many as there are first visits; there may be more repeat visits than organizations
 */
GArray *
xc_coverage_list_visited (const XcCoverage *coverage, guint scope, guint round, XcVisitKind kind, XcDay until)
{
  GArray *organizations = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree gboolean *listed = g_new0 (gboolean, coverage->input->organizations->len);

  for (guint i = 0; i < coverage->visits->len; i++)
    {
      const XcCoverageVisit *visit = &g_array_index (coverage->visits, XcCoverageVisit, i);

      if (visit->kind != kind || visit->day > until || listed[visit->organization]
          || coverage->inspections[visit->inspection].round != round
          || !xc_coverage_in_scope (coverage, visit->register_index, scope))
        continue;
      listed[visit->organization] = TRUE;
      g_array_append_val (organizations, visit->organization);
    }
  return organizations;
}
