/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/closing/problem-steps.h"

#include <glib/gi18n-lib.h>

#include "app/closing/limit-words.h"
#include "app/closing/step-dialog.h"
#include "app/fields/choice-editor.h"
#include "app/today.h"
#include "app/window.h"
#include "core/text.h"
#include "store/closing.h"
#include "store/deadlines.h"
#include "store/measures.h"
#include "store/office.h"
#include "store/row-name.h"

static const gint64 *
get_ids (const XcStepJob *job)
{
  return (const gint64 *) (gpointer) job->ids->data;
}

/* Closing */

static XcClosingRequest
read_request (const XcStepJob *job)
{
  XcClosingRequest request = { .opinion = xc_record_get_text (job->record, "opinion"),
                               .person = xc_record_get_text (job->record, "person"),
                               .day = xc_record_get_day (job->record, "happened_on") };

  xc_closing_act_from_word (xc_record_get_text (job->record, "step"), &request.act);
  xc_reviewing_body_from_word (xc_record_get_text (job->record, "body"), &request.body);
  xc_verdict_from_word (xc_record_get_text (job->record, "verdict"), &request.verdict);
  return request;
}

static gboolean
needs_reason (const XcClosingRequest *request)
{
  return request->act == XC_CLOSING_REOPENED
         || (request->act == XC_CLOSING_REVIEWED && request->verdict == XC_VERDICT_RETURNED);
}

static const char *
check_closing (const XcStepJob *job, const char **field)
{
  XcClosingRequest request = read_request (job);
  XcClosingRefusal refusal = XC_CLOSING_ALLOWED;

  if (xc_text_is_blank (request.person))
    {
      *field = "person";
      refusal = XC_CLOSING_NO_PERSON;
    }
  else if (!xc_day_is_set (request.day))
    {
      *field = "happened_on";
      refusal = XC_CLOSING_NO_DAY;
    }
  else if (needs_reason (&request) && xc_text_is_blank (request.opinion))
    {
      *field = "opinion";
      refusal = XC_CLOSING_NO_REASON;
    }
  return refusal != XC_CLOSING_ALLOWED ? xc_closing_refusal_get_sentence (refusal) : NULL;
}

static XcStepReport *
look_at_closing (const XcStepJob *job, GError **error)
{
  XcClosingRequest request = read_request (job);

  return xc_closing_preview (job->store, get_ids (job), job->ids->len, &request, error);
}

static XcStepReport *
take_closing (const XcStepJob *job, GError **error)
{
  XcClosingRequest request = read_request (job);

  return xc_closing_take (job->store, get_ids (job), job->ids->len, &request, error);
}

/* Measures */

static XcMeasureFinish
read_finish (const XcStepJob *job)
{
  return (XcMeasureFinish){ xc_record_get_day (job->record, "done_on"),
                            xc_record_get_text (job->record, "progress"),
                            xc_record_get_text (job->record, "result") };
}

static const char *
check_finish (const XcStepJob *job, const char **field)
{
  *field = "done_on";
  return xc_record_is_set (job->record, "done_on") ? NULL : _ ("Enter the day on which it was done.");
}

static XcStepReport *
look_at_finish (const XcStepJob *job, GError **error)
{
  XcMeasureFinish finish = read_finish (job);

  return xc_measures_check_finish (job->store, get_ids (job), job->ids->len, &finish, error);
}

static XcStepReport *
take_finish (const XcStepJob *job, GError **error)
{
  XcMeasureFinish finish = read_finish (job);

  return xc_measures_finish (job->store, get_ids (job), job->ids->len, &finish, error);
}

/* Time limits */

static XcTable
get_extended (const XcStepJob *job)
{
  return xc_record_get_table (job->record) == XC_TABLE_EXTENSION ? XC_TABLE_MEASURE : XC_TABLE_DEADLINE;
}

static XcExtensionStep
read_extension (const XcStepJob *job)
{
  return (XcExtensionStep){ xc_record_get_day (job->record, "new_on"),
                            xc_record_get_text (job->record, "reason"),
                            xc_record_get_text (job->record, "approver"),
                            xc_record_get_day (job->record, "approved_on"),
                            xc_record_get_text (job->record, "document") };
}

