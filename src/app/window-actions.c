/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a window does with the ledger that it has: going from page to page, undoing and redoing. */
#include <glib/gi18n-lib.h>

#include "app/preferences/preferences-window.h"
#include "app/scheme/scheme-dialog.h"
#include "app/print/print-job.h"
#include "app/window-private.h"
#include "store/history.h"

static void
select_page (XcWindow *self, int index)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->sidebar, index);

  if (row != NULL)
    gtk_list_box_select_row (self->sidebar, row);
}

static void
go_to_page_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  XcWindow *self = XC_WINDOW (widget);

  select_page (self, g_variant_get_int32 (parameter));
  /* So that the page's own keys work at once. */
  gtk_widget_child_focus (GTK_WIDGET (self->pages), GTK_DIR_TAB_FORWARD);
}

/* The keys of the page that is shown, wherever in the window the focus is. */
static gboolean
page_key_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  XcWindow *self = XC_WINDOW (widget);
  const char *action;

  g_variant_get (arguments, "(&s)", &action);
  return self->store != NULL
         && gtk_widget_activate_action (gtk_stack_get_visible_child (self->pages), action, NULL);
}

/* Once for the whole ledger; once more for the list of the page that is shown. */
static void
search_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  XcWindow *self = XC_WINDOW (widget);

  if (!xc_search_box_has_focus (self->search)
      || !gtk_widget_activate_action (gtk_stack_get_visible_child (self->pages), "page.find", NULL))
    xc_search_box_focus (self->search);
}

static void
schemes_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  if (XC_WINDOW (widget)->store != NULL)
    gtk_window_present (
        GTK_WINDOW (xc_scheme_dialog_new (GTK_WINDOW (widget), XC_WINDOW (widget)->store, 0)));
}

static void
preferences_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_window_present (
      GTK_WINDOW (xc_preferences_window_new (GTK_WINDOW (widget), XC_WINDOW (widget)->store)));
}

/* On paper, or as it would be there. */
static void
print_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  XcWindow *self = XC_WINDOW (widget);
  g_autoptr (GError) error = NULL;
  g_autoptr (XcPages) pages =
      xc_page_make_pages (XC_PAGE (gtk_stack_get_visible_child (self->pages)), &error);

  if (error != NULL)
    xc_window_tell_error (widget, error);
  else if (pages == NULL)
    xc_window_tell (widget, _ ("There is nothing here to print."));
  else if (g_str_equal (name, "win.print"))
    xc_print_job_run (widget, self->store, pages);
  else
    xc_print_job_preview (widget, self->store, pages);
}

/* The pages live on: each is found with the row and the place that it was left with. */
static void
back_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  XcWindow *self = XC_WINDOW (widget);
  int index;

  if (self->visited->len == 0)
    return;
  index = g_array_index (self->visited, int, self->visited->len - 1);
  g_array_set_size (self->visited, self->visited->len - 1);
  self->is_going_back = TRUE;
  select_page (self, index);
  self->is_going_back = FALSE;
  xc_window_update_actions (self);
}

/**
 * xc_window_update_actions:
 * @self: a window
 *
 * Enables what can be done now.
 */
