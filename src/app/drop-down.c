/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/drop-down.h"

#include <glib/gi18n-lib.h>

static void
tell_value_cb (GtkDropDown *self)
{
  const char *title = g_object_get_data (G_OBJECT (self), "title");
  GtkStringObject *selected = gtk_drop_down_get_selected_item (self);
  g_autofree char *label = NULL;

  /* translators: %1$s is the title of a field, %2$s its value */
  label = g_strdup_printf (C_ ("field", "%1$s: %2$s"), title,
                           selected != NULL ? gtk_string_object_get_string (selected) : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), label);
}

/**
 * xc_drop_down_name:
 * @self: a drop-down list of strings
 * @title: (translated): what is chosen in it
 *
 * Says it, with what is chosen, from now on.
 */
void
xc_drop_down_name (GtkDropDown *self, const char *title)
{
  g_object_set_data_full (G_OBJECT (self), "title", g_strdup (title), g_free);
  g_signal_connect (self, "notify::selected-item", G_CALLBACK (tell_value_cb), NULL);
  tell_value_cb (self);
}

/**
 * xc_drop_down_fill:
 * @self: a drop-down list of strings
 * @words: (array zero-terminated=1): what can be chosen
 *
 * Leaves it alone when it offers just that already, so that what is chosen stays.
 */
void
xc_drop_down_fill (GtkDropDown *self, const char *const *words)
{
  GListModel *model = gtk_drop_down_get_model (self);
  guint n = g_strv_length ((GStrv) words), same = 0;
  g_autoptr (GtkStringList) list = NULL;

  if (GTK_IS_STRING_LIST (model) && g_list_model_get_n_items (model) == n)
    while (same < n && g_str_equal (gtk_string_list_get_string (GTK_STRING_LIST (model), same), words[same]))
      same++;
  if (GTK_IS_STRING_LIST (model) && g_list_model_get_n_items (model) == n && same == n)
    return;
  list = gtk_string_list_new (words);
  gtk_drop_down_set_model (self, G_LIST_MODEL (list));
}
