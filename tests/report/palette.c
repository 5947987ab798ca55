/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/palette.h"

#include <math.h>

/* Contrast ratios of the Web Content Accessibility Guidelines: 4.5 for text, 3 for what must be seen. */
static void
can_be_read_in_every_palette (void)
{
  static const XcInk texts[] = { XC_INK_TEXT,     XC_INK_MUTED,    XC_INK_COVERED, XC_INK_OWED,
                                 XC_INK_FORECAST, XC_INK_SUPPOSED, XC_INK_ALARM };

  for (int palette = XC_PALETTE_LIGHT; palette <= XC_PALETTE_GREY; palette++)
    {
      XcColour paper = xc_palette_get (palette, XC_INK_PAPER), rule = xc_palette_get (palette, XC_INK_RULE);
      for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
        g_assert_cmpfloat (xc_colour_contrast (xc_palette_get (palette, texts[i]), paper), >=, 4.5);
      g_assert_cmpfloat (xc_colour_contrast (rule, paper), >=, 2.4);
      g_assert_cmpfloat (xc_colour_contrast (xc_palette_get (palette, XC_INK_COVERED),
                                             xc_palette_get (palette, XC_INK_GRID)),
                         >=, 3);
    }
}

static void
contrast_is_that_of_the_guidelines (void)
{
  XcColour black = { 0, 0, 0, 1 }, white = { 1, 1, 1, 1 },
           grey = { 119 / 255.0, 119 / 255.0, 119 / 255.0, 1 };

  g_assert_cmpfloat_with_epsilon (xc_colour_contrast (black, white), 21, 1e-9);
  g_assert_cmpfloat_with_epsilon (xc_colour_contrast (white, white), 1, 1e-9);
  g_assert_cmpfloat_with_epsilon (xc_colour_contrast (grey, white), 4.48, 0.005);
}

/* How the three kinds of dichromats see, after Viénot, Brettel and Mollon (1999) and, for the third, Brettel's
 * half-plane near blue and orange; linear light. */
static const double matrices[][9] = {
  { 0.11238, 0.88762, 0, 0.11238, 0.88762, 0, 0.00401, -0.00401, 1 },
  { 0.29275, 0.70725, 0, 0.29275, 0.70725, 0, -0.02234, 0.02234, 1 },
  { 1, 0.14461, -0.14461, 0, 0.85924, 0.14076, 0, 0.85924, 0.14076 },
};

static double
linearize (double component)
{
  return component <= 0.04045 ? component / 12.92 : pow ((component + 0.055) / 1.055, 2.4);
}

static double
get_distance (XcColour one, XcColour other, const double *matrix)
{
  double a[] = { linearize (one.red), linearize (one.green), linearize (one.blue) };
  double b[] = { linearize (other.red), linearize (other.green), linearize (other.blue) };
  double sum = 0;

  for (int row = 0; row < 3; row++)
    {
      double difference = 0;
      for (int i = 0; i < 3; i++)
        difference += matrix[row * 3 + i] * (a[i] - b[i]);
      sum += difference * difference;
    }
  return sqrt (sum);
}

static void
alarm_is_told_apart_by_every_eye (void)
{
  for (int palette = XC_PALETTE_LIGHT; palette <= XC_PALETTE_DARK; palette++)
    for (guint i = 0; i < G_N_ELEMENTS (matrices); i++)
      g_assert_cmpfloat (get_distance (xc_palette_get (palette, XC_INK_ALARM),
                                       xc_palette_get (palette, XC_INK_COVERED), matrices[i]),
                         >=, 0.25);
}

/* Whatever may stand beside one another and means something else; dashes and words tell them apart as well. */
static void
meanings_are_told_apart_by_every_eye (void)
{
  static const struct
  {
    XcInk one, other;
    double least;
  } pairs[] = {
    { XC_INK_COVERED, XC_INK_PAPER, 0.4 },      { XC_INK_COVERED, XC_INK_GRID, 0.3 },
    { XC_INK_COVERED, XC_INK_OWED, 0.25 },      { XC_INK_OWED, XC_INK_ALARM, 0.15 },
    { XC_INK_FORECAST, XC_INK_OWED, 0.25 },     { XC_INK_SUPPOSED, XC_INK_PAPER, 0.4 },
    { XC_INK_SUPPOSED, XC_INK_FORECAST, 0.15 }, { XC_INK_SUPPOSED, XC_INK_ALARM, 0.2 },
    { XC_INK_SUPPOSED, XC_INK_OWED, 0.2 },      { XC_INK_MUTED, XC_INK_PAPER, 0.4 },
  };

  for (int palette = XC_PALETTE_LIGHT; palette <= XC_PALETTE_DARK; palette++)
    for (guint i = 0; i < G_N_ELEMENTS (matrices); i++)
      for (guint k = 0; k < G_N_ELEMENTS (pairs); k++)
        {
          g_test_message ("palette %d, eye %u, pair %u", palette, i, k);
          g_assert_cmpfloat (get_distance (xc_palette_get (palette, pairs[k].one),
                                           xc_palette_get (palette, pairs[k].other), matrices[i]),
                             >=, pairs[k].least);
        }
}

/* On grey paper dark and light must do what colours do elsewhere. */
static void
grey_keeps_ground_and_figure_apart (void)
{
  XcColour covered = xc_palette_get (XC_PALETTE_GREY, XC_INK_COVERED);

  g_assert_cmpfloat (xc_colour_contrast (covered, xc_palette_get (XC_PALETTE_GREY, XC_INK_PAPER)), >=, 7);
  g_assert_cmpfloat (xc_colour_contrast (covered, xc_palette_get (XC_PALETTE_GREY, XC_INK_GRID)), >=, 4.5);
  g_assert_cmpfloat (xc_colour_contrast (covered, xc_palette_get (XC_PALETTE_GREY, XC_INK_RULE)), >=, 2);
}

static void
grey_is_grey (void)
{
  for (int ink = 0; ink < XC_N_INKS; ink++)
    {
      XcColour colour = xc_palette_get (XC_PALETTE_GREY, ink);
      g_assert_cmpfloat (colour.red, ==, colour.green);
      g_assert_cmpfloat (colour.red, ==, colour.blue);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report/palette/can-be-read-in-every-palette", can_be_read_in_every_palette);
  g_test_add_func ("/report/palette/contrast-is-that-of-the-guidelines", contrast_is_that_of_the_guidelines);
  g_test_add_func ("/report/palette/alarm-is-told-apart-by-every-eye", alarm_is_told_apart_by_every_eye);
  g_test_add_func ("/report/palette/meanings-are-told-apart-by-every-eye",
                   meanings_are_told_apart_by_every_eye);
  g_test_add_func ("/report/palette/grey-keeps-ground-and-figure-apart", grey_keeps_ground_and_figure_apart);
  g_test_add_func ("/report/palette/grey-is-grey", grey_is_grey);
  return g_test_run ();
}
