/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/overview/overview-words.h"

#include <glib/gi18n-lib.h>

#include "core/ratio.h"

static void
tell_coverage (const XcCoverageChart *chart, XcFigureWords *words)
{
  const XcChartRegister *total = &chart->total;
  g_autofree char *rate = xc_ratio_format (total->covered, total->owed, (int) chart->decimals);
  g_autofree char *as_of = xc_day_format (chart->as_of);

  words->value = g_strdup_printf ("%u/%u  %s", total->covered, total->owed, rate);
  /* translators: 1 covered, 2 owed organizations, 3 the rate, 4 a day */
  words->rule = g_strdup_printf (_ ("%1$u of %2$u organizations owed are covered (%3$s) as of %4$s."),
                                 total->covered, total->owed, rate, as_of);
}

static void
tell_open (const XcCoverageChart *chart, XcFigureWords *words)
{
  words->value = g_strdup_printf ("%u", chart->total.owed - chart->total.covered);
  words->rule = g_strdup (chart->pace);
  words->is_alarm = chart->out_of_reach;
}

static void
tell_rounds (const XcCoverageChart *chart, XcFigureWords *words)
{
  gsize n_finished = 0;

  for (gsize i = 0; i < chart->n_rounds; i++)
    n_finished += chart->rounds[i].state == XC_CHART_ROUND_FINISHED;
  words->value = g_strdup_printf ("%" G_GSIZE_FORMAT "/%" G_GSIZE_FORMAT, n_finished, chart->n_rounds);
  words->rule = g_strdup (_ ("Rounds finished of those recorded in this term"));
}

static void
tell_closed (XcOverviewSource *source, const XcRectificationFigures *figures, gboolean counts_basically_done,
             XcFigureWords *words)
{
  XcRectificationRate rate = xc_rectification_figures_get_rate (figures, counts_basically_done);
  int decimals = (int) xc_record_get_number (xc_overview_source_get_term (source), "decimals");
  g_autofree char *percent = xc_ratio_format (rate.done, rate.fed_back, decimals);

  words->value = g_strdup_printf ("%'u  %s", figures->states[XC_RECTIFICATION_CLOSED], percent);
  words->rule = g_strdup_printf (
      counts_basically_done
          /* translators: 1 problems closed or basically done, 2 problems fed back, 3 the rate */
          ? _ ("Closed or basically done ÷ fed back: %1$'u of %2$'u, %3$s.")
          /* translators: 1 problems closed, 2 problems fed back, 3 the rate */
          : _ ("Closed ÷ fed back: %1$'u of %2$'u, %3$s. What is basically done is not counted."),
      rate.done, rate.fed_back, percent);
}

static void
tell_problems (XcOverviewSource *source, XcOverviewFigure figure, const XcRectificationFigures *figures,
               gboolean counts_basically_done, XcFigureWords *words)
{
  g_autofree char *as_of = xc_day_format (xc_overview_source_get_day (source));

  switch (figure)
    {
    case XC_OVERVIEW_PROBLEMS:
      words->value = g_strdup_printf ("%'u", figures->found);
      /* translators: 1 problems found, 2 of them fed back */
      words->rule = g_strdup_printf (_ ("%1$'u problems found, %2$'u of them fed back."), figures->found,
                                     figures->fed_back);
      break;
    case XC_OVERVIEW_IMMEDIATE:
      words->value = g_strdup_printf ("%'u", figures->immediate);
      words->rule = g_strdup (_ ("Problems with a measure to be taken at once"));
      break;
    case XC_OVERVIEW_CLOSED:
      tell_closed (source, figures, counts_basically_done, words);
      break;
    case XC_OVERVIEW_OVERDUE:
      words->value = g_strdup_printf ("%'u", figures->overdue);
      /* translators: a day */
      words->rule = g_strdup_printf (_ ("Problems past their time limit as of %s"), as_of);
      words->is_alarm = figures->overdue > 0;
      break;
    case XC_OVERVIEW_COVERAGE:
    case XC_OVERVIEW_OPEN:
    case XC_OVERVIEW_ROUNDS:
    default:
      g_return_if_reached ();
    }
}

/**
 * xc_figure_words_get:
 * @source: what the overview shows
 * @figure: one of its figures
 * @words: (out caller-allocates): what it says as of the day
 *
 * Returns: whether it is known: problems are not before they were counted
 */
gboolean
xc_figure_words_get (XcOverviewSource *source, XcOverviewFigure figure, XcFigureWords *words)
{
  gboolean counts_basically_done;
  const XcRectificationFigures *figures = xc_overview_source_get_figures (source, &counts_basically_done);
  XcCoverageChart chart;

  *words = (XcFigureWords){ NULL };
  switch (figure)
    {
    case XC_OVERVIEW_COVERAGE:
      chart = xc_overview_source_get_chart (source);
      tell_coverage (&chart, words);
      return TRUE;
    case XC_OVERVIEW_OPEN:
      chart = xc_overview_source_get_chart (source);
      tell_open (&chart, words);
      return TRUE;
    case XC_OVERVIEW_ROUNDS:
      chart = xc_overview_source_get_chart (source);
      tell_rounds (&chart, words);
      return TRUE;
    case XC_OVERVIEW_PROBLEMS:
    case XC_OVERVIEW_IMMEDIATE:
    case XC_OVERVIEW_CLOSED:
    case XC_OVERVIEW_OVERDUE:
      if (figures != NULL)
        tell_problems (source, figure, figures, counts_basically_done, words);
      return figures != NULL;
    default:
      g_return_val_if_reached (FALSE);
    }
}

/**
 * xc_figure_words_clear:
 * @words: words to free
 */
void
xc_figure_words_clear (XcFigureWords *words)
{
  g_clear_pointer (&words->value, g_free);
  g_clear_pointer (&words->rule, g_free);
}
