/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The only file that knows libxlsxwriter, which aborts, fails in silence or writes workbooks that do not open on what it
 * does not expect: nothing reaches it unchecked, and all that can still fail is memory and disk.
 */
#include "report/workbook-frame.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include "report/cell-text.h"
#include "report/sheet-rows.h"

/* Excel's limits, in characters. */
#define INPUT_TITLE_MAX 32
#define INPUT_MESSAGE_MAX 255
#define FOOTER_MARKING_MAX 120
#define A4 9
/* Of a chart that is not scaled, in pixels. */
#define DEFAULT_CHART_WIDTH 480
#define DEFAULT_CHART_HEIGHT 288
#define SECONDS_PER_DAY (24 * 60 * 60)
#define GB2312_CHARSET 134
#define FACE_OF_PAGES "&\"仿宋_GB2312,Regular\"&10 "

struct _XcWorkbookFrame
{
  char *path;
  lxw_workbook *workbook;
  GPtrArray *styles; /* of lxw_format, owned by the workbook */
  GPtrArray *sheets; /* of lxw_worksheet, owned by the workbook */
  int failure;       /* errno value of the first one */
};

static void
check (XcWorkbookFrame *self, lxw_error result)
{
  if (result != LXW_NO_ERROR && self->failure == 0)
    self->failure = result == LXW_ERROR_MEMORY_MALLOC_FAILED ? ENOMEM : errno != 0 ? errno : EIO;
}

/**
 * xc_workbook_frame_new:
 * @folder: where it is written, and what libxlsxwriter needs meanwhile
 * @created: the day that the workbook says it was made on
 * @error_number: (out): an errno value, on failure
 *
 * Returns: (transfer full): a frame without sheets, or %NULL
 */
XcWorkbookFrame *
xc_workbook_frame_new (const char *folder, XcDay created, int *error_number)
{
  g_autoptr (XcWorkbookFrame) self = g_new0 (XcWorkbookFrame, 1);
  lxw_workbook_options options = { .tmpdir = (char *) folder };
  lxw_doc_properties properties = { .created = (time_t) created * SECONDS_PER_DAY };

  self->styles = g_ptr_array_new ();
  self->sheets = g_ptr_array_new ();
  self->path = g_build_filename (folder, ".xuncha-XXXXXX", NULL);
  int fd = g_mkstemp (self->path);
  if (fd < 0)
    {
      *error_number = errno;
      g_clear_pointer (&self->path, g_free);
      return NULL;
    }
  close (fd);
  self->workbook = workbook_new_opt (self->path, &options);
  if (self->workbook == NULL || workbook_set_properties (self->workbook, &properties) != LXW_NO_ERROR)
    {
      *error_number = ENOMEM;
      return NULL;
    }
  return g_steal_pointer (&self);
}

/**
 * xc_workbook_frame_free:
 * @self: (nullable): a frame
 *
 * Removes its file.
 */
void
xc_workbook_frame_free (XcWorkbookFrame *self)
{
  if (self == NULL)
    return;
  lxw_workbook_free (self->workbook);
  if (self->path != NULL)
    g_unlink (self->path);
  g_free (self->path);
  g_ptr_array_unref (self->styles);
  g_ptr_array_unref (self->sheets);
  g_free (self);
}

static const char *
name_of_face (XcFace face)
{
  switch (face)
    {
    case XC_FACE_SANS:
      return "微软雅黑";
    case XC_FACE_BODY:
      return "仿宋_GB2312";
    case XC_FACE_HEADING:
      return "黑体";
    case XC_FACE_TITLE:
      return "方正小标宋简体";
    default:
      g_assert_not_reached ();
    }
}

static guint8
lxw_align (XcAlign align)
{
  switch (align)
    {
    case XC_ALIGN_LEFT:
      return LXW_ALIGN_LEFT;
    case XC_ALIGN_CENTER:
      return LXW_ALIGN_CENTER;
    case XC_ALIGN_RIGHT:
      return LXW_ALIGN_RIGHT;
    default:
      g_assert_not_reached ();
    }
}

