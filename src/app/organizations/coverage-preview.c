/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/organizations/coverage-preview.h"

#include <glib/gi18n-lib.h>

struct _XcCoveragePreview
{
  AdwBin parent_instance;
};

G_DEFINE_FINAL_TYPE (XcCoveragePreview, xc_coverage_preview, ADW_TYPE_BIN)

typedef struct
{
  XcStoreAction action;
  gpointer data;
  XcRecord *term;
  XcLedgerCoverage *after;
} Trial;

static void
xc_coverage_preview_class_init (XcCoveragePreviewClass *class)
{
}

static void
xc_coverage_preview_init (XcCoveragePreview *self)
{
}

static gboolean
try_action (XcStore *store, gpointer data, GError **error)
{
  Trial *trial = data;

  if (!trial->action (store, trial->data, error))
    return FALSE;
  trial->after = xc_ledger_coverage_load (store, trial->term, error);
  return trial->after != NULL;
}

static char *
dup_figures (const XcLedgerCoverage *coverage, const XcCoverageFigures *figures)
{
  g_autofree char *rate = xc_ledger_coverage_dup_rate (coverage, figures->covered, figures->owed);

  /* translators: %1$u are covered, %2$u owed, %3$s is the rate */
  return g_strdup_printf (C_ ("coverage", "%1$u/%2$u, %3$s"), figures->covered, figures->owed, rate);
}

static gboolean
are_equal (const XcCoverageFigures *a, const XcCoverageFigures *b)
{
  return a->covered == b->covered && a->owed == b->owed && a->to_confirm == b->to_confirm;
}

static char *
dup_change (const XcLedgerCoverage *coverage, const XcCoverageFigures *before, const XcCoverageFigures *after)
{
  g_autofree char *was = dup_figures (coverage, before);
  g_autofree char *is = dup_figures (coverage, after);
  g_autofree char *change = NULL;

  if (are_equal (before, after))
    return g_strdup (was);
  /* translators: figures before and after */
  change = g_strdup_printf (C_ ("coverage", "%1$s → %2$s"), was, is);
  if (after->to_confirm == before->to_confirm)
    return g_steal_pointer (&change);
  return g_strdup_printf (
      /* translators: %1$s are figures, %2$u and %3$u numbers of organizations before and after */
      C_ ("coverage", "%1$s (to be confirmed: %2$u → %3$u)"), change, before->to_confirm, after->to_confirm);
}

static void
put_cell (GtkGrid *grid, int column, int row, const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_set_hexpand (label, column > 0);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_grid_attach (grid, label, column, row, 1, 1);
}

static void
put_row (GtkGrid *grid, int *row, const char *title, const XcLedgerCoverage *coverage,
         const XcCoverageFigures *figures[4])
{
  g_autofree char *then = dup_change (coverage, figures[0], figures[1]);
  g_autofree char *now = dup_change (coverage, figures[2], figures[3]);

  put_cell (grid, 0, *row, title, NULL);
  put_cell (grid, 1, *row, then, "count");
  put_cell (grid, 2, *row, now, "count");
  ++*row;
}

/* In the order of the registers; those that nothing happens to are left out. */
static GtkWidget *
make_grid (const XcLedgerCoverage *before, const XcLedgerCoverage *after, XcDay day)
{
  g_autoptr (XcCoverageDay) was = xc_coverage_get_day (before->coverage, day);
  g_autoptr (XcCoverageDay) is = xc_coverage_get_day (after->coverage, day);
  const GArray *registers = xc_coverage_get_input (before->coverage)->registers;
  GtkGrid *grid = GTK_GRID (gtk_grid_new ());
  g_autofree char *that_day = xc_day_format (day);
  g_autofree char *today = xc_day_format (before->as_of);
  /* translators: %s is a day */
  g_autofree char *then_title = g_strdup_printf (_ ("As of %s"), that_day);
  g_autofree char *now_title = g_strdup_printf (_ ("As of %s"), today);
  int row = 1;

  gtk_grid_set_column_spacing (grid, 18);
  gtk_grid_set_row_spacing (grid, 3);
  put_cell (grid, 0, 0, C_ ("column", "Register"), "dim-label");
  put_cell (grid, 1, 0, then_title, "dim-label");
  put_cell (grid, 2, 0, now_title, "dim-label");
  for (guint i = 0; i < registers->len && i < is->n_registers; i++)
    {
      const XcCoverageFigures *figures[] = { &was->registers[i], &is->registers[i],
                                             &before->day->registers[i], &after->day->registers[i] };

      if (!are_equal (figures[0], figures[1]) || !are_equal (figures[2], figures[3]))
        put_row (grid, &row, g_array_index (registers, XcCoverageRegister, i).title, before, figures);
    }
  put_row (grid, &row, C_ ("coverage", "Total"), before,
           (const XcCoverageFigures *[]){ &was->total, &is->total, &before->day->total, &after->day->total });
  return GTK_WIDGET (grid);
}

/**
 * xc_coverage_preview_show:
 * @self: a preview
 * @before: the coverage of the ledger as it is
 * @day: the day on which it happened
 * @action: (scope call): what would be done
 * @data: for @action
 * @error: return location; why it cannot be done
 *
 * Does @action, shows covered, owed and rate before and after it, and takes it back.
 */
gboolean
xc_coverage_preview_show (XcCoveragePreview *self, const XcLedgerCoverage *before, XcDay day,
                          XcStoreAction action, gpointer data, GError **error)
{
  Trial trial = { .action = action, .data = data, .term = before->term };

  if (!xc_store_try (before->store, try_action, &trial, error))
    return FALSE;
  adw_bin_set_child (ADW_BIN (self), make_grid (before, trial.after, day));
  xc_ledger_coverage_free (trial.after);
  return TRUE;
}

/**
 * xc_coverage_preview_clear:
 * @self: a preview
 * @sentence: (translated): why there is nothing to show
 */
void
xc_coverage_preview_clear (XcCoveragePreview *self, const char *sentence)
{
  GtkWidget *label = gtk_label_new (sentence);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "dim-label");
  adw_bin_set_child (ADW_BIN (self), label);
}
