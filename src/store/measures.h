/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Measures of rectification that are done, one or many at a time. */
#pragma once

#include "store/step-report.h"
#include "store/store.h"

G_BEGIN_DECLS

/**
 * XcMeasureFinish:
 * @done_on: when they were done
 * @progress: (nullable): how it went; what a measure says already stays when this is blank
 * @result: (nullable): what came of it; likewise
 */
typedef struct
{
  XcDay done_on;
  const char *progress;
  const char *result;
} XcMeasureFinish;

char *xc_measures_dup_name (XcStore *store, gint64 measure_id);
GArray *xc_measures_list_open (XcStore *store, const gint64 *problems, guint n_problems, GError **error);
XcStepReport *xc_measures_check_finish (XcStore *store, const gint64 *measures, guint n_measures,
                                        const XcMeasureFinish *finish, GError **error);
XcStepReport *xc_measures_finish (XcStore *store, const gint64 *measures, guint n_measures,
                                  const XcMeasureFinish *finish, GError **error);

G_END_DECLS
