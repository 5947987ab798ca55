/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/record/record-page.h"

typedef struct
{
  /* Owned */
  char *table_name;
  char *columns;
  char *sort;
  char *empty_words;
  char *term_path;

  /* Borrowed: of the page's own tree, from when it is built */
  GtkStack *views;
  GtkBox *bars;
  XcRecordList *list;
  XcFormPane *pane;
  AdwStatusPage *empty;
} XcRecordPagePrivate;

typedef enum
{
  PROP_TABLE = 1,
  PROP_COLUMNS,
  PROP_SORT,
  PROP_EMPTY,
  PROP_TERM_PATH,
} XcRecordPageProperty;

static void buildable_init (GtkBuildableIface *iface);

G_DEFINE_ABSTRACT_TYPE_WITH_CODE (XcRecordPage, xc_record_page, XC_TYPE_ROWS_PAGE,
                                  G_ADD_PRIVATE (XcRecordPage)
                                      G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE, buildable_init))

#define PRIVATE(self) ((XcRecordPagePrivate *) xc_record_page_get_instance_private (XC_RECORD_PAGE (self)))

static GtkBuildableIface *parent_buildable;

static void
add_child (GtkBuildable *buildable, GtkBuilder *builder, GObject *child, const char *type)
{
  XcRecordPagePrivate *priv = PRIVATE (buildable);

  if (XC_IS_FORM_TAB (child))
    xc_form_pane_add_tab (priv->pane, XC_FORM_TAB (child), g_strcmp0 (type, "first") == 0);
  else if (g_strcmp0 (type, "bar") == 0)
    gtk_box_prepend (priv->bars, GTK_WIDGET (child));
  else
    parent_buildable->add_child (buildable, builder, child, type);
}

static void
buildable_init (GtkBuildableIface *iface)
{
  parent_buildable = g_type_interface_peek_parent (iface);
  iface->add_child = add_child;
}

static gint64
get_term_id (XcRowsPage *page)
{
  return xc_term_choice_get_id (xc_page_get_term_choice (XC_PAGE (page)));
}

static void
xc_record_page_narrow (XcRowsPage *page, XcQuery *query)
{
  if (PRIVATE (page)->term_path != NULL)
    xc_query_add_number_filter (query, PRIVATE (page)->term_path, XC_RELATION_IS_OR_EMPTY,
                                get_term_id (page));
}

static gboolean
xc_record_page_prepare (XcRowsPage *page, XcRecord *record)
{
  const char *path = PRIVATE (page)->term_path;

  if (path != NULL && xc_catalogue_find_field (xc_record_get_table (record), path) >= 0)
    xc_record_set_number (record, path, get_term_id (page));
  return FALSE;
}

static void
xc_record_page_take_store (XcRowsPage *page, XcStore *store)
{
  XcRecordPagePrivate *priv = PRIVATE (page);

  xc_record_list_set_page (priv->list, xc_page_get_name (XC_PAGE (page)));
  xc_record_list_set_store (priv->list, NULL);
  if (priv->term_path != NULL && store != NULL)
    xc_record_list_set_scope (priv->list, priv->term_path, XC_RELATION_IS_OR_EMPTY, get_term_id (page));
  xc_record_list_set_store (priv->list, store);
}

static void
xc_record_page_show_term (XcPage *page)
{
  XcRecordPagePrivate *priv = PRIVATE (page);

  if (priv->term_path == NULL)
    return;
  xc_form_pane_show (priv->pane, xc_page_get_store (page), NULL);
  xc_record_list_set_scope (priv->list, priv->term_path, XC_RELATION_IS_OR_EMPTY,
                            get_term_id (XC_ROWS_PAGE (page)));
}

static GArray *
xc_record_page_dup_selected (XcRowsPage *page)
{
  return xc_record_list_get_selected (PRIVATE (page)->list);
}

static gboolean
xc_record_page_select (XcRowsPage *page, gint64 id)
{
  return xc_record_list_select (PRIVATE (page)->list, id);
}

static void
xc_record_page_scroll_to (XcRowsPage *page, gint64 id)
{
  xc_record_list_scroll_to (PRIVATE (page)->list, id);
}

static void
xc_record_page_focus_rows (XcRowsPage *page)
{
  xc_record_list_focus (PRIVATE (page)->list);
}

static void
xc_record_page_focus_search (XcRowsPage *page)
{
  xc_record_list_focus_search (PRIVATE (page)->list);
}

static void
xc_record_page_export_rows (XcRowsPage *page)
{
  gtk_widget_activate_action (GTK_WIDGET (PRIVATE (page)->list), "rows.export", NULL);
}

static XcPages *
xc_record_page_make_pages (XcPage *page, GError **error)
{
  return xc_record_list_make_pages (PRIVATE (page)->list, xc_page_get_title (page), error);
}

static void
xc_record_page_show_only (XcRowsPage *page, const char *title, const GArray *ids)
{
  xc_record_list_narrow (PRIVATE (page)->list, title, ids);
}

