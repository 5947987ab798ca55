/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tab of a round that shows its timetable. */
#pragma once

#include "app/form/form-tab.h"
#include "report/pages.h"

G_BEGIN_DECLS

#define XC_TYPE_ROUND_TIMETABLE (xc_round_timetable_get_type ())
G_DECLARE_FINAL_TYPE (XcRoundTimetable, xc_round_timetable, XC, ROUND_TIMETABLE, XcFormTab)

XcPages *xc_round_timetable_make_pages (XcRoundTimetable *self, GError **error);

G_END_DECLS
