/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rectification plan (整改方案) of an organization: it comes in, is accepted or returned with reasons, and comes again. */
#pragma once

#include "core/closing.h"

G_BEGIN_DECLS

/**
 * XcPlanReview:
 * @cycle: from 1
 * @received_on: when the plan came in
 * @is_decided: whether there is a verdict
 * @verdict: of what is decided
 * @happened_on: of what is decided: when
 * @resubmit_on: of what was returned: by when it is to come again, or %XC_DAY_NONE
 *
 * One coming in of the plan.
 */
typedef struct
{
  guint cycle;
  XcDay received_on;
  gboolean is_decided;
  XcVerdict verdict;
  XcDay happened_on;
  XcDay resubmit_on;
} XcPlanReview;

typedef enum
{
  XC_PLAN_MISSING,
  XC_PLAN_UNDER_REVIEW,
  XC_PLAN_RETURNED,
  XC_PLAN_ACCEPTED,
} XcPlanState;

#define XC_N_PLAN_STATES (XC_PLAN_ACCEPTED + 1)

/* Why a step cannot be taken. */
typedef enum
{
  XC_PLAN_ALLOWED,
  XC_PLAN_NOT_FED_BACK,
  XC_PLAN_BEFORE_FEEDBACK,
  XC_PLAN_BEFORE_RETURN,
  XC_PLAN_IS_UNDER_REVIEW,
  XC_PLAN_IS_ACCEPTED,
  XC_PLAN_NOT_RECEIVED,
  XC_PLAN_BEFORE_RECEIPT,
  XC_PLAN_COMES_TOO_EARLY,
  XC_PLAN_NO_DAY,
  XC_PLAN_NO_PERSON,
  XC_PLAN_NO_REASON,
} XcPlanRefusal;

#define XC_N_PLAN_REFUSALS (XC_PLAN_NO_REASON + 1)

/**
 * XcPlanVerdict:
 * @verdict: accepted or returned
 * @opinion: (nullable): in words; the reasons, of what is returned
 * @person: (nullable): who says so
 * @happened_on: when
 * @resubmit_on: by when a returned one is to come again, or %XC_DAY_NONE
 */
typedef struct
{
  XcVerdict verdict;
  const char *opinion;
  const char *person;
  XcDay happened_on;
  XcDay resubmit_on;
} XcPlanVerdict;

const XcPlanReview *xc_plan_get_latest (const XcPlanReview *reviews, guint n_reviews);
XcPlanState xc_plan_get_state (const XcPlanReview *reviews, guint n_reviews);
XcPlanRefusal xc_plan_check_receive (const XcPlanReview *reviews, guint n_reviews, XcDay fed_back_on,
                                     XcDay received_on);
XcPlanRefusal xc_plan_check_decide (const XcPlanReview *reviews, guint n_reviews,
                                    const XcPlanVerdict *verdict);
const char *xc_plan_refusal_get_sentence (XcPlanRefusal refusal);
const char *xc_plan_state_get_title (XcPlanState state);

G_END_DECLS
