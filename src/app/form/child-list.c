/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/form/child-list.h"

#include <glib/gi18n-lib.h>

#include "app/form/child-row.h"
#include "app/form/drafts.h"
#include "app/form/form.h"
#include "app/window.h"
#include "store/query.h"
#include "store/row-name.h"
#include "store/row-rules.h"
#include "store/row-use.h"
#include "store/row-walk.h"

struct _XcChildList
{
  XcFormTab parent_instance;

  XcTable table;
  gint64 parent;    /* 0 while it is not in the ledger */
  gint64 edited;    /* the row in the editor, 0 for a new one */
  gboolean is_open; /* whether the editor is */

  /* Owned */
  char *table_name;
  char *parent_field;
  char *columns;
  char *sort;
  GStrv paths;
  XcStore *store;
  gulong changed_handler;

  /* Template widgets */
  GtkStack *views;
  GtkLabel *count;
  GtkWidget *nothing;
  GtkListBox *rows;
  GtkRevealer *editor;
  GtkLabel *editor_title;
  XcForm *form;
  GtkWidget *add;
  GtkWidget *save;
  GtkWidget *up;
  GtkWidget *down;
};

typedef enum
{
  PROP_TABLE = 1,
  PROP_PARENT_FIELD,
  PROP_COLUMNS,
  PROP_SORT,
} XcChildListProperty;

G_DEFINE_FINAL_TYPE (XcChildList, xc_child_list, XC_TYPE_FORM_TAB)

static guint prepare_signal, changed_signal, describe_signal;

static gboolean
has_field (XcChildList *self, const char *field)
{
  return xc_catalogue_find_field (self->table, field) >= 0;
}

static gboolean
can_write (XcChildList *self)
{
  return self->store != NULL && self->parent != 0 && xc_store_is_writable (self->store);
}

/* As told, else as the rows are numbered, else by the first day, else as they stand. */
static void
add_sorts (XcChildList *self, XcQuery *query)
{
  g_auto (GStrv) keys = g_strsplit (self->sort != NULL ? self->sort : "", " ", -1);

  for (guint i = 0; keys[i] != NULL; i++)
    if (*keys[i] != '\0')
      xc_query_add_sort (query, keys[i] + (*keys[i] == '-'), *keys[i] == '-');
  if (xc_query_get_n_sorts (query) > 0)
    return;
  if (has_field (self, "position"))
    xc_query_add_sort (query, "position", FALSE);
  else if (has_field (self, "ordinal"))
    xc_query_add_sort (query, "ordinal", FALSE);
  else if (has_field (self, "from_on"))
    xc_query_add_sort (query, "from_on", FALSE);
  else
    xc_query_add_sort (query, self->paths[0], FALSE);
}

static GArray *
load_ids (XcChildList *self, GError **error)
{
  g_autoptr (XcQuery) query = xc_query_new (self->table);

  xc_query_add_number_filter (query, self->parent_field, XC_RELATION_IS, self->parent);
  add_sorts (self, query);
  return xc_query_ids (query, self->store, error);
}

static XcChildRow *
get_selected_row (XcChildList *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->rows);

  return row != NULL ? XC_CHILD_ROW (row) : NULL;
}

static void
update_actions (XcChildList *self)
{
  XcChildRow *row = get_selected_row (self);
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean is_kept = row != NULL && xc_child_row_get_id (row) != 0;
  gboolean can_move = is_kept && can_write (self) && has_field (self, "position");
  int index = row != NULL ? gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) : 0;
  GtkListBoxRow *next = gtk_list_box_get_row_at_index (self->rows, index + 1);

  gtk_widget_action_set_enabled (widget, "children.add", can_write (self));
  gtk_widget_action_set_enabled (widget, "children.edit", row != NULL && can_write (self));
  gtk_widget_action_set_enabled (widget, "children.remove", row != NULL && can_write (self));
  gtk_widget_action_set_enabled (widget, "children.up", can_move && index > 0);
  gtk_widget_action_set_enabled (widget, "children.down",
                                 can_move && next != NULL && xc_child_row_get_id (XC_CHILD_ROW (next)) != 0);
  gtk_widget_action_set_enabled (widget, "children.leave", self->is_open);
  gtk_widget_set_visible (self->up, has_field (self, "position"));
  gtk_widget_set_visible (self->down, has_field (self, "position"));
}

