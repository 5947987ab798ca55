/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who has a ledger open for writing: a file beside it that the next one reads. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _XcLock XcLock;

XcLock *xc_lock_take (const char *path, GError **error);
gboolean xc_lock_check (XcLock *self, GError **error);
void xc_lock_release (XcLock *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XcLock, xc_lock_release)

G_END_DECLS
