/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/workbook-writer.h"

#include "core/fail.h"
#include "report/cell-text.h"
#include "report/sheet-name.h"
#include "report/sheet-rows.h"
#include "report/workbook-assembly.h"
#include "report/workbook-frame.h"
#include "report/workbook-proof.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <string.h>

/* Characters of a text that are enough to find it by. */
#define BEGINNING 30

struct _XcSheetWriter
{
  XcWorkbookWriter *writer; /* borrowed */
  char *name;
  guint index; /* in the frame */
  XcSheetRows *rows;
  GArray *columns;   /* of Column */
  GPtrArray *charts; /* of GString: what they show, as XML */
};

typedef struct
{
  double width; /* mm; 0: as the program likes */
  int style;    /* -1: none */
} Column;

/* Choices are offered from a range of a hidden sheet: libxlsxwriter aborts on long lists in the cell itself. */
typedef struct
{
  XcSheetWriter *sheet; /* borrowed */
  guint column;
  guint from_row;
  guint choices; /* which list */
} Offer;

struct _XcWorkbookWriter
{
  XcOutputFile *output;
  XcWorkbookFrame *frame;
  GPtrArray *sheets; /* of XcSheetWriter */
  XcPacker *packer;
  XcRepeatedTexts *texts;
  GPtrArray *choices; /* of char *: lists of choices, each joined by line ends */
  GArray *offers;     /* of Offer */
  guint n_parts;      /* of the assembled workbook */
  GError *error;      /* the first failure */
};

static void
keep_error (XcWorkbookWriter *self, GError *error)
{
  if (self->error == NULL)
    self->error = error;
  else
    g_error_free (error);
}

static void
keep_errno (XcWorkbookWriter *self, int error_number)
{
  GError *error = NULL;

  xc_output_file_fail (self->output, error_number, &error);
  keep_error (self, error);
}

static void
free_chart (gpointer data)
{
  g_string_free (data, TRUE);
}

static void
sheet_free (gpointer data)
{
  XcSheetWriter *sheet = data;

  xc_sheet_rows_free (sheet->rows);
  g_array_unref (sheet->columns);
  g_ptr_array_unref (sheet->charts);
  g_free (sheet->name);
  g_free (sheet);
}

/**
 * xc_workbook_writer_new:
 * @path: where the workbook shall be
 * @replace: whether a file that is there already may be replaced
 * @created: the day that the workbook says it was made on
 * @error: return location, as in xc_output_file_new()
 *
 * Returns: (transfer full): a workbook without sheets, or %NULL with @error set
 */
XcWorkbookWriter *
xc_workbook_writer_new (const char *path, gboolean replace, XcDay created, GError **error)
{
  g_return_val_if_fail (path != NULL && xc_day_is_set (created), NULL);

  g_autoptr (XcWorkbookWriter) self = g_new0 (XcWorkbookWriter, 1);
  int failure = 0;
  self->output = xc_output_file_new (path, replace, error);
  if (self->output == NULL)
    return NULL;
  self->frame = xc_workbook_frame_new (xc_output_file_get_folder (self->output), created, &failure);
  if (self->frame == NULL)
    {
      xc_output_file_fail (self->output, failure, error);
      return NULL;
    }
  self->sheets = g_ptr_array_new_with_free_func (sheet_free);
  self->packer = xc_packer_new (xc_output_file_get_folder (self->output));
  self->texts = xc_repeated_texts_new ();
  self->choices = g_ptr_array_new_with_free_func (g_free);
  self->offers = g_array_new (FALSE, FALSE, sizeof (Offer));
  return g_steal_pointer (&self);
}

/**
 * xc_workbook_writer_free:
 * @self: (nullable): a workbook
 *
 * Leaves nothing behind when it was not finished.
 */
void
xc_workbook_writer_free (XcWorkbookWriter *self)
{
  if (self == NULL)
    return;
  xc_workbook_frame_free (self->frame);
  xc_packer_free (self->packer);
  g_clear_pointer (&self->sheets, g_ptr_array_unref);
  g_clear_pointer (&self->choices, g_ptr_array_unref);
  g_clear_pointer (&self->offers, g_array_unref);
  xc_repeated_texts_free (self->texts);
  xc_output_file_free (self->output);
  g_clear_error (&self->error);
  g_free (self);
}

