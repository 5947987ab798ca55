/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The real window on a ledger of 100,000 problems and 10,000 organizations: how soon a list can be used, beside a bare
 * window of GTK's own demo; how long a key in the search, a page of scrolling and a sort hold the window up; how much
 * memory it takes. What the main loop did comes from the program's own log of steps. */
#include <stdlib.h>

#include "../journeys/journey-private.h"
#include "driven.h"
#include "ledger.h"
#include "many-problems.h"

#define N_PROBLEMS 100000
#define N_STARTS 5
/* Work that follows this soon, in microseconds, belongs to the same answer. */
#define SAME_ANSWER_US 60000

/* When the first answer after @since_us was there, and the longest step of it. */
static gint64
find_answer (GArray *steps, gint64 *longest_us)
{
  gint64 ended_us = 0;

  *longest_us = 0;
  for (guint i = 0; i < steps->len; i++)
    {
      const XcStep *step = &g_array_index (steps, XcStep, i);

      if (step->cpu_us < 300)
        continue;
      if (ended_us != 0 && step->began_us - ended_us > SAME_ANSWER_US)
        break;
      ended_us = step->ended_us;
      *longest_us = MAX (*longest_us, step->ended_us - step->began_us);
    }
  return ended_us;
}

static double
read_mib (const char *status, const char *key)
{
  const char *found = strstr (status, key);

  g_assert_nonnull (found);
  return atof (found + strlen (key)) / 1024;
}

/* The pages of libraries are shared with every other GTK program; what is a program's own is told apart. */
static void
measure_memory (XcDriven *program, const char *what)
{
  g_autofree char *path = g_strdup_printf ("/proc/%d/status", (int) program->pid);
  g_autofree char *status = NULL;

  g_assert_true (g_file_get_contents (path, &status, NULL, NULL));
  g_print ("# memory %s: %.0f MiB at most; now %.0f MiB its own, %.0f MiB of libraries\n", what,
           read_mib (status, "VmHWM:"), read_mib (status, "RssAnon:"), read_mib (status, "RssFile:"));
}

/* The peer: an application window of GTK's own, with next to nothing in it. Its window takes the keyboard when it is up;
 * ours has to have shown its rows by then as well. */
static double
measure_peer (void)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < N_STARTS; i++)
    {
      XcDriven peer = xc_driven_start ("gtk4-demo-application", NULL, "");
      gint64 time_us;

      xc_driven_wait_for_window (&peer);
      time_us = g_get_monotonic_time () - peer.started_us;
      g_array_append_val (times, time_us);
      g_usleep (500000);
      if (i == 0)
        measure_memory (&peer, "of a bare window");
      xc_driven_stop (&peer);
    }
  return xc_driven_get_percentile (times, 0.5);
}

static void
measure_start (const char *program, const char *ledger, double peer_ms)
{
  static const char *const pages[] = {
    "overview", "rounds", "organizations", "problems", "people", "history"
  };

  for (guint p = 0; p < G_N_ELEMENTS (pages); p++)
    {
      g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (gint64));
      double median_ms;

      for (guint i = 0; i < N_STARTS; i++)
        {
          XcDriven own = xc_driven_start (program, ledger, pages[p]);
          g_autoptr (GArray) steps = NULL;
          gint64 time_us, longest_us;

          xc_driven_wait_for_window (&own);
          g_usleep (1200000);
          steps = xc_driven_read_steps (&own, 0);
          time_us = find_answer (steps, &longest_us) - own.started_us;
          g_array_append_val (times, time_us);
          xc_driven_stop (&own);
        }
      median_ms = xc_driven_get_percentile (times, 0.5);
      g_print ("# start with the page %-14s %7.1f ms to a window that can be used, bare window %.1f ms, "
               "ratio %.2f\n",
               pages[p], median_ms, peer_ms, median_ms / peer_ms);
    }
}

/* Presses @key as often as said; what comes of each is an answer. */
static void
measure_keys (XcDriven *own, const char *what, const char *const *keys, guint n_keys, guint pause_ms)
{
  g_autoptr (GArray) answers = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) longest = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < n_keys; i++)
    {
      gint64 since_us = g_get_monotonic_time ();
      g_autoptr (GArray) steps = NULL;
      gint64 answer_us, longest_us;

      if (g_utf8_strlen (keys[i], -1) == 1)
        xc_screen_type (keys[i]);
      else
        xc_screen_press (keys[i]);
      g_usleep (pause_ms * 1000);
      steps = xc_driven_read_steps (own, since_us);
      answer_us = find_answer (steps, &longest_us) - since_us;
      answer_us = MAX (answer_us, 0);
      g_array_append_val (answers, answer_us);
      longest_us = 0;
      for (guint s = 0; s < steps->len; s++)
        longest_us = MAX (longest_us, g_array_index (steps, XcStep, s).cpu_us);
      g_array_append_val (longest, longest_us);
    }
  g_print ("# %-34s answered in %6.1f ms (median), %6.1f (p95), %6.1f (most); longest step %6.1f ms of "
           "processor time\n",
           what, xc_driven_get_percentile (answers, 0.5), xc_driven_get_percentile (answers, 0.95),
           xc_driven_get_percentile (answers, 1), xc_driven_get_percentile (longest, 1));
}

