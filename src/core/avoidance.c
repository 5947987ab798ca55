/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who is held against what: every member of a team against all that it inspects, or what is proposed. */
#include "core/avoidance-private.h"

/**
 * xc_avoidance_new:
 * @input: (transfer full): the rows
 *
 * Pure: same input, same result; does not read the clock. Made once and asked often.
 *
 * Returns: (transfer full): avoidance
 */
XcAvoidance *
xc_avoidance_new (XcAvoidanceInput *input)
{
  XcAvoidance *avoidance = g_atomic_rc_box_new0 (XcAvoidance);

  avoidance->input = input;
  xc_avoidance_put_in_order (avoidance);
  return avoidance;
}

/**
 * xc_avoidance_ref:
 * @avoidance: avoidance
 *
 * Returns: (transfer full): the same
 */
XcAvoidance *
xc_avoidance_ref (XcAvoidance *avoidance)
{
  return g_atomic_rc_box_acquire (avoidance);
}

static void
clear (gpointer data)
{
  XcAvoidance *avoidance = data;

  for (guint i = 0; i < avoidance->input->organizations->len; i++)
    g_clear_pointer (&avoidance->related[i], g_array_unref);
  g_free (avoidance->related);
  g_free (avoidance->known_until);
  g_hash_table_unref (avoidance->organizations);
  g_hash_table_unref (avoidance->people);
  g_hash_table_unref (avoidance->teams);
  g_hash_table_unref (avoidance->inspections);
  xc_avoidance_groups_clear (&avoidance->below);
  xc_avoidance_groups_clear (&avoidance->predecessors);
  xc_avoidance_groups_clear (&avoidance->moves);
  xc_avoidance_groups_clear (&avoidance->posts);
  xc_avoidance_groups_clear (&avoidance->kin);
  xc_avoidance_groups_clear (&avoidance->rulings);
  xc_avoidance_groups_clear (&avoidance->served);
  xc_avoidance_groups_clear (&avoidance->members);
  xc_avoidance_groups_clear (&avoidance->given);
  xc_avoidance_input_free (avoidance->input);
}

/**
 * xc_avoidance_unref:
 * @avoidance: (transfer full): avoidance; with the last reference its conflicts go
 */
void
xc_avoidance_unref (XcAvoidance *avoidance)
{
  g_atomic_rc_box_release_full (avoidance, clear);
}

/**
 * xc_avoidance_get_input:
 * @avoidance: avoidance
 *
 * Returns: (transfer none): what it is worked out from
 */
const XcAvoidanceInput *
xc_avoidance_get_input (const XcAvoidance *avoidance)
{
  return avoidance->input;
}

/* Somebody who came back has two rows in a team, and is told of once. */
static gboolean
is_told (const XcAvoidance *avoidance, guint team, guint item, const XcAvoidanceInspection *inspection)
{
  const XcAvoidanceMember *member =
      XC_AVOIDANCE_ROW (avoidance, members, XcAvoidanceMember, avoidance->members.items[item]);

  for (guint i = avoidance->members.at[team]; i < item; i++)
    {
      const XcAvoidanceMember *before =
          XC_AVOIDANCE_ROW (avoidance, members, XcAvoidanceMember, avoidance->members.items[i]);

      if (before->person_id == member->person_id
          && (inspection == NULL || xc_avoidance_serves_at (before, inspection)))
        return TRUE;
    }
  return FALSE;
}

/* Each member of @team at what @service says of an inspection, or of none. */
static void
check_members (XcAvoidance *avoidance, guint team, XcAvoidanceService service, GArray *conflicts)
{
  XcAvoidanceInspection inspection = { .starts = service.starts, .ends = service.ends };

  for (guint i = avoidance->members.at[team]; i < avoidance->members.at[team + 1]; i++)
    {
      XcAvoidanceService one = service;
      const XcAvoidanceMember *member =
          XC_AVOIDANCE_ROW (avoidance, members, XcAvoidanceMember, avoidance->members.items[i]);

      one.member = member;
      one.person = xc_avoidance_find_index (avoidance->people, member->person_id);
      if (one.person == XC_AVOIDANCE_NOTHING || !xc_avoidance_serves_at (member, &inspection)
          || is_told (avoidance, team, i, &inspection))
        continue;
      one.starts = xc_avoidance_last (service.starts, member->from);
      one.ends = xc_avoidance_first (service.ends, member->to);
      xc_avoidance_check_service (avoidance, &one, conflicts);
    }
}

