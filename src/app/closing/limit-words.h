/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A time limit in words: until when, and, when it was put off, what it was at first and how often. */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

char *xc_limit_words_dup (XcStore *store, XcTable table, gint64 id);
char *xc_limit_words_dup_extensions (XcStore *store, XcTable table, gint64 id);

G_END_DECLS
