/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/avoidance/substitutes.h"

#include <glib/gi18n-lib.h>

#include "store/team-roster.h"

/* More are found by typing. */
#define MAX_SHOWN 30

struct _XcSubstitutes
{
  GtkPopover parent_instance;

  gint64 round_id;
  gint64 team_id;
  int ordinal; /* of the team */
  gint64 member_id;

  /* Owned */
  XcStore *store;
  char *role;

  /* Template widgets */
  GtkEditable *search;
  GtkListBox *list;
};

static guint chosen_signal;

G_DEFINE_FINAL_TYPE (XcSubstitutes, xc_substitutes, GTK_TYPE_POPOVER)

static GArray *
ask (XcSubstitutes *self, XcAvoidance *avoidance, gint64 person_id)
{
  XcAvoidanceProposal proposal = XC_AVOIDANCE_PROPOSAL_INIT;

  proposal.team_id = self->team_id;
  proposal.person_id = person_id;
  proposal.member_id = self->member_id;
  return xc_avoidance_ask (avoidance, &proposal);
}

static char *
dup_state (guint n_open)
{
  if (n_open == 0)
    return g_strdup (_ ("nothing against it"));
  /* translators: %u is how many conflicts of avoidance there would be */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "⚠ %u conflict", "⚠ %u conflicts", n_open), n_open);
}

static void
add_row (XcSubstitutes *self, const XcCandidate *candidate, guint n_open)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *state = dup_state (n_open);
  g_autofree char *place =
      g_strjoin (" ", candidate->place != NULL ? candidate->place : "", candidate->post, NULL);
  g_autofree char *words = g_strjoin (", ", candidate->name, state, *place != '\0' ? place : NULL, NULL);
  GtkWidget *label = gtk_label_new (state);
  gint64 *id = g_new (gint64, 1);

  *id = candidate->person_id;
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), candidate->name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), g_strstrip (place));
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, n_open > 0 ? "error" : "dim-label");
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  g_object_set_data_full (G_OBJECT (row), "id", id, g_free);
  gtk_list_box_append (self->list, row);
}

/* Those first against whom nothing stands; else in the order of the pools. */
static void
fill (XcSubstitutes *self)
{
  g_autofree char *typed = g_strstrip (g_strdup (gtk_editable_get_text (self->search)));
  g_autoptr (GPtrArray) candidates =
      xc_team_roster_find_candidates (self->store, self->round_id, self->role, typed, MAX_SHOWN, NULL);
  XcAvoidance *avoidance = xc_avoidance_book_read (xc_avoidance_book_get (self->store), NULL);
  g_autofree guint *n_open = NULL;
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  if (candidates == NULL || avoidance == NULL)
    return;
  for (guint i = candidates->len; i > 0; i--)
    if (((XcCandidate *) candidates->pdata[i - 1])->team == self->ordinal)
      g_ptr_array_remove_index (candidates, i - 1);
  n_open = g_new (guint, candidates->len);
  for (guint i = 0; i < candidates->len; i++)
    {
      g_autoptr (GArray) conflicts = ask (self, avoidance, ((XcCandidate *) candidates->pdata[i])->person_id);

      n_open[i] = xc_avoidance_count_open (conflicts);
    }
  for (guint i = 0; i < candidates->len; i++)
    if (n_open[i] == 0)
      add_row (self, candidates->pdata[i], 0);
  for (guint i = 0; i < candidates->len; i++)
    if (n_open[i] > 0)
      add_row (self, candidates->pdata[i], n_open[i]);
}

static void
row_activated_cb (XcSubstitutes *self, GtkListBoxRow *row)
{
  gint64 id = *(gint64 *) g_object_get_data (G_OBJECT (row), "id");

  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, chosen_signal, 0, id);
}

/* Enter takes the first one. */
static void
activate_cb (XcSubstitutes *self)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, 0);

  if (row != NULL)
    row_activated_cb (self, row);
}

static void
xc_substitutes_show (GtkWidget *widget)
{
  fill (XC_SUBSTITUTES (widget));
  GTK_WIDGET_CLASS (xc_substitutes_parent_class)->show (widget);
}

static void
xc_substitutes_dispose (GObject *object)
{
  XcSubstitutes *self = XC_SUBSTITUTES (object);

  g_clear_object (&self->store);
  gtk_widget_dispose_template (GTK_WIDGET (object), XC_TYPE_SUBSTITUTES);
  G_OBJECT_CLASS (xc_substitutes_parent_class)->dispose (object);
}

static void
xc_substitutes_finalize (GObject *object)
{
  g_free (XC_SUBSTITUTES (object)->role);
  G_OBJECT_CLASS (xc_substitutes_parent_class)->finalize (object);
}

static void
xc_substitutes_class_init (XcSubstitutesClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = xc_substitutes_dispose;
  G_OBJECT_CLASS (class)->finalize = xc_substitutes_finalize;
  widget_class->show = xc_substitutes_show;
  chosen_signal = g_signal_new ("chosen", XC_TYPE_SUBSTITUTES, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_INT64);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/xuncha/Xuncha/avoidance/substitutes.ui");
  gtk_widget_class_bind_template_child (widget_class, XcSubstitutes, search);
  gtk_widget_class_bind_template_child (widget_class, XcSubstitutes, list);
  gtk_widget_class_bind_template_callback (widget_class, fill);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
xc_substitutes_init (XcSubstitutes *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * xc_substitutes_new:
 * @store: a ledger
 * @team: a team
 * @member: whose place is to be taken
 *
 * Returns: (transfer floating): a popover
 */
GtkWidget *
xc_substitutes_new (XcStore *store, const XcAvoidanceTeam *team, const XcAvoidanceMember *member)
{
  XcSubstitutes *self = g_object_new (XC_TYPE_SUBSTITUTES, NULL);

  self->store = g_object_ref (store);
  self->round_id = team->round_id;
  self->team_id = team->id;
  self->ordinal = team->ordinal;
  self->member_id = member->id;
  self->role = g_strdup (member->role);
  return GTK_WIDGET (self);
}