typedef struct
{
  XcChildList *self;
  GHashTable *drafts;
} Filling;

static gboolean
append_row (XcRow *row, gpointer data)
{
  Filling *filling = data;
  gint64 id = xc_row_get_id (row);
  g_autofree char *detail = NULL;

  g_signal_emit (filling->self, describe_signal, 0, id, &detail);
  gtk_list_box_append (filling->self->rows,
                       xc_child_row_new (filling->self->table, (const char *const *) filling->self->paths,
                                         row, detail, g_hash_table_contains (filling->drafts, &id)));
  return TRUE;
}

static void
clear_rows (XcChildList *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->rows, 0)) != NULL)
    gtk_list_box_remove (self->rows, GTK_WIDGET (row));
}

static guint
fill_rows (XcChildList *self)
{
  g_autofree char *ledger = xc_store_dup_uuid (self->store);
  g_autoptr (GHashTable) drafts = xc_drafts_list (ledger, self->table);
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = load_ids (self, &error);
  gint64 draft = xc_drafts_get_new (self->parent);
  Filling filling = { self, drafts };

  if (ids == NULL
      || !xc_row_walk (self->store, self->table, (const char *const *) self->paths, ids, append_row, &filling,
                       &error))
    {
      g_message ("%s", error->message);
      return 0;
    }
  if (g_hash_table_contains (drafts, &draft))
    gtk_list_box_append (self->rows,
                         xc_child_row_new (self->table, (const char *const *) self->paths, NULL, NULL, TRUE));
  return ids->len;
}

static gboolean
select_row (XcChildList *self, gint64 id)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->rows, i)) != NULL; i++)
    if (xc_child_row_get_id (XC_CHILD_ROW (row)) == id)
      {
        gtk_list_box_select_row (self->rows, row);
        return TRUE;
      }
  return FALSE;
}

/* The row that is there instead of the one that went. */
static void
select_near (XcChildList *self, int index)
{
  GtkListBoxRow *row = NULL;

  for (; index >= 0 && row == NULL; index--)
    row = gtk_list_box_get_row_at_index (self->rows, index);
  if (row != NULL)
    gtk_list_box_select_row (self->rows, row);
}

static void
focus_rows (XcChildList *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->rows);

  if (row == NULL)
    row = gtk_list_box_get_row_at_index (self->rows, 0);
  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
  else if (self->parent != 0)
    gtk_widget_grab_focus (self->add);
  else
    gtk_widget_grab_focus (self->save);
}

/* Keeps what is selected, and the focus when it was on the rows. */
static void
refresh (XcChildList *self)
{
  XcChildRow *row = get_selected_row (self);
  gint64 selected = row != NULL ? xc_child_row_get_id (row) : -1;
  int index = row != NULL ? gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) : -1;
  gboolean had_focus = gtk_widget_get_focus_child (GTK_WIDGET (self->rows)) != NULL;
  g_autofree char *words = NULL;
  gboolean is_empty;
  guint n_rows = 0;

  clear_rows (self);
  gtk_stack_set_visible_child_name (self->views, self->parent != 0 ? "rows" : "unsaved");
  if (self->parent != 0)
    n_rows = fill_rows (self);
  /* translators: %'u rows of a list */
  words = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u row", "%'u rows", n_rows), n_rows);
  gtk_label_set_text (self->count, words);
  is_empty = gtk_list_box_get_row_at_index (self->rows, 0) == NULL;
  gtk_widget_set_visible (self->nothing, is_empty);
  gtk_widget_set_visible (GTK_WIDGET (self->rows), !is_empty);
  if (index >= 0 && !select_row (self, selected))
    select_near (self, index);
  if (had_focus)
    focus_rows (self);
  update_actions (self);
}

