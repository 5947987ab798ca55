/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The chart of the overview on paper. */
#pragma once

#include "app/overview/overview-source.h"
#include "report/pages.h"

G_BEGIN_DECLS

XcPages *xc_overview_pages_new (XcStore *store, XcRecord *term, XcDay as_of, XcChartSheet sheet,
                                const XcWhatIf *what_if, GError **error);

G_END_DECLS
