/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/record/rows-page.h"

#include <glib/gi18n-lib.h>

#include "app/fold.h"
#include "app/window.h"
#include "store/row-name.h"
#include "store/row-rules.h"
#include "store/row-use.h"

/* While the selection runs on, as with a key held down, the list alone follows: a form takes longer than a frame. */
#define REST_MS 60

typedef struct
{
  XcTable table;
  guint
      scrolling; /* source, or 0: the row that was saved last comes into sight when the typing leaves time */
  gint64 saved;  /* that row */
  guint showing; /* source, or 0: the selected row is shown when the selection rests */
  gboolean is_adding; /* the form shows a row that is not in the ledger yet */

  /* Borrowed: of the page's own tree */
  GtkStack *views; /* "rows" and "empty" */
  XcFormPane *pane;
} XcRowsPagePrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (XcRowsPage, xc_rows_page, XC_TYPE_PAGE)

#define PRIVATE(self) ((XcRowsPagePrivate *) xc_rows_page_get_instance_private (self))

static void
show_view (XcRowsPage *self)
{
  XcRowsPagePrivate *priv = PRIVATE (self);
  gboolean is_empty = xc_page_get_count (XC_PAGE (self)) == 0 && !priv->is_adding;

  if (priv->views != NULL)
    gtk_stack_set_visible_child_name (priv->views, is_empty ? "empty" : "rows");
}

static void
xc_rows_page_count (XcPage *page)
{
  XcRowsPagePrivate *priv = PRIVATE (XC_ROWS_PAGE (page));
  XcRowsPageClass *class = XC_ROWS_PAGE_GET_CLASS (page);
  guint n_rows = 0;
  g_autoptr (XcQuery) query = xc_query_new (priv->table);
  XcStore *store = xc_page_get_store (page);

  if (store != NULL && class->narrow != NULL)
    class->narrow (XC_ROWS_PAGE (page), query);
  if (store != NULL)
    xc_query_count (query, store, &n_rows, NULL);
  xc_page_set_count (page, (int) n_rows);
  show_view (XC_ROWS_PAGE (page));
}

static void
tell_shown (XcRowsPage *self, gint64 id)
{
  if (XC_ROWS_PAGE_GET_CLASS (self)->shown != NULL)
    XC_ROWS_PAGE_GET_CLASS (self)->shown (self, id);
}

static gboolean
show_selected_cb (gpointer data)
{
  XcRowsPage *self = data;
  XcRowsPagePrivate *priv = PRIVATE (self);
  XcStore *store = xc_page_get_store (XC_PAGE (self));
  g_autoptr (GArray) ids = NULL;
  g_autoptr (XcRecord) record = NULL;

  priv->showing = 0;
  ids = XC_ROWS_PAGE_GET_CLASS (self)->dup_selected (self);
  if (ids->len == 1 && store != NULL)
    record = xc_store_load (store, priv->table, g_array_index (ids, gint64, 0), NULL);
  priv->is_adding = FALSE;
  if (ids->len > 1)
    xc_form_pane_show_many (priv->pane, store, ids->len);
  else
    xc_form_pane_show (priv->pane, store, record);
  tell_shown (self, record != NULL ? xc_record_get_id (record) : 0);
  return G_SOURCE_REMOVE;
}

/* Before the form is used: it is that of the selected row. */
static void
catch_up (XcRowsPage *self)
{
  guint showing = PRIVATE (self)->showing;

  if (showing == 0)
    return;
  g_source_remove (showing);
  show_selected_cb (self);
}

/**
 * xc_rows_page_show_selected:
 * @self: a page whose list has another selection
 *
 * Shows the form of the selected row, when it is one, as soon as the selection rests.
 */
void
xc_rows_page_show_selected (XcRowsPage *self)
{
  XcRowsPagePrivate *priv = PRIVATE (self);

  /* While the template is built the one is there and not the other. */
  if (priv->pane == NULL)
    return;
  g_clear_handle_id (&priv->showing, g_source_remove);
  priv->showing = g_timeout_add (REST_MS, show_selected_cb, self);
}

