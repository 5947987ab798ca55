/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A sheet each: the term round by round, the registers, the changes of what is owed, and every organization. */
#include "report/coverage-workbook.h"

#include <glib/gi18n-lib.h>

#include "core/ratio.h"
#include "report/coverage-chart-private.h"
#include "report/coverage-moments.h"
#include "report/coverage-state.h"
#include "report/text-height.h"
#include "report/workbook-writer.h"

#define TITLE_SIZE 18.0
#define BODY_SIZE 11.0
#define ROW_HEIGHT 17.0
#define COLUMNS_MAX 13
/* Rows that a chart is laid over keep the height that every program gives them: 15 points. */
#define DEFAULT_ROW_MM (15 * 25.4 / 72)
#define CHART_GAP_MM 3.0
#define PROGRESS_CHART_MM 92.0
#define BARS_MM 9.0
#define BARS_MIN_MM 70.0
#define BARS_MAX_MM 240.0

typedef struct
{
  int title, sentence, left, right, heading, text, center, number, day, rate;
} Styles;

typedef struct
{
  const XcCoverageChart *chart;
  XcWorkbookWriter *writer; /* borrowed */
  Styles styles;
} Book;

/* The sheet that is being written. */
typedef struct
{
  const Book *book;
  XcSheetWriter *sheet; /* borrowed */
  guint n_columns;
  double width; /* of all columns, mm */
  guint row;
  guint column;
} Sheet;

typedef struct
{
  const char *title;
  double width; /* mm */
} Column;

/* ---- styles and cells ---- */

