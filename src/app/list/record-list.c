/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/list/record-list-private.h"

#include <glib/gi18n-lib.h>

#include "app/list/list-view.h"
#include "app/list/record-column.h"
#include "app/window.h"
#include "app/tab-stop.h"
#include "store/id-list.h"

G_DEFINE_FINAL_TYPE (XcRecordList, xc_record_list, ADW_TYPE_BIN)

static guint selected_signal, activated_signal, narrowed_signal, arrangement_asked_signal;

static void
update_count (XcRecordList *self)
{
  guint n_rows = xc_record_list_get_n_rows (self);
  guint n_selected = self->selection != NULL ? xc_row_selection_get_n (self->selection) : 0;
  const char *search = self->query != NULL ? xc_query_get_search (self->query) : NULL;
  gboolean is_narrowed = self->only != NULL || (search != NULL && *search != '\0')
                         || (self->query != NULL && xc_query_get_n_filters (self->query) > 0);
  /* translators: %'u rows of a list */
  g_autofree char *rows =
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u row", "%'u rows", n_rows), n_rows);
  g_autofree char *words = NULL;

  if (n_selected > 1)
    /* translators: %1$s is a number of rows in words, %2$'u how many of them are selected */
    words = g_strdup_printf (_ ("%1$s · %2$'u selected"), rows, n_selected);
  if (self->model != NULL && xc_row_model_is_seeking (self->model))
    {
      gtk_label_set_text (self->count, _ ("Searching…"));
      return;
    }
  gtk_label_set_text (self->count, words != NULL ? words : rows);
  gtk_stack_set_visible_child_name (self->views, n_rows == 0 && is_narrowed ? "nothing" : "rows");
}

static void
items_changed_cb (XcRecordList *self, guint position, guint removed, guint added)
{
  self->has_others |= removed > XC_ID_LIST_SMALL;
  update_count (self);
}

static void
selection_changed_cb (XcRecordList *self)
{
  update_count (self);
  g_signal_emit (self, selected_signal, 0);
}

/**
 * xc_record_list_dup_query:
 * @self: a list that is set up
 *
 * Returns: (transfer full): which rows are shown: what was asked for, of what the list is about
 */
XcQuery *
xc_record_list_dup_query (XcRecordList *self)
{
  XcQuery *query = xc_query_copy (self->query);

  if (self->scope != NULL)
    xc_query_add_number_filter (query, self->scope, self->scope_relation, self->scope_id);
  if (self->only != NULL)
    xc_query_add_filter (query, "id", XC_RELATION_ONE_OF, (gpointer) self->only->data, self->only->len);
  return query;
}

static void
run_now (XcRecordList *self)
{
  g_autoptr (XcQuery) query = NULL;

  self->is_late = FALSE;
  query = xc_record_list_dup_query (self);
  self->has_others = FALSE;
  xc_row_model_seek (self->model, query);
  update_count (self);
  /* What was asked for anew is read from its beginning. */
  if (self->has_others || xc_row_model_is_seeking (self->model))
    xc_record_list_scroll_to_top (self);
}

/* GTK builds two hundred rows for a list that nobody sees as well. */
void
xc_record_list_run (XcRecordList *self)
{
  if (self->model == NULL)
    return;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    run_now (self);
  else
    self->is_late = TRUE;
}

/* What is read as text in the columns that are shown. */
static GStrv
list_texts (XcRecordList *self)
{
  XcTable table = xc_query_get_table (self->query);
  g_autoptr (GStrvBuilder) texts = g_strv_builder_new ();

  for (guint i = 0; self->paths[i] != NULL; i++)
    {
      const XcField *field = xc_record_column_get_field (table, self->paths[i], NULL);

      if (xc_field_is_textual (field) && field->choices == NULL
          && xc_record_column_is_kept (table, self->paths[i]))
        g_strv_builder_add (texts, self->paths[i]);
    }
  return g_strv_builder_end (texts);
}

static void
run_search (XcRecordList *self)
{
  g_auto (GStrv) texts = self->searched != NULL ? g_strdupv (self->searched) : list_texts (self);

  xc_query_set_search (self->query, gtk_editable_get_text (self->search), (const char *const *) texts);
  xc_record_list_run (self);
}

/* The entry says so some time after the typing: Enter may have been faster, and is still on its way to what is found. */
static void
search_changed_cb (XcRecordList *self)
{
  const char *searched = self->query != NULL ? xc_query_get_search (self->query) : NULL;

  if (self->query == NULL
      || g_str_equal (gtk_editable_get_text (self->search), searched != NULL ? searched : ""))
    return;
  self->goes_to_found = FALSE;
  run_search (self);
}

