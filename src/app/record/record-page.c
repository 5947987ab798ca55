/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/record/record-page.h"

#include <glib/gi18n-lib.h>

#include "app/form/form.h"
#include "app/list/record-list.h"
#include "app/window.h"
#include "core/fail.h"
#include "store/row-name.h"

struct _XcRecordPage
{
  XcPage parent_instance;

  XcTable table;
  gboolean is_adding; /* the form shows a row that is not in the ledger yet */

  /* Owned */
  char *table_name;
  char *columns;
  char *sort;
  char *empty_words;
  char *term_path;

  /* Template widgets */
  GtkStack *views;
  XcRecordList *list;
  XcForm *form;
  GtkWidget *form_pane;
  GtkRevealer *buttons;
  AdwStatusPage *empty;
};

typedef enum
{
  PROP_TABLE = 1,
  PROP_COLUMNS,
  PROP_SORT,
  PROP_EMPTY,
  PROP_TERM_PATH,
} XcRecordPageProperty;

G_DEFINE_FINAL_TYPE (XcRecordPage, xc_record_page, XC_TYPE_PAGE)

static gint64
get_term_id (XcRecordPage *self)
{
  return xc_term_choice_get_id (xc_page_get_term_choice (XC_PAGE (self)));
}

static void
xc_record_page_count (XcPage *page)
{
  XcRecordPage *self = XC_RECORD_PAGE (page);
  guint n_rows = 0;
  g_autoptr (XcQuery) query = xc_query_new (self->table);
  XcStore *store = xc_page_get_store (XC_PAGE (self));

  if (self->term_path != NULL && store != NULL)
    xc_query_add_number_filter (query, self->term_path, XC_RELATION_IS, get_term_id (self));
  if (store != NULL)
    xc_query_count (query, store, &n_rows, NULL);
  xc_page_set_count (XC_PAGE (self), (int) n_rows, FALSE);
  gtk_stack_set_visible_child_name (self->views, n_rows == 0 && !self->is_adding ? "empty" : "rows");
}

static void
show_selected (XcRecordPage *self)
{
  g_autoptr (GArray) ids = xc_record_list_get_selected (self->list);
  XcStore *store = xc_page_get_store (XC_PAGE (self));
  g_autoptr (XcRecord) record = NULL;

  if (ids->len == 1 && store != NULL)
    record = xc_store_load (store, self->table, g_array_index (ids, gint64, 0), NULL);
  self->is_adding = FALSE;
  xc_form_show (self->form, store, record);
}

static void
selected_cb (XcRecordPage *self)
{
  show_selected (self);
}

static void
activated_cb (XcRecordPage *self)
{
  gtk_widget_set_visible (self->form_pane, TRUE);
  xc_form_focus (self->form);
}

static void
edited_cb (XcRecordPage *self)
{
  gtk_revealer_set_reveal_child (self->buttons, xc_form_is_edited (self->form));
}

static void
saved_cb (XcRecordPage *self, gint64 id)
{
  if (!self->is_adding)
    return;
  self->is_adding = FALSE;
  xc_record_list_select (self->list, id);
}

static void
save_clicked_cb (XcRecordPage *self)
{
  xc_form_save (self->form);
}

static void
give_up_clicked_cb (XcRecordPage *self)
{
  xc_form_give_up (self->form);
}

static void
new_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  XcRecordPage *self = XC_RECORD_PAGE (widget);
  XcStore *store = xc_page_get_store (XC_PAGE (self));
  g_autoptr (XcRecord) record = xc_record_new (self->table);

  if (store == NULL || !xc_store_is_writable (store))
    return;
  if (self->term_path != NULL && xc_catalogue_find_field (self->table, self->term_path) >= 0)
    xc_record_set_number (record, self->term_path, get_term_id (self));
  xc_record_set_clean (record);
  self->is_adding = TRUE;
  gtk_stack_set_visible_child_name (self->views, "rows");
  xc_form_show (self->form, store, record);
  xc_form_focus (self->form);
}

