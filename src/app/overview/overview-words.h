/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The head figures in words: in the overview and where it is presented. */
#pragma once

#include "app/overview/overview-figures.h"
#include "app/overview/overview-source.h"

G_BEGIN_DECLS

/**
 * XcFigureWords:
 * @value: the figure
 * @rule: what is counted, and as of when, as a sentence
 * @is_alarm: whether nobody must overlook it
 */
typedef struct
{
  char *value;
  char *rule;
  gboolean is_alarm;
} XcFigureWords;

gboolean xc_figure_words_get (XcOverviewSource *source, XcOverviewFigure figure, XcFigureWords *words);
void xc_figure_words_clear (XcFigureWords *words);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (XcFigureWords, xc_figure_words_clear)

G_END_DECLS
