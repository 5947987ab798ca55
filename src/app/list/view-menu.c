/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/list/view-menu.h"

#include <glib/gi18n-lib.h>

#include "app/late-menu.h"
#include "app/window.h"
#include "core/text.h"
#include "store/query.h"

struct _XcViewMenu
{
  AdwBin parent_instance;

  gint64 current; /* id of the view chosen last, or 0 */
  XcViewFunc dup_definition;
  gpointer data;

  /* Owned */
  char *page;
  XcStore *store;
  gulong changed_handler;
  GPtrArray *views; /* of XcRecord, by title */

  /* Borrowed: of the own tree */
  GtkMenuButton *button;
};

typedef enum
{
  PROP_CURRENT = 1,
} XcViewMenuProperty;

static GParamSpec *properties[PROP_CURRENT + 1];

G_DEFINE_FINAL_TYPE (XcViewMenu, xc_view_menu, ADW_TYPE_BIN)

static guint chosen_signal;

static XcRecord *
find_view (XcViewMenu *self, gint64 id)
{
  for (guint i = 0; self->views != NULL && i < self->views->len; i++)
    if (xc_record_get_id (self->views->pdata[i]) == id)
      return self->views->pdata[i];
  return NULL;
}

static XcRecord *
find_title (XcViewMenu *self, const char *title)
{
  for (guint i = 0; self->views != NULL && i < self->views->len; i++)
    if (g_strcmp0 (xc_record_get_text (self->views->pdata[i], "title"), title) == 0)
      return self->views->pdata[i];
  return NULL;
}

static void
load_views (XcViewMenu *self)
{
  g_autoptr (XcQuery) query = xc_query_new (XC_TABLE_SAVED_VIEW);
  g_autoptr (GArray) ids = NULL;

  g_clear_pointer (&self->views, g_ptr_array_unref);
  if (self->store == NULL)
    return;
  xc_query_add_text_filter (query, "page", XC_RELATION_IS, self->page);
  xc_query_add_sort (query, "title", FALSE);
  ids = xc_query_ids (query, self->store, NULL);
  if (ids != NULL)
    self->views = xc_store_load_ids (self->store, XC_TABLE_SAVED_VIEW, (const gint64 *) (void *) ids->data,
                                     ids->len, NULL);
}

static void
add_choice (GMenu *menu, const char *title, gint64 id)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (title, NULL);
  g_autofree char *target = id != 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, id) : g_strdup ("");

  g_menu_item_set_action_and_target (item, "views.current", "s", target);
  g_menu_append_item (menu, item);
}

static void
update_menu (XcViewMenu *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) choices = g_menu_new ();
  g_autoptr (GMenu) commands = g_menu_new ();
  XcRecord *current = find_view (self, self->current);
  const char *title = current != NULL ? xc_record_get_text (current, "title") : _ ("All Rows");
  gboolean is_writable = self->store != NULL && xc_store_is_writable (self->store);
  /* translators: %s is the name of a saved view */
  g_autofree char *label = g_strdup_printf (_ ("View: %s"), title);

  add_choice (choices, _ ("All Rows"), 0);
  for (guint i = 0; self->views != NULL && i < self->views->len; i++)
    add_choice (choices, xc_record_get_text (self->views->pdata[i], "title"),
                xc_record_get_id (self->views->pdata[i]));
  g_menu_append (commands, _ ("_Save as a View…"), "views.save");
  g_menu_append (commands, _ ("_Keep Changes in This View"), "views.update");
  g_menu_append (commands, _ ("_Rename This View…"), "views.rename");
  g_menu_append (commands, _ ("Re_move This View"), "views.remove");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (choices));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (commands));
  xc_late_menu_set (self->button, G_MENU_MODEL (menu));
  gtk_menu_button_set_label (self->button, title);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->button), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "views.save", is_writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "views.update", is_writable && current != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "views.rename", is_writable && current != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "views.remove", is_writable && current != NULL);
}

