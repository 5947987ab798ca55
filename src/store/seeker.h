/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks a query in a thread, so that nobody waits for it: the answer comes later, and only the answer to the last
 * question does. */
#pragma once

#include "store/query.h"

G_BEGIN_DECLS

typedef struct _XcSeeker XcSeeker;

/**
 * XcSeekerFunc:
 * @ids: (nullable) (element-type gint64): what was found, in order
 * @error: (nullable): why nothing could be found
 * @data: what xc_seeker_seek() was given
 *
 * Comes in the thread and the main context that asked.
 */
typedef void (*XcSeekerFunc) (GArray *ids, const GError *error, gpointer data);

XcSeeker *xc_seeker_new (XcStore *store);
void xc_seeker_free (XcSeeker *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XcSeeker, xc_seeker_free)

void xc_seeker_seek (XcSeeker *self, const XcQuery *query, XcSeekerFunc function, gpointer data);
void xc_seeker_stop (XcSeeker *self);

G_END_DECLS
