/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list and the overview go on paper as they are shown: looked at first, then printed into a file through the desktop's
 * dialog, and read back. */
#include "journey.h"

#include <glib/gstdio.h>
#include <string.h>

#include "report/list-marks.h"

static const char *
word (XcJourney *journey, const char *message)
{
  return xc_journey_word (journey, NULL, message);
}

static void
open_example (XcJourney *journey)
{
  xc_journey_start (journey, NULL);
  xc_journey_wait_window (journey, word (journey, "Inspection Ledger"));
  xc_journey_activate (journey, ATSPI_ROLE_PUSH_BUTTON, word (journey, "See an _Example"));
  xc_journey_wait_window (journey, word (journey, "See an Example"));
  xc_journey_activate (journey, ATSPI_ROLE_PUSH_BUTTON, word (journey, "_Look Around"));
  xc_journey_find (journey, ATSPI_ROLE_LIST, word (journey, "Pages"));
  xc_journey_wait_gone (journey, ATSPI_ROLE_DIALOG, NULL);
}

static char *
get_path (XcJourney *journey)
{
  g_autofree char *name = g_strconcat (xc_journey_word (journey, "page", "Organizations"), ".pdf", NULL);

  return g_build_filename (xc_journey_get_folder (journey), name, NULL);
}

static gboolean
is_written (gpointer path)
{
  g_autofree char *contents = NULL;
  gsize length = 0;

  return g_file_get_contents (path, &contents, &length, NULL) && length > 6
         && memcmp (contents + length - 6, "%%EOF\n", 6) == 0;
}

/* The dialog is the toolkit's: its only printer is the file, which it finds some time after it came up. */
static void
print_to_file (XcJourney *journey)
{
  const gboolean is_english = g_str_equal (xc_journey_get_language (journey), "en");

  xc_journey_find (journey, ATSPI_ROLE_DIALOG, NULL);
  xc_journey_find (journey, XC_ANY_ROLE, is_english ? "Print to File" : "打印到文件");
  xc_journey_press (journey, "Down", "space", "<Alt>p", NULL);
}

static void
test_list (XcJourney *journey)
{
  g_autofree char *path = get_path (journey);
  g_autofree char *text = NULL;
  g_autofree char *step =
      g_strdup_printf ("*“%s”*, %s, *", xc_journey_word (journey, "page", "Organizations"),
                       xc_journey_word (journey, "history", "Given out"));
  const char *const argv[] = { "pdftotext", "-layout", path, "-", NULL };

  open_example (journey);
  xc_journey_press (journey, "<Control>3", NULL);
  xc_journey_find (journey, ATSPI_ROLE_LABEL, "*96*112*");
  xc_journey_press (journey, "<Control><Shift>p", NULL);
  xc_journey_wait_window (journey, word (journey, "Print Preview"));
  xc_journey_take_picture (journey, "preview");
  xc_journey_press (journey, "Escape", NULL);
  xc_journey_wait_gone (journey, ATSPI_ROLE_DIALOG, word (journey, "Print Preview"));

  xc_journey_press (journey, "<Control>p", NULL);
  print_to_file (journey);
  if (!xc_journey_wait (journey, is_written, path))
    xc_journey_fail (journey, "%s was not written", path);
  xc_journey_take_picture (journey, "printed");
  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &text, NULL, NULL, NULL);
  g_assert_nonnull (text);
  g_assert_nonnull (strstr (text, xc_journey_word (journey, "page", "Organizations")));
  g_assert_nonnull (strstr (text, "示范区丙街道党工委"));
  xc_journey_press (journey, "<Control>8", NULL);
  xc_journey_find (journey, XC_ANY_ROLE, step);
  xc_journey_end (journey);
}

/* What the office sets stands on its papers. */
static char *
make_ledger (XcJourney *journey, const char *marking)
{
  g_autofree char *path = g_build_filename (xc_journey_get_folder (journey), "office.xuncha", NULL);
  const char *const argv[] = { xc_journey_get_program (), "new", path, "--example", NULL };
  g_autoptr (XcStore) store = NULL;
  g_autoptr (GError) error = NULL;

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_STDOUT_TO_DEV_NULL, NULL, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  store = xc_store_open (path, XC_STORE_WRITE, &error);
  g_assert_no_error (error);
  g_assert_true (xc_list_marks_save (store, NULL, marking, NULL));
  return g_steal_pointer (&path);
}

/* It is named by its title, whatever that is in the language. */
static gboolean
find_written (gpointer path)
{
  g_autofree char *folder = g_path_get_dirname (*(char **) path);
  g_autoptr (GDir) files = g_dir_open (folder, 0, NULL);
  const char *name;

  while (files != NULL && (name = g_dir_read_name (files)) != NULL)
    if (g_str_has_suffix (name, ".pdf"))
      {
        g_free (*(char **) path);
        *(char **) path = g_build_filename (folder, name, NULL);
        return is_written (*(char **) path);
      }
  return FALSE;
}

static void
test_overview (XcJourney *journey)
{
  static const char marking[] = "内部资料 注意保管";
  g_autofree char *path = g_build_filename (xc_journey_get_folder (journey), "overview", NULL);
  g_autofree char *ledger = NULL;
  g_autofree char *text = NULL;

  ledger = make_ledger (journey, marking);
  xc_journey_start (journey, ledger, NULL);
  xc_journey_find (journey, ATSPI_ROLE_LIST, word (journey, "Pages"));
  xc_journey_press (journey, "<Control>p", NULL);
  print_to_file (journey);
  if (!xc_journey_wait (journey, find_written, &path))
    xc_journey_fail (journey, "%s was not written", path);
  const char *const argv[] = { "pdftotext", "-layout", path, "-", NULL };
  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &text, NULL, NULL, NULL);
  g_assert_nonnull (text);
  g_assert_nonnull (strstr (text, "96/112"));
  g_assert_nonnull (strstr (text, "85.71%"));
  g_assert_nonnull (strstr (text, "区直单位"));
  g_assert_nonnull (strstr (text, word (journey, "By register")));
  g_assert_nonnull (strstr (text, marking));
  xc_journey_end (journey);
}

int
main (int argc, char **argv)
{
  xc_journey_init (&argc, &argv, 1366, 768);
  xc_journey_add ("/journeys/print/list", test_list);
  xc_journey_add ("/journeys/print/overview", test_overview);
  return xc_journey_run ();
}
