/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/rounds/round-teams-private.h"

#include <glib/gi18n-lib.h>

#include "app/rounds/roster-row.h"
#include "app/rounds/round-words.h"
#include "app/tab-stop.h"

G_DEFINE_FINAL_TYPE (XcRoundTeams, xc_round_teams, XC_TYPE_FORM_TAB)

/**
 * xc_round_teams_get_team:
 * @self: the tab
 *
 * Returns: (transfer none) (nullable): the team shown
 */
const XcTeam *
xc_round_teams_get_team (XcRoundTeams *self)
{
  for (guint i = 0; self->teams != NULL && i < self->teams->len; i++)
    if (((XcTeam *) self->teams->pdata[i])->id == self->team_id)
      return self->teams->pdata[i];
  return NULL;
}

static gboolean
has_focus_inside (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, widget);
}

static void
clear_rows (GtkListBox *rows)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (rows, 0)) != NULL)
    gtk_list_box_remove (rows, GTK_WIDGET (row));
}

/* Selects the row with @id, or the first one; gives the id of what is selected. The focus goes with it if it was in the
 * list. */
static gint64
select_id (GtkListBox *rows, gint64 id, gboolean had_focus, gboolean or_first)
{
  GtkListBoxRow *row, *found = NULL;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (rows, i)) != NULL; i++)
    if ((or_first && found == NULL) || xc_roster_row_get_id (row) == id)
      found = row;
  gtk_list_box_select_row (rows, found);
  if (had_focus && found != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (found));
  return found != NULL ? xc_roster_row_get_id (found) : 0;
}

static void
fill_members (XcRoundTeams *self)
{
  const XcTeam *team = xc_round_teams_get_team (self);
  gboolean had_focus = has_focus_inside (GTK_WIDGET (self->member_rows));
  guint n = team != NULL ? team->members->len : 0;
  g_autofree char *count = NULL;

  self->is_filling = TRUE;
  clear_rows (self->member_rows);
  for (guint i = 0; i < n; i++)
    gtk_list_box_append (self->member_rows, xc_member_row_new (self->store, team, team->members->pdata[i]));
  self->member_id = select_id (self->member_rows, self->member_id, had_focus, had_focus);
  self->is_filling = FALSE;
  /* translators: %u is a number of people in a team */
  count = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u person", "%u people", n), n);
  gtk_label_set_text (self->count, count);
  xc_person_entry_set_team (self->person, self->team_id);
  if (team != NULL)
    xc_person_entry_propose (self->person, xc_team_propose_role (team));
}

static void
show_team (XcRoundTeams *self)
{
  const XcTeam *team = xc_round_teams_get_team (self);
  XcRecord *shown = xc_form_get_record (self->form);
  g_autofree char *name = team != NULL ? xc_round_words_dup_team (team) : NULL;

  gtk_label_set_text (self->heading, name != NULL ? name : "");
  if (team == NULL)
    xc_form_show (self->form, self->store, NULL);
  else if (shown != NULL && xc_record_get_id (shown) == team->id)
    xc_form_reload (self->form);
  else
    {
      g_autoptr (XcRecord) record = xc_store_load (self->store, XC_TABLE_TEAM, team->id, NULL);

      xc_form_show (self->form, self->store, record);
    }
  fill_members (self);
  xc_round_teams_update_actions (self);
}

static void
fill_teams (XcRoundTeams *self)
{
  gboolean had_focus = has_focus_inside (GTK_WIDGET (self->team_rows));

  self->is_filling = TRUE;
  clear_rows (self->team_rows);
  for (guint i = 0; self->teams != NULL && i < self->teams->len; i++)
    gtk_list_box_append (self->team_rows, xc_team_row_new (self->teams->pdata[i]));
  self->team_id = select_id (self->team_rows, self->team_id, had_focus, TRUE);
  self->is_filling = FALSE;
}

