/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Puts a workbook's parts into one ZIP file, those included that were packed beforehand. libzip could not take these
 * without packing them again. */
#pragma once

#include "report/output-file.h"
#include "report/packer.h"

G_BEGIN_DECLS

typedef struct _XcZipFile XcZipFile;

XcZipFile *xc_zip_file_new (XcOutputFile *output);
void xc_zip_file_free (XcZipFile *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XcZipFile, xc_zip_file_free)

gboolean xc_zip_file_add (XcZipFile *self, const char *name, const char *bytes, gsize size, GError **error);
gboolean xc_zip_file_add_packed (XcZipFile *self, const char *name, const char *head,
                                 const XcPackedPart *body, const char *tail, GError **error);
guint xc_zip_file_get_n_entries (XcZipFile *self);
gboolean xc_zip_file_finish (XcZipFile *self, GError **error);

G_END_DECLS
