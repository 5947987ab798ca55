/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a laid out picture shows: to the eye, to a pointer, and in words. */
#include "report/picture-private.h"

#include <math.h>

/**
 * xc_picture_get_width:
 * @self: a picture
 *
 * Returns: its width in units
 */
double
xc_picture_get_width (XcPicture *self)
{
  return self->width;
}

/**
 * xc_picture_get_height:
 * @self: a picture
 *
 * Returns: its height in units
 */
double
xc_picture_get_height (XcPicture *self)
{
  return self->height;
}

/**
 * xc_picture_get_title:
 * @self: a picture
 *
 * Returns: its title, "" when it has none
 */
const char *
xc_picture_get_title (XcPicture *self)
{
  return self->title;
}

/**
 * xc_picture_get_marks:
 * @self: a picture
 * @n_marks: (out): how many
 *
 * Returns: (array length=n_marks): what can be pointed at, in reading order
 */
const XcMark *
xc_picture_get_marks (XcPicture *self, gsize *n_marks)
{
  *n_marks = self->marks->len;
  return (gpointer) self->marks->data;
}

/**
 * xc_picture_get_labels:
 * @self: a picture
 * @n_labels: (out): how many
 *
 * Returns: (array length=n_labels): the texts
 */
const XcLabel *const *
xc_picture_get_labels (XcPicture *self, gsize *n_labels)
{
  *n_labels = self->labels->len;
  return (const XcLabel *const *) self->labels->pdata;
}

/**
 * xc_picture_get_panels:
 * @self: a picture
 * @n_panels: (out): how many
 *
 * Returns: (array length=n_panels): the panels, of which the first is the whole picture
 */
const XcBox *
xc_picture_get_panels (XcPicture *self, gsize *n_panels)
{
  *n_panels = self->panels->len;
  return (gpointer) self->panels->data;
}

/**
 * xc_picture_mark_at:
 * @self: a picture
 * @x: across
 * @y: down
 *
 * Returns: (nullable): the smallest mark there, as a point on a line before the line; of equal ones the uppermost
 */
const XcMark *
xc_picture_mark_at (XcPicture *self, double x, double y)
{
  const XcMark *found = NULL;

  for (guint i = self->marks->len; i-- > 0;)
    {
      const XcMark *mark = &g_array_index (self->marks, XcMark, i);
      double area = mark->box.width * mark->box.height;

      if (x >= mark->box.x && x < mark->box.x + mark->box.width && y >= mark->box.y
          && y < mark->box.y + mark->box.height
          && (found == NULL || area < found->box.width * found->box.height))
        found = mark;
    }
  return found;
}

/**
 * xc_picture_dup_words:
 * @self: a picture
 *
 * What the picture says, for those who cannot see it and for pasting into a report.
 *
 * Returns: (transfer full): the words of all marks, one a line
 */
char *
xc_picture_dup_words (XcPicture *self)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < self->marks->len; i++)
    g_string_append_printf (words, "%s\n", g_array_index (self->marks, XcMark, i).words);
  return g_string_free (g_steal_pointer (&words), FALSE);
}

static void
set_ink (cairo_t *cr, XcPalette palette, XcInk ink)
{
  XcColour colour = xc_palette_get (palette, ink);

  cairo_set_source_rgba (cr, colour.red, colour.green, colour.blue, colour.alpha);
}

static void
stroke (cairo_t *cr, XcStyle style, double width)
{
  cairo_set_line_width (cr, width);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  switch (style)
    {
    case XC_STYLE_FILL:
    case XC_STYLE_HATCH:
    case XC_STYLE_LINE:
      cairo_set_dash (cr, NULL, 0, 0);
      cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
      break;
    case XC_STYLE_DASHES:
      cairo_set_dash (cr, (const double[]){ width * 3, width * 2 }, 2, 0);
      cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
      break;
    case XC_STYLE_DOTS:
      cairo_set_dash (cr, (const double[]){ 0, width * 2.5 }, 2, 0);
      cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
      break;
    }
  cairo_stroke (cr);
}

/* Lines at 45°, on one lattice over the whole picture so that neighbours match. */
static void
hatch (cairo_t *cr, double width)
{
  double left, top, right, bottom, pitch = width * 4;

  cairo_path_t *outline = cairo_copy_path (cr);
  cairo_path_extents (cr, &left, &top, &right, &bottom);
  cairo_save (cr);
  cairo_clip (cr);
  for (double at = floor ((left + top) / pitch) * pitch; at < right + bottom; at += pitch)
    {
      cairo_move_to (cr, at - top, top);
      cairo_line_to (cr, at - bottom, bottom);
    }
  stroke (cr, XC_STYLE_LINE, width);
  cairo_restore (cr);
  cairo_append_path (cr, outline);
  cairo_path_destroy (outline);
  stroke (cr, XC_STYLE_LINE, width);
}

/* ---- what the clip lets through ---- */

/* As rectangles; the one round all of them when it is no such thing. */
static GArray *
list_clip (cairo_t *cr)
{
  GArray *boxes = g_array_new (FALSE, FALSE, sizeof (XcBox));
  cairo_rectangle_list_t *list = cairo_copy_clip_rectangle_list (cr);

  for (int i = 0; list->status == CAIRO_STATUS_SUCCESS && i < list->num_rectangles; i++)
    {
      const cairo_rectangle_t *from = &list->rectangles[i];
      XcBox box = { from->x, from->y, from->width, from->height };

      g_array_append_val (boxes, box);
    }
  if (list->status != CAIRO_STATUS_SUCCESS)
    {
      double left, top, right, bottom;
      XcBox box;

      cairo_clip_extents (cr, &left, &top, &right, &bottom);
      box = (XcBox){ left, top, right - left, bottom - top };
      g_array_append_val (boxes, box);
    }
  cairo_rectangle_list_destroy (list);
  return boxes;
}

