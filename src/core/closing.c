/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The rules of closing. A cycle begins with an application and ends when a body returns the problem or, closed, it is
 * reopened; what comes after belongs to the next cycle.
 */
#include "core/closing.h"

#include <glib/gi18n-lib.h>

#include "core/catalogue.h"
#include "core/text.h"

XC_DEFINE_WORDS (XcClosingAct, xc_closing_act, "applied", "reviewed", "reopened")
XC_DEFINE_WORDS (XcReviewingBody, xc_reviewing_body, "office", "discipline", "organization", "leader")
XC_DEFINE_WORDS (XcVerdict, xc_verdict, "accepted", "returned")

/* A name without spaces and in one width: names of two characters are often spread with a space to the width of three. */
static char *
fold_name (const char *name)
{
  g_autofree char *normal = g_utf8_normalize (name, -1, G_NORMALIZE_ALL_COMPOSE);
  GString *folded = g_string_new (NULL);

  for (const char *c = normal != NULL ? normal : name; *c != '\0'; c = g_utf8_next_char (c))
    if (!g_unichar_isspace (g_utf8_get_char (c)))
      g_string_append_unichar (folded, g_utf8_get_char (c));
  return g_string_free (folded, FALSE);
}

static gboolean
is_same_person (const char *a, const char *b)
{
  g_autofree char *folded_a = fold_name (a != NULL ? a : "");
  g_autofree char *folded_b = fold_name (b);

  return g_str_equal (folded_a, folded_b);
}

/**
 * xc_closing_get_cycle:
 * @steps: (array length=n_steps): all steps of the problem, in any order
 * @n_steps: how many there are
 *
 * Returns: the cycle to which the next step belongs, from 1
 */
guint
xc_closing_get_cycle (const XcClosingStep *steps, guint n_steps)
{
  guint cycle = 1;

  for (guint i = 0; i < n_steps; i++)
    {
      gboolean ends = steps[i].act == XC_CLOSING_REOPENED
                      || (steps[i].act == XC_CLOSING_REVIEWED && steps[i].verdict == XC_VERDICT_RETURNED);

      cycle = MAX (cycle, steps[i].cycle + (ends ? 1 : 0));
    }
  return cycle;
}

/**
 * xc_closing_check_apply:
 * @state: the problem's state
 * @measures: (array length=n_measures): states of its measures
 * @n_measures: how many there are
 * @bodies: the bodies that review, see XC_BODY_MASK()
 * @person: (nullable): who applies
 *
 * Returns: %XC_CLOSING_ALLOWED, or why closing cannot be applied for
 */
XcClosingRefusal
xc_closing_check_apply (XcRectificationState state, const XcMeasureState *measures, guint n_measures,
                        guint bodies, const char *person)
{
  XcRectificationState next;

  if (!xc_rectification_act (state, XC_RECTIFICATION_APPLY, &next))
    return state == XC_RECTIFICATION_CLOSED ? XC_CLOSING_ALREADY_CLOSED : XC_CLOSING_UNDER_REVIEW;
  if (n_measures == 0)
    return XC_CLOSING_NO_MEASURE;
  for (guint i = 0; i < n_measures; i++)
    if (measures[i] != XC_MEASURE_DONE)
      return XC_CLOSING_MEASURE_NOT_DONE;
  if (bodies == 0)
    return XC_CLOSING_NO_BODY;
  return xc_text_is_blank (person) ? XC_CLOSING_NO_PERSON : XC_CLOSING_ALLOWED;
}

/**
 * xc_closing_check_review:
 * @state: the problem's state
 * @steps: (array length=n_steps): the steps taken so far
 * @n_steps: how many there are
 * @bodies: the bodies that review, see XC_BODY_MASK()
 * @review: the review to be added; its cycle is not looked at
 *
 * Returns: %XC_CLOSING_ALLOWED, or why the review cannot be accepted
 */
XcClosingRefusal
xc_closing_check_review (XcRectificationState state, const XcClosingStep *steps, guint n_steps, guint bodies,
                         const XcClosingStep *review)
{
  guint cycle = xc_closing_get_cycle (steps, n_steps);

  g_return_val_if_fail (review->act == XC_CLOSING_REVIEWED, XC_CLOSING_NOT_APPLIED_FOR);

  if (state != XC_RECTIFICATION_AWAITING_REVIEW)
    return XC_CLOSING_NOT_APPLIED_FOR;
  if ((bodies & XC_BODY_MASK (review->body)) == 0)
    return XC_CLOSING_NOT_A_REVIEWER;
  if (xc_text_is_blank (review->person))
    return XC_CLOSING_NO_PERSON;
  for (guint i = 0; i < n_steps; i++)
    {
      if (steps[i].cycle != cycle)
        continue;
      if (steps[i].act == XC_CLOSING_REVIEWED && steps[i].body == review->body)
        return XC_CLOSING_REVIEWED_ALREADY;
      if (steps[i].act == XC_CLOSING_APPLIED && is_same_person (steps[i].person, review->person))
        return XC_CLOSING_REVIEWS_OWN;
    }
  if (review->verdict == XC_VERDICT_RETURNED && xc_text_is_blank (review->opinion))
    return XC_CLOSING_NO_REASON;
  return XC_CLOSING_ALLOWED;
}

/**
 * xc_closing_check_reopen:
 * @state: the problem's state
 * @reason: (nullable): why it is reopened
 * @person: (nullable): who reopens it
 *
 * Returns: %XC_CLOSING_ALLOWED, or why the problem cannot be reopened
 */
