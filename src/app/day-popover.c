/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/day-popover.h"

typedef struct
{
  /* Borrowed */
  GtkMenuButton *button;
  GtkWidget *widget;     /* has the button in its tree */
  GtkCalendar *calendar; /* NULL until it was opened once */

  XcDayPopoverGet get;
  XcDayPopoverChosen chosen;
} DayPopover;

static void
day_selected_cb (DayPopover *self)
{
  g_autoptr (GDateTime) date = gtk_calendar_get_date (self->calendar);

  gtk_menu_button_popdown (self->button);
  self->chosen (self->widget, xc_day_new (g_date_time_get_year (date), g_date_time_get_month (date),
                                          g_date_time_get_day_of_month (date)));
}

static void
make_calendar (DayPopover *self)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *calendar = gtk_calendar_new ();

  self->calendar = GTK_CALENDAR (calendar);
  g_signal_connect_swapped (calendar, "day-selected", G_CALLBACK (day_selected_cb), self);
  gtk_popover_set_child (GTK_POPOVER (popover), calendar);
  gtk_menu_button_set_popover (self->button, popover);
}

static void
open_cb (GtkMenuButton *button, gpointer data)
{
  DayPopover *self = data;
  g_autoptr (GDateTime) date = NULL;
  int year, month, day;

  if (self->calendar == NULL)
    make_calendar (self);
  xc_day_get (self->get (self->widget), &year, &month, &day);
  date = g_date_time_new_local (year, month, day, 0, 0, 0);
  g_signal_handlers_block_by_func (self->calendar, day_selected_cb, self);
  gtk_calendar_select_day (self->calendar, date);
  g_signal_handlers_unblock_by_func (self->calendar, day_selected_cb, self);
}

/**
 * xc_day_popover_set_up:
 * @button: a button without a popover
 * @widget: has the button in its tree
 * @get: says where the calendar opens, each time
 * @chosen: is told what was chosen
 */
void
xc_day_popover_set_up (GtkMenuButton *button, GtkWidget *widget, XcDayPopoverGet get,
                       XcDayPopoverChosen chosen)
{
  DayPopover *self = g_new0 (DayPopover, 1);

  self->button = button;
  self->widget = widget;
  self->get = get;
  self->chosen = chosen;
  gtk_menu_button_set_create_popup_func (button, open_cb, self, g_free);
}
