/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A desktop of our own: nothing of the machine's desktop, if it has one, is seen or touched. */
#include "journey-private.h"

#include <errno.h>
#include <locale.h>
#include <signal.h>
#include <sys/prctl.h>
#include <unistd.h>

#include <glib/gstdio.h>

static char *folder;
static char *display;
static GTestDBus *bus;
static GSubprocess *server;
static GSubprocess *manager;

const char *
xc_session_get_folder (void)
{
  return folder;
}

/* For children, between fork and exec: no server is left behind by a test that crashed. */
void
xc_session_die_with_us (gpointer data)
{
  prctl (PR_SET_PDEATHSIG, SIGKILL);
}

static GSubprocess *
spawn (GSubprocessLauncher *launcher, const char *const *arguments)
{
  g_autoptr (GError) error = NULL;
  GSubprocess *process;

  g_subprocess_launcher_set_child_setup (launcher, xc_session_die_with_us, NULL, NULL);
  process = g_subprocess_launcher_spawnv (launcher, arguments, &error);
  g_assert_no_error (error);
  return process;
}

static void
stop (GSubprocess **process)
{
  if (*process == NULL)
    return;
  g_subprocess_send_signal (*process, SIGTERM);
  g_subprocess_wait (*process, NULL, NULL);
  g_clear_object (process);
}

/* The server takes the first number that is free and tells it when it is ready. */
static void
start_server (int width, int height)
{
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDERR_SILENCE);
  g_autofree char *size = g_strdup_printf ("%dx%dx24", width, height);
  const char *const arguments[] = { "Xvfb", "-displayfd", "3",   "-screen",  "0",
                                    size,   "-nolisten",  "tcp", "-noreset", NULL };
  char number[16] = ":";
  gsize length = 1;
  int ends[2];

  g_assert_cmpint (pipe (ends), ==, 0);
  g_subprocess_launcher_take_fd (launcher, ends[1], 3);
  server = spawn (launcher, arguments);
  g_subprocess_launcher_close (launcher);
  while (length < sizeof number - 1 && number[length - 1] != '\n')
    {
      gssize got = read (ends[0], number + length, 1);

      g_assert_true (got == 1 || (got < 0 && errno == EINTR));
      length += got == 1;
    }
  close (ends[0]);
  number[length - 1] = '\0';
  display = g_strdup (number);
}

static void
start_manager (void)
{
  g_autoptr (GSubprocessLauncher) launcher =
      g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_SILENCE | G_SUBPROCESS_FLAGS_STDERR_SILENCE);
  const char *const arguments[] = { "openbox", "--sm-disable", NULL };

  manager = spawn (launcher, arguments);
  g_assert_true (xc_journey_wait (NULL, xc_screen_has_manager, NULL));
}

/* Only the service of assistive technology: no other one is started by asking for it. */
static void
start_bus (void)
{
  g_autofree char *services = g_build_filename (folder, "services", NULL);
  g_autofree char *service = g_build_filename (services, "org.a11y.Bus.service", NULL);
  int output;

  g_assert_cmpint (g_mkdir (services, 0700), ==, 0);
  g_assert_cmpint (symlink ("/usr/share/dbus-1/services/org.a11y.Bus.service", service), ==, 0);
  bus = g_test_dbus_new (G_TEST_DBUS_NONE);
  g_test_dbus_add_service_dir (bus, services);
  /* What services say must not stand among the results. */
  output = dup (STDOUT_FILENO);
  g_assert_cmpint (dup2 (STDERR_FILENO, STDOUT_FILENO), ==, STDOUT_FILENO);
  g_test_dbus_up (bus);
  g_assert_cmpint (dup2 (output, STDOUT_FILENO), ==, STDOUT_FILENO);
  close (output);
}

/**
 * xc_session_start:
 * @width: of the screen
 * @height: of the screen
 *
 * Starts the desktop and puts this process into it.
 */
void
xc_session_start (int width, int height)
{
  const char *const kept[] = { "PATH",
                               "TMPDIR",
                               "TZ",
                               "USER",
                               "LOGNAME",
                               "GSETTINGS_SCHEMA_DIR",
                               "XUNCHA_LOCALE_DIR",
                               "G_TEST_BUILDDIR",
                               "G_TEST_SRCDIR",
                               NULL };
  g_auto (GStrv) names = g_listenv ();
  g_autofree char *locales = g_test_build_filename (G_TEST_BUILT, "journeys", NULL);

  /* Short, because sockets are made in it. */
  folder = g_dir_make_tmp ("journey-XXXXXX", NULL);
  g_assert_nonnull (folder);
  for (char **name = names; *name != NULL; name++)
    if (!g_strv_contains (kept, *name))
      g_unsetenv (*name);
  /* A bare system has no Chinese locale; the build makes one. */
  g_setenv ("LOCPATH", locales, TRUE);
  g_setenv ("LC_ALL", "C.UTF-8", TRUE);
  setlocale (LC_ALL, "");
  g_setenv ("HOME", folder, TRUE);
  g_setenv ("GIO_USE_VFS", "local", TRUE);
  /* Every answer of the tree is the program's own, of this moment. */
  g_setenv ("ATSPI_NO_CACHE", "1", TRUE);
  g_setenv ("GSETTINGS_BACKEND", "memory", TRUE);
  start_server (width, height);
  start_bus ();
  /* Starting a bus takes these away. */
  g_setenv ("DISPLAY", display, TRUE);
  g_setenv ("XDG_RUNTIME_DIR", folder, TRUE);
  xc_screen_open ();
  start_manager ();
  atspi_init ();
  /* A busy program answers late. */
  atspi_set_timeout (XC_JOURNEY_PATIENCE * 1000, XC_JOURNEY_PATIENCE * 1000);
}

/**
 * xc_session_stop:
 *
 * Stops what was started and removes its files.
 */
void
xc_session_stop (void)
{
  const char *const remove[] = { "rm", "-rf", folder, NULL };
  g_autoptr (GSubprocess) remover = NULL;

  atspi_exit ();
  stop (&manager);
  g_test_dbus_stop (bus);
  g_clear_object (&bus);
  stop (&server);
  remover = g_subprocess_newv (remove, G_SUBPROCESS_FLAGS_NONE, NULL);
  g_assert_true (g_subprocess_wait_check (remover, NULL, NULL));
  g_clear_pointer (&folder, g_free);
  g_clear_pointer (&display, g_free);
}
