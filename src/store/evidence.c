/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The row says what a file is called and whose it is, the attachment holds its bytes under their SHA-256, so that a file
 * attached to many problems is kept once. Undo takes the row away and leaves the bytes, which redo needs again.
 */
#include "store/evidence.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sys/stat.h>

#include "core/fail.h"
#include "store/office.h"

#define MIB (1024 * 1024)
/* Longer names are cut: file systems take 255 bytes. */
#define MAX_NAME_BYTES 200

typedef struct
{
  gint64 problem_id;
  gint64 measure_id;
  char *title;
  char *media_type;
  GBytes *bytes;
  char *sha256;
  XcDay added_on;
  gint64 id;
} Attaching;

static void
clear_attaching (Attaching *attaching)
{
  g_free (attaching->title);
  g_free (attaching->media_type);
  g_clear_pointer (&attaching->bytes, g_bytes_unref);
  g_free (attaching->sha256);
}

static GBytes *
read_file (const char *path, const char *name, int limit_mib, GError **error)
{
  g_autoptr (GMappedFile) mapped = NULL;
  g_autoptr (GError) reason = NULL;
  GStatBuf status;

  if (g_stat (path, &status) == 0 && !S_ISREG (status.st_mode))
    {
      xc_fail (
          error, XC_STORE_ERROR, XC_STORE_ERROR_REFUSED,
          /* translators: %s is the name of a folder */
          _ ("“%s” is no file, so nothing was attached. Choose a file; pack a folder into an archive first."),
          name);
      return NULL;
    }
  mapped = g_mapped_file_new (path, FALSE, &reason);
  if (mapped == NULL)
    {
      xc_fail (error, XC_STORE_ERROR, XC_STORE_ERROR_NOT_FOUND,
               /* translators: %1$s is the name of a file, %2$s the reason */
               _ ("“%1$s” could not be read, so nothing was attached: %2$s"), name, reason->message);
      return NULL;
    }
  if (g_mapped_file_get_length (mapped) > (gsize) limit_mib * MIB)
    {
      xc_fail (
          error, XC_STORE_ERROR, XC_STORE_ERROR_REFUSED,
          /* translators: %1$s is the name of a file, %2$d a number of mebibytes */
          _ ("“%1$s” is larger than %2$d MiB, so it was not attached. Make it smaller, or raise the limit in "
             "the preferences."),
          name, limit_mib);
      return NULL;
    }
  if (g_mapped_file_get_length (mapped) == 0)
    {
      xc_fail (error, XC_STORE_ERROR, XC_STORE_ERROR_REFUSED,
               /* translators: %s is the name of a file */
               _ ("“%s” is empty, so it was not attached."), name);
      return NULL;
    }
  /* A copy: another program may shorten the file while it is mapped. */
  return g_bytes_new (g_mapped_file_get_contents (mapped), g_mapped_file_get_length (mapped));
}

static gboolean
keep_bytes (XcStore *store, const Attaching *attaching, GError **error)
{
  g_autoptr (XcStatement) statement = xc_database_prepare (
      xc_store_get_database (store),
      "INSERT INTO attachment (sha256, bytes) VALUES (?1, ?2) ON CONFLICT DO NOTHING", error);
  gsize size;
  gconstpointer bytes = g_bytes_get_data (attaching->bytes, &size);

  if (statement == NULL)
    return FALSE;
  xc_statement_bind_text (statement, 1, attaching->sha256);
  xc_statement_bind_blob (statement, 2, bytes, size);
  return xc_statement_run (statement, error);
}

static gboolean
attach (XcStore *store, gpointer data, GError **error)
{
  Attaching *attaching = data;
  g_autoptr (XcRecord) record = xc_record_new (XC_TABLE_EVIDENCE);

  xc_record_set_number (record, "problem_id", attaching->problem_id);
  if (attaching->measure_id != 0)
    xc_record_set_number (record, "measure_id", attaching->measure_id);
  xc_record_set_text (record, "title", attaching->title);
  xc_record_set_text (record, "media_type", attaching->media_type);
  xc_record_set_number (record, "size", (gint64) g_bytes_get_size (attaching->bytes));
  xc_record_set_text (record, "sha256", attaching->sha256);
  xc_record_set_day (record, "added_on", attaching->added_on);
  if (!keep_bytes (store, attaching, error) || !xc_store_save (store, record, error))
    return FALSE;
  attaching->id = xc_record_get_id (record);
  return TRUE;
}

