/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The leaders' chart of progress toward full coverage: how far, how fast, in time or not, and where not.
 * From plain numbers to a picture; whoever has a ledger fills the numbers in. */
#pragma once

#include "core/coverage.h"
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
 * @covered_steps: covered by day, ascending, up to the day of the figures
 * @owed_steps: owed by day, likewise
 */
typedef struct
{
  const char *title;
  guint covered, owed, to_confirm;
  gboolean in_total;
  const XcChartStep *covered_steps;
  gsize n_covered_steps;
  const XcChartStep *owed_steps;
  gsize n_owed_steps;
} XcChartRegister;

/**
 * XcChartOrganization:
 * @name: on the day of the figures
 * @register_index: among the registers of the chart
 * @state: never %XC_COVERAGE_NOT_OWED
 * @covered_on: since when it is covered, or %XC_DAY_NONE
 * @round: (nullable): the short name of the round that covered it or in which a team is there
 */
typedef struct
{
  const char *name;
  gsize register_index;
  XcCoverageState state;
  XcDay covered_on;
  const char *round;
} XcChartOrganization;

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
 * @today: another day to be marked as today, or %XC_DAY_NONE
 * @starts: first day of the term
 * @ends: last day of the term
 * @decimals: of rates
 * @rounds: in their order
 * @covered: covered organizations by day, ascending, up to @as_of
 * @owed: owed organizations by day, ascending
 * @registers: in their order
 * @total: the grand total; its title is not shown
 * @organizations: those owed, register by register
 * @forecast: by day, ascending, after @as_of; none when there is nothing to tell it from
 * @what_if: organizations covered at the end of the rounds left if they were done as somebody supposes, by day,
 *   ascending, from @as_of; none when nobody does
 * @pace: (nullable): a sentence: what is left, and how fast it must go
 * @out_of_reach: whether @pace is bad news
 * @out_of_reach_from: the day from which 100% cannot be reached, or %XC_DAY_NONE
 * @notes: (nullable): the rules that were counted by, a line under the chart
 * @marking: (nullable): the marking line of the office
 * @is_bare: whether title and total are said elsewhere, as in a window round the chart
 * @least_scale: how large type must be at least, 1 being that of a 1280 × 800 screen; 0 when it may shrink with the
 *   picture
 *
 * All of it is borrowed, and needed only while the chart is laid out.
 */
typedef struct
{
  const char *title;
  const char *subtitle;
  XcDay as_of, today, starts, ends;
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
  const XcChartOrganization *organizations;
  gsize n_organizations;
  const XcChartForecast *forecast;
  gsize n_forecast;
  const XcChartStep *what_if;
  gsize n_what_if;
  const char *pace;
  gboolean out_of_reach;
  XcDay out_of_reach_from;
  const char *notes;
  const char *marking;
  gboolean is_bare;
  double least_scale;
} XcCoverageChart;

/* What the chart can show, each on a picture of its own. */
typedef enum
{
  XC_CHART_SHEET_PROGRESS,      /* the term, the registers and the rounds at a glance */
  XC_CHART_SHEET_REGISTERS,     /* the registers beside one another through the term, on one scale */
  XC_CHART_SHEET_ORGANIZATIONS, /* every organization as a square */
} XcChartSheet;
#define XC_N_CHART_SHEETS (XC_CHART_SHEET_ORGANIZATIONS + 1)

/* What the marks of the picture are; XcMark.index counts in the array named. */
typedef enum
{
  XC_CHART_MARK_TOTAL,               /* the head figure */
  XC_CHART_MARK_COVERED,             /* covered at the end of one of the rounds */
  XC_CHART_MARK_OWED,                /* one of the steps of owed */
  XC_CHART_MARK_TARGET,              /* owed at the end of the term */
  XC_CHART_MARK_FORECAST,            /* one of the forecast */
  XC_CHART_MARK_WHAT_IF,             /* one of what is supposed */
  XC_CHART_MARK_OUT_OF_REACH,        /* the day from which 100% is out of reach */
  XC_CHART_MARK_AS_OF,               /* the day of the figures */
  XC_CHART_MARK_TODAY,               /* today, when that is another day */
  XC_CHART_MARK_SPAN,                /* when one of the rounds is */
  XC_CHART_MARK_FIRST,               /* covered for the first time in one of the rounds */
  XC_CHART_MARK_REPEATS,             /* repeat visits of one of the rounds */
  XC_CHART_MARK_PLANNED,             /* what is still planned for one of the rounds */
  XC_CHART_MARK_COLUMN,              /* the figures of one of the rounds */
  XC_CHART_MARK_REGISTER,            /* one of the registers; their number stands for the total */
  XC_CHART_MARK_REGISTER_COVERED,    /* the same, what is covered without doubt */
  XC_CHART_MARK_REGISTER_TO_CONFIRM, /* the same, what is to be confirmed */
  XC_CHART_MARK_REGISTER_OPEN,       /* the same, what is not covered */
  XC_CHART_MARK_CURVE,               /* one of the registers through the term */
  XC_CHART_MARK_CURVE_POINT,  /* the same at the end of a round: register × number of rounds + round */
  XC_CHART_MARK_ORGANIZATION, /* one of the organizations */
  XC_CHART_MARK_STATE,        /* all organizations in one #XcCoverageState */
} XcChartMark;

/* What a chart is laid out for when nobody says otherwise: a screen, and A4 landscape in points. */
#define XC_CHART_WIDTH 1280
#define XC_CHART_HEIGHT 800
#define XC_CHART_PAGE_WIDTH 842
#define XC_CHART_PAGE_HEIGHT 595

const char *xc_chart_sheet_get_title (XcChartSheet sheet);
XcPicture *xc_coverage_chart_lay_out (const XcCoverageChart *chart, double width, double height);
XcPicture *xc_coverage_chart_lay_out_sheet (const XcCoverageChart *chart, XcChartSheet sheet, double width,
                                            double height);
double xc_coverage_chart_get_height (const XcCoverageChart *chart, XcChartSheet sheet, double scale);
char *xc_coverage_chart_dup_text (const XcCoverageChart *chart);

G_END_DECLS
