/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Starting the program under test, and asking how it ended and what it said. */
#include "journey-private.h"

#include <stdlib.h>

/* Microseconds between two questions. To answer keeps the program from what is waited for. */
#define FIRST_PAUSE 10000
#define LONGEST_PAUSE 80000

/**
 * xc_journey_wait:
 * @self: (nullable): the journey
 * @is_so: tells whether what is waited for has come
 * @data: for @is_so
 *
 * Asks again and again, for as long as the harness has patience.
 *
 * Returns: whether it came
 */
gboolean
xc_journey_wait (XcJourney *self, gboolean (*is_so) (gpointer data), gpointer data)
{
  gint64 end = g_get_monotonic_time () + XC_JOURNEY_PATIENCE * G_USEC_PER_SEC;
  gulong pause = FIRST_PAUSE;

  while (!is_so (data))
    {
      if (g_get_monotonic_time () > end)
        return FALSE;
      /* What ended is noticed by the main context. */
      g_usleep (pause);
      pause = MIN (2 * pause, LONGEST_PAUSE);
      while (g_main_context_iteration (NULL, FALSE))
        ;
    }
  return TRUE;
}

/**
 * xc_journey_set_text_size:
 * @journey: a journey
 * @percent: of the usual size
 *
 * What the desktop asks of programs that are started from now on.
 */
void
xc_journey_set_text_size (XcJourney *journey, int percent)
{
  g_autofree char *line = g_strdup_printf ("Xft.dpi:\t%d\n", 96 * percent / 100);

  xc_screen_set_resource (line);
}

/**
 * xc_journey_make_ledger:
 * @self: the journey
 * @name: of a file in the journey's folder
 * @...: more arguments for the verb "new", ended by %NULL
 *
 * Makes a ledger without the window, for a journey that does not begin with making one.
 *
 * Returns: (transfer full): its path
 */
char *
xc_journey_make_ledger (XcJourney *self, const char *name, ...)
{
  char *path = g_build_filename (self->folder, name, NULL);
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_SILENCE);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GSubprocess) program = NULL;
  g_auto (GStrv) arguments = NULL;
  g_autoptr (GError) error = NULL;
  const char *argument;
  va_list list;

  g_strv_builder_add_many (builder, xc_journey_get_program (), "new", path, NULL);
  va_start (list, name);
  while ((argument = va_arg (list, const char *)) != NULL)
    g_strv_builder_add (builder, argument);
  va_end (list);
  arguments = g_strv_builder_end (builder);
  g_subprocess_launcher_set_environ (launcher, self->environment);
  program = g_subprocess_launcher_spawnv (launcher, (const char *const *) arguments, &error);
  g_assert_no_error (error);
  g_subprocess_wait_check (program, NULL, &error);
  g_assert_no_error (error);
  return path;
}

/**
 * xc_journey_make_example:
 * @self: the journey
 *
 * Makes the example ledger, once for all journeys of one language; each has a copy.
 *
 * Returns: (transfer full): the path of the copy
 */
char *
xc_journey_make_example (XcJourney *self)
{
  g_autofree char *path = g_build_filename (self->folder, "example.xuncha", NULL);
  g_autofree char *name = g_strdup_printf ("example-%s.xuncha", self->language);
  g_autofree char *pattern_path = g_build_filename (xc_session_get_folder (), name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFile) pattern = g_file_new_for_path (pattern_path);
  g_autoptr (GError) error = NULL;

  if (!g_file_query_exists (pattern, NULL))
    {
      g_autofree char *made = xc_journey_make_ledger (self, "example.xuncha", "--example", NULL);

      g_file_move (file, pattern, G_FILE_COPY_NONE, NULL, NULL, NULL, &error);
      g_assert_no_error (error);
    }
  g_file_copy (pattern, file, G_FILE_COPY_NONE, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  return g_steal_pointer (&path);
}

/**
 * xc_journey_open_example:
 * @self: the journey
 *
 * Starts the program with the example opened in it.
 */
void
xc_journey_open_example (XcJourney *self)
{
  g_autofree char *path = xc_journey_make_example (self);

  xc_journey_start (self, path, NULL);
  xc_journey_find (self, ATSPI_ROLE_LIST, xc_journey_word (self, NULL, "Pages"));
}

static gboolean
has_ended (gpointer data)
{
  XcJourney *self = data;

  return g_subprocess_get_identifier (self->program) == NULL;
}

static gboolean
is_up_or_has_ended (gpointer data)
{
  return has_ended (data) || xc_tree_has_keyboard (data);
}

/**
 * xc_journey_start:
 * @self: the journey
 * @...: the program's arguments, ended by %NULL
 *
 * Starts the program and waits until its window is there and has the keyboard.
 */
void
xc_journey_start (XcJourney *self, ...)
{
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDERR_MERGE);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) arguments = NULL;
  g_autofree char *output = g_build_filename (self->folder, "output", NULL);
  g_autoptr (GError) error = NULL;
  const char *argument;
  va_list list;

  g_assert_null (self->program);
  g_strv_builder_add (builder, xc_journey_get_program ());
  va_start (list, self);
  while ((argument = va_arg (list, const char *)) != NULL)
    g_strv_builder_add (builder, argument);
  va_end (list);
  arguments = g_strv_builder_end (builder);

  g_clear_object (&self->output);
  self->output = g_file_new_for_path (output);
  g_subprocess_launcher_set_environ (launcher, self->environment);
  g_subprocess_launcher_set_cwd (launcher, self->folder);
  g_subprocess_launcher_set_stdout_file_path (launcher, output);
  g_subprocess_launcher_set_child_setup (launcher, xc_session_die_with_us, NULL, NULL);
  self->program = g_subprocess_launcher_spawnv (launcher, (const char *const *) arguments, &error);
  g_assert_no_error (error);
  g_subprocess_wait_async (self->program, NULL, NULL, NULL);
  if (!xc_journey_wait (self, is_up_or_has_ended, self) || has_ended (self))
    xc_journey_fail (self, "no window came up");
}

