/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which parts a part refers to, and as what. */
#pragma once

#include "workbook/archive.h"

G_BEGIN_DECLS

typedef struct _XcRelationships XcRelationships;

XcRelationships *xc_relationships_read (XcArchive *archive, const char *source, GError **error);
void xc_relationships_free (XcRelationships *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XcRelationships, xc_relationships_free)

const char *xc_relationships_find_kind (XcRelationships *self, const char *kind);
const char *xc_relationships_find_id (XcRelationships *self, const char *id, const char **kind);

G_END_DECLS