static void
reload (XcViewMenu *self)
{
  load_views (self);
  if (find_view (self, self->current) == NULL)
    self->current = 0;
  update_menu (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CURRENT]);
}

static gboolean
save_record (XcStore *store, gpointer data, GError **error)
{
  return xc_store_save (store, data, error);
}

static gboolean
remove_record (XcStore *store, gpointer data, GError **error)
{
  return xc_store_remove (store, XC_TABLE_SAVED_VIEW, xc_record_get_id (data), error);
}

static void
run (XcViewMenu *self, const char *title, XcStoreAction action, XcRecord *record)
{
  g_autoptr (GError) error = NULL;

  if (xc_store_run (self->store, title, action, record, &error))
    xc_window_tell_done (GTK_WIDGET (self), title);
  else
    xc_window_tell_error (GTK_WIDGET (self), error);
}

/* Under a name that is taken already, the view of that name becomes this one: undo brings it back. */
static void
save_as (XcViewMenu *self, const char *name)
{
  XcRecord *same = find_title (self, name);
  g_autoptr (XcRecord) record = same != NULL ? xc_record_copy (same) : xc_record_new (XC_TABLE_SAVED_VIEW);
  g_autofree char *definition = self->dup_definition (self->data);
  /* translators: %s is the name of a saved view */
  g_autofree char *title = g_strdup_printf (_ ("View saved: %s"), name);

  xc_record_set_text (record, "page", self->page);
  xc_record_set_text (record, "title", name);
  xc_record_set_text (record, "definition", definition);
  run (self, title, save_record, record);
  self->current = xc_record_get_id (record);
  reload (self);
}

static void
rename_to (XcViewMenu *self, const char *name)
{
  XcRecord *current = find_view (self, self->current);
  g_autoptr (XcRecord) record = NULL;
  g_autofree char *title = NULL;

  if (current == NULL)
    return;
  record = xc_record_copy (current);
  /* translators: %1$s and %2$s are the former and the new name of a saved view */
  title = g_strdup_printf (_ ("View renamed: %1$s is now %2$s"), xc_record_get_text (current, "title"), name);
  xc_record_set_text (record, "title", name);
  run (self, title, save_record, record);
}

static void
response_cb (XcViewMenu *self, const char *response, AdwMessageDialog *dialog)
{
  GtkEditable *entry = GTK_EDITABLE (adw_message_dialog_get_extra_child (dialog));
  g_autofree char *name = xc_text_clean (gtk_editable_get_text (entry));

  if (*name == '\0' || self->store == NULL)
    return;
  if (g_str_equal (response, "save"))
    save_as (self, name);
  else if (g_str_equal (response, "rename"))
    rename_to (self, name);
}

static void
name_changed_cb (AdwMessageDialog *dialog, GtkEditable *entry)
{
  g_autofree char *name = xc_text_clean (gtk_editable_get_text (entry));
  const char *response = adw_message_dialog_get_default_response (dialog);

  adw_message_dialog_set_response_enabled (dialog, response, *name != '\0');
}

static void
ask_name (XcViewMenu *self, const char *heading, const char *response, const char *label, const char *name)
{
  GtkWidget *dialog =
      adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), heading, NULL);
  GtkWidget *entry = gtk_entry_new ();

  gtk_editable_set_text (GTK_EDITABLE (entry), name);
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Name of the View"), -1);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), entry);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), response, label,
                                    NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), response, ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), response);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (response_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (entry, "changed", G_CALLBACK (name_changed_cb), dialog, G_CONNECT_SWAPPED);
  name_changed_cb (ADW_MESSAGE_DIALOG (dialog), GTK_EDITABLE (entry));
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (entry);
}

