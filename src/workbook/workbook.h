/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads .xlsx workbooks as data from strangers: row by row, in constant memory but for the shared strings,
 * within absolute budgets, and with any fault of the file said instead of half of it delivered.
 */
#pragma once

#include "core/day.h"

G_BEGIN_DECLS

#define XC_WORKBOOK_ERROR (xc_workbook_error_quark ())
GQuark xc_workbook_error_quark (void);

/**
 * XcWorkbookError:
 * @XC_WORKBOOK_ERROR_NOT_WORKBOOK: another kind of file: choose another, or save it as .xlsx
 * @XC_WORKBOOK_ERROR_PROTECTED: encrypted, or an old .xls: save it as .xlsx without a password
 * @XC_WORKBOOK_ERROR_DAMAGED: not as its format demands: open it in a spreadsheet program and save it again
 * @XC_WORKBOOK_ERROR_TOO_LARGE: past a budget: split it
 * @XC_WORKBOOK_ERROR_IO: the file cannot be read from where it is
 */
typedef enum
{
  XC_WORKBOOK_ERROR_NOT_WORKBOOK,
  XC_WORKBOOK_ERROR_PROTECTED,
  XC_WORKBOOK_ERROR_DAMAGED,
  XC_WORKBOOK_ERROR_TOO_LARGE,
  XC_WORKBOOK_ERROR_IO,
} XcWorkbookError;

/* What the format itself allows. */
#define XC_WORKBOOK_ROWS 1048576u
#define XC_WORKBOOK_COLUMNS 16384u

/**
 * XcWorkbookBudget:
 * @unpacked_bytes: all parts of the file together, read or not
 * @part_bytes: one part
 * @cells: cells that are not empty, in one sheet
 * @strings: shared strings
 * @string_bytes: shared strings together, as UTF-8
 * @text_bytes: texts handed out by one reading of a sheet, as UTF-8; a shared string counts each time
 * @string_characters: one text
 * @depth: elements within one another, at most 64
 * @time_ms: reading one part, without the time spent in the caller's function
 *
 * How much of a file is read before it is refused. Absolute, because ratios refuse honest files.
 */
typedef struct
{
  guint64 unpacked_bytes;
  guint64 part_bytes;
  guint64 cells;
  guint64 strings;
  guint64 string_bytes;
  guint64 text_bytes;
  guint string_characters;
  guint depth;
  guint time_ms;
} XcWorkbookBudget;

extern const XcWorkbookBudget xc_workbook_default_budget;

/**
 * XcWorkbookKind:
 * @XC_WORKBOOK_TEXT: text, never empty; dates and numbers typed as text are this
 * @XC_WORKBOOK_NUMBER: a number, times of day included
 * @XC_WORKBOOK_DAY: a number shown as a date; its time of day is dropped
 * @XC_WORKBOOK_BOOLEAN: TRUE or FALSE
 * @XC_WORKBOOK_FAULT: an error value such as #N/A, or a number shown as a day that is none (1900-02-29)
 * @XC_WORKBOOK_UNCALCULATED: a formula whose result the file does not hold
 */
typedef enum
{
  XC_WORKBOOK_TEXT,
  XC_WORKBOOK_NUMBER,
  XC_WORKBOOK_DAY,
  XC_WORKBOOK_BOOLEAN,
  XC_WORKBOOK_FAULT,
  XC_WORKBOOK_UNCALCULATED,
} XcWorkbookKind;

/**
 * XcWorkbookCell:
 * @column: 0-based
 * @kind: what it holds
 * @lost_digits: a number of more than 15 digits: a spreadsheet keeps only the first 15, so it is not what was typed
 * @text: what it holds as text, for every kind: UTF-8, days as 2024-05-16, numbers with at most 15 digits
 * @number: for numbers, days (serial) and booleans (0 or 1)
 * @day: for days, between %XC_DAY_MIN and %XC_DAY_MAX; otherwise %XC_DAY_NONE
 */
typedef struct
{
  guint column;
  XcWorkbookKind kind;
  gboolean lost_digits;
  const char *text;
  double number;
  XcDay day;
} XcWorkbookCell;

/**
 * XcWorkbookRow:
 * @number: 1-based, as people see it
 * @hidden: hidden by hand or by a filter
 * @n_cells: number of @cells, at least 1
 * @cells: the cells that are not empty, by rising column
 */
typedef struct
{
  guint number;
  gboolean hidden;
  guint n_cells;
  const XcWorkbookCell *cells;
} XcWorkbookRow;

const XcWorkbookCell *xc_workbook_row_get_cell (const XcWorkbookRow *row, guint column);

typedef struct _XcWorkbook XcWorkbook;

XcWorkbook *xc_workbook_open (const char *path, const XcWorkbookBudget *budget, GError **error);
void xc_workbook_free (XcWorkbook *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XcWorkbook, xc_workbook_free)

guint xc_workbook_get_n_sheets (XcWorkbook *self);
const char *xc_workbook_get_sheet_name (XcWorkbook *self, guint sheet);
gboolean xc_workbook_is_sheet_hidden (XcWorkbook *self, guint sheet);

/**
 * XcWorkbookRowFunc:
 * @row: (transfer none): the row, valid until the function returns
 * @data: as given to xc_workbook_read_sheet()
 * @error: return location for the reason to stop
 *
 * Returns: %TRUE to go on; %FALSE with @error set to stop
 */
typedef gboolean (*XcWorkbookRowFunc) (const XcWorkbookRow *row, gpointer data, GError **error);

gboolean xc_workbook_read_sheet (XcWorkbook *self, guint sheet, XcWorkbookRowFunc func, gpointer data,
                                 GError **error);
gboolean xc_workbook_prove_parts (XcWorkbook *self, GError **error);

char *xc_workbook_cell_name (guint column, guint row);
gboolean xc_workbook_parse_cell_name (const char *name, guint *column, guint *row);

G_END_DECLS
