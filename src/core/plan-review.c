/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/plan-review.h"

#include <glib/gi18n-lib.h>

#include "core/text.h"

/**
 * xc_plan_get_latest:
 * @reviews: (array length=n_reviews): every coming in of one plan, in any order
 * @n_reviews: how many there are
 *
 * Returns: (transfer none) (nullable): the one of the latest cycle
 */
const XcPlanReview *
xc_plan_get_latest (const XcPlanReview *reviews, guint n_reviews)
{
  const XcPlanReview *latest = NULL;

  for (guint i = 0; i < n_reviews; i++)
    if (latest == NULL || reviews[i].cycle > latest->cycle)
      latest = &reviews[i];
  return latest;
}

/**
 * xc_plan_get_state:
 * @reviews: (array length=n_reviews): every coming in of one plan, in any order
 * @n_reviews: how many there are
 *
 * Returns: how the plan stands
 */
XcPlanState
xc_plan_get_state (const XcPlanReview *reviews, guint n_reviews)
{
  const XcPlanReview *latest = xc_plan_get_latest (reviews, n_reviews);

  if (latest == NULL)
    return XC_PLAN_MISSING;
  if (!latest->is_decided)
    return XC_PLAN_UNDER_REVIEW;
  return latest->verdict == XC_VERDICT_ACCEPTED ? XC_PLAN_ACCEPTED : XC_PLAN_RETURNED;
}

/**
 * xc_plan_check_receive:
 * @reviews: (array length=n_reviews): what came in so far
 * @n_reviews: how many there are
 * @fed_back_on: when the inspection was fed back, or %XC_DAY_NONE
 * @received_on: when the plan comes in
 *
 * Returns: %XC_PLAN_ALLOWED, or why it cannot come in so
 */
XcPlanRefusal
xc_plan_check_receive (const XcPlanReview *reviews, guint n_reviews, XcDay fed_back_on, XcDay received_on)
{
  const XcPlanReview *latest = xc_plan_get_latest (reviews, n_reviews);

  if (!xc_day_is_set (fed_back_on))
    return XC_PLAN_NOT_FED_BACK;
  if (latest != NULL && !latest->is_decided)
    return XC_PLAN_IS_UNDER_REVIEW;
  if (latest != NULL && latest->verdict == XC_VERDICT_ACCEPTED)
    return XC_PLAN_IS_ACCEPTED;
  if (!xc_day_is_set (received_on))
    return XC_PLAN_NO_DAY;
  if (received_on < fed_back_on)
    return XC_PLAN_BEFORE_FEEDBACK;
  return latest != NULL && received_on < latest->happened_on ? XC_PLAN_BEFORE_RETURN : XC_PLAN_ALLOWED;
}

/**
 * xc_plan_check_decide:
 * @reviews: (array length=n_reviews): what came in so far
 * @n_reviews: how many there are
 * @verdict: what is decided of the latest
 *
 * Returns: %XC_PLAN_ALLOWED, or why it cannot be decided so
 */
XcPlanRefusal
xc_plan_check_decide (const XcPlanReview *reviews, guint n_reviews, const XcPlanVerdict *verdict)
{
  const XcPlanReview *latest = xc_plan_get_latest (reviews, n_reviews);

  if (latest == NULL || latest->is_decided)
    return XC_PLAN_NOT_RECEIVED;
  if (!xc_day_is_set (verdict->happened_on))
    return XC_PLAN_NO_DAY;
  if (verdict->happened_on < latest->received_on)
    return XC_PLAN_BEFORE_RECEIPT;
  if (xc_text_is_blank (verdict->person))
    return XC_PLAN_NO_PERSON;
  if (verdict->verdict == XC_VERDICT_ACCEPTED)
    return XC_PLAN_ALLOWED;
  if (xc_text_is_blank (verdict->opinion))
    return XC_PLAN_NO_REASON;
  return xc_day_is_set (verdict->resubmit_on) && verdict->resubmit_on < verdict->happened_on
             ? XC_PLAN_COMES_TOO_EARLY
             : XC_PLAN_ALLOWED;
}

/**
 * xc_plan_refusal_get_sentence:
 * @refusal: why a step cannot be taken
 *
 * Returns: (transfer none): the reason and what to do, translated; empty for %XC_PLAN_ALLOWED
 */
const char *
xc_plan_refusal_get_sentence (XcPlanRefusal refusal)
{
  switch (refusal)
    {
    case XC_PLAN_ALLOWED:
      return "";
    case XC_PLAN_NOT_FED_BACK:
      return _ ("The inspection was not fed back yet, so no plan is due. Enter the day of the feedback "
                "first.");
    case XC_PLAN_BEFORE_FEEDBACK:
      return _ ("The plan cannot come in before the feedback. Check the day.");
    case XC_PLAN_BEFORE_RETURN:
      return _ ("The plan cannot come again before it was returned. Check the day.");
    case XC_PLAN_IS_UNDER_REVIEW:
      return _ ("The plan has come in already and is under review. Accept or return it first.");
    case XC_PLAN_IS_ACCEPTED:
      return _ ("The plan was accepted, so no other is expected. Undo the acceptance if it was a mistake.");
    case XC_PLAN_NOT_RECEIVED:
      return _ ("No plan is waiting for review. Enter first that it has come in.");
    case XC_PLAN_BEFORE_RECEIPT:
      return _ ("The plan cannot be reviewed before it has come in. Check the day.");
    case XC_PLAN_COMES_TOO_EARLY:
      return _ ("The day by which the plan is to come again is before the day of its return. Check both.");
    case XC_PLAN_NO_DAY:
      return _ ("Enter the day.");
    case XC_PLAN_NO_PERSON:
      return _ ("Enter the name of the person who reviews the plan.");
    case XC_PLAN_NO_REASON:
      return _ ("Enter why the plan is returned.");
    default:
      g_return_val_if_reached ("");
    }
}

/**
 * xc_plan_state_get_title:
 * @state: how a plan stands
 *
 * Returns: (transfer none): in words, translated
 */
const char *
xc_plan_state_get_title (XcPlanState state)
{
  switch (state)
    {
    case XC_PLAN_MISSING:
      return C_ ("rectification plan", "Not received");
    case XC_PLAN_UNDER_REVIEW:
      return C_ ("rectification plan", "Under review");
    case XC_PLAN_RETURNED:
      return C_ ("rectification plan", "Returned");
    case XC_PLAN_ACCEPTED:
      return C_ ("rectification plan", "Accepted");
    default:
      g_return_val_if_reached ("");
    }
}
