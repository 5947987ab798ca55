/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the table of figures looks: headings and total stay, the rows between them scroll, and only those to be seen are
 * drawn. */
#include "app/reports/figures-table-private.h"

/* In pixels; names take what the figures leave. */
#define NAME_WIDTH_MIN 150
#define FIGURE_WIDTH_MIN 48
#define FIGURE_WIDTH_MAX 120
#define PADDING 9
#define INDENT 15

typedef struct
{
  GtkSnapshot *snapshot;
  GdkRGBA text, dim, alarm, accent, rule, ground;
} Drawing;

static int
get_figure_width (XcFiguresTable *self)
{
  int room = gtk_widget_get_width (GTK_WIDGET (self)) - NAME_WIDTH_MIN;

  return CLAMP (room / (XC_N_PROBLEM_REPORT_COLUMNS - 1), FIGURE_WIDTH_MIN, FIGURE_WIDTH_MAX);
}

/**
 * xc_figures_table_get_column_x:
 * @self: a table
 * @column: from the left, or one past the last
 *
 * Returns: where it begins, in pixels
 */
int
xc_figures_table_get_column_x (XcFiguresTable *self, int column)
{
  return column == 0 ? 0
                     : gtk_widget_get_width (GTK_WIDGET (self))
                           - (XC_N_PROBLEM_REPORT_COLUMNS - column) * get_figure_width (self);
}

/* Figures are never cut, and words of headings never broken: where large text has no room they are smaller. */
static void
shrink (XcFiguresTable *self, PangoAttrList *attributes, int width)
{
  int natural = 0;

  pango_layout_set_ellipsize (self->layout, PANGO_ELLIPSIZE_NONE);
  pango_layout_get_pixel_size (self->layout, &natural, NULL);
  if (natural > width)
    {
      pango_attr_list_insert (attributes, pango_attr_scale_new (MAX (1, width - 1) / (double) natural));
      pango_layout_set_attributes (self->layout, attributes);
    }
}

static void
set_text (XcFiguresTable *self, const char *words, int width, PangoAlignment align, gboolean wrap,
          gboolean bold)
{
  PangoAttrList *attributes = pango_attr_list_new ();

  if (bold)
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum"));
  pango_layout_set_attributes (self->layout, attributes);
  pango_layout_set_text (self->layout, words, -1);
  pango_layout_set_alignment (self->layout, align);
  pango_layout_set_wrap (self->layout, PANGO_WRAP_WORD);
  pango_layout_set_height (self->layout, wrap ? -4 : -1);
  pango_layout_set_width (self->layout, wrap ? MAX (1, width) * PANGO_SCALE : -1);
  if (align == PANGO_ALIGN_RIGHT)
    shrink (self, attributes, width);
  pango_attr_list_unref (attributes);
  pango_layout_set_width (self->layout, MAX (1, width) * PANGO_SCALE);
  pango_layout_set_ellipsize (self->layout, PANGO_ELLIPSIZE_END);
}

static char *
dup_heading (XcFiguresTable *self, int column)
{
  const char *title = xc_problem_report_get_heading (self->report, (guint) column);

  if (column != self->sorted_by)
    return g_strdup (title);
  return g_strdup_printf ("%s %s", title, self->is_descending ? "↓" : "↑");
}

/**
 * xc_figures_table_get_heading_height:
 * @self: a table
 *
 * Returns: how high its headings are, in pixels
 */
int
xc_figures_table_get_heading_height (XcFiguresTable *self)
{
  int height = 0, most = 0;

  for (int column = 0; self->report != NULL && column < XC_N_PROBLEM_REPORT_COLUMNS; column++)
    {
      g_autofree char *title = dup_heading (self, column);
      int width =
          xc_figures_table_get_column_x (self, column + 1) - xc_figures_table_get_column_x (self, column);

      set_text (self, title, width - PADDING, PANGO_ALIGN_RIGHT, TRUE, TRUE);
      pango_layout_get_pixel_size (self->layout, NULL, &height);
      most = MAX (most, height);
    }
  return most + PADDING;
}

static void
fill (Drawing *drawing, const GdkRGBA *colour, int x, int y, int width, int height)
{
  gtk_snapshot_append_color (drawing->snapshot, colour,
                             &GRAPHENE_RECT_INIT ((float) x, (float) y, (float) width, (float) height));
}

/* The text of the layout, in the middle of a box. */
static void
draw_text (XcFiguresTable *self, Drawing *drawing, const GdkRGBA *colour, int x, int y, int height)
{
  int text_height;

  pango_layout_get_pixel_size (self->layout, NULL, &text_height);
  gtk_snapshot_save (drawing->snapshot);
  gtk_snapshot_translate (drawing->snapshot,
                          &GRAPHENE_POINT_INIT ((float) x, (float) (y + (height - text_height) / 2)));
  gtk_snapshot_append_layout (drawing->snapshot, self->layout, colour);
  gtk_snapshot_restore (drawing->snapshot);
}

