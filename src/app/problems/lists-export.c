/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/problems/lists-export.h"

#include <glib/gi18n-lib.h>

#include "app/file-chooser.h"
#include "app/problems/problem-lists.h"
#include "app/window-work.h"
#include "report/lists.h"
#include "store/today.h"

#define TABLE "table"
#define LISTS "lists"

/* What is written, and from where; the thread reads by a connection of its own. */
typedef struct
{
  char *ledger;
  char *path;
  XcQuery *query;
  XcList lists[XC_N_LISTS];
  guint n_lists;
  guint n_problems;
} Export;

static void
export_free (gpointer data)
{
  Export *self = data;

  g_free (self->ledger);
  g_free (self->path);
  xc_query_free (self->query);
  g_free (self);
}

static gboolean
write_worker (gpointer data, GCancellable *cancellable, GError **error)
{
  Export *self = data;
  g_autoptr (XcStore) store = xc_store_open (self->ledger, XC_STORE_READ, error);
  g_autoptr (GArray) ids = store != NULL ? xc_query_ids (self->query, store, error) : NULL;
  g_autoptr (GHashTable) problems = g_hash_table_new (g_int64_hash, g_int64_equal);
  const XcListsOptions options = { .lists = self->lists,
                                   .n_lists = self->n_lists,
                                   .filter = { .problems = problems },
                                   .day = xc_today (),
                                   .cancellable = cancellable };

  if (ids == NULL)
    return FALSE;
  for (guint i = 0; i < ids->len; i++)
    g_hash_table_add (problems, &g_array_index (ids, gint64, i));
  /* The file chooser asked already whether a file may be replaced. */
  return xc_lists_write (store, &options, self->path, TRUE, &self->n_problems, error);
}

static void
written_cb (XcWindow *window, const GError *error, gpointer data)
{
  Export *self = data;

  if (error == NULL)
    xc_window_note_export (window, self->path);
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    xc_window_tell (GTK_WIDGET (window), _ ("Stopped: no workbook was written."));
  else
    xc_window_tell_error (GTK_WIDGET (window), error);
}

/* The chooser frees what it was given; the thread has its own. */
static void
begin (XcWindow *window, GFile *file, gpointer data)
{
  const Export *asked = data;
  Export *self = g_memdup2 (asked, sizeof *asked);

  self->ledger = g_strdup (asked->ledger);
  self->query = xc_query_copy (asked->query);
  self->path = g_file_get_path (file);
  xc_window_work (window, _ ("Writing the Lists…"), write_worker, written_cb, self, export_free);
}

static void
choose_file (XcWindow *window, XcStore *store, Export *self)
{
  static const char *const patterns[] = { "*.xlsx", NULL };
  const XcFileKind kind = { _ ("Workbooks"), patterns };
  char iso[XC_DAY_ISO_SIZE];
  g_autofree char *title =
      self->n_lists == 1 ? xc_problem_lists_dup_title (store, self->lists[0]) : g_strdup (_ ("Lists"));
  g_autofree char *name = g_strdup_printf ("%s %s.xlsx", title, xc_day_format_iso (xc_today (), iso));

  xc_choose_file_to_save_with (window, _ ("Export the Lists"), &kind, name, begin, self, export_free);
}

static void
response_cb (AdwMessageDialog *dialog, const char *response, XcRecordList *rows)
{
  GtkWidget *box = adw_message_dialog_get_extra_child (dialog);
  XcStore *store = g_object_get_data (G_OBJECT (dialog), "store");
  Export *self;
  guint i = 0;

  if (g_str_equal (response, TABLE))
    gtk_widget_activate_action (GTK_WIDGET (rows), "rows.export", NULL);
  if (!g_str_equal (response, LISTS))
    return;
  self = g_new0 (Export, 1);
  for (GtkWidget *check = gtk_widget_get_first_child (box); check != NULL;
       check = gtk_widget_get_next_sibling (check), i++)
    if (gtk_check_button_get_active (GTK_CHECK_BUTTON (check)))
      self->lists[self->n_lists++] = (XcList) i;
  self->ledger = g_strdup (xc_store_get_path (store));
  self->query = xc_record_list_dup_query (rows);
  choose_file (XC_WINDOW (gtk_window_get_transient_for (GTK_WINDOW (dialog))), store, self);
}

static void
toggled_cb (AdwMessageDialog *dialog)
{
  gboolean has_any = FALSE;

  for (GtkWidget *check = gtk_widget_get_first_child (adw_message_dialog_get_extra_child (dialog));
       check != NULL; check = gtk_widget_get_next_sibling (check))
    has_any |= gtk_check_button_get_active (GTK_CHECK_BUTTON (check));
  adw_message_dialog_set_response_enabled (dialog, LISTS, has_any);
}

static GtkWidget *
make_checks (AdwMessageDialog *dialog, XcStore *store, XcList list)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_widget_set_halign (box, GTK_ALIGN_CENTER);
  for (guint i = 0; i < XC_N_LISTS; i++)
    {
      g_autofree char *title = xc_problem_lists_dup_title (store, (XcList) i);
      GtkWidget *check = gtk_check_button_new_with_label (title);

      gtk_check_button_set_active (GTK_CHECK_BUTTON (check), i == list);
      g_signal_connect_object (check, "toggled", G_CALLBACK (toggled_cb), dialog, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (box), check);
    }
  return box;
}

/**
 * xc_lists_export_ask:
 * @rows: the list that shows the problems
 * @store: its ledger
 * @list: as which list it shows them
 *
 * Asks which of the three lists are wanted, as the office lays them out, or else the columns that are shown; then where
 * to. Writes in a thread that can be stopped, and notes in the history that rows left the ledger.
 */
void
xc_lists_export_ask (XcRecordList *rows, XcStore *store, XcList list)
{
  guint n = xc_record_list_get_n_rows (rows);
  GtkWidget *dialog =
      adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (rows))), _ ("Export"), NULL);

  adw_message_dialog_format_body (
      ADW_MESSAGE_DIALOG (dialog),
      /* translators: %'u is a number of problems */
      g_dngettext (GETTEXT_PACKAGE, "%'u problem is shown. The lists hold it as the office lays them out.",
                   "%'u problems are shown. The lists hold them as the office lays them out.", n),
      n);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), TABLE,
                                    _ ("As _Shown"), LISTS, _ ("Export _Lists"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), LISTS, ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), LISTS);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog),
                                      make_checks (ADW_MESSAGE_DIALOG (dialog), store, list));
  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (dialog), LISTS, n > 0);
  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (dialog), TABLE, n > 0);
  g_object_set_data_full (G_OBJECT (dialog), "store", g_object_ref (store), g_object_unref);
  g_signal_connect_object (dialog, "response", G_CALLBACK (response_cb), rows, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}
