/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of figures on the screen: it scrolls between its headings and its total, is walked through cell by cell, and
 * each figure opens what it counts. */
#pragma once

#include <gtk/gtk.h>

#include "report/problem-report.h"

G_BEGIN_DECLS

#define XC_TYPE_FIGURES_TABLE (xc_figures_table_get_type ())
G_DECLARE_FINAL_TYPE (XcFiguresTable, xc_figures_table, XC, FIGURES_TABLE, GtkWidget)

/* Signals: "opened" with row and column (guint) of the report, by Enter or a click; "moved" when another row has the keys. */
void xc_figures_table_set_report (XcFiguresTable *self, XcProblemReport *report);
guint xc_figures_table_get_row (XcFiguresTable *self);

G_END_DECLS
