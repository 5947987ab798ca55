/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Moving the day of the overview through the term, in the real window: 1,000 organizations in 10 rounds with 15,000
 * problems. Each move is a key on the slider; what it costs is all that the main loop then does, from hearing the key to
 * the last line drawn and the problems counted, in processor time. At 60 frames a second there are 16.7 ms for it. */
#include "../journeys/journey-private.h"
#include "driven.h"
#include "ledger.h"

#define FRAME_MS (1000.0 / 60)
#define N_MOVES 120
#define TABS_TO_SLIDER 12

/* The term ended with the last of its rounds. */
static void
fill (XcStore *store)
{
  g_autoptr (GError) error = NULL;

  xc_database_execute (
      xc_store_get_database (store),
      "INSERT INTO term (id, ordinal, committee, level, starts_on, ends_on, covered_when, decimals, "
      "planned_rounds)"
      " VALUES (1, 2, '示范区委', 'district', '2016-09-01', '2021-08-31', 'left', 2, 10);"
      "WITH RECURSIVE n (i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < 6)"
      "INSERT INTO register (id, title, position, in_total) SELECT i, '口径' || i, i, i < 6 FROM n;"
      "WITH RECURSIVE n (i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < 10)"
      "INSERT INTO round (id, term_id, ordinal, starts_on, ends_on) SELECT i, 1, i,"
      " date ('2016-10-01', (i * 160) || ' days'), date ('2016-10-01', (i * 160 + 60) || ' days') FROM n;"
      "WITH RECURSIVE n (i) AS (VALUES (0) UNION ALL SELECT i + 1 FROM n WHERE i + 1 < 1000)"
      "INSERT INTO organization (id, name, register_id, listed) SELECT i + 1, '示范区第' || i || '局党组', i "
      "% 6 + 1, 1"
      " FROM n;"
      "INSERT INTO inspection (id, round_id, organization_id, kind, level, counts, enters_on, leaves_on, "
      "fed_back_on)"
      " SELECT organization.id, round.id, organization.id, 'regular', 'own', 'by_kind', round.starts_on,"
      " date (round.starts_on, (30 + organization.id % 30) || ' days'), date (round.ends_on, '30 days')"
      " FROM organization JOIN round ON round.id = organization.id % 11;"
      "WITH RECURSIVE n (i) AS (VALUES (0) UNION ALL SELECT i + 1 FROM n WHERE i + 1 < 15000)"
      "INSERT INTO problem (id, inspection_id, number, wording, is_key, fed_back, state, closed_on)"
      " SELECT i + 1, inspection.id, 'P' || i, '问题', 0, 1, 'closed', date (inspection.fed_back_on, (i % "
      "300) || ' days')"
      " FROM n JOIN inspection ON inspection.id = i % 1000 + 1;"
      "INSERT INTO measure (id, problem_id, position, wording, type, due_on, done_on, state)"
      " SELECT id, id, 1, '措施', 'by_date', date (closed_on, '-40 days'), date (closed_on, '-9 days'), "
      "'done' FROM problem",
      &error);
  g_assert_no_error (error);
}

static void
measure_moves (XcDriven *driven, const char *what, const char *key)
{
  g_autoptr (GArray) moves = g_array_new (FALSE, FALSE, sizeof (gint64));
  guint n_late = 0;

  for (guint i = 0; i < N_MOVES; i++)
    {
      gint64 since_us = g_get_monotonic_time (), cpu_us = 0;
      g_autoptr (GArray) steps = NULL;

      xc_screen_press (key);
      g_usleep (80000);
      steps = xc_driven_read_steps (driven, since_us);
      for (guint s = 0; s < steps->len; s++)
        cpu_us += g_array_index (steps, XcStep, s).cpu_us;
      g_array_append_val (moves, cpu_us);
      n_late += (double) cpu_us / 1000 > FRAME_MS;
    }
  double median = xc_driven_get_percentile (moves, 0.5);
  g_print ("# slider, %-14s %5.1f ms of processor time a move (median), %5.1f (p95), %5.1f (most); %u of %u "
           "over a "
           "frame; ratio to a frame %.2f\n",
           what, median, xc_driven_get_percentile (moves, 0.95), xc_driven_get_percentile (moves, 1), n_late,
           N_MOVES, median / FRAME_MS);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *what, *key;
  } sheets[] = { { "progress", "<Alt>1" }, { "registers", "<Alt>2" }, { "organizations", "<Alt>3" } };
  XcTestFolder *folder;
  g_autofree char *ledger = NULL;
  XcDriven driven;

  xc_journey_init (&argc, &argv, 1366, 768);
  xc_session_start (1366, 768);
  folder = xc_test_folder_new ();
  {
    g_autoptr (XcStore) store = xc_test_ledger_new (folder);

    fill (store);
  }
  ledger = g_build_filename (folder, "ledger.xuncha", NULL);
  driven = xc_driven_start (xc_journey_get_program (), ledger, "overview");
  xc_driven_wait_for_window (&driven);
  g_usleep (2000000);
  xc_screen_press ("<Control>1");
  g_usleep (300000);
  for (guint i = 0; i < TABS_TO_SLIDER; i++)
    {
      xc_screen_press ("Tab");
      g_usleep (100000);
    }
  for (guint i = 0; i < G_N_ELEMENTS (sheets); i++)
    {
      xc_screen_press (sheets[i].key);
      g_usleep (500000);
      xc_screen_press ("Page_Up");
      g_usleep (1000000);
      measure_moves (&driven, sheets[i].what, "Left");
    }
  if (g_getenv ("XUNCHA_BENCH_PICTURE") != NULL)
    xc_screen_take_picture (g_getenv ("XUNCHA_BENCH_PICTURE"));
  xc_driven_stop (&driven);
  xc_test_folder_remove (folder);
  xc_session_stop ();
  return 0;
}
