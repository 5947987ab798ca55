/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/chart-view.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "app/chart-walk.h"
#include "report/raster.h"

/* In pixels. */
#define BUBBLE_WIDTH 340
#define BUBBLE_MARGIN 8
#define LETTERS 14.67 /* the usual size of letters in a window */

struct _XcChartView
{
  GtkWidget parent_instance;

  int least_height;

  /* Owned */
  XcPicture *picture; /* for the present size; NULL until it is drawn */
  XcRaster *raster;   /* the picture as pixels, or the one before it */
  GPtrArray
      *tiles; /* of GskRenderNode: those of the raster; the screen is told of no others than the new ones */
  gboolean is_drawn; /* whether the raster is the picture */
  char *words;       /* nullable: what the picture says, when that is not the words of its marks */

  /* What is pointed at, which is found again in the next picture. */
  gboolean has_mark;
  int mark_kind;
  gsize mark_index;

  XcChartViewFunc function;
  gpointer data; /* borrowed from whoever set the function */
};

G_DEFINE_FINAL_TYPE (XcChartView, xc_chart_view, GTK_TYPE_WIDGET)

static guint activated_signal;

/* ---- the mark that is pointed at ---- */

static const XcMark *
get_mark (XcChartView *self)
{
  return self->picture != NULL && self->has_mark
             ? xc_chart_walk_find (self->picture, self->mark_kind, self->mark_index)
             : NULL;
}

/* Assistive technology reads out the name of what has the focus when it changes. */
static void
tell_mark (XcChartView *self)
{
  const XcMark *mark = get_mark (self);
  const char *title = self->picture != NULL ? xc_picture_get_title (self->picture) : "";

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  mark != NULL ? mark->words : title, -1);
}

static void
point_at (XcChartView *self, const XcMark *mark)
{
  gboolean is_same = mark == NULL
                         ? !self->has_mark
                         : self->has_mark && mark->kind == self->mark_kind && mark->index == self->mark_index;

  if (is_same)
    return;
  self->has_mark = mark != NULL;
  if (mark != NULL)
    {
      self->mark_kind = mark->kind;
      self->mark_index = mark->index;
    }
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), mark != NULL ? "pointer" : NULL);
  tell_mark (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* ---- drawing ---- */

static gboolean
lay_out (XcChartView *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int height = gtk_widget_get_height (GTK_WIDGET (self));
  g_autofree char *words = NULL;

  if (self->function == NULL || width < 1 || height < 1)
    return FALSE;
  if (self->picture != NULL)
    return TRUE;
  self->picture = self->function (width, height, self->data);
  if (self->picture == NULL)
    return FALSE;
  if (self->words == NULL)
    words = xc_picture_dup_words (self->picture);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  self->words != NULL ? self->words : words, -1);
  tell_mark (self);
  return TRUE;
}

static XcPalette
get_palette (void)
{
  return adw_style_manager_get_dark (adw_style_manager_get_default ()) ? XC_PALETTE_DARK : XC_PALETTE_LIGHT;
}

static void
free_node (gpointer data)
{
  g_clear_pointer ((GskRenderNode **) &data, gsk_render_node_unref);
}

/* The raster draws on, so that a node has pixels of its own. */
static GskRenderNode *
make_node (const XcRasterTile *tile, int scale)
{
  graphene_rect_t bounds = GRAPHENE_RECT_INIT ((float) tile->box.x, (float) tile->box.y,
                                               (float) tile->box.width, (float) tile->box.height);
  GskRenderNode *node = gsk_cairo_node_new (&bounds);
  cairo_t *cr = gsk_cairo_node_get_draw_context (node);
  cairo_surface_t *image =
      cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) tile->width, (int) tile->height);
  gsize stride = (gsize) cairo_image_surface_get_stride (image);
  guint8 *pixels = cairo_image_surface_get_data (image);

  for (guint y = 0; y < tile->height; y++)
    memcpy (pixels + y * stride, tile->pixels + y * tile->stride, tile->width * 4);
  cairo_surface_mark_dirty (image);
  cairo_surface_set_device_scale (image, scale, scale);
  cairo_set_source_surface (cr, image, tile->box.x, tile->box.y);
  cairo_paint (cr);
  cairo_surface_destroy (image);
  cairo_destroy (cr);
  return node;
}

