/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a window gives its ledger back to what a backup holds. */
#include <glib/gi18n-lib.h>

#include "app/restore/restore-dialog.h"
#include "app/window-private.h"
#include "app/window-work.h"
#include "store/backup-folder.h"
#include "store/restore.h"

typedef struct
{
  GFile *ledger;
  char *backup;
} Restoring;

static void
restoring_free (gpointer data)
{
  Restoring *restoring = data;

  g_object_unref (restoring->ledger);
  g_free (restoring->backup);
  g_free (restoring);
}

static gboolean
restore_worker (gpointer data, GCancellable *cancellable, GError **error)
{
  Restoring *restoring = data;
  g_autofree char *path = g_file_get_path (restoring->ledger);

  return xc_backup_restore (path, restoring->backup, error);
}

/* Restored or not, the window shows the ledger again. */
static void
restored_cb (XcWindow *self, const GError *error, gpointer data)
{
  Restoring *restoring = data;

  xc_window_open_file (self, restoring->ledger);
  if (error != NULL)
    xc_window_tell_error (GTK_WIDGET (self), error);
  else
    xc_window_tell (GTK_WIDGET (self),
                    _ ("The backup is restored; what was there before is among the backups."));
}

static void
accepted_cb (XcRestoreDialog *dialog, const char *backup, XcWindow *self)
{
  Restoring *restoring = g_new0 (Restoring, 1);

  restoring->ledger = g_object_ref (g_object_get_data (G_OBJECT (dialog), "file"));
  restoring->backup = g_strdup (backup);
  /* Nobody may have the ledger open while another file takes its place. */
  if (self->store != NULL)
    {
      xc_page_settle (XC_PAGE (gtk_stack_get_visible_child (self->pages)));
      xc_window_take_store (self, NULL, NULL);
    }
  gtk_stack_set_visible_child_name (self->views, "start");
  xc_window_work (self, _ ("Restoring the Backup…"), restore_worker, restored_cb, restoring, restoring_free);
}

static void
present_dialog (XcWindow *self, GFile *file)
{
  g_autofree char *path = g_file_get_path (file);
  XcRestoreDialog *dialog = xc_restore_dialog_new (GTK_WINDOW (self), path);

  g_object_set_data_full (G_OBJECT (dialog), "file", g_object_ref (file), g_object_unref);
  g_signal_connect_object (dialog, "accepted", G_CALLBACK (accepted_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
restore_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  present_dialog (XC_WINDOW (widget), XC_WINDOW (widget)->file);
}

static void
response_cb (XcWindow *self, const char *response, GtkWidget *dialog)
{
  if (g_strcmp0 (response, "restore") == 0)
    present_dialog (self, g_object_get_data (G_OBJECT (dialog), "file"));
}

/**
 * xc_window_offer_restoring:
 * @self: a window without a ledger
 * @file: a ledger that could not be opened
 * @error: why
 *
 * Says it, and offers the backups of the ledger when there are any.
 */
void
xc_window_offer_restoring (XcWindow *self, GFile *file, const GError *error)
{
  g_autofree char *path = g_file_get_path (file);
  g_autoptr (GPtrArray) backups = path != NULL ? xc_backup_list (path, NULL) : NULL;
  AdwMessageDialog *dialog;

  if (backups == NULL || backups->len == 0)
    {
      xc_window_tell_error (GTK_WIDGET (self), error);
      return;
    }
  dialog = ADW_MESSAGE_DIALOG (
      adw_message_dialog_new (GTK_WINDOW (self), _ ("That Could Not Be Done"), error->message));
  adw_message_dialog_add_responses (dialog, "close", _ ("_Close"), "restore", _ ("_Restore a Backup…"), NULL);
  g_object_set_data_full (G_OBJECT (dialog), "file", g_object_ref (file), g_object_unref);
  g_signal_connect_object (dialog, "response", G_CALLBACK (response_cb), self, G_CONNECT_SWAPPED);
  xc_window_present_over (GTK_WINDOW (dialog));
}

void
xc_window_install_restoring (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.restore", NULL, restore_action);
}
