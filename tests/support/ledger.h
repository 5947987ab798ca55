/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ledgers in folders of their own, gone when the test is over. */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

/* A new folder; free it by xc_test_folder_remove(). */
char *xc_test_folder_new (void);
void xc_test_folder_remove (char *folder);
typedef char XcTestFolder;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XcTestFolder, xc_test_folder_remove)

/* How many there are in @folder, folders among them. */
guint xc_test_count_files (const char *folder);

/* A new ledger called ledger.xuncha in @folder. */
XcStore *xc_test_ledger_new (const char *folder);
/* All rows of all tables that the history tracks, as text in a fixed order. */
char *xc_test_ledger_dump (XcStore *store);
/* Saves @record as one action and gives its id. */
gint64 xc_test_ledger_add (XcStore *store, XcRecord *record);
/* The ids of new rows. */
gint64 xc_test_ledger_add_register (XcStore *store, const char *title);
gint64 xc_test_ledger_add_organization (XcStore *store, gint64 register_id, const char *name);

G_END_DECLS
