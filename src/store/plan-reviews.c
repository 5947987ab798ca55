/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/plan-reviews.h"

#include <glib/gi18n-lib.h>

#include "core/fail.h"
#include "store/row-name.h"

typedef struct
{
  gint64 inspection_id;
  XcDay received_on;
  const XcPlanVerdict *verdict; /* of a decision */
} Step;

static GPtrArray *
load_records (XcStore *store, gint64 inspection_id, GError **error)
{
  return xc_store_load_where (store, XC_TABLE_PLAN_REVIEW, "inspection_id", inspection_id, error);
}

static GArray *
read_reviews (const GPtrArray *records)
{
  GArray *reviews = g_array_new (FALSE, TRUE, sizeof (XcPlanReview));

  for (guint i = 0; i < records->len; i++)
    {
      const XcRecord *record = records->pdata[i];
      XcPlanReview review = { .cycle = (guint) xc_record_get_number (record, "cycle"),
                              .received_on = xc_record_get_day (record, "received_on"),
                              .is_decided = xc_record_is_set (record, "verdict"),
                              .happened_on = xc_record_get_day (record, "happened_on"),
                              .resubmit_on = xc_record_get_day (record, "resubmit_on") };

      xc_verdict_from_word (xc_record_get_text (record, "verdict"), &review.verdict);
      g_array_append_val (reviews, review);
    }
  return reviews;
}

/**
 * xc_plan_reviews_load:
 * @store: a ledger
 * @inspection_id: an inspection
 * @error: return location for a #XcStoreError
 *
 * Returns: (transfer full) (element-type XcPlanReview): how often its plan came in, and what became of it; or %NULL
 */
GArray *
xc_plan_reviews_load (XcStore *store, gint64 inspection_id, GError **error)
{
  g_autoptr (GPtrArray) records = load_records (store, inspection_id, error);

  return records != NULL ? read_reviews (records) : NULL;
}

/**
 * xc_plan_reviews_get_state:
 * @inspection: an inspection
 * @reviews: (element-type XcPlanReview): of its plan
 *
 * Where only the day is known on which a plan came in, from a workbook, it was accepted long ago.
 *
 * Returns: how its plan stands
 */
XcPlanState
xc_plan_reviews_get_state (const XcRecord *inspection, const GArray *reviews)
{
  XcPlanState state = xc_plan_get_state ((const XcPlanReview *) (gconstpointer) reviews->data, reviews->len);

  return state == XC_PLAN_MISSING && xc_record_is_set (inspection, "plan_received_on") ? XC_PLAN_ACCEPTED
                                                                                       : state;
}

static gboolean
refuse (XcPlanRefusal refusal, GError **error)
{
  return xc_fail (error, XC_STORE_ERROR, XC_STORE_ERROR_REFUSED, "%s",
                  xc_plan_refusal_get_sentence (refusal));
}

static gboolean
receive (XcStore *store, gpointer data, GError **error)
{
  const Step *step = data;
  g_autoptr (XcRecord) inspection = xc_store_load (store, XC_TABLE_INSPECTION, step->inspection_id, error);
  g_autoptr (GArray) reviews =
      inspection != NULL ? xc_plan_reviews_load (store, step->inspection_id, error) : NULL;
  g_autoptr (XcRecord) record = xc_record_new (XC_TABLE_PLAN_REVIEW);
  const XcPlanReview *latest;
  XcPlanRefusal refusal;

  if (reviews == NULL)
    return FALSE;
  refusal = xc_plan_check_receive ((const XcPlanReview *) (gpointer) reviews->data, reviews->len,
                                   xc_record_get_day (inspection, "fed_back_on"), step->received_on);
  if (refusal != XC_PLAN_ALLOWED)
    return refuse (refusal, error);
  latest = xc_plan_get_latest ((const XcPlanReview *) (gpointer) reviews->data, reviews->len);
  xc_record_set_number (record, "inspection_id", step->inspection_id);
  xc_record_set_number (record, "cycle", latest != NULL ? latest->cycle + 1 : 1);
  xc_record_set_day (record, "received_on", step->received_on);
  /* The first time is what lists and charts ask for. */
  if (latest == NULL && !xc_record_is_set (inspection, "plan_received_on"))
    xc_record_set_day (inspection, "plan_received_on", step->received_on);
  return xc_store_save (store, record, error) && xc_store_save (store, inspection, error);
}

