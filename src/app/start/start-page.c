/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/start/start-page.h"

#include <glib/gi18n-lib.h>

#include "app/window.h"

#define MEDIA_TYPE "application/x-xuncha"
#define MAX_RECENT 5

struct _XcStartPage
{
  AdwBin parent_instance;

  /* Template widgets */
  GtkWidget *recent_group;
  GtkListBox *recent_list;
};

G_DEFINE_FINAL_TYPE (XcStartPage, xc_start_page, ADW_TYPE_BIN)

static int
compare_visits (gconstpointer a, gconstpointer b)
{
  GDateTime *one = gtk_recent_info_get_visited (*(GtkRecentInfo *const *) a);
  GDateTime *other = gtk_recent_info_get_visited (*(GtkRecentInfo *const *) b);

  return g_date_time_compare (other, one);
}

static GtkWidget *
make_row (GtkRecentInfo *info)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *place = gtk_recent_info_get_uri_display (info);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), gtk_recent_info_get_display_name (info));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), place);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 1);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "uri", g_strdup (gtk_recent_info_get_uri (info)), g_free);
  return row;
}

static void
fill_recent (XcStartPage *self)
{
  GList *items = gtk_recent_manager_get_items (gtk_recent_manager_get_default ());
  g_autoptr (GPtrArray) ledgers = g_ptr_array_new ();
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->recent_list))) != NULL)
    gtk_list_box_remove (self->recent_list, row);
  for (GList *l = items; l != NULL; l = l->next)
    if (g_strcmp0 (gtk_recent_info_get_mime_type (l->data), MEDIA_TYPE) == 0
        && gtk_recent_info_exists (l->data))
      g_ptr_array_add (ledgers, l->data);
  g_ptr_array_sort (ledgers, compare_visits);
  for (guint i = 0; i < ledgers->len && i < MAX_RECENT; i++)
    gtk_list_box_append (self->recent_list, make_row (ledgers->pdata[i]));
  gtk_widget_set_visible (self->recent_group, ledgers->len > 0);
  g_list_free_full (items, (GDestroyNotify) gtk_recent_info_unref);
}

static void
recent_row_activated_cb (XcStartPage *self, GtkListBoxRow *row)
{
  g_autoptr (GFile) file = g_file_new_for_uri (g_object_get_data (G_OBJECT (row), "uri"));

  xc_window_open_file (XC_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), file);
}

static void
xc_start_page_dispose (GObject *object)
{
  if (XC_START_PAGE (object)->recent_list != NULL)
    gtk_widget_dispose_template (GTK_WIDGET (object), XC_TYPE_START_PAGE);
  G_OBJECT_CLASS (xc_start_page_parent_class)->dispose (object);
}

/* A window that comes with its ledger never shows it. */
static void
xc_start_page_map (GtkWidget *widget)
{
  XcStartPage *self = XC_START_PAGE (widget);

  if (self->recent_list == NULL)
    {
      gtk_widget_init_template (widget);
      fill_recent (self);
      g_signal_connect_object (gtk_recent_manager_get_default (), "changed", G_CALLBACK (fill_recent), self,
                               G_CONNECT_SWAPPED);
    }
  GTK_WIDGET_CLASS (xc_start_page_parent_class)->map (widget);
}

static void
xc_start_page_class_init (XcStartPageClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = xc_start_page_dispose;
  widget_class->map = xc_start_page_map;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/xuncha/Xuncha/start/start-page.ui");
  gtk_widget_class_bind_template_child (widget_class, XcStartPage, recent_group);
  gtk_widget_class_bind_template_child (widget_class, XcStartPage, recent_list);
  gtk_widget_class_bind_template_callback (widget_class, recent_row_activated_cb);
}

static void
xc_start_page_init (XcStartPage *self)
{
}

/**
 * xc_start_page_remember:
 * @file: a ledger that was opened
 *
 * Puts it among the files opened recently, by its media type even where nobody has installed that.
 */
void
xc_start_page_remember (GFile *file)
{
  g_autofree char *uri = g_file_get_uri (file);
  GtkRecentData data = { .mime_type = (char *) MEDIA_TYPE,
                         .app_name = (char *) XC_APPLICATION_ID,
                         .app_exec = (char *) "xuncha %f" };

  gtk_recent_manager_add_full (gtk_recent_manager_get_default (), uri, &data);
}
