/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/picture-fingerprint.h"

#include <math.h>
#include <string.h>

#include "report/picture-private.h"

/* How far the edge of a shape reaches over it, in units: it is softened over the pixels beside it. */
#define BLUR 1

typedef struct
{
  XcPicture *picture;
  double side;
  guint n_across, n_down;
  guint64 *tiles;
} Prints;

/* ---- numbers ---- */

/* A number made from another one and some bytes. */
guint64
xc_mix_bytes (guint64 number, const char *bytes, gsize length)
{
  guint64 word;

  for (; length >= sizeof word; bytes += sizeof word, length -= sizeof word)
    {
      memcpy (&word, bytes, sizeof word);
      number = xc_mix (number, word);
    }
  word = length;
  memcpy (&word, bytes, length);
  return xc_mix (xc_mix (number, word), length);
}

static guint64
mix_length (guint64 number, double length)
{
  guint64 bits;

  memcpy (&bits, &length, sizeof bits);
  return xc_mix (number, bits);
}

/* ---- tiles ---- */

static guint
get_tile (const Prints *self, double at, guint n)
{
  return (guint) CLAMP (floor (at / self->side), 0, n - 1);
}

static XcBox
get_tile_box (const Prints *self, guint across, guint down, double reach)
{
  return (XcBox){ across * self->side - reach, down * self->side - reach, self->side + 2 * reach,
                  self->side + 2 * reach };
}

typedef guint64 (*DescribeFunc) (const Prints *self, gconstpointer item, const XcBox *tile, guint64 number);

/* Adds to the tiles that @box meets what an item is in each; 0 when it is nothing there. */
static void
add_item (Prints *self, gconstpointer item, const XcBox *box, double reach, DescribeFunc describe)
{
  if (box->x - reach >= self->picture->width || box->y - reach >= self->picture->height
      || box->x + box->width + reach <= 0 || box->y + box->height + reach <= 0)
    return;
  guint left = get_tile (self, box->x - reach, self->n_across);
  guint right = get_tile (self, box->x + box->width + reach, self->n_across);
  guint top = get_tile (self, box->y - reach, self->n_down);
  guint bottom = get_tile (self, box->y + box->height + reach, self->n_down);

  for (guint down = top; down <= bottom; down++)
    for (guint across = left; across <= right; across++)
      {
        guint64 *number = &self->tiles[down * self->n_across + across];
        XcBox tile = get_tile_box (self, across, down, reach);

        *number = describe (self, item, &tile, *number);
      }
}

/* ---- shapes ---- */

static const XcPoint *
get_points (const Prints *self, const XcShape *shape)
{
  return &g_array_index (self->picture->points, XcPoint, shape->first_point);
}

static XcBox
get_bounds (const Prints *self, const XcShape *shape)
{
  const XcPoint *points = get_points (self, shape);
  double left = points->x, top = points->y, right = left, bottom = top;

  for (guint i = 1; i < shape->n_points; i++)
    {
      left = MIN (left, points[i].x);
      right = MAX (right, points[i].x);
      top = MIN (top, points[i].y);
      bottom = MAX (bottom, points[i].y);
    }
  return (XcBox){ left, top, right - left, bottom - top };
}

static guint64
describe_form (const XcShape *shape, guint64 number)
{
  number = xc_mix (number, (guint64) shape->form << 32 | (guint64) shape->ink << 16 | shape->style);
  return mix_length (number, shape->width);
}

static guint64
describe_points (const Prints *self, const XcShape *shape, guint64 number)
{
  const XcPoint *points = get_points (self, shape);

  for (guint i = 0; i < shape->n_points; i++)
    number = mix_length (mix_length (number, points[i].x), points[i].y);
  return number;
}

/* Whether a piece of line may reach into a tile: by the boxes round both, and by which side of the line the corners of
 * the tile are on. */
static gboolean
is_piece_near (const XcBox *tile, XcPoint from, XcPoint to)
{
  double right = tile->x + tile->width, bottom = tile->y + tile->height;
  double across = to.x - from.x, down = to.y - from.y;
  double corners[4];

  if (MAX (from.x, to.x) < tile->x || MIN (from.x, to.x) > right || MAX (from.y, to.y) < tile->y
      || MIN (from.y, to.y) > bottom)
    return FALSE;
  corners[0] = across * (tile->y - from.y) - down * (tile->x - from.x);
  corners[1] = across * (tile->y - from.y) - down * (right - from.x);
  corners[2] = across * (bottom - from.y) - down * (tile->x - from.x);
  corners[3] = across * (bottom - from.y) - down * (right - from.x);
  return !(corners[0] > 0 && corners[1] > 0 && corners[2] > 0 && corners[3] > 0)
         && !(corners[0] < 0 && corners[1] < 0 && corners[2] < 0 && corners[3] < 0);
}

