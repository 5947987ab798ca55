/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who inspects what in a round (任务分工): those that wait at the left, the teams beside them, coverage below. */
#pragma once

#include <adwaita.h>

#include "store/store.h"

G_BEGIN_DECLS

#define XC_TYPE_ASSIGNMENT_BOARD (xc_assignment_board_get_type ())
G_DECLARE_FINAL_TYPE (XcAssignmentBoard, xc_assignment_board, XC, ASSIGNMENT_BOARD, AdwBin)

/* Signal: "teams-wanted" when there is no team yet and the user wants to make one. */
void xc_assignment_board_show (XcAssignmentBoard *self, XcStore *store, gint64 round_id);

G_END_DECLS
