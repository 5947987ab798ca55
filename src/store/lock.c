/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Two writers cannot harm the file, SQLite's own locks see to that; but neither would see what the other does. So the
 * second one is told who has it.
 *
 * The system's lock on the lock file, not the file's being there, says that somebody lives: it goes with its process
 * however that ends, and is not fooled by a process that got the same number, nor by containers that number their own.
 * The text only tells people who it is. Some network folders do not pass locks on between computers; therefore a lock
 * that reads as another computer's is believed for a day after its last sign of life, even when the system sees none.
 */
#include "store/lock.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "core/fail.h"
#include "store/database.h"
#include "store/history.h"

#define GROUP "lock"
#define MAX_TEXT 4096
/* Outside the text: where locks are mandatory, as on Windows servers, others could not read it otherwise. */
#define LOCKED_BYTE 0x40000000
#define BELIEVED_SECONDS (24 * 60 * 60)
/* Others may remove the file between our opening and locking it, each time anew. */
#define MAX_ATTEMPTS 100

struct _XcLock
{
  char *path;
  char *name; /* of the ledger, as people know it */
  char *text;
  int descriptor;
};

static gboolean
fail_for (XcLock *self, int error_number, GError **error)
{
  if (error_number == ENOSPC || error_number == EDQUOT)
    return xc_fail (
        error, XC_STORE_ERROR, XC_STORE_ERROR_NO_SPACE,
        /* translators: %s is the name of a file */
        _ ("The disk is full, so nothing was saved in “%s”. Make room on the disk and try again."),
        self->name);
  return xc_fail (
      error, XC_STORE_ERROR, XC_STORE_ERROR_READ_ONLY,
      /* translators: %1$s is the name of a file, %2$s a reason given by the system */
      _ ("“%1$s” was not opened for writing, because its folder cannot be written to (%2$s). Open it for "
         "reading, or copy it to a folder of your own."),
      self->name, g_strerror (error_number));
}

static gboolean
fail_in_use (XcLock *self, GKeyFile *holder, gboolean is_seen, GError **error)
{
  g_autofree char *user = g_key_file_get_string (holder, GROUP, "user", NULL);
  g_autofree char *host = g_key_file_get_string (holder, GROUP, "host", NULL);
  g_autofree char *since = g_key_file_get_string (holder, GROUP, "since", NULL);
  g_autoptr (GDateTime) instant = since != NULL ? g_date_time_new_from_iso8601 (since, NULL) : NULL;
  g_autoptr (GDateTime) local = instant != NULL ? g_date_time_to_local (instant) : NULL;
  g_autofree char *shown = local != NULL ? g_date_time_format (local, "%Y-%m-%d %H:%M") : NULL;

  if (user == NULL || host == NULL || shown == NULL)
    return xc_fail (error, XC_STORE_ERROR, XC_STORE_ERROR_IN_USE,
                    /* translators: %s is the name of a file */
                    _ ("Somebody else has “%s” open for writing; nothing was changed. Wait until it is "
                       "closed, or open it for reading."),
                    self->name);
  if (!is_seen)
    return xc_fail (
        error, XC_STORE_ERROR, XC_STORE_ERROR_IN_USE,
        /* translators: %1$s is the name of a file, %2$s a person, %3$s a computer, %4$s a date and time, %5$s the
           path of a file */
        _ ("%2$s has had “%1$s” open for writing on the computer “%3$s” since %4$s; nothing was changed. Ask "
           "them to close it, or open it for reading. If that computer is switched off, delete the file "
           "“%5$s”."),
        self->name, user, host, shown, self->path);
  return xc_fail (
      error, XC_STORE_ERROR, XC_STORE_ERROR_IN_USE,
      /* translators: %1$s is the name of a file, %2$s a person, %3$s a computer, %4$s a date and time */
      _ ("%2$s has had “%1$s” open for writing on the computer “%3$s” since %4$s; nothing was changed. Ask "
         "them to close it, or open it for reading."),
      self->name, user, host, shown);
}

static char *
read_text (int descriptor)
{
  g_autofree char *text = g_malloc0 (MAX_TEXT + 1);

  if (pread (descriptor, text, MAX_TEXT, 0) < 0)
    return g_strdup ("");
  return g_steal_pointer (&text);
}

static GKeyFile *
read_holder (int descriptor)
{
  g_autofree char *text = read_text (descriptor);
  GKeyFile *holder = g_key_file_new ();

  /* One who was killed while writing leaves no sense; it then has no holder's name. */
  g_key_file_load_from_data (holder, text, strlen (text), G_KEY_FILE_NONE, NULL);
  return holder;
}

static char *
make_text (void)
{
  g_autoptr (GKeyFile) holder = g_key_file_new ();
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *since = g_date_time_format_iso8601 (now);

  g_key_file_set_string (holder, GROUP, "user", xc_history_get_user_name ());
  g_key_file_set_string (holder, GROUP, "host", g_get_host_name ());
  g_key_file_set_integer (holder, GROUP, "process", getpid ());
  g_key_file_set_string (holder, GROUP, "since", since);
  return g_key_file_to_data (holder, NULL, NULL);
}

