/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Texts that live and go together, packed one behind the other. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _XcArena XcArena;

XcArena *xc_arena_new (void);
void xc_arena_free (XcArena *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XcArena, xc_arena_free)

const char *xc_arena_add (XcArena *self, const char *text, gsize size);
void xc_arena_clear (XcArena *self);
guint64 xc_arena_get_bytes (XcArena *self);

G_END_DECLS
