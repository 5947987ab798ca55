/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The life of the program under test, and what is told when a journey fails. */
#include "journey-private.h"

#include <libintl.h>
#include <locale.h>
#include <signal.h>
#include <stdlib.h>
#include <unistd.h>

#include <glib/gstdio.h>

/* What a person does not feel as waiting are 100 ms; the rest is what the measure is uncertain by on a machine that has
 * twenty times as much to do as it can. */
#define LONGEST_STEP_MS "250"

static char *program_path;
static int screen_width, screen_height;
static XcJourney *running;

/* libatspi warns of every program that ends while it is being asked; that is no fault here. */
static gboolean
is_fatal (const char *domain, GLogLevelFlags level, const char *message, gpointer data)
{
  return g_strcmp0 (domain, "dbind") != 0 && g_strcmp0 (domain, "atspi") != 0;
}

/* Without it the warning would stand among the results. */
static void
say_nothing (const char *domain, GLogLevelFlags level, const char *message, gpointer data)
{
}

static char *
get_picture_path (XcJourney *self, const char *name)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_BUILT, "journeys", "pictures", NULL);
  g_autofree char *file = g_strconcat (self->language, self->path, "-", name, ".png", NULL);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0755), ==, 0);
  return g_build_filename (folder, g_strdelimit (file, "/", '-'), NULL);
}

static const char *
get_locale (XcJourney *self)
{
  return g_str_equal (self->language, "zh_CN") ? "zh_CN.UTF-8" : "C.UTF-8";
}

/* A test ends by abort; the last chance to see what was on the screen. */
static void
tell_failure (int signal_number)
{
  XcJourney *self = running;

  signal (signal_number, SIG_DFL);
  running = NULL;
  /* Nothing here may wait for ever. */
  alarm (XC_JOURNEY_PATIENCE);
  if (self != NULL)
    {
      g_autofree char *picture = get_picture_path (self, "failed");
      g_autofree char *output = xc_journey_get_output (self);

      if (xc_screen_take_picture (picture))
        g_printerr ("The screen: %s\n", picture);
      g_printerr ("The program said: %s\n", output);
    }
  raise (signal_number);
}

/**
 * xc_journey_init:
 * @argc: (inout): as in main
 * @argv: (inout): as in main; the first argument is the program under test
 * @width: of the screen, in pixels
 * @height: of the screen, in pixels
 *
 * Readies the test program. Nothing is started yet.
 */
void
xc_journey_init (int *argc, char ***argv, int width, int height)
{
  g_test_init (argc, argv, NULL);
  g_log_set_handler ("dbind", G_LOG_LEVEL_MASK | G_LOG_FLAG_FATAL, say_nothing, NULL);
  g_log_set_handler ("atspi", G_LOG_LEVEL_MASK | G_LOG_FLAG_FATAL, say_nothing, NULL);
  g_assert_cmpint (*argc, ==, 2);
  program_path = g_canonicalize_filename ((*argv)[1], NULL);
  screen_width = width;
  screen_height = height;
}

/**
 * xc_journey_get_program:
 *
 * Returns: the path of the program under test
 */
const char *
xc_journey_get_program (void)
{
  return program_path;
}

static void
run_one (gconstpointer data)
{
  static const char *const places[] = { "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME",
                                        "XDG_STATE_HOME", "XDG_RUNTIME_DIR" };
  XcJourney *self = (XcJourney *) data;
  g_autofree char *template = g_build_filename (xc_session_get_folder (), "test-XXXXXX", NULL);
  g_autofree char *asking = NULL;

  running = self;
  g_test_log_set_fatal_handler (is_fatal, NULL);
  self->folder = g_steal_pointer (&template);
  g_assert_nonnull (g_mkdtemp (self->folder));
  self->found = g_ptr_array_new_with_free_func (g_object_unref);
  self->asked = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->environment = g_get_environ ();
  xc_journey_set_env (self, "GDK_BACKEND", "x11");
  xc_journey_set_env (self, "GSK_RENDERER", "cairo");
  xc_journey_set_env (self, "GTK_A11Y", "atspi");
  xc_journey_set_env (self, "G_DEBUG", "fatal-warnings");
  xc_journey_set_env (self, "HOME", self->folder);
  xc_journey_set_env (self, "XUNCHA_LONGEST_STEP", LONGEST_STEP_MS);
  asking = g_test_build_filename (G_TEST_BUILT, "journeys", "asking.so", NULL);
  xc_journey_set_env (self, "LD_PRELOAD", asking);
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autofree char *place = g_build_filename (self->folder, places[i], NULL);

      g_assert_cmpint (g_mkdir (place, 0700), ==, 0);
      xc_journey_set_env (self, places[i], place);
    }
  xc_journey_set_env (self, "LC_ALL", get_locale (self));
  self->function (self);
  if (self->program != NULL)
    xc_journey_end (self);
  g_clear_pointer (&self->environment, g_strfreev);
  g_clear_pointer (&self->folder, g_free);
  g_clear_pointer (&self->found, g_ptr_array_unref);
  g_clear_pointer (&self->asked, g_hash_table_unref);
  running = NULL;
}

