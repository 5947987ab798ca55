/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which rows of a table a list shows, and in which order. */
#pragma once

#include "core/value.h"
#include "store/store.h"

G_BEGIN_DECLS

typedef enum
{
  XC_RELATION_IS,
  XC_RELATION_IS_NOT,   /* also when there is no value */
  XC_RELATION_CONTAINS, /* of texts, whatever case and width */
  XC_RELATION_MATCHES,  /* likewise, or by pinyin */
  XC_RELATION_EMPTY,
  XC_RELATION_NOT_EMPTY,
  XC_RELATION_BEFORE,  /* of days and numbers: less than */
  XC_RELATION_AFTER,   /* more than */
  XC_RELATION_FROM_TO, /* both included, either may be left open by a value that is not set */
  XC_RELATION_ONE_OF,
  XC_RELATION_IS_OR_EMPTY, /* for scopes: what belongs to none of them is in each */
} XcRelation;

#define XC_N_RELATIONS (XC_RELATION_IS_OR_EMPTY + 1)

#define XC_TYPE_QUERY (xc_query_get_type ())
typedef struct _XcQuery XcQuery;

/*
 * Fields are named by path, see store/path.h; a path that the catalogue does not have, or a relation that its field
 * does not know, is a programmer's error and stops the program.
 */
GType xc_query_get_type (void);
XcQuery *xc_query_new (XcTable table);
XcQuery *xc_query_copy (const XcQuery *self);
void xc_query_free (XcQuery *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XcQuery, xc_query_free)
XcTable xc_query_get_table (const XcQuery *self);
gboolean xc_query_equal (const XcQuery *self, const XcQuery *other);

/* Filters: rows must pass all. */
gboolean xc_relation_fits (XcRelation relation, const XcField *field);
void xc_query_add_filter (XcQuery *self, const char *path, XcRelation relation, const XcValue *values,
                          guint n_values);
void xc_query_add_text_filter (XcQuery *self, const char *path, XcRelation relation, const char *text);
void xc_query_add_number_filter (XcQuery *self, const char *path, XcRelation relation, gint64 number);
guint xc_query_get_n_filters (const XcQuery *self);
const char *xc_query_get_filter (const XcQuery *self, guint index, XcRelation *relation,
                                 const XcValue **values, guint *n_values);
void xc_query_remove_filter (XcQuery *self, guint index);
void xc_query_clear_filters (XcQuery *self);

/* Search: every word of the text must be found in one of the fields. */
void xc_query_set_search (XcQuery *self, const char *text, const char *const *paths);
const char *xc_query_get_search (const XcQuery *self);

/* Sorting: by the first key, then by the next; at last by id. */
void xc_query_add_sort (XcQuery *self, const char *path, gboolean descending);
guint xc_query_get_n_sorts (const XcQuery *self);
const char *xc_query_get_sort (const XcQuery *self, guint index, gboolean *descending);
void xc_query_clear_sorts (XcQuery *self);

/* As saved views keep it. */
char *xc_query_to_text (const XcQuery *self);
XcQuery *xc_query_from_text (const char *text, char **note, GError **error);

/* What it finds. */
gboolean xc_query_uses_table (const XcQuery *self, XcTable table);
GArray *xc_query_ids (const XcQuery *self, XcStore *store, GError **error);
gboolean xc_query_count (const XcQuery *self, XcStore *store, guint *count, GError **error);
gboolean xc_query_position_of (const XcQuery *self, XcStore *store, gint64 id, guint *position,
                               GError **error);
gboolean xc_query_update_ids (const XcQuery *self, XcStore *store, const gint64 *changed, guint n_changed,
                              const GArray *before, GArray **after, GError **error);

G_END_DECLS
