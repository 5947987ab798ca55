/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From one mark of a picture to the next, by keys. */
#pragma once

#include "report/picture.h"

G_BEGIN_DECLS

typedef enum
{
  XC_CHART_STRIDE_NEXT, /* in reading order */
  XC_CHART_STRIDE_PREVIOUS,
  XC_CHART_STRIDE_UP, /* the nearest in sight */
  XC_CHART_STRIDE_DOWN,
  XC_CHART_STRIDE_FIRST,
  XC_CHART_STRIDE_LAST,
  XC_CHART_STRIDE_NEXT_PANEL,
  XC_CHART_STRIDE_PREVIOUS_PANEL,
} XcChartStride;

gboolean xc_chart_stride_from_key (guint key, XcChartStride *stride);
const XcMark *xc_chart_walk_find (XcPicture *picture, int kind, gsize index);
const XcMark *xc_chart_walk (XcPicture *picture, const XcMark *from, XcChartStride stride);

G_END_DECLS
