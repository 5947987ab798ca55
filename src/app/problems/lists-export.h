/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The lists of the problems that are shown, as the office sends them out. */
#pragma once

#include "app/list/record-list.h"
#include "report/list-layout.h"

G_BEGIN_DECLS

void xc_lists_export_ask (XcRecordList *rows, XcStore *store, XcList list);

G_END_DECLS
