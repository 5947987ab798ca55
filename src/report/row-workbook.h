/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a list shows, as a workbook: its columns, its rows, in its order. */
#pragma once

#include "report/report-error.h"
#include "store/query.h"

#include "core/day.h"

G_BEGIN_DECLS

/**
 * XcRowWorkbookColumn:
 * @path: what it shows, from the table of the query
 * @title: its heading
 * @width_px: its width on the screen
 */
typedef struct
{
  const char *path;
  const char *title;
  int width_px;
} XcRowWorkbookColumn;

/**
 * XcRowWorkbookOptions:
 * @columns: (array length=n_columns): from left to right
 * @n_columns: how many; at least one
 * @title: what the sheet is called
 * @marking: (nullable): printed at the foot of every page
 * @day: when the workbook says that it was made
 * @cancellable: (nullable): stops the writing; nothing is left of it then
 */
typedef struct
{
  const XcRowWorkbookColumn *columns;
  guint n_columns;
  const char *title;
  const char *marking;
  XcDay day;
  GCancellable *cancellable;
} XcRowWorkbookOptions;

gboolean xc_row_workbook_write (XcStore *store, const XcQuery *query, const XcRowWorkbookOptions *options,
                                const char *path, gboolean replace, guint *n_rows, GError **error);

G_END_DECLS
