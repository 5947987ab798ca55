/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The coverage chart in words and figures, for those who cannot see it and for pasting into a report: sentences, and
 * tables with tabs between their cells, as spreadsheets take them. */
#include "report/coverage-chart-private.h"

#include <glib/gi18n-lib.h>

#include "core/ratio.h"

static void
add_line (GString *text, const char *line)
{
  g_string_append (text, line);
  g_string_append_c (text, '\n');
}

static void
add_row (GString *text, const char *const *cells)
{
  g_autofree char *row = g_strjoinv ("\t", (GStrv) cells);

  add_line (text, row);
}

static char *
dup_number (guint number)
{
  return g_strdup_printf ("%u", number);
}

/* ---- the head ---- */

static void
add_head (GString *text, const XcCoverageChart *chart)
{
  const XcChartRegister *total = &chart->total;
  g_autofree char *as_of = xc_day_format (chart->as_of);
  g_autofree char *rate = xc_chart_dup_rate (chart, total->covered, total->owed);
  g_autofree char *words = g_strdup_printf (
      /* translators: 1 covered, 2 owed organizations, 3 the rate, 4 a day */
      _ ("%1$u of %2$u organizations owed are covered (%3$s) as of %4$s."), total->covered, total->owed, rate,
      as_of);

  add_line (text, chart->title);
  add_line (text, words);
  if (total->to_confirm > 0)
    {
      /* translators: a number of organizations */
      g_autofree char *more = g_strdup_printf (_ ("Of these %u are to be confirmed."), total->to_confirm);
      add_line (text, more);
    }
  if (chart->pace != NULL)
    add_line (text, chart->pace);
}

/* ---- the registers ---- */

static void
add_register (GString *text, const XcCoverageChart *chart, const char *title, const XcChartRegister *row)
{
  g_autofree char *covered = dup_number (row->covered);
  g_autofree char *owed = dup_number (row->owed);
  g_autofree char *rate = xc_chart_dup_rate (chart, row->covered, row->owed);
  g_autofree char *to_confirm = dup_number (row->to_confirm);
  g_autofree char *open = dup_number (row->owed - MIN (row->covered, row->owed));

  add_row (text, (const char *[]){ title, covered, owed, rate, to_confirm, open, NULL });
}

static void
add_registers (GString *text, const XcCoverageChart *chart)
{
  gboolean starred = FALSE;

  if (chart->n_registers == 0)
    return;
  add_line (text, "");
  add_row (text, (const char *[]){ C_ ("column", "Register"), _ ("Covered"), _ ("Owed"), _ ("Rate"),
                                   _ ("To be confirmed"), _ ("Not covered"), NULL });
  for (gsize i = 0; i < chart->n_registers; i++)
    {
      const XcChartRegister *row = &chart->registers[i];
      g_autofree char *title = row->in_total ? g_strdup (row->title) : g_strconcat (row->title, " *", NULL);

      starred = starred || !row->in_total;
      add_register (text, chart, title, row);
    }
  add_register (text, chart, _ ("Total"), &chart->total);
  if (starred)
    add_line (text, _ ("* not in the total"));
}

/* ---- the rounds ---- */

static void
add_round (GString *text, const XcCoverageChart *chart, const XcChartRound *round)
{
  XcDay day = xc_chart_round_known_on (chart, round);
  guint covered = xc_chart_count_at (chart->covered, chart->n_covered, day);
  guint owed = xc_chart_count_at (chart->owed, chart->n_owed, day);
  gboolean is_known = xc_day_is_set (day);
  g_autofree char *starts = xc_day_format (round->starts);
  g_autofree char *ends = xc_day_format (round->ends);
  g_autofree char *first = dup_number (round->first);
  g_autofree char *repeats = dup_number (round->repeats);
  g_autofree char *rest = dup_number (round->planned > round->first ? round->planned - round->first : 0);
  g_autofree char *covered_words = is_known ? dup_number (covered) : g_strdup ("");
  g_autofree char *owed_words = is_known ? dup_number (owed) : g_strdup ("");
  g_autofree char *rate = is_known ? xc_chart_dup_rate (chart, covered, owed) : g_strdup ("");

  add_row (text, (const char *[]){ round->label, starts, ends, first, repeats, rest, covered_words,
                                   owed_words, rate, NULL });
}

