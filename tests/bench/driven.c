/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "driven.h"

#include <stdio.h>
#include <string.h>
#include <sys/wait.h>

#include <glib/gstdio.h>

#include "../journeys/journey-private.h"

XcDriven
xc_driven_start (const char *program, const char *argument, const char *page)
{
  XcDriven self = { .log = g_build_filename (xc_session_get_folder (), "steps", NULL) };
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

void
xc_driven_stop (XcDriven *self)
{
  xc_screen_close_active ();
  g_assert_cmpint (waitpid (self->pid, NULL, 0), ==, self->pid);
  g_clear_pointer (&self->log, g_free);
}

void
xc_driven_wait_for_window (XcDriven *self)
{
  while (xc_screen_get_active_process () != (guint) self->pid)
    g_usleep (500);
}

/* All steps of the log from @since_us on. */
GArray *
xc_driven_read_steps (XcDriven *self, gint64 since_us)
{
  GArray *steps = g_array_new (FALSE, FALSE, sizeof (XcStep));
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  g_assert_true (g_file_get_contents (self->log, &text, NULL, NULL));
  lines = g_strsplit (text, "\n", -1);
  for (char **line = lines; *line != NULL; line++)
    {
      XcStep step;

      if (sscanf (*line, "%" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %d", &step.began_us,
                  &step.ended_us, &step.cpu_us, &step.waits)
              == 4
          && step.ended_us >= since_us)
        g_array_append_val (steps, step);
    }
  return steps;
}

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  gint64 x = *(const gint64 *) a, y = *(const gint64 *) b;

  return (x > y) - (x < y);
}

double
xc_driven_get_percentile (GArray *numbers, double share)
{
  g_array_sort (numbers, compare_numbers);
  return (double) g_array_index (numbers, gint64, (guint) ((numbers->len - 1) * share)) / 1000;
}
