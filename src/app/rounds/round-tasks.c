/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/rounds/round-tasks.h"

#include "app/board/assignment-board.h"
#include "app/fold.h"
#include "app/form/form-pane.h"
#include "app/list/record-list.h"
#include "app/window.h"
#include "store/assignment.h"

struct _XcRoundTasks
{
  XcFormTab parent_instance;

  gint64 round_id;   /* 0: not in the ledger yet */
  gboolean is_stale; /* another round was chosen while nobody looked */

  /* Owned */
  XcStore *store;

  /* Template widgets */
  GtkStack *views;
  XcAssignmentBoard *board;
  XcRecordList *list;
  XcFormPane *pane;
};

G_DEFINE_FINAL_TYPE (XcRoundTasks, xc_round_tasks, XC_TYPE_FORM_TAB)

static guint teams_wanted_signal;

static const char *const columns[] = {
  "serial", "organization_id.name", "team_id.ordinal", "kind", "enters_on", "leaves_on", "fed_back_on", NULL
};

static gboolean
shows_list (XcRoundTasks *self)
{
  return g_str_equal (gtk_stack_get_visible_child_name (self->views), "list");
}

static gboolean
can_write (XcRoundTasks *self)
{
  return self->store != NULL && xc_store_is_writable (self->store);
}

static void
selected_cb (XcRoundTasks *self)
{
  g_autoptr (GArray) ids = xc_record_list_get_selected (self->list);
  g_autoptr (XcRecord) record = NULL;

  if (ids->len == 1 && self->store != NULL)
    record = xc_store_load (self->store, XC_TABLE_INSPECTION, g_array_index (ids, gint64, 0), NULL);
  xc_form_pane_show (self->pane, self->store, record);
}

static void
activated_cb (XcRoundTasks *self)
{
  xc_form_pane_focus (self->pane);
}

static void
folded_cb (XcRoundTasks *self, GParamSpec *pspec, AdwLeaflet *leaflet)
{
  xc_form_pane_set_covers_list (self->pane, adw_leaflet_get_folded (leaflet));
}

static void
show_list (XcRoundTasks *self)
{
  xc_fold_show (GTK_WIDGET (self->list));
  xc_record_list_focus (self->list);
}

static void
teams_wanted_cb (XcRoundTasks *self)
{
  g_signal_emit (self, teams_wanted_signal, 0);
}

/* Also after undo. */
static void
store_changed_cb (XcRoundTasks *self)
{
  xc_form_reload (xc_form_pane_get_form (self->pane));
}

/* The board is for looking at; to fill it is not for nothing. */
static void
fill (XcRoundTasks *self)
{
  self->is_stale = FALSE;
  xc_assignment_board_show (self->board, self->store, self->round_id);
  xc_record_list_set_store (self->list, NULL);
  xc_record_list_set_scope (self->list, "round_id", XC_RELATION_IS, self->round_id);
  xc_record_list_set_store (self->list, self->store);
}

static void
xc_round_tasks_show (XcFormTab *tab, XcStore *store, gint64 id)
{
  XcRoundTasks *self = XC_ROUND_TASKS (tab);

  if (self->store == store && self->round_id == id)
    return;
  xc_form_pane_show (self->pane, self->store, NULL);
  if (self->store != store)
    {
      if (self->store != NULL)
        g_signal_handlers_disconnect_by_data (self->store, self);
      g_set_object (&self->store, store);
      if (store != NULL)
        g_signal_connect_swapped (store, "changed", G_CALLBACK (store_changed_cb), self);
    }
  self->round_id = id;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)) || store == NULL)
    fill (self);
  else
    self->is_stale = TRUE;
}

static void
xc_round_tasks_settle (XcFormTab *tab)
{
  xc_form_pane_settle (XC_ROUND_TASKS (tab)->pane);
}

/* What a list does by its keys is for its own rows here, not for the round. */
static void
remove_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  XcRoundTasks *self = XC_ROUND_TASKS (widget);
  g_autoptr (GArray) ids = xc_record_list_get_selected (self->list);
  g_autofree char *title = NULL;
  g_autoptr (GError) error = NULL;

  if (!shows_list (self) || ids->len == 0 || !can_write (self))
    return;
  title = xc_assignment_take_back_dup_title (ids, self->store);
  if (xc_store_run (self->store, title, xc_assignment_take_back, ids, &error))
    xc_window_tell_done (widget, title);
  else
    xc_window_tell_error (widget, error);
}