/**
 * xc_workbook_writer_add_style:
 * @self: a workbook
 * @style: how cells shall look
 *
 * Returns: what to call the style by
 */
int
xc_workbook_writer_add_style (XcWorkbookWriter *self, const XcCellStyle *style)
{
  return xc_workbook_frame_add_style (self->frame, style);
}

/* A name that Excel takes and no sheet has yet. */
static char *
make_sheet_name (XcWorkbookWriter *self, const char *name)
{
  g_autoptr (GPtrArray) taken = g_ptr_array_new ();

  for (guint i = 0; i < self->sheets->len; i++)
    g_ptr_array_add (taken, ((XcSheetWriter *) g_ptr_array_index (self->sheets, i))->name);
  return xc_sheet_name_make (name, taken);
}

/**
 * xc_workbook_writer_add_sheet:
 * @self: a workbook
 * @name: what to call the sheet; changed where a sheet may not be called so
 *
 * Returns: (transfer none): an empty sheet, behind those that there are
 */
XcSheetWriter *
xc_workbook_writer_add_sheet (XcWorkbookWriter *self, const char *name)
{
  XcSheetWriter *sheet = g_new0 (XcSheetWriter, 1);
  int failure = 0;

  sheet->writer = self;
  sheet->name = make_sheet_name (self, name);
  sheet->columns = g_array_new (FALSE, TRUE, sizeof (Column));
  sheet->charts = g_ptr_array_new_with_free_func (free_chart);
  sheet->index = xc_workbook_frame_add_sheet (self->frame, sheet->name);
  XcPackedPart *part = xc_packer_add_part (self->packer, &failure);
  if (part == NULL)
    keep_errno (self, failure);
  else
    sheet->rows = xc_sheet_rows_new (self->packer, part, self->texts);
  g_ptr_array_add (self->sheets, sheet);
  return sheet;
}

/* Whether there is any use in going on. */
static gboolean
is_alive (const XcSheetWriter *sheet)
{
  return sheet->writer->error == NULL;
}

/**
 * xc_sheet_writer_set_hidden:
 * @self: a sheet that is not the first
 *
 * People do not see it unless they ask for hidden sheets.
 */
void
xc_sheet_writer_set_hidden (XcSheetWriter *self)
{
  xc_workbook_frame_hide (self->writer->frame, self->index);
}

static Column *
get_column (XcSheetWriter *self, guint column)
{
  g_return_val_if_fail (column < XC_SHEET_COLUMNS_MAX, NULL);

  while (self->columns->len <= column)
    {
      Column plain = { .style = -1 };
      g_array_append_val (self->columns, plain);
    }
  return &g_array_index (self->columns, Column, column);
}

/**
 * xc_sheet_writer_set_width:
 * @self: a sheet
 * @column: which
 * @width: in millimetres
 */
void
xc_sheet_writer_set_width (XcSheetWriter *self, guint column, double width)
{
  get_column (self, column)->width = width;
}

/**
 * xc_sheet_writer_set_style:
 * @self: a sheet
 * @column: which
 * @style: of its cells that are not written, for people to fill in
 */
void
xc_sheet_writer_set_style (XcSheetWriter *self, guint column, int style)
{
  get_column (self, column)->style = style;
}

static guint
width_to_pixels (double width)
{
  return (guint) (width / 25.4 * 96 + 0.5);
}

/**
 * xc_sheet_writer_width_to_points:
 * @width_mm: the width of a column, in millimetres
 *
 * Returns: how wide the column is in a workbook, in points
 */
double
xc_sheet_writer_width_to_points (double width_mm)
{
  return width_to_pixels (width_mm) * 72.0 / 96;
}

/**
 * xc_sheet_writer_set_page:
 * @self: a sheet
 * @page: how it is printed
 */
void
xc_sheet_writer_set_page (XcSheetWriter *self, const XcPage *page)
{
  xc_workbook_frame_set_page (self->writer->frame, self->index, page);
}

/**
 * xc_sheet_writer_freeze:
 * @self: a sheet
 * @rows: how many stay when the sheet is scrolled down
 * @columns: how many stay when it is scrolled across
 */
void
xc_sheet_writer_freeze (XcSheetWriter *self, guint rows, guint columns)
{
  xc_workbook_frame_freeze (self->writer->frame, self->index, rows, columns);
}