static void
add_rounds (GString *text, const XcCoverageChart *chart)
{
  if (chart->n_rounds == 0)
    return;
  add_line (text, "");
  add_row (text, (const char *[]){ _ ("Round"), C_ ("round", "From"), C_ ("round", "To"),
                                   _ ("Covered for the first time"), _ ("Repeat visits"), _ ("Still planned"),
                                   _ ("Covered in all"), _ ("Owed"), _ ("Rate"), NULL });
  for (gsize i = 0; i < chart->n_rounds; i++)
    add_round (text, chart, &chart->rounds[i]);
}

/* ---- what changed, and what may come ---- */

static void
add_steps (GString *text, const XcCoverageChart *chart)
{
  if (chart->n_owed < 2)
    return;
  add_line (text, "");
  for (gsize i = 1; i < chart->n_owed; i++)
    {
      const XcChartStep *step = &chart->owed[i];
      g_autofree char *words = xc_chart_dup_step (chart, i);

      if (step->count != step[-1].count)
        add_line (text, words);
    }
}

static void
add_future (GString *text, const XcCoverageChart *chart)
{
  if (chart->n_forecast > 0 || chart->n_what_if > 0 || xc_day_is_set (chart->out_of_reach_from))
    add_line (text, "");
  for (gsize i = 0; i < chart->n_forecast; i++)
    {
      g_autofree char *words = xc_chart_dup_forecast (&chart->forecast[i]);
      add_line (text, words);
    }
  for (gsize i = 0; i < chart->n_what_if; i++)
    {
      g_autofree char *words = xc_chart_dup_what_if (&chart->what_if[i]);
      add_line (text, words);
    }
  if (xc_day_is_set (chart->out_of_reach_from))
    {
      g_autofree char *words = xc_chart_dup_out_of_reach (chart);
      add_line (text, words);
    }
}

/* ---- which ones ---- */

static void
add_open (GString *text, const XcCoverageChart *chart)
{
  for (gsize i = 0; i < chart->n_registers; i++)
    {
      g_autoptr (GString) names = g_string_new (NULL);
      guint count = 0;

      for (gsize o = 0; o < chart->n_organizations; o++)
        {
          const XcChartOrganization *row = &chart->organizations[o];

          if (row->register_index != i
              || (row->state != XC_COVERAGE_NEVER && row->state != XC_COVERAGE_IN_PROGRESS))
            continue;
          g_string_append_printf (names, "%s%s", count > 0 ? C_ ("between names", ", ") : "", row->name);
          count++;
        }
      if (count == 0)
        continue;
      /* translators: 1 is a register, 2 a number of organizations, 3 their names */
      g_autofree char *words = g_strdup_printf (_ ("%1$s, not covered yet (%2$u): %3$s"),
                                                chart->registers[i].title, count, names->str);
      add_line (text, "");
      add_line (text, words);
    }
}

/**
 * xc_coverage_chart_dup_text:
 * @chart: the numbers
 *
 * Returns: (transfer full): all that the sheets of the chart show, as text of several lines
 */
char *
xc_coverage_chart_dup_text (const XcCoverageChart *chart)
{
  g_autoptr (GString) text = g_string_new (NULL);

  add_head (text, chart);
  add_registers (text, chart);
  add_rounds (text, chart);
  add_steps (text, chart);
  add_future (text, chart);
  add_open (text, chart);
  if (chart->notes != NULL)
    {
      add_line (text, "");
      add_line (text, chart->notes);
    }
  if (chart->marking != NULL)
    add_line (text, chart->marking);
  return g_string_free (g_steal_pointer (&text), FALSE);
}
