/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The figures of rectification (问题、整改) by round, team, organization, point or register, and the rows behind each. */
#pragma once

#include "core/rectification-figures.h"
#include "store/query.h"

G_BEGIN_DECLS

typedef enum
{
  XC_FIGURES_BY_ROUND,
  XC_FIGURES_BY_TEAM,
  XC_FIGURES_BY_ORGANIZATION,
  XC_FIGURES_BY_POINT, /* the point itself, and each that it is part of */
  XC_FIGURES_BY_REGISTER,
} XcFiguresGroup;

#define XC_N_FIGURES_GROUPS (XC_FIGURES_BY_REGISTER + 1)

/* What is counted. */
typedef enum
{
  XC_FIGURE_FOUND,
  XC_FIGURE_FED_BACK,
  XC_FIGURE_IMMEDIATE,
  XC_FIGURE_DURING,
  XC_FIGURE_MEASURES,
  XC_FIGURE_MEASURES_DONE,
  XC_FIGURE_CLOSED,
  XC_FIGURE_BASICALLY_DONE,
  XC_FIGURE_AWAITING_REVIEW,
  XC_FIGURE_NOT_DONE,
  XC_FIGURE_OVERDUE,
} XcFigure;

#define XC_N_FIGURES (XC_FIGURE_OVERDUE + 1)

/**
 * XcFiguresFilter:
 * @today: the day on which one asks
 * @term_id: only problems of this term; 0: of all
 * @round_id: only problems of this round; 0: of all
 * @team_id: only those of this team; 0: of all
 * @organization_id: only those of this organization; 0: of all
 * @register_id: only those of organizations in this register; 0: of all
 */
typedef struct
{
  XcDay today;
  gint64 term_id;
  gint64 round_id;
  gint64 team_id;
  gint64 organization_id;
  gint64 register_id;
} XcFiguresFilter;

/**
 * XcFiguresRow:
 * @key: the row of the round, team, organization, point or register; 0 for problems that have none
 */
typedef struct
{
  gint64 key;
  XcRectificationFigures figures;
} XcFiguresRow;

/**
 * XcProblemFigures:
 * @today: the day of the figures
 * @rows: (element-type XcFiguresRow): by key; none that would be empty
 * @total: of all problems that pass the filter
 * @counts_basically_done: the office's rule for the rate
 */
typedef struct
{
  XcDay today;
  GArray *rows;
  XcRectificationFigures total;
  gboolean counts_basically_done;
} XcProblemFigures;

XcProblemFigures *xc_problem_figures_load (XcStore *store, XcFiguresGroup group,
                                           const XcFiguresFilter *filter, GError **error);
void xc_problem_figures_free (XcProblemFigures *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XcProblemFigures, xc_problem_figures_free)

const XcRectificationFigures *xc_problem_figures_find (const XcProblemFigures *self, gint64 key);
XcRectificationRate xc_problem_figures_get_rate (const XcProblemFigures *self,
                                                 const XcRectificationFigures *figures);
guint xc_figure_get (const XcRectificationFigures *figures, XcFigure figure);
const char *xc_figure_get_title (XcFigure figure);
XcQuery *xc_problem_figures_query (XcStore *store, const XcFiguresFilter *filter, XcFiguresGroup group,
                                   gint64 key, XcFigure figure, GError **error);

G_END_DECLS