static void
filters_changed_cb (XcRecordList *self)
{
  xc_filter_bar_give (self->filters, self->query);
  xc_record_list_run (self);
}

static void
narrow_removed_cb (XcRecordList *self)
{
  xc_record_list_narrow (self, NULL, NULL);
}

static void
create_filter_popover (GtkMenuButton *button, gpointer data)
{
  XcRecordList *self = data;

  if (self->model != NULL)
    gtk_menu_button_set_popover (button, GTK_WIDGET (xc_filter_bar_make_popover (self->filters)));
}

static void
stop_search_cb (XcRecordList *self)
{
  gtk_editable_set_text (self->search, "");
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

/* To what was found; the first of it unless one of the rows is selected already. */
static void
go_to_found (XcRecordList *self)
{
  self->goes_to_found = FALSE;
  if (xc_record_list_get_n_rows (self) == 0)
    return;
  if (xc_row_selection_get_n (self->selection) == 0)
    gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), 0, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
search_activate_cb (XcRecordList *self)
{
  if (self->query == NULL)
    return;
  run_search (self);
  /* Until all is found the rows are those of the search before. */
  if (self->model != NULL && xc_row_model_is_seeking (self->model))
    self->goes_to_found = TRUE;
  else
    go_to_found (self);
}

static void
activate_cb (XcRecordList *self)
{
  g_signal_emit (self, activated_signal, 0);
}

/* The view's own sorter says only "changed"; asked to compare, it asks the columns in their order. */
static void
sorter_changed_cb (XcRecordList *self)
{
  g_autoptr (GArray) keys = NULL;

  if (self->is_arranging)
    return;
  keys = xc_record_column_read_sorter (gtk_column_view_get_sorter (self->view));

  xc_query_clear_sorts (self->query);
  for (guint i = 0; i < keys->len; i++)
    {
      const XcSortKey *key = &g_array_index (keys, XcSortKey, i);

      xc_query_add_sort (self->query, self->paths[key->column], key->is_descending);
    }
  xc_record_list_run (self);
}

static void
view_chosen_cb (XcRecordList *self, const char *definition)
{
  XcTable table = xc_query_get_table (self->query);
  g_autoptr (XcQuery) query = NULL;
  g_autoptr (XcColumnSet) columns = NULL;
  g_autofree char *arrangement = NULL;
  g_autofree char *note = NULL;
  g_autoptr (GError) error = NULL;

  if (definition == NULL)
    query = xc_query_new (table);
  else if (!xc_list_view_from_text (definition, table, &query, &columns, &arrangement, &note, &error))
    {
      xc_window_tell_error (GTK_WIDGET (self), error);
      return;
    }
  if (note != NULL)
    xc_window_tell (GTK_WIDGET (self), note);
  for (guint i = 0; definition == NULL && i < xc_query_get_n_sorts (self->query); i++)
    {
      gboolean is_descending;
      const char *path = xc_query_get_sort (self->query, i, &is_descending);

      xc_query_add_sort (query, path, is_descending);
    }
  xc_query_free (self->query);
  self->query = g_steal_pointer (&query);
  gtk_editable_set_text (self->search,
                         xc_query_get_search (self->query) != NULL ? xc_query_get_search (self->query) : "");
  xc_filter_bar_show (self->filters, self->query);
  /* Before its columns come, so that they are not remembered for another one. */
  if (arrangement != NULL && g_strcmp0 (arrangement, self->arrangement) != 0)
    g_signal_emit (self, arrangement_asked_signal, 0, arrangement);
  if (columns == NULL)
    columns = xc_record_list_dup_columns (self);
  xc_record_list_show_columns (self, columns);
  xc_record_list_run (self);
}

static char *
dup_definition (gpointer data)
{
  XcRecordList *self = data;
  g_autoptr (XcColumnSet) columns = xc_record_list_dup_columns (self);

  return xc_list_view_to_text (self->query, columns, self->arrangement);
}

/**
 * xc_record_list_set_page:
 * @self: a list that is set up
 * @page: the name of its page
 *
 * Remembers its columns from now on, and has saved views. What comes after the first time changes nothing.
 */
void
xc_record_list_set_page (XcRecordList *self, const char *page)
{
  if (self->page != NULL)
    return;
  self->page = g_strdup (page);
  xc_view_menu_set_up (self->saved_views, page, dup_definition, self);
  xc_record_list_recall_columns (self);
}

/**
 * xc_record_list_set_up:
 * @self: a list
 * @table: whose rows it shows
 * @paths: (array zero-terminated=1): of the fields that are its columns
 * @sort: one of @paths, by which it is sorted at first; with "-" before it, the last comes first
 *
 * Once, before the ledger is put in.
 */
void
xc_record_list_set_up (XcRecordList *self, XcTable table, const char *const *paths, const char *sort)
{
  g_autoptr (XcColumnSet) columns = xc_column_set_new_usual (table, paths);

  g_return_if_fail (self->query == NULL);
  self->usual = g_strdupv ((GStrv) paths);
  self->query = xc_query_new (table);
  xc_query_add_sort (self->query, sort + (*sort == '-'), *sort == '-');
  xc_filter_bar_set_up (self->filters, table, paths);
  gtk_menu_button_set_create_popup_func (self->add_filter, create_filter_popover, self, NULL);
  xc_record_list_show_columns (self, columns);
  xc_record_list_set_up_columns (self);
  g_signal_connect_object (gtk_column_view_get_sorter (self->view), "changed", G_CALLBACK (sorter_changed_cb),
                           self, G_CONNECT_SWAPPED);
}

/**
 * xc_record_list_search_in:
 * @self: a list
 * @paths: (array zero-terminated=1): of texts, also of rows that refer to its own
 *
 * Searches there from now on, whatever columns are shown.
 */
void
xc_record_list_search_in (XcRecordList *self, const char *const *paths)
{
  g_strfreev (self->searched);
  self->searched = g_strdupv ((GStrv) paths);
}

/**
 * xc_record_list_offer_filters:
 * @self: a list that is set up
 * @paths: (array zero-terminated=1): of fields, also of rows that refer to its own
 *
 * Offers filters by these before those by the table's own fields.
 */
void
xc_record_list_offer_filters (XcRecordList *self, const char *const *paths)
{
  xc_filter_bar_set_up (self->filters, xc_query_get_table (self->query), paths);
}

/**
 * xc_record_list_set_scope:
 * @self: a list that is set up
 * @path: (nullable): of a reference, as "term_id"; %NULL for all rows
 * @relation: %XC_RELATION_IS, or %XC_RELATION_IS_OR_EMPTY to show as well what refers to nothing
 * @id: what it refers to
 *
 * Shows such rows only. It is no filter of the clerk's: no chip shows it, no saved view keeps it, and none removes it.
 */
void
xc_record_list_set_scope (XcRecordList *self, const char *path, XcRelation relation, gint64 id)
{
  g_free (self->scope);
  self->scope = g_strdup (path);
  self->scope_relation = relation;
  self->scope_id = id;
  xc_record_list_run (self);
}

static void
show_top (XcRecordList *self)
{
  self->wants_top = FALSE;
  if (xc_record_list_get_n_rows (self) > 0)
    gtk_widget_activate_action (gtk_widget_get_last_child (GTK_WIDGET (self->view)), "list.scroll-to-item",
                                "u", 0);
}

static void
found_cb (XcRecordList *self)
{
  update_count (self);
  if (self->wants_top && !xc_row_model_is_seeking (self->model))
    show_top (self);
  if (self->wanted != 0 && !xc_row_model_is_seeking (self->model))
    xc_record_list_select (self, self->wanted);
  if (self->goes_to_found && !xc_row_model_is_seeking (self->model)
      && (gtk_widget_get_state_flags (GTK_WIDGET (self->search)) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0)
    go_to_found (self);
}

/**
 * xc_record_list_restrict:
 * @self: a list that is set up
 * @ids: (nullable) (element-type gint64): the only rows to be shown, in no order; %NULL for all
 *
 * For a page that says itself by what it does so: filters and search stay.
 */
void
xc_record_list_restrict (XcRecordList *self, const GArray *ids)
{
  g_clear_pointer (&self->only, g_array_unref);
  if (ids != NULL)
    {
      self->only = g_array_new (FALSE, FALSE, sizeof (XcValue));
      for (guint i = 0; i < ids->len; i++)
        {
          XcValue value = XC_VALUE_NUMBER (g_array_index (ids, gint64, i));

          g_array_append_val (self->only, value);
        }
    }
  xc_narrow_chip_show (self->narrowed, NULL);
  xc_record_list_run (self);
}

/**
 * xc_record_list_narrow:
 * @self: a list that is set up
 * @title: (nullable): what rows these are
 * @ids: (nullable) (element-type gint64): the only rows to be shown, in no order; %NULL for all
 *
 * Filters and search go, so that the rows are those; a chip says so, and takes it away.
 */
void
xc_record_list_narrow (XcRecordList *self, const char *title, const GArray *ids)
{
  if (ids != NULL)
    {
      xc_query_clear_filters (self->query);
      xc_filter_bar_show (self->filters, self->query);
      gtk_editable_set_text (self->search, "");
      xc_query_set_search (self->query, NULL, (const char *[]){ NULL });
    }
  xc_record_list_restrict (self, ids);
  xc_narrow_chip_show (self->narrowed, ids != NULL ? title : NULL);
  g_signal_emit (self, narrowed_signal, 0);
}

/**
 * xc_record_list_set_store:
 * @self: a list that is set up
 * @store: (nullable): the ledger
 */
void
xc_record_list_set_store (XcRecordList *self, XcStore *store)
{
  self->is_late = FALSE;
  gtk_column_view_set_model (self->view, NULL);
  g_clear_object (&self->selection);
  g_clear_object (&self->model);
  xc_filter_bar_set_store (self->filters, store);
  xc_view_menu_set_store (self->saved_views, self->page != NULL ? store : NULL);
  xc_query_clear_filters (self->query);
  g_clear_pointer (&self->only, g_array_unref);
  xc_narrow_chip_show (self->narrowed, NULL);
  if (store != NULL)
    {
      self->model =
          xc_row_model_new (store, xc_query_get_table (self->query), (const char *const *) self->paths);
      self->selection = xc_row_selection_new (self->model);
      g_signal_connect_object (self->selection, "changed", G_CALLBACK (selection_changed_cb), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (self->model, "items-changed", G_CALLBACK (items_changed_cb), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (self->model, "notify::is-seeking", G_CALLBACK (found_cb), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (self->model, "failed", G_CALLBACK (xc_window_tell_error), self,
                               G_CONNECT_SWAPPED);
      gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
      xc_record_list_run (self);
    }
  update_count (self);
}

guint
xc_record_list_get_n_rows (XcRecordList *self)
{
  return self->model != NULL ? g_list_model_get_n_items (G_LIST_MODEL (self->model)) : 0;
}

/**
 * xc_record_list_get_selected:
 * @self: a list
 *
 * Returns: (transfer full) (element-type gint64): the ids of the selected rows, in the order of the list
 */
GArray *
xc_record_list_get_selected (XcRecordList *self)
{
  return self->selection != NULL ? xc_row_selection_dup_ids (self->selection)
                                 : g_array_new (FALSE, FALSE, sizeof (gint64));
}

static gboolean
scroll_cb (gpointer data)
{
  XcRecordList *self = data;

  self->scrolling = 0;
  xc_record_list_scroll_to (self, self->scrolled_to);
  return G_SOURCE_REMOVE;
}

/**
 * xc_record_list_select:
 * @self: a list
 * @id: a row
 *
 * Returns: whether the list has it, or is being searched and may have it: then it is selected and in sight, or will be
 */
gboolean
xc_record_list_select (XcRecordList *self, gint64 id)
{
  gboolean is_new = self->is_late;
  guint position;

  if (self->model == NULL)
    return FALSE;
  if (is_new)
    run_now (self);
  if (!xc_row_model_find (self->model, id, &position))
    {
      self->wanted = xc_row_model_is_seeking (self->model) ? id : 0;
      return self->wanted != 0;
    }
  self->wanted = 0;
  xc_row_selection_complete (self->selection);
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), position, TRUE);
  self->scrolled_to = id;
  /* The view has just made widgets for its first rows, and makes others for those it goes to: not both at once. */
  if (!is_new)
    xc_record_list_scroll_to (self, id);
  else if (self->scrolling == 0)
    self->scrolling = g_idle_add_full (G_PRIORITY_DEFAULT, scroll_cb, self, NULL);
  return TRUE;
}

/**
 * xc_record_list_scroll_to:
 * @self: a list
 * @id: a row
 *
 * Brings the row into sight, when the list has it. What is selected, and who has the focus, stays.
 */
void
xc_record_list_scroll_to (XcRecordList *self, gint64 id)
{
  guint position;

  if (self->model == NULL)
    return;
  if (self->is_late)
    run_now (self);
  /* gtk_column_view_scroll_to() came after GTK 4.8. */
  if (xc_row_model_find (self->model, id, &position))
    gtk_widget_activate_action (gtk_widget_get_last_child (GTK_WIDGET (self->view)), "list.scroll-to-item",
                                "u", position);
}

/**
 * xc_record_list_scroll_to_top:
 * @self: a list that shows other rows than before, or is about to
 *
 * If they are still being looked for, once more when they are there.
 */
void
xc_record_list_scroll_to_top (XcRecordList *self)
{
  show_top (self);
  self->wants_top = self->model != NULL && xc_row_model_is_seeking (self->model);
}

/**
 * xc_record_list_focus:
 * @self: a list
 *
 * Puts the focus on its rows.
 */
void
xc_record_list_focus (XcRecordList *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

void
xc_record_list_focus_search (XcRecordList *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

static void
xc_record_list_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (xc_record_list_parent_class)->map (widget);
  if (XC_RECORD_LIST (widget)->is_late)
    run_now (XC_RECORD_LIST (widget));
}

static void
xc_record_list_dispose (GObject *object)
{
  XcRecordList *self = XC_RECORD_LIST (object);

  /* The columns that go now are not to be remembered. */
  self->is_arranging = TRUE;
  if (self->view != NULL)
    {
      /* Its columns leave it one by one, and each may be the one that it is sorted by. */
      g_signal_handlers_disconnect_by_data (gtk_column_view_get_sorter (self->view), self);
      gtk_column_view_set_model (self->view, NULL);
    }
  if (self->menu != NULL)
    gtk_widget_unparent (GTK_WIDGET (g_steal_pointer (&self->menu)));
  g_clear_object (&self->selection);
  g_clear_object (&self->model);
  gtk_widget_dispose_template (GTK_WIDGET (self), XC_TYPE_RECORD_LIST);
  /* What is taken away tells of a change once more. */
  g_clear_handle_id (&self->remembering, g_source_remove);
  g_clear_handle_id (&self->scrolling, g_source_remove);
  G_OBJECT_CLASS (xc_record_list_parent_class)->dispose (object);
}

static void
xc_record_list_finalize (GObject *object)
{
  XcRecordList *self = XC_RECORD_LIST (object);

  g_free (self->page);
  g_free (self->arrangement);
  g_strfreev (self->searched);
  g_free (self->scope);
  g_clear_pointer (&self->only, g_array_unref);
  g_strfreev (self->usual);
  g_strfreev (self->paths);
  g_clear_pointer (&self->query, xc_query_free);
  G_OBJECT_CLASS (xc_record_list_parent_class)->finalize (object);
}

static void
xc_record_list_class_init (XcRecordListClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = xc_record_list_dispose;
  G_OBJECT_CLASS (class)->finalize = xc_record_list_finalize;
  widget_class->map = xc_record_list_map;
  selected_signal =
      g_signal_new ("selected", XC_TYPE_RECORD_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  activated_signal =
      g_signal_new ("activated", XC_TYPE_RECORD_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  narrowed_signal =
      g_signal_new ("narrowed", XC_TYPE_RECORD_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  /* A saved view was chosen that shows another arrangement of columns, by its name. */
  arrangement_asked_signal = g_signal_new ("arrangement-asked", XC_TYPE_RECORD_LIST, G_SIGNAL_RUN_LAST, 0,
                                           NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  g_type_ensure (XC_TYPE_FILTER_BAR);
  g_type_ensure (XC_TYPE_NARROW_CHIP);
  g_type_ensure (XC_TYPE_VIEW_MENU);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/xuncha/Xuncha/list/record-list.ui");
  gtk_widget_class_bind_template_child (widget_class, XcRecordList, search);
  gtk_widget_class_bind_template_child (widget_class, XcRecordList, filters);
  gtk_widget_class_bind_template_child (widget_class, XcRecordList, narrowed);
  gtk_widget_class_bind_template_child (widget_class, XcRecordList, add_filter);
  gtk_widget_class_bind_template_child (widget_class, XcRecordList, saved_views);
  gtk_widget_class_bind_template_child (widget_class, XcRecordList, choose_columns);
  gtk_widget_class_bind_template_child (widget_class, XcRecordList, views);
  gtk_widget_class_bind_template_child (widget_class, XcRecordList, view);
  gtk_widget_class_bind_template_child (widget_class, XcRecordList, count);
  gtk_widget_class_bind_template_child (widget_class, XcRecordList, row_menu);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, filters_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, narrow_removed_cb);
  gtk_widget_class_bind_template_callback (widget_class, view_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  xc_row_actions_install (widget_class);
}

static void
xc_record_list_init (XcRecordList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  xc_row_actions_set_up (self);
  xc_tab_stop_set_up (GTK_WIDGET (self->view));
}
