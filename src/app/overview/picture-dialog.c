/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/overview/picture-dialog.h"

#include <glib/gi18n-lib.h>

#include "app/drop-down.h"
#include "app/file-chooser.h"
#include "app/today.h"
#include "report/coverage-workbook.h"
#include "report/picture-file.h"

struct _XcPictureDialog
{
  XcDialog parent_instance;

  /* Template widgets */
  GtkDropDown *sheet;
  GtkDropDown *format;
  GtkDropDown *palette;
  GtkDropDown *size;
  GtkSpinButton *width;
  GtkSpinButton *height;
  GtkLabel *unit;

  /* Owned */
  XcRecord *term;
  XcWhatIf *what_if; /* nullable */

  XcDay as_of;
  gboolean is_filling;
};

G_DEFINE_FINAL_TYPE (XcPictureDialog, xc_picture_dialog, XC_TYPE_DIALOG)

/* In pixels; on paper, in points. The last is whatever is typed. */
static const struct
{
  const char *title; /* message id in the context "size of a picture" */
  int width, height;
} sizes[] = {
  { NC_ ("size of a picture", "Screen, 1280 × 800"), XC_CHART_WIDTH, XC_CHART_HEIGHT },
  { NC_ ("size of a picture", "Slide, 1920 × 1080"), 1920, 1080 },
  { NC_ ("size of a picture", "Wall, 3840 × 2160"), 3840, 2160 },
  { NC_ ("size of a picture", "A4 landscape, 842 × 595"), XC_CHART_PAGE_WIDTH, XC_CHART_PAGE_HEIGHT },
  { NC_ ("size of a picture", "A3 landscape, 1191 × 842"), 1191, 842 },
  { NC_ ("size of a picture", "Other"), 0, 0 },
};

/* The formats of pictures, and behind them that of figures. */
static const char *const endings[] = { "png", "svg", "pdf", "xlsx" };
#define WORKBOOK (XC_PICTURE_PDF + 1)
G_STATIC_ASSERT (G_N_ELEMENTS (endings) == WORKBOOK + 1);

/* ---- what is chosen ---- */

static void
size_chosen_cb (XcPictureDialog *self)
{
  guint chosen = gtk_drop_down_get_selected (self->size);

  if (self->is_filling || chosen >= G_N_ELEMENTS (sizes) || sizes[chosen].width == 0)
    return;
  self->is_filling = TRUE;
  gtk_spin_button_set_value (self->width, sizes[chosen].width);
  gtk_spin_button_set_value (self->height, sizes[chosen].height);
  self->is_filling = FALSE;
}

static void
size_typed_cb (XcPictureDialog *self)
{
  guint fitting = G_N_ELEMENTS (sizes) - 1;

  if (self->is_filling)
    return;
  for (guint i = 0; i + 1 < G_N_ELEMENTS (sizes); i++)
    if (gtk_spin_button_get_value_as_int (self->width) == sizes[i].width
        && gtk_spin_button_get_value_as_int (self->height) == sizes[i].height)
      fitting = i;
  self->is_filling = TRUE;
  gtk_drop_down_set_selected (self->size, fitting);
  self->is_filling = FALSE;
}

static void
format_chosen_cb (XcPictureDialog *self)
{
  gboolean is_paper = gtk_drop_down_get_selected (self->format) == XC_PICTURE_PDF;
  gboolean is_picture = gtk_drop_down_get_selected (self->format) != WORKBOOK;

  if (self->unit == NULL)
    return;
  gtk_widget_set_sensitive (GTK_WIDGET (self->sheet), is_picture);
  gtk_widget_set_sensitive (GTK_WIDGET (self->palette), is_picture);
  gtk_widget_set_sensitive (GTK_WIDGET (self->size), is_picture);
  gtk_widget_set_sensitive (GTK_WIDGET (self->width), is_picture);
  gtk_widget_set_sensitive (GTK_WIDGET (self->height), is_picture);
  gtk_label_set_text (self->unit, is_paper ? C_ ("unit", "points") : C_ ("unit", "pixels"));
  gtk_drop_down_set_selected (self->size, is_paper ? 3 : 0);
}

