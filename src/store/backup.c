/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A backup is written under a passing name beside its target, read back, made safe on the disk, and only then named. */
#include "store/backup.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/fail.h"
#include "store/schema.h"
#include "store/store-private.h"

/* How often a copy is made anew because another program wrote to the ledger meanwhile. */
#define MAX_ATTEMPTS 5

static gboolean
fail_for (const char *path, int error_number, GError **error)
{
  g_autofree char *name = g_filename_display_name (path);

  if (error_number == EEXIST)
    return xc_fail (error, XC_STORE_ERROR, XC_STORE_ERROR_EXISTS,
                    /* translators: %s is the path of a file */
                    _ ("“%s” exists already and was left as it is. Choose another name, or ask for it to be "
                       "replaced."),
                    name);
  if (error_number == ENOSPC || error_number == EDQUOT)
    return xc_fail (error, XC_STORE_ERROR, XC_STORE_ERROR_NO_SPACE,
                    /* translators: %s is the path of a file */
                    _ ("There is no room on the disk for the backup “%s”, so none was written. Make room, or "
                       "choose another disk."),
                    name);
  return xc_fail (error, XC_STORE_ERROR, XC_STORE_ERROR_READ_ONLY,
                  /* translators: %1$s is the path of a file, %2$s a reason given by the system */
                  _ ("The backup “%1$s” was not written (%2$s). Choose another folder, or make this one "
                     "writable."),
                  name, g_strerror (error_number));
}

/* What SQLite says of the ledger while it writes the backup is mostly true of the backup. */
static gboolean
fail_after (const char *path, GError *reason, GError **error)
{
  g_autofree char *name = g_filename_display_name (path);
  g_autoptr (GError) owned = reason;

  if (g_error_matches (reason, XC_STORE_ERROR, XC_STORE_ERROR_NO_SPACE))
    return fail_for (path, ENOSPC, error);
  if (g_error_matches (reason, XC_STORE_ERROR, XC_STORE_ERROR_DAMAGED)
      || g_error_matches (reason, XC_STORE_ERROR, XC_STORE_ERROR_INTERRUPTED))
    {
      g_propagate_error (error, g_steal_pointer (&owned));
      return FALSE;
    }
  return xc_fail (error, XC_STORE_ERROR, reason->code,
                  /* translators: %1$s is the path of a file, %2$s one or more sentences that say why */
                  _ ("The backup “%1$s” was not written. %2$s"), name, reason->message);
}

static gboolean
fail_unproven (const char *path, GError **error)
{
  g_autofree char *name = g_filename_display_name (path);

  return xc_fail (
      error, XC_STORE_ERROR, XC_STORE_ERROR_FAILED,
      /* translators: %s is the path of a file */
      _ ("The backup “%s” was not written: read back, it was not the same as the ledger. Try again, "
         "or choose another disk."),
      name);
}

/* What a crashed or running writer leaves beside a file would be taken for the new one's. */
static gboolean
has_journal (const char *path)
{
  g_autofree char *journal = g_strconcat (path, "-journal", NULL);
  g_autofree char *wal = g_strconcat (path, "-wal", NULL);

  return access (journal, F_OK) == 0 || access (wal, F_OK) == 0;
}

/* Gives the place that the backup shall have, links resolved, or NULL. */
static char *
look_at_target (XcDatabase *source, const char *target, gboolean replace, GError **error)
{
  g_autofree char *name = g_filename_display_name (target);
  g_autofree char *place = NULL;
  struct stat there, ledger;
  char *real;

  if (stat (target, &there) != 0)
    {
      int reason = errno;

      place = g_canonicalize_filename (target, NULL);
      /* A link that leads nowhere is there all the same. */
      if (reason == ENOENT && lstat (target, &there) == 0)
        reason = EEXIST;
      if (reason != ENOENT)
        {
          fail_for (target, reason, error);
          return NULL;
        }
    }
  else if (!S_ISREG (there.st_mode))
    {
      xc_fail (error, XC_STORE_ERROR, XC_STORE_ERROR_EXISTS,
               /* translators: %s is the path of a folder or device */
               _ ("“%s” is not a file, so no backup was written there. Choose the name of a file."), name);
      return NULL;
    }
  else if (stat (xc_database_get_path (source), &ledger) == 0 && there.st_dev == ledger.st_dev
           && there.st_ino == ledger.st_ino)
    {
      xc_fail (error, XC_STORE_ERROR, XC_STORE_ERROR_EXISTS,
               /* translators: %s is the path of a file */
               _ ("“%s” is the ledger itself, so no backup was written there. Choose another name."), name);
      return NULL;
    }
  else
    {
      real = realpath (target, NULL);
      if (!replace || real == NULL)
        {
          fail_for (target, real == NULL ? errno : EEXIST, error);
          free (real);
          return NULL;
        }
      place = g_strdup (real);
      free (real);
    }
  if (has_journal (place))
    {
      xc_fail (error, XC_STORE_ERROR, XC_STORE_ERROR_IN_USE,
               /* translators: %s is the path of a file */
               _ ("A program is writing to “%s”, or was cut off while it wrote, so no backup was written "
                  "there. Choose another name."),
               name);
      return NULL;
    }
  return g_steal_pointer (&place);
}

