/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads cells as what the template wants there, and says of each that is something else what was expected. */
#pragma once

#include "core/record.h"
#include "intake/sheet-table.h"

G_BEGIN_DECLS

typedef enum
{
  XC_CELL_BLANK, /* or not in the sheet */
  XC_CELL_GIVEN,
  XC_CELL_WRONG, /* it was said in the report */
} XcCellState;

typedef struct _XcCellReader XcCellReader;

XcCellReader *xc_cell_reader_new (XcImportReport *report);
void xc_cell_reader_free (XcCellReader *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XcCellReader, xc_cell_reader_free)

XcCellState xc_cell_reader_get_text (XcCellReader *self, const XcSheetRow *row, int column, char **text);
XcCellState xc_cell_reader_get_name (XcCellReader *self, const XcSheetRow *row, int column, char **name);
XcCellState xc_cell_reader_get_day (XcCellReader *self, const XcSheetRow *row, int column, XcDay *day);
XcCellState xc_cell_reader_get_limit (XcCellReader *self, const XcSheetRow *row, int column, XcDay *day,
                                      char **wording);
XcCellState xc_cell_reader_get_number (XcCellReader *self, const XcSheetRow *row, int column, gint64 *number);
XcCellState xc_cell_reader_get_choice (XcCellReader *self, const XcSheetRow *row, int column,
                                       const XcField *const *fields, const XcField **field,
                                       const char **word);
XcCellState xc_cell_reader_get_yes (XcCellReader *self, const XcSheetRow *row, int column, gboolean *yes);

guint64 xc_cell_reader_get_fields (XcCellReader *self, const XcSheetRow *row, XcRecord *record);

G_END_DECLS
