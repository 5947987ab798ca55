/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/board/plan-line.h"

#include <glib/gi18n-lib.h>

#include "app/board/plan-words.h"
#include "core/ratio.h"
#include "app/wrap-box.h"

struct _XcPlanLine
{
  AdwBin parent_instance;

  /* Template widgets */
  GtkLabel *coverage;
  GtkLabel *pace;
  GtkMenuButton *registers_button;
  GtkGrid *registers;
  GtkLabel *note;

  /* Borrowed: of whoever shows it */
  const XcCoveragePlan *plan;
};

G_DEFINE_FINAL_TYPE (XcPlanLine, xc_plan_line, ADW_TYPE_BIN)

static void
add_cell (XcPlanLine *self, int column, int row, const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), column == 0 ? 0 : 1);
  gtk_widget_add_css_class (label, "numeric");
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  gtk_grid_attach (self->registers, label, column, row, 1, 1);
}

static void
add_row (XcPlanLine *self, int row, const char *title, const XcPlanFigures *figures)
{
  int decimals = (int) xc_coverage_get_input (self->plan->coverage)->term.decimals;
  g_autofree char *covered = g_strdup_printf ("%u/%u", figures->covered, figures->owed);
  g_autofree char *rate = xc_ratio_format (figures->covered, figures->owed, decimals);
  g_autofree char *added = g_strdup_printf ("+%u", figures->added);
  g_autofree char *remaining = g_strdup_printf ("%u", figures->remaining);
  g_autofree char *needed = g_strdup_printf ("%u", figures->needed_per_round);

  add_cell (self, 0, row, title, NULL);
  add_cell (self, 1, row, covered, NULL);
  add_cell (self, 2, row, rate, NULL);
  add_cell (self, 3, row, added, NULL);
  add_cell (self, 4, row, remaining, NULL);
  add_cell (self, 5, row, needed, NULL);
}

/* Only when it is asked for: each register is gone through from the first day of the term. */
static void
popover_shown_cb (XcPlanLine *self)
{
  const GArray *registers;
  const char *headings[] = {
    _ ("Register"),        C_ ("plan", "After the Round"), _ ("Rate"), C_ ("plan", "This Round"),
    C_ ("plan", "Remain"), C_ ("plan", "Needed a Round")
  };
  XcPlanFigures figures;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->registers))) != NULL)
    gtk_grid_remove (self->registers, child);
  if (self->plan == NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (headings); i++)
    add_cell (self, (int) i, 0, headings[i], "caption-heading");
  registers = xc_coverage_get_input (self->plan->coverage)->registers;
  for (guint i = 0; i < registers->len; i++)
    {
      figures = xc_coverage_plan_get_figures (self->plan, i);
      add_row (self, (int) i + 1, g_array_index (registers, XcCoverageRegister, i).title, &figures);
    }
  figures = xc_coverage_plan_get_figures (self->plan, XC_COVERAGE_TOTAL);
  add_row (self, (int) registers->len + 1, C_ ("coverage", "Total"), &figures);
}

static void
xc_plan_line_dispose (GObject *object)
{
  XC_PLAN_LINE (object)->plan = NULL;
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), XC_TYPE_PLAN_LINE);
  G_OBJECT_CLASS (xc_plan_line_parent_class)->dispose (object);
}

static void
xc_plan_line_class_init (XcPlanLineClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = xc_plan_line_dispose;
  g_type_ensure (XC_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/xuncha/Xuncha/board/plan-line.ui");
  gtk_widget_class_bind_template_child (widget_class, XcPlanLine, coverage);
  gtk_widget_class_bind_template_child (widget_class, XcPlanLine, pace);
  gtk_widget_class_bind_template_child (widget_class, XcPlanLine, registers_button);
  gtk_widget_class_bind_template_child (widget_class, XcPlanLine, registers);
  gtk_widget_class_bind_template_child (widget_class, XcPlanLine, note);
  gtk_widget_class_bind_template_callback (widget_class, popover_shown_cb);
}

static void
xc_plan_line_init (XcPlanLine *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
set_class (GtkLabel *label, const char *wanted)
{
  static const char *const classes[] = { "success", "warning", "error" };

  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    if (g_strcmp0 (classes[i], wanted) == 0)
      gtk_widget_add_css_class (GTK_WIDGET (label), classes[i]);
    else
      gtk_widget_remove_css_class (GTK_WIDGET (label), classes[i]);
}

/**
 * xc_plan_line_show:
 * @self: a line
 * @plan: (nullable) (transfer none): what to show; it must live until the next one is shown
 */
void
xc_plan_line_show (XcPlanLine *self, const XcCoveragePlan *plan)
{
  g_autofree char *coverage = NULL;
  g_autofree char *pace = NULL;
  g_autofree char *note = NULL;
  XcPlanFigures figures;

  self->plan = plan;
  gtk_widget_set_visible (GTK_WIDGET (self->registers_button), plan != NULL);
  if (plan == NULL)
    {
      gtk_label_set_text (self->coverage, "");
      gtk_label_set_text (self->pace, "");
      return;
    }
  figures = xc_coverage_plan_get_figures (plan, XC_COVERAGE_TOTAL);
  coverage = xc_plan_words_dup_coverage (plan, &figures);
  pace = xc_plan_words_dup_pace (&figures);
  note = xc_plan_words_dup_note (plan);
  gtk_label_set_text (self->coverage, coverage);
  gtk_label_set_text (self->pace, pace);
  gtk_label_set_text (self->note, note);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->coverage), note);
  set_class (self->pace, xc_plan_words_get_class (figures.verdict));
  if (gtk_widget_get_mapped (GTK_WIDGET (self->registers)))
    popover_shown_cb (self);
}
