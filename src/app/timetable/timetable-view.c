/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/timetable/timetable-view.h"

#include <glib/gi18n-lib.h>

#include "app/copy-picture.h"
#include "app/file-chooser.h"
#include "app/print/print-job.h"
#include "app/timetable/timetable-canvas.h"
#include "app/today.h"
#include "app/window.h"
#include "report/list-marks.h"
#include "report/timetable-pages.h"
#include "store/timetable-source.h"

#define ZOOM_STEP 1.25
/* Of a picture for a file, in pixels. */
#define PICTURE_WIDTH 1600

struct _XcTimetableView
{
  AdwBin parent_instance;

  /* Owned */
  XcStore *store;
  gint64 round_id; /* 0: none */
  XcTimetable *timetable;
  gboolean is_stale; /* the ledger was changed while nobody looked */

  /* Template widgets */
  GtkStack *views;
  XcTimetableCanvas *canvas;
  GtkDrawingArea *legend;
  AdwStatusPage *trouble;
};

G_DEFINE_FINAL_TYPE (XcTimetableView, xc_timetable_view, ADW_TYPE_BIN)

static const char *const actions[] = {
  "timetable.zoom-in", "timetable.zoom-out",     "timetable.fit",
  "timetable.today",   "timetable.export",       "timetable.print",
  "timetable.copy",    "timetable.copy-picture", "timetable.preview",
};

/* ---- what is shown ---- */

static void
drop_timetable (XcTimetableView *self)
{
  if (self->canvas != NULL)
    xc_timetable_canvas_set_timetable (self->canvas, NULL);
  g_clear_pointer (&self->timetable, xc_timetable_free);
}

static void
reload (XcTimetableView *self)
{
  XcTimetable *timetable = NULL;
  g_autoptr (GError) error = NULL;

  self->is_stale = FALSE;
  if (self->store != NULL && self->round_id != 0)
    timetable = xc_timetable_source_load (self->store, self->round_id, xc_today (), &error);
  xc_timetable_canvas_set_timetable (self->canvas, timetable);
  g_clear_pointer (&self->timetable, xc_timetable_free);
  self->timetable = timetable;
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i], timetable != NULL);
  if (timetable != NULL && timetable->rows->len > 0)
    gtk_stack_set_visible_child_name (self->views, "timetable");
  else if (error != NULL && !g_error_matches (error, XC_STORE_ERROR, XC_STORE_ERROR_NOT_FOUND))
    {
      adw_status_page_set_description (self->trouble, error->message);
      gtk_stack_set_visible_child_name (self->views, "trouble");
    }
  else
    gtk_stack_set_visible_child_name (self->views, "empty");
  gtk_widget_queue_resize (GTK_WIDGET (self->legend));
}

static void
store_changed_cb (XcTimetableView *self, const XcChange *change)
{
  if (!xc_timetable_source_is_touched (change))
    return;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    reload (self);
  else
    self->is_stale = TRUE;
}

static void
xc_timetable_view_map (GtkWidget *widget)
{
  XcTimetableView *self = XC_TIMETABLE_VIEW (widget);

  /* A day may have gone by as well. */
  if (self->is_stale
      || (self->timetable != NULL && !self->timetable->input->is_over
          && self->timetable->as_of != xc_today ()))
    reload (self);
  GTK_WIDGET_CLASS (xc_timetable_view_parent_class)->map (widget);
}

static void
opened_cb (XcTimetableView *self, gint64 inspection_id)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (XC_IS_WINDOW (root))
    xc_window_show_row (XC_WINDOW (root), XC_TABLE_INSPECTION, inspection_id);
}

/* ---- the legend ---- */

static XcPicture *
lay_out_legend (XcTimetableView *self, double width)
{
  double dpi = pango_cairo_context_get_resolution (gtk_widget_get_pango_context (GTK_WIDGET (self)));
  g_autoptr (XcTimetableChart) chart = xc_timetable_chart_new (self->timetable, dpi > 0 ? dpi / 96 : 1, 1);

  return xc_timetable_chart_lay_out_legend (chart, width);
}

static void
draw_legend (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  XcTimetableView *self = data;
  gboolean is_dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
  g_autoptr (XcPicture) picture = self->timetable != NULL ? lay_out_legend (self, width) : NULL;

  if (picture == NULL)
    return;
  xc_picture_draw (picture, is_dark ? XC_PALETTE_DARK : XC_PALETTE_LIGHT, cr);
  if (gtk_drawing_area_get_content_height (area) != (int) xc_picture_get_height (picture))
    gtk_drawing_area_set_content_height (area, (int) xc_picture_get_height (picture));
}

