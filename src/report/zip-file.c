/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/zip-file.h"

#include "core/fail.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <unistd.h>
#include <zlib.h>

#define LOCAL_HEADER 0x04034b50u
#define CENTRAL_HEADER 0x02014b50u
#define END_OF_DIRECTORY 0x06054b50u
#define VERSION 20
#define DEFLATED 8
/* 1980-01-01: the same ledger gives the same file on every day. */
#define NO_DAY 0x21
#define COPY_CHUNK (64 * 1024)

struct _XcZipFile
{
  XcOutputFile *output;
  guint64 written;
  GString *directory;
  guint n_entries;
};

typedef struct
{
  GString *head; /* packed */
  GString *tail; /* packed */
  guint64 size;
  guint64 packed_size;
  guint32 crc;
} Entry;

/**
 * xc_zip_file_new:
 * @output: where to write; it must outlive the ZIP file
 *
 * Returns: (transfer full): a ZIP file without entries
 */
XcZipFile *
xc_zip_file_new (XcOutputFile *output)
{
  XcZipFile *self = g_new0 (XcZipFile, 1);

  self->output = output;
  self->directory = g_string_new (NULL);
  return self;
}

/**
 * xc_zip_file_free:
 * @self: (nullable): a ZIP file
 */
void
xc_zip_file_free (XcZipFile *self)
{
  if (self == NULL)
    return;
  g_string_free (self->directory, TRUE);
  g_free (self);
}

static void
append_16 (GString *bytes, guint value)
{
  g_string_append_c (bytes, (char) (value & 0xff));
  g_string_append_c (bytes, (char) (value >> 8 & 0xff));
}

static void
append_32 (GString *bytes, guint64 value)
{
  append_16 (bytes, (guint) (value & 0xffff));
  append_16 (bytes, (guint) (value >> 16 & 0xffff));
}

/* The fields that both headers of an entry share. */
static void
append_entry (GString *bytes, const Entry *entry, const char *name)
{
  append_16 (bytes, VERSION);
  append_16 (bytes, 0);
  append_16 (bytes, DEFLATED);
  append_16 (bytes, 0);
  append_16 (bytes, NO_DAY);
  append_32 (bytes, entry->crc);
  append_32 (bytes, entry->packed_size);
  append_32 (bytes, entry->size);
  append_16 (bytes, (guint) strlen (name));
  append_16 (bytes, 0);
}

static gboolean
write_bytes (XcZipFile *self, const GString *bytes, GError **error)
{
  self->written += bytes->len;
  return xc_output_file_write (self->output, bytes->str, bytes->len, error);
}

static GString *
pack (const char *bytes, gsize size, int flush)
{
  z_stream stream = { 0 };
  GString *packed = g_string_new (NULL);

  if (deflateInit2 (&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, -MAX_WBITS, 9, Z_DEFAULT_STRATEGY) != Z_OK)
    g_error ("zlib could not be started");
  g_assert (size <= G_MAXUINT32);
  /* The bound is for a stream that ends; a flush takes a few bytes more. */
  g_string_set_size (packed, deflateBound (&stream, (uLong) size) + 64);
  stream.next_in = (Bytef *) bytes;
  stream.avail_in = (uInt) size;
  stream.next_out = (Bytef *) packed->str;
  stream.avail_out = (uInt) packed->len;
  int result = deflate (&stream, flush);
  g_assert (stream.avail_in == 0 && result == (flush == Z_FINISH ? Z_STREAM_END : Z_OK));
  g_string_set_size (packed, stream.total_out);
  deflateEnd (&stream);
  return packed;
}

static gboolean
copy_body (XcZipFile *self, const XcPackedPart *body, GError **error)
{
  g_autofree char *buffer = g_malloc (COPY_CHUNK);
  guint64 size = xc_packed_part_get_packed_size (body);

  for (guint64 done = 0; done < size;)
    {
      gssize got =
          pread (xc_packed_part_get_fd (body), buffer, (gsize) MIN (COPY_CHUNK, size - done), (off_t) done);

      if (got < 0 && errno == EINTR)
        continue;
      if (got <= 0)
        return xc_output_file_fail (self->output, got < 0 ? errno : EIO, error);
      if (!xc_output_file_write (self->output, buffer, (gsize) got, error))
        return FALSE;
      done += (guint64) got;
    }
  self->written += size;
  return TRUE;
}

