/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the timetable share. */
#pragma once

#include "core/timetable.h"

G_BEGIN_DECLS

/* timetable-days.c */
void xc_timetable_fill_stage (const XcTimetableStage *stage, XcDay as_of, XcTimetableRow *row);
void xc_timetable_fill_inspection (const XcTimetableInput *input, const XcTimetableInspection *inspection,
                                   XcDay as_of, XcTimetableRow *row);

G_END_DECLS
