/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The chart as it is meant to look. When it is meant to look otherwise: look at the picture that the failed test
 * names, and copy it into tests/golden. */
#include "chart-example.h"
#include "golden.h"

#define WIDTH 960
#define HEIGHT 600

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

  return golden_draw (picture, palette);
}

static char *
get_name (const Golden *golden)
{
  static const char *const sheets[] = { "", "-registers", "-organizations" };

  return g_strdup_printf ("coverage-chart-%s%s-%s-%s.png", golden->example, sheets[golden->sheet],
                          golden->chinese ? "zh" : "en", palettes[golden->palette]);
}

static void
looks_as_meant (gconstpointer data)
{
  const Golden *golden = data;

  golden_speak (golden->chinese);
  g_autoptr (XcChartExample) example = xc_chart_example_new (golden->example, golden->chinese);
  g_autofree char *name = get_name (golden);
  cairo_surface_t *actual = draw (&example->chart, golden->sheet, golden->palette);

  golden_compare (actual, name);
  cairo_surface_destroy (actual);
}

static void
small_changes_are_seen (void)
{
  g_autoptr (XcChartExample) example = xc_chart_example_new ("typical", TRUE);
  cairo_surface_t *before = draw (&example->chart, XC_CHART_SHEET_PROGRESS, XC_PALETTE_LIGHT);
  double mean, share;

  cairo_surface_t *same = draw (&example->chart, XC_CHART_SHEET_PROGRESS, XC_PALETTE_LIGHT);
  g_assert_true (golden_look_the_same (before, same, &mean, &share));
  g_assert_cmpfloat (mean, ==, 0);
  example->chart.total.covered = 69;
  cairo_surface_t *after = draw (&example->chart, XC_CHART_SHEET_PROGRESS, XC_PALETTE_LIGHT);
  g_assert_false (golden_look_the_same (before, after, &mean, &share));
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
