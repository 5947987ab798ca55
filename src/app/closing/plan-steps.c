/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/closing/plan-steps.h"

#include <glib/gi18n-lib.h>

#include "app/closing/step-dialog.h"
#include "app/today.h"
#include "core/text.h"
#include "store/plan-reviews.h"
#include "store/row-name.h"

static gint64
get_inspection (const XcStepJob *job)
{
  return g_array_index (job->ids, gint64, 0);
}

static XcPlanVerdict
read_verdict (const XcStepJob *job)
{
  XcPlanVerdict verdict = { .opinion = xc_record_get_text (job->record, "opinion"),
                            .person = xc_record_get_text (job->record, "person"),
                            .happened_on = xc_record_get_day (job->record, "happened_on"),
                            .resubmit_on = xc_record_get_day (job->record, "resubmit_on") };

  xc_verdict_from_word (xc_record_get_text (job->record, "verdict"), &verdict.verdict);
  return verdict;
}

static const char *
check_receipt (const XcStepJob *job, const char **field)
{
  *field = "received_on";
  return xc_record_is_set (job->record, "received_on") ? NULL : xc_plan_refusal_get_sentence (XC_PLAN_NO_DAY);
}

static const char *
check_verdict (const XcStepJob *job, const char **field)
{
  XcPlanVerdict verdict = read_verdict (job);

  *field = "person";
  if (xc_text_is_blank (verdict.person))
    return xc_plan_refusal_get_sentence (XC_PLAN_NO_PERSON);
  *field = "happened_on";
  if (!xc_day_is_set (verdict.happened_on))
    return xc_plan_refusal_get_sentence (XC_PLAN_NO_DAY);
  *field = "opinion";
  return verdict.verdict == XC_VERDICT_RETURNED && xc_text_is_blank (verdict.opinion)
             ? xc_plan_refusal_get_sentence (XC_PLAN_NO_REASON)
             : NULL;
}

static XcStepReport *
report_done (const XcStepJob *job)
{
  XcStepReport *report = xc_step_report_new ();

  xc_step_report_add_done (report, get_inspection (job));
  return report;
}

/* One plan: what stands against it was asked before the dialog was opened. */
static XcStepReport *
look (const XcStepJob *job, GError **error)
{
  return report_done (job);
}

static XcStepReport *
take_receipt (const XcStepJob *job, GError **error)
{
  return xc_plan_reviews_receive (job->store, get_inspection (job),
                                  xc_record_get_day (job->record, "received_on"), error)
             ? report_done (job)
             : NULL;
}

static XcStepReport *
take_verdict (const XcStepJob *job, GError **error)
{
  XcPlanVerdict verdict = read_verdict (job);

  return xc_plan_reviews_decide (job->store, get_inspection (job), &verdict, error) ? report_done (job)
                                                                                    : NULL;
}

static const XcStepKind kinds[] = {
  [XC_PLAN_STEP_RECEIVE] = { NC_ ("step", "Plan Received"), NC_ ("step", "_Received"), XC_TABLE_PLAN_REVIEW,
                             "received_on", check_receipt, look, take_receipt },
  [XC_PLAN_STEP_ACCEPT] = { NC_ ("step", "Accept the Plan"), NC_ ("step", "_Accept"), XC_TABLE_PLAN_REVIEW,
                            "person happened_on|opinion", check_verdict, look, take_verdict },
  [XC_PLAN_STEP_RETURN] = { NC_ ("step", "Return the Plan"), NC_ ("step", "_Return"), XC_TABLE_PLAN_REVIEW,
                            "person happened_on|opinion|resubmit_on", check_verdict, look, take_verdict },
};

G_STATIC_ASSERT (G_N_ELEMENTS (kinds) == XC_N_PLAN_STEPS);

static XcRecord *
propose (XcPlanStep step)
{
  XcRecord *record = xc_record_new (XC_TABLE_PLAN_REVIEW);

  if (step == XC_PLAN_STEP_RECEIVE)
    {
      xc_record_set_day (record, "received_on", xc_today ());
      return record;
    }
  xc_record_set_day (record, "happened_on", xc_today ());
  xc_record_set_text (
      record, "verdict",
      xc_verdict_to_word (step == XC_PLAN_STEP_ACCEPT ? XC_VERDICT_ACCEPTED : XC_VERDICT_RETURNED));
  return record;
}

const char *
xc_plan_step_get_title (XcPlanStep step)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "step", kinds[step].title);
}

/**
 * xc_plan_step_check:
 * @store: a ledger
 * @step: a step
 * @inspection: an inspection
 *
 * Returns: why the step cannot be taken with its plan now, whoever does it and whatever is typed
 */
XcPlanRefusal
xc_plan_step_check (XcStore *store, XcPlanStep step, gint64 inspection)
{
  g_autoptr (XcRecord) record = xc_store_load (store, XC_TABLE_INSPECTION, inspection, NULL);
  g_autoptr (GArray) reviews = record != NULL ? xc_plan_reviews_load (store, inspection, NULL) : NULL;
  const XcPlanVerdict nothing = { XC_VERDICT_ACCEPTED, NULL, NULL, XC_DAY_NONE, XC_DAY_NONE };
  const XcPlanReview *rows;
  XcPlanRefusal refusal;

  if (reviews == NULL)
    return XC_PLAN_NOT_RECEIVED;
  rows = (const XcPlanReview *) (gpointer) reviews->data;
  if (step != XC_PLAN_STEP_RECEIVE)
    refusal = xc_plan_check_decide (rows, reviews->len, &nothing);
  else if (xc_plan_reviews_get_state (record, reviews) == XC_PLAN_ACCEPTED)
    refusal = XC_PLAN_IS_ACCEPTED;
  else
    refusal =
        xc_plan_check_receive (rows, reviews->len, xc_record_get_day (record, "fed_back_on"), XC_DAY_NONE);
  return refusal == XC_PLAN_NO_DAY ? XC_PLAN_ALLOWED : refusal;
}

/**
 * xc_plan_step_open:
 * @widget: a widget in a window or a dialog
 * @store: the ledger
 * @step: a step
 * @inspection: an inspection whose plan it is about
 *
 * Asks for what the step needs.
 */
void
xc_plan_step_open (GtkWidget *widget, XcStore *store, XcPlanStep step, gint64 inspection)
{
  g_autoptr (XcRecord) record = propose (step);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autofree char *name = xc_row_dup_name (xc_store_get_database (store), XC_TABLE_INSPECTION, inspection);
  g_autofree char *draft =
      g_strdup_printf ("plan_review %s %" G_GINT64_FORMAT, kinds[step].title, inspection);
  const XcStepJob job = { store, ids, record };

  g_array_append_val (ids, inspection);
  xc_step_dialog_open (xc_step_dialog_new (widget, &kinds[step], &job, name), draft);
}
