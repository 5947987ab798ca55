/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/board/waiting-pane.h"

#include <glib/gi18n-lib.h>

#include "app/drop-down.h"
#include "core/pinyin.h"
#include "core/text.h"

/* By what the list is narrowed; each has its drop-down list, whose first choice is all. */
typedef enum
{
  FILTER_REGISTER,
  FILTER_ATTENTION,
  FILTER_SECTOR,
  FILTER_PARENT,
} Filter;

#define N_FILTERS (FILTER_PARENT + 1)

struct _XcWaitingPane
{
  AdwBin parent_instance;

  gboolean is_filling;

  /* Template widgets */
  GtkLabel *title;
  GtkSearchEntry *search;
  GtkMenuButton *filter_button;
  GtkDropDown *register_filter;
  GtkDropDown *attention_filter;
  GtkDropDown *sector_filter;
  GtkDropDown *parent_filter;
  GtkStack *views;
  AdwStatusPage *empty;
  XcBoardList *list;

  /* Owned */
  GPtrArray *items; /* of XcBoardItem: all that wait */
  GPtrArray
      *values[N_FILTERS]; /* of char *: what the drop-down lists stand for, from their second choice on */
  guint n_waiting;
  guint n_owed;
};

static guint left_signal;

G_DEFINE_FINAL_TYPE (XcWaitingPane, xc_waiting_pane, ADW_TYPE_BIN)

static GtkDropDown *
get_drop_down (XcWaitingPane *self, Filter filter)
{
  switch (filter)
    {
    case FILTER_REGISTER:
      return self->register_filter;
    case FILTER_ATTENTION:
      return self->attention_filter;
    case FILTER_SECTOR:
      return self->sector_filter;
    case FILTER_PARENT:
      return self->parent_filter;
    default:
      g_return_val_if_reached (NULL);
    }
}

/* What an item has that the filter goes by. */
static char *
dup_value (const XcBoardItem *item, Filter filter)
{
  switch (filter)
    {
    case FILTER_REGISTER:
      return g_strdup (xc_board_item_get_place (item));
    case FILTER_ATTENTION:
      return g_strdup (xc_record_get_text (item->organization, "attention"));
    case FILTER_SECTOR:
      return g_strdup (xc_record_get_text (item->organization, "sector"));
    case FILTER_PARENT:
      return xc_board_item_get_parent (item) != 0
                 ? g_strdup_printf ("%" G_GINT64_FORMAT, xc_board_item_get_parent (item))
                 : NULL;
    default:
      g_return_val_if_reached (NULL);
    }
}

static const char *
get_chosen (XcWaitingPane *self, Filter filter)
{
  guint selected = gtk_drop_down_get_selected (get_drop_down (self, filter));

  return selected == 0 || selected > self->values[filter]->len ? NULL
                                                               : self->values[filter]->pdata[selected - 1];
}

static gboolean
is_shown (XcWaitingPane *self, const XcBoardItem *item, const char *typed)
{
  for (guint i = 0; i < N_FILTERS; i++)
    {
      const char *chosen = get_chosen (self, i);
      g_autofree char *value = chosen != NULL ? dup_value (item, i) : NULL;

      if (chosen != NULL && g_strcmp0 (value, chosen) != 0)
        return FALSE;
    }
  return *typed == '\0' || xc_pinyin_matches (xc_board_item_get_name (item), typed)
         || (xc_record_is_set (item->organization, "short_name")
             && xc_pinyin_matches (xc_record_get_text (item->organization, "short_name"), typed));
}

/* One that is found brings those under it; those found under one that is not stand for themselves. */
static void
add_shown (XcWaitingPane *self, GPtrArray *items, const char *typed, GPtrArray *shown)
{
  for (guint i = 0; i < items->len; i++)
    {
      XcBoardItem *item = items->pdata[i];

      if (is_shown (self, item, typed))
        g_ptr_array_add (shown, xc_board_item_ref (item));
      else
        add_shown (self, item->children, typed, shown);
    }
}

static guint
count_rows (const GPtrArray *items)
{
  guint n = items->len;

  for (guint i = 0; i < items->len; i++)
    n += ((const XcBoardItem *) items->pdata[i])->children->len;
  return n;
}

static guint
count_filters (XcWaitingPane *self)
{
  guint n = 0;

  for (guint i = 0; i < N_FILTERS; i++)
    n += get_chosen (self, i) != NULL;
  return n;
}

static void
tell_filters (XcWaitingPane *self)
{
  guint n = count_filters (self);
  g_autofree char *label = NULL;

  /* translators: %u is a number of filters in force */
  label = n == 0 ? g_strdup (C_ ("board", "Filter"))
                 : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Filter: %u", "Filter: %u", n), n);
  gtk_menu_button_set_label (self->filter_button, label);
  if (n > 0)
    gtk_widget_add_css_class (GTK_WIDGET (self->filter_button), "accent");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->filter_button), "accent");
}

