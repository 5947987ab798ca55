/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/coverage-sheet-private.h"

#include <glib/gi18n-lib.h>

#include "core/ratio.h"
#include "report/coverage-chart-private.h"
#include "report/text-height.h"

#define TITLE_SIZE 18.0
/* Rows that a chart is laid over keep the height that every program gives them: 15 points. */
#define DEFAULT_ROW_MM (15 * 25.4 / 72)
#define CHART_GAP_MM 3.0

/* ---- styles and cells ---- */

void
xc_coverage_book_add_styles (XcCoverageBook *self)
{
  XcCellStyle style = {
    .face = XC_FACE_TITLE, .size = TITLE_SIZE, .align = XC_ALIGN_CENTER, .is_shrunk = TRUE
  };
  XcCoverageStyles *styles = &self->styles;

  styles->title = xc_workbook_writer_add_style (self->writer, &style);
  style = (XcCellStyle){ .face = XC_FACE_BODY, .size = XC_COVERAGE_BODY_SIZE };
  styles->sentence = xc_workbook_writer_add_style (self->writer, &style);
  style.is_shrunk = TRUE;
  styles->left = xc_workbook_writer_add_style (self->writer, &style);
  style.align = XC_ALIGN_RIGHT;
  style.face = XC_FACE_HEADING;
  styles->right = xc_workbook_writer_add_style (self->writer, &style);
  style = (XcCellStyle){ .face = XC_FACE_HEADING,
                         .size = XC_COVERAGE_BODY_SIZE,
                         .align = XC_ALIGN_CENTER,
                         .has_borders = TRUE,
                         .is_shaded = TRUE };
  styles->heading = xc_workbook_writer_add_style (self->writer, &style);
  style = (XcCellStyle){
    .face = XC_FACE_BODY, .size = XC_COVERAGE_BODY_SIZE, .has_borders = TRUE, .is_shrunk = TRUE
  };
  styles->text = xc_workbook_writer_add_style (self->writer, &style);
  style.align = XC_ALIGN_CENTER;
  styles->center = xc_workbook_writer_add_style (self->writer, &style);
  styles->number = xc_workbook_writer_add_style (self->writer, &style);
  style.show = XC_SHOW_DAY;
  styles->day = xc_workbook_writer_add_style (self->writer, &style);
  style.show = XC_SHOW_PERCENT;
  style.decimals = self->chart->decimals;
  styles->rate = xc_workbook_writer_add_style (self->writer, &style);
}

void
xc_coverage_sheet_begin_row (XcCoverageSheet *self, double height)
{
  self->column = 0;
  xc_sheet_writer_begin_row (self->sheet, self->row, height);
}

void
xc_coverage_sheet_end_row (XcCoverageSheet *self)
{
  xc_sheet_writer_end_row (self->sheet);
  self->row++;
}

void
xc_coverage_sheet_add_text (XcCoverageSheet *self, int style, const char *text)
{
  xc_sheet_writer_add_text (self->sheet, self->column++, style, text);
}

void
xc_coverage_sheet_add_number (XcCoverageSheet *self, guint number)
{
  xc_sheet_writer_add_number (self->sheet, self->column++, self->book->styles.number, number);
}

void
xc_coverage_sheet_add_number_if (XcCoverageSheet *self, gboolean is_known, guint number)
{
  if (is_known)
    xc_coverage_sheet_add_number (self, number);
  else
    xc_coverage_sheet_add_text (self, self->book->styles.number, NULL);
}

void
xc_coverage_sheet_add_day (XcCoverageSheet *self, XcDay day)
{
  xc_sheet_writer_add_day (self->sheet, self->column++, self->book->styles.day, day);
}

/* As it is printed: rounded by the rule, and nothing of nothing. */
void
xc_coverage_sheet_add_rate (XcCoverageSheet *self, guint covered, guint owed)
{
  int decimals = (int) self->book->chart->decimals;
  g_autofree char *words = xc_ratio_format (covered, owed, decimals);
  g_autofree char *percent = xc_ratio_format_plain (covered, owed, decimals);

  if (owed == 0)
    xc_coverage_sheet_add_text (self, self->book->styles.number, words);
  else
    xc_sheet_writer_add_number (self->sheet, self->column++, self->book->styles.rate,
                                g_ascii_strtod (percent, NULL) / 100);
}

