/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can be done to the teams of a round and to their people; each is one step of the history. */
#include <glib/gi18n-lib.h>

#include "app/avoidance/avoidance-confirm.h"
#include "app/form/row-dialog.h"
#include "app/rounds/copy-teams-dialog.h"
#include "app/rounds/round-teams-private.h"
#include "app/rounds/round-words.h"
#include "app/window.h"
#include "store/row-name.h"

/* What an action needs to know, and what it gives. */
typedef struct
{
  XcRoundTeams *tab;
  int by;
  guint n;
} Doing;

static const XcTeamMember *
find_member (XcRoundTeams *self)
{
  const XcTeam *team = xc_round_teams_get_team (self);

  for (guint i = 0; team != NULL && i < team->members->len; i++)
    if (((XcTeamMember *) team->members->pdata[i])->id == self->member_id)
      return team->members->pdata[i];
  return NULL;
}

static char *
dup_round (XcRoundTeams *self)
{
  return xc_row_dup_name (xc_store_get_database (self->store), XC_TABLE_ROUND, self->round_id);
}

static gboolean
run (XcRoundTeams *self, const char *title, XcStoreAction action, Doing *doing)
{
  g_autoptr (GError) error = NULL;

  if (xc_store_run (self->store, title, action, doing, &error))
    {
      xc_window_tell_done (GTK_WIDGET (self), title);
      return TRUE;
    }
  xc_window_tell_error (GTK_WIDGET (self), error);
  return FALSE;
}

static int
find_next_ordinal (XcRoundTeams *self)
{
  int last = 0;

  for (guint i = 0; self->teams != NULL && i < self->teams->len; i++)
    last = MAX (last, ((XcTeam *) self->teams->pdata[i])->ordinal);
  return last + 1;
}

static gboolean
add_team (XcStore *store, gpointer data, GError **error)
{
  XcRoundTeams *self = ((Doing *) data)->tab;
  g_autoptr (XcRecord) team = xc_record_new (XC_TABLE_TEAM);

  xc_record_set_number (team, "round_id", self->round_id);
  xc_record_set_number (team, "ordinal", find_next_ordinal (self));
  if (!xc_store_save (store, team, error))
    return FALSE;
  self->team_id = xc_record_get_id (team);
  self->member_id = 0;
  return TRUE;
}

/* The next one, to be filled with people at once. */
static void
add_team_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  XcRoundTeams *self = XC_ROUND_TEAMS (widget);
  Doing doing = { .tab = self };
  gint64 former = self->team_id;
  g_autofree char *round = NULL;
  g_autofree char *team = NULL;
  g_autofree char *title = NULL;

  if (self->round_id == 0 || !xc_store_is_writable (self->store))
    return;
  xc_form_settle (self->form);
  round = dup_round (self);
  team = xc_round_words_dup_ordinal (XC_TABLE_TEAM, find_next_ordinal (self));
  /* translators: %1$s is a round, %2$s a team */
  title = g_strdup_printf (_ ("%1$s: added %2$s"), round, team);
  if (run (self, title, add_team, &doing))
    gtk_widget_grab_focus (GTK_WIDGET (self->person));
  else
    self->team_id = former;
}

static gboolean
remove_team (XcStore *store, gpointer data, GError **error)
{
  return xc_team_roster_remove_team (store, ((Doing *) data)->tab->team_id, error);
}

static void
remove_team_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  XcRoundTeams *self = XC_ROUND_TEAMS (widget);
  const XcTeam *team = xc_round_teams_get_team (self);
  Doing doing = { .tab = self };
  g_autofree char *round = NULL;
  g_autofree char *words = NULL;
  g_autofree char *title = NULL;

  if (team == NULL)
    return;
  round = dup_round (self);
  words = xc_round_words_dup_team (team);
  /* translators: %1$s is a round, %2$s a team of it */
  title = g_strdup_printf (_ ("%1$s: removed %2$s with its people"), round, words);
  run (self, title, remove_team, &doing);
}

