/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is done on the board: giving, moving, taking back; by drag, by keys and from the menu alike. */
#include "app/board/assignment-board-private.h"

#include <glib/gi18n-lib.h>

#include "app/avoidance/avoidance-dialog.h"
#include "app/board/cards-dialog.h"
#include "app/window.h"
#include "store/assignment.h"

/* Of more than these nobody reads in a menu what stands against each team. */
#define MOST_PREVIEWED 20

/**
 * xc_assignment_board_get_active:
 * @self: a board
 *
 * Returns: the list that has the focus, else the one with the selection, else that of those who wait
 */
XcBoardList *
xc_assignment_board_get_active (XcAssignmentBoard *self)
{
  for (guint i = 0; i < self->lists->len; i++)
    if (xc_board_list_has_focus (self->lists->pdata[i]))
      return self->lists->pdata[i];
  for (guint i = 0; i < self->lists->len; i++)
    if (xc_board_list_get_n_selected (self->lists->pdata[i]) > 0)
      return self->lists->pdata[i];
  return self->lists->pdata[0];
}

static gboolean
is_waiting (XcAssignmentBoard *self, XcBoardList *list)
{
  return list == self->lists->pdata[0];
}

/* Goes on where the rows were that just left; @list may be gone when it was that of no team. When all that was found is
 * given, the next is searched for. */
static void
focus_next (XcAssignmentBoard *self, XcBoardList *list, guint position)
{
  if ((!g_ptr_array_find (self->lists, list, NULL) || !xc_board_list_focus_row (list, position))
      && !xc_board_list_focus_row (self->lists->pdata[0], 0))
    xc_waiting_pane_focus_search (self->waiting);
}

static guint
count_conflicts (const XcAssignmentBoard *self)
{
  guint n = 0;

  for (guint i = 0; i < self->data->teams->len; i++)
    {
      const GPtrArray *items = ((const XcBoardTeam *) self->data->teams->pdata[i])->items;

      for (guint j = 0; j < items->len; j++)
        n += xc_board_item_count_conflicts (items->pdata[j]);
    }
  return n;
}

/* Nothing stops a clerk from giving against a rule, but it is not passed over in silence. */
static void
tell_done (XcAssignmentBoard *self, const char *title, guint n_before)
{
  guint n = self->data != NULL ? count_conflicts (self) : 0;
  g_autofree char *sentence = NULL;

  if (n > n_before)
    /* translators: %1$s is what was done, %2$u a number of conflicts */
    sentence = g_strdup_printf (_ ("%1$s · avoidance conflicts: %2$u"), title, n - n_before);
  xc_window_tell_done (GTK_WIDGET (self), sentence != NULL ? sentence : title);
}

static gboolean
run (XcAssignmentBoard *self, XcBoardList *from, const char *title, XcStoreAction action, gpointer data)
{
  guint position = xc_board_list_get_first_selected (from);
  guint n_conflicts = count_conflicts (self);
  g_autoptr (GError) error = NULL;

  if (!xc_store_run (self->store, title, action, data, &error))
    {
      xc_window_tell_error (GTK_WIDGET (self), error);
      return FALSE;
    }
  tell_done (self, title, n_conflicts);
  focus_next (self, from, position);
  return TRUE;
}

static XcInspectionKind
get_kind (XcAssignmentBoard *self)
{
  const XcField *field = xc_catalogue_get_field (XC_TABLE_INSPECTION, "kind");
  XcInspectionKind kind = XC_INSPECTION_REGULAR;

  xc_inspection_kind_from_word (field->choices[gtk_drop_down_get_selected (self->kind)].word, &kind);
  return kind;
}

static gint64
get_batch (XcAssignmentBoard *self)
{
  guint selected = gtk_drop_down_get_selected (self->batch);

  return selected == 0 || selected > self->data->batches->len
             ? 0
             : xc_record_get_id (self->data->batches->pdata[selected - 1]);
}

