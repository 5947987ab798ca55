/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands against one person at one inspection: a reason a row, the waiver when there is one, and the ways out. */
#pragma once

#include <adwaita.h>

#include "core/avoidance.h"
#include "store/store.h"

G_BEGIN_DECLS

/**
 * XcAvoidanceGroupParts:
 * @with_teams: whether the group is of one person and named by the organization; else the other way round
 * @can_write: whether anything may be done about it
 * @is_chosen: whether what may be waived is chosen from the start
 */
typedef struct
{
  gboolean with_teams;
  gboolean can_write;
  gboolean is_chosen;
} XcAvoidanceGroupParts;

GtkWidget *xc_avoidance_group_new (XcStore *store, const XcAvoidance *avoidance,
                                   const XcAvoidanceConflict *conflicts, guint n_conflicts,
                                   const XcAvoidanceGroupParts *parts);
guint xc_avoidance_group_count_choices (const XcAvoidanceConflict *conflicts, guint n_conflicts);
void xc_avoidance_group_read_chosen (GtkWidget *group, GArray *subjects);

G_END_DECLS
