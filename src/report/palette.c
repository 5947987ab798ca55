/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/palette.h"

#include <math.h>

/* Blue, sky blue and vermilion are those of Okabe and Ito (2008), which the three colour blindnesses tell apart. */
static const struct
{
  guint32 rgb;
  guint8 percent;
} inks[][XC_N_INKS] = {
  [XC_PALETTE_LIGHT] = {
    [XC_INK_PAPER] = { 0xffffff, 100 },
    [XC_INK_TEXT] = { 0x1c2126, 100 },
    [XC_INK_MUTED] = { 0x5a646e, 100 },
    [XC_INK_RULE] = { 0x9aa3ac, 100 },
    [XC_INK_GRID] = { 0xe4e8ec, 100 },
    [XC_INK_COVERED] = { 0x0072b2, 100 },
    [XC_INK_COVERED_AREA] = { 0x0072b2, 14 },
    [XC_INK_OWED] = { 0x1c2126, 100 },
    [XC_INK_FORECAST] = { 0x0072b2, 100 },
    [XC_INK_FORECAST_AREA] = { 0x56b4e9, 26 },
    [XC_INK_SUPPOSED] = { 0x9c2f7f, 100 },
    [XC_INK_ALARM] = { 0xc04d00, 100 },
    [XC_INK_LETTERHEAD] = { 0xd7000f, 100 },
    [XC_INK_PRINT] = { 0x000000, 100 },
  },
  [XC_PALETTE_DARK] = {
    [XC_INK_PAPER] = { 0x1e1e1e, 100 },
    [XC_INK_TEXT] = { 0xf4f5f6, 100 },
    [XC_INK_MUTED] = { 0xb3bac1, 100 },
    [XC_INK_RULE] = { 0x7d868f, 100 },
    [XC_INK_GRID] = { 0x363b40, 100 },
    [XC_INK_COVERED] = { 0x56b4e9, 100 },
    [XC_INK_COVERED_AREA] = { 0x56b4e9, 20 },
    [XC_INK_OWED] = { 0xf4f5f6, 100 },
    [XC_INK_FORECAST] = { 0x56b4e9, 100 },
    [XC_INK_FORECAST_AREA] = { 0x56b4e9, 24 },
    [XC_INK_SUPPOSED] = { 0xf29ad3, 100 },
    [XC_INK_ALARM] = { 0xff8f4d, 100 },
    [XC_INK_LETTERHEAD] = { 0xff7b7b, 100 },
    [XC_INK_PRINT] = { 0xffffff, 100 },
  },
  [XC_PALETTE_GREY] = {
    [XC_INK_PAPER] = { 0xffffff, 100 },
    [XC_INK_TEXT] = { 0x000000, 100 },
    [XC_INK_MUTED] = { 0x4d4d4d, 100 },
    [XC_INK_RULE] = { 0x8c8c8c, 100 },
    [XC_INK_GRID] = { 0xdcdcdc, 100 },
    [XC_INK_COVERED] = { 0x474747, 100 },
    [XC_INK_COVERED_AREA] = { 0x000000, 15 },
    [XC_INK_OWED] = { 0x000000, 100 },
    [XC_INK_FORECAST] = { 0x474747, 100 },
    [XC_INK_FORECAST_AREA] = { 0x000000, 8 },
    [XC_INK_SUPPOSED] = { 0x000000, 100 },
    [XC_INK_ALARM] = { 0x000000, 100 },
    [XC_INK_LETTERHEAD] = { 0x000000, 100 },
    [XC_INK_PRINT] = { 0x000000, 100 },
  },
};

/**
 * xc_palette_get:
 * @palette: where the picture will be seen
 * @ink: what is drawn
 *
 * Returns: how @ink looks there
 */
XcColour
xc_palette_get (XcPalette palette, XcInk ink)
{
  g_assert ((guint) palette < G_N_ELEMENTS (inks) && (guint) ink < XC_N_INKS);
  guint32 rgb = inks[palette][ink].rgb;

  return (XcColour){
    .red = (rgb >> 16 & 0xff) / 255.0,
    .green = (rgb >> 8 & 0xff) / 255.0,
    .blue = (rgb & 0xff) / 255.0,
    .alpha = inks[palette][ink].percent / 100.0,
  };
}

static double
linearize (double component)
{
  return component <= 0.04045 ? component / 12.92 : pow ((component + 0.055) / 1.055, 2.4);
}

static double
get_luminance (XcColour colour)
{
  return 0.2126 * linearize (colour.red) + 0.7152 * linearize (colour.green)
         + 0.0722 * linearize (colour.blue);
}

/**
 * xc_colour_contrast:
 * @one: an opaque colour
 * @other: an opaque colour
 *
 * The contrast ratio of the Web Content Accessibility Guidelines.
 *
 * Returns: from 1 (the same) to 21 (black on white)
 */
double
xc_colour_contrast (XcColour one, XcColour other)
{
  double a = get_luminance (one), b = get_luminance (other);

  return (MAX (a, b) + 0.05) / (MIN (a, b) + 0.05);
}
