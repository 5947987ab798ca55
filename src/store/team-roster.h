/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The teams (巡察组) of a round with the people in them, and the people who might join one. */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

/**
 * XcTeamMember:
 * @id: of the row of the table team_member
 * @place: (nullable): the organization or unit that the person comes from
 * @post: (nullable): there
 * @role: the catalogue's word
 * @document: (nullable): that authorises this person alone
 * @authorised_on: by it, or %XC_DAY_NONE
 * @from: first day in the team, or %XC_DAY_NONE: as long as the team
 * @to: last day in it, or %XC_DAY_NONE
 * @n_times: how often the person was put into a team, this time included (人次)
 */
typedef struct
{
  gint64 id;
  gint64 person_id;
  char *name;
  char *place;
  char *post;
  const char *role;
  char *document;
  XcDay authorised_on;
  XcDay from;
  XcDay to;
  guint n_times;
} XcTeamMember;

/**
 * XcTeam:
 * @title: (nullable): beside its number
 * @document: (nullable): that authorises leader and deputies for this round
 * @authorised_on: by it, or %XC_DAY_NONE
 * @members: (element-type XcTeamMember): by role, in their order
 * @n_organizations: organizations that it is to inspect, each once
 */
typedef struct
{
  gint64 id;
  int ordinal;
  char *title;
  char *document;
  XcDay authorised_on;
  GPtrArray *members;
  guint n_organizations;
} XcTeam;

/**
 * XcCandidate:
 * @place: (nullable): the organization or unit that the person comes from
 * @post: (nullable): there
 * @n_times: how often the person was put into a team (人次)
 * @team: number of the team of the round that has the person already, or 0
 */
typedef struct
{
  gint64 person_id;
  char *name;
  char *place;
  char *post;
  gboolean in_leader_pool;
  gboolean in_talent_pool;
  guint n_times;
  int team;
} XcCandidate;

GPtrArray *xc_team_roster_load (XcStore *store, gint64 round_id, GError **error);
const XcTeamMember *xc_team_find_unauthorised (const XcTeam *team);
const char *xc_team_propose_role (const XcTeam *team);

GPtrArray *xc_team_roster_find_candidates (XcStore *store, gint64 round_id, const char *role,
                                           const char *typed, guint max, GError **error);

/* Inside an action. */
gboolean xc_team_roster_add_member (XcStore *store, gint64 team_id, gint64 person_id, const char *role,
                                    GError **error);
gboolean xc_team_roster_move_member (XcStore *store, const XcTeam *team, gint64 member_id, int by,
                                     gint64 *moved_to, GError **error);
gboolean xc_team_roster_move_team (XcStore *store, const GPtrArray *teams, gint64 team_id, int by,
                                   gint64 *moved_to, GError **error);
gboolean xc_team_roster_remove_team (XcStore *store, gint64 team_id, GError **error);

G_END_DECLS