static const char *
number_format (const XcCellStyle *style)
{
  static const char *const percents[] = { "0%", "0.0%", "0.00%", "0.000%", "0.0000%" };

  switch (style->show)
    {
    case XC_SHOW_GENERAL:
      return "General";
    case XC_SHOW_PERCENT:
      return percents[MIN (style->decimals, G_N_ELEMENTS (percents) - 1)];
    case XC_SHOW_TEXT:
      return "@";
    case XC_SHOW_DAY:
      return "yyyy-mm-dd";
    case XC_SHOW_CHINESE_DAY:
      return "yyyy\"年\"m\"月\"d\"日\"";
    case XC_SHOW_MONEY:
      return "0.00";
    default:
      g_assert_not_reached ();
    }
}

/**
 * xc_workbook_frame_add_style:
 * @self: a frame
 * @style: how cells shall look
 *
 * Returns: what cells call the style by
 */
int
xc_workbook_frame_add_style (XcWorkbookFrame *self, const XcCellStyle *style)
{
  lxw_format *format = workbook_add_format (self->workbook);

  format_set_font_name (format, name_of_face (style->face));
  format_set_font_charset (format, GB2312_CHARSET);
  format_set_font_size (format, style->size);
  format_set_align (format, lxw_align (style->align));
  format_set_align (format, LXW_ALIGN_VERTICAL_CENTER);
  format_set_num_format (format, number_format (style));
  if (style->is_shrunk)
    format_set_shrink (format);
  else
    format_set_text_wrap (format);
  if (style->has_borders)
    format_set_border (format, LXW_BORDER_THIN);
  if (style->is_shaded)
    format_set_bg_color (format, 0xE7E6E6);
  g_ptr_array_add (self->styles, format);
  return lxw_format_get_xf_index (format);
}

static lxw_format *
find_style (XcWorkbookFrame *self, int style)
{
  for (guint i = 0; i < self->styles->len; i++)
    if (lxw_format_get_xf_index (g_ptr_array_index (self->styles, i)) == style)
      return g_ptr_array_index (self->styles, i);
  return NULL;
}

/**
 * xc_workbook_frame_add_sheet:
 * @self: a frame
 * @name: a name that a sheet may have and no other has
 *
 * Returns: what to call the sheet by
 */
guint
xc_workbook_frame_add_sheet (XcWorkbookFrame *self, const char *name)
{
  lxw_worksheet *sheet = workbook_add_worksheet (self->workbook, name);

  if (sheet == NULL)
    check (self, LXW_ERROR_MEMORY_MALLOC_FAILED);
  g_ptr_array_add (self->sheets, sheet);
  return self->sheets->len - 1;
}

/* Sheets that could not be made are %NULL, and nothing more is done. */
static lxw_worksheet *
get_sheet (XcWorkbookFrame *self, guint sheet)
{
  return self->failure == 0 ? g_ptr_array_index (self->sheets, sheet) : NULL;
}

/**
 * xc_workbook_frame_hide:
 * @self: a frame
 * @sheet: not the first
 */
void
xc_workbook_frame_hide (XcWorkbookFrame *self, guint sheet)
{
  lxw_worksheet *worksheet = get_sheet (self, sheet);

  if (worksheet != NULL)
    worksheet_hide (worksheet);
}

/**
 * xc_workbook_frame_set_column:
 * @self: a frame
 * @sheet: which
 * @column: 0-based
 * @width: in pixels, 96 to the inch; 0: as the program likes
 * @style: of cells that are not written; -1: none
 */
void
xc_workbook_frame_set_column (XcWorkbookFrame *self, guint sheet, guint column, guint width, int style)
{
  lxw_worksheet *worksheet = get_sheet (self, sheet);

  if (worksheet != NULL)
    check (self, worksheet_set_column_pixels (worksheet, (lxw_col_t) column, (lxw_col_t) column,
                                              width > 0 ? width : LXW_DEF_COL_WIDTH_PIXELS,
                                              style < 0 ? NULL : find_style (self, style)));
}

static char *
make_footer (const XcPage *page)
{
  /* translators: 1 is the number of the page, 2 is how many there are */
  g_autofree char *pages = g_strdup_printf (_ ("Page %1$s of %2$s"), "&P", "&N");
  GString *footer = g_string_new (NULL);

  if (page->marking != NULL && *page->marking != '\0')
    {
      g_autoptr (GString) scratch = g_string_new (NULL);
      gsize size;
      gboolean needs_escape;
      const char *clean = xc_cell_text_clean (page->marking, scratch, &size, &needs_escape);
      g_autofree char *line = g_strdelimit (g_strndup (clean, size), "\n\t", ' ');
      glong length = g_utf8_strlen (line, -1);
      g_autofree char *shown = g_utf8_substring (line, 0, MIN (length, FOOTER_MARKING_MAX));
      g_auto (GStrv) parts = g_strsplit (shown, "&", -1);
      g_autofree char *doubled = g_strjoinv ("&&", parts);

      g_string_append (footer, "&L" FACE_OF_PAGES);
      g_string_append (footer, doubled);
    }
  g_string_append (footer, "&C" FACE_OF_PAGES);
  g_string_append (footer, pages);
  return g_string_free (footer, FALSE);
}

