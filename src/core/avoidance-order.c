/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of avoidance put in order, and which organizations are meant when one is. */
#include "core/avoidance-private.h"

typedef guint (*OwnerFunc) (const XcAvoidance *avoidance, guint item);

guint
xc_avoidance_find_index (GHashTable *indexes, gint64 id)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (indexes, &id)) - 1;
}

/* Rows begin with their id. */
static GHashTable *
index_rows (GArray *rows)
{
  GHashTable *indexes = g_hash_table_new (g_int64_hash, g_int64_equal);
  guint size = g_array_get_element_size (rows);

  for (guint i = 0; i < rows->len; i++)
    g_hash_table_insert (indexes, rows->data + (gsize) i * size, GUINT_TO_POINTER (i + 1));
  return indexes;
}

/* Keeps the order of the items within each owner. */
static void
group (XcAvoidanceGroups *groups, const XcAvoidance *avoidance, guint n_owners, guint n_items,
       OwnerFunc get_owner)
{
  g_autofree guint *owners = g_new (guint, n_items);
  g_autofree guint *next = g_new (guint, n_owners);

  groups->at = g_new0 (guint, n_owners + 1);
  groups->items = g_new (guint, n_items);
  for (guint i = 0; i < n_items; i++)
    {
      owners[i] = get_owner (avoidance, i);
      if (owners[i] != XC_AVOIDANCE_NOTHING)
        groups->at[owners[i] + 1]++;
    }
  for (guint i = 0; i < n_owners; i++)
    {
      groups->at[i + 1] += groups->at[i];
      next[i] = groups->at[i];
    }
  for (guint i = 0; i < n_items; i++)
    if (owners[i] != XC_AVOIDANCE_NOTHING)
      groups->items[next[owners[i]]++] = i;
}

void
xc_avoidance_groups_clear (XcAvoidanceGroups *groups)
{
  g_clear_pointer (&groups->at, g_free);
  g_clear_pointer (&groups->items, g_free);
}

static guint
get_parent (const XcAvoidance *avoidance, guint item)
{
  return xc_avoidance_find_index (
      avoidance->organizations,
      XC_AVOIDANCE_ROW (avoidance, organizations, XcAvoidanceOrganization, item)->parent_id);
}

static guint
get_successor (const XcAvoidance *avoidance, guint item)
{
  return xc_avoidance_find_index (
      avoidance->organizations,
      XC_AVOIDANCE_ROW (avoidance, successions, XcAvoidanceSuccession, item)->successor_id);
}

static guint
get_moved (const XcAvoidance *avoidance, guint item)
{
  return xc_avoidance_find_index (
      avoidance->organizations, XC_AVOIDANCE_ROW (avoidance, moves, XcAvoidanceMove, item)->organization_id);
}

static guint
get_post_holder (const XcAvoidance *avoidance, guint item)
{
  return xc_avoidance_find_index (avoidance->people,
                                  XC_AVOIDANCE_ROW (avoidance, posts, XcAvoidancePost, item)->person_id);
}

static guint
get_kin_of (const XcAvoidance *avoidance, guint item)
{
  return xc_avoidance_find_index (avoidance->people,
                                  XC_AVOIDANCE_ROW (avoidance, kin, XcAvoidanceKin, item)->person_id);
}

static guint
get_ruled (const XcAvoidance *avoidance, guint item)
{
  return xc_avoidance_find_index (avoidance->people,
                                  XC_AVOIDANCE_ROW (avoidance, rulings, XcAvoidanceRuling, item)->person_id);
}

static guint
get_serving (const XcAvoidance *avoidance, guint item)
{
  return xc_avoidance_find_index (avoidance->people,
                                  XC_AVOIDANCE_ROW (avoidance, members, XcAvoidanceMember, item)->person_id);
}

static guint
get_team (const XcAvoidance *avoidance, guint item)
{
  return xc_avoidance_find_index (avoidance->teams,
                                  XC_AVOIDANCE_ROW (avoidance, members, XcAvoidanceMember, item)->team_id);
}

static guint
get_inspecting (const XcAvoidance *avoidance, guint item)
{
  return xc_avoidance_find_index (
      avoidance->teams, XC_AVOIDANCE_ROW (avoidance, inspections, XcAvoidanceInspection, item)->team_id);
}

void
xc_avoidance_put_in_order (XcAvoidance *avoidance)
{
  XcAvoidanceInput *input = avoidance->input;
  guint n_organizations = input->organizations->len;
  guint n_people = input->people->len;
  guint n_teams = input->teams->len;

  avoidance->organizations = index_rows (input->organizations);
  avoidance->people = index_rows (input->people);
  avoidance->teams = index_rows (input->teams);
  avoidance->inspections = index_rows (input->inspections);
  group (&avoidance->below, avoidance, n_organizations, n_organizations, get_parent);
  group (&avoidance->predecessors, avoidance, n_organizations, input->successions->len, get_successor);
  group (&avoidance->moves, avoidance, n_organizations, input->moves->len, get_moved);
  group (&avoidance->posts, avoidance, n_people, input->posts->len, get_post_holder);
  group (&avoidance->kin, avoidance, n_people, input->kin->len, get_kin_of);
  group (&avoidance->rulings, avoidance, n_people, input->rulings->len, get_ruled);
  group (&avoidance->served, avoidance, n_people, input->members->len, get_serving);
  group (&avoidance->members, avoidance, n_teams, input->members->len, get_team);
  group (&avoidance->given, avoidance, n_teams, input->inspections->len, get_inspecting);
  avoidance->related = g_new0 (GArray *, n_organizations);
  avoidance->known_until = g_new (XcDay, n_organizations);
  for (guint i = 0; i < n_organizations; i++)
    avoidance->known_until[i] = XC_DAY_NONE;
}

