/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every action that was done to a ledger, chained so that a missing or altered one is found. */
#pragma once

#include "store/database.h"

G_BEGIN_DECLS

typedef enum
{
  XC_HISTORY_ACTION,
  XC_HISTORY_UNDO,
  XC_HISTORY_REDO,
  XC_HISTORY_NOTE, /* what left the ledger: a print, an export */
} XcHistoryKind;

/**
 * XcHistoryEntry:
 * @seq: its number, from 1 without gaps
 * @happened_at: microseconds since 1970-01-01 UTC
 * @target_seq: the action that was undone or redone, or 0
 * @changeset: (nullable): of an action
 * @hash: SHA-256 over the hash of the entry before and all of this one
 */
typedef struct
{
  gint64 seq;
  gint64 happened_at;
  char *user_name;
  XcHistoryKind kind;
  gint64 target_seq;
  char *title;
  GBytes *changeset;
  char *hash;
} XcHistoryEntry;

void xc_history_entry_free (XcHistoryEntry *entry);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XcHistoryEntry, xc_history_entry_free)

const char *xc_history_kind_word (XcHistoryKind kind);
const char *xc_history_get_user_name (void);

gboolean xc_history_begin (XcDatabase *database, GError **error);
gboolean xc_history_append (XcDatabase *database, XcHistoryKind kind, gint64 target_seq, const char *title,
                            GBytes *changeset, GError **error);
gboolean xc_history_get_size (XcDatabase *database, gint64 seq, gint64 *n_bytes, GError **error);
gboolean xc_history_get_last_seq (XcDatabase *database, gint64 *seq, GError **error);
XcHistoryEntry *xc_history_load (XcDatabase *database, gint64 seq, GError **error);
GPtrArray *xc_history_list (XcDatabase *database, GError **error);
GPtrArray *xc_history_list_after (XcDatabase *database, gint64 seq, GError **error);
gboolean xc_history_find_undoable (XcDatabase *database, gint64 *seq, GError **error);
gboolean xc_history_find_redoable (XcDatabase *database, gint64 *seq, GError **error);

/* called with each fault as a translated sentence */
typedef void (*XcHistoryFaultFunc) (gint64 seq, const char *sentence, gpointer data);
gboolean xc_history_verify (XcDatabase *database, XcHistoryFaultFunc function, gpointer data, GError **error);

G_END_DECLS
