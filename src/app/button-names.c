/* SPDX-License-Identifier: GPL-3.0-or-later */
/* GTK 4.8 calls a button with a mnemonic by its label as it is written, "_Save", and once more by the label that it
 * shows; the button inside a menu button or a drop-down, which has the focus, it calls by nothing, and so libadwaita does
 * the buttons of a view switcher. All are mended wherever such a widget comes into sight. */
#include "app/button-names.h"

#include <gtk/gtk.h>

/* The first underline marks; two are one that is shown. */
static char *
dup_without_mark (const char *label)
{
  g_auto (GStrv) parts = g_strsplit (label, "_", 2);

  return g_strjoinv ("", parts);
}

static gboolean
has_mnemonic (GtkWidget *widget)
{
  if (GTK_IS_BUTTON (widget))
    return gtk_button_get_use_underline (GTK_BUTTON (widget))
           && gtk_button_get_label (GTK_BUTTON (widget)) != NULL;
  return GTK_IS_CHECK_BUTTON (widget) && gtk_check_button_get_use_underline (GTK_CHECK_BUTTON (widget))
         && gtk_check_button_get_label (GTK_CHECK_BUTTON (widget)) != NULL;
}

/* The label shown names a button already, but no check button. */
static void
forget_written_label (GtkWidget *widget)
{
  if (!has_mnemonic (widget))
    return;
  if (GTK_IS_CHECK_BUTTON (widget))
    {
      g_autofree char *name = dup_without_mark (gtk_check_button_get_label (GTK_CHECK_BUTTON (widget)));

      gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
    }
  else
    gtk_accessible_reset_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL);
}

static void
name_menu_button (GtkMenuButton *button)
{
  const char *label = gtk_menu_button_get_label (button);
  g_autofree char *name =
      label != NULL && gtk_menu_button_get_use_underline (button) ? dup_without_mark (label) : NULL;

  if (label != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    name != NULL ? name : label, -1);
}

/* What it shows are labels of its own, one for wide windows and one for narrow ones. */
static void
name_view_button (GtkWidget *button)
{
  g_autofree char *label = NULL;
  g_autofree char *name = NULL;

  g_object_get (button, "label", &label, NULL);
  if (label == NULL)
    return;
  name = dup_without_mark (label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
name_inner_button (GtkWidget *widget)
{
  GtkWidget *inner = gtk_widget_get_first_child (widget);

  if (GTK_IS_BUTTON (inner))
    gtk_accessible_update_relation (GTK_ACCESSIBLE (inner), GTK_ACCESSIBLE_RELATION_LABELLED_BY, widget, NULL,
                                    -1);
}

static void
follow_label (GtkWidget *widget, GCallback callback)
{
  g_signal_handlers_disconnect_by_func (widget, callback, NULL);
  g_signal_connect (widget, "notify::label", callback, NULL);
}

static gboolean
realized_cb (GSignalInvocationHint *hint, guint n_values, const GValue *values, gpointer data)
{
  GtkWidget *widget = g_value_get_object (values);

  /* The type is private to the library. */
  if (g_str_equal (G_OBJECT_TYPE_NAME (widget), "AdwViewSwitcherButton"))
    {
      name_view_button (widget);
      follow_label (widget, G_CALLBACK (name_view_button));
    }
  else if (GTK_IS_BUTTON (widget) || GTK_IS_CHECK_BUTTON (widget))
    {
      forget_written_label (widget);
      follow_label (widget, G_CALLBACK (forget_written_label));
    }
  else if (GTK_IS_MENU_BUTTON (widget))
    {
      name_menu_button (GTK_MENU_BUTTON (widget));
      follow_label (widget, G_CALLBACK (name_menu_button));
      name_inner_button (widget);
    }
  else if (GTK_IS_DROP_DOWN (widget))
    name_inner_button (widget);
  return TRUE;
}

/**
 * xc_button_names_install:
 *
 * Once, before the first window. A button that has a mnemonic and a name of its own beside it keeps its label only.
 */
void
xc_button_names_install (void)
{
  /* The signals of a class are there once the class is. */
  g_type_class_unref (g_type_class_ref (GTK_TYPE_WIDGET));
  g_signal_add_emission_hook (g_signal_lookup ("realize", GTK_TYPE_WIDGET), 0, realized_cb, NULL, NULL);
}