static XcAvoidanceService
make_service (const XcAvoidance *avoidance, guint team, const XcAvoidanceInspection *inspection)
{
  const XcAvoidanceTeam *row = XC_AVOIDANCE_ROW (avoidance, teams, XcAvoidanceTeam, team);
  XcAvoidanceService service = {
    .person = XC_AVOIDANCE_NOTHING,
    .team = team,
    .organization = XC_AVOIDANCE_NOTHING,
    .inspection = inspection,
    .starts = row->starts,
    .ends = row->ends,
  };

  if (inspection == NULL)
    return service;
  service.organization = xc_avoidance_find_index (avoidance->organizations, inspection->organization_id);
  service.starts = inspection->starts;
  service.ends = inspection->ends;
  return service;
}

/**
 * xc_avoidance_get_conflicts:
 * @avoidance: avoidance
 * @round_id: a round
 *
 * Returns: (transfer full) (element-type XcAvoidanceConflict): all that stands against its teams as they are, waived or
 *   not, by team, inspection, member and ground
 */
GArray *
xc_avoidance_get_conflicts (XcAvoidance *avoidance, gint64 round_id)
{
  GArray *conflicts = g_array_new (FALSE, FALSE, sizeof (XcAvoidanceConflict));

  for (guint team = 0; team < avoidance->input->teams->len; team++)
    {
      guint first = avoidance->given.at[team];
      guint end = avoidance->given.at[team + 1];

      if (XC_AVOIDANCE_ROW (avoidance, teams, XcAvoidanceTeam, team)->round_id != round_id)
        continue;
      for (guint i = first; i < end; i++)
        check_members (avoidance, team,
                       make_service (avoidance, team,
                                     XC_AVOIDANCE_ROW (avoidance, inspections, XcAvoidanceInspection,
                                                       avoidance->given.items[i])),
                       conflicts);
      if (first == end)
        check_members (avoidance, team, make_service (avoidance, team, NULL), conflicts);
    }
  return conflicts;
}

/* One person, or each member, at one thing to inspect. */
static void
ask_service (XcAvoidance *avoidance, const XcAvoidanceProposal *proposal, XcAvoidanceService service,
             GArray *conflicts)
{
  XcAvoidanceInspection inspection = { .starts = service.starts, .ends = service.ends };
  XcAvoidanceMember member = { .from = proposal->from, .to = proposal->to };

  if (proposal->person_id == 0)
    {
      check_members (avoidance, service.team, service, conflicts);
      return;
    }
  service.person = xc_avoidance_find_index (avoidance->people, proposal->person_id);
  if (service.person == XC_AVOIDANCE_NOTHING || !xc_avoidance_serves_at (&member, &inspection))
    return;
  service.moved_member_id = proposal->member_id;
  service.starts = xc_avoidance_last (service.starts, proposal->from);
  service.ends = xc_avoidance_first (service.ends, proposal->to);
  xc_avoidance_check_service (avoidance, &service, conflicts);
}

/**
 * xc_avoidance_ask:
 * @avoidance: avoidance
 * @proposal: what is to be done; a proposal of nothing new asks for what stands against the team as it is
 *
 * Returns: (transfer full) (element-type XcAvoidanceConflict): what would stand against it, waived or not
 */
GArray *
xc_avoidance_ask (XcAvoidance *avoidance, const XcAvoidanceProposal *proposal)
{
  GArray *conflicts = g_array_new (FALSE, FALSE, sizeof (XcAvoidanceConflict));
  guint team = xc_avoidance_find_index (avoidance->teams, proposal->team_id);
  XcAvoidanceService service;

  if (team == XC_AVOIDANCE_NOTHING)
    return conflicts;
  if (proposal->organization_id != 0 || proposal->inspection_id != 0)
    {
      service =
          make_service (avoidance, team, xc_avoidance_find_inspection (avoidance, proposal->inspection_id));
      if (proposal->organization_id != 0)
        service.organization = xc_avoidance_find_index (avoidance->organizations, proposal->organization_id);
      if (proposal->person_id == 0)
        {
          service.starts = xc_day_is_set (proposal->from) ? proposal->from : service.starts;
          service.ends = xc_day_is_set (proposal->to) ? proposal->to : service.ends;
        }
      if (service.organization != XC_AVOIDANCE_NOTHING)
        ask_service (avoidance, proposal, service, conflicts);
      return conflicts;
    }
  for (guint i = avoidance->given.at[team]; i < avoidance->given.at[team + 1]; i++)
    ask_service (avoidance, proposal,
                 make_service (avoidance, team,
                               XC_AVOIDANCE_ROW (avoidance, inspections, XcAvoidanceInspection,
                                                 avoidance->given.items[i])),
                 conflicts);
  if (avoidance->given.at[team] == avoidance->given.at[team + 1])
    ask_service (avoidance, proposal, make_service (avoidance, team, NULL), conflicts);
  return conflicts;
}

/**
 * xc_avoidance_count_open:
 * @conflicts: (element-type XcAvoidanceConflict): conflicts
 *
 * Returns: how many of them are not waived
 */
