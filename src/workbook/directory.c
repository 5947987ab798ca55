/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "workbook/directory.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <unistd.h>

#include "core/fail.h"

/* Sizes and signatures of APPNOTE.TXT 6.3.10: 4.3.7, 4.3.12, 4.3.14, 4.3.15, 4.3.16. */
#define LOCAL_SIZE 30u
#define CENTRAL_SIZE 46u
#define END_SIZE 22u
#define LOCATOR_SIZE 20u
#define END64_SIZE 56u
#define MAX_ENTRIES 20000u
#define MAX_DIRECTORY_BYTES (16u * 1024 * 1024)
#define FLAG_ENCRYPTED 0x2041

static guint
get16 (const guint8 *at)
{
  return (guint) at[0] | (guint) at[1] << 8;
}

static guint32
get32 (const guint8 *at)
{
  return (guint32) get16 (at) | (guint32) get16 (at + 2) << 16;
}

static guint64
get64 (const guint8 *at)
{
  return (guint64) get32 (at) | (guint64) get32 (at + 4) << 32;
}

static gboolean
has_signature (const guint8 *at, char third, char fourth)
{
  return at[0] == 'P' && at[1] == 'K' && at[2] == (guint8) third && at[3] == (guint8) fourth;
}

static gboolean
read_at (int fd, guint8 *buffer, gsize size, guint64 offset, const XcFaultPlace *place, GError **error)
{
  while (size > 0)
    {
      gssize got = pread (fd, buffer, size, (off_t) offset);

      if (got < 0 && errno == EINTR)
        continue;
      if (got < 0)
        return xc_fail (
            error, XC_WORKBOOK_ERROR, XC_WORKBOOK_ERROR_IO,
            /* translators: %1$s is the name of a file, %2$s the system's reason */
            _ ("“%1$s” could not be read: %2$s. Nothing was taken from it. Copy it to this computer, "
               "and then try again."),
            place->file, g_strerror (errno));
      if (got == 0)
        return xc_fault_damaged (place, error, _ ("the file is cut off"));
      buffer += got;
      offset += (guint64) got;
      size -= (gsize) got;
    }
  return TRUE;
}

typedef struct
{
  guint64 count;
  guint64 offset;
  guint64 size;
  guint64 until;
} End;

static gboolean
read_end64 (int fd, guint64 end_offset, End *end, const XcFaultPlace *place, GError **error)
{
  guint8 locator[LOCATOR_SIZE], record[END64_SIZE];
  guint64 offset;

  if (end_offset < LOCATOR_SIZE + END64_SIZE)
    return xc_fault_damaged (place, error, _ ("the directory of the file is not where it should be"));
  if (!read_at (fd, locator, sizeof locator, end_offset - LOCATOR_SIZE, place, error))
    return FALSE;
  offset = get64 (locator + 8);
  if (!has_signature (locator, 6, 7) || offset > end_offset - LOCATOR_SIZE - END64_SIZE)
    return xc_fault_damaged (place, error, _ ("the directory of the file is not where it should be"));
  if (!read_at (fd, record, sizeof record, offset, place, error))
    return FALSE;
  if (!has_signature (record, 6, 6) || get32 (record + 16) != 0 || get32 (record + 20) != 0)
    return xc_fault_damaged (place, error, _ ("the directory of the file is not where it should be"));
  end->count = get64 (record + 32);
  end->size = get64 (record + 40);
  end->offset = get64 (record + 48);
  end->until = offset;
  return TRUE;
}

