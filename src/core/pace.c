/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Pace toward full coverage. The day from which 100 % is out of reach is a warning that must not cry wolf, so it takes
 * the best for granted: rounds as good as the best of the term, of the mean length, one straight after another.
 */
#include "core/pace.h"

#define ROUNDS_LOOKED_AT 3

/* What the rounds of the term tell by the day of the pace. */
typedef struct
{
  GArray *finished;    /* of guint, in the order in which they were finished */
  GArray *planned;     /* of XcDay: last days of unfinished rounds, in order; goes to the pace */
  guint unfinished;    /* rounds recorded and not finished */
  guint best;          /* output of the best finished round */
  gint64 days;         /* length of the finished rounds that covered anything, together */
  guint covering;      /* how many those are */
  XcDay running_since; /* of the round begun last and not finished, or XC_DAY_NONE */
  guint running_first; /* what it has covered so far */
} XcRounds;

static int
compare_days (gconstpointer a, gconstpointer b)
{
  const XcDay *x = a;
  const XcDay *y = b;

  return *x < *y ? -1 : *x > *y;
}

static int
compare_finished (gconstpointer a, gconstpointer b, gpointer user_data)
{
  GArray *rounds = user_data;
  guint i = *(const guint *) a;
  guint j = *(const guint *) b;
  XcDay day_i = g_array_index (rounds, XcRoundCoverage, i).finished_on;
  XcDay day_j = g_array_index (rounds, XcRoundCoverage, j).finished_on;

  if (day_i != day_j)
    return day_i < day_j ? -1 : 1;
  return i < j ? -1 : i > j;
}

static void
look_at_finished (const XcCoverageRound *row, const XcRoundCoverage *round, guint index, XcRounds *rounds)
{
  XcDay last = xc_day_is_set (row->ends) ? MIN (round->finished_on, row->ends) : round->finished_on;

  g_array_append_val (rounds->finished, index);
  rounds->best = MAX (rounds->best, round->first);
  if (round->first == 0 || !xc_day_is_set (round->began_on))
    return;
  rounds->days += MAX (1, last - round->began_on + 1);
  rounds->covering++;
}

static void
look_at_unfinished (const XcCoverageRound *row, const XcRoundCoverage *round, XcRounds *rounds)
{
  rounds->unfinished++;
  if (xc_day_is_set (row->ends))
    g_array_append_val (rounds->planned, row->ends);
  if (xc_day_is_set (round->began_on) && round->began_on >= rounds->running_since)
    {
      rounds->running_since = round->began_on;
      rounds->running_first = round->first;
    }
}

static void
look_at_rounds (const XcCoverageInput *input, GArray *coverages, XcRounds *rounds)
{
  *rounds = (XcRounds){ .finished = g_array_new (FALSE, FALSE, sizeof (guint)),
                        .planned = g_array_new (FALSE, FALSE, sizeof (XcDay)),
                        .running_since = XC_DAY_NONE };
  for (guint i = 0; i < coverages->len; i++)
    {
      const XcCoverageRound *row = &g_array_index (input->rounds, XcCoverageRound, i);
      const XcRoundCoverage *round = &g_array_index (coverages, XcRoundCoverage, i);

      if (xc_day_is_set (round->finished_on))
        look_at_finished (row, round, i, rounds);
      else
        look_at_unfinished (row, round, rounds);
    }
  g_array_sort_with_data (rounds->finished, compare_finished, coverages);
  g_array_sort (rounds->planned, compare_days);
}

static guint
divide_up (guint number, guint by)
{
  return number / by + (number % by != 0);
}

/* The first day that is too late to begin @n rounds of the mean length, if they have to be finished in the term. */
static XcDay
get_too_late (const XcRounds *rounds, guint n, XcDay ends)
{
  gint64 length = n * rounds->days / rounds->covering;

  return (XcDay) MAX (ends + 1 - MAX (length - 1, 0), XC_DAY_MIN);
}

static void
reckon_reach (const XcCoverageTerm *term, const XcRounds *rounds, XcPace *pace)
{
  gboolean running = xc_day_is_set (rounds->running_since);
  guint needed;

  if (pace->remaining == 0)
    return;
  if (pace->as_of > term->ends)
    pace->too_late_from = term->ends + 1;
  pace->out_of_reach = pace->as_of > term->ends;
  if (rounds->covering == 0 || pace->out_of_reach)
    return;
  /* What the running round still has to do is part of a whole round, which began when it did. */
  needed = divide_up (pace->remaining + rounds->running_first, rounds->best);
  pace->rounds_needed = needed;
  pace->too_late_from = get_too_late (rounds, needed, term->ends);
  if (running && rounds->running_since < pace->too_late_from)
    pace->too_late_from = get_too_late (rounds, needed - 1, term->ends);
  pace->out_of_reach =
      pace->as_of >= pace->too_late_from || (term->planned_rounds > 0 && needed > pace->rounds_left);
}

/* @n rounds further, each of @output ÷ @by; the running round's part is counted once. */
static guint
get_forecast (const XcPace *pace, guint n, guint output, guint by)
{
  guint64 added = (2 * (guint64) n * output + by) / (2 * (guint64) by);

  return (guint) CLAMP (xc_pace_get_base (pace) + added, pace->covered, pace->owed);
}

