/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/timetable/timetable-canvas-private.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <math.h>

#define ZOOM_STEP 1.25
/* Days are not squeezed below this by themselves, in pixels at usual type size: the window scrolls then. */
#define DAY_WIDTH_FIT_MIN 1.2

typedef enum
{
  PROP_HADJUSTMENT = 1,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
} XcTimetableCanvasProperty;

G_DEFINE_FINAL_TYPE_WITH_CODE (XcTimetableCanvas, xc_timetable_canvas, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

static guint opened_signal;

/* ---- the pictures ---- */

static void
drop_pictures (XcTimetableCanvas *self)
{
  g_clear_pointer (&self->head, xc_picture_free);
  g_clear_pointer (&self->names, xc_picture_free);
  g_clear_pointer (&self->body, xc_picture_free);
  g_clear_pointer (&self->chart, xc_timetable_chart_free);
}

/* How much larger than usual people have set their type. */
double
xc_timetable_canvas_get_scale (XcTimetableCanvas *self)
{
  double dpi = pango_cairo_context_get_resolution (gtk_widget_get_pango_context (GTK_WIDGET (self)));

  return dpi > 0 ? dpi / 96 : 1;
}

static double
choose_day_width (XcTimetableCanvas *self, double scale)
{
  double days = self->timetable->last - self->timetable->first + 1, names, room;

  if (self->day_width > 0)
    return self->day_width * scale;
  g_autoptr (XcTimetableChart) chart = xc_timetable_chart_new (self->timetable, scale, 1);
  names = xc_timetable_chart_get_names_width (chart);
  room = gtk_widget_get_width (GTK_WIDGET (self)) - names;
  return MAX (floor (room * 100 / days) / 100, DAY_WIDTH_FIT_MIN * scale);
}

/* Returns whether there is something to show. */
gboolean
xc_timetable_canvas_lay_out (XcTimetableCanvas *self)
{
  double scale;

  if (self->timetable == NULL || gtk_widget_get_width (GTK_WIDGET (self)) < 1)
    return FALSE;
  if (self->chart != NULL)
    return TRUE;
  scale = xc_timetable_canvas_get_scale (self);
  self->chart = xc_timetable_chart_new (self->timetable, scale, choose_day_width (self, scale));
  self->head = xc_timetable_chart_lay_out_head (self->chart);
  self->names = xc_timetable_chart_lay_out_names (self->chart);
  self->body = xc_timetable_chart_lay_out_body (self->chart);
  return TRUE;
}

static void
configure_adjustments (XcTimetableCanvas *self)
{
  double width = gtk_widget_get_width (GTK_WIDGET (self));
  double height = gtk_widget_get_height (GTK_WIDGET (self));
  double page_width, page_height, step;

  if (!xc_timetable_canvas_lay_out (self))
    return;
  page_width = MAX (1, width - xc_timetable_chart_get_names_width (self->chart));
  page_height = MAX (1, height - xc_timetable_chart_get_head_height (self->chart));
  step = 32 * xc_timetable_canvas_get_scale (self);
  if (self->horizontal != NULL)
    gtk_adjustment_configure (self->horizontal, gtk_adjustment_get_value (self->horizontal), 0,
                              MAX (page_width, xc_timetable_chart_get_body_width (self->chart)), step,
                              page_width * 0.9, page_width);
  if (self->vertical != NULL)
    gtk_adjustment_configure (self->vertical, gtk_adjustment_get_value (self->vertical), 0,
                              MAX (page_height, xc_timetable_chart_get_body_height (self->chart)), step,
                              page_height * 0.9, page_height);
}

static void
relayout (XcTimetableCanvas *self)
{
  drop_pictures (self);
  configure_adjustments (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static double
get_scrolled (GtkAdjustment *adjustment)
{
  return adjustment != NULL ? floor (gtk_adjustment_get_value (adjustment)) : 0;
}

/* ---- drawing ---- */

static void
draw_part (XcPicture *picture, XcPalette palette, cairo_t *cr, XcBox clip, double x, double y)
{
  cairo_save (cr);
  cairo_rectangle (cr, clip.x, clip.y, clip.width, clip.height);
  cairo_clip (cr);
  cairo_translate (cr, clip.x - x, clip.y - y);
  xc_picture_draw (picture, palette, cr);
  cairo_restore (cr);
}

static void
set_ink (cairo_t *cr, XcPalette palette, XcInk ink)
{
  XcColour colour = xc_palette_get (palette, ink);

  cairo_set_source_rgba (cr, colour.red, colour.green, colour.blue, colour.alpha);
}

/* A ring round what the keys have come to. */
static void
draw_focus (XcTimetableCanvas *self, XcPalette palette, cairo_t *cr, XcBox body)
{
  const XcMark *mark = xc_timetable_canvas_get_mark (self);

  if (mark == NULL || !gtk_widget_has_visible_focus (GTK_WIDGET (self)))
    return;
  cairo_save (cr);
  if (mark->kind >= XC_TIMETABLE_MARK_ROW)
    cairo_rectangle (cr, 0, body.y, body.x + body.width, body.height);
  else
    cairo_rectangle (cr, body.x, body.y, body.width, body.height);
  cairo_clip (cr);
  set_ink (cr, palette, XC_INK_TEXT);
  cairo_set_line_width (cr, 2);
  if (mark->kind >= XC_TIMETABLE_MARK_ROW)
    cairo_rectangle (cr, 1, body.y + mark->box.y - get_scrolled (self->vertical) + 1, body.x + body.width - 2,
                     mark->box.height - 3);
  else
    cairo_rectangle (cr, body.x + mark->box.x - get_scrolled (self->horizontal) - 2,
                     body.y + mark->box.y - get_scrolled (self->vertical) - 2, mark->box.width + 4,
                     mark->box.height + 4);
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
xc_timetable_canvas_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  XcTimetableCanvas *self = XC_TIMETABLE_CANVAS (widget);
  XcPalette palette =
      adw_style_manager_get_dark (adw_style_manager_get_default ()) ? XC_PALETTE_DARK : XC_PALETTE_LIGHT;
  double width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget), x, y, names, head;
  cairo_t *cr;

  if (!xc_timetable_canvas_lay_out (self))
    return;
  x = get_scrolled (self->horizontal);
  y = get_scrolled (self->vertical);
  names = xc_timetable_chart_get_names_width (self->chart);
  head = xc_timetable_chart_get_head_height (self->chart);
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  set_ink (cr, palette, XC_INK_PAPER);
  cairo_paint (cr);
  draw_part (self->body, palette, cr, (XcBox){ names, head, MAX (0, width - names), height - head }, x, y);
  draw_part (self->names, palette, cr, (XcBox){ 0, head, names, height - head }, 0, y);
  draw_part (self->head, palette, cr, (XcBox){ names, 0, MAX (0, width - names), head }, x, 0);
  set_ink (cr, palette, XC_INK_RULE);
  cairo_rectangle (cr, 0, head - 1, names, 1);
  cairo_fill (cr);
  draw_focus (self, palette, cr, (XcBox){ names, head, MAX (0, width - names), height - head });
  cairo_destroy (cr);
}

static void
xc_timetable_canvas_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  XcTimetableCanvas *self = XC_TIMETABLE_CANVAS (widget);

  if (self->day_width == 0)
    drop_pictures (self);
  configure_adjustments (self);
}

static void
xc_timetable_canvas_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                             int *natural, int *minimum_baseline, int *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 320 : 120;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 900 : 480;
}

