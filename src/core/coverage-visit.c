/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Tells the inspections that covered an organization from those that added nothing. What an inspection added is
 * decided by what was known on its day, so that nothing recorded later changes a round's output.
 */
#include "core/coverage-private.h"

static gboolean
is_covered_before (const XcCoverage *coverage, guint o, XcDay day)
{
  guint piece = xc_coverage_find_piece (coverage, o, day - 1);

  return xc_coverage_state_is_covered (g_array_index (coverage->pieces, XcCoveragePiece, piece).state);
}

/* An inspection that counts adds nothing where the organization was covered before, and is no visit again to one that
 * is not owed: that is an inspection beside the plan. */
static XcCoverageVisit
judge_visit (const XcCoverage *coverage, guint o, guint inspection)
{
  const XcInspectionDays *days = &coverage->inspections[inspection];
  const XcCoveragePiece *piece =
      &g_array_index (coverage->pieces, XcCoveragePiece, xc_coverage_find_piece (coverage, o, days->reached));
  gboolean covers = xc_coverage_state_is_covered (piece->state) && piece->inspection == inspection;
  XcCoverageVisit visit = { .day = days->reached,
                            .inspection = inspection,
                            .organization = o,
                            .register_index = piece->register_index,
                            .kind = XC_VISIT_OTHER,
                            .again = xc_coverage_state_is_covered (piece->state) && !covers };

  if (!days->counts)
    return visit;
  if (is_covered_before (coverage, o, days->reached) || !covers)
    visit.kind = XC_VISIT_REPEAT;
  else if (piece->owed)
    visit.kind = XC_VISIT_FIRST;
  return visit;
}

/* An inspection that a merger or split overtook covers, on the day that it is reached, the successor and no longer the
 * organization where it began. */
static void
credit_overtaken (XcCoverage *coverage, const guint *visit_of)
{
  for (guint o = 0; o < coverage->input->organizations->len; o++)
    for (guint i = coverage->piece_at[o] + 1; i < coverage->piece_at[o + 1]; i++)
      {
        const XcCoveragePiece *piece = &g_array_index (coverage->pieces, XcCoveragePiece, i);
        XcCoverageVisit *visit;

        if (!piece->owed || !xc_coverage_state_is_covered (piece->state)
            || piece->event == XC_COVERAGE_NOTHING
            || coverage->inspections[piece->inspection].reached != piece->from
            || xc_coverage_state_is_covered ((piece - 1)->state))
          continue;
        visit = &g_array_index (coverage->visits, XcCoverageVisit, visit_of[piece->inspection]);
        if (visit->kind != XC_VISIT_FIRST)
          {
            visit->kind = XC_VISIT_FIRST;
            visit->organization = o;
            visit->register_index = piece->register_index;
          }
      }
}

/* Lists every inspection that reached its event within the term, by organization and day, with what it added. */
void
xc_coverage_sort_visits (XcCoverage *coverage)
{
  guint n = coverage->input->organizations->len;
  g_autofree guint *visit_of = g_new0 (guint, coverage->input->inspections->len + 1);

  coverage->visits = g_array_new (FALSE, FALSE, sizeof (XcCoverageVisit));
  coverage->visit_at = g_new0 (guint, n + 1);
  for (guint o = 0; o < n; o++)
    {
      coverage->visit_at[o] = coverage->visits->len;
      for (guint i = coverage->own_at[o]; i < coverage->own_at[o + 1]; i++)
        if (coverage->inspections[coverage->own[i]].reached != XC_DAY_NEVER)
          {
            XcCoverageVisit visit = judge_visit (coverage, o, coverage->own[i]);

            visit_of[coverage->own[i]] = coverage->visits->len;
            g_array_append_val (coverage->visits, visit);
          }
    }
  coverage->visit_at[n] = coverage->visits->len;
  credit_overtaken (coverage, visit_of);
}
