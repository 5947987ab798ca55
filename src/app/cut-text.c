/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/cut-text.h"

static gboolean
is_cut (GtkWidget *widget, const char *text)
{
  g_autoptr (PangoLayout) layout = NULL;
  int width;

  if (GTK_IS_LABEL (widget))
    return pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (widget)));
  layout = gtk_widget_create_pango_layout (widget, text);
  pango_layout_get_pixel_size (layout, &width, NULL);
  return width > gtk_widget_get_width (widget);
}

static const char *
get_text (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget))
    return gtk_label_get_text (GTK_LABEL (widget));
  return GTK_IS_INSCRIPTION (widget) ? gtk_inscription_get_text (GTK_INSCRIPTION (widget)) : NULL;
}

/* Asked when nothing under the pointer has words of its own. */
static gboolean
query_tooltip_cb (GtkWidget *root, int x, int y, gboolean by_keyboard, GtkTooltip *tooltip)
{
  GtkWidget *widget = by_keyboard ? NULL : gtk_widget_pick (root, x, y, GTK_PICK_DEFAULT);
  const char *text = widget != NULL ? get_text (widget) : NULL;
  graphene_rect_t bounds;

  if (text == NULL || *text == '\0' || !is_cut (widget, text)
      || !gtk_widget_compute_bounds (widget, root, &bounds))
    return FALSE;
  gtk_tooltip_set_text (tooltip, text);
  gtk_tooltip_set_tip_area (tooltip, &(GdkRectangle){ (int) bounds.origin.x, (int) bounds.origin.y,
                                                      (int) bounds.size.width, (int) bounds.size.height });
  return TRUE;
}

/**
 * xc_cut_text_tell:
 * @root: a window or a popover
 *
 * From now on every label and every cell of a list in it that ends in an ellipsis tells its text as a tooltip.
 */
void
xc_cut_text_tell (GtkWidget *root)
{
  gtk_widget_set_has_tooltip (root, TRUE);
  g_signal_connect (root, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
}