static void
add_styles (Book *self)
{
  XcCellStyle style = {
    .face = XC_FACE_TITLE, .size = TITLE_SIZE, .align = XC_ALIGN_CENTER, .is_shrunk = TRUE
  };
  Styles *styles = &self->styles;

  styles->title = xc_workbook_writer_add_style (self->writer, &style);
  style = (XcCellStyle){ .face = XC_FACE_BODY, .size = BODY_SIZE };
  styles->sentence = xc_workbook_writer_add_style (self->writer, &style);
  style.is_shrunk = TRUE;
  styles->left = xc_workbook_writer_add_style (self->writer, &style);
  style.align = XC_ALIGN_RIGHT;
  style.face = XC_FACE_HEADING;
  styles->right = xc_workbook_writer_add_style (self->writer, &style);
  style = (XcCellStyle){ .face = XC_FACE_HEADING,
                         .size = BODY_SIZE,
                         .align = XC_ALIGN_CENTER,
                         .has_borders = TRUE,
                         .is_shaded = TRUE };
  styles->heading = xc_workbook_writer_add_style (self->writer, &style);
  style = (XcCellStyle){ .face = XC_FACE_BODY, .size = BODY_SIZE, .has_borders = TRUE, .is_shrunk = TRUE };
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

static void
begin_row (Sheet *self, double height)
{
  self->column = 0;
  xc_sheet_writer_begin_row (self->sheet, self->row, height);
}

static void
end_row (Sheet *self)
{
  xc_sheet_writer_end_row (self->sheet);
  self->row++;
}

static void
add_text (Sheet *self, int style, const char *text)
{
  xc_sheet_writer_add_text (self->sheet, self->column++, style, text);
}

static void
add_number (Sheet *self, guint number)
{
  xc_sheet_writer_add_number (self->sheet, self->column++, self->book->styles.number, number);
}

static void
add_number_if (Sheet *self, gboolean is_known, guint number)
{
  if (is_known)
    add_number (self, number);
  else
    add_text (self, self->book->styles.number, NULL);
}

static void
add_day (Sheet *self, XcDay day)
{
  xc_sheet_writer_add_day (self->sheet, self->column++, self->book->styles.day, day);
}

/* As it is printed: rounded by the rule, and nothing of nothing. */
static void
add_rate (Sheet *self, guint covered, guint owed)
{
  int decimals = (int) self->book->chart->decimals;
  g_autofree char *words = xc_ratio_format (covered, owed, decimals);
  g_autofree char *percent = xc_ratio_format_plain (covered, owed, decimals);

  if (owed == 0)
    add_text (self, self->book->styles.number, words);
  else
    xc_sheet_writer_add_number (self->sheet, self->column++, self->book->styles.rate,
                                g_ascii_strtod (percent, NULL) / 100);
}

/* One text in all columns, as high as its lines. */
static void
add_line (Sheet *self, int style, const char *text, double size)
{
  double points = xc_sheet_writer_width_to_points (self->width);
  guint lines = style == self->book->styles.title ? 1 : xc_text_height_count_lines (text, points, size);

  begin_row (self, xc_text_height_of_lines (lines, size));
  add_text (self, style, text);
  while (self->column < self->n_columns)
    xc_sheet_writer_add_blank (self->sheet, self->column++, style);
  xc_sheet_writer_merge (self->sheet, self->row, 0, self->n_columns - 1);
  end_row (self);
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
add_marks (Sheet *self)
{
  const XcCoverageChart *chart = self->book->chart;
  guint middle = self->n_columns / 2;

  if (chart->subtitle == NULL && chart->marking == NULL)
    return;
  begin_row (self, ROW_HEIGHT);
  for (guint i = 0; i < self->n_columns; i++)
    add_text (self, i < middle ? self->book->styles.left : self->book->styles.right,
              i == 0        ? chart->subtitle
              : i == middle ? chart->marking
                            : NULL);
  xc_sheet_writer_merge (self->sheet, self->row, 0, middle - 1);
  xc_sheet_writer_merge (self->sheet, self->row, middle, self->n_columns - 1);
  end_row (self);
}

static Sheet
begin_sheet (const Book *book, const char *name, const Column *columns, guint n_columns)
{
  Sheet self = { .book = book,
                 .sheet = xc_workbook_writer_add_sheet (book->writer, name),
                 .n_columns = n_columns };
  g_autofree char *total = dup_total (book->chart);

  for (guint i = 0; i < n_columns; i++)
    {
      xc_sheet_writer_set_width (self.sheet, i, columns[i].width);
      self.width += columns[i].width;
    }
  add_line (&self, book->styles.title, book->chart->title, TITLE_SIZE);
  add_line (&self, book->styles.sentence, total, BODY_SIZE);
  if (book->chart->pace != NULL)
    add_line (&self, book->styles.sentence, book->chart->pace, BODY_SIZE);
  add_marks (&self);
  return self;
}

static void
add_headings (Sheet *self, const Column *columns)
{
  const XcPage page = { .marking = self->book->chart->marking, .repeated_row = (int) self->row };
  guint lines = 1;

  xc_sheet_writer_set_page (self->sheet, &page);
  for (guint i = 0; i < self->n_columns; i++)
    lines = MAX (lines, xc_text_height_count_lines (
                            columns[i].title, xc_sheet_writer_width_to_points (columns[i].width), BODY_SIZE));
  begin_row (self, MAX (ROW_HEIGHT, xc_text_height_of_lines (lines, BODY_SIZE)));
  for (guint i = 0; i < self->n_columns; i++)
    add_text (self, self->book->styles.heading, columns[i].title);
  end_row (self);
}

/* Keeps rows free for a chart; it is placed when the rows that it shows are known. */
static guint
keep_place (Sheet *self, double height)
{
  guint row = self->row;

  self->row += (guint) ((height + CHART_GAP_MM) / DEFAULT_ROW_MM) + 1;
  return row;
}

static char *
dup_words (const XcCoverageChart *chart)
{
  g_autofree char *total = dup_total (chart);

  return chart->pace == NULL ? g_steal_pointer (&total)
                             /* translators: two sentences, one after the other */
                             : g_strdup_printf (C_ ("sentences", "%1$s %2$s"), total, chart->pace);
}

/* ---- the term, round by round ---- */

enum
{
  PROGRESS_LABEL,
  PROGRESS_STARTS,
  PROGRESS_ENDS,
  PROGRESS_FIRST,
  PROGRESS_REPEATS,
  PROGRESS_PLANNED,
  PROGRESS_COVERED,
  PROGRESS_OWED,
  PROGRESS_RATE,
  PROGRESS_AVERAGE,
  PROGRESS_BEST,
  PROGRESS_WORST,
  PROGRESS_SUPPOSED,
};
G_STATIC_ASSERT (PROGRESS_SUPPOSED + 1 == COLUMNS_MAX);

static const XcSheetSeries progress_series[] = {
  { PROGRESS_FIRST, XC_SERIES_FILLED, XC_INK_COVERED },
  { PROGRESS_REPEATS, XC_SERIES_HOLLOW, XC_INK_COVERED },
  { PROGRESS_PLANNED, XC_SERIES_HATCHED, XC_INK_COVERED },
  { PROGRESS_OWED, XC_SERIES_LINE, XC_INK_OWED },
  { PROGRESS_COVERED, XC_SERIES_MARKED_LINE, XC_INK_COVERED },
  { PROGRESS_AVERAGE, XC_SERIES_DASHES, XC_INK_FORECAST },
  { PROGRESS_BEST, XC_SERIES_DOTS, XC_INK_FORECAST },
  { PROGRESS_WORST, XC_SERIES_DOTS, XC_INK_FORECAST },
  { PROGRESS_SUPPOSED, XC_SERIES_DASHES, XC_INK_SUPPOSED },
};

static void
write_progress_row (Sheet *self, const XcCoverageMoment *moment)
{
  const XcChartRound *round = moment->round;
  guint rest = round != NULL && round->planned > round->first ? round->planned - round->first : 0;

  begin_row (self, ROW_HEIGHT);
  add_text (self, self->book->styles.center, moment->label);
  add_day (self, round != NULL ? round->starts : XC_DAY_NONE);
  add_day (self, round != NULL ? round->ends : moment->day);
  add_number_if (self, round != NULL && moment->is_known, round != NULL ? round->first : 0);
  add_number_if (self, round != NULL && moment->is_known, round != NULL ? round->repeats : 0);
  add_number_if (self, rest > 0, rest);
  add_number_if (self, moment->is_known, moment->covered);
  add_number_if (self, moment->is_known, moment->owed);
  if (moment->is_known)
    add_rate (self, moment->covered, moment->owed);
  else
    add_text (self, self->book->styles.number, NULL);
  add_number_if (self, moment->has_forecast, moment->average);
  add_number_if (self, moment->has_forecast, moment->best);
  add_number_if (self, moment->has_forecast, moment->worst);
  if (self->n_columns > PROGRESS_SUPPOSED)
    add_number_if (self, moment->has_supposed, moment->supposed);
  end_row (self);
}

static void
write_progress (const Book *book)
{
  const XcCoverageChart *chart = book->chart;
  gboolean is_supposing = chart->n_what_if > 0;
  const Column columns[] = { { _ ("Round"), 30 },
                             { C_ ("round", "From"), 25 },
                             { C_ ("round", "To"), 25 },
                             { _ ("Covered for the first time"), 19 },
                             { _ ("Repeat visits"), 19 },
                             { _ ("Still planned"), 19 },
                             { _ ("Covered in all"), 19 },
                             { _ ("Owed"), 19 },
                             { _ ("Rate"), 21 },
                             { C_ ("column", "Forecast, average"), 19 },
                             { C_ ("column", "Forecast, best"), 19 },
                             { C_ ("column", "Forecast, worst"), 19 },
                             { C_ ("column", "Supposed"), 19 } };
  guint n_columns = is_supposing ? COLUMNS_MAX : PROGRESS_SUPPOSED;
  Sheet self = begin_sheet (book, xc_chart_sheet_get_title (XC_CHART_SHEET_PROGRESS), columns, n_columns);
  g_autoptr (GPtrArray) moments = xc_coverage_moments_new (chart);
  g_autofree char *words = dup_words (chart);
  XcSheetChart drawn = { .kind = XC_SHEET_COLUMNS,
                         .title = chart->title,
                         .category_title = _ ("Round"),
                         .value_title = _ ("Number of organizations"),
                         .words = words,
                         .n_columns = self.n_columns,
                         .height = PROGRESS_CHART_MM,
                         .category_column = PROGRESS_LABEL,
                         .series = progress_series,
                         .n_series = G_N_ELEMENTS (progress_series) - !is_supposing };

  drawn.row = keep_place (&self, drawn.height);
  drawn.heading_row = self.row;
  add_headings (&self, columns);
  drawn.first_row = self.row;
  for (guint i = 0; i < moments->len; i++)
    write_progress_row (&self, g_ptr_array_index (moments, i));
  drawn.last_row = self.row - 1;
  xc_sheet_writer_add_chart (self.sheet, &drawn);
  if (chart->notes != NULL)
    add_line (&self, book->styles.sentence, chart->notes, BODY_SIZE);
}

/* ---- the registers ---- */

static void
write_register (Sheet *self, const char *title, const XcChartRegister *row)
{
  begin_row (self, ROW_HEIGHT);
  add_text (self, self->book->styles.text, title);
  add_number (self, row->owed);
  add_number (self, row->covered);
  add_number (self, row->to_confirm);
  add_number (self, row->owed - MIN (row->covered, row->owed));
  add_rate (self, row->covered, row->owed);
  end_row (self);
}

static void
write_registers (const Book *book)
{
  static const XcSheetSeries series[] = { { 1, XC_SERIES_HOLLOW, XC_INK_RULE },
                                          { 2, XC_SERIES_FILLED, XC_INK_COVERED } };
  const XcCoverageChart *chart = book->chart;
  const Column columns[] = {
    { C_ ("column", "Register"), 70 }, { _ ("Owed"), 32 },        { _ ("Covered"), 32 },
    { _ ("To be confirmed"), 32 },     { _ ("Not covered"), 32 }, { _ ("Rate"), 32 }
  };
  Sheet self = begin_sheet (book, xc_chart_sheet_get_title (XC_CHART_SHEET_REGISTERS), columns,
                            G_N_ELEMENTS (columns));
  g_autofree char *words = dup_words (chart);
  XcSheetChart drawn = { .kind = XC_SHEET_BARS,
                         .title = _ ("Covered of those owed, by register"),
                         .value_title = _ ("Number of organizations"),
                         .words = words,
                         .n_columns = self.n_columns,
                         .height = CLAMP ((chart->n_registers + 4) * BARS_MM, BARS_MIN_MM, BARS_MAX_MM),
                         .series = series,
                         .n_series = G_N_ELEMENTS (series) };
  gboolean is_starred = FALSE;

  drawn.row = keep_place (&self, drawn.height);
  drawn.heading_row = self.row;
  add_headings (&self, columns);
  drawn.first_row = self.row;
  for (gsize i = 0; i < chart->n_registers; i++)
    {
      const XcChartRegister *row = &chart->registers[i];
      g_autofree char *title = g_strconcat (row->title, row->in_total ? "" : " *", NULL);

      is_starred |= !row->in_total;
      write_register (&self, title, row);
    }
  write_register (&self, _ ("Total"), &chart->total);
  drawn.last_row = self.row - 1;
  xc_sheet_writer_add_chart (self.sheet, &drawn);
  if (is_starred)
    add_line (&self, book->styles.sentence, _ ("* not in the total"), BODY_SIZE);
}

/* ---- what is owed, and every organization ---- */

static void
write_changes (const Book *book)
{
  const XcCoverageChart *chart = book->chart;
  const Column columns[] = { { C_ ("column", "Date"), 32 },
                             { _ ("Owed"), 26 },
                             { C_ ("column", "Change"), 26 },
                             { C_ ("column", "Cause"), 150 } };
  Sheet self = begin_sheet (book, C_ ("sheet", "Changes of What Is Owed"), columns, G_N_ELEMENTS (columns));

  add_headings (&self, columns);
  for (gsize i = 0; i < chart->n_owed; i++)
    {
      const XcChartStep *step = &chart->owed[i];

      begin_row (&self, ROW_HEIGHT);
      add_day (&self, step->day);
      add_number (&self, step->count);
      if (i == 0)
        add_text (&self, book->styles.number, NULL);
      else
        xc_sheet_writer_add_number (self.sheet, self.column++, book->styles.number,
                                    (double) step->count - step[-1].count);
      add_text (&self, book->styles.text, step->cause);
      end_row (&self);
    }
}

static void
write_organizations (const Book *book)
{
  const XcCoverageChart *chart = book->chart;
  const Column columns[] = { { C_ ("column", "Organization"), 110 },
                             { C_ ("column", "Register"), 50 },
                             { C_ ("column", "State"), 34 },
                             { C_ ("column", "Covered On"), 30 },
                             { _ ("Round"), 22 } };
  Sheet self = begin_sheet (book, xc_chart_sheet_get_title (XC_CHART_SHEET_ORGANIZATIONS), columns,
                            G_N_ELEMENTS (columns));
  guint headings = self.row;

  add_headings (&self, columns);
  xc_sheet_writer_freeze (self.sheet, self.row, 1);
  for (gsize i = 0; i < chart->n_organizations; i++)
    {
      const XcChartOrganization *row = &chart->organizations[i];

      begin_row (&self, ROW_HEIGHT);
      add_text (&self, book->styles.text, row->name);
      xc_sheet_writer_add_repeated (self.sheet, self.column++, book->styles.text,
                                    chart->registers[row->register_index].title);
      xc_sheet_writer_add_repeated (self.sheet, self.column++, book->styles.center,
                                    xc_coverage_state_title (row->state));
      add_day (&self, row->covered_on);
      add_text (&self, book->styles.center, row->round);
      end_row (&self);
    }
  if (chart->n_organizations > 0)
    xc_sheet_writer_filter (self.sheet, headings, self.n_columns, self.row - 1);
}

/**
 * xc_coverage_workbook_write:
 * @chart: the numbers
 * @created: the day that the workbook says it was made on
 * @path: where the workbook shall be
 * @replace: whether a file that is there already may be replaced
 * @error: return location, as in xc_workbook_writer_finish()
 *
 * Writes the figures, with two charts that the spreadsheet program draws from them; reads them back, and only then puts
 * the workbook in its place.
 *
 * Returns: whether the workbook is where it shall be; when not, what was there is as it was
 */
gboolean
xc_coverage_workbook_write (const XcCoverageChart *chart, XcDay created, const char *path, gboolean replace,
                            GError **error)
{
  g_autoptr (XcWorkbookWriter) writer = xc_workbook_writer_new (path, replace, created, error);
  Book self = { .chart = chart, .writer = writer };

  if (writer == NULL)
    return FALSE;
  add_styles (&self);
  write_progress (&self);
  write_registers (&self);
  write_changes (&self);
  write_organizations (&self);
  return xc_workbook_writer_finish (writer, error);
}
