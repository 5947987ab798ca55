/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/overview/overview-page.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "app/chart-view.h"
#include "app/overview/as-of-bar.h"
#include "app/overview/overview-figures.h"
#include "app/overview/overview-pages.h"
#include "app/overview/overview-share.h"
#include "app/overview/overview-source.h"
#include "app/overview/overview-words.h"
#include "app/overview/picture-dialog.h"
#include "app/overview/what-if-bar.h"
#include "app/presentation/presentation.h"
#include "app/window.h"

/* How large type is in the chart, beside that of the window. */
#define TYPE_SHARE 0.85

struct _XcOverviewPage
{
  XcPage parent_instance;

  /* Template widgets */
  GtkStack *views;
  XcOverviewFigures *figures;
  XcAsOfBar *as_of;
  GtkRevealer *what_if_revealer;
  XcWhatIfBar *what_if;
  XcChartView *chart;

  /* Owned */
  XcOverviewSource *source; /* NULL while there is no term */
  XcReader *reader;         /* of the problems, NULL while there is no ledger */
  guint counting;           /* source that counts problems, or 0 */

  XcChartSheet sheet;
  gboolean is_supposing;
  gboolean is_stale; /* the ledger was changed while nobody looked */
};

typedef enum
{
  PROP_SHEET = 1,
  PROP_IS_SUPPOSING,
} XcOverviewPageProperty;

static GParamSpec *properties[PROP_IS_SUPPOSING + 1];

G_DEFINE_FINAL_TYPE (XcOverviewPage, xc_overview_page, XC_TYPE_PAGE)

static const char *const sheet_names[] = { "progress", "registers", "organizations" };

/* ---- the chart ---- */

static XcPicture *
lay_out_chart (double width, double height, gpointer data)
{
  XcOverviewPage *self = data;
  XcCoverageChart chart;

  if (self->source == NULL)
    return NULL;
  chart = xc_overview_source_get_chart (self->source);
  chart.is_bare = TRUE;
  chart.least_scale = TYPE_SHARE * xc_chart_view_get_text_scale (self->chart);
  return xc_coverage_chart_lay_out_sheet (&chart, self->sheet, width, height);
}

static void
show_figure (XcOverviewPage *self, XcOverviewFigure figure)
{
  g_auto (XcFigureWords) words = { NULL };

  if (xc_figure_words_get (self->source, figure, &words))
    xc_overview_figures_show (self->figures, figure, words.value, words.rule, words.is_alarm);
}

static gboolean count_problems (gpointer data);

static void
problems_read_cb (gpointer answer, const GError *error, gpointer data)
{
  XcOverviewPage *self = data;

  if (answer == NULL)
    return;
  xc_overview_source_take_problems (self->source, answer);
  count_problems (self);
}

/* After the chart is there: nobody waits for it. */
static gboolean
count_problems (gpointer data)
{
  XcOverviewPage *self = data;

  self->counting = 0;
  if (self->source == NULL)
    return G_SOURCE_REMOVE;
  if (!xc_overview_source_has_problems (self->source))
    {
      xc_overview_source_ask_problems (self->source, self->reader, problems_read_cb, self);
      return G_SOURCE_REMOVE;
    }
  if (!xc_overview_source_count_problems (self->source, NULL))
    return G_SOURCE_REMOVE;
  for (XcOverviewFigure i = XC_OVERVIEW_PROBLEMS; i < XC_N_OVERVIEW_FIGURES; i++)
    show_figure (self, i);
  return G_SOURCE_REMOVE;
}

static void
show_what_if (XcOverviewPage *self)
{
  const XcWhatIfResult *result = xc_overview_source_get_supposed (self->source);

  if (result != NULL)
    xc_what_if_bar_tell (
        self->what_if, xc_coverage_chart_source_get_pace (xc_overview_source_get_chart_source (self->source)),
        result);
}

