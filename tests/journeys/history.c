/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was done is in the history, is undone and done again, by keyboard, and all pages follow. */
#include "journey.h"

static const char *
word (XcJourney *journey, const char *message)
{
  return xc_journey_word (journey, NULL, message);
}

/* What the row of a step is read out as. */
static char *
name_step (XcJourney *journey, const char *title, const char *kind)
{
  return g_strdup_printf ("%s, %s, *", title, xc_journey_word (journey, "history", kind));
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
find_covered (XcJourney *journey)
{
  xc_journey_press (journey, "<Control>3", NULL);
  xc_journey_find (journey, ATSPI_ROLE_LABEL, "*96*112*");
}

static void
test_undo_and_redo (XcJourney *journey)
{
  const char *first = word (journey, "Example ledger");
  g_autofree char *done = name_step (journey, first, "Done");
  g_autofree char *undone = name_step (journey, first, "Undone");
  g_autofree char *done_again = name_step (journey, first, "Done again");

  open_example (journey);
  find_covered (journey);
  xc_journey_press (journey, "<Control>8", NULL);
  xc_journey_find (journey, XC_ANY_ROLE, done);
  xc_journey_take_picture (journey, "history");

  xc_journey_press (journey, "<Control>z", NULL);
  xc_journey_find (journey, XC_ANY_ROLE, undone);
  xc_journey_press (journey, "<Control>1", NULL);
  xc_journey_find (journey, ATSPI_ROLE_LABEL, word (journey, "No Term Yet"));

  xc_journey_press (journey, "<Control><Shift>z", NULL);
  xc_journey_wait_gone (journey, ATSPI_ROLE_LABEL, word (journey, "No Term Yet"));
  /* Large steps are done behind a page of their own, on which no key goes anywhere. */
  xc_journey_find (journey, ATSPI_ROLE_LIST, word (journey, "Pages"));
  find_covered (journey);
  xc_journey_press (journey, "<Control>8", NULL);
  xc_journey_find (journey, XC_ANY_ROLE, done_again);
  xc_journey_press (journey, "<Alt>Left", "<Alt>Left", NULL);
  xc_journey_wait_state (journey, ATSPI_ROLE_LIST_ITEM, xc_journey_word (journey, "page", "Overview"),
                         ATSPI_STATE_SELECTED, TRUE);
  xc_journey_end (journey);
}

int
main (int argc, char **argv)
{
  xc_journey_init (&argc, &argv, 1366, 768);
  xc_journey_add ("/journeys/history/undo-and-redo", test_undo_and_redo);
  return xc_journey_run ();
}