static const char *
check_extension (const XcStepJob *job, const char **field)
{
  static const struct
  {
    const char *field;
    XcExtensionRefusal refusal;
  } needed[] = {
    { "new_on", XC_EXTENSION_NO_DAY },
    { "reason", XC_EXTENSION_NO_REASON },
    { "approver", XC_EXTENSION_NO_APPROVER },
    { "approved_on", XC_EXTENSION_NO_DAY },
  };

  for (guint i = 0; i < G_N_ELEMENTS (needed); i++)
    if (!xc_record_is_set (job->record, needed[i].field))
      {
        *field = needed[i].field;
        return xc_extension_refusal_get_sentence (needed[i].refusal);
      }
  return NULL;
}

static XcStepReport *
look_at_extension (const XcStepJob *job, GError **error)
{
  XcExtensionStep step = read_extension (job);

  return xc_deadlines_check_extend (job->store, get_extended (job), get_ids (job), job->ids->len, &step,
                                    error);
}

static XcStepReport *
take_extension (const XcStepJob *job, GError **error)
{
  XcExtensionStep step = read_extension (job);

  return xc_deadlines_extend (job->store, get_extended (job), get_ids (job), job->ids->len, &step, error);
}

static const XcStepKind kinds[] = {
  [XC_PROBLEM_STEP_FINISH] = { NC_ ("step", "Measures Done"), NC_ ("step", "_Done"), XC_TABLE_MEASURE,
                               "done_on|result|progress", check_finish, look_at_finish, take_finish },
  [XC_PROBLEM_STEP_EXTEND] = { NC_ ("step", "Extend Time Limits"), NC_ ("step", "_Extend"),
                               XC_TABLE_EXTENSION, "new_on approved_on|reason|approver document",
                               check_extension, look_at_extension, take_extension },
  [XC_PROBLEM_STEP_APPLY] = { NC_ ("step", "Apply for Closing"), NC_ ("step", "_Apply"),
                              XC_TABLE_CLOSING_STEP, "person happened_on|opinion", check_closing,
                              look_at_closing, take_closing },
  [XC_PROBLEM_STEP_REVIEW] = { NC_ ("step", "Review the Closing"), NC_ ("step", "_Review"),
                               XC_TABLE_CLOSING_STEP, "body verdict|person happened_on|opinion",
                               check_closing, look_at_closing, take_closing },
  [XC_PROBLEM_STEP_RETURN] = { NC_ ("step", "Return"), NC_ ("step", "_Return"), XC_TABLE_CLOSING_STEP,
                               "body|person happened_on|opinion", check_closing, look_at_closing,
                               take_closing },
  [XC_PROBLEM_STEP_REOPEN] = { NC_ ("step", "Reopen"), NC_ ("step", "_Reopen"), XC_TABLE_CLOSING_STEP,
                               "person happened_on|opinion", check_closing, look_at_closing, take_closing },
};

G_STATIC_ASSERT (G_N_ELEMENTS (kinds) == XC_N_PROBLEM_STEPS);

static const XcStepKind deadline_kind = { NC_ ("step", "Extend Time Limits"),
                                          NC_ ("step", "_Extend"),
                                          XC_TABLE_DEADLINE_EXTENSION,
                                          "new_on approved_on|reason|approver document",
                                          check_extension,
                                          look_at_extension,
                                          take_extension };

/* A body that still has to review the first of the problems, or the first of those that review. */
static void
propose_body (XcStore *store, const GArray *problems, XcRecord *record)
{
  g_autoptr (XcOffice) office = xc_office_load (store, NULL);
  guint pending = 0;

  if (office == NULL)
    return;
  if (!xc_closing_get_waiting (store, g_array_index (problems, gint64, 0), &pending, NULL, NULL)
      || pending == 0)
    pending = office->bodies;
  for (guint i = 0; i < XC_N_REVIEWING_BODIES; i++)
    if ((pending & XC_BODY_MASK (i)) != 0)
      {
        xc_record_set_text (record, "body", xc_reviewing_body_to_word ((XcReviewingBody) i));
        return;
      }
}

/* Only who reviews may be chosen. */
static void
offer_bodies (XcStepDialog *dialog, XcStore *store)
{
  g_autoptr (XcOffice) office = xc_office_load (store, NULL);
  const char *words[XC_N_REVIEWING_BODIES + 1] = { NULL };
  guint n = 0;

  for (guint i = 0; office != NULL && i < XC_N_REVIEWING_BODIES; i++)
    if ((office->bodies & XC_BODY_MASK (i)) != 0)
      words[n++] = xc_reviewing_body_to_word ((XcReviewingBody) i);
  if (n > 0)
    xc_choice_editor_limit (XC_CHOICE_EDITOR (xc_step_dialog_get_editor (dialog, "body")), words);
}

