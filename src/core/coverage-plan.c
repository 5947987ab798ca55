/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A plan is the coverage of rows in which planned days stand where the actual ones are still missing. Rounds before the
 * planned one count as carried out, too: their organizations are not waiting for another team.
 */
#include "core/coverage-plan.h"

#include "core/coverage-series.h"

#define ROUNDS_LOOKED_AT 3

static guint
find_round (const XcCoverageInput *input, gint64 id)
{
  for (guint i = 0; i < input->rounds->len; i++)
    if (g_array_index (input->rounds, XcCoverageRound, i).id == id)
      return i;
  return XC_COVERAGE_NOTHING;
}

static XcDay
choose_day (const XcCoverageInput *input, const XcCoverageRound *round)
{
  XcDay last = XC_DAY_NONE;

  if (xc_day_is_set (round->ends))
    return round->ends;
  for (guint i = 0; i < input->inspections->len; i++)
    {
      const XcCoverageInspection *inspection = &g_array_index (input->inspections, XcCoverageInspection, i);

      if (inspection->round_id == round->id)
        last = MAX (last, MAX (inspection->planned_leaves_on, inspection->left_on));
    }
  return xc_day_is_set (last) ? last : input->term.ends;
}

/* The day that the term names, and what is planned for it. */
static XcDay *
get_event_day (const XcCoverageTerm *term, XcCoverageInspection *inspection, XcDay *planned)
{
  *planned = inspection->planned_leaves_on;
  switch (term->covered_when)
    {
    case XC_COVERED_WHEN_ENTERED:
      if (xc_day_is_set (inspection->planned_enters_on))
        *planned = inspection->planned_enters_on;
      return &inspection->entered_on;
    case XC_COVERED_WHEN_LEFT:
      return &inspection->left_on;
    case XC_COVERED_WHEN_FED_BACK:
      return &inspection->fed_back_on;
    default:
      g_return_val_if_reached (NULL);
    }
}

static void
carry_out (XcCoveragePlan *plan, XcCoverageInput *input)
{
  for (guint i = 0; i < input->inspections->len; i++)
    {
      XcCoverageInspection *inspection = &g_array_index (input->inspections, XcCoverageInspection, i);
      guint position =
          inspection->round_id != 0 ? find_round (input, inspection->round_id) : XC_COVERAGE_NOTHING;
      XcDay planned, ends;
      XcDay *day = get_event_day (&input->term, inspection, &planned);

      if (position == XC_COVERAGE_NOTHING || position > plan->position || xc_day_is_set (*day))
        continue;
      ends = g_array_index (input->rounds, XcCoverageRound, position).ends;
      *day = xc_day_is_set (planned) ? planned : xc_day_is_set (ends) ? ends : plan->as_of;
      if (position < plan->position)
        plan->n_before++;
      else if (*day > plan->as_of)
        plan->n_late++;
      else
        plan->n_presumed++;
    }
}

/**
 * xc_coverage_plan_new:
 * @input: (transfer full): the rows of the round's term; its first and last day must be given
 * @round_id: a round of them
 *
 * As of the round's last day; without one the last day planned for its inspections, and without that the last of the
 * term. For an inspection of the round, or of one before it, that has not reached yet what the term names, the day
 * stands that is planned for it, or else the last day of its round. Nothing of that is stored anywhere.
 *
 * Returns: (transfer full): the plan, or %NULL when the round is not among the rows
 */
XcCoveragePlan *
xc_coverage_plan_new (XcCoverageInput *input, gint64 round_id)
{
  XcCoveragePlan *plan;
  guint position = find_round (input, round_id);

  if (position == XC_COVERAGE_NOTHING)
    {
      xc_coverage_input_free (input);
      return NULL;
    }
  plan = g_new0 (XcCoveragePlan, 1);
  plan->round_id = round_id;
  plan->position = position;
  plan->as_of = choose_day (input, &g_array_index (input->rounds, XcCoverageRound, position));
  carry_out (plan, input);
  plan->coverage = xc_coverage_new (input);
  plan->day = xc_coverage_get_day (plan->coverage, plan->as_of);
  return plan;
}

/**
 * xc_coverage_plan_free:
 * @plan: (transfer full) (nullable): what to free
 */
void
xc_coverage_plan_free (XcCoveragePlan *plan)
{
  if (plan == NULL)
    return;
  xc_coverage_day_free (plan->day);
  xc_coverage_free (plan->coverage);
  g_free (plan);
}

static guint
count_rounds_left (const XcCoveragePlan *plan, const XcCoverageInput *input)
{
  guint used = plan->position + 1;
  guint recorded = input->rounds->len - used;

  return input->term.planned_rounds > used ? MAX (recorded, input->term.planned_rounds - used) : recorded;
}

/* What a round can do: the last three before the planned one; without one there is but the plan itself. */
static void
look_back (const XcCoveragePlan *plan, const GArray *rounds, XcPlanFigures *figures)
{
  figures->added = g_array_index (rounds, XcRoundCoverage, plan->position).first;
  figures->best = figures->added;
  for (guint i = plan->position; i > 0; i--)
    {
      const XcRoundCoverage *round = &g_array_index (rounds, XcRoundCoverage, i - 1);

      figures->best = MAX (figures->best, round->first);
      if (figures->rounds_looked_at == ROUNDS_LOOKED_AT)
        continue;
      figures->sum += round->first;
      figures->rounds_looked_at++;
    }
  if (figures->rounds_looked_at == 0)
    {
      figures->sum = figures->added;
      figures->rounds_looked_at = 1;
    }
}

static XcPlanOutlook
judge (const XcPlanFigures *figures)
{
  if (figures->remaining == 0)
    return XC_PLAN_NOTHING_REMAINS;
  if (figures->rounds_left == 0)
    return XC_PLAN_SHORT;
  if (figures->best == 0)
    return XC_PLAN_UNKNOWN;
  if ((guint64) figures->needed_per_round * figures->rounds_looked_at <= figures->sum)
    return XC_PLAN_ENOUGH;
  return figures->needed_per_round <= figures->best ? XC_PLAN_TIGHT : XC_PLAN_SHORT;
}

/**
 * xc_coverage_plan_get_figures:
 * @plan: a plan
 * @scope: a register's index in the input, or %XC_COVERAGE_TOTAL
 *
 * Rounds left are those that the term plans less the round and those before it, at least those recorded after it.
 *
 * Returns: the figures of the plan's day
 */
XcPlanFigures
xc_coverage_plan_get_figures (const XcCoveragePlan *plan, guint scope)
{
  const XcCoverageInput *input = xc_coverage_get_input (plan->coverage);
  g_autoptr (XcCoverageSeries) series = xc_coverage_get_series (plan->coverage, scope, plan->as_of);
  const XcCoverageFigures *day =
      scope == XC_COVERAGE_TOTAL ? &plan->day->total : &plan->day->registers[scope];
  XcPlanFigures figures = { .covered = day->covered,
                            .owed = day->owed,
                            .remaining = day->owed - day->covered,
                            .rounds_left = count_rounds_left (plan, input) };

  if (figures.rounds_left > 0)
    figures.needed_per_round =
        figures.remaining / figures.rounds_left + (figures.remaining % figures.rounds_left != 0);
  look_back (plan, series->rounds, &figures);
  figures.verdict = judge (&figures);
  return figures;
}
