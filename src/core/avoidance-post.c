/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What somebody is or was in an organization. A post bars from its first day to its last and the years of the rule
 * after that; that nothing says when it was does not make it go away.
 */
#include "core/avoidance-private.h"

/* Fills in the days of a post there, and says whether it bars. */
static gboolean
judge_post (const XcAvoidance *avoidance, const XcAvoidanceService *service, const XcAvoidanceRelated *way,
            XcDay from, XcDay to, XcAvoidanceConflict *conflict)
{
  XcDay start = xc_avoidance_get_start (avoidance, service);

  if (way->until != XC_DAY_MAX)
    to = xc_avoidance_first (to, way->until - 1);
  if (xc_day_is_set (from)
      && ((xc_day_is_set (to) && from > to) || (xc_day_is_set (service->ends) && from > service->ends)))
    return FALSE;
  *conflict = xc_avoidance_begin_related (avoidance, service, XC_AVOIDANCE_PRESENT_POST, way);
  conflict->since = from;
  conflict->until = to;
  if (!xc_day_is_set (to) || to >= start)
    return xc_avoidance_is_on (avoidance, XC_AVOIDANCE_PRESENT_POST);
  conflict->ground = XC_AVOIDANCE_PAST_POST;
  conflict->lapses_on = xc_day_add_months (to, 12 * (int) avoidance->input->rule.past_years);
  return xc_avoidance_is_on (avoidance, XC_AVOIDANCE_PAST_POST)
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
        conflict = xc_avoidance_begin_related (avoidance, service, XC_AVOIDANCE_HOME, &ways[i]);
      else if (!judge_post (avoidance, service, &ways[i], XC_DAY_NONE, XC_DAY_NONE, &conflict))
        continue;
      if (xc_avoidance_is_on (avoidance, conflict.ground) && !has_present (found, conflict.related))
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
  XcDay start = xc_avoidance_get_start (avoidance, service);

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
  conflict = xc_avoidance_begin_related (avoidance, service, XC_AVOIDANCE_LONG_SERVICE, last->way);
  conflict.post = last->post;
  conflict.since = g_array_index (stays, Stay, 0).from;
  conflict.until = counted;
  xc_avoidance_end_conflict (avoidance, service, conflict, conflicts);
}

/* Home, posts present and past, and long service when none of those bars. */
void
xc_avoidance_check_posts (XcAvoidance *avoidance, const XcAvoidanceService *service, GArray *conflicts)
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
          xc_avoidance_end_conflict (avoidance, service, *conflict, conflicts);
      }
  if (found->len == 0 && xc_avoidance_is_on (avoidance, XC_AVOIDANCE_LONG_SERVICE))
    check_long_service (avoidance, service, conflicts);
}
