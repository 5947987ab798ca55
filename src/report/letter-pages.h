/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Warning letters as pages for the printer, its preview and PDF files. */
#pragma once

#include "report/pages.h"
#include "store/letters.h"

G_BEGIN_DECLS

XcPages *xc_letter_pages_new (XcStore *store, GPtrArray *letters, GError **error);
char *xc_letter_pages_dup_file_name (const XcLetter *letter);
gboolean xc_letter_pages_write_each (XcStore *store, const GPtrArray *letters, const char *folder,
                                     gboolean replace, guint *n_written, GError **error);

G_END_DECLS