/* The selected row once more, to be changed and saved; its number is its own. */
static void
repeat_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  XcRecordPage *self = XC_RECORD_PAGE (widget);
  const XcCatalogueTable *entry = xc_catalogue_get (self->table);
  XcStore *store = xc_page_get_store (XC_PAGE (self));
  XcRecord *selected = xc_form_get_record (self->form);
  g_autoptr (XcRecord) record = NULL;

  if (selected == NULL || store == NULL || !xc_store_is_writable (store))
    return;
  record = xc_record_copy (selected);
  xc_record_set_id (record, 0);
  for (guint i = 0; i < entry->n_fields; i++)
    if (entry->fields[i].is_code)
      xc_record_clear_at (record, i);
  xc_form_offer (self->form, store, record);
  self->is_adding = TRUE;
  gtk_widget_set_visible (self->form_pane, TRUE);
  xc_form_focus (self->form);
}

/* What is typed stays in the form. */
static void
leave_form_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  xc_record_list_focus (XC_RECORD_PAGE (widget)->list);
}

/* The ledger would refuse as well, but cannot say which rows are in the way. */
static gboolean
check_is_free (XcStore *store, XcTable table, gint64 id, GError **error)
{
  for (XcTable other = 0; other < XC_N_TABLES; other++)
    for (guint i = 0; i < xc_catalogue_get (other)->n_fields; i++)
      {
        const XcField *field = &xc_catalogue_get (other)->fields[i];
        g_autoptr (XcQuery) query = NULL;
        g_autofree char *name = NULL;
        guint n_rows;

        if (field->kind != XC_FIELD_REFERENCE || field->target != table)
          continue;
        query = xc_query_new (other);
        xc_query_add_number_filter (query, field->name, XC_RELATION_IS, id);
        if (!xc_query_count (query, store, &n_rows, error))
          return FALSE;
        if (n_rows == 0)
          continue;
        name = xc_row_dup_name (xc_store_get_database (store), table, id);
        return xc_fail (
            error, XC_STORE_ERROR, XC_STORE_ERROR_REFUSED,
            g_dngettext (GETTEXT_PACKAGE,
                         /* translators: %1$s is the name of a row, %2$'u a number of rows, %3$s the
                                      * title of their table */
                         "“%1$s” is needed by %2$'u row of %3$s, so nothing was removed. Remove that "
                         "row first, or let it name another one.",
                         "“%1$s” is needed by %2$'u rows of %3$s, so nothing was removed. Remove "
                         "those rows first, or let them name another one.",
                         n_rows),
            name, n_rows, xc_catalogue_title (other));
      }
  return TRUE;
}

static gboolean
remove_rows (XcStore *store, gpointer data, GError **error)
{
  XcRecordPage *self = data;
  g_autoptr (GArray) ids = xc_record_list_get_selected (self->list);

  for (guint i = 0; i < ids->len; i++)
    if (!check_is_free (store, self->table, g_array_index (ids, gint64, i), error)
        || !xc_store_remove (store, self->table, g_array_index (ids, gint64, i), error))
      return FALSE;
  return TRUE;
}

static void
remove_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  XcRecordPage *self = XC_RECORD_PAGE (widget);
  XcStore *store = xc_page_get_store (XC_PAGE (self));
  g_autoptr (GArray) ids = xc_record_list_get_selected (self->list);
  g_autofree char *first = NULL;
  g_autofree char *title = NULL;
  g_autoptr (GError) error = NULL;

  if (ids->len == 0 || store == NULL)
    return;
  first = xc_row_dup_name (xc_store_get_database (store), self->table, g_array_index (ids, gint64, 0));
  if (ids->len == 1)
    /* translators: %1$s is the title of a table, %2$s the name of a row */
    title = g_strdup_printf (_ ("%1$s: removed %2$s"), xc_catalogue_title (self->table), first);
  else
    /* translators: %1$s is the title of a table, %2$u a number of rows */
    title = g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "%1$s: removed %2$u row", "%1$s: removed %2$u rows", ids->len),
        xc_catalogue_title (self->table), ids->len);
  if (xc_store_run (store, title, remove_rows, self, &error))
    xc_window_tell_done (widget, title);
  else
    xc_window_tell_error (widget, error);
}

