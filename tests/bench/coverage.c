/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Coverage of 10,000 organizations inspected in 20 rounds, beside a bare loop over the same inspections that only asks
 * of each whether it counts and was reached.
 */
#include "core/pace.h"
#include "../core/coverage-rows.h"

#define N_ORGANIZATIONS 10000
#define N_ROUNDS 20
#define N_DAYS 1826

static XcCoverageInput *
make_rows (void)
{
  XcCoverageInput *input = make_term (N_DAYS);

  for (int o = 1; o <= N_ORGANIZATIONS; o++)
    add_organization (input, o, 1 + o % 3, UNSET, o % 10 == 0 ? 900 : UNSET);
  for (int round = 0; round < N_ROUNDS; round++)
    {
      add_round (input, round * 90, round * 90 + 60);
      for (int o = 1; o <= N_ORGANIZATIONS; o++)
        add_inspection (input, o, (XcInspectionKind) ((o + round) % 10), round * 90 + o % 7,
                        (o + round) % 20 == 0 ? UNSET : round * 90 + 40 + o % 20);
    }
  for (int o = 10; o + 10 <= N_ORGANIZATIONS; o += 20)
    {
      add_event (input, XC_EVENT_MERGED, 900);
      add_member (input, XC_SIDE_BEFORE, o);
      add_member (input, XC_SIDE_BEFORE, o + 10);
      add_member (input, XC_SIDE_AFTER, o + 1);
    }
  return input;
}

static guint
loop_barely (const XcCoverageInput *input, XcDay as_of)
{
  guint n = 0;

  for (guint i = 0; i < input->inspections->len; i++)
    {
      const XcCoverageInspection *row = &g_array_index (input->inspections, XcCoverageInspection, i);

      n += xc_inspection_counts (row->kind, row->level, row->counts) && xc_day_is_set (row->left_on)
           && row->left_on <= as_of;
    }
  return n;
}

/* Milliseconds that one call takes on average. */
#define MEASURE(times, statement)                                                                            \
  ({                                                                                                         \
    gint64 begun_ = g_get_monotonic_time ();                                                                 \
                                                                                                             \
    for (int i_ = 0; i_ < (times); i_++)                                                                     \
      {                                                                                                      \
        statement;                                                                                           \
      }                                                                                                      \
    (double) (g_get_monotonic_time () - begun_) / 1000 / (times);                                            \
  })

static void
say (const char *what, double ms, double bare_ms)
{
  g_print ("%-28s %8.2f ms  %6.1f times the bare loop\n", what, ms, ms / bare_ms);
}

int
main (void)
{
  volatile guint sink = 0;
  XcCoverageInput *input = make_rows ();
  double bare = MEASURE (50, sink += loop_barely (input, at (i_ * 30)));
  XcCoverage *coverage = NULL;
  double prepared = MEASURE (1, coverage = xc_coverage_new (input));

  g_assert_cmpuint (sink, >, 0);
  say ("bare loop", bare, bare);
  say ("preparing once", prepared, bare);
  say ("figures of one day",
       MEASURE (50, xc_coverage_day_free (xc_coverage_get_day (coverage, at (i_ * 30)))), bare);
  say ("series over five years",
       MEASURE (10,
                xc_coverage_series_free (xc_coverage_get_series (coverage, XC_COVERAGE_TOTAL, at (N_DAYS)))),
       bare);
  say ("pace", MEASURE (10, xc_pace_free (xc_pace_new (coverage, XC_COVERAGE_TOTAL, at (1000)))), bare);
  xc_coverage_free (coverage);
  return 0;
}
