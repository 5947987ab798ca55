/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One sheet of a workbook as a table of the template: where its headings are, and which column each of them means. */
#pragma once

#include "core/template.h"
#include "intake/import-report.h"
#include "intake/row-source.h"

G_BEGIN_DECLS

#define XC_SHEET_COLUMNS_MAX 32

/**
 * XcSheetTable:
 * @sheet: which of the template's
 * @table: what the template says of it
 * @index: 0-based position in the workbook
 * @name: its name there
 * @heading_row: 1-based
 * @at: by column of the template, the column of the workbook, or -1
 * @headings: by column of the template, as it is headed, or %NULL
 * @fields: by column of the template, the position of its field in the catalogue, or -1
 * @suffixes: by column of the template, of ordinals
 * @n_hidden: rows that were read though nobody sees them
 */
typedef struct
{
  XcTemplateSheet sheet;
  const XcTemplateTable *table;
  guint index;
  char *name;
  guint heading_row;
  int at[XC_SHEET_COLUMNS_MAX];
  char *headings[XC_SHEET_COLUMNS_MAX];
  int fields[XC_SHEET_COLUMNS_MAX];
  char **suffixes[XC_SHEET_COLUMNS_MAX];
  guint n_hidden;
} XcSheetTable;

/**
 * XcSheetRow:
 * @table: of which sheet
 * @number: 1-based
 * @cells: by column of the template, %NULL where nothing stands
 */
typedef struct
{
  const XcSheetTable *table;
  guint number;
  const XcWorkbookCell *cells[XC_SHEET_COLUMNS_MAX];
} XcSheetRow;

/**
 * XcSheetRowFunc:
 * @row: a row with at least one cell that the template knows, valid until the function returns
 * @data: as given to xc_sheet_table_read()
 */
typedef void (*XcSheetRowFunc) (const XcSheetRow *row, gpointer data);

gboolean xc_sheet_table_find (const XcRowSource *source, guint index, XcTemplateSheet sheet,
                              XcImportReport *report, XcSheetTable **table, GError **error);
void xc_sheet_table_free (XcSheetTable *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XcSheetTable, xc_sheet_table_free)

gboolean xc_sheet_table_read (XcSheetTable *self, const XcRowSource *source, XcSheetRowFunc func,
                              gpointer data, GError **error);
int xc_sheet_table_get_column (const XcSheetTable *self, const char *id);
gboolean xc_sheet_table_has_column (const XcSheetTable *self, int column);
void xc_sheet_table_refuse (const XcSheetTable *self, XcImportReport *report, guint row, int column,
                            char *what, const char *expected);
gboolean xc_sheet_table_has_fault (const XcSheetTable *self, const XcImportReport *report, guint row,
                                   int column);

G_END_DECLS
