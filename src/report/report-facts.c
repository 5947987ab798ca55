/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/report-facts.h"

#include "store/coverage-source.h"

#define DECIMALS 2

/* The filters of the figures, as paths from an inspection. */
static void
narrow (XcQuery *query, const XcFiguresFilter *filter)
{
  const struct
  {
    const char *path;
    gint64 id;
  } filters[] = {
    { "round_id.term_id", filter->term_id },
    { "round_id", filter->round_id },
    { "team_id", filter->team_id },
    { "organization_id", filter->organization_id },
    { "organization_id.register_id", filter->register_id },
  };

  for (guint i = 0; i < G_N_ELEMENTS (filters); i++)
    if (filters[i].id != 0)
      xc_query_add_number_filter (query, filters[i].path, XC_RELATION_IS, filters[i].id);
}

static gboolean
count_inspections (XcReportFacts *self, XcStore *store, const XcFiguresFilter *filter, GError **error)
{
  const XcValue tomorrow = XC_VALUE_NUMBER (filter->today + 1);

  for (guint i = 0; i < XC_N_INSPECTION_KINDS; i++)
    {
      g_autoptr (XcQuery) query = xc_query_new (XC_TABLE_INSPECTION);

      narrow (query, filter);
      xc_query_add_text_filter (query, "level", XC_RELATION_IS, xc_level_to_word (XC_LEVEL_OWN));
      xc_query_add_text_filter (query, "kind", XC_RELATION_IS,
                                xc_inspection_kind_to_word ((XcInspectionKind) i));
      xc_query_add_filter (query, "enters_on", XC_RELATION_BEFORE, &tomorrow, 1);
      if (!xc_query_count (query, store, &self->inspections[i], error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
count_rounds (XcReportFacts *self, XcStore *store, gint64 term_id, GError **error)
{
  g_autoptr (GPtrArray) rounds = xc_store_load_where (store, XC_TABLE_ROUND, "term_id", term_id, error);

  for (guint i = 0; rounds != NULL && i < rounds->len; i++)
    {
      XcDay starts = xc_record_get_day (rounds->pdata[i], "starts_on");

      self->n_rounds += xc_day_is_set (starts) && starts <= self->as_of;
    }
  return rounds != NULL;
}

static gboolean
count_coverage (XcReportFacts *self, XcStore *store, const XcRecord *term, GError **error)
{
  g_autoptr (XcCoverage) coverage = xc_coverage_source_load (store, term, error);
  g_autoptr (XcCoverageDay) day = NULL;

  if (coverage == NULL)
    return FALSE;
  day = xc_coverage_get_day (coverage, self->as_of);
  self->covered = day->total.covered;
  self->owed = day->total.owed;
  return count_rounds (self, store, xc_record_get_id (term), error);
}

static gboolean
is_whole_term (const XcFiguresFilter *filter)
{
  return filter->round_id == 0 && filter->team_id == 0 && filter->organization_id == 0
         && filter->register_id == 0;
}

/**
 * xc_report_facts_load:
 * @store: a ledger
 * @filter: what the report is about
 * @figures: those of @filter
 * @scope: what that is called, as 第六轮
 * @error: return location for a #XcStoreError
 *
 * Rounds and coverage are said of a whole term only, and only while the day is in the term.
 *
 * Returns: (transfer full): what can be said, or %NULL
 */
XcReportFacts *
xc_report_facts_load (XcStore *store, const XcFiguresFilter *filter, const XcProblemFigures *figures,
                      const char *scope, GError **error)
{
  g_autoptr (XcReportFacts) self = g_new0 (XcReportFacts, 1);
  g_autoptr (XcRecord) term = NULL;

  self->as_of = filter->today;
  self->scope = g_strdup (scope);
  self->decimals = DECIMALS;
  self->figures = figures->total;
  self->counts_basically_done = figures->counts_basically_done;
  if (!count_inspections (self, store, filter, error))
    return NULL;
  if (filter->term_id == 0)
    return g_steal_pointer (&self);
  term = xc_store_load (store, XC_TABLE_TERM, filter->term_id, error);
  if (term == NULL)
    return NULL;
  self->decimals = (int) xc_record_get_number (term, "decimals");
  if (is_whole_term (filter) && xc_coverage_source_choose_day (term, self->as_of) == self->as_of
      && !count_coverage (self, store, term, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
xc_report_facts_free (XcReportFacts *self)
{
  g_free (self->scope);
  g_free (self);
}