/* From wherever the focus is on the page. */
static void
export_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_activate_action (GTK_WIDGET (XC_RECORD_PAGE (widget)->list), "rows.export", NULL);
}

static void
find_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  xc_record_list_focus_search (XC_RECORD_PAGE (widget)->list);
}

static void
toggle_form_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GtkWidget *pane = XC_RECORD_PAGE (widget)->form_pane;

  gtk_widget_set_visible (pane, !gtk_widget_get_visible (pane));
}

static void
xc_record_page_follow (XcPage *page, const XcChange *change)
{
  XcRecordPage *self = XC_RECORD_PAGE (page);

  if (change == NULL)
    {
      XcStore *store = xc_page_get_store (page);
      gboolean is_writable = store != NULL && xc_store_is_writable (store);

      gtk_widget_action_set_enabled (GTK_WIDGET (page), "page.new", is_writable);
      gtk_widget_action_set_enabled (GTK_WIDGET (page), "page.remove", is_writable);
      gtk_widget_set_sensitive (GTK_WIDGET (self->form), is_writable);
      xc_form_show (self->form, NULL, NULL);
      xc_record_list_set_page (self->list, xc_page_get_name (page));
      xc_record_list_set_store (self->list, NULL);
      if (self->term_path != NULL && store != NULL)
        xc_record_list_set_scope (self->list, self->term_path, get_term_id (self));
      xc_record_list_set_store (self->list, store);
    }
  else
    xc_form_reload (self->form);
}

static void
xc_record_page_show_term (XcPage *page)
{
  XcRecordPage *self = XC_RECORD_PAGE (page);

  if (self->term_path == NULL)
    return;
  xc_form_show (self->form, NULL, NULL);
  xc_record_list_set_scope (self->list, self->term_path, get_term_id (self));
}

static void
xc_record_page_settle (XcPage *page)
{
  xc_form_settle (XC_RECORD_PAGE (page)->form);
}

static gboolean
xc_record_page_show_row (XcPage *page, XcTable table, gint64 id)
{
  XcRecordPage *self = XC_RECORD_PAGE (page);

  return table == self->table && xc_record_list_select (self->list, id);
}

