/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the board of one round shows: who waits, what each team has, and what coverage will be. */
#pragma once

#include "app/board/board-item.h"
#include "core/coverage-plan.h"
#include "core/team-load.h"
#include "store/store.h"

G_BEGIN_DECLS

/**
 * XcBoardTeam:
 * @id: 0 of those that were given to no team yet
 * @title: what people call it
 * @leader: (nullable): the leaders, %NULL while there is none
 * @load: its work
 * @items: (element-type XcBoardItem): what it has
 */
typedef struct
{
  gint64 id;
  int ordinal;
  char *title;
  char *leader;
  XcTeamLoad load;
  GPtrArray *items;
} XcBoardTeam;

/**
 * XcBoardData:
 * @round: the round
 * @window: when its teams are planned to be on site
 * @batches: (element-type XcRecord): its batches, in their order
 * @teams: (element-type XcBoardTeam): its teams, in their order; before them those of no team, when there are any
 * @registers: (element-type XcRecord): in their order
 * @waiting: (element-type XcBoardItem): organizations owed, not covered by what is planned, and not given in the round
 * @n_waiting: those under others included
 * @n_owed: organizations owed on the day of the plan
 * @plan: what coverage will be
 */
typedef struct
{
  XcStore *store;
  XcRecord *round;
  XcRecord *term;
  XcDaySpan window;
  GPtrArray *batches;
  GPtrArray *teams;
  GPtrArray *registers;
  GPtrArray *waiting;
  guint n_waiting;
  guint n_owed;
  XcCoveragePlan *plan;
  GPtrArray *organizations; /* of XcRecord, in the order of registers and names */
  GHashTable *by_id;        /* id → XcRecord of @organizations */
} XcBoardData;

gboolean xc_board_data_is_moved (const XcChange *change);
XcBoardData *xc_board_data_load (XcStore *store, gint64 round_id, const XcBoardData *former,
                                 const XcChange *change, GError **error);
void xc_board_data_free (XcBoardData *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XcBoardData, xc_board_data_free)

const char *xc_board_data_get_name (const XcBoardData *self, gint64 organization_id);
guint xc_board_data_count_teams (const XcBoardData *self);
const XcBoardTeam *xc_board_data_find_team (const XcBoardData *self, int ordinal);

G_END_DECLS
