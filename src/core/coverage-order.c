/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Puts the rows of coverage in order: ids become indexes, and each organization's rows stand together by their days. */
#include "core/coverage-private.h"

static guint
find (GHashTable *table, gint64 id)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (table, &id)) - 1; /* a missing one wraps to NOTHING */
}

/* Every row of the input begins with its id. */
static GHashTable *
index_ids (GArray *rows)
{
  GHashTable *table = g_hash_table_new (g_int64_hash, g_int64_equal);
  guint size = g_array_get_element_size (rows);

  for (guint i = 0; i < rows->len; i++)
    g_hash_table_insert (table, rows->data + (gsize) i * size, GUINT_TO_POINTER (i + 1));
  return table;
}

/* Lists for each of @n_groups the rows that belong to it, in the order of the rows; those of no group are left out. */
static void
group (guint n_groups, const guint *group_of, guint n_rows, guint **at, guint **rows)
{
  g_autofree guint *next = g_new0 (guint, n_groups + 1);

  *at = g_new0 (guint, n_groups + 1);
  for (guint i = 0; i < n_rows; i++)
    if (group_of[i] != XC_COVERAGE_NOTHING)
      (*at)[group_of[i] + 1]++;
  for (guint i = 0; i < n_groups; i++)
    (*at)[i + 1] += (*at)[i];
  memcpy (next, *at, sizeof (guint) * (n_groups + 1));
  *rows = g_new (guint, (*at)[n_groups] + 1);
  for (guint i = 0; i < n_rows; i++)
    if (group_of[i] != XC_COVERAGE_NOTHING)
      (*rows)[next[group_of[i]]++] = i;
}

static XcDay
get_event_day (const XcCoverageTerm *term, const XcCoverageInspection *inspection)
{
  switch (term->covered_when)
    {
    case XC_COVERED_WHEN_ENTERED:
      return inspection->entered_on;
    case XC_COVERED_WHEN_LEFT:
      return inspection->left_on;
    case XC_COVERED_WHEN_FED_BACK:
      return inspection->fed_back_on;
    default:
      g_return_val_if_reached (XC_DAY_NONE);
    }
}

static void
read_days (const XcCoverageTerm *term, const XcCoverageInspection *inspection, XcInspectionDays *days)
{
  const XcDay known[] = { inspection->entered_on, inspection->left_on, inspection->fed_back_on };
  XcDay event = get_event_day (term, inspection);

  days->counts = xc_inspection_counts (inspection->kind, inspection->level, inspection->counts);
  days->began = XC_DAY_NEVER;
  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    if (xc_day_is_set (known[i]))
      days->began = MIN (days->began, known[i]);
  days->ended = xc_day_is_set (event) ? event : XC_DAY_NEVER;
  days->reached = days->ended >= term->starts && days->ended <= term->ends ? days->ended : XC_DAY_NEVER;
}

static int
compare_reached (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const XcInspectionDays *all = user_data;
  guint i = *(const guint *) a;
  guint j = *(const guint *) b;

  if (all[i].reached != all[j].reached)
    return all[i].reached < all[j].reached ? -1 : 1;
  if (all[i].began != all[j].began)
    return all[i].began < all[j].began ? -1 : 1;
  return i < j ? -1 : i > j;
}

static int
compare_member_day (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const XcCoverage *coverage = user_data;
  guint i = *(const guint *) a;
  guint j = *(const guint *) b;
  guint event_i = coverage->member_event[i];
  guint event_j = coverage->member_event[j];
  XcDay day_i = g_array_index (coverage->input->events, XcCoverageEvent, event_i).happened_on;
  XcDay day_j = g_array_index (coverage->input->events, XcCoverageEvent, event_j).happened_on;

  if (day_i != day_j)
    return day_i < day_j ? -1 : 1;
  if (event_i != event_j)
    return event_i < event_j ? -1 : 1;
  return i < j ? -1 : i > j;
}

static void
sort_groups (guint n_groups, const guint *at, guint *rows, GCompareDataFunc compare, gpointer user_data)
{
  for (guint i = 0; i < n_groups; i++)
    if (at[i + 1] - at[i] > 1)
      g_qsort_with_data (rows + at[i], (int) (at[i + 1] - at[i]), sizeof (guint), compare, user_data);
}

static void
order_inspections (XcCoverage *coverage, GHashTable *organizations)
{
  XcCoverageInput *input = coverage->input;
  g_autoptr (GHashTable) rounds = index_ids (input->rounds);
  g_autofree guint *owner = g_new (guint, input->inspections->len + 1);

  coverage->inspections = g_new0 (XcInspectionDays, input->inspections->len + 1);
  for (guint i = 0; i < input->inspections->len; i++)
    {
      const XcCoverageInspection *inspection = &g_array_index (input->inspections, XcCoverageInspection, i);
      XcInspectionDays *days = &coverage->inspections[i];

      read_days (&input->term, inspection, days);
      days->organization = owner[i] = find (organizations, inspection->organization_id);
      days->round = find (rounds, inspection->round_id);
    }
  group (input->organizations->len, owner, input->inspections->len, &coverage->own_at, &coverage->own);
  sort_groups (input->organizations->len, coverage->own_at, coverage->own, compare_reached,
               coverage->inspections);
}

static void
order_members (XcCoverage *coverage, GHashTable *organizations)
{
  XcCoverageInput *input = coverage->input;
  g_autoptr (GHashTable) events = index_ids (input->events);
  g_autofree guint *owner = g_new (guint, input->members->len + 1);

  coverage->member_event = g_new (guint, input->members->len + 1);
  for (guint i = 0; i < input->members->len; i++)
    {
      const XcCoverageMember *member = &g_array_index (input->members, XcCoverageMember, i);

      coverage->member_event[i] = find (events, member->event_id);
      owner[i] = coverage->member_event[i] == XC_COVERAGE_NOTHING
                     ? XC_COVERAGE_NOTHING
                     : find (organizations, member->organization_id);
    }
  group (input->organizations->len, owner, input->members->len, &coverage->member_at, &coverage->members);
  sort_groups (input->organizations->len, coverage->member_at, coverage->members, compare_member_day,
               coverage);
}

/* Turns ids into indexes, reads the days of the inspections, and lists each organization's rows by day. */
void
xc_coverage_put_in_order (XcCoverage *coverage)
{
  g_autoptr (GHashTable) organizations = index_ids (coverage->input->organizations);

  coverage->registers = index_ids (coverage->input->registers);
  order_inspections (coverage, organizations);
  order_members (coverage, organizations);
}

/* Returns the index of the register with this id, or XC_COVERAGE_NOTHING. */
guint
xc_coverage_find_register (const XcCoverage *coverage, gint64 id)
{
  return find (coverage->registers, id);
}

/*
 * Returns what the earliest event after @day says about the time before it, among the events that @tells of it; NULL
 * when there is none, so that the present row holds.
 */
const XcCoverageMember *
xc_coverage_get_former (const XcCoverage *coverage, guint organization, XcDay day,
                        gboolean (*tells) (const XcCoverageMember *member))
{
  const XcCoverageInput *input = coverage->input;

  for (guint i = coverage->member_at[organization]; i < coverage->member_at[organization + 1]; i++)
    {
      guint m = coverage->members[i];
      const XcCoverageMember *member = &g_array_index (input->members, XcCoverageMember, m);

      if (g_array_index (input->events, XcCoverageEvent, coverage->member_event[m]).happened_on > day
          && tells (member))
        return member;
    }
  return NULL;
}
