/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/overview/as-of-bar.h"

#include <glib/gi18n-lib.h>

#include "app/day-popover.h"
#include "app/today.h"

struct _XcAsOfBar
{
  AdwBin parent_instance;

  /* Template widgets */
  GtkEditable *entry;
  GtkMenuButton *button;
  GtkAdjustment *day;
  GtkWidget *scale;

  XcDay latest;
};

G_DEFINE_FINAL_TYPE (XcAsOfBar, xc_as_of_bar, ADW_TYPE_BIN)

static guint changed_signal;

static void
show_day (XcAsOfBar *self)
{
  char iso[XC_DAY_ISO_SIZE];
  g_autofree char *words = xc_day_format (xc_as_of_bar_get_day (self));

  gtk_editable_set_text (self->entry, xc_day_format_iso (xc_as_of_bar_get_day (self), iso));
  gtk_widget_remove_css_class (GTK_WIDGET (self->entry), "error");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->scale), GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, words,
                                  -1);
}

static void
value_changed_cb (XcAsOfBar *self)
{
  show_day (self);
  g_signal_emit (self, changed_signal, 0);
}

/* What is no day of the term stays to be mended. */
static void
entry_activate_cb (XcAsOfBar *self)
{
  XcDay day = xc_day_parse (gtk_editable_get_text (self->entry), xc_today ());

  if (xc_day_is_set (day) && day >= gtk_adjustment_get_lower (self->day)
      && day <= gtk_adjustment_get_upper (self->day))
    {
      xc_as_of_bar_set_day (self, day);
      show_day (self);
    }
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->entry), "error");
}

static void
entry_left_cb (XcAsOfBar *self)
{
  show_day (self);
}

static void
day_chosen_cb (GtkWidget *widget, XcDay day)
{
  xc_as_of_bar_set_day (XC_AS_OF_BAR (widget), day);
}

static XcDay
get_day (GtkWidget *widget)
{
  return xc_as_of_bar_get_day (XC_AS_OF_BAR (widget));
}

static void
latest_clicked_cb (XcAsOfBar *self)
{
  xc_as_of_bar_set_day (self, self->latest);
}

static void
xc_as_of_bar_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), XC_TYPE_AS_OF_BAR);
  G_OBJECT_CLASS (xc_as_of_bar_parent_class)->dispose (object);
}

static void
xc_as_of_bar_class_init (XcAsOfBarClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = xc_as_of_bar_dispose;
  changed_signal =
      g_signal_new ("changed", XC_TYPE_AS_OF_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/xuncha/Xuncha/overview/as-of-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, XcAsOfBar, entry);
  gtk_widget_class_bind_template_child (widget_class, XcAsOfBar, button);
  gtk_widget_class_bind_template_child (widget_class, XcAsOfBar, day);
  gtk_widget_class_bind_template_child (widget_class, XcAsOfBar, scale);
  gtk_widget_class_bind_template_callback (widget_class, value_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_left_cb);
  gtk_widget_class_bind_template_callback (widget_class, latest_clicked_cb);
}

static void
xc_as_of_bar_init (XcAsOfBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  xc_day_popover_set_up (self->button, GTK_WIDGET (self), get_day, day_chosen_cb);
}

/**
 * xc_as_of_bar_set_range:
 * @self: a bar
 * @first: day of the term
 * @last: day of the term
 * @latest: the day that is looked at when nobody says another
 */
void
xc_as_of_bar_set_range (XcAsOfBar *self, XcDay first, XcDay last, XcDay latest)
{
  self->latest = CLAMP (latest, first, last);
  gtk_adjustment_set_lower (self->day, first);
  gtk_adjustment_set_upper (self->day, last);
  show_day (self);
}

XcDay
xc_as_of_bar_get_day (XcAsOfBar *self)
{
  return (XcDay) gtk_adjustment_get_value (self->day);
}

/**
 * xc_as_of_bar_set_day:
 * @self: a bar
 * @day: a day; taken into the term when it lies outside
 */
void
xc_as_of_bar_set_day (XcAsOfBar *self, XcDay day)
{
  gtk_adjustment_set_value (self->day, day);
}
