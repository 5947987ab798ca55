/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/pace-sentences.h"

#include <glib/gi18n-lib.h>

static char *
say_what_is_left (const XcPace *pace)
{
  if (pace->rounds_left == 0)
    /* translators: %u organizations */
    return g_strdup_printf (_ ("Not covered yet: %u; no round is left."), pace->remaining);
  /* translators: %1$u organizations, %2$u rounds, %3$u organizations a round */
  return g_strdup_printf (_ ("Not covered yet: %1$u; rounds left: %2$u; needed in each: %3$u."),
                          pace->remaining, pace->rounds_left, pace->needed_per_round);
}

static char *
say_forecast (const XcPace *pace)
{
  return g_strdup_printf (
      /* translators: %1$u rounds, %2$u, %3$u and %4$u organizations covered, %5$u organizations owed */
      _ ("Forecast for the end of the term from the last %1$u rounds: %2$u on average, %3$u at best, %4$u at "
         "worst, of %5$u."),
      pace->rounds_looked_at, pace->at_end.average, pace->at_end.best, pace->at_end.worst, pace->owed);
}

static char *
say_too_late (const XcPace *pace)
{
  g_autofree char *day = xc_day_format (pace->too_late_from);

  /* translators: %s is a day */
  return g_strdup_printf (
      _ ("Full coverage can no longer be reached from %s on, unless another round begins before."), day);
}

/**
 * xc_pace_sentences_new:
 * @pace: the pace on a day
 *
 * Returns: (transfer full): whole sentences, the most important first; none when nothing remains to be covered
 */
GStrv
xc_pace_sentences_new (const XcPace *pace)
{
  g_autoptr (GStrvBuilder) sentences = g_strv_builder_new ();
  char *said[3] = { NULL };
  guint n = 0;

  if (pace->remaining > 0)
    {
      said[n++] = say_what_is_left (pace);
      if (pace->out_of_reach)
        said[n++] = g_strdup (
            _ ("At the pace of the best round full coverage can no longer be reached in this term."));
      else if (xc_day_is_set (pace->too_late_from))
        said[n++] = say_too_late (pace);
      /* A forecast lets every round left take place, which is no news once there is no time for them. */
      if (pace->rounds_looked_at > 0 && pace->rounds_left > 0
          && !(xc_day_is_set (pace->too_late_from) && pace->as_of >= pace->too_late_from))
        said[n++] = say_forecast (pace);
    }
  for (guint i = 0; i < n; i++)
    {
      g_strv_builder_add (sentences, said[i]);
      g_free (said[i]);
    }
  return g_strv_builder_end (sentences);
}