static gboolean
read_end (int fd, guint64 file_size, End *end, const XcFaultPlace *place, GError **error)
{
  gsize size = (gsize) MIN (file_size, END_SIZE + G_MAXUINT16);
  g_autofree guint8 *tail = g_malloc (size);
  const guint8 *found = NULL;
  guint64 offset;

  if (!read_at (fd, tail, size, file_size - size, place, error))
    return FALSE;
  for (gsize i = size; found == NULL && i >= END_SIZE; i--)
    {
      const guint8 *at = tail + i - END_SIZE;

      if (has_signature (at, 5, 6) && i - END_SIZE + END_SIZE + get16 (at + 20) == size)
        found = at;
    }
  if (found == NULL)
    return xc_fault_damaged (place, error, _ ("the file is cut off or has been added to"));
  offset = file_size - size + (guint64) (found - tail);
  end->count = get16 (found + 10);
  end->size = get32 (found + 12);
  end->offset = get32 (found + 16);
  end->until = offset;
  if (get16 (found + 4) != 0 || get16 (found + 6) != 0)
    return xc_fault_damaged (place, error, _ ("the file is only one of several pieces"));
  if (end->count == G_MAXUINT16 || end->size == G_MAXUINT32 || end->offset == G_MAXUINT32)
    if (!read_end64 (fd, offset, end, place, error))
      return FALSE;
  if (end->offset > end->until || end->size > end->until - end->offset)
    return xc_fault_damaged (place, error, _ ("the directory of the file is not where it should be"));
  if (end->count > MAX_ENTRIES || end->size > MAX_DIRECTORY_BYTES)
    return xc_fault_too_large (place, error, _ ("the file holds more than %u parts"), MAX_ENTRIES);
  return TRUE;
}

/* The values that did not fit in the fixed record, in the order that the format gives them. */
static gboolean
read_extra64 (const guint8 *extra, guint size, XcEntry *entry)
{
  guint64 *wide[] = { &entry->size, &entry->packed, &entry->from };
  guint at = 0;

  while (at + 4 <= size && get16 (extra + at) != 1)
    at += 4 + get16 (extra + at + 2);
  if (at + 4 > size || at + 4 + get16 (extra + at + 2) > size)
    at = size;
  else
    {
      size = at + 4 + get16 (extra + at + 2);
      at += 4;
    }
  for (guint i = 0; i < G_N_ELEMENTS (wide); i++)
    if (*wide[i] == G_MAXUINT32)
      {
        if (at + 8 > size)
          return FALSE;
        *wide[i] = get64 (extra + at);
        at += 8;
      }
  return TRUE;
}

static void
clear_entry (gpointer entry)
{
  g_free (((XcEntry *) entry)->name);
}

static gboolean
check_kind (const guint8 *record, const XcFaultPlace *place, GError **error)
{
  if ((get16 (record + 8) & FLAG_ENCRYPTED) != 0)
    return xc_fail (
        error, XC_WORKBOOK_ERROR, XC_WORKBOOK_ERROR_PROTECTED,
        /* translators: %s is the name of a file */
        _ ("“%s” is protected by a password and was not read. Save it as .xlsx without a password, "
           "and then try again."),
        place->file);
  if (get16 (record + 10) != 0 && get16 (record + 10) != 8)
    return xc_fault_damaged (place, error, _ ("it is packed in a way that workbooks do not use"));
  return TRUE;
}

/* What precedes an entry's data must be there and bear the same name, or two programs would read two things. */
static gboolean
check_local (int fd, const guint8 *name, guint name_size, XcEntry *entry, guint64 limit,
             const XcFaultPlace *place, GError **error)
{
  guint8 local[LOCAL_SIZE];
  g_autofree guint8 *local_name = g_malloc (name_size + 1);

  if (limit < LOCAL_SIZE || entry->from > limit - LOCAL_SIZE)
    return xc_fault_damaged (place, error, _ ("the part lies outside the file"));
  if (!read_at (fd, local, sizeof local, entry->from, place, error))
    return FALSE;
  if (!has_signature (local, 3, 4) || get16 (local + 26) != name_size)
    return xc_fault_damaged (place, error, _ ("the part is not where the directory of the file says"));
  if (!read_at (fd, local_name, name_size, entry->from + LOCAL_SIZE, place, error))
    return FALSE;
  if (memcmp (local_name, name, name_size) != 0)
    return xc_fault_damaged (place, error, _ ("the part is not where the directory of the file says"));
  entry->until = entry->from + LOCAL_SIZE + name_size + get16 (local + 28);
  if (entry->until > limit || entry->packed > limit - entry->until)
    return xc_fault_damaged (place, error, _ ("the part is cut off"));
  entry->until += entry->packed;
  return TRUE;
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const XcEntry *one = *(XcEntry *const *) a;
  const XcEntry *other = *(XcEntry *const *) b;

  return one->from < other->from ? -1 : one->from > other->from;
}

