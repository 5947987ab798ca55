/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/fold.h"

/**
 * xc_fold_find:
 * @widget: something in one of the panes
 *
 * Returns: (transfer none) (nullable): what folds around it
 */
AdwLeaflet *
xc_fold_find (GtkWidget *widget)
{
  return (AdwLeaflet *) gtk_widget_get_ancestor (widget, ADW_TYPE_LEAFLET);
}

static GtkWidget *
find_pane (AdwLeaflet *leaflet, GtkWidget *widget)
{
  while (gtk_widget_get_parent (widget) != GTK_WIDGET (leaflet))
    widget = gtk_widget_get_parent (widget);
  return widget;
}

/**
 * xc_fold_show:
 * @widget: something in one of the panes
 *
 * Brings its pane forward where only one is seen.
 */
void
xc_fold_show (GtkWidget *widget)
{
  AdwLeaflet *leaflet = xc_fold_find (widget);

  if (leaflet != NULL)
    adw_leaflet_set_visible_child (leaflet, find_pane (leaflet, widget));
}

/**
 * xc_fold_hides:
 * @widget: something in one of the panes
 *
 * Returns: whether only the other pane is seen
 */
gboolean
xc_fold_hides (GtkWidget *widget)
{
  AdwLeaflet *leaflet = xc_fold_find (widget);

  return leaflet != NULL && adw_leaflet_get_folded (leaflet)
         && adw_leaflet_get_visible_child (leaflet) != find_pane (leaflet, widget);
}

/**
 * xc_fold_covers:
 * @widget: something in one of the panes
 *
 * Returns: whether only its own pane is seen
 */
gboolean
xc_fold_covers (GtkWidget *widget)
{
  AdwLeaflet *leaflet = xc_fold_find (widget);

  return leaflet != NULL && adw_leaflet_get_folded (leaflet) && !xc_fold_hides (widget);
}
