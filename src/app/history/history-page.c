/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/history/history-page.h"

#include <glib/gi18n-lib.h>

#include "app/history/step-column.h"
#include "app/history/step-view.h"
#include "app/today.h"
#include "app/window.h"
#include "app/tab-stop.h"
#include "core/text.h"
#include "app/wrap-box.h"

struct _XcHistoryPage
{
  XcPage parent_instance;

  /* Template widgets */
  GtkStack *views;
  GtkEditable *search;
  GtkDropDown *table;
  GtkEditable *from;
  GtkEditable *to;
  GtkColumnView *view;
  GtkSingleSelection *selection;
  GtkFilterListModel *filtered;
  XcStepView *step_view;
  GtkButton *move_button;

  /* Owned */
  GListStore *steps;  /* of XcStep, the latest first */
  GHashTable *undone; /* numbers of actions that stand undone, as gint64 */
  char *words;        /* what is searched for, folded */
  gulong noted_handler;
  XcStore *noted_store;

  XcDay first, last;
};

G_DEFINE_FINAL_TYPE (XcHistoryPage, xc_history_page, XC_TYPE_PAGE)

static gboolean
matches (gpointer item, gpointer data)
{
  XcHistoryPage *self = data;
  guint table = gtk_drop_down_get_selected (self->table);
  XcDay day = xc_step_get_day (item);
  g_autofree char *text = NULL;

  if ((xc_day_is_set (self->first) && day < self->first) || (xc_day_is_set (self->last) && day > self->last))
    return FALSE;
  if (self->words != NULL && *self->words != '\0')
    {
      text = g_utf8_casefold (xc_step_get_text (item, XC_STEP_TITLE), -1);
      if (strstr (text, self->words) == NULL
          && strstr (xc_step_get_text (item, XC_STEP_USER), gtk_editable_get_text (self->search)) == NULL)
        return FALSE;
    }
  return table == 0 || table == GTK_INVALID_LIST_POSITION
         || xc_step_has_table (item, xc_store_get_database (xc_page_get_store (XC_PAGE (self))),
                               (XcTable) (table - 1));
}

