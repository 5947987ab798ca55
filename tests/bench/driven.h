/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The real program in its window, for those who measure it: what its main loop did comes from its own log of steps. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  gint64 began_us;
  gint64 ended_us;
  gint64 cpu_us;
  int waits;
} XcStep;

typedef struct
{
  GPid pid;
  gint64 started_us;
  char *log;
} XcDriven;

XcDriven xc_driven_start (const char *program, const char *argument, const char *page);
void xc_driven_stop (XcDriven *self);
void xc_driven_wait_for_window (XcDriven *self);
GArray *xc_driven_read_steps (XcDriven *self, gint64 since_us);
double xc_driven_get_percentile (GArray *numbers, double share);

G_END_DECLS