static void
xc_record_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  XcRecordPagePrivate *priv = PRIVATE (object);

  switch ((XcRecordPageProperty) id)
    {
    case PROP_TABLE:
      priv->table_name = g_value_dup_string (value);
      break;
    case PROP_COLUMNS:
      priv->columns = g_value_dup_string (value);
      break;
    case PROP_SORT:
      priv->sort = g_value_dup_string (value);
      break;
    case PROP_EMPTY:
      priv->empty_words = g_value_dup_string (value);
      break;
    case PROP_TERM_PATH:
      priv->term_path = g_value_dup_string (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
xc_record_page_constructed (GObject *object)
{
  XcTable table = xc_catalogue_find (PRIVATE (object)->table_name);

  G_OBJECT_CLASS (xc_record_page_parent_class)->constructed (object);
  g_assert (table != XC_TABLE_NONE);
  xc_rows_page_set_table (XC_ROWS_PAGE (object), table);
}

static void
xc_record_page_build (XcPage *page)
{
  XcRecordPagePrivate *priv = PRIVATE (page);
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource ("/org/xuncha/Xuncha/record/record-page.ui");
  g_auto (GStrv) paths = g_strsplit (priv->columns, " ", -1);

  priv->views = GTK_STACK (gtk_builder_get_object (builder, "views"));
  priv->bars = GTK_BOX (gtk_builder_get_object (builder, "bars"));
  priv->list = XC_RECORD_LIST (gtk_builder_get_object (builder, "list"));
  priv->pane = XC_FORM_PANE (gtk_builder_get_object (builder, "pane"));
  priv->empty = ADW_STATUS_PAGE (gtk_builder_get_object (builder, "empty"));
  g_signal_connect_object (priv->list, "selected", G_CALLBACK (xc_rows_page_show_selected), page,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (priv->list, "activated", G_CALLBACK (xc_rows_page_open), page, G_CONNECT_SWAPPED);
  adw_status_page_set_title (priv->empty, xc_page_get_title (page));
  adw_status_page_set_icon_name (priv->empty, xc_page_get_icon_name (page));
  adw_status_page_set_description (priv->empty, priv->empty_words);
  xc_record_list_set_up (priv->list, xc_catalogue_find (priv->table_name), (const char *const *) paths,
                         priv->sort);
  xc_rows_page_set_up (XC_ROWS_PAGE (page), priv->views, priv->pane);
  /* What the derived class has besides. */
  gtk_widget_init_template (GTK_WIDGET (page));
  adw_bin_set_child (ADW_BIN (page), GTK_WIDGET (priv->views));
}

static void
xc_record_page_finalize (GObject *object)
{
  XcRecordPagePrivate *priv = PRIVATE (object);

  g_free (priv->table_name);
  g_free (priv->columns);
  g_free (priv->sort);
  g_free (priv->empty_words);
  g_free (priv->term_path);
  G_OBJECT_CLASS (xc_record_page_parent_class)->finalize (object);
}

static void
xc_record_page_class_init (XcRecordPageClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  XcRowsPageClass *rows_class = XC_ROWS_PAGE_CLASS (class);
  const GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->set_property = xc_record_page_set_property;
  object_class->constructed = xc_record_page_constructed;
  object_class->finalize = xc_record_page_finalize;
  XC_PAGE_CLASS (class)->build = xc_record_page_build;
  XC_PAGE_CLASS (class)->show_term = xc_record_page_show_term;
  rows_class->narrow = xc_record_page_narrow;
  rows_class->prepare = xc_record_page_prepare;
  rows_class->take_store = xc_record_page_take_store;
  rows_class->dup_selected = xc_record_page_dup_selected;
  rows_class->select = xc_record_page_select;
  rows_class->scroll_to = xc_record_page_scroll_to;
  rows_class->focus_rows = xc_record_page_focus_rows;
  rows_class->focus_search = xc_record_page_focus_search;
  rows_class->export_rows = xc_record_page_export_rows;
  XC_PAGE_CLASS (class)->make_pages = xc_record_page_make_pages;
  rows_class->show_only = xc_record_page_show_only;
  g_object_class_install_property (object_class, PROP_TABLE,
                                   g_param_spec_string ("table", NULL, NULL, NULL, flags));
  g_object_class_install_property (object_class, PROP_COLUMNS,
                                   g_param_spec_string ("columns", NULL, NULL, NULL, flags));
  g_object_class_install_property (object_class, PROP_SORT,
                                   g_param_spec_string ("sort", NULL, NULL, NULL, flags));
  g_object_class_install_property (object_class, PROP_EMPTY,
                                   g_param_spec_string ("empty", NULL, NULL, NULL, flags));
  /* Which reference leads to the term; only rows of the term that the window shows are listed then, and those that
   * belong to none. */
  g_object_class_install_property (object_class, PROP_TERM_PATH,
                                   g_param_spec_string ("term-path", NULL, NULL, NULL, flags));
  g_type_ensure (XC_TYPE_RECORD_LIST);
}

static void
xc_record_page_init (XcRecordPage *self)
{
}

/**
 * xc_record_page_get_list:
 * @self: a page
 *
 * Returns: (transfer none): its list
 */
XcRecordList *
xc_record_page_get_list (XcRecordPage *self)
{
  return PRIVATE (self)->list;
}

/**
 * xc_record_page_get_bar:
 * @self: a page with a bar
 *
 * Returns: (transfer none): what stands above the list
 */
GtkWidget *
xc_record_page_get_bar (XcRecordPage *self)
{
  return gtk_widget_get_first_child (GTK_WIDGET (PRIVATE (self)->bars));
}
