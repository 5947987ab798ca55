/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/chart-view.h"

#include <adwaita.h>

struct _XcChartView
{
  GtkWidget parent_instance;

  /* Owned */
  XcPicture *picture; /* for the present size; NULL until it is drawn */

  XcChartViewFunc function;
  gpointer data; /* borrowed from whoever set the function */
};

G_DEFINE_FINAL_TYPE (XcChartView, xc_chart_view, GTK_TYPE_WIDGET)

static gboolean
lay_out (XcChartView *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int height = gtk_widget_get_height (GTK_WIDGET (self));

  if (self->function == NULL || width < 1 || height < 1)
    return FALSE;
  if (self->picture == NULL)
    {
      g_autofree char *words = NULL;

      self->picture = self->function (width, height, self->data);
      if (self->picture == NULL)
        return FALSE;
      words = xc_picture_dup_words (self->picture);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      xc_picture_get_title (self->picture),
                                      GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words, -1);
    }
  return TRUE;
}

static void
xc_chart_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  XcChartView *self = XC_CHART_VIEW (widget);
  gboolean is_dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
  cairo_t *cr;

  if (!lay_out (self))
    return;
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget),
                                                                 (float) gtk_widget_get_height (widget)));
  xc_picture_draw (self->picture, is_dark ? XC_PALETTE_DARK : XC_PALETTE_LIGHT, cr);
  cairo_destroy (cr);
}

static void
xc_chart_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  xc_chart_view_redraw (XC_CHART_VIEW (widget));
}

static gboolean
query_tooltip_cb (XcChartView *self, int x, int y, gboolean by_keyboard, GtkTooltip *tooltip)
{
  const XcMark *mark =
      self->picture != NULL && !by_keyboard ? xc_picture_mark_at (self->picture, x, y) : NULL;

  if (mark == NULL)
    return FALSE;
  gtk_tooltip_set_text (tooltip, mark->words);
  gtk_tooltip_set_tip_area (tooltip,
                            &(GdkRectangle){ (int) mark->box.x, (int) mark->box.y, (int) mark->box.width + 1,
                                             (int) mark->box.height + 1 });
  return TRUE;
}

static void
xc_chart_view_dispose (GObject *object)
{
  XcChartView *self = XC_CHART_VIEW (object);

  self->function = NULL;
  g_clear_pointer (&self->picture, xc_picture_free);
  G_OBJECT_CLASS (xc_chart_view_parent_class)->dispose (object);
}

static void
xc_chart_view_class_init (XcChartViewClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = xc_chart_view_dispose;
  widget_class->snapshot = xc_chart_view_snapshot;
  widget_class->size_allocate = xc_chart_view_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "chart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
xc_chart_view_init (XcChartView *self)
{
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
}

/**
 * xc_chart_view_set_function:
 * @self: a view
 * @function: (nullable): what lays out the picture
 * @data: for @function; must outlive the view or be taken back by setting another function
 */
void
xc_chart_view_set_function (XcChartView *self, XcChartViewFunc function, gpointer data)
{
  self->function = function;
  self->data = data;
  xc_chart_view_redraw (self);
}

/**
 * xc_chart_view_redraw:
 * @self: a view whose numbers have changed
 */
void
xc_chart_view_redraw (XcChartView *self)
{
  g_clear_pointer (&self->picture, xc_picture_free);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