/**
 * xc_rows_page_open:
 * @self: a page whose row was activated
 *
 * Goes into the row's form, or the tab of it that is shown.
 */
void
xc_rows_page_open (XcRowsPage *self)
{
  catch_up (self);
  xc_form_pane_open (PRIVATE (self)->pane);
}

static gboolean
scroll_cb (gpointer data)
{
  XcRowsPage *self = data;

  PRIVATE (self)->scrolling = 0;
  XC_ROWS_PAGE_GET_CLASS (self)->scroll_to (self, PRIVATE (self)->saved);
  return G_SOURCE_REMOVE;
}

/* Who types one row after the other sees them in the list. */
static void
show_saved (XcRowsPage *self)
{
  if (XC_ROWS_PAGE_GET_CLASS (self)->scroll_to != NULL && PRIVATE (self)->scrolling == 0)
    PRIVATE (self)->scrolling = g_timeout_add_full (G_PRIORITY_LOW, REST_MS, scroll_cb, self, NULL);
}

static void
saved_cb (XcRowsPage *self, gint64 id)
{
  PRIVATE (self)->saved = id;
  if (!PRIVATE (self)->is_adding)
    return;
  PRIVATE (self)->is_adding = FALSE;
  XC_ROWS_PAGE_GET_CLASS (self)->select (self, id);
}

static gboolean
can_write (XcRowsPage *self)
{
  XcStore *store = xc_page_get_store (XC_PAGE (self));

  return store != NULL && xc_store_is_writable (store);
}

static void
show_new (XcRowsPage *self)
{
  PRIVATE (self)->is_adding = TRUE;
  gtk_stack_set_visible_child_name (PRIVATE (self)->views, "rows");
  tell_shown (self, 0);
  xc_form_pane_show_tab (PRIVATE (self)->pane, XC_FORM_PANE_BASICS);
  xc_form_pane_focus (PRIVATE (self)->pane);
}

static void
new_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  XcRowsPage *self = XC_ROWS_PAGE (widget);
  XcStore *store = xc_page_get_store (XC_PAGE (self));
  g_autoptr (XcRecord) record = xc_record_new (PRIVATE (self)->table);
  gboolean is_proposal = FALSE;

  if (!can_write (self))
    return;
  catch_up (self);
  if (XC_ROWS_PAGE_GET_CLASS (self)->prepare != NULL)
    is_proposal = XC_ROWS_PAGE_GET_CLASS (self)->prepare (self, record);
  xc_record_set_clean (record);
  if (is_proposal)
    xc_form_pane_offer (PRIVATE (self)->pane, store, record);
  else
    xc_form_pane_show (PRIVATE (self)->pane, store, record);
  show_new (self);
}

/* The selected row once more, to be changed and saved; its number is its own. */
static void
repeat_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  XcRowsPage *self = XC_ROWS_PAGE (widget);
  const XcCatalogueTable *entry = xc_catalogue_get (PRIVATE (self)->table);
  XcRecord *selected;
  g_autoptr (XcRecord) record = NULL;

  catch_up (self);
  selected = xc_form_get_record (xc_form_pane_get_form (PRIVATE (self)->pane));
  if (selected == NULL || !can_write (self))
    return;
  record = xc_record_copy (selected);
  xc_record_set_id (record, 0);
  for (guint i = 0; i < entry->n_fields; i++)
    if (entry->fields[i].is_code)
      xc_record_clear_at (record, i);
  xc_form_pane_offer (PRIVATE (self)->pane, xc_page_get_store (XC_PAGE (self)), record);
  show_new (self);
}

/* Saves the row of the form and begins another one with what the two have in common: the way to type many. */
static void
next_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  XcRowsPage *self = XC_ROWS_PAGE (widget);
  XcRowsPagePrivate *priv = PRIVATE (self);
  gboolean was_adding;

  if (!can_write (self))
    return;
  catch_up (self);
  was_adding = priv->is_adding;
  /* The list is not to go to the row that is saved, as the form goes on from it. */
  priv->is_adding = FALSE;
  if (xc_form_pane_save_next (priv->pane))
    {
      g_clear_handle_id (&priv->showing, g_source_remove);
      priv->is_adding = TRUE;
      gtk_stack_set_visible_child_name (priv->views, "rows");
      tell_shown (self, 0);
      show_saved (self);
    }
  else
    priv->is_adding = was_adding;
}

