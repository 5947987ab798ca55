/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The grounds one by one, for one person at one inspection, and what waives them. */
#include "core/avoidance-private.h"

gboolean
xc_avoidance_is_on (const XcAvoidance *avoidance, XcAvoidanceGround ground)
{
  return ground == XC_AVOIDANCE_RULED || (avoidance->input->rule.grounds & XC_AVOIDANCE_MASK (ground)) != 0;
}

XcDay
xc_avoidance_last (XcDay a, XcDay b)
{
  return MAX (a, b);
}

/* %XC_DAY_NONE is open here, so later than any. */
XcDay
xc_avoidance_first (XcDay a, XcDay b)
{
  return !xc_day_is_set (a) ? b : !xc_day_is_set (b) ? a : MIN (a, b);
}

/* Whether two periods share a day; an end that is not set is open. */
gboolean
xc_avoidance_overlap (XcDay from, XcDay to, XcDay other_from, XcDay other_to)
{
  return (!xc_day_is_set (to) || other_from <= to) && (!xc_day_is_set (other_to) || from <= other_to);
}

/* Somebody who left before it began, or came after it was over, has no part in it. */
gboolean
xc_avoidance_serves_at (const XcAvoidanceMember *member, const XcAvoidanceInspection *inspection)
{
  return xc_avoidance_overlap (member->from, member->to, inspection->starts, inspection->ends);
}

/* What all conflicts of @service have in common. */
static XcAvoidanceConflict
begin_conflict (const XcAvoidance *avoidance, const XcAvoidanceService *service, XcAvoidanceGround ground)
{
  XcAvoidanceConflict conflict = {
    .ground = ground,
    .person = XC_AVOIDANCE_ROW (avoidance, people, XcAvoidancePerson, service->person),
    .team = XC_AVOIDANCE_ROW (avoidance, teams, XcAvoidanceTeam, service->team),
    .member = service->member,
    .inspection = service->inspection,
    .since = XC_DAY_NONE,
    .until = XC_DAY_NONE,
    .lapses_on = XC_DAY_NONE,
  };

  if (service->organization != XC_AVOIDANCE_NOTHING)
    conflict.organization =
        XC_AVOIDANCE_ROW (avoidance, organizations, XcAvoidanceOrganization, service->organization);
  return conflict;
}

XcAvoidanceConflict
xc_avoidance_begin_related (const XcAvoidance *avoidance, const XcAvoidanceService *service,
                            XcAvoidanceGround ground, const XcAvoidanceRelated *way)
{
  XcAvoidanceConflict conflict = begin_conflict (avoidance, service, ground);

  conflict.related = XC_AVOIDANCE_ROW (avoidance, organizations, XcAvoidanceOrganization, way->organization);
  conflict.tie = way->tie;
  return conflict;
}

/**
 * xc_avoidance_is_by_inspection:
 * @ground: why somebody must not inspect
 *
 * A ruling to avoid, and a place in two teams, are waived for one inspection only: a waiver for the organization would
 * contradict the first, and the second has nothing to do with the organization.
 *
 * Returns: whether a waiver of @ground must name an inspection
 */
gboolean
xc_avoidance_is_by_inspection (XcAvoidanceGround ground)
{
  return ground == XC_AVOIDANCE_RULED || ground == XC_AVOIDANCE_TWO_TEAMS;
}

/**
 * xc_avoidance_can_be_waived:
 * @conflict: a conflict
 *
 * Returns: whether a waiver can let it pass: there is something to inspect, and what was ruled was not ruled for just that
 */
gboolean
xc_avoidance_can_be_waived (const XcAvoidanceConflict *conflict)
{
  return conflict->organization != NULL && (conflict->ruling == NULL || conflict->ruling->inspection_id == 0)
         && (conflict->inspection != NULL || !xc_avoidance_is_by_inspection (conflict->ground));
}

/* One that covers the ground. What was ruled for the one inspection goes before what was ruled for the organization. */
static const XcAvoidanceRuling *
find_waiver (const XcAvoidance *avoidance, const XcAvoidanceService *service,
             const XcAvoidanceConflict *conflict)
{
  const XcAvoidanceRuling *found = NULL;

  if (!xc_avoidance_can_be_waived (conflict))
    return NULL;
  for (guint i = avoidance->rulings.at[service->person]; i < avoidance->rulings.at[service->person + 1]; i++)
    {
      const XcAvoidanceRuling *ruling =
          XC_AVOIDANCE_ROW (avoidance, rulings, XcAvoidanceRuling, avoidance->rulings.items[i]);

      if (ruling->ruling != XC_RULING_WAIVED || ruling->organization_id != conflict->organization->id
          || (ruling->grounds & XC_AVOIDANCE_MASK (conflict->ground)) == 0)
        continue;
      if (ruling->inspection_id != 0)
        {
          if (conflict->inspection != NULL && ruling->inspection_id == conflict->inspection->id)
            return ruling;
        }
      else if (!xc_avoidance_is_by_inspection (conflict->ground) && found == NULL)
        found = ruling;
    }
  return found;
}

