/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text on its way into a cell: what no workbook may hold is taken out, what XML and spreadsheets would read as
 * something else is escaped. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Excel's limit, in UTF-16 code units. */
#define XC_CELL_TEXT_MAX 32767

const char *xc_cell_text_clean (const char *text, GString *scratch, gsize *size, gboolean *needs_escape);
gboolean xc_cell_text_is_too_long (const char *text, gsize size);
void xc_cell_text_append (GString *xml, const char *text, gsize size);

G_END_DECLS
