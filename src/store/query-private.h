/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What only the files of a query share. */
#pragma once

#include "store/id-table.h"
#include "store/path.h"
#include "store/query.h"

G_BEGIN_DECLS

typedef struct
{
  char *text;
  XcPath path;
  XcRelation relation;
  GArray *values; /* of XcValue, the texts owned */
  XcIdTable *ids; /* of many numbers, to look them up; else NULL */
} XcFilter;

/* So many ids are looked up one by one; among more, rows are looked for as they come. */
#define XC_QUERY_FEW 512

typedef struct
{
  char *text;
  XcPath path;
  gboolean descending;
} XcSort;

typedef struct
{
  char *text;
  XcPath path;
} XcSearchPath;

struct _XcQuery
{
  XcTable table;
  GPtrArray *filters;      /* of XcFilter */
  GPtrArray *sorts;        /* of XcSort */
  char *search;            /* nullable */
  GPtrArray *search_paths; /* of XcSearchPath */
};

/* As their public twins, but a path or a relation that does not fit is left out. */
gboolean xc_query_try_filter (XcQuery *self, const char *path, XcRelation relation, const XcValue *values,
                              guint n_values);
gboolean xc_query_try_search_path (XcQuery *self, const char *path);
gboolean xc_query_try_sort (XcQuery *self, const char *path, gboolean descending);

G_END_DECLS
