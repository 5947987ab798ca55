/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The chart on the whole screen, in big type and with nothing round it: keys go from one picture to the next. */
#pragma once

#include <adwaita.h>

#include "app/overview/overview-source.h"

G_BEGIN_DECLS

#define XC_TYPE_PRESENTATION (xc_presentation_get_type ())
G_DECLARE_FINAL_TYPE (XcPresentation, xc_presentation, XC, PRESENTATION, GtkWindow)

XcPresentation *xc_presentation_new (GtkWindow *parent, XcOverviewSource *source, XcChartSheet sheet);

G_END_DECLS
