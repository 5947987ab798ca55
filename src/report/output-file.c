/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/output-file.h"

#include "core/fail.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

struct _XcOutputFile
{
  char *path;         /* where the file shall be */
  char *display;      /* the same, as a person may read it */
  char *folder;       /* that holds both */
  char *working_path; /* where it is written, or NULL once it is in its place */
  int fd;             /* of the working file */
  mode_t mode;        /* of the file that is replaced, or 0 */
  gboolean replace;
};

static gboolean
fail_for (const char *display, int error_number, GError **error)
{
  switch (error_number)
    {
    case EEXIST:
      /* translators: a file name with its folder */
      return xc_fail (error, XC_REPORT_ERROR, XC_REPORT_ERROR_EXISTS,
                      _ ("“%1$s” exists already and was left as it is: choose another name, or ask for it to "
                         "be replaced."),
                      display);
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
      /* translators: a file name with its folder */
      return xc_fail (
          error, XC_REPORT_ERROR, XC_REPORT_ERROR_NO_SPACE,
          _ ("There is no room left to write “%1$s”; nothing was written: free some space, or choose "
             "another disk."),
          display);
    case ENOENT:
    case ENOTDIR:
      /* translators: a file name with its folder */
      return xc_fail (
          error, XC_REPORT_ERROR, XC_REPORT_ERROR_NOT_WRITABLE,
          _ ("“%1$s” was not written, because its folder does not exist: create the folder, or choose "
             "another one."),
          display);
    case EISDIR:
      /* translators: a file name with its folder */
      return xc_fail (error, XC_REPORT_ERROR, XC_REPORT_ERROR_NOT_WRITABLE,
                      _ ("“%1$s” is a folder; nothing was written: choose a file name."), display);
    case EACCES:
    case EPERM:
    case EROFS:
      /* translators: a file name with its folder */
      return xc_fail (
          error, XC_REPORT_ERROR, XC_REPORT_ERROR_NOT_WRITABLE,
          _ ("“%1$s” was not written, because its folder is read-only for you: choose another folder."),
          display);
    case ENAMETOOLONG:
      /* translators: a file name with its folder */
      return xc_fail (error, XC_REPORT_ERROR, XC_REPORT_ERROR_NOT_WRITABLE,
                      _ ("“%1$s” was not written, because its name is too long: choose a shorter one."),
                      display);
    default:
      /* translators: 1 is a file name with its folder, 2 is what the system says about the failure */
      return xc_fail (
          error, XC_REPORT_ERROR, XC_REPORT_ERROR_FAILED,
          _ ("“%1$s” was not written: the system says “%2$s”. Try again, or choose another disk."), display,
          g_strerror (error_number));
    }
}

/* Looks at what is in the target's place, and follows a link so that the link stays one. */
static gboolean
look_at_target (XcOutputFile *self, GError **error)
{
  struct stat there;

  if (stat (self->path, &there) != 0)
    {
      if (errno == ENOENT && lstat (self->path, &there) != 0)
        return TRUE;
      return fail_for (self->display, errno == ENOENT ? EEXIST : errno, error);
    }
  if (S_ISDIR (there.st_mode))
    return fail_for (self->display, EISDIR, error);
  if (!S_ISREG (there.st_mode))
    /* translators: a file name with its folder */
    return xc_fail (error, XC_REPORT_ERROR, XC_REPORT_ERROR_NOT_WRITABLE,
                    _ ("“%1$s” is not an ordinary file; nothing was written: choose another name."),
                    self->display);
  if (!self->replace)
    return fail_for (self->display, EEXIST, error);

  char *real = realpath (self->path, NULL);
  if (real == NULL)
    return fail_for (self->display, errno, error);
  g_free (self->path);
  self->path = g_strdup (real);
  free (real);
  self->mode = there.st_mode & 0777;
  return TRUE;
}

static gboolean
open_working_file (XcOutputFile *self, GError **error)
{
  for (int attempt = 0; attempt < 100; attempt++)
    {
      /* Short, so that it fits wherever the target's own name fits. */
      g_autofree char *name = g_strdup_printf (".xuncha-%08x", g_random_int ());
      g_autofree char *path = g_build_filename (self->folder, name, NULL);

      self->fd = open (path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, self->mode != 0 ? self->mode : 0666);
      if (self->fd >= 0)
        {
          self->working_path = g_steal_pointer (&path);
          return TRUE;
        }
      if (errno != EEXIST)
        break;
    }
  return fail_for (self->display, errno, error);
}

/**
 * xc_output_file_new:
 * @path: where the file shall be
 * @replace: whether a file that is there already may be replaced
 * @error: return location; %XC_REPORT_ERROR_EXISTS, %XC_REPORT_ERROR_NOT_WRITABLE, %XC_REPORT_ERROR_NO_SPACE
 *   or %XC_REPORT_ERROR_FAILED
 *
 * Opens an empty working file in the folder of @path. Nothing appears under @path before
 * xc_output_file_finish(). A link to a file is followed; a replaced file's permissions are kept.
 *
 * Returns: (transfer full): the file, or %NULL with @error set
 */
