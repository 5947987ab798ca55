/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Several items in one cell, each on lines of its own behind its number, as offices write the measures of a problem. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * XcNumberedItem:
 * @number: 1, 2 …; 0 when the cell is not numbered
 * @text: what stands behind it
 */
typedef struct
{
  guint number;
  char *text;
} XcNumberedItem;

GPtrArray *xc_numbered_cell_read (const char *cell);

G_END_DECLS
