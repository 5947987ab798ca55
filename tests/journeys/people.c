/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A person with posts and kin, by keyboard alone, and all of it undone; who is free in a period; who served where. */
#include "journey.h"

/* In the example: of 48 people those in no team in June 2020, and the leaders among them. */
#define FREE 12
#define FREE_LEADERS 4

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
find_story (XcJourney *journey, const char *title, const char *name)
{
  g_autofree char *words = g_strdup_printf ("%s*%s", xc_journey_word (journey, "table", title), name);

  xc_journey_find (journey, ATSPI_ROLE_LABEL, words);
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
  xc_journey_tab_to (journey, ATSPI_ROLE_TEXT, xc_journey_word (journey, "person_kin", "Organization"));
  /* By pinyin initials; Enter takes the first that is proposed. */
  xc_journey_type (journey, "czj");
  xc_journey_find (journey, ATSPI_ROLE_LIST_ITEM, "*财政局*");
  xc_journey_press (journey, "Return", NULL);
  xc_journey_wait_text (journey, ATSPI_ROLE_TEXT, xc_journey_word (journey, "person_kin", "Organization"),
                        "示范区财政局党组");
  xc_journey_press (journey, "<Control>s", NULL);
  xc_journey_find (journey, ATSPI_ROLE_LIST_ITEM, "Brother, 示范区财政局党组");
  xc_journey_take_picture (journey, "kin");
  /* What somebody decided: to avoid an organization, with a reason. */
  xc_journey_press (journey, "<Control>Page_Down", "Insert", NULL);
  xc_journey_wait_state (journey, ATSPI_ROLE_TEXT, xc_journey_word (journey, "avoidance", "Organization"),
                         ATSPI_STATE_FOCUSED, TRUE);
  xc_journey_type (journey, "tjj");
  xc_journey_find (journey, ATSPI_ROLE_LIST_ITEM, "*统计局*");
  xc_journey_press (journey, "Return", NULL);
  xc_journey_tab_to (journey, ATSPI_ROLE_TEXT, xc_journey_word (journey, "avoidance", "Reason"));
  xc_journey_type (journey, "Asked for it");
  xc_journey_press (journey, "<Control>s", NULL);
  xc_journey_find (journey, ATSPI_ROLE_LIST_ITEM, "示范区统计局党组, *Asked for it");
  xc_journey_take_picture (journey, "avoidance");
  /* All that was done, in the history of the person. */
  xc_journey_press (journey, "<Control>Page_Down", "<Control>Page_Down", NULL);
  find_story (journey, "Avoidance", "*");
  find_story (journey, "Kin of people", "Brother");
  find_story (journey, "Posts of people", "Clerk");
  find_story (journey, "People", "Zhang Moumou");
  xc_journey_take_picture (journey, "history");

  for (guint i = 0; i < 5; i++)
    xc_journey_press (journey, "<Control>z", NULL);
  xc_journey_wait_gone (journey, XC_ANY_ROLE, "Zhang Moumou*");
  xc_journey_end (journey);
}

static void
wait_count (XcJourney *journey, guint n)
{
  g_autofree char *words =
      g_strdup_printf (g_str_equal (xc_journey_get_language (journey), "en") ? "%u rows" : "%u行", n);

  xc_journey_find (journey, ATSPI_ROLE_LABEL, words);
}

/* A click goes by the window manager, a key does not: none is struck before the click has come. */
static void
click_free_from (XcJourney *journey)
{
  xc_journey_click (journey, ATSPI_ROLE_TEXT, word (journey, "Free from"));
  xc_journey_wait_state (journey, ATSPI_ROLE_TEXT, word (journey, "Free from"), ATSPI_STATE_FOCUSED, TRUE);
}

static void
test_free (XcJourney *journey)
{
  open_people (journey);
  wait_count (journey, 48);
  /* The ninth round was on. */
  click_free_from (journey);
  xc_journey_type (journey, "2020-6-1");
  xc_journey_tab_to (journey, ATSPI_ROLE_TEXT, word (journey, "Free until"));
  xc_journey_type (journey, "20200630");
  wait_count (journey, FREE);
  xc_journey_activate (journey, ATSPI_ROLE_PUSH_BUTTON, xc_journey_word (journey, "pool", "Leaders"));
  wait_count (journey, FREE_LEADERS);
  xc_journey_take_picture (journey, "free");
  /* Not a period. */
  click_free_from (journey);
  xc_journey_press (journey, "<Control>a", NULL);
  xc_journey_type (journey, "2020-7-1\t");
  xc_journey_find (
      journey, ATSPI_ROLE_LABEL,
      word (journey, "The period ends before it begins: nobody can be found. Exchange the days."));
  xc_journey_activate (journey, ATSPI_ROLE_PUSH_BUTTON, word (journey, "Show also who is not free"));
  xc_journey_activate (journey, ATSPI_ROLE_PUSH_BUTTON, xc_journey_word (journey, "pool", "All"));
  wait_count (journey, 48);
  xc_journey_end (journey);
}

static void
test_service (XcJourney *journey)
{
  open_people (journey);
  xc_journey_click (journey, ATSPI_ROLE_TABLE_CELL, "*示承敏*");
  xc_journey_press (journey, "<Control>Page_Down", "<Control>Page_Down", "<Control>Page_Down",
                    "<Control>Page_Down", NULL);
  xc_journey_find (journey, ATSPI_ROLE_LABEL,
                   g_str_equal (xc_journey_get_language (journey), "en") ? "Served 7 times" : "参加7次");
  xc_journey_take_picture (journey, "service");
  xc_journey_click (journey, ATSPI_ROLE_LIST_ITEM, "第*");
  xc_journey_wait_state (journey, ATSPI_ROLE_LIST_ITEM, xc_journey_word (journey, "page", "Rounds"),
                         ATSPI_STATE_SELECTED, TRUE);
  xc_journey_end (journey);
}

int
main (int argc, char **argv)
{
  xc_journey_init (&argc, &argv, 1366, 768);
  xc_journey_add ("/journeys/people/by-keyboard", test_by_keyboard);
  xc_journey_add ("/journeys/people/free", test_free);
  xc_journey_add ("/journeys/people/service", test_service);
  return xc_journey_run ();
}