/**
 * xc_sheet_writer_filter:
 * @self: a sheet
 * @row: of the headings
 * @columns: how many have one
 * @last_row: the last row that is filtered
 */
void
xc_sheet_writer_filter (XcSheetWriter *self, guint row, guint columns, guint last_row)
{
  xc_workbook_frame_filter (self->writer->frame, self->index, row, columns, last_row);
}

/**
 * xc_sheet_writer_merge:
 * @self: a sheet
 * @row: in which row
 * @from: the first column
 * @to: the last one
 *
 * Makes one cell of several; it shows what stands in the first.
 */
void
xc_sheet_writer_merge (XcSheetWriter *self, guint row, guint from, guint to)
{
  if (from < to)
    xc_workbook_frame_merge (self->writer->frame, self->index, row, from, to);
}

/**
 * xc_sheet_writer_offer:
 * @self: a sheet
 * @column: which
 * @from_row: the first row that is filled in
 * @choices: (array zero-terminated=1): what can be chosen; none with a line end
 *
 * Offers @choices in a drop-down; something else can be typed after a warning.
 */
void
xc_sheet_writer_offer (XcSheetWriter *self, guint column, guint from_row, const char *const *choices)
{
  XcWorkbookWriter *writer = self->writer;
  g_autofree char *joined = g_strjoinv ("\n", (char **) choices);
  guint index = 0;

  if (!g_ptr_array_find_with_equal_func (writer->choices, joined, g_str_equal, &index))
    {
      index = writer->choices->len;
      g_ptr_array_add (writer->choices, g_steal_pointer (&joined));
    }
  Offer offer = { self, column, from_row, index };
  g_array_append_val (writer->offers, offer);
}

/**
 * xc_sheet_writer_offer_column:
 * @self: a sheet
 * @column: which
 * @from_row: the first row that is filled in
 * @source: the sheet in which people write what can be chosen
 * @source_column: the column there
 * @last_row: the last row there, from @from_row on
 *
 * Offers what stands in the other column in a drop-down; something else can be typed after a warning.
 */
void
xc_sheet_writer_offer_column (XcSheetWriter *self, guint column, guint from_row, const XcSheetWriter *source,
                              guint source_column, guint last_row)
{
  xc_workbook_frame_offer (self->writer->frame, self->index, column, from_row, source->name, source_column,
                           from_row, last_row);
}

/**
 * xc_sheet_writer_ask_day:
 * @self: a sheet
 * @column: which
 * @from_row: the first row that is filled in
 * @title: what the column is called
 * @message: how days are typed
 *
 * Shows @message at the cells of the column; what is no day can be typed after a warning.
 */
void
xc_sheet_writer_ask_day (XcSheetWriter *self, guint column, guint from_row, const char *title,
                         const char *message)
{
  xc_workbook_frame_ask_day (self->writer->frame, self->index, column, from_row, title, message);
}

/**
 * xc_sheet_writer_add_chart:
 * @self: a sheet
 * @chart: what it shows of the sheet, and where: over rows whose height is not set, and columns whose width is
 *
 * The spreadsheet program draws the chart from the cells, and draws it anew when they are changed.
 */
void
xc_sheet_writer_add_chart (XcSheetWriter *self, const XcSheetChart *chart)
{
  guint width = 0;

  for (guint i = chart->column; i < chart->column + chart->n_columns; i++)
    width += width_to_pixels (get_column (self, i)->width);
  xc_workbook_frame_place_chart (self->writer->frame, self->index, chart->row, chart->column, width,
                                 width_to_pixels (chart->height), chart->words);
  g_ptr_array_add (self->charts, xc_sheet_chart_write (chart, self->name));
}

/**
 * xc_sheet_writer_begin_row:
 * @self: a sheet, outside of a row
 * @row: past the last one
 * @height: in points; 0 lets the program choose
 */
void
xc_sheet_writer_begin_row (XcSheetWriter *self, guint row, double height)
{
  if (is_alive (self) && row >= XC_SHEET_ROWS_MAX)
    xc_fail (&self->writer->error, XC_REPORT_ERROR, XC_REPORT_ERROR_NOT_VALID,
             _ ("There are more rows than a sheet can hold, and nothing was written: choose fewer rounds or "
                "organizations."));
  if (is_alive (self))
    xc_sheet_rows_begin_row (self->rows, row, height);
}

