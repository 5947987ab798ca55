/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows in aligned columns for a terminal, where a Chinese character is two columns wide. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _XcTextTable XcTextTable;

XcTextTable *xc_text_table_new (const char *alignments);
void xc_text_table_free (XcTextTable *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XcTextTable, xc_text_table_free)

void xc_text_table_add (XcTextTable *self, const char *const *cells);
void xc_text_table_print (XcTextTable *self);
guint xc_text_table_width (const char *text);

G_END_DECLS