static void
reload (XcRoundTeams *self)
{
  self->is_stale = FALSE;
  g_clear_handle_id (&self->reloading, g_source_remove);
  g_clear_pointer (&self->teams, g_ptr_array_unref);
  if (self->store != NULL && self->round_id != 0)
    self->teams = xc_team_roster_load (self->store, self->round_id, NULL);
  gtk_stack_set_visible_child_name (self->views, self->round_id == 0                            ? "unsaved"
                                                 : self->teams == NULL || self->teams->len == 0 ? "empty"
                                                                                                : "teams");
  fill_teams (self);
  show_team (self);
}

static gboolean
reload_cb (gpointer data)
{
  XcRoundTeams *self = data;

  self->reloading = 0;
  reload (self);
  return G_SOURCE_REMOVE;
}

static void
store_changed_cb (XcRoundTeams *self, const XcChange *change)
{
  static const XcTable tables[] = { XC_TABLE_TEAM, XC_TABLE_TEAM_MEMBER, XC_TABLE_PERSON, XC_TABLE_INSPECTION,
                                    XC_TABLE_ORGANIZATION };
  gboolean is_touched = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    is_touched = is_touched || xc_change_has_table (change, tables[i]);
  if (!is_touched)
    return;
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->is_stale = TRUE;
  else if (self->is_settling && self->reloading == 0)
    /* The rows are in the middle of a selection. */
    self->reloading = g_idle_add (reload_cb, self);
  else if (!self->is_settling)
    reload (self);
}

static void
team_selected_cb (XcRoundTeams *self, GtkListBoxRow *row)
{
  if (self->is_filling || row == NULL || xc_roster_row_get_id (row) == self->team_id)
    return;
  self->team_id = xc_roster_row_get_id (row);
  self->member_id = 0;
  self->is_settling = TRUE;
  xc_form_settle (self->form);
  self->is_settling = FALSE;
  show_team (self);
}

static void
team_activated_cb (XcRoundTeams *self)
{
  xc_form_focus (self->form);
}

static void
member_selected_cb (XcRoundTeams *self, GtkListBoxRow *row)
{
  if (self->is_filling)
    return;
  self->member_id = row != NULL ? xc_roster_row_get_id (row) : 0;
  xc_round_teams_update_actions (self);
}

static void
member_activated_cb (XcRoundTeams *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "member.edit", NULL);
}

static void
person_chosen_cb (XcRoundTeams *self, gint64 person_id)
{
  xc_team_actions_add_person (self, person_id);
}

static void
edited_cb (XcRoundTeams *self)
{
  gtk_revealer_set_reveal_child (self->buttons, xc_form_is_edited (self->form));
}

static void
save_clicked_cb (XcRoundTeams *self)
{
  xc_form_save (self->form);
}

static void
give_up_clicked_cb (XcRoundTeams *self)
{
  xc_form_give_up (self->form);
}

static void
drop_store (XcRoundTeams *self)
{
  if (self->store != NULL)
    g_clear_signal_handler (&self->changed_handler, self->store);
  g_clear_object (&self->store);
}

static void
xc_round_teams_show (XcFormTab *tab, XcStore *store, gint64 id)
{
  XcRoundTeams *self = XC_ROUND_TEAMS (tab);

  if (self->store == store && self->round_id == id)
    return;
  xc_form_show (self->form, self->store, NULL);
  if (self->store != store)
    {
      drop_store (self);
      if (store != NULL)
        {
          self->store = g_object_ref (store);
          self->changed_handler =
              g_signal_connect_swapped (store, "changed", G_CALLBACK (store_changed_cb), self);
        }
    }
  self->round_id = id;
  self->team_id = self->member_id = 0;
  xc_person_entry_set_round (self->person, store, id);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)) || store == NULL)
    reload (self);
  else
    self->is_stale = TRUE;
}

static void
xc_round_teams_settle (XcFormTab *tab)
{
  xc_form_settle (XC_ROUND_TEAMS (tab)->form);
}

static void
xc_round_teams_add (XcFormTab *tab)
{
  gtk_widget_activate_action (GTK_WIDGET (tab), "team.add", NULL);
}

static void
xc_round_teams_map (GtkWidget *widget)
{
  if (XC_ROUND_TEAMS (widget)->is_stale)
    reload (XC_ROUND_TEAMS (widget));
  GTK_WIDGET_CLASS (xc_round_teams_parent_class)->map (widget);
}