/* ---- writing ---- */

static gboolean
write_picture (XcPictureDialog *self, const XcCoverageChart *chart, const char *path, GError **error)
{
  XcPictureFormat format;
  g_autoptr (XcPicture) picture = NULL;

  if (!xc_picture_format_from_path (path, &format, error))
    return FALSE;
  picture = xc_coverage_chart_lay_out_sheet (chart, (XcChartSheet) gtk_drop_down_get_selected (self->sheet),
                                             gtk_spin_button_get_value (self->width),
                                             gtk_spin_button_get_value (self->height));
  return xc_picture_write (picture, format, (XcPalette) gtk_drop_down_get_selected (self->palette),
                           self->as_of, path, TRUE, error);
}

static gboolean
write_chart (XcPictureDialog *self, XcStore *store, const char *path, GError **error)
{
  g_autoptr (XcOverviewSource) source = xc_overview_source_new (store, self->term, error);
  g_autofree char *lower = g_ascii_strdown (path, -1);
  XcCoverageChart chart;

  if (source == NULL)
    return FALSE;
  xc_overview_source_set_day (source, self->as_of);
  xc_overview_source_suppose (source, self->what_if);
  chart = xc_overview_source_get_chart (source);
  return g_str_has_suffix (lower, ".xlsx")
             ? xc_coverage_workbook_write (&chart, xc_today (), path, TRUE, error)
             : write_picture (self, &chart, path, error);
}

/* The dialog that asked is kept by the window until then. */
static void
file_chosen_cb (XcWindow *window, GFile *file)
{
  XcPictureDialog *self = g_object_get_data (G_OBJECT (window), "picture-dialog");
  g_autofree char *path = g_file_get_path (file);
  g_autoptr (GError) error = NULL;

  if (self == NULL || path == NULL)
    return;
  if (!write_chart (self, xc_window_get_store (window), path, &error))
    {
      xc_window_tell_error (GTK_WIDGET (self), error);
      return;
    }
  xc_window_note_export (window, path);
  gtk_window_close (GTK_WINDOW (self));
  /* The chooser went at the same moment, and some window managers then give the keyboard to neither. */
  gtk_window_present (GTK_WINDOW (window));
}

static void
save_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  static const char *const pictures[] = { "*.png", "*.svg", "*.pdf", NULL };
  static const char *const workbooks[] = { "*.xlsx", NULL };
  XcPictureDialog *self = XC_PICTURE_DIALOG (widget);
  XcWindow *window = XC_WINDOW (gtk_window_get_transient_for (GTK_WINDOW (self)));
  gboolean is_picture = gtk_drop_down_get_selected (self->format) != WORKBOOK;
  const XcFileKind kind = { is_picture ? _ ("Pictures: .pdf, .png, .svg") : _ ("Workbooks"),
                            is_picture ? pictures : workbooks };
  g_autofree char *file_name =
      /* translators: the name of a file; %s is png, svg, pdf or xlsx */
      g_strdup_printf (_ ("chart.%s"), endings[gtk_drop_down_get_selected (self->format)]);

  g_object_set_data_full (G_OBJECT (window), "picture-dialog", g_object_ref (self), g_object_unref);
  xc_choose_file_to_save (window, _ ("Where to Save the Chart"), &kind, file_name, file_chosen_cb);
}

/* ---- the dialog ---- */

static void
xc_picture_dialog_dispose (GObject *object)
{
  XcPictureDialog *self = XC_PICTURE_DIALOG (object);

  g_clear_pointer (&self->term, xc_record_unref);
  g_clear_pointer (&self->what_if, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (object), XC_TYPE_PICTURE_DIALOG);
  G_OBJECT_CLASS (xc_picture_dialog_parent_class)->dispose (object);
}

