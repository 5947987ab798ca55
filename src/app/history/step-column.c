/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/history/step-column.h"

#include <glib/gi18n-lib.h>

#include "app/text-size.h"

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (GPOINTER_TO_INT (data) == XC_STEP_TIME)
    gtk_widget_add_css_class (label, "numeric");
  gtk_list_item_set_child (item, label);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  XcStep *step = gtk_list_item_get_item (item);
  GtkWidget *label = gtk_list_item_get_child (item);
  const char *text = xc_step_get_text (step, (XcStepColumn) GPOINTER_TO_INT (data));
  GtkWidget *cell = gtk_widget_get_parent (label);
  GtkWidget *row = cell != NULL ? gtk_widget_get_parent (cell) : NULL;

  gtk_label_set_text (GTK_LABEL (label), text);
  /* GTK gives rows and cells no names of their own, and without one nobody can hear the list. */
  if (row != NULL)
    {
      g_autofree char *name =
          g_strjoin (", ", xc_step_get_text (step, XC_STEP_TITLE), xc_step_get_text (step, XC_STEP_KIND),
                     xc_step_get_text (step, XC_STEP_TIME), NULL);

      gtk_accessible_update_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
      gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
    }
}

static const char *
get_title (XcStepColumn column)
{
  switch (column)
    {
    case XC_STEP_TIME:
      return _ ("Time");
    case XC_STEP_USER:
      return _ ("User");
    case XC_STEP_KIND:
      return _ ("What");
    case XC_STEP_TITLE:
      return _ ("Action");
    default:
      g_return_val_if_reached (NULL);
    }
}

/**
 * xc_step_column_new:
 * @column: which
 *
 * Returns: (transfer full): it for a column view
 */
GtkColumnViewColumn *
xc_step_column_new (XcStepColumn column)
{
  static const int widths[] = { 150, 110, 90, -1 };
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkColumnViewColumn *view_column = gtk_column_view_column_new (get_title (column), factory);

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), GINT_TO_POINTER (column));
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), GINT_TO_POINTER (column));
  gtk_column_view_column_set_resizable (view_column, TRUE);
  gtk_column_view_column_set_fixed_width (view_column, xc_text_size_scale (widths[column]));
  gtk_column_view_column_set_expand (view_column, column == XC_STEP_TITLE);
  return view_column;
}
