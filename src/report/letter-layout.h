/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A letter on its pages, as GB/T 9704-2012 has it: every line and rule in its place, before any is drawn. */
#pragma once

#include "report/picture.h"
#include "store/letters.h"
#include "store/office.h"

G_BEGIN_DECLS

/* A4 and the standard's measures, in points. */
#define XC_LETTER_MM (72 / 25.4)
/* 订口, the side that is bound: left of odd pages, right of even ones. */
#define XC_LETTER_LEFT (28 * XC_LETTER_MM)
#define XC_LETTER_RIGHT (26 * XC_LETTER_MM)
#define XC_LETTER_TOP (37 * XC_LETTER_MM)
#define XC_LETTER_WIDTH (156 * XC_LETTER_MM)
#define XC_LETTER_HEIGHT (225 * XC_LETTER_MM)
#define XC_LETTER_LINES 22
#define XC_LETTER_CHARACTERS 28
#define XC_LETTER_PITCH (XC_LETTER_HEIGHT / XC_LETTER_LINES)
#define XC_LETTER_CHARACTER (XC_LETTER_WIDTH / XC_LETTER_CHARACTERS)

/**
 * XcLetterPiece:
 * @page: from 0
 * @words: (nullable): of a line of text; %NULL for a rule
 * @size: of the type
 * @align: where @from lies in the text
 * @stretch: the width to which the line is spaced out; 0 for its own
 * @from: where the text stands, its upper edge; or one end of the rule; from the left edge of the type area
 * @to: the other end of a rule
 * @pen: of a rule
 *
 * All lengths are points.
 */
typedef struct
{
  guint page;
  char *words;
  double size;
  XcFace face;
  XcInk ink;
  double align;
  double stretch;
  XcPoint from;
  XcPoint to;
  double pen;
} XcLetterPiece;

GArray *xc_letter_layout_new (const XcLetter *letter, const XcOffice *office, const char *marking,
                              guint *n_pages);

G_END_DECLS
