/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The ledger as it will be after an import: its rows and the new ones, by which everything is resolved and checked before
 * anything is written. New rows have their ids from the start, so they can refer to each other.
 */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

/**
 * XcItem:
 * @id: of the row
 * @record: (owned): its values
 * @is_new: not in the ledger yet
 * @is_saved: used while saving
 * @row: number of the row of the sheet that is about it, or 0
 *
 * A row. It stays where it is as long as the draft.
 */
typedef struct
{
  gint64 id;
  XcRecord *record;
  gboolean is_new : 1;
  gboolean is_saved : 1;
  guint row;
} XcItem;

typedef struct _XcDraft XcDraft;

XcDraft *xc_draft_new (XcStore *store);
void xc_draft_free (XcDraft *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XcDraft, xc_draft_free)

gboolean xc_draft_load (XcDraft *self, XcTable table, GError **error);
guint xc_draft_count (XcDraft *self, XcTable table);
XcItem *xc_draft_get (XcDraft *self, XcTable table, guint index);
XcItem *xc_draft_find (XcDraft *self, XcTable table, gint64 id);
XcItem *xc_draft_add (XcDraft *self, XcRecord *record);
gboolean xc_draft_is_change (XcDraft *self);
gboolean xc_draft_save (XcDraft *self, GError **error);

gboolean xc_item_is_changed (const XcItem *item);

G_END_DECLS
