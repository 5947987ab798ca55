/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What only the model of rows does to them. */
#pragma once

#include "store/row.h"

G_BEGIN_DECLS

/**
 * XcRowCell:
 * @value: its text owned
 * @shown: (nullable): how @value is shown, when that is not its text
 */
typedef struct
{
  XcValue value;
  char *shown;
} XcRowCell;

/**
 * XcRowContent:
 * @record: the row itself
 * @cells: (element-type XcRowCell): by column
 * @joined: (element-type gint64): ids of the rows that the columns come from, by join; 0 for none
 */
typedef struct
{
  XcRecord *record;
  GArray *cells;
  GArray *joined;
} XcRowContent;

XcRowContent *xc_row_content_new (void);
void xc_row_content_add (XcRowContent *content, XcTable table, const XcField *field, const XcValue *value);
void xc_row_content_set (XcRowContent *content, guint column, const XcValue *value, char *shown);
void xc_row_content_free (XcRowContent *content);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XcRowContent, xc_row_content_free)

/* The row leaves @living (id → row) when its last owner lets it go. */
XcRow *xc_row_new (gint64 id, GHashTable *living);
/* Goes on as the row @id, not loaded yet: who shows it need not be made anew. No row of that id may live. */
void xc_row_become (XcRow *self, gint64 id);
/* Takes @content over; without it the row is not loaded. Tells only what is another than before. */
void xc_row_fill (XcRow *self, XcRowContent *content);
gint64 xc_row_get_joined_id (XcRow *self, guint join);

G_END_DECLS
