/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/coverage-moments.h"

#include <glib/gi18n-lib.h>

#include "report/coverage-chart-private.h"

static void
free_moment (gpointer data)
{
  XcCoverageMoment *moment = data;

  g_free (moment->label);
  g_free (moment);
}

static XcCoverageMoment *
add_moment (GPtrArray *moments, char *label, XcDay day)
{
  XcCoverageMoment *moment = g_new0 (XcCoverageMoment, 1);

  moment->label = label;
  moment->day = day;
  g_ptr_array_add (moments, moment);
  return moment;
}

static void
tell (XcCoverageMoment *moment, const XcCoverageChart *chart, XcDay day)
{
  moment->is_known = TRUE;
  moment->covered = xc_chart_count_at (chart->covered, chart->n_covered, day);
  moment->owed = xc_chart_count_at (chart->owed, chart->n_owed, day);
}

static void
add_rounds (GPtrArray *moments, const XcCoverageChart *chart, gboolean planned)
{
  for (gsize i = 0; i < chart->n_rounds; i++)
    {
      const XcChartRound *round = &chart->rounds[i];
      XcCoverageMoment *moment;

      if ((round->state == XC_CHART_ROUND_PLANNED) != planned)
        continue;
      moment = add_moment (moments, g_strdup (round->label), round->ends);
      moment->round = round;
      if (!planned)
        tell (moment, chart, xc_chart_round_known_on (chart, round));
    }
}

/* The forecast begins where the term is. */
static void
add_as_of (GPtrArray *moments, const XcCoverageChart *chart)
{
  g_autofree char *day = xc_day_format (chart->as_of);
  XcCoverageMoment *moment
      /* translators: heads the figures of a day, beside those of rounds; a day */
      = add_moment (moments, g_strdup_printf (C_ ("moment", "As of %s"), day), chart->as_of);

  tell (moment, chart, chart->as_of);
  moment->has_forecast = chart->n_forecast > 0;
  moment->average = moment->best = moment->worst = moment->covered;
  moment->has_supposed = chart->n_what_if > 0;
  moment->supposed = moment->covered;
}

/* The moment after the day of the figures that ends on @day: a round that is planned so, or the day itself. */
static XcCoverageMoment *
get_moment (GPtrArray *moments, guint first, XcDay day)
{
  for (guint i = first; i < moments->len; i++)
    {
      XcCoverageMoment *moment = g_ptr_array_index (moments, i);

      if (moment->day == day)
        return moment;
    }
  return add_moment (moments, xc_day_format (day), day);
}

static int
compare_moments (gconstpointer a, gconstpointer b)
{
  const XcCoverageMoment *x = *(XcCoverageMoment *const *) a, *y = *(XcCoverageMoment *const *) b;

  return (x->day > y->day) - (x->day < y->day);
}

/**
 * xc_coverage_moments_new:
 * @chart: the numbers; must outlive what is returned
 *
 * Returns: (transfer full) (element-type XcCoverageMoment): moments of the term in their order
 */
GPtrArray *
xc_coverage_moments_new (const XcCoverageChart *chart)
{
  GPtrArray *moments = g_ptr_array_new_with_free_func (free_moment);
  g_autoptr (GPtrArray) future = g_ptr_array_new ();
  guint first;

  add_rounds (moments, chart, FALSE);
  add_as_of (moments, chart);
  first = moments->len;
  add_rounds (moments, chart, TRUE);
  for (gsize i = 0; i < chart->n_forecast; i++)
    {
      const XcChartForecast *from = &chart->forecast[i];
      XcCoverageMoment *moment = get_moment (moments, first, from->day);

      moment->has_forecast = TRUE;
      moment->average = from->average;
      moment->best = from->best;
      moment->worst = from->worst;
    }
  for (gsize i = 0; i < chart->n_what_if; i++)
    {
      XcCoverageMoment *moment = get_moment (moments, first, chart->what_if[i].day);

      moment->has_supposed = TRUE;
      moment->supposed = chart->what_if[i].count;
    }
  for (guint i = first; i < moments->len; i++)
    g_ptr_array_add (future, g_ptr_array_index (moments, i));
  g_ptr_array_sort (future, compare_moments);
  for (guint i = 0; i < future->len; i++)
    moments->pdata[first + i] = future->pdata[i];
  return moments;
}
