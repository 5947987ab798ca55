/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/board/board-row.h"

#include <glib/gi18n-lib.h>

struct _XcBoardRow
{
  GObject parent_instance;

  gboolean is_child;
  gboolean is_expanded;

  /* Owned */
  XcBoardItem *item;
};

static guint changed_signal;

G_DEFINE_FINAL_TYPE (XcBoardRow, xc_board_row, G_TYPE_OBJECT)

static void
xc_board_row_finalize (GObject *object)
{
  xc_board_item_unref (XC_BOARD_ROW (object)->item);
  G_OBJECT_CLASS (xc_board_row_parent_class)->finalize (object);
}

static void
xc_board_row_class_init (XcBoardRowClass *class)
{
  G_OBJECT_CLASS (class)->finalize = xc_board_row_finalize;
  changed_signal =
      g_signal_new ("changed", XC_TYPE_BOARD_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
xc_board_row_init (XcBoardRow *self)
{
}

/**
 * xc_board_row_new:
 * @item: what it shows
 * @is_child: whether it stands under another row
 * @is_expanded: whether its children follow it
 *
 * Returns: (transfer full): a row
 */
XcBoardRow *
xc_board_row_new (XcBoardItem *item, gboolean is_child, gboolean is_expanded)
{
  XcBoardRow *self = g_object_new (XC_TYPE_BOARD_ROW, NULL);

  self->item = xc_board_item_ref (item);
  self->is_child = is_child;
  self->is_expanded = is_expanded;
  return self;
}

/**
 * xc_board_row_update:
 * @self: a row
 * @item: what it shows from now on
 * @is_child: whether it stands under another row
 * @is_expanded: whether its children follow it
 */
void
xc_board_row_update (XcBoardRow *self, XcBoardItem *item, gboolean is_child, gboolean is_expanded)
{
  gboolean is_same = self->is_child == is_child && self->is_expanded == is_expanded
                     && (self->item == item || xc_board_item_equal (self->item, item));

  xc_board_item_ref (item);
  xc_board_item_unref (self->item);
  self->item = item;
  self->is_child = is_child;
  self->is_expanded = is_expanded;
  if (!is_same)
    g_signal_emit (self, changed_signal, 0);
}

XcBoardItem *
xc_board_row_get_item (XcBoardRow *self)
{
  return self->item;
}

gboolean
xc_board_row_is_child (XcBoardRow *self)
{
  return self->is_child;
}

gboolean
xc_board_row_is_expanded (XcBoardRow *self)
{
  return self->is_expanded;
}

/**
 * xc_board_row_dup_label:
 * @self: a row
 *
 * Returns: (transfer full): as it is read out
 */
char *
xc_board_row_dup_label (XcBoardRow *self)
{
  g_autofree char *label = xc_board_item_dup_label (self->item);

  if (self->item->children->len == 0)
    return g_steal_pointer (&label);
  /* translators: %s is what is read out of a row */
  return g_strdup_printf (self->is_expanded ? _ ("%s, expanded") : _ ("%s, collapsed"), label);
}
