/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads a ledger in a thread, so that nobody waits for it: the answer comes later, and only the answer to the last
 * question does. */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

typedef struct _XcReader XcReader;

/**
 * XcReaderFunc:
 * @store: the ledger, on a connection that only reads, as it is at one moment
 * @question: what xc_reader_ask() was given; not to be changed
 * @cancellable: says when nobody wants the answer any more
 * @error: return location
 *
 * Runs in a thread, perhaps more than once.
 *
 * Returns: (transfer full): the answer, or %NULL
 */
typedef gpointer (*XcReaderFunc) (XcStore *store, gpointer question, GCancellable *cancellable,
                                  GError **error);

/**
 * XcReaderDoneFunc:
 * @answer: (nullable) (transfer full): what was read
 * @error: (nullable): why nothing could be read
 * @data: what xc_reader_ask() was given
 *
 * Comes in the thread and the main context that asked.
 */
typedef void (*XcReaderDoneFunc) (gpointer answer, const GError *error, gpointer data);

/**
 * XcReaderKind:
 * @read: reads
 * @free_question: (nullable): frees the question
 * @free_answer: frees an answer that nobody wants
 */
typedef struct
{
  XcReaderFunc read;
  GDestroyNotify free_question;
  GDestroyNotify free_answer;
} XcReaderKind;

XcReader *xc_reader_new (XcStore *store);
void xc_reader_free (XcReader *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XcReader, xc_reader_free)

void xc_reader_ask (XcReader *self, const XcReaderKind *kind, gpointer question, XcReaderDoneFunc done,
                    gpointer data);
void xc_reader_stop (XcReader *self);
gboolean xc_reader_is_busy (XcReader *self);

G_END_DECLS