/* Where only the list or the form is seen, the list. */
static void
show_list (XcRowsPage *self)
{
  AdwLeaflet *leaflet = xc_fold_find (GTK_WIDGET (PRIVATE (self)->pane));

  if (leaflet != NULL)
    adw_leaflet_navigate (leaflet, ADW_NAVIGATION_DIRECTION_BACK);
}

/* What is typed stays in the form. */
static void
leave_form_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  show_list (XC_ROWS_PAGE (widget));
  XC_ROWS_PAGE_GET_CLASS (widget)->focus_rows (XC_ROWS_PAGE (widget));
}

static gboolean
remove_rows (XcStore *store, gpointer data, GError **error)
{
  XcRowsPage *self = data;
  XcTable table = PRIVATE (self)->table;
  g_autoptr (GArray) ids = XC_ROWS_PAGE_GET_CLASS (self)->dup_selected (self);

  for (guint i = 0; i < ids->len; i++)
    if (!xc_row_check_is_free (store, table, g_array_index (ids, gint64, i), error)
        || !xc_row_rules_remove (store, table, g_array_index (ids, gint64, i), error))
      return FALSE;
  return TRUE;
}

static void
remove_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  XcRowsPage *self = XC_ROWS_PAGE (widget);
  const char *table_title = xc_catalogue_title (PRIVATE (self)->table);
  g_autoptr (GArray) ids = XC_ROWS_PAGE_GET_CLASS (self)->dup_selected (self);
  XcStore *store = xc_page_get_store (XC_PAGE (self));
  g_autofree char *first = NULL;
  g_autofree char *title = NULL;
  g_autoptr (GError) error = NULL;

  if (ids->len == 0 || !can_write (self))
    return;
  first =
      xc_row_dup_name (xc_store_get_database (store), PRIVATE (self)->table, g_array_index (ids, gint64, 0));
  if (ids->len == 1)
    /* translators: %1$s is the title of a table, %2$s the name of a row */
    title = g_strdup_printf (_ ("%1$s: removed %2$s"), table_title, first);
  else
    /* translators: %1$s is the title of a table, %2$u a number of rows */
    title = g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "%1$s: removed %2$u row", "%1$s: removed %2$u rows", ids->len),
        table_title, ids->len);
  if (xc_store_run (store, title, remove_rows, self, &error))
    xc_window_tell_done (widget, title);
  else
    xc_window_tell_error (widget, error);
}

/* From wherever the focus is on the page. */
static void
export_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  if (XC_ROWS_PAGE_GET_CLASS (widget)->export_rows != NULL)
    XC_ROWS_PAGE_GET_CLASS (widget)->export_rows (XC_ROWS_PAGE (widget));
}

static void
find_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  show_list (XC_ROWS_PAGE (widget));
  XC_ROWS_PAGE_GET_CLASS (widget)->focus_search (XC_ROWS_PAGE (widget));
}

static void
toggle_form_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GtkWidget *pane = GTK_WIDGET (PRIVATE (XC_ROWS_PAGE (widget))->pane);

  if (xc_fold_hides (pane))
    xc_form_pane_focus (XC_FORM_PANE (pane));
  else if (xc_fold_covers (pane))
    leave_form_action (widget, name, parameter);
  else
    gtk_widget_set_visible (pane, !gtk_widget_get_visible (pane));
}

static void
turn_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  catch_up (XC_ROWS_PAGE (widget));
  xc_form_pane_turn (PRIVATE (XC_ROWS_PAGE (widget))->pane, g_variant_get_int32 (parameter));
}

static void
add_child_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  catch_up (XC_ROWS_PAGE (widget));
  xc_form_pane_add_row (PRIVATE (XC_ROWS_PAGE (widget))->pane);
}