static XcRecord *
propose (XcStore *store, XcProblemStep step, const GArray *problems)
{
  XcRecord *record = xc_record_new (kinds[step].table);
  XcClosingAct act = XC_CLOSING_REVIEWED;

  switch (step)
    {
    case XC_PROBLEM_STEP_FINISH:
      xc_record_set_day (record, "done_on", xc_today ());
      return record;
    case XC_PROBLEM_STEP_EXTEND:
      xc_record_set_day (record, "approved_on", xc_today ());
      return record;
    case XC_PROBLEM_STEP_APPLY:
      act = XC_CLOSING_APPLIED;
      break;
    case XC_PROBLEM_STEP_REOPEN:
      act = XC_CLOSING_REOPENED;
      break;
    case XC_PROBLEM_STEP_REVIEW:
    case XC_PROBLEM_STEP_RETURN:
      propose_body (store, problems, record);
      xc_record_set_text (
          record, "verdict",
          xc_verdict_to_word (step == XC_PROBLEM_STEP_RETURN ? XC_VERDICT_RETURNED : XC_VERDICT_ACCEPTED));
      break;
    default:
      g_return_val_if_reached (record);
    }
  xc_record_set_text (record, "step", xc_closing_act_to_word (act));
  xc_record_set_day (record, "happened_on", xc_today ());
  return record;
}

static char *
dup_problems (XcStore *store, const GArray *problems)
{
  g_autoptr (XcRecord) problem = NULL;

  if (problems->len == 1)
    problem = xc_store_load (store, XC_TABLE_PROBLEM, g_array_index (problems, gint64, 0), NULL);
  if (problem != NULL)
    /* translators: %1$s is the number of a problem, %2$s its wording */
    return g_strdup_printf (C_ ("problem", "%1$s %2$s"), xc_record_get_text (problem, "number"),
                            xc_record_get_text (problem, "wording"));
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "The selected problem.",
                                       /* translators: %'u is a number of problems */
                                       "The %'u selected problems.", problems->len),
                          problems->len);
}

static char *
dup_measure (XcStore *store, gint64 id)
{
  g_autofree char *limit = xc_limit_words_dup (store, XC_TABLE_MEASURE, id);
  g_autofree char *name = xc_measures_dup_name (store, id);

  return *limit != '\0' ? g_strdup_printf ("%s\n%s", name, limit) : g_steal_pointer (&name);
}

/* Steps with measures are about all that are not done. */
static char *
dup_measures (XcStore *store, const GArray *problems, const GArray *measures)
{
  g_autofree char *of = dup_problems (store, problems);

  if (measures->len == 1)
    return dup_measure (store, g_array_index (measures, gint64, 0));
  return g_strdup_printf (
      /* translators: %1$s is a problem or how many, %2$'u a number of measures */
      g_dngettext (GETTEXT_PACKAGE, "%1$s\n%2$'u measure that is not done.",
                   "%1$s\n%2$'u measures that are not done.", measures->len),
      of, measures->len);
}

static void
open_dialog (GtkWidget *widget, const XcStepKind *kind, const XcStepJob *job, const char *which)
{
  XcStepDialog *dialog = xc_step_dialog_new (widget, kind, job, which);
  g_autofree char *draft = NULL;

  if (kind == &kinds[XC_PROBLEM_STEP_REVIEW] || kind == &kinds[XC_PROBLEM_STEP_RETURN])
    offer_bodies (dialog, job->store);
  if (kind == &kinds[XC_PROBLEM_STEP_RETURN] || kind == &kinds[XC_PROBLEM_STEP_REOPEN])
    xc_step_dialog_set_title (dialog, "opinion", C_ ("closing", "Reason"));
  else if (kind == &kinds[XC_PROBLEM_STEP_APPLY])
    xc_step_dialog_set_title (dialog, "opinion", C_ ("closing", "Note"));
  draft = job->ids->len == 1
              ? g_strdup_printf ("%s %s %" G_GINT64_FORMAT, xc_catalogue_get (kind->table)->name, kind->title,
                                 g_array_index (job->ids, gint64, 0))
              : g_strdup_printf ("%s %s", xc_catalogue_get (kind->table)->name, kind->title);
  xc_step_dialog_open (dialog, draft);
}

const char *
xc_problem_step_get_title (XcProblemStep step)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "step", kinds[step].title);
}

