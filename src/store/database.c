/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/database.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <errno.h>
#include <fcntl.h>
#include <sqlite3.h>
#include <string.h>
#include <unistd.h>

#include "core/fail.h"
#include "core/pinyin.h"
#include "core/text.h"

/* How long a command waits for another program that is writing. */
#define BUSY_TIMEOUT_MS 3000
/* How many instructions of a statement pass between two looks at the clock: well under a millisecond. */
#define STEPS_PER_LOOK 4000

struct _XcDatabase
{
  sqlite3 *handle;
  char *path;
  char *name;             /* as people know the file */
  GHashTable *statements; /* text → XcStatement, owned */
  gint64 deadline_us;     /* of the monotonic clock; 0 when there is none */
};

struct _XcStatement
{
  XcDatabase *database; /* borrowed */
  sqlite3_stmt *handle;
  gboolean is_kept;
  gboolean is_in_use;
};

G_DEFINE_QUARK (xc - store - error - quark, xc_store_error)

static void
free_statement (gpointer data)
{
  XcStatement *statement = data;

  sqlite3_finalize (statement->handle);
  g_free (statement);
}

static gboolean
fail_read_only (XcDatabase *self, GError **error)
{
  return xc_fail (
      error, XC_STORE_ERROR, XC_STORE_ERROR_READ_ONLY,
      /* translators: %s is the name of a file */
      _ ("“%s” may only be read, so nothing was saved. Copy it to a folder of your own, or ask for "
         "permission to write."),
      self->name);
}

static gboolean
fail_moved (XcDatabase *self, GError **error)
{
  return xc_fail (
      error, XC_STORE_ERROR, XC_STORE_ERROR_NOT_FOUND,
      /* translators: %s is the name of a file */
      _ ("“%s” was moved, renamed or deleted while it was open, so nothing was saved. Put the file back, or "
         "save a copy under another name."),
      self->name);
}

/* What the system said last, which a failing COMMIT keeps with the file only. */
static int
get_system_error (XcDatabase *self)
{
  int error_number = sqlite3_system_errno (self->handle);

  if (error_number == 0)
    sqlite3_file_control (self->handle, "main", SQLITE_FCNTL_LAST_ERRNO, &error_number);
  return error_number;
}

/**
 * xc_database_fail:
 * @self: a connection whose last call failed
 * @error: return location
 *
 * The one place where what SQLite reports becomes a sentence.
 *
 * Returns: always %FALSE
 */
gboolean
xc_database_fail (XcDatabase *self, GError **error)
{
  int code = sqlite3_extended_errcode (self->handle);
  int system_error = get_system_error (self);
  const char *detail = sqlite3_errmsg (self->handle);

  if (code == SQLITE_IOERR_WRITE && (system_error == ENOSPC || system_error == EDQUOT))
    code = SQLITE_FULL;
  if (code == SQLITE_READONLY_DBMOVED)
    return fail_moved (self, error);
  if (code == SQLITE_READONLY_ROLLBACK)
    return xc_fail (
        error, XC_STORE_ERROR, XC_STORE_ERROR_UNFINISHED,
        /* translators: %s is the name of a file */
        _ ("A program was cut off while it wrote to “%s”. Open the file once for writing, which puts back "
           "what was there before; nothing was changed."),
        self->name);
  switch (code & 0xff)
    {
    case SQLITE_FULL:
      return xc_fail (
          error, XC_STORE_ERROR, XC_STORE_ERROR_NO_SPACE,
          /* translators: %s is the name of a file */
          _ ("The disk is full, so nothing was saved in “%s”. Make room on the disk and try again."),
          self->name);
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
      return fail_read_only (self, error);
    case SQLITE_CANTOPEN:
      return xc_fail (
          error, XC_STORE_ERROR, XC_STORE_ERROR_READ_ONLY,
          /* translators: %1$s is the name of a file, %2$s a reason given by the system */
          _ ("“%1$s” cannot be opened, or its folder cannot be written to (%2$s); nothing was saved. "
             "Check the permissions of the file and of its folder."),
          self->name, system_error != 0 ? g_strerror (system_error) : detail);
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return xc_fail (
          error, XC_STORE_ERROR, XC_STORE_ERROR_IN_USE,
          /* translators: %s is the name of a file */
          _ ("Another program is writing to “%s”, so nothing was saved. Wait a moment and try again."),
          self->name);
    case SQLITE_NOTADB:
      return xc_fail (
          error, XC_STORE_ERROR, XC_STORE_ERROR_NOT_LEDGER,
          /* translators: %s is the name of a file */
          _ ("“%s” is not a ledger of this program; nothing was changed. Choose a file that ends in "
             ".xuncha."),
          self->name);
    case SQLITE_CORRUPT:
      return xc_fail (
          error, XC_STORE_ERROR, XC_STORE_ERROR_DAMAGED,
          /* translators: %1$s is the name of a file, %2$s a technical reason */
          _ ("“%1$s” is damaged (%2$s); nothing was changed. Keep the file as it is and restore the "
             "latest backup, which lies beside it."),
          self->name, detail);
    case SQLITE_CONSTRAINT:
      return xc_fail (
          error, XC_STORE_ERROR, XC_STORE_ERROR_REFUSED,
          /* translators: %1$s is the name of a file, %2$s a technical reason */
          _ ("What was to be saved in “%1$s” does not fit the other rows (%2$s); nothing was saved. Mend "
             "what was entered and save again."),
          self->name, detail);
    case SQLITE_INTERRUPT:
      return xc_fail (error, XC_STORE_ERROR, XC_STORE_ERROR_INTERRUPTED,
                      _ ("Cancelled; nothing was changed."));
    default:
      return xc_fail (
          error, XC_STORE_ERROR, XC_STORE_ERROR_FAILED,
          /* translators: %1$s is the name of a file, %2$s a technical reason, %3$s one of the system */
          _ ("“%1$s” could not be read or written (%2$s; %3$s); nothing was saved. Check the disk and the "
             "connection to it, then try again."),
          self->name, detail, system_error != 0 ? g_strerror (system_error) : "–");
    }
}