/* One text in all columns, as high as its lines. */
void
xc_coverage_sheet_add_line (XcCoverageSheet *self, int style, const char *text, double size)
{
  double points = xc_sheet_writer_width_to_points (self->width);
  guint lines = style == self->book->styles.title ? 1 : xc_text_height_count_lines (text, points, size);

  xc_coverage_sheet_begin_row (self, xc_text_height_of_lines (lines, size));
  xc_coverage_sheet_add_text (self, style, text);
  while (self->column < self->n_columns)
    xc_sheet_writer_add_blank (self->sheet, self->column++, style);
  xc_sheet_writer_merge (self->sheet, self->row, 0, self->n_columns - 1);
  xc_coverage_sheet_end_row (self);
}

/* ---- what every sheet has ---- */

static char *
dup_total (const XcCoverageChart *chart)
{
  g_autofree char *as_of = xc_day_format (chart->as_of);
  g_autofree char *rate = xc_chart_dup_rate (chart, chart->total.covered, chart->total.owed);

  return g_strdup_printf (
      /* translators: 1 covered, 2 owed organizations, 3 the rate, 4 a day */
      _ ("%1$u of %2$u organizations owed are covered (%3$s) as of %4$s."), chart->total.covered,
      chart->total.owed, rate, as_of);
}

/* Who issues it at the left, the marking line at the right. */
static void
add_marks (XcCoverageSheet *self)
{
  const XcCoverageChart *chart = self->book->chart;
  guint middle = self->n_columns / 2;

  if (chart->subtitle == NULL && chart->marking == NULL)
    return;
  xc_coverage_sheet_begin_row (self, XC_COVERAGE_ROW_HEIGHT);
  for (guint i = 0; i < self->n_columns; i++)
    xc_coverage_sheet_add_text (self, i < middle ? self->book->styles.left : self->book->styles.right,
                                i == 0        ? chart->subtitle
                                : i == middle ? chart->marking
                                              : NULL);
  xc_sheet_writer_merge (self->sheet, self->row, 0, middle - 1);
  xc_sheet_writer_merge (self->sheet, self->row, middle, self->n_columns - 1);
  xc_coverage_sheet_end_row (self);
}

XcCoverageSheet
xc_coverage_sheet_begin (const XcCoverageBook *book, const char *name, const XcCoverageColumn *columns,
                         guint n_columns)
{
  XcCoverageSheet self = { .book = book,
                           .sheet = xc_workbook_writer_add_sheet (book->writer, name),
                           .n_columns = n_columns };
  g_autofree char *total = dup_total (book->chart);

  for (guint i = 0; i < n_columns; i++)
    {
      xc_sheet_writer_set_width (self.sheet, i, columns[i].width);
      self.width += columns[i].width;
    }
  xc_coverage_sheet_add_line (&self, book->styles.title, book->chart->title, TITLE_SIZE);
  xc_coverage_sheet_add_line (&self, book->styles.sentence, total, XC_COVERAGE_BODY_SIZE);
  if (book->chart->pace != NULL)
    xc_coverage_sheet_add_line (&self, book->styles.sentence, book->chart->pace, XC_COVERAGE_BODY_SIZE);
  add_marks (&self);
  return self;
}

void
xc_coverage_sheet_add_headings (XcCoverageSheet *self, const XcCoverageColumn *columns)
{
  const XcPage page = { .marking = self->book->chart->marking, .repeated_row = (int) self->row };
  guint lines = 1;

  xc_sheet_writer_set_page (self->sheet, &page);
  for (guint i = 0; i < self->n_columns; i++)
    lines = MAX (lines, xc_text_height_count_lines (columns[i].title,
                                                    xc_sheet_writer_width_to_points (columns[i].width),
                                                    XC_COVERAGE_BODY_SIZE));
  xc_coverage_sheet_begin_row (
      self, MAX (XC_COVERAGE_ROW_HEIGHT, xc_text_height_of_lines (lines, XC_COVERAGE_BODY_SIZE)));
  for (guint i = 0; i < self->n_columns; i++)
    xc_coverage_sheet_add_text (self, self->book->styles.heading, columns[i].title);
  xc_coverage_sheet_end_row (self);
}

/* Keeps rows free for a chart; it is placed when the rows that it shows are known. */
guint
xc_coverage_sheet_keep_place (XcCoverageSheet *self, double height)
{
  guint row = self->row;

  self->row += (guint) ((height + CHART_GAP_MM) / DEFAULT_ROW_MM) + 1;
  return row;
}

char *
xc_coverage_sheet_dup_words (const XcCoverageChart *chart)
{
  g_autofree char *total = dup_total (chart);

  return chart->pace == NULL ? g_steal_pointer (&total)
                             /* translators: two sentences, one after the other */
                             : g_strdup_printf (C_ ("sentences", "%1$s %2$s"), total, chart->pace);
}
