/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Chinese text broken into lines of so many characters, as official papers have them. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * XcLetterLine:
 * @words: what stands on it
 * @indent: characters left free before it
 * @is_last: whether the paragraph ends with it; others are spaced out to the whole width
 */
typedef struct
{
  char *words;
  int indent;
  gboolean is_last;
} XcLetterLine;

double xc_letter_lines_measure (const char *text);
GArray *xc_letter_lines_break (const char *text, double width, int indent);

G_END_DECLS
