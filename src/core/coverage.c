/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Full coverage on a day.
 *
 * A register owes every organization that is listed for coverage and valid on the day. It is covered once an inspection
 * that counts has reached, within the term, the event that the term names; or through a predecessor, see
 * coverage-inheritance.c. What an organization was on an earlier day stands in the events that changed it.
 */
#include "core/coverage-private.h"

/**
 * xc_coverage_new:
 * @input: (transfer full): the rows of one term; its first and last day must be given
 *
 * Works everything out once. Pure: the same rows give the same figures.
 *
 * Returns: (transfer full): what the figures of any day are made from
 */
XcCoverage *
xc_coverage_new (XcCoverageInput *input)
{
  XcCoverage *coverage;

  g_return_val_if_fail (input != NULL, NULL);
  g_return_val_if_fail (xc_day_is_set (input->term.starts) && input->term.ends >= input->term.starts, NULL);

  coverage = g_new0 (XcCoverage, 1);
  coverage->input = input;
  xc_coverage_put_in_order (coverage);
  xc_coverage_inherit (coverage);
  xc_coverage_cut_pieces (coverage);
  xc_coverage_sort_visits (coverage);
  return coverage;
}

/**
 * xc_coverage_free:
 * @coverage: (transfer full) (nullable): what to free, with its input
 */
void
xc_coverage_free (XcCoverage *coverage)
{
  if (coverage == NULL)
    return;
  for (guint o = 0; o < coverage->input->organizations->len; o++)
    g_clear_pointer (&coverage->inheritances[o], g_array_unref);
  g_free (coverage->inheritances);
  g_array_unref (coverage->visits);
  g_free (coverage->visit_at);
  g_array_unref (coverage->pieces);
  g_free (coverage->piece_at);
  g_free (coverage->members);
  g_free (coverage->member_at);
  g_free (coverage->member_event);
  g_free (coverage->own);
  g_free (coverage->own_at);
  g_free (coverage->inspections);
  g_hash_table_unref (coverage->registers);
  xc_coverage_input_free (coverage->input);
  g_free (coverage);
}

/**
 * xc_coverage_get_input:
 * @coverage: the coverage
 *
 * Returns: (transfer none): the rows to which the indexes of all results refer
 */
const XcCoverageInput *
xc_coverage_get_input (const XcCoverage *coverage)
{
  return coverage->input;
}

/* Whether figures of @scope, a register's index or XC_COVERAGE_TOTAL, hold those of a register. */
gboolean
xc_coverage_in_scope (const XcCoverage *coverage, guint register_index, guint scope)
{
  if (register_index == XC_COVERAGE_NOTHING)
    return FALSE;
  if (scope == XC_COVERAGE_TOTAL)
    return g_array_index (coverage->input->registers, XcCoverageRegister, register_index).in_total;
  return register_index == scope;
}

/* Fills @state; returns whether the organization was visited again. */
static gboolean
read_organization (const XcCoverage *coverage, guint o, XcDay as_of, XcOrganizationCoverage *state)
{
  const XcCoveragePiece *piece =
      &g_array_index (coverage->pieces, XcCoveragePiece, xc_coverage_find_piece (coverage, o, as_of));
  gboolean again = FALSE;

  state->state = piece->owed ? piece->state : XC_COVERAGE_NOT_OWED;
  state->register_index = piece->owed ? piece->register_index : XC_COVERAGE_NOTHING;
  state->covered_on = piece->covered_on;
  state->inspection = piece->inspection;
  state->event = piece->event;
  for (guint i = coverage->visit_at[o]; i < coverage->visit_at[o + 1]; i++)
    {
      const XcCoverageVisit *visit = &g_array_index (coverage->visits, XcCoverageVisit, i);

      if (visit->day > as_of)
        break;
      /* One that covers it by now is no visit again, though it added nothing on its own day. */
      if (visit->kind == XC_VISIT_FIRST || visit->inspection == piece->inspection)
        continue;
      if (visit->kind == XC_VISIT_REPEAT)
        state->repeat_visits++;
      else
        state->other_visits++;
      again |= visit->again;
    }
  return again && xc_coverage_state_is_covered (piece->state);
}

static void
add_figures (XcCoverageFigures *figures, const XcOrganizationCoverage *state, gboolean again)
{
  figures->owed++;
  figures->covered += xc_coverage_state_is_covered (state->state);
  figures->to_confirm += state->state == XC_COVERAGE_TO_CONFIRM;
  figures->in_progress += state->state == XC_COVERAGE_IN_PROGRESS;
  figures->again += again;
  figures->repeat_visits += state->repeat_visits;
  figures->other_visits += state->other_visits;
}

/**
 * xc_coverage_get_day:
 * @coverage: the coverage
 * @as_of: a day
 *
 * The figures of one day, as they could be given on that day: nothing that happened or was decided later moves them.
 * A day after the term is taken as it is: what was covered stays, what is owed is that day's register. Ask for the last
 * day of a past term to get its final figures.
 *
 * Returns: (transfer full): the figures of each register, of the total of the registers that are in it, and the state
 *   of every organization
 */
XcCoverageDay *
xc_coverage_get_day (const XcCoverage *coverage, XcDay as_of)
{
  XcCoverageDay *day;

  g_return_val_if_fail (xc_day_is_set (as_of), NULL);

  day = g_new0 (XcCoverageDay, 1);
  day->as_of = as_of;
  day->n_registers = coverage->input->registers->len;
  day->registers = g_new0 (XcCoverageFigures, day->n_registers);
  day->n_organizations = coverage->input->organizations->len;
  day->organizations = g_new0 (XcOrganizationCoverage, day->n_organizations);
  for (guint o = 0; o < day->n_organizations; o++)
    {
      XcOrganizationCoverage *state = &day->organizations[o];
      gboolean again = read_organization (coverage, o, as_of, state);

      if (state->register_index == XC_COVERAGE_NOTHING)
        continue;
      add_figures (&day->registers[state->register_index], state, again);
      if (xc_coverage_in_scope (coverage, state->register_index, XC_COVERAGE_TOTAL))
        add_figures (&day->total, state, again);
    }
  return day;
}

/**
 * xc_coverage_day_free:
 * @day: (transfer full) (nullable): what to free
 */
void
xc_coverage_day_free (XcCoverageDay *day)
{
  if (day == NULL)
    return;
  g_free (day->registers);
  g_free (day->organizations);
  g_free (day);
}

static gboolean
tells_name (const XcCoverageMember *member)
{
  return member->former_name != NULL;
}

/**
 * xc_coverage_get_name:
 * @coverage: the coverage
 * @organization: index in the input
 * @day: a day
 *
 * Returns: (transfer none): the organization's name on that day
 */
const char *
xc_coverage_get_name (const XcCoverage *coverage, guint organization, XcDay day)
{
  const XcCoverageMember *former;

  g_return_val_if_fail (organization < coverage->input->organizations->len, NULL);

  former = xc_coverage_get_former (coverage, organization, day, tells_name);
  return former != NULL
             ? former->former_name
             : g_array_index (coverage->input->organizations, XcCoverageOrganization, organization).name;
}
