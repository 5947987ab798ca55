/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A round with five teams, authorised and copied into the next round, by keyboard alone; all undone and done again. */
#include "journey.h"

#define N_TEAMS 5

static const char *const numerals[N_TEAMS] = { "一", "二", "三", "四", "五" };

static const char *
word (XcJourney *journey, const char *message)
{
  return xc_journey_word (journey, NULL, message);
}

/* What the row of a team is read out as: its number, its leader, its size, and what is wrong with it. */
static void
find_team (XcJourney *journey, guint team, const char *fault)
{
  g_autofree char *size =
      g_strdup_printf (g_str_has_prefix (xc_journey_get_language (journey), "zh") ? "%u人" : "%u person", 1);
  g_autofree char *name = g_strdup_printf ("第%s巡察组, 示*, %s*%s%s", numerals[team], size,
                                           fault != NULL ? ", " : "0", fault != NULL ? fault : "*");

  xc_journey_find (journey, ATSPI_ROLE_LIST_ITEM, name);
}

/* Saves what is proposed for the next round. */
static void
add_round (XcJourney *journey, const char *number)
{
  g_autofree char *row = g_strdup_printf ("%s, *", number);

  xc_journey_press (journey, "<Control>n", NULL);
  xc_journey_wait_state (journey, ATSPI_ROLE_TEXT, xc_journey_word (journey, "round", "Round"),
                         ATSPI_STATE_FOCUSED, TRUE);
  xc_journey_press (journey, "<Control>s", NULL);
  xc_journey_wait_state (journey, ATSPI_ROLE_LIST_ITEM, row, ATSPI_STATE_SELECTED, TRUE);
}

static void
add_teams (XcJourney *journey)
{
  const char *entry = word (journey, "Add somebody to the team");

  xc_journey_press (journey, "<Control>Page_Down", NULL);
  xc_journey_find (journey, ATSPI_ROLE_LABEL, word (journey, "No Teams Yet"));
  xc_journey_take_picture (journey, "no-teams");
  for (guint i = 0; i < N_TEAMS; i++)
    {
      g_autofree char *lacking =
          g_strdup_printf ("第%s巡察组, *%s", numerals[i], word (journey, "No leader yet"));

      xc_journey_press (journey, "Insert", NULL);
      xc_journey_wait_state (journey, ATSPI_ROLE_LIST_ITEM, lacking, ATSPI_STATE_SELECTED, TRUE);
      xc_journey_wait_state (journey, ATSPI_ROLE_TEXT, entry, ATSPI_STATE_FOCUSED, TRUE);
      xc_journey_type (journey, "s");
      xc_journey_find (journey, ATSPI_ROLE_LIST, word (journey, "Suggestions"));
      xc_journey_press (journey, "Return", NULL);
      find_team (journey, i, word (journey, "Not authorised for this round"));
    }
  xc_journey_take_picture (journey, "teams");
}

static void
authorise (XcJourney *journey)
{
  xc_journey_tab_to (journey, ATSPI_ROLE_TEXT, xc_journey_word (journey, "team", "Authorising document"));
  xc_journey_type (journey, "2027-5");
  xc_journey_press (journey, "<Control>s", NULL);
  find_team (journey, N_TEAMS - 1, NULL);
  xc_journey_tab_to (journey, ATSPI_ROLE_PUSH_BUTTON, word (journey, "Use the Document for _All Teams"));
  xc_journey_press (journey, "space", NULL);
  for (guint i = 0; i < N_TEAMS; i++)
    find_team (journey, i, NULL);
}

static void
copy_teams (XcJourney *journey)
{
  xc_journey_press (journey, "<Control>Page_Down", NULL);
  xc_journey_tab_to (journey, ATSPI_ROLE_PUSH_BUTTON, word (journey, "_Copy from Another Round…"));
  xc_journey_press (journey, "space", NULL);
  xc_journey_wait_window (journey, word (journey, "Copy Teams of Another Round"));
  xc_journey_take_picture (journey, "copy");
  xc_journey_press (journey, "Return", NULL);
  for (guint i = 0; i < N_TEAMS; i++)
    find_team (journey, i, word (journey, "Not authorised for this round"));
  /* The teams are there before the dialog is gone, which would take the next keys. */
  xc_journey_wait_window (journey, "example.xuncha");
}

static void
test_by_keyboard (XcJourney *journey)
{
  /* Two rounds, teams and their leaders, the document, the same for all, the copies. */
  const guint n_steps = 2 + 2 * N_TEAMS + 3;

  xc_journey_open_example (journey);
  xc_journey_press (journey, "<Control>2", NULL);
  xc_journey_find (journey, ATSPI_ROLE_LIST_ITEM, "第十轮, *");
  add_round (journey, "第十一轮");
  add_teams (journey);
  authorise (journey);
  add_round (journey, "第十二轮");
  copy_teams (journey);

  /* Away from what can be typed into, where Ctrl+Z is for the typing. */
  xc_journey_press (journey, "Escape", "Escape", NULL);
  for (guint i = 0; i < n_steps; i++)
    xc_journey_press (journey, "<Control>z", NULL);
  xc_journey_wait_gone (journey, ATSPI_ROLE_LIST_ITEM, "第十一轮, *");
  xc_journey_wait_gone (journey, ATSPI_ROLE_LIST_ITEM, "第十二轮, *");
  for (guint i = 0; i < n_steps; i++)
    xc_journey_press (journey, "<Control><Shift>z", NULL);
  xc_journey_find (journey, ATSPI_ROLE_LIST_ITEM, "第十二轮, *");
  xc_journey_press (journey, "Home", NULL);
  for (guint i = 0; i < N_TEAMS; i++)
    find_team (journey, i, word (journey, "Not authorised for this round"));
  xc_journey_end (journey);
}

int
main (int argc, char **argv)
{
  xc_journey_init (&argc, &argv, 1366, 768);
  xc_journey_add ("/journeys/rounds/by-keyboard", test_by_keyboard);
  return xc_journey_run ();
}