static void
draw_cursor (XcFiguresTable *self, Drawing *drawing, int column, int y, int height)
{
  int x = xc_figures_table_get_column_x (self, column);
  int width = xc_figures_table_get_column_x (self, column + 1) - x;
  GdkRGBA tint = drawing->accent;

  tint.alpha = 0.18f;
  fill (drawing, &tint, x, y, width, height);
  if (!gtk_widget_has_visible_focus (GTK_WIDGET (self)))
    return;
  fill (drawing, &drawing->accent, x, y, width, 2);
  fill (drawing, &drawing->accent, x, y + height - 2, width, 2);
  fill (drawing, &drawing->accent, x, y, 2, height);
  fill (drawing, &drawing->accent, x + width - 2, y, 2, height);
}

static void
draw_row (XcFiguresTable *self, Drawing *drawing, int row, int y, int height)
{
  const XcProblemReportRow *shown =
      xc_problem_report_get_row (self->report, g_array_index (self->order, guint, row));
  gboolean is_total = shown->key == XC_PROBLEM_REPORT_TOTAL;
  GdkRGBA tint = drawing->accent;

  tint.alpha = 0.08f;
  if (row == self->row)
    fill (drawing, &tint, 0, y, gtk_widget_get_width (GTK_WIDGET (self)), height);
  for (int column = 0; column < XC_N_PROBLEM_REPORT_COLUMNS; column++)
    {
      g_autofree char *cell =
          xc_problem_report_dup_cell (self->report, g_array_index (self->order, guint, row), (guint) column);
      int x = xc_figures_table_get_column_x (self, column);
      int width = xc_figures_table_get_column_x (self, column + 1) - x;
      int indent = column == 0 ? PADDING + (int) shown->depth * INDENT : 0;
      gboolean is_alarm =
          column == XC_PROBLEM_REPORT_FIRST_FIGURE + XC_FIGURE_OVERDUE && !g_str_equal (cell, "0");

      if (row == self->row && column == self->column)
        draw_cursor (self, drawing, column, y, height);
      set_text (self, cell, width - indent - PADDING, column == 0 ? PANGO_ALIGN_LEFT : PANGO_ALIGN_RIGHT,
                FALSE, is_total || is_alarm);
      draw_text (self, drawing,
                 is_alarm                  ? &drawing->alarm
                 : g_str_equal (cell, "0") ? &drawing->dim
                                           : &drawing->text,
                 x + indent, y, height);
    }
  fill (drawing, &drawing->rule, 0, y + height - 1, gtk_widget_get_width (GTK_WIDGET (self)), 1);
}

static void
draw_headings (XcFiguresTable *self, Drawing *drawing, int height)
{
  for (int column = 0; column < XC_N_PROBLEM_REPORT_COLUMNS; column++)
    {
      g_autofree char *title = dup_heading (self, column);
      int x = xc_figures_table_get_column_x (self, column);
      int width = xc_figures_table_get_column_x (self, column + 1) - x;
      int indent = column == 0 ? PADDING : 0;

      if (self->row == XC_FIGURES_TABLE_HEADINGS && column == self->column)
        draw_cursor (self, drawing, column, 0, height);
      set_text (self, title, width - indent - PADDING, column == 0 ? PANGO_ALIGN_LEFT : PANGO_ALIGN_RIGHT,
                TRUE, TRUE);
      draw_text (self, drawing, &drawing->text, x + indent, 0, height);
    }
  fill (drawing, &drawing->rule, 0, height - 1, gtk_widget_get_width (GTK_WIDGET (self)), 1);
}

static void
find_colours (XcFiguresTable *self, Drawing *drawing)
{
  GtkStyleContext *style = gtk_widget_get_style_context (GTK_WIDGET (self));

  gtk_style_context_get_color (style, &drawing->text);
  drawing->dim = drawing->alarm = drawing->accent = drawing->rule = drawing->text;
  drawing->dim.alpha *= 0.6f;
  drawing->rule.alpha *= 0.15f;
  gtk_style_context_lookup_color (style, "error_color", &drawing->alarm);
  gtk_style_context_lookup_color (style, "accent_bg_color", &drawing->accent);
  gtk_style_context_lookup_color (style, "view_bg_color", &drawing->ground);
}

/**
 * xc_figures_table_draw:
 * @self: a table with a report
 * @snapshot: what to draw on
 */
void
xc_figures_table_draw (XcFiguresTable *self, GtkSnapshot *snapshot)
{
  Drawing drawing = { .snapshot = snapshot };
  int width = gtk_widget_get_width (GTK_WIDGET (self)), height = gtk_widget_get_height (GTK_WIDGET (self));
  int head = xc_figures_table_get_heading_height (self), step = xc_figures_table_get_row_height (self);
  int n_rows = xc_figures_table_get_n_rows (self) - 1; /* without the total */
  int scrolled = self->vertical != NULL ? (int) gtk_adjustment_get_value (self->vertical) : 0;
  int total_y = MIN (head + n_rows * step, height - step), room = MAX (0, total_y - head);

  find_colours (self, &drawing);
  fill (&drawing, &drawing.ground, 0, 0, width, height);
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (0, (float) head, (float) width, (float) room));
  for (int row = scrolled / step; row < n_rows && row * step < scrolled + room; row++)
    draw_row (self, &drawing, row, head + row * step - scrolled, step);
  gtk_snapshot_pop (snapshot);
  draw_headings (self, &drawing, head);
  fill (&drawing, &drawing.rule, 0, total_y, width, 1);
  draw_row (self, &drawing, n_rows, total_y, step);
}
