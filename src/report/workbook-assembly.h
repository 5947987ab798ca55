/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Puts the rows of the sheets into the frame that libxlsxwriter made of the workbook. */
#pragma once

#include "report/output-file.h"
#include "report/repeated-texts.h"

G_BEGIN_DECLS

gboolean xc_workbook_assembly_write (XcOutputFile *output, const char *frame_path, GPtrArray *rows,
                                     GPtrArray *charts, XcRepeatedTexts *texts, guint *n_parts,
                                     GError **error);

G_END_DECLS