/* The numbers are others: shows them. */
static void
refresh (XcOverviewPage *self)
{
  XcCoverageChart chart;

  if (self->source == NULL)
    return;
  chart = xc_overview_source_get_chart (self->source);
  for (XcOverviewFigure i = XC_OVERVIEW_COVERAGE; i < XC_OVERVIEW_PROBLEMS; i++)
    show_figure (self, i);
  if (self->counting == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->counting = g_idle_add (count_problems, self);
  show_what_if (self);
  chart.is_bare = TRUE;
  xc_chart_view_set_least_height (
      self->chart, (int) xc_coverage_chart_get_height (
                       &chart, self->sheet, TYPE_SHARE * xc_chart_view_get_text_scale (self->chart)));
  xc_chart_view_redraw (self->chart);
}

static void
day_changed_cb (XcOverviewPage *self)
{
  if (self->source == NULL)
    return;
  xc_overview_source_set_day (self->source, xc_as_of_bar_get_day (self->as_of));
  refresh (self);
}

static void
mark_activated_cb (XcOverviewPage *self, const XcMark *mark)
{
  XcWindow *window = XC_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
  g_autofree char *words = g_strdup (mark->words);
  g_autoptr (GArray) ids = NULL;

  if (self->source == NULL)
    return;
  ids = xc_coverage_chart_source_list_behind (xc_overview_source_get_chart_source (self->source),
                                              (XcChartMark) mark->kind, mark->index);
  xc_window_show_rows (window, XC_TABLE_ORGANIZATION, words, ids);
  if (ids->len == 1)
    xc_window_show_row (window, XC_TABLE_ORGANIZATION, g_array_index (ids, gint64, 0));
}

/* ---- what is behind the figures ---- */

/* What is listed, and as of when. */
static char *
dup_chip (XcOverviewPage *self, const char *title)
{
  g_autofree char *as_of = xc_day_format (xc_overview_source_get_day (self->source));

  /* translators: 1 is what organizations or problems are listed, 2 a day */
  return g_strdup_printf (C_ ("chip", "%1$s, as of %2$s"), title, as_of);
}

static void
open_problems (XcOverviewPage *self, XcOverviewProblems which, const char *title)
{
  g_autoptr (GArray) ids = xc_overview_source_list_problems (self->source, which);
  g_autofree char *words = dup_chip (self, title);

  xc_window_show_rows (XC_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), XC_TABLE_PROBLEM, words, ids);
}

static void
open_organizations (XcOverviewPage *self, XcChartMark kind, const char *title)
{
  XcCoverageChartSource *source = xc_overview_source_get_chart_source (self->source);
  const XcCoverageChart *chart = xc_coverage_chart_source_get_chart (source);
  g_autoptr (GArray) ids = xc_coverage_chart_source_list_behind (source, kind, chart->n_registers);
  g_autofree char *words = dup_chip (self, title);

  xc_window_show_rows (XC_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), XC_TABLE_ORGANIZATION, words,
                       ids);
}

static void
figure_opened_cb (XcOverviewPage *self, int figure)
{
  if (self->source == NULL)
    return;
  switch ((XcOverviewFigure) figure)
    {
    case XC_OVERVIEW_COVERAGE:
      open_organizations (self, XC_CHART_MARK_AS_OF, C_ ("chip", "Covered"));
      break;
    case XC_OVERVIEW_OPEN:
      open_organizations (self, XC_CHART_MARK_REGISTER_OPEN, C_ ("chip", "Not covered"));
      break;
    case XC_OVERVIEW_ROUNDS:
      xc_window_show_rows (XC_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), XC_TABLE_ROUND, NULL, NULL);
      break;
    case XC_OVERVIEW_PROBLEMS:
      open_problems (self, XC_OVERVIEW_PROBLEMS_ALL, C_ ("chip", "Found"));
      break;
    case XC_OVERVIEW_IMMEDIATE:
      open_problems (self, XC_OVERVIEW_PROBLEMS_IMMEDIATE, C_ ("chip", "Immediate"));
      break;
    case XC_OVERVIEW_CLOSED:
      open_problems (self, XC_OVERVIEW_PROBLEMS_CLOSED, C_ ("chip", "Closed, of those fed back"));
      break;
    case XC_OVERVIEW_OVERDUE:
      open_problems (self, XC_OVERVIEW_PROBLEMS_OVERDUE, C_ ("chip", "Overdue"));
      break;
    default:
      g_return_if_reached ();
    }
}

