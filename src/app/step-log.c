/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A step is what the main loop does between two waits: while it lasts no key is heard. Two variables of the environment
 * ask for it: XUNCHA_STEP_LOG names a file that gets a line a step, "began ended processor waits" in microseconds, the
 * first two of the monotonic clock, the last 1 when nothing more was to be done then; XUNCHA_LONGEST_STEP is a number of
 * milliseconds of processor time above which a step is a warning, from the first wait on: what starts the program comes
 * before, and what puts a window away is not counted. Processor time, because what else the machine does is no fault of
 * the program; and as a busy machine makes processor time longer, too, a long step is held against a piece of work that
 * is always the same, done right after it. */
#include "app/step-log.h"

#include <stdio.h>
#include <time.h>

/* What the piece of work takes where nothing else is done. */
#define WORK_US 2400
#define WORK_ENTRIES 6000
#define N_WORKS 5

static FILE *log_file;
static gint64 longest_us;
static gint64 began_us, began_cpu_us;
static gboolean has_waited;

static gint64
get_processor_time (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return time.tv_sec * G_USEC_PER_SEC + time.tv_nsec / 1000;
}

/* Allocates, copies, hashes and looks up, as the window does. */
static void
work (void)
{
  g_autoptr (GHashTable) table = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  guint n_found = 0;

  for (guint i = 0; i < WORK_ENTRIES; i++)
    g_hash_table_insert (table, g_strdup_printf ("%u", i * 2654435761u), g_strdup_printf ("row %u", i));
  for (guint i = 0; i < WORK_ENTRIES; i++)
    {
      char key[16];

      g_snprintf (key, sizeof key, "%u", i * 2654435761u);
      n_found += g_hash_table_contains (table, key);
    }
  g_assert (n_found == WORK_ENTRIES);
}

/* What @cpu_us would be if nothing else were done. */
static gint64
get_quiet_time (gint64 cpu_us)
{
  gint64 longest = WORK_US;

  for (guint i = 0; i < N_WORKS; i++)
    {
      gint64 began = get_processor_time ();

      work ();
      longest = MAX (longest, get_processor_time () - began);
    }
  return cpu_us * WORK_US / longest;
}

static void
end_step (gboolean waits)
{
  gint64 ended_us = g_get_monotonic_time ();
  gint64 cpu_us = get_processor_time () - began_cpu_us;

  if (log_file != NULL)
    fprintf (log_file, "%" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %d\n", began_us,
             ended_us, cpu_us, waits);
  if (longest_us > 0 && has_waited && cpu_us > longest_us && get_quiet_time (cpu_us) > longest_us)
    g_warning ("a step of the main loop took %.1f ms of processor time", (double) cpu_us / 1000);
  has_waited = has_waited || waits;
}

/* The loop asks with no patience when it has more to do at once. */
static int
poll_cb (GPollFD *fds, guint n_fds, int timeout_ms)
{
  int result;

  end_step (timeout_ms != 0);
  result = g_poll (fds, n_fds, timeout_ms);
  began_us = g_get_monotonic_time ();
  began_cpu_us = get_processor_time ();
  return result;
}

/**
 * xc_step_log_start:
 *
 * Begins to watch the main loop of the default context if the environment asks for it. Once, before it runs.
 */
void
xc_step_log_start (void)
{
  const char *path = g_getenv ("XUNCHA_STEP_LOG");
  const char *longest = g_getenv ("XUNCHA_LONGEST_STEP");

  if (path == NULL && longest == NULL)
    return;
  if (path != NULL)
    {
      log_file = fopen (path, "we");
      if (log_file == NULL)
        g_warning ("“%s” cannot be written", path);
      else
        setvbuf (log_file, NULL, _IOLBF, BUFSIZ);
    }
  if (longest != NULL)
    longest_us = g_ascii_strtoll (longest, NULL, 10) * 1000;
  began_us = g_get_monotonic_time ();
  began_cpu_us = get_processor_time ();
  g_main_context_set_poll_func (NULL, poll_cb);
}

/**
 * xc_step_log_pass:
 *
 * The step that goes on is none that anybody waits for: a window has gone from the screen, and is taken to pieces.
 */
void
xc_step_log_pass (void)
{
  has_waited = FALSE;
}