static void
close_editor (XcChildList *self)
{
  gboolean had_focus = gtk_widget_get_focus_child (GTK_WIDGET (self->editor)) != NULL;

  if (!self->is_open)
    return;
  self->is_open = FALSE;
  xc_form_show (self->form, self->store, NULL);
  gtk_revealer_set_reveal_child (self->editor, FALSE);
  if (had_focus)
    focus_rows (self);
  update_actions (self);
}

static void
open_editor (XcChildList *self, XcRecord *record)
{
  self->is_open = TRUE;
  self->edited = xc_record_get_id (record);
  xc_form_show (self->form, NULL, NULL);
  xc_form_set_parent (self->form, self->parent);
  xc_form_show (self->form, self->store, record);
  gtk_label_set_text (self->editor_title, self->edited == 0 ? _ ("New row") : _ ("The selected row"));
  gtk_revealer_set_reveal_child (self->editor, TRUE);
  xc_form_focus (self->form);
  update_actions (self);
}

/* Saves or keeps what is typed; the editor shows nothing then. */
static void
settle (XcChildList *self)
{
  if (!self->is_open)
    return;
  xc_form_settle (self->form);
  close_editor (self);
}

static void
store_changed_cb (XcStore *store, const XcChange *change, XcChildList *self)
{
  g_autoptr (XcRecord) record = NULL;

  if (self->is_open && self->edited != 0 && !xc_form_is_edited (self->form))
    {
      record = xc_store_load (store, self->table, self->edited, NULL);
      if (record == NULL)
        close_editor (self);
      else
        xc_form_reload (self->form);
    }
  refresh (self);
  if (xc_change_has_table (change, self->table))
    g_signal_emit (self, changed_signal, 0);
}

static void
take_store (XcChildList *self, XcStore *store)
{
  if (self->store != NULL)
    g_clear_signal_handler (&self->changed_handler, self->store);
  g_set_object (&self->store, store);
  if (store != NULL)
    self->changed_handler = g_signal_connect (store, "changed", G_CALLBACK (store_changed_cb), self);
}

/* Behind those that are there. */
static gint64
find_next_number (XcChildList *self, const char *field)
{
  g_autoptr (GPtrArray) records =
      xc_store_load_where (self->store, self->table, self->parent_field, self->parent, NULL);
  gint64 last = 0;

  for (guint i = 0; records != NULL && i < records->len; i++)
    last = MAX (last, xc_record_get_number (records->pdata[i], field));
  return last + 1;
}

static void
add_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  XcChildList *self = XC_CHILD_LIST (widget);
  g_autoptr (XcRecord) record = xc_record_new (self->table);

  if (!can_write (self))
    return;
  settle (self);
  xc_record_set_number (record, self->parent_field, self->parent);
  if (has_field (self, "position"))
    xc_record_set_number (record, "position", find_next_number (self, "position"));
  if (has_field (self, "ordinal"))
    xc_record_set_number (record, "ordinal", find_next_number (self, "ordinal"));
  g_signal_emit (self, prepare_signal, 0, record);
  xc_record_set_clean (record);
  open_editor (self, record);
}

static void
edit_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  XcChildList *self = XC_CHILD_LIST (widget);
  gint64 id = xc_child_list_get_selected (self);
  g_autoptr (XcRecord) record = NULL;

  if (get_selected_row (self) == NULL || !can_write (self))
    return;
  if (id == 0)
    {
      add_action (widget, NULL, NULL);
      return;
    }
  settle (self);
  record = xc_store_load (self->store, self->table, id, NULL);
  if (record != NULL)
    open_editor (self, record);
}

