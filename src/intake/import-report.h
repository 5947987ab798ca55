/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an import did, or would do, and all that is wrong with the workbook. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * XcImportSheet:
 * @name: the sheet's name in the workbook
 * @rows: rows with anything in them
 * @added: of these, new to the ledger
 * @changed: in the ledger, with other values
 * @unchanged: in the ledger as they are
 * @refused: with a fault
 *
 * The four numbers sum to @rows.
 */
typedef struct
{
  char *name;
  guint rows;
  guint added;
  guint changed;
  guint unchanged;
  guint refused;
} XcImportSheet;

/**
 * XcImportFault:
 * @sheet: 0-based position of the sheet in the workbook
 * @sheet_name: its name there
 * @row: 1-based
 * @column: 0-based
 * @cell: both as people write them: "C12"
 * @what: what is wrong, as a translated sentence
 * @expected: (nullable): what was expected, as a translated sentence
 */
typedef struct
{
  guint sheet;
  char *sheet_name;
  guint row;
  guint column;
  char *cell;
  char *what;
  char *expected;
} XcImportFault;

/**
 * XcImportReport:
 * @file: the name of the workbook, without folders
 * @is_change: whether the ledger changes by it; when it does not, no step was added to the history
 * @sheets: (element-type XcImportSheet): those that were read, in the order of the workbook
 * @faults: (element-type XcImportFault): by sheet and cell, in the order in which one reads; when there is any, nothing
 *   was written
 * @notes: (element-type utf8): translated sentences about what was left out and what was done beside the rows
 */
typedef struct
{
  char *file;
  gboolean is_change;
  GPtrArray *sheets;
  GPtrArray *faults;
  GPtrArray *notes;

  /*< private >*/
  GHashTable *places;
} XcImportReport;

XcImportReport *xc_import_report_new (const char *name);
void xc_import_report_free (XcImportReport *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XcImportReport, xc_import_report_free)

XcImportSheet *xc_import_report_add_sheet (XcImportReport *self, const char *name);
void xc_import_report_add_fault (XcImportReport *self, guint sheet, const char *sheet_name, guint row,
                                 guint column, char *what, const char *expected);
gboolean xc_import_report_has_fault (const XcImportReport *self, guint sheet, guint row, guint column);
void xc_import_report_add_note (XcImportReport *self, char *note);
void xc_import_report_sort (XcImportReport *self);

G_END_DECLS
