/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/window-private.h"

#include <glib/gi18n-lib.h>

#include "app/cut-text.h"
#include "app/history/history-page.h"
#include "app/late-menu.h"
#include "app/letters/letters-page.h"
#include "app/organizations/organizations-page.h"
#include "app/overview/overview-page.h"
#include "app/people/people-page.h"
#include "app/problems/problems-page.h"
#include "app/record/record-page.h"
#include "app/reports/reports-page.h"
#include "app/rounds/rounds-page.h"
#include "app/settings.h"
#include "app/start/start-page.h"
#include "app/step-log.h"
#include "app/tab-stop.h"

G_DEFINE_FINAL_TYPE (XcWindow, xc_window, ADW_TYPE_APPLICATION_WINDOW)

static void
store_changed_cb (XcWindow *self)
{
  xc_window_update_actions (self);
}

static void
update_sidebar_row (XcPage *page, GParamSpec *pspec, GtkLabel *label)
{
  GtkWidget *row = gtk_widget_get_ancestor (GTK_WIDGET (label), GTK_TYPE_LIST_BOX_ROW);
  int count = xc_page_get_count (page), n_waiting = xc_page_get_n_waiting (page);
  g_autofree char *words = NULL;
  g_autofree char *said = NULL;

  if (n_waiting > 0)
    {
      /* translators: %d rows that wait for the clerk today */
      words = g_strdup_printf (C_ ("count in the sidebar", "%d!"), n_waiting);
      said = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'d waits for somebody today",
                                           "%'d wait for somebody today", n_waiting),
                              n_waiting);
    }
  else if (count >= 0)
    words = g_strdup_printf ("%d", count);
  gtk_label_set_text (label, words != NULL ? words : "");
  if (n_waiting > 0)
    gtk_widget_add_css_class (GTK_WIDGET (label), "waiting");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (label), "waiting");
  /* At the figure: over the row it would cover the next one. */
  gtk_widget_set_tooltip_text (GTK_WIDGET (label), said);
  if (said != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, said, -1);
  else
    gtk_accessible_reset_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
}

static GtkWidget *
make_sidebar_row (XcPage *page)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *icon = gtk_image_new_from_icon_name (xc_page_get_icon_name (page));
  GtkWidget *title = gtk_label_new (xc_page_get_title (page));
  GtkWidget *count = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_set_hexpand (title, TRUE);
  gtk_widget_add_css_class (count, "dim-label");
  gtk_widget_add_css_class (count, "count");
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), count);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  xc_page_get_title (page), -1);
  g_signal_connect_object (page, "notify::count", G_CALLBACK (update_sidebar_row), count, 0);
  g_signal_connect_object (page, "notify::n-waiting", G_CALLBACK (update_sidebar_row), count, 0);
  update_sidebar_row (page, NULL, GTK_LABEL (count));
  return row;
}

static void
sidebar_row_selected_cb (XcWindow *self, GtkListBoxRow *row)
{
  XcPage *page;
  guint before;

  if (row == NULL)
    return;
  page = self->page_list->pdata[gtk_list_box_row_get_index (row)];
  adw_window_title_set_title (self->page_title, xc_page_get_title (page));
  xc_page_prepare (page);
  if (GTK_WIDGET (page) == gtk_stack_get_visible_child (self->pages))
    return;
  xc_page_settle (XC_PAGE (gtk_stack_get_visible_child (self->pages)));
  if (!self->is_going_back
      && g_ptr_array_find (self->page_list, gtk_stack_get_visible_child (self->pages), &before))
    {
      int index = (int) before;

      g_array_append_val (self->visited, index);
      xc_window_update_actions (self);
    }
  gtk_stack_set_visible_child (self->pages, GTK_WIDGET (page));
}

/* Away from what stands around the page. */
void
xc_window_focus_page (XcWindow *self)
{
  gtk_widget_child_focus (GTK_WIDGET (self->pages), GTK_DIR_TAB_FORWARD);
}

static void
search_chosen_cb (XcWindow *self, int table, gint64 id)
{
  xc_window_show_row (self, (XcTable) table, id);
  /* To the row: it is what the clerk goes on with. */
  xc_window_focus_page (self);
}

static void
backup_failed_cb (XcWindow *self, const GError *error)
{
  xc_window_tell_error (GTK_WIDGET (self), error);
}

/* The page that was shown when a window was closed last. */
static int
find_last_page (XcWindow *self)
{
  g_autofree char *name =
      xc_settings_get () != NULL ? g_settings_get_string (xc_settings_get (), "last-page") : NULL;

  for (guint i = 0; i < self->page_list->len; i++)
    if (g_strcmp0 (xc_page_get_name (self->page_list->pdata[i]), name) == 0)
      return (int) i;
  return 0;
}

