/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A connection to an SQLite file, set up as every ledger is, and its statements. Beyond SQLite's own, they know the
 * functions contains (text, needle) and matches (text, needle), the latter with pinyin, and the collation pinyin. */
#pragma once

#include <glib.h>

#include "store/id-table.h"

G_BEGIN_DECLS

#define XC_STORE_ERROR (xc_store_error_quark ())
GQuark xc_store_error_quark (void);

typedef enum
{
  XC_STORE_ERROR_NOT_LEDGER,    /* another program's file, or none: choose another */
  XC_STORE_ERROR_DAMAGED,       /* restore a backup */
  XC_STORE_ERROR_TOO_NEW,       /* use a newer program; reading is possible */
  XC_STORE_ERROR_IN_USE,        /* wait, or open for reading */
  XC_STORE_ERROR_READ_ONLY,     /* another place, or other permissions */
  XC_STORE_ERROR_NO_SPACE,      /* make room and try again */
  XC_STORE_ERROR_EXISTS,        /* another name */
  XC_STORE_ERROR_NOT_FOUND,     /* the file, or the row, is not there */
  XC_STORE_ERROR_REFUSED,       /* the rows do not fit together: mend them */
  XC_STORE_ERROR_CHANGED_SINCE, /* undo would overwrite later work */
  XC_STORE_ERROR_NOTHING,       /* nothing to undo or redo */
  XC_STORE_ERROR_INTERRUPTED,   /* the user cancelled */
  XC_STORE_ERROR_UNFINISHED,    /* a writer was cut off: open for writing, which mends it */
  XC_STORE_ERROR_FAILED,        /* the disk, the memory, the system */
} XcStoreError;

typedef struct sqlite3 sqlite3;
typedef struct _XcDatabase XcDatabase;
typedef struct _XcStatement XcStatement;

typedef enum
{
  XC_DATABASE_READ,
  XC_DATABASE_WRITE,
  XC_DATABASE_CREATE, /* the file must not exist */
} XcDatabaseMode;

XcDatabase *xc_database_open (const char *path, XcDatabaseMode mode, GError **error);
XcDatabase *xc_database_open_in_memory (GError **error);
void xc_database_close (XcDatabase *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XcDatabase, xc_database_close)

/* absolute, links resolved */
const char *xc_database_get_path (XcDatabase *self);
/* as people know the file */
const char *xc_database_get_name (XcDatabase *self);
sqlite3 *xc_database_get_handle (XcDatabase *self);
gboolean xc_database_fail (XcDatabase *self, GError **error);
gboolean xc_database_execute (XcDatabase *self, const char *sql, GError **error);
gboolean xc_database_get_integer (XcDatabase *self, const char *sql, gint64 *value, GError **error);
/* whether a transaction is open: SQLite ends one by itself when the disk is full */
gboolean xc_database_is_in_transaction (XcDatabase *self);
gboolean xc_database_check_place (XcDatabase *self, GError **error);
void xc_database_interrupt (XcDatabase *self);
void xc_database_expect_much (XcDatabase *self, gboolean is_much);
void xc_database_limit_time (XcDatabase *self, guint limit_ms);
gint64 xc_database_random_id (void);

/* Statements are kept by the connection and reused by their text: release, do not free. */
XcStatement *xc_database_prepare (XcDatabase *self, const char *sql, GError **error);
void xc_statement_release (XcStatement *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XcStatement, xc_statement_release)

/* Parameters from 1, columns from 0. Text and blobs must outlive the next step. */
void xc_statement_bind_null (XcStatement *self, int parameter);
void xc_statement_bind_integer (XcStatement *self, int parameter, gint64 value);
void xc_statement_bind_text (XcStatement *self, int parameter, const char *text);
void xc_statement_bind_ids (XcStatement *self, int parameter, const XcIdTable *ids);
void xc_statement_bind_blob (XcStatement *self, int parameter, gconstpointer bytes, gsize size);
/* TRUE and *row TRUE: a row; TRUE and *row FALSE: done; FALSE: failed */
gboolean xc_statement_step (XcStatement *self, gboolean *row, GError **error);
gboolean xc_statement_run (XcStatement *self, GError **error);
/* ready for the next values, the old ones still bound */
void xc_statement_reset (XcStatement *self);
gboolean xc_statement_is_null (XcStatement *self, int column);
gint64 xc_statement_get_integer (XcStatement *self, int column);
const char *xc_statement_get_text (XcStatement *self, int column);
GBytes *xc_statement_dup_blob (XcStatement *self, int column);

G_END_DECLS
