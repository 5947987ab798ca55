/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The example ledger: an invented district whose term has the shape of a published one, for looking around, for
 * teaching, and for trying out. It comes in by the import that everybody uses.
 */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

gboolean xc_example_fill (XcStore *store, GError **error);

G_END_DECLS