/**
 * xc_window_take_store:
 * @self: a window
 * @store: (nullable): a ledger
 * @file: (nullable): its file
 *
 * Shows @store from now on.
 */
void
xc_window_take_store (XcWindow *self, XcStore *store, GFile *file)
{
  const char *name;

  g_set_object (&self->store, store);
  g_set_object (&self->file, file);
  if (self->search != NULL)
    xc_search_box_set_store (self->search, store);
  /* Before the pages: they are told of changes after it. */
  xc_term_choice_set_store (self->term_choice, store);
  xc_term_button_refresh (self->term_button);
  for (guint i = 0; i < self->page_list->len; i++)
    xc_page_set_store (self->page_list->pdata[i], store);
  xc_due_watch_set_store (self->due_watch, store);
  if (self->checker != NULL)
    xc_checker_pane_set_store (self->checker, store);
  if (store == NULL)
    return;
  name = xc_database_get_name (xc_store_get_database (store));
  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (store, "backup-failed", G_CALLBACK (backup_failed_cb), self, G_CONNECT_SWAPPED);
  store_changed_cb (self);
  adw_window_title_set_subtitle (self->page_title, name);
  gtk_window_set_title (GTK_WINDOW (self), name);
  gtk_widget_set_visible (self->read_only_label, !xc_store_is_writable (store));
  /* Before the ledger is seen: else the page that happens to be there would be filled as well. */
  gtk_list_box_select_row (self->sidebar,
                           gtk_list_box_get_row_at_index (self->sidebar, find_last_page (self)));
  gtk_stack_set_visible_child_name (self->views, "ledger");
  gtk_widget_child_focus (GTK_WIDGET (self->pages), GTK_DIR_TAB_FORWARD);
  g_array_set_size (self->visited, 0);
  xc_window_update_actions (self);
  xc_start_page_remember (file);
}

static void
restore_size (XcWindow *self)
{
  GSettings *settings = xc_settings_get ();

  if (settings == NULL)
    return;
  gtk_window_set_default_size (GTK_WINDOW (self), g_settings_get_int (settings, "window-width"),
                               g_settings_get_int (settings, "window-height"));
  if (g_settings_get_boolean (settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
}

static void
remember_size (XcWindow *self)
{
  GSettings *settings = xc_settings_get ();
  GtkWidget *page = gtk_stack_get_visible_child (self->pages);
  int width, height;

  if (settings == NULL)
    return;
  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  g_settings_set_int (settings, "window-width", MAX (width, 640));
  g_settings_set_int (settings, "window-height", MAX (height, 480));
  g_settings_set_boolean (settings, "window-maximized", gtk_window_is_maximized (GTK_WINDOW (self)));
  if (self->store != NULL && page != NULL)
    g_settings_set_string (settings, "last-page", xc_page_get_name (XC_PAGE (page)));
}

static gboolean
xc_window_close_request (GtkWindow *window)
{
  XcWindow *self = XC_WINDOW (window);

  /* The work has the ledger; it is asked to stop, and the window can be closed then. */
  if (self->work != NULL)
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "win.cancel-work", NULL);
      return TRUE;
    }
  remember_size (self);
  if (gtk_stack_get_visible_child (self->pages) != NULL)
    xc_page_settle (XC_PAGE (gtk_stack_get_visible_child (self->pages)));
  return GTK_WINDOW_CLASS (xc_window_parent_class)->close_request (window);
}

static void
xc_window_dispose (GObject *object)
{
  XcWindow *self = XC_WINDOW (object);

  xc_step_log_pass ();
  if (self->page_list != NULL)
    xc_window_take_store (self, NULL, NULL);
  g_clear_pointer (&self->page_list, g_ptr_array_unref);
  g_clear_object (&self->due_watch);
  g_clear_object (&self->term_choice);
  g_clear_pointer (&self->visited, g_array_unref);
  g_clear_pointer (&self->new_ledger, xc_new_ledger_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), XC_TYPE_WINDOW);
  G_OBJECT_CLASS (xc_window_parent_class)->dispose (object);
}

/* Ctrl+Shift+D is for measures that are done: GTK is not to show its inspector where there are none. */
static gboolean
xc_window_enable_debugging (GtkWindow *window, gboolean toggle)
{
  return TRUE;
}

