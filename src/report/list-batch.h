/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Problems on their way from the thread that reads them to the one that writes them. */
#pragma once

#include "store/list-rows.h"

G_BEGIN_DECLS

typedef struct _XcListBatch XcListBatch;

XcListBatch *xc_list_batch_new (void);
void xc_list_batch_free (XcListBatch *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XcListBatch, xc_list_batch_free)

void xc_list_batch_add (XcListBatch *self, const XcListProblem *problem);
guint xc_list_batch_get_n (XcListBatch *self);
const XcListProblem *xc_list_batch_get (XcListBatch *self, guint index);

G_END_DECLS