static void
measure_list (const char *program, const char *ledger, const char *page)
{
  static const char *const words[] = { "研", "究", "第", "7", "7", "BackSpace", "BackSpace", "BackSpace" };
  const char *pages[60];
  XcDriven own = xc_driven_start (program, ledger, page);
  g_autofree char *what = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    pages[i] = i < 40 ? "Page_Down" : "Page_Up";
  xc_driven_wait_for_window (&own);
  g_usleep (1500000);
  xc_screen_press ("<Control><Shift>f");
  g_usleep (300000);
  what = g_strdup_printf ("%s: a key in the search", page);
  measure_keys (&own, what, words, G_N_ELEMENTS (words), 700);
  xc_screen_press ("Escape");
  g_usleep (700000);
  xc_screen_press ("Down");
  g_usleep (300000);
  g_free (what);
  what = g_strdup_printf ("%s: a page of scrolling", page);
  measure_keys (&own, what, pages, G_N_ELEMENTS (pages), 150);
  g_free (what);
  what = g_strdup_printf ("%s: to the end and back", page);
  measure_keys (&own, what, (const char *const[]){ "End", "Home", "End", "Home" }, 4, 600);
  xc_driven_stop (&own);
}

static void
measure_pages (const char *program, const char *ledger)
{
  XcDriven own = xc_driven_start (program, ledger, "overview");

  xc_driven_wait_for_window (&own);
  g_usleep (1500000);
  for (guint i = 1; i <= 6; i++)
    {
      g_autofree char *key = g_strdup_printf ("<Control>%u", i);
      g_autofree char *what = g_strdup_printf ("page %u, first time", i);

      measure_keys (&own, what, (const char *const[]){ key }, 1, 1000);
    }
  for (guint i = 1; i <= 6; i++)
    {
      g_autofree char *key = g_strdup_printf ("<Control>%u", i);
      g_autofree char *what = g_strdup_printf ("page %u, again", i);

      measure_keys (&own, what, (const char *const[]){ key }, 1, 1000);
    }
  measure_memory (&own, "after all pages");
  xc_driven_stop (&own);
}

static void
add_organizations (XcStore *store)
{
  static const char *const statements[] = {
    "INSERT INTO register (id, title, position, in_total) VALUES (2, '镇（街道）', 2, 1), (3, '村（社区）', "
    "3, 0)",
    "WITH RECURSIVE n (i) AS (VALUES (0) UNION ALL SELECT i + 1 FROM n WHERE i + 1 < 100) "
    "INSERT INTO organization (id, name, register_id, listed) SELECT i + 1001, '第' || (i + 1) || "
    "'街道党工委', 2, 1 "
    "FROM n",
    "WITH RECURSIVE n (i) AS (VALUES (0) UNION ALL SELECT i + 1 FROM n WHERE i + 1 < 9600) "
    "INSERT INTO organization (id, name, register_id, parent_id, listed) SELECT i + 2001, '第' || (i + 1) || "
    "'社区党总支', 3, i % 100 + 1001, 1 FROM n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (statements); i++)
    {
      g_autoptr (GError) error = NULL;

      xc_database_execute (xc_store_get_database (store), statements[i], &error);
      g_assert_no_error (error);
    }
}

int
main (int argc, char **argv)
{
  XcTestFolder *folder;
  g_autofree char *ledger = NULL;
  double peer_ms;

  xc_journey_init (&argc, &argv, 1366, 768);
  xc_session_start (1366, 768);
  folder = xc_test_folder_new ();
  {
    g_autoptr (XcStore) store = xc_test_ledger_new (folder);

    xc_test_many_problems_fill (store, N_PROBLEMS);
    add_organizations (store);
  }
  ledger = g_build_filename (folder, "ledger.xuncha", NULL);
  peer_ms = measure_peer ();
  measure_start (xc_journey_get_program (), ledger, peer_ms);
  measure_pages (xc_journey_get_program (), ledger);
  measure_list (xc_journey_get_program (), ledger, "problems");
  measure_list (xc_journey_get_program (), ledger, "organizations");
  xc_test_folder_remove (folder);
  xc_session_stop ();
  return 0;
}
