/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The grounds one by one, for one person at one inspection.
 *
 * A post bars from the day it began to the last day of it and the years of the rule after that; that nothing says when
 * it was does not make it go away. Kin and rulings have no days: they bar as long as they stand in the ledger.
 */
#include "core/avoidance-private.h"

static gboolean
is_on (const XcAvoidance *avoidance, XcAvoidanceGround ground)
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

static XcAvoidanceConflict
begin_related (const XcAvoidance *avoidance, const XcAvoidanceService *service, XcAvoidanceGround ground,
               const XcAvoidanceRelated *way)
{
  XcAvoidanceConflict conflict = begin_conflict (avoidance, service, ground);

  conflict.related = XC_AVOIDANCE_ROW (avoidance, organizations, XcAvoidanceOrganization, way->organization);
  conflict.tie = way->tie;
  return conflict;
}

/* What was ruled for the one inspection goes before what was ruled for the organization. A ruling to avoid, and a place
 * in two teams, are waived for the one inspection only: the first would contradict itself, the second has nothing to do
 * with the organization. */
static const XcAvoidanceRuling *
find_waiver (const XcAvoidance *avoidance, const XcAvoidanceService *service,
             const XcAvoidanceConflict *conflict)
{
  const XcAvoidanceRuling *found = NULL;
  gboolean by_inspection =
      conflict->ground == XC_AVOIDANCE_RULED || conflict->ground == XC_AVOIDANCE_TWO_TEAMS;

  if (conflict->organization == NULL || (conflict->ruling != NULL && conflict->ruling->inspection_id != 0))
    return NULL;
  for (guint i = avoidance->rulings.at[service->person]; i < avoidance->rulings.at[service->person + 1]; i++)
    {
      const XcAvoidanceRuling *ruling =
          XC_AVOIDANCE_ROW (avoidance, rulings, XcAvoidanceRuling, avoidance->rulings.items[i]);

      if (ruling->ruling != XC_RULING_WAIVED || ruling->organization_id != conflict->organization->id)
        continue;
      if (ruling->inspection_id != 0)
        {
          if (conflict->inspection != NULL && ruling->inspection_id == conflict->inspection->id)
            return ruling;
        }
      else if (!by_inspection && found == NULL)
        found = ruling;
    }
  return found;
}

static void
end_conflict (const XcAvoidance *avoidance, const XcAvoidanceService *service, XcAvoidanceConflict conflict,
              GArray *conflicts)
{
  conflict.waiver = find_waiver (avoidance, service, &conflict);
  g_array_append_val (conflicts, conflict);
}

/* From when on it must be allowed. */
static XcDay
get_start (const XcAvoidance *avoidance, const XcAvoidanceService *service)
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
      conflict = begin_related (avoidance, service, XC_AVOIDANCE_RULED, way);
      conflict.ruling = ruling;
      conflict.since = ruling->ruled_on;
      end_conflict (avoidance, service, conflict, conflicts);
    }
}

/* Fills in the days of a post there, and says whether it bars. */
static gboolean
judge_post (const XcAvoidance *avoidance, const XcAvoidanceService *service, const XcAvoidanceRelated *way,
            XcDay from, XcDay to, XcAvoidanceConflict *conflict)
{
  XcDay start = get_start (avoidance, service);

  if (way->until != XC_DAY_MAX)
    to = xc_avoidance_first (to, way->until - 1);
  if (xc_day_is_set (from)
      && ((xc_day_is_set (to) && from > to) || (xc_day_is_set (service->ends) && from > service->ends)))
    return FALSE;
  *conflict = begin_related (avoidance, service, XC_AVOIDANCE_PRESENT_POST, way);
  conflict->since = from;
  conflict->until = to;
  if (!xc_day_is_set (to) || to >= start)
    return is_on (avoidance, XC_AVOIDANCE_PRESENT_POST);
  conflict->ground = XC_AVOIDANCE_PAST_POST;
  conflict->lapses_on = xc_day_add_months (to, 12 * (int) avoidance->input->rule.past_years);
  return is_on (avoidance, XC_AVOIDANCE_PAST_POST)
         && (!xc_day_is_set (conflict->lapses_on) || start < conflict->lapses_on);
}

