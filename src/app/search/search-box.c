/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/search/search-box.h"

#include <glib/gi18n-lib.h>

#include "app/cut-text.h"
#include "store/ledger-search.h"

#define MAX_ROWS_OF_TABLE 6

struct _XcSearchBox
{
  AdwBin parent_instance;

  /* Template widgets */
  GtkEditable *entry;
  GtkPopover *popover;
  GtkListBox *found;
  GtkWidget *nothing;

  /* Owned */
  char *path;      /* of the ledger, or NULL */
  XcStore *reader; /* of the thread while it searches: reads that ledger */
  char *searching; /* what the thread looks for now, or NULL */
  char *shown;     /* what the answers are for */

  gboolean opens_first; /* Enter came before the answers */
};

typedef struct
{
  char *path;
  char *text;
  XcStore *reader;
} Search;

G_DEFINE_FINAL_TYPE (XcSearchBox, xc_search_box, ADW_TYPE_BIN)

static guint chosen_signal, left_signal;

static void begin_search (XcSearchBox *self);

static void
search_free (gpointer data)
{
  Search *search = data;

  g_free (search->path);
  g_free (search->text);
  g_clear_object (&search->reader);
  g_free (search);
}

static void
add_heading (XcSearchBox *self, const XcFoundGroup *group)
{
  GtkWidget *row = gtk_list_box_row_new ();
  /* translators: %1$s is the title of a table, %2$u a number of rows found in it */
  g_autofree char *words =
      g_strdup_printf (C_ ("search", "%1$s: %2$u"), xc_catalogue_title (group->table), group->n_found);
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_row_set_selectable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_append (self->found, row);
}

static void
add_row (XcSearchBox *self, XcTable table, const XcFoundRow *found)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *label = gtk_label_new (found->text);
  gint64 *id = g_new (gint64, 1);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_single_line_mode (GTK_LABEL (label), TRUE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, found->text, -1);
  *id = found->id;
  g_object_set_data_full (G_OBJECT (row), "id", id, g_free);
  g_object_set_data (G_OBJECT (row), "table", GINT_TO_POINTER ((int) table));
  gtk_list_box_append (self->found, row);
}

/* The row that is @by further than the one selected, headings left out; NULL at the end. */
static GtkListBoxRow *
find_row (XcSearchBox *self, int by)
{
  GtkListBoxRow *selected = gtk_list_box_get_selected_row (self->found);
  int index = selected != NULL ? gtk_list_box_row_get_index (selected) + by : 0;
  GtkListBoxRow *row;

  for (; (row = gtk_list_box_get_row_at_index (self->found, index)) != NULL; index += by)
    if (gtk_list_box_row_get_selectable (row))
      return row;
  return NULL;
}

static void
show_found (XcSearchBox *self, const GPtrArray *groups)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->found, 0)) != NULL)
    gtk_list_box_remove (self->found, GTK_WIDGET (row));
  for (guint i = 0; i < groups->len; i++)
    {
      const XcFoundGroup *group = groups->pdata[i];

      add_heading (self, group);
      for (guint j = 0; j < group->rows->len; j++)
        add_row (self, group->table, group->rows->pdata[j]);
    }
  row = find_row (self, 1);
  if (row != NULL)
    gtk_list_box_select_row (self->found, row);
  gtk_widget_set_visible (self->nothing, groups->len == 0);
}

static void
choose (XcSearchBox *self, GtkListBoxRow *row)
{
  int table = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (row), "table"));
  gint64 id = *(gint64 *) g_object_get_data (G_OBJECT (row), "id");

  self->opens_first = FALSE;
  gtk_popover_popdown (self->popover);
  g_signal_emit (self, chosen_signal, 0, table, id);
}

static void
search_worker (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Search *search = data;
  GPtrArray *groups = NULL;
  GError *error = NULL;

  if (search->reader == NULL)
    search->reader = xc_store_open (search->path, XC_STORE_READ, &error);
  if (search->reader != NULL && !g_cancellable_set_error_if_cancelled (cancellable, &error))
    groups = xc_ledger_search (search->reader, search->text, MAX_ROWS_OF_TABLE, &error);
  if (groups != NULL)
    g_task_return_pointer (task, groups, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

static void
search_ready_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  XcSearchBox *self = XC_SEARCH_BOX (object);
  Search *search = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) groups = g_task_propagate_pointer (G_TASK (result), &error);
  gboolean is_current;

  g_clear_pointer (&self->searching, g_free);
  /* The widgets are gone while the window closes. */
  if (self->entry == NULL || g_strcmp0 (self->path, search->path) != 0)
    return;
  g_set_object (&self->reader, search->reader);
  is_current = g_str_equal (gtk_editable_get_text (self->entry), search->text);
  if (!is_current)
    {
      begin_search (self);
      return;
    }
  if (groups == NULL)
    {
      g_message ("%s", error->message);
      return;
    }
  g_free (self->shown);
  self->shown = g_strdup (search->text);
  show_found (self, groups);
  if (self->opens_first && find_row (self, 1) != NULL)
    choose (self, gtk_list_box_get_selected_row (self->found));
  else if (xc_search_box_has_focus (self))
    gtk_popover_popup (self->popover);
  self->opens_first = FALSE;
}