/**
 * xc_workbook_frame_set_page:
 * @self: a frame
 * @sheet: which
 * @page: how it is printed
 */
void
xc_workbook_frame_set_page (XcWorkbookFrame *self, guint sheet, const XcPage *page)
{
  lxw_worksheet *worksheet = get_sheet (self, sheet);
  g_autofree char *footer = make_footer (page);

  if (worksheet == NULL)
    return;
  worksheet_set_paper (worksheet, A4);
  worksheet_set_landscape (worksheet);
  worksheet_fit_to_pages (worksheet, 1, 0);
  worksheet_center_horizontally (worksheet);
  worksheet_set_margins (worksheet, 0.55, 0.55, 0.7, 0.75);
  check (self, worksheet_set_footer (worksheet, footer));
  if (page->repeated_row >= 0)
    check (self,
           worksheet_repeat_rows (worksheet, (lxw_row_t) page->repeated_row, (lxw_row_t) page->repeated_row));
}

/**
 * xc_workbook_frame_freeze:
 * @self: a frame
 * @sheet: which
 * @rows: how many stay when the sheet is scrolled down
 * @columns: how many stay when it is scrolled across
 */
void
xc_workbook_frame_freeze (XcWorkbookFrame *self, guint sheet, guint rows, guint columns)
{
  lxw_worksheet *worksheet = get_sheet (self, sheet);

  if (worksheet != NULL)
    worksheet_freeze_panes (worksheet, rows, (lxw_col_t) columns);
}

/**
 * xc_workbook_frame_filter:
 * @self: a frame
 * @sheet: which
 * @row: of the headings
 * @columns: how many have one
 * @last_row: the last row that is filtered
 */
void
xc_workbook_frame_filter (XcWorkbookFrame *self, guint sheet, guint row, guint columns, guint last_row)
{
  lxw_worksheet *worksheet = get_sheet (self, sheet);

  if (worksheet != NULL)
    check (self, worksheet_autofilter (worksheet, row, 0, last_row, (lxw_col_t) (columns - 1)));
}

/**
 * xc_workbook_frame_merge:
 * @self: a frame
 * @sheet: which
 * @row: in which row
 * @from: the first column
 * @to: the last one, not the first
 */
void
xc_workbook_frame_merge (XcWorkbookFrame *self, guint sheet, guint row, guint from, guint to)
{
  lxw_worksheet *worksheet = get_sheet (self, sheet);

  if (worksheet != NULL)
    check (self, worksheet_merge_range (worksheet, row, (lxw_col_t) from, row, (lxw_col_t) to, "", NULL));
}

/**
 * xc_workbook_frame_place_chart:
 * @self: a frame
 * @sheet: which
 * @row: where its upper edge is
 * @column: where its left edge is
 * @width: in pixels, 96 to the inch
 * @height: in pixels
 * @words: what the chart says, for those who cannot see it
 *
 * Keeps a place for a chart. What it shows is written into the part "xl/charts/chartN.xml" by whoever assembles the
 * workbook: libxlsxwriter cannot put columns and lines into one. Charts are numbered from 1, sheet by sheet.
 */
void
xc_workbook_frame_place_chart (XcWorkbookFrame *self, guint sheet, guint row, guint column, guint width,
                               guint height, const char *words)
{
  lxw_worksheet *worksheet = get_sheet (self, sheet);
  g_autofree char *cells = NULL;
  lxw_chart *chart;
  lxw_chart_options options = { .x_scale = (double) width / DEFAULT_CHART_WIDTH,
                                .y_scale = (double) height / DEFAULT_CHART_HEIGHT,
                                .object_position = LXW_OBJECT_MOVE_DONT_SIZE,
                                .description = (char *) words };

  if (worksheet == NULL)
    return;
  /* A chart without cells is none. */
  cells = g_strdup_printf ("=%s!$A$1:$A$2", worksheet->quoted_name);
  chart = workbook_add_chart (self->workbook, LXW_CHART_LINE);
  if (chart == NULL || chart_add_series (chart, NULL, cells) == NULL)
    check (self, LXW_ERROR_MEMORY_MALLOC_FAILED);
  else
    check (self, worksheet_insert_chart_opt (worksheet, row, (lxw_col_t) column, chart, &options));
}

