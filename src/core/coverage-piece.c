/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Cuts the life of each organization into pieces within which nothing changes that coverage asks about. Every figure of
 * every day comes from these pieces, so the figures cannot disagree.
 */
#include "core/coverage-private.h"

static gboolean
tells_register (const XcCoverageMember *member)
{
  return member->former_register_id != 0;
}

static gboolean
tells_listed (const XcCoverageMember *member)
{
  return member->former_listed >= 0;
}

static void
judge_owed (const XcCoverage *coverage, guint o, XcDay day, XcCoveragePiece *piece)
{
  const XcCoverageOrganization *row =
      &g_array_index (coverage->input->organizations, XcCoverageOrganization, o);
  const XcCoverageMember *former_register = xc_coverage_get_former (coverage, o, day, tells_register);
  const XcCoverageMember *former_listed = xc_coverage_get_former (coverage, o, day, tells_listed);
  gboolean listed = former_listed != NULL ? former_listed->former_listed != 0 : row->listed;
  gboolean valid = row->valid_from <= day && (!xc_day_is_set (row->valid_to) || day < row->valid_to);

  piece->register_index = xc_coverage_find_register (
      coverage, former_register != NULL ? former_register->former_register_id : row->register_id);
  piece->owed = valid && listed && piece->register_index != XC_COVERAGE_NOTHING;
}

static void
cover (XcCoveragePiece *piece, XcCoverageState state, XcDay covered_on, guint inspection, guint event)
{
  piece->state = state;
  piece->covered_on = covered_on;
  piece->inspection = inspection;
  piece->event = event;
}

/* What the organization has from its predecessors; a doubtful coverage only where there is none without doubt. */
static void
judge_inherited (const XcCoverage *coverage, guint o, XcDay day, XcCoveragePiece *piece)
{
  const GArray *inherited = coverage->inheritances[o];

  for (guint i = 0; inherited != NULL && i < inherited->len; i++)
    {
      const XcInheritance *one = &g_array_index (inherited, XcInheritance, i);
      XcCoverageState state = one->confirmed <= day ? XC_COVERAGE_COVERED : XC_COVERAGE_TO_CONFIRM;

      if (one->starts > day || one->refused <= day)
        continue;
      if (state > piece->state || (state == piece->state && one->starts < piece->covered_on))
        cover (piece, state, one->starts, one->inspection, one->event);
    }
}

/* A team is at the organization, or was at a predecessor when that was merged or split and goes on. */
static void
judge_progress (const XcCoverage *coverage, guint o, XcDay day, XcCoveragePiece *piece)
{
  const GArray *inherited = coverage->inheritances[o];

  for (guint i = coverage->own_at[o]; i < coverage->own_at[o + 1]; i++)
    {
      const XcInspectionDays *days = &coverage->inspections[coverage->own[i]];

      if (days->counts && days->began <= day && day < days->ended)
        {
          cover (piece, XC_COVERAGE_IN_PROGRESS, XC_DAY_NONE, coverage->own[i], XC_COVERAGE_NOTHING);
          return;
        }
    }
  for (guint i = 0; inherited != NULL && i < inherited->len; i++)
    {
      const XcInheritance *one = &g_array_index (inherited, XcInheritance, i);

      if (one->arrived <= day && day < MIN (one->refused, coverage->inspections[one->inspection].ended))
        {
          cover (piece, XC_COVERAGE_IN_PROGRESS, XC_DAY_NONE, one->inspection, one->event);
          return;
        }
    }
}

/* The first of its own inspections that counts and was reached; they are sorted by that day. */
static guint
find_own (const XcCoverage *coverage, guint o)
{
  for (guint i = coverage->own_at[o]; i < coverage->own_at[o + 1]; i++)
    {
      const XcInspectionDays *days = &coverage->inspections[coverage->own[i]];

      if (days->counts && days->reached != XC_DAY_NEVER)
        return coverage->own[i];
    }
  return XC_COVERAGE_NOTHING;
}

