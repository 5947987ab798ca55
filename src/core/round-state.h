/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The stages of a round (轮次), and the state that it is in on a day. The state is never stored: it follows from the
 * days that were recorded. */
#pragma once

#include "core/day.h"
#include "core/words.h"

G_BEGIN_DECLS

/* What a round goes through, as stages of it are planned and recorded. */
typedef enum
{
  XC_ROUND_STAGE_PREPARATION,   /* 准备 */
  XC_ROUND_STAGE_DEPLOYMENT,    /* 动员部署 */
  XC_ROUND_STAGE_ON_SITE,       /* 进驻了解 */
  XC_ROUND_STAGE_REPORTING,     /* 报告 */
  XC_ROUND_STAGE_FEEDBACK,      /* 反馈 */
  XC_ROUND_STAGE_HANDOVER,      /* 移交 */
  XC_ROUND_STAGE_PLAN,          /* 整改方案 */
  XC_ROUND_STAGE_RECTIFICATION, /* 集中整改 */
  XC_ROUND_STAGE_EVALUATION,    /* 整改评估 */
  XC_ROUND_STAGE_ARCHIVE,       /* 立卷归档 */
} XcRoundStage;

#define XC_N_ROUND_STAGES (XC_ROUND_STAGE_ARCHIVE + 1)

XC_DECLARE_WORDS (XcRoundStage, xc_round_stage);

/* Where a round as a whole has got to, in the order of time. */
typedef enum
{
  XC_ROUND_PREPARATION,   /* 筹备 */
  XC_ROUND_DEPLOYMENT,    /* 部署: it has begun, and no team has entered yet */
  XC_ROUND_ON_SITE,       /* 进驻 */
  XC_ROUND_REPORTING,     /* 汇报: the teams have left */
  XC_ROUND_FEEDBACK,      /* 反馈: reported, to be fed back */
  XC_ROUND_RECTIFICATION, /* 集中整改 */
  XC_ROUND_EVALUATION,    /* 评估: the reports on rectification have come */
  XC_ROUND_FINISHED,      /* 完成 */
} XcRoundState;

#define XC_N_ROUND_STATES (XC_ROUND_FINISHED + 1)

/**
 * XcStageDays:
 * @stage: which
 * @batch_id: of which batch; 0: of the whole round
 * @from: its first day in fact, or %XC_DAY_NONE
 * @to: its last day in fact, or %XC_DAY_NONE
 */
typedef struct
{
  XcRoundStage stage;
  gint64 batch_id;
  XcDay from;
  XcDay to;
} XcStageDays;

/**
 * XcInspectionCourse:
 * @enters: these are days in fact; each may be %XC_DAY_NONE
 * @ends_with_report: whether nothing is fed back afterwards, as after a check of rectification (整改督查)
 */
typedef struct
{
  XcDay enters;
  XcDay leaves;
  XcDay reported;
  XcDay fed_back;
  XcDay report_received;
  gboolean ends_with_report;
} XcInspectionCourse;

/**
 * XcRoundCourse:
 * @starts: first day of the round, or %XC_DAY_NONE
 * @ends: its last day, inclusive, or %XC_DAY_NONE
 * @stages: (array length=n_stages): in any order
 * @inspections: (array length=n_inspections): those that go their own way; an extension goes with what it extends
 */
typedef struct
{
  XcDay starts;
  XcDay ends;
  const XcStageDays *stages;
  guint n_stages;
  const XcInspectionCourse *inspections;
  guint n_inspections;
} XcRoundCourse;

XcRoundState xc_round_state (const XcRoundCourse *course, XcDay today);
const char *xc_round_state_title (XcRoundState state);

G_END_DECLS
