/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The holidays of a ledger by year: a year's arrangement comes in as a whole. */
#pragma once

#include "core/holiday-text.h"
#include "store/store.h"

G_BEGIN_DECLS

GPtrArray *xc_holiday_years_load (XcStore *store, int year, GError **error);
gboolean xc_holiday_years_replace (XcStore *store, int year, const GPtrArray *holidays, GError **error);

G_END_DECLS
