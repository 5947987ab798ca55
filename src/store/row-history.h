/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was ever done to one row, and to the rows that belong to it. */
#pragma once

#include "store/history.h"
#include "store/row-story.h"

G_BEGIN_DECLS

/**
 * XcRowHistoryStep:
 * @entry: the step, without its changeset
 * @stories: (element-type XcRowStory): what it did to the row, and to rows that name it
 */
typedef struct
{
  XcHistoryEntry *entry;
  GPtrArray *stories;
} XcRowHistoryStep;

GPtrArray *xc_row_history_load (XcDatabase *database, XcTable table, gint64 id, guint most,
                                gboolean *has_more, GError **error);

G_END_DECLS