XcOutputFile *
xc_output_file_new (const char *path, gboolean replace, GError **error)
{
  g_return_val_if_fail (path != NULL, NULL);

  g_autoptr (XcOutputFile) self = g_new0 (XcOutputFile, 1);
  self->fd = -1;
  self->path = g_strdup (path);
  self->display = g_filename_display_name (path);
  self->replace = replace;
  if (*path == '\0' || g_str_has_suffix (path, "/"))
    {
      fail_for (self->display, EISDIR, error);
      return NULL;
    }
  if (!look_at_target (self, error))
    return NULL;
  self->folder = g_path_get_dirname (self->path);
  /* The name is tried now: it must not turn out as too long when all is written. */
  g_autofree char *name = g_path_get_basename (self->path);
  long longest = pathconf (self->folder, _PC_NAME_MAX);
  if (longest > 0 && strlen (name) > (gsize) longest)
    {
      fail_for (self->display, ENAMETOOLONG, error);
      return NULL;
    }
  if (!open_working_file (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * xc_output_file_free:
 * @self: (nullable): a file
 *
 * Removes the working file when it was not finished.
 */
void
xc_output_file_free (XcOutputFile *self)
{
  if (self == NULL)
    return;
  if (self->fd >= 0)
    close (self->fd);
  if (self->working_path != NULL)
    unlink (self->working_path);
  g_free (self->path);
  g_free (self->display);
  g_free (self->folder);
  g_free (self->working_path);
  g_free (self);
}

/**
 * xc_output_file_get_working_path:
 * @self: a file that is not finished
 *
 * For libraries that write to a name. They must write into the file that is there, not replace it.
 *
 * Returns: where the file is now
 */
const char *
xc_output_file_get_working_path (XcOutputFile *self)
{
  g_return_val_if_fail (self != NULL && self->working_path != NULL, NULL);
  return self->working_path;
}

/**
 * xc_output_file_get_folder:
 * @self: a file
 *
 * Returns: the folder of the file, where there is room for other temporary files if there is room for it
 */
const char *
xc_output_file_get_folder (XcOutputFile *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->folder;
}

/**
 * xc_output_file_write:
 * @self: a file that is not finished
 * @data: (array length=length): bytes
 * @length: how many
 * @error: return location; %XC_REPORT_ERROR_NO_SPACE or %XC_REPORT_ERROR_FAILED
 *
 * Appends @data to the working file.
 *
 * Returns: whether all of it was taken by the system
 */
gboolean
xc_output_file_write (XcOutputFile *self, const void *data, gsize length, GError **error)
{
  const char *rest = data;

  g_return_val_if_fail (self != NULL && self->working_path != NULL, FALSE);
  while (length > 0)
    {
      ssize_t taken = write (self->fd, rest, length);
      if (taken < 0 && errno == EINTR)
        continue;
      if (taken <= 0)
        return fail_for (self->display, taken < 0 ? errno : ENOSPC, error);
      rest += taken;
      length -= taken;
    }
  return TRUE;
}

/* Moves the working file into its place; without replacing, a file that came meanwhile is left alone. */
static gboolean
move_into_place (XcOutputFile *self)
{
  if (self->replace)
    return rename (self->working_path, self->path) == 0;
  if (renameat2 (AT_FDCWD, self->working_path, AT_FDCWD, self->path, RENAME_NOREPLACE) == 0)
    return TRUE;
  /* Some file systems do not know the flag. */
  if (errno != EINVAL && errno != ENOSYS && errno != ENOTSUP)
    return FALSE;
  struct stat there;
  if (lstat (self->path, &there) == 0)
    {
      errno = EEXIST;
      return FALSE;
    }
  return rename (self->working_path, self->path) == 0;
}

/**
 * xc_output_file_finish:
 * @self: a file, written and read back
 * @error: return location; %XC_REPORT_ERROR_EXISTS when a file has come into its place meanwhile, else as in
 *   xc_output_file_new()
 *
 * Makes the file safe on the disk and puts it in its place. After a failure the target is as it was.
 *
 * Returns: whether the file is where it shall be
 */
gboolean
xc_output_file_finish (XcOutputFile *self, GError **error)
{
  g_return_val_if_fail (self != NULL && self->working_path != NULL, FALSE);

  if (self->mode != 0 && fchmod (self->fd, self->mode) != 0)
    return fail_for (self->display, errno, error);
  if (fsync (self->fd) != 0)
    return fail_for (self->display, errno, error);
  if (!move_into_place (self))
    return fail_for (self->display, errno, error);
  g_clear_pointer (&self->working_path, g_free);

  /* The name is safe once the folder is; a file system without such a promise has nothing to say here. */
  int folder = open (self->folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (folder >= 0)
    {
      fsync (folder);
      close (folder);
    }
  return TRUE;
}

/**
 * xc_output_file_fail:
 * @self: a file
 * @error_number: an errno value, of a library that wrote to the working path
 * @error: return location
 *
 * Sets @error to the sentence for @error_number, as the functions here do.
 *
 * Returns: always %FALSE
 */
gboolean
xc_output_file_fail (XcOutputFile *self, int error_number, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);
  return fail_for (self->display, error_number, error);
}

/**
 * xc_output_file_fail_proof:
 * @self: a file whose working file was read back
 * @error: return location; set to %XC_REPORT_ERROR_NOT_PROVEN
 *
 * Says that what was read back is not what was written.
 *
 * Returns: always %FALSE
 */
gboolean
xc_output_file_fail_proof (XcOutputFile *self, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);
  /* translators: a file name with its folder */
  return xc_fail (
      error, XC_REPORT_ERROR, XC_REPORT_ERROR_NOT_PROVEN,
      _ ("“%1$s” was not written: read back, it was not whole. Try again, or choose another disk."),
      self->display);
}