static void
xc_window_class_init (XcWindowClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = xc_window_dispose;
  GTK_WINDOW_CLASS (class)->close_request = xc_window_close_request;
  GTK_WINDOW_CLASS (class)->enable_debugging = xc_window_enable_debugging;
  g_type_ensure (XC_TYPE_START_PAGE);
  g_type_ensure (XC_TYPE_ORGANIZATIONS_PAGE);
  g_type_ensure (XC_TYPE_OVERVIEW_PAGE);
  g_type_ensure (XC_TYPE_PEOPLE_PAGE);
  g_type_ensure (XC_TYPE_PROBLEMS_PAGE);
  g_type_ensure (XC_TYPE_RECORD_PAGE);
  g_type_ensure (XC_TYPE_REPORTS_PAGE);
  g_type_ensure (XC_TYPE_ROUNDS_PAGE);
  g_type_ensure (XC_TYPE_HISTORY_PAGE);
  g_type_ensure (XC_TYPE_LETTERS_PAGE);
  g_type_ensure (XC_TYPE_SEARCH_BOX);
  g_type_ensure (XC_TYPE_TERM_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/xuncha/Xuncha/window.ui");
  gtk_widget_class_bind_template_child (widget_class, XcWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, XcWindow, views);
  gtk_widget_class_bind_template_child (widget_class, XcWindow, term_button);
  gtk_widget_class_bind_template_child (widget_class, XcWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, XcWindow, page_title);
  gtk_widget_class_bind_template_child (widget_class, XcWindow, read_only_label);
  gtk_widget_class_bind_template_child (widget_class, XcWindow, search);
  gtk_widget_class_bind_template_child (widget_class, XcWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, XcWindow, content);
  gtk_widget_class_bind_template_child (widget_class, XcWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, XcWindow, main_menu);
  gtk_widget_class_bind_template_child (widget_class, XcWindow, busy_page);
  gtk_widget_class_bind_template_child (widget_class, XcWindow, busy_bar);
  gtk_widget_class_bind_template_callback (widget_class, sidebar_row_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, xc_window_focus_page);
  xc_window_install_actions (widget_class);
  xc_window_install_checking (widget_class);
  xc_window_install_exchange (widget_class);
  xc_window_install_opening (widget_class);
  xc_window_install_undo (widget_class);
  xc_window_install_restoring (widget_class);
  xc_window_install_work (widget_class);
}

static void
xc_window_init (XcWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  xc_cut_text_tell (GTK_WIDGET (self));
  self->term_choice = xc_term_choice_new ();
  self->due_watch = xc_due_watch_new (self->term_choice);
  xc_term_button_set_choice (self->term_button, self->term_choice);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "term", xc_term_button_get_actions (self->term_button));
  xc_late_menu_set (self->menu_button, self->main_menu);
  self->visited = g_array_new (FALSE, FALSE, sizeof (int));
  self->page_list = g_ptr_array_new ();
  for (GtkWidget *page = gtk_widget_get_first_child (GTK_WIDGET (self->pages)); page != NULL;
       page = gtk_widget_get_next_sibling (page))
    {
      xc_page_set_term_choice (XC_PAGE (page), self->term_choice);
      xc_page_set_due_watch (XC_PAGE (page), self->due_watch);
      g_ptr_array_add (self->page_list, page);
      gtk_list_box_append (self->sidebar, make_sidebar_row (XC_PAGE (page)));
    }
  xc_tab_stop_set_up (GTK_WIDGET (self->sidebar));
  restore_size (self);
  xc_window_update_actions (self);
}

XcWindow *
xc_window_new (XcApplication *application)
{
  return g_object_new (XC_TYPE_WINDOW, "application", application, NULL);
}

/**
 * xc_window_has_file:
 * @self: a window
 * @file: (nullable): a ledger
 *
 * Returns: whether @self has @file open; for %NULL, whether it has nothing open
 */
gboolean
xc_window_has_file (XcWindow *self, GFile *file)
{
  return file == NULL ? self->file == NULL : self->file != NULL && g_file_equal (self->file, file);
}

XcStore *
xc_window_get_store (XcWindow *self)
{
  return self->store;
}

/**
 * xc_window_get_term_choice:
 * @self: a window
 *
 * Returns: (transfer none): which term it shows
 */
XcTermChoice *
xc_window_get_term_choice (XcWindow *self)
{
  return self->term_choice;
}

/* Rows that belong to a term are listed in that one only. */
static void
choose_term_of (XcWindow *self, XcTable table, gint64 id)
{
  g_autoptr (XcRecord) record = NULL;

  if (self->store == NULL || xc_catalogue_find_field (table, "term_id") < 0)
    return;
  record = xc_store_load (self->store, table, id, NULL);
  if (record != NULL)
    xc_term_choice_choose (self->term_choice, xc_record_get_number (record, "term_id"));
}

/**
 * xc_window_show_row:
 * @self: a window
 * @table: a table
 * @id: a row of it
 *
 * Goes to the page that lists such rows, with this one selected.
 *
 * Returns: whether one lists it as it is filtered now
 */