void
xc_window_update_actions (XcWindow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean is_idle = self->work == NULL;
  gboolean is_open = is_idle && self->store != NULL;
  gboolean is_writable = is_open && xc_store_is_writable (self->store);
  gboolean has_term = is_open && xc_term_choice_get_term (self->term_choice) != NULL;
  gint64 undoable = 0, redoable = 0;

  if (is_writable)
    {
      XcDatabase *database = xc_store_get_database (self->store);

      xc_history_find_undoable (database, &undoable, NULL);
      xc_history_find_redoable (database, &redoable, NULL);
    }
  gtk_widget_action_set_enabled (widget, "win.undo", undoable != 0);
  gtk_widget_action_set_enabled (widget, "win.redo", redoable != 0);
  gtk_widget_action_set_enabled (widget, "win.go-to-page", is_open);
  gtk_widget_action_set_enabled (widget, "win.back", is_open && self->visited->len > 0);
  gtk_widget_action_set_enabled (widget, "win.search", is_open);
  gtk_widget_action_set_enabled (widget, "win.print", is_open);
  gtk_widget_action_set_enabled (widget, "win.print-preview", is_open);
  gtk_widget_action_set_enabled (widget, "win.import", is_writable);
  gtk_widget_action_set_enabled (widget, "win.restore", is_writable);
  gtk_widget_action_set_enabled (widget, "win.write-letters", is_writable);
  gtk_widget_action_set_enabled (widget, "win.check-lists", has_term);
  gtk_widget_action_set_enabled (widget, "win.export-lists", has_term);
  gtk_widget_action_set_enabled (widget, "win.export-chart", has_term);
  gtk_widget_action_set_enabled (widget, "win.preferences", is_idle);
  gtk_widget_action_set_enabled (widget, "win.schemes", is_idle);
  gtk_widget_action_set_enabled (widget, "win.open", is_idle);
  gtk_widget_action_set_enabled (widget, "win.new", is_idle);
  gtk_widget_action_set_enabled (widget, "win.example", is_idle);
  gtk_widget_action_set_enabled (widget, "win.cancel-work", !is_idle);
}

/**
 * xc_window_show_page:
 * @self: a window
 * @name: name of a page
 *
 * Goes to it.
 */
void
xc_window_show_page (XcWindow *self, const char *name)
{
  for (guint i = 0; i < self->page_list->len; i++)
    if (g_strcmp0 (xc_page_get_name (self->page_list->pdata[i]), name) == 0)
      select_page (self, (int) i);
}

void
xc_window_install_actions (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint key;
    GdkModifierType modifiers;
    const char *action;
  } page_keys[] = {
    { GDK_KEY_n, GDK_CONTROL_MASK, "page.new" },
    { GDK_KEY_d, GDK_CONTROL_MASK, "page.repeat" },
    { GDK_KEY_f, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "page.find" },
    { GDK_KEY_e, GDK_CONTROL_MASK, "page.export" },
    { GDK_KEY_p, GDK_CONTROL_MASK, "page.print" },
    { GDK_KEY_F9, 0, "page.toggle-form" },
    { GDK_KEY_F8, 0, "page.what-if" },
    { GDK_KEY_F11, 0, "page.present" },
    { GDK_KEY_c, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "page.copy-text" },
    { GDK_KEY_s, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "page.copy-sentences" },
    { GDK_KEY_1, GDK_ALT_MASK, "page.show-progress" },
    { GDK_KEY_2, GDK_ALT_MASK, "page.show-registers" },
    { GDK_KEY_3, GDK_ALT_MASK, "page.show-organizations" },
  };

  gtk_widget_class_install_action (widget_class, "win.back", NULL, back_action);
  gtk_widget_class_install_action (widget_class, "win.preferences", NULL, preferences_action);
  gtk_widget_class_install_action (widget_class, "win.schemes", NULL, schemes_action);
  gtk_widget_class_install_action (widget_class, "win.search", NULL, search_action);
  gtk_widget_class_install_action (widget_class, "win.print", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "win.print-preview", NULL, print_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "win.print", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "win.print-preview", NULL);
  gtk_widget_class_install_action (widget_class, "win.go-to-page", "i", go_to_page_action);
  for (guint i = 0; i < 9; i++)
    gtk_widget_class_add_binding_action (widget_class, GDK_KEY_1 + i, GDK_CONTROL_MASK, "win.go-to-page", "i",
                                         (int) i);
  for (guint i = 0; i < G_N_ELEMENTS (page_keys); i++)
    gtk_widget_class_add_binding (widget_class, page_keys[i].key, page_keys[i].modifiers, page_key_cb, "(s)",
                                  page_keys[i].action);
}