static void
tell_rows (XcWaitingPane *self, guint n_shown)
{
  g_autofree char *words = NULL;

  if (n_shown == self->n_waiting)
    /* translators: %u is a number of organizations that wait for an inspection */
    words = g_strdup_printf (C_ ("board", "Waiting %u"), self->n_waiting);
  else
    /* translators: %1$u organizations are shown of %2$u that wait for an inspection */
    words = g_strdup_printf (C_ ("board", "Waiting %1$u of %2$u"), n_shown, self->n_waiting);
  gtk_label_set_text (self->title, words);
  xc_board_list_set_name (self->list, words);
}

static void
tell_nothing (XcWaitingPane *self)
{
  if (self->n_owed == 0)
    {
      adw_status_page_set_title (self->empty, _ ("Nobody to Inspect Yet"));
      adw_status_page_set_description (self->empty,
                                       _ ("Enter or import the organizations that are owed an inspection."));
    }
  else if (self->n_waiting == 0)
    {
      adw_status_page_set_title (self->empty, _ ("Nobody Waits"));
      adw_status_page_set_description (
          self->empty, _ ("All that are owed an inspection are covered, or given to a team in this round."));
    }
  else
    {
      adw_status_page_set_title (self->empty, _ ("Nothing Found"));
      adw_status_page_set_description (self->empty, _ ("Others wait: clear the search or the filters."));
    }
}

static void
fill (XcWaitingPane *self)
{
  g_autofree char *typed = xc_text_clean (gtk_editable_get_text (GTK_EDITABLE (self->search)));
  g_autoptr (GPtrArray) shown = g_ptr_array_new_with_free_func ((GDestroyNotify) xc_board_item_unref);

  if (self->items == NULL)
    return;
  add_shown (self, self->items, typed, shown);
  xc_board_list_set_expanding (self->list, *typed != '\0');
  xc_board_list_set_items (self->list, shown);
  tell_rows (self, count_rows (shown));
  tell_filters (self);
  tell_nothing (self);
  gtk_stack_set_visible_child_name (self->views, shown->len > 0 ? "list" : "empty");
}

static void
filter_changed_cb (XcWaitingPane *self)
{
  if (!self->is_filling)
    fill (self);
}

static void
clear_clicked_cb (XcWaitingPane *self)
{
  self->is_filling = TRUE;
  for (guint i = 0; i < N_FILTERS; i++)
    gtk_drop_down_set_selected (get_drop_down (self, i), 0);
  self->is_filling = FALSE;
  fill (self);
}

/* Who types fast presses Enter before the entry tells what was typed: what is given next must be what was found. */
static void
leave_search_cb (XcWaitingPane *self)
{
  fill (self);
  if (!xc_board_list_focus_row (self->list, 0))
    gtk_widget_error_bell (GTK_WIDGET (self));
}

/* Where nobody waits there is nowhere to go here. */
static void
stop_search_cb (XcWaitingPane *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  fill (self);
  if (!xc_board_list_focus_row (self->list, 0))
    g_signal_emit (self, left_signal, 0);
}

static gboolean
search_key_cb (XcWaitingPane *self, guint keyval)
{
  if (keyval != GDK_KEY_Down && keyval != GDK_KEY_KP_Down)
    return FALSE;
  leave_search_cb (self);
  return TRUE;
}

static void
xc_waiting_pane_dispose (GObject *object)
{
  XcWaitingPane *self = XC_WAITING_PANE (object);

  self->is_filling = TRUE;
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), XC_TYPE_WAITING_PANE);
  G_OBJECT_CLASS (xc_waiting_pane_parent_class)->dispose (object);
}

static void
xc_waiting_pane_finalize (GObject *object)
{
  XcWaitingPane *self = XC_WAITING_PANE (object);

  g_clear_pointer (&self->items, g_ptr_array_unref);
  for (guint i = 0; i < N_FILTERS; i++)
    g_ptr_array_unref (self->values[i]);
  G_OBJECT_CLASS (xc_waiting_pane_parent_class)->finalize (object);
}