/* All that a copy must have in common with its source, as text. */
static char *
summarize (XcDatabase *database, GError **error)
{
  g_autoptr (XcStatement) tables = xc_database_prepare (
      database, "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name", error);
  g_autoptr (XcStatement) head = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  gint64 number;
  gboolean row;

  if (tables == NULL || !xc_database_get_integer (database, "PRAGMA user_version", &number, error))
    return NULL;
  g_string_append_printf (text, "%" G_GINT64_FORMAT, number);
  head = xc_database_prepare (database, "SELECT head_seq || ' ' || head_hash FROM ledger", error);
  if (head == NULL || !xc_statement_step (head, &row, error))
    return NULL;
  g_string_append_printf (text, " %s", row ? xc_statement_get_text (head, 0) : "");
  for (;;)
    {
      g_autofree char *sql = NULL;

      if (!xc_statement_step (tables, &row, error))
        return NULL;
      if (!row)
        return g_string_free (g_steal_pointer (&text), FALSE);
      sql = g_strdup_printf ("SELECT count(*) FROM %s", xc_statement_get_text (tables, 0));
      if (!xc_database_get_integer (database, sql, &number, error))
        return NULL;
      g_string_append_printf (text, " %s %" G_GINT64_FORMAT, xc_statement_get_text (tables, 0), number);
    }
}

static gboolean
vacuum_into (XcDatabase *source, const char *path, GError **error)
{
  g_autoptr (XcStatement) statement = xc_database_prepare (source, "VACUUM INTO ?1", error);

  if (statement == NULL)
    return FALSE;
  xc_statement_bind_text (statement, 1, path);
  return xc_statement_run (statement, error);
}

/* Whether the file at @path is whole and holds what @summary says. */
static gboolean
prove (const char *path, const char *summary, gboolean *proven, GError **error)
{
  g_autoptr (XcDatabase) copy = xc_database_open (path, XC_DATABASE_READ, error);
  g_autoptr (XcStatement) check = NULL;
  g_autofree char *found = NULL;
  int version;
  gboolean row;

  *proven = FALSE;
  if (copy == NULL || !xc_schema_get_version (copy, &version, error)
      || !xc_schema_verify (copy, version, error))
    return FALSE;
  check = xc_database_prepare (copy, "PRAGMA quick_check (1)", error);
  if (check == NULL || !xc_statement_step (check, &row, error))
    return FALSE;
  found = summarize (copy, error);
  *proven = row && strcmp (xc_statement_get_text (check, 0), "ok") == 0 && g_strcmp0 (found, summary) == 0;
  return found != NULL;
}

/* Copies into the empty file @path. */
static gboolean
copy_and_prove (XcDatabase *source, const char *path, const char *target, GError **error)
{
  g_autoptr (GError) reason = NULL;

  for (int attempt = 0; attempt < MAX_ATTEMPTS; attempt++)
    {
      g_autofree char *before = summarize (source, &reason);
      g_autofree char *after = NULL;
      gboolean proven;

      if (before == NULL || !vacuum_into (source, path, &reason))
        return fail_after (target, g_steal_pointer (&reason), error);
      after = summarize (source, &reason);
      if (after == NULL)
        return fail_after (target, g_steal_pointer (&reason), error);
      if (strcmp (before, after) == 0)
        {
          /* The copy's own faults are the disk's, not the ledger's. */
          if (prove (path, before, &proven, NULL) && proven)
            return TRUE;
          return fail_unproven (target, error);
        }
      if (truncate (path, 0) != 0)
        return fail_for (target, errno, error);
    }
  return xc_fail (error, XC_STORE_ERROR, XC_STORE_ERROR_IN_USE,
                  /* translators: %s is the name of a file */
                  _ ("Another program keeps writing to “%s”, so no backup was written. Wait a moment and try "
                     "again."),
                  xc_database_get_name (source));
}

