/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/rounds/roster-row.h"

#include <glib/gi18n-lib.h>

#include "app/avoidance/avoidance-mark.h"
#include "app/rounds/round-words.h"

static GtkWidget *
add_label (GtkWidget *box, const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static GtkWidget *
make_row (gint64 id, GtkWidget *child, const char *name)
{
  GtkWidget *row = gtk_list_box_row_new ();
  gint64 *kept = g_new (gint64, 1);

  *kept = id;
  g_object_set_data_full (G_OBJECT (row), "id", kept, g_free);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), child);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return row;
}

/* Those in the role of @role; the first of them in @first. */
static guint
count_role (const XcTeam *team, const char *role, const XcTeamMember **first)
{
  guint n = 0;

  for (guint i = 0; i < team->members->len; i++)
    if (g_str_equal (((XcTeamMember *) team->members->pdata[i])->role, role) && n++ == 0)
      *first = team->members->pdata[i];
  return n;
}

/* What is not as it should be with the team, or NULL. */
static const char *
find_fault (const XcTeam *team, guint n_leaders)
{
  if (n_leaders == 0)
    return _ ("No leader yet");
  if (n_leaders > 1)
    return _ ("More than one leader");
  return xc_team_find_unauthorised (team) != NULL ? _ ("Not authorised for this round") : NULL;
}

/**
 * xc_team_row_new:
 * @team: a team
 *
 * Returns: (transfer floating): its number, leader, size and work, and what is wrong with it
 */
GtkWidget *
xc_team_row_new (const XcTeam *team)
{
  const XcTeamMember *leader = NULL;
  guint n_leaders = count_role (team, "leader", &leader);
  const char *fault = find_fault (team, n_leaders);
  g_autofree char *name = xc_round_words_dup_team (team);
  g_autofree char *people = g_strdup_printf (
      /* translators: %u is a number of people in a team */
      g_dngettext (GETTEXT_PACKAGE, "%u person", "%u people", team->members->len), team->members->len);
  g_autofree char *work = g_strdup_printf (
      /* translators: %u is a number of organizations that a team inspects */
      g_dngettext (GETTEXT_PACKAGE, "%u organization", "%u organizations", team->n_organizations),
      team->n_organizations);
  /* translators: %1$s is how many people a team has, %2$s how many organizations it inspects */
  g_autofree char *figures = g_strdup_printf (C_ ("team", "%1$s · %2$s"), people, work);
  g_autofree char *words = g_strjoin (", ", name, leader != NULL ? leader->name : figures,
                                      leader != NULL ? figures : fault, leader != NULL ? fault : NULL, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);

  gtk_widget_set_hexpand (add_label (head, name, "heading"), TRUE);
  if (leader != NULL)
    add_label (head, leader->name, NULL);
  gtk_box_append (GTK_BOX (box), head);
  add_label (box, figures, "caption");
  gtk_widget_add_css_class (gtk_widget_get_last_child (box), "dim-label");
  if (fault != NULL)
    {
      /* translators: %s is what is wrong */
      g_autofree char *warning = g_strdup_printf (C_ ("warning", "⚠ %s"), fault);

      add_label (box, warning, "caption");
      gtk_widget_add_css_class (gtk_widget_get_last_child (box), "warning");
    }
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  return make_row (team->id, box, words);
}

static char *
dup_place (const XcTeamMember *member)
{
  if (member->place != NULL && member->post != NULL)
    /* translators: %1$s is an organization, %2$s a post in it */
    return g_strdup_printf (C_ ("person", "%1$s %2$s"), member->place, member->post);
  return g_strdup (member->place != NULL ? member->place : member->post != NULL ? member->post : "");
}

static gboolean
needs_authority (const XcTeamMember *member)
{
  return g_str_equal (member->role, "leader") || g_str_equal (member->role, "deputy");
}

/* The document that authorises the person, own or the team's; says when there should be one and is none. */
static void
add_authority (GtkWidget *box, const XcTeam *team, const XcTeamMember *member)
{
  const char *document = member->document != NULL ? member->document : team->document;
  GtkWidget *label;

  if (!needs_authority (member) && member->document == NULL)
    return;
  label = add_label (box, document != NULL ? document : _ ("⚠ No authorising document"), "caption");
  gtk_widget_add_css_class (label, document != NULL ? "dim-label" : "warning");
}

/* Whom the person must avoid in this team. */
static void
add_mark (GtkWidget *box, XcStore *store, const XcTeam *team, const XcTeamMember *member)
{
  XcAvoidancePlace place = { .team_id = team->id, .person_id = member->person_id };
  GtkWidget *mark = xc_avoidance_mark_new ();

  xc_avoidance_mark_set_place (XC_AVOIDANCE_MARK (mark), store, &place);
  gtk_box_append (GTK_BOX (box), mark);
}

/* In characters: names stand under one another beside roles of any length. */
static int
get_role_width (void)
{
  static const char *const roles[] = { "leader", "deputy", "liaison", "member" };
  glong width = 0;

  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    width = MAX (width, g_utf8_strlen (xc_round_words_get_role (roles[i]), -1));
  return (int) width;
}

/**
 * xc_member_row_new:
 * @store: the ledger
 * @team: a team
 * @member: one of its people
 *
 * Returns: (transfer floating): role, name, place, authority and how often the person served
 */
GtkWidget *
xc_member_row_new (XcStore *store, const XcTeam *team, const XcTeamMember *member)
{
  const char *role = xc_round_words_get_role (member->role);
  g_autofree char *place = dup_place (member);
  /* translators: %u: how often somebody was a member of a team */
  g_autofree char *times = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "served once", "served %u times", member->n_times), member->n_times);
  g_autofree char *words = g_strjoin (", ", role, member->name, times, *place != '\0' ? place : NULL, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label;

  label = add_label (box, role, "dim-label");
  gtk_label_set_width_chars (GTK_LABEL (label), get_role_width ());
  label = add_label (box, member->name, "heading");
  gtk_label_set_width_chars (GTK_LABEL (label), 8);
  label = add_label (box, place, NULL);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_tooltip_text (label, place);
  add_mark (box, store, team, member);
  add_authority (box, team, member);
  label = add_label (box, times, "caption");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_set_margin_top (box, 8);
  gtk_widget_set_margin_bottom (box, 8);
  gtk_widget_set_margin_start (box, 9);
  gtk_widget_set_margin_end (box, 9);
  return make_row (member->id, box, words);
}

gint64
xc_roster_row_get_id (GtkListBoxRow *row)
{
  return *(gint64 *) g_object_get_data (G_OBJECT (row), "id");
}
