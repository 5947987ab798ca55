/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A picture as pixels of a screen. When another picture follows, only the tiles in which it looks otherwise are drawn. */
#pragma once

#include "report/picture.h"

G_BEGIN_DECLS

/**
 * XcRasterTile:
 * @box: where it is, in units of the picture
 * @is_new: whether it was drawn by the latest xc_raster_draw()
 * @pixels: its first pixel: premultiplied ARGB, native-endian
 * @stride: bytes from a row to the next
 * @width: in pixels
 * @height: in pixels
 */
typedef struct
{
  XcBox box;
  gboolean is_new;
  const guint8 *pixels;
  gsize stride;
  guint width, height;
} XcRasterTile;

typedef struct _XcRaster XcRaster;

XcRaster *xc_raster_new (void);
void xc_raster_free (XcRaster *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XcRaster, xc_raster_free)

void xc_raster_draw (XcRaster *self, XcPicture *picture, XcPalette palette, guint scale);
guint xc_raster_get_n_tiles (XcRaster *self);
XcRasterTile xc_raster_get_tile (XcRaster *self, guint index);

G_END_DECLS
