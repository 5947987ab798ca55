/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From the rows of a ledger to the timetable of a round. */
#pragma once

#include "core/timetable.h"
#include "store/store.h"

G_BEGIN_DECLS

XcTimetable *xc_timetable_source_load (XcStore *store, gint64 round_id, XcDay as_of, GError **error);
gboolean xc_timetable_source_is_touched (const XcChange *change);

G_END_DECLS
