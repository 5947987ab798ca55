/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The chart as it is meant to look. When it is meant to look otherwise: look at the picture that the failed test
 * names, and copy it into tests/golden. */
#include "chart-example.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>

#define WIDTH 960
#define HEIGHT 600

/* What another version of the font or of the libraries may change. */
#define MEAN_DIFFERENCE 0.25
#define CLEAR_DIFFERENCE 64
#define CLEARLY_DIFFERENT_SHARE 0.0005

typedef struct
{
  const char *example;
  gboolean chinese;
  XcPalette palette;
  XcChartSheet sheet;
} Golden;

static const char *const palettes[] = { "light", "dark", "grey" };

static const Golden goldens[] = {
  { "typical", TRUE, XC_PALETTE_LIGHT },
  { "typical", FALSE, XC_PALETTE_DARK },
  { "empty", TRUE, XC_PALETTE_LIGHT },
  { "empty", FALSE, XC_PALETTE_GREY },
  { "extreme", TRUE, XC_PALETTE_LIGHT },
  { "extreme", FALSE, XC_PALETTE_GREY },
  { "falling", TRUE, XC_PALETTE_LIGHT },
  { "falling", FALSE, XC_PALETTE_DARK },
  { "single", TRUE, XC_PALETTE_LIGHT },
  { "single", FALSE, XC_PALETTE_GREY },
  { "lost", TRUE, XC_PALETTE_LIGHT },
  { "lost", FALSE, XC_PALETTE_DARK },
  { "late", TRUE, XC_PALETTE_LIGHT },
  { "late", FALSE, XC_PALETTE_DARK },
  { "done", TRUE, XC_PALETTE_LIGHT },
  { "done", FALSE, XC_PALETTE_GREY },
  { "first-day", TRUE, XC_PALETTE_LIGHT },
  { "first-day", FALSE, XC_PALETTE_DARK },
  { "thousand", TRUE, XC_PALETTE_LIGHT },
  { "thousand", FALSE, XC_PALETTE_GREY },
  { "what-if", TRUE, XC_PALETTE_LIGHT },
  { "what-if", FALSE, XC_PALETTE_DARK },
  { "village", TRUE, XC_PALETTE_LIGHT },
  { "village", FALSE, XC_PALETTE_GREY },
  { "typical", TRUE, XC_PALETTE_GREY },
  { "late", TRUE, XC_PALETTE_GREY },
  { "single", TRUE, XC_PALETTE_DARK },
  { "lost", FALSE, XC_PALETTE_LIGHT },
  { "typical", TRUE, XC_PALETTE_LIGHT, XC_CHART_SHEET_REGISTERS },
  { "extreme", FALSE, XC_PALETTE_DARK, XC_CHART_SHEET_REGISTERS },
  { "lost", TRUE, XC_PALETTE_GREY, XC_CHART_SHEET_REGISTERS },
  { "village", FALSE, XC_PALETTE_LIGHT, XC_CHART_SHEET_REGISTERS },
  { "typical", TRUE, XC_PALETTE_LIGHT, XC_CHART_SHEET_ORGANIZATIONS },
  { "extreme", FALSE, XC_PALETTE_DARK, XC_CHART_SHEET_ORGANIZATIONS },
  { "typical", FALSE, XC_PALETTE_GREY, XC_CHART_SHEET_ORGANIZATIONS },
  { "empty", TRUE, XC_PALETTE_LIGHT, XC_CHART_SHEET_ORGANIZATIONS },
};

static cairo_surface_t *
draw (const XcCoverageChart *chart, XcChartSheet sheet, XcPalette palette)
{
  g_autoptr (XcPicture) picture = xc_coverage_chart_lay_out_sheet (chart, sheet, WIDTH, HEIGHT);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);

  xc_picture_draw (picture, palette, cr);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