/* ---- what if ---- */

static void
what_if_changed_cb (XcOverviewPage *self)
{
  XcWhatIf what_if = xc_what_if_bar_get (self->what_if);

  if (self->source == NULL)
    return;
  xc_overview_source_suppose (self->source, self->is_supposing ? &what_if : NULL);
  refresh (self);
}

static void
set_supposing (XcOverviewPage *self, gboolean is_supposing)
{
  if (is_supposing == self->is_supposing)
    return;
  self->is_supposing = is_supposing;
  if (is_supposing && self->source != NULL)
    {
      XcWhatIf guess = xc_overview_source_guess (self->source);

      xc_what_if_bar_put (self->what_if, &guess);
    }
  gtk_revealer_set_reveal_child (self->what_if_revealer, is_supposing);
  what_if_changed_cb (self);
  if (is_supposing)
    xc_what_if_bar_focus (self->what_if);
}

static void
set_sheet (XcOverviewPage *self, const char *name)
{
  for (XcChartSheet i = 0; i < XC_N_CHART_SHEETS; i++)
    if (g_strcmp0 (sheet_names[i], name) == 0)
      self->sheet = i;
  refresh (self);
}

/* ---- actions ---- */

static void
copy_text_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  XcOverviewPage *self = XC_OVERVIEW_PAGE (widget);
  XcCoverageChart chart;

  if (self->source == NULL)
    return;
  chart = xc_overview_source_get_chart (self->source);
  xc_overview_copy_text (widget, &chart);
}

static void
copy_picture_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  XcOverviewPage *self = XC_OVERVIEW_PAGE (widget);
  XcCoverageChart chart;

  if (self->source == NULL)
    return;
  chart = xc_overview_source_get_chart (self->source);
  xc_overview_copy_picture (widget, &chart, self->sheet);
}

static void
open_picture_dialog (XcOverviewPage *self, gboolean is_workbook)
{
  XcWhatIf what_if = xc_what_if_bar_get (self->what_if);
  XcPictureDialog *dialog;

  if (self->source == NULL)
    return;
  dialog = xc_picture_dialog_new (XC_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                                  xc_page_get_term (XC_PAGE (self)), xc_as_of_bar_get_day (self->as_of),
                                  self->sheet, self->is_supposing ? &what_if : NULL);
  if (is_workbook)
    xc_picture_dialog_choose_workbook (dialog);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
export_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  open_picture_dialog (XC_OVERVIEW_PAGE (widget), FALSE);
}

static void
export_figures_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  open_picture_dialog (XC_OVERVIEW_PAGE (widget), TRUE);
}

/* From numbers of its own: the page may follow a change meanwhile. */
static void
present_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  XcOverviewPage *self = XC_OVERVIEW_PAGE (widget);
  XcWhatIf what_if = xc_what_if_bar_get (self->what_if);
  XcOverviewSource *source;
  g_autoptr (GError) error = NULL;

  if (self->source == NULL)
    return;
  source =
      xc_overview_source_new (xc_page_get_store (XC_PAGE (self)), xc_page_get_term (XC_PAGE (self)), &error);
  if (source == NULL)
    {
      xc_window_tell_error (widget, error);
      return;
    }
  xc_overview_source_set_day (source, xc_as_of_bar_get_day (self->as_of));
  xc_overview_source_suppose (source, self->is_supposing ? &what_if : NULL);
  gtk_window_present (
      GTK_WINDOW (xc_presentation_new (GTK_WINDOW (gtk_widget_get_root (widget)), source, self->sheet)));
}

static XcPages *
xc_overview_page_make_pages (XcPage *page, GError **error)
{
  XcOverviewPage *self = XC_OVERVIEW_PAGE (page);
  XcWhatIf what_if = xc_what_if_bar_get (self->what_if);

  if (self->source == NULL)
    return NULL;
  return xc_overview_pages_new (xc_page_get_store (page), xc_page_get_term (page),
                                xc_as_of_bar_get_day (self->as_of), self->sheet,
                                self->is_supposing ? &what_if : NULL, error);
}

