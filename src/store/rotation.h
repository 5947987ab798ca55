/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which backups are kept. */
#pragma once

#include "core/day.h"

G_BEGIN_DECLS

#define XC_ROTATION_LATEST 7
#define XC_ROTATION_DAYS 7
#define XC_ROTATION_WEEKS 4
#define XC_ROTATION_MONTHS 12

void xc_rotation_choose (const XcDay *days, guint n_days, gboolean *keep);

G_END_DECLS