static void
xc_rows_page_follow (XcPage *page, const XcChange *change)
{
  XcRowsPage *self = XC_ROWS_PAGE (page);
  XcRowsPagePrivate *priv = PRIVATE (self);
  XcStore *store = xc_page_get_store (page);

  if (change == NULL)
    {
      gtk_widget_action_set_enabled (GTK_WIDGET (page), "page.new", can_write (self));
      gtk_widget_action_set_enabled (GTK_WIDGET (page), "page.repeat", can_write (self));
      gtk_widget_action_set_enabled (GTK_WIDGET (page), "page.remove", can_write (self));
      g_clear_handle_id (&priv->showing, g_source_remove);
      priv->is_adding = FALSE;
      xc_form_pane_show (priv->pane, store, NULL);
      XC_ROWS_PAGE_GET_CLASS (self)->take_store (self, store);
    }
  else
    xc_form_reload (xc_form_pane_get_form (priv->pane));
}

static void
xc_rows_page_settle (XcPage *page)
{
  xc_form_pane_settle (PRIVATE (XC_ROWS_PAGE (page))->pane);
}

/* A row that was asked for by name is shown, whatever the list was narrowed to. */
static gboolean
reveal (XcRowsPage *self, gint64 id)
{
  XcRowsPageClass *class = XC_ROWS_PAGE_GET_CLASS (self);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof id);

  g_array_append_val (ids, id);
  class->show_only (self, NULL, ids);
  class->show_only (self, NULL, NULL);
  if (!class->select (self, id))
    return FALSE;
  xc_window_tell (GTK_WIDGET (self), _ ("The list shows all rows again: its filters had hidden this one."));
  return TRUE;
}

static gboolean
xc_rows_page_lists (XcPage *page, XcTable table)
{
  return table == PRIVATE (XC_ROWS_PAGE (page))->table;
}

static gboolean
xc_rows_page_show_row (XcPage *page, XcTable table, gint64 id)
{
  XcRowsPage *self = XC_ROWS_PAGE (page);

  return XC_ROWS_PAGE_GET_CLASS (self)->select (self, id) || reveal (self, id);
}

static gboolean
xc_rows_page_show_rows (XcPage *page, XcTable table, const char *title, const GArray *ids)
{
  XcRowsPage *self = XC_ROWS_PAGE (page);

  if (table != PRIVATE (self)->table)
    return FALSE;
  XC_ROWS_PAGE_GET_CLASS (self)->show_only (self, title, ids);
  return TRUE;
}

static void
xc_rows_page_dispose (GObject *object)
{
  g_clear_handle_id (&PRIVATE (XC_ROWS_PAGE (object))->showing, g_source_remove);
  g_clear_handle_id (&PRIVATE (XC_ROWS_PAGE (object))->scrolling, g_source_remove);
  g_clear_weak_pointer (&PRIVATE (XC_ROWS_PAGE (object))->pane);
  G_OBJECT_CLASS (xc_rows_page_parent_class)->dispose (object);
}

static void
add_key (GtkWidgetClass *class, guint key, GdkModifierType modifiers, const char *action)
{
  gtk_widget_class_add_binding_action (class, key, modifiers, action, NULL);
}