static gboolean
check_overlap (GArray *entries, const XcFaultPlace *place, GError **error)
{
  g_autoptr (GPtrArray) sorted = g_ptr_array_sized_new (entries->len);

  for (guint i = 0; i < entries->len; i++)
    g_ptr_array_add (sorted, &g_array_index (entries, XcEntry, i));
  g_ptr_array_sort (sorted, compare_places);
  for (guint i = 1; i < sorted->len; i++)
    {
      const XcEntry *before = g_ptr_array_index (sorted, i - 1);
      const XcEntry *entry = g_ptr_array_index (sorted, i);
      XcFaultPlace at = { .file = place->file, .part = entry->name };

      if (entry->from < before->until)
        return xc_fault_damaged (&at, error, _ ("the part shares bytes with the part %s"), before->name);
    }
  return TRUE;
}

static gboolean
read_entry (int fd, const guint8 *record, guint left, guint64 limit, GArray *entries, GHashTable *names,
            guint *used, const char *file, GError **error)
{
  XcFaultPlace place = { .file = file };
  XcEntry entry = { .index = entries->len };
  guint name_size, extra_size;

  if (left < CENTRAL_SIZE || !has_signature (record, 1, 2))
    return xc_fault_damaged (&place, error, _ ("the directory of the file is damaged"));
  name_size = get16 (record + 28);
  extra_size = get16 (record + 30);
  *used = CENTRAL_SIZE + name_size + extra_size + get16 (record + 32);
  if (*used > left)
    return xc_fault_damaged (&place, error, _ ("the directory of the file is damaged"));
  if (name_size == 0 || memchr (record + CENTRAL_SIZE, '\0', name_size) != NULL)
    return xc_fault_damaged (&place, error, _ ("the directory of the file holds a part without a name"));

  entry.packed = get32 (record + 20);
  entry.size = get32 (record + 24);
  entry.from = get32 (record + 42);
  /* Some programs for Windows write backslashes. A name in another encoding can only be that of a picture. */
  entry.name = g_utf8_make_valid ((const char *) record + CENTRAL_SIZE, name_size);
  g_strdelimit (entry.name, "\\", '/');
  if (entry.name[0] == '/')
    memmove (entry.name, entry.name + 1, strlen (entry.name));
  g_array_append_val (entries, entry);
  place.part = entry.name;

  if (!read_extra64 (record + CENTRAL_SIZE + name_size, extra_size,
                     &g_array_index (entries, XcEntry, entry.index)))
    return xc_fault_damaged (&place, error, _ ("the directory of the file is damaged"));
  if (!g_hash_table_add (names, g_ascii_strdown (entry.name, -1)))
    return xc_fault_damaged (&place, error, _ ("the file holds this part twice"));
  return check_kind (record, &place, error)
         && check_local (fd, record + CENTRAL_SIZE, name_size, &g_array_index (entries, XcEntry, entry.index),
                         limit, &place, error);
}

/**
 * xc_directory_read:
 * @fd: the open file
 * @file_size: its size in bytes
 * @place: where to say that a fault is; only the file is used
 * @error: return location: %XC_WORKBOOK_ERROR_DAMAGED, _PROTECTED, _TOO_LARGE or _IO
 *
 * Reads the directory of the ZIP file @fd and checks that every entry lies in the file, apart from the others, under
 * a name of its own (ASCII letters compared without case, as part names are).
 *
 * Returns: (transfer full) (element-type XcEntry): the entries, in order, or %NULL
 */
GArray *
xc_directory_read (int fd, guint64 file_size, const XcFaultPlace *place, GError **error)
{
  g_autoptr (GArray) entries = g_array_new (FALSE, TRUE, sizeof (XcEntry));
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree guint8 *directory = NULL;
  End end = { 0 };
  guint at = 0;

  g_array_set_clear_func (entries, clear_entry);
  if (!read_end (fd, file_size, &end, place, error))
    return NULL;
  directory = g_malloc ((gsize) end.size + 1);
  if (!read_at (fd, directory, (gsize) end.size, end.offset, place, error))
    return NULL;
  while (at < end.size)
    {
      guint used = 0;

      if (!read_entry (fd, directory + at, (guint) end.size - at, end.offset, entries, names, &used,
                       place->file, error))
        return NULL;
      at += used;
    }
  if (entries->len != end.count)
    {
      xc_fault_damaged (place, error, _ ("the directory of the file is damaged"));
      return NULL;
    }
  return check_overlap (entries, place, error) ? g_steal_pointer (&entries) : NULL;
}
