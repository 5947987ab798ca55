/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From the ledger to what is counted of its problems. */
#pragma once

#include "core/rectification-figures.h"
#include "store/store.h"

G_BEGIN_DECLS

/* One problem of the ledger. */
typedef struct
{
  gint64 id;
  XcCountedProblem problem;
} XcRectificationRow;

GArray *xc_rectification_source_load (XcStore *store, gint64 term_id, XcDay today, GError **error);

G_END_DECLS
