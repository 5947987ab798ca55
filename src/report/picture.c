/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/picture-private.h"

#include <math.h>

#include "report/shaped-text.h"

/**
 * xc_snap:
 * @length: in units of a picture
 *
 * Returns: the nearest whole number of units, at which edges are sharp
 */
double
xc_snap (double length)
{
  return floor (length + 0.5);
}

/**
 * xc_picture_pen:
 * @pixels: how wide a pen is on a screen of usual size
 * @scale: how much larger the picture is than that
 *
 * Returns: the width of the pen: whole units on a large screen, finer on small ones and on paper
 */
double
xc_picture_pen (double pixels, double scale)
{
  double width = pixels * scale;

  return width >= 1 ? xc_snap (width) : width;
}

/**
 * xc_box_overlaps:
 *
 * Returns: whether the insides of two boxes meet
 */
gboolean
xc_box_overlaps (const XcBox *one, const XcBox *other)
{
  return one->x < other->x + other->width && other->x < one->x + one->width
         && one->y < other->y + other->height && other->y < one->y + one->height;
}

/**
 * xc_box_contains:
 *
 * Returns: whether @inner lies in @outer, which may be missed by half a unit, as rounding to whole pixels does
 */
gboolean
xc_box_contains (const XcBox *outer, const XcBox *inner)
{
  return inner->x >= outer->x - 0.5 && inner->y >= outer->y - 0.5
         && inner->x + inner->width <= outer->x + outer->width + 0.5
         && inner->y + inner->height <= outer->y + outer->height + 0.5;
}

/* Liang and Barsky: the part of a piece of line that lies in a box. */
static gboolean
meets_piece (const XcBox *box, XcPoint from, XcPoint to)
{
  double p[4] = { from.x - to.x, to.x - from.x, from.y - to.y, to.y - from.y };
  double q[4] = { from.x - box->x, box->x + box->width - from.x, from.y - box->y,
                  box->y + box->height - from.y };
  double enters = 0, leaves = 1;

  for (int i = 0; i < 4; i++)
    {
      if (p[i] == 0)
        {
          if (q[i] <= 0)
            return FALSE;
        }
      else if (p[i] < 0)
        enters = MAX (enters, q[i] / p[i]);
      else
        leaves = MIN (leaves, q[i] / p[i]);
    }
  return enters < leaves;
}

/**
 * xc_box_meets_line:
 * @box: a box
 * @points: (array length=n_points): corners of a line
 * @n_points: how many
 *
 * Returns: whether the line crosses the inside of the box
 */
gboolean
xc_box_meets_line (const XcBox *box, const XcPoint *points, gsize n_points)
{
  for (gsize i = 1; i < n_points; i++)
    if (meets_piece (box, points[i - 1], points[i]))
      return TRUE;
  return FALSE;
}

static void
free_label (gpointer data)
{
  XcLabel *label = data;

  g_object_unref (label->layout);
  g_free (label->words);
  g_free (label);
}

static void
clear_mark (gpointer data)
{
  XcMark *mark = data;

  g_free (mark->words);
}

/**
 * xc_picture_new:
 * @width: over 0
 * @height: over 0
 *
 * Use it in the thread that made it: fonts belong to one.
 *
 * Returns: (transfer full): an empty picture, of one panel
 */
XcPicture *
xc_picture_new (double width, double height)
{
  g_return_val_if_fail (width > 0 && height > 0, NULL);

  XcPicture *self = g_new0 (XcPicture, 1);
  self->width = width;
  self->height = height;
  self->title = g_strdup ("");
  self->points = g_array_new (FALSE, FALSE, sizeof (XcPoint));
  self->shapes = g_array_new (FALSE, FALSE, sizeof (XcShape));
  self->obstacles = g_array_new (FALSE, FALSE, sizeof (XcShape));
  self->panels = g_array_new (FALSE, FALSE, sizeof (XcBox));
  self->marks = g_array_new (FALSE, FALSE, sizeof (XcMark));
  g_array_set_clear_func (self->marks, clear_mark);
  self->labels = g_ptr_array_new_with_free_func (free_label);
  xc_picture_begin_panel (self, (XcBox){ 0, 0, width, height });
  return self;
}

/**
 * xc_picture_free:
 * @self: (nullable): a picture
 */
