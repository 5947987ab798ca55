/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a list is looked at: filters, search, sorting and columns; what a saved view keeps under a name. */
#pragma once

#include "app/list/column-set.h"
#include "store/query.h"

G_BEGIN_DECLS

char *xc_list_view_to_text (const XcQuery *query, const XcColumnSet *columns, const char *arrangement);
gboolean xc_list_view_from_text (const char *text, XcTable table, XcQuery **query, XcColumnSet **columns,
                                 char **arrangement, char **note, GError **error);

G_END_DECLS
