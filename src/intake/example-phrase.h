/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fills the slots of the example's phrases. The same numbers give the same words, in every ledger. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * XcExampleSlots:
 * @seed: from which all choices follow
 * @year: for {年}, the year before the inspection; {前年} is the one before
 * @body: for {班子}: 党组, 党委 …
 * @section: for {科}
 * @amount: (inout): in fen, the sum of what {额} was filled with, in 万元
 *
 * {3-9} stands for a number from 3 to 9.
 */
typedef struct
{
  guint32 seed;
  int year;
  const char *body;
  const char *section;
  gint64 amount;
} XcExampleSlots;

guint32 xc_example_mix (guint32 a, guint32 b, guint32 c);
char *xc_example_phrase_fill (const char *phrase, XcExampleSlots *slots);

G_END_DECLS
