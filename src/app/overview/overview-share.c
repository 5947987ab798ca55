/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/overview/overview-share.h"

#include <glib/gi18n-lib.h>

#include "app/window.h"

/* As large as a slide is shown. */
#define WIDTH 1600
#define HEIGHT 1000

/**
 * xc_overview_copy_text:
 * @widget: on whose screen
 * @chart: the numbers
 *
 * Puts all that the chart shows into the clipboard, as text.
 */
void
xc_overview_copy_text (GtkWidget *widget, const XcCoverageChart *chart)
{
  g_autofree char *text = xc_coverage_chart_dup_text (chart);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  xc_window_tell (widget, _ ("The figures are in the clipboard, as text."));
}

/**
 * xc_overview_copy_picture:
 * @widget: on whose screen
 * @chart: the numbers
 * @sheet: which of them to show
 *
 * Puts the picture into the clipboard, with light ground, as it goes into slides and papers.
 */
void
xc_overview_copy_picture (GtkWidget *widget, const XcCoverageChart *chart, XcChartSheet sheet)
{
  g_autoptr (XcPicture) picture = xc_coverage_chart_lay_out_sheet (chart, sheet, WIDTH, HEIGHT);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GdkTexture) texture = NULL;

  xc_picture_draw (picture, XC_PALETTE_LIGHT, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  bytes = g_bytes_new (cairo_image_surface_get_data (surface),
                       (gsize) cairo_image_surface_get_stride (surface) * HEIGHT);
  texture = gdk_memory_texture_new (WIDTH, HEIGHT, GDK_MEMORY_DEFAULT, bytes,
                                    (gsize) cairo_image_surface_get_stride (surface));
  cairo_surface_destroy (surface);
  gdk_clipboard_set_texture (gtk_widget_get_clipboard (widget), texture);
  xc_window_tell (widget, _ ("The picture is in the clipboard."));
}