static gboolean
sync_path (const char *path, int flags)
{
  int descriptor = open (path, flags | O_CLOEXEC);
  gboolean done = descriptor >= 0 && fsync (descriptor) == 0;
  int error_number = errno;

  if (descriptor >= 0)
    close (descriptor);
  errno = error_number;
  return done;
}

/* Without @replace, a file that came meanwhile is left alone. */
static gboolean
move_into_place (const char *path, const char *place, gboolean replace)
{
  if (replace)
    return rename (path, place) == 0;
  if (renameat2 (AT_FDCWD, path, AT_FDCWD, place, RENAME_NOREPLACE) == 0)
    return TRUE;
  /* Some file systems do not know the flag. */
  if (errno != EINVAL && errno != ENOSYS && errno != ENOTSUP)
    return FALSE;
  if (access (place, F_OK) != 0)
    return rename (path, place) == 0;
  errno = EEXIST;
  return FALSE;
}

/* An empty file beside @place that only its owner may read: SQLite would make one with everybody's permissions. */
static char *
create_passing_file (const char *place)
{
  g_autofree char *folder = g_path_get_dirname (place);

  for (;;)
    {
      g_autofree char *name = g_strdup_printf (".xuncha-%08x", g_random_int ());
      g_autofree char *path = g_build_filename (folder, name, NULL);
      int descriptor = open (path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);

      if (descriptor >= 0)
        {
          close (descriptor);
          return g_steal_pointer (&path);
        }
      if (errno != EEXIST)
        return NULL;
    }
}

/**
 * xc_backup_copy:
 * @source: a ledger, not in a transaction
 * @target: where the copy shall be
 * @replace: whether a file that is there may be replaced
 * @error: return location for a #XcStoreError
 *
 * See xc_backup_write().
 *
 * Returns: whether the copy is there, whole and safe on the disk
 */
gboolean
xc_backup_copy (XcDatabase *source, const char *target, gboolean replace, GError **error)
{
  g_autofree char *place = look_at_target (source, target, replace, error);
  g_autofree char *path = place != NULL ? create_passing_file (place) : NULL;
  g_autofree char *folder = place != NULL ? g_path_get_dirname (place) : NULL;
  gboolean done;

  if (place == NULL)
    return FALSE;
  if (path == NULL)
    return fail_for (target, errno, error);
  done = copy_and_prove (source, path, target, error);
  if (done && !(sync_path (path, O_RDONLY) && move_into_place (path, place, replace)))
    done = fail_for (target, errno, error);
  if (!done)
    {
      g_autofree char *journal = g_strconcat (path, "-journal", NULL);

      unlink (path);
      unlink (journal);
      return FALSE;
    }
  /* The name is safe once the folder is; a file system without such a promise has nothing to say here. */
  sync_path (folder, O_RDONLY | O_DIRECTORY);
  return TRUE;
}

/**
 * xc_backup_write:
 * @store: a ledger, not in an action
 * @target: where the backup shall be
 * @replace: whether a file that is there may be replaced
 * @error: return location; %XC_STORE_ERROR_EXISTS when something is there that may not be replaced, the ledger itself
 *   above all
 *
 * Writes a whole, compact ledger to @target, which only its owner may read, and proves it by reading it back. Also saves
 * a copy of a ledger whose file was deleted or moved while it was open. Until it returns nothing is to be seen at
 * @target but what was there before.
 *
 * Returns: whether the backup is there
 */
gboolean
xc_backup_write (XcStore *store, const char *target, gboolean replace, GError **error)
{
  g_return_val_if_fail (!xc_store_is_in_action (store), FALSE);
  return xc_backup_copy (xc_store_get_database (store), target, replace, error);
}