static void
give (XcAssignmentBoard *self, XcBoardList *from, gint64 team_id)
{
  g_autoptr (GPtrArray) items = xc_board_list_dup_selected (from);
  g_autoptr (XcAssignment) assignment = xc_assignment_new (self->round_id, team_id, get_batch (self));
  XcCompany company = gtk_drop_down_get_selected (self->company);
  XcInspectionKind kind = get_kind (self);
  g_autofree char *title = NULL;

  for (guint i = 0; i < items->len; i++)
    {
      const XcBoardItem *item = items->pdata[i];

      xc_assignment_add (assignment, xc_board_item_get_organization (item), 0, kind);
      for (guint j = 0; company != XC_COMPANY_NOBODY && j < item->children->len; j++)
        xc_assignment_add (assignment, xc_board_item_get_organization (item->children->pdata[j]),
                           xc_board_item_get_organization (item),
                           company == XC_COMPANY_EXTENDED ? XC_INSPECTION_EXTENDED : kind);
    }
  title = xc_assignment_dup_title (assignment, self->store);
  run (self, from, title, xc_assignment_give, assignment);
}

/* What is selected, and what stands under it in the same team. */
static GArray *
list_inspections (XcBoardList *list, gboolean with_children)
{
  g_autoptr (GPtrArray) items = xc_board_list_dup_selected (list);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_int64_hash, g_int64_equal);
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < items->len; i++)
    {
      const XcBoardItem *item = items->pdata[i];

      if (g_hash_table_add (seen, (gpointer) &item->id))
        g_array_append_val (ids, item->id);
      for (guint j = 0; with_children && j < item->children->len; j++)
        {
          const XcBoardItem *child = item->children->pdata[j];

          if (g_hash_table_add (seen, (gpointer) &child->id))
            g_array_append_val (ids, child->id);
        }
    }
  return ids;
}

static void
move (XcAssignmentBoard *self, XcBoardList *from, gint64 team_id)
{
  static const char *const fields[] = { "team_id", NULL };
  g_autoptr (GArray) ids = list_inspections (from, TRUE);
  g_autoptr (XcRecord) values = xc_record_new (XC_TABLE_INSPECTION);
  XcAssignmentChange change = { ids, values, fields };
  g_autofree char *title = NULL;

  xc_record_set_number (values, "team_id", team_id);
  title = xc_assignment_change_dup_title (&change, self->store);
  run (self, from, title, xc_assignment_change, &change);
}

static gboolean
can_act (XcAssignmentBoard *self, XcBoardList *from)
{
  return self->data != NULL && xc_store_is_writable (self->store) && xc_board_list_get_n_selected (from) > 0;
}

/**
 * xc_assignment_board_give_to:
 * @self: a board
 * @from: a list of it
 * @team_id: a team of the round
 *
 * Gives what is selected in the list to the team, be it waiting or another team's.
 */
void
xc_assignment_board_give_to (XcAssignmentBoard *self, XcBoardList *from, gint64 team_id)
{
  if (!can_act (self, from))
    return;
  if (is_waiting (self, from))
    give (self, from, team_id);
  else
    move (self, from, team_id);
}

/**
 * xc_assignment_board_take_back:
 * @self: a board
 * @from: a list of it
 *
 * What is selected in the list is nobody's any more.
 */
void
xc_assignment_board_take_back (XcAssignmentBoard *self, XcBoardList *from)
{
  g_autoptr (GArray) ids = NULL;
  g_autofree char *title = NULL;

  if (!can_act (self, from) || is_waiting (self, from))
    return;
  ids = list_inspections (from, TRUE);
  title = xc_assignment_take_back_dup_title (ids, self->store);
  run (self, from, title, xc_assignment_take_back, ids);
}

