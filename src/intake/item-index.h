/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds rows of a draft by the values of some of their fields; several may have the same. */
#pragma once

#include "intake/draft.h"

G_BEGIN_DECLS

typedef struct _XcItemIndex XcItemIndex;

XcItemIndex *xc_item_index_new (XcTable table, const char *field, ...) G_GNUC_NULL_TERMINATED;
void xc_item_index_free (XcItemIndex *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XcItemIndex, xc_item_index_free)

void xc_item_index_add (XcItemIndex *self, XcItem *item);
void xc_item_index_add_all (XcItemIndex *self, XcDraft *draft);
GPtrArray *xc_item_index_find (const XcItemIndex *self, const XcRecord *like);

G_END_DECLS
