/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/packer.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <zlib.h>

/* The rows of lists are so alike that a higher level costs more time than it saves room. */
#define LEVEL 1
#define MEMORY_LEVEL 8
#define RAW_DEFLATE (-MAX_WBITS)
#define PACKED_CHUNK (64 * 1024)
/* So that rows made faster than packed do not fill the memory. */
#define MAX_WAITING 8

struct _XcPackedPart
{
  int fd;
  z_stream stream;
  guint64 size;
  guint64 packed_size;
  guint32 crc;
};

typedef struct
{
  XcPackedPart *part;
  GString *bytes; /* %NULL: the last job of all */
} Job;

struct _XcPacker
{
  char *folder;
  GPtrArray *parts;
  GThread *thread;

  GMutex mutex; /* of all below */
  GCond changed;
  GQueue jobs; /* of Job */
  int error_number;
};

static void
part_free (gpointer data)
{
  XcPackedPart *part = data;

  deflateEnd (&part->stream);
  if (part->fd >= 0)
    close (part->fd);
  g_free (part);
}

static int
write_all (int fd, const guchar *bytes, gsize size)
{
  while (size > 0)
    {
      gssize written = write (fd, bytes, size);

      if (written < 0 && errno == EINTR)
        continue;
      if (written < 0)
        return errno;
      bytes += written;
      size -= (gsize) written;
    }
  return 0;
}

static int
pack (XcPackedPart *part, const char *bytes, gsize size, int flush)
{
  guchar packed[PACKED_CHUNK];

  g_assert (size <= G_MAXUINT32);
  part->crc = (guint32) crc32 (part->crc, (const Bytef *) bytes, (uInt) size);
  part->size += size;
  part->stream.next_in = (Bytef *) bytes;
  part->stream.avail_in = (uInt) size;
  do
    {
      part->stream.next_out = packed;
      part->stream.avail_out = sizeof packed;
      int result = deflate (&part->stream, flush);
      g_assert (result == Z_OK || result == Z_BUF_ERROR);
      gsize produced = sizeof packed - part->stream.avail_out;
      int failure = write_all (part->fd, packed, produced);
      if (failure != 0)
        return failure;
      part->packed_size += produced;
    }
  while (part->stream.avail_out == 0);
  return 0;
}

static gpointer
work (gpointer data)
{
  XcPacker *self = data;

  for (;;)
    {
      g_mutex_lock (&self->mutex);
      while (g_queue_is_empty (&self->jobs))
        g_cond_wait (&self->changed, &self->mutex);
      Job *job = g_queue_pop_head (&self->jobs);
      gboolean failed = self->error_number != 0;
      g_cond_broadcast (&self->changed);
      g_mutex_unlock (&self->mutex);

      int failure = 0;
      gboolean is_last = job->bytes == NULL;
      if (!is_last)
        {
          if (!failed)
            failure = pack (job->part, job->bytes->str, job->bytes->len, Z_NO_FLUSH);
          g_string_free (job->bytes, TRUE);
        }
      g_free (job);
      if (failure != 0)
        {
          g_mutex_lock (&self->mutex);
          self->error_number = failure;
          g_mutex_unlock (&self->mutex);
        }
      if (is_last)
        return NULL;
    }
}

/**
 * xc_packer_new:
 * @folder: where the file will be that is packed for
 *
 * Returns: (transfer full): a packer
 */
XcPacker *
xc_packer_new (const char *folder)
{
  XcPacker *self = g_new0 (XcPacker, 1);

  self->folder = g_strdup (folder);
  self->parts = g_ptr_array_new_with_free_func (part_free);
  g_mutex_init (&self->mutex);
  g_cond_init (&self->changed);
  g_queue_init (&self->jobs);
  self->thread = g_thread_new ("packer", work, self);
  return self;
}

static void
push (XcPacker *self, XcPackedPart *part, GString *bytes)
{
  Job *job = g_new (Job, 1);

  *job = (Job){ part, bytes };
  g_mutex_lock (&self->mutex);
  while (g_queue_get_length (&self->jobs) >= MAX_WAITING)
    g_cond_wait (&self->changed, &self->mutex);
  g_queue_push_tail (&self->jobs, job);
  g_cond_broadcast (&self->changed);
  g_mutex_unlock (&self->mutex);
}

