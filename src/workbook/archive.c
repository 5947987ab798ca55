/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "workbook/archive.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zip.h>

#include "core/fail.h"

struct _XcArchive
{
  char *file;
  XcWorkbookBudget budget;
  GArray *entries;
  GHashTable *by_name;
  zip_t *zip;
};

struct _XcStream
{
  zip_file_t *file;
  const XcFaultPlace *place;
  guint64 left;
};

static gboolean
fail_reading (const char *file, int number, GError **error)
{
  switch (number)
    {
    case ENOENT:
    case ENOTDIR:
      return xc_fail (
          error, XC_WORKBOOK_ERROR, XC_WORKBOOK_ERROR_IO,
          /* translators: %s is the name of a file */
          _ ("There is no file “%s”. Nothing was read. Check its name and folder, and then try again."),
          file);
    case EACCES:
    case EPERM:
      return xc_fail (
          error, XC_WORKBOOK_ERROR, XC_WORKBOOK_ERROR_IO,
          /* translators: %s is the name of a file */
          _ ("You are not allowed to read “%s”. Nothing was read. Ask its owner, or copy it to a folder "
             "of your own."),
          file);
    default:
      return xc_fail (
          error, XC_WORKBOOK_ERROR, XC_WORKBOOK_ERROR_IO,
          /* translators: %1$s is the name of a file, %2$s the system's reason */
          _ ("“%1$s” could not be read: %2$s. Nothing was taken from it. Copy it to this computer, "
             "and then try again."),
          file, g_strerror (number));
    }
}

/* What else a file named .xlsx turns out to be, by how it begins. */
static gboolean
check_beginning (int fd, const char *file, GError **error)
{
  static const guint8 ole[] = { 0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1 };
  guint8 begin[512];
  gssize size;

  do
    size = pread (fd, begin, sizeof begin, 0);
  while (size < 0 && errno == EINTR);
  if (size < 0)
    return fail_reading (file, errno, error);
  if (size == 0)
    return xc_fail (error, XC_WORKBOOK_ERROR, XC_WORKBOOK_ERROR_NOT_WORKBOOK,
                    /* translators: %s is the name of a file */
                    _ ("“%s” is empty. Nothing was read. Ask for the file again, or choose another one."),
                    file);
  if (size >= 4 && memcmp (begin, "PK\3\4", 4) == 0)
    return TRUE;
  if ((gsize) size >= sizeof ole && memcmp (begin, ole, sizeof ole) == 0)
    return xc_fail (
        error, XC_WORKBOOK_ERROR, XC_WORKBOOK_ERROR_PROTECTED,
        /* translators: %s is the name of a file */
        _ ("“%s” is protected by a password, or it is an old .xls workbook, and was not read. Save it as "
           ".xlsx without a password, and then try again."),
        file);
  if (memchr (begin, '\0', (gsize) size) == NULL)
    return xc_fail (
        error, XC_WORKBOOK_ERROR, XC_WORKBOOK_ERROR_NOT_WORKBOOK,
        /* translators: %s is the name of a file */
        _ ("“%s” is a text file or a web page, whatever its name says, and was not read. Open it in WPS "
           "or Excel, save it as .xlsx, and then try again."),
        file);
  return xc_fail (
      error, XC_WORKBOOK_ERROR, XC_WORKBOOK_ERROR_NOT_WORKBOOK,
      /* translators: %s is the name of a file */
      _ ("“%s” is not an .xlsx workbook and was not read. Open it in WPS or Excel, save it as .xlsx, and "
         "then try again."),
      file);
}

static int
open_file (const char *path, const char *file, guint64 *size, GError **error)
{
  struct stat status;
  int fd = open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);

  if (fd < 0 || fstat (fd, &status) != 0)
    {
      fail_reading (file, errno, error);
      if (fd >= 0)
        close (fd);
      return -1;
    }
  if (S_ISREG (status.st_mode))
    {
      *size = (guint64) status.st_size;
      return fd;
    }
  close (fd);
  xc_fail (error, XC_WORKBOOK_ERROR, XC_WORKBOOK_ERROR_IO,
           /* translators: %s is the name of a file */
           S_ISDIR (status.st_mode)
               ? _ ("“%s” is a folder, not a workbook. Nothing was read. Choose a workbook in it.")
               : _ ("“%s” is a device, not a workbook. Nothing was read. Choose a workbook."),
           file);
  return -1;
}

static gboolean
check_sizes (XcArchive *self, GError **error)
{
  guint64 total = 0;

  for (guint i = 0; i < self->entries->len; i++)
    {
      const XcEntry *entry = &g_array_index (self->entries, XcEntry, i);
      XcFaultPlace place = { .file = self->file, .part = entry->name };

      if (entry->size > self->budget.part_bytes)
        return xc_fault_too_large (&place, error, _ ("the part is larger than %u MiB"),
                                   (guint) (self->budget.part_bytes >> 20));
      total += entry->size;
      place.part = NULL;
      if (total > self->budget.unpacked_bytes)
        return xc_fault_too_large (&place, error, _ ("the file unpacks to more than %u MiB"),
                                   (guint) (self->budget.unpacked_bytes >> 20));
      g_hash_table_insert (self->by_name, g_ascii_strdown (entry->name, -1), (gpointer) entry);
    }
  return TRUE;
}

