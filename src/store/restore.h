/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Putting a backup in the place of a ledger. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean xc_backup_restore (const char *ledger_path, const char *backup_path, GError **error);

G_END_DECLS