static void
nothing_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
}

static void
leave_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  show_list (XC_ROUND_TASKS (widget));
}

/* From the form of an inspection back to its row, from there to the rounds. */
static gboolean
leave_form (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  XcRoundTasks *self = XC_ROUND_TASKS (widget);
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self->pane)))
    return FALSE;
  show_list (self);
  return TRUE;
}

static gboolean
xc_round_tasks_grab_focus (GtkWidget *widget)
{
  XcRoundTasks *self = XC_ROUND_TASKS (widget);

  if (!shows_list (self))
    return gtk_widget_grab_focus (GTK_WIDGET (self->board));
  show_list (self);
  return TRUE;
}

static void
xc_round_tasks_map (GtkWidget *widget)
{
  if (XC_ROUND_TASKS (widget)->is_stale)
    fill (XC_ROUND_TASKS (widget));
  GTK_WIDGET_CLASS (xc_round_tasks_parent_class)->map (widget);
}

static void
xc_round_tasks_build (XcFormTab *tab)
{
  XcRoundTasks *self = XC_ROUND_TASKS (tab);

  gtk_widget_init_template (GTK_WIDGET (self));
  xc_record_list_set_up (self->list, XC_TABLE_INSPECTION, columns, "serial");
  xc_record_list_set_page (self->list, "round-inspections");
  xc_form_pane_set_table (self->pane, XC_TABLE_INSPECTION);
}

static void
xc_round_tasks_dispose (GObject *object)
{
  XcRoundTasks *self = XC_ROUND_TASKS (object);

  if (self->store != NULL)
    g_signal_handlers_disconnect_by_data (self->store, self);
  g_clear_object (&self->store);
  /* Disposing of the template takes away the bound child, which the parent class would then take away again. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  if (xc_form_tab_is_built (XC_FORM_TAB (object)))
    gtk_widget_dispose_template (GTK_WIDGET (object), XC_TYPE_ROUND_TASKS);
  G_OBJECT_CLASS (xc_round_tasks_parent_class)->dispose (object);
}

static void
xc_round_tasks_class_init (XcRoundTasksClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = xc_round_tasks_dispose;
  widget_class->grab_focus = xc_round_tasks_grab_focus;
  widget_class->map = xc_round_tasks_map;
  XC_FORM_TAB_CLASS (class)->build = xc_round_tasks_build;
  XC_FORM_TAB_CLASS (class)->show = xc_round_tasks_show;
  XC_FORM_TAB_CLASS (class)->settle = xc_round_tasks_settle;
  teams_wanted_signal = g_signal_new ("teams-wanted", XC_TYPE_ROUND_TASKS, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                      NULL, G_TYPE_NONE, 0);
  g_type_ensure (XC_TYPE_ASSIGNMENT_BOARD);
  g_type_ensure (XC_TYPE_FORM_PANE);
  g_type_ensure (XC_TYPE_RECORD_LIST);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/xuncha/Xuncha/rounds/round-tasks.ui");
  gtk_widget_class_bind_template_child (widget_class, XcRoundTasks, views);
  gtk_widget_class_bind_template_child (widget_class, XcRoundTasks, board);
  gtk_widget_class_bind_template_child (widget_class, XcRoundTasks, list);
  gtk_widget_class_bind_template_child (widget_class, XcRoundTasks, pane);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, folded_cb);
  gtk_widget_class_bind_template_callback (widget_class, teams_wanted_cb);
  gtk_widget_class_install_action (widget_class, "page.remove", NULL, remove_action);
  gtk_widget_class_install_action (widget_class, "page.repeat", NULL, nothing_action);
  gtk_widget_class_install_action (widget_class, "page.leave-form", NULL, leave_action);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, leave_form, NULL);
}

static void
xc_round_tasks_init (XcRoundTasks *self)
{
}

/**
 * xc_round_tasks_select:
 * @self: the tab
 * @inspection_id: an inspection of the round shown
 *
 * Returns: whether the round has it; then it is shown in the list
 */
gboolean
xc_round_tasks_select (XcRoundTasks *self, gint64 inspection_id)
{
  xc_form_tab_build (XC_FORM_TAB (self));
  gtk_stack_set_visible_child_name (self->views, "list");
  if (self->is_stale)
    fill (self);
  return xc_record_list_select (self->list, inspection_id);
}