static gboolean
move_team (XcStore *store, gpointer data, GError **error)
{
  Doing *doing = data;
  gint64 moved_to;

  if (!xc_team_roster_move_team (store, doing->tab->teams, doing->tab->team_id, doing->by, &moved_to, error))
    return FALSE;
  if (moved_to != 0)
    doing->tab->team_id = moved_to;
  doing->n = moved_to != 0;
  return TRUE;
}

static void
move_team_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  XcRoundTeams *self = XC_ROUND_TEAMS (widget);
  const XcTeam *team = xc_round_teams_get_team (self);
  Doing doing = { .tab = self, .by = g_str_equal (name, "team.up") ? -1 : 1 };
  const XcTeam *other = NULL;
  g_autofree char *words = NULL;
  g_autofree char *other_words = NULL;
  g_autofree char *title = NULL;

  for (guint i = 0; team != NULL && i < self->teams->len; i++)
    if (self->teams->pdata[i] == team && i + (guint) doing.by < self->teams->len)
      other = self->teams->pdata[i + (guint) doing.by];
  if (other == NULL)
    return;
  xc_form_settle (self->form);
  words = xc_round_words_dup_ordinal (XC_TABLE_TEAM, team->ordinal);
  other_words = xc_round_words_dup_ordinal (XC_TABLE_TEAM, other->ordinal);
  /* translators: %1$s and %2$s are teams */
  title = g_strdup_printf (_ ("%1$s and %2$s have changed numbers"), words, other_words);
  xc_form_show (self->form, self->store, NULL);
  run (self, title, move_team, &doing);
}

static gboolean
use_document (XcStore *store, gpointer data, GError **error)
{
  Doing *doing = data;
  const XcTeam *team = xc_round_teams_get_team (doing->tab);

  for (guint i = 0; i < doing->tab->teams->len; i++)
    {
      const XcTeam *other = doing->tab->teams->pdata[i];
      g_autoptr (XcRecord) record = NULL;

      if (other->document != NULL)
        continue;
      record = xc_store_load (store, XC_TABLE_TEAM, other->id, error);
      if (record == NULL)
        return FALSE;
      xc_record_set_text (record, "document", team->document);
      if (xc_day_is_set (team->authorised_on))
        xc_record_set_day (record, "authorised_on", team->authorised_on);
      if (!xc_store_save (store, record, error))
        return FALSE;
    }
  return TRUE;
}

/* One decision mostly authorises all teams of a round. */
static void
use_document_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  XcRoundTeams *self = XC_ROUND_TEAMS (widget);
  Doing doing = { .tab = self };
  const XcTeam *team;
  g_autofree char *round = NULL;
  g_autofree char *title = NULL;

  xc_form_settle (self->form);
  team = xc_round_teams_get_team (self);
  if (team == NULL || team->document == NULL)
    return;
  round = dup_round (self);
  /* translators: %1$s is a round, %2$s the number of a document */
  title = g_strdup_printf (_ ("%1$s: %2$s authorises all teams that had no document"), round, team->document);
  run (self, title, use_document, &doing);
}

static void
copied_cb (XcRoundTeams *self, const char *title)
{
  xc_window_tell_done (GTK_WIDGET (self), title);
}

