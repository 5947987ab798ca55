/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Coverage that passes from the predecessors of a merger or split to the successors.
 *
 * It passes when the predecessor was covered on the day of the event, itself perhaps through an earlier event. An
 * inspection that had begun before the event but reached what the term asks for only after it passes as well, from
 * that later day: the team has inspected what now belongs to the successor. One that began on that day or later was of
 * the predecessor alone, if that goes on at all.
 *
 * Until the clerk has decided, what is inherited is to be confirmed. A refusal holds from the day of the decision, so
 * figures that were given before do not move.
 */
#include "core/coverage-private.h"

/* Nothing can be said with @b on any day that cannot be said with @a. */
static gboolean
is_as_good (const XcInheritance *a, const XcInheritance *b)
{
  return a->arrived <= b->arrived && a->starts <= b->starts && a->confirmed <= b->confirmed
         && a->refused >= b->refused;
}

/* Keeps @inheritance unless one that is as good is there, and drops those that it makes needless. */
static gboolean
keep (GArray *inheritances, const XcInheritance *inheritance)
{
  for (guint i = 0; i < inheritances->len; i++)
    if (is_as_good (&g_array_index (inheritances, XcInheritance, i), inheritance))
      return FALSE;
  for (guint i = inheritances->len; i > 0; i--)
    if (is_as_good (inheritance, &g_array_index (inheritances, XcInheritance, i - 1)))
      g_array_remove_index (inheritances, i - 1);
  g_array_append_val (inheritances, *inheritance);
  return TRUE;
}

static gboolean
hand_over (XcCoverage *coverage, guint successor, const XcCoverageMember *member, XcInheritance inheritance)
{
  XcDay decided = member->decided_on; /* XC_DAY_NONE is before every day: decided from the start */

  switch (member->passes)
    {
    case XC_PASSES_TO_CONFIRM:
      inheritance.confirmed = XC_DAY_NEVER;
      break;
    case XC_PASSES_YES:
      inheritance.confirmed = MAX (inheritance.confirmed, decided);
      break;
    case XC_PASSES_NO:
      inheritance.confirmed = XC_DAY_NEVER;
      inheritance.refused = MIN (inheritance.refused, decided);
      break;
    default:
      g_return_val_if_reached (FALSE);
    }
  if (inheritance.refused <= inheritance.arrived)
    return FALSE;
  if (coverage->inheritances[successor] == NULL)
    coverage->inheritances[successor] = g_array_new (FALSE, FALSE, sizeof (XcInheritance));
  return keep (coverage->inheritances[successor], &inheritance);
}

/* A team was at the predecessor when the event overtook it. */
static gboolean
is_overtaken (const XcCoverage *coverage, const XcInspectionDays *days, XcDay happened_on)
{
  return days->began < happened_on && days->ended > happened_on
         && days->ended >= coverage->input->term.starts;
}

/* Of the predecessor's own inspections, the first that passes with the event. */
static guint
find_passing (const XcCoverage *coverage, guint predecessor, XcDay happened_on)
{
  for (guint i = coverage->own_at[predecessor]; i < coverage->own_at[predecessor + 1]; i++)
    {
      const XcInspectionDays *days = &coverage->inspections[coverage->own[i]];

      if (days->counts && (days->reached <= happened_on || is_overtaken (coverage, days, happened_on)))
        return coverage->own[i];
    }
  return XC_COVERAGE_NOTHING;
}

/* Hands what @predecessor has to @successor; returns whether the successor gained anything. */
static gboolean
pass (XcCoverage *coverage, guint event, guint predecessor, guint successor, const XcCoverageMember *member)
{
  XcDay happened_on = g_array_index (coverage->input->events, XcCoverageEvent, event).happened_on;
  guint inspection = find_passing (coverage, predecessor, happened_on);
  const GArray *inherited = coverage->inheritances[predecessor];
  gboolean gained = FALSE;

  if (inspection != XC_COVERAGE_NOTHING)
    {
      XcInheritance own = { .arrived = happened_on,
                            .starts = MAX (happened_on, coverage->inspections[inspection].reached),
                            .confirmed = XC_DAY_NONE,
                            .refused = XC_DAY_NEVER,
                            .inspection = inspection,
                            .event = event };

      gained |= hand_over (coverage, successor, member, own);
    }
  for (guint i = 0; inherited != NULL && i < inherited->len; i++)
    {
      XcInheritance inheritance = g_array_index (inherited, XcInheritance, i);

      inheritance.arrived = happened_on;
      inheritance.starts = MAX (happened_on, inheritance.starts);
      inheritance.event = event;
      gained |= hand_over (coverage, successor, member, inheritance);
    }
  return gained;
}

/* A membership on one side of an event that hands coverage over. */
typedef struct
{
  XcDay day;
  guint event;
  guint member;
  guint organization;
} XcHeir;

static int
compare_heirs (gconstpointer a, gconstpointer b)
{
  const XcHeir *x = a;
  const XcHeir *y = b;

  if (x->day != y->day)
    return x->day < y->day ? -1 : 1;
  if (x->event != y->event)
    return x->event < y->event ? -1 : 1;
  return x->member < y->member ? -1 : x->member > y->member;
}

static GArray *
list_heirs (const XcCoverage *coverage)
{
  const XcCoverageInput *input = coverage->input;
  GArray *heirs = g_array_new (FALSE, FALSE, sizeof (XcHeir));

  for (guint o = 0; o < input->organizations->len; o++)
    for (guint i = coverage->member_at[o]; i < coverage->member_at[o + 1]; i++)
      {
        guint m = coverage->members[i];
        guint event = coverage->member_event[m];
        const XcCoverageEvent *row = &g_array_index (input->events, XcCoverageEvent, event);
        XcHeir heir = { .day = row->happened_on, .event = event, .member = m, .organization = o };

        if (xc_event_kind_passes_coverage (row->kind))
          g_array_append_val (heirs, heir);
      }
  g_array_sort (heirs, compare_heirs);
  return heirs;
}

/* Hands over within one event, whose memberships are @heirs[0 … @n). */
static gboolean
pass_event (XcCoverage *coverage, const XcHeir *heirs, guint n)
{
  const GArray *members = coverage->input->members;
  gboolean gained = FALSE;

  for (guint i = 0; i < n; i++)
    {
      const XcCoverageMember *after = &g_array_index (members, XcCoverageMember, heirs[i].member);

      for (guint j = 0; after->side == XC_SIDE_AFTER && j < n; j++)
        if (g_array_index (members, XcCoverageMember, heirs[j].member).side == XC_SIDE_BEFORE
            && heirs[j].organization != heirs[i].organization)
          gained |= pass (coverage, heirs[i].event, heirs[j].organization, heirs[i].organization, after);
    }
  return gained;
}

/*
 * Works out what each organization may have from its predecessors, event by event. Those of one day are gone through
 * until nothing more is gained, since nobody records their order.
 */
void
xc_coverage_inherit (XcCoverage *coverage)
{
  g_autoptr (GArray) heirs = list_heirs (coverage);
  const XcHeir *all = (const XcHeir *) (gconstpointer) heirs->data;

  coverage->inheritances = g_new0 (GArray *, coverage->input->organizations->len + 1);
  for (guint first = 0, next; first < heirs->len; first = next)
    {
      gboolean gained;

      for (next = first; next < heirs->len && all[next].day == all[first].day;)
        next++;
      do
        {
          gained = FALSE;
          for (guint i = first, end; i < next; i = end)
            {
              for (end = i; end < next && all[end].event == all[i].event;)
                end++;
              gained |= pass_event (coverage, all + i, end - i);
            }
        }
      while (gained);
    }
}
