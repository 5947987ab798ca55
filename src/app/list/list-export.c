/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/list/list-export.h"

#include <glib/gi18n-lib.h>

#include "app/list/record-column.h"
#include "app/today.h"
#include "app/window-work.h"
#include "report/list-marks.h"
#include "report/list-pages.h"
#include "report/row-workbook.h"

typedef struct
{
  XcStore *store; /* for the history; the thread reads by a connection of its own */
  XcQuery *query;
  XcColumnSet *columns;
  char *path;
  guint n_rows;
} Export;

static void
export_free (gpointer data)
{
  Export *self = data;

  g_object_unref (self->store);
  xc_query_free (self->query);
  xc_column_set_free (self->columns);
  g_free (self->path);
  g_free (self);
}

static void
fill_columns (const XcColumnSet *set, XcTable table, XcRowWorkbookColumn *columns)
{
  for (guint i = 0; i < xc_column_set_get_n (set); i++)
    {
      columns[i].path = xc_column_set_get_path (set, i);
      columns[i].title = xc_record_column_get_title (table, columns[i].path);
      columns[i].width_px = xc_column_set_get_width (set, i);
    }
}

static gboolean
write_worker (gpointer data, GCancellable *cancellable, GError **error)
{
  Export *self = data;
  XcTable table = xc_query_get_table (self->query);
  guint n_columns = xc_column_set_get_n (self->columns);
  g_autofree XcRowWorkbookColumn *columns = g_new0 (XcRowWorkbookColumn, n_columns);
  XcRowWorkbookOptions options = {
    .columns = columns,
    .n_columns = n_columns,
    .title = xc_catalogue_title (table),
    .day = xc_today (),
    .cancellable = cancellable,
  };
  g_autoptr (XcStore) store = xc_store_open (xc_store_get_path (self->store), XC_STORE_READ, error);
  g_autofree char *unit = NULL;
  g_autofree char *marking = NULL;

  /* What every list of this ledger carries, on whatever machine. */
  if (store == NULL || !xc_list_marks_load (store, &unit, &marking, error))
    return FALSE;
  options.marking = marking != NULL && *marking != '\0' ? marking : NULL;
  fill_columns (self->columns, table, columns);
  /* The file chooser asked already whether a file may be replaced. */
  return xc_row_workbook_write (store, self->query, &options, self->path, TRUE, &self->n_rows, error);
}

static void
done_cb (XcWindow *window, const GError *error, gpointer data)
{
  Export *self = data;
  g_autofree char *name = g_path_get_basename (self->path);
  g_autofree char *title = NULL;
  g_autoptr (GError) note_error = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      xc_window_tell (GTK_WIDGET (window), _ ("Stopped: no workbook was written."));
      return;
    }
  if (error != NULL)
    {
      xc_window_tell_error (GTK_WIDGET (window), error);
      return;
    }
  title = g_strdup_printf (
      /* translators: %1$s is the title of a table, %2$'u a number of rows, %3$s the name of a file */
      g_dngettext (GETTEXT_PACKAGE, "%1$s: exported %2$'u row to %3$s", "%1$s: exported %2$'u rows to %3$s",
                   self->n_rows),
      xc_catalogue_title (xc_query_get_table (self->query)), self->n_rows, name);
  if (xc_store_is_writable (self->store) && !xc_store_note (self->store, title, &note_error))
    xc_window_tell_error (GTK_WIDGET (window), note_error);
  else
    xc_window_tell (GTK_WIDGET (window), title);
}

static void
response_cb (GtkNativeDialog *chooser, int response, Export *self)
{
  GtkWindow *window = gtk_native_dialog_get_transient_for (chooser);

  if (response == GTK_RESPONSE_ACCEPT && XC_IS_WINDOW (window))
    {
      g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));

      self->path = g_file_get_path (file);
    }
  if (self->path != NULL)
    xc_window_work (XC_WINDOW (window), _ ("Writing the Workbook"), write_worker, done_cb, self, export_free);
  else
    export_free (self);
  g_object_unref (chooser);
}

/**
 * xc_list_export_ask:
 * @widget: a list in a window
 * @store: the ledger
 * @query: which rows, in which order
 * @columns: what of them
 *
 * Asks where to, writes in a thread that can be stopped, and notes in the history that rows left the ledger.
 */
void
xc_list_export_ask (GtkWidget *widget, XcStore *store, const XcQuery *query, const XcColumnSet *columns)
{
  GtkFileChooserNative *chooser =
      gtk_file_chooser_native_new (_ ("Export What Is Shown"), GTK_WINDOW (gtk_widget_get_root (widget)),
                                   GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Export"), NULL);
  Export *self = g_new0 (Export, 1);
  char iso[XC_DAY_ISO_SIZE];
  g_autofree char *name = g_strdup_printf ("%s %s.xlsx", xc_catalogue_title (xc_query_get_table (query)),
                                           xc_day_format_iso (xc_today (), iso));

  self->store = g_object_ref (store);
  self->query = xc_query_copy (query);
  self->columns = xc_column_set_copy (columns);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect (chooser, "response", G_CALLBACK (response_cb), self);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

/**
 * xc_list_export_make_pages:
 * @store: the ledger
 * @query: which rows, in which order
 * @columns: what of them
 * @title: (translated): what the list is called
 * @error: return location for a #XcStoreError
 *
 * Returns: (transfer full) (nullable): the list, for paper
 */
XcPages *
xc_list_export_make_pages (XcStore *store, const XcQuery *query, const XcColumnSet *columns,
                           const char *title, GError **error)
{
  guint n_columns = xc_column_set_get_n (columns);
  g_autofree XcRowWorkbookColumn *filled = g_new0 (XcRowWorkbookColumn, n_columns);
  XcRowWorkbookOptions options = {
    .columns = filled,
    .n_columns = n_columns,
    .title = title,
    .day = xc_today (),
  };
  g_autofree char *unit = NULL;
  g_autofree char *marking = NULL;

  if (n_columns == 0 || !xc_list_marks_load (store, &unit, &marking, error))
    return NULL;
  options.marking = marking;
  fill_columns (columns, xc_query_get_table (query), filled);
  return xc_list_pages_new (store, query, &options, error);
}
