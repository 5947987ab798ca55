/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One row of a list of the board: an item, and how it stands there. */
#pragma once

#include <gio/gio.h>

#include "app/board/board-item.h"

G_BEGIN_DECLS

#define XC_TYPE_BOARD_ROW (xc_board_row_get_type ())
G_DECLARE_FINAL_TYPE (XcBoardRow, xc_board_row, XC, BOARD_ROW, GObject)

/* Signal: "changed" when it shows something else. */
XcBoardRow *xc_board_row_new (XcBoardItem *item, gboolean is_child, gboolean is_expanded);
void xc_board_row_update (XcBoardRow *self, XcBoardItem *item, gboolean is_child, gboolean is_expanded);
XcBoardItem *xc_board_row_get_item (XcBoardRow *self);
gboolean xc_board_row_is_child (XcBoardRow *self);
gboolean xc_board_row_is_expanded (XcBoardRow *self);
char *xc_board_row_dup_label (XcBoardRow *self);

G_END_DECLS
