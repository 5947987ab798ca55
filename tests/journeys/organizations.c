/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What happens to organizations is recorded, by keyboard, and what it does to coverage is shown before it is done. */
#include "journey.h"

#define COVERED "示范区统计局党组"
#define COVERED_INITIALS "sfqtjj"
#define PARENT "示范区丁街道党工委"
#define CHILD "丁一社区党总支"

static const char *
word (XcJourney *journey, const char *message)
{
  return xc_journey_word (journey, NULL, message);
}

/* What GTK calls the first organization of those found is in the list and selected. */
static void
select_organization (XcJourney *journey, const char *initials, const char *name)
{
  xc_journey_press (journey, "<Control>3", NULL);
  xc_journey_press (journey, "<Control><Shift>f", NULL);
  xc_journey_set_text (journey, ATSPI_ROLE_ENTRY, word (journey, "Search organizations"), initials);
  xc_journey_find (journey, ATSPI_ROLE_PANEL, name);
  xc_journey_press (journey, "Return", NULL);
  xc_journey_find (journey, ATSPI_ROLE_LABEL, name);
}

/* The kinds stand in the menu in their order, 1 the first. */
static void
open_event (XcJourney *journey, guint index, const char *title)
{
  xc_journey_tab_to (journey, ATSPI_ROLE_PUSH_BUTTON, word (journey, "Record _Event"));
  xc_journey_press (journey, "space", NULL);
  for (guint i = 1; i < index; i++)
    xc_journey_press (journey, "Down", NULL);
  xc_journey_press (journey, "Return", NULL);
  xc_journey_find (journey, ATSPI_ROLE_DIALOG, word (journey, title));
}

static void
wait_closed (XcJourney *journey, const char *title)
{
  xc_journey_wait_gone (journey, ATSPI_ROLE_DIALOG, word (journey, title));
}

static void
find_figures (XcJourney *journey, const char *figures)
{
  xc_journey_find (journey, ATSPI_ROLE_LABEL, figures);
}

/* The next one begins with the example as it was. */
static void
undo (XcJourney *journey)
{
  xc_journey_press (journey, "<Control>z", NULL);
  find_figures (journey, "*96*112*");
}

static void
abolish (XcJourney *journey)
{
  select_organization (journey, COVERED_INITIALS, COVERED);
  find_figures (journey, "*96*112*");
  open_event (journey, 5, "Organization Abolished");
  xc_journey_set_text (journey, ATSPI_ROLE_TEXT, xc_journey_word (journey, "organization_event", "Day"),
                       "2021-06-01");
  /* 96/112 and 95/111, before and after. */
  xc_journey_find (journey, ATSPI_ROLE_LABEL, "*96/112*95/111*");
  xc_journey_take_picture (journey, "preview");
  xc_journey_press (journey, "<Control>s", NULL);
  wait_closed (journey, "Organization Abolished");
  find_figures (journey, "*95*111*");
  xc_journey_press (journey, "<Control>z", NULL);
  find_figures (journey, "*96*112*");
  xc_journey_press (journey, "<Control><Shift>z", NULL);
  find_figures (journey, "*95*111*");
  undo (journey);
}

/* Whoever is called away in the middle finds everything again, and may throw it away. */
static void
leave_and_come_back (XcJourney *journey)
{
  const char *document = xc_journey_word (journey, "organization_event", "Document number");

  select_organization (journey, COVERED_INITIALS, COVERED);
  open_event (journey, 5, "Organization Abolished");
  xc_journey_set_text (journey, ATSPI_ROLE_TEXT, document, "示办发〔2021〕9号");
  xc_journey_press (journey, "Escape", NULL);
  wait_closed (journey, "Organization Abolished");
  open_event (journey, 5, "Organization Abolished");
  xc_journey_wait_text (journey, ATSPI_ROLE_TEXT, document, "示办发〔2021〕9号");
  xc_journey_take_picture (journey, "draft");
  xc_journey_activate (journey, ATSPI_ROLE_PUSH_BUTTON, word (journey, "_Begin Anew"));
  xc_journey_wait_text (journey, ATSPI_ROLE_TEXT, document, "");
  xc_journey_press (journey, "Escape", NULL);
  wait_closed (journey, "Organization Abolished");
}

