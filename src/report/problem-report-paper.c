/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/problem-report-paper.h"

#include <string.h>

#include "report/list-pages.h"
#include "report/text-height.h"
#include "report/workbook-writer.h"

#define TITLE_SIZE 18.0
#define BODY_SIZE 11.0
#define NAME_MM 62.0
#define FIGURE_MM 17.0
#define HEADING_ROW 2u
/* How much wider the names are than the figures, on paper. */
#define NAME_WEIGHT 180
#define FIGURE_WEIGHT 56

typedef struct
{
  int title, note, heading, name, number, rate;
} Styles;

static Styles
add_styles (XcWorkbookWriter *writer)
{
  XcCellStyle style = { .face = XC_FACE_TITLE, .size = TITLE_SIZE, .align = XC_ALIGN_CENTER };
  Styles styles;

  styles.title = xc_workbook_writer_add_style (writer, &style);
  style = (XcCellStyle){ .face = XC_FACE_BODY, .size = BODY_SIZE };
  styles.note = xc_workbook_writer_add_style (writer, &style);
  style.has_borders = TRUE;
  style.show = XC_SHOW_TEXT;
  styles.name = xc_workbook_writer_add_style (writer, &style);
  style.align = XC_ALIGN_RIGHT;
  styles.rate = xc_workbook_writer_add_style (writer, &style);
  style.show = XC_SHOW_GENERAL;
  styles.number = xc_workbook_writer_add_style (writer, &style);
  style = (XcCellStyle){ .face = XC_FACE_HEADING,
                         .size = BODY_SIZE,
                         .align = XC_ALIGN_CENTER,
                         .has_borders = TRUE,
                         .is_shaded = TRUE };
  styles.heading = xc_workbook_writer_add_style (writer, &style);
  return styles;
}

static double
get_width_mm (guint column)
{
  return column < XC_PROBLEM_REPORT_FIRST_FIGURE ? NAME_MM : FIGURE_MM;
}

static double
get_height (const char *text, double width_mm, double size)
{
  return xc_text_height_of_lines (
      xc_text_height_count_lines (text, xc_sheet_writer_width_to_points (width_mm), size), size);
}

static void
write_line (XcSheetWriter *sheet, guint row, int style, const char *text, double size)
{
  double width_mm = NAME_MM + (XC_N_PROBLEM_REPORT_COLUMNS - 1) * FIGURE_MM;

  xc_sheet_writer_begin_row (sheet, row, get_height (text, width_mm, size));
  xc_sheet_writer_merge (sheet, row, 0, XC_PROBLEM_REPORT_RATE);
  xc_sheet_writer_add_text (sheet, 0, style, text);
  for (guint column = 1; column < XC_N_PROBLEM_REPORT_COLUMNS; column++)
    xc_sheet_writer_add_blank (sheet, column, style);
  xc_sheet_writer_end_row (sheet);
}

static void
write_headings (const XcProblemReport *self, XcSheetWriter *sheet, const Styles *styles)
{
  double height = 0;

  for (guint column = 0; column < XC_N_PROBLEM_REPORT_COLUMNS; column++)
    height = MAX (
        height, get_height (xc_problem_report_get_heading (self, column), get_width_mm (column), BODY_SIZE));
  xc_sheet_writer_begin_row (sheet, HEADING_ROW, height);
  for (guint column = 0; column < XC_N_PROBLEM_REPORT_COLUMNS; column++)
    xc_sheet_writer_add_text (sheet, column, styles->heading, xc_problem_report_get_heading (self, column));
  xc_sheet_writer_end_row (sheet);
}