static gboolean
check_measures (XcStore *store, gint64 problem, const char **sentence)
{
  g_autoptr (GArray) measures = xc_measures_list_open (store, &problem, 1, NULL);

  if (measures == NULL)
    return FALSE;
  *sentence = measures->len > 0 ? NULL : _ ("The problem has no measure that is not done.");
  return TRUE;
}

/**
 * xc_problem_step_check:
 * @store: a ledger
 * @step: a step
 * @problem: a problem
 * @sentence: (out): why the step cannot be taken with it now, whoever does it and whatever is typed; %NULL when it can
 *
 * Returns: whether the problem could be read
 */
gboolean
xc_problem_step_check (XcStore *store, XcProblemStep step, gint64 problem, const char **sentence)
{
  g_autoptr (GArray) problems = NULL;
  g_autoptr (XcRecord) record = NULL;
  XcClosingRequest request;
  XcClosingRefusal refusal;
  XcStepJob job;

  *sentence = NULL;
  if (step == XC_PROBLEM_STEP_FINISH || step == XC_PROBLEM_STEP_EXTEND)
    return check_measures (store, problem, sentence);
  problems = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_val (problems, problem);
  record = propose (store, step, problems);
  job = (XcStepJob){ store, problems, record };
  request = read_request (&job);
  if (!xc_closing_check (store, problem, &request, &refusal, NULL))
    return FALSE;
  /* Who, why and when are asked for. */
  if (refusal != XC_CLOSING_NO_PERSON && refusal != XC_CLOSING_NO_REASON && refusal != XC_CLOSING_ALLOWED)
    *sentence = xc_closing_refusal_get_sentence (refusal);
  return TRUE;
}

/**
 * xc_problem_step_open:
 * @widget: a widget in the window
 * @store: its ledger
 * @step: what is to be done
 * @problems: (element-type gint64): with which problems; at least one
 *
 * Asks for what the step needs.
 */
void
xc_problem_step_open (GtkWidget *widget, XcStore *store, XcProblemStep step, GArray *problems)
{
  g_autoptr (XcRecord) record = propose (store, step, problems);
  gboolean is_of_measures = step == XC_PROBLEM_STEP_FINISH || step == XC_PROBLEM_STEP_EXTEND;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) measures = NULL;
  g_autofree char *which = NULL;

  if (is_of_measures)
    {
      measures =
          xc_measures_list_open (store, (const gint64 *) (gpointer) problems->data, problems->len, &error);
      if (measures == NULL)
        {
          xc_window_tell_error (widget, error);
          return;
        }
      if (measures->len == 0)
        {
          xc_window_tell (widget, _ ("No measure of these problems is still to be done."));
          return;
        }
      which = dup_measures (store, problems, measures);
      open_dialog (widget, &kinds[step], &(XcStepJob){ store, measures, record }, which);
      return;
    }
  which = dup_problems (store, problems);
  open_dialog (widget, &kinds[step], &(XcStepJob){ store, problems, record }, which);
}

/**
 * xc_problem_step_open_measure:
 * @widget: a widget in the window
 * @store: its ledger
 * @step: %XC_PROBLEM_STEP_FINISH or %XC_PROBLEM_STEP_EXTEND
 * @measure: a measure
 *
 * As xc_problem_step_open(), with one measure alone.
 */
void
xc_problem_step_open_measure (GtkWidget *widget, XcStore *store, XcProblemStep step, gint64 measure)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (XcRecord) record = propose (store, step, ids);
  g_autofree char *which = dup_measure (store, measure);

  g_array_append_val (ids, measure);
  open_dialog (widget, &kinds[step], &(XcStepJob){ store, ids, record }, which);
}

/**
 * xc_problem_step_extend_deadline:
 * @widget: a widget in a window or a dialog
 * @store: the ledger
 * @deadline: a deadline that an inspection was given
 *
 * Asks until when it is put off, why, and by whose approval.
 */
void
xc_problem_step_extend_deadline (GtkWidget *widget, XcStore *store, gint64 deadline)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (XcRecord) record = xc_record_new (XC_TABLE_DEADLINE_EXTENSION);
  g_autofree char *name = xc_row_dup_full_name (xc_store_get_database (store), XC_TABLE_DEADLINE, deadline);
  g_autofree char *limit = xc_limit_words_dup (store, XC_TABLE_DEADLINE, deadline);
  g_autofree char *which = g_strdup_printf ("%s\n%s", name, limit);

  g_array_append_val (ids, deadline);
  xc_record_set_day (record, "approved_on", xc_today ());
  open_dialog (widget, &deadline_kind, &(XcStepJob){ store, ids, record }, which);
}
