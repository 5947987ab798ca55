/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/reports/figures-table-private.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

typedef enum
{
  PROP_HADJUSTMENT = 1,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
} XcFiguresTableProperty;

G_DEFINE_FINAL_TYPE_WITH_CODE (XcFiguresTable, xc_figures_table, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

static guint opened_signal;
static guint moved_signal;

/* With the total. */
int
xc_figures_table_get_n_rows (XcFiguresTable *self)
{
  return (int) self->order->len;
}

int
xc_figures_table_get_row_height (XcFiguresTable *self)
{
  int height;

  pango_layout_set_text (self->layout, "国", -1);
  pango_layout_get_pixel_size (self->layout, NULL, &height);
  return height + 12;
}

static void
configure_adjustments (XcFiguresTable *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self)), height = gtk_widget_get_height (GTK_WIDGET (self));
  int step = xc_figures_table_get_row_height (self), head, page;

  if (self->report == NULL || height < 1)
    return;
  head = xc_figures_table_get_heading_height (self);
  page = MAX (1, height - head - step);
  if (self->horizontal != NULL)
    gtk_adjustment_configure (self->horizontal, 0, 0, width, width, width, width);
  if (self->vertical != NULL)
    gtk_adjustment_configure (self->vertical, gtk_adjustment_get_value (self->vertical), 0,
                              MAX (page, (xc_figures_table_get_n_rows (self) - 1) * step), step,
                              MAX (step, page - step), page);
}

/* ---- order ---- */

static double
get_weight (XcFiguresTable *self, guint row)
{
  const XcProblemReportRow *shown = xc_problem_report_get_row (self->report, row);
  XcRectificationRate rate;

  if (self->sorted_by < XC_PROBLEM_REPORT_RATE)
    return xc_figure_get (&shown->figures, (XcFigure) (self->sorted_by - XC_PROBLEM_REPORT_FIRST_FIGURE));
  rate = xc_rectification_figures_get_rate (&shown->figures, self->report->counts_basically_done);
  return rate.fed_back > 0 ? (double) rate.done / rate.fed_back : -1;
}

static int
compare_rows (gconstpointer a, gconstpointer b, gpointer data)
{
  XcFiguresTable *self = data;
  guint one = *(const guint *) a, other = *(const guint *) b;
  double one_weight, other_weight;

  if (self->sorted_by >= XC_PROBLEM_REPORT_FIRST_FIGURE)
    {
      one_weight = get_weight (self, one);
      other_weight = get_weight (self, other);
      if (one_weight != other_weight)
        return (one_weight < other_weight) == self->is_descending ? 1 : -1;
    }
  return (one > other) - (one < other);
}

static void
order_rows (XcFiguresTable *self)
{
  guint n_rows = self->report != NULL ? self->report->rows->len : 0;

  g_array_set_size (self->order, 0);
  for (guint i = 0; i + 1 < n_rows; i++)
    g_array_append_val (self->order, i);
  g_array_sort_with_data (self->order, compare_rows, self);
  if (n_rows > 0)
    {
      guint total = n_rows - 1;

      g_array_append_val (self->order, total);
    }
}

/* Largest first, smallest first, and the usual order again. */
static void
sort_by (XcFiguresTable *self, int column)
{
  if (column < XC_PROBLEM_REPORT_FIRST_FIGURE)
    self->sorted_by = -1;
  else if (self->sorted_by != column)
    {
      self->sorted_by = column;
      self->is_descending = TRUE;
    }
  else if (self->is_descending)
    self->is_descending = FALSE;
  else
    self->sorted_by = -1;
  order_rows (self);
  xc_figures_table_go_to (self, self->row, self->column);
}

/* ---- cells ---- */

/* What a cell says to somebody who sees only it. */
char *
xc_figures_table_dup_words (XcFiguresTable *self, int row, int column)
{
  const char *heading = xc_problem_report_get_heading (self->report, (guint) column);
  g_autofree char *cell = NULL;
  guint index;

  if (row == XC_FIGURES_TABLE_HEADINGS)
    /* translators: %s is the heading of a column */
    return g_strdup_printf (_ ("%s: sort by it"), heading);
  index = g_array_index (self->order, guint, row);
  cell = xc_problem_report_dup_cell (self->report, index, (guint) column);
  if (column < XC_PROBLEM_REPORT_FIRST_FIGURE)
    return g_steal_pointer (&cell);
  /* translators: %1$s is the name of a row, %2$s the heading of a column, %3$s a figure */
  return g_strdup_printf (C_ ("cell of a table", "%1$s, %2$s: %3$s"),
                          xc_problem_report_get_row (self->report, index)->title, heading, cell);
}

