/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sheet 轮次: a round is recognised by its term and number. */
#include "intake/import-private.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  XcImport *self;
  XcCellReader *reader;
} Rounds;

static XcItem *
find_term (XcImport *self, const XcSheetRow *row, int column, gint64 ordinal)
{
  XcItem *found = NULL;
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, ordinal);

  for (guint i = 0; i < xc_draft_count (self->draft, XC_TABLE_TERM); i++)
    {
      XcItem *item = xc_draft_get (self->draft, XC_TABLE_TERM, i);

      if (xc_record_get_number (item->record, "ordinal") != ordinal)
        continue;
      if (item == self->term)
        return item;
      if (found != NULL)
        {
          xc_import_refuse (self, row->table, row->number, column,
                            g_strdup (_ ("More than one committee in the ledger has this term.")),
                            _ ("Put the one term that this workbook is about into the sheet of terms."));
          return NULL;
        }
      found = item;
    }
  if (found == NULL)
    xc_import_refuse_unknown (self, row->table, row->number, column, text, XC_TEMPLATE_TERM, NULL);
  return found;
}

/* Of the row, or else the one that the workbook or the ledger is about. */
static XcItem *
get_term (Rounds *rounds, const XcSheetRow *row)
{
  XcImport *self = rounds->self;
  int column = xc_sheet_table_get_column (row->table, "round.term_id");
  gint64 ordinal = 0;

  switch (xc_cell_reader_get_number (rounds->reader, row, column, &ordinal))
    {
    case XC_CELL_GIVEN:
      return find_term (self, row, column, ordinal);
    case XC_CELL_BLANK:
      if (self->term == NULL && !self->is_incomplete[XC_TEMPLATE_TERM])
        xc_import_refuse (
            self, row->table, row->number, column,
            g_strdup (xc_draft_count (self->draft, XC_TABLE_TERM) == 0
                          ? _ ("There is no term yet to which the round could belong.")
                          : _ ("The ledger has several terms, and the row does not say which one.")),
            _ ("Write the term into the sheet of terms, or its number into the column for it."));
      return self->term;
    case XC_CELL_WRONG:
    default:
      return NULL;
    }
}

static XcItem *
find_round (XcImport *self, const XcItem *term, gint64 ordinal)
{
  for (guint i = 0; i < xc_draft_count (self->draft, XC_TABLE_ROUND); i++)
    {
      XcItem *item = xc_draft_get (self->draft, XC_TABLE_ROUND, i);

      if (xc_record_get_number (item->record, "ordinal") == ordinal
          && xc_record_get_number (item->record, "term_id") == term->id)
        return item;
    }
  return NULL;
}

static void
read_row (const XcSheetRow *row, gpointer data)
{
  Rounds *rounds = data;
  XcImport *self = rounds->self;
  int scheme_column = xc_sheet_table_get_column (row->table, "round.scheme_id");
  int ordinal_column = xc_sheet_table_get_column (row->table, "round.ordinal");
  g_auto (XcTypedRow) typed = xc_import_read_row (self, rounds->reader, row, XC_TABLE_ROUND);
  XcItem *term = get_term (rounds, row);
  XcItem *item = NULL;
  g_autofree char *scheme = NULL;

  if (xc_cell_reader_get_name (rounds->reader, row, scheme_column, &scheme) == XC_CELL_GIVEN)
    xc_typed_row_set_reference (&typed, row->table, scheme_column,
                                xc_import_find_scheme (self, row->table, row->number, scheme_column, scheme));
  if (term == NULL || !xc_record_is_set (typed.record, "ordinal"))
    {
      XcItem probe = { .record = typed.record };

      if (term != NULL)
        {
          xc_record_set_number (typed.record, "term_id", term->id);
          xc_import_check (self, row->table, &typed, &probe);
        }
      self->is_incomplete[XC_TEMPLATE_ROUND] |= row->cells[ordinal_column] != NULL;
      xc_import_count (self, row->table, row->number, NULL);
      return;
    }
  xc_record_set_number (typed.record, "term_id", term->id);
  item = find_round (self, term, xc_record_get_number (typed.record, "ordinal"));
  if (item != NULL && !xc_import_is_free (self, row->table, row->number, ordinal_column, item))
    {
      xc_import_count (self, row->table, row->number, NULL);
      return;
    }
  item = xc_import_put (self, row->table, &typed, item);
  xc_import_check (self, row->table, &typed, item);
}

gboolean
xc_import_rounds (XcImport *self, GError **error)
{
  XcSheetTable *sheet = self->sheets[XC_TEMPLATE_ROUND];
  g_autoptr (XcCellReader) reader = xc_cell_reader_new (self->report);
  Rounds rounds = { self, reader };

  return xc_draft_load (self->draft, XC_TABLE_ROUND, error)
         && (sheet == NULL || xc_sheet_table_read (sheet, self->source, read_row, &rounds, error));
}
