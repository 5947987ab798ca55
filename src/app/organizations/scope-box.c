/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/organizations/scope-box.h"

#include <glib/gi18n-lib.h>

static gint64
get_value (GtkFlowBoxChild *child)
{
  return *(gint64 *) g_object_get_data (G_OBJECT (child), "value");
}

void
xc_scope_box_clear (GtkFlowBox *box)
{
  GtkFlowBoxChild *child;

  while ((child = gtk_flow_box_get_child_at_index (box, 0)) != NULL)
    gtk_flow_box_remove (box, GTK_WIDGET (child));
}

/**
 * xc_scope_box_add:
 * @box: choices
 * @title: of the new one
 * @figures: what it holds
 * @value: what it stands for
 */
void
xc_scope_box_add (GtkFlowBox *box, const char *title, const char *figures, gint64 value)
{
  GtkWidget *child = gtk_flow_box_child_new ();
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *number = gtk_label_new (figures);
  /* translators: %1$s is the title of a choice, %2$s its figures */
  g_autofree char *label = g_strdup_printf (C_ ("choice with figures", "%1$s, %2$s"), title, figures);
  gint64 *kept = g_new (gint64, 1);

  *kept = value;
  g_object_set_data_full (G_OBJECT (child), "value", kept, g_free);
  gtk_widget_add_css_class (number, "count");
  gtk_widget_add_css_class (number, "dim-label");
  gtk_box_append (GTK_BOX (line), gtk_label_new (title));
  gtk_box_append (GTK_BOX (line), number);
  gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (child), line);
  gtk_accessible_update_property (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_flow_box_insert (box, child, -1);
}

/**
 * xc_scope_box_choose:
 * @box: choices
 * @value: the one that is to hold; the first does when none stands for it
 */
void
xc_scope_box_choose (GtkFlowBox *box, gint64 value)
{
  GtkFlowBoxChild *chosen = gtk_flow_box_get_child_at_index (box, 0);
  GtkFlowBoxChild *child;

  for (int i = 0; (child = gtk_flow_box_get_child_at_index (box, i)) != NULL; i++)
    if (get_value (child) == value)
      chosen = child;
  if (chosen != NULL)
    gtk_flow_box_select_child (box, chosen);
}

/**
 * xc_scope_box_get_chosen:
 * @box: choices
 *
 * Returns: what the chosen one stands for; 0 when there is none
 */
gint64
xc_scope_box_get_chosen (GtkFlowBox *box)
{
  g_autoptr (GList) chosen = gtk_flow_box_get_selected_children (box);

  return chosen != NULL ? get_value (chosen->data) : 0;
}
