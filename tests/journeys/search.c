/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of the whole ledger are found as one types, and opened by keyboard. */
#include "journey.h"

#define NAME "示范区统计局党组"
#define INITIALS "sfqtjj"

static const char *
word (XcJourney *journey, const char *message)
{
  return xc_journey_word (journey, NULL, message);
}

static void
wait_page (XcJourney *journey, const char *title)
{
  xc_journey_wait_state (journey, ATSPI_ROLE_LIST_ITEM, xc_journey_word (journey, "page", title),
                         ATSPI_STATE_SELECTED, TRUE);
}

static void
test_enter_opens_the_first (XcJourney *journey)
{
  const char *entry = word (journey, "Search the Whole Ledger");

  xc_journey_open_example (journey);
  xc_journey_press (journey, "<Control>f", NULL);
  xc_journey_wait_state (journey, ATSPI_ROLE_ENTRY, entry, ATSPI_STATE_FOCUSED, TRUE);
  xc_journey_type (journey, INITIALS);
  xc_journey_find (journey, ATSPI_ROLE_LIST_ITEM, NAME "*");
  xc_journey_take_picture (journey, "answers");
  xc_journey_press (journey, "Return", NULL);
  wait_page (journey, "Organizations");
  xc_journey_find (journey, ATSPI_ROLE_LABEL, NAME);
  xc_journey_end (journey);
}

/* Down goes on from group to group. */
static void
test_arrows (XcJourney *journey)
{
  xc_journey_open_example (journey);
  xc_journey_press (journey, "<Control>f", NULL);
  xc_journey_type (journey, "06-03-001");
  xc_journey_find (journey, ATSPI_ROLE_LIST_ITEM, "06-03-001*");
  xc_journey_press (journey, "Down", "Up", "Return", NULL);
  wait_page (journey, "Problems");
  xc_journey_end (journey);
}

static void
test_nothing_and_back (XcJourney *journey)
{
  const char *entry = word (journey, "Search the Whole Ledger");

  xc_journey_open_example (journey);
  xc_journey_press (journey, "<Control>3", "<Control>f", NULL);
  xc_journey_type (journey, "zzzz");
  xc_journey_find (journey, ATSPI_ROLE_LABEL, word (journey, "Nothing was found."));
  xc_journey_press (journey, "Escape", NULL);
  xc_journey_wait_state (journey, ATSPI_ROLE_ENTRY, entry, ATSPI_STATE_FOCUSED, FALSE);
  wait_page (journey, "Organizations");
  /* Twice: the list of the page. */
  xc_journey_press (journey, "<Control>f", "<Control>f", NULL);
  xc_journey_wait_state (journey, ATSPI_ROLE_ENTRY, word (journey, "Search organizations"),
                         ATSPI_STATE_FOCUSED, TRUE);
  xc_journey_end (journey);
}

/* An answer that the list of its page does not show, because of what was searched for there. */
static void
test_hidden_answer (XcJourney *journey)
{
  xc_journey_open_example (journey);
  xc_journey_press (journey, "<Control>3", "<Control><Shift>f", NULL);
  xc_journey_wait_state (journey, ATSPI_ROLE_ENTRY, word (journey, "Search organizations"),
                         ATSPI_STATE_FOCUSED, TRUE);
  xc_journey_type (journey, "sfqczj");
  xc_journey_wait_gone (journey, ATSPI_ROLE_LIST_ITEM, NAME "*");
  xc_journey_press (journey, "<Control>f", NULL);
  xc_journey_type (journey, INITIALS);
  xc_journey_find (journey, ATSPI_ROLE_LIST_ITEM, NAME "*");
  xc_journey_press (journey, "Return", NULL);
  xc_journey_wait_text (journey, ATSPI_ROLE_ENTRY, word (journey, "Search organizations"), "");
  xc_journey_find (journey, ATSPI_ROLE_LABEL, NAME);
  xc_journey_end (journey);
}

int
main (int argc, char **argv)
{
  xc_journey_init (&argc, &argv, 1366, 768);
  xc_journey_add ("/journeys/search/enter-opens-the-first", test_enter_opens_the_first);
  xc_journey_add ("/journeys/search/arrows", test_arrows);
  xc_journey_add ("/journeys/search/nothing-and-back", test_nothing_and_back);
  xc_journey_add ("/journeys/search/hidden-answer", test_hidden_answer);
  return xc_journey_run ();
}