static gboolean
remove_row (XcStore *store, gpointer data, GError **error)
{
  XcChildList *self = data;
  gint64 id = xc_child_list_get_selected (self);

  return xc_row_check_is_free (store, self->table, id, error)
         && xc_row_rules_remove (store, self->table, id, error);
}

static void
drop_draft (XcChildList *self, gint64 id)
{
  g_autofree char *ledger = xc_store_dup_uuid (self->store);

  xc_drafts_drop (ledger, self->table, id != 0 ? id : xc_drafts_get_new (self->parent));
}

static void
remove_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  XcChildList *self = XC_CHILD_LIST (widget);
  gint64 id = xc_child_list_get_selected (self);
  g_autofree char *row_name = NULL;
  g_autofree char *title = NULL;
  g_autoptr (GError) error = NULL;

  if (get_selected_row (self) == NULL || !can_write (self))
    return;
  if (self->is_open && self->edited == id)
    {
      xc_form_keep (self->form);
      close_editor (self);
    }
  if (id == 0)
    {
      drop_draft (self, 0);
      refresh (self);
      return;
    }
  row_name = xc_row_dup_name (xc_store_get_database (self->store), self->table, id);
  /* translators: %1$s is the title of a table, %2$s the name of a row */
  title = g_strdup_printf (_ ("%1$s: removed %2$s"), xc_catalogue_title (self->table), row_name);
  if (xc_store_run (self->store, title, remove_row, self, &error))
    xc_window_tell_done (widget, title);
  else
    xc_window_tell_error (widget, error);
}

typedef struct
{
  XcChildList *self;
  int by;
} Moving;

static gboolean
move_row (XcStore *store, gpointer data, GError **error)
{
  const Moving *moving = data;
  XcChildList *self = moving->self;
  gint64 id = xc_child_list_get_selected (self);
  g_autoptr (GArray) ids = load_ids (self, error);

  if (ids == NULL)
    return FALSE;
  for (guint i = 0; i < ids->len; i++)
    if (g_array_index (ids, gint64, i) == id)
      {
        g_array_remove_index (ids, i);
        g_array_insert_val (ids, (guint) CLAMP ((int) i + moving->by, 0, (int) ids->len), id);
        break;
      }
  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (XcRecord) record = xc_store_load (store, self->table, g_array_index (ids, gint64, i), error);

      if (record == NULL)
        return FALSE;
      xc_record_set_number (record, "position", i + 1);
      if (xc_record_is_changed (record) && !xc_row_rules_save (store, record, error))
        return FALSE;
    }
  return TRUE;
}

static void
move_selected (XcChildList *self, int by)
{
  Moving moving = { self, by };
  g_autofree char *row_name =
      xc_row_dup_name (xc_store_get_database (self->store), self->table, xc_child_list_get_selected (self));
  /* translators: %1$s is the title of a table, %2$s the name of a row */
  g_autofree char *title =
      g_strdup_printf (_ ("%1$s: moved %2$s"), xc_catalogue_title (self->table), row_name);
  g_autoptr (GError) error = NULL;

  if (xc_store_run (self->store, title, move_row, &moving, &error))
    xc_window_tell_done (GTK_WIDGET (self), title);
  else
    xc_window_tell_error (GTK_WIDGET (self), error);
}

static void
up_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  move_selected (XC_CHILD_LIST (widget), -1);
}

static void
down_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  move_selected (XC_CHILD_LIST (widget), 1);
}

/* What is typed stays as a draft. */
static void
leave_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  XcChildList *self = XC_CHILD_LIST (widget);
  gboolean was_edited = xc_form_is_edited (self->form);

  xc_form_keep (self->form);
  close_editor (self);
  refresh (self);
  if (was_edited)
    xc_window_tell (widget, _ ("What you typed is kept; the row is marked until it is saved or given up."));
}

/* Of the row in the editor; else of the row that the tab belongs to. */
static void
save_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  XcChildList *self = XC_CHILD_LIST (widget);

  if (!self->is_open)
    gtk_widget_activate_action (gtk_widget_get_parent (widget), "form.save", NULL);
  else if (xc_form_save (self->form))
    close_editor (self);
}

