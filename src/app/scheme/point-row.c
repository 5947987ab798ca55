/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/scheme/point-row.h"

#include <glib/gi18n-lib.h>

#define INDENT_PX 24

/**
 * xc_point_row_new:
 * @point: a point
 *
 * Returns: (transfer floating): a row of a list box
 */
GtkWidget *
xc_point_row_new (const XcPoint *point)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *code = gtk_label_new (point->code);
  GtkWidget *title = gtk_label_new (point->title);
  g_autofree char *count =
      point->n_problems > 0 ? g_strdup_printf (
          g_dngettext (GETTEXT_PACKAGE, "%'u problem", "%'u problems", point->n_problems), point->n_problems)
                            : NULL;
  GtkWidget *problems = gtk_label_new (count);
  g_autofree char *name = g_strdup_printf ("%s %s%s%s", point->code, point->title, count != NULL ? ", " : "",
                                           count != NULL ? count : "");

  gtk_widget_add_css_class (code, "dim-label");
  gtk_widget_add_css_class (code, "numeric");
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_widget_set_hexpand (title, TRUE);
  if (!point->is_leaf)
    gtk_widget_add_css_class (title, "heading");
  gtk_widget_add_css_class (problems, "caption");
  gtk_widget_add_css_class (problems, "dim-label");
  gtk_widget_set_margin_start (box, 12 + (int) point->depth * INDENT_PX);
  gtk_widget_set_margin_end (box, 12);
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  gtk_box_append (GTK_BOX (box), code);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), problems);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return row;
}
