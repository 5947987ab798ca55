/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/avoidance/avoidance-group.h"

#include <glib/gi18n-lib.h>

#include "app/avoidance/avoidance-ways.h"
#include "core/avoidance-words.h"
#include "store/avoidance-ruling.h"

static void
add_row (GtkWidget *group, const char *title, const char *subtitle, const char *icon_name,
         const char *css_class, GtkWidget *suffix)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *icon = gtk_image_new_from_icon_name (icon_name);

  gtk_accessible_update_property (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_PROPERTY_LABEL, "", -1);
  gtk_widget_add_css_class (icon, css_class);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  if (suffix != NULL)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), suffix);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, subtitle, -1);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
}

static void
add_conflict (GtkWidget *group, const XcAvoidance *avoidance, const XcAvoidanceConflict *conflict)
{
  g_autofree char *sentence = xc_avoidance_describe (avoidance, conflict);

  add_row (group, xc_avoidance_ground_title (conflict->ground), sentence,
           conflict->waiver != NULL ? "object-select-symbolic" : "action-unavailable-symbolic",
           conflict->waiver != NULL ? "dim-label" : "error", NULL);
}

static void
add_waiver (GtkWidget *group, const XcAvoidanceConflict *conflict, gboolean can_write)
{
  g_autofree char *sentence = xc_avoidance_describe_waiver (conflict);
  GtkWidget *withdraw = NULL;

  if (can_write)
    {
      withdraw = gtk_button_new_with_mnemonic (_ ("With_draw"));
      gtk_widget_set_valign (withdraw, GTK_ALIGN_CENTER);
      gtk_widget_set_tooltip_text (withdraw, _ ("Withdraw the waiver"));
      gtk_actionable_set_action_name (GTK_ACTIONABLE (withdraw), "avoidance.withdraw");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (withdraw), "x", conflict->waiver->id);
    }
  add_row (group, C_ ("avoidance", "Waiver"), sentence, "document-edit-symbolic", "dim-label", withdraw);
}

/* Waivers of a group are few, and one of them often waives several conflicts. */
static void
add_waivers (GtkWidget *group, const XcAvoidanceConflict *conflicts, guint n_conflicts, gboolean can_write)
{
  for (guint i = 0; i < n_conflicts; i++)
    {
      gboolean is_new = conflicts[i].waiver != NULL;

      for (guint j = 0; j < i; j++)
        is_new &= conflicts[j].waiver != conflicts[i].waiver;
      if (is_new)
        add_waiver (group, &conflicts[i], can_write);
    }
}

static gboolean
is_open (const XcAvoidanceConflict *conflicts, guint n_conflicts)
{
  for (guint i = 0; i < n_conflicts; i++)
    if (conflicts[i].waiver == NULL)
      return TRUE;
  return FALSE;
}

static GtkWidget *
make_check (const XcAvoidanceConflict *conflict, const char *name, gboolean is_chosen)
{
  GtkWidget *check = gtk_check_button_new_with_mnemonic (C_ ("avoidance", "To be wai_ved"));
  /* translators: %s is a person or an organization */
  g_autofree char *words = g_strdup_printf (C_ ("avoidance", "To be waived: %s"), name);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), is_chosen);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  return check;
}

static GtkWidget *
make_way (XcStore *store, const XcAvoidanceConflict *conflict, gboolean with_teams)
{
  GtkWidget *way = gtk_menu_button_new ();

  gtk_widget_set_valign (way, GTK_ALIGN_CENTER);
  if (with_teams)
    xc_avoidance_ways_offer_teams (GTK_MENU_BUTTON (way), store, conflict);
  else
    xc_avoidance_ways_offer_people (GTK_MENU_BUTTON (way), store, conflict);
  return way;
}

static char *
dup_name (const XcAvoidanceConflict *conflict, gboolean with_teams)
{
  const XcField *field = xc_catalogue_get_field (XC_TABLE_TEAM_MEMBER, "role");
  const XcChoice *role =
      conflict->member != NULL ? xc_field_find_choice (field, conflict->member->role) : NULL;

  if (with_teams)
    return g_strdup (conflict->organization != NULL ? conflict->organization->name
                                                    : C_ ("avoidance", "Nothing to inspect yet"));
  if (role == NULL)
    return g_strdup (conflict->person->name);
  /* translators: %1$s is a person, %2$s the role in a team */
  return g_strdup_printf (C_ ("avoidance", "%1$s, %2$s"), conflict->person->name, xc_choice_title (role));
}

static void
keep_subject (GtkWidget *group, const XcAvoidanceConflict *conflict, GtkWidget *check)
{
  XcAvoidanceSubject *subject = g_new0 (XcAvoidanceSubject, 1);

  subject->person_id = conflict->person->id;
  subject->organization_id = conflict->organization->id;
  subject->inspection_id = conflict->inspection != NULL ? conflict->inspection->id : 0;
  g_object_set_data_full (G_OBJECT (group), "subject", subject, g_free);
  g_object_set_data (G_OBJECT (group), "check", check);
}

/**
 * xc_avoidance_group_new:
 * @store: a ledger
 * @avoidance: avoidance
 * @conflicts: (array length=n_conflicts): of one person at one inspection
 * @n_conflicts: how many
 * @parts: what it has
 *
 * Returns: (transfer floating): a group of rows
 */
GtkWidget *
xc_avoidance_group_new (XcStore *store, const XcAvoidance *avoidance, const XcAvoidanceConflict *conflicts,
                        guint n_conflicts, const XcAvoidanceGroupParts *parts)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *suffix = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  g_autofree char *name = dup_name (conflicts, parts->with_teams);
  g_autofree char *escaped = g_markup_escape_text (name, -1);

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), escaped);
  gtk_accessible_update_property (GTK_ACCESSIBLE (group), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  for (guint i = 0; i < n_conflicts; i++)
    add_conflict (group, avoidance, &conflicts[i]);
  add_waivers (group, conflicts, n_conflicts, parts->can_write);
  if (parts->can_write && is_open (conflicts, n_conflicts) && conflicts->organization != NULL)
    {
      GtkWidget *check = make_check (conflicts, name, parts->is_chosen);

      gtk_box_append (GTK_BOX (suffix), check);
      keep_subject (group, conflicts, check);
    }
  if (parts->can_write && (!parts->with_teams || conflicts->inspection != NULL))
    gtk_box_append (GTK_BOX (suffix), make_way (store, conflicts, parts->with_teams));
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (group), suffix);
  return group;
}

/**
 * xc_avoidance_group_read_chosen:
 * @group: a group
 * @subjects: (element-type XcAvoidanceSubject): gets what a waiver is to be about, when the group is chosen
 */
void
xc_avoidance_group_read_chosen (GtkWidget *group, GArray *subjects)
{
  GtkCheckButton *check = g_object_get_data (G_OBJECT (group), "check");
  const XcAvoidanceSubject *subject = g_object_get_data (G_OBJECT (group), "subject");

  if (check != NULL && gtk_check_button_get_active (check))
    g_array_append_vals (subjects, subject, 1);
}
