/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/rounds/copy-teams-dialog.h"

#include <glib/gi18n-lib.h>

#include "app/drop-down.h"
#include "app/rounds/round-words.h"
#include "app/today.h"
#include "store/row-name.h"
#include "store/team-copy.h"

struct _XcCopyTeamsDialog
{
  XcDialog parent_instance;

  gint64 to_round;
  gboolean is_filling;

  /* Owned */
  XcStore *store;
  GArray *rounds;    /* of gint64: those that have teams, in the order of the drop-down */
  GPtrArray *checks; /* of GtkCheckButton, borrowed from the rows */

  /* Template widgets */
  GtkDropDown *round;
  GtkListBox *rows;
  GtkLabel *summary;
  GtkButton *copy;
};

G_DEFINE_FINAL_TYPE (XcCopyTeamsDialog, xc_copy_teams_dialog, XC_TYPE_DIALOG)

static guint copied_signal;

static gint64
get_from_round (XcCopyTeamsDialog *self)
{
  guint selected = gtk_drop_down_get_selected (self->round);

  return selected < self->rounds->len ? g_array_index (self->rounds, gint64, selected) : 0;
}

static gint64
get_team (gpointer check)
{
  return *(gint64 *) g_object_get_data (check, "team");
}

/* What would be copied now. */
static GPtrArray *
make_plan (XcCopyTeamsDialog *self, GError **error)
{
  g_autoptr (GHashTable) chosen = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < self->checks->len; i++)
    if (gtk_check_button_get_active (self->checks->pdata[i]))
      g_hash_table_add (chosen, g_object_get_data (self->checks->pdata[i], "team"));
  return xc_team_copy_plan (self->store, get_from_round (self), self->to_round, chosen, error);
}

static char *
dup_people (const XcCopiedTeam *team)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < team->members->len; i++)
    {
      const XcCopiedMember *member = team->members->pdata[i];

      g_string_append_printf (words, "%s%s", i > 0 ? C_ ("between names", ", ") : "", member->name);
    }
  return g_string_free (words, FALSE);
}

/* Who stays away, and which number the team gets, when that is not its own. */
static char *
dup_conflicts (const XcCopiedTeam *team)
{
  GString *words = g_string_new (NULL);

  if (team->new_ordinal != team->ordinal)
    {
      g_autofree char *ordinal = xc_round_words_dup_ordinal (XC_TABLE_TEAM, team->new_ordinal);

      /* translators: %s is a team: the copy gets another number than the original */
      g_string_append_printf (words, C_ ("copying teams", "⚠ Becomes %s, as its number is taken."), ordinal);
    }
  for (guint i = 0; i < team->members->len; i++)
    {
      const XcCopiedMember *member = team->members->pdata[i];
      g_autofree char *ordinal = NULL;

      if (member->clash == 0)
        continue;
      ordinal = xc_round_words_dup_ordinal (XC_TABLE_TEAM, member->clash);
      if (words->len > 0)
        g_string_append_c (words, '\n');
      /* translators: %1$s is a person, %2$s a team */
      g_string_append_printf (words,
                              C_ ("copying teams", "⚠ %1$s stays away: is in %2$s of that round already."),
                              member->name, ordinal);
    }
  return g_string_free (words, FALSE);
}

static GtkWidget *
find_label (GtkWidget *check, const char *key)
{
  return g_object_get_data (G_OBJECT (check), key);
}

static const XcCopiedTeam *
find_planned (const GPtrArray *plan, gint64 team_id)
{
  for (guint i = 0; i < plan->len; i++)
    if (((XcCopiedTeam *) plan->pdata[i])->team_id == team_id)
      return plan->pdata[i];
  return NULL;
}