/**
 * xc_evidence_attach:
 * @store: a ledger
 * @problem_id: the problem
 * @measure_id: the measure of it that the file proves, or 0
 * @path: a file
 * @added_on: today
 * @error: return location; %XC_STORE_ERROR_REFUSED when it is too large, empty or no file
 *
 * Copies the file into the ledger, as one undoable action.
 *
 * Returns: the id of the evidence; 0 when nothing was attached
 */
gint64
xc_evidence_attach (XcStore *store, gint64 problem_id, gint64 measure_id, const char *path, XcDay added_on,
                    GError **error)
{
  g_autoptr (XcOffice) office = xc_office_load (store, error);
  g_autofree char *content_type = NULL;
  g_autofree char *title = NULL;
  Attaching attaching = { .problem_id = problem_id, .measure_id = measure_id, .added_on = added_on };
  gsize size;
  const guchar *bytes;

  if (office == NULL)
    return 0;
  attaching.title = g_filename_display_basename (path);
  attaching.bytes = read_file (path, attaching.title, office->attachment_mib, error);
  if (attaching.bytes != NULL)
    {
      bytes = g_bytes_get_data (attaching.bytes, &size);
      content_type = g_content_type_guess (attaching.title, bytes, MIN (size, 4096), NULL);
      attaching.media_type = g_content_type_get_mime_type (content_type);
      attaching.sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, attaching.bytes);
      /* translators: %s is the name of a file */
      title = g_strdup_printf (_ ("Evidence attached: %s"), attaching.title);
      if (!xc_store_run (store, title, attach, &attaching, error))
        attaching.id = 0;
    }
  clear_attaching (&attaching);
  return attaching.id;
}

static gboolean
remove_row (XcStore *store, gpointer data, GError **error)
{
  return xc_store_remove (store, XC_TABLE_EVIDENCE, *(gint64 *) data, error);
}

/**
 * xc_evidence_remove:
 * @store: a ledger
 * @evidence_id: what to take away
 * @error: return location for a #XcStoreError
 *
 * One undoable action.
 *
 * Returns: whether it is no more
 */
gboolean
xc_evidence_remove (XcStore *store, gint64 evidence_id, GError **error)
{
  g_autoptr (XcRecord) record = xc_store_load (store, XC_TABLE_EVIDENCE, evidence_id, error);
  g_autofree char *title = NULL;

  if (record == NULL)
    return FALSE;
  /* translators: %s is the name of a file */
  title = g_strdup_printf (_ ("Evidence removed: %s"), xc_record_get_text (record, "title"));
  return xc_store_run (store, title, remove_row, &evidence_id, error);
}

static GBytes *
load_bytes (XcStore *store, const XcRecord *evidence, GError **error)
{
  g_autoptr (XcStatement) statement = xc_database_prepare (
      xc_store_get_database (store), "SELECT bytes FROM attachment WHERE sha256 = ?1", error);
  const char *sha256 = xc_record_get_text (evidence, "sha256");
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *found = NULL;
  gboolean row;

  if (statement == NULL)
    return NULL;
  xc_statement_bind_text (statement, 1, sha256);
  if (!xc_statement_step (statement, &row, error))
    return NULL;
  bytes = row ? xc_statement_dup_blob (statement, 0) : NULL;
  found = bytes != NULL ? g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes) : NULL;
  if (g_strcmp0 (found, sha256) == 0)
    return g_steal_pointer (&bytes);
  xc_fail (
      error, XC_STORE_ERROR, XC_STORE_ERROR_DAMAGED,
      /* translators: %s is the name of a file */
      _ ("“%s” is missing from the ledger or was altered, so it was not opened. Look for it in a backup, and "
         "attach it again."),
      xc_record_get_text (evidence, "title"));
  return NULL;
}

/**
 * xc_evidence_load:
 * @store: a ledger
 * @evidence_id: which
 * @error: return location; %XC_STORE_ERROR_DAMAGED when the bytes are not those that were attached
 *
 * Returns: (transfer full): the file, proven by its fingerprint; or %NULL
 */
GBytes *
xc_evidence_load (XcStore *store, gint64 evidence_id, GError **error)
{
  g_autoptr (XcRecord) evidence = xc_store_load (store, XC_TABLE_EVIDENCE, evidence_id, error);

  return evidence != NULL ? load_bytes (store, evidence, error) : NULL;
}

static gboolean
write_bytes (GBytes *bytes, const char *path, int mode, GError **error)
{
  g_autoptr (GError) reason = NULL;
  g_autofree char *name = NULL;
  gsize size;
  const char *contents = g_bytes_get_data (bytes, &size);

  if (g_file_set_contents_full (path, contents, (gssize) size,
                                G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, mode, &reason))
    return TRUE;
  name = g_filename_display_basename (path);
  /* translators: %1$s is the name of a file, %2$s the reason */
  return xc_fail (error, XC_STORE_ERROR, XC_STORE_ERROR_FAILED, _ ("“%1$s” could not be written: %2$s"), name,
                  reason->message);
}

