/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/print/print-preview.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "app/print/page-sheet.h"
#include "app/print/print-job.h"
#include "app/print/print-setup.h"

struct _XcPrintPreview
{
  XcDialog parent_instance;

  /* Owned */
  XcStore *store;
  XcPages *pages;
  guint page;
  guint paginating; /* source, or 0 */

  /* Template widgets */
  AdwWindowTitle *window_title;
  GtkDropDown *paper;
  GtkScrolledWindow *scroller;
  XcPageSheet *sheet;
  GtkLabel *number;
};

G_DEFINE_FINAL_TYPE (XcPrintPreview, xc_print_preview, XC_TYPE_DIALOG)

/* In the order of the drop-down. */
static const struct
{
  const char *name;
  GtkPageOrientation orientation;
} papers[] = {
  { GTK_PAPER_NAME_A4, GTK_PAGE_ORIENTATION_LANDSCAPE },
  { GTK_PAPER_NAME_A3, GTK_PAGE_ORIENTATION_LANDSCAPE },
  { GTK_PAPER_NAME_A4, GTK_PAGE_ORIENTATION_PORTRAIT },
};

static void
show_page (XcPrintPreview *self)
{
  guint n_pages = xc_pages_get_n (self->pages);
  g_autofree char *words = NULL;

  self->page = MIN (self->page, n_pages - 1);
  /* translators: at the foot of a page: 1 is its number, 2 how many there are */
  words = g_strdup_printf (C_ ("at the foot of a page", "Page %1$u of %2$u"), self->page + 1, n_pages);
  xc_page_sheet_set_page (self->sheet, xc_pages_lay_out (self->pages, self->page), words);
  gtk_label_set_text (self->number, words);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preview.back", self->page > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preview.next", self->page + 1 < n_pages);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preview.print", TRUE);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
}

static gboolean
paginate_cb (gpointer data)
{
  XcPrintPreview *self = data;

  gboolean is_whole;
  g_autoptr (GError) error = NULL;

  if (!xc_pages_go_on (self->pages, &is_whole, &error))
    {
      self->paginating = 0;
      gtk_label_set_text (self->number, error->message);
      return G_SOURCE_REMOVE;
    }
  if (!is_whole)
    return G_SOURCE_CONTINUE;
  self->paginating = 0;
  show_page (self);
  return G_SOURCE_REMOVE;
}

static void
paginate (XcPrintPreview *self)
{
  guint chosen = gtk_drop_down_get_selected (self->paper);
  GtkPaperSize *size = gtk_paper_size_new (papers[chosen].name);
  double width = gtk_paper_size_get_width (size, GTK_UNIT_POINTS);
  double height = gtk_paper_size_get_height (size, GTK_UNIT_POINTS);
  gboolean is_wide = papers[chosen].orientation == GTK_PAGE_ORIENTATION_LANDSCAPE;

  gtk_paper_size_free (size);
  g_clear_handle_id (&self->paginating, g_source_remove);
  xc_pages_begin (self->pages, is_wide ? height : width, is_wide ? width : height);
  gtk_label_set_text (self->number, _ ("Making pages…"));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preview.back", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preview.next", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preview.print", FALSE);
  if (paginate_cb (self))
    self->paginating = g_idle_add (paginate_cb, self);
}

static void
paper_selected_cb (XcPrintPreview *self)
{
  if (self->pages != NULL)
    paginate (self);
}

/* Which of the papers was chosen last; the first for one that is not among them. */
static guint
find_paper (void)
{
  g_autoptr (GtkPageSetup) page = xc_print_setup_load_page ();
  const char *name = gtk_paper_size_get_name (gtk_page_setup_get_paper_size (page));

  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    if (g_str_equal (name, papers[i].name) && gtk_page_setup_get_orientation (page) == papers[i].orientation)
      return i;
  return 0;
}

/* The dialog opens with the paper that was looked at. */
static void
remember_paper (XcPrintPreview *self)
{
  guint chosen = gtk_drop_down_get_selected (self->paper);
  g_autoptr (GtkPageSetup) page = xc_print_setup_load_page ();
  g_autoptr (GtkPrintSettings) settings = xc_print_setup_load_settings ();
  GtkPaperSize *size = gtk_paper_size_new (papers[chosen].name);

  gtk_page_setup_set_paper_size_and_default_margins (page, size);
  gtk_page_setup_set_orientation (page, papers[chosen].orientation);
  gtk_print_settings_set_paper_size (settings, size);
  gtk_print_settings_set_orientation (settings, papers[chosen].orientation);
  gtk_paper_size_free (size);
  xc_print_setup_save (settings, page);
}

static void
print_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  XcPrintPreview *self = XC_PRINT_PREVIEW (widget);
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  g_autoptr (XcStore) store = g_object_ref (self->store);
  g_autoptr (XcPages) pages = xc_pages_ref (self->pages);

  remember_paper (self);
  g_object_ref (parent);
  gtk_window_close (GTK_WINDOW (self));
  xc_print_job_run (GTK_WIDGET (parent), store, pages);
  g_object_unref (parent);
}

static void
turn_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  XcPrintPreview *self = XC_PRINT_PREVIEW (widget);

  self->page += g_str_equal (name, "preview.next") ? 1 : -1;
  show_page (self);
}

static void
xc_print_preview_dispose (GObject *object)
{
  XcPrintPreview *self = XC_PRINT_PREVIEW (object);

  g_clear_object (&self->store);
  g_clear_pointer (&self->pages, xc_pages_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), XC_TYPE_PRINT_PREVIEW);
  /* What is taken away tells of a change once more. */
  g_clear_handle_id (&self->paginating, g_source_remove);
  G_OBJECT_CLASS (xc_print_preview_parent_class)->dispose (object);
}

static void
xc_print_preview_class_init (XcPrintPreviewClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = xc_print_preview_dispose;
  g_type_ensure (XC_TYPE_PAGE_SHEET);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/xuncha/Xuncha/print/print-preview.ui");
  gtk_widget_class_bind_template_child (widget_class, XcPrintPreview, window_title);
  gtk_widget_class_bind_template_child (widget_class, XcPrintPreview, paper);
  gtk_widget_class_bind_template_child (widget_class, XcPrintPreview, scroller);
  gtk_widget_class_bind_template_child (widget_class, XcPrintPreview, sheet);
  gtk_widget_class_bind_template_child (widget_class, XcPrintPreview, number);
  gtk_widget_class_bind_template_callback (widget_class, paper_selected_cb);
  gtk_widget_class_install_action (widget_class, "preview.print", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "preview.back", NULL, turn_action);
  gtk_widget_class_install_action (widget_class, "preview.next", NULL, turn_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Up, 0, "preview.back", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Down, 0, "preview.next", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "preview.print", NULL);
}

static void
xc_print_preview_init (XcPrintPreview *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * xc_print_preview_new:
 * @parent: the window that asks
 * @store: the ledger that @pages are from
 * @pages: what may be printed
 *
 * Returns: (transfer none): a window over @parent, to be presented
 */
GtkWindow *
xc_print_preview_new (GtkWindow *parent, XcStore *store, XcPages *pages)
{
  XcPrintPreview *self = g_object_new (XC_TYPE_PRINT_PREVIEW, "transient-for", parent, NULL);

  self->store = g_object_ref (store);
  gtk_drop_down_set_selected (self->paper, find_paper ());
  self->pages = xc_pages_ref (pages);
  adw_window_title_set_subtitle (self->window_title, xc_pages_get_title (pages));
  paginate (self);
  return GTK_WINDOW (self);
}
