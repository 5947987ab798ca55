/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A sheet each: the term round by round, the registers, the changes of what is owed, and every organization. */
#include "report/coverage-workbook.h"

#include <glib/gi18n-lib.h>

#include "report/coverage-sheet-private.h"
#include "report/coverage-state.h"

#define BARS_MM 9.0
#define BARS_MIN_MM 70.0
#define BARS_MAX_MM 240.0

/* ---- the registers ---- */

static void
write_register (XcCoverageSheet *self, const char *title, const XcChartRegister *row)
{
  xc_coverage_sheet_begin_row (self, XC_COVERAGE_ROW_HEIGHT);
  xc_coverage_sheet_add_text (self, self->book->styles.text, title);
  xc_coverage_sheet_add_number (self, row->owed);
  xc_coverage_sheet_add_number (self, row->covered);
  xc_coverage_sheet_add_number (self, row->to_confirm);
  xc_coverage_sheet_add_number (self, row->owed - MIN (row->covered, row->owed));
  xc_coverage_sheet_add_rate (self, row->covered, row->owed);
  xc_coverage_sheet_end_row (self);
}

static void
write_registers (const XcCoverageBook *book)
{
  static const XcSheetSeries series[] = { { 1, XC_SERIES_HOLLOW, XC_INK_RULE },
                                          { 2, XC_SERIES_FILLED, XC_INK_COVERED } };
  const XcCoverageChart *chart = book->chart;
  const XcCoverageColumn columns[] = {
    { C_ ("column", "Register"), 70 }, { _ ("Owed"), 32 },        { _ ("Covered"), 32 },
    { _ ("To be confirmed"), 32 },     { _ ("Not covered"), 32 }, { _ ("Rate"), 32 }
  };
  XcCoverageSheet self = xc_coverage_sheet_begin (book, xc_chart_sheet_get_title (XC_CHART_SHEET_REGISTERS),
                                                  columns, G_N_ELEMENTS (columns));
  g_autofree char *words = xc_coverage_sheet_dup_words (chart);
  XcSheetChart drawn = { .kind = XC_SHEET_BARS,
                         .title = _ ("Covered of those owed, by register"),
                         .value_title = _ ("Number of organizations"),
                         .words = words,
                         .n_columns = self.n_columns,
                         .height = CLAMP ((chart->n_registers + 4) * BARS_MM, BARS_MIN_MM, BARS_MAX_MM),
                         .series = series,
                         .n_series = G_N_ELEMENTS (series) };
  gboolean is_starred = FALSE;

  drawn.row = xc_coverage_sheet_keep_place (&self, drawn.height);
  drawn.heading_row = self.row;
  xc_coverage_sheet_add_headings (&self, columns);
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
    xc_coverage_sheet_add_line (&self, book->styles.sentence, _ ("* not in the total"),
                                XC_COVERAGE_BODY_SIZE);
}

/* ---- what is owed, and every organization ---- */

static void
write_changes (const XcCoverageBook *book)
{
  const XcCoverageChart *chart = book->chart;
  const XcCoverageColumn columns[] = { { C_ ("column", "Date"), 32 },
                                       { _ ("Owed"), 26 },
                                       { C_ ("column", "Change"), 26 },
                                       { C_ ("column", "Cause"), 150 } };
  XcCoverageSheet self = xc_coverage_sheet_begin (book, C_ ("sheet", "Changes of What Is Owed"), columns,
                                                  G_N_ELEMENTS (columns));

  xc_coverage_sheet_add_headings (&self, columns);
  for (gsize i = 0; i < chart->n_owed; i++)
    {
      const XcChartStep *step = &chart->owed[i];

      xc_coverage_sheet_begin_row (&self, XC_COVERAGE_ROW_HEIGHT);
      xc_coverage_sheet_add_day (&self, step->day);
      xc_coverage_sheet_add_number (&self, step->count);
      if (i == 0)
        xc_coverage_sheet_add_text (&self, book->styles.number, NULL);
      else
        xc_sheet_writer_add_number (self.sheet, self.column++, book->styles.number,
                                    (double) step->count - step[-1].count);
      xc_coverage_sheet_add_text (&self, book->styles.text, step->cause);
      xc_coverage_sheet_end_row (&self);
    }
}

static void
write_organizations (const XcCoverageBook *book)
{
  const XcCoverageChart *chart = book->chart;
  const XcCoverageColumn columns[] = { { C_ ("column", "Organization"), 110 },
                                       { C_ ("column", "Register"), 50 },
                                       { C_ ("column", "State"), 34 },
                                       { C_ ("column", "Covered On"), 30 },
                                       { _ ("Round"), 22 } };
  XcCoverageSheet self = xc_coverage_sheet_begin (
      book, xc_chart_sheet_get_title (XC_CHART_SHEET_ORGANIZATIONS), columns, G_N_ELEMENTS (columns));
  guint headings = self.row;

  xc_coverage_sheet_add_headings (&self, columns);
  xc_sheet_writer_freeze (self.sheet, self.row, 1);
  for (gsize i = 0; i < chart->n_organizations; i++)
    {
      const XcChartOrganization *row = &chart->organizations[i];

      xc_coverage_sheet_begin_row (&self, XC_COVERAGE_ROW_HEIGHT);
      xc_coverage_sheet_add_text (&self, book->styles.text, row->name);
      xc_sheet_writer_add_repeated (self.sheet, self.column++, book->styles.text,
                                    chart->registers[row->register_index].title);
      xc_sheet_writer_add_repeated (self.sheet, self.column++, book->styles.center,
                                    xc_coverage_state_title (row->state));
      xc_coverage_sheet_add_day (&self, row->covered_on);
      xc_coverage_sheet_add_text (&self, book->styles.center, row->round);
      xc_coverage_sheet_end_row (&self);
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
  XcCoverageBook self = { .chart = chart, .writer = writer };

  if (writer == NULL)
    return FALSE;
  xc_coverage_book_add_styles (&self);
  xc_coverage_sheet_write_progress (&self);
  write_registers (&self);
  write_changes (&self);
  write_organizations (&self);
  return xc_workbook_writer_finish (writer, error);
}