XcClosingRefusal
xc_closing_check_reopen (XcRectificationState state, const char *reason, const char *person)
{
  XcRectificationState next;

  if (!xc_rectification_act (state, XC_RECTIFICATION_REOPEN, &next))
    return XC_CLOSING_NOT_CLOSED;
  if (xc_text_is_blank (person))
    return XC_CLOSING_NO_PERSON;
  return xc_text_is_blank (reason) ? XC_CLOSING_NO_REASON : XC_CLOSING_ALLOWED;
}

/**
 * xc_closing_check_day:
 * @day: when a step is taken
 * @earliest: when the last measure was done or the step before was taken, whichever is later; or %XC_DAY_NONE
 *
 * Returns: %XC_CLOSING_ALLOWED, or what is wrong with the day
 */
XcClosingRefusal
xc_closing_check_day (XcDay day, XcDay earliest)
{
  if (!xc_day_is_set (day))
    return XC_CLOSING_NO_DAY;
  return xc_day_is_set (earliest) && day < earliest ? XC_CLOSING_TOO_EARLY : XC_CLOSING_ALLOWED;
}

/**
 * xc_closing_get_pending:
 * @steps: (array length=n_steps): all steps of a problem under review
 * @n_steps: how many there are
 * @bodies: the bodies that review, see XC_BODY_MASK()
 *
 * Returns: those of @bodies that have not reviewed in this cycle
 */
guint
xc_closing_get_pending (const XcClosingStep *steps, guint n_steps, guint bodies)
{
  guint cycle = xc_closing_get_cycle (steps, n_steps);

  for (guint i = 0; i < n_steps; i++)
    if (steps[i].cycle == cycle && steps[i].act == XC_CLOSING_REVIEWED)
      bodies &= ~XC_BODY_MASK (steps[i].body);
  return bodies;
}

/**
 * xc_closing_get_result:
 * @steps: (array length=n_steps): all steps of a problem under review, the last review among them
 * @n_steps: how many there are
 * @bodies: the bodies that review, see XC_BODY_MASK()
 *
 * One body that returns the problem decides for all; it is closed when every body has accepted it in this cycle.
 *
 * Returns: closed, returned, or still awaiting review
 */
XcRectificationState
xc_closing_get_result (const XcClosingStep *steps, guint n_steps, guint bodies)
{
  guint cycle = 0;
  guint accepted = 0;
  gboolean returned = FALSE;

  for (guint i = 0; i < n_steps; i++)
    cycle = MAX (cycle, steps[i].cycle);
  for (guint i = 0; i < n_steps; i++)
    if (steps[i].cycle == cycle && steps[i].act == XC_CLOSING_REVIEWED)
      {
        if (steps[i].verdict == XC_VERDICT_RETURNED)
          returned = TRUE;
        else
          accepted |= XC_BODY_MASK (steps[i].body);
      }
  if (returned)
    return XC_RECTIFICATION_RETURNED;
  return bodies != 0 && (accepted & bodies) == bodies ? XC_RECTIFICATION_CLOSED
                                                      : XC_RECTIFICATION_AWAITING_REVIEW;
}

/**
 * xc_reviewing_body_get_title:
 * @body: who reviews
 *
 * Returns: (transfer none): what people call it, translated
 */
const char *
xc_reviewing_body_get_title (XcReviewingBody body)
{
  const XcField *field = xc_catalogue_get_field (XC_TABLE_CLOSING_STEP, "body");

  return xc_choice_title (xc_field_find_choice (field, xc_reviewing_body_to_word (body)));
}

/**
 * xc_closing_refusal_get_sentence:
 * @refusal: why a step cannot be taken
 *
 * Returns: (transfer none): the reason and what to do, translated; empty for %XC_CLOSING_ALLOWED
 */
const char *
xc_closing_refusal_get_sentence (XcClosingRefusal refusal)
{
  switch (refusal)
    {
    case XC_CLOSING_ALLOWED:
      return "";
    case XC_CLOSING_UNDER_REVIEW:
      return _ ("Closing has been applied for already. Wait for the reviews.");
    case XC_CLOSING_ALREADY_CLOSED:
      return _ ("The problem is closed. Reopen it first, with a reason.");
    case XC_CLOSING_NO_MEASURE:
      return _ ("The problem has no measure. Write down what was done before you apply for closing.");
    case XC_CLOSING_MEASURE_NOT_DONE:
      return _ ("Not all measures are done. Closing can be applied for when every measure is done.");
    case XC_CLOSING_NO_BODY:
      return _ ("No body is set to review the closing. Choose the reviewing bodies in the settings.");
    case XC_CLOSING_NOT_APPLIED_FOR:
      return _ ("Closing has not been applied for, so there is nothing to review. Apply for closing first.");
    case XC_CLOSING_NOT_A_REVIEWER:
      return _ ("This body does not review closings. Choose the reviewing bodies in the settings.");
    case XC_CLOSING_REVIEWED_ALREADY:
      return _ ("This body has given its review in this cycle. It reviews again when the problem is applied "
                "for again.");
    case XC_CLOSING_REVIEWS_OWN:
      return _ ("The person who applied does not review. Have somebody else give the review.");
    case XC_CLOSING_NOT_CLOSED:
      return _ ("The problem is not closed, so it cannot be reopened.");
    case XC_CLOSING_NO_PERSON:
      return _ ("Enter the name of the person who does this.");
    case XC_CLOSING_NO_REASON:
      return _ ("Enter the reason.");
    case XC_CLOSING_NO_DAY:
      return _ ("Enter the day on which this happened.");
    case XC_CLOSING_TOO_EARLY:
      return _ ("The day is before the last measure was done or before the step that came before it. Check "
                "the day.");
    default:
      g_return_val_if_reached ("");
    }
}
