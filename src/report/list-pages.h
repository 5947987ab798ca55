/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a list shows, on paper: its columns, its rows, in its order, under headings that every page repeats. */
#pragma once

#include "report/pages.h"
#include "report/row-workbook.h"

G_BEGIN_DECLS

XcPages *xc_list_pages_new (XcStore *store, const XcQuery *query, const XcRowWorkbookOptions *options,
                            GError **error);

G_END_DECLS
