/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was typed and could not be saved, kept beside the program's own data until it is saved or given up. */
#pragma once

#include "core/record.h"

G_BEGIN_DECLS

/* What was typed into something that is no row of a table, as a dialog. */
void xc_drafts_keep_named (const char *ledger, const char *name, GHashTable *typed);
GHashTable *xc_drafts_find_named (const char *ledger, const char *name);
void xc_drafts_drop_named (const char *ledger, const char *name);

/* Typed texts by field name. @ledger is the ledger's own name for itself; a new row is kept under its parent. */
gint64 xc_drafts_get_new (gint64 parent);
void xc_drafts_keep (const char *ledger, XcTable table, gint64 id, GHashTable *typed);
GHashTable *xc_drafts_find (const char *ledger, XcTable table, gint64 id);
GHashTable *xc_drafts_list (const char *ledger, XcTable table);
void xc_drafts_drop (const char *ledger, XcTable table, gint64 id);

G_END_DECLS
