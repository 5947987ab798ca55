/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who is to join a team, and as what: a role, and a name that is typed in part. Who serves in the round already, from
 * which pool people come and how often they served is said with the suggestions. */
#pragma once

#include <adwaita.h>

#include "store/store.h"

G_BEGIN_DECLS

#define XC_TYPE_PERSON_ENTRY (xc_person_entry_get_type ())
G_DECLARE_FINAL_TYPE (XcPersonEntry, xc_person_entry, XC, PERSON_ENTRY, AdwBin)

/* Signal: "chosen" with the id of a person (gint64). */
void xc_person_entry_set_round (XcPersonEntry *self, XcStore *store, gint64 round_id);
void xc_person_entry_set_team (XcPersonEntry *self, gint64 team_id);
void xc_person_entry_propose (XcPersonEntry *self, const char *role);
const char *xc_person_entry_get_role (XcPersonEntry *self);

G_END_DECLS