/* One that is known already with as late a day stays as it is. */
static void
relate (const XcAvoidance *avoidance, GArray *related, guint organization, XcAvoidanceTie tie, XcDay until)
{
  XcAvoidanceRelated one = { organization, tie, until };

  if (organization == XC_AVOIDANCE_NOTHING || avoidance->known_until[organization] >= until)
    return;
  avoidance->known_until[organization] = until;
  g_array_append_val (related, one);
}

static void
relate_predecessors (const XcAvoidance *avoidance, GArray *related, XcAvoidanceRelated from)
{
  XcAvoidanceTie tie = from.tie == XC_TIE_SAME ? XC_TIE_PREDECESSOR : from.tie;

  for (guint i = avoidance->predecessors.at[from.organization];
       i < avoidance->predecessors.at[from.organization + 1]; i++)
    {
      const XcAvoidanceSuccession *succession =
          XC_AVOIDANCE_ROW (avoidance, successions, XcAvoidanceSuccession, avoidance->predecessors.items[i]);
      guint index = xc_avoidance_find_index (avoidance->organizations, succession->predecessor_id);
      XcDay valid_to, until;

      if (index == XC_AVOIDANCE_NOTHING)
        continue;
      /* Who is in one that ended went with it; who is in one that goes on was only there until then. */
      valid_to = XC_AVOIDANCE_ROW (avoidance, organizations, XcAvoidanceOrganization, index)->valid_to;
      until = xc_day_is_set (valid_to) && valid_to <= succession->happened_on ? XC_DAY_MAX
                                                                              : succession->happened_on;
      relate (avoidance, related, index, tie, MIN (from.until, until));
    }
}

static void
relate_above (const XcAvoidance *avoidance, GArray *related, XcAvoidanceRelated from)
{
  relate (avoidance, related, get_parent (avoidance, from.organization), XC_TIE_ABOVE, from.until);
  for (guint i = avoidance->moves.at[from.organization]; i < avoidance->moves.at[from.organization + 1]; i++)
    {
      const XcAvoidanceMove *move =
          XC_AVOIDANCE_ROW (avoidance, moves, XcAvoidanceMove, avoidance->moves.items[i]);

      relate (avoidance, related, xc_avoidance_find_index (avoidance->organizations, move->parent_id),
              XC_TIE_ABOVE, MIN (from.until, move->happened_on));
    }
}

static void
relate_below (const XcAvoidance *avoidance, GArray *related, XcAvoidanceRelated from)
{
  for (guint i = avoidance->below.at[from.organization]; i < avoidance->below.at[from.organization + 1]; i++)
    relate (avoidance, related, avoidance->below.items[i], XC_TIE_BELOW, from.until);
}

static int
compare_related (gconstpointer a, gconstpointer b)
{
  const XcAvoidanceRelated *one = a;
  const XcAvoidanceRelated *other = b;

  if (one->organization != other->organization)
    return one->organization < other->organization ? -1 : 1;
  if (one->tie != other->tie)
    return one->tie < other->tie ? -1 : 1;
  return (other->until > one->until) - (other->until < one->until);
}

/* Whose people are barred from @organization, in the order of their indexes; the nearest tie first. */
static const GArray *
get_related (XcAvoidance *avoidance, guint organization)
{
  GArray *related = avoidance->related[organization];

  if (related != NULL)
    return related;
  related = g_array_new (FALSE, FALSE, sizeof (XcAvoidanceRelated));
  avoidance->related[organization] = related;
  relate (avoidance, related, organization, XC_TIE_SAME, XC_DAY_MAX);
  for (guint i = 0; i < related->len; i++)
    {
      XcAvoidanceRelated one = g_array_index (related, XcAvoidanceRelated, i);

      relate_predecessors (avoidance, related, one);
      if (one.tie != XC_TIE_BELOW)
        relate_above (avoidance, related, one);
      if (one.tie == XC_TIE_SAME || one.tie == XC_TIE_BELOW)
        relate_below (avoidance, related, one);
    }
  for (guint i = 0; i < related->len; i++)
    avoidance->known_until[g_array_index (related, XcAvoidanceRelated, i).organization] = XC_DAY_NONE;
  g_array_sort (related, compare_related);
  return related;
}

/**
 * xc_avoidance_find_related:
 * @avoidance: avoidance
 * @organization: index of what would be inspected
 * @other: index of another one, or %XC_AVOIDANCE_NOTHING
 * @n_ways: (out): in how many ways the two are related
 *
 * Returns: (array length=n_ways): the ways, the nearest first; they hold until the next call
 */
const XcAvoidanceRelated *
xc_avoidance_find_related (XcAvoidance *avoidance, guint organization, guint other, guint *n_ways)
{
  const GArray *related;
  guint low = 0, high, end;

  *n_ways = 0;
  if (organization == XC_AVOIDANCE_NOTHING || other == XC_AVOIDANCE_NOTHING)
    return NULL;
  related = get_related (avoidance, organization);
  high = related->len;
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (related, XcAvoidanceRelated, middle).organization < other)
        low = middle + 1;
      else
        high = middle;
    }
  for (end = low; end < related->len; end++)
    if (g_array_index (related, XcAvoidanceRelated, end).organization != other)
      break;
  *n_ways = end - low;
  return *n_ways > 0 ? &g_array_index (related, XcAvoidanceRelated, low) : NULL;
}