/* One search at a time; what was typed meanwhile is looked for after it. */
static void
begin_search (XcSearchBox *self)
{
  const char *text = gtk_editable_get_text (self->entry);
  g_autoptr (GTask) task = NULL;
  Search *search;

  if (self->path == NULL || *text == '\0')
    {
      gtk_popover_popdown (self->popover);
      g_clear_pointer (&self->shown, g_free);
      return;
    }
  if (self->searching != NULL)
    {
      if (self->reader != NULL && !g_str_equal (self->searching, text))
        xc_database_interrupt (xc_store_get_database (self->reader));
      return;
    }
  search = g_new0 (Search, 1);
  search->path = g_strdup (self->path);
  search->text = g_strdup (text);
  search->reader = self->reader != NULL ? g_object_ref (self->reader) : NULL;
  self->searching = g_strdup (text);
  task = g_task_new (self, NULL, search_ready_cb, NULL);
  g_task_set_task_data (task, search, search_free);
  g_task_run_in_thread (task, search_worker);
}

static void
changed_cb (XcSearchBox *self)
{
  if (self->popover == NULL)
    return;
  self->opens_first = FALSE;
  begin_search (self);
}

static void
row_activated_cb (XcSearchBox *self, GtkListBoxRow *row)
{
  choose (self, row);
}

/* Enter opens the one that is selected, at first the first. */
static void
activate_cb (XcSearchBox *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->found);

  if (g_strcmp0 (self->shown, gtk_editable_get_text (self->entry)) != 0)
    {
      self->opens_first = TRUE;
      begin_search (self);
    }
  else if (row != NULL)
    choose (self, row);
}

static void
stop_search_cb (XcSearchBox *self)
{
  gtk_popover_popdown (self->popover);
  gtk_editable_set_text (self->entry, "");
  g_signal_emit (self, left_signal, 0);
}

/* After the entry: while candidates of an input method are shown these keys are theirs. */
static gboolean
key_pressed_cb (XcSearchBox *self, guint key)
{
  GtkListBoxRow *row;

  if ((key != GDK_KEY_Down && key != GDK_KEY_Up) || self->shown == NULL)
    return GDK_EVENT_PROPAGATE;
  row = find_row (self, key == GDK_KEY_Down ? 1 : -1);
  if (row != NULL)
    gtk_list_box_select_row (self->found, row);
  gtk_popover_popup (self->popover);
  return GDK_EVENT_STOP;
}

static void
focus_left_cb (XcSearchBox *self)
{
  if (self->popover != NULL)
    gtk_popover_popdown (self->popover);
}

static void
xc_search_box_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  GTK_WIDGET_CLASS (xc_search_box_parent_class)->size_allocate (widget, width, height, baseline);
  gtk_popover_present (XC_SEARCH_BOX (widget)->popover);
}

static void
xc_search_box_dispose (GObject *object)
{
  XcSearchBox *self = XC_SEARCH_BOX (object);
  GtkWidget *popover = GTK_WIDGET (self->popover);

  self->popover = NULL;
  self->found = NULL;
  if (popover != NULL)
    gtk_widget_unparent (popover);
  g_clear_object (&self->reader);
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->shown, g_free);
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), XC_TYPE_SEARCH_BOX);
  G_OBJECT_CLASS (xc_search_box_parent_class)->dispose (object);
}

static void
xc_search_box_class_init (XcSearchBoxClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = xc_search_box_dispose;
  widget_class->size_allocate = xc_search_box_size_allocate;
  chosen_signal = g_signal_new ("chosen", XC_TYPE_SEARCH_BOX, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_INT64);
  left_signal =
      g_signal_new ("left", XC_TYPE_SEARCH_BOX, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/xuncha/Xuncha/search/search-box.ui");
  gtk_widget_class_bind_template_child (widget_class, XcSearchBox, entry);
  gtk_widget_class_bind_template_child (widget_class, XcSearchBox, popover);
  gtk_widget_class_bind_template_child (widget_class, XcSearchBox, found);
  gtk_widget_class_bind_template_child (widget_class, XcSearchBox, nothing);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
}

static void
xc_search_box_init (XcSearchBox *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->popover), GTK_WIDGET (self));
  xc_cut_text_tell (GTK_WIDGET (self->popover));
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (focus_left_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), keys);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), focus);
}

/**
 * xc_search_box_set_store:
 * @self: a search
 * @store: (nullable): where it looks
 *
 * The search itself reads on a connection of its own, in a thread: a hundred thousand problems take longer than a key.
 */
void
xc_search_box_set_store (XcSearchBox *self, XcStore *store)
{
  g_free (self->path);
  self->path = store != NULL ? g_strdup (xc_store_get_path (store)) : NULL;
  g_clear_object (&self->reader);
  gtk_editable_set_text (self->entry, "");
  gtk_widget_set_sensitive (GTK_WIDGET (self->entry), store != NULL);
}

gboolean
xc_search_box_has_focus (XcSearchBox *self)
{
  return gtk_widget_get_focus_child (GTK_WIDGET (self)) == GTK_WIDGET (self->entry);
}

/**
 * xc_search_box_focus:
 * @self: a search
 *
 * Puts the focus into it, with what was looked for last ready to be typed over.
 */
void
xc_search_box_focus (XcSearchBox *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_select_region (self->entry, 0, -1);
}