static void
copy_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  XcRoundTeams *self = XC_ROUND_TEAMS (widget);
  XcCopyTeamsDialog *dialog;

  if (self->round_id == 0)
    return;
  xc_form_settle (self->form);
  dialog = xc_copy_teams_dialog_new (GTK_WINDOW (gtk_widget_get_root (widget)), self->store, self->round_id);
  g_signal_connect_object (dialog, "copied", G_CALLBACK (copied_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* Who joins which team as what; asked about first, so it may be done only later. */
typedef struct
{
  gint64 team_id;
  gint64 person_id;
  const char *role;
  char *title;
} Joining;

static void
free_joining (gpointer data)
{
  g_free (((Joining *) data)->title);
  g_free (data);
}

static gboolean
add_member (XcStore *store, gpointer data, GError **error)
{
  const Joining *joining = data;

  return xc_team_roster_add_member (store, joining->team_id, joining->person_id, joining->role, error);
}

static void
join (GtkWidget *widget, gpointer data)
{
  XcRoundTeams *self = XC_ROUND_TEAMS (widget);
  const Joining *joining = data;
  g_autoptr (GError) error = NULL;

  if (xc_store_run (self->store, joining->title, add_member, data, &error))
    xc_window_tell_done (widget, joining->title);
  else
    xc_window_tell_error (widget, error);
}

static gboolean
has_person (const XcTeam *team, gint64 person_id)
{
  for (guint i = 0; i < team->members->len; i++)
    if (((XcTeamMember *) team->members->pdata[i])->person_id == person_id)
      return TRUE;
  return FALSE;
}

static void
ask_and_join (XcRoundTeams *self, Joining *joining)
{
  g_autoptr (GArray) proposals = g_array_new (FALSE, FALSE, sizeof (XcAvoidanceProposal));
  XcAvoidanceProposal proposal = XC_AVOIDANCE_PROPOSAL_INIT;

  proposal.team_id = joining->team_id;
  proposal.person_id = joining->person_id;
  g_array_append_val (proposals, proposal);
  xc_avoidance_confirm (GTK_WIDGET (self), self->store, proposals, join, joining, free_joining);
}

/**
 * xc_team_actions_add_person:
 * @self: the tab
 * @person_id: who joins the team shown, in the role that is proposed
 *
 * Asks first where somebody or something must be avoided.
 */
void
xc_team_actions_add_person (XcRoundTeams *self, gint64 person_id)
{
  const XcTeam *team;
  Joining *joining;
  g_autofree char *team_name = NULL;
  g_autofree char *person = NULL;

  xc_form_settle (self->form);
  team = xc_round_teams_get_team (self);
  if (team == NULL || !xc_store_is_writable (self->store))
    return;
  team_name = xc_round_words_dup_team (team);
  person = xc_row_dup_name (xc_store_get_database (self->store), XC_TABLE_PERSON, person_id);
  if (has_person (team, person_id))
    {
      /* translators: %1$s is a person, %2$s a team */
      g_autofree char *words = g_strdup_printf (_ ("%1$s is in %2$s already."), person, team_name);

      xc_window_tell (GTK_WIDGET (self), words);
      return;
    }
  joining = g_new0 (Joining, 1);
  joining->team_id = team->id;
  joining->person_id = person_id;
  joining->role = xc_person_entry_get_role (self->person);
  /* translators: %1$s is a team, %2$s a person, %3$s a role in the team */
  joining->title = g_strdup_printf (_ ("%1$s: %2$s joins as %3$s"), team_name, person,
                                    xc_round_words_get_role (joining->role));
  ask_and_join (self, joining);
}

static void
edit_member_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  XcRoundTeams *self = XC_ROUND_TEAMS (widget);
  const XcTeamMember *member = find_member (self);
  g_autoptr (XcRecord) record = NULL;

  if (member == NULL)
    return;
  record = xc_store_load (self->store, XC_TABLE_TEAM_MEMBER, member->id, NULL);
  if (record != NULL)
    gtk_window_present (GTK_WINDOW (
        xc_row_dialog_new (GTK_WINDOW (gtk_widget_get_root (widget)), member->name, self->store, record)));
}

static gboolean
remove_member (XcStore *store, gpointer data, GError **error)
{
  return xc_store_remove (store, XC_TABLE_TEAM_MEMBER, ((Doing *) data)->tab->member_id, error);
}

static void
remove_member_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  XcRoundTeams *self = XC_ROUND_TEAMS (widget);
  const XcTeamMember *member = find_member (self);
  Doing doing = { .tab = self };
  g_autofree char *team = NULL;
  g_autofree char *title = NULL;

  if (member == NULL)
    return;
  team = xc_round_words_dup_team (xc_round_teams_get_team (self));
  /* translators: %1$s is a team, %2$s a person */
  title = g_strdup_printf (_ ("%1$s: %2$s leaves the team"), team, member->name);
  run (self, title, remove_member, &doing);
}

