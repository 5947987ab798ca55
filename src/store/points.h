/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The points of a scheme as people read them: a tree in its order, each with the outline number that stands before it on
 * paper, its path from above, and how many problems are classified by it. */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

/**
 * XcPoint:
 * @parent_id: the point that it is part of, or 0
 * @depth: 0 at the top
 * @code: its place in the outline: “2.1”
 * @path: titles from the top down to it, with slashes between
 * @is_leaf: whether problems may be classified by it: only leaves count
 * @is_first: whether it is the first of its siblings
 * @is_last: whether it is the last of them
 * @n_problems: classified by it
 */
typedef struct
{
  gint64 id;
  gint64 parent_id;
  guint depth;
  char *code;
  char *title;
  char *path;
  gboolean is_leaf;
  gboolean is_first;
  gboolean is_last;
  guint n_problems;
} XcPoint;

GPtrArray *xc_points_load (XcStore *store, gint64 scheme_id, GError **error);
const XcPoint *xc_points_find (const GPtrArray *points, gint64 id);
gboolean xc_points_have_leaf (const GPtrArray *points, gint64 id);
GPtrArray *xc_points_suggest (const GPtrArray *points, const char *typed, guint n_most);

/* Which scheme a row belongs to; 0 when it has none. */
gint64 xc_points_get_scheme (XcStore *store, gint64 point_id);
gint64 xc_points_get_scheme_of_inspection (XcStore *store, gint64 inspection_id);

G_END_DECLS
