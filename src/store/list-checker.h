/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looks through the three lists before they leave the office. Takes as long as writing them: in a thread of its own, on a
 * connection that only reads, where there are many. */
#pragma once

#include "core/list-check.h"
#include "store/list-rows.h"

G_BEGIN_DECLS

GPtrArray *xc_list_checker_run (XcStore *store, const XcListFilter *filter, XcDay today,
                                GCancellable *cancellable, GError **error);

G_END_DECLS
