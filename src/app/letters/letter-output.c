/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/letters/letter-output.h"

#include <glib/gi18n-lib.h>

#include "app/file-chooser.h"
#include "app/print/print-job.h"
#include "app/window-work.h"
#include "report/letter-pages.h"

typedef struct
{
  char *ledger;
  GArray *ids;
  char *path;       /* of the file, or of the folder for one each */
  gboolean is_each; /* one file a letter */
  guint n_written;
} Saving;

static void
saving_free (gpointer data)
{
  Saving *self = data;

  g_free (self->ledger);
  g_array_unref (self->ids);
  g_free (self->path);
  g_free (self);
}

static GPtrArray *
load (XcStore *store, const GArray *ids, GError **error)
{
  return xc_letters_load (store, (const gint64 *) (gconstpointer) ids->data, ids->len, error);
}

static XcPages *
make_pages (XcWindow *window, const GArray *ids)
{
  XcStore *store = xc_window_get_store (window);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) letters = load (store, ids, &error);
  XcPages *pages = letters != NULL ? xc_letter_pages_new (store, letters, &error) : NULL;

  if (pages == NULL)
    xc_window_tell_error (GTK_WIDGET (window), error);
  return pages;
}

/**
 * xc_letter_output_preview:
 * @window: a window
 * @ids: (element-type gint64): letters that were issued; at least one
 *
 * Shows them as they would come on paper.
 */
void
xc_letter_output_preview (XcWindow *window, const GArray *ids)
{
  g_autoptr (XcPages) pages = make_pages (window, ids);

  if (pages != NULL)
    xc_print_job_preview (GTK_WIDGET (window), xc_window_get_store (window), pages);
}

/**
 * xc_letter_output_print:
 * @window: a window
 * @ids: (element-type gint64): letters that were issued; at least one
 */
void
xc_letter_output_print (XcWindow *window, const GArray *ids)
{
  g_autoptr (XcPages) pages = make_pages (window, ids);

  if (pages != NULL)
    xc_print_job_run (GTK_WIDGET (window), xc_window_get_store (window), pages);
}

static gboolean
save_worker (gpointer data, GCancellable *cancellable, GError **error)
{
  Saving *self = data;
  g_autoptr (XcStore) store = xc_store_open (self->ledger, XC_STORE_READ, error);
  g_autoptr (GPtrArray) letters = store != NULL ? load (store, self->ids, error) : NULL;
  g_autoptr (XcPages) pages = NULL;

  if (letters == NULL || g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  /* Whoever chose the folder was not asked about the files in it. */
  if (self->is_each)
    return xc_letter_pages_write_each (store, letters, self->path, FALSE, &self->n_written, error);
  pages = xc_letter_pages_new (store, letters, error);
  return pages != NULL && xc_pages_write (pages, XC_PAGE_A4_SHORT, XC_PAGE_A4_LONG, self->path, TRUE, error);
}

static void
saved_cb (XcWindow *window, const GError *error, gpointer data)
{
  Saving *self = data;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (error != NULL)
    xc_window_tell_error (GTK_WIDGET (window), error);
  /* What was written before one failed has left the ledger as well. */
  if (error == NULL || self->n_written > 0)
    xc_window_note_export (window, self->path);
}

static void
begin_saving (XcWindow *window, GFile *file, gpointer data)
{
  const Saving *asked = data;
  Saving *self = g_new0 (Saving, 1);

  self->ledger = g_strdup (asked->ledger);
  self->ids = g_array_ref (asked->ids);
  self->is_each = asked->is_each;
  self->path = g_file_get_path (file);
  xc_window_work (window, _ ("Writing the Letters…"), save_worker, saved_cb, self, saving_free);
}

static Saving *
new_saving (XcWindow *window, const GArray *ids, gboolean is_each)
{
  Saving *self = g_new0 (Saving, 1);

  self->ledger = g_strdup (xc_store_get_path (xc_window_get_store (window)));
  self->ids = g_array_copy ((GArray *) ids);
  self->is_each = is_each;
  return self;
}

/**
 * xc_letter_output_save:
 * @window: a window
 * @ids: (element-type gint64): letters that were issued; at least one
 *
 * Asks for a file and writes all of them into it.
 */
void
xc_letter_output_save (XcWindow *window, const GArray *ids)
{
  static const char *const patterns[] = { "*.pdf", NULL };
  const XcFileKind kind = { _ ("PDF files"), patterns };
  g_autoptr (GPtrArray) letters = load (xc_window_get_store (window), ids, NULL);
  g_autofree char *name = NULL;

  if (letters != NULL && letters->len == 1)
    name = xc_letter_pages_dup_file_name (letters->pdata[0]);
  xc_choose_file_to_save_with (window, _ ("Save the Letters"), &kind, name != NULL ? name : _ ("letters.pdf"),
                               begin_saving, new_saving (window, ids, FALSE), saving_free);
}

/**
 * xc_letter_output_save_each:
 * @window: a window
 * @ids: (element-type gint64): letters that were issued; at least one
 *
 * Asks for a folder and writes a file for each letter into it.
 */
void
xc_letter_output_save_each (XcWindow *window, const GArray *ids)
{
  xc_choose_folder_with (window, _ ("Save a File for Each Letter"), begin_saving,
                         new_saving (window, ids, TRUE), saving_free);
}
