/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The coverage chart of 1,000 organizations in 10 rounds, beside a bare loop that lays out and shows as many texts of
 * the same words and fills as many boxes.
 */
#include "../report/chart-example.h"
#include "report/picture-file.h"

#include <glib/gstdio.h>

#define TIMES 20

/* Milliseconds that one call takes on average. */
#define MEASURE(statement)                                                                                   \
  ({                                                                                                         \
    gint64 begun_ = g_get_monotonic_time ();                                                                 \
                                                                                                             \
    for (int i_ = 0; i_ < TIMES; i_++)                                                                       \
      {                                                                                                      \
        statement;                                                                                           \
      }                                                                                                      \
    (double) (g_get_monotonic_time () - begun_) / 1000 / TIMES;                                              \
  })

static void
show_barely (XcPicture *picture, cairo_t *cr)
{
  gsize n_labels;
  const XcLabel *const *labels = xc_picture_get_labels (picture, &n_labels);

  for (gsize i = 0; i < n_labels; i++)
    {
      PangoLayout *layout = pango_cairo_create_layout (cr);
      PangoFontDescription *font = pango_font_description_from_string ("Noto Sans CJK SC");

      pango_font_description_set_absolute_size (font, labels[i]->size * PANGO_SCALE);
      pango_layout_set_font_description (layout, font);
      pango_layout_set_text (layout, labels[i]->words, -1);
      cairo_move_to (cr, labels[i]->box.x, labels[i]->box.y);
      pango_cairo_show_layout (cr, layout);
      cairo_rectangle (cr, labels[i]->box.x, labels[i]->box.y, 20, 40);
      cairo_fill (cr);
      pango_font_description_free (font);
      g_object_unref (layout);
    }
}

static void
write_pdf (const XcCoverageChart *chart, const char *path)
{
  g_autoptr (XcPicture) picture =
      xc_coverage_chart_lay_out (chart, XC_CHART_PAGE_WIDTH, XC_CHART_PAGE_HEIGHT);
  g_autoptr (GError) error = NULL;

  xc_picture_write (picture, XC_PICTURE_PDF, XC_PALETTE_LIGHT, chart->as_of, path, TRUE, &error);
  g_assert_no_error (error);
}

static void
say (const char *what, double ms, double bare_ms)
{
  g_print ("%-28s %8.2f ms  %6.1f times the bare loop\n", what, ms, ms / bare_ms);
}

int
main (void)
{
  g_autoptr (XcChartExample) example = xc_chart_example_new ("thousand", TRUE);
  g_autofree char *folder = g_dir_make_tmp ("xuncha-bench-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "chart.pdf", NULL);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, XC_CHART_WIDTH, XC_CHART_HEIGHT);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (XcPicture) picture =
      xc_coverage_chart_lay_out (&example->chart, XC_CHART_WIDTH, XC_CHART_HEIGHT);

  /* Once for the fonts, which every program loads once. */
  xc_picture_draw (picture, XC_PALETTE_LIGHT, cr);
  show_barely (picture, cr);
  double bare = MEASURE (show_barely (picture, cr));
  say ("bare loop", bare, bare);
  say ("laying out",
       MEASURE (
           xc_picture_free (xc_coverage_chart_lay_out (&example->chart, XC_CHART_WIDTH, XC_CHART_HEIGHT))),
       bare);
  say ("drawing", MEASURE (xc_picture_draw (picture, XC_PALETTE_LIGHT, cr)), bare);
  say ("PDF, written and proven", MEASURE (write_pdf (&example->chart, path)), bare);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  g_remove (path);
  g_rmdir (folder);
  return 0;
}
