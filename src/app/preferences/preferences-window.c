/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/preferences/preferences-window.h"

#include <glib/gi18n-lib.h>

#include "app/preferences/deadline-page.h"
#include "app/preferences/office-page.h"
#include "app/settings.h"
#include "app/window.h"
#include "core/text.h"
#include "report/list-marks.h"

struct _XcPreferencesWindow
{
  AdwPreferencesWindow parent_instance;

  /* Template widgets */
  GtkWidget *ledger_group;
  GtkEditable *unit;
  GtkEditable *marking;
  GtkWidget *machine_page;
  AdwComboRow *color_scheme;
  XcOfficePage *office;
  XcDeadlinePage *deadlines;

  XcStore *store; /* owned, or NULL */
};

G_DEFINE_FINAL_TYPE (XcPreferencesWindow, xc_preferences_window, ADW_TYPE_PREFERENCES_WINDOW)

/* Lists are printed from the ledger, by whoever has it: what they carry is in it. New ledgers begin with the same. */
static void
marks_applied_cb (XcPreferencesWindow *self)
{
  g_autofree char *unit = xc_text_clean (gtk_editable_get_text (self->unit));
  g_autofree char *marking = xc_text_clean (gtk_editable_get_text (self->marking));
  g_autoptr (GError) error = NULL;

  if (!xc_list_marks_save (self->store, unit, marking, &error))
    {
      xc_window_tell_error (GTK_WIDGET (self), error);
      return;
    }
  if (xc_settings_get () != NULL)
    {
      g_settings_set_string (xc_settings_get (), "issuing-unit", unit);
      g_settings_set_string (xc_settings_get (), "marking-line", marking);
    }
  adw_preferences_window_add_toast (ADW_PREFERENCES_WINDOW (self), adw_toast_new (_ ("Saved in the ledger")));
}

static void
color_scheme_selected_cb (XcPreferencesWindow *self)
{
  if (xc_settings_get () != NULL)
    g_settings_set_enum (xc_settings_get (), "color-scheme",
                         (int) adw_combo_row_get_selected (self->color_scheme));
}

static void
show_marks (XcPreferencesWindow *self)
{
  g_autofree char *unit = NULL;
  g_autofree char *marking = NULL;

  gtk_widget_set_sensitive (self->ledger_group, self->store != NULL && xc_store_is_writable (self->store));
  if (self->store == NULL || !xc_list_marks_load (self->store, &unit, &marking, NULL))
    return;
  gtk_editable_set_text (self->unit, unit != NULL ? unit : "");
  gtk_editable_set_text (self->marking, marking != NULL ? marking : "");
}

static void
show_machine (XcPreferencesWindow *self)
{
  GSettings *settings = xc_settings_get ();

  gtk_widget_set_sensitive (self->machine_page, settings != NULL);
  if (settings == NULL)
    return;
  adw_combo_row_set_selected (self->color_scheme, (guint) g_settings_get_enum (settings, "color-scheme"));
  g_signal_connect_object (self->color_scheme, "notify::selected", G_CALLBACK (color_scheme_selected_cb),
                           self, G_CONNECT_SWAPPED);
}

/* What cannot be saved stays on the screen. */
static gboolean
xc_preferences_window_close_request (GtkWindow *window)
{
  XcPreferencesWindow *self = XC_PREFERENCES_WINDOW (window);
  g_autofree char *told = NULL;
  g_autoptr (GError) error = NULL;

  if (!xc_office_page_save (self->office, &told, &error))
    {
      xc_window_tell_error (GTK_WIDGET (self), error);
      return TRUE;
    }
  if (told != NULL)
    xc_window_tell_done (GTK_WIDGET (self), told);
  return GTK_WINDOW_CLASS (xc_preferences_window_parent_class)->close_request (window);
}

static void
xc_preferences_window_dispose (GObject *object)
{
  XcPreferencesWindow *self = XC_PREFERENCES_WINDOW (object);

  g_clear_object (&self->store);
  gtk_widget_dispose_template (GTK_WIDGET (object), XC_TYPE_PREFERENCES_WINDOW);
  G_OBJECT_CLASS (xc_preferences_window_parent_class)->dispose (object);
}

static void
xc_preferences_window_class_init (XcPreferencesWindowClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = xc_preferences_window_dispose;
  GTK_WINDOW_CLASS (class)->close_request = xc_preferences_window_close_request;
  g_type_ensure (XC_TYPE_OFFICE_PAGE);
  g_type_ensure (XC_TYPE_DEADLINE_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/xuncha/Xuncha/preferences/preferences-window.ui");
  gtk_widget_class_bind_template_child (widget_class, XcPreferencesWindow, ledger_group);
  gtk_widget_class_bind_template_child (widget_class, XcPreferencesWindow, unit);
  gtk_widget_class_bind_template_child (widget_class, XcPreferencesWindow, marking);
  gtk_widget_class_bind_template_child (widget_class, XcPreferencesWindow, machine_page);
  gtk_widget_class_bind_template_child (widget_class, XcPreferencesWindow, color_scheme);
  gtk_widget_class_bind_template_child (widget_class, XcPreferencesWindow, office);
  gtk_widget_class_bind_template_child (widget_class, XcPreferencesWindow, deadlines);
  gtk_widget_class_bind_template_callback (widget_class, marks_applied_cb);
}

static void
xc_preferences_window_init (XcPreferencesWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * xc_preferences_window_new:
 * @parent: the window that it belongs to
 * @store: (nullable): its ledger
 *
 * Returns: (transfer none): a window to be presented
 */
XcPreferencesWindow *
xc_preferences_window_new (GtkWindow *parent, XcStore *store)
{
  XcPreferencesWindow *self = g_object_new (XC_TYPE_PREFERENCES_WINDOW, "transient-for", parent, NULL);

  g_set_object (&self->store, store);
  show_marks (self);
  show_machine (self);
  xc_office_page_show (self->office, store);
  xc_deadline_page_show (self->deadlines, store);
  return self;
}