static void
xc_waiting_pane_class_init (XcWaitingPaneClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = xc_waiting_pane_dispose;
  G_OBJECT_CLASS (class)->finalize = xc_waiting_pane_finalize;
  g_type_ensure (XC_TYPE_BOARD_LIST);
  left_signal =
      g_signal_new ("left", XC_TYPE_WAITING_PANE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/xuncha/Xuncha/board/waiting-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, XcWaitingPane, title);
  gtk_widget_class_bind_template_child (widget_class, XcWaitingPane, search);
  gtk_widget_class_bind_template_child (widget_class, XcWaitingPane, filter_button);
  gtk_widget_class_bind_template_child (widget_class, XcWaitingPane, register_filter);
  gtk_widget_class_bind_template_child (widget_class, XcWaitingPane, attention_filter);
  gtk_widget_class_bind_template_child (widget_class, XcWaitingPane, sector_filter);
  gtk_widget_class_bind_template_child (widget_class, XcWaitingPane, parent_filter);
  gtk_widget_class_bind_template_child (widget_class, XcWaitingPane, views);
  gtk_widget_class_bind_template_child (widget_class, XcWaitingPane, empty);
  gtk_widget_class_bind_template_child (widget_class, XcWaitingPane, list);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, leave_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
}

static void
xc_waiting_pane_init (XcWaitingPane *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  for (guint i = 0; i < N_FILTERS; i++)
    self->values[i] = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  xc_drop_down_name (self->register_filter, _ ("Register"));
  xc_drop_down_name (self->attention_filter, _ ("Attention class"));
  xc_drop_down_name (self->sector_filter, _ ("Sector"));
  xc_drop_down_name (self->parent_filter, _ ("Street or Town"));
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (search_key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->search), keys);
}

static void
collect (const GPtrArray *items, Filter filter, GHashTable *seen, GPtrArray *values)
{
  for (guint i = 0; i < items->len; i++)
    {
      const XcBoardItem *item = items->pdata[i];
      char *value = dup_value (item, filter);

      if (value != NULL && *value != '\0' && !g_hash_table_contains (seen, value))
        {
          g_hash_table_add (seen, value);
          g_ptr_array_add (values, value);
        }
      else
        g_free (value);
      collect (item->children, filter, seen, values);
    }
}

static const char *
get_title (const XcBoardData *data, Filter filter, const char *value)
{
  switch (filter)
    {
    case FILTER_ATTENTION:
      return xc_choice_title (
          xc_field_find_choice (xc_catalogue_get_field (XC_TABLE_ORGANIZATION, "attention"), value));
    case FILTER_PARENT:
      return xc_board_data_get_name (data, g_ascii_strtoll (value, NULL, 10));
    case FILTER_REGISTER:
    case FILTER_SECTOR:
    default:
      return value;
    }
}

static int
compare_values (gconstpointer a, gconstpointer b)
{
  return xc_pinyin_compare (*(const char *const *) a, *(const char *const *) b);
}

/* Offers what there is among those that wait, and what is chosen though nobody with it waits any more. */
static void
offer (XcWaitingPane *self, const XcBoardData *data, Filter filter)
{
  g_autofree char *chosen = g_strdup (get_chosen (self, filter));
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *values = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) titles = g_ptr_array_new ();
  guint selected = 0;

  collect (data->waiting, filter, seen, values);
  if (chosen != NULL && !g_hash_table_contains (seen, chosen))
    g_ptr_array_add (values, g_strdup (chosen));
  if (filter == FILTER_SECTOR || filter == FILTER_ATTENTION)
    g_ptr_array_sort (values, compare_values);
  g_ptr_array_add (titles, (gpointer) C_ ("filter", "All"));
  for (guint i = 0; i < values->len; i++)
    {
      const char *title = get_title (data, filter, values->pdata[i]);

      g_ptr_array_add (titles, (gpointer) (title != NULL ? title : ""));
      if (g_strcmp0 (chosen, values->pdata[i]) == 0)
        selected = i + 1;
    }
  g_ptr_array_add (titles, NULL);
  g_ptr_array_unref (self->values[filter]);
  self->values[filter] = values;
  xc_drop_down_fill (get_drop_down (self, filter), (const char *const *) titles->pdata);
  gtk_drop_down_set_selected (get_drop_down (self, filter), selected);
}

/**
 * xc_waiting_pane_show:
 * @self: a pane
 * @data: what to show
 *
 * Keeps what is typed, chosen and selected.
 */
void
xc_waiting_pane_show (XcWaitingPane *self, const XcBoardData *data)
{
  g_ptr_array_ref (data->waiting);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  self->items = data->waiting;
  self->n_waiting = data->n_waiting;
  self->n_owed = data->n_owed;
  self->is_filling = TRUE;
  for (guint i = 0; i < N_FILTERS; i++)
    offer (self, data, i);
  self->is_filling = FALSE;
  fill (self);
}

XcBoardList *
xc_waiting_pane_get_list (XcWaitingPane *self)
{
  return self->list;
}

void
xc_waiting_pane_focus_search (XcWaitingPane *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}