static XcForecast
forecast (const XcPace *pace, guint n, XcDay day)
{
  return (XcForecast){ .day = day,
                       .worst = get_forecast (pace, n, pace->worst, 1),
                       .average = get_forecast (pace, n, pace->sum, pace->rounds_looked_at),
                       .best = get_forecast (pace, n, pace->best, 1) };
}

/**
 * xc_pace_get_base:
 * @pace: a pace
 *
 * Returns: organizations covered without those of the round that is on, which counts as one of the rounds left
 */
guint
xc_pace_get_base (const XcPace *pace)
{
  return pace->covered - MIN (pace->running_first, pace->covered);
}

/**
 * xc_pace_get_round_end:
 * @pace: a pace
 * @n: one of the rounds left, from 1
 * @rounds: how many are taken to be left, at least @n
 *
 * Returns: the day on which it ends: as recorded, and those that are not recorded in even shares of the rest
 */
XcDay
xc_pace_get_round_end (const XcPace *pace, guint n, guint rounds)
{
  XcDay ends = pace->at_end.day, now = MIN (pace->as_of, ends);
  guint known = MIN (pace->planned->len, rounds);
  XcDay last = known == 0 ? now : CLAMP (g_array_index (pace->planned, XcDay, known - 1), now, ends);

  if (n <= known)
    return CLAMP (g_array_index (pace->planned, XcDay, n - 1), now, ends);
  return last + (XcDay) ((gint64) (ends - last) * (n - known) / (rounds - known));
}

static void
look_ahead (GArray *coverages, const XcRounds *rounds, XcPace *pace)
{
  guint n = MIN (rounds->finished->len, ROUNDS_LOOKED_AT);

  pace->rounds_looked_at = n;
  for (guint i = rounds->finished->len - n; i < rounds->finished->len; i++)
    {
      guint output =
          g_array_index (coverages, XcRoundCoverage, g_array_index (rounds->finished, guint, i)).first;

      pace->sum += output;
      pace->best = MAX (pace->best, output);
      pace->worst = i == rounds->finished->len - n ? output : MIN (pace->worst, output);
    }
  if (n == 0)
    return;
  for (guint i = 1; i <= pace->rounds_left; i++)
    {
      XcForecast one = forecast (pace, i, xc_pace_get_round_end (pace, i, pace->rounds_left));

      g_array_append_val (pace->forecasts, one);
    }
  pace->at_end = forecast (pace, pace->rounds_left, pace->at_end.day);
}

/**
 * xc_pace_new:
 * @coverage: the coverage
 * @scope: a register's index in the input, or %XC_COVERAGE_TOTAL
 * @as_of: a day
 *
 * Rounds left are those that the term plans less those finished, at least those recorded and not finished; without a
 * plan, those recorded and not finished.
 *
 * 100 % is out of reach from the first day on which rounds that each cover as many as the best finished round of the
 * term, each as long as the finished rounds that covered anything are on average, and begun one straight after
 * another, can no longer cover what remains before the term ends. A round that is running counts as one of them, from
 * the day when it began. It is out of reach as well when more such rounds are needed than the term plans.
 *
 * The forecast repeats the last three finished rounds, or as many as there are, in each of the rounds left: at their
 * average, at the worst and at the best of them. The running round counts as one of the rounds left, and what it has
 * covered so far as part of its output. Without a finished round there is no forecast.
 *
 * Returns: (transfer full): the pace
 */
XcPace *
xc_pace_new (const XcCoverage *coverage, guint scope, XcDay as_of)
{
  const XcCoverageInput *input = xc_coverage_get_input (coverage);
  const XcCoverageTerm *term = &input->term;
  g_autoptr (XcCoverageDay) day = xc_coverage_get_day (coverage, as_of);
  g_autoptr (XcCoverageSeries) series = xc_coverage_get_series (coverage, scope, as_of);
  const XcCoverageFigures *figures = scope == XC_COVERAGE_TOTAL ? &day->total : &day->registers[scope];
  XcPace *pace = g_new0 (XcPace, 1);
  XcRounds rounds;

  look_at_rounds (input, series->rounds, &rounds);
  pace->as_of = as_of;
  pace->covered = figures->covered;
  pace->owed = figures->owed;
  pace->remaining = figures->owed - figures->covered;
  pace->rounds_finished = rounds.finished->len;
  pace->rounds_left = rounds.unfinished;
  if (term->planned_rounds > rounds.finished->len)
    pace->rounds_left = MAX (pace->rounds_left, term->planned_rounds - rounds.finished->len);
  if (pace->rounds_left > 0)
    pace->needed_per_round = divide_up (pace->remaining, pace->rounds_left);
  pace->too_late_from = XC_DAY_NONE;
  pace->at_end = (XcForecast){ .day = term->ends };
  pace->planned = rounds.planned;
  pace->running_first = rounds.running_first;
  pace->forecasts = g_array_new (FALSE, FALSE, sizeof (XcForecast));
  reckon_reach (term, &rounds, pace);
  look_ahead (series->rounds, &rounds, pace);
  g_array_unref (rounds.finished);
  return pace;
}

/**
 * xc_pace_free:
 * @pace: (transfer full) (nullable): what to free
 */
void
xc_pace_free (XcPace *pace)
{
  if (pace == NULL)
    return;
  g_array_unref (pace->forecasts);
  g_array_unref (pace->planned);
  g_free (pace);
}
