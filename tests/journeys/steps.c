/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "steps.h"

#include "ledger.h"

void
xc_steps_go_to (XcJourney *journey, const char *key, const char *page)
{
  xc_journey_press (journey, key, NULL);
  xc_journey_wait_state (journey, ATSPI_ROLE_LIST_ITEM, xc_journey_word (journey, "page", page),
                         ATSPI_STATE_SELECTED, TRUE);
}

void
xc_steps_wait_focus (XcJourney *journey, AtspiRole role, const char *name)
{
  xc_journey_wait_state (journey, role, name, ATSPI_STATE_FOCUSED, TRUE);
}

void
xc_steps_type_reference (XcJourney *journey, const char *typed)
{
  xc_journey_type (journey, typed);
  xc_journey_find (journey, ATSPI_ROLE_LIST, xc_journey_word (journey, NULL, "Suggestions"));
  xc_journey_press (journey, "Return", NULL);
}

void
xc_steps_add_team (XcJourney *journey, const char *title)
{
  g_autofree char *row = g_strdup_printf ("%s, *%s", title, xc_journey_word (journey, NULL, "No leader yet"));

  xc_journey_press (journey, "Insert", NULL);
  xc_journey_wait_state (journey, ATSPI_ROLE_LIST_ITEM, row, ATSPI_STATE_SELECTED, TRUE);
  xc_steps_wait_focus (journey, ATSPI_ROLE_TEXT, xc_journey_word (journey, NULL, "Add somebody to the team"));
}

XcStore *
xc_steps_open_ledger (const char *path)
{
  g_autoptr (GError) error = NULL;
  XcStore *store = xc_store_open (path, XC_STORE_READ, &error);

  g_assert_no_error (error);
  return store;
}

char *
xc_steps_dump_ledger (const char *path)
{
  g_autoptr (XcStore) store = xc_steps_open_ledger (path);

  return xc_test_ledger_dump (store);
}
