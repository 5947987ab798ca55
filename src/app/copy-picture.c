/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/copy-picture.h"

#include <glib/gi18n-lib.h>

#include "app/window.h"

/**
 * xc_copy_picture:
 * @widget: a widget in the window that asks
 * @picture: a picture
 *
 * Puts @picture into the clipboard, on white, and says so.
 */
void
xc_copy_picture (GtkWidget *widget, XcPicture *picture)
{
  int width = (int) xc_picture_get_width (picture), height = (int) xc_picture_get_height (picture);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (GdkTexture) texture = NULL;
  g_autoptr (GBytes) bytes = NULL;

  xc_picture_draw (picture, XC_PALETTE_LIGHT, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  bytes = g_bytes_new (cairo_image_surface_get_data (surface),
                       (gsize) cairo_image_surface_get_stride (surface) * height);
  texture = gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, bytes,
                                    (gsize) cairo_image_surface_get_stride (surface));
  cairo_surface_destroy (surface);
  gdk_clipboard_set_texture (gtk_widget_get_clipboard (widget), texture);
  xc_window_tell (widget, _ ("The picture is in the clipboard."));
}
