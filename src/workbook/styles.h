/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The styles of a workbook, as far as they say which numbers are days. */
#pragma once

#include "workbook/archive.h"

G_BEGIN_DECLS

typedef struct _XcStyles XcStyles;

XcStyles *xc_styles_read (XcArchive *archive, const XcEntry *entry, GError **error);
void xc_styles_free (XcStyles *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XcStyles, xc_styles_free)

guint xc_styles_get_size (XcStyles *self);
gboolean xc_styles_is_date (XcStyles *self, guint style);

gboolean xc_styles_is_date_format (const char *code);

G_END_DECLS
