/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/print/print-job.h"

#include <glib/gi18n-lib.h>

#include "app/print/print-preview.h"
#include "app/print/print-setup.h"
#include "app/window.h"
#include "report/outgoing.h"

typedef struct
{
  GtkWidget *window; /* that tells how it went; weak */
  XcStore *store;
  XcPages *pages;
  guint n_drawn;
  gboolean is_preview; /* nothing comes on paper */
} PrintJob;

static void
print_job_free (gpointer data, GClosure *closure)
{
  PrintJob *self = data;

  g_clear_weak_pointer (&self->window);
  g_object_unref (self->store);
  xc_pages_unref (self->pages);
  g_free (self);
}

static void
begin_cb (GtkPrintOperation *operation, GtkPrintContext *context, PrintJob *self)
{
  self->n_drawn = 0;
  xc_pages_begin (self->pages, gtk_print_context_get_width (context), gtk_print_context_get_height (context));
}

static gboolean
paginate_cb (GtkPrintOperation *operation, GtkPrintContext *context, PrintJob *self)
{
  gboolean is_whole;
  g_autoptr (GError) error = NULL;

  if (!xc_pages_go_on (self->pages, &is_whole, &error))
    {
      gtk_print_operation_set_n_pages (operation, 1);
      gtk_print_operation_cancel (operation);
      if (self->window != NULL)
        xc_window_tell_error (self->window, error);
      return TRUE;
    }
  if (!is_whole)
    return FALSE;
  gtk_print_operation_set_n_pages (operation, (int) xc_pages_get_n (self->pages));
  return TRUE;
}

static void
draw_cb (GtkPrintOperation *operation, GtkPrintContext *context, int page, PrintJob *self)
{
  GtkPrintSettings *settings = gtk_print_operation_get_print_settings (operation);
  gboolean is_grey = settings != NULL && gtk_print_settings_has_key (settings, GTK_PRINT_SETTINGS_USE_COLOR)
                     && !gtk_print_settings_get_use_color (settings);
  g_autoptr (XcPicture) picture = xc_pages_lay_out (self->pages, (guint) page);

  xc_picture_draw (picture, is_grey ? XC_PALETTE_GREY : XC_PALETTE_LIGHT,
                   gtk_print_context_get_cairo_context (context));
  self->n_drawn++;
}

static gboolean
end_preview_cb (gpointer preview)
{
  gtk_print_operation_preview_end_preview (preview);
  return G_SOURCE_REMOVE;
}

static void
ready_cb (GtkPrintOperationPreview *preview)
{
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, end_preview_cb, g_object_ref (preview), g_object_unref);
}

/* The dialog has a button for it; the preview is ours, as there may be no program for it. It opens when the toolkit has
 * done with the pages, which wants something to draw on even so. */
static gboolean
preview_cb (GtkPrintOperation *operation, GtkPrintOperationPreview *preview, GtkPrintContext *context,
            GtkWindow *parent, PrintJob *self)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, 1, 1);
  cairo_t *cr = cairo_create (surface);

  self->is_preview = TRUE;
  gtk_print_context_set_cairo_context (context, cr, 72, 72);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  g_signal_connect (preview, "ready", G_CALLBACK (ready_cb), NULL);
  return TRUE;
}

/* What was printed is in the history, and is told. */
static void
tell_printed (PrintJob *self)
{
  g_autofree char *sentence = NULL;
  g_autoptr (GError) error = NULL;

  /* Told even where nothing can be noted: a ledger that is open for reading only. */
  if (xc_store_is_writable (self->store)
      && !xc_outgoing_note_print (self->store, xc_pages_get_title (self->pages), self->n_drawn, &error))
    {
      if (self->window != NULL)
        xc_window_tell_error (self->window, error);
      return;
    }
  sentence = g_strdup_printf (
      /* translators: %1$s is the title of what was printed, %2$u a number of pages */
      g_dngettext (GETTEXT_PACKAGE, "“%1$s” was given to the printer: %2$u page.",
                   "“%1$s” was given to the printer: %2$u pages.", self->n_drawn),
      xc_pages_get_title (self->pages), self->n_drawn);
  if (self->window != NULL)
    xc_window_tell (self->window, sentence);
}

