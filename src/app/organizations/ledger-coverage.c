/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/organizations/ledger-coverage.h"

#include <glib/gi18n-lib.h>

#include "app/today.h"
#include "core/ratio.h"
#include "store/coverage-source.h"
#include "store/row-name.h"

/**
 * xc_ledger_coverage_load:
 * @store: a ledger
 * @term: the term to count in
 * @error: return location for a #XcStoreError
 *
 * Returns: (transfer full): its coverage as of today, or as of the last day of a term that is over; or %NULL
 */
XcLedgerCoverage *
xc_ledger_coverage_load (XcStore *store, XcRecord *term, GError **error)
{
  g_autoptr (XcLedgerCoverage) self = g_new0 (XcLedgerCoverage, 1);
  const GArray *organizations;

  self->store = g_object_ref (store);
  self->indexes = g_hash_table_new (g_int64_hash, g_int64_equal);
  self->term = xc_record_ref (term);
  self->coverage = xc_coverage_source_load (store, self->term, error);
  if (self->coverage == NULL)
    return NULL;
  self->as_of = xc_coverage_source_choose_day (self->term, xc_today ());
  self->day = xc_coverage_get_day (self->coverage, self->as_of);
  organizations = xc_coverage_get_input (self->coverage)->organizations;
  for (guint o = 0; o < organizations->len; o++)
    g_hash_table_insert (self->indexes, &g_array_index (organizations, XcCoverageOrganization, o).id,
                         GUINT_TO_POINTER (o + 1));
  return g_steal_pointer (&self);
}

/**
 * xc_ledger_coverage_free:
 * @self: (transfer full): what to free
 */
void
xc_ledger_coverage_free (XcLedgerCoverage *self)
{
  g_clear_object (&self->store);
  g_clear_pointer (&self->term, xc_record_unref);
  g_clear_pointer (&self->indexes, g_hash_table_unref);
  g_clear_pointer (&self->day, xc_coverage_day_free);
  g_clear_pointer (&self->coverage, xc_coverage_free);
  g_free (self);
}

/**
 * xc_ledger_coverage_find:
 * @self: coverage
 * @organization: an id
 * @index: (out) (optional): its index in the input
 *
 * Returns: (nullable): what holds for it, or %NULL when it is not in the ledger
 */
const XcOrganizationCoverage *
xc_ledger_coverage_find (const XcLedgerCoverage *self, gint64 organization, guint *index)
{
  guint found = GPOINTER_TO_UINT (g_hash_table_lookup (self->indexes, &organization));

  if (index != NULL)
    *index = found - 1;
  return found == 0 ? NULL : &self->day->organizations[found - 1];
}

/**
 * xc_ledger_coverage_dup_rate:
 * @self: coverage
 * @covered: how many are covered
 * @owed: of how many
 *
 * Returns: (transfer full): the rate with the decimals of the term
 */
char *
xc_ledger_coverage_dup_rate (const XcLedgerCoverage *self, guint covered, guint owed)
{
  return xc_ratio_format (covered, owed, (int) xc_record_get_number (self->term, "decimals"));
}

static const char *
get_choice_title (XcTable table, const char *field, const char *word)
{
  return xc_choice_title (xc_field_find_choice (xc_catalogue_get_field (table, field), word));
}

/* "round, kind", as 第三轮 and regular. */
static char *
dup_inspection (const XcLedgerCoverage *self, guint index)
{
  const XcCoverageInspection *inspection =
      &g_array_index (xc_coverage_get_input (self->coverage)->inspections, XcCoverageInspection, index);
  const char *kind =
      get_choice_title (XC_TABLE_INSPECTION, "kind", xc_inspection_kind_to_word (inspection->kind));
  g_autofree char *round = NULL;

  if (inspection->round_id != 0)
    round = xc_row_dup_name (xc_store_get_database (self->store), XC_TABLE_ROUND, inspection->round_id);
  if (round == NULL)
    /* translators: %s is the kind of an inspection */
    return g_strdup_printf (_ ("a higher committee, %s"), kind);
  /* translators: %1$s is a round, %2$s the kind of an inspection */
  return g_strdup_printf (C_ ("inspection", "%1$s, %2$s"), round, kind);
}

/**
 * xc_ledger_coverage_dup_names:
 * @self: coverage
 * @event_id: an event
 * @side: a side of it
 *
 * Returns: (transfer full): the organizations on that side, as they were called on the day before the event or on the
 *   day of it
 */