static void
xc_record_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  XcRecordPage *self = XC_RECORD_PAGE (object);

  switch ((XcRecordPageProperty) id)
    {
    case PROP_TABLE:
      self->table_name = g_value_dup_string (value);
      break;
    case PROP_COLUMNS:
      self->columns = g_value_dup_string (value);
      break;
    case PROP_SORT:
      self->sort = g_value_dup_string (value);
      break;
    case PROP_EMPTY:
      self->empty_words = g_value_dup_string (value);
      break;
    case PROP_TERM_PATH:
      self->term_path = g_value_dup_string (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
xc_record_page_constructed (GObject *object)
{
  XcRecordPage *self = XC_RECORD_PAGE (object);
  g_auto (GStrv) paths = g_strsplit (self->columns, " ", -1);

  G_OBJECT_CLASS (xc_record_page_parent_class)->constructed (object);
  self->table = xc_catalogue_find (self->table_name);
  g_assert (self->table != XC_TABLE_NONE);
  xc_record_list_set_up (self->list, self->table, (const char *const *) paths, self->sort);
  xc_form_set_table (self->form, self->table);
  adw_status_page_set_title (self->empty, xc_page_get_title (XC_PAGE (self)));
  adw_status_page_set_icon_name (self->empty, xc_page_get_icon_name (XC_PAGE (self)));
  adw_status_page_set_description (self->empty, self->empty_words);
}

static void
xc_record_page_dispose (GObject *object)
{
  /* Disposing of the template takes away the bound child, which the parent class would then take away again. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), XC_TYPE_RECORD_PAGE);
  G_OBJECT_CLASS (xc_record_page_parent_class)->dispose (object);
}

static void
xc_record_page_finalize (GObject *object)
{
  XcRecordPage *self = XC_RECORD_PAGE (object);

  g_free (self->table_name);
  g_free (self->columns);
  g_free (self->sort);
  g_free (self->empty_words);
  g_free (self->term_path);
  G_OBJECT_CLASS (xc_record_page_parent_class)->finalize (object);
}

static void
xc_record_page_class_init (XcRecordPageClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);
  XcPageClass *page_class = XC_PAGE_CLASS (class);
  const GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->set_property = xc_record_page_set_property;
  object_class->constructed = xc_record_page_constructed;
  object_class->dispose = xc_record_page_dispose;
  object_class->finalize = xc_record_page_finalize;
  page_class->follow = xc_record_page_follow;
  page_class->show_term = xc_record_page_show_term;
  page_class->count = xc_record_page_count;
  page_class->settle = xc_record_page_settle;
  page_class->show_row = xc_record_page_show_row;
  g_object_class_install_property (object_class, PROP_TABLE,
                                   g_param_spec_string ("table", NULL, NULL, NULL, flags));
  g_object_class_install_property (object_class, PROP_COLUMNS,
                                   g_param_spec_string ("columns", NULL, NULL, NULL, flags));
  g_object_class_install_property (object_class, PROP_SORT,
                                   g_param_spec_string ("sort", NULL, NULL, NULL, flags));
  g_object_class_install_property (object_class, PROP_EMPTY,
                                   g_param_spec_string ("empty", NULL, NULL, NULL, flags));
  /* Which reference leads to the term; only rows of the term that the window shows are listed then. */
  g_object_class_install_property (object_class, PROP_TERM_PATH,
                                   g_param_spec_string ("term-path", NULL, NULL, NULL, flags));
  g_type_ensure (XC_TYPE_RECORD_LIST);
  g_type_ensure (XC_TYPE_FORM);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/xuncha/Xuncha/record/record-page.ui");
  gtk_widget_class_bind_template_child (widget_class, XcRecordPage, views);
  gtk_widget_class_bind_template_child (widget_class, XcRecordPage, list);
  gtk_widget_class_bind_template_child (widget_class, XcRecordPage, form);
  gtk_widget_class_bind_template_child (widget_class, XcRecordPage, form_pane);
  gtk_widget_class_bind_template_child (widget_class, XcRecordPage, buttons);
  gtk_widget_class_bind_template_child (widget_class, XcRecordPage, empty);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, edited_cb);
  gtk_widget_class_bind_template_callback (widget_class, saved_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, give_up_clicked_cb);
  gtk_widget_class_install_action (widget_class, "page.new", NULL, new_action);
  gtk_widget_class_install_action (widget_class, "page.repeat", NULL, repeat_action);
  gtk_widget_class_install_action (widget_class, "page.leave-form", NULL, leave_form_action);
  gtk_widget_class_install_action (widget_class, "page.remove", NULL, remove_action);
  gtk_widget_class_install_action (widget_class, "page.export", NULL, export_action);
  gtk_widget_class_install_action (widget_class, "page.find", NULL, find_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_e, GDK_CONTROL_MASK, "page.export", NULL);
  gtk_widget_class_install_action (widget_class, "page.toggle-form", NULL, toggle_form_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_n, GDK_CONTROL_MASK, "page.new", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, GDK_CONTROL_MASK, "page.find", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "page.leave-form", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F9, 0, "page.toggle-form", NULL);
}

static void
xc_record_page_init (XcRecordPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
