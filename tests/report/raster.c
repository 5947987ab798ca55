/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A day further, and only what changed is drawn: what is on the screen is what the whole picture would be. */
#include "report/raster.h"

#include "report/picture-fingerprint.h"

#include "chart-example.h"

#define WIDTH 640
#define HEIGHT 420
/* Of 255: a line that is cut at the edge of a tile is rounded there. */
#define MOST_OFF 16

static const XcChartSheet sheets[] = { XC_CHART_SHEET_PROGRESS, XC_CHART_SHEET_REGISTERS,
                                       XC_CHART_SHEET_ORGANIZATIONS };

static guint
count_new (XcRaster *raster)
{
  guint n_new = 0;

  for (guint i = 0; i < xc_raster_get_n_tiles (raster); i++)
    n_new += xc_raster_get_tile (raster, i).is_new != 0;
  return n_new;
}

/* Every tile of both, pixel by pixel; the whole one was drawn at once. */
static void
assert_same_pixels (XcRaster *raster, XcPicture *picture, XcPalette palette, guint scale)
{
  g_autoptr (XcRaster) whole = xc_raster_new ();

  xc_raster_draw (whole, picture, palette, scale);
  g_assert_cmpuint (xc_raster_get_n_tiles (raster), ==, xc_raster_get_n_tiles (whole));
  for (guint i = 0; i < xc_raster_get_n_tiles (whole); i++)
    {
      XcRasterTile one = xc_raster_get_tile (raster, i), other = xc_raster_get_tile (whole, i);

      g_assert_cmpuint (one.width, ==, other.width);
      g_assert_cmpuint (one.height, ==, other.height);
      g_assert_true (other.is_new);
      for (guint y = 0; y < one.height; y++)
        for (guint x = 0; x < one.width * 4; x++)
          if (ABS (one.pixels[y * one.stride + x] - other.pixels[y * other.stride + x]) > MOST_OFF)
            g_error ("tile %u (%g, %g) is %d off at %u, %u", i, one.box.x, one.box.y,
                     one.pixels[y * one.stride + x] - other.pixels[y * other.stride + x], x / 4, y);
    }
}

/* As when a slider is moved: the line of the day, the figures, what is covered. */
static void
move (XcChartExample *example, guint by)
{
  XcCoverageChart *chart = &example->chart;

  chart->as_of += by;
  if (chart->total.covered < chart->total.owed && by % 2 == 1)
    chart->total.covered++;
}

static void
draws_what_the_whole_picture_is (gconstpointer data)
{
  const char *name = data;

  for (guint s = 0; s < G_N_ELEMENTS (sheets); s++)
    {
      g_autoptr (XcChartExample) example = xc_chart_example_new (name, s % 2 == 0);
      g_autoptr (XcRaster) raster = xc_raster_new ();

      example->chart.as_of = MAX (example->chart.as_of - 40, example->chart.starts);
      for (guint i = 0; i < 5; i++)
        {
          g_autoptr (XcPicture) picture = NULL;
          guint scale = i < 3 ? 1 : 2;

          move (example, i);
          picture = xc_coverage_chart_lay_out_sheet (&example->chart, sheets[s], WIDTH, HEIGHT);
          xc_raster_draw (raster, picture, XC_PALETTE_LIGHT, scale);
          assert_same_pixels (raster, picture, XC_PALETTE_LIGHT, scale);
        }
    }
}

static void
most_stays_as_it_is (void)
{
  g_autoptr (XcChartExample) example = xc_chart_example_new ("thousand", TRUE);
  g_autoptr (XcRaster) raster = xc_raster_new ();
  g_autoptr (XcPicture) before = NULL, after = NULL;
  guint n_tiles;

  example->chart.is_bare = TRUE;
  before = xc_coverage_chart_lay_out (&example->chart, WIDTH, HEIGHT);
  xc_raster_draw (raster, before, XC_PALETTE_LIGHT, 1);
  n_tiles = xc_raster_get_n_tiles (raster);
  g_assert_cmpuint (n_tiles, >=, 50);
  g_assert_cmpuint (count_new (raster), ==, n_tiles);
  xc_raster_draw (raster, before, XC_PALETTE_LIGHT, 1);
  g_assert_cmpuint (count_new (raster), ==, 0);
  example->chart.as_of++;
  after = xc_coverage_chart_lay_out (&example->chart, WIDTH, HEIGHT);
  xc_raster_draw (raster, after, XC_PALETTE_LIGHT, 1);
  g_assert_cmpuint (count_new (raster), >, 0);
  g_assert_cmpuint (count_new (raster), <, n_tiles / 2);
  xc_raster_draw (raster, after, XC_PALETTE_DARK, 1);
  g_assert_cmpuint (count_new (raster), ==, n_tiles);
}

static XcPicture *
draw_one (XcPoint from, XcPoint to, XcInk ink, const char *words)
{
  XcPicture *picture = xc_picture_new (300, 300);
  XcPoint points[] = { from, to };

  xc_picture_add_line (picture, points, 2, ink, XC_STYLE_LINE, 3);
  xc_picture_add_text (picture, &(XcText){ .words = words, .size = 14, .x = 210, .y = 210 });
  return picture;
}

/* One item in one corner: the tile there is another one, those far from it are not. */
static void
tells_what_looks_otherwise (void)
{
  XcPoint from = { 10, 10 }, to = { 60, 60 }, further = { 62, 60 };
  XcPicture *pictures[] = { draw_one (from, to, XC_INK_TEXT, "甲局"),
                            draw_one (from, to, XC_INK_TEXT, "甲局"),
                            draw_one (from, further, XC_INK_TEXT, "甲局"),
                            draw_one (from, to, XC_INK_ALARM, "甲局"),
                            draw_one (from, to, XC_INK_TEXT, "乙局") };
  static const gboolean line_differs[] = { FALSE, FALSE, TRUE, TRUE, FALSE };
  static const gboolean words_differ[] = { FALSE, FALSE, FALSE, FALSE, TRUE };
  guint n_across, n_down;
  g_autofree guint64 *first = xc_picture_fingerprint (pictures[0], 100, &n_across, &n_down);

  g_assert_cmpuint (n_across, ==, 3);
  g_assert_cmpuint (n_down, ==, 3);
  for (guint i = 0; i < G_N_ELEMENTS (pictures); i++)
    {
      g_autofree guint64 *tiles = xc_picture_fingerprint (pictures[i], 100, &n_across, &n_down);

      g_assert_cmpint (tiles[0] != first[0], ==, line_differs[i]);
      g_assert_cmpint (tiles[8] != first[8], ==, words_differ[i]);
      g_assert_cmpuint (tiles[2], ==, first[2]);
      g_assert_cmpuint (tiles[6], ==, first[6]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (pictures); i++)
    xc_picture_free (pictures[i]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report/raster/tells-what-looks-otherwise", tells_what_looks_otherwise);
  g_test_add_func ("/report/raster/most-stays-as-it-is", most_stays_as_it_is);
  for (const char *const *name = xc_chart_example_names; *name != NULL; name++)
    {
      g_autofree char *path = g_strconcat ("/report/raster/draws-what-the-whole-picture-is/", *name, NULL);

      g_test_add_data_func (path, *name, draws_what_the_whole_picture_is);
    }
  return g_test_run ();
}
