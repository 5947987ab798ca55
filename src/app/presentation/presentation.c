/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/presentation/presentation.h"

#include <glib/gi18n-lib.h>

#include "app/chart-view.h"
#include "app/overview/overview-words.h"
#include "report/figure-picture.h"

/* How much larger type is than on the same screen in a window; less where there is no room. */
#define BIG_TYPE 1.1

struct _XcPresentation
{
  GtkWindow parent_instance;

  /* Borrowed: of the own tree */
  XcChartView *view;

  /* Owned */
  XcOverviewSource *source;

  guint slide;
};

G_DEFINE_FINAL_TYPE (XcPresentation, xc_presentation, GTK_TYPE_WINDOW)

/* The sheets of the chart, the figures, and each register by itself. */
#define FIGURES_SLIDE XC_N_CHART_SHEETS
#define FIRST_REGISTER_SLIDE (FIGURES_SLIDE + 1)

static guint
count_slides (XcPresentation *self)
{
  return FIRST_REGISTER_SLIDE + (guint) xc_overview_source_get_chart (self->source).n_registers;
}

static const char *
get_slide_title (guint slide, const XcCoverageChart *chart)
{
  if (slide >= FIRST_REGISTER_SLIDE)
    return chart->registers[slide - FIRST_REGISTER_SLIDE].title;
  return slide == FIGURES_SLIDE ? _ ("Figures") : xc_chart_sheet_get_title ((XcChartSheet) slide);
}

static char *
dup_title (XcPresentation *self, const XcCoverageChart *chart)
{
  /* translators: 1 is the title of the chart, 2 which part of it */
  return g_strdup_printf (C_ ("presentation", "%1$s · %2$s"), chart->title,
                          get_slide_title (self->slide, chart));
}

static XcPicture *
lay_out_figures (XcPresentation *self, const XcCoverageChart *chart, double width, double height)
{
  static const struct
  {
    guint row, share;
  } places[] = { { 0, 2 }, { 0, 1 }, { 0, 1 }, { 1, 1 }, { 1, 1 }, { 1, 2 }, { 1, 1 } };
  g_autofree char *day = xc_day_format (chart->as_of);
  g_autofree char *as_of = g_strdup_printf (C_ ("moment", "As of %s"), day);
  XcFigureWords words[XC_N_OVERVIEW_FIGURES] = { { NULL } };
  XcLargeFigure large[XC_N_OVERVIEW_FIGURES] = { { NULL } };
  XcFigurePicture figures = { .title = chart->title,
                              .subtitle = chart->subtitle,
                              .as_of = as_of,
                              .marking = chart->marking,
                              .figures = large,
                              .n_figures = XC_N_OVERVIEW_FIGURES };
  XcPicture *picture;

  G_STATIC_ASSERT (G_N_ELEMENTS (places) == XC_N_OVERVIEW_FIGURES);
  for (XcOverviewFigure i = 0; i < XC_N_OVERVIEW_FIGURES; i++)
    {
      gboolean is_known = xc_figure_words_get (self->source, i, &words[i]);

      large[i] = (XcLargeFigure){ .title = xc_overview_figure_get_title (i),
                                  .value = is_known ? words[i].value : "—",
                                  .rule = words[i].rule,
                                  .is_alarm = words[i].is_alarm,
                                  .row = places[i].row,
                                  .share = places[i].share };
    }
  picture = xc_figure_picture_lay_out (&figures, width, height);
  for (guint i = 0; i < XC_N_OVERVIEW_FIGURES; i++)
    xc_figure_words_clear (&words[i]);
  return picture;
}

static XcPicture *
lay_out_slide (double width, double height, gpointer data)
{
  XcPresentation *self = data;
  XcCoverageChart chart = xc_overview_source_get_chart (self->source);
  g_autofree char *title = dup_title (self, &chart);
  XcChartSheet sheet = XC_CHART_SHEET_PROGRESS;
  XcPicture *picture;

  if (self->slide >= FIRST_REGISTER_SLIDE)
    {
      chart = xc_overview_source_get_register_chart (self->source, self->slide - FIRST_REGISTER_SLIDE);
      chart.title = title;
    }
  else if (self->slide != FIGURES_SLIDE)
    sheet = (XcChartSheet) self->slide;
  chart.least_scale = BIG_TYPE * MIN (width / XC_CHART_WIDTH, height / XC_CHART_HEIGHT);
  picture = self->slide == FIGURES_SLIDE ? lay_out_figures (self, &chart, width, height)
                                         : xc_coverage_chart_lay_out_sheet (&chart, sheet, width, height);
  xc_picture_set_title (picture, title);
  return picture;
}