void
xc_avoidance_end_conflict (const XcAvoidance *avoidance, const XcAvoidanceService *service,
                           XcAvoidanceConflict conflict, GArray *conflicts)
{
  conflict.waiver = find_waiver (avoidance, service, &conflict);
  g_array_append_val (conflicts, conflict);
}

/* From when on it must be allowed. */
XcDay
xc_avoidance_get_start (const XcAvoidance *avoidance, const XcAvoidanceService *service)
{
  return xc_day_is_set (service->starts) ? service->starts : avoidance->input->as_of;
}

static void
check_rulings (XcAvoidance *avoidance, const XcAvoidanceService *service, GArray *conflicts)
{
  for (guint i = avoidance->rulings.at[service->person]; i < avoidance->rulings.at[service->person + 1]; i++)
    {
      const XcAvoidanceRuling *ruling =
          XC_AVOIDANCE_ROW (avoidance, rulings, XcAvoidanceRuling, avoidance->rulings.items[i]);
      XcAvoidanceConflict conflict;
      guint n_ways;
      const XcAvoidanceRelated *way;

      if (ruling->ruling != XC_RULING_AVOID
          || (ruling->inspection_id != 0
              && (service->inspection == NULL || ruling->inspection_id != service->inspection->id)))
        continue;
      way = xc_avoidance_find_related (
          avoidance, service->organization,
          xc_avoidance_find_index (avoidance->organizations, ruling->organization_id), &n_ways);
      if (way == NULL || way->tie == XC_TIE_BELOW || way->until != XC_DAY_MAX)
        continue;
      conflict = xc_avoidance_begin_related (avoidance, service, XC_AVOIDANCE_RULED, way);
      conflict.ruling = ruling;
      conflict.since = ruling->ruled_on;
      xc_avoidance_end_conflict (avoidance, service, conflict, conflicts);
    }
}

static void
check_kin (XcAvoidance *avoidance, const XcAvoidanceService *service, GArray *conflicts)
{
  for (guint i = avoidance->kin.at[service->person]; i < avoidance->kin.at[service->person + 1]; i++)
    {
      const XcAvoidanceKin *kin = XC_AVOIDANCE_ROW (avoidance, kin, XcAvoidanceKin, avoidance->kin.items[i]);
      XcAvoidanceConflict conflict;
      guint n_ways;
      const XcAvoidanceRelated *ways = xc_avoidance_find_related (
          avoidance, service->organization,
          xc_avoidance_find_index (avoidance->organizations, kin->organization_id), &n_ways);

      for (guint way = 0; way < n_ways; way++)
        if (ways[way].until == XC_DAY_MAX)
          {
            conflict = xc_avoidance_begin_related (avoidance, service, XC_AVOIDANCE_KIN, &ways[way]);
            conflict.kin = kin;
            xc_avoidance_end_conflict (avoidance, service, conflict, conflicts);
            break;
          }
    }
}

static void
check_earlier_inspection (XcAvoidance *avoidance, const XcAvoidanceService *service,
                          const XcAvoidanceMember *member, const XcAvoidanceInspection *earlier,
                          GArray *conflicts)
{
  guint years = avoidance->input->rule.inspected_years;
  guint n_ways;
  const XcAvoidanceRelated *way = xc_avoidance_find_related (
      avoidance, service->organization,
      xc_avoidance_find_index (avoidance->organizations, earlier->organization_id), &n_ways);
  XcAvoidanceConflict conflict;

  if (way == NULL || way->tie == XC_TIE_ABOVE || way->tie == XC_TIE_BELOW || earlier->starts >= way->until
      || !xc_avoidance_serves_at (member, earlier)
      || (service->inspection != NULL && service->inspection->extends_id == earlier->id))
    return;
  conflict = xc_avoidance_begin_related (avoidance, service, XC_AVOIDANCE_INSPECTED_BEFORE, way);
  conflict.earlier = earlier;
  conflict.other = member;
  conflict.since = earlier->starts;
  conflict.until = earlier->ends;
  if (years > 0)
    conflict.lapses_on =
        xc_day_add_months (xc_avoidance_last (earlier->starts, earlier->ends), 12 * (int) years);
  if (!xc_day_is_set (conflict.lapses_on) || xc_avoidance_get_start (avoidance, service) < conflict.lapses_on)
    xc_avoidance_end_conflict (avoidance, service, conflict, conflicts);
}

