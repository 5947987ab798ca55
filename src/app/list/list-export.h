/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes what a list shows into a workbook, where the user wants it. */
#pragma once

#include <gtk/gtk.h>

#include "app/list/column-set.h"
#include "store/query.h"

G_BEGIN_DECLS

void xc_list_export_ask (GtkWidget *widget, XcStore *store, const XcQuery *query, const XcColumnSet *columns);

G_END_DECLS
