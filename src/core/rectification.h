/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rectification (整改): types and states of problems and measures, what may follow what, what is overdue, the rate. */
#pragma once

#include "core/day.h"
#include "core/words.h"

G_BEGIN_DECLS

/* How something is to be rectified; set when the plan is approved, whatever the state. */
typedef enum
{
  XC_RECTIFICATION_IMMEDIATE, /* 立行立改 */
  XC_RECTIFICATION_BY_DATE,   /* 限期整改 */
  XC_RECTIFICATION_LASTING,   /* 长期坚持 */
} XcRectificationType;

/* Of a problem. */
typedef enum
{
  XC_RECTIFICATION_NOT_STARTED,     /* 未启动 */
  XC_RECTIFICATION_IN_PROGRESS,     /* 正在推进 */
  XC_RECTIFICATION_BASICALLY_DONE,  /* 基本完成: goes on */
  XC_RECTIFICATION_AWAITING_REVIEW, /* 已完成待审核 */
  XC_RECTIFICATION_RETURNED,        /* 退回 */
  XC_RECTIFICATION_CLOSED,          /* 已销号 */
  XC_RECTIFICATION_REOPENED,        /* 重新打开 */
} XcRectificationState;

#define XC_N_RECTIFICATION_STATES (XC_RECTIFICATION_REOPENED + 1)

typedef enum
{
  XC_MEASURE_NOT_STARTED,
  XC_MEASURE_IN_PROGRESS,
  XC_MEASURE_BASICALLY_DONE,
  XC_MEASURE_DONE,
} XcMeasureState;

#define XC_N_MEASURE_STATES (XC_MEASURE_DONE + 1)

/* What moves a problem from one state to another. */
typedef enum
{
  XC_RECTIFICATION_WORK,         /* work on it begins, or goes on after a setback */
  XC_RECTIFICATION_ACHIEVE_MOST, /* the essential is done, the rest goes on */
  XC_RECTIFICATION_APPLY,        /* for closing */
  XC_RECTIFICATION_RETURN,       /* a reviewing body is not content */
  XC_RECTIFICATION_CLOSE,        /* all reviewing bodies are content */
  XC_RECTIFICATION_REOPEN,       /* it has come back */
} XcRectificationAction;

#define XC_N_RECTIFICATION_ACTIONS (XC_RECTIFICATION_REOPEN + 1)

typedef struct
{
  guint done;     /* closed, and basically done where the office counts those */
  guint fed_back; /* the rate is done ÷ fed_back */
} XcRectificationRate;

XC_DECLARE_WORDS (XcRectificationType, xc_rectification_type);
XC_DECLARE_WORDS (XcRectificationState, xc_rectification_state);
XC_DECLARE_WORDS (XcMeasureState, xc_measure_state);

gboolean xc_rectification_act (XcRectificationState state, XcRectificationAction action,
                               XcRectificationState *next);
XcRectificationState xc_rectification_from_measures (const XcRectificationState *measures, guint n_measures);
XcRectificationState xc_rectification_follow (XcRectificationState state, const XcMeasureState *before,
                                              guint n_before, const XcMeasureState *after, guint n_after);
XcMeasureState xc_measure_state_from_rectification (XcRectificationState state);
int xc_rectification_days_overdue (XcRectificationState state, XcDay due_on, XcDay done_on, XcDay today);
int xc_measure_days_overdue (XcMeasureState state, XcDay due_on, XcDay done_on, XcDay today);
XcRectificationRate xc_rectification_get_rate (const guint counts[XC_N_RECTIFICATION_STATES],
                                               gboolean with_basically_done);

G_END_DECLS
