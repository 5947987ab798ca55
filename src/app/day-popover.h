/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The calendar behind a button. A calendar is fifty widgets and most are never opened: it is made when it is. */
#pragma once

#include <gtk/gtk.h>

#include "core/day.h"

G_BEGIN_DECLS

/**
 * XcDayPopoverGet:
 * @widget: what the button belongs to
 *
 * Returns: the day to open the calendar at
 */
typedef XcDay (*XcDayPopoverGet) (GtkWidget *widget);

/**
 * XcDayPopoverChosen:
 * @widget: what the button belongs to
 * @day: the day that was chosen; the calendar is closed by then
 */
typedef void (*XcDayPopoverChosen) (GtkWidget *widget, XcDay day);

void xc_day_popover_set_up (GtkMenuButton *button, GtkWidget *widget, XcDayPopoverGet get,
                            XcDayPopoverChosen chosen);

G_END_DECLS
