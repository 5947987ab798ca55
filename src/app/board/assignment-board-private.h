/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the board share. */
#pragma once

#include "app/board/assignment-board.h"
#include "app/board/board-data.h"
#include "app/board/plan-line.h"
#include "app/board/team-column.h"
#include "app/board/waiting-pane.h"

G_BEGIN_DECLS

/* Who comes along with a street or town. */
typedef enum
{
  XC_COMPANY_NOBODY,
  XC_COMPANY_EXTENDED, /* those under it, as extensions of its inspection */
  XC_COMPANY_OWN,      /* those under it, each with an inspection of its own */
} XcCompany;

struct _XcAssignmentBoard
{
  AdwBin parent_instance;

  gint64 round_id;
  gboolean is_stale; /* something happened while nobody looked */
  gboolean is_unselecting;
  int typed; /* the first digit of a team's number, or 0 */
  guint typed_source;
  guint columns_source; /* makes the columns that are missing */

  /* Template widgets */
  GtkStack *views;
  GtkDropDown *kind;
  GtkDropDown *company;
  GtkDropDown *batch;
  XcWaitingPane *waiting;
  GtkStack *places;
  GtkBox *columns;
  GtkScrolledWindow *scrolled;
  XcPlanLine *line;

  /* Owned */
  XcStore *store;
  gulong changed_handler;
  XcBoardData *data;
  GPtrArray *lists; /* of XcBoardList, borrowed: from left to right */
  GtkPopoverMenu *menu;
  GMenu *teams_menu;
};

XcBoardList *xc_assignment_board_get_active (XcAssignmentBoard *self);
void xc_assignment_board_give_to (XcAssignmentBoard *self, XcBoardList *from, gint64 team_id);
void xc_assignment_board_take_back (XcAssignmentBoard *self, XcBoardList *from);

void xc_board_actions_install (GtkWidgetClass *widget_class);
void xc_board_actions_set_up (XcAssignmentBoard *self);
void xc_board_actions_update (XcAssignmentBoard *self, XcBoardList *list);
void xc_board_actions_show_menu (XcAssignmentBoard *self, XcBoardList *list, int x, int y);

void xc_board_keys_set_up (XcAssignmentBoard *self);

G_END_DECLS