static gboolean
is_let_through (GArray *clip, const XcBox *box)
{
  for (guint i = 0; i < clip->len; i++)
    if (xc_box_overlaps (&g_array_index (clip, XcBox, i), box))
      return TRUE;
  return FALSE;
}

/* ---- drawing ---- */

/* Leaves out the pieces of a long line that are not seen: to draw them takes time. */
static void
trace_line (const XcPoint *points, guint n_points, double reach, GArray *clip, cairo_t *cr)
{
  gboolean goes_on = FALSE;

  for (guint i = 1; i < n_points; i++)
    {
      XcPoint from = points[i - 1], to = points[i];
      XcBox box = { MIN (from.x, to.x) - reach, MIN (from.y, to.y) - reach, ABS (to.x - from.x) + 2 * reach,
                    ABS (to.y - from.y) + 2 * reach };
      gboolean is_seen = is_let_through (clip, &box);

      if (is_seen && !goes_on)
        cairo_move_to (cr, from.x, from.y);
      if (is_seen)
        cairo_line_to (cr, to.x, to.y);
      goes_on = is_seen;
    }
}

static void
draw_shape (XcPicture *self, const XcShape *shape, XcPalette palette, GArray *clip, cairo_t *cr)
{
  const XcPoint *points = &g_array_index (self->points, XcPoint, shape->first_point);

  if (shape->n_points == 0)
    return;
  if (shape->form == XC_SHAPE_DISC)
    {
      cairo_new_sub_path (cr);
      cairo_arc (cr, points->x, points->y, shape->width, 0, 2 * G_PI);
      set_ink (cr, palette, XC_INK_PAPER);
      cairo_fill (cr);
      cairo_arc (cr, points->x, points->y, shape->width * 0.72, 0, 2 * G_PI);
      set_ink (cr, palette, shape->ink);
      cairo_fill (cr);
      return;
    }
  if (shape->form == XC_SHAPE_LINE && shape->style == XC_STYLE_LINE)
    trace_line (points, shape->n_points, shape->width + 1, clip, cr);
  else
    for (guint i = 0; i < shape->n_points; i++)
      cairo_line_to (cr, points[i].x, points[i].y);
  if (shape->form == XC_SHAPE_AREA)
    cairo_close_path (cr);
  set_ink (cr, palette, shape->ink);
  if (shape->style == XC_STYLE_FILL)
    cairo_fill (cr);
  else if (shape->style == XC_STYLE_HATCH)
    hatch (cr, shape->width);
  else
    stroke (cr, shape->style, shape->width);
}

static void
draw_label (const XcLabel *label, XcPalette palette, cairo_t *cr)
{
  int n_lines = pango_layout_get_line_count (label->layout);

  /* As it was shaped: it looks the same on all devices, and what a surface changes would have it shaped once more. */
  set_ink (cr, palette, label->ink);
  for (int i = 0; i < n_lines; i++)
    {
      double y = label->box.y + (XC_LINE_ASCENT + i * XC_LINE_PITCH) * label->size;
      cairo_move_to (cr, label->box.x, floor (y + 0.5));
      pango_cairo_show_layout_line (cr, pango_layout_get_line_readonly (label->layout, i));
    }
}

/* What a shape may cover at most, with the softness of its edges. */
static XcBox
get_reach (XcPicture *self, const XcShape *shape)
{
  const XcPoint *points = &g_array_index (self->points, XcPoint, shape->first_point);
  double left = G_MAXDOUBLE, top = G_MAXDOUBLE, right = -G_MAXDOUBLE, bottom = -G_MAXDOUBLE;
  double reach = shape->width + 1;

  for (guint i = 0; i < shape->n_points; i++)
    {
      left = MIN (left, points[i].x - reach);
      right = MAX (right, points[i].x + reach);
      top = MIN (top, points[i].y - reach);
      bottom = MAX (bottom, points[i].y + reach);
    }
  return (XcBox){ left, top, right - left, bottom - top };
}

/**
 * xc_picture_draw:
 * @self: a picture, in the thread that laid it out
 * @palette: where it will be seen
 * @cr: where to draw, in the units of the picture
 *
 * Paints the whole of the picture, its ground included; of a large one only what the clip of @cr lets through.
 */
void
xc_picture_draw (XcPicture *self, XcPalette palette, cairo_t *cr)
{
  g_autoptr (GArray) clip = list_clip (cr);

  cairo_save (cr);
  set_ink (cr, palette, XC_INK_PAPER);
  cairo_rectangle (cr, 0, 0, self->width, self->height);
  cairo_fill (cr);
  for (guint i = 0; i < self->shapes->len; i++)
    {
      const XcShape *shape = &g_array_index (self->shapes, XcShape, i);
      XcBox reach = get_reach (self, shape);

      if (is_let_through (clip, &reach))
        draw_shape (self, shape, palette, clip, cr);
    }
  for (guint i = 0; i < self->labels->len; i++)
    {
      const XcLabel *label = self->labels->pdata[i];
      /* Letters may reach over their box by less than their size. */
      XcBox reach = { label->box.x - label->size, label->box.y - label->size,
                      label->box.width + 2 * label->size, label->box.height + 2 * label->size };

      if (is_let_through (clip, &reach))
        draw_label (label, palette, cr);
    }
  cairo_restore (cr);
}
