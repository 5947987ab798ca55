/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a window comes to its ledger: opened, made anew, or the example. */
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "app/file-chooser.h"
#include "app/start/new-ledger-window.h"
#include "app/window-private.h"
#include "app/window-work.h"
#include "intake/example.h"

/* In the window that has it already, in this one if it has none, or in a new one. */
static void
show_file (XcWindow *self, GFile *file)
{
  xc_application_show_file (XC_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))), file);
}

static void
read_response_cb (XcWindow *self, const char *response, GtkWidget *dialog)
{
  GFile *file = g_object_get_data (G_OBJECT (dialog), "file");
  g_autofree char *path = g_file_get_path (file);
  g_autoptr (XcStore) store = NULL;
  g_autoptr (GError) error = NULL;

  if (g_strcmp0 (response, "read") != 0)
    return;
  store = xc_store_open (path, XC_STORE_READ, &error);
  if (store != NULL)
    xc_window_take_store (self, store, file);
  else
    xc_window_tell_error (GTK_WIDGET (self), error);
}

static void
offer_reading (XcWindow *self, GFile *file, const GError *error)
{
  GtkWidget *widget =
      adw_message_dialog_new (GTK_WINDOW (self), _ ("It Can Only Be Read Now"), error->message);
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (widget);

  adw_message_dialog_add_responses (dialog, "close", _ ("_Cancel"), "read", _ ("_Open for Reading"), NULL);
  adw_message_dialog_set_default_response (dialog, "read");
  g_object_set_data_full (G_OBJECT (dialog), "file", g_object_ref (file), g_object_unref);
  g_signal_connect_object (dialog, "response", G_CALLBACK (read_response_cb), self, G_CONNECT_SWAPPED);
  xc_window_present_over (GTK_WINDOW (dialog));
}

/**
 * xc_window_open_file:
 * @self: a window without a ledger
 * @file: a ledger
 *
 * Opens it for writing. Says why when that is not possible, and offers to open it for reading when it may be read.
 */
void
xc_window_open_file (XcWindow *self, GFile *file)
{
  g_autofree char *path = g_file_get_path (file);
  g_autoptr (XcStore) store = NULL;
  g_autoptr (GError) error = NULL;

  store = xc_store_open (path, XC_STORE_WRITE, &error);
  if (store != NULL)
    xc_window_take_store (self, store, file);
  else if (g_error_matches (error, XC_STORE_ERROR, XC_STORE_ERROR_IN_USE)
           || g_error_matches (error, XC_STORE_ERROR, XC_STORE_ERROR_TOO_NEW)
           || g_error_matches (error, XC_STORE_ERROR, XC_STORE_ERROR_READ_ONLY))
    offer_reading (self, file, error);
  else
    xc_window_offer_restoring (self, file, error);
}

/* A ledger that could not be begun is not left behind. */
static gboolean
make_ledger (const char *path, const XcNewLedger *answers, GError **error)
{
  g_autoptr (XcStore) store = xc_store_create (path, error);

  if (store == NULL)
    return FALSE;
  if (xc_new_ledger_fill (answers, store, error))
    return TRUE;
  g_unlink (xc_store_get_path (store));
  return FALSE;
}

static void
create_file (XcWindow *self, GFile *file)
{
  g_autoptr (XcNewLedger) answers = g_steal_pointer (&self->new_ledger);
  g_autofree char *path = g_file_get_path (file);
  g_autoptr (GError) error = NULL;
  XcWindow *window;

  if (!make_ledger (path, answers, &error))
    {
      xc_window_tell_error (GTK_WIDGET (self), error);
      return;
    }
  xc_dialog_drop_draft (NULL, XC_NEW_LEDGER_DRAFT);
  window = xc_application_show_file (XC_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))), file);
  xc_window_show_page (window, "organizations");
  if (answers->imports)
    gtk_widget_activate_action (GTK_WIDGET (window), "win.import", NULL);
  else
    gtk_widget_activate_action (gtk_stack_get_visible_child (window->pages), "page.new", NULL);
}

/* A ledger that could not be filled is not left behind: it would look as if the example were empty. */
static gboolean
make_example (gpointer data, GCancellable *cancellable, GError **error)
{
  g_autofree char *path = g_file_get_path (data);
  g_autoptr (XcStore) store = xc_store_create (path, error);

  if (store == NULL)
    return FALSE;
  if (xc_example_fill (store, error) && !g_cancellable_set_error_if_cancelled (cancellable, error))
    return TRUE;
  g_unlink (xc_store_get_path (store));
  return FALSE;
}

static void
example_made_cb (XcWindow *self, const GError *error, gpointer data)
{
  if (error == NULL)
    show_file (self, data);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    xc_window_tell_error (GTK_WIDGET (self), error);
}

static void
begin_example (XcWindow *self, GFile *file)
{
  xc_window_work (self, _ ("Making the Example…"), make_example, example_made_cb, g_object_ref (file),
                  g_object_unref);
}

static const char *const ledger_patterns[] = { "*.xuncha", NULL };

static void
open_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const XcFileKind kind = { _ ("Ledgers"), ledger_patterns };

  xc_choose_file_to_open (XC_WINDOW (widget), _ ("Open a Ledger"), &kind, show_file);
}

static void
answers_accepted_cb (XcNewLedgerWindow *asking, XcWindow *self)
{
  const XcFileKind kind = { _ ("Ledgers"), ledger_patterns };

  g_clear_pointer (&self->new_ledger, xc_new_ledger_free);
  self->new_ledger = xc_new_ledger_window_dup_answers (asking);
  xc_choose_file_to_save (self, _ ("Where to Keep the Ledger"), &kind, _ ("ledger.xuncha"), create_file);
}

static void
new_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  XcNewLedgerWindow *asking = xc_new_ledger_window_new (GTK_WINDOW (widget));

  g_signal_connect_object (asking, "accepted", G_CALLBACK (answers_accepted_cb), widget, 0);
  gtk_window_present (GTK_WINDOW (asking));
}

static void
example_response_cb (XcWindow *self, const char *response)
{
  const XcFileKind kind = { _ ("Ledgers"), ledger_patterns };

  if (g_strcmp0 (response, "keep") == 0)
    xc_choose_file_to_save (self, _ ("Where to Keep the Example"), &kind, _ ("example.xuncha"),
                            begin_example);
  else if (g_strcmp0 (response, "look") == 0)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *folder = g_dir_make_tmp ("xuncha-example-XXXXXX", &error);
      g_autoptr (GFile) file = NULL;

      if (folder == NULL)
        {
          xc_window_tell_error (GTK_WIDGET (self), error);
          return;
        }
      file = g_file_new_build_filename (folder, _ ("example.xuncha"), NULL);
      begin_example (self, file);
    }
}

static void
example_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (
      adw_message_dialog_new (GTK_WINDOW (widget), _ ("See an Example"),
                              _ ("The example is a district that does not exist, with a term almost at its "
                                 "end. Try out in it whatever you "
                                 "like. It is put among the temporary files, unless you want to keep it.")));

  adw_message_dialog_add_responses (dialog, "close", _ ("_Cancel"), "keep", _ ("_Keep It…"), "look",
                                    _ ("_Look Around"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "look", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, "look");
  g_signal_connect_object (dialog, "response", G_CALLBACK (example_response_cb), widget, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

void
xc_window_install_opening (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.open", NULL, open_action);
  gtk_widget_class_install_action (widget_class, "win.new", NULL, new_action);
  gtk_widget_class_install_action (widget_class, "win.example", NULL, example_action);
}
