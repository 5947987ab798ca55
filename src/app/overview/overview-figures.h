/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The head figures of a ledger, each a button that opens the rows behind it. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define XC_TYPE_OVERVIEW_FIGURES (xc_overview_figures_get_type ())
G_DECLARE_FINAL_TYPE (XcOverviewFigures, xc_overview_figures, XC, OVERVIEW_FIGURES, AdwBin)

typedef enum
{
  XC_OVERVIEW_COVERAGE,
  XC_OVERVIEW_OPEN, /* owed and not covered */
  XC_OVERVIEW_ROUNDS,
  XC_OVERVIEW_PROBLEMS,
  XC_OVERVIEW_IMMEDIATE,
  XC_OVERVIEW_CLOSED,
  XC_OVERVIEW_OVERDUE,
} XcOverviewFigure;

#define XC_N_OVERVIEW_FIGURES (XC_OVERVIEW_OVERDUE + 1)

const char *xc_overview_figure_get_title (XcOverviewFigure figure);

/* Signal: "opened" with the figure (int). */
void xc_overview_figures_show (XcOverviewFigures *self, XcOverviewFigure figure, const char *value,
                               const char *rule, gboolean is_alarm);

G_END_DECLS