static gboolean
create_file (const char *path, const char *name, GError **error)
{
  /* Closed before SQLite opens it: a later close would drop SQLite's locks. */
  int descriptor = g_open (path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0600);

  if (descriptor >= 0)
    {
      close (descriptor);
      return TRUE;
    }
  if (errno == EEXIST)
    return xc_fail (error, XC_STORE_ERROR, XC_STORE_ERROR_EXISTS,
                    /* translators: %s is the name of a file */
                    _ ("“%s” exists already and was left as it is. Choose another name."), name);
  return xc_fail (error, XC_STORE_ERROR, errno == ENOSPC ? XC_STORE_ERROR_NO_SPACE : XC_STORE_ERROR_READ_ONLY,
                  /* translators: %1$s is the name of a file, %2$s a reason given by the system */
                  _ ("“%1$s” could not be created (%2$s). Choose another folder, or make it writable."), name,
                  g_strerror (errno));
}

static gboolean
find_file (const char *path, const char *name, GError **error)
{
  GStatBuf status;

  if (g_stat (path, &status) != 0)
    return xc_fail (
        error, XC_STORE_ERROR, errno == ENOENT ? XC_STORE_ERROR_NOT_FOUND : XC_STORE_ERROR_READ_ONLY,
        /* translators: %1$s is the name of a file, %2$s a reason given by the system */
        _ ("“%1$s” cannot be opened (%2$s). Check the name and the folder."), name, g_strerror (errno));
  if (!S_ISREG (status.st_mode))
    return xc_fail (error, XC_STORE_ERROR, XC_STORE_ERROR_NOT_LEDGER,
                    /* translators: %s is the name of a folder */
                    _ ("“%s” is not a file, so it cannot be a ledger. Choose a file that ends in .xuncha."),
                    name);
  return TRUE;
}

static void
answer (sqlite3_context *context, sqlite3_value **arguments,
        gboolean (*finds) (const char *text, const char *needle))
{
  const char *text = (const char *) sqlite3_value_text (arguments[0]);
  const char *needle = (const char *) sqlite3_value_text (arguments[1]);

  sqlite3_result_int (context, text != NULL && needle != NULL && finds (text, needle));
}

static void
matches (sqlite3_context *context, int n_arguments, sqlite3_value **arguments)
{
  answer (context, arguments, xc_pinyin_matches);
}

static void
contains (sqlite3_context *context, int n_arguments, sqlite3_value **arguments)
{
  answer (context, arguments, xc_text_contains);
}

static int
compare_names (void *data, int a_size, const void *a, int b_size, const void *b)
{
  return xc_pinyin_compare_sized (a, (gsize) a_size, b, (gsize) b_size);
}

static const char ids_type[] = "xuncha-ids";

/* Whether a row is one of many, which are bound as they are in memory. */
static void
is_among (sqlite3_context *context, int n_arguments, sqlite3_value **arguments)
{
  const XcIdTable *ids = sqlite3_value_pointer (arguments[1], ids_type);

  sqlite3_result_int (context, ids != NULL && sqlite3_value_type (arguments[0]) == SQLITE_INTEGER
                                   && xc_id_table_find (ids, sqlite3_value_int64 (arguments[0]), NULL));
}

