/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/closing.h"

#include <glib/gi18n-lib.h>

#include "store/closing-state.h"
#include "store/office.h"

/* What one action is to do. */
typedef struct
{
  const gint64 *problems;
  guint n_problems;
  const XcClosingRequest *request;
  guint bodies;
  gboolean is_trial; /* nothing is written, and what is not typed yet stands against nobody */
  XcStepReport *report;
} Taking;

static XcClosingRefusal
check_request (const XcClosingState *state, const XcClosingRequest *request, guint bodies)
{
  const XcClosingStep *steps = xc_closing_state_get_steps (state);
  const XcClosingStep review = {
    0, XC_CLOSING_REVIEWED, request->body, request->verdict, request->opinion, request->person
  };
  XcDay earliest = state->latest_step;
  XcClosingRefusal refusal = XC_CLOSING_ALLOWED;

  switch (request->act)
    {
    case XC_CLOSING_APPLIED:
      earliest = MAX (earliest, state->latest_done);
      refusal =
          xc_closing_check_apply (state->state, (const XcMeasureState *) (gpointer) state->measures->data,
                                  state->measures->len, bodies, request->person);
      break;
    case XC_CLOSING_REVIEWED:
      refusal = xc_closing_check_review (state->state, steps, state->steps->len, bodies, &review);
      break;
    case XC_CLOSING_REOPENED:
      refusal = xc_closing_check_reopen (state->state, request->opinion, request->person);
      break;
    default:
      g_return_val_if_reached (XC_CLOSING_NOT_APPLIED_FOR);
    }
  return refusal != XC_CLOSING_ALLOWED ? refusal : xc_closing_check_day (request->day, earliest);
}

static gboolean
set_state (XcStore *store, XcRecord *problem, XcRectificationState state, XcDay closed_on, GError **error)
{
  xc_record_set_text (problem, "state", xc_rectification_state_to_word (state));
  if (state == XC_RECTIFICATION_CLOSED)
    xc_record_set_day (problem, "closed_on", closed_on);
  else
    xc_record_clear (problem, "closed_on");
  return xc_store_save (store, problem, error);
}

static gboolean
add_step (XcStore *store, XcClosingState *state, const XcClosingRequest *request, GError **error)
{
  g_autoptr (XcRecord) record = xc_record_new (XC_TABLE_CLOSING_STEP);
  const XcClosingStep *steps = xc_closing_state_get_steps (state);
  guint cycle = xc_closing_get_cycle (steps, state->steps->len);
  XcClosingStep step = { cycle,          request->act, request->body, request->verdict, request->opinion,
                         request->person };

  xc_record_set_number (record, "problem_id", xc_record_get_id (state->problem));
  xc_record_set_number (record, "cycle", cycle);
  xc_record_set_text (record, "step", xc_closing_act_to_word (request->act));
  if (request->act == XC_CLOSING_REVIEWED)
    {
      xc_record_set_text (record, "body", xc_reviewing_body_to_word (request->body));
      xc_record_set_text (record, "verdict", xc_verdict_to_word (request->verdict));
    }
  xc_record_set_text (record, "opinion", request->opinion);
  xc_record_set_text (record, "person", request->person);
  xc_record_set_day (record, "happened_on", request->day);
  g_array_append_val (state->steps, step);
  return xc_store_save (store, record, error);
}

static XcRectificationState
find_result (const XcClosingState *state, const XcClosingRequest *request, guint bodies)
{
  switch (request->act)
    {
    case XC_CLOSING_APPLIED:
      return XC_RECTIFICATION_AWAITING_REVIEW;
    case XC_CLOSING_REVIEWED:
      return xc_closing_get_result (xc_closing_state_get_steps (state), state->steps->len, bodies);
    case XC_CLOSING_REOPENED:
      return XC_RECTIFICATION_REOPENED;
    default:
      g_return_val_if_reached (state->state);
    }
}

/* Whether it will be asked for before the step is taken. */
static gboolean
is_not_typed_yet (XcClosingRefusal refusal)
{
  return refusal == XC_CLOSING_NO_PERSON || refusal == XC_CLOSING_NO_REASON || refusal == XC_CLOSING_NO_DAY;
}

static gboolean
write_step (XcStore *store, const Taking *taking, XcClosingState *state, GError **error)
{
  return taking->is_trial
         || (add_step (store, state, taking->request, error)
             && set_state (store, state->problem, find_result (state, taking->request, taking->bodies),
                           taking->request->day, error));
}