static void
xc_picture_dialog_class_init (XcPictureDialogClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = xc_picture_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/xuncha/Xuncha/overview/picture-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, XcPictureDialog, sheet);
  gtk_widget_class_bind_template_child (widget_class, XcPictureDialog, format);
  gtk_widget_class_bind_template_child (widget_class, XcPictureDialog, palette);
  gtk_widget_class_bind_template_child (widget_class, XcPictureDialog, size);
  gtk_widget_class_bind_template_child (widget_class, XcPictureDialog, width);
  gtk_widget_class_bind_template_child (widget_class, XcPictureDialog, height);
  gtk_widget_class_bind_template_child (widget_class, XcPictureDialog, unit);
  gtk_widget_class_bind_template_callback (widget_class, size_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, size_typed_cb);
  gtk_widget_class_bind_template_callback (widget_class, format_chosen_cb);
  gtk_widget_class_install_action (widget_class, "picture.save", NULL, save_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "picture.save", NULL);
}

static void
fill_sizes (XcPictureDialog *self)
{
  const char *titles[G_N_ELEMENTS (sizes) + 1] = { NULL };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    titles[i] = g_dpgettext2 (GETTEXT_PACKAGE, "size of a picture", sizes[i].title);
  xc_drop_down_fill (self->size, titles);
}

static void
xc_picture_dialog_init (XcPictureDialog *self)
{
  self->is_filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  xc_drop_down_fill (self->sheet,
                     (const char *[]){ xc_chart_sheet_get_title (XC_CHART_SHEET_PROGRESS),
                                       xc_chart_sheet_get_title (XC_CHART_SHEET_REGISTERS),
                                       xc_chart_sheet_get_title (XC_CHART_SHEET_ORGANIZATIONS), NULL });
  xc_drop_down_fill (self->format,
                     (const char *[]){ C_ ("format of a picture", "PNG, for slides and pages"),
                                       C_ ("format of a picture", "SVG, to be edited"),
                                       C_ ("format of a picture", "PDF, for paper"),
                                       C_ ("format of a picture", "XLSX, figures and chart for spreadsheets"),
                                       NULL });
  xc_drop_down_fill (self->palette,
                     (const char *[]){ C_ ("palette", "Light"), C_ ("palette", "Dark"),
                                       C_ ("palette", "Grey, for black-and-white paper"), NULL });
  fill_sizes (self);
  xc_drop_down_name (self->sheet, _ ("Chart"));
  xc_drop_down_name (self->format, _ ("Format"));
  xc_drop_down_name (self->palette, _ ("Colors"));
  xc_drop_down_name (self->size, _ ("Size"));
  self->is_filling = FALSE;
  format_chosen_cb (self);
  size_chosen_cb (self);
}

/**
 * xc_picture_dialog_new:
 * @parent: a window with a ledger
 * @term: the term
 * @as_of: the day of the figures
 * @sheet: the chart that is offered first
 * @what_if: (nullable): what is supposed of the rounds left
 *
 * Returns: the dialog
 */
XcPictureDialog *
xc_picture_dialog_new (XcWindow *parent, XcRecord *term, XcDay as_of, XcChartSheet sheet,
                       const XcWhatIf *what_if)
{
  XcPictureDialog *self = g_object_new (XC_TYPE_PICTURE_DIALOG, "transient-for", parent, NULL);

  self->term = xc_record_ref (term);
  self->as_of = as_of;
  self->what_if = g_memdup2 (what_if, sizeof *what_if);
  gtk_drop_down_set_selected (self->sheet, sheet);
  return self;
}

/**
 * xc_picture_dialog_choose_workbook:
 * @self: a dialog
 *
 * Offers the figures, for a spreadsheet.
 */
void
xc_picture_dialog_choose_workbook (XcPictureDialog *self)
{
  gtk_drop_down_set_selected (self->format, WORKBOOK);
}
