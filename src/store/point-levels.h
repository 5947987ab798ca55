/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Under which first and second level of its scheme a point stands. */
#pragma once

#include "store/database.h"

G_BEGIN_DECLS

/**
 * XcPointLevel:
 * @title: of the point itself
 * @levels: titles of the first and the second level; %NULL when there is none
 */
typedef struct
{
  const char *title;
  const char *levels[2];
} XcPointLevel;

typedef struct _XcPointLevels XcPointLevels;

XcPointLevels *xc_point_levels_load (XcDatabase *database, GError **error);
void xc_point_levels_free (XcPointLevels *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XcPointLevels, xc_point_levels_free)

const XcPointLevel *xc_point_levels_find (XcPointLevels *self, gint64 point_id);

G_END_DECLS
