/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The left of the board: who still waits for an inspection, found by what is typed and by filters. */
#pragma once

#include "app/board/board-data.h"
#include "app/board/board-list.h"

G_BEGIN_DECLS

#define XC_TYPE_WAITING_PANE (xc_waiting_pane_get_type ())
G_DECLARE_FINAL_TYPE (XcWaitingPane, xc_waiting_pane, XC, WAITING_PANE, AdwBin)

void xc_waiting_pane_show (XcWaitingPane *self, const XcBoardData *data);
XcBoardList *xc_waiting_pane_get_list (XcWaitingPane *self);
void xc_waiting_pane_focus_search (XcWaitingPane *self);

G_END_DECLS