static void
tell_cell (XcFiguresTable *self)
{
  g_autofree char *words = xc_figures_table_get_n_rows (self) > 0
                               ? xc_figures_table_dup_words (self, self->row, self->column)
                               : NULL;

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  words != NULL ? words : C_ ("page", "Reports"), -1);
}

/* Goes to a cell and says it. */
void
xc_figures_table_go_to (XcFiguresTable *self, int row, int column)
{
  int step = xc_figures_table_get_row_height (self), before = self->row;

  self->row = row;
  self->column = column;
  /* The total is always to be seen. */
  if (self->vertical != NULL && row >= 0 && row + 1 < xc_figures_table_get_n_rows (self))
    gtk_adjustment_clamp_page (self->vertical, row * step, (row + 1) * step);
  tell_cell (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (row != before || row == XC_FIGURES_TABLE_HEADINGS)
    g_signal_emit (self, moved_signal, 0);
}

void
xc_figures_table_open (XcFiguresTable *self)
{
  if (xc_figures_table_get_n_rows (self) == 0)
    return;
  if (self->row == XC_FIGURES_TABLE_HEADINGS)
    sort_by (self, self->column);
  else
    g_signal_emit (self, opened_signal, 0, g_array_index (self->order, guint, self->row),
                   (guint) self->column);
}

/* The cell under a point of the widget. */
static gboolean
find_cell (XcFiguresTable *self, double x, double y, int *row, int *column)
{
  int step = xc_figures_table_get_row_height (self), last = xc_figures_table_get_n_rows (self) - 1;
  int height = gtk_widget_get_height (GTK_WIDGET (self)), head, total_y;

  if (last < 0)
    return FALSE;
  head = xc_figures_table_get_heading_height (self);
  total_y = MIN (head + last * step, height - step);
  for (*column = XC_N_PROBLEM_REPORT_COLUMNS - 1;
       *column > 0 && x < xc_figures_table_get_column_x (self, *column); (*column)--)
    ;
  if (y < head)
    *row = XC_FIGURES_TABLE_HEADINGS;
  else if (y >= total_y)
    *row = last;
  else
    *row = (int) (y - head + gtk_adjustment_get_value (self->vertical)) / step;
  return y < total_y + step && *row <= last;
}

/* ---- keys and the pointer ---- */

static gboolean
key_pressed_cb (XcFiguresTable *self, guint key, guint code, GdkModifierType state)
{
  return xc_figures_table_press_key (self, key, state);
}

static void
focus_entered_cb (XcFiguresTable *self)
{
  tell_cell (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
released_cb (XcFiguresTable *self, int n_press, double x, double y)
{
  int row, column;

  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (!find_cell (self, x, y, &row, &column))
    return;
  xc_figures_table_go_to (self, row, column);
  /* A name is chosen by a click: what is said of it stands below. */
  if (column > 0 || row == XC_FIGURES_TABLE_HEADINGS || n_press > 1)
    xc_figures_table_open (self);
}

static void
motion_cb (XcFiguresTable *self, double x, double y)
{
  int row, column;

  gtk_widget_set_cursor_from_name (GTK_WIDGET (self),
                                   find_cell (self, x, y, &row, &column) ? "pointer" : NULL);
}

static gboolean
query_tooltip_cb (XcFiguresTable *self, int x, int y, gboolean by_keyboard, GtkTooltip *tooltip)
{
  int row = self->row, column = self->column;
  g_autofree char *words = NULL;

  if (by_keyboard ? xc_figures_table_get_n_rows (self) == 0 : !find_cell (self, x, y, &row, &column))
    return FALSE;
  words = xc_figures_table_dup_words (self, row, column);
  gtk_tooltip_set_text (tooltip, words);
  return TRUE;
}

/* ---- the widget ---- */

static void
xc_figures_table_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  XcFiguresTable *self = XC_FIGURES_TABLE (widget);

  if (xc_figures_table_get_n_rows (self) > 0)
    xc_figures_table_draw (self, snapshot);
}

static void
xc_figures_table_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  configure_adjustments (XC_FIGURES_TABLE (widget));
}

static void
xc_figures_table_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                          int *natural, int *minimum_baseline, int *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 726 : 120;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 1100 : 420;
}

