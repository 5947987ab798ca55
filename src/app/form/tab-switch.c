/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/form/tab-switch.h"

#include <glib/gi18n-lib.h>

#include "app/drop-down.h"

struct _XcTabSwitch
{
  AdwBin parent_instance;

  gboolean is_filling;

  /* Owned */
  GtkSelectionModel *pages;

  /* Borrowed: of its own tree */
  GtkStackSwitcher *buttons;
  GtkDropDown *list;
};

G_DEFINE_FINAL_TYPE (XcTabSwitch, xc_tab_switch, ADW_TYPE_BIN)

static void
show_chosen (XcTabSwitch *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->pages));

  self->is_filling = TRUE;
  for (guint i = 0; i < n; i++)
    if (gtk_selection_model_is_selected (self->pages, i))
      gtk_drop_down_set_selected (self->list, i);
  self->is_filling = FALSE;
}

/* Together they are as wide as the form. */
static void
widen_buttons (XcTabSwitch *self)
{
  for (GtkWidget *button = gtk_widget_get_first_child (GTK_WIDGET (self->buttons)); button != NULL;
       button = gtk_widget_get_next_sibling (button))
    gtk_widget_set_hexpand (button, TRUE);
}

static void
fill (XcTabSwitch *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->pages));
  g_autoptr (GPtrArray) titles = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GObject) page = g_list_model_get_item (G_LIST_MODEL (self->pages), i);
      const char *title = gtk_stack_page_get_title (GTK_STACK_PAGE (page));

      g_ptr_array_add (titles, g_strdup (title != NULL ? title : ""));
    }
  g_ptr_array_add (titles, NULL);
  self->is_filling = TRUE;
  xc_drop_down_fill (self->list, (const char *const *) titles->pdata);
  self->is_filling = FALSE;
  widen_buttons (self);
  show_chosen (self);
}

static void
chosen_cb (XcTabSwitch *self)
{
  guint selected = gtk_drop_down_get_selected (self->list);

  if (!self->is_filling && selected != GTK_INVALID_LIST_POSITION)
    gtk_selection_model_select_item (self->pages, selected, TRUE);
}

static void
xc_tab_switch_dispose (GObject *object)
{
  XcTabSwitch *self = XC_TAB_SWITCH (object);

  if (self->pages != NULL)
    g_signal_handlers_disconnect_by_data (self->pages, self);
  g_clear_object (&self->pages);
  G_OBJECT_CLASS (xc_tab_switch_parent_class)->dispose (object);
}

static void
xc_tab_switch_class_init (XcTabSwitchClass *class)
{
  G_OBJECT_CLASS (class)->dispose = xc_tab_switch_dispose;
}

static void
xc_tab_switch_init (XcTabSwitch *self)
{
  GtkWidget *squeezer = adw_squeezer_new ();

  self->buttons = GTK_STACK_SWITCHER (gtk_stack_switcher_new ());
  self->list = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->buttons), _ ("Next tab: Ctrl+Page Down"));
  /* translators: what a list of the parts of a form is called */
  xc_drop_down_name (self->list, C_ ("form", "Part"));
  adw_squeezer_set_homogeneous (ADW_SQUEEZER (squeezer), FALSE);
  adw_squeezer_add (ADW_SQUEEZER (squeezer), GTK_WIDGET (self->buttons));
  adw_squeezer_add (ADW_SQUEEZER (squeezer), GTK_WIDGET (self->list));
  adw_bin_set_child (ADW_BIN (self), squeezer);
  g_signal_connect_swapped (self->list, "notify::selected", G_CALLBACK (chosen_cb), self);
}

/**
 * xc_tab_switch_set_stack:
 * @self: a switch
 * @stack: whose tabs it shows; once
 */
void
xc_tab_switch_set_stack (XcTabSwitch *self, GtkStack *stack)
{
  self->pages = gtk_stack_get_pages (stack);
  gtk_stack_switcher_set_stack (self->buttons, stack);
  g_signal_connect_swapped (self->pages, "items-changed", G_CALLBACK (fill), self);
  g_signal_connect_swapped (self->pages, "selection-changed", G_CALLBACK (show_chosen), self);
  fill (self);
}
