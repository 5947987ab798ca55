/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What colours mean. Pictures name inks by their meaning; a palette says how an ink looks on a bright screen, on a
 * dark one and on grey paper. No two meanings differ in colour alone: dashes, hatching and words tell them apart. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  XC_PALETTE_LIGHT,
  XC_PALETTE_DARK,
  XC_PALETTE_GREY,
} XcPalette;

typedef enum
{
  XC_INK_PAPER,
  XC_INK_TEXT,
  XC_INK_MUTED,         /* words that can wait */
  XC_INK_RULE,          /* axes, frames of what is not filled */
  XC_INK_GRID,          /* fine lines, empty tracks */
  XC_INK_COVERED,       /* what has been reached, as line or bar */
  XC_INK_COVERED_AREA,  /* the ground under that line */
  XC_INK_OWED,          /* what must be reached */
  XC_INK_FORECAST,      /* what may come, as line */
  XC_INK_FORECAST_AREA, /* between the best and the worst that may come */
  XC_INK_SUPPOSED,      /* what would come if something were done otherwise */
  XC_INK_ALARM,         /* what a leader must not overlook */
  XC_INK_LETTERHEAD,    /* the red head of official papers, and the line under it */
  XC_INK_PRINT,         /* what official papers say */
} XcInk;
#define XC_N_INKS (XC_INK_PRINT + 1)

/**
 * XcColour:
 *
 * Red, green, blue and opacity, each 0 to 1.
 */
typedef struct
{
  double red, green, blue, alpha;
} XcColour;

XcColour xc_palette_get (XcPalette palette, XcInk ink);
double xc_colour_contrast (XcColour one, XcColour other);

G_END_DECLS
