/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/board/board-list.h"

#include "app/board/board-cell.h"
#include "app/tab-stop.h"
#include "store/id-list.h"

struct _XcBoardList
{
  AdwBin parent_instance;

  gboolean is_card;
  gboolean is_expanding; /* shows all children, whatever was expanded */
  gboolean is_filling;

  /* Owned */
  GPtrArray *items;     /* of XcBoardItem: those at the left edge */
  GHashTable *expanded; /* a set of ids */
  GListStore *rows;
  GtkMultiSelection *selection;

  /* Borrowed: of the own tree */
  GtkListView *view;
};

typedef enum
{
  SIGNAL_SELECTED,
  SIGNAL_ACTIVATED,
  SIGNAL_EXPLAIN,
  SIGNAL_DROPPED,
  SIGNAL_MENU,
} XcBoardListSignal;

typedef enum
{
  PROP_IS_CARD = 1,
} XcBoardListProperty;

static guint signals[SIGNAL_MENU + 1];
static GParamSpec *properties[PROP_IS_CARD + 1];

G_DEFINE_FINAL_TYPE (XcBoardList, xc_board_list, ADW_TYPE_BIN)

static XcBoardRow *
get_row (XcBoardList *self, guint position)
{
  g_autoptr (XcBoardRow) row = g_list_model_get_item (G_LIST_MODEL (self->rows), position);

  return row; /* the list keeps it */
}

static gboolean
is_expanded (XcBoardList *self, const XcBoardItem *item)
{
  return item->children->len > 0 && (self->is_expanding || g_hash_table_contains (self->expanded, &item->id));
}

/* A row that was there already goes on, so that what is bound to it only changes. */
static void
add_row (XcBoardList *self, GPtrArray *rows, GHashTable *former, XcBoardItem *item, gboolean is_child)
{
  XcBoardRow *row = g_hash_table_lookup (former, &item->id);
  gboolean expanded = is_expanded (self, item);

  if (row != NULL)
    {
      xc_board_row_update (row, item, is_child, expanded);
      g_ptr_array_add (rows, g_object_ref (row));
    }
  else
    g_ptr_array_add (rows, xc_board_row_new (item, is_child, expanded));
  for (guint i = 0; expanded && i < item->children->len; i++)
    add_row (self, rows, former, item->children->pdata[i], TRUE);
}

static GArray *
list_ids (const GPtrArray *rows)
{
  GArray *ids = g_array_sized_new (FALSE, FALSE, sizeof (gint64), rows->len);

  for (guint i = 0; i < rows->len; i++)
    g_array_append_val (ids, xc_board_row_get_item (rows->pdata[i])->id);
  return ids;
}

static void
tell_selected (XcBoardList *self)
{
  if (!self->is_filling)
    g_signal_emit (self, signals[SIGNAL_SELECTED], 0);
}

/* Only what differs goes and comes: a list keeps its place, its focus and its selection. */
static void
fill (XcBoardList *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->rows));
  g_autoptr (GPtrArray) before = g_ptr_array_new ();
  g_autoptr (GPtrArray) after = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GHashTable) former = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GArray) ids_before = NULL;
  g_autoptr (GArray) ids_after = NULL;
  g_autoptr (GArray) steps = NULL;

  for (guint i = 0; i < n; i++)
    {
      XcBoardRow *row = get_row (self, i);

      g_ptr_array_add (before, row);
    }
  ids_before = list_ids (before);
  for (guint i = 0; i < n; i++)
    g_hash_table_insert (former, &g_array_index (ids_before, gint64, i), before->pdata[i]);
  for (guint i = 0; self->items != NULL && i < self->items->len; i++)
    add_row (self, after, former, self->items->pdata[i], FALSE);
  ids_after = list_ids (after);
  steps = xc_id_list_compare (ids_before, ids_after, NULL, NULL);
  self->is_filling = TRUE;
  for (guint i = 0; i < steps->len; i++)
    {
      const XcIdStep *step = &g_array_index (steps, XcIdStep, i);

      g_list_store_splice (self->rows, step->position, step->removed, after->pdata + step->position,
                           step->added);
    }
  self->is_filling = FALSE;
}

static void
toggle (XcBoardList *self, XcBoardRow *row, gboolean expand)
{
  gint64 id = xc_board_row_get_item (row)->id;

  if (expand)
    g_hash_table_add (self->expanded, g_memdup2 (&id, sizeof id));
  else
    g_hash_table_remove (self->expanded, &id);
  fill (self);
}

