/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What one row of the board shows: an organization that waits, or the inspection that a team was given. */
#pragma once

#include "core/inspection-kind.h"
#include "core/record.h"

G_BEGIN_DECLS

/**
 * XcBoardItem:
 * @id: of the organization that waits, or of the inspection
 * @inspection: (nullable): %NULL of one that waits
 * @organization: who is inspected
 * @parent: (nullable): the organization above it
 * @place: (nullable): its register
 * @team: (nullable): what the team that has it is called
 * @work: team-days
 * @is_assumed: whether nothing says how much work it is
 * @n_conflicts: of avoidance, not waived
 * @n_waived: of avoidance, waived
 * @children: (element-type XcBoardItem): those under it in the same place, who come along with it
 */
typedef struct
{
  gint64 id;
  XcRecord *inspection;
  XcRecord *organization;
  XcRecord *parent;
  XcRecord *place;
  char *team;
  guint work;
  gboolean is_assumed;
  guint n_conflicts;
  guint n_waived;
  GPtrArray *children;
} XcBoardItem;

XcBoardItem *xc_board_item_new (XcRecord *organization, XcRecord *inspection, XcRecord *parent,
                                XcRecord *place);
XcBoardItem *xc_board_item_ref (XcBoardItem *self);
void xc_board_item_unref (XcBoardItem *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XcBoardItem, xc_board_item_unref)

gboolean xc_board_item_equal (const XcBoardItem *a, const XcBoardItem *b);

const char *xc_board_item_get_name (const XcBoardItem *self);
gint64 xc_board_item_get_organization (const XcBoardItem *self);
gint64 xc_board_item_get_parent (const XcBoardItem *self);
const char *xc_board_item_get_place (const XcBoardItem *self);

guint xc_board_item_count_conflicts (const XcBoardItem *self);
guint xc_board_item_count_waived (const XcBoardItem *self);

char *xc_board_item_dup_detail (const XcBoardItem *self);
char *xc_board_item_dup_label (const XcBoardItem *self);
char *xc_board_item_dup_tip (const XcBoardItem *self);

G_END_DECLS
