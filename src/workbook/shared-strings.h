/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The shared strings of a workbook: cells name them by number. */
#pragma once

#include "workbook/archive.h"

G_BEGIN_DECLS

typedef struct _XcSharedStrings XcSharedStrings;

XcSharedStrings *xc_shared_strings_read (XcArchive *archive, const XcEntry *entry, GError **error);
void xc_shared_strings_free (XcSharedStrings *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XcSharedStrings, xc_shared_strings_free)

guint xc_shared_strings_get_size (XcSharedStrings *self);
const char *xc_shared_strings_get (XcSharedStrings *self, guint index);

G_END_DECLS
