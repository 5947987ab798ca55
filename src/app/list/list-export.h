/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a list shows, as a workbook where the user wants it, and on paper. */
#pragma once

#include <gtk/gtk.h>

#include "app/list/column-set.h"
#include "report/pages.h"
#include "store/query.h"

G_BEGIN_DECLS

void xc_list_export_ask (GtkWidget *widget, XcStore *store, const XcQuery *query, const XcColumnSet *columns);
XcPages *xc_list_export_make_pages (XcStore *store, const XcQuery *query, const XcColumnSet *columns,
                                    const char *title, GError **error);

G_END_DECLS