static void
add_validation (XcWorkbookFrame *self, guint sheet, guint column, guint from_row,
                lxw_data_validation *validation)
{
  lxw_worksheet *worksheet = get_sheet (self, sheet);

  validation->ignore_blank = LXW_VALIDATION_ON;
  validation->show_input = LXW_VALIDATION_ON;
  validation->show_error = LXW_VALIDATION_ON;
  /* Much is understood that a spreadsheet does not know of, so typing is never stopped. */
  validation->error_type = LXW_VALIDATION_ERROR_TYPE_WARNING;
  if (worksheet != NULL)
    check (self, worksheet_data_validation_range (worksheet, from_row, (lxw_col_t) column,
                                                  XC_SHEET_ROWS_MAX - 1, (lxw_col_t) column, validation));
}

/**
 * xc_workbook_frame_offer:
 * @self: a frame
 * @sheet: which
 * @column: of which cells
 * @from_row: the first row that is filled in
 * @choices_sheet: name of the sheet that holds what can be chosen
 * @choices_column: the column there
 * @first_choice: the row there of the first one
 * @last_choice: the row of the last one
 *
 * Choices are never given in the cell itself: libxlsxwriter aborts on some.
 */
void
xc_workbook_frame_offer (XcWorkbookFrame *self, guint sheet, guint column, guint from_row,
                         const char *choices_sheet, guint choices_column, guint first_choice,
                         guint last_choice)
{
  char name[8];
  lxw_col_to_name (name, (lxw_col_t) choices_column, FALSE);
  g_autofree char *formula =
      g_strdup_printf ("='%s'!$%s$%u:$%s$%u", choices_sheet, name, first_choice + 1, name, last_choice + 1);
  lxw_data_validation validation = {
    .validate = LXW_VALIDATION_TYPE_LIST_FORMULA,
    .dropdown = LXW_VALIDATION_ON,
    .value_formula = formula,
  };

  add_validation (self, sheet, column, from_row, &validation);
}

static char *
cut (const char *text, glong characters)
{
  return g_utf8_substring (text, 0, MIN (g_utf8_strlen (text, -1), characters));
}

/**
 * xc_workbook_frame_ask_day:
 * @self: a frame
 * @sheet: which
 * @column: of which cells
 * @from_row: the first row that is filled in
 * @title: what the column is called
 * @message: how days are typed
 */
void
xc_workbook_frame_ask_day (XcWorkbookFrame *self, guint sheet, guint column, guint from_row,
                           const char *title, const char *message)
{
  g_autofree char *short_title = cut (title, INPUT_TITLE_MAX);
  g_autofree char *short_message = cut (message, INPUT_MESSAGE_MAX);
  lxw_data_validation validation = {
    .validate = LXW_VALIDATION_TYPE_DATE,
    .criteria = LXW_VALIDATION_CRITERIA_BETWEEN,
    .minimum_datetime = { .year = 1900, .month = 1, .day = 1 },
    .maximum_datetime = { .year = 2199, .month = 12, .day = 31 },
    .input_title = short_title,
    .input_message = short_message,
    .error_title = short_title,
    .error_message = short_message,
  };

  add_validation (self, sheet, column, from_row, &validation);
}

/**
 * xc_workbook_frame_close:
 * @self: a frame with at least one sheet
 * @error_number: (out): an errno value, on failure
 *
 * Writes the frame. It may be cut all the same: read it with care.
 *
 * Returns: (transfer none): where it is as long as @self is there, or %NULL
 */
const char *
xc_workbook_frame_close (XcWorkbookFrame *self, int *error_number)
{
  lxw_worksheet *first = get_sheet (self, 0);

  errno = 0;
  /* One text, so that there is a place for texts. */
  if (first != NULL)
    check (self, worksheet_write_string (first, 0, 0, "-", NULL));
  if (self->failure == 0)
    check (self, workbook_close (g_steal_pointer (&self->workbook)));
  *error_number = self->failure;
  return self->failure == 0 ? self->path : NULL;
}
