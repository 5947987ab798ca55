/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is around the pages: preferences, shortcuts, what the program is, ledgers that can only be read, that are none, that
 * are given back to a backup, light and dark. */
#include "journey.h"

#include <gio/gio.h>
#include <glib/gstdio.h>

#define NAME "示范区统计局党组"

static const char *
word (XcJourney *journey, const char *message)
{
  return xc_journey_word (journey, NULL, message);
}

/* Dialogs come, say what they are, and go by Escape. */
static void
test_windows (XcJourney *journey)
{
  /* The toolkit's own words. */
  gboolean is_english = g_str_equal (xc_journey_get_language (journey), "en");
  const char *shortcuts = is_english ? "Shortcuts" : "快捷操作";

  xc_journey_open_example (journey);
  xc_journey_press (journey, "<Control>question", NULL);
  xc_journey_find (journey, ATSPI_ROLE_LABEL, shortcuts);
  xc_journey_take_picture (journey, "shortcuts");
  xc_journey_press (journey, "Escape", NULL);
  xc_journey_wait_gone (journey, ATSPI_ROLE_LABEL, shortcuts);
  xc_journey_press (journey, "<Control>comma", NULL);
  xc_journey_wait_window (journey, word (journey, "Preferences"));
  xc_journey_take_picture (journey, "preferences");
  xc_journey_press (journey, "Escape", NULL);
  xc_journey_find (journey, ATSPI_ROLE_LIST, word (journey, "Pages"));
  /* The last of the main menu. */
  xc_journey_press (journey, "F10", NULL);
  xc_journey_find (journey, ATSPI_ROLE_MENU_ITEM, word (journey, "_About Inspection Ledger"));
  xc_journey_press (journey, "Up", "Return", NULL);
  xc_journey_wait_window (journey, is_english ? "About" : "关于");
  xc_journey_take_picture (journey, "about");
  xc_journey_press (journey, "Escape", NULL);
  xc_journey_wait_gone (journey, ATSPI_ROLE_FRAME, is_english ? "About" : "关于");
  xc_journey_end (journey);
}

static void
get_room (XcJourney *journey, AtspiRole role, const char *name, AtspiRect *room)
{
  g_autoptr (GError) error = NULL;
  AtspiAccessible *widget = xc_journey_find (journey, role, name);
  AtspiComponent *component = atspi_accessible_get_component_iface (widget);
  AtspiRect *extents = atspi_component_get_extents (component, ATSPI_COORD_TYPE_WINDOW, &error);

  g_assert_no_error (error);
  *room = *extents;
  g_free (extents);
  g_object_unref (component);
}

static void
go_to_page (XcJourney *journey, int number, const char *title)
{
  g_autofree char *key = g_strdup_printf ("<Control>%d", number);

  xc_journey_press (journey, key, NULL);
  xc_journey_wait_state (journey, ATSPI_ROLE_LIST_ITEM, xc_journey_word (journey, "page", title),
                         ATSPI_STATE_SELECTED, TRUE);
}

/* No page needs more than the window has at first, and none is wider with text of twice the size: there the list or the
 * form is seen, and the keys go from one to the other. */
static void
test_room (XcJourney *journey)
{
  const char *const titles[] = { "Overview", "Rounds", "Organizations", "Problems", "People" };
  g_autofree char *path = xc_journey_make_example (journey);
  AtspiRect window, page;

  xc_journey_start (journey, path, NULL);
  get_room (journey, ATSPI_ROLE_FRAME, "example.xuncha", &window);
  for (int i = 0; i < (int) G_N_ELEMENTS (titles); i++)
    {
      go_to_page (journey, i + 1, titles[i]);
      get_room (journey, ATSPI_ROLE_FILLER, "Xc*Page", &page);
      g_assert_cmpint (page.x + page.width, <=, window.width);
      g_assert_cmpint (page.y + page.height, <=, window.height);
    }
  xc_journey_end (journey);
  xc_journey_set_text_size (journey, 200);
  xc_journey_start (journey, path, NULL);
  for (int i = 0; i < (int) G_N_ELEMENTS (titles); i++)
    {
      go_to_page (journey, i + 1, titles[i]);
      get_room (journey, ATSPI_ROLE_FRAME, "example.xuncha", &window);
      g_assert_cmpint (window.width, <=, 1366);
      g_assert_cmpint (window.height, <=, 768);
      get_room (journey, ATSPI_ROLE_FILLER, "Xc*Page", &page);
      g_assert_cmpint (page.x + page.width, <=, window.width);
    }
  xc_journey_take_picture (journey, "large-text");
  g_assert_false (xc_journey_has (journey, ATSPI_ROLE_PUSH_BUTTON, word (journey, "Back to the list")));
  xc_journey_press (journey, "<Control>n", NULL);
  xc_journey_find (journey, ATSPI_ROLE_PUSH_BUTTON, word (journey, "Back to the list"));
  xc_journey_take_picture (journey, "large-form");
  xc_journey_press (journey, "Escape", NULL);
  xc_journey_wait_gone (journey, ATSPI_ROLE_PUSH_BUTTON, word (journey, "Back to the list"));
  xc_journey_set_text_size (journey, 100);
  xc_journey_end (journey);
}

/* A button with a mnemonic is read out once. */
static void
test_names (XcJourney *journey)
{
  AtspiAccessible *button;
  g_autofree char *name = NULL;

  xc_journey_start (journey, NULL);
  button = xc_journey_find (journey, ATSPI_ROLE_PUSH_BUTTON, word (journey, "_New Ledger…"));
  name = atspi_accessible_get_name (button, NULL);
  g_assert_cmpstr (name, ==, word (journey, "_New Ledger…"));
  xc_journey_end (journey);
}

