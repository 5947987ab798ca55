/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "intake/import-report.h"

#include "workbook/workbook.h"

static void
free_sheet (gpointer data)
{
  XcImportSheet *sheet = data;

  g_free (sheet->name);
  g_free (sheet);
}

static void
free_fault (gpointer data)
{
  XcImportFault *fault = data;

  g_free (fault->sheet_name);
  g_free (fault->cell);
  g_free (fault->what);
  g_free (fault->expected);
  g_free (fault);
}

/**
 * xc_import_report_new:
 * @name: what people call the workbook
 *
 * Returns: (transfer full): a report that says nothing yet
 */
XcImportReport *
xc_import_report_new (const char *name)
{
  XcImportReport *self = g_new0 (XcImportReport, 1);

  self->file = g_strdup (name);
  self->sheets = g_ptr_array_new_with_free_func (free_sheet);
  self->faults = g_ptr_array_new_with_free_func (free_fault);
  self->notes = g_ptr_array_new_with_free_func (g_free);
  self->places = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  return self;
}

void
xc_import_report_free (XcImportReport *self)
{
  if (self == NULL)
    return;
  g_free (self->file);
  g_ptr_array_unref (self->sheets);
  g_ptr_array_unref (self->faults);
  g_ptr_array_unref (self->notes);
  g_hash_table_unref (self->places);
  g_free (self);
}

/**
 * xc_import_report_add_sheet:
 * @self: a report
 * @name: the sheet's name in the workbook
 *
 * Returns: (transfer none): its counts, all 0
 */
XcImportSheet *
xc_import_report_add_sheet (XcImportReport *self, const char *name)
{
  XcImportSheet *sheet = g_new0 (XcImportSheet, 1);

  sheet->name = g_strdup (name);
  g_ptr_array_add (self->sheets, sheet);
  return sheet;
}

/* Below 1024 sheets, 2^21 rows and 2^15 columns this is one number a cell. */
static gint64
make_place (guint sheet, guint row, guint column)
{
  return ((gint64) sheet << 36) | ((gint64) row << 15) | (gint64) (column & 0x7fff);
}

/**
 * xc_import_report_add_fault:
 * @self: a report
 * @sheet: 0-based position of the sheet
 * @sheet_name: its name
 * @row: 1-based
 * @column: 0-based
 * @what: (transfer full): what is wrong
 * @expected: (nullable): what was expected
 */
void
xc_import_report_add_fault (XcImportReport *self, guint sheet, const char *sheet_name, guint row,
                            guint column, char *what, const char *expected)
{
  XcImportFault *fault = g_new0 (XcImportFault, 1);
  gint64 place = make_place (sheet, row, column);

  fault->sheet = sheet;
  fault->sheet_name = g_strdup (sheet_name);
  fault->row = row;
  fault->column = column;
  fault->cell = xc_workbook_cell_name (column, row);
  fault->what = what;
  fault->expected = g_strdup (expected);
  g_ptr_array_add (self->faults, fault);
  g_hash_table_add (self->places, g_memdup2 (&place, sizeof place));
}

/**
 * xc_import_report_has_fault:
 * @self: a report
 * @sheet: 0-based position of the sheet
 * @row: 1-based
 * @column: 0-based
 *
 * Returns: whether anything is wrong with that cell
 */
gboolean
xc_import_report_has_fault (const XcImportReport *self, guint sheet, guint row, guint column)
{
  gint64 place = make_place (sheet, row, column);

  return g_hash_table_contains (self->places, &place);
}

/**
 * xc_import_report_add_note:
 * @self: a report
 * @note: (transfer full): a translated sentence
 */
void
xc_import_report_add_note (XcImportReport *self, char *note)
{
  g_ptr_array_add (self->notes, note);
}

static int
compare_faults (gconstpointer a, gconstpointer b)
{
  const XcImportFault *x = *(XcImportFault *const *) a;
  const XcImportFault *y = *(XcImportFault *const *) b;

  if (x->sheet != y->sheet)
    return x->sheet < y->sheet ? -1 : 1;
  if (x->row != y->row)
    return x->row < y->row ? -1 : 1;
  return x->column < y->column ? -1 : x->column > y->column;
}

/**
 * xc_import_report_sort:
 * @self: a report
 *
 * Brings the faults into the order of the workbook: rules that look at several sheets find them late.
 */
void
xc_import_report_sort (XcImportReport *self)
{
  g_ptr_array_sort (self->faults, compare_faults);
}