/* Every post that bars, except that of a past one nothing is said where there is a present one. */
static void
find_posts (XcAvoidance *avoidance, const XcAvoidanceService *service, GArray *found)
{
  for (guint i = avoidance->posts.at[service->person]; i < avoidance->posts.at[service->person + 1]; i++)
    {
      const XcAvoidancePost *post =
          XC_AVOIDANCE_ROW (avoidance, posts, XcAvoidancePost, avoidance->posts.items[i]);
      guint n_ways;
      const XcAvoidanceRelated *ways = xc_avoidance_find_related (
          avoidance, service->organization,
          xc_avoidance_find_index (avoidance->organizations, post->organization_id), &n_ways);

      for (guint way = 0; way < n_ways; way++)
        {
          XcAvoidanceConflict conflict;

          if (!judge_post (avoidance, service, &ways[way], post->from, post->to, &conflict))
            continue;
          conflict.post = post;
          g_array_append_val (found, conflict);
          break;
        }
    }
}

static gboolean
has_present (const GArray *found, const XcAvoidanceOrganization *related)
{
  for (guint i = 0; i < found->len; i++)
    {
      const XcAvoidanceConflict *conflict = &g_array_index (found, XcAvoidanceConflict, i);

      if (conflict->related == related && conflict->ground != XC_AVOIDANCE_PAST_POST)
        return TRUE;
    }
  return FALSE;
}

/* Where somebody comes from has no days; of an organization that was divided it is a post until then. */
static void
find_home (XcAvoidance *avoidance, const XcAvoidanceService *service, GArray *found)
{
  const XcAvoidancePerson *person = XC_AVOIDANCE_ROW (avoidance, people, XcAvoidancePerson, service->person);
  guint n_ways;
  const XcAvoidanceRelated *ways = xc_avoidance_find_related (
      avoidance, service->organization,
      xc_avoidance_find_index (avoidance->organizations, person->organization_id), &n_ways);
  XcAvoidanceConflict conflict;

  for (guint i = 0; i < n_ways; i++)
    {
      if (ways[i].until == XC_DAY_MAX)
        conflict = begin_related (avoidance, service, XC_AVOIDANCE_HOME, &ways[i]);
      else if (!judge_post (avoidance, service, &ways[i], XC_DAY_NONE, XC_DAY_NONE, &conflict))
        continue;
      if (is_on (avoidance, conflict.ground) && !has_present (found, conflict.related))
        g_array_prepend_val (found, conflict);
      return;
    }
}

typedef struct
{
  XcDay from;
  XcDay to;
  const XcAvoidancePost *post;
  const XcAvoidanceRelated *way;
} Stay;

static int
compare_stays (gconstpointer a, gconstpointer b)
{
  const Stay *one = a;
  const Stay *other = b;

  if (one->from != other->from)
    return one->from < other->from ? -1 : 1;
  return one->to < other->to ? -1 : one->to > other->to;
}

/* Posts whose days are known, up to the inspection, in their order. */
static GArray *
collect_stays (XcAvoidance *avoidance, const XcAvoidanceService *service)
{
  GArray *stays = g_array_new (FALSE, FALSE, sizeof (Stay));
  XcDay start = get_start (avoidance, service);

  for (guint i = avoidance->posts.at[service->person]; i < avoidance->posts.at[service->person + 1]; i++)
    {
      const XcAvoidancePost *post =
          XC_AVOIDANCE_ROW (avoidance, posts, XcAvoidancePost, avoidance->posts.items[i]);
      guint n_ways;
      const XcAvoidanceRelated *way = xc_avoidance_find_related (
          avoidance, service->organization,
          xc_avoidance_find_index (avoidance->organizations, post->organization_id), &n_ways);
      Stay stay = { post->from, post->to, post, way };

      if (way == NULL || !xc_day_is_set (post->from))
        continue;
      if (way->until != XC_DAY_MAX)
        stay.to = xc_avoidance_first (stay.to, way->until - 1);
      stay.to = xc_avoidance_first (stay.to, start);
      if (stay.to >= stay.from)
        g_array_append_val (stays, stay);
    }
  g_array_sort (stays, compare_stays);
  return stays;
}

