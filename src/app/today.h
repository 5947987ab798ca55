/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window's only look at the clock. */
#pragma once

#include "core/day.h"

G_BEGIN_DECLS

XcDay xc_today (void);

G_END_DECLS
