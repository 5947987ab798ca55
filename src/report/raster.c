/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/raster.h"

#include <math.h>

#include "report/picture-fingerprint.h"

/* In units of the picture: small enough that a line that moves leaves most of the picture alone, large enough that there
 * are few. */
#define SIDE 64

struct _XcRaster
{
  cairo_surface_t *image; /* NULL until something is drawn */
  double width, height;   /* of the picture */
  guint scale;
  XcPalette palette;
  guint n_across, n_down;
  guint64 *tiles;   /* the fingerprint of what was drawn */
  gboolean *is_new; /* for each tile */
};

/**
 * xc_raster_new:
 *
 * Returns: (transfer full): a raster on which nothing is drawn yet
 */
XcRaster *
xc_raster_new (void)
{
  return g_new0 (XcRaster, 1);
}

static void
clear (XcRaster *self)
{
  g_clear_pointer (&self->image, cairo_surface_destroy);
  g_clear_pointer (&self->tiles, g_free);
  g_clear_pointer (&self->is_new, g_free);
}

/**
 * xc_raster_free:
 * @self: (transfer full): what to free
 */
void
xc_raster_free (XcRaster *self)
{
  clear (self);
  g_free (self);
}

static gboolean
fits (const XcRaster *self, XcPicture *picture, XcPalette palette, guint scale)
{
  return self->image != NULL && self->width == xc_picture_get_width (picture)
         && self->height == xc_picture_get_height (picture) && self->palette == palette
         && self->scale == scale;
}

static void
begin (XcRaster *self, XcPicture *picture, XcPalette palette, guint scale)
{
  clear (self);
  self->width = xc_picture_get_width (picture);
  self->height = xc_picture_get_height (picture);
  self->palette = palette;
  self->scale = scale;
  self->image = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) ceil (self->width * scale),
                                            (int) ceil (self->height * scale));
  cairo_surface_set_device_scale (self->image, scale, scale);
}

/* Draws rectangles of new tiles rather than one tile after the other, or all of them at once through a clip of many
 * corners, which takes longer than the drawing. */
static void
draw_tiles (XcRaster *self, XcPicture *picture, cairo_t *cr, guint left, guint top, guint right, guint bottom)
{
  cairo_save (cr);
  cairo_rectangle (cr, left * SIDE, top * SIDE, (right - left) * SIDE, (bottom - top) * SIDE);
  cairo_clip (cr);
  xc_picture_draw (picture, self->palette, cr);
  cairo_restore (cr);
}

static gboolean
is_row_new (const XcRaster *self, const gboolean *is_drawn, guint left, guint right, guint row)
{
  for (guint across = left; across < right; across++)
    if (!self->is_new[row * self->n_across + across] || is_drawn[row * self->n_across + across])
      return FALSE;
  return TRUE;
}

static void
draw_new_tiles (XcRaster *self, XcPicture *picture, cairo_t *cr)
{
  g_autofree gboolean *is_drawn = g_new0 (gboolean, (gsize) self->n_across * self->n_down);

  for (guint top = 0; top < self->n_down; top++)
    for (guint left = 0; left < self->n_across; left++)
      {
        guint right = left, bottom = top;

        while (right < self->n_across && is_row_new (self, is_drawn, right, right + 1, top))
          right++;
        if (right == left)
          continue;
        while (bottom < self->n_down && is_row_new (self, is_drawn, left, right, bottom))
          bottom++;
        for (guint row = top; row < bottom; row++)
          for (guint across = left; across < right; across++)
            is_drawn[row * self->n_across + across] = TRUE;
        draw_tiles (self, picture, cr, left, top, right, bottom);
      }
}

/**
 * xc_raster_draw:
 * @self: a raster
 * @picture: a picture, in the thread that laid it out
 * @palette: where it will be seen
 * @scale: pixels to a unit
 *
 * Draws what looks otherwise than what was drawn before.
 */
void
xc_raster_draw (XcRaster *self, XcPicture *picture, XcPalette palette, guint scale)
{
  g_autofree guint64 *before = NULL;
  cairo_t *cr;

  if (!fits (self, picture, palette, scale))
    begin (self, picture, palette, scale);
  before = g_steal_pointer (&self->tiles);
  self->tiles = xc_picture_fingerprint (picture, SIDE, &self->n_across, &self->n_down);
  if (self->is_new == NULL)
    self->is_new = g_new0 (gboolean, (gsize) self->n_across * self->n_down);
  for (guint i = 0; i < self->n_across * self->n_down; i++)
    self->is_new[i] = before == NULL || self->tiles[i] != before[i];
  cr = cairo_create (self->image);
  draw_new_tiles (self, picture, cr);
  cairo_destroy (cr);
  cairo_surface_flush (self->image);
}

/**
 * xc_raster_get_n_tiles:
 * @self: a raster
 *
 * Returns: how many tiles the picture has, 0 when nothing was drawn
 */
guint
xc_raster_get_n_tiles (XcRaster *self)
{
  return self->image != NULL ? self->n_across * self->n_down : 0;
}

/**
 * xc_raster_get_tile:
 * @self: a raster
 * @index: of a tile, row by row
 *
 * Returns: the tile; its pixels are valid until the next xc_raster_draw()
 */
XcRasterTile
xc_raster_get_tile (XcRaster *self, guint index)
{
  guint pitch = SIDE * self->scale, left = index % self->n_across * pitch,
        top = index / self->n_across * pitch;
  XcRasterTile tile = { .is_new = self->is_new[index],
                        .stride = (gsize) cairo_image_surface_get_stride (self->image) };

  tile.width = MIN (pitch, (guint) cairo_image_surface_get_width (self->image) - left);
  tile.height = MIN (pitch, (guint) cairo_image_surface_get_height (self->image) - top);
  tile.pixels = cairo_image_surface_get_data (self->image) + top * tile.stride + left * 4;
  tile.box = (XcBox){ (double) left / self->scale, (double) top / self->scale,
                      (double) tile.width / self->scale, (double) tile.height / self->scale };
  return tile;
}