/* Whether two pictures look the same; @mean is in steps of 1/255, @share of pixels that differ clearly. */
static gboolean
look_the_same (cairo_surface_t *one, cairo_surface_t *other, double *mean, double *share)
{
  const guint8 *a = cairo_image_surface_get_data (one), *b = cairo_image_surface_get_data (other);
  int stride = cairo_image_surface_get_stride (one);
  guint64 sum = 0, clear = 0;

  *mean = *share = 1000;
  if (cairo_image_surface_get_width (other) != WIDTH || cairo_image_surface_get_height (other) != HEIGHT
      || cairo_image_surface_get_stride (other) != stride)
    return FALSE;
  for (int y = 0; y < HEIGHT; y++)
    for (int x = 0; x < WIDTH; x++)
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
  *mean = sum / (3.0 * WIDTH * HEIGHT);
  *share = clear / (double) (WIDTH * HEIGHT);
  return *mean <= MEAN_DIFFERENCE && *share <= CLEARLY_DIFFERENT_SHARE;
}

static char *
get_name (const Golden *golden)
{
  static const char *const sheets[] = { "", "-registers", "-organizations" };

  return g_strdup_printf ("coverage-chart-%s%s-%s-%s.png", golden->example, sheets[golden->sheet],
                          golden->chinese ? "zh" : "en", palettes[golden->palette]);
}

/* What is said from now on; the system need not have the locale. */
static void
speak (gboolean chinese)
{
  g_setenv ("LANGUAGE", chinese ? "zh_CN" : "en", TRUE);
  /* Only a change of locale makes it forget what it said before. */
  g_assert_nonnull (setlocale (LC_MESSAGES, "C"));
  g_assert_nonnull (setlocale (LC_MESSAGES, "C.UTF-8"));
  bindtextdomain (GETTEXT_PACKAGE, g_getenv ("XUNCHA_LOCALE_DIR"));
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
}

static void
looks_as_meant (gconstpointer data)
{
  const Golden *golden = data;

  speak (golden->chinese);
  g_autoptr (XcChartExample) example = xc_chart_example_new (golden->example, golden->chinese);
  g_autofree char *name = get_name (golden);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "golden", name, NULL);
  cairo_surface_t *actual = draw (&example->chart, golden->sheet, golden->palette);
  cairo_surface_t *expected = cairo_image_surface_create_from_png (path);
  double mean = 1000, share = 1000;

  if (cairo_surface_status (expected) != CAIRO_STATUS_SUCCESS
      || !look_the_same (actual, expected, &mean, &share))
    {
      g_autofree char *written = g_test_build_filename (G_TEST_BUILT, "report", name, NULL);
      g_assert_cmpint (cairo_surface_write_to_png (actual, written), ==, CAIRO_STATUS_SUCCESS);
      g_test_message ("mean difference %.3f, %.3f %% of the pixels: compare %s with %s", mean, share * 100,
                      written, path);
      g_test_fail ();
    }
  cairo_surface_destroy (actual);
  cairo_surface_destroy (expected);
}

static void
small_changes_are_seen (void)
{
  g_autoptr (XcChartExample) example = xc_chart_example_new ("typical", TRUE);
  cairo_surface_t *before = draw (&example->chart, XC_CHART_SHEET_PROGRESS, XC_PALETTE_LIGHT);
  double mean, share;

  cairo_surface_t *same = draw (&example->chart, XC_CHART_SHEET_PROGRESS, XC_PALETTE_LIGHT);
  g_assert_true (look_the_same (before, same, &mean, &share));
  g_assert_cmpfloat (mean, ==, 0);
  example->chart.total.covered = 69;
  cairo_surface_t *after = draw (&example->chart, XC_CHART_SHEET_PROGRESS, XC_PALETTE_LIGHT);
  g_assert_false (look_the_same (before, after, &mean, &share));
  cairo_surface_destroy (before);
  cairo_surface_destroy (same);
  cairo_surface_destroy (after);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report/coverage-chart-golden/small-changes-are-seen", small_changes_are_seen);
  for (guint i = 0; i < G_N_ELEMENTS (goldens); i++)
    {
      g_autofree char *name = get_name (&goldens[i]);
      g_autofree char *path = g_strconcat ("/report/coverage-chart-golden/", name, NULL);
      g_test_add_data_func (path, &goldens[i], looks_as_meant);
    }
  return g_test_run ();
}