/**
 * xc_journey_get_output:
 * @self: the journey
 *
 * Returns: (transfer full): all that the program printed so far, valid UTF-8
 */
char *
xc_journey_get_output (XcJourney *self)
{
  g_autofree char *text = NULL;

  if (self->output == NULL || !g_file_load_contents (self->output, NULL, &text, NULL, NULL, NULL))
    return g_strdup ("");
  return g_utf8_make_valid (text, -1);
}

/**
 * xc_journey_get_complaint:
 * @self: the journey, its program asked to end by whatever means
 *
 * Waits for the end of the program.
 *
 * Returns: (transfer full) (nullable): what is wrong with how it ended, or %NULL: it went on for ever, crashed, gave a
 *   status other than 0, or printed a warning of a library
 */
char *
xc_journey_get_complaint (XcJourney *self)
{
  g_autofree char *output = NULL;
  g_autofree char *complaint = NULL;

  if (!xc_journey_wait (self, has_ended, self))
    return g_strdup ("the program did not end");
  output = xc_journey_get_output (self);
  if (g_subprocess_get_if_signaled (self->program))
    complaint =
        g_strdup_printf ("the program crashed: %s", g_strsignal (g_subprocess_get_term_sig (self->program)));
  else if (g_subprocess_get_exit_status (self->program) != 0)
    complaint = g_strdup_printf ("the program ended with %d", g_subprocess_get_exit_status (self->program));
  else if (g_regex_match_simple ("-(WARNING|CRITICAL|ERROR) \\*\\*|\\*\\* \\((WARNING|CRITICAL)", output, 0,
                                 0))
    complaint = g_strdup ("the program printed warnings");
  g_clear_object (&self->program);
  return complaint != NULL ? g_strdup_printf ("%s\n%s", complaint, output) : NULL;
}

/**
 * xc_journey_close:
 * @self: the journey
 *
 * Closes the program's window, or its dialog, as the button in the corner does. (Alt+F4 is the window manager's, which
 * listens to it only some time after it started.)
 */
void
xc_journey_close (XcJourney *self)
{
  if (!xc_journey_wait (self, xc_tree_has_keyboard, self))
    xc_journey_fail (self, "no window of the program can be closed");
  xc_screen_close_active ();
}

/**
 * xc_journey_end:
 * @self: the journey
 *
 * Closes the program's window as a person does; the program must end well and have printed no warning.
 */
void
xc_journey_end (XcJourney *self)
{
  g_autofree char *complaint = NULL;

  if (!has_ended (self))
    xc_journey_close (self);
  complaint = xc_journey_get_complaint (self);
  if (complaint != NULL)
    xc_journey_fail (self, "%s", complaint);
}

/**
 * xc_journey_kill:
 * @self: the journey
 *
 * Ends the program as a power cut does.
 */
void
xc_journey_kill (XcJourney *self)
{
  g_subprocess_force_exit (self->program);
  g_assert_true (xc_journey_wait (self, has_ended, self));
  g_clear_object (&self->program);
}

/**
 * xc_journey_fail:
 * @self: the journey
 * @format: what went wrong
 * @...: for @format
 *
 * Fails the test: tells what went wrong and which widgets there are; the picture and the program's words follow.
 */
void
xc_journey_fail (XcJourney *self, const char *format, ...)
{
  g_autofree char *tree = NULL;
  g_autofree char *text = NULL;
  va_list list;

  va_start (list, format);
  text = g_strdup_vprintf (format, list);
  va_end (list);
  /* A result is one line. */
  g_strdelimit (text, "\n", ' ');
  if (self->program != NULL && !has_ended (self))
    tree = xc_journey_get_tree (self);
  g_printerr ("%s", tree != NULL ? tree : "");
  g_assertion_message (G_LOG_DOMAIN, __FILE__, __LINE__, self->path, text);
  abort ();
}