static XcDay
read_day (GtkEditable *entry)
{
  g_autofree char *typed = xc_text_clean (gtk_editable_get_text (entry));
  XcDay day = *typed != '\0' ? xc_day_parse (typed, xc_today ()) : XC_DAY_NONE;
  gboolean is_wrong = *typed != '\0' && !xc_day_is_set (day);

  if (is_wrong)
    gtk_widget_add_css_class (GTK_WIDGET (entry), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (entry), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_STATE_INVALID,
                               is_wrong ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
  return day;
}

static void
filter_changed_cb (XcHistoryPage *self)
{
  if (self->steps == NULL || xc_page_get_store (XC_PAGE (self)) == NULL)
    return;
  g_free (self->words);
  self->words = g_utf8_casefold (gtk_editable_get_text (self->search), -1);
  self->first = read_day (self->from);
  self->last = read_day (self->to);
  gtk_filter_changed (gtk_filter_list_model_get_filter (self->filtered), GTK_FILTER_CHANGE_DIFFERENT);
}

static void
selected_cb (XcHistoryPage *self)
{
  XcStore *store = xc_page_get_store (XC_PAGE (self));
  XcStep *step = gtk_single_selection_get_selected_item (self->selection);
  gint64 action = step != NULL ? xc_step_get_action (step) : 0;

  if (store == NULL)
    step = NULL;
  xc_step_view_show (self->step_view, store, step);
  gtk_widget_set_visible (GTK_WIDGET (self->move_button),
                          step != NULL && action != 0 && xc_store_is_writable (store));
  gtk_button_set_label (self->move_button, g_hash_table_contains (self->undone, &action)
                                               ? _ ("_Redo up to Here")
                                               : _ ("_Undo up to Here"));
}

/* Step by step, each an entry of its own, as many Ctrl+Z would: what was changed since is met in its order. */
static void
move_clicked_cb (XcHistoryPage *self)
{
  XcStore *store = xc_page_get_store (XC_PAGE (self));
  XcStep *step = gtk_single_selection_get_selected_item (self->selection);
  gint64 action = xc_step_get_action (step);
  gboolean is_redo = g_hash_table_contains (self->undone, &action);
  g_autoptr (GError) error = NULL;
  gint64 seq = 0;
  guint n_steps = 0;
  g_autofree char *sentence = NULL;

  for (;;)
    {
      if (!(is_redo ? xc_history_find_redoable : xc_history_find_undoable) (xc_store_get_database (store),
                                                                            &seq, &error)
          || seq == 0 || (is_redo ? seq > action : seq < action)
          || !(is_redo ? xc_store_redo : xc_store_undo) (store, NULL, &error))
        break;
      n_steps++;
    }
  if (error != NULL)
    {
      xc_window_tell_error (GTK_WIDGET (self), error);
      return;
    }
  if (is_redo && n_steps == 0)
    {
      xc_window_tell (GTK_WIDGET (self), _ ("Other things were done since, so it cannot be done again."));
      return;
    }
  sentence = g_strdup_printf (
      /* translators: %u is a number of steps of the history */
      is_redo ? g_dngettext (GETTEXT_PACKAGE, "%u step done again", "%u steps done again", n_steps)
              : g_dngettext (GETTEXT_PACKAGE, "%u step undone", "%u steps undone", n_steps),
      n_steps);
  xc_window_tell (GTK_WIDGET (self), sentence);
}

static void
note_undone (XcHistoryPage *self, const XcHistoryEntry *entry)
{
  if (entry->kind == XC_HISTORY_UNDO)
    {
      gint64 *seq = g_new (gint64, 1);

      *seq = entry->target_seq;
      g_hash_table_add (self->undone, seq);
    }
  else if (entry->kind == XC_HISTORY_REDO)
    g_hash_table_remove (self->undone, &entry->target_seq);
}

/* Only what came since is read: a history only ever grows. Nothing is read while nobody looks. */
static void
load (XcHistoryPage *self)
{
  XcStore *store = xc_page_get_store (XC_PAGE (self));
  g_autoptr (XcStep) latest = g_list_model_get_item (G_LIST_MODEL (self->steps), 0);
  g_autoptr (GPtrArray) added = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) entries = NULL;

  if (store == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  entries = xc_history_list_after (xc_store_get_database (store),
                                   latest != NULL ? xc_step_get_entry (latest)->seq : 0, NULL);
  if (entries == NULL || (entries->len == 0 && latest != NULL))
    return;
  for (guint i = 0; i < entries->len; i++)
    note_undone (self, entries->pdata[i]);
  g_ptr_array_set_free_func (entries, NULL);
  for (guint i = entries->len; i > 0; i--)
    g_ptr_array_add (added, xc_step_new (entries->pdata[i - 1]));
  g_list_store_splice (self->steps, 0, 0, added->pdata, added->len);
  gtk_stack_set_visible_child_name (
      self->views, g_list_model_get_n_items (G_LIST_MODEL (self->steps)) > 0 ? "rows" : "empty");
  selected_cb (self);
}

static void
xc_history_page_follow (XcPage *page, const XcChange *change)
{
  XcHistoryPage *self = XC_HISTORY_PAGE (page);
  XcStore *store = xc_page_get_store (page);

  if (change == NULL)
    {
      if (self->noted_store != NULL)
        g_clear_signal_handler (&self->noted_handler, self->noted_store);
      g_set_object (&self->noted_store, store);
      g_hash_table_remove_all (self->undone);
      g_list_store_remove_all (self->steps);
      if (store != NULL)
        self->noted_handler =
            g_signal_connect_object (store, "noted", G_CALLBACK (load), self, G_CONNECT_SWAPPED);
    }
  load (self);
}

static void
xc_history_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (xc_history_page_parent_class)->map (widget);
  load (XC_HISTORY_PAGE (widget));
}