/**
 * xc_evidence_write:
 * @store: a ledger
 * @evidence_id: which
 * @path: where to; what is there is replaced
 * @error: return location for a #XcStoreError
 *
 * Returns: whether the file is there
 */
gboolean
xc_evidence_write (XcStore *store, gint64 evidence_id, const char *path, GError **error)
{
  g_autoptr (GBytes) bytes = xc_evidence_load (store, evidence_id, error);

  return bytes != NULL && write_bytes (bytes, path, 0600, error);
}

/* The folder of this process's copies, for its user alone. */
static char *copies;

static const char *
get_copies (GError **error)
{
  g_autoptr (GError) reason = NULL;

  if (copies != NULL)
    return copies;
  /* Created with mode 0700. */
  copies = g_dir_make_tmp ("xuncha-XXXXXX", &reason);
  if (copies == NULL)
    xc_fail (error, XC_STORE_ERROR, XC_STORE_ERROR_FAILED,
             /* translators: %s is the reason */
             _ ("No private folder could be made for a copy, so the file was not opened: %s"),
             reason->message);
  return copies;
}

/* A name that leads nowhere else; with its ending, by which programs are chosen. */
static char *
make_file_name (const char *title)
{
  g_autofree char *plain = g_strdup (title);
  const char *ending = strrchr (plain, '.');
  gsize length = strlen (plain), ending_length = ending != NULL ? strlen (ending) : 0;

  g_strdelimit (plain, "/\\:*?\"<>|", '_');
  if (plain[0] == '.')
    plain[0] = '_';
  if (length <= MAX_NAME_BYTES || ending_length > 16)
    return length <= MAX_NAME_BYTES
               ? g_steal_pointer (&plain)
               : g_strndup (plain, (gsize) (g_utf8_find_prev_char (plain, plain + MAX_NAME_BYTES) - plain));
  {
    const char *end = g_utf8_find_prev_char (plain, plain + MAX_NAME_BYTES - ending_length);
    g_autofree char *head = g_strndup (plain, (gsize) (end - plain));

    return g_strconcat (head, ending, NULL);
  }
}

/**
 * xc_evidence_copy:
 * @store: a ledger
 * @evidence_id: which
 * @error: return location for a #XcStoreError
 *
 * Writes a copy that can only be read, into a folder that only its user can enter: what another program does to it does
 * not reach the ledger.
 *
 * Returns: (transfer full): the path of the copy, to be shown to the desktop's program; or %NULL
 */
char *
xc_evidence_copy (XcStore *store, gint64 evidence_id, GError **error)
{
  g_autoptr (XcRecord) evidence = xc_store_load (store, XC_TABLE_EVIDENCE, evidence_id, error);
  g_autoptr (GBytes) bytes = evidence != NULL ? load_bytes (store, evidence, error) : NULL;
  const char *folder = bytes != NULL ? get_copies (error) : NULL;
  g_autofree char *name = NULL;
  g_autofree char *own = NULL;
  g_autofree char *path = NULL;

  if (folder == NULL)
    return NULL;
  /* One folder each, as two files may be called the same. */
  own = g_strdup_printf ("%s/%.12s", folder, xc_record_get_text (evidence, "sha256"));
  name = make_file_name (xc_record_get_text (evidence, "title"));
  path = g_build_filename (own, name, NULL);
  if (g_mkdir_with_parents (own, 0700) != 0)
    {
      xc_fail (error, XC_STORE_ERROR, XC_STORE_ERROR_FAILED,
               _ ("No private folder could be made for a copy, so the file was not opened: %s"),
               g_strerror (errno));
      return NULL;
    }
  return write_bytes (bytes, path, 0400, error) ? g_steal_pointer (&path) : NULL;
}

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *inner = g_build_filename (path, name, NULL);

      if (g_file_test (inner, G_FILE_TEST_IS_DIR) && !g_file_test (inner, G_FILE_TEST_IS_SYMLINK))
        remove_tree (inner);
      else
        g_unlink (inner);
    }
  g_rmdir (path);
}

/**
 * xc_evidence_forget_copies:
 *
 * Removes all copies that were opened; for the end of the program.
 */
void
xc_evidence_forget_copies (void)
{
  if (copies != NULL)
    remove_tree (copies);
  g_clear_pointer (&copies, g_free);
}