static gboolean
take (XcStore *store, gpointer data, GError **error)
{
  Taking *taking = data;

  for (guint i = 0; i < taking->n_problems; i++)
    {
      g_autoptr (XcClosingState) state = xc_closing_state_load (store, taking->problems[i], error);
      XcClosingRefusal refusal;

      if (state == NULL)
        return FALSE;
      refusal = check_request (state, taking->request, taking->bodies);
      if (refusal != XC_CLOSING_ALLOWED && !(taking->is_trial && is_not_typed_yet (refusal)))
        {
          xc_step_report_add_refused (taking->report, taking->problems[i],
                                      xc_record_get_text (state->problem, "number"),
                                      xc_closing_refusal_get_sentence (refusal));
          continue;
        }
      if (!write_step (store, taking, state, error))
        return FALSE;
      xc_step_report_add_done (taking->report, taking->problems[i]);
    }
  return TRUE;
}

/* What the history calls it. */
static char *
make_title (XcStore *store, const gint64 *problems, guint n_problems, const XcClosingRequest *request)
{
  g_autoptr (XcRecord) problem =
      n_problems == 1 ? xc_store_load (store, XC_TABLE_PROBLEM, problems[0], NULL) : NULL;
  g_autofree char *many =
      /* translators: %'u is a number of problems, after “Apply for closing” and the like */
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u problem", "%'u problems", n_problems), n_problems);
  const char *what = problem != NULL ? xc_record_get_text (problem, "number") : many;

  switch (request->act)
    {
    case XC_CLOSING_APPLIED:
      /* translators: %s is the number of a problem, or how many problems */
      return g_strdup_printf (_ ("Apply for closing: %s"), what);
    case XC_CLOSING_REVIEWED:
      return g_strdup_printf (
          request->verdict == XC_VERDICT_ACCEPTED
              /* translators: %1$s is a reviewing body, %2$s the number of a problem, or how
                                   * many problems */
              ? _ ("%1$s accepts the closing: %2$s")
              /* translators: %1$s is a reviewing body, %2$s the number of a problem, or how
                                   * many problems */
              : _ ("%1$s returns: %2$s"),
          xc_reviewing_body_get_title (request->body), what);
    case XC_CLOSING_REOPENED:
      /* translators: %s is the number of a problem, or how many problems */
      return g_strdup_printf (_ ("Reopen: %s"), what);
    default:
      g_return_val_if_reached (NULL);
    }
}

/**
 * xc_closing_take:
 * @store: a ledger
 * @problems: (array length=n_problems): ids of problems
 * @n_problems: how many
 * @request: what is to be done with each
 * @error: return location for a #XcStoreError
 *
 * One undoable action. Problems that the rules refuse are left as they are, and the report says why; the others go on.
 * When the last body has accepted a problem it is closed on the day of that review; when one returns it, it is returned.
 *
 * Returns: (transfer full): what became of each; %NULL when nothing could be written
 */
XcStepReport *
xc_closing_take (XcStore *store, const gint64 *problems, guint n_problems, const XcClosingRequest *request,
                 GError **error)
{
  g_autoptr (XcStepReport) report = xc_step_report_new ();
  g_autoptr (XcOffice) office = xc_office_load (store, error);
  g_autofree char *title = NULL;
  Taking taking = { problems, n_problems, request, 0, FALSE, report };

  if (office == NULL)
    return NULL;
  taking.bodies = office->bodies;
  title = make_title (store, problems, n_problems, request);
  if (!xc_store_run (store, title, take, &taking, error))
    return NULL;
  return g_steal_pointer (&report);
}

/**
 * xc_closing_preview:
 * @store: a ledger
 * @problems: (array length=n_problems): ids of problems
 * @n_problems: how many
 * @request: what is to be done with each; a person, a reason and a day that are blank will be asked for
 * @error: return location for a #XcStoreError
 *
 * Changes nothing.
 *
 * Returns: (transfer full): what xc_closing_take() would do; %NULL when the problems could not be read
 */
XcStepReport *
xc_closing_preview (XcStore *store, const gint64 *problems, guint n_problems, const XcClosingRequest *request,
                    GError **error)
{
  g_autoptr (XcStepReport) report = xc_step_report_new ();
  g_autoptr (XcOffice) office = xc_office_load (store, error);
  Taking taking = { problems, n_problems, request, 0, TRUE, report };

  if (office == NULL)
    return NULL;
  taking.bodies = office->bodies;
  return take (store, &taking, error) ? g_steal_pointer (&report) : NULL;
}