static void
give_up_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  XcChildList *self = XC_CHILD_LIST (widget);

  if (!self->is_open)
    return;
  xc_form_give_up (self->form);
  close_editor (self);
  refresh (self);
}

static void
saved_cb (XcChildList *self, gint64 id)
{
  self->edited = id;
  refresh (self);
  select_row (self, id);
  close_editor (self);
}

static void
row_activated_cb (XcChildList *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "children.edit", NULL);
}

static void
row_selected_cb (XcChildList *self)
{
  update_actions (self);
}

static void
xc_child_list_settle (XcFormTab *tab)
{
  settle (XC_CHILD_LIST (tab));
}

static void
xc_child_list_add (XcFormTab *tab)
{
  gtk_widget_activate_action (GTK_WIDGET (tab), "children.add", NULL);
}

static gboolean
xc_child_list_grab_focus (GtkWidget *widget)
{
  XcChildList *self = XC_CHILD_LIST (widget);

  xc_form_tab_build (XC_FORM_TAB (self));
  if (self->is_open)
    xc_form_focus (self->form);
  else
    focus_rows (self);
  return TRUE;
}

/* Keeps what was typed for the parent shown before; what is being typed for the same one stays. */
static void
xc_child_list_show (XcFormTab *tab, XcStore *store, gint64 id)
{
  XcChildList *self = XC_CHILD_LIST (tab);

  if (store == self->store && id == self->parent)
    return;
  settle (self);
  take_store (self, store);
  self->parent = store != NULL ? id : 0;
  clear_rows (self);
  refresh (self);
}

static void
xc_child_list_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  XcChildList *self = XC_CHILD_LIST (object);

  switch ((XcChildListProperty) id)
    {
    case PROP_TABLE:
      self->table_name = g_value_dup_string (value);
      break;
    case PROP_PARENT_FIELD:
      self->parent_field = g_value_dup_string (value);
      break;
    case PROP_COLUMNS:
      self->columns = g_value_dup_string (value);
      break;
    case PROP_SORT:
      self->sort = g_value_dup_string (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
xc_child_list_constructed (GObject *object)
{
  XcChildList *self = XC_CHILD_LIST (object);

  G_OBJECT_CLASS (xc_child_list_parent_class)->constructed (object);
  self->table = xc_catalogue_find (self->table_name);
  g_assert (self->table != XC_TABLE_NONE);
  self->paths = g_strsplit (self->columns, " ", -1);
}

static void
xc_child_list_build (XcFormTab *tab)
{
  XcChildList *self = XC_CHILD_LIST (tab);

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->rows), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  xc_catalogue_title (self->table), -1);
  xc_form_set_table (self->form, self->table);
  refresh (self);
}

