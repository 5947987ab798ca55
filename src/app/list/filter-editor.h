/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One filter being made or changed: field, relation, value. */
#pragma once

#include <adwaita.h>

#include "app/list/filter-field.h"

G_BEGIN_DECLS

#define XC_TYPE_FILTER_EDITOR (xc_filter_editor_get_type ())
G_DECLARE_FINAL_TYPE (XcFilterEditor, xc_filter_editor, XC, FILTER_EDITOR, AdwBin)

/* Signal: "applied" with a query of one filter (const XcQuery *). */
XcFilterEditor *xc_filter_editor_new (XcStore *store, XcTable table, const char *const *columns);
void xc_filter_editor_put (XcFilterEditor *self, const XcQuery *query, guint index);

G_END_DECLS
