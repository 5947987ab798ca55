/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One list of the board, of those that wait or of what one team has: many are selected, dragged and dropped at once. */
#pragma once

#include <adwaita.h>

#include "app/board/board-item.h"

G_BEGIN_DECLS

#define XC_TYPE_BOARD_LIST (xc_board_list_get_type ())
G_DECLARE_FINAL_TYPE (XcBoardList, xc_board_list, XC, BOARD_LIST, AdwBin)

/* Signals: "selected" when other rows are selected, "activated" by Enter and double click, "explain" by the mark of
 * avoidance, "dropped" (XcBoardList *from) when the selected rows of another list are let go over this one, "menu" with
 * a place (int x, int y) in the list. */
void xc_board_list_set_items (XcBoardList *self, GPtrArray *items);
void xc_board_list_set_expanding (XcBoardList *self, gboolean is_expanding);
void xc_board_list_set_name (XcBoardList *self, const char *name);

guint xc_board_list_get_n_rows (XcBoardList *self);
GPtrArray *xc_board_list_dup_selected (XcBoardList *self);
guint xc_board_list_get_n_selected (XcBoardList *self);
guint xc_board_list_get_first_selected (XcBoardList *self);
void xc_board_list_unselect (XcBoardList *self);
gboolean xc_board_list_has_focus (XcBoardList *self);
guint xc_board_list_get_focused (XcBoardList *self);
gboolean xc_board_list_focus_row (XcBoardList *self, guint position);
gboolean xc_board_list_expand (XcBoardList *self, gboolean is_expanded);
gboolean xc_board_list_find (XcBoardList *self, gint64 id, guint *position);

G_END_DECLS
