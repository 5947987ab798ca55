/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/pace-sentences.h"

#include <string.h>

static XcPace
make_pace (guint covered, guint owed, guint rounds_left, XcDay as_of)
{
  XcPace pace = { .as_of = as_of, .covered = covered, .owed = owed, .remaining = owed - covered };

  pace.rounds_left = rounds_left;
  pace.needed_per_round = rounds_left == 0 ? 0 : (pace.remaining + rounds_left - 1) / rounds_left;
  pace.rounds_looked_at = 3;
  pace.at_end = (XcForecast){ .worst = covered, .average = owed, .best = owed };
  pace.too_late_from = xc_day_parse_iso ("2021-05-12");
  pace.out_of_reach = as_of >= pace.too_late_from;
  return pace;
}

static void
assert_sentences (const XcPace *pace, guint n, const char *last)
{
  g_auto (GStrv) sentences = xc_pace_sentences_new (pace);

  g_assert_cmpuint (g_strv_length (sentences), ==, n);
  if (n > 0)
    g_assert_nonnull (strstr (sentences[n - 1], last));
}

static void
forecasts_while_there_is_time (void)
{
  XcPace pace = make_pace (81, 113, 4, xc_day_parse_iso ("2020-06-30"));

  assert_sentences (&pace, 3, "113 on average");
}

static void
does_not_forecast_what_is_out_of_reach (void)
{
  XcPace pace = make_pace (96, 112, 2, xc_day_parse_iso ("2021-05-12"));

  assert_sentences (&pace, 2, "can no longer be reached in this term");
}

static void
says_that_no_round_is_left (void)
{
  XcPace pace = make_pace (96, 112, 0, xc_day_parse_iso ("2021-08-31"));
  g_auto (GStrv) sentences = xc_pace_sentences_new (&pace);

  g_assert_nonnull (strstr (sentences[0], "16; no round is left"));
}

static void
says_nothing_when_all_is_covered (void)
{
  XcPace pace = make_pace (112, 112, 2, xc_day_parse_iso ("2020-06-30"));

  assert_sentences (&pace, 0, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report/pace-sentences/forecasts-while-there-is-time", forecasts_while_there_is_time);
  g_test_add_func ("/report/pace-sentences/does-not-forecast-what-is-out-of-reach",
                   does_not_forecast_what_is_out_of_reach);
  g_test_add_func ("/report/pace-sentences/says-that-no-round-is-left", says_that_no_round_is_left);
  g_test_add_func ("/report/pace-sentences/says-nothing-when-all-is-covered",
                   says_nothing_when_all_is_covered);
  return g_test_run ();
}
