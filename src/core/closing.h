/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Closing a problem (销号): applied for, reviewed by each body once a cycle, closed or returned; reopened when it comes
 * back. The steps are a journal that is only added to.
 */
#pragma once

#include "core/rectification.h"

G_BEGIN_DECLS

typedef enum
{
  XC_CLOSING_APPLIED,
  XC_CLOSING_REVIEWED,
  XC_CLOSING_REOPENED,
} XcClosingAct;

typedef enum
{
  XC_BODY_OFFICE,       /* 巡察办 */
  XC_BODY_DISCIPLINE,   /* 纪委监委 */
  XC_BODY_ORGANIZATION, /* 组织部 */
  XC_BODY_LEADER,       /* 分管领导 */
} XcReviewingBody;

#define XC_N_REVIEWING_BODIES (XC_BODY_LEADER + 1)

/* Sets of reviewing bodies. */
#define XC_BODY_MASK(body) (1u << (body))

typedef enum
{
  XC_VERDICT_ACCEPTED,
  XC_VERDICT_RETURNED,
} XcVerdict;

typedef struct
{
  guint cycle; /* from 1 */
  XcClosingAct act;
  XcReviewingBody body; /* of reviews */
  XcVerdict verdict;    /* of reviews */
  const char *opinion;  /* may be %NULL; the reason where something is returned or reopened */
  const char *person;
} XcClosingStep;

/* Why a step cannot be taken. */
typedef enum
{
  XC_CLOSING_ALLOWED,
  XC_CLOSING_UNDER_REVIEW,
  XC_CLOSING_ALREADY_CLOSED,
  XC_CLOSING_NO_MEASURE,
  XC_CLOSING_MEASURE_NOT_DONE,
  XC_CLOSING_NO_BODY,
  XC_CLOSING_NOT_APPLIED_FOR,
  XC_CLOSING_NOT_A_REVIEWER,
  XC_CLOSING_REVIEWED_ALREADY,
  XC_CLOSING_REVIEWS_OWN,
  XC_CLOSING_NOT_CLOSED,
  XC_CLOSING_NO_PERSON,
  XC_CLOSING_NO_REASON,
  XC_CLOSING_NO_DAY,
  XC_CLOSING_TOO_EARLY,
} XcClosingRefusal;

#define XC_N_CLOSING_REFUSALS (XC_CLOSING_TOO_EARLY + 1)

XC_DECLARE_WORDS (XcClosingAct, xc_closing_act);
XC_DECLARE_WORDS (XcReviewingBody, xc_reviewing_body);
XC_DECLARE_WORDS (XcVerdict, xc_verdict);

guint xc_closing_get_cycle (const XcClosingStep *steps, guint n_steps);
XcClosingRefusal xc_closing_check_apply (XcRectificationState state, const XcMeasureState *measures,
                                         guint n_measures, guint bodies, const char *person);
XcClosingRefusal xc_closing_check_review (XcRectificationState state, const XcClosingStep *steps,
                                          guint n_steps, guint bodies, const XcClosingStep *review);
XcClosingRefusal xc_closing_check_reopen (XcRectificationState state, const char *reason, const char *person);
XcClosingRefusal xc_closing_check_day (XcDay day, XcDay earliest);
guint xc_closing_get_pending (const XcClosingStep *steps, guint n_steps, guint bodies);
XcRectificationState xc_closing_get_result (const XcClosingStep *steps, guint n_steps, guint bodies);
const char *xc_reviewing_body_get_title (XcReviewingBody body);
const char *xc_closing_refusal_get_sentence (XcClosingRefusal refusal);

G_END_DECLS