static void
show_slide (XcPresentation *self, guint slide)
{
  XcCoverageChart chart = xc_overview_source_get_chart (self->source);
  g_autofree char *title = NULL;

  self->slide = slide;
  title = dup_title (self, &chart);
  gtk_window_set_title (GTK_WINDOW (self), title);
  xc_chart_view_redraw (self->view);
}

static void
go_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  XcPresentation *self = XC_PRESENTATION (widget);

  if (g_str_equal (name, "presentation.first"))
    show_slide (self, 0);
  else if (g_str_equal (name, "presentation.last"))
    show_slide (self, count_slides (self) - 1);
  else if (g_str_equal (name, "presentation.next") && self->slide + 1 < count_slides (self))
    show_slide (self, self->slide + 1);
  else if (g_str_equal (name, "presentation.previous") && self->slide > 0)
    show_slide (self, self->slide - 1);
}

static void
clicked_cb (XcPresentation *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "presentation.next", NULL);
}

/* Before the window moves its focus by them. */
static gboolean
key_pressed_cb (XcPresentation *self, guint key, guint code, GdkModifierType state)
{
  static const struct
  {
    guint key;
    const char *action;
  } keys[] = {
    { GDK_KEY_Right, "presentation.next" },
    { GDK_KEY_KP_Right, "presentation.next" },
    { GDK_KEY_Down, "presentation.next" },
    { GDK_KEY_KP_Down, "presentation.next" },
    { GDK_KEY_Page_Down, "presentation.next" },
    { GDK_KEY_KP_Page_Down, "presentation.next" },
    { GDK_KEY_space, "presentation.next" },
    { GDK_KEY_Return, "presentation.next" },
    { GDK_KEY_Left, "presentation.previous" },
    { GDK_KEY_KP_Left, "presentation.previous" },
    { GDK_KEY_Up, "presentation.previous" },
    { GDK_KEY_KP_Up, "presentation.previous" },
    { GDK_KEY_Page_Up, "presentation.previous" },
    { GDK_KEY_KP_Page_Up, "presentation.previous" },
    { GDK_KEY_BackSpace, "presentation.previous" },
    { GDK_KEY_Home, "presentation.first" },
    { GDK_KEY_End, "presentation.last" },
    { GDK_KEY_Escape, "window.close" },
    { GDK_KEY_F11, "window.close" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (key == keys[i].key && (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) == 0)
      return gtk_widget_activate_action (GTK_WIDGET (self), keys[i].action, NULL);
  return FALSE;
}

static void
xc_presentation_dispose (GObject *object)
{
  XcPresentation *self = XC_PRESENTATION (object);

  if (self->view != NULL)
    xc_chart_view_set_function (self->view, NULL, NULL);
  self->view = NULL;
  g_clear_pointer (&self->source, xc_overview_source_free);
  G_OBJECT_CLASS (xc_presentation_parent_class)->dispose (object);
}

static void
xc_presentation_class_init (XcPresentationClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = xc_presentation_dispose;
  gtk_widget_class_install_action (widget_class, "presentation.next", NULL, go_action);
  gtk_widget_class_install_action (widget_class, "presentation.previous", NULL, go_action);
  gtk_widget_class_install_action (widget_class, "presentation.first", NULL, go_action);
  gtk_widget_class_install_action (widget_class, "presentation.last", NULL, go_action);
}

static void
xc_presentation_init (XcPresentation *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  self->view = g_object_new (XC_TYPE_CHART_VIEW, NULL);
  /* The keys are those of the presentation. */
  gtk_widget_set_focusable (GTK_WIDGET (self->view), FALSE);
  gtk_window_set_child (GTK_WINDOW (self), GTK_WIDGET (self->view));
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect_swapped (click, "released", G_CALLBACK (clicked_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

/**
 * xc_presentation_new:
 * @parent: the window that asks
 * @source: (transfer full): what is presented
 * @sheet: what is shown first
 *
 * Returns: a window for the whole screen; to be presented
 */
XcPresentation *
xc_presentation_new (GtkWindow *parent, XcOverviewSource *source, XcChartSheet sheet)
{
  XcPresentation *self = g_object_new (XC_TYPE_PRESENTATION, "transient-for", parent, NULL);

  self->source = source;
  xc_overview_source_count_problems (source, NULL);
  xc_chart_view_set_function (self->view, lay_out_slide, self);
  show_slide (self, (guint) sheet);
  gtk_window_fullscreen (GTK_WINDOW (self));
  return self;
}
