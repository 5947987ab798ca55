/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Taking the teams of one round over into another: people and roles, but no document and no authorisation, which are
 * for one round only (一次一授权). */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

/**
 * XcCopiedMember:
 * @person_id: who
 * @name: who
 * @role: as the catalogue's word
 * @clash: number of the team of the round copied into that has the person already; 0 when there is none
 *
 * Nobody is in two teams of a round: who clashes stays away.
 */
typedef struct
{
  gint64 person_id;
  char *name;
  char *role;
  int clash;
} XcCopiedMember;

/**
 * XcCopiedTeam:
 * @team_id: the team copied
 * @ordinal: its number
 * @title: (nullable): beside its number
 * @new_ordinal: the number that the copy gets: its own, or the next one when that is taken
 * @members: (element-type XcCopiedMember): in their order
 * @n_left_out: how many of them clash
 */
typedef struct
{
  gint64 team_id;
  int ordinal;
  char *title;
  int new_ordinal;
  GPtrArray *members;
  guint n_left_out;
} XcCopiedTeam;

GPtrArray *xc_team_copy_plan (XcStore *store, gint64 from_round, gint64 to_round, GHashTable *chosen,
                              GError **error);
/* Inside an action. */
gboolean xc_team_copy_run (XcStore *store, gint64 to_round, const GPtrArray *teams, GError **error);

G_END_DECLS