static XcBoardList *
get_list (gpointer widget)
{
  return XC_BOARD_LIST (gtk_widget_get_ancestor (widget, XC_TYPE_BOARD_LIST));
}

static void
expand_cb (XcBoardCell *cell)
{
  XcBoardRow *row = xc_board_cell_get_row (cell);

  toggle (get_list (cell), row, !xc_board_row_is_expanded (row));
}

/* What is done with a row by the pointer is done with all selected ones when it is one of them. */
static void
take_in_selection (XcBoardList *self, XcBoardCell *cell)
{
  XcBoardRow *row = xc_board_cell_get_row (cell);
  GtkSelectionModel *selection = GTK_SELECTION_MODEL (self->selection);
  guint position;

  if (row != NULL && g_list_store_find (self->rows, row, &position)
      && !gtk_selection_model_is_selected (selection, position))
    gtk_selection_model_select_item (selection, position, TRUE);
}

static void
explain_cb (XcBoardCell *cell)
{
  XcBoardList *self = get_list (cell);

  take_in_selection (self, cell);
  g_signal_emit (self, signals[SIGNAL_EXPLAIN], 0);
}

static GdkContentProvider *
prepare_drag_cb (GtkDragSource *source, double x, double y, XcBoardCell *cell)
{
  XcBoardList *self = get_list (cell);

  take_in_selection (self, cell);
  return gdk_content_provider_new_typed (XC_TYPE_BOARD_LIST, self);
}

static void
begin_drag_cb (GtkDragSource *source, GdkDrag *drag, XcBoardCell *cell)
{
  g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (GTK_WIDGET (cell));

  gtk_drag_source_set_icon (source, picture, 12, 12);
}

static void
right_click_cb (GtkGestureClick *click, int n_press, double x, double y, XcBoardCell *cell)
{
  XcBoardList *self = get_list (cell);
  double at_x, at_y;

  take_in_selection (self, cell);
  gtk_gesture_set_state (GTK_GESTURE (click), GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_translate_coordinates (GTK_WIDGET (cell), GTK_WIDGET (self), x, y, &at_x, &at_y);
  g_signal_emit (self, signals[SIGNAL_MENU], 0, (int) at_x, (int) at_y);
}

static void
set_up_cb (GtkSignalListItemFactory *factory, GtkListItem *item, XcBoardList *self)
{
  XcBoardCell *cell = xc_board_cell_new (self->is_card);
  GtkDragSource *source = gtk_drag_source_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect (source, "prepare", G_CALLBACK (prepare_drag_cb), cell);
  g_signal_connect (source, "drag-begin", G_CALLBACK (begin_drag_cb), cell);
  gtk_widget_add_controller (GTK_WIDGET (cell), GTK_EVENT_CONTROLLER (source));
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect (click, "pressed", G_CALLBACK (right_click_cb), cell);
  gtk_widget_add_controller (GTK_WIDGET (cell), GTK_EVENT_CONTROLLER (click));
  g_signal_connect (cell, "expand", G_CALLBACK (expand_cb), NULL);
  g_signal_connect (cell, "explain", G_CALLBACK (explain_cb), NULL);
  gtk_list_item_set_child (item, GTK_WIDGET (cell));
}

/* There is no unbinding: GTK 4.8 binds a row anew whenever its place changes, which then is no work. */
static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  xc_board_cell_set_row (XC_BOARD_CELL (gtk_list_item_get_child (item)), gtk_list_item_get_item (item));
}

static void
activate_cb (XcBoardList *self)
{
  g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0);
}

static GdkDragAction
enter_cb (XcBoardList *self, double x, double y, GtkDropTarget *target)
{
  const GValue *value = gtk_drop_target_get_value (target);

  return value != NULL && g_value_get_object (value) == self ? 0 : GDK_ACTION_MOVE;
}

static gboolean
drop_cb (XcBoardList *self, const GValue *value)
{
  XcBoardList *from = g_value_get_object (value);

  if (from == self || from == NULL)
    return FALSE;
  g_signal_emit (self, signals[SIGNAL_DROPPED], 0, from);
  return TRUE;
}