static void
give_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  XcAssignmentBoard *self = XC_ASSIGNMENT_BOARD (widget);
  const XcBoardTeam *team =
      self->data != NULL ? xc_board_data_find_team (self->data, g_variant_get_int32 (parameter)) : NULL;

  if (team != NULL)
    xc_assignment_board_give_to (self, xc_assignment_board_get_active (self), team->id);
  else
    gtk_widget_error_bell (widget);
}

static void
take_back_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  XcAssignmentBoard *self = XC_ASSIGNMENT_BOARD (widget);

  xc_assignment_board_take_back (self, xc_assignment_board_get_active (self));
}

static void
saved_cb (XcAssignmentBoard *self, const char *title)
{
  xc_window_tell_done (GTK_WIDGET (self), title);
}

static void
edit_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  XcAssignmentBoard *self = XC_ASSIGNMENT_BOARD (widget);
  XcBoardList *list = xc_assignment_board_get_active (self);
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GError) error = NULL;
  XcCardsDialog *dialog;

  if (!can_act (self, list) || is_waiting (self, list))
    return;
  ids = list_inspections (list, FALSE);
  dialog = xc_cards_dialog_new (GTK_WINDOW (gtk_widget_get_root (widget)), self->store, ids, &error);
  if (dialog == NULL)
    {
      xc_window_tell_error (widget, error);
      return;
    }
  g_signal_connect_object (dialog, "saved", G_CALLBACK (saved_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* The first one selected that has any, waived or not as it is asked for. */
static const XcBoardItem *
find_with (const GPtrArray *items, gboolean is_waived)
{
  for (guint i = 0; i < items->len; i++)
    {
      const XcBoardItem *item = items->pdata[i];
      const XcBoardItem *child = find_with (item->children, is_waived);

      if ((is_waived ? item->n_waived : item->n_conflicts) > 0)
        return item;
      if (child != NULL)
        return child;
    }
  return NULL;
}

/* What is waived can be looked at, and be withdrawn, where nothing else stands against it. */
static const XcBoardItem *
find_conflicting (const GPtrArray *items)
{
  const XcBoardItem *item = find_with (items, FALSE);

  return item != NULL ? item : find_with (items, TRUE);
}

static void
explain_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  XcAssignmentBoard *self = XC_ASSIGNMENT_BOARD (widget);
  XcBoardList *list = xc_assignment_board_get_active (self);
  g_autoptr (GPtrArray) items = xc_board_list_dup_selected (list);
  const XcBoardItem *item = find_conflicting (items);
  XcAvoidancePlace place = { 0 };

  if (item == NULL)
    {
      gtk_widget_error_bell (widget);
      return;
    }
  place.inspection_id = item->id;
  gtk_window_present (
      GTK_WINDOW (xc_avoidance_dialog_new (GTK_WINDOW (gtk_widget_get_root (widget)), self->store, &place)));
}

static void
find_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  xc_waiting_pane_focus_search (XC_ASSIGNMENT_BOARD (widget)->waiting);
}

static void
show_menu_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  XcAssignmentBoard *self = XC_ASSIGNMENT_BOARD (widget);

  xc_board_actions_show_menu (self, xc_assignment_board_get_active (self), 24, 32);
}

/* What would stand against giving @items to @team. */
static guint
preview (XcAssignmentBoard *self, const GPtrArray *items, const XcBoardTeam *team)
{
  XcAvoidanceBook *book = xc_avoidance_book_get (self->store);
  guint n = 0;

  for (guint i = 0; i < items->len && i < MOST_PREVIEWED; i++)
    {
      const XcBoardItem *item = items->pdata[i];
      XcAvoidanceProposal proposal = XC_AVOIDANCE_PROPOSAL_INIT;
      guint n_here;

      proposal.team_id = team->id;
      proposal.organization_id = xc_board_item_get_organization (item);
      proposal.inspection_id = item->inspection != NULL ? item->id : 0;
      g_free (xc_avoidance_book_preview (book, &proposal, 1, &n_here));
      n += n_here;
    }
  return n;
}

