/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Made without a template, and of no more than it needs: a list makes two hundred at once. */
#include "app/board/board-cell.h"

#include <glib/gi18n-lib.h>

#define DETAIL_CHARS 7

struct _XcBoardCell
{
  AdwBin parent_instance;

  /* Borrowed: of the own tree; those that few rows have are made when one needs them */
  GtkBox *box;
  GtkBox *line; /* that of the name */
  GtkWidget *name;
  GtkWidget *detail;
  GtkButton *expander;
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

static GtkWidget *
make_button (const char *style)
{
  GtkWidget *button = gtk_button_new ();

  gtk_widget_set_focusable (button, FALSE);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, style);
  return button;
}

static void
make_expander (XcBoardCell *self)
{
  self->expander = GTK_BUTTON (make_button ("expander"));
  g_signal_connect_swapped (self->expander, "clicked", G_CALLBACK (expander_clicked_cb), self);
  gtk_box_prepend (self->box, GTK_WIDGET (self->expander));
  self->children = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_set_valign (GTK_WIDGET (self->children), GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (GTK_WIDGET (self->children), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->children), "numeric");
  gtk_widget_add_css_class (GTK_WIDGET (self->children), "badge");
  gtk_box_append (self->line, GTK_WIDGET (self->children));
}

static void
show_children (XcBoardCell *self, const XcBoardItem *item)
{
  gboolean is_expanded = xc_board_row_is_expanded (self->row);
  gboolean has_any = item->children->len > 0;
  g_autofree char *count = NULL;

  if (has_any && self->expander == NULL)
    make_expander (self);
  if (self->expander == NULL)
    return;
  gtk_widget_set_visible (GTK_WIDGET (self->children), has_any);
  gtk_widget_set_visible (GTK_WIDGET (self->expander), has_any);
  if (!has_any)
    return;
  /* translators: %u is a number of organizations under another one */
  count = g_strdup_printf (C_ ("board", "+%u"), item->children->len);
  gtk_label_set_text (self->children, count);
  gtk_button_set_icon_name (self->expander, is_expanded ? "pan-down-symbolic" : "pan-end-symbolic");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->expander), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  is_expanded ? _ ("Collapse") : _ ("Expand"), -1);
}

static void
make_mark (XcBoardCell *self)
{
  self->mark = GTK_BUTTON (make_button ("mark"));
  g_signal_connect_swapped (self->mark, "clicked", G_CALLBACK (mark_clicked_cb), self);
  gtk_box_append (self->line, GTK_WIDGET (self->mark));
}

/* One sign for what stands against it, another one where all of it is waived. */
static void
show_mark (XcBoardCell *self, const XcBoardItem *item)
{
  gboolean is_open = xc_board_item_count_conflicts (item) > 0;
  gboolean has_any = is_open || xc_board_item_count_waived (item) > 0;

  if (has_any && self->mark == NULL)
    make_mark (self);
  if (self->mark == NULL)
    return;
  gtk_widget_set_visible (GTK_WIDGET (self->mark), has_any);
  gtk_button_set_icon_name (self->mark, is_open ? "action-unavailable-symbolic" : "object-select-symbolic");
  gtk_widget_remove_css_class (GTK_WIDGET (self->mark), is_open ? "dim-label" : "error");
  gtk_widget_add_css_class (GTK_WIDGET (self->mark), is_open ? "error" : "dim-label");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->mark), is_open
                                                            ? _ ("Avoidance conflict: why, and the ways out")
                                                            : _ ("Avoidance was waived: for whom, and why"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->mark), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  is_open ? _ ("Avoidance conflict") : _ ("Avoidance waived"), -1);
}

static void
set_text (GtkWidget *widget, const char *text)
{
  if (GTK_IS_LABEL (widget))
    gtk_label_set_text (GTK_LABEL (widget), text);
  else
    gtk_inscription_set_text (GTK_INSCRIPTION (widget), text);
}

static void
show_row (XcBoardCell *self)
{
  const XcBoardItem *item = xc_board_row_get_item (self->row);
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));
  g_autofree char *label = xc_board_row_dup_label (self->row);
  g_autofree char *detail = xc_board_item_dup_detail (item);

  set_text (self->name, xc_board_item_get_name (item));
  set_text (self->detail, detail);
  show_children (self, item);
  show_mark (self, item);
  if (xc_board_row_is_child (self->row))
    gtk_widget_add_css_class (GTK_WIDGET (self), "child");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "child");
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
  if (self->row == row)
    return;
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

/* Made when it is asked for: a tooltip for each row takes longer than the row. */
static gboolean
xc_board_cell_query_tooltip (GtkWidget *widget, int x, int y, gboolean by_keyboard, GtkTooltip *tooltip)
{
  XcBoardCell *self = XC_BOARD_CELL (widget);
  g_autofree char *tip = NULL;

  if (self->row == NULL)
    return FALSE;
  tip = xc_board_item_dup_tip (xc_board_row_get_item (self->row));
  gtk_tooltip_set_text (tooltip, tip);
  return TRUE;
}

static void
xc_board_cell_dispose (GObject *object)
{
  xc_board_cell_set_row (XC_BOARD_CELL (object), NULL);
  G_OBJECT_CLASS (xc_board_cell_parent_class)->dispose (object);
}

static void
xc_board_cell_class_init (XcBoardCellClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = xc_board_cell_dispose;
  widget_class->query_tooltip = xc_board_cell_query_tooltip;
  signals[SIGNAL_EXPAND] =
      g_signal_new ("expand", XC_TYPE_BOARD_CELL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_EXPLAIN] =
      g_signal_new ("explain", XC_TYPE_BOARD_CELL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_css_name (widget_class, "boardcell");
}

static void
xc_board_cell_init (XcBoardCell *self)
{
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
}

/* Takes the room that it is given, which a label would have to measure. */
static GtkWidget *
make_inscription (void)
{
  GtkWidget *text = gtk_inscription_new (NULL);

  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (text), GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_inscription_set_min_lines (GTK_INSCRIPTION (text), 1);
  return text;
}

static GtkWidget *
make_label (void)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), 4);
  return label;
}

static void
fill_card (XcBoardCell *self)
{
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  self->name = make_label ();
  self->detail = make_label ();
  gtk_label_set_wrap (GTK_LABEL (self->name), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->name), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (self->name), 2);
  gtk_widget_set_hexpand (lines, TRUE);
  gtk_widget_set_hexpand (self->name, TRUE);
  self->line = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3));
  gtk_box_append (self->line, self->name);
  gtk_box_append (GTK_BOX (lines), GTK_WIDGET (self->line));
  gtk_box_append (GTK_BOX (lines), self->detail);
  gtk_box_append (self->box, lines);
}

static void
fill_line (XcBoardCell *self)
{
  self->name = make_inscription ();
  self->detail = make_inscription ();
  gtk_widget_set_hexpand (self->name, TRUE);
  gtk_inscription_set_min_chars (GTK_INSCRIPTION (self->detail), DETAIL_CHARS);
  gtk_inscription_set_xalign (GTK_INSCRIPTION (self->detail), 1);
  self->line = self->box;
  gtk_box_append (self->box, self->name);
  gtk_box_append (self->box, self->detail);
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

  if (is_card)
    fill_card (self);
  else
    fill_line (self);
  gtk_widget_add_css_class (self->detail, "caption");
  gtk_widget_add_css_class (self->detail, "detail");
  gtk_widget_add_css_class (self->detail, "numeric");
  return self;
}
