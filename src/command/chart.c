/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The leaders' chart, as a picture or as figures in a workbook. */
#include "command/command.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

#include "report/coverage-chart-source.h"
#include "report/coverage-workbook.h"
#include "report/list-marks.h"
#include "report/picture-file.h"
#include "store/coverage-source.h"

/* Reads “1280x800”; leaves the size alone when nothing was given. */
static gboolean
read_size (const XcVerb *verb, const char *typed, double *width, double *height)
{
  unsigned int columns, rows;
  int end = 0;

  if (typed == NULL)
    return TRUE;
  if (sscanf (typed, "%5u%*1[xX×*]%5u%n", &columns, &rows, &end) == 2 && typed[end] == '\0'
      && columns >= XC_PICTURE_SIZE_MIN && columns <= XC_PICTURE_SIZE_MAX && rows >= XC_PICTURE_SIZE_MIN
      && rows <= XC_PICTURE_SIZE_MAX)
    {
      *width = columns;
      *height = rows;
      return TRUE;
    }
  /* translators: %1$s is what was given as a size, %2$d and %3$d the least and the most that either side may be */
  xc_command_refuse (verb, _ ("“%1$s” is not a size; write it as 1280x800, each side from %2$d to %3$d."),
                     typed, XC_PICTURE_SIZE_MIN, XC_PICTURE_SIZE_MAX);
  return FALSE;
}

static gboolean
read_sheet (const XcVerb *verb, const char *typed, XcChartSheet *sheet)
{
  static const char *const words[] = { "progress", "registers", "organizations" };

  if (typed == NULL)
    return TRUE;
  for (XcChartSheet i = 0; i < XC_N_CHART_SHEETS; i++)
    if (g_str_equal (typed, words[i]))
      {
        *sheet = i;
        return TRUE;
      }
  /* translators: what was given as a sheet */
  xc_command_refuse (
      verb, _ ("“%s” is no sheet of the chart; there are progress, registers and organizations."), typed);
  return FALSE;
}

/* Whether the figures are asked for and not a picture. */
static gboolean
is_workbook (const char *path)
{
  g_autofree char *lower = g_ascii_strdown (path, -1);

  return g_str_has_suffix (lower, ".xlsx");
}

/* What is to be drawn, and where it goes. */
typedef struct
{
  XcDay as_of;
  gboolean choose_day;
  XcChartSheet sheet;
  XcPictureFormat format;
  double width, height;
  const char *output;
  gboolean is_workbook;
  gboolean replace;
} Order;

static gboolean
write_picture (const XcCoverageChart *chart, const Order *order, GError **error)
{
  g_autoptr (XcPicture) picture =
      xc_coverage_chart_lay_out_sheet (chart, order->sheet, order->width, order->height);

  return xc_picture_write (picture, order->format, XC_PALETTE_LIGHT, chart->as_of, order->output,
                           order->replace, error);
}

static gboolean
write_chart (const char *ledger, const Order *order, GError **error)
{
  g_autoptr (XcStore) store = xc_command_open_for_export (ledger, error);
  g_autoptr (XcRecord) term =
      store != NULL ? xc_coverage_source_find_term (store, order->as_of, error) : NULL;
  g_autoptr (XcCoverage) coverage = term != NULL ? xc_coverage_source_load (store, term, error) : NULL;
  g_autoptr (XcCoverageChartSource) source = NULL;
  g_autofree char *unit = NULL;
  g_autofree char *marking = NULL;
  XcDay as_of = order->as_of;
  XcCoverageChart chart;

  if (coverage == NULL || !xc_list_marks_load (store, &unit, &marking, error))
    return FALSE;
  if (order->choose_day)
    as_of = xc_coverage_source_choose_day (term, as_of);
  source = xc_coverage_chart_source_new (coverage, term, as_of);
  chart = *xc_coverage_chart_source_get_chart (source);
  chart.subtitle = unit != NULL && *unit != '\0' ? unit : NULL;
  chart.marking = marking != NULL && *marking != '\0' ? marking : NULL;
  if (!(order->is_workbook
            ? xc_coverage_workbook_write (&chart, xc_command_today (), order->output, order->replace, error)
            : write_picture (&chart, order, error)))
    return FALSE;
  xc_command_note_export (store, order->output);
  return TRUE;
}

static XcStatus
run_chart (const XcVerb *verb, int argc, char **argv)
{
  g_autofree char *typed_day = NULL;
  g_autofree char *typed_size = NULL;
  g_autofree char *typed_sheet = NULL;
  g_autofree char *output = NULL;
  gboolean replace = FALSE;
  const GOptionEntry options[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_ ("The file to write; its ending says which kind"),
      N_ ("OUT.png|svg|pdf|xlsx") },
    { "as-of", 0, 0, G_OPTION_ARG_STRING, &typed_day,
      N_ ("The day to count on; without it today, or the last day of a term that is over"), N_ ("DAY") },
    { "size", 0, 0, G_OPTION_ARG_STRING, &typed_size, N_ ("In pixels, on paper in points"), "WxH" },
    { "sheet", 0, 0, G_OPTION_ARG_STRING, &typed_sheet, N_ ("What to draw; without it progress"),
      "progress|registers|organizations" },
    { "force", 0, 0, G_OPTION_ARG_NONE, &replace, N_ ("Replace the file if it is there"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_auto (GStrv) arguments = xc_command_parse (verb, options, argc, argv);
  g_autoptr (GError) error = NULL;
  Order order = { .as_of = xc_command_today () };

  if (arguments == NULL)
    return XC_STATUS_WRONG_USAGE;
  if (output == NULL)
    return xc_command_refuse (verb, _ ("Say with “-o” which file to write."));
  order.is_workbook = is_workbook (output);
  if (order.is_workbook && (typed_size != NULL || typed_sheet != NULL))
    return xc_command_refuse (
        verb, _ ("A workbook holds all sheets of the chart and has no size: leave out “--sheet” "
                 "and “--size”."));
  if (!order.is_workbook && !xc_picture_format_from_path (output, &order.format, &error))
    return xc_command_refuse (verb, "%s", error->message);
  order.width = order.format == XC_PICTURE_PDF ? XC_CHART_PAGE_WIDTH : XC_CHART_WIDTH;
  order.height = order.format == XC_PICTURE_PDF ? XC_CHART_PAGE_HEIGHT : XC_CHART_HEIGHT;
  order.choose_day = typed_day == NULL;
  order.output = output;
  order.replace = replace;
  if (!xc_command_read_day (verb, typed_day, &order.as_of)
      || !read_size (verb, typed_size, &order.width, &order.height)
      || !read_sheet (verb, typed_sheet, &order.sheet))
    return XC_STATUS_WRONG_USAGE;
  if (!write_chart (arguments[0], &order, &error))
    return xc_command_fail (error);
  return XC_STATUS_DONE;
}

const XcVerb xc_verb_chart = {
  .name = "chart",
  .arguments = N_ ("LEDGER"),
  .summary = N_ ("Draws the chart of progress toward full coverage, or writes its figures as a workbook."),
  .n_arguments = 1,
  .run = run_chart,
};
