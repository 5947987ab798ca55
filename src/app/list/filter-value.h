/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the value of a filter is typed into or chosen from, by the kind of the field and the relation. */
#pragma once

#include <adwaita.h>

#include "app/list/filter-field.h"

G_BEGIN_DECLS

#define XC_TYPE_FILTER_VALUE (xc_filter_value_get_type ())
G_DECLARE_FINAL_TYPE (XcFilterValue, xc_filter_value, XC, FILTER_VALUE, AdwBin)

void xc_filter_value_ask (XcFilterValue *self, XcStore *store, const XcFilterField *field,
                          XcRelation relation);
void xc_filter_value_put (XcFilterValue *self, const XcValue *values, guint n_values);
GArray *xc_filter_value_read (XcFilterValue *self, char **fault);

G_END_DECLS