/**
 * xc_archive_open:
 * @path: the file
 * @budget: how much may be read
 * @error: return location: any %XC_WORKBOOK_ERROR
 *
 * Opens @path, which must be a whole ZIP file whose declared sizes are within @budget.
 *
 * Returns: (transfer full): the archive, or %NULL
 */
XcArchive *
xc_archive_open (const char *path, const XcWorkbookBudget *budget, GError **error)
{
  g_autoptr (XcArchive) self = g_new0 (XcArchive, 1);
  XcFaultPlace place;
  guint64 size = 0;
  int fd, problem = 0;

  self->file = g_filename_display_basename (path);
  self->budget = *budget;
  self->by_name = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  place = (XcFaultPlace){ .file = self->file };
  fd = open_file (path, self->file, &size, error);
  if (fd < 0)
    return NULL;
  if (!check_beginning (fd, self->file, error)
      || (self->entries = xc_directory_read (fd, size, &place, error)) == NULL || !check_sizes (self, error))
    {
      close (fd);
      return NULL;
    }
  self->zip = zip_fdopen (fd, 0, &problem);
  if (self->zip == NULL)
    close (fd);
  if (self->zip == NULL || zip_get_num_entries (self->zip, 0) != (zip_int64_t) self->entries->len)
    {
      xc_fault_damaged (&place, error, _ ("the directory of the file is damaged"));
      return NULL;
    }
  return g_steal_pointer (&self);
}

void
xc_archive_free (XcArchive *self)
{
  if (self == NULL)
    return;
  if (self->zip != NULL)
    zip_discard (self->zip);
  g_clear_pointer (&self->by_name, g_hash_table_unref);
  g_clear_pointer (&self->entries, g_array_unref);
  g_free (self->file);
  g_free (self);
}

/**
 * xc_archive_get_file:
 * @self: an archive
 *
 * Returns: (transfer none): the name of the file without its folder, for showing
 */
const char *
xc_archive_get_file (XcArchive *self)
{
  return self->file;
}

/**
 * xc_archive_get_budget:
 * @self: an archive
 *
 * Returns: (transfer none): how much may be read
 */
const XcWorkbookBudget *
xc_archive_get_budget (XcArchive *self)
{
  return &self->budget;
}

/**
 * xc_archive_get_n_entries:
 * @self: an archive
 *
 * Returns: the number of its parts
 */
guint
xc_archive_get_n_entries (XcArchive *self)
{
  return self->entries->len;
}

/**
 * xc_archive_get_entry:
 * @self: an archive
 * @index: below xc_archive_get_n_entries()
 *
 * Returns: (transfer none): the part
 */
const XcEntry *
xc_archive_get_entry (XcArchive *self, guint index)
{
  g_return_val_if_fail (index < self->entries->len, NULL);

  return &g_array_index (self->entries, XcEntry, index);
}

/**
 * xc_archive_find:
 * @self: an archive
 * @name: the name of a part, without a leading slash; the case of ASCII letters does not matter
 *
 * Returns: (transfer none) (nullable): the part, or %NULL
 */
const XcEntry *
xc_archive_find (XcArchive *self, const char *name)
{
  g_autofree char *key = g_ascii_strdown (name, -1);

  return g_hash_table_lookup (self->by_name, key);
}

static gboolean
fail_unpacking (const XcFaultPlace *place, int code, GError **error)
{
  if (code == ZIP_ER_READ || code == ZIP_ER_SEEK)
    return fail_reading (place->file, EIO, error);
  return xc_fault_damaged (place, error, _ ("the part cannot be unpacked"));
}

/**
 * xc_stream_open:
 * @archive: an archive that outlives the stream
 * @entry: one of its parts
 * @place: where to say that a fault is; must outlive the stream
 * @error: return location: %XC_WORKBOOK_ERROR_DAMAGED or _IO
 *
 * Returns: (transfer full): the unpacked bytes of @entry, or %NULL
 */
XcStream *
xc_stream_open (XcArchive *archive, const XcEntry *entry, const XcFaultPlace *place, GError **error)
{
  XcStream *self;
  zip_file_t *file = zip_fopen_index (archive->zip, entry->index, 0);

  if (file == NULL)
    {
      fail_unpacking (place, zip_error_code_zip (zip_get_error (archive->zip)), error);
      return NULL;
    }
  self = g_new0 (XcStream, 1);
  self->file = file;
  self->place = place;
  self->left = entry->size;
  return self;
}

/**
 * xc_stream_read:
 * @self: a stream
 * @buffer: where to put the bytes
 * @size: room in @buffer, more than 0
 * @error: return location: %XC_WORKBOOK_ERROR_DAMAGED or _IO
 *
 * Unpacks the next bytes. At the end it is known that the checksum is right and that there were as many bytes as
 * declared.
 *
 * Returns: the number of bytes, 0 at the end, -1 with @error set
 */
gssize
xc_stream_read (XcStream *self, char *buffer, gsize size, GError **error)
{
  zip_int64_t got = zip_fread (self->file, buffer, size);

  if (got < 0)
    {
      fail_unpacking (self->place, zip_error_code_zip (zip_file_get_error (self->file)), error);
      return -1;
    }
  if ((guint64) got > self->left || (got == 0 && self->left > 0))
    {
      xc_fault_damaged (self->place, error, _ ("the part is not as long as the directory of the file says"));
      return -1;
    }
  self->left -= (guint64) got;
  return (gssize) got;
}

void
xc_stream_close (XcStream *self)
{
  if (self == NULL)
    return;
  zip_fclose (self->file);
  g_free (self);
}
