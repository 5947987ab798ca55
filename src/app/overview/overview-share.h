/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What leaves the overview through the clipboard. */
#pragma once

#include <gtk/gtk.h>

#include "report/coverage-chart.h"

G_BEGIN_DECLS

void xc_overview_copy_text (GtkWidget *widget, const XcCoverageChart *chart);
void xc_overview_copy_picture (GtkWidget *widget, const XcCoverageChart *chart, XcChartSheet sheet);

G_END_DECLS