static void
xc_board_list_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  XcBoardList *self = XC_BOARD_LIST (object);

  switch ((XcBoardListProperty) id)
    {
    case PROP_IS_CARD:
      self->is_card = g_value_get_boolean (value);
      gtk_widget_add_css_class (GTK_WIDGET (self->view), self->is_card ? "cards" : "waiting");
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
xc_board_list_dispose (GObject *object)
{
  XcBoardList *self = XC_BOARD_LIST (object);

  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  if (self->view != NULL)
    gtk_list_view_set_model (self->view, NULL);
  self->view = NULL;
  g_clear_object (&self->selection);
  g_clear_object (&self->rows);
  G_OBJECT_CLASS (xc_board_list_parent_class)->dispose (object);
}

static void
xc_board_list_finalize (GObject *object)
{
  XcBoardList *self = XC_BOARD_LIST (object);

  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_hash_table_unref (self->expanded);
  G_OBJECT_CLASS (xc_board_list_parent_class)->finalize (object);
}

static void
xc_board_list_class_init (XcBoardListClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);

  object_class->set_property = xc_board_list_set_property;
  object_class->dispose = xc_board_list_dispose;
  object_class->finalize = xc_board_list_finalize;
  properties[PROP_IS_CARD] = g_param_spec_boolean (
      "is-card", NULL, NULL, FALSE, G_PARAM_WRITABLE | G_PARAM_CONSTRUCT | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
  signals[SIGNAL_SELECTED] =
      g_signal_new ("selected", XC_TYPE_BOARD_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_ACTIVATED] =
      g_signal_new ("activated", XC_TYPE_BOARD_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_EXPLAIN] =
      g_signal_new ("explain", XC_TYPE_BOARD_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_DROPPED] = g_signal_new ("dropped", XC_TYPE_BOARD_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 1, XC_TYPE_BOARD_LIST);
  signals[SIGNAL_MENU] = g_signal_new ("menu", XC_TYPE_BOARD_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_INT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (class), "boardlist");
}

static void
set_up_view (XcBoardList *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkDropTarget *target = gtk_drop_target_new (XC_TYPE_BOARD_LIST, GDK_ACTION_MOVE);

  g_signal_connect (factory, "setup", G_CALLBACK (set_up_cb), self);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  self->view = GTK_LIST_VIEW (gtk_list_view_new (NULL, factory));
  gtk_list_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "board-list");
  xc_tab_stop_set_up (GTK_WIDGET (self->view));
  g_signal_connect_swapped (self->view, "activate", G_CALLBACK (activate_cb), self);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->view));
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_widget_set_focusable (scrolled, FALSE); /* no stop where there is no row */
  adw_bin_set_child (ADW_BIN (self), scrolled);
  gtk_drop_target_set_preload (target, TRUE);
  g_signal_connect_swapped (target, "enter", G_CALLBACK (enter_cb), self);
  g_signal_connect_swapped (target, "motion", G_CALLBACK (enter_cb), self);
  g_signal_connect_swapped (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

static void
xc_board_list_init (XcBoardList *self)
{
  self->expanded = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->rows = g_list_store_new (XC_TYPE_BOARD_ROW);
  self->selection = gtk_multi_selection_new (G_LIST_MODEL (g_object_ref (self->rows)));
  g_signal_connect_swapped (self->selection, "selection-changed", G_CALLBACK (tell_selected), self);
  set_up_view (self);
}

/**
 * xc_board_list_set_items:
 * @self: a list
 * @items: (element-type XcBoardItem): those at the left edge; their children are under them
 */
void
xc_board_list_set_items (XcBoardList *self, GPtrArray *items)
{
  g_ptr_array_ref (items);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  self->items = items;
  fill (self);
}

/**
 * xc_board_list_set_expanding:
 * @self: a list
 * @is_expanding: whether all children are shown, as in an answer to a search
 */
void
xc_board_list_set_expanding (XcBoardList *self, gboolean is_expanding)
{
  self->is_expanding = is_expanding;
}

/**
 * xc_board_list_set_name:
 * @self: a list
 * @name: (translated): how it is read out
 */
void
xc_board_list_set_name (XcBoardList *self, const char *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

guint
xc_board_list_get_n_rows (XcBoardList *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->rows));
}

/**
 * xc_board_list_dup_selected:
 * @self: a list
 *
 * Returns: (transfer full) (element-type XcBoardItem): what is selected, in the order of the list
 */
