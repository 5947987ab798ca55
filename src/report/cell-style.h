/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How cells and pages of a workbook look. */
#pragma once

#include "report/face.h"

G_BEGIN_DECLS

typedef enum
{
  XC_ALIGN_LEFT,
  XC_ALIGN_CENTER,
  XC_ALIGN_RIGHT,
} XcAlign;

typedef enum
{
  XC_SHOW_GENERAL,
  XC_SHOW_TEXT,        /* what people type stays as typed */
  XC_SHOW_DAY,         /* 2024-05-16 */
  XC_SHOW_CHINESE_DAY, /* 2024年5月16日 */
  XC_SHOW_MONEY,       /* 1234.50 */
  XC_SHOW_PERCENT,     /* 85.71%, with as many decimals as the style says */
} XcShow;

/**
 * XcCellStyle:
 * @face: the typeface, which need not be installed where the workbook is written
 * @size: in points
 * @align: across the cell; down it text stands in the middle
 * @show: how numbers look
 * @decimals: of percentages
 * @has_borders: thin ones on all sides
 * @is_shaded: a light grey that stays visible in black and white
 * @is_shrunk: text that is a little too wide is made smaller, never cut
 *
 * How a cell looks. Text is wrapped unless it is shrunk.
 */
typedef struct
{
  XcFace face;
  double size;
  XcAlign align;
  XcShow show;
  guint decimals;
  gboolean has_borders;
  gboolean is_shaded;
  gboolean is_shrunk;
} XcCellStyle;

/**
 * XcPage:
 * @marking: (nullable): printed at the foot of every page
 * @repeated_row: the row that is repeated on every page, 0-based, or -1
 *
 * A4 across, one page wide and as many high as it takes, with page numbers.
 */
typedef struct
{
  const char *marking;
  int repeated_row;
} XcPage;

G_END_DECLS