/* ---- leaving the window ---- */

static char *
load_marking (XcTimetableView *self, GError **error)
{
  g_autofree char *unit = NULL;
  char *marking = NULL;

  xc_list_marks_load (self->store, &unit, &marking, error);
  return marking;
}

/**
 * xc_timetable_view_make_pages:
 * @self: a timetable
 * @error: return location for a #XcStoreError
 *
 * Returns: (transfer full) (nullable): what it shows, for paper; %NULL without @error when it shows nothing
 */
XcPages *
xc_timetable_view_make_pages (XcTimetableView *self, GError **error)
{
  g_autoptr (XcTimetable) timetable = NULL;
  g_autoptr (GError) inner = NULL;
  g_autofree char *marking = NULL;

  if (self->timetable == NULL)
    return NULL;
  marking = load_marking (self, &inner);
  if (inner != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&inner));
      return NULL;
    }
  timetable = xc_timetable_source_load (self->store, self->round_id, xc_today (), error);
  return timetable != NULL ? xc_timetable_pages_new (g_steal_pointer (&timetable), marking) : NULL;
}

static gboolean
write_file (XcTimetableView *self, const char *path, GError **error)
{
  g_autoptr (XcPages) pages = NULL;
  g_autoptr (XcPicture) picture = NULL;
  g_autofree char *marking = NULL;
  g_autoptr (GError) inner = NULL;
  XcPictureFormat format;

  if (!xc_picture_format_from_path (path, &format, error))
    return FALSE;
  if (format == XC_PICTURE_PDF)
    {
      pages = xc_timetable_view_make_pages (self, error);
      return pages != NULL && xc_pages_write (pages, XC_PAGE_A4_LONG, XC_PAGE_A4_SHORT, path, TRUE, error);
    }
  marking = load_marking (self, &inner);
  if (inner != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&inner));
      return FALSE;
    }
  picture = xc_timetable_chart_lay_out (self->timetable, PICTURE_WIDTH, marking);
  return xc_picture_write (picture, format, XC_PALETTE_LIGHT, self->timetable->as_of, path, TRUE, error);
}

static void
export_to (XcWindow *window, GFile *file, gpointer data)
{
  XcTimetableView *self = data;
  g_autofree char *path = g_file_get_path (file);
  g_autoptr (GError) error = NULL;

  /* The round may have gone while the dialog was open. */
  if (self->timetable == NULL)
    return;
  if (write_file (self, path, &error))
    xc_window_note_export (window, path);
  else
    xc_window_tell_error (GTK_WIDGET (window), error);
}

static void
export_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  static const char *const patterns[] = { "*.pdf", "*.png", "*.svg", NULL };
  XcTimetableView *self = XC_TIMETABLE_VIEW (widget);
  const XcFileKind kind = { _ ("Pictures: .pdf, .png, .svg"), patterns };
  GtkRoot *root = gtk_widget_get_root (widget);
  g_autofree char *title = NULL;
  g_autofree char *file_name = NULL;

  if (self->timetable == NULL || !XC_IS_WINDOW (root))
    return;
  title = xc_timetable_dup_title (self->timetable);
  file_name = g_strdup_printf ("%s.pdf", g_strdelimit (title, "/\\:*?\"<>|", ' '));
  xc_choose_file_to_save_with (XC_WINDOW (root), _ ("Export the Timetable"), &kind, file_name, export_to,
                               g_object_ref (self), g_object_unref);
}

static void
print_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  XcTimetableView *self = XC_TIMETABLE_VIEW (widget);
  g_autoptr (GError) error = NULL;
  g_autoptr (XcPages) pages = xc_timetable_view_make_pages (self, &error);

  if (pages != NULL)
    (g_str_equal (name, "timetable.preview") ? xc_print_job_preview : xc_print_job_run) (widget, self->store,
                                                                                         pages);
  else if (error != NULL)
    xc_window_tell_error (widget, error);
}

static void
copy_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  XcTimetableView *self = XC_TIMETABLE_VIEW (widget);
  g_autofree char *words = NULL;

  if (self->timetable == NULL)
    return;
  words = xc_timetable_dup_words (self->timetable);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), words);
  xc_window_tell (widget, _ ("The timetable is in the clipboard, as text."));
}