static void
free_one (gpointer data)
{
  XcJourney *self = data;

  g_clear_object (&self->output);
  g_free (self->path);
  g_free (self);
}

/**
 * xc_journey_add:
 * @path: of the test, such as "/journeys/planning/five-teams"
 * @function: what is done
 *
 * Adds a test in Chinese and the same in English. They take their time, so that one of the two is left out, in turn,
 * unless XUNCHA_ALL_JOURNEYS is set, as it is in the long run of the tests.
 */
void
xc_journey_add (const char *path, XcJourneyFunc function)
{
  static const char *const languages[] = { "zh_CN", "en" };
  static guint n_added;
  gboolean is_whole = g_getenv ("XUNCHA_ALL_JOURNEYS") != NULL;
  guint first = is_whole ? 0 : n_added++ % G_N_ELEMENTS (languages);

  for (guint i = first; i < (is_whole ? G_N_ELEMENTS (languages) : first + 1); i++)
    {
      g_autofree char *full = g_strdup_printf ("%s/%s", path, languages[i]);
      XcJourney *self = g_new0 (XcJourney, 1);

      self->path = g_strdup (path);
      self->language = languages[i];
      self->function = function;
      g_test_add_data_func_full (full, self, run_one, free_one);
    }
}

/**
 * xc_journey_run:
 *
 * Starts a desktop, runs the tests on it, and stops it.
 *
 * Returns: the exit status of the test program
 */
int
xc_journey_run (void)
{
  int status;

  xc_session_start (screen_width, screen_height);
  signal (SIGABRT, tell_failure);
  signal (SIGTERM, tell_failure);
  status = g_test_run ();
  xc_session_stop ();
  return status;
}

/**
 * xc_journey_get_language:
 * @self: the journey
 *
 * Returns: "zh_CN" or "en"
 */
const char *
xc_journey_get_language (XcJourney *self)
{
  return self->language;
}

/**
 * xc_journey_get_folder:
 * @self: the journey
 *
 * Returns: an absolute path: a folder of the journey's own, the program's home
 */
const char *
xc_journey_get_folder (XcJourney *self)
{
  return self->folder;
}

/**
 * xc_journey_word:
 * @self: the journey
 * @context: (nullable): its context among the messages
 * @message: the English message
 *
 * Returns: what stands in the window for @message, without the mark of its mnemonic; valid until the process ends
 */
const char *
xc_journey_word (XcJourney *self, const char *context, const char *message)
{
  g_autoptr (GRegex) mark = g_regex_new ("_(?=.)", 0, 0, NULL);
  g_autofree char *id = context != NULL ? g_strconcat (context, "\004", message, NULL) : g_strdup (message);
  g_autofree char *plain = NULL;
  const char *text;

  bindtextdomain (GETTEXT_PACKAGE, g_getenv ("XUNCHA_LOCALE_DIR"));
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  g_assert_nonnull (setlocale (LC_MESSAGES, get_locale (self)));
  text = dgettext (GETTEXT_PACKAGE, id);
  plain = g_regex_replace_literal (mark, text != id ? text : message, -1, 0, "", 0, NULL);
  return g_intern_string (plain);
}

/**
 * xc_journey_set_env:
 * @self: the journey
 * @name: a variable
 * @value: its value for the program
 *
 * Changes the environment of programs that are started later.
 */
void
xc_journey_set_env (XcJourney *self, const char *name, const char *value)
{
  self->environment = g_environ_setenv (self->environment, name, value, TRUE);
}

/**
 * xc_journey_take_picture:
 * @self: the journey
 * @name: what the picture shows, without spaces
 *
 * Keeps what is on the screen as a PNG in the folder "pictures" of the tests that were built.
 */
void
xc_journey_take_picture (XcJourney *self, const char *name)
{
  g_autofree char *path = get_picture_path (self, name);

  g_assert_true (xc_screen_take_picture (path));
}
