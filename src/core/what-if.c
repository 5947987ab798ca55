/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/what-if.h"

static guint
divide_up (guint64 number, guint64 by)
{
  return (guint) MIN (number / by + (number % by != 0), G_MAXUINT);
}

/**
 * xc_what_if_new:
 * @pace: how far the term is
 * @what_if: what is supposed of its rounds
 *
 * Each round left covers teams × organizations per team, until all that is owed on the day of the pace is covered.
 * Rounds that are recorded end on their days, the others share the rest of the term evenly. What the round that is on
 * has covered so far is part of what it covers, and stays even where it is more. Nothing comes after the last day of
 * the term.
 *
 * Returns: (transfer full): where that leads
 */
XcWhatIfResult *
xc_what_if_new (const XcPace *pace, const XcWhatIf *what_if)
{
  XcWhatIfResult *result = g_new0 (XcWhatIfResult, 1);
  guint64 output = (guint64) what_if->teams * what_if->per_team;
  guint base = xc_pace_get_base (pace);
  guint rounds = pace->as_of < pace->at_end.day ? what_if->rounds : 0;

  result->steps = g_array_new (FALSE, FALSE, sizeof (XcWhatIfStep));
  result->covered = pace->covered;
  result->reached_on = pace->remaining == 0 ? pace->as_of : XC_DAY_NONE;
  for (guint n = 1; n <= rounds; n++)
    {
      guint64 added = MIN (output * n, pace->owed);
      XcWhatIfStep step = { xc_pace_get_round_end (pace, n, rounds),
                            (guint) CLAMP (base + added, pace->covered, pace->owed) };

      if (step.covered == pace->owed && !xc_day_is_set (result->reached_on))
        result->reached_on = step.day;
      result->covered = step.covered;
      g_array_append_val (result->steps, step);
    }
  result->missing = pace->owed - result->covered;
  if (pace->remaining > 0 && output > 0)
    result->rounds_needed = divide_up (pace->owed - base, output);
  if (pace->remaining > 0 && rounds > 0 && what_if->teams > 0)
    result->team_needs = divide_up (pace->owed - base, (guint64) rounds * what_if->teams);
  return result;
}

/**
 * xc_what_if_free:
 * @result: (transfer full) (nullable): what to free
 */
void
xc_what_if_free (XcWhatIfResult *result)
{
  if (result == NULL)
    return;
  g_array_unref (result->steps);
  g_free (result);
}
