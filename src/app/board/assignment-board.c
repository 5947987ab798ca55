/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/board/assignment-board-private.h"

#include <glib/gi18n-lib.h>

#include "app/drop-down.h"
#include "app/window.h"
#include "store/row-name.h"

static guint teams_wanted_signal;

G_DEFINE_FINAL_TYPE (XcAssignmentBoard, xc_assignment_board, ADW_TYPE_BIN)

/* One list has the selection, so that nobody gives away what is selected out of sight. */
static void
selected_cb (XcAssignmentBoard *self, XcBoardList *list)
{
  if (self->is_unselecting || xc_board_list_get_n_selected (list) == 0)
    return;
  self->is_unselecting = TRUE;
  for (guint i = 0; i < self->lists->len; i++)
    if (self->lists->pdata[i] != list)
      xc_board_list_unselect (self->lists->pdata[i]);
  self->is_unselecting = FALSE;
  xc_board_actions_update (self, list);
}

static void
activated_cb (XcAssignmentBoard *self, XcBoardList *list)
{
  if (list == self->lists->pdata[0])
    xc_board_actions_show_menu (self, list, 24, 32);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "board.edit", NULL);
}

static void
explain_cb (XcAssignmentBoard *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "board.explain", NULL);
}

static gint64
get_team (XcBoardList *list)
{
  GtkWidget *column = gtk_widget_get_ancestor (GTK_WIDGET (list), XC_TYPE_TEAM_COLUMN);

  return column != NULL ? xc_team_column_get_team (XC_TEAM_COLUMN (column)) : 0;
}

static void
dropped_cb (XcAssignmentBoard *self, XcBoardList *from, XcBoardList *to)
{
  if (to == self->lists->pdata[0])
    xc_assignment_board_take_back (self, from);
  else if (get_team (to) != 0)
    xc_assignment_board_give_to (self, from, get_team (to));
}

static void
menu_cb (XcAssignmentBoard *self, int x, int y, XcBoardList *list)
{
  xc_board_actions_show_menu (self, list, x, y);
}

static void
add_list (XcAssignmentBoard *self, XcBoardList *list)
{
  g_ptr_array_add (self->lists, list);
  g_signal_connect_swapped (list, "selected", G_CALLBACK (selected_cb), self);
  g_signal_connect_swapped (list, "activated", G_CALLBACK (activated_cb), self);
  g_signal_connect_swapped (list, "explain", G_CALLBACK (explain_cb), self);
  g_signal_connect_swapped (list, "dropped", G_CALLBACK (dropped_cb), self);
  g_signal_connect_swapped (list, "menu", G_CALLBACK (menu_cb), self);
}

static void
add_column (XcAssignmentBoard *self)
{
  XcTeamColumn *column = xc_team_column_new ();

  gtk_box_append (self->columns, GTK_WIDGET (column));
  add_list (self, xc_team_column_get_list (column));
  xc_team_column_show (column, self->data->teams->pdata[self->lists->len - 2]);
}

static gboolean
add_column_cb (gpointer data)
{
  XcAssignmentBoard *self = data;

  if (self->data != NULL && self->lists->len - 1 < self->data->teams->len)
    {
      add_column (self);
      return G_SOURCE_CONTINUE;
    }
  self->columns_source = 0;
  return G_SOURCE_REMOVE;
}

/* Columns stay as long as there are as many teams. Each new one is a step of its own, before the next frame. */
static void
show_teams (XcAssignmentBoard *self)
{
  guint n = self->data->teams->len;
  GtkWidget *column;

  while (self->lists->len - 1 > n)
    {
      column = gtk_widget_get_last_child (GTK_WIDGET (self->columns));
      g_ptr_array_remove_index (self->lists, self->lists->len - 1);
      gtk_box_remove (self->columns, column);
    }
  column = gtk_widget_get_first_child (GTK_WIDGET (self->columns));
  for (guint i = 0; column != NULL; i++, column = gtk_widget_get_next_sibling (column))
    xc_team_column_show (XC_TEAM_COLUMN (column), self->data->teams->pdata[i]);
  if (self->lists->len - 1 < n && self->columns_source == 0)
    self->columns_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, add_column_cb, self, NULL);
  gtk_stack_set_visible_child_name (self->places, n > 0 ? "teams" : "empty");
}

