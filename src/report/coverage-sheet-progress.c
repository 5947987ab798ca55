/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The term round by round: what each covered, and where that leads. */
#include "report/coverage-moments.h"
#include "report/coverage-sheet-private.h"

#include <glib/gi18n-lib.h>

#define COLUMNS_MAX 13
#define CHART_MM 92.0

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
write_progress_row (XcCoverageSheet *self, const XcCoverageMoment *moment)
{
  const XcChartRound *round = moment->round;
  guint rest = round != NULL && round->planned > round->first ? round->planned - round->first : 0;

  xc_coverage_sheet_begin_row (self, XC_COVERAGE_ROW_HEIGHT);
  xc_coverage_sheet_add_text (self, self->book->styles.center, moment->label);
  xc_coverage_sheet_add_day (self, round != NULL ? round->starts : XC_DAY_NONE);
  xc_coverage_sheet_add_day (self, round != NULL ? round->ends : moment->day);
  xc_coverage_sheet_add_number_if (self, round != NULL && moment->is_known, round != NULL ? round->first : 0);
  xc_coverage_sheet_add_number_if (self, round != NULL && moment->is_known,
                                   round != NULL ? round->repeats : 0);
  xc_coverage_sheet_add_number_if (self, rest > 0, rest);
  xc_coverage_sheet_add_number_if (self, moment->is_known, moment->covered);
  xc_coverage_sheet_add_number_if (self, moment->is_known, moment->owed);
  if (moment->is_known)
    xc_coverage_sheet_add_rate (self, moment->covered, moment->owed);
  else
    xc_coverage_sheet_add_text (self, self->book->styles.number, NULL);
  xc_coverage_sheet_add_number_if (self, moment->has_forecast, moment->average);
  xc_coverage_sheet_add_number_if (self, moment->has_forecast, moment->best);
  xc_coverage_sheet_add_number_if (self, moment->has_forecast, moment->worst);
  if (self->n_columns > PROGRESS_SUPPOSED)
    xc_coverage_sheet_add_number_if (self, moment->has_supposed, moment->supposed);
  xc_coverage_sheet_end_row (self);
}

void
xc_coverage_sheet_write_progress (const XcCoverageBook *book)
{
  const XcCoverageChart *chart = book->chart;
  gboolean is_supposing = chart->n_what_if > 0;
  const XcCoverageColumn columns[] = { { _ ("Round"), 30 },
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
  XcCoverageSheet self =
      xc_coverage_sheet_begin (book, xc_chart_sheet_get_title (XC_CHART_SHEET_PROGRESS), columns, n_columns);
  g_autoptr (GPtrArray) moments = xc_coverage_moments_new (chart);
  g_autofree char *words = xc_coverage_sheet_dup_words (chart);
  XcSheetChart drawn = { .kind = XC_SHEET_COLUMNS,
                         .title = chart->title,
                         .category_title = _ ("Round"),
                         .value_title = _ ("Number of organizations"),
                         .words = words,
                         .n_columns = self.n_columns,
                         .height = CHART_MM,
                         .category_column = PROGRESS_LABEL,
                         .series = progress_series,
                         .n_series = G_N_ELEMENTS (progress_series) - !is_supposing };

  drawn.row = xc_coverage_sheet_keep_place (&self, drawn.height);
  drawn.heading_row = self.row;
  xc_coverage_sheet_add_headings (&self, columns);
  drawn.first_row = self.row;
  for (guint i = 0; i < moments->len; i++)
    write_progress_row (&self, g_ptr_array_index (moments, i));
  drawn.last_row = self.row - 1;
  xc_sheet_writer_add_chart (self.sheet, &drawn);
  if (chart->notes != NULL)
    xc_coverage_sheet_add_line (&self, book->styles.sentence, chart->notes, XC_COVERAGE_BODY_SIZE);
}
