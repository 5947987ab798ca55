/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "intake/row-source.h"

/* One of the first two is set. */
struct _XcRowSource
{
  XcWorkbook *workbook;
  GPtrArray *texts;
  GCancellable *cancellable;
};

/* What one reading of a sheet hands on. */
typedef struct
{
  const XcRowSource *source;
  XcWorkbookRowFunc func;
  gpointer data;
} Reading;

/**
 * xc_row_source_new_workbook:
 * @workbook: (transfer full): an open workbook
 *
 * Returns: (transfer full): its sheets
 */
XcRowSource *
xc_row_source_new_workbook (XcWorkbook *workbook)
{
  g_return_val_if_fail (workbook != NULL, NULL);

  XcRowSource *self = g_new0 (XcRowSource, 1);
  self->workbook = workbook;
  return self;
}

/**
 * xc_row_source_new_texts:
 * @sheets: (transfer none) (element-type XcTextSheet): sheets of text, which must not change meanwhile
 *
 * Returns: (transfer full): these sheets
 */
XcRowSource *
xc_row_source_new_texts (GPtrArray *sheets)
{
  g_return_val_if_fail (sheets != NULL, NULL);

  XcRowSource *self = g_new0 (XcRowSource, 1);
  self->texts = g_ptr_array_ref (sheets);
  return self;
}

void
xc_row_source_free (XcRowSource *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->workbook, xc_workbook_free);
  g_clear_pointer (&self->texts, g_ptr_array_unref);
  g_clear_object (&self->cancellable);
  g_free (self);
}

/**
 * xc_row_source_count:
 * @self: a source
 *
 * Returns: how many sheets it has
 */
guint
xc_row_source_count (const XcRowSource *self)
{
  return self->workbook != NULL ? xc_workbook_get_n_sheets (self->workbook) : self->texts->len;
}

/**
 * xc_row_source_get_name:
 * @self: a source
 * @sheet: 0-based
 *
 * Returns: (transfer none): what the sheet is called
 */
const char *
xc_row_source_get_name (const XcRowSource *self, guint sheet)
{
  g_return_val_if_fail (sheet < xc_row_source_count (self), NULL);
  return self->workbook != NULL ? xc_workbook_get_sheet_name (self->workbook, sheet)
                                : xc_text_sheet_get_name (self->texts->pdata[sheet]);
}

/**
 * xc_row_source_is_hidden:
 * @self: a source
 * @sheet: 0-based
 *
 * Returns: whether people do not see the sheet
 */
gboolean
xc_row_source_is_hidden (const XcRowSource *self, guint sheet)
{
  g_return_val_if_fail (sheet < xc_row_source_count (self), FALSE);
  return self->workbook != NULL && xc_workbook_is_sheet_hidden (self->workbook, sheet);
}

/**
 * xc_row_source_set_cancellable:
 * @self: a source
 * @cancellable: (nullable): stops the reading, from any thread
 */
void
xc_row_source_set_cancellable (XcRowSource *self, GCancellable *cancellable)
{
  g_return_if_fail (self != NULL);
  g_set_object (&self->cancellable, cancellable);
}

static gboolean
hand_on (const XcWorkbookRow *row, gpointer data, GError **error)
{
  const Reading *reading = data;

  return !g_cancellable_set_error_if_cancelled (reading->source->cancellable, error)
         && reading->func (row, reading->data, error);
}

/**
 * xc_row_source_read:
 * @self: a source
 * @sheet: 0-based
 * @func: (scope call): called for each row that is not empty, from the top
 * @data: for @func
 * @error: return location for a #XcWorkbookError, for what @func says, or %G_IO_ERROR_CANCELLED
 *
 * Returns: whether all rows were read
 */
gboolean
xc_row_source_read (const XcRowSource *self, guint sheet, XcWorkbookRowFunc func, gpointer data,
                    GError **error)
{
  g_return_val_if_fail (sheet < xc_row_source_count (self), FALSE);

  Reading reading = { self, func, data };
  return self->workbook != NULL ? xc_workbook_read_sheet (self->workbook, sheet, hand_on, &reading, error)
                                : xc_text_sheet_read (self->texts->pdata[sheet], hand_on, &reading, error);
}
