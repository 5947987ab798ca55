/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One file among the evidence of a problem. */
#pragma once

#include <gtk/gtk.h>

#include "core/record.h"

G_BEGIN_DECLS

#define XC_TYPE_EVIDENCE_ROW (xc_evidence_row_get_type ())
G_DECLARE_FINAL_TYPE (XcEvidenceRow, xc_evidence_row, XC, EVIDENCE_ROW, GtkListBoxRow)

GtkWidget *xc_evidence_row_new (const XcRecord *evidence, const char *measure);
gint64 xc_evidence_row_get_id (XcEvidenceRow *self);
const char *xc_evidence_row_get_title (XcEvidenceRow *self);

G_END_DECLS
