/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A small ledger whose lists show all that lists can show; everything in it is invented. */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

void xc_lists_example_fill (XcStore *store);
/* A text of @n sentences that ends with @last. */
char *xc_lists_example_long_text (guint n, const char *last);

G_END_DECLS
