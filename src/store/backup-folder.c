/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Names are in plain letters and digits, the same in every language, and sort by time: 20240516-083000-120-day.xuncha.
 * Only files with such names are ever removed.
 */
#include "store/backup-folder.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "core/fail.h"
#include "store/backup.h"
#include "store/rotation.h"
#include "store/store-private.h"

static const struct
{
  const char *word;
  const char *title;
} reasons[] = {
  { "day", NC_ ("backup", "First change of the day") },
  { "import", NC_ ("backup", "Before an import") },
  { "migration", NC_ ("backup", "Before bringing up to date") },
  { "restore", NC_ ("backup", "Before restoring a backup") },
};

#define EXTENSION ".xuncha"
/* Passing files of backups that were cut off. */
#define PASSING_PREFIX ".xuncha-"
#define PASSING_SECONDS (24 * 60 * 60)

void
xc_backup_free (XcBackup *backup)
{
  g_free (backup->path);
  g_date_time_unref (backup->made_at);
  g_free (backup);
}

/* The word itself, which lasts, or NULL. */
static const char *
find_reason (const char *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (reasons); i++)
    if (strcmp (reasons[i].word, word) == 0)
      return reasons[i].word;
  return NULL;
}

/**
 * xc_backup_reason_title:
 * @reason: of a backup
 *
 * Returns: (transfer none): what people call it
 */
const char *
xc_backup_reason_title (const char *reason)
{
  for (guint i = 0; i < G_N_ELEMENTS (reasons); i++)
    if (strcmp (reasons[i].word, reason) == 0)
      return g_dpgettext2 (GETTEXT_PACKAGE, "backup", reasons[i].title);
  g_return_val_if_reached (reason);
}

/**
 * xc_backup_today:
 *
 * Returns: the day by the machine's clock
 */
XcDay
xc_backup_today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  int year, month, day;

  g_date_time_get_ymd (now, &year, &month, &day);
  return xc_day_new (year, month, day);
}

/**
 * xc_backup_folder_path:
 * @ledger_path: a ledger, whether it is there or not
 *
 * Returns: (transfer full): where its backups lie, beside its true place
 */
char *
xc_backup_folder_path (const char *ledger_path)
{
  char *real = realpath (ledger_path, NULL);
  g_autofree char *canonical = g_canonicalize_filename (real != NULL ? real : ledger_path, NULL);

  free (real);
  return g_strconcat (canonical, ".backups", NULL);
}

/* What a file's name says of it, or NULL for what is not a backup of ours. */
static XcBackup *
read_name (const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *word = NULL;
  g_autoptr (GDateTime) made_at = NULL;
  int year, month, day, hour, minute, second, millisecond, n_read = 0;
  GStatBuf status;
  XcBackup *backup;

  if (!g_str_has_suffix (name, EXTENSION)
      || sscanf (name, "%4d%2d%2d-%2d%2d%2d-%3d-%n", &year, &month, &day, &hour, &minute, &second,
                 &millisecond, &n_read)
             != 7
      || n_read != 20 || g_lstat (path, &status) != 0 || !S_ISREG (status.st_mode))
    return NULL;
  word = g_strndup (name + n_read, strlen (name + n_read) - strlen (EXTENSION));
  made_at = g_date_time_new_local (year, month, day, hour, minute, second + millisecond / 1000.0);
  if (find_reason (word) == NULL || made_at == NULL || xc_day_new (year, month, day) == XC_DAY_NONE)
    return NULL;
  backup = g_new0 (XcBackup, 1);
  backup->path = g_steal_pointer (&path);
  backup->made_at = g_steal_pointer (&made_at);
  backup->day = xc_day_new (year, month, day);
  backup->reason = find_reason (word);
  backup->size = (guint64) status.st_size;
  return backup;
}

static int
compare_backups (gconstpointer a, gconstpointer b)
{
  const XcBackup *one = *(const XcBackup *const *) a, *other = *(const XcBackup *const *) b;

  return strcmp (other->path, one->path);
}

/**
 * xc_backup_list:
 * @ledger_path: a ledger, whether it is still there or not
 * @error: return location; %XC_STORE_ERROR_READ_ONLY when the folder may not be read
 *
 * Returns: (transfer full) (element-type XcBackup): its backups, newest first; empty when there are none
 */
GPtrArray *
xc_backup_list (const char *ledger_path, GError **error)
{
  g_autoptr (GPtrArray) backups = g_ptr_array_new_with_free_func ((GDestroyNotify) xc_backup_free);
  g_autofree char *folder = xc_backup_folder_path (ledger_path);
  g_autofree char *shown = g_filename_display_name (folder);
  g_autoptr (GError) reason = NULL;
  g_autoptr (GDir) dir = g_dir_open (folder, 0, &reason);
  const char *name;

  if (dir == NULL && !g_error_matches (reason, G_FILE_ERROR, G_FILE_ERROR_NOENT))
    {
      xc_fail (error, XC_STORE_ERROR, XC_STORE_ERROR_READ_ONLY,
               /* translators: %1$s is the path of a folder, %2$s a reason given by the system */
               _ ("The backups in “%1$s” cannot be looked at (%2$s). Check the permissions of the folder."),
               shown, reason->message);
      return NULL;
    }
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      XcBackup *backup = read_name (folder, name);

      if (backup != NULL)
        g_ptr_array_add (backups, backup);
    }
  g_ptr_array_sort (backups, compare_backups);
  return g_steal_pointer (&backups);
}

static void
remove_leftovers (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      GStatBuf status;

      if (g_str_has_prefix (name, PASSING_PREFIX) && g_lstat (path, &status) == 0
          && status.st_mtime < time (NULL) - PASSING_SECONDS)
        g_unlink (path);
    }
}

