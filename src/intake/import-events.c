/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The sheet 组织沿革. Events are applied in the order of their days, whatever the order of the rows; an event is recognised
 * by its kind, its day and its organizations, and what it did is then not done again.
 */
#include "intake/event-row.h"
#include "intake/name.h"

typedef struct
{
  XcImport *self;
  XcCellReader *reader;
  GPtrArray *rows;
} Events;

static void
read_row (const XcSheetRow *row, gpointer data)
{
  Events *events = data;

  g_ptr_array_add (events->rows, xc_event_row_read (events->self, events->reader, row));
}

static void
free_row (gpointer data)
{
  xc_event_row_free (data);
}

static int
compare_days (gconstpointer a, gconstpointer b)
{
  const XcEventRow *x = *(XcEventRow *const *) a;
  const XcEventRow *y = *(XcEventRow *const *) b;

  return x->day < y->day ? -1 : x->day > y->day;
}

static gboolean
is_open (const XcEventRow *row)
{
  return row->event == NULL && !row->is_refused;
}

static void
apply (XcImport *self, XcEventRow *row)
{
  xc_event_row_apply (self, row);
  /* A new name, or a new organization, may be the parent that rows wait for. */
  xc_import_place_organizations (self);
}

/* Renamings of which the ledger, or the sheet of organizations, has the new name only: before all others, because these
 * may speak of the old name; the latest first. */
static void
learn_old_names (XcImport *self, GPtrArray *rows)
{
  gboolean goes_on = TRUE;

  while (goes_on)
    {
      goes_on = FALSE;
      for (guint i = rows->len; i > 0; i--)
        {
          XcEventRow *row = rows->pdata[i - 1];

          if (!is_open (row) || row->kind != XC_EVENT_RENAMED || !xc_event_row_resolve (self, row, FALSE)
              || row->predecessors->pdata[0] != NULL)
            continue;
          apply (self, row);
          goes_on = TRUE;
        }
    }
}

static void
apply_all (XcImport *self, GPtrArray *rows)
{
  gboolean goes_on = TRUE;

  learn_old_names (self, rows);
  /* Again for those that had to wait for what a later one told. */
  while (goes_on)
    {
      goes_on = FALSE;
      for (guint i = 0; i < rows->len; i++)
        {
          XcEventRow *row = rows->pdata[i];

          if (!is_open (row) || !xc_event_row_resolve (self, row, FALSE))
            continue;
          apply (self, row);
          goes_on = TRUE;
        }
    }
}

/* Names that would be known, were it not for the faults of these rows. */
static void
doubt_names (XcImport *self, const XcEventRow *row)
{
  for (guint i = 0; row->after[i] != NULL; i++)
    g_hash_table_add (self->doubtful, xc_name_key (row->after[i]));
}

gboolean
xc_import_events (XcImport *self, GError **error)
{
  XcSheetTable *sheet = self->sheets[XC_TEMPLATE_EVENT];
  g_autoptr (XcCellReader) reader = xc_cell_reader_new (self->report);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (free_row);
  Events events = { self, reader, rows };

  if (sheet != NULL && !xc_sheet_table_read (sheet, self->source, read_row, &events, error))
    return FALSE;
  g_ptr_array_sort (rows, compare_days);
  apply_all (self, rows);
  for (guint i = 0; i < rows->len; i++)
    if (((XcEventRow *) rows->pdata[i])->event == NULL)
      doubt_names (self, rows->pdata[i]);
  xc_import_finish_organizations (self);
  for (guint i = 0; i < rows->len; i++)
    if (is_open (rows->pdata[i]))
      xc_event_row_resolve (self, rows->pdata[i], TRUE);
  return TRUE;
}
