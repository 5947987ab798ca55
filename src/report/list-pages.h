/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a list shows, on paper: its columns, its rows, in its order, under headings that every page repeats. */
#pragma once

#include "report/pages.h"
#include "report/row-workbook.h"

G_BEGIN_DECLS

/**
 * XcListPagesTable:
 * @title: at the head
 * @note: (nullable): beside it
 * @marking: (nullable): at the foot of every page
 * @headings: (array length=n_columns): over the columns
 * @weights: (array length=n_columns): how wide they are beside one another; all but the first hold numbers
 * @cells: (array length=n_cells): row by row
 */
typedef struct
{
  const char *title;
  const char *note;
  const char *marking;
  XcDay day;
  const char *const *headings;
  const int *weights;
  guint n_columns;
  const char *const *cells;
  guint n_cells;
} XcListPagesTable;

XcPages *xc_list_pages_new_of_table (const XcListPagesTable *table);
XcPages *xc_list_pages_new (XcStore *store, const XcQuery *query, const XcRowWorkbookOptions *options,
                            GError **error);

G_END_DECLS