void
xc_picture_free (XcPicture *self)
{
  if (self == NULL)
    return;
  g_free (self->title);
  g_array_unref (self->points);
  g_array_unref (self->shapes);
  g_array_unref (self->obstacles);
  g_array_unref (self->panels);
  g_array_unref (self->marks);
  g_ptr_array_unref (self->labels);
  g_free (self);
}

/**
 * xc_picture_set_title:
 * @self: a picture
 * @title: one line, for the properties of files
 */
void
xc_picture_set_title (XcPicture *self, const char *title)
{
  g_free (self->title);
  self->title = g_strdup (title);
}

/**
 * xc_picture_begin_panel:
 * @self: a picture
 * @box: where the panel is
 *
 * What is added from now on lies in this panel.
 *
 * Returns: the number of the panel
 */
guint
xc_picture_begin_panel (XcPicture *self, XcBox box)
{
  g_array_append_val (self->panels, box);
  return self->panels->len - 1;
}

static void
add_shape (XcPicture *self, GArray *to, XcShape shape, const XcPoint *points, gsize n_points)
{
  shape.first_point = self->points->len;
  shape.n_points = n_points;
  g_array_append_vals (self->points, points, n_points);
  g_array_append_val (to, shape);
}

/**
 * xc_picture_add_line:
 * @self: a picture
 * @points: (array length=n_points): its corners
 * @n_points: how many
 * @ink: what it means
 * @style: %XC_STYLE_LINE, %XC_STYLE_DASHES or %XC_STYLE_DOTS
 * @width: of the pen
 */
void
xc_picture_add_line (XcPicture *self, const XcPoint *points, gsize n_points, XcInk ink, XcStyle style,
                     double width)
{
  XcShape shape = { XC_SHAPE_LINE, ink, style, width };

  g_return_if_fail (style != XC_STYLE_FILL && style != XC_STYLE_HATCH);
  add_shape (self, self->shapes, shape, points, n_points);
}

/**
 * xc_picture_add_rule:
 * @self: a picture
 * @from: one end
 * @to: the other, straight below it or beside it
 * @ink: what it means
 * @style: %XC_STYLE_LINE, %XC_STYLE_DASHES or %XC_STYLE_DOTS
 * @width: of the pen
 *
 * Adds a fine straight line in the middle of a row of pixels.
 */
void
xc_picture_add_rule (XcPicture *self, XcPoint from, XcPoint to, XcInk ink, XcStyle style, double width)
{
  double in = fmod (ceil (width), 2) == 1 ? 0.5 : 0;
  XcPoint points[] = { { floor (from.x) + in, floor (from.y) + in },
                       { floor (to.x) + in, floor (to.y) + in } };

  xc_picture_add_line (self, points, 2, ink, style, width);
}

/**
 * xc_picture_add_area:
 * @self: a picture
 * @points: (array length=n_points): the corners of its outline
 * @n_points: how many
 * @ink: what it means
 * @style: how it is filled or outlined
 * @width: of the pen
 */
void
xc_picture_add_area (XcPicture *self, const XcPoint *points, gsize n_points, XcInk ink, XcStyle style,
                     double width)
{
  XcShape shape = { XC_SHAPE_AREA, ink, style, width };

  add_shape (self, self->shapes, shape, points, n_points);
}

/**
 * xc_picture_add_box:
 * @self: a picture
 * @box: in whole units, so that its edges are sharp
 * @ink: what it means
 * @style: how it is filled or outlined; an outline runs inside the box
 * @width: of the pen
 */
void
xc_picture_add_box (XcPicture *self, XcBox box, XcInk ink, XcStyle style, double width)
{
  double in = style == XC_STYLE_FILL ? 0 : width / 2;
  XcPoint corners[] = {
    { box.x + in, box.y + in },
    { box.x + box.width - in, box.y + in },
    { box.x + box.width - in, box.y + box.height - in },
    { box.x + in, box.y + box.height - in },
  };

  if (box.width > 2 * in && box.height > 2 * in)
    xc_picture_add_area (self, corners, G_N_ELEMENTS (corners), ink, style, width);
}

/**
 * xc_picture_add_disc:
 * @self: a picture
 * @centre: where
 * @radius: how large
 * @ink: what it means
 *
 * Adds a disc with a narrow rim of paper, so that it stands out from the line under it.
 */
void
xc_picture_add_disc (XcPicture *self, XcPoint centre, double radius, XcInk ink)
{
  XcShape shape = { XC_SHAPE_DISC, ink, XC_STYLE_FILL, radius };

  add_shape (self, self->shapes, shape, &centre, 1);
}