guint
xc_avoidance_count_open (const GArray *conflicts)
{
  guint n_open = 0;

  for (guint i = 0; i < conflicts->len; i++)
    n_open += g_array_index (conflicts, XcAvoidanceConflict, i).waiver == NULL;
  return n_open;
}

static gboolean
is_member (const XcAvoidance *avoidance, guint team, gint64 person_id)
{
  for (guint i = avoidance->members.at[team]; i < avoidance->members.at[team + 1]; i++)
    if (XC_AVOIDANCE_ROW (avoidance, members, XcAvoidanceMember, avoidance->members.items[i])->person_id
        == person_id)
      return TRUE;
  return FALSE;
}

/* Free ones first, then those who are where they are by a waiver; people in the order of the input. */
static int
compare_candidates (gconstpointer a, gconstpointer b)
{
  const XcAvoidanceCandidate *one = a;
  const XcAvoidanceCandidate *other = b;

  if (one->n_conflicts != other->n_conflicts)
    return one->n_conflicts < other->n_conflicts ? -1 : 1;
  if (one->n_waived != other->n_waived)
    return one->n_waived < other->n_waived ? -1 : 1;
  return (one->person > other->person) - (one->person < other->person);
}

/**
 * xc_avoidance_get_candidates:
 * @avoidance: avoidance
 * @team_id: a team
 *
 * Returns: (transfer full) (element-type XcAvoidanceCandidate): everybody, those first against whom least stands
 */
GArray *
xc_avoidance_get_candidates (XcAvoidance *avoidance, gint64 team_id)
{
  GArray *candidates = g_array_new (FALSE, FALSE, sizeof (XcAvoidanceCandidate));
  guint team = xc_avoidance_find_index (avoidance->teams, team_id);

  for (guint i = 0; team != XC_AVOIDANCE_NOTHING && i < avoidance->input->people->len; i++)
    {
      const XcAvoidancePerson *person = XC_AVOIDANCE_ROW (avoidance, people, XcAvoidancePerson, i);
      XcAvoidanceProposal proposal = XC_AVOIDANCE_PROPOSAL_INIT;
      g_autoptr (GArray) conflicts = NULL;
      XcAvoidanceCandidate candidate = { .person = person };

      proposal.team_id = team_id;
      proposal.person_id = person->id;
      conflicts = xc_avoidance_ask (avoidance, &proposal);
      candidate.n_conflicts = xc_avoidance_count_open (conflicts);
      candidate.n_waived = conflicts->len - candidate.n_conflicts;
      candidate.is_member = is_member (avoidance, team, person->id);
      g_array_append_val (candidates, candidate);
    }
  g_array_sort (candidates, compare_candidates);
  return candidates;
}

/**
 * xc_avoidance_find_person:
 * @avoidance: avoidance
 * @id: of a person
 *
 * Returns: (transfer none) (nullable): the row
 */
const XcAvoidancePerson *
xc_avoidance_find_person (const XcAvoidance *avoidance, gint64 id)
{
  guint index = xc_avoidance_find_index (avoidance->people, id);

  return index == XC_AVOIDANCE_NOTHING ? NULL
                                       : XC_AVOIDANCE_ROW (avoidance, people, XcAvoidancePerson, index);
}

/**
 * xc_avoidance_find_organization:
 * @avoidance: avoidance
 * @id: of an organization
 *
 * Returns: (transfer none) (nullable): the row
 */
const XcAvoidanceOrganization *
xc_avoidance_find_organization (const XcAvoidance *avoidance, gint64 id)
{
  guint index = xc_avoidance_find_index (avoidance->organizations, id);

  return index == XC_AVOIDANCE_NOTHING
             ? NULL
             : XC_AVOIDANCE_ROW (avoidance, organizations, XcAvoidanceOrganization, index);
}

/**
 * xc_avoidance_find_team:
 * @avoidance: avoidance
 * @id: of a team
 *
 * Returns: (transfer none) (nullable): the row
 */
const XcAvoidanceTeam *
xc_avoidance_find_team (const XcAvoidance *avoidance, gint64 id)
{
  guint index = xc_avoidance_find_index (avoidance->teams, id);

  return index == XC_AVOIDANCE_NOTHING ? NULL : XC_AVOIDANCE_ROW (avoidance, teams, XcAvoidanceTeam, index);
}

/**
 * xc_avoidance_find_inspection:
 * @avoidance: avoidance
 * @id: of an inspection
 *
 * Returns: (transfer none) (nullable): the row
 */
const XcAvoidanceInspection *
xc_avoidance_find_inspection (const XcAvoidance *avoidance, gint64 id)
{
  guint index = xc_avoidance_find_index (avoidance->inspections, id);

  return index == XC_AVOIDANCE_NOTHING
             ? NULL
             : XC_AVOIDANCE_ROW (avoidance, inspections, XcAvoidanceInspection, index);
}
