/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/avoidance/avoidance-group.h"

#include <glib/gi18n-lib.h>

#include "app/avoidance/avoidance-ways.h"
#include "core/avoidance-words.h"
#include "store/avoidance-ruling.h"

static GtkWidget *
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
  return row;
}

/* Where several conflicts have one ground, the first stands for all: a waiver covers them together. */
static gboolean
is_choice (const XcAvoidanceConflict *conflicts, guint at)
{
  if (conflicts[at].waiver != NULL || !xc_avoidance_can_be_waived (&conflicts[at]))
    return FALSE;
  for (guint i = 0; i < at; i++)
    if (conflicts[i].ground == conflicts[at].ground && conflicts[i].waiver == NULL
        && xc_avoidance_can_be_waived (&conflicts[i]))
      return FALSE;
  return TRUE;
}

static GtkWidget *
make_check (const XcAvoidanceConflict *conflict, const char *name, gboolean is_chosen)
{
  GtkWidget *check = gtk_check_button_new_with_label (C_ ("avoidance", "To be waived"));
  /* translators: %1$s is a person or an organization, %2$s a kind of conflict, as "Past post" */
  g_autofree char *words = g_strdup_printf (C_ ("avoidance", "To be waived: %1$s, %2$s"), name,
                                            xc_avoidance_ground_title (conflict->ground));
  XcAvoidanceSubject *subject = g_new0 (XcAvoidanceSubject, 1);

  subject->person_id = conflict->person->id;
  subject->organization_id = conflict->organization->id;
  subject->inspection_id = conflict->inspection != NULL ? conflict->inspection->id : 0;
  subject->ground = conflict->ground;
  g_object_set_data_full (G_OBJECT (check), "subject", subject, g_free);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), is_chosen);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  return check;
}

static void
add_conflict (GtkWidget *group, const XcAvoidance *avoidance, const XcAvoidanceConflict *conflict,
              GtkWidget *check)
{
  g_autofree char *sentence = xc_avoidance_describe (avoidance, conflict);
  GtkWidget *row =
      add_row (group, xc_avoidance_ground_title (conflict->ground), sentence,
               conflict->waiver != NULL ? "object-select-symbolic" : "action-unavailable-symbolic",
               conflict->waiver != NULL ? "dim-label" : "error", check);

  if (check == NULL)
    return;
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  /* The row would name it by the ground alone, and not say of whom. */
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
}

/* Since when a waiver says what it covers, so does its title. */
static char *
dup_waiver_title (const XcAvoidanceConflict *conflict)
{
  if (conflict->waiver->grounds != XC_AVOIDANCE_MASK (conflict->ground))
    return g_strdup (C_ ("avoidance", "Waiver"));
  /* translators: %s is a kind of conflict, as "Past post" */
  return g_strdup_printf (C_ ("avoidance", "Waiver: %s"), xc_avoidance_ground_title (conflict->ground));
}

static void
add_waiver (GtkWidget *group, const XcAvoidanceConflict *conflict, gboolean can_write)
{
  g_autofree char *title = dup_waiver_title (conflict);
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
  add_row (group, title, sentence, "document-edit-symbolic", "dim-label", withdraw);
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

/**
 * xc_avoidance_group_count_choices:
 * @conflicts: (array length=n_conflicts): of one person at one inspection
 * @n_conflicts: how many
 *
 * Returns: how many grounds may be waived there and are not
 */
guint
xc_avoidance_group_count_choices (const XcAvoidanceConflict *conflicts, guint n_conflicts)
{
  guint n_choices = 0;

  for (guint i = 0; i < n_conflicts; i++)
    n_choices += is_choice (conflicts, i);
  return n_choices;
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
  GPtrArray *checks;

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), escaped);
  gtk_accessible_update_property (GTK_ACCESSIBLE (group), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  checks = g_ptr_array_new ();
  for (guint i = 0; i < n_conflicts; i++)
    {
      GtkWidget *check = parts->can_write && is_choice (conflicts, i)
                             ? make_check (&conflicts[i], name, parts->is_chosen)
                             : NULL;

      if (check != NULL)
        g_ptr_array_add (checks, check);
      add_conflict (group, avoidance, &conflicts[i], check);
    }
  g_object_set_data_full (G_OBJECT (group), "checks", checks, (GDestroyNotify) g_ptr_array_unref);
  add_waivers (group, conflicts, n_conflicts, parts->can_write);
  if (parts->can_write && (!parts->with_teams || conflicts->inspection != NULL))
    gtk_box_append (GTK_BOX (suffix), make_way (store, conflicts, parts->with_teams));
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (group), suffix);
  return group;
}

/**
 * xc_avoidance_group_read_chosen:
 * @group: a group
 * @subjects: (element-type XcAvoidanceSubject): gets what is chosen to be waived there
 */
void
xc_avoidance_group_read_chosen (GtkWidget *group, GArray *subjects)
{
  const GPtrArray *checks = g_object_get_data (G_OBJECT (group), "checks");

  for (guint i = 0; i < checks->len; i++)
    if (gtk_check_button_get_active (checks->pdata[i]))
      g_array_append_vals (subjects, g_object_get_data (checks->pdata[i], "subject"), 1);
}
