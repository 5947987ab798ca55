/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/report-sentences.h"

#include <glib/gi18n-lib.h>

#include "core/catalogue.h"
#include "core/ratio.h"

typedef struct
{
  const XcReportFacts *facts;
  char *day;
  GStrvBuilder *said;
} Telling;

static void
take (Telling *telling, char *sentence)
{
  g_strv_builder_add (telling->said, sentence);
  g_free (sentence);
}

static char *
format_rate (const Telling *telling, guint n, guint of)
{
  return xc_ratio_format (n, of, telling->facts->decimals);
}

static void
say_coverage (Telling *telling)
{
  const XcReportFacts *facts = telling->facts;
  g_autofree char *rate = format_rate (telling, facts->covered, facts->owed);

  if (facts->owed > 0)
    take (telling, g_strdup_printf (
                       /* translators: 1 a day, 2 a term, 3 rounds, 4 and 5 organizations, 6 a rate */
                       _ ("As of %1$s, %2$s: %3$u rounds of inspection; %4$u of %5$u organizations covered, "
                          "%6$s."),
                       telling->day, facts->scope, facts->n_rounds, facts->covered, facts->owed, rate));
}

static const char *
get_kind_title (XcInspectionKind kind)
{
  const XcField *field = xc_catalogue_get_field (XC_TABLE_INSPECTION, "kind");

  return xc_choice_title (xc_field_find_choice (field, xc_inspection_kind_to_word (kind)));
}

static void
say_inspections (Telling *telling)
{
  const XcReportFacts *facts = telling->facts;
  g_autoptr (GString) kinds = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < XC_N_INSPECTION_KINDS; i++)
    {
      if (facts->inspections[i] == 0)
        continue;
      n += facts->inspections[i];
      if (kinds->len > 0)
        g_string_append (kinds, C_ ("between kinds of inspection with their numbers", ", "));
      /* translators: 1 a kind of inspection, 2 how many there were */
      g_string_append_printf (kinds, C_ ("kind of inspection with its number", "%1$s %2$u"),
                              get_kind_title ((XcInspectionKind) i), facts->inspections[i]);
    }
  if (n > 0)
    take (
        telling,
        g_strdup_printf (
            /* translators: 1 a day, 2 a term, round, team or organization, 3 a number, 4 how many of each kind */
            _ ("As of %1$s, %2$s: %3$u inspections (%4$s)."), telling->day, facts->scope, n, kinds->str));
}

static void
say_found (Telling *telling)
{
  const XcRectificationFigures *figures = &telling->facts->figures;

  if (figures->during > 0)
    take (
        telling,
        g_strdup_printf (
            /* translators: 1 a day, 2 a term, round, team or organization, 3, 4 and 5 numbers of problems */
            _ ("As of %1$s, %2$s: %3$u problems found; %4$u were rectified while the team was there, %5$u "
               "are to be rectified at once."),
            telling->day, telling->facts->scope, figures->found, figures->during, figures->immediate));
  else
    take (telling,
          g_strdup_printf (
              /* translators: 1 a day, 2 a term, round, team or organization, 3 and 4 numbers of problems */
              _ ("As of %1$s, %2$s: %3$u problems found, %4$u of them to be rectified at once."),
              telling->day, telling->facts->scope, figures->found, figures->immediate));
}

static void
say_rate (Telling *telling, guint done, const char *rate)
{
  take (telling,
        g_strdup_printf (
            telling->facts->counts_basically_done
                /* translators: 1 a day, 2 a term, round, team or organization, 3 problems closed or
                            basically done, 4 a rate */
                ? _ ("As of %1$s, %2$s: %3$u problems rectified or basically so, a rate of %4$s.")
                /* translators: 1 a day, 2 a term, round, team or organization, 3 problems closed, 4 a rate */
                : _ ("As of %1$s, %2$s: %3$u problems rectified, a rate of %4$s."),
            telling->day, telling->facts->scope, done, rate));
}

