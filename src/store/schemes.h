/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Schemes of points (监督重点) as they are edited: points put in, named, moved and taken out, one undoable action each.
 * A round keeps the scheme by which it inspected: the scheme of a finished round is changed by a new version only, and a
 * point stays while problems are classified by it. */
#pragma once

#include "core/day.h"
#include "store/store.h"

G_BEGIN_DECLS

/**
 * XcScheme:
 * @n_rounds: rounds that use it
 * @rounds: (nullable): their names, as “第七轮、第九轮”
 * @is_settled: whether one of them is finished, so that it stays as it is
 */
typedef struct
{
  gint64 id;
  char *title;
  int version;
  guint n_rounds;
  char *rounds;
  gboolean is_settled;
} XcScheme;

typedef enum
{
  XC_POINT_UP,
  XC_POINT_DOWN,
  XC_POINT_IN,  /* below the one before it */
  XC_POINT_OUT, /* behind the one that it was below */
} XcPointMove;

GPtrArray *xc_schemes_load (XcStore *store, XcDay today, GError **error);

gint64 xc_schemes_add (XcStore *store, const char *title, const char *const *outline, GError **error);
gint64 xc_schemes_add_version (XcStore *store, gint64 scheme_id, GError **error);
gboolean xc_schemes_rename (XcStore *store, gint64 scheme_id, const char *title, GError **error);
gboolean xc_schemes_remove (XcStore *store, gint64 scheme_id, GError **error);
gboolean xc_schemes_give_to_round (XcStore *store, gint64 scheme_id, gint64 round_id, GError **error);

gint64 xc_schemes_add_point (XcStore *store, XcDay today, gint64 scheme_id, gint64 parent_id, gint64 after_id,
                             const char *title, GError **error);
gboolean xc_schemes_rename_point (XcStore *store, XcDay today, gint64 point_id, const char *title,
                                  GError **error);
gboolean xc_schemes_move_point (XcStore *store, XcDay today, gint64 point_id, XcPointMove move,
                                GError **error);
gboolean xc_schemes_remove_point (XcStore *store, XcDay today, gint64 point_id, GError **error);

/* Outlines that many offices begin with: a title, then points, those with a tab before them below the one above. */
const char *const *const *xc_scheme_presets_get (void);

G_END_DECLS