/* What lists need beyond SQLite's own. No schema may use them: an index by pinyin would be wrong as soon as another
 * version reads a character otherwise. */
static gboolean
add_functions (XcDatabase *self, GError **error)
{
  int flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY;

  if (sqlite3_create_function_v2 (self->handle, "matches", 2, flags, NULL, matches, NULL, NULL, NULL)
          != SQLITE_OK
      || sqlite3_create_function_v2 (self->handle, "contains", 2, flags, NULL, contains, NULL, NULL, NULL)
             != SQLITE_OK
      || sqlite3_create_function_v2 (self->handle, "is_among", 2, flags, NULL, is_among, NULL, NULL, NULL)
             != SQLITE_OK
      || sqlite3_create_collation_v2 (self->handle, "pinyin", SQLITE_UTF8, NULL, compare_names, NULL)
             != SQLITE_OK)
    return xc_database_fail (self, error);
  return TRUE;
}

static gboolean
configure (XcDatabase *self, GError **error)
{
  if (!add_functions (self, error))
    return FALSE;
  sqlite3_extended_result_codes (self->handle, 1);
  sqlite3_busy_timeout (self->handle, BUSY_TIMEOUT_MS);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_DQS_DML, 0, NULL);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_DQS_DDL, 0, NULL);
  /* EXTRA syncs the folder after the journal is removed; FULL does not. */
  return xc_database_execute (
      self,
      "PRAGMA foreign_keys = ON; PRAGMA synchronous = EXTRA; PRAGMA temp_store = MEMORY;"
      "PRAGMA mmap_size = 0; PRAGMA cell_size_check = ON; PRAGMA cache_size = -16384",
      error);
}

static gboolean
open_handle (XcDatabase *self, int flags, GError **error)
{
  self->statements = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_statement);
  if (sqlite3_open_v2 (self->path, &self->handle, flags | SQLITE_OPEN_NOMUTEX, NULL) != SQLITE_OK)
    return xc_database_fail (self, error);
  return configure (self, error);
}

static XcDatabase *
open_file (const char *path, XcDatabaseMode mode, GError **error)
{
  g_autoptr (XcDatabase) self = g_new0 (XcDatabase, 1);
  int flags = mode == XC_DATABASE_READ ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE;

  self->path = g_canonicalize_filename (path, NULL);
  self->name = g_filename_display_basename (self->path);
  if (!(mode == XC_DATABASE_CREATE ? create_file : find_file) (self->path, self->name, error))
    return NULL;
  if (!open_handle (self, flags, error))
    return NULL;
  /* SQLite turns to reading by itself when the file may not be written. */
  if (mode != XC_DATABASE_READ && sqlite3_db_readonly (self->handle, "main") == 1)
    {
      fail_read_only (self, error);
      return NULL;
    }
  /* With links resolved: what lies beside the file lies beside its true place. */
  g_free (self->path);
  self->path = g_strdup (sqlite3_db_filename (self->handle, "main"));
  return g_steal_pointer (&self);
}

/**
 * xc_database_open:
 * @path: a file
 * @mode: to read, to write, or a new file that only its owner may read
 * @error: return location for a #XcStoreError
 *
 * Does not say whether the file is a ledger. What a program that was cut off left half written is taken back, for
 * readers too, when the file may be written.
 *
 * Returns: (transfer full): a connection, or %NULL
 */
XcDatabase *
xc_database_open (const char *path, XcDatabaseMode mode, GError **error)
{
  g_autoptr (GError) first_error = NULL;
  XcDatabase *self = open_file (path, mode, &first_error);
  g_autoptr (XcDatabase) mending = NULL;

  if (g_error_matches (first_error, XC_STORE_ERROR, XC_STORE_ERROR_UNFINISHED))
    {
      mending = open_file (path, XC_DATABASE_WRITE, NULL);
      if (mending != NULL)
        {
          g_clear_error (&first_error);
          self = open_file (path, mode, &first_error);
        }
    }
  if (self == NULL)
    g_propagate_error (error, g_steal_pointer (&first_error));
  return self;
}

/**
 * xc_database_open_in_memory:
 * @error: return location for a #XcStoreError
 *
 * Returns: (transfer full): a connection to an empty database that is gone with it, or %NULL
 */