/* What cannot be removed now will be the next time. */
static void
rotate (const char *ledger_path)
{
  g_autoptr (GPtrArray) backups = xc_backup_list (ledger_path, NULL);
  g_autofree char *folder = xc_backup_folder_path (ledger_path);
  g_autofree XcDay *days = NULL;
  g_autofree gboolean *keep = NULL;

  if (backups == NULL)
    return;
  days = g_new (XcDay, backups->len);
  keep = g_new (gboolean, backups->len);
  for (guint i = 0; i < backups->len; i++)
    days[backups->len - 1 - i] = ((XcBackup *) backups->pdata[i])->day;
  xc_rotation_choose (days, backups->len, keep);
  for (guint i = 0; i < backups->len; i++)
    if (!keep[backups->len - 1 - i])
      g_unlink (((XcBackup *) backups->pdata[i])->path);
  remove_leftovers (folder);
}

/**
 * xc_backup_new_path:
 * @ledger_path: a ledger
 * @ending: of the name
 * @error: return location; %XC_STORE_ERROR_READ_ONLY or %XC_STORE_ERROR_NO_SPACE
 *
 * Makes the folder of backups, which only its owner may look into, when there is none yet.
 *
 * Returns: (transfer full): a name in it for what is made now, or %NULL
 */
char *
xc_backup_new_path (const char *ledger_path, const char *ending, GError **error)
{
  g_autofree char *folder = xc_backup_folder_path (ledger_path);
  g_autofree char *shown = g_filename_display_name (folder);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *stamp = g_date_time_format (now, "%Y%m%d-%H%M%S");
  g_autofree char *name =
      g_strdup_printf ("%s-%03d-%s", stamp, g_date_time_get_microsecond (now) / 1000, ending);

  if (g_mkdir (folder, 0700) != 0 && errno != EEXIST)
    {
      xc_fail (
          error, XC_STORE_ERROR,
          errno == ENOSPC || errno == EDQUOT ? XC_STORE_ERROR_NO_SPACE : XC_STORE_ERROR_READ_ONLY,
          /* translators: %1$s is the path of a folder, %2$s a reason given by the system */
          _ ("No backup was made, because the folder “%1$s” cannot be created (%2$s). Make room, or make "
             "the folder that holds the ledger writable."),
          shown, g_strerror (errno));
      return NULL;
    }
  return g_build_filename (folder, name, NULL);
}

/**
 * xc_backup_keep:
 * @database: a ledger, not in a transaction
 * @reason: before what, as in #XcBackup
 * @error: return location for a #XcStoreError
 *
 * Makes a backup in the folder and removes those that need not be kept any more. A ledger in which nothing was ever
 * done needs none.
 *
 * Returns: whether there is a backup of all there is
 */
gboolean
xc_backup_keep (XcDatabase *database, const char *reason, GError **error)
{
  g_autofree char *ending = g_strconcat (reason, EXTENSION, NULL);
  g_autofree char *path = NULL;
  gint64 n_entries;

  g_return_val_if_fail (find_reason (reason) != NULL, FALSE);
  if (!xc_database_get_integer (database, "SELECT head_seq FROM ledger", &n_entries, error))
    return FALSE;
  if (n_entries == 0)
    return TRUE;
  path = xc_backup_new_path (xc_database_get_path (database), ending, error);
  if (path == NULL || !xc_backup_copy (database, path, FALSE, error))
    return FALSE;
  rotate (xc_database_get_path (database));
  return TRUE;
}

static gboolean
is_begun_on (XcDatabase *database, XcDay today, gboolean *begun, GError **error)
{
  gint64 first;
  g_autoptr (GDateTime) instant = NULL;
  int year, month, day;

  if (!xc_database_get_integer (database, "SELECT happened_at FROM history WHERE seq = 1", &first, error))
    return FALSE;
  instant = g_date_time_new_from_unix_local (first / G_USEC_PER_SEC);
  *begun = instant == NULL;
  if (instant != NULL)
    {
      g_date_time_get_ymd (instant, &year, &month, &day);
      *begun = first == 0 || xc_day_new (year, month, day) == today;
    }
  return TRUE;
}

/**
 * xc_backup_keep_of_day:
 * @database: a ledger that is about to be written to, not in a transaction
 * @today: xc_backup_today()
 * @error: return location for a #XcStoreError
 *
 * Makes the backup of the day when there is none of it yet, of whatever reason, and the ledger is older than the day.
 *
 * Returns: whether there is one or none is needed
 */
gboolean
xc_backup_keep_of_day (XcDatabase *database, XcDay today, GError **error)
{
  g_autoptr (GPtrArray) backups = NULL;
  gboolean begun;

  if (!is_begun_on (database, today, &begun, error))
    return FALSE;
  if (begun)
    return TRUE;
  backups = xc_backup_list (xc_database_get_path (database), error);
  if (backups == NULL)
    return FALSE;
  for (guint i = 0; i < backups->len; i++)
    if (((XcBackup *) backups->pdata[i])->day == today)
      return TRUE;
  return xc_backup_keep (database, "day", error);
}

/**
 * xc_backup_before:
 * @store: a ledger, not in an action
 * @reason: what is about to be done, as in #XcBackup: "import"
 * @error: return location; do not go on when it fails: what can be done anew at any time need not be done without a
 *   backup
 *
 * Returns: whether there is a backup of all there is
 */
gboolean
xc_backup_before (XcStore *store, const char *reason, GError **error)
{
  g_return_val_if_fail (!xc_store_is_in_action (store), FALSE);
  return xc_backup_keep (xc_store_get_database (store), reason, error);
}
