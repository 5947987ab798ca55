/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/rounds/round-row.h"

#include <glib/gi18n-lib.h>

#include "app/rounds/round-words.h"

/**
 * xc_round_row_dup_figures:
 * @round: a round
 *
 * Returns: (transfer full): all its figures in words
 */
char *
xc_round_row_dup_figures (const XcRoundFigures *round)
{
  g_autofree char *teams =
      /* translators: %u is a number of teams */
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u team", "%u teams", round->n_teams), round->n_teams);
  g_autofree char *organizations = g_strdup_printf (
      /* translators: %u is a number of organizations to be inspected */
      g_dngettext (GETTEXT_PACKAGE, "%u organization", "%u organizations", round->n_organizations),
      round->n_organizations);

  return g_strdup_printf (
      /* translators: %1$s is a number of teams in words, %2$s a number of organizations in words; %3$u of them are
       * covered for the first time, %4$u are visited again; %5$u is a number of problems, %6$u how many of them are
       * closed */
      C_ ("round", "%1$s · %2$s, %3$u for the first time, %4$u again · %5$u problems, %6$u closed"), teams,
      organizations, round->n_first, round->n_again, round->n_problems, round->n_closed);
}

static GtkWidget *
make_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

/**
 * xc_round_row_new:
 * @round: a round
 *
 * Returns: (transfer floating): its row
 */
GtkWidget *
xc_round_row_new (const XcRoundFigures *round)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_autofree char *name = xc_round_words_dup_ordinal (XC_TABLE_ROUND, round->ordinal);
  const char *state = xc_round_state_title (round->state);
  g_autofree char *figures = xc_round_row_dup_figures (round);
  /* translators: %1$u is a number of organizations, %2$u a number of problems, %3$u how many of them are closed */
  g_autofree char *brief = g_strdup_printf (C_ ("round", "%1$u org. · %2$u/%3$u closed"),
                                            round->n_organizations, round->n_closed, round->n_problems);
  g_autofree char *words = g_strjoin (", ", name, state, figures, NULL);
  GtkWidget *label = make_label (name, "heading");
  gint64 *id = g_new (gint64, 1);

  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (head), label);
  gtk_box_append (GTK_BOX (head), make_label (state, "caption"));
  gtk_box_append (GTK_BOX (box), head);
  label = make_label (brief, "caption");
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_box_append (GTK_BOX (box), label);
  gtk_widget_set_margin_top (box, 5);
  gtk_widget_set_margin_bottom (box, 5);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_widget_set_tooltip_text (row, figures);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  *id = round->id;
  g_object_set_data_full (G_OBJECT (row), "id", id, g_free);
  return row;
}

gint64
xc_round_row_get_id (GtkListBoxRow *row)
{
  return *(gint64 *) g_object_get_data (G_OBJECT (row), "id");
}
