/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/print/page-sheet.h"

#define EDGE 18

struct _XcPageSheet
{
  GtkWidget parent_instance;

  /* Owned */
  XcPicture *page;
};

G_DEFINE_FINAL_TYPE (XcPageSheet, xc_page_sheet, GTK_TYPE_WIDGET)

static GtkSizeRequestMode
xc_page_sheet_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
xc_page_sheet_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                       int *natural, int *minimum_baseline, int *natural_baseline)
{
  XcPageSheet *self = XC_PAGE_SHEET (widget);
  double ratio =
      self->page != NULL ? xc_picture_get_height (self->page) / xc_picture_get_width (self->page) : 0.7;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = 240;
      *natural = 900;
    }
  else
    *minimum = *natural = (int) (MAX (for_size - 2 * EDGE, 200) * ratio) + 2 * EDGE;
}

static void
xc_page_sheet_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  XcPageSheet *self = XC_PAGE_SHEET (widget);
  float width = (float) gtk_widget_get_width (widget) - 2 * EDGE, height;
  GskRoundedRect sheet;
  double scale;
  cairo_t *cr;

  if (self->page == NULL || width < 1)
    return;
  scale = width / xc_picture_get_width (self->page);
  height = (float) (xc_picture_get_height (self->page) * scale);
  gsk_rounded_rect_init_from_rect (&sheet, &GRAPHENE_RECT_INIT (EDGE, EDGE, width, height), 0);
  gtk_snapshot_append_outset_shadow (snapshot, &sheet, &(GdkRGBA){ 0, 0, 0, 0.4F }, 0, 1, 0, 5);
  cr = gtk_snapshot_append_cairo (snapshot, &sheet.bounds);
  cairo_translate (cr, EDGE, EDGE);
  cairo_scale (cr, scale, scale);
  xc_picture_draw (self->page, XC_PALETTE_LIGHT, cr);
  cairo_destroy (cr);
}

static void
xc_page_sheet_dispose (GObject *object)
{
  g_clear_pointer (&XC_PAGE_SHEET (object)->page, xc_picture_free);
  G_OBJECT_CLASS (xc_page_sheet_parent_class)->dispose (object);
}

static void
xc_page_sheet_class_init (XcPageSheetClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = xc_page_sheet_dispose;
  widget_class->get_request_mode = xc_page_sheet_get_request_mode;
  widget_class->measure = xc_page_sheet_measure;
  widget_class->snapshot = xc_page_sheet_snapshot;
  gtk_widget_class_set_css_name (widget_class, "sheet");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
xc_page_sheet_init (XcPageSheet *self)
{
}

/**
 * xc_page_sheet_set_page:
 * @self: a sheet
 * @page: (transfer full): what is on it
 * @name: (translated): what it is called: "Page 1 of 3"
 */
void
xc_page_sheet_set_page (XcPageSheet *self, XcPicture *page, const char *name)
{
  g_autoptr (GString) words = g_string_new (NULL);
  gsize n_labels;
  const XcLabel *const *labels = xc_picture_get_labels (page, &n_labels);

  for (gsize i = 0; i < n_labels; i++)
    g_string_append_printf (words, "%s\n", labels[i]->words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words->str, -1);
  g_clear_pointer (&self->page, xc_picture_free);
  self->page = page;
  gtk_widget_queue_resize (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
