/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The timetable of a round as a picture: a row for each inspection under its team, the plan as an outline over the bar
 * of what was done. On the screen it is drawn in parts, so that the head and the names stay in sight; files and paper
 * take the same parts together. */
#pragma once

#include "core/timetable.h"
#include "report/picture.h"

G_BEGIN_DECLS

/* What the marks of the body are: the phases of an inspection by their own numbers, then these. XcMark.index counts
 * the rows of the timetable, for a group its groups. */
typedef enum
{
  XC_TIMETABLE_MARK_ROW = XC_N_PHASES, /* an inspection as a whole */
  XC_TIMETABLE_MARK_STAGE,             /* a stage of the round */
  XC_TIMETABLE_MARK_GROUP,             /* a team, or the stages */
} XcTimetableMark;

typedef struct _XcTimetableChart XcTimetableChart;

/* Of one day, in pixels at scale 1. */
#define XC_TIMETABLE_DAY_MIN 0.02
#define XC_TIMETABLE_DAY_MAX 40.0

XcTimetableChart *xc_timetable_chart_new (const XcTimetable *timetable, double scale, double day_width);
void xc_timetable_chart_free (XcTimetableChart *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XcTimetableChart, xc_timetable_chart_free)

double xc_timetable_chart_get_names_width (const XcTimetableChart *self);
double xc_timetable_chart_get_head_height (const XcTimetableChart *self);
double xc_timetable_chart_get_body_width (const XcTimetableChart *self);
double xc_timetable_chart_get_body_height (const XcTimetableChart *self);
double xc_timetable_chart_get_x (const XcTimetableChart *self, XcDay day);

/* The parts, each a picture of its own. */
XcPicture *xc_timetable_chart_lay_out_head (const XcTimetableChart *self);
XcPicture *xc_timetable_chart_lay_out_names (const XcTimetableChart *self);
XcPicture *xc_timetable_chart_lay_out_body (const XcTimetableChart *self);
XcPicture *xc_timetable_chart_lay_out_legend (const XcTimetableChart *self, double width);

/* All together, with a title. */
XcPicture *xc_timetable_chart_lay_out (const XcTimetable *timetable, double width, const char *marking);

char *xc_timetable_dup_title (const XcTimetable *timetable);
char *xc_timetable_dup_words (const XcTimetable *timetable);
const char *xc_phase_title (XcPhase phase);

G_END_DECLS