/* Asked when no post bars by itself. Days in two posts at once count once. */
static void
check_long_service (XcAvoidance *avoidance, const XcAvoidanceService *service, GArray *conflicts)
{
  g_autoptr (GArray) stays = collect_stays (avoidance, service);
  XcAvoidanceConflict conflict;
  const Stay *last = NULL;
  gint64 n_days = 0;
  XcDay counted = XC_DAY_NONE;

  for (guint i = 0; i < stays->len; i++)
    {
      const Stay *stay = &g_array_index (stays, Stay, i);
      XcDay from = xc_day_is_set (counted) ? MAX (stay->from, counted + 1) : stay->from;

      if (stay->to < from)
        continue;
      n_days += stay->to - from + 1;
      counted = stay->to;
      last = stay;
    }
  /* Four years have 1,461 days. */
  if (last == NULL || 4 * n_days <= 1461 * (gint64) avoidance->input->rule.long_years)
    return;
  conflict = begin_related (avoidance, service, XC_AVOIDANCE_LONG_SERVICE, last->way);
  conflict.post = last->post;
  conflict.since = g_array_index (stays, Stay, 0).from;
  conflict.until = counted;
  end_conflict (avoidance, service, conflict, conflicts);
}

static void
check_posts (XcAvoidance *avoidance, const XcAvoidanceService *service, GArray *conflicts)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (XcAvoidanceConflict));

  find_posts (avoidance, service, found);
  find_home (avoidance, service, found);
  for (XcAvoidanceGround ground = XC_AVOIDANCE_HOME; ground <= XC_AVOIDANCE_PAST_POST; ground++)
    for (guint i = 0; i < found->len; i++)
      {
        const XcAvoidanceConflict *conflict = &g_array_index (found, XcAvoidanceConflict, i);

        if (conflict->ground == ground
            && (ground != XC_AVOIDANCE_PAST_POST || !has_present (found, conflict->related)))
          end_conflict (avoidance, service, *conflict, conflicts);
      }
  if (found->len == 0 && is_on (avoidance, XC_AVOIDANCE_LONG_SERVICE))
    check_long_service (avoidance, service, conflicts);
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
            conflict = begin_related (avoidance, service, XC_AVOIDANCE_KIN, &ways[way]);
            conflict.kin = kin;
            end_conflict (avoidance, service, conflict, conflicts);
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
  conflict = begin_related (avoidance, service, XC_AVOIDANCE_INSPECTED_BEFORE, way);
  conflict.earlier = earlier;
  conflict.other = member;
  conflict.since = earlier->starts;
  conflict.until = earlier->ends;
  if (years > 0)
    conflict.lapses_on =
        xc_day_add_months (xc_avoidance_last (earlier->starts, earlier->ends), 12 * (int) years);
  if (!xc_day_is_set (conflict.lapses_on) || get_start (avoidance, service) < conflict.lapses_on)
    end_conflict (avoidance, service, conflict, conflicts);
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
      end_conflict (avoidance, service, conflict, conflicts);
    }
}

/* Adds all that keeps somebody from it, ground by ground. */
void
xc_avoidance_check_service (XcAvoidance *avoidance, const XcAvoidanceService *service, GArray *conflicts)
{
  check_rulings (avoidance, service, conflicts);
  check_posts (avoidance, service, conflicts);
  if (is_on (avoidance, XC_AVOIDANCE_KIN))
    check_kin (avoidance, service, conflicts);
  if (is_on (avoidance, XC_AVOIDANCE_INSPECTED_BEFORE))
    check_earlier_service (avoidance, service, conflicts);
  if (is_on (avoidance, XC_AVOIDANCE_TWO_TEAMS))
    check_two_teams (avoidance, service, conflicts);
}