static void
check_earlier_service (XcAvoidance *avoidance, const XcAvoidanceService *service, GArray *conflicts)
{
  int position = XC_AVOIDANCE_ROW (avoidance, teams, XcAvoidanceTeam, service->team)->round_position;

  for (guint i = avoidance->served.at[service->person]; i < avoidance->served.at[service->person + 1]; i++)
    {
      const XcAvoidanceMember *member =
          XC_AVOIDANCE_ROW (avoidance, members, XcAvoidanceMember, avoidance->served.items[i]);
      guint team = xc_avoidance_find_index (avoidance->teams, member->team_id);

      if (team == XC_AVOIDANCE_NOTHING
          || XC_AVOIDANCE_ROW (avoidance, teams, XcAvoidanceTeam, team)->round_position >= position)
        continue;
      for (guint j = avoidance->given.at[team]; j < avoidance->given.at[team + 1]; j++)
        check_earlier_inspection (
            avoidance, service, member,
            XC_AVOIDANCE_ROW (avoidance, inspections, XcAvoidanceInspection, avoidance->given.items[j]),
            conflicts);
    }
}

/* When a member is there: as long as the team has something to inspect, or the whole round. */
static void
get_period (const XcAvoidance *avoidance, const XcAvoidanceMember *member, guint team, XcDay *from, XcDay *to)
{
  const XcAvoidanceTeam *row = XC_AVOIDANCE_ROW (avoidance, teams, XcAvoidanceTeam, team);
  guint first = avoidance->given.at[team];
  guint end = avoidance->given.at[team + 1];

  *from = first < end ? XC_DAY_MAX : row->starts;
  *to = first < end ? XC_DAY_MIN : row->ends;
  for (guint i = first; i < end; i++)
    {
      const XcAvoidanceInspection *inspection =
          XC_AVOIDANCE_ROW (avoidance, inspections, XcAvoidanceInspection, avoidance->given.items[i]);

      /* XC_DAY_NONE is before any day, so it stays the first. */
      *from = MIN (*from, inspection->starts);
      *to =
          xc_day_is_set (*to) && xc_day_is_set (inspection->ends) ? MAX (*to, inspection->ends) : XC_DAY_NONE;
    }
  *from = xc_avoidance_last (*from, member->from);
  *to = xc_avoidance_first (*to, member->to);
}

static void
check_two_teams (XcAvoidance *avoidance, const XcAvoidanceService *service, GArray *conflicts)
{
  const XcAvoidanceTeam *own = XC_AVOIDANCE_ROW (avoidance, teams, XcAvoidanceTeam, service->team);

  for (guint i = avoidance->served.at[service->person]; i < avoidance->served.at[service->person + 1]; i++)
    {
      const XcAvoidanceMember *other =
          XC_AVOIDANCE_ROW (avoidance, members, XcAvoidanceMember, avoidance->served.items[i]);
      guint team = xc_avoidance_find_index (avoidance->teams, other->team_id);
      XcAvoidanceConflict conflict;
      XcDay from, to;

      if (team == XC_AVOIDANCE_NOTHING || team == service->team || other->id == service->moved_member_id)
        continue;
      get_period (avoidance, other, team, &from, &to);
      if (!xc_avoidance_overlap (service->starts, service->ends, from, to))
        continue;
      /* In different rounds nothing is taken for the same time that is not known to be. */
      if (XC_AVOIDANCE_ROW (avoidance, teams, XcAvoidanceTeam, team)->round_id != own->round_id
          && (!xc_day_is_set (service->starts) || !xc_day_is_set (service->ends) || !xc_day_is_set (from)
              || !xc_day_is_set (to)))
        continue;
      conflict = begin_conflict (avoidance, service, XC_AVOIDANCE_TWO_TEAMS);
      conflict.other = other;
      conflict.since = xc_avoidance_last (service->starts, from);
      conflict.until = xc_avoidance_first (service->ends, to);
      xc_avoidance_end_conflict (avoidance, service, conflict, conflicts);
    }
}

/* Adds all that keeps somebody from it, ground by ground. */
void
xc_avoidance_check_service (XcAvoidance *avoidance, const XcAvoidanceService *service, GArray *conflicts)
{
  check_rulings (avoidance, service, conflicts);
  xc_avoidance_check_posts (avoidance, service, conflicts);
  if (xc_avoidance_is_on (avoidance, XC_AVOIDANCE_KIN))
    check_kin (avoidance, service, conflicts);
  if (xc_avoidance_is_on (avoidance, XC_AVOIDANCE_INSPECTED_BEFORE))
    check_earlier_service (avoidance, service, conflicts);
  if (xc_avoidance_is_on (avoidance, XC_AVOIDANCE_TWO_TEAMS))
    check_two_teams (avoidance, service, conflicts);
}