static void
tell_failed (GtkWidget *window, const GError *error)
{
  g_autoptr (GError) told = NULL;

  if (window == NULL)
    return;
  /* translators: %s is what the printing system says */
  g_set_error (
      &told, error->domain, error->code,
      _ ("Printing failed: %s. Look whether the printer is switched on and chosen, or print to a file."),
      error->message);
  xc_window_tell_error (window, told);
}

static void
done_cb (GtkPrintOperation *operation, GtkPrintOperationResult result, PrintJob *self)
{
  g_autoptr (GError) error = NULL;

  switch (result)
    {
    case GTK_PRINT_OPERATION_RESULT_APPLY:
      if (self->is_preview)
        {
          if (self->window != NULL)
            xc_print_job_preview (self->window, self->store, self->pages);
          return;
        }
      xc_print_setup_save (gtk_print_operation_get_print_settings (operation),
                           gtk_print_operation_get_default_page_setup (operation));
      tell_printed (self);
      return;
    case GTK_PRINT_OPERATION_RESULT_ERROR:
      gtk_print_operation_get_error (operation, &error);
      tell_failed (self->window, error);
      return;
    case GTK_PRINT_OPERATION_RESULT_CANCEL:
    case GTK_PRINT_OPERATION_RESULT_IN_PROGRESS:
    default:
      return;
    }
}

/* The last reference goes when the desktop has taken the pages. */
static void
release_cb (GtkPrintOperation *operation)
{
  g_object_unref (operation);
}

static void
connect_job (GtkPrintOperation *operation, PrintJob *self)
{
  g_signal_connect (operation, "begin-print", G_CALLBACK (begin_cb), self);
  g_signal_connect (operation, "paginate", G_CALLBACK (paginate_cb), self);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_cb), self);
  g_signal_connect (operation, "preview", G_CALLBACK (preview_cb), self);
  g_signal_connect_data (operation, "done", G_CALLBACK (done_cb), self, print_job_free, 0);
  g_signal_connect_after (operation, "done", G_CALLBACK (release_cb), NULL);
}

/**
 * xc_print_job_run:
 * @widget: a widget in the window that asks
 * @store: the ledger that @pages are from, and whose history notes that they were printed
 * @pages: what is printed
 *
 * Asks for printer and paper, and prints; returns at once, and tells in the window how it went.
 */
void
xc_print_job_run (GtkWidget *widget, XcStore *store, XcPages *pages)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) page = xc_print_setup_load_page ();
  g_autoptr (GtkPrintSettings) settings = xc_print_setup_load_settings ();
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *window = GTK_IS_WINDOW (root) ? GTK_WIDGET (root) : NULL;
  PrintJob *self = g_new0 (PrintJob, 1);
  const char *documents = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);
  g_autofree char *name = g_strdup (xc_pages_get_title (pages));
  g_autoptr (GError) error = NULL;

  g_set_weak_pointer (&self->window, window);
  self->store = g_object_ref (store);
  self->pages = xc_pages_ref (pages);
  gtk_print_settings_set (settings, GTK_PRINT_SETTINGS_OUTPUT_BASENAME, g_strdelimit (name, "/\\", ' '));
  gtk_print_settings_set (settings, GTK_PRINT_SETTINGS_OUTPUT_DIR,
                          documents != NULL ? documents : g_get_home_dir ());
  gtk_print_operation_set_print_settings (operation, settings);
  gtk_print_operation_set_default_page_setup (operation, page);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_job_name (operation, xc_pages_get_title (pages));
  gtk_print_operation_set_show_progress (operation, TRUE);
  gtk_print_operation_set_allow_async (operation, TRUE);
  connect_job (operation, self);
  if (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, GTK_WINDOW (window),
                               &error)
      == GTK_PRINT_OPERATION_RESULT_ERROR)
    tell_failed (window, error);
}

/**
 * xc_print_job_preview:
 * @widget: a widget in the window that asks
 * @store: the ledger that @pages are from
 * @pages: what may be printed
 *
 * Shows the pages as they would come on paper.
 */
void
xc_print_job_preview (GtkWidget *widget, XcStore *store, XcPages *pages)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  if (GTK_IS_WINDOW (root))
    gtk_window_present (xc_print_preview_new (GTK_WINDOW (root), store, pages));
}