static void
draw_tiles (XcChartView *self)
{
  guint n_tiles;

  xc_raster_draw (self->raster, self->picture, get_palette (),
                  (guint) gtk_widget_get_scale_factor (GTK_WIDGET (self)));
  n_tiles = xc_raster_get_n_tiles (self->raster);
  g_ptr_array_set_size (self->tiles, (int) n_tiles);
  for (guint i = 0; i < n_tiles; i++)
    {
      XcRasterTile tile = xc_raster_get_tile (self->raster, i);

      if (self->tiles->pdata[i] != NULL && !tile.is_new)
        continue;
      g_clear_pointer (&self->tiles->pdata[i], gsk_render_node_unref);
      self->tiles->pdata[i] = make_node (&tile, gtk_widget_get_scale_factor (GTK_WIDGET (self)));
    }
  self->is_drawn = TRUE;
}

static void
draw_picture (XcChartView *self, GtkSnapshot *snapshot)
{
  if (!self->is_drawn)
    draw_tiles (self);
  for (guint i = 0; i < self->tiles->len; i++)
    gtk_snapshot_append_node (snapshot, self->tiles->pdata[i]);
}

static GdkRGBA
get_colour (XcInk ink)
{
  XcColour colour = xc_palette_get (get_palette (), ink);

  return (GdkRGBA){ (float) colour.red, (float) colour.green, (float) colour.blue, (float) colour.alpha };
}

static void
draw_frame (GtkSnapshot *snapshot, const XcMark *mark, gboolean is_strong)
{
  GdkRGBA ink = get_colour (is_strong ? XC_INK_ALARM : XC_INK_TEXT);
  float width = is_strong ? 2 : 1;
  graphene_rect_t bounds = GRAPHENE_RECT_INIT ((float) mark->box.x - 2, (float) mark->box.y - 2,
                                               (float) mark->box.width + 4, (float) mark->box.height + 4);
  GskRoundedRect frame;

  gsk_rounded_rect_init_from_rect (&frame, &bounds, 3);
  gtk_snapshot_append_border (snapshot, &frame, (const float[]){ width, width, width, width },
                              (const GdkRGBA[]){ ink, ink, ink, ink });
}

/* The words of the mark beside it: below, or above where there is no room. */
static void
draw_bubble (XcChartView *self, GtkSnapshot *snapshot, const XcMark *mark)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self)), height = gtk_widget_get_height (GTK_WIDGET (self));
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), mark->words);
  double scale = xc_chart_view_get_text_scale (self);
  GdkRGBA ground = get_colour (XC_INK_TEXT), ink = get_colour (XC_INK_PAPER);
  int text_width, text_height;
  GskRoundedRect frame;

  pango_layout_set_width (layout,
                          (int) (MIN (BUBBLE_WIDTH * scale, width - 4 * BUBBLE_MARGIN) * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_get_pixel_size (layout, &text_width, &text_height);
  double x = mark->box.x + mark->box.width / 2 - text_width / 2.0 - BUBBLE_MARGIN;
  double y = mark->box.y + mark->box.height + 6;
  double box_width = text_width + 2 * BUBBLE_MARGIN, box_height = text_height + BUBBLE_MARGIN;

  if (y + box_height > height)
    y = mark->box.y - 6 - box_height;
  x = CLAMP (x, 2, MAX (2, width - box_width - 2));
  y = CLAMP (y, 2, MAX (2, height - box_height - 2));
  gsk_rounded_rect_init_from_rect (
      &frame, &GRAPHENE_RECT_INIT ((float) x, (float) y, (float) box_width, (float) box_height), 6);
  gtk_snapshot_push_rounded_clip (snapshot, &frame);
  gtk_snapshot_append_color (snapshot, &ground, &frame.bounds);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot,
                          &GRAPHENE_POINT_INIT ((float) x + BUBBLE_MARGIN, (float) y + BUBBLE_MARGIN / 2.0f));
  gtk_snapshot_append_layout (snapshot, layout, &ink);
  gtk_snapshot_restore (snapshot);
}

static void
xc_chart_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  XcChartView *self = XC_CHART_VIEW (widget);
  const XcMark *mark;

  if (!lay_out (self))
    return;
  draw_picture (self, snapshot);
  mark = get_mark (self);
  if (mark == NULL)
    return;
  draw_frame (snapshot, mark, gtk_widget_has_visible_focus (widget));
  draw_bubble (self, snapshot, mark);
}

static void
xc_chart_view_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                       int *natural, int *minimum_baseline, int *natural_baseline)
{
  XcChartView *self = XC_CHART_VIEW (widget);

  *minimum = *natural = orientation == GTK_ORIENTATION_VERTICAL ? self->least_height : 0;
  *minimum_baseline = *natural_baseline = -1;
}

static void
xc_chart_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  xc_chart_view_redraw (XC_CHART_VIEW (widget));
}

