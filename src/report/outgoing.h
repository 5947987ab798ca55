/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whatever leaves a ledger, as a file or on paper, is in its history. */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

gboolean xc_outgoing_note_export (XcStore *store, const char *path, GError **error);
gboolean xc_outgoing_note_print (XcStore *store, const char *title, guint n_pages, GError **error);

G_END_DECLS
