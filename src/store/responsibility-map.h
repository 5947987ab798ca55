/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who answers for which problem, for a reader of all problems: read in one go, as what belongs to a problem is scattered
 * over the whole file, and kept small, as the same units and persons answer for many problems. */
#pragma once

#include "store/database.h"
#include "store/list-rows.h"

G_BEGIN_DECLS

typedef struct _XcResponsibilityMap XcResponsibilityMap;

XcResponsibilityMap *xc_responsibility_map_load (XcDatabase *database, GError **error);
void xc_responsibility_map_free (XcResponsibilityMap *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XcResponsibilityMap, xc_responsibility_map_free)

void xc_responsibility_map_get (XcResponsibilityMap *self, gint64 problem_id, GArray *responsibilities);

G_END_DECLS
