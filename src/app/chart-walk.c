/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/chart-walk.h"

#include <gdk/gdk.h>
#include <math.h>

/**
 * xc_chart_stride_from_key:
 * @key: a key
 * @stride: (out): where it goes
 *
 * Returns: whether it goes anywhere
 */
gboolean
xc_chart_stride_from_key (guint key, XcChartStride *stride)
{
  static const struct
  {
    guint key, on_pad;
    XcChartStride stride;
  } keys[] = {
    { GDK_KEY_Right, GDK_KEY_KP_Right, XC_CHART_STRIDE_NEXT },
    { GDK_KEY_Left, GDK_KEY_KP_Left, XC_CHART_STRIDE_PREVIOUS },
    { GDK_KEY_Up, GDK_KEY_KP_Up, XC_CHART_STRIDE_UP },
    { GDK_KEY_Down, GDK_KEY_KP_Down, XC_CHART_STRIDE_DOWN },
    { GDK_KEY_Home, GDK_KEY_KP_Home, XC_CHART_STRIDE_FIRST },
    { GDK_KEY_End, GDK_KEY_KP_End, XC_CHART_STRIDE_LAST },
    { GDK_KEY_Page_Down, GDK_KEY_KP_Page_Down, XC_CHART_STRIDE_NEXT_PANEL },
    { GDK_KEY_Page_Up, GDK_KEY_KP_Page_Up, XC_CHART_STRIDE_PREVIOUS_PANEL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (key == keys[i].key || key == keys[i].on_pad)
      {
        *stride = keys[i].stride;
        return TRUE;
      }
  return FALSE;
}

/**
 * xc_chart_walk_find:
 * @picture: a picture
 * @kind: of a mark
 * @index: of it
 *
 * Returns: (nullable): the mark, or %NULL when the picture has none such
 */
const XcMark *
xc_chart_walk_find (XcPicture *picture, int kind, gsize index)
{
  gsize n_marks;
  const XcMark *marks = xc_picture_get_marks (picture, &n_marks);

  for (gsize i = 0; i < n_marks; i++)
    if (marks[i].kind == kind && marks[i].index == index)
      return &marks[i];
  return NULL;
}

/* Those that are wholly above or below; going aside costs more than going on. */
static const XcMark *
find_beside (const XcMark *marks, gsize n_marks, const XcMark *from, gboolean down)
{
  const XcMark *found = NULL;
  double least = G_MAXDOUBLE;
  double x = from->box.x + from->box.width / 2, y = from->box.y + from->box.height / 2;

  for (gsize i = 0; i < n_marks; i++)
    {
      double across = fabs (marks[i].box.x + marks[i].box.width / 2 - x);
      double along = (marks[i].box.y + marks[i].box.height / 2 - y) * (down ? 1 : -1);
      double far = along + 3 * across;

      if (along < 1 || far >= least)
        continue;
      least = far;
      found = &marks[i];
    }
  return found != NULL ? found : from;
}

static const XcMark *
find_panel_start (const XcMark *marks, const XcMark *from)
{
  while (from > marks && from[-1].panel == from->panel)
    from--;
  return from;
}

/* The first mark of the next panel, or of this one and then of the one before. */
static const XcMark *
find_panel (const XcMark *marks, gsize n_marks, const XcMark *from, gboolean forward)
{
  const XcMark *start = find_panel_start (marks, from), *next = from;

  if (!forward)
    return start < from || start == marks ? start : find_panel_start (marks, start - 1);
  while (next < marks + n_marks && next->panel == from->panel)
    next++;
  return next < marks + n_marks ? next : from;
}

/**
 * xc_chart_walk:
 * @picture: a picture
 * @from: (nullable): one of its marks
 * @stride: where to go
 *
 * Returns: (nullable): the mark that one comes to: @from itself where there is none further; %NULL when the picture has
 *   no marks
 */
const XcMark *
xc_chart_walk (XcPicture *picture, const XcMark *from, XcChartStride stride)
{
  gsize n_marks;
  const XcMark *marks = xc_picture_get_marks (picture, &n_marks);

  if (n_marks == 0)
    return NULL;
  if (from == NULL)
    return stride == XC_CHART_STRIDE_LAST ? &marks[n_marks - 1] : &marks[0];
  switch (stride)
    {
    case XC_CHART_STRIDE_NEXT:
      return from + 1 < marks + n_marks ? from + 1 : from;
    case XC_CHART_STRIDE_PREVIOUS:
      return from > marks ? from - 1 : from;
    case XC_CHART_STRIDE_UP:
    case XC_CHART_STRIDE_DOWN:
      return find_beside (marks, n_marks, from, stride == XC_CHART_STRIDE_DOWN);
    case XC_CHART_STRIDE_FIRST:
      return &marks[0];
    case XC_CHART_STRIDE_LAST:
      return &marks[n_marks - 1];
    case XC_CHART_STRIDE_NEXT_PANEL:
    case XC_CHART_STRIDE_PREVIOUS_PANEL:
      return find_panel (marks, n_marks, from, stride == XC_CHART_STRIDE_NEXT_PANEL);
    default:
      g_return_val_if_reached (from);
    }
}
