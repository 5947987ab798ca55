/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The timetable of a round, with what can be done to it: zoom, export, print, copy. It follows the ledger. */
#pragma once

#include <adwaita.h>

#include "report/pages.h"
#include "store/store.h"

G_BEGIN_DECLS

#define XC_TYPE_TIMETABLE_VIEW (xc_timetable_view_get_type ())
G_DECLARE_FINAL_TYPE (XcTimetableView, xc_timetable_view, XC, TIMETABLE_VIEW, AdwBin)

void xc_timetable_view_show (XcTimetableView *self, XcStore *store, gint64 round_id);
XcPages *xc_timetable_view_make_pages (XcTimetableView *self, GError **error);

G_END_DECLS
