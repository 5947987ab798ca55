/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sheet 口径: a register is recognised by its title. */
#include "intake/import-private.h"

typedef struct
{
  XcImport *self;
  XcCellReader *reader;
} Registers;

/* New ones come last, in the order of the sheet. */
static void
give_position (XcImport *self, XcRecord *typed)
{
  gint64 largest = 0;

  for (guint i = 0; i < xc_draft_count (self->draft, XC_TABLE_REGISTER); i++)
    largest = MAX (
        largest, xc_record_get_number (xc_draft_get (self->draft, XC_TABLE_REGISTER, i)->record, "position"));
  xc_record_set_number (typed, "position", largest + 1);
}

static void
read_row (const XcSheetRow *row, gpointer data)
{
  Registers *registers = data;
  XcImport *self = registers->self;
  g_auto (XcTypedRow) typed = xc_import_read_row (self, registers->reader, row, XC_TABLE_REGISTER);
  const char *title = xc_record_get_text (typed.record, "title");
  int column = xc_sheet_table_get_column (row->table, "register.title");
  XcItem *item = title == NULL ? NULL : xc_import_find_titled (self, XC_TABLE_REGISTER, "title", title);

  if (title == NULL && row->cells[column] != NULL)
    self->is_incomplete[XC_TEMPLATE_REGISTER] = TRUE;
  if (item != NULL && !xc_import_is_free (self, row->table, row->number, column, item))
    {
      xc_import_count (self, row->table, row->number, NULL);
      return;
    }
  if (item == NULL && !xc_typed_row_has (&typed, row->table, "register.position"))
    give_position (self, typed.record);
  item = xc_import_put (self, row->table, &typed, item);
  xc_import_check (self, row->table, &typed, item);
}

gboolean
xc_import_registers (XcImport *self, GError **error)
{
  XcSheetTable *sheet = self->sheets[XC_TEMPLATE_REGISTER];
  g_autoptr (XcCellReader) reader = xc_cell_reader_new (self->report);
  Registers registers = { self, reader };

  return xc_draft_load (self->draft, XC_TABLE_REGISTER, error)
         && (sheet == NULL || xc_sheet_table_read (sheet, self->source, read_row, &registers, error));
}