char *
xc_ledger_coverage_dup_names (const XcLedgerCoverage *self, gint64 event_id, XcEventSide side)
{
  const XcCoverageInput *input = xc_coverage_get_input (self->coverage);
  g_autoptr (GString) names = g_string_new (NULL);
  XcDay day = self->as_of;

  for (guint i = 0; i < input->events->len; i++)
    if (g_array_index (input->events, XcCoverageEvent, i).id == event_id)
      day = g_array_index (input->events, XcCoverageEvent, i).happened_on;
  for (guint i = 0; i < input->members->len; i++)
    {
      const XcCoverageMember *member = &g_array_index (input->members, XcCoverageMember, i);
      guint index;

      if (member->event_id != event_id || member->side != side
          || xc_ledger_coverage_find (self, member->organization_id, &index) == NULL)
        continue;
      if (names->len > 0)
        g_string_append (names, C_ ("between names", ", "));
      g_string_append (names,
                       xc_coverage_get_name (self->coverage, index, side == XC_SIDE_BEFORE ? day - 1 : day));
    }
  return g_string_free (g_steal_pointer (&names), FALSE);
}

static char *
explain_covered (const XcLedgerCoverage *self, const XcOrganizationCoverage *state)
{
  g_autofree char *on = xc_day_format (state->covered_on);
  g_autofree char *by = dup_inspection (self, state->inspection);
  g_autofree char *event_day = NULL;
  g_autofree char *names = NULL;
  const XcCoverageEvent *event;

  if (state->event == XC_COVERAGE_NOTHING)
    /* translators: %1$s is a day, %2$s what covered it, as “round 3, regular” */
    return g_strdup_printf (_ ("Covered on %1$s by %2$s."), on, by);
  event = &g_array_index (xc_coverage_get_input (self->coverage)->events, XcCoverageEvent, state->event);
  event_day = xc_day_format (event->happened_on);
  names = xc_ledger_coverage_dup_names (self, event->id, XC_SIDE_BEFORE);
  return g_strdup_printf (event->kind == XC_EVENT_SPLIT
                              /* translators: %1$s and %4$s are days, %2$s what covered it, %3$s names */
                              ? _ ("Covered on %1$s by %2$s, through the split of %3$s on %4$s.")
                              /* translators: %1$s and %4$s are days, %2$s what covered it, %3$s names */
                              : _ ("Covered on %1$s by %2$s, through the merger of %3$s on %4$s."),
                          on, by, names, event_day);
}

static char *
explain_not_owed (const XcLedgerCoverage *self, const XcCoverageOrganization *organization)
{
  g_autofree char *day = NULL;

  if (xc_day_is_set (organization->valid_to) && organization->valid_to <= self->as_of)
    {
      day = xc_day_format (organization->valid_to);
      /* translators: %s is a day */
      return g_strdup_printf (_ ("It exists no more since %s."), day);
    }
  if (xc_day_is_set (organization->valid_from) && organization->valid_from > self->as_of)
    {
      day = xc_day_format (organization->valid_from);
      /* translators: %s is a day */
      return g_strdup_printf (_ ("It exists only from %s."), day);
    }
  return g_strdup (_ ("It is not listed for coverage."));
}

/**
 * xc_ledger_coverage_explain:
 * @self: coverage
 * @organization: an id
 *
 * Returns: (transfer full): why its state is what it is, in a sentence
 */
char *
xc_ledger_coverage_explain (const XcLedgerCoverage *self, gint64 organization)
{
  g_autofree char *by = NULL;
  guint index;
  const XcOrganizationCoverage *state = xc_ledger_coverage_find (self, organization, &index);

  if (state == NULL)
    return g_strdup ("");
  switch (state->state)
    {
    case XC_COVERAGE_NOT_OWED:
      return explain_not_owed (self, &g_array_index (xc_coverage_get_input (self->coverage)->organizations,
                                                     XcCoverageOrganization, index));
    case XC_COVERAGE_NEVER:
      return g_strdup (_ ("No inspection in this term covers it yet."));
    case XC_COVERAGE_IN_PROGRESS:
      by = dup_inspection (self, state->inspection);
      /* translators: %s is what goes on, as “round 3, regular” */
      return g_strdup_printf (_ ("A team is there: %s."), by);
    case XC_COVERAGE_TO_CONFIRM:
    case XC_COVERAGE_COVERED:
      return explain_covered (self, state);
    default:
      g_return_val_if_reached (NULL);
    }
}
