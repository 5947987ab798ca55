/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/rounds/person-entry.h"

#include <glib/gi18n-lib.h>

#include "app/drop-down.h"
#include "app/fields/suggestions.h"
#include "app/avoidance/avoidance-book.h"
#include "app/rounds/round-words.h"

struct _XcPersonEntry
{
  AdwBin parent_instance;

  gint64 round_id;
  gint64 team_id;
  gboolean is_clearing;

  /* Owned */
  XcStore *store;

  /* Template widgets */
  GtkDropDown *role;
  GtkEntry *entry;

  /* Borrowed: of its own tree */
  XcSuggestions *suggestions;
};

G_DEFINE_FINAL_TYPE (XcPersonEntry, xc_person_entry, ADW_TYPE_BIN)

static guint chosen_signal;

static const XcChoice *
get_roles (void)
{
  return xc_catalogue_get_field (XC_TABLE_TEAM_MEMBER, "role")->choices;
}

/* What would stand against the person in the team, or NULL. */
static char *
dup_conflicts (XcPersonEntry *self, gint64 person_id)
{
  XcAvoidanceProposal proposal = XC_AVOIDANCE_PROPOSAL_INIT;
  g_autofree char *sentences = NULL;
  guint n_conflicts;

  proposal.team_id = self->team_id;
  proposal.person_id = person_id;
  sentences = xc_avoidance_book_preview (xc_avoidance_book_get (self->store), &proposal, 1, &n_conflicts);
  if (sentences == NULL)
    return NULL;
  /* translators: %u is how many conflicts of avoidance there would be */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "⚠ %u conflict", "⚠ %u conflicts", n_conflicts),
                          n_conflicts);
}

static char *
dup_detail (XcPersonEntry *self, const XcCandidate *candidate)
{
  g_autofree char *conflicts = dup_conflicts (self, candidate->person_id);
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  if (conflicts != NULL)
    g_ptr_array_add (parts, g_steal_pointer (&conflicts));
  if (candidate->place != NULL && candidate->post != NULL)
    /* translators: %1$s is an organization, %2$s a post in it */
    g_ptr_array_add (parts, g_strdup_printf (C_ ("person", "%1$s %2$s"), candidate->place, candidate->post));
  else if (candidate->place != NULL || candidate->post != NULL)
    g_ptr_array_add (parts, g_strdup (candidate->place != NULL ? candidate->place : candidate->post));
  if (candidate->in_leader_pool)
    g_ptr_array_add (parts, g_strdup (C_ ("person", "leader pool")));
  if (candidate->in_talent_pool)
    g_ptr_array_add (parts, g_strdup (C_ ("person", "talent pool")));
  if (!candidate->in_leader_pool && !candidate->in_talent_pool)
    g_ptr_array_add (parts, g_strdup (C_ ("person", "in no pool")));
  g_ptr_array_add (parts,
                   g_strdup_printf (
                       /* translators: %u: how often somebody was a member of a team */
                       g_dngettext (GETTEXT_PACKAGE, "served once", "served %u times", candidate->n_times),
                       candidate->n_times));
  if (candidate->team != 0)
    {
      g_autofree char *team = xc_round_words_dup_ordinal (XC_TABLE_TEAM, candidate->team);

      /* translators: %s is a team */
      g_ptr_array_add (parts, g_strdup_printf (C_ ("person", "already in %s"), team));
    }
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (C_ ("between facts about a person", " · "), (char **) parts->pdata);
}

static void
suggest (XcPersonEntry *self)
{
  g_autoptr (GPtrArray) candidates = NULL;

  xc_suggestions_clear (self->suggestions);
  if (self->store != NULL && self->round_id != 0)
    candidates = xc_team_roster_find_candidates (self->store, self->round_id, xc_person_entry_get_role (self),
                                                 gtk_editable_get_text (GTK_EDITABLE (self->entry)),
                                                 XC_SUGGESTIONS_MAX, NULL);
  for (guint i = 0; candidates != NULL && i < candidates->len; i++)
    {
      const XcCandidate *candidate = candidates->pdata[i];
      g_autofree char *detail = dup_detail (self, candidate);

      xc_suggestions_add (self->suggestions, candidate->person_id, candidate->name, detail);
    }
  xc_suggestions_show (self->suggestions);
}

