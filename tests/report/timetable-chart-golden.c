/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The timetable as it is meant to look. When it is meant to look otherwise: look at the picture that the failed test
 * names, and copy it into tests/golden. */
#include "golden.h"
#include "report/timetable-chart.h"
#include "timetable-example.h"

#define WIDTH 1000

typedef struct
{
  const char *example;
  gboolean chinese;
  XcPalette palette;
} Golden;

static const char *const palettes[] = { "light", "dark", "grey" };

static const Golden goldens[] = {
  { "empty", TRUE, XC_PALETTE_LIGHT },   { "empty", FALSE, XC_PALETTE_DARK },
  { "one", TRUE, XC_PALETTE_DARK },      { "one", FALSE, XC_PALETTE_LIGHT },
  { "typical", TRUE, XC_PALETTE_LIGHT }, { "typical", TRUE, XC_PALETTE_DARK },
  { "typical", TRUE, XC_PALETTE_GREY },  { "typical", FALSE, XC_PALETTE_LIGHT },
  { "typical", FALSE, XC_PALETTE_DARK }, { "muddled", TRUE, XC_PALETTE_LIGHT },
  { "muddled", FALSE, XC_PALETTE_GREY }, { "big", TRUE, XC_PALETTE_GREY },
};

static char *
get_name (const Golden *golden)
{
  return g_strdup_printf ("timetable-%s-%s-%s.png", golden->example, golden->chinese ? "zh" : "en",
                          palettes[golden->palette]);
}

static void
looks_as_meant (gconstpointer data)
{
  const Golden *golden = data;
  g_autoptr (XcTimetable) timetable = NULL;
  g_autoptr (XcPicture) picture = NULL;
  g_autofree char *name = get_name (golden);
  cairo_surface_t *actual;

  golden_speak (golden->chinese);
  timetable = xc_timetable_example_new (golden->example, golden->chinese);
  picture = xc_timetable_chart_lay_out (timetable, WIDTH,
                                        golden->chinese ? "内部资料 注意保存" : "For internal use");
  actual = golden_draw (picture, golden->palette);
  golden_compare (actual, name);
  cairo_surface_destroy (actual);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (goldens); i++)
    {
      g_autofree char *name = get_name (&goldens[i]);
      g_autofree char *path = g_strconcat ("/report/timetable-chart-golden/", name, NULL);
      g_test_add_data_func (path, &goldens[i], looks_as_meant);
    }
  return g_test_run ();
}