static void
xc_rows_page_class_init (XcRowsPageClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);
  XcPageClass *page_class = XC_PAGE_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = xc_rows_page_dispose;
  page_class->follow = xc_rows_page_follow;
  page_class->count = xc_rows_page_count;
  page_class->settle = xc_rows_page_settle;
  page_class->lists = xc_rows_page_lists;
  page_class->show_row = xc_rows_page_show_row;
  page_class->show_rows = xc_rows_page_show_rows;
  g_type_ensure (XC_TYPE_FORM_PANE);
  gtk_widget_class_install_action (widget_class, "page.new", NULL, new_action);
  gtk_widget_class_install_action (widget_class, "page.repeat", NULL, repeat_action);
  gtk_widget_class_install_action (widget_class, "page.next", NULL, next_action);
  gtk_widget_class_install_action (widget_class, "page.leave-form", NULL, leave_form_action);
  gtk_widget_class_install_action (widget_class, "page.remove", NULL, remove_action);
  gtk_widget_class_install_action (widget_class, "page.export", NULL, export_action);
  gtk_widget_class_install_action (widget_class, "page.find", NULL, find_action);
  gtk_widget_class_install_action (widget_class, "page.toggle-form", NULL, toggle_form_action);
  gtk_widget_class_install_action (widget_class, "page.turn", "i", turn_action);
  gtk_widget_class_install_action (widget_class, "page.add-child", NULL, add_child_action);
  add_key (widget_class, GDK_KEY_Insert, 0, "page.add-child");
  add_key (widget_class, GDK_KEY_plus, GDK_CONTROL_MASK, "page.add-child");
  add_key (widget_class, GDK_KEY_n, GDK_CONTROL_MASK, "page.new");
  add_key (widget_class, GDK_KEY_f, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "page.find");
  add_key (widget_class, GDK_KEY_e, GDK_CONTROL_MASK, "page.export");
  add_key (widget_class, GDK_KEY_Escape, 0, "page.leave-form");
  add_key (widget_class, GDK_KEY_F9, 0, "page.toggle-form");
}

static void
folded_cb (XcRowsPage *self, GParamSpec *pspec, AdwLeaflet *leaflet)
{
  xc_form_pane_set_covers_list (PRIVATE (self)->pane, adw_leaflet_get_folded (leaflet));
}

static void
add_turn (GtkShortcutController *controller, guint key, int by)
{
  GtkShortcut *shortcut =
      gtk_shortcut_new (gtk_keyval_trigger_new (key, GDK_CONTROL_MASK), gtk_named_action_new ("page.turn"));

  gtk_shortcut_set_arguments (shortcut, g_variant_new_int32 (by));
  gtk_shortcut_controller_add_shortcut (controller, shortcut);
}

/* A list would take these keys for its own pages, and a text for lines. */
static void
xc_rows_page_init (XcRowsPage *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();
  GtkShortcutTrigger *trigger =
      gtk_alternative_trigger_new (gtk_keyval_trigger_new (GDK_KEY_Return, GDK_CONTROL_MASK),
                                   gtk_keyval_trigger_new (GDK_KEY_KP_Enter, GDK_CONTROL_MASK));

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  add_turn (GTK_SHORTCUT_CONTROLLER (controller), GDK_KEY_Page_Down, 1);
  add_turn (GTK_SHORTCUT_CONTROLLER (controller), GDK_KEY_Page_Up, -1);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                        gtk_shortcut_new (trigger, gtk_named_action_new ("page.next")));
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

/**
 * xc_rows_page_set_table:
 * @self: a page
 * @table: what its rows are; once, before the ledger is put in
 */
void
xc_rows_page_set_table (XcRowsPage *self, XcTable table)
{
  PRIVATE (self)->table = table;
}

/**
 * xc_rows_page_set_up:
 * @self: a page whose widgets are there
 * @views: has the children "rows" and "empty"
 * @pane: where the selected row is shown
 *
 * Once, when the page is built.
 */
void
xc_rows_page_set_up (XcRowsPage *self, GtkStack *views, XcFormPane *pane)
{
  XcRowsPagePrivate *priv = PRIVATE (self);

  priv->views = views;
  g_set_weak_pointer (&priv->pane, pane);
  xc_form_pane_set_table (pane, priv->table);
  show_view (self);
  /* A page whose pane stands in a larger one has its own way back. */
  if (ADW_IS_LEAFLET (gtk_widget_get_parent (GTK_WIDGET (pane))))
    g_signal_connect_object (gtk_widget_get_parent (GTK_WIDGET (pane)), "notify::folded",
                             G_CALLBACK (folded_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (pane, "saved", G_CALLBACK (saved_cb), self, G_CONNECT_SWAPPED);
}

XcFormPane *
xc_rows_page_get_pane (XcRowsPage *self)
{
  return PRIVATE (self)->pane;
}
