/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One thread at a time and one connection of its own that only reads. A reader keeps a writer from finishing, so it is
 * interrupted when the ledger is about to be written to, and whatever was asked is asked again afterwards. */
#include "store/reader.h"

#include <malloc.h>

/* How long a reader keeps what it read of the file, in milliseconds. */
#define REST_MS 2000

/* What is asked; the thread reads it while another question may take its place. */
typedef struct
{
  const XcReaderKind *kind;
  gpointer question;
} Asked;

/* One question on its way; the thread has it, and the reader only looks at it. */
typedef struct
{
  XcReader *reader; /* NULL once nobody wants the answer */
  XcStore *store;   /* owned while the thread has it */
  Asked *asked;
  GCancellable *cancellable;
} Reading;

struct _XcReader
{
  /* Owned */
  XcStore *store;
  XcStore *connection; /* NULL until the first question, and while a thread has it */
  Asked *asked;        /* NULL when nothing is asked */

  /* Borrowed */
  Reading *running;

  XcReaderDoneFunc done;
  gpointer data;
  gulong changed_handler;
  gulong writing_handler;
  guint resting;     /* source, or 0: nothing was asked for a while then */
  gboolean is_stale; /* the running question is not the last one, or the ledger has changed since */
};

static void
asked_clear (gpointer data)
{
  Asked *self = data;

  if (self->kind->free_question != NULL)
    self->kind->free_question (self->question);
}

static void
asked_unref (Asked *self)
{
  g_atomic_rc_box_release_full (self, asked_clear);
}

static void
reading_free (gpointer data)
{
  Reading *self = data;

  g_clear_object (&self->store);
  g_clear_pointer (&self->asked, asked_unref);
  g_object_unref (self->cancellable);
  g_free (self);
}

static gpointer
read_at_one_moment (Reading *reading, GCancellable *cancellable, GError **error)
{
  XcDatabase *database = xc_store_get_database (reading->store);
  g_autoptr (XcStatement) pending = NULL;
  gboolean row;

  /* While a statement is pending the connection sees one state, and forgets no interrupt. */
  pending = xc_database_prepare (database, "SELECT name FROM sqlite_schema", error);
  if (pending == NULL || !xc_statement_step (pending, &row, error)
      || g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  return reading->asked->kind->read (reading->store, reading->asked->question, cancellable, error);
}

static void
reading_worker (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Reading *reading = data;
  GError *error = NULL;
  gpointer answer = read_at_one_moment (reading, cancellable, &error);

  if (answer != NULL)
    g_task_return_pointer (task, answer, reading->asked->kind->free_answer);
  else
    g_task_return_error (task, error);
}

/* What the connection keeps of the file helps the next question while they follow one another, as keys of a search do.
 * Later it is only in the way: each connection has up to 16 MiB. */
static gboolean
rest_cb (gpointer data)
{
  XcReader *self = data;

  self->resting = 0;
  if (self->connection != NULL)
    xc_database_execute (xc_store_get_database (self->connection), "PRAGMA shrink_memory", NULL);
#ifdef __GLIBC__
  malloc_trim (0);
#endif
  return G_SOURCE_REMOVE;
}

static void
rest_soon (XcReader *self)
{
  g_clear_handle_id (&self->resting, g_source_remove);
  self->resting = g_timeout_add (REST_MS, rest_cb, self);
}

static void start (XcReader *self);

static void
ready_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Reading *reading = g_task_get_task_data (G_TASK (result));
  XcReader *self = reading->reader;
  GDestroyNotify free_answer = reading->asked->kind->free_answer;
  g_autoptr (GError) error = NULL;
  gpointer answer = g_task_propagate_pointer (G_TASK (result), &error);

  if (self != NULL)
    {
      self->running = NULL;
      self->connection = g_steal_pointer (&reading->store);
      rest_soon (self);
    }
  if (self != NULL && self->asked != NULL && !self->is_stale)
    {
      g_clear_pointer (&self->asked, asked_unref);
      self->done (answer, error, self->data);
      return;
    }
  if (answer != NULL)
    free_answer (answer);
  if (self != NULL && self->asked != NULL)
    start (self);
}

static void
start (XcReader *self)
{
  g_autoptr (GTask) task = NULL;
  g_autoptr (GError) error = NULL;
  Reading *reading;

  self->is_stale = FALSE;
  if (self->connection == NULL)
    self->connection = xc_store_open (xc_store_get_path (self->store), XC_STORE_READ, &error);
  if (self->connection == NULL)
    {
      g_clear_pointer (&self->asked, asked_unref);
      self->done (NULL, error, self->data);
      return;
    }
  reading = g_new0 (Reading, 1);
  reading->reader = self;
  reading->store = g_steal_pointer (&self->connection);
  reading->asked = g_atomic_rc_box_acquire (self->asked);
  reading->cancellable = g_cancellable_new ();
  task = g_task_new (NULL, reading->cancellable, ready_cb, NULL);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, reading, reading_free);
  self->running = reading;
  g_task_run_in_thread (task, reading_worker);
}

/* The answer that is on its way is not wanted any more. */
static void
interrupt (XcReader *self)
{
  if (self->running == NULL)
    return;
  self->is_stale = TRUE;
  g_cancellable_cancel (self->running->cancellable);
  xc_database_interrupt (xc_store_get_database (self->running->store));
}

/**
 * xc_reader_new:
 * @store: a ledger
 *
 * Returns: (transfer full): nothing is asked yet
 */
XcReader *
xc_reader_new (XcStore *store)
{
  XcReader *self = g_new0 (XcReader, 1);

  self->store = g_object_ref (store);
  self->writing_handler = g_signal_connect_swapped (store, "writing", G_CALLBACK (interrupt), self);
  self->changed_handler = g_signal_connect_swapped (store, "changed", G_CALLBACK (interrupt), self);
  return self;
}

void
xc_reader_free (XcReader *self)
{
  interrupt (self);
  g_clear_handle_id (&self->resting, g_source_remove);
  if (self->running != NULL)
    self->running->reader = NULL;
  g_clear_signal_handler (&self->writing_handler, self->store);
  g_clear_signal_handler (&self->changed_handler, self->store);
  g_clear_object (&self->connection);
  g_clear_object (&self->store);
  g_clear_pointer (&self->asked, asked_unref);
  g_free (self);
}

/**
 * xc_reader_ask:
 * @self: a reader
 * @kind: (transfer none): how to read; lives for ever
 * @question: (nullable) (transfer full): what to read
 * @done: called with the answer, once, unless something else is asked before, or xc_reader_stop() is called
 * @data: for @done
 *
 * The answer is that of the ledger as it is when it comes: what is written meanwhile is in it.
 */
void
xc_reader_ask (XcReader *self, const XcReaderKind *kind, gpointer question, XcReaderDoneFunc done,
               gpointer data)
{
  g_clear_pointer (&self->asked, asked_unref);
  self->asked = g_atomic_rc_box_new0 (Asked);
  self->asked->kind = kind;
  self->asked->question = question;
  self->done = done;
  self->data = data;
  if (self->running != NULL)
    interrupt (self);
  else
    start (self);
}

/**
 * xc_reader_stop:
 * @self: a reader
 *
 * No answer comes any more to what was asked.
 */
void
xc_reader_stop (XcReader *self)
{
  g_clear_pointer (&self->asked, asked_unref);
  interrupt (self);
}

/**
 * xc_reader_is_busy:
 * @self: a reader
 *
 * Returns: whether an answer is to come
 */
gboolean
xc_reader_is_busy (XcReader *self)
{
  return self->asked != NULL;
}
