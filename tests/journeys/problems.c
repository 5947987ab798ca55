/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Three lists of the same problems under one filter and one selection. */
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
  g_autofree char *words =
      g_strdup_printf (g_str_equal (xc_journey_get_language (journey), "en") ? "%u rows" : "%u行", n);

  xc_journey_find (journey, ATSPI_ROLE_LABEL, words);
}

/* The first problems of the first inspection; the second of them is selected. */
static void
select_second (XcJourney *journey)
{
  xc_journey_press (journey, "<Control><Shift>f", NULL);
  xc_journey_wait_state (journey, XC_ANY_ROLE, word (journey, "Search in this list"), ATSPI_STATE_FOCUSED,
                         TRUE);
  xc_journey_type (journey, "01-01-00");
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

static void
test_lists (XcJourney *journey)
{
  open_problems (journey);
  select_second (journey);
  assert_list (journey, "<Alt>2", "Rectification list", "Measures");
  assert_list (journey, "<Alt>3", "Responsibility list", "First responsible person");
  assert_list (journey, "<Alt>1", "Problem list", "Time limit");
  xc_journey_end (journey);
}

int
main (int argc, char **argv)
{
  xc_journey_init (&argc, &argv, 1366, 768);
  xc_journey_add ("/journeys/problems/three-lists", test_lists);
  return xc_journey_run ();
}
