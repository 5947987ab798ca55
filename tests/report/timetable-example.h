/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Timetables of invented rounds: nothing yet, one inspection, a usual round, a large one, and one whose days are
 * missing and muddled. */
#pragma once

#include "core/timetable.h"

G_BEGIN_DECLS

extern const char *const xc_timetable_example_names[];

XcTimetable *xc_timetable_example_new (const char *name, gboolean chinese);

G_END_DECLS
