/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Texts that many cells hold, such as names of organizations and states: written once, and referred to by number. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _XcRepeatedTexts XcRepeatedTexts;

XcRepeatedTexts *xc_repeated_texts_new (void);
void xc_repeated_texts_free (XcRepeatedTexts *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XcRepeatedTexts, xc_repeated_texts_free)

int xc_repeated_texts_add (XcRepeatedTexts *self, const char *text, gsize size);
guint xc_repeated_texts_get_n (XcRepeatedTexts *self);
GString *xc_repeated_texts_write (XcRepeatedTexts *self);

G_END_DECLS