static void
xc_figures_table_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  XcFiguresTable *self = XC_FIGURES_TABLE (widget);

  GTK_WIDGET_CLASS (xc_figures_table_parent_class)->system_setting_changed (widget, setting);
  pango_layout_context_changed (self->layout);
  configure_adjustments (self);
  gtk_widget_queue_draw (widget);
}

static void
set_adjustment (XcFiguresTable *self, GtkAdjustment **place, GtkAdjustment *adjustment)
{
  if (*place != NULL)
    g_signal_handlers_disconnect_by_func (*place, gtk_widget_queue_draw, self);
  g_set_object (place, adjustment);
  if (adjustment != NULL)
    g_signal_connect_swapped (adjustment, "value-changed", G_CALLBACK (gtk_widget_queue_draw), self);
}

static void
xc_figures_table_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  XcFiguresTable *self = XC_FIGURES_TABLE (object);

  switch ((XcFiguresTableProperty) id)
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
xc_figures_table_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  XcFiguresTable *self = XC_FIGURES_TABLE (object);

  switch ((XcFiguresTableProperty) id)
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
xc_figures_table_dispose (GObject *object)
{
  XcFiguresTable *self = XC_FIGURES_TABLE (object);

  set_adjustment (self, &self->horizontal, NULL);
  set_adjustment (self, &self->vertical, NULL);
  g_clear_pointer (&self->report, xc_problem_report_unref);
  G_OBJECT_CLASS (xc_figures_table_parent_class)->dispose (object);
}

static void
xc_figures_table_finalize (GObject *object)
{
  XcFiguresTable *self = XC_FIGURES_TABLE (object);

  g_array_unref (self->order);
  g_object_unref (self->layout);
  G_OBJECT_CLASS (xc_figures_table_parent_class)->finalize (object);
}

static void
xc_figures_table_class_init (XcFiguresTableClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  object_class->dispose = xc_figures_table_dispose;
  object_class->finalize = xc_figures_table_finalize;
  object_class->get_property = xc_figures_table_get_property;
  object_class->set_property = xc_figures_table_set_property;
  widget_class->snapshot = xc_figures_table_snapshot;
  widget_class->size_allocate = xc_figures_table_size_allocate;
  widget_class->measure = xc_figures_table_measure;
  widget_class->system_setting_changed = xc_figures_table_system_setting_changed;
  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");
  opened_signal = g_signal_new ("opened", XC_TYPE_FIGURES_TABLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);
  moved_signal =
      g_signal_new ("moved", XC_TYPE_FIGURES_TABLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_css_name (widget_class, "figurestable");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
xc_figures_table_init (XcFiguresTable *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  self->order = g_array_new (FALSE, FALSE, sizeof (guint));
  self->layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), NULL);
  self->sorted_by = -1;
  self->column = XC_PROBLEM_REPORT_FIRST_FIGURE;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  g_signal_connect_swapped (focus, "enter", G_CALLBACK (focus_entered_cb), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (gtk_widget_queue_draw), self);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
}

/**
 * xc_figures_table_set_report:
 * @self: a table
 * @report: (nullable): what it shows
 *
 * The row that has the keys stays the same one, as far as it is there; else the total has them.
 */
void
xc_figures_table_set_report (XcFiguresTable *self, XcProblemReport *report)
{
  gint64 key = self->report != NULL && self->row >= 0
                   ? xc_problem_report_get_row (self->report, xc_figures_table_get_row (self))->key
                   : XC_PROBLEM_REPORT_TOTAL;

  if (report != NULL)
    xc_problem_report_ref (report);
  g_clear_pointer (&self->report, xc_problem_report_unref);
  self->report = report;
  order_rows (self);
  self->row = MAX (0, xc_figures_table_get_n_rows (self) - 1);
  for (int i = 0; i < xc_figures_table_get_n_rows (self); i++)
    if (xc_problem_report_get_row (report, g_array_index (self->order, guint, i))->key == key)
      self->row = i;
  configure_adjustments (self);
  tell_cell (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit (self, moved_signal, 0);
}

/**
 * xc_figures_table_get_row:
 * @self: a table with a report
 *
 * Returns: the row of the report that has the keys; the total while the headings have them
 */
guint
xc_figures_table_get_row (XcFiguresTable *self)
{
  guint last = self->order->len - 1;

  return self->row < 0 ? self->report->rows->len - 1
                       : g_array_index (self->order, guint, MIN ((guint) self->row, last));
}
