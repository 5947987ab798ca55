/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/row-workbook.h"

#include "report/text-height.h"
#include "report/workbook-writer.h"
#include "store/path.h"
#include "store/row-walk.h"

#define HEADING_SIZE 11.0
#define BODY_SIZE 11.0
#define FEN_PER_YUAN 100.0
#define MM_PER_PX (25.4 / 96)
/* As wide as a column of text may be before it is wrapped. */
#define WIDTH_MM_MIN 12.0
#define WIDTH_MM_MAX 120.0

typedef struct
{
  XcFieldKind kind;
  int style;
  double width_points;
} Column;

typedef struct
{
  const XcRowWorkbookOptions *options;
  XcWorkbookWriter *writer;
  XcSheetWriter *sheet;
  Column *columns;
  guint n_rows;
} Writing;

static XcShow
show_of_kind (XcFieldKind kind)
{
  switch (kind)
    {
    case XC_FIELD_TEXT:
    case XC_FIELD_LONG_TEXT:
    case XC_FIELD_INSTANT:
    case XC_FIELD_CHOICE:
    case XC_FIELD_YES_NO:
    case XC_FIELD_REFERENCE:
      return XC_SHOW_TEXT;
    case XC_FIELD_DAY:
      return XC_SHOW_DAY;
    case XC_FIELD_NUMBER:
      return XC_SHOW_GENERAL;
    case XC_FIELD_MONEY:
      return XC_SHOW_MONEY;
    default:
      g_assert_not_reached ();
    }
}

static void
set_up_columns (Writing *self, XcTable table)
{
  for (guint i = 0; i < self->options->n_columns; i++)
    {
      const XcRowWorkbookColumn *column = &self->options->columns[i];
      double width_mm = CLAMP (column->width_px * MM_PER_PX, WIDTH_MM_MIN, WIDTH_MM_MAX);
      XcCellStyle style = { .face = XC_FACE_BODY, .size = BODY_SIZE, .has_borders = TRUE };
      XcPath path;
      gboolean is_known = xc_path_read (table, column->path, &path);

      g_assert (is_known && path.field != NULL);
      self->columns[i].kind = path.field->kind;
      style.show = show_of_kind (path.field->kind);
      self->columns[i].style = xc_workbook_writer_add_style (self->writer, &style);
      self->columns[i].width_points = xc_sheet_writer_width_to_points (width_mm);
      xc_sheet_writer_set_width (self->sheet, i, width_mm);
    }
}

static void
write_headings (Writing *self)
{
  const XcCellStyle heading = { .face = XC_FACE_HEADING,
                                .size = HEADING_SIZE,
                                .align = XC_ALIGN_CENTER,
                                .has_borders = TRUE,
                                .is_shaded = TRUE };
  const XcPage page = { .marking = self->options->marking, .repeated_row = 0 };
  int style = xc_workbook_writer_add_style (self->writer, &heading);
  guint lines = 1;

  xc_sheet_writer_set_page (self->sheet, &page);
  xc_sheet_writer_freeze (self->sheet, 1, 0);
  for (guint i = 0; i < self->options->n_columns; i++)
    lines = MAX (lines, xc_text_height_count_lines (self->options->columns[i].title,
                                                    self->columns[i].width_points, HEADING_SIZE));
  xc_sheet_writer_begin_row (self->sheet, 0, xc_text_height_of_lines (lines, HEADING_SIZE));
  for (guint i = 0; i < self->options->n_columns; i++)
    xc_sheet_writer_add_text (self->sheet, i, style, self->options->columns[i].title);
  xc_sheet_writer_end_row (self->sheet);
}

/* What is shown otherwise than by its digits, as the number of a round, stays as it is shown. */
static gboolean
is_plain_number (const char *text, gint64 number)
{
  g_autofree char *digits = g_strdup_printf ("%" G_GINT64_FORMAT, number);

  return g_strcmp0 (text, digits) == 0;
}

