/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds people by their names; two of the same name are told apart as 张三（审计局）. */
#pragma once

#include "intake/draft.h"
#include "intake/organization-index.h"

G_BEGIN_DECLS

typedef struct _XcPersonIndex XcPersonIndex;

XcPersonIndex *xc_person_index_new (XcDraft *draft, XcOrganizationIndex *organizations);
void xc_person_index_free (XcPersonIndex *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XcPersonIndex, xc_person_index_free)

void xc_person_index_split (const char *text, char **name, char **unit);
GPtrArray *xc_person_index_find (XcPersonIndex *self, const char *text);
XcItem *xc_person_index_add (XcPersonIndex *self, const char *text);
char *xc_person_index_describe (XcPersonIndex *self, const XcItem *person);

G_END_DECLS
