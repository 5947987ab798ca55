/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One thread at a time and one connection of its own that only reads. A reader keeps a writer from finishing, so it is
 * interrupted when the ledger is about to be written to, and whatever was asked is asked again afterwards. */
#include "store/seeker.h"

/* One question on its way; the thread has it, and the seeker only looks at it. */
typedef struct
{
  XcSeeker *seeker; /* NULL once nobody wants the answer */
  XcStore *reader;  /* owned while the thread has it */
  XcQuery *query;
} Seek;

struct _XcSeeker
{
  /* Owned */
  XcStore *store;
  XcStore *reader; /* NULL until the first question, and while a thread has it */
  XcQuery *query;  /* what is asked, or NULL */

  /* Borrowed */
  Seek *running;

  XcSeekerFunc function;
  gpointer data;
  gulong changed_handler;
  gulong writing_handler;
  gboolean is_stale; /* the running question is not the last one, or the ledger has changed since */
};

static void
seek_free (gpointer data)
{
  Seek *self = data;

  g_clear_object (&self->reader);
  xc_query_free (self->query);
  g_free (self);
}

static void
seek_worker (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Seek *seek = data;
  GError *error = NULL;
  GArray *ids = xc_query_ids (seek->query, seek->reader, &error);

  if (ids != NULL)
    g_task_return_pointer (task, ids, (GDestroyNotify) g_array_unref);
  else
    g_task_return_error (task, error);
}

static void start (XcSeeker *self);

static void
ready_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Seek *seek = g_task_get_task_data (G_TASK (result));
  XcSeeker *self = seek->seeker;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = g_task_propagate_pointer (G_TASK (result), &error);

  if (self == NULL)
    return;
  self->running = NULL;
  self->reader = g_steal_pointer (&seek->reader);
  if (self->query == NULL)
    return;
  if (self->is_stale)
    {
      start (self);
      return;
    }
  g_clear_pointer (&self->query, xc_query_free);
  self->function (ids, error, self->data);
}

static void
start (XcSeeker *self)
{
  g_autoptr (GTask) task = NULL;
  g_autoptr (GError) error = NULL;
  Seek *seek;

  self->is_stale = FALSE;
  if (self->reader == NULL)
    self->reader = xc_store_open (xc_store_get_path (self->store), XC_STORE_READ, &error);
  if (self->reader == NULL)
    {
      g_clear_pointer (&self->query, xc_query_free);
      self->function (NULL, error, self->data);
      return;
    }
  seek = g_new0 (Seek, 1);
  seek->seeker = self;
  seek->reader = g_steal_pointer (&self->reader);
  seek->query = xc_query_copy (self->query);
  task = g_task_new (NULL, NULL, ready_cb, NULL);
  g_task_set_task_data (task, seek, seek_free);
  self->running = seek;
  g_task_run_in_thread (task, seek_worker);
}

/* The answer that is on its way is not wanted any more. */
static void
interrupt (XcSeeker *self)
{
  if (self->running == NULL)
    return;
  self->is_stale = TRUE;
  xc_database_interrupt (xc_store_get_database (self->running->reader));
}

/**
 * xc_seeker_new:
 * @store: a ledger
 *
 * Returns: (transfer full): nothing is asked yet
 */
XcSeeker *
xc_seeker_new (XcStore *store)
{
  XcSeeker *self = g_new0 (XcSeeker, 1);

  self->store = g_object_ref (store);
  self->writing_handler = g_signal_connect_swapped (store, "writing", G_CALLBACK (interrupt), self);
  self->changed_handler = g_signal_connect_swapped (store, "changed", G_CALLBACK (interrupt), self);
  return self;
}

void
xc_seeker_free (XcSeeker *self)
{
  interrupt (self);
  if (self->running != NULL)
    self->running->seeker = NULL;
  g_clear_signal_handler (&self->writing_handler, self->store);
  g_clear_signal_handler (&self->changed_handler, self->store);
  g_clear_object (&self->reader);
  g_clear_object (&self->store);
  g_clear_pointer (&self->query, xc_query_free);
  g_free (self);
}

/**
 * xc_seeker_seek:
 * @self: a seeker
 * @query: what is sought
 * @function: called with the answer, once, unless something else is sought before, or xc_seeker_stop() is called
 * @data: for @function
 *
 * The answer is that of the ledger as it is when it comes: what is written meanwhile is found.
 */
void
xc_seeker_seek (XcSeeker *self, const XcQuery *query, XcSeekerFunc function, gpointer data)
{
  g_clear_pointer (&self->query, xc_query_free);
  self->query = xc_query_copy (query);
  self->function = function;
  self->data = data;
  if (self->running != NULL)
    interrupt (self);
  else
    start (self);
}

void
xc_seeker_stop (XcSeeker *self)
{
  g_clear_pointer (&self->query, xc_query_free);
  interrupt (self);
}
