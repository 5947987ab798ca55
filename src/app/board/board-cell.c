/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/board/board-cell.h"

#include <glib/gi18n-lib.h>

struct _XcBoardCell
{
  AdwBin parent_instance;

  /* Template widgets */
  GtkButton *expander;
  GtkBox *lines;
  GtkLabel *name;
  GtkLabel *detail;
  GtkLabel *children;
  GtkButton *mark;

  /* Owned */
  XcBoardRow *row;
};

typedef enum
{
  SIGNAL_EXPAND,
  SIGNAL_EXPLAIN,
} XcBoardCellSignal;

static guint signals[SIGNAL_EXPLAIN + 1];

G_DEFINE_FINAL_TYPE (XcBoardCell, xc_board_cell, ADW_TYPE_BIN)

static void
expander_clicked_cb (XcBoardCell *self)
{
  g_signal_emit (self, signals[SIGNAL_EXPAND], 0);
}

static void
mark_clicked_cb (XcBoardCell *self)
{
  g_signal_emit (self, signals[SIGNAL_EXPLAIN], 0);
}

static void
show_children (XcBoardCell *self, const XcBoardItem *item)
{
  gboolean is_expanded = xc_board_row_is_expanded (self->row);
  g_autofree char *count = NULL;

  /* translators: %u is a number of organizations under another one */
  count = g_strdup_printf (C_ ("board", "+%u"), item->children->len);
  gtk_label_set_text (self->children, count);
  gtk_widget_set_visible (GTK_WIDGET (self->children), item->children->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->expander), item->children->len > 0);
  gtk_button_set_icon_name (self->expander, is_expanded ? "pan-down-symbolic" : "pan-end-symbolic");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->expander), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  is_expanded ? _ ("Collapse") : _ ("Expand"), -1);
}

static void
show_row (XcBoardCell *self)
{
  const XcBoardItem *item = xc_board_row_get_item (self->row);
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));
  g_autofree char *label = xc_board_row_dup_label (self->row);

  gtk_label_set_text (self->name, xc_board_item_get_name (item));
  gtk_label_set_text (self->detail, item->detail);
  gtk_widget_set_visible (GTK_WIDGET (self->detail), *item->detail != '\0');
  gtk_widget_set_visible (GTK_WIDGET (self->mark), item->n_conflicts > 0);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), item->tip);
  show_children (self, item);
  if (xc_board_row_is_child (self->row))
    gtk_widget_add_css_class (GTK_WIDGET (self), "child");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "child");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  /* The focus is on what holds the cell, and GTK gives that no name of its own. */
  if (parent != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (parent), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

/**
 * xc_board_cell_set_row:
 * @self: a cell
 * @row: (nullable): what it shows
 */
void
xc_board_cell_set_row (XcBoardCell *self, XcBoardRow *row)
{
  if (self->row != NULL)
    g_signal_handlers_disconnect_by_data (self->row, self);
  g_set_object (&self->row, row);
  if (row == NULL)
    return;
  g_signal_connect_swapped (row, "changed", G_CALLBACK (show_row), self);
  show_row (self);
}

XcBoardRow *
xc_board_cell_get_row (XcBoardCell *self)
{
  return self->row;
}

static void
xc_board_cell_dispose (GObject *object)
{
  xc_board_cell_set_row (XC_BOARD_CELL (object), NULL);
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), XC_TYPE_BOARD_CELL);
  G_OBJECT_CLASS (xc_board_cell_parent_class)->dispose (object);
}

static void
xc_board_cell_class_init (XcBoardCellClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = xc_board_cell_dispose;
  signals[SIGNAL_EXPAND] =
      g_signal_new ("expand", XC_TYPE_BOARD_CELL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_EXPLAIN] =
      g_signal_new ("explain", XC_TYPE_BOARD_CELL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/xuncha/Xuncha/board/board-cell.ui");
  gtk_widget_class_bind_template_child (widget_class, XcBoardCell, expander);
  gtk_widget_class_bind_template_child (widget_class, XcBoardCell, lines);
  gtk_widget_class_bind_template_child (widget_class, XcBoardCell, name);
  gtk_widget_class_bind_template_child (widget_class, XcBoardCell, detail);
  gtk_widget_class_bind_template_child (widget_class, XcBoardCell, children);
  gtk_widget_class_bind_template_child (widget_class, XcBoardCell, mark);
  gtk_widget_class_bind_template_callback (widget_class, expander_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, mark_clicked_cb);
  gtk_widget_class_set_css_name (widget_class, "boardcell");
}

static void
xc_board_cell_init (XcBoardCell *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * xc_board_cell_new:
 * @is_card: whether there is room for two lines of name and one below them
 *
 * Returns: a cell without a row
 */
XcBoardCell *
xc_board_cell_new (gboolean is_card)
{
  XcBoardCell *self = g_object_new (XC_TYPE_BOARD_CELL, NULL);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->lines),
                                  is_card ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_label_set_lines (self->name, is_card ? 2 : 1);
  gtk_label_set_wrap (self->name, is_card);
  gtk_widget_set_hexpand (GTK_WIDGET (self->name), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self), is_card ? "board-card" : "waiting");
  return self;
}
