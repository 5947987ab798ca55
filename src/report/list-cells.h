/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the cells of a list say about a problem, column by column. */
#pragma once

#include "report/list-layout.h"
#include "store/list-rows.h"

G_BEGIN_DECLS

typedef enum
{
  XC_LIST_CELL_BLANK,
  XC_LIST_CELL_TEXT,
  XC_LIST_CELL_REPEATED, /* text that many cells are likely to hold */
  XC_LIST_CELL_NUMBER,
  XC_LIST_CELL_DAY,
} XcListCellKind;

/**
 * XcListCell:
 * @kind: what it holds
 * @text: of a text, not empty; valid until the next cell is asked for or the problem changes
 * @number: of a number
 * @day: of a day
 */
typedef struct
{
  XcListCellKind kind;
  const char *text;
  double number;
  XcDay day;
} XcListCell;

typedef struct _XcListCells XcListCells;

XcListCells *xc_list_cells_new (void);
void xc_list_cells_free (XcListCells *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XcListCells, xc_list_cells_free)

void xc_list_cells_set_problem (XcListCells *self, const XcListProblem *problem, guint serial);
void xc_list_cells_get (XcListCells *self, XcListField field, const XcListMeasure *measure, XcListCell *cell);

G_END_DECLS