/**
 * xc_closing_check:
 * @store: a ledger
 * @problem_id: a problem
 * @request: what is to be done with it
 * @refusal: (out): %XC_CLOSING_ALLOWED, or why it cannot be done
 * @error: return location for a #XcStoreError
 *
 * Returns: whether the problem could be read
 */
gboolean
xc_closing_check (XcStore *store, gint64 problem_id, const XcClosingRequest *request,
                  XcClosingRefusal *refusal, GError **error)
{
  g_autoptr (XcClosingState) state = xc_closing_state_load (store, problem_id, error);
  g_autoptr (XcOffice) office = state != NULL ? xc_office_load (store, error) : NULL;

  if (office == NULL)
    return FALSE;
  *refusal = check_request (state, request, office->bodies);
  return TRUE;
}

/**
 * xc_closing_get_waiting:
 * @store: a ledger
 * @problem_id: a problem
 * @pending: (out): the bodies whose review is missing, see XC_BODY_MASK(); 0 when it is not under review
 * @cycle: (out) (optional): the cycle to which the next step belongs
 * @error: return location for a #XcStoreError
 *
 * Returns: whether the problem could be read
 */
gboolean
xc_closing_get_waiting (XcStore *store, gint64 problem_id, guint *pending, guint *cycle, GError **error)
{
  g_autoptr (XcClosingState) state = xc_closing_state_load (store, problem_id, error);
  g_autoptr (XcOffice) office = state != NULL ? xc_office_load (store, error) : NULL;
  const XcClosingStep *steps;

  if (office == NULL)
    return FALSE;
  steps = xc_closing_state_get_steps (state);
  *pending = state->state == XC_RECTIFICATION_AWAITING_REVIEW
                 ? xc_closing_get_pending (steps, state->steps->len, office->bodies)
                 : 0;
  if (cycle != NULL)
    *cycle = xc_closing_get_cycle (steps, state->steps->len);
  return TRUE;
}

static gboolean
settle (XcStore *store, gpointer data, GError **error)
{
  Taking *taking = data;

  for (guint i = 0; i < taking->n_problems; i++)
    {
      g_autoptr (XcClosingState) state = xc_closing_state_load (store, taking->problems[i], error);

      if (state == NULL)
        return FALSE;
      if (xc_closing_get_result (xc_closing_state_get_steps (state), state->steps->len, taking->bodies)
          != XC_RECTIFICATION_CLOSED)
        continue;
      if (!set_state (store, state->problem, XC_RECTIFICATION_CLOSED, state->latest_step, error))
        return FALSE;
      xc_step_report_add_done (taking->report, taking->problems[i]);
    }
  return TRUE;
}

/**
 * xc_closing_settle:
 * @store: a ledger
 * @error: return location for a #XcStoreError
 *
 * After the office let a body review no longer, problems that all others have accepted would wait for ever. Closes them
 * as one undoable action, on the day of their last review.
 *
 * Returns: (transfer full): which were closed; %NULL when nothing could be written
 */
XcStepReport *
xc_closing_settle (XcStore *store, GError **error)
{
  g_autoptr (XcStepReport) report = xc_step_report_new ();
  g_autoptr (XcOffice) office = xc_office_load (store, error);
  g_autoptr (XcStatement) statement = NULL;
  g_autoptr (GArray) waiting = g_array_new (FALSE, FALSE, sizeof (gint64));
  Taking taking = { .report = report };
  gboolean row = TRUE;

  if (office == NULL)
    return NULL;
  statement = xc_database_prepare (xc_store_get_database (store),
                                   "SELECT id FROM problem WHERE state = 'awaiting_review'", error);
  if (statement == NULL)
    return NULL;
  while (row)
    {
      gint64 id;

      if (!xc_statement_step (statement, &row, error))
        return NULL;
      id = row ? xc_statement_get_integer (statement, 0) : 0;
      if (row)
        g_array_append_val (waiting, id);
    }
  g_clear_pointer (&statement, xc_statement_release);
  taking.problems = (const gint64 *) (gpointer) waiting->data;
  taking.n_problems = waiting->len;
  taking.bodies = office->bodies;
  if (!xc_store_run (store, _ ("Close what no other body reviews"), settle, &taking, error))
    return NULL;
  return g_steal_pointer (&report);
}
