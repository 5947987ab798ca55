/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the parts of the timetable's picture share: where everything is, and what it is called. */
#pragma once

#include "report/timetable-chart.h"

G_BEGIN_DECLS

/* Sizes of type, in pixels at scale 1. */
#define XC_TIMETABLE_SMALL 12
#define XC_TIMETABLE_BODY 13.5
#define XC_TIMETABLE_TITLE 20
/* The height of a row of one line of words. */
#define XC_TIMETABLE_ROW 32

/* One line of the picture: the head of a group, or a row. */
typedef struct
{
  gboolean is_group;
  guint group;
  guint row; /* of the timetable, unless it is a group */
  double y;  /* of its upper edge, below the head of the picture */
  double height;
} XcTimetableLine;

struct _XcTimetableChart
{
  const XcTimetable *timetable; /* borrowed */
  double scale;                 /* units of the picture in a pixel at scale 1 */
  double day_width;             /* units of the picture in a day */
  double names_width;
  double status_width; /* of it, at its right */
  double head_height;
  double height; /* of all lines */
  GArray *lines; /* of XcTimetableLine */
};

/* Where parts come to lie in a picture. */
typedef struct
{
  const XcTimetableChart *chart;
  XcPicture *picture;
  double left;  /* of the names */
  double body;  /* of the first day */
  double width; /* of all days */
  double top;   /* of the first line that is drawn */
  guint first_line, n_lines;
  int head_line; /* the head of a group that is repeated above them, or -1 */
} XcTimetablePlace;

const XcTimetableLine *xc_timetable_get_line (const XcTimetablePlace *place, guint index);
guint xc_timetable_count_lines (const XcTimetablePlace *place);
double xc_timetable_line_bottom (const XcTimetablePlace *place);
double xc_timetable_day_x (const XcTimetablePlace *place, XcDay day);

double xc_timetable_add_title (const XcTimetableChart *chart, XcPicture *picture, XcBox box);
void xc_timetable_add_lines (XcTimetablePlace *place, double y);

/* timetable-head.c */
void xc_timetable_add_head (const XcTimetablePlace *place, double y);
void xc_timetable_add_grid (const XcTimetablePlace *place);

/* timetable-bars.c */
void xc_timetable_add_bar (const XcTimetableChart *chart, XcPicture *picture, XcPhase phase, XcBox box);
void xc_timetable_add_outline (const XcTimetableChart *chart, XcPicture *picture, XcBox box);
void xc_timetable_add_late (const XcTimetableChart *chart, XcPicture *picture, double from, double to,
                            double y, gboolean is_overdue, int days);
void xc_timetable_add_names (const XcTimetablePlace *place);
void xc_timetable_add_body (const XcTimetablePlace *place);

/* timetable-legend.c */
double xc_timetable_add_legend (const XcTimetableChart *chart, XcPicture *picture, XcBox box);

/* timetable-words.c */
char *xc_timetable_dup_group_title (const XcTimetable *timetable, const XcTimetableGroup *group);
char *xc_timetable_dup_group_words (const XcTimetable *timetable, const XcTimetableGroup *group);
char *xc_timetable_dup_row_title (const XcTimetable *timetable, const XcTimetableRow *row);
char *xc_timetable_dup_row_words (const XcTimetable *timetable, const XcTimetableRow *row);
char *xc_timetable_dup_phase_words (const XcTimetable *timetable, const XcTimetableRow *row, XcPhase phase);
char *xc_timetable_dup_stage_words (const XcTimetable *timetable, const XcTimetableRow *row);
char *xc_timetable_dup_status (const XcTimetable *timetable, const XcTimetableRow *row, gboolean *is_alarm);
char *xc_timetable_dup_as_of (const XcTimetable *timetable);

G_END_DECLS