/* Whether the path still leads to the open file. */
static gboolean
is_in_place (const char *path, int descriptor)
{
  struct stat there, here;

  return stat (path, &there) == 0 && fstat (descriptor, &here) == 0 && there.st_dev == here.st_dev
         && there.st_ino == here.st_ino;
}

static gboolean
is_of_another_computer (GKeyFile *holder, int descriptor)
{
  g_autofree char *host = g_key_file_get_string (holder, GROUP, "host", NULL);
  struct stat status;

  return host != NULL && strcmp (host, g_get_host_name ()) != 0 && fstat (descriptor, &status) == 0
         && status.st_mtime > time (NULL) - BELIEVED_SECONDS;
}

/**
 * xc_lock_release:
 * @self: a lock
 *
 * Removes the file, unless somebody else has made it his own.
 */
void
xc_lock_release (XcLock *self)
{
  if (self->descriptor >= 0)
    {
      g_autofree char *text = read_text (self->descriptor);

      if (g_strcmp0 (text, self->text) == 0 && is_in_place (self->path, self->descriptor))
        unlink (self->path);
      close (self->descriptor);
    }
  g_free (self->path);
  g_free (self->name);
  g_free (self->text);
  g_free (self);
}

/* Leaves self->descriptor open and locked, or fails; *again when the file was removed meanwhile. */
static gboolean
open_and_lock (XcLock *self, mode_t mode, gboolean *again, GError **error)
{
  struct flock whole = { .l_type = F_WRLCK, .l_whence = SEEK_SET, .l_start = LOCKED_BYTE, .l_len = 1 };
  g_autoptr (GKeyFile) holder = NULL;

  *again = FALSE;
  self->descriptor = open (self->path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, mode);
  if (self->descriptor < 0)
    return fail_for (self, errno, error);
  if (fcntl (self->descriptor, F_OFD_SETLK, &whole) != 0)
    {
      if (errno != EAGAIN && errno != EACCES)
        return fail_for (self, errno, error);
      holder = read_holder (self->descriptor);
      return fail_in_use (self, holder, TRUE, error);
    }
  if (!is_in_place (self->path, self->descriptor))
    {
      close (self->descriptor);
      self->descriptor = -1;
      *again = TRUE;
      return FALSE;
    }
  holder = read_holder (self->descriptor);
  return !is_of_another_computer (holder, self->descriptor) || fail_in_use (self, holder, FALSE, error);
}

/**
 * xc_lock_take:
 * @path: an existing ledger, absolute, links resolved
 * @error: return location; %XC_STORE_ERROR_IN_USE with who, where and since when; %XC_STORE_ERROR_READ_ONLY when the
 *   folder cannot be written to
 *
 * What a killed process left is taken over.
 *
 * Returns: (transfer full): until xc_lock_release() no other gets it; or %NULL
 */
XcLock *
xc_lock_take (const char *path, GError **error)
{
  g_autoptr (XcLock) self = g_new0 (XcLock, 1);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *file = g_path_get_basename (path);
  g_autofree char *hidden = g_strdup_printf (".%s.lock", file);
  g_autofree char *text = make_text ();
  struct stat ledger;
  /* Whoever may read the ledger may read who has it. */
  mode_t mode = stat (path, &ledger) == 0 ? (ledger.st_mode & 0666) | S_IRUSR | S_IWUSR : 0600;
  gboolean again = TRUE;

  self->descriptor = -1;
  self->path = g_build_filename (folder, hidden, NULL);
  self->name = g_filename_display_name (file);
  for (int attempt = 0; again && attempt < MAX_ATTEMPTS; attempt++)
    if (!open_and_lock (self, mode, &again, error) && !again)
      return NULL;
  if (again)
    {
      fail_for (self, EAGAIN, error);
      return NULL;
    }
  if (ftruncate (self->descriptor, 0) != 0
      || pwrite (self->descriptor, text, strlen (text), 0) != (gssize) strlen (text))
    {
      fail_for (self, errno, error);
      unlink (self->path);
      return NULL;
    }
  self->text = g_steal_pointer (&text);
  return g_steal_pointer (&self);
}

/**
 * xc_lock_check:
 * @self: a lock
 * @error: return location for %XC_STORE_ERROR_IN_USE
 *
 * Asked before each write. It also gives the sign of life by which other computers believe the lock. A lock file that
 * somebody deleted is not missed before another has put his there.
 *
 * Returns: whether nobody has taken the ledger over
 */
gboolean
xc_lock_check (XcLock *self, GError **error)
{
  int there = is_in_place (self->path, self->descriptor)
                  ? dup (self->descriptor)
                  : open (self->path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
  g_autofree char *text = there >= 0 ? read_text (there) : NULL;
  g_autoptr (GKeyFile) holder = there >= 0 ? read_holder (there) : NULL;

  if (there >= 0)
    close (there);
  if (text != NULL && strcmp (text, self->text) != 0)
    return fail_in_use (self, holder, TRUE, error);
  futimens (self->descriptor, NULL);
  return TRUE;
}
