/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a step of the history did to each row, in words: field by field, before and after. */
#pragma once

#include "store/changeset.h"

G_BEGIN_DECLS

/**
 * XcFieldStory:
 * @field: which field
 * @before: (nullable): its value as it is shown; %NULL when there was none
 * @after: (nullable): likewise
 */
typedef struct
{
  const XcField *field;
  char *before;
  char *after;
} XcFieldStory;

/**
 * XcRowStory:
 * @table: of the row
 * @kind: what was done to it
 * @name: what people call it, now, or when it was removed
 * @fields: (element-type XcFieldStory): those that changed; of a row that came or went all that have a value
 */
typedef struct
{
  XcTable table;
  XcChangeKind kind;
  gint64 id;
  char *name;
  GPtrArray *fields;
} XcRowStory;

/**
 * XcChangedRowTest:
 * @row: a row that a step changed
 * @data: for the function
 *
 * Returns: whether to tell of it
 */
typedef gboolean (*XcChangedRowTest) (const XcChangedRow *row, gpointer data);

GPtrArray *xc_row_stories_load_some (XcDatabase *database, GBytes *changeset, gboolean inverse,
                                     XcChangedRowTest test, gpointer data, GError **error);
GPtrArray *xc_row_stories_load (XcDatabase *database, GBytes *changeset, gboolean inverse, guint most,
                                guint *n_rows, GError **error);

G_END_DECLS