static void
show_batches (XcAssignmentBoard *self)
{
  g_autoptr (GPtrArray) titles = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (titles, g_strdup (C_ ("batch", "No Batch")));
  for (guint i = 0; i < self->data->batches->len; i++)
    g_ptr_array_add (titles, xc_row_dup_name (xc_store_get_database (self->store), XC_TABLE_BATCH,
                                              xc_record_get_id (self->data->batches->pdata[i])));
  g_ptr_array_add (titles, NULL);
  xc_drop_down_fill (self->batch, (const char *const *) titles->pdata);
  gtk_widget_set_visible (GTK_WIDGET (self->batch), self->data->batches->len > 0);
}

static void
show_nothing (XcAssignmentBoard *self)
{
  xc_plan_line_show (self->line, NULL);
  g_clear_pointer (&self->data, xc_board_data_free);
  gtk_stack_set_visible_child_name (self->views, "nothing");
}

static void
load (XcAssignmentBoard *self, const XcChange *change)
{
  g_autoptr (XcBoardData) former = NULL;
  g_autoptr (XcBoardData) data = NULL;
  g_autoptr (GError) error = NULL;

  self->is_stale = FALSE;
  if (self->store != NULL && self->round_id != 0)
    data = xc_board_data_load (self->store, self->round_id, self->data, change, &error);
  if (data == NULL)
    {
      /* The round may just have been removed; whoever shows the board knows that, too. */
      if (error != NULL && !g_error_matches (error, XC_STORE_ERROR, XC_STORE_ERROR_NOT_FOUND))
        xc_window_tell_error (GTK_WIDGET (self), error);
      show_nothing (self);
      return;
    }
  former = g_steal_pointer (&self->data);
  self->data = g_steal_pointer (&data);
  show_batches (self);
  xc_waiting_pane_show (self->waiting, self->data);
  show_teams (self);
  xc_plan_line_show (self->line, self->data->plan);
  gtk_stack_set_visible_child_name (self->views, "board");
  xc_board_actions_update (self, xc_assignment_board_get_active (self));
}

static void
store_changed_cb (XcStore *store, const XcChange *change, XcAssignmentBoard *self)
{
  if (!xc_board_data_is_moved (change))
    return;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)) && !self->is_stale)
    load (self, change);
  else
    self->is_stale = TRUE;
}

static void
xc_assignment_board_map (GtkWidget *widget)
{
  XcAssignmentBoard *self = XC_ASSIGNMENT_BOARD (widget);

  if (self->is_stale)
    load (self, NULL);
  GTK_WIDGET_CLASS (xc_assignment_board_parent_class)->map (widget);
}

/* Whoever comes in wants to give, not to choose how. */
static gboolean
xc_assignment_board_grab_focus (GtkWidget *widget)
{
  XcAssignmentBoard *self = XC_ASSIGNMENT_BOARD (widget);
  XcBoardList *waiting = self->lists->pdata[0];

  return (self->data != NULL && xc_board_list_focus_row (waiting, xc_board_list_get_first_selected (waiting)))
         || gtk_widget_child_focus (widget, GTK_DIR_TAB_FORWARD);
}

static void
teams_clicked_cb (XcAssignmentBoard *self)
{
  g_signal_emit (self, teams_wanted_signal, 0);
}

/* From the search to the teams, when nobody waits. */
static void
waiting_left_cb (XcAssignmentBoard *self)
{
  for (guint i = 1; i < self->lists->len; i++)
    if (xc_board_list_focus_row (self->lists->pdata[i], 0))
      return;
}

static void
drop_store (XcAssignmentBoard *self)
{
  if (self->store != NULL)
    g_clear_signal_handler (&self->changed_handler, self->store);
  g_clear_object (&self->store);
}

static void
xc_assignment_board_dispose (GObject *object)
{
  XcAssignmentBoard *self = XC_ASSIGNMENT_BOARD (object);

  drop_store (self);
  if (self->line != NULL)
    xc_plan_line_show (self->line, NULL);
  if (self->menu != NULL)
    gtk_widget_unparent (GTK_WIDGET (g_steal_pointer (&self->menu)));
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), XC_TYPE_ASSIGNMENT_BOARD);
  /* What is taken away tells of a change once more. */
  g_clear_handle_id (&self->typed_source, g_source_remove);
  g_clear_handle_id (&self->columns_source, g_source_remove);
  g_clear_pointer (&self->data, xc_board_data_free);
  G_OBJECT_CLASS (xc_assignment_board_parent_class)->dispose (object);
}