static void
forget_drawing (XcChartView *self)
{
  self->is_drawn = FALSE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* ---- pointer and keys ---- */

static void
motion_cb (XcChartView *self, double x, double y)
{
  point_at (self, self->picture != NULL ? xc_picture_mark_at (self->picture, x, y) : NULL);
}

static void
leave_cb (XcChartView *self)
{
  if (!gtk_widget_has_focus (GTK_WIDGET (self)))
    point_at (self, NULL);
}

static void
activate_mark (XcChartView *self, const XcMark *mark)
{
  if (mark != NULL)
    g_signal_emit (self, activated_signal, 0, mark);
}

static void
pressed_cb (XcChartView *self, int n_press, double x, double y)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (n_press != 1 || self->picture == NULL)
    return;
  point_at (self, xc_picture_mark_at (self->picture, x, y));
}

static void
released_cb (XcChartView *self, int n_press, double x, double y)
{
  if (n_press == 1 && self->picture != NULL)
    activate_mark (self, xc_picture_mark_at (self->picture, x, y));
}

static gboolean
key_pressed_cb (XcChartView *self, guint key, guint code, GdkModifierType state)
{
  XcChartStride stride;

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK | GDK_SUPER_MASK)) != 0 || !lay_out (self))
    return FALSE;
  if (key == GDK_KEY_Return || key == GDK_KEY_KP_Enter || key == GDK_KEY_space)
    {
      activate_mark (self, get_mark (self));
      return TRUE;
    }
  if (key == GDK_KEY_Escape && self->has_mark)
    {
      point_at (self, NULL);
      return TRUE;
    }
  if (!xc_chart_stride_from_key (key, &stride))
    return FALSE;
  point_at (self, xc_chart_walk (self->picture, get_mark (self), stride));
  return TRUE;
}

static void
focus_cb (XcChartView *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* ---- the widget ---- */

static void
xc_chart_view_dispose (GObject *object)
{
  XcChartView *self = XC_CHART_VIEW (object);

  self->function = NULL;
  g_clear_pointer (&self->picture, xc_picture_free);
  G_OBJECT_CLASS (xc_chart_view_parent_class)->dispose (object);
}

static void
xc_chart_view_finalize (GObject *object)
{
  XcChartView *self = XC_CHART_VIEW (object);

  g_free (self->words);
  g_ptr_array_unref (self->tiles);
  xc_raster_free (self->raster);
  G_OBJECT_CLASS (xc_chart_view_parent_class)->finalize (object);
}

static void
xc_chart_view_class_init (XcChartViewClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = xc_chart_view_dispose;
  G_OBJECT_CLASS (class)->finalize = xc_chart_view_finalize;
  widget_class->snapshot = xc_chart_view_snapshot;
  widget_class->measure = xc_chart_view_measure;
  widget_class->size_allocate = xc_chart_view_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "chart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  activated_signal = g_signal_new ("activated", XC_TYPE_CHART_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static void
xc_chart_view_init (XcChartView *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  self->raster = xc_raster_new ();
  self->tiles = g_ptr_array_new_with_free_func (free_node);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (forget_drawing), NULL);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (leave_cb), self);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  g_signal_connect_swapped (focus, "enter", G_CALLBACK (focus_cb), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (focus_cb), self);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (forget_drawing),
                           self, G_CONNECT_SWAPPED);
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
 * xc_chart_view_set_words:
 * @self: a view
 * @words: (nullable): all that the picture says, for assistive technology; without them the words of its marks
 */
void
xc_chart_view_set_words (XcChartView *self, const char *words)
{
  g_free (self->words);
  self->words = g_strdup (words);
}

/**
 * xc_chart_view_set_least_height:
 * @self: a view
 * @height: below which its picture is not legible
 */
void
xc_chart_view_set_least_height (XcChartView *self, int height)
{
  if (self->least_height == height)
    return;
  self->least_height = height;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * xc_chart_view_get_text_scale:
 * @self: a view
 *
 * Returns: how large letters are in its window, 1 being the usual
 */
double
xc_chart_view_get_text_scale (XcChartView *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  const PangoFontDescription *font = pango_context_get_font_description (context);
  double size = (double) pango_font_description_get_size (font) / PANGO_SCALE;
  double dots = pango_cairo_context_get_resolution (context);

  if (!pango_font_description_get_size_is_absolute (font))
    size *= (dots > 0 ? dots : 96) / 72;
  return size > 0 ? size / LETTERS : 1;
}

/**
 * xc_chart_view_redraw:
 * @self: a view whose numbers have changed
 */
void
xc_chart_view_redraw (XcChartView *self)
{
  g_clear_pointer (&self->picture, xc_picture_free);
  forget_drawing (self);
}
