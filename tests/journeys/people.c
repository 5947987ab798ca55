/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A person with posts and kin, by keyboard alone, and all of it undone. */
#include "journey.h"

static const char *
word (XcJourney *journey, const char *message)
{
  return xc_journey_word (journey, NULL, message);
}

static void
open_people (XcJourney *journey)
{
  xc_journey_start (journey, NULL);
  xc_journey_wait_window (journey, word (journey, "Inspection Ledger"));
  xc_journey_activate (journey, ATSPI_ROLE_PUSH_BUTTON, word (journey, "See an _Example"));
  xc_journey_wait_window (journey, word (journey, "See an Example"));
  xc_journey_activate (journey, ATSPI_ROLE_PUSH_BUTTON, word (journey, "_Look Around"));
  xc_journey_find (journey, ATSPI_ROLE_LIST, word (journey, "Pages"));
  xc_journey_wait_gone (journey, ATSPI_ROLE_DIALOG, NULL);
  xc_journey_press (journey, "<Control>5", NULL);
  xc_journey_wait_state (journey, ATSPI_ROLE_LIST_ITEM, xc_journey_word (journey, "page", "People"),
                         ATSPI_STATE_SELECTED, TRUE);
}

static void
add_post (XcJourney *journey, const char *post, const char *from)
{
  xc_journey_press (journey, "Insert", NULL);
  xc_journey_wait_state (journey, ATSPI_ROLE_TEXT, xc_journey_word (journey, "person_post", "Post"),
                         ATSPI_STATE_FOCUSED, TRUE);
  xc_journey_type (journey, post);
  xc_journey_tab_to (journey, ATSPI_ROLE_TEXT, xc_journey_word (journey, "person_post", "From"));
  xc_journey_type (journey, from);
  xc_journey_press (journey, "<Control>s", NULL);
}

static void
test_by_keyboard (XcJourney *journey)
{
  open_people (journey);
  xc_journey_press (journey, "<Control>n", NULL);
  xc_journey_wait_state (journey, ATSPI_ROLE_TEXT, xc_journey_word (journey, "person", "Name"),
                         ATSPI_STATE_FOCUSED, TRUE);
  xc_journey_type (journey, "Zhang Moumou");
  /* The tabs say that the person must be saved first, and offer it. */
  xc_journey_press (journey, "<Control>Page_Down", NULL);
  xc_journey_wait_state (journey, ATSPI_ROLE_PUSH_BUTTON, word (journey, "_Save"), ATSPI_STATE_FOCUSED, TRUE);
  xc_journey_take_picture (journey, "unsaved");
  xc_journey_press (journey, "space", NULL);
  xc_journey_find (journey, ATSPI_ROLE_LABEL, word (journey, "Nothing here yet. Insert adds a row."));

  add_post (journey, "Clerk", "2019-3-1");
  xc_journey_find (journey, ATSPI_ROLE_LIST_ITEM, "Clerk, *2019*");
  add_post (journey, "Director", "2022.6.1");
  xc_journey_find (journey, ATSPI_ROLE_LIST_ITEM, "Director, *2022*");
  xc_journey_take_picture (journey, "posts");

  xc_journey_press (journey, "<Control>Page_Down", "Insert", NULL);
  xc_journey_wait_state (journey, ATSPI_ROLE_TEXT, xc_journey_word (journey, "person_kin", "Relation"),
                         ATSPI_STATE_FOCUSED, TRUE);
  xc_journey_type (journey, "Brother");
  xc_journey_tab_to (journey, ATSPI_ROLE_TEXT, xc_journey_word (journey, "person_kin", "Unit"));
  xc_journey_type (journey, "Water Bureau");
  xc_journey_press (journey, "<Control>s", NULL);
  xc_journey_find (journey, ATSPI_ROLE_LIST_ITEM, "Brother, Water Bureau");
  xc_journey_take_picture (journey, "kin");

  for (guint i = 0; i < 4; i++)
    xc_journey_press (journey, "<Control>z", NULL);
  xc_journey_wait_gone (journey, ATSPI_ROLE_LIST_ITEM, "Brother*");
  xc_journey_wait_gone (journey, XC_ANY_ROLE, "Zhang Moumou*");
  xc_journey_end (journey);
}

int
main (int argc, char **argv)
{
  xc_journey_init (&argc, &argv, 1366, 768);
  xc_journey_add ("/journeys/people/by-keyboard", test_by_keyboard);
  return xc_journey_run ();
}
