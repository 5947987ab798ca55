/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the rows of a list can be filtered by, and how that is said. */
#pragma once

#include "store/query.h"

G_BEGIN_DECLS

/**
 * XcFilterField:
 * @path: from the table of the list
 * @name_path: (nullable): of what @path refers to: the text that people call it by
 * @table: the table of the path's last field
 * @field: the path's last field
 * @title: (transfer none): as the heading of the column says it
 */
typedef struct
{
  char *path;
  char *name_path;
  XcTable table;
  const XcField *field;
  const char *title;
} XcFilterField;

GPtrArray *xc_filter_field_list (XcTable table, const char *const *columns);
const XcFilterField *xc_filter_field_find (const GPtrArray *fields, const char *path);
gboolean xc_filter_field_offers (const XcFilterField *field, XcRelation relation);
const char *xc_filter_field_get_path (const XcFilterField *field, XcRelation relation);

const char *xc_filter_relation_title (XcRelation relation, const XcField *field);
char *xc_filter_dup_words (const XcQuery *query, guint index, XcStore *store);

G_END_DECLS
