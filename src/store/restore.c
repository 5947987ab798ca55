/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/restore.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/fail.h"
#include "store/backup-folder.h"
#include "store/backup.h"
#include "store/history.h"
#include "store/lock.h"
#include "store/schema.h"

static gboolean
fail_with (const char *ledger_path, const GError *reason, GError **error)
{
  g_autofree char *name = g_filename_display_basename (ledger_path);

  if (reason->code == XC_STORE_ERROR_NO_SPACE)
    return xc_fail (error, XC_STORE_ERROR, XC_STORE_ERROR_NO_SPACE,
                    /* translators: %s is the name of a file */
                    _ ("There is no room on the disk to restore “%s”, so it was left as it was. Make room on "
                       "the disk and try again."),
                    name);
  return xc_fail (error, XC_STORE_ERROR, reason->code,
                  /* translators: %1$s is the name of a file, %2$s one or more sentences that say why */
                  _ ("No backup was restored; “%1$s” is as it was. %2$s"), name, reason->message);
}

static gboolean
fail_by_system (const char *ledger_path, int error_number, GError **error)
{
  g_autofree char *name = g_filename_display_basename (ledger_path);

  return xc_fail (error, XC_STORE_ERROR, XC_STORE_ERROR_READ_ONLY,
                  /* translators: %1$s is the name of a file, %2$s a reason given by the system */
                  _ ("“%1$s” cannot be replaced (%2$s). Check the permissions of its folder."), name,
                  g_strerror (error_number));
}

/* Opens a backup that is whole and that this program can bring up to date. */
static XcDatabase *
open_proven (const char *path, GError **error)
{
  g_autoptr (XcDatabase) backup = xc_database_open (path, XC_DATABASE_READ, error);
  g_autofree char *name = g_filename_display_basename (path);
  g_autoptr (XcStatement) check = NULL;
  int version;
  gboolean row;

  if (backup == NULL || !xc_schema_get_version (backup, &version, error))
    return NULL;
  if (version > XC_SCHEMA_VERSION)
    {
      xc_fail (
          error, XC_STORE_ERROR, XC_STORE_ERROR_TOO_NEW,
          /* translators: %s is the name of a file */
          _ ("“%s” was written by a newer version of this program. Use the newer version to restore it."),
          name);
      return NULL;
    }
  if (!xc_schema_verify (backup, version, error))
    return NULL;
  check = xc_database_prepare (backup, "PRAGMA integrity_check (1)", error);
  if (check == NULL || !xc_statement_step (check, &row, error))
    return NULL;
  if (!row || strcmp (xc_statement_get_text (check, 0), "ok") != 0)
    {
      xc_fail (error, XC_STORE_ERROR, XC_STORE_ERROR_DAMAGED,
               /* translators: %1$s is the name of a file, %2$s a technical reason */
               _ ("“%1$s” is damaged (%2$s). Choose another backup."), name,
               row ? xc_statement_get_text (check, 0) : "–");
      return NULL;
    }
  g_clear_pointer (&check, xc_statement_release);
  return g_steal_pointer (&backup);
}

static gboolean
note_in_history (XcDatabase *database, const char *backup_path, GError **error)
{
  g_autofree char *name = g_filename_display_basename (backup_path);
  /* translators: %s is the name of a file */
  g_autofree char *title = g_strdup_printf (_ ("Restored the backup “%s”"), name);

  return xc_database_execute (database, "BEGIN IMMEDIATE", error)
         && xc_history_append (database, XC_HISTORY_NOTE, 0, title, NULL, error)
         && xc_database_execute (database, "COMMIT", error);
}

/* Writes to @path what will be the ledger: the backup, up to date, with the restoring in its history. */
static gboolean
make_ready (const char *backup_path, const char *path, GError **error)
{
  g_autoptr (XcDatabase) backup = open_proven (backup_path, error);
  g_autoptr (XcDatabase) ready = NULL;
  int version;

  if (backup == NULL || !xc_backup_copy (backup, path, FALSE, error))
    return FALSE;
  ready = xc_database_open (path, XC_DATABASE_WRITE, error);
  return ready != NULL && xc_schema_get_version (ready, &version, error)
         && xc_schema_migrate (ready, version, error) && note_in_history (ready, backup_path, error);
}

/* A ledger that cannot be copied as one is kept as it is, for whoever may be able to mend it. */
static gboolean
set_aside (const char *place, GError **error)
{
  g_autofree char *aside = xc_backup_new_path (place, "ledger.damaged", error);
  g_autofree char *journal = g_strconcat (place, "-journal", NULL);
  g_autofree char *journal_aside = aside != NULL ? g_strconcat (aside, "-journal", NULL) : NULL;

  if (aside == NULL)
    return FALSE;
  /* By a second name, so that there is a ledger at every moment; some file systems know no second names. */
  if (link (place, aside) != 0 && rename (place, aside) != 0 && errno != ENOENT)
    return fail_by_system (place, errno, error);
  /* Beside the restored file it would be taken for that one's. */
  if (rename (journal, journal_aside) != 0 && errno != ENOENT)
    return fail_by_system (place, errno, error);
  return TRUE;
}

