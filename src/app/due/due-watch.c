/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/due/due-watch.h"

#include "app/today.h"
#include "store/reader.h"

/* Who saves row after row waits for nothing, and the processor is left to the window. */
#define REST_MS 250
/* A machine that slept over midnight is awake for no longer than this with the list of yesterday. */
#define LOOK_S 30

struct _XcDueWatch
{
  GObject parent_instance;

  guint resting; /* source, or 0: the ledger was changed */
  guint looking; /* source: whether it is another day */
  gulong changed_handler;

  /* Owned */
  XcTermChoice *choice;
  XcStore *store;   /* nullable */
  XcReader *reader; /* NULL without a ledger */
  XcDueList *list;  /* NULL until it was read */
};

typedef struct
{
  XcDay today;
  gint64 term_id;
} Question;

G_DEFINE_FINAL_TYPE (XcDueWatch, xc_due_watch, G_TYPE_OBJECT)

static guint changed_signal;

static gpointer
read_list (XcStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  const Question *question = data;

  return xc_due_list_load (store, question->today, question->term_id, error);
}

static const XcReaderKind reading = { read_list, g_free, (GDestroyNotify) xc_due_list_free };

static void
take_list (XcDueWatch *self, XcDueList *list)
{
  g_clear_pointer (&self->list, xc_due_list_free);
  self->list = list;
  g_signal_emit (self, changed_signal, 0);
}

/* Without an answer the old list stands; what is wrong with the file is told by whoever shows its rows. */
static void
read_cb (gpointer answer, const GError *error, gpointer data)
{
  if (answer != NULL)
    take_list (data, answer);
}

static gboolean
ask_cb (gpointer data)
{
  XcDueWatch *self = data;
  Question *question;

  self->resting = 0;
  if (self->reader == NULL)
    return G_SOURCE_REMOVE;
  question = g_new (Question, 1);
  question->today = xc_today ();
  question->term_id = xc_term_choice_get_id (self->choice);
  xc_reader_ask (self->reader, &reading, question, read_cb, self);
  return G_SOURCE_REMOVE;
}

static void
ask_soon (XcDueWatch *self)
{
  g_clear_handle_id (&self->resting, g_source_remove);
  if (self->reader != NULL)
    self->resting = g_timeout_add (REST_MS, ask_cb, self);
}

static gboolean
look_cb (gpointer data)
{
  XcDueWatch *self = data;

  if (self->list != NULL && self->list->today != xc_today () && self->resting == 0)
    ask_cb (self);
  return G_SOURCE_CONTINUE;
}

static void
xc_due_watch_dispose (GObject *object)
{
  XcDueWatch *self = XC_DUE_WATCH (object);

  xc_due_watch_set_store (self, NULL);
  g_clear_handle_id (&self->looking, g_source_remove);
  g_clear_object (&self->choice);
  G_OBJECT_CLASS (xc_due_watch_parent_class)->dispose (object);
}

static void
xc_due_watch_class_init (XcDueWatchClass *class)
{
  G_OBJECT_CLASS (class)->dispose = xc_due_watch_dispose;
  changed_signal =
      g_signal_new ("changed", XC_TYPE_DUE_WATCH, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
xc_due_watch_init (XcDueWatch *self)
{
  self->looking = g_timeout_add_seconds (LOOK_S, look_cb, self);
}

/**
 * xc_due_watch_new:
 * @choice: says which term is shown
 *
 * Returns: (transfer full): watches no ledger yet
 */
XcDueWatch *
xc_due_watch_new (XcTermChoice *choice)
{
  XcDueWatch *self = g_object_new (XC_TYPE_DUE_WATCH, NULL);

  self->choice = g_object_ref (choice);
  g_signal_connect_object (choice, "chosen", G_CALLBACK (ask_soon), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * xc_due_watch_set_store:
 * @self: a watch
 * @store: (nullable): the ledger that it watches from now on
 */
void
xc_due_watch_set_store (XcDueWatch *self, XcStore *store)
{
  if (self->store == store)
    return;
  g_clear_handle_id (&self->resting, g_source_remove);
  g_clear_pointer (&self->reader, xc_reader_free);
  if (self->store != NULL)
    g_clear_signal_handler (&self->changed_handler, self->store);
  g_set_object (&self->store, store);
  take_list (self, NULL);
  if (store == NULL)
    return;
  self->reader = xc_reader_new (store);
  self->changed_handler = g_signal_connect_swapped (store, "changed", G_CALLBACK (ask_soon), self);
  ask_cb (self);
}

/**
 * xc_due_watch_get_store:
 * @self: a watch
 *
 * Returns: (transfer none) (nullable): the ledger
 */
XcStore *
xc_due_watch_get_store (XcDueWatch *self)
{
  return self->store;
}

/**
 * xc_due_watch_get_list:
 * @self: a watch
 *
 * Returns: (transfer none) (nullable): the work list, valid until "changed"; %NULL until it was read
 */
const XcDueList *
xc_due_watch_get_list (XcDueWatch *self)
{
  return self->list;
}
