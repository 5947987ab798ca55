/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The timetable of a round on paper: rows split over pages under repeated heads. */
#pragma once

#include "core/timetable.h"
#include "report/pages.h"

G_BEGIN_DECLS

XcPages *xc_timetable_pages_new (XcTimetable *timetable, const char *marking);

G_END_DECLS
