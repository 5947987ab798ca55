/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Three lists of the same problems under one filter and one selection; those that are immediate told apart; and a problem
 * that a higher committee found, outside the rounds. */
#include "journey.h"

static const char *
word (XcJourney *journey, const char *message)
{
  return xc_journey_word (journey, NULL, message);
}

static void
open_problems (XcJourney *journey)
{
  xc_journey_open_example (journey);
  xc_journey_press (journey, "<Control>4", NULL);
  xc_journey_wait_state (journey, ATSPI_ROLE_LIST_ITEM, xc_journey_word (journey, "page", "Problems"),
                         ATSPI_STATE_SELECTED, TRUE);
}

static void
wait_count (XcJourney *journey, guint n)
{
  gboolean is_english = g_str_equal (xc_journey_get_language (journey), "en");
  g_autofree char *words = g_strdup_printf (!is_english ? "%u行" : n == 1 ? "%u row" : "%u rows", n);

  xc_journey_find (journey, ATSPI_ROLE_LABEL, words);
}

static void
search (XcJourney *journey, const char *text)
{
  xc_journey_press (journey, "<Control><Shift>f", "<Control>a", NULL);
  xc_journey_wait_state (journey, XC_ANY_ROLE, word (journey, "Search in this list"), ATSPI_STATE_FOCUSED,
                         TRUE);
  xc_journey_type (journey, text);
}

/* The first problems of the first inspection; the second of them is selected. */
static void
select_second (XcJourney *journey)
{
  search (journey, "01-01-00");
  wait_count (journey, 9);
  xc_journey_press (journey, "Return", "Down", NULL);
  xc_journey_wait_text (journey, ATSPI_ROLE_TEXT, xc_journey_word (journey, "problem", "Problem number"),
                        "01-01-002");
}

static void
assert_list (XcJourney *journey, const char *key, const char *title, const char *column)
{
  g_autofree char *cell =
      g_strdup_printf ("%s%s*", xc_journey_word (journey, "problem", column),
                       g_str_equal (xc_journey_get_language (journey), "en") ? ": " : "：");

  xc_journey_press (journey, key, NULL);
  xc_journey_wait_state (journey, ATSPI_ROLE_PUSH_BUTTON, xc_journey_word (journey, "choice", title),
                         ATSPI_STATE_PRESSED, TRUE);
  xc_journey_find (journey, ATSPI_ROLE_TABLE_CELL, cell);
  wait_count (journey, 9);
  xc_journey_wait_text (journey, ATSPI_ROLE_TEXT, xc_journey_word (journey, "problem", "Problem number"),
                        "01-01-002");
  xc_journey_take_picture (journey, title);
}

/* One of the nine. */
static void
tell_immediate (XcJourney *journey)
{
  g_autofree char *toggle = g_strdup_printf ("%s*4*", xc_journey_word (journey, "chip", "Immediate"));

  xc_journey_activate (journey, ATSPI_ROLE_PUSH_BUTTON, toggle);
  wait_count (journey, 1);
  xc_journey_activate (journey, ATSPI_ROLE_PUSH_BUTTON, toggle);
  wait_count (journey, 9);
}

/* It is numbered outside the rounds, and listed. */
static void
add_of_higher_committee (XcJourney *journey)
{
  xc_journey_press (journey, "<Control>n", NULL);
  xc_journey_wait_state (journey, ATSPI_ROLE_TEXT, xc_journey_word (journey, "problem", "Inspection"),
                         ATSPI_STATE_FOCUSED, TRUE);
  xc_journey_type (journey, "庚五村");
  xc_journey_find (journey, ATSPI_ROLE_LIST, word (journey, "Suggestions"));
  xc_journey_press (journey, "Return", NULL);
  xc_journey_wait_text (journey, ATSPI_ROLE_TEXT, xc_journey_word (journey, "problem", "Problem number"),
                        "00-01-001");
  xc_journey_tab_to (journey, ATSPI_ROLE_TEXT, xc_journey_word (journey, "problem", "Problem"));
  xc_journey_type (journey, "Minutes are missing");
  xc_journey_press (journey, "<Control>s", NULL);
  search (journey, "00-01-001");
  wait_count (journey, 1);
  xc_journey_find (journey, ATSPI_ROLE_TABLE_ROW, "00-01-001, 庚五村*");
  xc_journey_take_picture (journey, "higher");
}

static void
test_lists (XcJourney *journey)
{
  open_problems (journey);
  select_second (journey);
  assert_list (journey, "<Alt>2", "Rectification list", "Measures");
  assert_list (journey, "<Alt>3", "Responsibility list", "First responsible person");
  assert_list (journey, "<Alt>1", "Problem list", "Time limit");
  tell_immediate (journey);
  add_of_higher_committee (journey);
  xc_journey_end (journey);
}

int
main (int argc, char **argv)
{
  xc_journey_init (&argc, &argv, 1366, 768);
  xc_journey_add ("/journeys/problems/three-lists", test_lists);
  return xc_journey_run ();
}