XcDatabase *
xc_database_open_in_memory (GError **error)
{
  g_autoptr (XcDatabase) self = g_new0 (XcDatabase, 1);

  self->path = g_strdup (":memory:");
  self->name = g_strdup (self->path);
  if (!open_handle (self, SQLITE_OPEN_READWRITE | SQLITE_OPEN_MEMORY, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
xc_database_close (XcDatabase *self)
{
  g_clear_pointer (&self->statements, g_hash_table_unref);
  /* Fails only while a statement or a session is alive, which is a programmer's error. */
  if (sqlite3_close (self->handle) != SQLITE_OK)
    g_error ("a statement outlives its connection: %s", sqlite3_errmsg (self->handle));
  g_free (self->name);
  g_free (self->path);
  g_free (self);
}

const char *
xc_database_get_path (XcDatabase *self)
{
  return self->path;
}

const char *
xc_database_get_name (XcDatabase *self)
{
  return self->name;
}

sqlite3 *
xc_database_get_handle (XcDatabase *self)
{
  return self->handle;
}

gboolean
xc_database_is_in_transaction (XcDatabase *self)
{
  return !sqlite3_get_autocommit (self->handle);
}

/**
 * xc_database_check_place:
 * @self: a connection
 * @error: return location for %XC_STORE_ERROR_NOT_FOUND
 *
 * Whoever moves or deletes an open file leaves SQLite writing to what nobody will find again.
 *
 * Returns: whether the file still is where it was opened
 */
gboolean
xc_database_check_place (XcDatabase *self, GError **error)
{
  int has_moved = 0;

  sqlite3_file_control (self->handle, "main", SQLITE_FCNTL_HAS_MOVED, &has_moved);
  return !has_moved || fail_moved (self, error);
}

/**
 * xc_database_interrupt:
 * @self: a connection that another thread may be using
 *
 * Makes what runs on it end with %XC_STORE_ERROR_INTERRUPTED.
 */
void
xc_database_interrupt (XcDatabase *self)
{
  sqlite3_interrupt (self->handle);
}

static int
look_at_clock (void *data)
{
  XcDatabase *self = data;

  return g_get_monotonic_time () > self->deadline_us;
}

/**
 * xc_database_expect_much:
 * @self: a connection
 * @is_much: whether a very large action comes, or is over
 *
 * An action that outgrows the cache is written to the file before its end, page by page; a cache for that is more memory
 * than a window should hold all day.
 */
void
xc_database_expect_much (XcDatabase *self, gboolean is_much)
{
  xc_database_execute (
      self, is_much ? "PRAGMA cache_size = -65536" : "PRAGMA cache_size = -16384; PRAGMA shrink_memory",
      NULL);
}

/**
 * xc_database_limit_time:
 * @self: a connection
 * @limit_ms: how long all that follows may take together, until the next call; 0 for as long as it needs
 *
 * What takes longer ends with %XC_STORE_ERROR_INTERRUPTED. A sort in memory is not stopped in its middle.
 */
void
xc_database_limit_time (XcDatabase *self, guint limit_ms)
{
  self->deadline_us = limit_ms != 0 ? g_get_monotonic_time () + limit_ms * G_GINT64_CONSTANT (1000) : 0;
  sqlite3_progress_handler (self->handle, limit_ms != 0 ? STEPS_PER_LOOK : 0, look_at_clock, self);
}

/**
 * xc_database_random_id:
 *
 * Ids are random, so that ledgers can be merged.
 *
 * Returns: from 1 to 2⁶³ − 1
 */
gint64
xc_database_random_id (void)
{
  gint64 id = 0;

  while (id == 0)
    {
      sqlite3_randomness (sizeof id, &id);
      id &= G_MAXINT64;
    }
  return id;
}

gboolean
xc_database_execute (XcDatabase *self, const char *sql, GError **error)
{
  if (sqlite3_exec (self->handle, sql, NULL, NULL, NULL) != SQLITE_OK)
    return xc_database_fail (self, error);
  return TRUE;
}

/**
 * xc_database_get_integer:
 * @self: a connection
 * @sql: a query of one row and one column
 * @value: (out): what it found; 0 when there is no row
 * @error: return location for a #XcStoreError
 *
 * Returns: whether it could be asked
 */
gboolean
xc_database_get_integer (XcDatabase *self, const char *sql, gint64 *value, GError **error)
{
  g_autoptr (XcStatement) statement = xc_database_prepare (self, sql, error);
  gboolean row;

  *value = 0;
  if (statement == NULL || !xc_statement_step (statement, &row, error))
    return FALSE;
  if (row)
    *value = xc_statement_get_integer (statement, 0);
  return TRUE;
}

/**
 * xc_database_prepare:
 * @self: a connection
 * @sql: one statement
 * @error: return location for a #XcStoreError
 *
 * Returns: (transfer full): the statement, to be given back by xc_statement_release()
 */
XcStatement *
xc_database_prepare (XcDatabase *self, const char *sql, GError **error)
{
  XcStatement *kept = g_hash_table_lookup (self->statements, sql);
  XcStatement *statement;
  sqlite3_stmt *handle;

  if (kept != NULL && !kept->is_in_use)
    {
      kept->is_in_use = TRUE;
      return kept;
    }
  if (sqlite3_prepare_v3 (self->handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &handle, NULL) != SQLITE_OK)
    {
      xc_database_fail (self, error);
      return NULL;
    }
  statement = g_new0 (XcStatement, 1);
  statement->database = self;
  statement->handle = handle;
  statement->is_in_use = TRUE;
  statement->is_kept = kept == NULL;
  if (statement->is_kept)
    g_hash_table_insert (self->statements, g_strdup (sql), statement);
  return statement;
}

void
xc_statement_release (XcStatement *self)
{
  if (!self->is_kept)
    {
      free_statement (self);
      return;
    }
  sqlite3_reset (self->handle);
  sqlite3_clear_bindings (self->handle);
  self->is_in_use = FALSE;
}

void
xc_statement_bind_null (XcStatement *self, int parameter)
{
  g_assert_cmpint (sqlite3_bind_null (self->handle, parameter), ==, SQLITE_OK);
}

void
xc_statement_bind_integer (XcStatement *self, int parameter, gint64 value)
{
  g_assert_cmpint (sqlite3_bind_int64 (self->handle, parameter, value), ==, SQLITE_OK);
}

void
xc_statement_bind_text (XcStatement *self, int parameter, const char *text)
{
  g_assert_cmpint (sqlite3_bind_text (self->handle, parameter, text, -1, SQLITE_STATIC), ==, SQLITE_OK);
}

void
xc_statement_bind_blob (XcStatement *self, int parameter, gconstpointer bytes, gsize size)
{
  int code = sqlite3_bind_blob64 (self->handle, parameter, bytes, size, SQLITE_STATIC);

  /* Too big is found by the step, as the parameter then is null. */
  g_assert_true (code == SQLITE_OK || code == SQLITE_TOOBIG);
}

/**
 * xc_statement_bind_ids:
 * @self: a statement
 * @parameter: from 1
 * @ids: (transfer none): they must live and stay as they are until the statement is released
 *
 * For "is_among (COLUMN, ?)" in SQL.
 */
void
xc_statement_bind_ids (XcStatement *self, int parameter, const XcIdTable *ids)
{
  g_assert_cmpint (sqlite3_bind_pointer (self->handle, parameter, (void *) ids, ids_type, NULL), ==,
                   SQLITE_OK);
}

gboolean
xc_statement_step (XcStatement *self, gboolean *row, GError **error)
{
  int code = sqlite3_step (self->handle);

  *row = code == SQLITE_ROW;
  if (code == SQLITE_ROW || code == SQLITE_DONE)
    return TRUE;
  return xc_database_fail (self->database, error);
}

/**
 * xc_statement_run:
 * @self: a statement that gives no rows
 * @error: return location for a #XcStoreError
 *
 * Runs it to its end and makes it ready for the next values.
 *
 * Returns: whether it ran
 */
gboolean
xc_statement_run (XcStatement *self, GError **error)
{
  gboolean row;

  do
    if (!xc_statement_step (self, &row, error))
      return FALSE;
  while (row);
  sqlite3_reset (self->handle);
  return TRUE;
}

void
xc_statement_reset (XcStatement *self)
{
  sqlite3_reset (self->handle);
}

gboolean
xc_statement_is_null (XcStatement *self, int column)
{
  return sqlite3_column_type (self->handle, column) == SQLITE_NULL;
}

gint64
xc_statement_get_integer (XcStatement *self, int column)
{
  return sqlite3_column_int64 (self->handle, column);
}

/**
 * xc_statement_get_text:
 * @self: a statement with a row
 * @column: from 0
 *
 * Returns: (transfer none) (nullable): valid until the next step; %NULL for null
 */
const char *
xc_statement_get_text (XcStatement *self, int column)
{
  return (const char *) sqlite3_column_text (self->handle, column);
}

/**
 * xc_statement_dup_blob:
 * @self: a statement with a row
 * @column: from 0
 *
 * Returns: (transfer full) (nullable): the bytes; %NULL for null
 */
GBytes *
xc_statement_dup_blob (XcStatement *self, int column)
{
  const void *bytes = sqlite3_column_blob (self->handle, column);

  if (xc_statement_is_null (self, column))
    return NULL;
  return g_bytes_new (bytes, (gsize) sqlite3_column_bytes (self->handle, column));
}
