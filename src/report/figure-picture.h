/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A few figures in very large type, for a wall. */
#pragma once

#include "report/picture.h"

G_BEGIN_DECLS

/**
 * XcLargeFigure:
 * @title: what it is
 * @value: how much
 * @rule: (nullable): what is counted, as a sentence
 * @is_alarm: whether nobody must overlook it
 * @row: from 0; figures of a row stand beside one another
 * @share: of the width of its row, beside the shares of the others
 */
typedef struct
{
  const char *title;
  const char *value;
  const char *rule;
  gboolean is_alarm;
  guint row;
  guint share;
} XcLargeFigure;

/**
 * XcFigurePicture:
 * @title: of the picture
 * @subtitle: (nullable): at its right
 * @as_of: the day of the figures, in words
 * @marking: (nullable): the marking line of the office
 * @figures: (array length=n_figures): by row
 */
typedef struct
{
  const char *title;
  const char *subtitle;
  const char *as_of;
  const char *marking;
  const XcLargeFigure *figures;
  guint n_figures;
} XcFigurePicture;

XcPicture *xc_figure_picture_lay_out (const XcFigurePicture *figures, double width, double height);

G_END_DECLS