static void
xc_child_list_dispose (GObject *object)
{
  XcChildList *self = XC_CHILD_LIST (object);

  take_store (self, NULL);
  /* Disposing of the template takes away the bound child, which the parent class would then take away again. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  if (xc_form_tab_is_built (XC_FORM_TAB (object)))
    gtk_widget_dispose_template (GTK_WIDGET (object), XC_TYPE_CHILD_LIST);
  G_OBJECT_CLASS (xc_child_list_parent_class)->dispose (object);
}

static void
xc_child_list_finalize (GObject *object)
{
  XcChildList *self = XC_CHILD_LIST (object);

  g_free (self->table_name);
  g_free (self->parent_field);
  g_free (self->columns);
  g_free (self->sort);
  g_strfreev (self->paths);
  G_OBJECT_CLASS (xc_child_list_parent_class)->finalize (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "children.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "children.edit", NULL, edit_action);
  gtk_widget_class_install_action (widget_class, "children.remove", NULL, remove_action);
  gtk_widget_class_install_action (widget_class, "children.up", NULL, up_action);
  gtk_widget_class_install_action (widget_class, "children.down", NULL, down_action);
  gtk_widget_class_install_action (widget_class, "children.leave", NULL, leave_action);
  gtk_widget_class_install_action (widget_class, "form.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "form.give-up", NULL, give_up_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Insert, 0, "children.add", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_plus, GDK_CONTROL_MASK, "children.add", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "children.leave", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "form.save", NULL);
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  g_object_class_install_property (object_class, PROP_TABLE,
                                   g_param_spec_string ("table", NULL, NULL, NULL, flags));
  g_object_class_install_property (object_class, PROP_PARENT_FIELD,
                                   g_param_spec_string ("parent-field", NULL, NULL, NULL, flags));
  g_object_class_install_property (object_class, PROP_COLUMNS,
                                   g_param_spec_string ("columns", NULL, NULL, NULL, flags));
  g_object_class_install_property (object_class, PROP_SORT,
                                   g_param_spec_string ("sort", NULL, NULL, NULL, flags));
}

static void
xc_child_list_select (XcFormTab *tab, gint64 id)
{
  if (select_row (XC_CHILD_LIST (tab), id))
    focus_rows (XC_CHILD_LIST (tab));
}

static void
xc_child_list_class_init (XcChildListClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  object_class->set_property = xc_child_list_set_property;
  object_class->constructed = xc_child_list_constructed;
  object_class->dispose = xc_child_list_dispose;
  object_class->finalize = xc_child_list_finalize;
  XC_FORM_TAB_CLASS (class)->build = xc_child_list_build;
  XC_FORM_TAB_CLASS (class)->show = xc_child_list_show;
  XC_FORM_TAB_CLASS (class)->settle = xc_child_list_settle;
  XC_FORM_TAB_CLASS (class)->add = xc_child_list_add;
  XC_FORM_TAB_CLASS (class)->select = xc_child_list_select;
  widget_class->grab_focus = xc_child_list_grab_focus;
  install_properties (object_class);
  prepare_signal = g_signal_new ("prepare", XC_TYPE_CHILD_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, XC_TYPE_RECORD | G_SIGNAL_TYPE_STATIC_SCOPE);
  changed_signal =
      g_signal_new ("changed", XC_TYPE_CHILD_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  describe_signal = g_signal_new ("describe", XC_TYPE_CHILD_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_STRING, 1, G_TYPE_INT64);
  g_type_ensure (XC_TYPE_FORM);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/xuncha/Xuncha/form/child-list.ui");
  gtk_widget_class_bind_template_child (widget_class, XcChildList, views);
  gtk_widget_class_bind_template_child (widget_class, XcChildList, count);
  gtk_widget_class_bind_template_child (widget_class, XcChildList, nothing);
  gtk_widget_class_bind_template_child (widget_class, XcChildList, rows);
  gtk_widget_class_bind_template_child (widget_class, XcChildList, editor);
  gtk_widget_class_bind_template_child (widget_class, XcChildList, editor_title);
  gtk_widget_class_bind_template_child (widget_class, XcChildList, form);
  gtk_widget_class_bind_template_child (widget_class, XcChildList, add);
  gtk_widget_class_bind_template_child (widget_class, XcChildList, save);
  gtk_widget_class_bind_template_child (widget_class, XcChildList, up);
  gtk_widget_class_bind_template_child (widget_class, XcChildList, down);
  gtk_widget_class_bind_template_callback (widget_class, saved_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
  install_actions (widget_class);
}

static void
xc_child_list_init (XcChildList *self)
{
}

/**
 * xc_child_list_get_selected:
 * @self: a list
 *
 * Returns: the id of the selected row, or 0
 */
gint64
xc_child_list_get_selected (XcChildList *self)
{
  XcChildRow *row = self->rows != NULL ? get_selected_row (self) : NULL;

  return row != NULL ? xc_child_row_get_id (row) : 0;
}
