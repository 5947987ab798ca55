/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the table of figures share. */
#pragma once

#include "app/reports/figures-table.h"

G_BEGIN_DECLS

/* The place of the headings, above the first row. */
#define XC_FIGURES_TABLE_HEADINGS -1

struct _XcFiguresTable
{
  GtkWidget parent_instance;

  /* Owned */
  XcProblemReport *report; /* nullable */
  GArray *order;           /* of guint: rows of the report as they are shown; the total is always last */
  GtkAdjustment *horizontal;
  GtkAdjustment *vertical;
  PangoLayout *layout; /* of text in the widget's font */

  int sorted_by; /* column, or -1 for the usual order */
  gboolean is_descending;

  /* What has the keys, in what is shown. */
  int row;
  int column;
};

/* figures-table.c */
int xc_figures_table_get_n_rows (XcFiguresTable *self);
int xc_figures_table_get_row_height (XcFiguresTable *self);
void xc_figures_table_go_to (XcFiguresTable *self, int row, int column);
void xc_figures_table_open (XcFiguresTable *self);
char *xc_figures_table_dup_words (XcFiguresTable *self, int row, int column);

/* figures-table-keys.c */
gboolean xc_figures_table_press_key (XcFiguresTable *self, guint key, GdkModifierType state);

/* figures-table-draw.c */
int xc_figures_table_get_heading_height (XcFiguresTable *self);
int xc_figures_table_get_column_x (XcFiguresTable *self, int column);
void xc_figures_table_draw (XcFiguresTable *self, GtkSnapshot *snapshot);

G_END_DECLS
