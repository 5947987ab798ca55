/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/overview/overview-pages.h"

#include "report/list-marks.h"

typedef struct
{
  XcOverviewSource *source;
  XcChartSheet sheet;
  char *marking;
  double width, height;
} OverviewPages;

static void
begin (gpointer data, double width, double height)
{
  OverviewPages *self = data;

  self->width = width;
  self->height = height;
}

static guint
count (gpointer data)
{
  return 1;
}

static XcPicture *
lay_out (gpointer data, guint page)
{
  OverviewPages *self = data;
  XcCoverageChart chart = xc_overview_source_get_chart (self->source);

  chart.marking = self->marking;
  return xc_coverage_chart_lay_out_sheet (&chart, self->sheet, self->width, self->height);
}

static void
free_pages (gpointer data)
{
  OverviewPages *self = data;

  xc_overview_source_free (self->source);
  g_free (self->marking);
  g_free (self);
}

/**
 * xc_overview_pages_new:
 * @store: a ledger
 * @term: the term
 * @as_of: the day of the figures
 * @sheet: what of the chart
 * @what_if: (nullable): what is supposed
 * @error: return location for a #XcStoreError
 *
 * Returns: (transfer full) (nullable): the chart, for paper
 */
XcPages *
xc_overview_pages_new (XcStore *store, XcRecord *term, XcDay as_of, XcChartSheet sheet,
                       const XcWhatIf *what_if, GError **error)
{
  static const XcPagesKind kind = { begin, NULL, count, lay_out, free_pages };
  g_autoptr (XcOverviewSource) source = xc_overview_source_new (store, term, error);
  g_autofree char *unit = NULL;
  g_autofree char *marking = NULL;
  OverviewPages *self;
  g_autofree char *title = NULL;

  if (source == NULL || !xc_list_marks_load (store, &unit, &marking, error))
    return NULL;
  xc_overview_source_set_day (source, as_of);
  xc_overview_source_suppose (source, what_if);
  title = g_strdup (xc_overview_source_get_chart (source).title);
  self = g_new0 (OverviewPages, 1);
  self->source = g_steal_pointer (&source);
  self->sheet = sheet;
  self->marking = marking != NULL && *marking != '\0' ? g_steal_pointer (&marking) : NULL;
  return xc_pages_new (&kind, title, as_of, self);
}