static void
judge (const XcCoverage *coverage, guint o, guint own, XcDay day, XcCoveragePiece *piece)
{
  cover (piece, XC_COVERAGE_NEVER, XC_DAY_NONE, XC_COVERAGE_NOTHING, XC_COVERAGE_NOTHING);
  judge_owed (coverage, o, day, piece);
  if (own != XC_COVERAGE_NOTHING && coverage->inspections[own].reached <= day)
    cover (piece, XC_COVERAGE_COVERED, coverage->inspections[own].reached, own, XC_COVERAGE_NOTHING);
  judge_inherited (coverage, o, day, piece);
  if (piece->state == XC_COVERAGE_NEVER)
    judge_progress (coverage, o, day, piece);
}

static void
add_day (GArray *days, XcDay day)
{
  if (xc_day_is_set (day) && day < XC_DAY_NEVER)
    g_array_append_val (days, day);
}

/* Collects the days on which anything may change for the organization. */
static void
collect_days (const XcCoverage *coverage, guint o, GArray *days)
{
  const XcCoverageInput *input = coverage->input;
  const XcCoverageOrganization *row = &g_array_index (input->organizations, XcCoverageOrganization, o);
  const GArray *inherited = coverage->inheritances[o];

  add_day (days, row->valid_from);
  add_day (days, row->valid_to);
  for (guint i = coverage->member_at[o]; i < coverage->member_at[o + 1]; i++)
    add_day (days,
             g_array_index (input->events, XcCoverageEvent, coverage->member_event[coverage->members[i]])
                 .happened_on);
  for (guint i = coverage->own_at[o]; i < coverage->own_at[o + 1]; i++)
    if (coverage->inspections[coverage->own[i]].counts)
      {
        add_day (days, coverage->inspections[coverage->own[i]].began);
        add_day (days, coverage->inspections[coverage->own[i]].ended);
      }
  for (guint i = 0; inherited != NULL && i < inherited->len; i++)
    {
      const XcInheritance *one = &g_array_index (inherited, XcInheritance, i);

      add_day (days, one->arrived);
      add_day (days, one->starts);
      add_day (days, one->confirmed);
      add_day (days, one->refused);
      add_day (days, coverage->inspections[one->inspection].ended);
    }
}

static int
compare_days (gconstpointer a, gconstpointer b)
{
  const XcDay *x = a;
  const XcDay *y = b;

  return *x < *y ? -1 : *x > *y;
}

static gboolean
says_the_same (const XcCoveragePiece *a, const XcCoveragePiece *b)
{
  return a->owed == b->owed && a->register_index == b->register_index && a->state == b->state
         && a->covered_on == b->covered_on && a->inspection == b->inspection && a->event == b->event;
}

static void
cut_organization (XcCoverage *coverage, guint o, GArray *days)
{
  guint own = find_own (coverage, o);
  XcDay ever = XC_DAY_NONE;

  g_array_set_size (days, 0);
  g_array_append_val (days, ever);
  collect_days (coverage, o, days);
  g_array_sort (days, compare_days);
  for (guint i = 0; i < days->len; i++)
    {
      XcCoveragePiece piece = { .from = g_array_index (days, XcDay, i) };

      if (i > 0 && piece.from == g_array_index (days, XcDay, i - 1))
        continue;
      judge (coverage, o, own, piece.from, &piece);
      if (i == 0
          || !says_the_same (&piece,
                             &g_array_index (coverage->pieces, XcCoveragePiece, coverage->pieces->len - 1)))
        g_array_append_val (coverage->pieces, piece);
    }
}

/* Fills the pieces of all organizations; the first piece of each is from XC_DAY_NONE. */
void
xc_coverage_cut_pieces (XcCoverage *coverage)
{
  guint n = coverage->input->organizations->len;
  g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (XcDay));

  coverage->pieces = g_array_sized_new (FALSE, FALSE, sizeof (XcCoveragePiece), n * 3);
  coverage->piece_at = g_new0 (guint, n + 1);
  for (guint o = 0; o < n; o++)
    {
      coverage->piece_at[o] = coverage->pieces->len;
      cut_organization (coverage, o, days);
    }
  coverage->piece_at[n] = coverage->pieces->len;
}

/* Returns the index of the piece that holds on @day. */
guint
xc_coverage_find_piece (const XcCoverage *coverage, guint organization, XcDay day)
{
  guint piece = coverage->piece_at[organization + 1] - 1;

  while (piece > coverage->piece_at[organization]
         && g_array_index (coverage->pieces, XcCoveragePiece, piece).from > day)
    piece--;
  return piece;
}
