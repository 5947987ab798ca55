/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A file that proves what was done: attached by the dialog, opened as a private copy with the desktop's program, saved
 * elsewhere, removed, and brought back. */
#include "journey.h"

#include <glib/gstdio.h>
#include <sys/stat.h>

#define PROOF "receipt.txt"

static const char *
word (XcJourney *journey, const char *message)
{
  return xc_journey_word (journey, NULL, message);
}

/* The desktop's program for texts: it notes which file it was given. */
static void
install_reader (XcJourney *journey, const char *note)
{
  const char *folder = xc_journey_get_folder (journey);
  g_autofree char *applications = g_build_filename (folder, "XDG_DATA_HOME", "applications", NULL);
  g_autofree char *entry = g_build_filename (applications, "reader.desktop", NULL);
  g_autofree char *script = g_build_filename (folder, "reader", NULL);
  g_autofree char *choices = g_build_filename (folder, "XDG_CONFIG_HOME", "mimeapps.list", NULL);
  g_autofree char *program =
      g_strdup_printf ("#!/bin/sh\nprintf %%s \"$1\" > %s.part && mv %s.part %s\n", note, note, note);
  g_autofree char *text =
      g_strdup_printf ("[Desktop Entry]\nType=Application\nName=Reader\nExec=%s %%f\n", script);

  g_assert_cmpint (g_mkdir (applications, 0700), ==, 0);
  g_assert_true (g_file_set_contents (script, program, -1, NULL));
  g_assert_cmpint (g_chmod (script, 0700), ==, 0);
  g_assert_true (g_file_set_contents (entry, text, -1, NULL));
  g_assert_true (
      g_file_set_contents (choices, "[Default Applications]\ntext/plain=reader.desktop\n", -1, NULL));
}

static void
open_evidence (XcJourney *journey)
{
  xc_journey_open_example (journey);
  xc_journey_press (journey, "<Control>4", "<Control><Shift>f", NULL);
  xc_journey_wait_state (journey, XC_ANY_ROLE, word (journey, "Search in this list"), ATSPI_STATE_FOCUSED,
                         TRUE);
  xc_journey_type (journey, "03-10-014\n");
  xc_journey_wait_text (journey, ATSPI_ROLE_TEXT, xc_journey_word (journey, "problem", "Problem number"),
                        "03-10-014");
  xc_journey_press (journey, "<Control>Page_Up", "<Control>Page_Up", NULL);
}

static void
attach (XcJourney *journey, const char *path)
{
  const char *dialog = word (journey, "Attach Evidence");

  xc_journey_press (journey, "Insert", NULL);
  xc_journey_wait_window (journey, dialog);
  /* The dialog is the toolkit's: what begins with a slash is a place. */
  xc_journey_type (journey, path);
  xc_journey_press (journey, "Return", NULL);
  xc_journey_find (journey, ATSPI_ROLE_LIST_ITEM, PROOF ", *");
  xc_journey_press (journey, "Return", NULL);
  xc_journey_wait_state (journey, ATSPI_ROLE_LIST_ITEM, PROOF ", *", ATSPI_STATE_FOCUSED, TRUE);
}

static gboolean
is_there (gpointer path)
{
  return g_file_test (path, G_FILE_TEST_EXISTS);
}

static char *
read_file (XcJourney *journey, const char *path)
{
  char *text = NULL;

  if (!xc_journey_wait (journey, is_there, (gpointer) path) || !g_file_get_contents (path, &text, NULL, NULL))
    xc_journey_fail (journey, "there is no file %s", path);
  return text;
}

/* It is the clerk's alone, and goes with the program. */
static char *
open_copy (XcJourney *journey, const char *note, const char *original)
{
  g_autofree char *copy = NULL;
  g_autofree char *text = NULL;
  g_autofree char *folder = NULL;
  GStatBuf status;

  xc_journey_press (journey, "Return", NULL);
  copy = read_file (journey, note);
  g_assert_cmpstr (copy, !=, original);
  g_assert_true (g_str_has_suffix (copy, G_DIR_SEPARATOR_S PROOF));
  text = read_file (journey, copy);
  g_assert_cmpstr (text, ==, "paid back\n");
  folder = g_path_get_dirname (copy);
  g_assert_cmpint (g_stat (folder, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 077, ==, 0);
  return g_steal_pointer (&copy);
}

static void
save_as (XcJourney *journey, const char *path)
{
  g_autofree char *text = NULL;

  xc_journey_tab_to (journey, ATSPI_ROLE_PUSH_BUTTON, word (journey, "_Save As…"));
  xc_journey_press (journey, "space", NULL);
  xc_journey_save_as (journey, word (journey, "Save Evidence As"), path);
  text = read_file (journey, path);
  g_assert_cmpstr (text, ==, "paid back\n");
}

static void
remove_and_undo (XcJourney *journey)
{
  xc_journey_press (journey, "Delete", NULL);
  xc_journey_find (
      journey, ATSPI_ROLE_LABEL,
      word (journey, "No file proves yet what was done. Drop files here, or attach them with the button."));
  xc_journey_press (journey, "<Control>z", NULL);
  xc_journey_find (journey, ATSPI_ROLE_LIST_ITEM, PROOF ", *");
}

static void
test_evidence (XcJourney *journey)
{
  const char *folder = xc_journey_get_folder (journey);
  g_autofree char *saved = g_build_filename (folder, "saved.txt", NULL);
  g_autofree char *path = g_build_filename (folder, PROOF, NULL);
  g_autofree char *note = g_build_filename (folder, "opened", NULL);
  g_autofree char *copy = NULL;

  g_assert_true (g_file_set_contents (path, "paid back\n", -1, NULL));
  install_reader (journey, note);
  open_evidence (journey);
  attach (journey, path);
  xc_journey_take_picture (journey, "attached");
  copy = open_copy (journey, note, path);
  save_as (journey, saved);
  remove_and_undo (journey);
  xc_journey_end (journey);
  g_assert_false (is_there (copy));
}

int
main (int argc, char **argv)
{
  xc_journey_init (&argc, &argv, 1366, 768);
  xc_journey_add ("/journeys/evidence/life", test_evidence);
  return xc_journey_run ();
}
