/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "golden.h"

#include <glib/gi18n-lib.h>
#include <locale.h>

#define MEAN_DIFFERENCE 0.25
#define CLEAR_DIFFERENCE 64
#define CLEARLY_DIFFERENT_SHARE 0.0005

/* The system need not have the locale. */
void
golden_speak (gboolean chinese)
{
  g_setenv ("LANGUAGE", chinese ? "zh_CN" : "en", TRUE);
  /* Only a change of locale makes it forget what it said before. */
  g_assert_nonnull (setlocale (LC_MESSAGES, "C"));
  g_assert_nonnull (setlocale (LC_MESSAGES, "C.UTF-8"));
  bindtextdomain (GETTEXT_PACKAGE, g_getenv ("XUNCHA_LOCALE_DIR"));
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
}

cairo_surface_t *
golden_draw (XcPicture *picture, XcPalette palette)
{
  cairo_surface_t *surface = cairo_image_surface_create (
      CAIRO_FORMAT_RGB24, (int) xc_picture_get_width (picture), (int) xc_picture_get_height (picture));
  cairo_t *cr = cairo_create (surface);

  xc_picture_draw (picture, palette, cr);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

/* Whether two pictures look the same; @mean is in steps of 1/255, @share of pixels that differ clearly. */
gboolean
golden_look_the_same (cairo_surface_t *one, cairo_surface_t *other, double *mean, double *share)
{
  const guint8 *a = cairo_image_surface_get_data (one), *b = cairo_image_surface_get_data (other);
  int width = cairo_image_surface_get_width (one), height = cairo_image_surface_get_height (one);
  int stride = cairo_image_surface_get_stride (one);
  guint64 sum = 0, clear = 0;

  *mean = *share = 1000;
  if (cairo_image_surface_get_width (other) != width || cairo_image_surface_get_height (other) != height
      || cairo_image_surface_get_stride (other) != stride)
    return FALSE;
  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      {
        int largest = 0;
        for (int i = 0; i < 3; i++)
          {
            int difference = ABS (a[y * stride + 4 * x + i] - b[y * stride + 4 * x + i]);
            sum += difference;
            largest = MAX (largest, difference);
          }
        clear += largest > CLEAR_DIFFERENCE;
      }
  *mean = sum / (3.0 * width * height);
  *share = clear / ((double) width * height);
  return *mean <= MEAN_DIFFERENCE && *share <= CLEARLY_DIFFERENT_SHARE;
}

void
golden_compare (cairo_surface_t *actual, const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "golden", name, NULL);
  cairo_surface_t *expected = cairo_image_surface_create_from_png (path);
  double mean = 1000, share = 1000;

  if (cairo_surface_status (expected) != CAIRO_STATUS_SUCCESS
      || !golden_look_the_same (actual, expected, &mean, &share))
    {
      g_autofree char *written = g_test_build_filename (G_TEST_BUILT, "report", name, NULL);
      g_assert_cmpint (cairo_surface_write_to_png (actual, written), ==, CAIRO_STATUS_SUCCESS);
      g_test_message ("mean difference %.3f, %.3f %% of the pixels: compare %s with %s", mean, share * 100,
                      written, path);
      g_test_fail ();
    }
  cairo_surface_destroy (expected);
}
