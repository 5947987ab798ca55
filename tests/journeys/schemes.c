/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A scheme of points made by an office of its own: points typed, one moved below the other, the scheme named, and a new
 * version of it. */
#include "journey.h"

static const char *
word (XcJourney *journey, const char *message)
{
  return xc_journey_word (journey, NULL, message);
}

static void
wait_focus (XcJourney *journey, const char *text)
{
  xc_journey_wait_state (journey, ATSPI_ROLE_TEXT, text, ATSPI_STATE_FOCUSED, TRUE);
}

static void
open_schemes (XcJourney *journey)
{
  xc_journey_open_example (journey);
  xc_journey_press (journey, "F10", NULL);
  xc_journey_activate (journey, ATSPI_ROLE_MENU_ITEM, word (journey, "S_chemes of Points…"));
  xc_journey_wait_window (journey, word (journey, "Schemes of Points"));
}

/* Enter in the entry goes on with the next point behind; in the tree the arrows with Alt move it. */
static void
make_scheme (XcJourney *journey)
{
  xc_journey_click (journey, ATSPI_ROLE_PUSH_BUTTON, word (journey, "_New"));
  xc_journey_activate (journey, ATSPI_ROLE_MENU_ITEM, word (journey, "Empty"));
  wait_focus (journey, word (journey, "New point"));
  xc_journey_type (journey, "Money\nCash\n");
  xc_journey_find (journey, ATSPI_ROLE_LIST_ITEM, "1 Money");
  xc_journey_find (journey, ATSPI_ROLE_LIST_ITEM, "2 Cash");
  xc_journey_press (journey, "<Shift>Tab", NULL);
  xc_journey_wait_state (journey, ATSPI_ROLE_LIST_ITEM, "2 Cash", ATSPI_STATE_FOCUSED, TRUE);
  xc_journey_press (journey, "<Alt>Right", NULL);
  xc_journey_wait_state (journey, ATSPI_ROLE_LIST_ITEM, "1.1 Cash", ATSPI_STATE_FOCUSED, TRUE);
  xc_journey_press (journey, "<Control>z", NULL);
  xc_journey_find (journey, ATSPI_ROLE_LIST_ITEM, "2 Cash");
  xc_journey_press (journey, "<Control><Shift>z", NULL);
  xc_journey_find (journey, ATSPI_ROLE_LIST_ITEM, "1.1 Cash");
}

static void
name_scheme (XcJourney *journey)
{
  xc_journey_activate (journey, ATSPI_ROLE_PUSH_BUTTON, word (journey, "Rename the Scheme"));
  wait_focus (journey, word (journey, "Title of the Scheme"));
  xc_journey_press (journey, "<Control>a", NULL);
  xc_journey_type (journey, "Mine\n");
  xc_journey_find (journey, XC_ANY_ROLE, "*Mine*1*");
  xc_journey_take_picture (journey, "named");
}

static void
test_schemes (XcJourney *journey)
{
  open_schemes (journey);
  make_scheme (journey);
  name_scheme (journey);
  xc_journey_activate (journey, ATSPI_ROLE_PUSH_BUTTON, word (journey, "New _Version"));
  xc_journey_find (journey, XC_ANY_ROLE, "*Mine*2*");
  xc_journey_find (journey, ATSPI_ROLE_LIST_ITEM, "1.1 Cash");
  xc_journey_press (journey, "Escape", NULL);
  xc_journey_end (journey);
}

int
main (int argc, char **argv)
{
  xc_journey_init (&argc, &argv, 1366, 768);
  xc_journey_add ("/journeys/schemes/made-named-and-versioned", test_schemes);
  return xc_journey_run ();
}