static void
say_states (Telling *telling, const char *rate)
{
  const XcReportFacts *facts = telling->facts;
  const XcRectificationFigures *figures = &facts->figures;
  const guint *states = figures->states;
  guint closed = states[XC_RECTIFICATION_CLOSED], basic = states[XC_RECTIFICATION_BASICALLY_DONE];
  guint waiting = states[XC_RECTIFICATION_AWAITING_REVIEW];
  guint not_done = xc_rectification_figures_get_not_done (figures);

  if (waiting > 0)
    take (
        telling,
        g_strdup_printf (
            /* translators: 1 a day, 2 a term, round, team or organization, 3 to 7 numbers of problems, 8 a rate */
            _ ("As of %1$s, %2$s: of %3$u problems fed back %4$u are closed, %5$u basically done, %6$u done "
               "and awaiting review, %7$u not done; the rate of rectification is %8$s."),
            telling->day, facts->scope, figures->fed_back, closed, basic, waiting, not_done, rate));
  else
    take (
        telling,
        g_strdup_printf (
            /* translators: 1 a day, 2 a term, round, team or organization, 3 to 6 numbers of problems, 7 a rate */
            _ ("As of %1$s, %2$s: of %3$u problems fed back %4$u are closed, %5$u basically done, %6$u not "
               "done; the rate of rectification is %7$s."),
            telling->day, facts->scope, figures->fed_back, closed, basic, not_done, rate));
}

static void
say_rectification (Telling *telling)
{
  const XcReportFacts *facts = telling->facts;
  XcRectificationRate rate =
      xc_rectification_figures_get_rate (&facts->figures, facts->counts_basically_done);
  g_autofree char *percent = format_rate (telling, rate.done, rate.fed_back);

  if (rate.fed_back == 0)
    {
      /* translators: 1 a day, 2 a term, round, team or organization */
      take (telling, g_strdup_printf (_ ("As of %1$s, %2$s: no problem has been fed back."), telling->day,
                                      facts->scope));
      return;
    }
  say_rate (telling, rate.done, percent);
  say_states (telling, percent);
}

static void
say_measures (Telling *telling)
{
  const XcRectificationFigures *figures = &telling->facts->figures;
  g_autofree char *rate = format_rate (telling, figures->measures_done, figures->measures);

  if (figures->measures > 0)
    take (telling,
          g_strdup_printf (
              /* translators: 1 a day, 2 a term, round, team or organization, 3 and 4 numbers of measures,
                          5 a rate */
              _ ("As of %1$s, %2$s: %3$u measures of rectification, %4$u of them done, %5$s."), telling->day,
              telling->facts->scope, figures->measures, figures->measures_done, rate));
}

static void
say_overdue (Telling *telling)
{
  const XcRectificationFigures *figures = &telling->facts->figures;

  if (figures->fed_back == 0)
    return;
  if (figures->overdue > 0)
    take (telling,
          g_strdup_printf (
              /* translators: 1 a day, 2 a term, round, team or organization, 3 a number of problems */
              _ ("As of %1$s, %2$s: %3$u problems are past their time limit and not closed."), telling->day,
              telling->facts->scope, figures->overdue));
  else
    take (telling, g_strdup_printf (
                       /* translators: 1 a day, 2 a term, round, team or organization */
                       _ ("As of %1$s, %2$s: no problem is past its time limit."), telling->day,
                       telling->facts->scope));
}

/**
 * xc_report_sentences_get_rule:
 * @counts_basically_done: the office's rule
 *
 * Returns: (transfer none): how the rate of rectification is counted, as a sentence
 */
const char *
xc_report_sentences_get_rule (gboolean counts_basically_done)
{
  return counts_basically_done
             ? _ ("Rate of rectification = (closed + basically done) ÷ fed back.")
             : _ ("Rate of rectification = closed ÷ fed back; what is basically done is not counted.");
}

/**
 * xc_report_sentences_new:
 * @facts: what is known
 *
 * Each stands by itself, with its day: people copy one of them. What there is none of is not said.
 *
 * Returns: (transfer full): whole sentences in the order of reports: coverage, inspections, problems found, rectification,
 *   measures, what is overdue, the rule of the rate
 */
GStrv
xc_report_sentences_new (const XcReportFacts *facts)
{
  g_autoptr (GStrvBuilder) said = g_strv_builder_new ();
  g_autofree char *day = xc_day_format (facts->as_of);
  Telling telling = { facts, day, said };

  say_coverage (&telling);
  say_inspections (&telling);
  if (facts->figures.found > 0)
    {
      say_found (&telling);
      say_rectification (&telling);
      say_measures (&telling);
      say_overdue (&telling);
    }
  if (facts->figures.fed_back > 0)
    g_strv_builder_add (said, xc_report_sentences_get_rule (facts->counts_basically_done));
  return g_strv_builder_end (said);
}
