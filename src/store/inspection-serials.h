/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The numbers of organizations in a round: one each, whatever and however often it is inspected there. */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

typedef struct _XcInspectionSerials XcInspectionSerials;

XcInspectionSerials *xc_inspection_serials_load (XcStore *store, gint64 round_id, GError **error);
void xc_inspection_serials_free (XcInspectionSerials *self);
gint64 xc_inspection_serials_take (XcInspectionSerials *self, gint64 organization_id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (XcInspectionSerials, xc_inspection_serials_free)

G_END_DECLS