/* "page.show-progress" and so on. */
static void
show_sheet_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_object_set (widget, "sheet", name + strlen ("page.show-"), NULL);
}

/* ---- the page ---- */

static void
take_source (XcOverviewPage *self, XcOverviewSource *source)
{
  if (self->reader != NULL)
    xc_reader_stop (self->reader);
  g_clear_pointer (&self->source, xc_overview_source_free);
  self->source = source;
  gtk_stack_set_visible_child_name (self->views, source != NULL ? "chart" : "empty");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.copy-text", source != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.copy-picture", source != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.export", source != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.export-figures", source != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "page.present", source != NULL);
}

static void
xc_overview_page_build (XcPage *page)
{
  XcOverviewPage *self = XC_OVERVIEW_PAGE (page);

  gtk_widget_init_template (GTK_WIDGET (self));
  xc_chart_view_set_function (self->chart, lay_out_chart, self);
}

static void
show_ledger (XcOverviewPage *self, gboolean is_other)
{
  XcPage *page = XC_PAGE (self);
  XcStore *store = xc_page_get_store (page);
  XcRecord *term = store != NULL ? xc_page_get_term (page) : NULL;
  gint64 before = self->source != NULL ? xc_record_get_id (xc_overview_source_get_term (self->source)) : 0;

  self->is_stale = FALSE;
  take_source (self, term != NULL ? xc_overview_source_new (store, term, NULL) : NULL);
  if (self->source == NULL)
    return;
  xc_as_of_bar_set_range (self->as_of, xc_record_get_day (term, "starts_on"),
                          xc_record_get_day (term, "ends_on"),
                          xc_term_choice_get_day (xc_page_get_term_choice (page)));
  if (is_other || before != xc_record_get_id (term))
    xc_as_of_bar_set_day (self->as_of, xc_term_choice_get_day (xc_page_get_term_choice (page)));
  xc_overview_source_set_day (self->source, xc_as_of_bar_get_day (self->as_of));
  what_if_changed_cb (self);
}

static void
xc_overview_page_follow (XcPage *page, const XcChange *change)
{
  XcOverviewPage *self = XC_OVERVIEW_PAGE (page);
  XcStore *store = xc_page_get_store (page);

  if (change != NULL && !gtk_widget_get_mapped (GTK_WIDGET (self)))
    {
      self->is_stale = TRUE;
      return;
    }
  if (change == NULL)
    {
      g_clear_pointer (&self->reader, xc_reader_free);
      self->reader = store != NULL ? xc_reader_new (store) : NULL;
    }
  show_ledger (self, change == NULL);
}

static void
xc_overview_page_map (GtkWidget *widget)
{
  XcOverviewPage *self = XC_OVERVIEW_PAGE (widget);

  GTK_WIDGET_CLASS (xc_overview_page_parent_class)->map (widget);
  if (self->is_stale)
    show_ledger (self, FALSE);
  if (self->source != NULL && self->counting == 0 && !xc_overview_source_has_problems (self->source))
    self->counting = g_idle_add (count_problems, self);
}

/* Of a hundred thousand problems that is 30 MiB. */
static void
xc_overview_page_unmap (GtkWidget *widget)
{
  XcOverviewPage *self = XC_OVERVIEW_PAGE (widget);

  GTK_WIDGET_CLASS (xc_overview_page_parent_class)->unmap (widget);
  if (self->source != NULL)
    xc_overview_source_forget_problems (self->source);
}

static void
xc_overview_page_show_term (XcPage *page)
{
  xc_overview_page_follow (page, NULL);
}