static void
copy_picture_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  XcTimetableView *self = XC_TIMETABLE_VIEW (widget);
  g_autoptr (XcPicture) picture = NULL;
  g_autofree char *marking = NULL;

  if (self->timetable == NULL)
    return;
  marking = load_marking (self, NULL);
  picture = xc_timetable_chart_lay_out (self->timetable, PICTURE_WIDTH, marking);
  xc_copy_picture (widget, picture);
}

static void
zoom_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  XcTimetableView *self = XC_TIMETABLE_VIEW (widget);

  if (g_str_equal (name, "timetable.fit"))
    xc_timetable_canvas_fit (self->canvas);
  else if (g_str_equal (name, "timetable.today"))
    xc_timetable_canvas_show_today (self->canvas);
  else
    xc_timetable_canvas_zoom (self->canvas,
                              g_str_equal (name, "timetable.zoom-in") ? ZOOM_STEP : 1 / ZOOM_STEP);
}

/* ---- the widget ---- */

static void
drop_store (XcTimetableView *self)
{
  if (self->store != NULL)
    g_signal_handlers_disconnect_by_func (self->store, store_changed_cb, self);
  g_clear_object (&self->store);
}

static void
xc_timetable_view_dispose (GObject *object)
{
  XcTimetableView *self = XC_TIMETABLE_VIEW (object);

  drop_store (self);
  drop_timetable (self);
  /* Disposing of the template takes away the bound child, which the parent class would then take away again. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), XC_TYPE_TIMETABLE_VIEW);
  G_OBJECT_CLASS (xc_timetable_view_parent_class)->dispose (object);
}

static void
install_keys (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint key;
    const char *action;
  } keys[] = {
    { GDK_KEY_plus, "timetable.zoom-in" },
    { GDK_KEY_equal, "timetable.zoom-in" },
    { GDK_KEY_KP_Add, "timetable.zoom-in" },
    { GDK_KEY_minus, "timetable.zoom-out" },
    { GDK_KEY_KP_Subtract, "timetable.zoom-out" },
    { GDK_KEY_0, "timetable.fit" },
    { GDK_KEY_KP_0, "timetable.fit" },
    { GDK_KEY_p, "timetable.print" },
    { GDK_KEY_e, "timetable.export" },
    { GDK_KEY_c, "timetable.copy" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i].key, GDK_CONTROL_MASK, keys[i].action, NULL);
}

static void
xc_timetable_view_class_init (XcTimetableViewClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = xc_timetable_view_dispose;
  widget_class->map = xc_timetable_view_map;
  g_type_ensure (XC_TYPE_TIMETABLE_CANVAS);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/xuncha/Xuncha/timetable/timetable-view.ui");
  gtk_widget_class_bind_template_child (widget_class, XcTimetableView, views);
  gtk_widget_class_bind_template_child (widget_class, XcTimetableView, canvas);
  gtk_widget_class_bind_template_child (widget_class, XcTimetableView, legend);
  gtk_widget_class_bind_template_child (widget_class, XcTimetableView, trouble);
  gtk_widget_class_bind_template_callback (widget_class, opened_cb);
  gtk_widget_class_install_action (widget_class, "timetable.zoom-in", NULL, zoom_action);
  gtk_widget_class_install_action (widget_class, "timetable.zoom-out", NULL, zoom_action);
  gtk_widget_class_install_action (widget_class, "timetable.fit", NULL, zoom_action);
  gtk_widget_class_install_action (widget_class, "timetable.today", NULL, zoom_action);
  gtk_widget_class_install_action (widget_class, "timetable.export", NULL, export_action);
  gtk_widget_class_install_action (widget_class, "timetable.print", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "timetable.preview", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "timetable.copy", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "timetable.copy-picture", NULL, copy_picture_action);
  install_keys (widget_class);
}

static void
xc_timetable_view_init (XcTimetableView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_drawing_area_set_draw_func (self->legend, draw_legend, self, NULL);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (gtk_widget_queue_draw), self->legend, G_CONNECT_SWAPPED);
  reload (self);
}

/**
 * xc_timetable_view_show:
 * @self: a timetable
 * @store: (nullable): the ledger
 * @round_id: a round in it, or 0 for none
 *
 * Shows the round from now on, and follows the ledger.
 */
void
xc_timetable_view_show (XcTimetableView *self, XcStore *store, gint64 round_id)
{
  if (self->store != store)
    {
      drop_store (self);
      if (store != NULL)
        {
          self->store = g_object_ref (store);
          g_signal_connect_swapped (store, "changed", G_CALLBACK (store_changed_cb), self);
        }
    }
  else if (self->round_id == round_id)
    return;
  self->round_id = round_id;
  reload (self);
}
