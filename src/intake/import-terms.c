/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sheet 届次: a term is recognised by its committee and number. */
#include "intake/import-private.h"

#include "intake/name.h"

typedef struct
{
  XcImport *self;
  XcCellReader *reader;
  XcItem *only;
  guint n_rows;
} Terms;

static XcItem *
find_term (XcImport *self, const XcRecord *typed)
{
  const char *committee = xc_record_get_text (typed, "committee");
  g_autofree char *wanted = committee == NULL ? NULL : xc_name_key (committee);

  for (guint i = 0; wanted != NULL && i < xc_draft_count (self->draft, XC_TABLE_TERM); i++)
    {
      XcItem *item = xc_draft_get (self->draft, XC_TABLE_TERM, i);
      const char *other = xc_record_get_text (item->record, "committee");
      g_autofree char *key = other == NULL ? NULL : xc_name_key (other);

      if (g_strcmp0 (key, wanted) == 0
          && xc_record_get_number (item->record, "ordinal") == xc_record_get_number (typed, "ordinal"))
        return item;
    }
  return NULL;
}

static void
read_row (const XcSheetRow *row, gpointer data)
{
  Terms *terms = data;
  XcImport *self = terms->self;
  g_auto (XcTypedRow) typed = xc_import_read_row (self, terms->reader, row, XC_TABLE_TERM);
  XcItem *item = find_term (self, typed.record);
  int column = xc_sheet_table_get_column (row->table, "term.ordinal");

  if (item != NULL && !xc_import_is_free (self, row->table, row->number, column, item))
    {
      xc_import_count (self, row->table, row->number, NULL);
      return;
    }
  item = xc_import_put (self, row->table, &typed, item);
  xc_import_check (self, row->table, &typed, item);
  terms->only = item;
  terms->n_rows++;
}

gboolean
xc_import_terms (XcImport *self, GError **error)
{
  XcSheetTable *sheet = self->sheets[XC_TEMPLATE_TERM];
  g_autoptr (XcCellReader) reader = xc_cell_reader_new (self->report);
  Terms terms = { .self = self, .reader = reader };

  if (!xc_draft_load (self->draft, XC_TABLE_TERM, error))
    return FALSE;
  if (sheet != NULL && !xc_sheet_table_read (sheet, self->source, read_row, &terms, error))
    return FALSE;
  if (terms.n_rows == 1)
    self->term = terms.only;
  else if (xc_draft_count (self->draft, XC_TABLE_TERM) == 1)
    self->term = xc_draft_get (self->draft, XC_TABLE_TERM, 0);
  return TRUE;
}
