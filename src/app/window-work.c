/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/window-work.h"

#include <glib/gi18n-lib.h>

#include "app/window-private.h"

#define PULSE_MS 100

typedef struct
{
  XcWorkFunc function;
  XcWorkDoneFunc done;
  gpointer data;
  GDestroyNotify free_data;
  char *view; /* what the window showed before */
  guint pulse;
} Work;

static void
work_free (Work *work)
{
  g_clear_handle_id (&work->pulse, g_source_remove);
  if (work->free_data != NULL)
    work->free_data (work->data);
  g_free (work->view);
  g_free (work);
}

static gboolean
pulse_cb (gpointer data)
{
  gtk_progress_bar_pulse (XC_WINDOW (data)->busy_bar);
  return G_SOURCE_CONTINUE;
}

static void
work_worker (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Work *work = data;
  GError *error = NULL;

  if (work->function (work->data, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
work_ready_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  XcWindow *self = XC_WINDOW (object);
  Work *work = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;

  g_task_propagate_boolean (G_TASK (result), &error);
  g_clear_handle_id (&work->pulse, g_source_remove);
  g_clear_object (&self->work);
  gtk_stack_set_visible_child_name (self->views, work->view);
  xc_window_update_actions (self);
  work->done (self, error, work->data);
}

static void
cancel_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  XcWindow *self = XC_WINDOW (widget);

  adw_status_page_set_title (self->busy_page, _ ("Stopping…"));
  g_cancellable_cancel (self->work);
  gtk_widget_action_set_enabled (widget, "win.cancel-work", FALSE);
}

void
xc_window_install_work (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.cancel-work", NULL, cancel_action);
}

/**
 * xc_window_work:
 * @self: a window that does no work yet
 * @words: (translated): what is being done
 * @function: does it, in a thread
 * @done: called in the main thread when it ended
 * @data: for both
 * @free_data: (nullable): frees @data after @done
 *
 * Does what takes long while the window shows that it goes on and how to stop it.
 */
void
xc_window_work (XcWindow *self, const char *words, XcWorkFunc function, XcWorkDoneFunc done, gpointer data,
                GDestroyNotify free_data)
{
  Work *work = g_new0 (Work, 1);
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (self->work == NULL);
  work->function = function;
  work->done = done;
  work->data = data;
  work->free_data = free_data;
  work->view = g_strdup (gtk_stack_get_visible_child_name (self->views));
  work->pulse = g_timeout_add (PULSE_MS, pulse_cb, self);
  self->work = g_cancellable_new ();
  adw_status_page_set_title (self->busy_page, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->busy_bar), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_stack_set_visible_child_name (self->views, "busy");
  xc_window_update_actions (self);
  task = g_task_new (self, self->work, work_ready_cb, NULL);
  /* What was finished in spite of being stopped is told as finished. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, work, (GDestroyNotify) work_free);
  g_task_run_in_thread (task, work_worker);
}