/* How often an outline goes round a point. */
static int
count_turns (const XcPoint *points, guint n_points, XcPoint at)
{
  int turns = 0;

  for (guint i = 0; i < n_points; i++)
    {
      XcPoint from = points[i], to = points[(i + 1) % n_points];
      double side = (to.x - from.x) * (at.y - from.y) - (at.x - from.x) * (to.y - from.y);

      if (from.y <= at.y && to.y > at.y)
        turns += side > 0;
      else if (from.y > at.y && to.y <= at.y)
        turns -= side < 0;
    }
  return turns;
}

/* Of a level or upright piece, what lies in the tile: where it goes on to does not matter there. */
static guint64
describe_piece (XcPoint from, XcPoint to, const XcBox *tile, guint64 number)
{
  double right = tile->x + tile->width, bottom = tile->y + tile->height;

  if (from.y == to.y)
    {
      from.x = CLAMP (from.x, tile->x, right);
      to.x = CLAMP (to.x, tile->x, right);
    }
  else if (from.x == to.x)
    {
      from.y = CLAMP (from.y, tile->y, bottom);
      to.y = CLAMP (to.y, tile->y, bottom);
    }
  number = mix_length (mix_length (number, from.x), from.y);
  return mix_length (mix_length (number, to.x), to.y);
}

/* Only the pieces that reach into the tile count in it; where dashes and hatching begin depends on all of the shape. */
static guint64
describe_shape (const Prints *self, gconstpointer item, const XcBox *tile, guint64 number)
{
  const XcShape *shape = item;
  const XcPoint *points = get_points (self, shape);
  gboolean is_area = shape->form == XC_SHAPE_AREA;
  guint n_pieces = is_area ? shape->n_points : shape->n_points - 1, n_near = 0;
  guint64 with = describe_form (shape, number);
  int turns;

  if (shape->form == XC_SHAPE_DISC)
    return describe_points (self, shape, with);
  for (guint i = 0; i < n_pieces; i++)
    {
      XcPoint from = points[i], to = points[(i + 1) % shape->n_points];

      if (!is_piece_near (tile, from, to))
        continue;
      with = describe_piece (from, to, tile, with);
      n_near++;
    }
  turns = is_area ? count_turns (points, shape->n_points, (XcPoint){ tile->x, tile->y }) : 0;
  if (n_near == 0 && turns == 0)
    return number;
  if (shape->style == XC_STYLE_FILL || shape->style == XC_STYLE_LINE)
    return xc_mix (with, (guint64) turns);
  return describe_points (self, shape, with);
}

static void
add_shape (Prints *self, const XcShape *shape)
{
  XcBox box;

  if (shape->n_points == 0)
    return;
  box = get_bounds (self, shape);
  add_item (self, shape, &box, shape->width + BLUR, describe_shape);
}

/* ---- labels ---- */

static guint64
describe_label (const Prints *self, gconstpointer item, const XcBox *tile, guint64 number)
{
  const XcLabel *label = item;

  number = xc_mix (xc_mix (number, label->look), label->ink);
  return mix_length (mix_length (number, label->box.x), label->box.y);
}

/**
 * xc_picture_fingerprint:
 * @self: a picture
 * @side: of a tile, in units of the picture
 * @n_across: (out): how many tiles are beside one another
 * @n_down: (out): how many below one another
 *
 * Cuts the picture into square tiles, from its upper left corner on. Where the number of a tile is the same in two
 * pictures, they look the same there, drawn by the same palette.
 *
 * Returns: (transfer full) (array): a number for each tile, row by row
 */
guint64 *
xc_picture_fingerprint (XcPicture *self, double side, guint *n_across, guint *n_down)
{
  Prints prints = { .picture = self, .side = side };

  g_return_val_if_fail (side > 0, NULL);

  prints.n_across = *n_across = MAX ((guint) ceil (self->width / side), 1);
  prints.n_down = *n_down = MAX ((guint) ceil (self->height / side), 1);
  prints.tiles = g_new0 (guint64, (gsize) prints.n_across * prints.n_down);
  for (guint i = 0; i < self->shapes->len; i++)
    add_shape (&prints, &g_array_index (self->shapes, XcShape, i));
  for (guint i = 0; i < self->labels->len; i++)
    {
      const XcLabel *label = self->labels->pdata[i];

      add_item (&prints, label, &label->box, label->size, describe_label);
    }
  return prints.tiles;
}
