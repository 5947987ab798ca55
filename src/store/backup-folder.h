/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The backups that the program makes by itself, in a folder beside the ledger. */
#pragma once

#include "core/day.h"
#include "store/store.h"

G_BEGIN_DECLS

/**
 * XcBackup:
 * @path: of the file
 * @made_at: by the clock of the machine that made it
 * @day: the same as a day
 * @reason: before what it was made: "day" for a day's first write, "import", "migration", "restore"
 * @size: in bytes
 */
typedef struct
{
  char *path;
  GDateTime *made_at;
  XcDay day;
  const char *reason;
  guint64 size;
} XcBackup;

void xc_backup_free (XcBackup *backup);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XcBackup, xc_backup_free)

const char *xc_backup_reason_title (const char *reason);
GPtrArray *xc_backup_list (const char *ledger_path, GError **error);

gboolean xc_backup_before (XcStore *store, const char *reason, GError **error);
gboolean xc_backup_keep (XcDatabase *database, const char *reason, GError **error);
gboolean xc_backup_keep_of_day (XcDatabase *database, XcDay today, GError **error);
XcDay xc_backup_today (void);

char *xc_backup_folder_path (const char *ledger_path);
char *xc_backup_new_path (const char *ledger_path, const char *ending, GError **error);

G_END_DECLS