static gboolean
move_member (XcStore *store, gpointer data, GError **error)
{
  Doing *doing = data;
  gint64 moved_to;

  if (!xc_team_roster_move_member (store, xc_round_teams_get_team (doing->tab), doing->tab->member_id,
                                   doing->by, &moved_to, error))
    return FALSE;
  if (moved_to != 0)
    doing->tab->member_id = moved_to;
  doing->n = moved_to != 0;
  return TRUE;
}

static void
move_member_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  XcRoundTeams *self = XC_ROUND_TEAMS (widget);
  const XcTeamMember *member = find_member (self);
  Doing doing = { .tab = self, .by = g_str_equal (name, "member.up") ? -1 : 1 };
  g_autofree char *team = NULL;
  g_autofree char *title = NULL;
  g_autoptr (GError) error = NULL;

  if (member == NULL)
    return;
  team = xc_round_words_dup_team (xc_round_teams_get_team (self));
  title = g_strdup_printf (doing.by < 0 ? _ ("%1$s: %2$s moved up")
                                        /* translators: %1$s is a team, %2$s a person of it */
                                        : _ ("%1$s: %2$s moved down"),
                           team, member->name);
  if (!xc_store_run (self->store, title, move_member, &doing, &error))
    xc_window_tell_error (widget, error);
  else if (doing.n == 0)
    xc_window_tell (widget, _ ("People change places within their role only."));
}

/**
 * xc_round_teams_update_actions:
 * @self: the tab
 *
 * Enables what can be done now.
 */
void
xc_round_teams_update_actions (XcRoundTeams *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean is_writable = self->store != NULL && xc_store_is_writable (self->store) && self->round_id != 0;
  const XcTeam *team = xc_round_teams_get_team (self);
  gboolean has_team = is_writable && team != NULL, has_member = has_team && self->member_id != 0;
  gboolean lacks_document = FALSE;

  for (guint i = 0; team != NULL && i < self->teams->len; i++)
    lacks_document = lacks_document || ((XcTeam *) self->teams->pdata[i])->document == NULL;
  gtk_widget_action_set_enabled (widget, "team.add", is_writable);
  gtk_widget_action_set_enabled (widget, "team.copy", is_writable);
  gtk_widget_action_set_enabled (widget, "team.remove", has_team);
  gtk_widget_action_set_enabled (widget, "team.up", has_team);
  gtk_widget_action_set_enabled (widget, "team.down", has_team);
  gtk_widget_action_set_enabled (widget, "team.use-document", has_team);
  gtk_widget_set_visible (self->for_all, has_team && team->document != NULL && lacks_document);
  gtk_widget_action_set_enabled (widget, "member.edit", has_member);
  gtk_widget_action_set_enabled (widget, "member.remove", has_member);
  gtk_widget_action_set_enabled (widget, "member.up", has_member);
  gtk_widget_action_set_enabled (widget, "member.down", has_member);
  gtk_widget_set_sensitive (GTK_WIDGET (self->form), is_writable);
  gtk_widget_set_sensitive (GTK_WIDGET (self->person), has_team);
}

void
xc_team_actions_install (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "team.add", NULL, add_team_action);
  gtk_widget_class_install_action (widget_class, "team.copy", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "team.remove", NULL, remove_team_action);
  gtk_widget_class_install_action (widget_class, "team.up", NULL, move_team_action);
  gtk_widget_class_install_action (widget_class, "team.down", NULL, move_team_action);
  gtk_widget_class_install_action (widget_class, "team.use-document", NULL, use_document_action);
  gtk_widget_class_install_action (widget_class, "member.edit", NULL, edit_member_action);
  gtk_widget_class_install_action (widget_class, "member.remove", NULL, remove_member_action);
  gtk_widget_class_install_action (widget_class, "member.up", NULL, move_member_action);
  gtk_widget_class_install_action (widget_class, "member.down", NULL, move_member_action);
}
