/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What journeys through the planning of a round have in common, each by keys; and what is in the file then. */
#pragma once

#include "journey.h"
#include "store/store.h"

G_BEGIN_DECLS

/* Goes to a page, and waits for what has the focus. */
void xc_steps_go_to (XcJourney *journey, const char *key, const char *page);
void xc_steps_wait_focus (XcJourney *journey, AtspiRole role, const char *name);

/* Names of people and organizations are typed in part; Enter takes the first of those that are proposed. */
void xc_steps_type_reference (XcJourney *journey, const char *typed);

/* On the tab of teams: the next one, with nobody in it. */
void xc_steps_add_team (XcJourney *journey, const char *title);

/* The ledger while the program has it open; all rows of it as text. */
XcStore *xc_steps_open_ledger (const char *path);
char *xc_steps_dump_ledger (const char *path);

G_END_DECLS
