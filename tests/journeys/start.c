/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The first minutes: there is nothing yet, the example is looked at, its pages are turned. */
#include "journey.h"

static const char *
word (XcJourney *journey, const char *message)
{
  return xc_journey_word (journey, NULL, message);
}

static const char *
page (XcJourney *journey, const char *title)
{
  return xc_journey_word (journey, "page", title);
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

static void
test_nothing (XcJourney *journey)
{
  xc_journey_start (journey, NULL);
  xc_journey_find (journey, ATSPI_ROLE_PUSH_BUTTON, word (journey, "_New Ledger…"));
  xc_journey_find (journey, ATSPI_ROLE_PUSH_BUTTON, word (journey, "_Open…"));
  xc_journey_take_picture (journey, "page");
  xc_journey_end (journey);
}

static void
test_example (XcJourney *journey)
{
  static const char *const titles[] = { "Rounds", "Organizations", "Problems", "People", "Overview" };

  open_example (journey);
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      const char *title = page (journey, titles[i]);

      xc_journey_click (journey, ATSPI_ROLE_LABEL, title);
      xc_journey_wait_state (journey, ATSPI_ROLE_LIST_ITEM, title, ATSPI_STATE_SELECTED, TRUE);
      xc_journey_take_picture (journey, titles[i]);
    }
  xc_journey_end (journey);
}

int
main (int argc, char **argv)
{
  xc_journey_init (&argc, &argv, 1366, 768);
  xc_journey_add ("/journeys/start/nothing", test_nothing);
  xc_journey_add ("/journeys/start/example", test_example);
  return xc_journey_run ();
}
