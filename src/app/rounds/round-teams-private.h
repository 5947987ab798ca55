/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the tab of teams share. */
#pragma once

#include "app/form/form.h"
#include "app/rounds/person-entry.h"
#include "app/rounds/round-teams.h"
#include "store/team-roster.h"

G_BEGIN_DECLS

struct _XcRoundTeams
{
  XcFormTab parent_instance;

  gint64 round_id;      /* 0: not in the ledger yet */
  gint64 team_id;       /* shown at the right, or 0 */
  gint64 member_id;     /* selected, or 0 */
  gboolean is_filling;  /* rows come and go, and nobody selects */
  gboolean is_settling; /* what was typed is being saved on the way to another team */
  gboolean is_stale;    /* the ledger was changed while nobody looked */
  guint reloading;      /* source, or 0 */

  /* Owned */
  XcStore *store;
  gulong changed_handler;
  GPtrArray *teams; /* of XcTeam; nullable */

  /* Template widgets */
  GtkStack *views;
  GtkListBox *team_rows;
  GtkLabel *heading;
  GtkRevealer *buttons;
  XcForm *form;
  GtkWidget *for_all;
  GtkLabel *count;
  XcPersonEntry *person;
  GtkListBox *member_rows;
};

const XcTeam *xc_round_teams_get_team (XcRoundTeams *self);
void xc_round_teams_update_actions (XcRoundTeams *self);

/* team-actions.c */
void xc_team_actions_install (GtkWidgetClass *widget_class);
void xc_team_actions_add_person (XcRoundTeams *self, gint64 person_id);

G_END_DECLS