static void
add_cell (Writing *self, XcRow *row, guint index)
{
  const Column *column = &self->columns[index];
  const XcValue value = xc_row_get_value (row, index);
  const char *text = xc_row_get_text (row, index);

  if (!value.is_set || text == NULL)
    xc_sheet_writer_add_blank (self->sheet, index, column->style);
  else if (column->kind == XC_FIELD_DAY)
    xc_sheet_writer_add_day (self->sheet, index, column->style, (XcDay) value.number);
  else if (column->kind == XC_FIELD_MONEY)
    xc_sheet_writer_add_number (self->sheet, index, column->style, (double) value.number / FEN_PER_YUAN);
  else if (column->kind == XC_FIELD_NUMBER && is_plain_number (text, value.number))
    xc_sheet_writer_add_number (self->sheet, index, column->style, (double) value.number);
  else if (column->kind == XC_FIELD_LONG_TEXT)
    xc_sheet_writer_add_text (self->sheet, index, column->style, text);
  else
    xc_sheet_writer_add_repeated (self->sheet, index, column->style, text);
}

static gboolean
write_row (XcRow *row, gpointer data)
{
  Writing *self = data;
  guint lines = 1;

  if (g_cancellable_is_cancelled (self->options->cancellable))
    return FALSE;
  for (guint i = 0; i < self->options->n_columns; i++)
    {
      const char *text = xc_row_get_text (row, i);

      if (text != NULL && *text != '\0')
        lines = MAX (lines, xc_text_height_count_lines (text, self->columns[i].width_points, BODY_SIZE));
    }
  self->n_rows++;
  xc_sheet_writer_begin_row (self->sheet, self->n_rows,
                             MIN (xc_text_height_of_lines (lines, BODY_SIZE), XC_TEXT_HEIGHT_MAX));
  for (guint i = 0; i < self->options->n_columns; i++)
    add_cell (self, row, i);
  xc_sheet_writer_end_row (self->sheet);
  return xc_workbook_writer_check (self->writer, NULL);
}

static gboolean
write_rows (Writing *self, XcStore *store, const XcQuery *query, GError **error)
{
  guint n_columns = self->options->n_columns;
  g_autofree const char **paths = g_new0 (const char *, n_columns + 1);
  g_autoptr (GArray) ids = xc_query_ids (query, store, error);

  if (ids == NULL)
    return FALSE;
  for (guint i = 0; i < n_columns; i++)
    paths[i] = self->options->columns[i].path;
  if (!xc_row_walk (store, xc_query_get_table (query), paths, ids, write_row, self, error)
      || g_cancellable_set_error_if_cancelled (self->options->cancellable, error)
      || !xc_workbook_writer_check (self->writer, error))
    return FALSE;
  xc_sheet_writer_filter (self->sheet, 0, n_columns, self->n_rows);
  return xc_workbook_writer_finish (self->writer, error);
}

/**
 * xc_row_workbook_write:
 * @store: a ledger
 * @query: which rows, in which order
 * @options: what of them
 * @path: where the workbook shall be
 * @replace: whether a file that is there already may be replaced
 * @n_rows: (out) (optional): how many rows it holds
 * @error: return location; %G_IO_ERROR_CANCELLED, an %XC_STORE_ERROR, or as in xc_workbook_writer_finish()
 *
 * Writes the rows with a line of headings, reads them back, and only then puts the workbook in its place. Days, numbers
 * and amounts are written as such, so that they can be counted with. The ledger is not changed.
 *
 * Returns: whether the workbook is where it shall be; when not, what was there is as it was
 */
gboolean
xc_row_workbook_write (XcStore *store, const XcQuery *query, const XcRowWorkbookOptions *options,
                       const char *path, gboolean replace, guint *n_rows, GError **error)
{
  g_autofree Column *columns = NULL;
  Writing self = { .options = options };
  gboolean done;

  g_return_val_if_fail (options->n_columns > 0 && xc_day_is_set (options->day), FALSE);

  g_autoptr (XcWorkbookWriter) writer = xc_workbook_writer_new (path, replace, options->day, error);
  if (writer == NULL)
    return FALSE;
  columns = g_new0 (Column, options->n_columns);
  self.writer = writer;
  self.columns = columns;
  self.sheet = xc_workbook_writer_add_sheet (writer, options->title);
  set_up_columns (&self, xc_query_get_table (query));
  write_headings (&self);
  done = write_rows (&self, store, query, error);
  if (n_rows != NULL)
    *n_rows = self.n_rows;
  return done;
}
