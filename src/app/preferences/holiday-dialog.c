/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/preferences/holiday-dialog.h"

#include <glib/gi18n-lib.h>

#include "app/today.h"
#include "app/window.h"
#include "store/holiday-years.h"

struct _XcHolidayDialog
{
  XcDialog parent_instance;

  /* Owned */
  XcStore *store;

  /* Template widgets */
  GtkSpinButton *year;
  GtkTextView *text;
  GtkLabel *summary;
  GtkLabel *fault;
};

G_DEFINE_FINAL_TYPE (XcHolidayDialog, xc_holiday_dialog, XC_TYPE_DIALOG)

static char *
dup_text (XcHolidayDialog *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static GPtrArray *
read_holidays (XcHolidayDialog *self, char **fault)
{
  g_autofree char *text = dup_text (self);

  return xc_holiday_text_read (text, gtk_spin_button_get_value_as_int (self->year), fault);
}

static void
say_fault (XcHolidayDialog *self, const char *sentence)
{
  gtk_label_set_text (self->fault, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self->fault), sentence != NULL);
}

static void
update_cb (XcHolidayDialog *self)
{
  g_autofree char *fault = NULL;
  g_autoptr (GPtrArray) holidays = read_holidays (self, &fault);
  g_autofree char *words = NULL;
  guint n_off = 0;

  for (guint i = 0; i < holidays->len; i++)
    n_off += ((const XcHoliday *) holidays->pdata[i])->is_off;
  /* translators: %1$u is a number of days off, %2$u of weekend days that are worked */
  words = g_strdup_printf (C_ ("holidays", "%1$u off, %2$u worked"), n_off, holidays->len - n_off);
  gtk_label_set_text (self->summary, words);
  say_fault (self, fault);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "holidays.save", fault == NULL);
}

static void
save_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  XcHolidayDialog *self = XC_HOLIDAY_DIALOG (widget);
  g_autofree char *fault = NULL;
  g_autoptr (GPtrArray) holidays = read_holidays (self, &fault);
  int year = gtk_spin_button_get_value_as_int (self->year);
  g_autofree char *title = g_strdup_printf (_ ("Holidays of %d"), year);
  g_autoptr (GError) error = NULL;

  if (fault != NULL)
    return;
  if (!xc_holiday_years_replace (self->store, year, holidays, &error))
    {
      say_fault (self, error->message);
      return;
    }
  xc_window_tell_done (widget, title);
  xc_dialog_finish (XC_DIALOG (self));
}

static void
xc_holiday_dialog_read_typed (XcDialog *dialog, GHashTable *typed)
{
  g_hash_table_insert (typed, g_strdup ("text"), dup_text (XC_HOLIDAY_DIALOG (dialog)));
}

static void
xc_holiday_dialog_put_typed (XcDialog *dialog, GHashTable *typed)
{
  const char *text = g_hash_table_lookup (typed, "text");

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (XC_HOLIDAY_DIALOG (dialog)->text),
                            text != NULL ? text : "", -1);
}

static void
xc_holiday_dialog_dispose (GObject *object)
{
  g_clear_object (&XC_HOLIDAY_DIALOG (object)->store);
  gtk_widget_dispose_template (GTK_WIDGET (object), XC_TYPE_HOLIDAY_DIALOG);
  G_OBJECT_CLASS (xc_holiday_dialog_parent_class)->dispose (object);
}

static void
xc_holiday_dialog_class_init (XcHolidayDialogClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = xc_holiday_dialog_dispose;
  XC_DIALOG_CLASS (class)->read_typed = xc_holiday_dialog_read_typed;
  XC_DIALOG_CLASS (class)->put_typed = xc_holiday_dialog_put_typed;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/xuncha/Xuncha/preferences/holiday-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, XcHolidayDialog, year);
  gtk_widget_class_bind_template_child (widget_class, XcHolidayDialog, text);
  gtk_widget_class_bind_template_child (widget_class, XcHolidayDialog, summary);
  gtk_widget_class_bind_template_child (widget_class, XcHolidayDialog, fault);
  gtk_widget_class_install_action (widget_class, "holidays.save", NULL, save_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "holidays.save", NULL);
}

static void
xc_holiday_dialog_init (XcHolidayDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (gtk_text_view_get_buffer (self->text), "changed", G_CALLBACK (update_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->year, "value-changed", G_CALLBACK (update_cb), self, G_CONNECT_SWAPPED);
}

/**
 * xc_holiday_dialog_present:
 * @widget: a widget in a window
 * @store: its ledger
 * @year: whose holidays to change; 0 for a year that is to be chosen
 *
 * What is saved takes the place of all that the ledger had of the year.
 */
void
xc_holiday_dialog_present (GtkWidget *widget, XcStore *store, int year)
{
  XcHolidayDialog *self =
      g_object_new (XC_TYPE_HOLIDAY_DIALOG, "transient-for", gtk_widget_get_root (widget), NULL);
  g_autoptr (GPtrArray) holidays = year != 0 ? xc_holiday_years_load (store, year, NULL) : NULL;
  g_autofree char *text = holidays != NULL ? xc_holiday_text_write (holidays) : g_strdup ("");
  g_autofree char *draft = g_strdup_printf ("holidays %d", year);
  int this_year, month, day;

  self->store = g_object_ref (store);
  xc_day_get (xc_today (), &this_year, &month, &day);
  gtk_spin_button_set_value (self->year, year != 0 ? year : this_year);
  gtk_widget_set_sensitive (GTK_WIDGET (self->year), year == 0);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->text), text, -1);
  xc_dialog_take_up_draft (XC_DIALOG (self), store, draft);
  update_cb (self);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->text));
}