static void
view_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  XcViewMenu *self = XC_VIEW_MENU (widget);
  XcRecord *current = find_view (self, self->current);
  const char *title = current != NULL ? xc_record_get_text (current, "title") : "";

  if (g_str_equal (name, "views.save"))
    ask_name (self, _ ("Save as a View"), "save", _ ("_Save"), "");
  else if (g_str_equal (name, "views.rename"))
    ask_name (self, _ ("Rename This View"), "rename", _ ("_Rename"), title);
  else if (g_str_equal (name, "views.update"))
    save_as (self, title);
  else if (current != NULL)
    {
      g_autoptr (XcRecord) record = xc_record_ref (current);
      /* translators: %s is the name of a saved view */
      g_autofree char *done = g_strdup_printf (_ ("View removed: %s"), title);

      run (self, done, remove_record, record);
    }
}

static void
choose (XcViewMenu *self, gint64 id)
{
  XcRecord *view = find_view (self, id);

  self->current = view != NULL ? id : 0;
  update_menu (self);
  g_signal_emit (self, chosen_signal, 0, view != NULL ? xc_record_get_text (view, "definition") : NULL);
}

static void
xc_view_menu_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  XcViewMenu *self = XC_VIEW_MENU (object);

  switch ((XcViewMenuProperty) id)
    {
    case PROP_CURRENT:
      g_value_take_string (value, self->current != 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, self->current)
                                                     : g_strdup (""));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
xc_view_menu_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch ((XcViewMenuProperty) id)
    {
    case PROP_CURRENT:
      choose (XC_VIEW_MENU (object), g_ascii_strtoll (g_value_get_string (value), NULL, 10));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
xc_view_menu_dispose (GObject *object)
{
  xc_view_menu_set_store (XC_VIEW_MENU (object), NULL);
  G_OBJECT_CLASS (xc_view_menu_parent_class)->dispose (object);
}

static void
xc_view_menu_finalize (GObject *object)
{
  g_free (XC_VIEW_MENU (object)->page);
  G_OBJECT_CLASS (xc_view_menu_parent_class)->finalize (object);
}

static void
xc_view_menu_class_init (XcViewMenuClass *class)
{
  static const char *const actions[] = { "views.save", "views.update", "views.rename", "views.remove" };
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  object_class->get_property = xc_view_menu_get_property;
  object_class->set_property = xc_view_menu_set_property;
  object_class->dispose = xc_view_menu_dispose;
  object_class->finalize = xc_view_menu_finalize;
  /* The id as text: actions know no 64-bit properties. */
  properties[PROP_CURRENT] =
      g_param_spec_string ("current", NULL, NULL, "", G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_property (object_class, PROP_CURRENT, properties[PROP_CURRENT]);
  chosen_signal = g_signal_new ("chosen", XC_TYPE_VIEW_MENU, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_install_property_action (widget_class, "views.current", "current");
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i], NULL, view_action);
}

static void
xc_view_menu_init (XcViewMenu *self)
{
  self->button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->button));
  update_menu (self);
}

/**
 * xc_view_menu_set_up:
 * @self: a menu
 * @page: the name of the page whose views it has
 * @dup_definition: called for what is shown
 * @data: for @dup_definition
 */
void
xc_view_menu_set_up (XcViewMenu *self, const char *page, XcViewFunc dup_definition, gpointer data)
{
  g_free (self->page);
  self->page = g_strdup (page);
  self->dup_definition = dup_definition;
  self->data = data;
}

/**
 * xc_view_menu_set_store:
 * @self: a menu that is set up
 * @store: (nullable): the ledger
 */
void
xc_view_menu_set_store (XcViewMenu *self, XcStore *store)
{
  if (self->store != NULL)
    g_clear_signal_handler (&self->changed_handler, self->store);
  g_set_object (&self->store, store);
  self->current = 0;
  if (store != NULL)
    {
      self->changed_handler = g_signal_connect_swapped (store, "changed", G_CALLBACK (reload), self);
      reload (self);
    }
  else
    g_clear_pointer (&self->views, g_ptr_array_unref);
}
