/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The real window on a ledger of 100,000 problems and 10,000 organizations: how soon a list can be used, beside a bare
 * window of GTK's own demo; how long a key in the search, a page of scrolling and a sort hold the window up; how much
 * memory it takes. What the main loop did comes from the program's own log of steps. */
#include <stdlib.h>
#include <sys/wait.h>

#include <glib/gstdio.h>

#include "../journeys/journey-private.h"
#include "ledger.h"
#include "many-problems.h"

#define N_PROBLEMS 100000
#define N_STARTS 5
/* Work that follows this soon, in microseconds, belongs to the same answer. */
#define SAME_ANSWER_US 60000

typedef struct
{
  gint64 began_us;
  gint64 ended_us;
  gint64 cpu_us;
  int waits;
} Step;

typedef struct
{
  GPid pid;
  gint64 started_us;
  char *log;
} Program;

static Program
spawn (const char *program, const char *argument, const char *page)
{
  Program self = { .log = g_build_filename (xc_session_get_folder (), "steps", NULL) };
  g_autofree char *settings = g_build_filename (xc_session_get_folder (), "config", NULL);
  g_autofree char *folder = g_build_filename (settings, "glib-2.0", "settings", NULL);
  g_autofree char *file = g_build_filename (folder, "keyfile", NULL);
  g_autofree char *text =
      g_strdup_printf ("[org/xuncha/Xuncha]\nlast-page='%s'\nwindow-maximized=true\n", page);
  const char *const arguments[] = { program, argument, NULL };
  g_auto (GStrv) environment = g_get_environ ();
  g_autoptr (GError) error = NULL;

  g_mkdir_with_parents (folder, 0700);
  g_file_set_contents (file, text, -1, NULL);
  g_unlink (self.log);
  environment = g_environ_setenv (environment, "XUNCHA_STEP_LOG", self.log, TRUE);
  environment = g_environ_setenv (environment, "XDG_CONFIG_HOME", settings, TRUE);
  environment = g_environ_setenv (environment, "GSETTINGS_BACKEND", "keyfile", TRUE);
  environment = g_environ_setenv (environment, "GTK_A11Y", "none", TRUE);
  environment = g_environ_setenv (environment, "GSK_RENDERER", "cairo", TRUE);
  environment = g_environ_setenv (environment, "LC_ALL", "zh_CN.UTF-8", TRUE);
  self.started_us = g_get_monotonic_time ();
  g_spawn_async (NULL, (char **) arguments, environment,
                 G_SPAWN_SEARCH_PATH | G_SPAWN_DO_NOT_REAP_CHILD | G_SPAWN_STDOUT_TO_DEV_NULL
                     | G_SPAWN_STDERR_TO_DEV_NULL,
                 NULL, NULL, &self.pid, &error);
  g_assert_no_error (error);
  return self;
}

static void
stop (Program *self)
{
  xc_screen_close_active ();
  g_assert_cmpint (waitpid (self->pid, NULL, 0), ==, self->pid);
  g_clear_pointer (&self->log, g_free);
}

static void
wait_for_window (Program *self)
{
  while (xc_screen_get_active_process () != (guint) self->pid)
    g_usleep (500);
}

/* All steps of the log from @since_us on. */
static GArray *
read_steps (Program *self, gint64 since_us)
{
  GArray *steps = g_array_new (FALSE, FALSE, sizeof (Step));
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  g_assert_true (g_file_get_contents (self->log, &text, NULL, NULL));
  lines = g_strsplit (text, "\n", -1);
  for (char **line = lines; *line != NULL; line++)
    {
      Step step;

      if (sscanf (*line, "%" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %d", &step.began_us,
                  &step.ended_us, &step.cpu_us, &step.waits)
              == 4
          && step.ended_us >= since_us)
        g_array_append_val (steps, step);
    }
  return steps;
}

/* When the first answer after @since_us was there, and the longest step of it. */
static gint64
find_answer (GArray *steps, gint64 *longest_us)
{
  gint64 ended_us = 0;

  *longest_us = 0;
  for (guint i = 0; i < steps->len; i++)
    {
      const Step *step = &g_array_index (steps, Step, i);

      if (step->cpu_us < 300)
        continue;
      if (ended_us != 0 && step->began_us - ended_us > SAME_ANSWER_US)
        break;
      ended_us = step->ended_us;
      *longest_us = MAX (*longest_us, step->ended_us - step->began_us);
    }
  return ended_us;
}

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  gint64 x = *(const gint64 *) a, y = *(const gint64 *) b;

  return (x > y) - (x < y);
}

static double
get_percentile (GArray *numbers, double share)
{
  g_array_sort (numbers, compare_numbers);
  return (double) g_array_index (numbers, gint64, (guint) ((numbers->len - 1) * share)) / 1000;
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
measure_memory (Program *program, const char *what)
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
      Program peer = spawn ("gtk4-demo-application", NULL, "");
      gint64 time_us;

      wait_for_window (&peer);
      time_us = g_get_monotonic_time () - peer.started_us;
      g_array_append_val (times, time_us);
      g_usleep (500000);
      if (i == 0)
        measure_memory (&peer, "of a bare window");
      stop (&peer);
    }
  return get_percentile (times, 0.5);
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
          Program own = spawn (program, ledger, pages[p]);
          g_autoptr (GArray) steps = NULL;
          gint64 time_us, longest_us;

          wait_for_window (&own);
          g_usleep (1200000);
          steps = read_steps (&own, 0);
          time_us = find_answer (steps, &longest_us) - own.started_us;
          g_array_append_val (times, time_us);
          stop (&own);
        }
      median_ms = get_percentile (times, 0.5);
      g_print ("# start with the page %-14s %7.1f ms to a window that can be used, bare window %.1f ms, "
               "ratio %.2f\n",
               pages[p], median_ms, peer_ms, median_ms / peer_ms);
    }
}

/* Presses @key as often as said; what comes of each is an answer. */
static void
measure_keys (Program *own, const char *what, const char *const *keys, guint n_keys, guint pause_ms)
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
      steps = read_steps (own, since_us);
      answer_us = find_answer (steps, &longest_us) - since_us;
      answer_us = MAX (answer_us, 0);
      g_array_append_val (answers, answer_us);
      longest_us = 0;
      for (guint s = 0; s < steps->len; s++)
        longest_us = MAX (longest_us, g_array_index (steps, Step, s).cpu_us);
      g_array_append_val (longest, longest_us);
    }
  g_print ("# %-34s answered in %6.1f ms (median), %6.1f (p95), %6.1f (most); longest step %6.1f ms of "
           "processor time\n",
           what, get_percentile (answers, 0.5), get_percentile (answers, 0.95), get_percentile (answers, 1),
           get_percentile (longest, 1));
}

static void
measure_list (const char *program, const char *ledger, const char *page)
{
  static const char *const words[] = { "研", "究", "第", "7", "7", "BackSpace", "BackSpace", "BackSpace" };
  const char *pages[60];
  Program own = spawn (program, ledger, page);
  g_autofree char *what = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    pages[i] = i < 40 ? "Page_Down" : "Page_Up";
  wait_for_window (&own);
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
  stop (&own);
}

static void
measure_pages (const char *program, const char *ledger)
{
  Program own = spawn (program, ledger, "overview");

  wait_for_window (&own);
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
  stop (&own);
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