/**
 * xc_sheet_writer_add_blank:
 * @self: a sheet, in a row
 * @column: past the last one
 * @style: of the cell
 */
void
xc_sheet_writer_add_blank (XcSheetWriter *self, guint column, int style)
{
  if (is_alive (self))
    xc_sheet_rows_add_blank (self->rows, column, style);
}

static void
add_text (XcSheetWriter *self, guint column, int style, const char *text, gboolean is_repeated)
{
  if (!is_alive (self))
    return;
  if (text == NULL || *text == '\0')
    xc_sheet_rows_add_blank (self->rows, column, style);
  else if (!xc_sheet_rows_add_text (self->rows, column, style, text, is_repeated))
    {
      g_autofree char *beginning = g_utf8_substring (text, 0, BEGINNING);

      /* translators: 1 is a number of characters, 2 is the beginning of a text */
      xc_fail (&self->writer->error, XC_REPORT_ERROR, XC_REPORT_ERROR_NOT_VALID,
               _ ("A text is longer than the %1$d characters that a cell can hold, and nothing was written: "
                  "shorten the text that begins with “%2$s”."),
               XC_CELL_TEXT_MAX, beginning);
    }
}

/**
 * xc_sheet_writer_add_text:
 * @self: a sheet, in a row
 * @column: past the last one
 * @style: of the cell
 * @text: (nullable): what it says, whatever it begins with; without text the cell is blank
 */
void
xc_sheet_writer_add_text (XcSheetWriter *self, guint column, int style, const char *text)
{
  add_text (self, column, style, text, FALSE);
}

/**
 * xc_sheet_writer_add_repeated:
 * @self: a sheet, in a row
 * @column: past the last one
 * @style: of the cell
 * @text: (nullable): what it says; many cells are likely to say the same
 */
void
xc_sheet_writer_add_repeated (XcSheetWriter *self, guint column, int style, const char *text)
{
  add_text (self, column, style, text, TRUE);
}

/**
 * xc_sheet_writer_add_number:
 * @self: a sheet, in a row
 * @column: past the last one
 * @style: of the cell
 * @number: any finite number
 */
void
xc_sheet_writer_add_number (XcSheetWriter *self, guint column, int style, double number)
{
  if (is_alive (self))
    xc_sheet_rows_add_number (self->rows, column, style, number);
}

/**
 * xc_sheet_writer_add_day:
 * @self: a sheet, in a row
 * @column: past the last one
 * @style: of the cell, which shows days
 * @day: without a day the cell is blank
 */
void
xc_sheet_writer_add_day (XcSheetWriter *self, guint column, int style, XcDay day)
{
  if (!is_alive (self))
    return;
  if (xc_day_is_set (day))
    xc_sheet_rows_add_day (self->rows, column, style, day);
  else
    xc_sheet_rows_add_blank (self->rows, column, style);
}

/**
 * xc_sheet_writer_end_row:
 * @self: a sheet, in a row
 */
void
xc_sheet_writer_end_row (XcSheetWriter *self)
{
  if (is_alive (self))
    xc_sheet_rows_end_row (self->rows);
}

/**
 * xc_workbook_writer_check:
 * @self: a workbook
 * @error: return location for the first failure so far
 *
 * Returns: whether going on is of any use
 */
gboolean
xc_workbook_writer_check (XcWorkbookWriter *self, GError **error)
{
  if (self->error != NULL)
    g_propagate_error (error, g_error_copy (self->error));
  return self->error == NULL;
}

static void
apply_columns (XcSheetWriter *self)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      const Column *column = &g_array_index (self->columns, Column, i);

      xc_workbook_frame_set_column (self->writer->frame, self->index, i, width_to_pixels (column->width),
                                    column->style);
    }
}

/* One column a list. */
static void
write_choices (XcWorkbookWriter *self, XcSheetWriter *sheet, int style)
{
  g_autoptr (GPtrArray) lists = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  guint rows = 0;

  for (guint i = 0; i < self->choices->len; i++)
    {
      char **list = g_strsplit (g_ptr_array_index (self->choices, i), "\n", -1);

      rows = MAX (rows, g_strv_length (list));
      g_ptr_array_add (lists, list);
    }
  for (guint row = 0; row < rows; row++)
    {
      xc_sheet_writer_begin_row (sheet, row, 0);
      for (guint i = 0; i < lists->len; i++)
        {
          char **list = g_ptr_array_index (lists, i);

          if (row < g_strv_length (list))
            xc_sheet_writer_add_text (sheet, i, style, list[row]);
        }
      xc_sheet_writer_end_row (sheet);
    }
}