/**
 * xc_picture_avoid_line:
 * @self: a picture
 * @points: (array length=n_points): its corners
 * @n_points: how many
 *
 * Keeps the labels of xc_picture_try_text() off this line.
 */
void
xc_picture_avoid_line (XcPicture *self, const XcPoint *points, gsize n_points)
{
  add_shape (self, self->obstacles, (XcShape){ XC_SHAPE_LINE }, points, n_points);
}

static XcLabel *
create_label (XcPicture *self, const XcText *text)
{
  XcLabel *label = g_new0 (XcLabel, 1);
  PangoRectangle logical;
  int width_limit = text->width > 0 ? (int) ceil (text->width * PANGO_SCALE) : -1;

  label->layout = xc_shaped_text_get (text, -1, &label->look);
  pango_layout_get_extents (label->layout, NULL, &logical);
  if (width_limit >= 0 && logical.width > width_limit)
    {
      label->layout = xc_shaped_text_get (text, width_limit, &label->look);
      pango_layout_get_extents (label->layout, NULL, &logical);
    }
  g_object_ref (label->layout);
  int n_lines = pango_layout_get_line_count (label->layout);
  label->is_cut = pango_layout_is_ellipsized (label->layout);
  label->words = g_strdup (text->words);
  label->ink = text->ink;
  label->size = text->size;
  label->box.width = (double) logical.width / PANGO_SCALE;
  label->box.height = (XC_LINE_HEIGHT + (n_lines - 1) * XC_LINE_PITCH) * text->size;
  label->box.x = text->x - text->align * label->box.width;
  label->box.y = text->y;
  label->panel = self->panels->len - 1;
  return label;
}

/**
 * xc_picture_measure:
 * @self: a picture
 * @text: a text
 *
 * Returns: the box that @text would cover
 */
XcBox
xc_picture_measure (XcPicture *self, const XcText *text)
{
  XcLabel *label = create_label (self, text);
  XcBox box = label->box;

  free_label (label);
  return box;
}

/**
 * xc_picture_add_text:
 * @self: a picture
 * @text: a text, which need not outlive the call
 *
 * Returns: (transfer none): the label as it will be drawn
 */
const XcLabel *
xc_picture_add_text (XcPicture *self, const XcText *text)
{
  XcLabel *label = create_label (self, text);

  g_ptr_array_add (self->labels, label);
  return label;
}

/**
 * xc_picture_is_free:
 * @self: a picture
 * @box: where something might be put
 *
 * Returns: whether @box lies in the panel, and off all labels and the lines of xc_picture_avoid_line()
 */
gboolean
xc_picture_is_free (XcPicture *self, const XcBox *box)
{
  if (!xc_box_contains (&g_array_index (self->panels, XcBox, self->panels->len - 1), box))
    return FALSE;
  for (guint i = 0; i < self->labels->len; i++)
    if (xc_box_overlaps (&((XcLabel *) self->labels->pdata[i])->box, box))
      return FALSE;
  for (guint i = 0; i < self->obstacles->len; i++)
    {
      const XcShape *line = &g_array_index (self->obstacles, XcShape, i);
      if (xc_box_meets_line (box, &g_array_index (self->points, XcPoint, line->first_point), line->n_points))
        return FALSE;
    }
  return TRUE;
}

/**
 * xc_picture_try_text:
 * @self: a picture
 * @text: a text, which need not outlive the call
 * @margin: how much must be free round the text
 *
 * Adds @text where it disturbs nothing, see xc_picture_is_free().
 *
 * Returns: (transfer none) (nullable): the label, or %NULL when there is no room
 */
const XcLabel *
xc_picture_try_text (XcPicture *self, const XcText *text, double margin)
{
  XcLabel *label = create_label (self, text);
  XcBox around = { label->box.x - margin, label->box.y - margin / 2, label->box.width + 2 * margin,
                   label->box.height + margin };

  if (!xc_picture_is_free (self, &around))
    {
      free_label (label);
      return NULL;
    }
  g_ptr_array_add (self->labels, label);
  return label;
}

/**
 * xc_picture_add_mark:
 * @self: a picture
 * @kind: what it is, for the chart
 * @index: which of them
 * @box: where it is
 * @words: (transfer full): what it says
 */
void
xc_picture_add_mark (XcPicture *self, int kind, gsize index, XcBox box, char *words)
{
  XcMark mark = { kind, index, self->panels->len - 1, box, words };

  g_array_append_val (self->marks, mark);
}
