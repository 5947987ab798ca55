/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rectification plans come in and are accepted or returned, each as one step that can be undone. */
#pragma once

#include "core/plan-review.h"
#include "store/store.h"

G_BEGIN_DECLS

GArray *xc_plan_reviews_load (XcStore *store, gint64 inspection_id, GError **error);
XcPlanState xc_plan_reviews_get_state (const XcRecord *inspection, const GArray *reviews);

gboolean xc_plan_reviews_receive (XcStore *store, gint64 inspection_id, XcDay received_on, GError **error);
gboolean xc_plan_reviews_decide (XcStore *store, gint64 inspection_id, const XcPlanVerdict *verdict,
                                 GError **error);

G_END_DECLS
