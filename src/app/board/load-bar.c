/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/board/load-bar.h"

#define HEIGHT_PX 8
#define RADIUS_PX 3

struct _XcLoadBar
{
  GtkWidget parent_instance;

  XcTeamLoad load;
};

G_DEFINE_FINAL_TYPE (XcLoadBar, xc_load_bar, GTK_TYPE_WIDGET)

static void
xc_load_bar_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                     int *minimum_baseline, int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_VERTICAL ? HEIGHT_PX : 24;
}

static GdkRGBA
look_up (GtkWidget *widget, const char *name)
{
  GdkRGBA color;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
  gtk_style_context_lookup_color (gtk_widget_get_style_context (widget), name, &color);
  return color;
}

static void
fill (GtkSnapshot *snapshot, const GdkRGBA *color, float x, float width)
{
  GskRoundedRect outline;
  const graphene_rect_t area = GRAPHENE_RECT_INIT (x, 0, width, HEIGHT_PX);

  gsk_rounded_rect_init_from_rect (&outline, &area, RADIUS_PX);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, color, &area);
  gtk_snapshot_pop (snapshot);
}

static void
hatch (GtkWidget *widget, GtkSnapshot *snapshot, float x, float width)
{
  GdkRGBA color = look_up (widget, "error_color");
  const graphene_rect_t area = GRAPHENE_RECT_INIT (x, 0, width, HEIGHT_PX);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &area);

  gdk_cairo_set_source_rgba (cr, &color);
  cairo_rectangle (cr, x + 0.5, 0.5, MAX (width - 1, 0), HEIGHT_PX - 1);
  cairo_set_line_width (cr, 1);
  cairo_stroke (cr);
  for (float at = x - HEIGHT_PX; at < x + width; at += 4)
    {
      cairo_move_to (cr, at, HEIGHT_PX);
      cairo_line_to (cr, at + HEIGHT_PX, 0);
    }
  cairo_set_line_width (cr, 1.5);
  cairo_stroke (cr);
  cairo_destroy (cr);
}

static void
xc_load_bar_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  const XcTeamLoad *load = &XC_LOAD_BAR (widget)->load;
  float width = (float) gtk_widget_get_width (widget);
  GdkRGBA track = look_up (widget, "window_fg_color");
  GdkRGBA accent = look_up (widget, "accent_bg_color");
  guint whole = MAX (load->work, load->days);
  float within;

  track.alpha = 0.15f;
  fill (snapshot, &track, 0, width);
  if (load->days == 0)
    return;
  within = width * (float) MIN (load->work, load->days) / (float) whole;
  if (within > 0)
    fill (snapshot, &accent, 0, within);
  if (load->work > load->days)
    hatch (widget, snapshot, within + 1, width - within - 1);
}

static void
xc_load_bar_class_init (XcLoadBarClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  widget_class->measure = xc_load_bar_measure;
  widget_class->snapshot = xc_load_bar_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
xc_load_bar_init (XcLoadBar *self)
{
}

/**
 * xc_load_bar_show:
 * @self: a bar
 * @load: work and days of a team
 */
void
xc_load_bar_show (XcLoadBar *self, const XcTeamLoad *load)
{
  self->load = *load;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