static void
write_row (const XcProblemReport *self, XcSheetWriter *sheet, const Styles *styles, guint row)
{
  const XcProblemReportRow *shown = xc_problem_report_get_row (self, row);
  g_autofree char *indent = g_strnfill (shown->depth * 2, ' ');
  g_autofree char *name = g_strconcat (indent, shown->title, NULL);
  g_autofree char *rate = xc_problem_report_dup_cell (self, row, XC_PROBLEM_REPORT_RATE);

  xc_sheet_writer_begin_row (sheet, HEADING_ROW + 1 + row, get_height (name, NAME_MM, BODY_SIZE));
  xc_sheet_writer_add_text (sheet, 0, styles->name, name);
  for (guint i = 0; i < XC_N_FIGURES; i++)
    xc_sheet_writer_add_number (sheet, XC_PROBLEM_REPORT_FIRST_FIGURE + i, styles->number,
                                xc_figure_get (&shown->figures, (XcFigure) i));
  xc_sheet_writer_add_text (sheet, XC_PROBLEM_REPORT_RATE, styles->rate, rate);
  xc_sheet_writer_end_row (sheet);
}

/**
 * xc_problem_report_write:
 * @self: a report
 * @marking: (nullable): at the foot of every page
 * @path: where the workbook shall be
 * @replace: whether a file that is there already may be replaced
 * @error: return location, as in xc_workbook_writer_finish()
 *
 * Returns: whether the workbook is where it shall be; when not, what was there is as it was
 */
gboolean
xc_problem_report_write (const XcProblemReport *self, const char *marking, const char *path, gboolean replace,
                         GError **error)
{
  g_autoptr (XcWorkbookWriter) writer = xc_workbook_writer_new (path, replace, self->filter.today, error);
  const XcPage page = { .marking = marking, .repeated_row = HEADING_ROW };
  g_autofree char *note = xc_problem_report_dup_note (self);
  XcSheetWriter *sheet;
  Styles styles;

  if (writer == NULL)
    return FALSE;
  sheet = xc_workbook_writer_add_sheet (writer, self->title);
  styles = add_styles (writer);
  for (guint column = 0; column < XC_N_PROBLEM_REPORT_COLUMNS; column++)
    xc_sheet_writer_set_width (sheet, column, get_width_mm (column));
  xc_sheet_writer_set_page (sheet, &page);
  xc_sheet_writer_freeze (sheet, HEADING_ROW + 1, 1);
  write_line (sheet, 0, styles.title, self->title, TITLE_SIZE);
  write_line (sheet, 1, styles.note, note, BODY_SIZE);
  write_headings (self, sheet, &styles);
  for (guint row = 0; row < self->rows->len; row++)
    write_row (self, sheet, &styles, row);
  return xc_workbook_writer_finish (writer, error);
}

/**
 * xc_problem_report_make_pages:
 * @self: a report
 * @marking: (nullable): at the foot of every page
 *
 * Returns: (transfer full): the table, for paper
 */
XcPages *
xc_problem_report_make_pages (const XcProblemReport *self, const char *marking)
{
  g_autofree char *note = xc_problem_report_dup_note (self);
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);
  const char *headings[XC_N_PROBLEM_REPORT_COLUMNS];
  int weights[XC_N_PROBLEM_REPORT_COLUMNS];
  XcListPagesTable table = { .title = self->title,
                             .note = note,
                             .marking = marking,
                             .day = self->filter.today,
                             .headings = headings,
                             .weights = weights,
                             .n_columns = XC_N_PROBLEM_REPORT_COLUMNS };

  for (guint column = 0; column < XC_N_PROBLEM_REPORT_COLUMNS; column++)
    {
      headings[column] = xc_problem_report_get_heading (self, column);
      weights[column] = column < XC_PROBLEM_REPORT_FIRST_FIGURE ? NAME_WEIGHT : FIGURE_WEIGHT;
    }
  for (guint row = 0; row < self->rows->len; row++)
    for (guint column = 0; column < XC_N_PROBLEM_REPORT_COLUMNS; column++)
      g_ptr_array_add (cells, xc_problem_report_dup_cell (self, row, column));
  table.cells = (const char *const *) (gconstpointer) cells->pdata;
  table.n_cells = cells->len;
  return xc_list_pages_new_of_table (&table);
}