static gboolean
add (XcZipFile *self, const char *name, Entry *entry, const XcPackedPart *body, GError **error)
{
  g_autoptr (GString) header = g_string_new (NULL);
  guint64 offset = self->written;

  entry->packed_size = entry->head->len + entry->tail->len;
  if (body != NULL)
    entry->packed_size += xc_packed_part_get_packed_size (body);
  if (entry->size > G_MAXUINT32 || offset + entry->packed_size > G_MAXUINT32)
    return xc_fail (
        error, XC_REPORT_ERROR, XC_REPORT_ERROR_NOT_VALID,
        _ ("The workbook would be larger than spreadsheet programs can open, and was not written: "
           "choose fewer rounds or organizations."));

  append_32 (header, LOCAL_HEADER);
  append_entry (header, entry, name);
  g_string_append (header, name);
  if (!write_bytes (self, header, error) || !write_bytes (self, entry->head, error)
      || (body != NULL && !copy_body (self, body, error)) || !write_bytes (self, entry->tail, error))
    return FALSE;

  append_32 (self->directory, CENTRAL_HEADER);
  append_16 (self->directory, VERSION);
  append_entry (self->directory, entry, name);
  append_16 (self->directory, 0); /* comment */
  append_16 (self->directory, 0); /* disk */
  append_16 (self->directory, 0); /* attributes */
  append_32 (self->directory, 0);
  append_32 (self->directory, offset);
  g_string_append (self->directory, name);
  self->n_entries++;
  return TRUE;
}

static void
entry_clear (Entry *entry)
{
  g_string_free (entry->head, TRUE);
  g_string_free (entry->tail, TRUE);
}

/**
 * xc_zip_file_add:
 * @self: a ZIP file
 * @name: of the part
 * @bytes: (array length=size): the part
 * @size: how many
 * @error: return location, as in xc_output_file_write(); %XC_REPORT_ERROR_NOT_VALID past 4 GiB
 *
 * Returns: whether the part was written
 */
gboolean
xc_zip_file_add (XcZipFile *self, const char *name, const char *bytes, gsize size, GError **error)
{
  Entry entry = {
    .head = pack (bytes, size, Z_FINISH),
    .tail = g_string_new (NULL),
    .size = size,
    .crc = (guint32) crc32 (crc32 (0, NULL, 0), (const Bytef *) bytes, (uInt) size),
  };
  gboolean added = add (self, name, &entry, NULL, error);

  entry_clear (&entry);
  return added;
}

/**
 * xc_zip_file_add_packed:
 * @self: a ZIP file
 * @name: of the part
 * @head: what comes before @body
 * @body: the rest of the part but for @tail, of a finished packer
 * @tail: what comes after @body
 * @error: return location, as in xc_zip_file_add()
 *
 * Returns: whether the part was written
 */
gboolean
xc_zip_file_add_packed (XcZipFile *self, const char *name, const char *head, const XcPackedPart *body,
                        const char *tail, GError **error)
{
  gsize head_size = strlen (head), tail_size = strlen (tail);
  guint64 body_size = xc_packed_part_get_size (body);
  uLong crc = crc32 (crc32 (0, NULL, 0), (const Bytef *) head, (uInt) head_size);
  uLong tail_crc = crc32 (crc32 (0, NULL, 0), (const Bytef *) tail, (uInt) tail_size);

  crc = crc32_combine (crc, xc_packed_part_get_crc (body), (z_off_t) body_size);
  crc = crc32_combine (crc, tail_crc, (z_off_t) tail_size);
  Entry entry = {
    .head = pack (head, head_size, Z_FULL_FLUSH),
    .tail = pack (tail, tail_size, Z_FINISH),
    .size = head_size + body_size + tail_size,
    .crc = (guint32) crc,
  };
  gboolean added = add (self, name, &entry, body, error);

  entry_clear (&entry);
  return added;
}

/**
 * xc_zip_file_get_n_entries:
 * @self: a ZIP file
 *
 * Returns: how many parts were added
 */
guint
xc_zip_file_get_n_entries (XcZipFile *self)
{
  return self->n_entries;
}

/**
 * xc_zip_file_finish:
 * @self: a ZIP file
 * @error: return location, as in xc_output_file_write()
 *
 * Writes the directory of the ZIP file.
 *
 * Returns: whether the ZIP file is whole
 */
gboolean
xc_zip_file_finish (XcZipFile *self, GError **error)
{
  guint64 offset = self->written;
  gsize size = self->directory->len;

  append_32 (self->directory, END_OF_DIRECTORY);
  append_16 (self->directory, 0);
  append_16 (self->directory, 0);
  append_16 (self->directory, self->n_entries);
  append_16 (self->directory, self->n_entries);
  append_32 (self->directory, size);
  append_32 (self->directory, offset);
  append_16 (self->directory, 0);
  return write_bytes (self, self->directory, error);
}