static void
stop (XcPacker *self)
{
  if (self->thread == NULL)
    return;
  push (self, NULL, NULL);
  g_thread_join (g_steal_pointer (&self->thread));
}

/**
 * xc_packer_free:
 * @self: (nullable): a packer
 *
 * Frees it and its parts; their files go with them.
 */
void
xc_packer_free (XcPacker *self)
{
  if (self == NULL)
    return;
  stop (self);
  g_ptr_array_unref (self->parts);
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->changed);
  g_free (self->folder);
  g_free (self);
}

static int
open_nameless (const char *folder)
{
  int fd = open (folder, O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);

  if (fd >= 0 || (errno != EOPNOTSUPP && errno != EISDIR && errno != ENOENT))
    return fd;
  /* Some file systems know no files without a name. */
  g_autofree char *path = g_build_filename (folder, ".xuncha-XXXXXX", NULL);
  fd = g_mkstemp_full (path, O_RDWR | O_CLOEXEC, 0600);
  if (fd >= 0)
    unlink (path);
  return fd;
}

/**
 * xc_packer_add_part:
 * @self: a packer
 * @error_number: (out): an errno value, on failure
 *
 * Returns: (transfer none): a part that is empty yet, or %NULL
 */
XcPackedPart *
xc_packer_add_part (XcPacker *self, int *error_number)
{
  int fd = open_nameless (self->folder);

  if (fd < 0)
    {
      *error_number = errno;
      return NULL;
    }
  XcPackedPart *part = g_new0 (XcPackedPart, 1);
  part->fd = fd;
  part->crc = (guint32) crc32 (0, NULL, 0);
  if (deflateInit2 (&part->stream, LEVEL, Z_DEFLATED, RAW_DEFLATE, MEMORY_LEVEL, Z_DEFAULT_STRATEGY) != Z_OK)
    g_error ("zlib could not be started");
  g_ptr_array_add (self->parts, part);
  return part;
}

/**
 * xc_packer_put:
 * @self: a packer that is not finished
 * @part: one of its parts
 * @bytes: (transfer full): what comes next in @part
 *
 * Waits while much is waiting already. A failure is told by xc_packer_finish().
 */
void
xc_packer_put (XcPacker *self, XcPackedPart *part, GString *bytes)
{
  g_return_if_fail (self->thread != NULL && bytes != NULL);
  push (self, part, bytes);
}

/**
 * xc_packer_finish:
 * @self: a packer
 * @error_number: (out): an errno value, on failure
 *
 * Packs what is waiting. What was packed of a part may then be followed by more, packed elsewhere.
 *
 * Returns: whether all of it is packed
 */
gboolean
xc_packer_finish (XcPacker *self, int *error_number)
{
  stop (self);
  for (guint i = 0; i < self->parts->len && self->error_number == 0; i++)
    self->error_number = pack (g_ptr_array_index (self->parts, i), "", 0, Z_FULL_FLUSH);
  *error_number = self->error_number;
  return self->error_number == 0;
}

/**
 * xc_packed_part_get_fd:
 * @part: a part of a finished packer
 *
 * Returns: the file that holds it packed, from its beginning
 */
int
xc_packed_part_get_fd (const XcPackedPart *part)
{
  return part->fd;
}

/**
 * xc_packed_part_get_size:
 * @part: a part of a finished packer
 *
 * Returns: its bytes before packing
 */
guint64
xc_packed_part_get_size (const XcPackedPart *part)
{
  return part->size;
}

/**
 * xc_packed_part_get_packed_size:
 * @part: a part of a finished packer
 *
 * Returns: its bytes in the file
 */
guint64
xc_packed_part_get_packed_size (const XcPackedPart *part)
{
  return part->packed_size;
}

/**
 * xc_packed_part_get_crc:
 * @part: a part of a finished packer
 *
 * Returns: the CRC-32 of its bytes before packing
 */
guint32
xc_packed_part_get_crc (const XcPackedPart *part)
{
  return part->crc;
}
