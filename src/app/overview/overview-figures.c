/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/overview/overview-figures.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  GtkWidget *button;
  GtkLabel *value;
  char *rule; /* owned; nullable */
} Cell;

struct _XcOverviewFigures
{
  AdwBin parent_instance;

  /* Of the own tree, but for the rules */
  Cell cells[XC_N_OVERVIEW_FIGURES];
};

G_DEFINE_FINAL_TYPE (XcOverviewFigures, xc_overview_figures, ADW_TYPE_BIN)

static guint opened_signal;

/* In the order of the enum. */
static const char *const titles[] = {
  NC_ ("figure", "Covered"),  NC_ ("figure", "Not covered"), NC_ ("figure", "Rounds"),
  NC_ ("figure", "Problems"), NC_ ("figure", "Immediate"),   NC_ ("figure", "Closed"),
  NC_ ("figure", "Overdue"),
};
G_STATIC_ASSERT (G_N_ELEMENTS (titles) == XC_N_OVERVIEW_FIGURES);

static void
clicked_cb (GtkWidget *button, XcOverviewFigures *self)
{
  for (int i = 0; i < XC_N_OVERVIEW_FIGURES; i++)
    if (self->cells[i].button == button)
      g_signal_emit (self, opened_signal, 0, i);
}

/* To set the text of a tooltip asks the X server where the pointer is; a slider has no time for that. */
static gboolean
query_tooltip_cb (GtkWidget *button, int x, int y, gboolean is_by_keyboard, GtkTooltip *tooltip,
                  XcOverviewFigures *self)
{
  for (int i = 0; i < XC_N_OVERVIEW_FIGURES; i++)
    if (self->cells[i].button == button && self->cells[i].rule != NULL)
      {
        gtk_tooltip_set_text (tooltip, self->cells[i].rule);
        return TRUE;
      }
  return FALSE;
}

static Cell
make_cell (XcOverviewFigures *self, const char *title)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *caption = gtk_label_new (title);
  GtkWidget *value = gtk_label_new ("—");

  gtk_label_set_xalign (GTK_LABEL (caption), 0);
  gtk_label_set_xalign (GTK_LABEL (value), 0);
  gtk_widget_add_css_class (caption, "caption");
  gtk_widget_add_css_class (caption, "dim-label");
  gtk_widget_add_css_class (value, "figure");
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "figure-button");
  gtk_box_append (GTK_BOX (box), caption);
  gtk_box_append (GTK_BOX (box), value);
  gtk_button_set_child (GTK_BUTTON (button), box);
  g_signal_connect (button, "clicked", G_CALLBACK (clicked_cb), self);
  gtk_widget_set_has_tooltip (button, TRUE);
  g_signal_connect (button, "query-tooltip", G_CALLBACK (query_tooltip_cb), self);
  return (Cell){ button, GTK_LABEL (value), NULL };
}

static void
xc_overview_figures_finalize (GObject *object)
{
  XcOverviewFigures *self = XC_OVERVIEW_FIGURES (object);

  for (int i = 0; i < XC_N_OVERVIEW_FIGURES; i++)
    g_free (self->cells[i].rule);
  G_OBJECT_CLASS (xc_overview_figures_parent_class)->finalize (object);
}

static void
xc_overview_figures_class_init (XcOverviewFiguresClass *class)
{
  G_OBJECT_CLASS (class)->finalize = xc_overview_figures_finalize;
  opened_signal = g_signal_new ("opened", XC_TYPE_OVERVIEW_FIGURES, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_INT);
}

static void
xc_overview_figures_init (XcOverviewFigures *self)
{
  GtkFlowBox *box = GTK_FLOW_BOX (gtk_flow_box_new ());

  gtk_flow_box_set_selection_mode (box, GTK_SELECTION_NONE);
  gtk_flow_box_set_max_children_per_line (box, XC_N_OVERVIEW_FIGURES);
  gtk_flow_box_set_min_children_per_line (box, 3);
  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Figures"), -1);
  for (XcOverviewFigure i = 0; i < XC_N_OVERVIEW_FIGURES; i++)
    {
      self->cells[i] = make_cell (self, xc_overview_figure_get_title (i));
      gtk_flow_box_insert (box, self->cells[i].button, -1);
      gtk_widget_set_focusable (gtk_widget_get_parent (self->cells[i].button), FALSE);
    }
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (box));
}

/**
 * xc_overview_figure_get_title:
 * @figure: one of the figures
 *
 * Returns: what it is called
 */
const char *
xc_overview_figure_get_title (XcOverviewFigure figure)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "figure", titles[figure]);
}

/**
 * xc_overview_figures_show:
 * @self: figures
 * @figure: one of them
 * @value: what it is
 * @rule: (nullable): what is counted, and as of when, as a sentence
 * @is_alarm: whether nobody must overlook it
 */
void
xc_overview_figures_show (XcOverviewFigures *self, XcOverviewFigure figure, const char *value,
                          const char *rule, gboolean is_alarm)
{
  Cell *cell = &self->cells[figure];
  /* translators: %1$s is the title of a choice, %2$s its figures */
  g_autofree char *label = g_strdup_printf (C_ ("choice with figures", "%1$s, %2$s"),
                                            xc_overview_figure_get_title (figure), value);

  gtk_label_set_text (cell->value, value);
  g_free (cell->rule);
  cell->rule = g_strdup (rule);
  if (is_alarm)
    gtk_widget_add_css_class (GTK_WIDGET (cell->value), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (cell->value), "error");
  gtk_accessible_update_property (GTK_ACCESSIBLE (cell->button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, rule != NULL ? rule : "", -1);
}
