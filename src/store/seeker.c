/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/seeker.h"

#include "store/reader.h"

struct _XcSeeker
{
  /* Owned */
  XcReader *reader;

  XcSeekerFunc function;
  gpointer data;
};

static gpointer
read_ids (XcStore *store, gpointer question, GCancellable *cancellable, GError **error)
{
  return xc_query_ids (question, store, error);
}

static const XcReaderKind seeking = { read_ids, (GDestroyNotify) xc_query_free,
                                      (GDestroyNotify) g_array_unref };

static void
found_cb (gpointer answer, const GError *error, gpointer data)
{
  XcSeeker *self = data;
  g_autoptr (GArray) ids = answer;

  self->function (ids, error, self->data);
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

  self->reader = xc_reader_new (store);
  return self;
}

void
xc_seeker_free (XcSeeker *self)
{
  g_clear_pointer (&self->reader, xc_reader_free);
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
  self->function = function;
  self->data = data;
  xc_reader_ask (self->reader, &seeking, xc_query_copy (query), found_cb, self);
}

void
xc_seeker_stop (XcSeeker *self)
{
  xc_reader_stop (self->reader);
}
