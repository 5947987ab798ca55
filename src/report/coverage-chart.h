/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The leaders' chart of progress toward full coverage: how far, how fast, in time or not, and where not.
 * From plain numbers to a picture; whoever has a ledger fills the numbers in. */
#pragma once

#include "core/day.h"
#include "report/picture.h"

G_BEGIN_DECLS

typedef enum
{
  XC_CHART_ROUND_FINISHED,
  XC_CHART_ROUND_CURRENT,
  XC_CHART_ROUND_PLANNED,
} XcChartRoundState;

/**
 * XcChartRound:
 * @label: its short name, "六"
 * @starts: first day, or %XC_DAY_NONE
 * @ends: last day, or %XC_DAY_NONE
 * @state: how far it is
 * @first: organizations that it covered for the first time
 * @repeats: visits of organizations that had been covered before
 * @planned: organizations that it is meant to cover for the first time, 0 when not known
 */
typedef struct
{
  const char *label;
  XcDay starts, ends;
  XcChartRoundState state;
  guint first;
  guint repeats;
  guint planned;
} XcChartRound;

/**
 * XcChartStep:
 * @day: from which on it holds
 * @count: organizations
 * @cause: (nullable): why it changed, a few words
 */
typedef struct
{
  XcDay day;
  guint count;
  const char *cause;
} XcChartStep;

/**
 * XcChartRegister:
 * @title: its name
 * @covered: organizations covered, those to be confirmed included
 * @owed: organizations owed
 * @to_confirm: of @covered, those that a clerk has still to confirm
 * @in_total: whether it is part of the grand total
 */
typedef struct
{
  const char *title;
  guint covered, owed, to_confirm;
  gboolean in_total;
} XcChartRegister;

/**
 * XcChartForecast:
 * @day: in the future
 * @worst: organizations covered then, at the pace of the worst recent round
 * @average: at the average pace
 * @best: at the best pace
 */
typedef struct
{
  XcDay day;
  guint worst, average, best;
} XcChartForecast;

/**
 * XcCoverageChart:
 * @title: of the picture: committee and term
 * @subtitle: (nullable): one more line
 * @as_of: the day of the figures
 * @starts: first day of the term
 * @ends: last day of the term
 * @decimals: of rates
 * @rounds: in their order
 * @covered: covered organizations by day, ascending, up to @as_of
 * @owed: owed organizations by day, ascending
 * @registers: in their order
 * @total: the grand total; its title is not shown
 * @forecast: by day, ascending, after @as_of; none when there is nothing to tell it from
 * @pace: (nullable): a sentence: what is left, and how fast it must go
 * @out_of_reach: whether @pace is bad news
 * @out_of_reach_from: the day from which 100% cannot be reached, or %XC_DAY_NONE
 * @notes: (nullable): the rules that were counted by, a line under the chart
 * @marking: (nullable): the marking line of the office
 *
 * All of it is borrowed, and needed only while the chart is laid out.
 */
typedef struct
{
  const char *title;
  const char *subtitle;
  XcDay as_of, starts, ends;
  guint decimals;
  const XcChartRound *rounds;
  gsize n_rounds;
  const XcChartStep *covered;
  gsize n_covered;
  const XcChartStep *owed;
  gsize n_owed;
  const XcChartRegister *registers;
  gsize n_registers;
  XcChartRegister total;
  const XcChartForecast *forecast;
  gsize n_forecast;
  const char *pace;
  gboolean out_of_reach;
  XcDay out_of_reach_from;
  const char *notes;
  const char *marking;
} XcCoverageChart;

/* What the marks of the picture are; XcMark.index counts in the array named. */
typedef enum
{
  XC_CHART_MARK_TOTAL,        /* the head figure */
  XC_CHART_MARK_COVERED,      /* covered at the end of one of the rounds */
  XC_CHART_MARK_OWED,         /* one of the steps of owed */
  XC_CHART_MARK_FORECAST,     /* one of the forecast */
  XC_CHART_MARK_OUT_OF_REACH, /* the day from which 100% is out of reach */
  XC_CHART_MARK_SPAN,         /* when one of the rounds is */
  XC_CHART_MARK_FIRST,        /* covered for the first time in one of the rounds */
  XC_CHART_MARK_REPEATS,      /* repeat visits of one of the rounds */
  XC_CHART_MARK_PLANNED,      /* what is still planned for one of the rounds */
  XC_CHART_MARK_COLUMN,       /* the figures of one of the rounds */
  XC_CHART_MARK_REGISTER,     /* one of the registers; their number stands for the total */
} XcChartMark;

/* What a chart is laid out for when nobody says otherwise: a screen, and A4 landscape in points. */
#define XC_CHART_WIDTH 1280
#define XC_CHART_HEIGHT 800
#define XC_CHART_PAGE_WIDTH 842
#define XC_CHART_PAGE_HEIGHT 595

XcPicture *xc_coverage_chart_lay_out (const XcCoverageChart *chart, double width, double height);

G_END_DECLS
