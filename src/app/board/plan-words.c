/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/board/plan-words.h"

#include <glib/gi18n-lib.h>

#include "core/ratio.h"

/**
 * xc_plan_words_dup_coverage:
 * @plan: a plan
 * @figures: those of it
 *
 * Returns: (transfer full): covered, owed, rate and day
 */
char *
xc_plan_words_dup_coverage (const XcCoveragePlan *plan, const XcPlanFigures *figures)
{
  g_autofree char *rate = xc_ratio_format (figures->covered, figures->owed,
                                           (int) xc_coverage_get_input (plan->coverage)->term.decimals);
  g_autofree char *as_of = xc_day_format (plan->as_of);

  /* translators: %1$u organizations covered of %2$u owed, %3$s is the rate, %4$s a day */
  return g_strdup_printf (_ ("After this round %1$u/%2$u = %3$s (as of %4$s)"), figures->covered,
                          figures->owed, rate, as_of);
}

/**
 * xc_plan_words_dup_pace:
 * @figures: of a plan
 *
 * Returns: (transfer full): what remains, and whether the rounds left suffice
 */
char *
xc_plan_words_dup_pace (const XcPlanFigures *figures)
{
  guint left = figures->remaining;
  guint rounds = figures->rounds_left;
  guint each = figures->needed_per_round;

  switch (figures->verdict)
    {
    case XC_PLAN_NOTHING_REMAINS:
      return g_strdup (_ ("nothing remains ✓"));
    case XC_PLAN_ENOUGH:
      /* translators: %1$u organizations, %2$u rounds, %3$u organizations a round */
      return g_strdup_printf (_ ("%1$u remain, %2$u rounds left, %3$u needed in each · enough ✓"), left,
                              rounds, each);
    case XC_PLAN_TIGHT:
      /* translators: %1$u organizations, %2$u rounds, %3$u organizations a round */
      return g_strdup_printf (_ ("%1$u remain, %2$u rounds left, %3$u needed in each · tight ⚠"), left,
                              rounds, each);
    case XC_PLAN_SHORT:
      if (rounds == 0)
        /* translators: %u organizations */
        return g_strdup_printf (_ ("%u remain, and no round is left ✗"), left);
      /* translators: %1$u organizations, %2$u rounds, %3$u organizations a round */
      return g_strdup_printf (_ ("%1$u remain, %2$u rounds left, %3$u needed in each · too few ✗"), left,
                              rounds, each);
    case XC_PLAN_UNKNOWN:
      /* translators: %1$u organizations, %2$u rounds, %3$u organizations a round */
      return g_strdup_printf (_ ("%1$u remain, %2$u rounds left, %3$u needed in each"), left, rounds, each);
    default:
      g_return_val_if_reached (NULL);
    }
}

/**
 * xc_plan_words_dup_note:
 * @plan: a plan
 *
 * Returns: (transfer full): what the figures presume
 */
char *
xc_plan_words_dup_note (const XcCoveragePlan *plan)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_append_printf (
      text,
      g_dngettext (
          GETTEXT_PACKAGE,
          /* translators: %u is a number of inspections */
          "Presumes that %u inspection of this round which is not finished yet is carried out as planned.",
          "Presumes that %u inspections of this round which are not finished yet are carried out as planned.",
          plan->n_presumed),
      plan->n_presumed);
  if (plan->n_before > 0)
    {
      g_string_append_c (text, '\n');
      g_string_append_printf (text,
                              g_dngettext (GETTEXT_PACKAGE,
                                           /* translators: %u is a number of inspections */
                                           "Presumes the same of %u inspection of the rounds before it.",
                                           "Presumes the same of %u inspections of the rounds before it.",
                                           plan->n_before),
                              plan->n_before);
    }
  if (plan->n_late > 0)
    {
      g_string_append_c (text, '\n');
      g_string_append_printf (
          text,
          g_dngettext (GETTEXT_PACKAGE,
                       /* translators: %u is a number of inspections */
                       "%u inspection is planned for after the last day of the round and is not counted.",
                       "%u inspections are planned for after the last day of the round and are not counted.",
                       plan->n_late),
          plan->n_late);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * xc_plan_words_get_class:
 * @verdict: a verdict
 *
 * Returns: (nullable): the style class that its words have
 */
const char *
xc_plan_words_get_class (XcPlanOutlook verdict)
{
  switch (verdict)
    {
    case XC_PLAN_NOTHING_REMAINS:
    case XC_PLAN_ENOUGH:
      return "success";
    case XC_PLAN_TIGHT:
      return "warning";
    case XC_PLAN_SHORT:
      return "error";
    case XC_PLAN_UNKNOWN:
      return NULL;
    default:
      g_return_val_if_reached (NULL);
    }
}
