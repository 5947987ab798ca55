/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/overview/overview-share.h"

#include <glib/gi18n-lib.h>

#include "app/copy-picture.h"
#include "app/window.h"

/* As large as a slide is shown. */
#define WIDTH 1600
#define HEIGHT 1000

/**
 * xc_overview_copy_text:
 * @widget: on whose screen
 * @chart: the numbers
 *
 * Puts all that the chart shows into the clipboard, as text.
 */
void
xc_overview_copy_text (GtkWidget *widget, const XcCoverageChart *chart)
{
  g_autofree char *text = xc_coverage_chart_dup_text (chart);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  xc_window_tell (widget, _ ("The figures are in the clipboard, as text."));
}

/**
 * xc_overview_copy_picture:
 * @widget: on whose screen
 * @chart: the numbers
 * @sheet: which of them to show
 *
 * Puts the picture into the clipboard, with light ground, as it goes into slides and papers.
 */
void
xc_overview_copy_picture (GtkWidget *widget, const XcCoverageChart *chart, XcChartSheet sheet)
{
  g_autoptr (XcPicture) picture = xc_coverage_chart_lay_out_sheet (chart, sheet, WIDTH, HEIGHT);

  xc_copy_picture (widget, picture);
}