static void
apply_offers (XcWorkbookWriter *self)
{
  if (self->offers->len == 0)
    return;
  const XcCellStyle plain = { .face = XC_FACE_BODY, .size = 10.5, .show = XC_SHOW_TEXT };
  int style = xc_workbook_writer_add_style (self, &plain);
  /* translators: the name of a hidden sheet that holds the lists for drop-downs */
  XcSheetWriter *sheet = xc_workbook_writer_add_sheet (self, C_ ("sheet", "Choices"));
  xc_sheet_writer_set_hidden (sheet);
  write_choices (self, sheet, style);

  for (guint i = 0; i < self->offers->len && self->error == NULL; i++)
    {
      const Offer *offer = &g_array_index (self->offers, Offer, i);
      g_auto (GStrv) list = g_strsplit (g_ptr_array_index (self->choices, offer->choices), "\n", -1);

      xc_workbook_frame_offer (self->frame, offer->sheet->index, offer->column, offer->from_row, sheet->name,
                               offer->choices, 0, g_strv_length (list) - 1);
    }
}

/* Returns where the frame is, or %NULL. */
static const char *
close_frame (XcWorkbookWriter *self)
{
  const char *path = NULL;
  int failure = 0;

  for (guint i = 0; i < self->sheets->len; i++)
    {
      XcSheetWriter *sheet = g_ptr_array_index (self->sheets, i);

      apply_columns (sheet);
      xc_sheet_rows_finish (sheet->rows);
    }
  if (!xc_packer_finish (self->packer, &failure)
      || (path = xc_workbook_frame_close (self->frame, &failure)) == NULL)
    keep_errno (self, failure);
  return path;
}

static gboolean
prove (XcWorkbookWriter *self)
{
  g_autofree XcProofSheet *sheets = g_new0 (XcProofSheet, self->sheets->len);

  for (guint i = 0; i < self->sheets->len; i++)
    {
      const XcSheetWriter *sheet = g_ptr_array_index (self->sheets, i);

      sheets[i] = (XcProofSheet){ sheet->name, *xc_sheet_rows_get_proof_sum (sheet->rows) };
    }
  return xc_workbook_proof_holds (xc_output_file_get_working_path (self->output), sheets, self->sheets->len,
                                  self->n_parts)
         || xc_output_file_fail_proof (self->output, &self->error);
}

static gboolean
assemble (XcWorkbookWriter *self)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  g_autoptr (GPtrArray) charts = g_ptr_array_new ();
  const char *path = close_frame (self);

  if (path == NULL)
    return FALSE;

  for (guint i = 0; i < self->sheets->len; i++)
    {
      const XcSheetWriter *sheet = g_ptr_array_index (self->sheets, i);

      g_ptr_array_add (rows, sheet->rows);
      for (guint j = 0; j < sheet->charts->len; j++)
        g_ptr_array_add (charts, g_ptr_array_index (sheet->charts, j));
    }
  return xc_workbook_assembly_write (self->output, path, rows, charts, self->texts, &self->n_parts,
                                     &self->error);
}

/**
 * xc_workbook_writer_finish:
 * @self: a workbook with at least one sheet, outside of rows
 * @error: return location for the first failure: %XC_REPORT_ERROR_NOT_PROVEN when what was read back is not what was
 *   written, else as in xc_output_file_new()
 *
 * Writes the workbook, reads it back, and puts it in its place. After a failure the target is as it was.
 *
 * Returns: whether the workbook is where it shall be
 */
gboolean
xc_workbook_writer_finish (XcWorkbookWriter *self, GError **error)
{
  g_return_val_if_fail (self->sheets->len > 0, FALSE);

  if (self->error == NULL)
    apply_offers (self);
  if (self->error == NULL && assemble (self) && prove (self))
    xc_output_file_finish (self->output, &self->error);
  if (self->error != NULL)
    g_propagate_error (error, g_error_copy (self->error));
  return self->error == NULL;
}