static void
test_no_ledger (XcJourney *journey)
{
  g_autofree char *path = g_build_filename (xc_journey_get_folder (journey), "notes.xuncha", NULL);

  g_assert_true (g_file_set_contents (path, "These are notes.", -1, NULL));
  xc_journey_start (journey, path, NULL);
  xc_journey_find (journey, ATSPI_ROLE_LABEL, "*notes.xuncha*");
  /* Before the window and not behind it. */
  xc_journey_wait_window (journey, word (journey, "That Could Not Be Done"));
  xc_journey_take_picture (journey, "no-ledger");
  /* By key: the button in the corner of the window is called Close as well. */
  xc_journey_press (journey, "Escape", NULL);
  xc_journey_wait_gone (journey, ATSPI_ROLE_LABEL, "*notes.xuncha*");
  xc_journey_find (journey, ATSPI_ROLE_PUSH_BUTTON, word (journey, "_New Ledger…"));
  xc_journey_end (journey);
}

/* In the dark, and what was opened once is at hand the next time. */
static void
test_dark_and_recent (XcJourney *journey)
{
  g_autofree char *path = xc_journey_make_example (journey);

  xc_journey_set_env (journey, "ADW_DEBUG_COLOR_SCHEME", "prefer-dark");
  xc_journey_start (journey, path, NULL);
  xc_journey_find (journey, ATSPI_ROLE_LIST, word (journey, "Pages"));
  xc_journey_press (journey, "<Control>3", NULL);
  xc_journey_find (journey, ATSPI_ROLE_LABEL, "*96*112*");
  xc_journey_take_picture (journey, "dark");
  xc_journey_end (journey);
  xc_journey_start (journey, NULL);
  xc_journey_find (journey, ATSPI_ROLE_LABEL, "example.xuncha");
  xc_journey_take_picture (journey, "recent");
  xc_journey_end (journey);
}

/* Two programs with one ledger: the second reads. */
static void
test_read_only (XcJourney *journey)
{
  g_autofree char *path = xc_journey_make_example (journey);

  g_assert_cmpint (g_chmod (path, 0400), ==, 0);
  xc_journey_start (journey, path, NULL);
  if (xc_journey_has (journey, ATSPI_ROLE_PUSH_BUTTON, word (journey, "_Open for Reading")))
    {
      xc_journey_activate (journey, ATSPI_ROLE_PUSH_BUTTON, word (journey, "_Open for Reading"));
      xc_journey_find (journey, ATSPI_ROLE_LABEL,
                       word (journey, "Open for reading only: nothing can be changed here."));
      xc_journey_take_picture (journey, "read-only");
    }
  xc_journey_find (journey, ATSPI_ROLE_LIST, word (journey, "Pages"));
  xc_journey_end (journey);
}

static void
put_backup (const char *ledger)
{
  g_autofree char *folder = g_strconcat (ledger, ".backups", NULL);
  g_autofree char *path = g_build_filename (folder, "20210301-090000-000-day.xuncha", NULL);
  g_autoptr (GFile) from = g_file_new_for_path (ledger);
  g_autoptr (GFile) to = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  g_file_copy (from, to, G_FILE_COPY_NONE, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
}

/* What was undone by mistake and closed over comes back; what was there before is a backup as well. */
static void
test_restore (XcJourney *journey)
{
  g_autofree char *path = xc_journey_make_example (journey);

  put_backup (path);
  xc_journey_start (journey, path, NULL);
  xc_journey_press (journey, "<Control>3", NULL);
  xc_journey_find (journey, ATSPI_ROLE_LABEL, "*96*112*");
  xc_journey_press (journey, "<Control>z", NULL);
  xc_journey_wait_gone (journey, ATSPI_ROLE_LABEL, "*96*112*");
  /* The first but three of the main menu. */
  xc_journey_tab_to (journey, ATSPI_ROLE_PUSH_BUTTON, word (journey, "Main Menu"));
  xc_journey_press (journey, "space", "Down", "Down", "Down", "Return", NULL);
  xc_journey_find (journey, ATSPI_ROLE_DIALOG, word (journey, "Restore a Backup"));
  xc_journey_tab_to (journey, ATSPI_ROLE_LIST_ITEM, "*09:00*");
  xc_journey_press (journey, "space", NULL);
  xc_journey_take_picture (journey, "backups");
  xc_journey_activate (journey, ATSPI_ROLE_PUSH_BUTTON, word (journey, "_Restore"));
  xc_journey_wait_gone (journey, ATSPI_ROLE_DIALOG, word (journey, "Restore a Backup"));
  xc_journey_find (journey, ATSPI_ROLE_LIST, word (journey, "Pages"));
  xc_journey_press (journey, "<Control>3", NULL);
  xc_journey_find (journey, ATSPI_ROLE_LABEL, "*96*112*");
  xc_journey_end (journey);
}

int
main (int argc, char **argv)
{
  xc_journey_init (&argc, &argv, 1366, 768);
  xc_journey_add ("/journeys/shell/windows", test_windows);
  xc_journey_add ("/journeys/shell/names", test_names);
  xc_journey_add ("/journeys/shell/room", test_room);
  xc_journey_add ("/journeys/shell/no-ledger", test_no_ledger);
  xc_journey_add ("/journeys/shell/dark-and-recent", test_dark_and_recent);
  xc_journey_add ("/journeys/shell/read-only", test_read_only);
  xc_journey_add ("/journeys/shell/restore", test_restore);
  return xc_journey_run ();
}
