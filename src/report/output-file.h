/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A file on its way out: written beside its target under another name, and put in its place only when it is whole.
 * Whoever writes it reads it back between the writing and xc_output_file_finish(). */
#pragma once

#include "report/report-error.h"

G_BEGIN_DECLS

typedef struct _XcOutputFile XcOutputFile;

XcOutputFile *xc_output_file_new (const char *path, gboolean replace, GError **error);
void xc_output_file_free (XcOutputFile *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XcOutputFile, xc_output_file_free)

const char *xc_output_file_get_working_path (XcOutputFile *self);
const char *xc_output_file_get_folder (XcOutputFile *self);

gboolean xc_output_file_write (XcOutputFile *self, const void *data, gsize length, GError **error);
gboolean xc_output_file_finish (XcOutputFile *self, GError **error);

gboolean xc_output_file_fail (XcOutputFile *self, int error_number, GError **error);
gboolean xc_output_file_fail_proof (XcOutputFile *self, GError **error);

G_END_DECLS
