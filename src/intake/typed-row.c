/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of sheets on their way into the draft. */
#include "intake/import-private.h"

#include <glib/gi18n-lib.h>

void
xc_typed_row_clear (XcTypedRow *self)
{
  g_clear_pointer (&self->record, xc_record_unref);
}

void
xc_typed_row_free (XcTypedRow *self)
{
  xc_typed_row_clear (self);
  g_free (self);
}

static guint64
bit (int column)
{
  return G_GUINT64_CONSTANT (1) << column;
}

/**
 * xc_import_read_row:
 * @self: an import
 * @reader: of the sheet
 * @row: a row
 * @table: what the row becomes
 *
 * Returns: what was typed, but for references
 */
XcTypedRow
xc_import_read_row (XcImport *self, XcCellReader *reader, const XcSheetRow *row, XcTable table)
{
  XcTypedRow typed = { .number = row->number, .record = xc_record_new (table) };

  for (guint i = 0; i < row->table->table->n_columns; i++)
    if (row->cells[i] != NULL)
      typed.present |= bit ((int) i);
  typed.given = xc_cell_reader_get_fields (reader, row, typed.record);
  return typed;
}

/**
 * xc_typed_row_set_reference:
 * @row: a row
 * @sheet: its sheet
 * @column: position in the template of a reference
 * @item: (nullable): what it refers to
 */
void
xc_typed_row_set_reference (XcTypedRow *row, const XcSheetTable *sheet, int column, const XcItem *item)
{
  if (item == NULL)
    return;
  xc_record_set_number_at (row->record, (guint) sheet->fields[column], item->id);
  row->given |= bit (column);
}

/**
 * xc_typed_row_has:
 * @row: a row
 * @sheet: its sheet
 * @column_id: the id of a column
 *
 * Returns: whether the row gives it a value that could be read
 */
gboolean
xc_typed_row_has (const XcTypedRow *row, const XcSheetTable *sheet, const char *column_id)
{
  return (row->given & bit (xc_sheet_table_get_column (sheet, column_id))) != 0;
}

static void
copy_field (XcRecord *to, const XcRecord *from, guint index)
{
  if (xc_field_is_textual (&xc_catalogue_get (xc_record_get_table (to))->fields[index]))
    xc_record_set_text_at (to, index, xc_record_get_text_at (from, index));
  else
    xc_record_set_number_at (to, index, xc_record_get_number_at (from, index));
}

/**
 * xc_import_put:
 * @self: an import
 * @sheet: a sheet
 * @row: a row; a new one gives its record away
 * @existing: (nullable): the row of the draft that it is about, or %NULL for a new one
 *
 * What a row leaves blank stays as it is, so that no import erases anything.
 *
 * Returns: (transfer none): the row of the draft, now as the sheet has it
 */
XcItem *
xc_import_put (XcImport *self, const XcSheetTable *sheet, XcTypedRow *row, XcItem *existing)
{
  XcItem *item = existing;

  if (existing == NULL)
    item = xc_draft_add (self->draft, xc_record_ref (row->record));
  else
    for (guint i = 0; i < sheet->table->n_columns; i++)
      if ((row->given & bit ((int) i)) != 0)
        copy_field (existing->record, row->record, (guint) sheet->fields[i]);
  item->row = row->number;
  xc_import_count (self, sheet, row->number, item);
  return item;
}

typedef struct
{
  guint row;
  const XcItem *item;
} Outcome;

/**
 * xc_import_count:
 * @self: an import
 * @sheet: a sheet
 * @row: one of its rows
 * @item: (nullable): a row of the draft that it makes or changes, or %NULL while it is not known; the first one decides
 *   whether the row is new
 */
void
xc_import_count (XcImport *self, const XcSheetTable *sheet, guint row, const XcItem *item)
{
  Outcome outcome = { row, item };

  if (self->outcomes[sheet->sheet] == NULL)
    self->outcomes[sheet->sheet] = g_array_new (FALSE, FALSE, sizeof (Outcome));
  g_array_append_val (self->outcomes[sheet->sheet], outcome);
}

void
xc_import_refuse (XcImport *self, const XcSheetTable *sheet, guint row, int column, char *what,
                  const char *expected)
{
  xc_sheet_table_refuse (sheet, self->report, row, column, what, expected);
}

/**
 * xc_import_is_free:
 * @self: an import
 * @sheet: a sheet
 * @row: one of its rows
 * @column: where it says what it is about
 * @item: what it is about
 *
 * Returns: whether no other row of the sheet is about the same; otherwise it is said
 */
gboolean
xc_import_is_free (XcImport *self, const XcSheetTable *sheet, guint row, int column, const XcItem *item)
{
  g_autofree char *here = NULL;
  g_autofree char *there = NULL;
  guint at = xc_sheet_table_has_column (sheet, column) ? (guint) sheet->at[column] : 0;

  if (item->row == 0 || item->row == row)
    return TRUE;
  here = xc_workbook_cell_name (at, row);
  there = xc_workbook_cell_name (at, item->row);
  xc_import_refuse (self, sheet, row, column,
                    /* translators: both are cells such as A5 */
                    g_strdup_printf (_ ("%1$s and %2$s are about the same."), there, here),
                    _ ("Keep one of the two rows."));
  return FALSE;
}

static int
find_column_of (const XcSheetTable *sheet, XcTable table, const XcField *field)
{
  for (guint i = 0; i < sheet->table->n_columns; i++)
    if (sheet->table->columns[i].table == table
        && xc_template_column_get_field (&sheet->table->columns[i]) == field)
      return (int) i;
  return -1;
}

/**
 * xc_import_check:
 * @self: an import
 * @sheet: a sheet
 * @row: one of its rows
 * @item: what became of it
 *
 * Says in the cell that holds the field what is wrong with the row by itself.
 */
void
xc_import_check (XcImport *self, const XcSheetTable *sheet, const XcTypedRow *row, const XcItem *item)
{
  g_autoptr (GPtrArray) faults = xc_record_check (item->record);

  for (guint i = 0; i < faults->len; i++)
    {
      const XcFault *fault = faults->pdata[i];
      XcTable table = xc_record_get_table (item->record);
      int column = find_column_of (sheet, table, fault->field);
      gboolean is_set = xc_record_is_set (item->record, fault->field->name);

      /* What was typed there is wrong, and that was said. */
      if (column >= 0 && !is_set && (row->present & bit (column)) != 0)
        continue;
      if (column >= 0 && xc_sheet_table_has_fault (sheet, self->report, row->number, column))
        continue;
      xc_import_refuse (self, sheet, row->number, column, g_strdup (fault->message),
                        column < 0 ? NULL : xc_template_column_hint (&sheet->table->columns[column]));
    }
}
