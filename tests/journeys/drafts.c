/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Nothing typed is ever lost: a form and a row of a tab left in the middle, and a disk without room. */
#include <glib/gstdio.h>

#include "journey.h"

static const char *
word (XcJourney *journey, const char *message)
{
  return xc_journey_word (journey, NULL, message);
}

static const char *
field (XcJourney *journey, const char *table, const char *title)
{
  return xc_journey_word (journey, table, title);
}

static void
go_to_people (XcJourney *journey)
{
  xc_journey_press (journey, "<Control>5", NULL);
  xc_journey_wait_state (journey, ATSPI_ROLE_LIST_ITEM, xc_journey_word (journey, "page", "People"),
                         ATSPI_STATE_SELECTED, TRUE);
}

static void
begin_person (XcJourney *journey)
{
  xc_journey_press (journey, "<Control>n", NULL);
  xc_journey_wait_state (journey, ATSPI_ROLE_TEXT, field (journey, "person", "Name"), ATSPI_STATE_FOCUSED,
                         TRUE);
}

/* Closes the program as people do, and starts it again with the same ledger. */
static void
start_again (XcJourney *journey)
{
  g_autofree char *path = g_build_filename (xc_journey_get_folder (journey), "example.xuncha", NULL);

  xc_journey_end (journey);
  xc_journey_start (journey, path, NULL);
  xc_journey_find (journey, ATSPI_ROLE_LIST, word (journey, "Pages"));
}

static void
test_form (XcJourney *journey)
{
  xc_journey_open_example (journey);
  go_to_people (journey);
  begin_person (journey);
  /* Without a name it cannot be saved. */
  xc_journey_tab_to (journey, ATSPI_ROLE_TEXT, field (journey, "person", "Unit"));
  xc_journey_type (journey, "Water Bureau");
  xc_journey_press (journey, "<Control>1", NULL);
  xc_journey_wait_state (journey, ATSPI_ROLE_LIST_ITEM, xc_journey_word (journey, "page", "Overview"),
                         ATSPI_STATE_SELECTED, TRUE);
  start_again (journey);
  go_to_people (journey);
  begin_person (journey);
  xc_journey_wait_text (journey, ATSPI_ROLE_TEXT, field (journey, "person", "Unit"), "Water Bureau");
  xc_journey_take_picture (journey, "form");
  xc_journey_type (journey, "Zhang Moumou");
  xc_journey_press (journey, "<Control>s", NULL);
  xc_journey_find (journey, ATSPI_ROLE_TABLE_CELL, "*Zhang Moumou*");
  xc_journey_end (journey);
}

static void
test_row_of_a_tab (XcJourney *journey)
{
  g_autofree char *marked =
      g_strdup_printf ("%s, %s", word (journey, "New row"), word (journey, "✎ Typed, not saved yet"));

  xc_journey_open_example (journey);
  go_to_people (journey);
  xc_journey_click (journey, ATSPI_ROLE_TABLE_CELL, "*示承敏*");
  xc_journey_press (journey, "<Control>Page_Down", "Insert", NULL);
  xc_journey_wait_state (journey, ATSPI_ROLE_TEXT, field (journey, "person_post", "Post"),
                         ATSPI_STATE_FOCUSED, TRUE);
  xc_journey_type (journey, "Clerk");
  xc_journey_press (journey, "Escape", NULL);
  xc_journey_find (journey, ATSPI_ROLE_LIST_ITEM, marked);
  start_again (journey);
  go_to_people (journey);
  xc_journey_click (journey, ATSPI_ROLE_TABLE_CELL, "*示承敏*");
  xc_journey_press (journey, "<Control>Page_Down", NULL);
  xc_journey_find (journey, ATSPI_ROLE_LIST_ITEM, marked);
  xc_journey_take_picture (journey, "row");
  xc_journey_press (journey, "Insert", NULL);
  xc_journey_wait_text (journey, ATSPI_ROLE_TEXT, field (journey, "person_post", "Post"), "Clerk");
  xc_journey_press (journey, "<Control>s", NULL);
  xc_journey_find (journey, ATSPI_ROLE_LIST_ITEM, "Clerk");
  xc_journey_end (journey);
}

static void
set_full (const char *flag, gboolean is_full)
{
  if (is_full)
    g_assert_true (g_file_set_contents (flag, "", 0, NULL));
  else
    g_assert_cmpint (g_remove (flag), ==, 0);
}

static void
refuse_to_save (XcJourney *journey)
{
  const gboolean is_english = g_str_equal (xc_journey_get_language (journey), "en");

  xc_journey_press (journey, "<Control>s", NULL);
  xc_journey_find (journey, ATSPI_ROLE_LABEL, word (journey, "That Could Not Be Done"));
  xc_journey_find (journey, ATSPI_ROLE_LABEL,
                   is_english ? "The disk is full, so nothing was saved in “example.xuncha”.*"
                              : "磁盘已满*example.xuncha*");
  xc_journey_take_picture (journey, "sentence");
  /* By its key: in English the window has a button “Close” as well. */
  xc_journey_press (journey, "Escape", NULL);
  xc_journey_wait_gone (journey, ATSPI_ROLE_LABEL, word (journey, "That Could Not Be Done"));
}

/* A disk without room: for the ledger, and for the drafts as well. */
static void
test_full_disk (XcJourney *journey)
{
  g_autofree char *flag = g_build_filename (xc_journey_get_folder (journey), "is-full", NULL);
  g_autofree char *module = g_test_build_filename (G_TEST_BUILT, "journeys", "full-disk.so", NULL);
  g_autofree char *asking = g_test_build_filename (G_TEST_BUILT, "journeys", "asking.so", NULL);
  g_autofree char *modules = g_strdup_printf ("%s:%s", asking, module);
  const char *name = field (journey, "person", "Name");

  g_assert_true (g_file_test (module, G_FILE_TEST_EXISTS));
  xc_journey_set_env (journey, "LD_PRELOAD", modules);
  xc_journey_set_env (journey, "XUNCHA_FULL_DISK", flag);
  xc_journey_open_example (journey);
  go_to_people (journey);
  begin_person (journey);
  xc_journey_type (journey, "Zhang Moumou");
  set_full (flag, TRUE);
  refuse_to_save (journey);
  xc_journey_wait_text (journey, ATSPI_ROLE_TEXT, name, "Zhang Moumou");
  g_assert_false (xc_journey_has (journey, ATSPI_ROLE_TABLE_CELL, "*Zhang Moumou*"));
  /* Still none: what is typed on goes along with what was typed before. */
  xc_journey_tab_to (journey, ATSPI_ROLE_TEXT, field (journey, "person", "Unit"));
  xc_journey_type (journey, "Water Bureau");
  refuse_to_save (journey);
  set_full (flag, FALSE);
  xc_journey_press (journey, "<Control>s", NULL);
  xc_journey_find (journey, ATSPI_ROLE_TABLE_CELL, "*Zhang Moumou*");
  xc_journey_find (journey, ATSPI_ROLE_TABLE_CELL, "*Water Bureau*");
  xc_journey_end (journey);
}

int
main (int argc, char **argv)
{
  xc_journey_init (&argc, &argv, 1366, 768);
  xc_journey_add ("/journeys/drafts/form", test_form);
  xc_journey_add ("/journeys/drafts/row-of-a-tab", test_row_of_a_tab);
  xc_journey_add ("/journeys/drafts/full-disk", test_full_disk);
  return xc_journey_run ();
}
