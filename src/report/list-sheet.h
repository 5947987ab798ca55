/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One list as a sheet that can be signed: annex, title, who and when, headings, rows as high as their text, and the line
 * for signatures. */
#pragma once

#include "report/list-cells.h"
#include "report/workbook-writer.h"

G_BEGIN_DECLS

/**
 * XcListPaper:
 * @title: over the list
 * @annex: (nullable): at the left of the first row
 * @marking: (nullable): at the right of the first row and at the foot of every page
 * @unit: (nullable): who issues it; without one there is room to write it
 * @day: when it was filled in
 *
 * What stands round a list.
 */
typedef struct
{
  const char *title;
  const char *annex;
  const char *marking;
  const char *unit;
  XcDay day;
} XcListPaper;

typedef struct _XcListStyles XcListStyles;

XcListStyles *xc_list_styles_new (XcWorkbookWriter *writer);
void xc_list_styles_free (XcListStyles *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XcListStyles, xc_list_styles_free)

typedef struct _XcListSheet XcListSheet;

XcListSheet *xc_list_sheet_new (XcWorkbookWriter *writer, const XcListStyles *styles,
                                const XcListLayout *layout, const XcListPaper *paper);
void xc_list_sheet_free (XcListSheet *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XcListSheet, xc_list_sheet_free)

void xc_list_sheet_add (XcListSheet *self, XcListCells *cells, const XcListProblem *problem);
void xc_list_sheet_finish (XcListSheet *self);

G_END_DECLS
