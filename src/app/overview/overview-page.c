/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/overview/overview-page.h"

#include <glib/gi18n-lib.h>

#include "app/chart-view.h"
#include "report/coverage-chart-source.h"
#include "store/coverage-source.h"

struct _XcOverviewPage
{
  XcPage parent_instance;

  /* Template widgets */
  GtkStack *views;
  GtkLabel *day_label;
  GtkAdjustment *day;
  XcChartView *chart;

  /* Owned */
  XcRecord *term;
  XcCoverage *coverage;
};

G_DEFINE_FINAL_TYPE (XcOverviewPage, xc_overview_page, XC_TYPE_PAGE)

static XcPicture *
lay_out_chart (double width, double height, gpointer data)
{
  XcOverviewPage *self = data;
  g_autoptr (XcCoverageChartSource) source = NULL;

  if (self->coverage == NULL)
    return NULL;
  source =
      xc_coverage_chart_source_new (self->coverage, self->term, (XcDay) gtk_adjustment_get_value (self->day));
  return xc_coverage_chart_lay_out (xc_coverage_chart_source_get_chart (source), width, height);
}

static void
show_day (XcOverviewPage *self)
{
  g_autofree char *day = xc_day_format ((XcDay) gtk_adjustment_get_value (self->day));
  /* translators: %s is a day */
  g_autofree char *words = g_strdup_printf (_ ("As of %s"), day);

  gtk_label_set_text (self->day_label, words);
  xc_chart_view_redraw (self->chart);
}

static void
day_value_changed_cb (XcOverviewPage *self)
{
  show_day (self);
}

static void
latest_clicked_cb (XcOverviewPage *self)
{
  if (self->term != NULL)
    gtk_adjustment_set_value (self->day, xc_term_choice_get_day (xc_page_get_term_choice (XC_PAGE (self))));
}

static void
xc_overview_page_follow (XcPage *page, const XcChange *change)
{
  XcOverviewPage *self = XC_OVERVIEW_PAGE (page);
  XcStore *store = xc_page_get_store (page);
  gint64 before = self->term != NULL ? xc_record_get_id (self->term) : 0;

  g_clear_pointer (&self->term, xc_record_unref);
  g_clear_pointer (&self->coverage, xc_coverage_free);
  if (store != NULL && xc_page_get_term (page) != NULL)
    self->term = xc_record_ref (xc_page_get_term (page));
  if (self->term != NULL)
    self->coverage = xc_coverage_source_load (store, self->term, NULL);
  gtk_stack_set_visible_child_name (self->views, self->coverage != NULL ? "chart" : "empty");
  if (self->coverage == NULL)
    return;
  gtk_adjustment_set_lower (self->day, xc_record_get_day (self->term, "starts_on"));
  gtk_adjustment_set_upper (self->day, xc_record_get_day (self->term, "ends_on"));
  if (change == NULL || before != xc_record_get_id (self->term))
    latest_clicked_cb (self);
  show_day (self);
}

static void
xc_overview_page_show_term (XcPage *page)
{
  xc_overview_page_follow (page, NULL);
}

static void
xc_overview_page_dispose (GObject *object)
{
  XcOverviewPage *self = XC_OVERVIEW_PAGE (object);

  if (self->chart != NULL)
    xc_chart_view_set_function (self->chart, NULL, NULL);
  g_clear_pointer (&self->term, xc_record_unref);
  g_clear_pointer (&self->coverage, xc_coverage_free);
  /* Disposing of the template takes away the bound child, which the parent class would then take away again. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), XC_TYPE_OVERVIEW_PAGE);
  G_OBJECT_CLASS (xc_overview_page_parent_class)->dispose (object);
}

static void
xc_overview_page_class_init (XcOverviewPageClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = xc_overview_page_dispose;
  XC_PAGE_CLASS (class)->follow = xc_overview_page_follow;
  XC_PAGE_CLASS (class)->show_term = xc_overview_page_show_term;
  g_type_ensure (XC_TYPE_CHART_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/xuncha/Xuncha/overview/overview-page.ui");
  gtk_widget_class_bind_template_child (widget_class, XcOverviewPage, views);
  gtk_widget_class_bind_template_child (widget_class, XcOverviewPage, day_label);
  gtk_widget_class_bind_template_child (widget_class, XcOverviewPage, day);
  gtk_widget_class_bind_template_child (widget_class, XcOverviewPage, chart);
  gtk_widget_class_bind_template_callback (widget_class, day_value_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, latest_clicked_cb);
}

static void
xc_overview_page_init (XcOverviewPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  xc_chart_view_set_function (self->chart, lay_out_chart, self);
}