static void
xc_timetable_canvas_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  GTK_WIDGET_CLASS (xc_timetable_canvas_parent_class)->system_setting_changed (widget, setting);
  if (setting == GTK_SYSTEM_SETTING_DPI)
    relayout (XC_TIMETABLE_CANVAS (widget));
}

/* ---- marks ---- */

/* What the keys have come to, or NULL. */
const XcMark *
xc_timetable_canvas_get_mark (XcTimetableCanvas *self)
{
  gsize n_marks;
  const XcMark *marks;

  if (self->kind < 0 || !xc_timetable_canvas_lay_out (self))
    return NULL;
  marks = xc_picture_get_marks (self->body, &n_marks);
  for (gsize i = 0; i < n_marks; i++)
    if (marks[i].kind == self->kind && marks[i].index == self->index)
      return &marks[i];
  return NULL;
}

static void
scroll_to (GtkAdjustment *adjustment, double from, double to)
{
  if (adjustment != NULL)
    gtk_adjustment_clamp_page (adjustment, from, to);
}

/* The words of what has the keys are the widget's name: that is read out. */
static void
tell_mark (XcTimetableCanvas *self)
{
  const XcMark *mark = xc_timetable_canvas_get_mark (self);
  g_autofree char *title = self->timetable != NULL ? xc_timetable_dup_title (self->timetable) : NULL;

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  mark != NULL    ? mark->words
                                  : title != NULL ? title
                                                  : C_ ("rounds", "Timetable"),
                                  -1);
}

