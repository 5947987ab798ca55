/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Undo and redo: at once what is small, in a thread what would hold the window up. */
#include <glib/gi18n-lib.h>

#include "app/window-private.h"
#include "app/window-work.h"
#include "store/history.h"

/* Some thousand rows, which take a fraction of a tenth of a second. */
#define SMALL_BYTES 200000

typedef struct
{
  XcStore *store;
  gboolean is_undo;
  char *title; /* of what was undone or done again */
} Undoing;

static void
undoing_free (gpointer data)
{
  Undoing *self = data;

  g_object_unref (self->store);
  g_free (self->title);
  g_free (self);
}

static void
cancelled_cb (GCancellable *cancellable, gpointer data)
{
  xc_database_interrupt (xc_store_get_database (data));
}

static gboolean
undo_worker (gpointer data, GCancellable *cancellable, GError **error)
{
  Undoing *self = data;
  gulong handler = 0;
  gboolean done;

  if (cancellable != NULL)
    handler = g_cancellable_connect (cancellable, G_CALLBACK (cancelled_cb), self->store, NULL);
  done = (self->is_undo ? xc_store_undo : xc_store_redo) (self->store, &self->title, error);
  g_cancellable_disconnect (cancellable, handler);
  return done;
}

static void
undone_cb (XcWindow *window, const GError *error, gpointer data)
{
  Undoing *self = data;
  g_autofree char *sentence = NULL;

  if (error != NULL)
    {
      xc_window_tell_error (GTK_WIDGET (window), error);
      return;
    }
  /* translators: %s is the name of an action */
  sentence = g_strdup_printf (self->is_undo ? _ ("Undone: %s") : _ ("Done again: %s"), self->title);
  xc_window_tell (GTK_WIDGET (window), sentence);
}

/* An import of the whole term is undone as any action is, but takes seconds. */
static gboolean
is_small (const Undoing *self)
{
  XcDatabase *database = xc_store_get_database (self->store);
  gint64 seq = 0, n_bytes = 0;

  return !(self->is_undo ? xc_history_find_undoable : xc_history_find_redoable) (database, &seq, NULL)
         || seq == 0 || !xc_history_get_size (database, seq, &n_bytes, NULL) || n_bytes < SMALL_BYTES;
}

static void
undo_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  XcWindow *self = XC_WINDOW (widget);
  Undoing *undoing = g_new0 (Undoing, 1);
  g_autoptr (GError) error = NULL;

  undoing->store = g_object_ref (self->store);
  undoing->is_undo = g_str_equal (name, "win.undo");
  if (!is_small (undoing))
    {
      xc_window_work (self, undoing->is_undo ? _ ("Undoing") : _ ("Doing It Again"), undo_worker, undone_cb,
                      undoing, undoing_free);
      return;
    }
  undo_worker (undoing, NULL, &error);
  undone_cb (self, error, undoing);
  undoing_free (undoing);
}

void
xc_window_install_undo (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "win.redo", NULL, undo_action);
}
