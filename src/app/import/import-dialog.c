/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/import/import-dialog.h"

#include <glib/gi18n-lib.h>

/* Nobody mends more than these at once; the rest shows when they are mended. */
#define MAX_FAULTS 200

struct _XcImportDialog
{
  XcDialog parent_instance;

  /* Template widgets */
  GtkLabel *sentence;
  GtkGrid *sheets;
  GtkWidget *faults_title;
  GtkListBox *faults;
  GtkWidget *notes_title;
  GtkListBox *notes;
  GtkWidget *import_button;
};

G_DEFINE_FINAL_TYPE (XcImportDialog, xc_import_dialog, XC_TYPE_DIALOG)

static guint accepted_signal;

static void
put_cell (XcImportDialog *self, int column, int row, const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), column == 0 ? 0 : 1);
  gtk_widget_set_hexpand (label, column == 0);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  gtk_grid_attach (self->sheets, label, column, row, 1, 1);
}

static void
show_sheets (XcImportDialog *self, const XcImportReport *report)
{
  const char *headings[] = { _ ("Sheet"),     _ ("Rows"),   C_ ("import", "Added"), C_ ("import", "Changed"),
                             _ ("Unchanged"), _ ("Refused") };

  for (guint i = 0; i < G_N_ELEMENTS (headings); i++)
    put_cell (self, (int) i, 0, headings[i], "dim-label");
  for (guint i = 0; i < report->sheets->len; i++)
    {
      const XcImportSheet *sheet = report->sheets->pdata[i];
      const guint numbers[] = { sheet->rows, sheet->added, sheet->changed, sheet->unchanged, sheet->refused };

      put_cell (self, 0, (int) i + 1, sheet->name, NULL);
      for (guint j = 0; j < G_N_ELEMENTS (numbers); j++)
        {
          g_autofree char *number = g_strdup_printf ("%u", numbers[j]);

          put_cell (self, (int) j + 1, (int) i + 1, number, "numeric");
        }
    }
}

static void
add_row (GtkListBox *list, const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_list_box_append (list, row);
}

static void
show_faults (XcImportDialog *self, const XcImportReport *report)
{
  for (guint i = 0; i < report->faults->len && i < MAX_FAULTS; i++)
    {
      const XcImportFault *fault = report->faults->pdata[i];
      g_autofree char *words = fault->expected == NULL ? g_strdup (fault->what)
                                                       /* translators: two sentences, one after the other */
                                                       : g_strdup_printf (C_ ("sentences", "%1$s %2$s"),
                                                                          fault->what, fault->expected);
      g_autofree char *cell = g_strdup_printf ("%s!%s", fault->sheet_name, fault->cell);

      add_row (self->faults, cell, words);
    }
  if (report->faults->len > MAX_FAULTS)
    {
      guint n_more = report->faults->len - MAX_FAULTS;
      g_autofree char *words = g_strdup_printf (
          /* translators: %u is a number of cells that are wrong */
          g_dngettext (GETTEXT_PACKAGE, "And %u more", "And %u more", n_more), n_more);

      add_row (self->faults, words, NULL);
    }
  gtk_widget_set_visible (self->faults_title, report->faults->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->faults), report->faults->len > 0);
}

static void
show_notes (XcImportDialog *self, const XcImportReport *report)
{
  for (guint i = 0; i < report->notes->len; i++)
    add_row (self->notes, report->notes->pdata[i], NULL);
  gtk_widget_set_visible (self->notes_title, report->notes->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->notes), report->notes->len > 0);
}

static void
import_clicked_cb (XcImportDialog *self)
{
  g_signal_emit (self, accepted_signal, 0);
  gtk_window_close (GTK_WINDOW (self));
}

static void
xc_import_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), XC_TYPE_IMPORT_DIALOG);
  G_OBJECT_CLASS (xc_import_dialog_parent_class)->dispose (object);
}

static void
xc_import_dialog_class_init (XcImportDialogClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = xc_import_dialog_dispose;
  accepted_signal = g_signal_new ("accepted", XC_TYPE_IMPORT_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/xuncha/Xuncha/import/import-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, XcImportDialog, sentence);
  gtk_widget_class_bind_template_child (widget_class, XcImportDialog, sheets);
  gtk_widget_class_bind_template_child (widget_class, XcImportDialog, faults_title);
  gtk_widget_class_bind_template_child (widget_class, XcImportDialog, faults);
  gtk_widget_class_bind_template_child (widget_class, XcImportDialog, notes_title);
  gtk_widget_class_bind_template_child (widget_class, XcImportDialog, notes);
  gtk_widget_class_bind_template_child (widget_class, XcImportDialog, import_button);
  gtk_widget_class_bind_template_callback (widget_class, import_clicked_cb);
}

static void
xc_import_dialog_init (XcImportDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * xc_import_dialog_new:
 * @parent: the window that imports
 * @report: what was found out
 * @sentence: (translated): what it comes to
 *
 * Returns: (transfer none): a dialog to be presented; it offers to import when nothing is wrong and anything is new
 */
XcImportDialog *
xc_import_dialog_new (GtkWindow *parent, const XcImportReport *report, const char *sentence)
{
  XcImportDialog *self =
      g_object_new (XC_TYPE_IMPORT_DIALOG, "transient-for", parent, "title", report->file, NULL);

  gtk_label_set_text (self->sentence, sentence);
  show_sheets (self, report);
  show_faults (self, report);
  show_notes (self, report);
  gtk_widget_set_sensitive (self->import_button, report->faults->len == 0 && report->is_change);
  if (gtk_widget_get_sensitive (self->import_button))
    gtk_window_set_focus (GTK_WINDOW (self), self->import_button);
  return self;
}