static void
update (XcCopyTeamsDialog *self)
{
  g_autoptr (GPtrArray) plan = NULL;
  g_autofree char *words = NULL;
  guint n_people = 0, n_left_out = 0;

  if (self->is_filling)
    return;
  plan = make_plan (self, NULL);
  for (guint i = 0; plan != NULL && i < self->checks->len; i++)
    {
      const XcCopiedTeam *team = find_planned (plan, get_team (self->checks->pdata[i]));
      g_autofree char *conflicts = team != NULL ? dup_conflicts (team) : g_strdup ("");
      GtkWidget *label = find_label (self->checks->pdata[i], "conflicts");

      gtk_label_set_text (GTK_LABEL (label), conflicts);
      gtk_widget_set_visible (label, *conflicts != '\0');
      n_people += team != NULL ? team->members->len - team->n_left_out : 0;
      n_left_out += team != NULL ? team->n_left_out : 0;
    }
  if (n_left_out > 0)
    words = g_strdup_printf (
        /* translators: %1$u and %2$u are numbers of people */
        g_dngettext (GETTEXT_PACKAGE, "%1$u person comes along, %2$u stay away.",
                     "%1$u people come along, %2$u stay away.", n_people),
        n_people, n_left_out);
  else
    /* translators: %u is a number of people */
    words = g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "%u person comes along.", "%u people come along.", n_people), n_people);
  gtk_label_set_text (self->summary, words);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "copy-teams.copy", plan != NULL && plan->len > 0);
}

static GtkWidget *
make_row (XcCopyTeamsDialog *self, const XcCopiedTeam *team)
{
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *row = gtk_list_box_row_new ();
  g_autofree char *ordinal = xc_round_words_dup_ordinal (XC_TABLE_TEAM, team->ordinal);
  g_autofree char *people = dup_people (team);
  const char *texts[] = { ordinal, people, "" };
  gint64 *id = g_new (gint64, 1);
  GtkWidget *label = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      label = gtk_label_new (texts[i]);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_widget_add_css_class (label, i == 0 ? "heading" : "caption");
      if (i > 0)
        gtk_widget_add_css_class (label, i == 1 ? "dim-label" : "warning");
      gtk_box_append (GTK_BOX (box), label);
    }
  *id = team->team_id;
  g_object_set_data_full (G_OBJECT (check), "team", id, g_free);
  g_object_set_data (G_OBJECT (check), "conflicts", label);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (check), box);
  gtk_widget_set_margin_top (check, 6);
  gtk_widget_set_margin_bottom (check, 6);
  gtk_widget_set_margin_start (check, 9);
  gtk_widget_set_margin_end (check, 9);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, ordinal,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, people, -1);
  g_signal_connect_object (check, "toggled", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (self->checks, check);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), check);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_row_set_selectable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  return row;
}

static void
round_selected_cb (XcCopyTeamsDialog *self)
{
  g_autoptr (GPtrArray) plan = NULL;
  GtkListBoxRow *row;

  if (self->store == NULL || get_from_round (self) == 0)
    return;
  self->is_filling = TRUE;
  g_ptr_array_set_size (self->checks, 0);
  while ((row = gtk_list_box_get_row_at_index (self->rows, 0)) != NULL)
    gtk_list_box_remove (self->rows, GTK_WIDGET (row));
  plan = xc_team_copy_plan (self->store, get_from_round (self), self->to_round, NULL, NULL);
  for (guint i = 0; plan != NULL && i < plan->len; i++)
    gtk_list_box_append (self->rows, make_row (self, plan->pdata[i]));
  self->is_filling = FALSE;
  update (self);
}

typedef struct
{
  gint64 to_round;
  GPtrArray *plan;
} Copying;

static gboolean
run_copy (XcStore *store, gpointer data, GError **error)
{
  const Copying *copying = data;

  return xc_team_copy_run (store, copying->to_round, copying->plan, error);
}

static void
copy_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  XcCopyTeamsDialog *self = XC_COPY_TEAMS_DIALOG (widget);
  XcDatabase *database = xc_store_get_database (self->store);
  g_autofree char *from = xc_row_dup_name (database, XC_TABLE_ROUND, get_from_round (self));
  g_autofree char *to = xc_row_dup_name (database, XC_TABLE_ROUND, self->to_round);
  g_autofree char *title = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) plan = make_plan (self, &error);
  Copying copying = { self->to_round, plan };

  if (plan != NULL)
    title = g_strdup_printf (
        /* translators: %1$s is a round, %2$u a number of teams, %3$s another round */
        g_dngettext (GETTEXT_PACKAGE, "%1$s: copied %2$u team of %3$s", "%1$s: copied %2$u teams of %3$s",
                     plan->len),
        to, plan->len, from);
  if (plan == NULL || !xc_store_run (self->store, title, run_copy, &copying, &error))
    {
      gtk_label_set_text (self->summary, error->message);
      return;
    }
  g_signal_emit (self, copied_signal, 0, title);
  gtk_window_close (GTK_WINDOW (self));
}

