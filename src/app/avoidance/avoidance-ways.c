/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/avoidance/avoidance-ways.h"

#include <glib/gi18n-lib.h>

#include "app/avoidance/avoidance-book.h"
#include "app/avoidance/substitutes.h"
#include "core/avoidance-words.h"

static void
add_team (GMenu *menu, XcAvoidance *avoidance, const XcAvoidanceTeam *team, gint64 inspection_id)
{
  XcAvoidanceProposal proposal = XC_AVOIDANCE_PROPOSAL_INIT;
  g_autoptr (GArray) conflicts = NULL;
  g_autoptr (GMenuItem) item = NULL;
  g_autofree char *name = xc_avoidance_team_name (team);
  g_autofree char *label = NULL;
  guint n_open;

  proposal.team_id = team->id;
  proposal.inspection_id = inspection_id;
  conflicts = xc_avoidance_ask (avoidance, &proposal);
  n_open = xc_avoidance_count_open (conflicts);
  if (n_open == 0)
    /* translators: %s is a team */
    label = g_strdup_printf (_ ("%s: nothing against it"), name);
  else
    /* translators: %1$s is a team, %2$u how many conflicts of avoidance there would be */
    label = g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "%1$s: ⚠ %2$u conflict", "%1$s: ⚠ %2$u conflicts", n_open), name,
        n_open);
  item = g_menu_item_new (label, NULL);
  g_menu_item_set_action_and_target (item, "avoidance.move", "(xx)", inspection_id, team->id);
  g_menu_append_item (menu, item);
}

/**
 * xc_avoidance_ways_offer_teams:
 * @button: what opens them
 * @store: a ledger
 * @conflict: at an inspection
 *
 * The other teams of the round, each with what would stand against it there.
 */
void
xc_avoidance_ways_offer_teams (GtkMenuButton *button, XcStore *store, const XcAvoidanceConflict *conflict)
{
  XcAvoidance *avoidance = xc_avoidance_book_read (xc_avoidance_book_get (store), NULL);
  g_autoptr (GMenu) menu = g_menu_new ();
  const GArray *teams;

  gtk_menu_button_set_use_underline (button, TRUE);
  gtk_menu_button_set_label (button, _ ("Another _Team"));
  if (avoidance == NULL || conflict->inspection == NULL)
    return;
  teams = xc_avoidance_get_input (avoidance)->teams;
  for (guint i = 0; i < teams->len; i++)
    {
      const XcAvoidanceTeam *team = &g_array_index (teams, XcAvoidanceTeam, i);

      if (team->round_id == conflict->team->round_id && team->id != conflict->team->id)
        add_team (menu, avoidance, team, conflict->inspection->id);
    }
  gtk_widget_set_sensitive (GTK_WIDGET (button), g_menu_model_get_n_items (G_MENU_MODEL (menu)) > 0);
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

static void
chosen_cb (GtkWidget *substitutes, gint64 person_id, gpointer data)
{
  gint64 member_id = *(gint64 *) g_object_get_data (G_OBJECT (substitutes), "member");

  gtk_widget_activate_action (gtk_widget_get_parent (substitutes), "avoidance.replace", "(xx)", member_id,
                              person_id);
}

/**
 * xc_avoidance_ways_offer_people:
 * @button: what opens them
 * @store: a ledger
 * @conflict: of a member
 *
 * Who might take the place, each with what would stand against it.
 */
void
xc_avoidance_ways_offer_people (GtkMenuButton *button, XcStore *store, const XcAvoidanceConflict *conflict)
{
  GtkWidget *substitutes;

  gtk_menu_button_set_use_underline (button, TRUE);
  gtk_menu_button_set_label (button, _ ("Another _Person"));
  if (conflict->member == NULL)
    return;
  substitutes = xc_substitutes_new (store, conflict->team, conflict->member);
  g_object_set_data_full (G_OBJECT (substitutes), "member",
                          g_memdup2 (&conflict->member->id, sizeof conflict->member->id), g_free);
  g_signal_connect (substitutes, "chosen", G_CALLBACK (chosen_cb), NULL);
  gtk_menu_button_set_popover (button, substitutes);
}