static void
xc_overview_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  XcOverviewPage *self = XC_OVERVIEW_PAGE (object);

  switch ((XcOverviewPageProperty) id)
    {
    case PROP_SHEET:
      g_value_set_string (value, sheet_names[self->sheet]);
      break;
    case PROP_IS_SUPPOSING:
      g_value_set_boolean (value, self->is_supposing);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
xc_overview_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  XcOverviewPage *self = XC_OVERVIEW_PAGE (object);

  switch ((XcOverviewPageProperty) id)
    {
    case PROP_SHEET:
      set_sheet (self, g_value_get_string (value));
      break;
    case PROP_IS_SUPPOSING:
      set_supposing (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
xc_overview_page_dispose (GObject *object)
{
  XcOverviewPage *self = XC_OVERVIEW_PAGE (object);

  g_clear_pointer (&self->reader, xc_reader_free);
  if (self->chart != NULL)
    xc_chart_view_set_function (self->chart, NULL, NULL);
  g_clear_pointer (&self->source, xc_overview_source_free);
  /* Disposing of the template takes away the bound child, which the parent class would then take away again. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  if (xc_page_is_built (XC_PAGE (self)))
    gtk_widget_dispose_template (GTK_WIDGET (self), XC_TYPE_OVERVIEW_PAGE);
  /* What is taken away tells of a change once more. */
  g_clear_handle_id (&self->counting, g_source_remove);
  G_OBJECT_CLASS (xc_overview_page_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "page.copy-text", NULL, copy_text_action);
  gtk_widget_class_install_action (widget_class, "page.copy-picture", NULL, copy_picture_action);
  gtk_widget_class_install_action (widget_class, "page.export", NULL, export_action);
  gtk_widget_class_install_action (widget_class, "page.export-figures", NULL, export_figures_action);
  gtk_widget_class_install_action (widget_class, "page.present", NULL, present_action);
  gtk_widget_class_install_action (widget_class, "page.show-progress", NULL, show_sheet_action);
  gtk_widget_class_install_action (widget_class, "page.show-registers", NULL, show_sheet_action);
  gtk_widget_class_install_action (widget_class, "page.show-organizations", NULL, show_sheet_action);
  gtk_widget_class_install_property_action (widget_class, "page.sheet", "sheet");
  gtk_widget_class_install_property_action (widget_class, "page.what-if", "is-supposing");
}

static void
xc_overview_page_class_init (XcOverviewPageClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  object_class->dispose = xc_overview_page_dispose;
  object_class->get_property = xc_overview_page_get_property;
  object_class->set_property = xc_overview_page_set_property;
  widget_class->map = xc_overview_page_map;
  widget_class->unmap = xc_overview_page_unmap;
  XC_PAGE_CLASS (class)->build = xc_overview_page_build;
  XC_PAGE_CLASS (class)->follow = xc_overview_page_follow;
  XC_PAGE_CLASS (class)->show_term = xc_overview_page_show_term;
  XC_PAGE_CLASS (class)->make_pages = xc_overview_page_make_pages;
  properties[PROP_SHEET] =
      g_param_spec_string ("sheet", NULL, NULL, sheet_names[0], G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_IS_SUPPOSING] =
      g_param_spec_boolean ("is-supposing", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
  g_type_ensure (XC_TYPE_CHART_VIEW);
  g_type_ensure (XC_TYPE_AS_OF_BAR);
  g_type_ensure (XC_TYPE_OVERVIEW_FIGURES);
  g_type_ensure (XC_TYPE_WHAT_IF_BAR);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/xuncha/Xuncha/overview/overview-page.ui");
  gtk_widget_class_bind_template_child (widget_class, XcOverviewPage, views);
  gtk_widget_class_bind_template_child (widget_class, XcOverviewPage, figures);
  gtk_widget_class_bind_template_child (widget_class, XcOverviewPage, as_of);
  gtk_widget_class_bind_template_child (widget_class, XcOverviewPage, what_if_revealer);
  gtk_widget_class_bind_template_child (widget_class, XcOverviewPage, what_if);
  gtk_widget_class_bind_template_child (widget_class, XcOverviewPage, chart);
  gtk_widget_class_bind_template_callback (widget_class, day_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, figure_opened_cb);
  gtk_widget_class_bind_template_callback (widget_class, what_if_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, mark_activated_cb);
  install_actions (widget_class);
}

static void
xc_overview_page_init (XcOverviewPage *self)
{
}