static void
find_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_grab_focus (GTK_WIDGET (XC_HISTORY_PAGE (widget)->search));
}

static void
xc_history_page_build (XcPage *page)
{
  XcHistoryPage *self = XC_HISTORY_PAGE (page);
  g_autoptr (GtkStringList) tables = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  xc_tab_stop_set_up (GTK_WIDGET (self->view));
  gtk_string_list_append (tables, _ ("All Tables"));
  for (guint i = 0; i < XC_N_TABLES; i++)
    gtk_string_list_append (tables, xc_catalogue_title ((XcTable) i));
  gtk_drop_down_set_model (self->table, G_LIST_MODEL (tables));
  for (guint i = 0; i < XC_N_STEP_COLUMNS; i++)
    {
      g_autoptr (GtkColumnViewColumn) column = xc_step_column_new ((XcStepColumn) i);

      gtk_column_view_append_column (self->view, column);
    }
  self->steps = g_list_store_new (XC_TYPE_STEP);
  gtk_filter_list_model_set_filter (self->filtered, GTK_FILTER (gtk_custom_filter_new (matches, self, NULL)));
  gtk_filter_list_model_set_model (self->filtered, G_LIST_MODEL (self->steps));
}

static void
xc_history_page_dispose (GObject *object)
{
  XcHistoryPage *self = XC_HISTORY_PAGE (object);

  if (self->noted_store != NULL)
    g_clear_signal_handler (&self->noted_handler, self->noted_store);
  g_clear_object (&self->noted_store);
  /* Disposing of the template takes away the bound child, which the parent class would then take away again. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  if (xc_page_is_built (XC_PAGE (self)))
    gtk_widget_dispose_template (GTK_WIDGET (self), XC_TYPE_HISTORY_PAGE);
  G_OBJECT_CLASS (xc_history_page_parent_class)->dispose (object);
}

static void
xc_history_page_finalize (GObject *object)
{
  XcHistoryPage *self = XC_HISTORY_PAGE (object);

  g_clear_object (&self->steps);
  g_hash_table_unref (self->undone);
  g_free (self->words);
  G_OBJECT_CLASS (xc_history_page_parent_class)->finalize (object);
}

static void
xc_history_page_class_init (XcHistoryPageClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = xc_history_page_dispose;
  G_OBJECT_CLASS (class)->finalize = xc_history_page_finalize;
  widget_class->map = xc_history_page_map;
  XC_PAGE_CLASS (class)->build = xc_history_page_build;
  XC_PAGE_CLASS (class)->follow = xc_history_page_follow;
  g_type_ensure (XC_TYPE_STEP_VIEW);
  g_type_ensure (XC_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/xuncha/Xuncha/history/history-page.ui");
  gtk_widget_class_bind_template_child (widget_class, XcHistoryPage, views);
  gtk_widget_class_bind_template_child (widget_class, XcHistoryPage, search);
  gtk_widget_class_bind_template_child (widget_class, XcHistoryPage, table);
  gtk_widget_class_bind_template_child (widget_class, XcHistoryPage, from);
  gtk_widget_class_bind_template_child (widget_class, XcHistoryPage, to);
  gtk_widget_class_bind_template_child (widget_class, XcHistoryPage, view);
  gtk_widget_class_bind_template_child (widget_class, XcHistoryPage, selection);
  gtk_widget_class_bind_template_child (widget_class, XcHistoryPage, filtered);
  gtk_widget_class_bind_template_child (widget_class, XcHistoryPage, step_view);
  gtk_widget_class_bind_template_child (widget_class, XcHistoryPage, move_button);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, move_clicked_cb);
  gtk_widget_class_install_action (widget_class, "page.find", NULL, find_action);
}

static void
xc_history_page_init (XcHistoryPage *self)
{
  self->undone = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->first = self->last = XC_DAY_NONE;
}