static void
rename_it (XcJourney *journey)
{
  select_organization (journey, COVERED_INITIALS, COVERED);
  open_event (journey, 2, "Organization Renamed");
  xc_journey_set_text (journey, ATSPI_ROLE_TEXT, xc_journey_word (journey, "organization", "Name"),
                       "示范区统计调查局党组");
  xc_journey_set_text (journey, ATSPI_ROLE_TEXT, xc_journey_word (journey, "organization_event", "Day"),
                       "2021-06-01");
  xc_journey_take_picture (journey, "renamed");
  xc_journey_press (journey, "<Control>s", NULL);
  wait_closed (journey, "Organization Renamed");
  select_organization (journey, "sfqtjdc", "示范区统计调查局党组");
  undo (journey);
}

static void
found (XcJourney *journey)
{
  xc_journey_press (journey, "<Control>3", NULL);
  open_event (journey, 1, "Organization Founded");
  /* The focus is where the name is typed; Enter takes it. */
  xc_journey_type (journey, "Office of Archives\n");
  xc_journey_find (journey, ATSPI_ROLE_LABEL, "Office of Archives*");
  xc_journey_tab_to (journey, ATSPI_ROLE_TEXT, xc_journey_word (journey, "organization", "Register"));
  xc_journey_type (journey, "qzdw\n");
  xc_journey_set_text (journey, ATSPI_ROLE_TEXT, xc_journey_word (journey, "organization_event", "Day"),
                       "2021-06-01");
  xc_journey_find (journey, ATSPI_ROLE_LABEL, "*96/112*96/113*");
  xc_journey_take_picture (journey, "founded");
  xc_journey_press (journey, "<Control>s", NULL);
  wait_closed (journey, "Organization Founded");
  find_figures (journey, "*96*113*");
  undo (journey);
}

/* Two of which one is covered become one, which is covered, to be confirmed. Those below go along. */
static void
merge (XcJourney *journey)
{
  select_organization (journey, COVERED_INITIALS, COVERED);
  open_event (journey, 3, "Organizations Merged");
  xc_journey_set_text (journey, ATSPI_ROLE_TEXT, xc_journey_word (journey, "organization_event", "Day"),
                       "2021-06-01");
  xc_journey_tab_to (journey, ATSPI_ROLE_TEXT, word (journey, "Organization After the Merger"));
  xc_journey_type (journey, "Office of Figures\n");
  xc_journey_find (journey, ATSPI_ROLE_LABEL, "Office of Figures*");
  xc_journey_take_picture (journey, "merged");
  xc_journey_press (journey, "<Control>s", NULL);
  wait_closed (journey, "Organizations Merged");
  select_organization (journey, "Office", "Office of Figures");
  xc_journey_find (journey, ATSPI_ROLE_LABEL, "◪*");
  xc_journey_take_picture (journey, "merged-after");
  undo (journey);
}

/* Who is below what is abolished would be forgotten: the dialog names them and moves them on demand. */
static void
abolish_parent (XcJourney *journey)
{
  const gboolean is_english = g_str_equal (xc_journey_get_language (journey), "en");
  const char *move = is_english ? "Put the * below elsewhere" : "把下属*个党组织归到其他组织之下(P)";

  select_organization (journey, PARENT, PARENT);
  open_event (journey, 5, "Organization Abolished");
  xc_journey_set_text (journey, ATSPI_ROLE_TEXT, xc_journey_word (journey, "organization_event", "Day"),
                       "2021-06-01");
  xc_journey_tab_to (journey, ATSPI_ROLE_CHECK_BOX, move);
  xc_journey_press (journey, "space", NULL);
  xc_journey_tab_to (journey, ATSPI_ROLE_TEXT, xc_journey_word (journey, "organization", "Parent"));
  xc_journey_type (journey, "sfqtjj\n");
  xc_journey_take_picture (journey, "below");
  xc_journey_press (journey, "<Control>s", NULL);
  wait_closed (journey, "Organization Abolished");
  select_organization (journey, CHILD, CHILD);
  xc_journey_press (journey, "Return", NULL);
  xc_journey_wait_text (journey, ATSPI_ROLE_TEXT, xc_journey_word (journey, "organization", "Parent"),
                        COVERED);
}

static void
test_events (XcJourney *journey)
{
  xc_journey_open_example (journey);
  abolish (journey);
  rename_it (journey);
  merge (journey);
  xc_journey_end (journey);
}

static void
test_typing_is_kept (XcJourney *journey)
{
  xc_journey_open_example (journey);
  leave_and_come_back (journey);
  found (journey);
  abolish_parent (journey);
  xc_journey_end (journey);
}

int
main (int argc, char **argv)
{
  xc_journey_init (&argc, &argv, 1366, 768);
  xc_journey_add ("/journeys/organizations/events", test_events);
  xc_journey_add ("/journeys/organizations/typing-is-kept", test_typing_is_kept);
  return xc_journey_run ();
}
