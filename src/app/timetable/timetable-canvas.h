/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The timetable on the screen: it scrolls under its head and beside its names, and is walked through by keys. */
#pragma once

#include <gtk/gtk.h>

#include "report/timetable-chart.h"

G_BEGIN_DECLS

#define XC_TYPE_TIMETABLE_CANVAS (xc_timetable_canvas_get_type ())
G_DECLARE_FINAL_TYPE (XcTimetableCanvas, xc_timetable_canvas, XC, TIMETABLE_CANVAS, GtkWidget)

/* Signal: "opened" (gint64 id of an inspection), by Enter or a click. */
void xc_timetable_canvas_set_timetable (XcTimetableCanvas *self, const XcTimetable *timetable);
void xc_timetable_canvas_zoom (XcTimetableCanvas *self, double by);
void xc_timetable_canvas_fit (XcTimetableCanvas *self);
void xc_timetable_canvas_show_today (XcTimetableCanvas *self);

G_END_DECLS