static void
xc_assignment_board_finalize (GObject *object)
{
  XcAssignmentBoard *self = XC_ASSIGNMENT_BOARD (object);

  g_ptr_array_unref (self->lists);
  g_object_unref (self->teams_menu);
  G_OBJECT_CLASS (xc_assignment_board_parent_class)->finalize (object);
}

static void
xc_assignment_board_class_init (XcAssignmentBoardClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = xc_assignment_board_dispose;
  G_OBJECT_CLASS (class)->finalize = xc_assignment_board_finalize;
  widget_class->map = xc_assignment_board_map;
  widget_class->grab_focus = xc_assignment_board_grab_focus;
  teams_wanted_signal = g_signal_new ("teams-wanted", XC_TYPE_ASSIGNMENT_BOARD, G_SIGNAL_RUN_LAST, 0, NULL,
                                      NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (XC_TYPE_WAITING_PANE);
  g_type_ensure (XC_TYPE_PLAN_LINE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/xuncha/Xuncha/board/assignment-board.ui");
  gtk_widget_class_bind_template_child (widget_class, XcAssignmentBoard, views);
  gtk_widget_class_bind_template_child (widget_class, XcAssignmentBoard, kind);
  gtk_widget_class_bind_template_child (widget_class, XcAssignmentBoard, company);
  gtk_widget_class_bind_template_child (widget_class, XcAssignmentBoard, batch);
  gtk_widget_class_bind_template_child (widget_class, XcAssignmentBoard, waiting);
  gtk_widget_class_bind_template_child (widget_class, XcAssignmentBoard, places);
  gtk_widget_class_bind_template_child (widget_class, XcAssignmentBoard, columns);
  gtk_widget_class_bind_template_child (widget_class, XcAssignmentBoard, scrolled);
  gtk_widget_class_bind_template_child (widget_class, XcAssignmentBoard, line);
  gtk_widget_class_bind_template_callback (widget_class, teams_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, waiting_left_cb);
  xc_board_actions_install (widget_class);
}

static void
fill_choices (XcAssignmentBoard *self)
{
  const XcField *kind = xc_catalogue_get_field (XC_TABLE_INSPECTION, "kind");
  g_autoptr (GPtrArray) kinds = g_ptr_array_new ();
  const char *company[] = { C_ ("board", "Stay"), C_ ("board", "Come along, extended"),
                            C_ ("board", "Come along, each its own"), NULL };

  for (guint i = 0; kind->choices[i].word != NULL; i++)
    g_ptr_array_add (kinds, (gpointer) xc_choice_title (&kind->choices[i]));
  g_ptr_array_add (kinds, NULL);
  xc_drop_down_fill (self->kind, (const char *const *) kinds->pdata);
  xc_drop_down_fill (self->company, company);
  xc_drop_down_name (self->kind, _ ("Give as"));
  xc_drop_down_name (self->company, _ ("Communities and villages"));
  xc_drop_down_name (self->batch, _ ("Batch"));
}

static void
xc_assignment_board_init (XcAssignmentBoard *self)
{
  self->lists = g_ptr_array_new ();
  self->teams_menu = g_menu_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_choices (self);
  add_list (self, xc_waiting_pane_get_list (self->waiting));
  xc_board_actions_set_up (self);
  xc_board_keys_set_up (self);
}

/**
 * xc_assignment_board_show:
 * @self: a board
 * @store: (nullable): a ledger
 * @round_id: a round of it, or 0 for nothing
 *
 * Follows what is done to the ledger from now on.
 */
void
xc_assignment_board_show (XcAssignmentBoard *self, XcStore *store, gint64 round_id)
{
  if (self->store != store)
    {
      drop_store (self);
      if (store != NULL)
        {
          self->store = g_object_ref (store);
          self->changed_handler = g_signal_connect (store, "changed", G_CALLBACK (store_changed_cb), self);
        }
    }
  else if (self->round_id == round_id && !self->is_stale)
    return;
  self->round_id = round_id;
  xc_plan_line_show (self->line, NULL);
  g_clear_pointer (&self->data, xc_board_data_free);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)) || round_id == 0)
    load (self, NULL);
  else
    self->is_stale = TRUE;
}