static XcRecord *
find_cycle (GPtrArray *records, guint cycle)
{
  for (guint i = 0; i < records->len; i++)
    if (xc_record_get_number (records->pdata[i], "cycle") == cycle)
      return records->pdata[i];
  g_return_val_if_reached (NULL);
}

static gboolean
decide (XcStore *store, gpointer data, GError **error)
{
  const Step *step = data;
  g_autoptr (GPtrArray) records = load_records (store, step->inspection_id, error);
  g_autoptr (GArray) reviews = records != NULL ? read_reviews (records) : NULL;
  const XcPlanReview *rows;
  XcPlanRefusal refusal;
  XcRecord *record;

  if (reviews == NULL)
    return FALSE;
  rows = (const XcPlanReview *) (gpointer) reviews->data;
  refusal = xc_plan_check_decide (rows, reviews->len, step->verdict);
  if (refusal != XC_PLAN_ALLOWED)
    return refuse (refusal, error);
  record = find_cycle (records, xc_plan_get_latest (rows, reviews->len)->cycle);
  xc_record_set_text (record, "verdict", xc_verdict_to_word (step->verdict->verdict));
  xc_record_set_text (record, "opinion", step->verdict->opinion);
  xc_record_set_text (record, "person", step->verdict->person);
  xc_record_set_day (record, "happened_on", step->verdict->happened_on);
  if (step->verdict->verdict == XC_VERDICT_RETURNED)
    xc_record_set_day (record, "resubmit_on", step->verdict->resubmit_on);
  return xc_store_save (store, record, error);
}

static gboolean
run (XcStore *store, const char *format, XcStoreAction action, Step *step, GError **error)
{
  g_autofree char *name =
      xc_row_dup_name (xc_store_get_database (store), XC_TABLE_INSPECTION, step->inspection_id);
  g_autoptr (GString) title = g_string_new (format);

  g_string_replace (title, "{1}", name, 0);
  return xc_store_run (store, title->str, action, step, error);
}

/**
 * xc_plan_reviews_receive:
 * @store: a ledger
 * @inspection_id: an inspection that was fed back
 * @received_on: when its plan came in, for the first time or again
 * @error: return location; %XC_STORE_ERROR_REFUSED when it cannot have, with the reason
 *
 * Returns: whether it is in the ledger
 */
gboolean
xc_plan_reviews_receive (XcStore *store, gint64 inspection_id, XcDay received_on, GError **error)
{
  Step step = { inspection_id, received_on, NULL };

  /* translators: {1} is the name of an organization */
  return run (store, _ ("Plan received: {1}"), receive, &step, error);
}

/**
 * xc_plan_reviews_decide:
 * @store: a ledger
 * @inspection_id: an inspection whose plan is under review
 * @verdict: what became of it
 * @error: return location; %XC_STORE_ERROR_REFUSED when that cannot be, with the reason
 *
 * Returns: whether it is in the ledger
 */
gboolean
xc_plan_reviews_decide (XcStore *store, gint64 inspection_id, const XcPlanVerdict *verdict, GError **error)
{
  Step step = { inspection_id, XC_DAY_NONE, verdict };

  return run (store,
              verdict->verdict == XC_VERDICT_ACCEPTED
                  /* translators: {1} is the name of an organization */
                  ? _ ("Plan accepted: {1}")
                  /* translators: {1} is the name of an organization */
                  : _ ("Plan returned: {1}"),
              decide, &step, error);
}
