/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The day of the figures: typed, picked, or moved through the term. */
#pragma once

#include <adwaita.h>

#include "core/day.h"

G_BEGIN_DECLS

#define XC_TYPE_AS_OF_BAR (xc_as_of_bar_get_type ())
G_DECLARE_FINAL_TYPE (XcAsOfBar, xc_as_of_bar, XC, AS_OF_BAR, AdwBin)

/* Signal: "changed" when another day is chosen. */
void xc_as_of_bar_set_range (XcAsOfBar *self, XcDay first, XcDay last, XcDay latest);
XcDay xc_as_of_bar_get_day (XcAsOfBar *self);
void xc_as_of_bar_set_day (XcAsOfBar *self, XcDay day);

G_END_DECLS
