/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The only look at the clock that asks which day it is. */
#pragma once

#include "core/day.h"

G_BEGIN_DECLS

XcDay xc_today (void);

G_END_DECLS
