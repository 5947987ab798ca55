/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the timetable on the screen share. */
#pragma once

#include "app/timetable/timetable-canvas.h"

G_BEGIN_DECLS

struct _XcTimetableCanvas
{
  GtkWidget parent_instance;

  /* Borrowed */
  const XcTimetable *timetable; /* of the view that holds it, or NULL */

  /* Owned */
  GtkAdjustment *horizontal;
  GtkAdjustment *vertical;
  XcTimetableChart *chart; /* for the present zoom and type; NULL until it is needed */
  XcPicture *head;
  XcPicture *names;
  XcPicture *body;

  double day_width; /* pixels at usual type size; 0: as wide as the window lets it be */

  /* What the keys have come to. */
  int kind; /* of a mark, or -1 */
  gsize index;
};

gboolean xc_timetable_canvas_lay_out (XcTimetableCanvas *self);
double xc_timetable_canvas_get_scale (XcTimetableCanvas *self);
const XcMark *xc_timetable_canvas_get_mark (XcTimetableCanvas *self);
void xc_timetable_canvas_set_mark (XcTimetableCanvas *self, const XcMark *mark);
void xc_timetable_canvas_open (XcTimetableCanvas *self);

/* timetable-keys.c */
gboolean xc_timetable_canvas_press_key (XcTimetableCanvas *self, guint key, GdkModifierType state);

G_END_DECLS
