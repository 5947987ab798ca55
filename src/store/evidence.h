/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Evidence (佐证材料): files kept in the ledger by their contents, and opened as private copies. */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

gint64 xc_evidence_attach (XcStore *store, gint64 problem_id, gint64 measure_id, const char *path,
                           XcDay added_on, GError **error);
gboolean xc_evidence_remove (XcStore *store, gint64 evidence_id, GError **error);
GBytes *xc_evidence_load (XcStore *store, gint64 evidence_id, GError **error);
gboolean xc_evidence_write (XcStore *store, gint64 evidence_id, const char *path, GError **error);

/* Copies for other programs, gone with xc_evidence_forget_copies() at the end of the program. */
char *xc_evidence_copy (XcStore *store, gint64 evidence_id, GError **error);
void xc_evidence_forget_copies (void);

G_END_DECLS