/* Offers the teams that there are now, and says what would stand against each. */
static void
fill_teams_menu (XcAssignmentBoard *self, XcBoardList *list)
{
  g_autoptr (GPtrArray) items = xc_board_list_dup_selected (list);

  g_menu_remove_all (self->teams_menu);
  for (guint i = 0; self->data != NULL && i < self->data->teams->len; i++)
    {
      const XcBoardTeam *team = self->data->teams->pdata[i];
      guint n = team->id != 0 ? preview (self, items, team) : 0;
      /* translators: %1$s is a team, %2$u a number of conflicts */
      g_autofree char *title = n > 0
                                   ? g_strdup_printf (_ ("%1$s · avoidance conflicts: %2$u"), team->title, n)
                                   : g_strdup (team->title);
      g_autoptr (GMenuItem) item = g_menu_item_new (title, NULL);

      g_menu_item_set_action_and_target (item, "board.give", "i", team->ordinal);
      if (team->id != 0)
        g_menu_append_item (self->teams_menu, item);
    }
}

/**
 * xc_board_actions_show_menu:
 * @self: a board
 * @list: the list that the menu is about
 * @x: where in the list
 * @y: where in the list
 */
void
xc_board_actions_show_menu (XcAssignmentBoard *self, XcBoardList *list, int x, int y)
{
  double at_x, at_y;

  if (xc_board_list_get_n_selected (list) == 0)
    return;
  xc_board_actions_update (self, list);
  fill_teams_menu (self, list);
  gtk_widget_translate_coordinates (GTK_WIDGET (list), GTK_WIDGET (self), x, y, &at_x, &at_y);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &(GdkRectangle){ (int) at_x, (int) at_y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

/**
 * xc_board_actions_update:
 * @self: a board
 * @list: the list that the selection is in
 *
 * Enables what can be done now.
 */
void
xc_board_actions_update (XcAssignmentBoard *self, XcBoardList *list)
{
  g_autoptr (GPtrArray) items = xc_board_list_dup_selected (list);
  gboolean can = can_act (self, list);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "board.give", can);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "board.take-back", can && !is_waiting (self, list));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "board.edit", can && !is_waiting (self, list));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "board.explain", find_conflicting (items) != NULL);
}

void
xc_board_actions_install (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "board.give", "i", give_action);
  gtk_widget_class_install_action (widget_class, "board.take-back", NULL, take_back_action);
  gtk_widget_class_install_action (widget_class, "board.edit", NULL, edit_action);
  gtk_widget_class_install_action (widget_class, "board.explain", NULL, explain_action);
  gtk_widget_class_install_action (widget_class, "board.find", NULL, find_action);
  gtk_widget_class_install_action (widget_class, "board.show-menu", NULL, show_menu_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "board.find", NULL);
}

static void
menu_closed_cb (XcAssignmentBoard *self)
{
  XcBoardList *list = xc_assignment_board_get_active (self);

  if (!xc_board_list_has_focus (list))
    xc_board_list_focus_row (list, xc_board_list_get_first_selected (list));
}

void
xc_board_actions_set_up (XcAssignmentBoard *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) section = g_menu_new ();

  g_menu_append_submenu (menu, _ ("_Give to"), G_MENU_MODEL (self->teams_menu));
  g_menu_append (section, _ ("_Change…"), "board.edit");
  g_menu_append (section, _ ("_Take Back"), "board.take-back");
  g_menu_append (section, _ ("_Avoidance…"), "board.explain");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
  self->menu = GTK_POPOVER_MENU (gtk_popover_menu_new_from_model (G_MENU_MODEL (menu)));
  gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
  gtk_widget_set_halign (GTK_WIDGET (self->menu), GTK_ALIGN_START);
  gtk_widget_set_parent (GTK_WIDGET (self->menu), GTK_WIDGET (self));
  g_signal_connect_swapped (self->menu, "closed", G_CALLBACK (menu_closed_cb), self);
}