static gboolean
keep_present (const char *place, GError **error)
{
  g_autoptr (GError) reason = NULL;
  g_autoptr (XcDatabase) present = xc_database_open (place, XC_DATABASE_WRITE, &reason);
  int version;

  if (present != NULL && xc_schema_get_version (present, &version, &reason)
      && xc_schema_verify (present, version, &reason) && xc_backup_keep (present, "restore", &reason))
    return TRUE;
  g_clear_pointer (&present, xc_database_close);
  switch ((XcStoreError) reason->code)
    {
    case XC_STORE_ERROR_NOT_LEDGER:
    case XC_STORE_ERROR_DAMAGED:
    case XC_STORE_ERROR_FAILED:
    case XC_STORE_ERROR_NOT_FOUND:
    case XC_STORE_ERROR_REFUSED:
      return set_aside (place, error);
    case XC_STORE_ERROR_TOO_NEW:
    case XC_STORE_ERROR_IN_USE:
    case XC_STORE_ERROR_READ_ONLY:
    case XC_STORE_ERROR_NO_SPACE:
    case XC_STORE_ERROR_EXISTS:
    case XC_STORE_ERROR_CHANGED_SINCE:
    case XC_STORE_ERROR_NOTHING:
    case XC_STORE_ERROR_INTERRUPTED:
    case XC_STORE_ERROR_UNFINISHED:
      break;
    }
  g_propagate_error (error, g_steal_pointer (&reason));
  return FALSE;
}

/* Where the ledger truly lies, or will, or NULL. */
static char *
find_place (const char *ledger_path, const char *backup_path, GError **error)
{
  g_autofree char *name = g_filename_display_basename (ledger_path);
  struct stat ledger, backup;
  char *real, *place;

  if (stat (ledger_path, &ledger) != 0)
    return g_canonicalize_filename (ledger_path, NULL);
  if (!S_ISREG (ledger.st_mode))
    {
      xc_fail (error, XC_STORE_ERROR, XC_STORE_ERROR_NOT_LEDGER,
               /* translators: %s is the name of a folder */
               _ ("“%s” is not a file, so no backup was restored there. Choose a file that ends in .xuncha."),
               name);
      return NULL;
    }
  if (stat (backup_path, &backup) == 0 && ledger.st_dev == backup.st_dev && ledger.st_ino == backup.st_ino)
    {
      xc_fail (error, XC_STORE_ERROR, XC_STORE_ERROR_EXISTS,
               /* translators: %s is the name of a file */
               _ ("“%s” is the ledger itself, not a backup of it; nothing was restored. Choose a backup."),
               name);
      return NULL;
    }
  real = realpath (ledger_path, NULL);
  place = g_strdup (real != NULL ? real : ledger_path);
  free (real);
  return place;
}

static gboolean
put_in_place (const char *path, const char *place, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (place);
  int descriptor;

  if (rename (path, place) != 0)
    return fail_by_system (place, errno, error);
  descriptor = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor >= 0)
    {
      fsync (descriptor);
      close (descriptor);
    }
  return TRUE;
}

/**
 * xc_backup_restore:
 * @ledger_path: what the backup shall replace; it need not be there any more
 * @backup_path: a backup, or any other ledger
 * @error: return location; %XC_STORE_ERROR_IN_USE when the ledger is open for writing, %XC_STORE_ERROR_DAMAGED when the
 *   backup is
 *
 * The backup is proven first. What is at @ledger_path is kept among its backups: as one, or as it is when it is damaged.
 * The restoring is in the history of the restored ledger. No connection of this process may have @ledger_path open.
 *
 * Returns: whether the ledger now is what the backup was
 */
gboolean
xc_backup_restore (const char *ledger_path, const char *backup_path, GError **error)
{
  g_autofree char *place = find_place (ledger_path, backup_path, error);
  g_autofree char *folder = place != NULL ? g_path_get_dirname (place) : NULL;
  g_autofree char *passing = g_strdup_printf (".xuncha-%08x", g_random_int ());
  g_autofree char *path = folder != NULL ? g_build_filename (folder, passing, NULL) : NULL;
  g_autofree char *journal = g_strconcat (path, "-journal", NULL);
  g_autoptr (XcLock) lock = place != NULL ? xc_lock_take (place, error) : NULL;
  g_autoptr (GError) reason = NULL;

  if (lock == NULL)
    return FALSE;
  if (make_ready (backup_path, path, &reason) && keep_present (place, &reason)
      && put_in_place (path, place, &reason))
    return TRUE;
  unlink (path);
  unlink (journal);
  return fail_with (place, reason, error);
}