static void
xc_copy_teams_dialog_dispose (GObject *object)
{
  XcCopyTeamsDialog *self = XC_COPY_TEAMS_DIALOG (object);

  g_clear_object (&self->store);
  gtk_widget_dispose_template (GTK_WIDGET (object), XC_TYPE_COPY_TEAMS_DIALOG);
  G_OBJECT_CLASS (xc_copy_teams_dialog_parent_class)->dispose (object);
}

static void
xc_copy_teams_dialog_finalize (GObject *object)
{
  g_array_unref (XC_COPY_TEAMS_DIALOG (object)->rounds);
  g_ptr_array_unref (XC_COPY_TEAMS_DIALOG (object)->checks);
  G_OBJECT_CLASS (xc_copy_teams_dialog_parent_class)->finalize (object);
}

static void
xc_copy_teams_dialog_class_init (XcCopyTeamsDialogClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = xc_copy_teams_dialog_dispose;
  G_OBJECT_CLASS (class)->finalize = xc_copy_teams_dialog_finalize;
  copied_signal = g_signal_new ("copied", XC_TYPE_COPY_TEAMS_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/xuncha/Xuncha/rounds/copy-teams-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, XcCopyTeamsDialog, round);
  gtk_widget_class_bind_template_child (widget_class, XcCopyTeamsDialog, rows);
  gtk_widget_class_bind_template_child (widget_class, XcCopyTeamsDialog, summary);
  gtk_widget_class_bind_template_child (widget_class, XcCopyTeamsDialog, copy);
  gtk_widget_class_bind_template_callback (widget_class, round_selected_cb);
  gtk_widget_class_install_action (widget_class, "copy-teams.copy", NULL, copy_action);
}

static void
xc_copy_teams_dialog_init (XcCopyTeamsDialog *self)
{
  self->rounds = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->checks = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  xc_drop_down_name (self->round, _ ("Copy from"));
  gtk_window_set_default_widget (GTK_WINDOW (self), GTK_WIDGET (self->copy));
}

/* The rounds that have teams, newest first; the one before @to_round is proposed. */
static void
list_rounds (XcCopyTeamsDialog *self)
{
  g_autoptr (GPtrArray) rounds = xc_round_figures_load (self->store, xc_today (), NULL);
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  gboolean is_past = FALSE;
  guint proposed = GTK_INVALID_LIST_POSITION;

  for (guint i = 0; rounds != NULL && i < rounds->len; i++)
    {
      const XcRoundFigures *round = rounds->pdata[i];
      g_autofree char *name = xc_round_words_dup_ordinal (XC_TABLE_ROUND, round->ordinal);

      if (round->id == self->to_round)
        is_past = TRUE;
      else if (round->n_teams > 0)
        {
          if (is_past && proposed == GTK_INVALID_LIST_POSITION)
            proposed = self->rounds->len;
          g_array_append_val (self->rounds, round->id);
          gtk_string_list_append (titles, name);
        }
    }
  gtk_drop_down_set_model (self->round, G_LIST_MODEL (titles));
  gtk_drop_down_set_selected (self->round, proposed != GTK_INVALID_LIST_POSITION ? proposed : 0);
}

/**
 * xc_copy_teams_dialog_new:
 * @parent: the window that it belongs to
 * @store: the ledger
 * @to_round: the round that teams are copied into
 *
 * Returns: (transfer none): the dialog
 */
XcCopyTeamsDialog *
xc_copy_teams_dialog_new (GtkWindow *parent, XcStore *store, gint64 to_round)
{
  XcCopyTeamsDialog *self = g_object_new (XC_TYPE_COPY_TEAMS_DIALOG, "transient-for", parent, NULL);

  self->store = g_object_ref (store);
  self->to_round = to_round;
  list_rounds (self);
  if (self->rounds->len == 0)
    {
      gtk_label_set_text (self->summary, _ ("No other round has teams that could be copied."));
      gtk_widget_action_set_enabled (GTK_WIDGET (self), "copy-teams.copy", FALSE);
    }
  else
    round_selected_cb (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->copy));
  return self;
}