GPtrArray *
xc_board_list_dup_selected (XcBoardList *self)
{
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  GPtrArray *items = g_ptr_array_new_with_free_func ((GDestroyNotify) xc_board_item_unref);
  GtkBitsetIter iter;
  guint position;

  for (gboolean more = gtk_bitset_iter_init_first (&iter, selected, &position); more;
       more = gtk_bitset_iter_next (&iter, &position))
    g_ptr_array_add (items, xc_board_item_ref (xc_board_row_get_item (get_row (self, position))));
  return items;
}

guint
xc_board_list_get_n_selected (XcBoardList *self)
{
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));

  return (guint) gtk_bitset_get_size (selected);
}

/**
 * xc_board_list_get_first_selected:
 * @self: a list
 *
 * Returns: the position of the first selected row; 0 without one
 */
guint
xc_board_list_get_first_selected (XcBoardList *self)
{
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));

  return gtk_bitset_is_empty (selected) ? 0 : gtk_bitset_get_minimum (selected);
}

void
xc_board_list_unselect (XcBoardList *self)
{
  gtk_selection_model_unselect_all (GTK_SELECTION_MODEL (self->selection));
}

/* A list remembers its focus child longer than the window does its focus. */
static GtkWidget *
get_focus (XcBoardList *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self)) ? focus : NULL;
}

gboolean
xc_board_list_has_focus (XcBoardList *self)
{
  return get_focus (self) != NULL;
}

/* The rows that are made; those further away have no widget. */
static XcBoardCell *
get_cell (GtkWidget *row_widget)
{
  GtkWidget *child = row_widget != NULL ? gtk_widget_get_first_child (row_widget) : NULL;

  return XC_IS_BOARD_CELL (child) ? XC_BOARD_CELL (child) : NULL;
}

/**
 * xc_board_list_get_focused:
 * @self: a list
 *
 * Returns: the position of the row that has the focus; that of the first selected one when none has
 */
guint
xc_board_list_get_focused (XcBoardList *self)
{
  XcBoardCell *cell = get_cell (get_focus (self));
  XcBoardRow *row = cell != NULL ? xc_board_cell_get_row (cell) : NULL;
  guint position;

  if (row != NULL && g_list_store_find (self->rows, row, &position))
    return position;
  return xc_board_list_get_first_selected (self);
}

/**
 * xc_board_list_focus_row:
 * @self: a list
 * @position: a row; the last one when there are fewer
 *
 * Selects it and puts the focus there.
 *
 * Returns: whether the list has any row
 */
gboolean
xc_board_list_focus_row (XcBoardList *self, guint position)
{
  guint n = xc_board_list_get_n_rows (self);
  XcBoardRow *row;

  if (n == 0)
    return FALSE;
  position = MIN (position, n - 1);
  row = get_row (self, position);
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), position, TRUE);
  /* gtk_list_view_scroll_to() came after GTK 4.8. */
  gtk_widget_activate_action (GTK_WIDGET (self->view), "list.scroll-to-item", "u", position);
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->view)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (get_cell (child) != NULL && xc_board_cell_get_row (get_cell (child)) == row)
      return gtk_widget_grab_focus (child);
  return gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

/**
 * xc_board_list_expand:
 * @self: a list
 * @is_expanded: whether the children of the row with the focus are shown from now on
 *
 * Returns: whether that changed anything
 */
gboolean
xc_board_list_expand (XcBoardList *self, gboolean is_expanded)
{
  guint position = xc_board_list_get_focused (self);
  XcBoardRow *row;

  if (position >= xc_board_list_get_n_rows (self))
    return FALSE;
  row = get_row (self, position);
  if (xc_board_row_get_item (row)->children->len == 0 || xc_board_row_is_expanded (row) == is_expanded)
    return FALSE;
  toggle (self, row, is_expanded);
  return TRUE;
}

/**
 * xc_board_list_find:
 * @self: a list
 * @id: of an item
 * @position: (out): where it is
 *
 * Returns: whether the list shows it
 */
gboolean
xc_board_list_find (XcBoardList *self, gint64 id, guint *position)
{
  for (guint i = 0; i < xc_board_list_get_n_rows (self); i++)
    if (xc_board_row_get_item (get_row (self, i))->id == id)
      {
        *position = i;
        return TRUE;
      }
  return FALSE;
}
