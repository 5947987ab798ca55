/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a row of the board looks: one line of an organization that waits, a card of one that was given. */
#pragma once

#include <adwaita.h>

#include "app/board/board-row.h"

G_BEGIN_DECLS

#define XC_TYPE_BOARD_CELL (xc_board_cell_get_type ())
G_DECLARE_FINAL_TYPE (XcBoardCell, xc_board_cell, XC, BOARD_CELL, AdwBin)

/* Signals: "expand" when its children are asked for or put away, "explain" when the mark of avoidance is pressed. */
XcBoardCell *xc_board_cell_new (gboolean is_card);
void xc_board_cell_set_row (XcBoardCell *self, XcBoardRow *row);
XcBoardRow *xc_board_cell_get_row (XcBoardCell *self);

G_END_DECLS
