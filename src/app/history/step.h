/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One step of the history as the list of the page 历史 shows it. */
#pragma once

#include <glib-object.h>

#include "core/day.h"
#include "core/catalogue.h"
#include "store/history.h"

G_BEGIN_DECLS

#define XC_TYPE_STEP (xc_step_get_type ())
G_DECLARE_FINAL_TYPE (XcStep, xc_step, XC, STEP, GObject)

typedef enum
{
  XC_STEP_TIME,
  XC_STEP_USER,
  XC_STEP_KIND,
  XC_STEP_TITLE,
} XcStepColumn;

#define XC_N_STEP_COLUMNS (XC_STEP_TITLE + 1)

XcStep *xc_step_new (XcHistoryEntry *entry);
const XcHistoryEntry *xc_step_get_entry (XcStep *self);
const char *xc_step_get_text (XcStep *self, XcStepColumn column);
XcDay xc_step_get_day (XcStep *self);
gint64 xc_step_get_action (XcStep *self);
const char *xc_step_kind_title (XcHistoryKind kind);
gboolean xc_step_has_table (XcStep *self, XcDatabase *database, XcTable table);

G_END_DECLS