static gboolean
xc_round_teams_grab_focus (GtkWidget *widget)
{
  XcRoundTeams *self = XC_ROUND_TEAMS (widget);
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->team_rows);

  return row != NULL ? gtk_widget_grab_focus (GTK_WIDGET (row))
                     : gtk_widget_child_focus (GTK_WIDGET (self->views), GTK_DIR_TAB_FORWARD);
}

/* From people and form back to the teams, from there to the rounds. */
static gboolean
leave_team (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  XcRoundTeams *self = XC_ROUND_TEAMS (widget);

  return !has_focus_inside (GTK_WIDGET (self->team_rows)) && xc_round_teams_grab_focus (widget);
}

static void
xc_round_teams_build (XcFormTab *tab)
{
  XcRoundTeams *self = XC_ROUND_TEAMS (tab);

  gtk_widget_init_template (GTK_WIDGET (self));
  xc_tab_stop_set_up (GTK_WIDGET (self->team_rows));
  xc_tab_stop_set_up (GTK_WIDGET (self->member_rows));
  xc_form_set_table (self->form, XC_TABLE_TEAM);
  xc_round_teams_update_actions (self);
}

static void
xc_round_teams_dispose (GObject *object)
{
  XcRoundTeams *self = XC_ROUND_TEAMS (object);

  drop_store (self);
  g_clear_pointer (&self->teams, g_ptr_array_unref);
  /* Disposing of the template takes away the bound child, which the parent class would then take away again. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  if (xc_form_tab_is_built (XC_FORM_TAB (object)))
    gtk_widget_dispose_template (GTK_WIDGET (object), XC_TYPE_ROUND_TEAMS);
  /* What is taken away tells of a change once more. */
  g_clear_handle_id (&self->reloading, g_source_remove);
  G_OBJECT_CLASS (xc_round_teams_parent_class)->dispose (object);
}

static void
xc_round_teams_class_init (XcRoundTeamsClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = xc_round_teams_dispose;
  widget_class->map = xc_round_teams_map;
  widget_class->grab_focus = xc_round_teams_grab_focus;
  XC_FORM_TAB_CLASS (class)->build = xc_round_teams_build;
  XC_FORM_TAB_CLASS (class)->show = xc_round_teams_show;
  XC_FORM_TAB_CLASS (class)->settle = xc_round_teams_settle;
  XC_FORM_TAB_CLASS (class)->add = xc_round_teams_add;
  g_type_ensure (XC_TYPE_FORM);
  g_type_ensure (XC_TYPE_PERSON_ENTRY);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/xuncha/Xuncha/rounds/round-teams.ui");
  gtk_widget_class_bind_template_child (widget_class, XcRoundTeams, views);
  gtk_widget_class_bind_template_child (widget_class, XcRoundTeams, team_rows);
  gtk_widget_class_bind_template_child (widget_class, XcRoundTeams, heading);
  gtk_widget_class_bind_template_child (widget_class, XcRoundTeams, buttons);
  gtk_widget_class_bind_template_child (widget_class, XcRoundTeams, form);
  gtk_widget_class_bind_template_child (widget_class, XcRoundTeams, for_all);
  gtk_widget_class_bind_template_child (widget_class, XcRoundTeams, count);
  gtk_widget_class_bind_template_child (widget_class, XcRoundTeams, person);
  gtk_widget_class_bind_template_child (widget_class, XcRoundTeams, member_rows);
  gtk_widget_class_bind_template_callback (widget_class, team_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, team_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, member_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, member_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, person_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, edited_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, give_up_clicked_cb);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, leave_team, NULL);
  xc_team_actions_install (widget_class);
}

static void
xc_round_teams_init (XcRoundTeams *self)
{
}

/**
 * xc_round_teams_select:
 * @self: the tab
 * @team_id: a team of the round shown
 *
 * Returns: whether the round has it; then it is shown
 */
gboolean
xc_round_teams_select (XcRoundTeams *self, gint64 team_id)
{
  xc_form_tab_build (XC_FORM_TAB (self));
  if (self->is_stale)
    reload (self);
  return select_id (self->team_rows, team_id, FALSE, FALSE) == team_id;
}
