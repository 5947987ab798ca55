/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds organizations by what people call them: full, short and former names, with parents where needed. */
#pragma once

#include "intake/draft.h"

G_BEGIN_DECLS

typedef struct _XcOrganizationIndex XcOrganizationIndex;

XcOrganizationIndex *xc_organization_index_new (XcDraft *draft);
void xc_organization_index_free (XcOrganizationIndex *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XcOrganizationIndex, xc_organization_index_free)

void xc_organization_index_add (XcOrganizationIndex *self, XcItem *organization);
void xc_organization_index_add_former (XcOrganizationIndex *self, XcItem *organization, const char *name);

GPtrArray *xc_organization_index_find (XcOrganizationIndex *self, const char *text);
GPtrArray *xc_organization_index_find_named (XcOrganizationIndex *self, const char *name);
gboolean xc_organization_index_is_current_name (XcOrganizationIndex *self, const XcItem *organization,
                                                const char *name);
char *xc_organization_index_get_path (XcOrganizationIndex *self, const XcItem *organization);
const GPtrArray *xc_organization_index_get_names (XcOrganizationIndex *self);

G_END_DECLS
