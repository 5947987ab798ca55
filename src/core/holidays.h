/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The State Council's arrangement of holidays: days off (放假) and weekend days worked in exchange (调休上班). */
#pragma once

#include "core/day.h"

G_BEGIN_DECLS

typedef struct _XcHolidays XcHolidays;

XcHolidays *xc_holidays_new (void);
void xc_holidays_free (XcHolidays *self);
void xc_holidays_add (XcHolidays *self, XcDay day, gboolean is_off);
gboolean xc_holidays_is_working_day (const XcHolidays *self, XcDay day);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (XcHolidays, xc_holidays_free)

G_END_DECLS