static void
changed_cb (XcPersonEntry *self)
{
  if (self->is_clearing)
    return;
  if (*gtk_editable_get_text (GTK_EDITABLE (self->entry)) != '\0')
    suggest (self);
  else
    gtk_popover_popdown (GTK_POPOVER (self->suggestions));
}

static void
activate_cb (XcPersonEntry *self)
{
  xc_suggestions_take_first (self->suggestions);
}

static void
chosen_cb (XcPersonEntry *self, gint64 person_id)
{
  self->is_clearing = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  self->is_clearing = FALSE;
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  g_signal_emit (self, chosen_signal, 0, person_id);
}

static void
leave_cb (XcPersonEntry *self)
{
  gtk_popover_popdown (GTK_POPOVER (self->suggestions));
}

static gboolean
xc_person_entry_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (XC_PERSON_ENTRY (widget)->entry));
}

static void
xc_person_entry_dispose (GObject *object)
{
  XcPersonEntry *self = XC_PERSON_ENTRY (object);

  if (self->suggestions != NULL)
    gtk_widget_unparent (GTK_WIDGET (g_steal_pointer (&self->suggestions)));
  g_clear_object (&self->store);
  /* Disposing of the template takes away the bound child, which the parent class would then take away again. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), XC_TYPE_PERSON_ENTRY);
  G_OBJECT_CLASS (xc_person_entry_parent_class)->dispose (object);
}

static void
xc_person_entry_class_init (XcPersonEntryClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = xc_person_entry_dispose;
  widget_class->grab_focus = xc_person_entry_grab_focus;
  chosen_signal = g_signal_new ("chosen", XC_TYPE_PERSON_ENTRY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_INT64);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/xuncha/Xuncha/rounds/person-entry.ui");
  gtk_widget_class_bind_template_child (widget_class, XcPersonEntry, role);
  gtk_widget_class_bind_template_child (widget_class, XcPersonEntry, entry);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, leave_cb);
}

static void
xc_person_entry_init (XcPersonEntry *self)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  for (const XcChoice *role = get_roles (); role->word != NULL; role++)
    gtk_string_list_append (titles, xc_choice_title (role));
  gtk_drop_down_set_model (self->role, G_LIST_MODEL (titles));
  xc_drop_down_name (self->role, _ ("Role"));
  self->suggestions = xc_suggestions_new (self->entry);
  gtk_widget_set_size_request (GTK_WIDGET (self->suggestions), 440, -1);
  g_signal_connect_swapped (self->suggestions, "wanted", G_CALLBACK (suggest), self);
  g_signal_connect_swapped (self->suggestions, "chosen", G_CALLBACK (chosen_cb), self);
}

/**
 * xc_person_entry_set_round:
 * @self: an entry
 * @store: (nullable): the ledger
 * @round_id: the round that somebody is looked for, or 0
 */
void
xc_person_entry_set_round (XcPersonEntry *self, XcStore *store, gint64 round_id)
{
  g_set_object (&self->store, store);
  self->round_id = round_id;
}

/**
 * xc_person_entry_set_team:
 * @self: an entry
 * @team_id: the team that somebody is to join, or 0
 */
void
xc_person_entry_set_team (XcPersonEntry *self, gint64 team_id)
{
  self->team_id = team_id;
}

/**
 * xc_person_entry_propose:
 * @self: an entry
 * @role: as what the next person will most likely join
 */
void
xc_person_entry_propose (XcPersonEntry *self, const char *role)
{
  const XcChoice *choice = xc_field_find_choice (xc_catalogue_get_field (XC_TABLE_TEAM_MEMBER, "role"), role);

  if (choice != NULL)
    gtk_drop_down_set_selected (self->role, (guint) (choice - get_roles ()));
}

const char *
xc_person_entry_get_role (XcPersonEntry *self)
{
  guint selected = gtk_drop_down_get_selected (self->role);

  return get_roles ()[selected != GTK_INVALID_LIST_POSITION ? selected : 0].word;
}