gboolean
xc_window_show_row (XcWindow *self, XcTable table, gint64 id)
{
  choose_term_of (self, table, id);
  for (guint i = 0; i < self->page_list->len; i++)
    if (xc_page_show_row (self->page_list->pdata[i], table, id))
      {
        gtk_list_box_select_row (self->sidebar, gtk_list_box_get_row_at_index (self->sidebar, (int) i));
        return TRUE;
      }
  return FALSE;
}

/**
 * xc_window_show_rows:
 * @self: a window
 * @table: a table
 * @title: (nullable): what rows these are
 * @ids: (nullable) (element-type gint64): the rows; %NULL for all that the page lists
 *
 * Goes to the page that lists such rows, narrowed to these; the clerk sees @title there and can take it away.
 */
void
xc_window_show_rows (XcWindow *self, XcTable table, const char *title, const GArray *ids)
{
  for (guint i = 0; i < self->page_list->len; i++)
    if (xc_page_show_rows (self->page_list->pdata[i], table, title, ids))
      {
        gtk_list_box_select_row (self->sidebar, gtk_list_box_get_row_at_index (self->sidebar, (int) i));
        gtk_widget_child_focus (GTK_WIDGET (self->pages), GTK_DIR_TAB_FORWARD);
        return;
      }
}

/* The window that @widget is in, or whose dialog it is in. */
static XcWindow *
find_window (GtkWidget *widget)
{
  gpointer root = gtk_widget_get_root (widget);

  while (root != NULL && !XC_IS_WINDOW (root))
    root = GTK_IS_WINDOW (root) ? gtk_window_get_transient_for (root) : NULL;
  return root;
}

static void
toast_dismissed_cb (XcWindow *self, AdwToast *toast)
{
  if (self->toast == toast)
    self->toast = NULL;
}

/* What is shown says the last action: one that waits for its turn would offer to undo another. One that is about to go
 * only loses its button. (To dismiss it crashes libadwaita 1.2 while it is on its way in or out.) */
static void
add_toast (GtkWidget *widget, const char *sentence, gboolean with_undo)
{
  const gint64 fresh_us = 3 * G_USEC_PER_SEC;
  XcWindow *self = find_window (widget);
  gboolean is_fresh;

  if (self == NULL)
    return;
  is_fresh = self->toast != NULL && g_get_monotonic_time () - self->toast_at < fresh_us;
  if (self->toast != NULL)
    adw_toast_set_button_label (self->toast, NULL);
  if (!is_fresh)
    {
      self->toast = adw_toast_new (sentence);
      self->toast_at = g_get_monotonic_time ();
      g_signal_connect_object (self->toast, "dismissed", G_CALLBACK (toast_dismissed_cb), self,
                               G_CONNECT_SWAPPED);
    }
  adw_toast_set_title (self->toast, sentence);
  if (with_undo)
    {
      adw_toast_set_button_label (self->toast, _ ("Undo"));
      adw_toast_set_action_name (self->toast, "win.undo");
    }
  if (!is_fresh)
    adw_toast_overlay_add_toast (self->toasts, self->toast);
}

/**
 * xc_window_tell:
 * @widget: a widget in a window
 * @sentence: (translated): what happened
 */
void
xc_window_tell (GtkWidget *widget, const char *sentence)
{
  add_toast (widget, sentence, FALSE);
}

/**
 * xc_window_tell_done:
 * @widget: a widget in a window
 * @title: (translated): what was done, as the history calls it
 *
 * Says it and offers to undo it.
 */
void
xc_window_tell_done (GtkWidget *widget, const char *title)
{
  add_toast (widget, title, TRUE);
}

/**
 * xc_window_present_over:
 * @dialog: what belongs to a window
 *
 * Presents it once its window is there: shown before it, it would lie behind it, and nobody would know why the window
 * takes no key.
 */
void
xc_window_present_over (GtkWindow *dialog)
{
  GtkWindow *window = gtk_window_get_transient_for (dialog);

  if (window == NULL || gtk_widget_get_mapped (GTK_WIDGET (window)))
    gtk_window_present (dialog);
  else
    g_signal_connect_object (window, "map", G_CALLBACK (gtk_window_present), dialog,
                             G_CONNECT_AFTER | G_CONNECT_SWAPPED);
}

/**
 * xc_window_tell_error:
 * @widget: a widget in a window
 * @error: why something could not be done
 */
void
xc_window_tell_error (GtkWidget *widget, const GError *error)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *dialog = adw_message_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                              _ ("That Could Not Be Done"), error->message);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  xc_window_present_over (GTK_WINDOW (dialog));
}