/* Goes to @mark and says it. */
void
xc_timetable_canvas_set_mark (XcTimetableCanvas *self, const XcMark *mark)
{
  self->kind = mark->kind;
  self->index = mark->index;
  scroll_to (self->vertical, mark->box.y, mark->box.y + mark->box.height);
  if (mark->kind < XC_TIMETABLE_MARK_ROW)
    scroll_to (self->horizontal, mark->box.x - 8, mark->box.x + mark->box.width + 8);
  tell_mark (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* The mark under a point of the widget; in the names that of the whole line. */
static const XcMark *
find_mark_at (XcTimetableCanvas *self, double x, double y)
{
  double names, head;
  gsize n_marks;
  const XcMark *marks;

  if (!xc_timetable_canvas_lay_out (self))
    return NULL;
  names = xc_timetable_chart_get_names_width (self->chart);
  head = xc_timetable_chart_get_head_height (self->chart);
  if (y < head)
    return NULL;
  y += get_scrolled (self->vertical) - head;
  if (x >= names)
    return xc_picture_mark_at (self->body, x - names + get_scrolled (self->horizontal), y);
  marks = xc_picture_get_marks (self->body, &n_marks);
  for (gsize i = 0; i < n_marks; i++)
    if (marks[i].kind >= XC_TIMETABLE_MARK_ROW && y >= marks[i].box.y
        && y < marks[i].box.y + marks[i].box.height)
      return &marks[i];
  return NULL;
}

/* Opens the inspection that the keys have come to. */
void
xc_timetable_canvas_open (XcTimetableCanvas *self)
{
  const XcTimetableRow *row;

  if (self->timetable == NULL || self->kind < 0 || self->kind > XC_TIMETABLE_MARK_ROW
      || self->index >= self->timetable->rows->len)
    return;
  row = &g_array_index (self->timetable->rows, XcTimetableRow, self->index);
  if (row->inspection >= 0)
    g_signal_emit (
        self, opened_signal, 0,
        g_array_index (self->timetable->input->inspections, XcTimetableInspection, row->inspection).id);
}

/* ---- keys and the pointer ---- */

static gboolean
key_pressed_cb (XcTimetableCanvas *self, guint key, guint code, GdkModifierType state)
{
  return xc_timetable_canvas_press_key (self, key, state);
}

static void
focus_entered_cb (XcTimetableCanvas *self)
{
  gsize n_marks = 0;
  const XcMark *marks =
      xc_timetable_canvas_lay_out (self) ? xc_picture_get_marks (self->body, &n_marks) : NULL;

  if (xc_timetable_canvas_get_mark (self) == NULL && n_marks > 0)
    {
      self->kind = marks[0].kind;
      self->index = marks[0].index;
    }
  tell_mark (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
released_cb (XcTimetableCanvas *self, int n_press, double x, double y)
{
  const XcMark *mark = find_mark_at (self, x, y);

  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (mark == NULL)
    return;
  xc_timetable_canvas_set_mark (self, mark);
  xc_timetable_canvas_open (self);
}

static void
motion_cb (XcTimetableCanvas *self, double x, double y)
{
  const XcMark *mark = find_mark_at (self, x, y);

  gtk_widget_set_cursor_from_name (GTK_WIDGET (self),
                                   mark != NULL && mark->kind <= XC_TIMETABLE_MARK_ROW ? "pointer" : NULL);
}

static gboolean
query_tooltip_cb (XcTimetableCanvas *self, int x, int y, gboolean by_keyboard, GtkTooltip *tooltip)
{
  const XcMark *mark = by_keyboard ? xc_timetable_canvas_get_mark (self) : find_mark_at (self, x, y);

  if (mark == NULL)
    return FALSE;
  gtk_tooltip_set_text (tooltip, mark->words);
  return TRUE;
}

/* Zooms so that what is at @x stays there. */
static void
zoom_at (XcTimetableCanvas *self, double by, double x)
{
  double scale = xc_timetable_canvas_get_scale (self), names, before, day;

  if (!xc_timetable_canvas_lay_out (self))
    return;
  names = xc_timetable_chart_get_names_width (self->chart);
  before = xc_timetable_chart_get_x (self->chart, self->timetable->first + 1);
  day = (MAX (0, x - names) + get_scrolled (self->horizontal)) / before;
  self->day_width = CLAMP (before / scale * by, XC_TIMETABLE_DAY_MIN, XC_TIMETABLE_DAY_MAX);
  relayout (self);
  if (self->horizontal != NULL)
    gtk_adjustment_set_value (self->horizontal, day * self->day_width * scale - MAX (0, x - names));
}

static gboolean
scroll_cb (GtkEventControllerScroll *controller, double x, double y, XcTimetableCanvas *self)
{
  GtkEventController *base = GTK_EVENT_CONTROLLER (controller);
  GdkEvent *event = gtk_event_controller_get_current_event (base);
  double at_x = 0, at_y = 0;

  if ((gtk_event_controller_get_current_event_state (base) & GDK_CONTROL_MASK) == 0 || y == 0)
    return FALSE;
  if (event != NULL && gdk_event_get_position (event, &at_x, &at_y))
    {
      GtkNative *native = gtk_widget_get_native (GTK_WIDGET (self));
      double native_x, native_y;

      gtk_native_get_surface_transform (native, &native_x, &native_y);
      gtk_widget_translate_coordinates (GTK_WIDGET (native), GTK_WIDGET (self), at_x - native_x,
                                        at_y - native_y, &at_x, &at_y);
    }
  zoom_at (self, pow (ZOOM_STEP, -y), at_x);
  return TRUE;
}

/* ---- the widget ---- */

static void
set_adjustment (XcTimetableCanvas *self, GtkAdjustment **place, GtkAdjustment *adjustment)
{
  if (*place != NULL)
    g_signal_handlers_disconnect_by_func (*place, gtk_widget_queue_draw, self);
  g_set_object (place, adjustment);
  if (adjustment != NULL)
    g_signal_connect_swapped (adjustment, "value-changed", G_CALLBACK (gtk_widget_queue_draw), self);
  configure_adjustments (self);
}

static void
xc_timetable_canvas_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  XcTimetableCanvas *self = XC_TIMETABLE_CANVAS (object);

  switch ((XcTimetableCanvasProperty) id)
    {
    case PROP_HADJUSTMENT:
      g_value_set_object (value, self->horizontal);
      break;
    case PROP_VADJUSTMENT:
      g_value_set_object (value, self->vertical);
      break;
    case PROP_HSCROLL_POLICY:
    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, GTK_SCROLL_MINIMUM);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
xc_timetable_canvas_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  XcTimetableCanvas *self = XC_TIMETABLE_CANVAS (object);

  switch ((XcTimetableCanvasProperty) id)
    {
    case PROP_HADJUSTMENT:
      set_adjustment (self, &self->horizontal, g_value_get_object (value));
      break;
    case PROP_VADJUSTMENT:
      set_adjustment (self, &self->vertical, g_value_get_object (value));
      break;
    case PROP_HSCROLL_POLICY:
    case PROP_VSCROLL_POLICY:
      /* It takes the room that there is, whatever is asked for. */
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
xc_timetable_canvas_dispose (GObject *object)
{
  XcTimetableCanvas *self = XC_TIMETABLE_CANVAS (object);

  self->timetable = NULL;
  drop_pictures (self);
  set_adjustment (self, &self->horizontal, NULL);
  set_adjustment (self, &self->vertical, NULL);
  G_OBJECT_CLASS (xc_timetable_canvas_parent_class)->dispose (object);
}

static void
xc_timetable_canvas_class_init (XcTimetableCanvasClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  object_class->dispose = xc_timetable_canvas_dispose;
  object_class->get_property = xc_timetable_canvas_get_property;
  object_class->set_property = xc_timetable_canvas_set_property;
  widget_class->snapshot = xc_timetable_canvas_snapshot;
  widget_class->size_allocate = xc_timetable_canvas_size_allocate;
  widget_class->measure = xc_timetable_canvas_measure;
  widget_class->system_setting_changed = xc_timetable_canvas_system_setting_changed;
  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");
  opened_signal = g_signal_new ("opened", XC_TYPE_TIMETABLE_CANVAS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_INT64);
  gtk_widget_class_set_css_name (widget_class, "timetable");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
xc_timetable_canvas_init (XcTimetableCanvas *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);
  GtkGesture *click = gtk_gesture_click_new ();

  self->kind = -1;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  g_signal_connect_swapped (focus, "enter", G_CALLBACK (focus_entered_cb), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (gtk_widget_queue_draw), self);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect (scroll, "scroll", G_CALLBACK (scroll_cb), self);
  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
}

/**
 * xc_timetable_canvas_set_timetable:
 * @self: a timetable on the screen
 * @timetable: (nullable): what it shows; must outlive it or be taken back by setting another
 *
 * The zoom, the place and what the keys have come to stay, as far as the rows are there.
 */
void
xc_timetable_canvas_set_timetable (XcTimetableCanvas *self, const XcTimetable *timetable)
{
  g_autofree char *words = timetable != NULL ? xc_timetable_dup_words (timetable) : NULL;

  self->timetable = timetable;
  relayout (self);
  tell_mark (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  words != NULL ? words : "", -1);
}

/**
 * xc_timetable_canvas_zoom:
 * @self: a timetable on the screen
 * @by: over 1 to see fewer days, under 1 to see more
 */
void
xc_timetable_canvas_zoom (XcTimetableCanvas *self, double by)
{
  const XcMark *mark = xc_timetable_canvas_get_mark (self);
  double x = gtk_widget_get_width (GTK_WIDGET (self)) / 2.0;

  /* What the keys have come to stays where it is. */
  if (mark != NULL && mark->kind < XC_TIMETABLE_MARK_ROW)
    x = xc_timetable_chart_get_names_width (self->chart) + mark->box.x + mark->box.width / 2
        - get_scrolled (self->horizontal);
  zoom_at (self, by, x);
}

/**
 * xc_timetable_canvas_fit:
 * @self: a timetable on the screen
 *
 * Shows all days at once, as far as they can be told apart.
 */
void
xc_timetable_canvas_fit (XcTimetableCanvas *self)
{
  self->day_width = 0;
  relayout (self);
}

/**
 * xc_timetable_canvas_show_today:
 * @self: a timetable on the screen
 *
 * Scrolls so that the line of today is in the middle.
 */
void
xc_timetable_canvas_show_today (XcTimetableCanvas *self)
{
  if (xc_timetable_canvas_lay_out (self) && self->horizontal != NULL)
    gtk_adjustment_set_value (self->horizontal, xc_timetable_chart_get_x (self->chart, self->timetable->as_of)
                                                    - gtk_adjustment_get_page_size (self->horizontal) / 2);
}
