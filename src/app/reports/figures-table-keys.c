/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Walking through the table of figures by keys. */
#include "app/reports/figures-table-private.h"

/**
 * xc_figures_table_press_key:
 * @self: a table
 * @key: a key
 * @state: modifiers
 *
 * Returns: whether the key means something here
 */
gboolean
xc_figures_table_press_key (XcFiguresTable *self, guint key, GdkModifierType state)
{
  gboolean with_control = (state & GDK_CONTROL_MASK) != 0;
  int row = self->row, column = self->column, last = xc_figures_table_get_n_rows (self) - 1;
  int page = MAX (1, gtk_widget_get_height (GTK_WIDGET (self)) / xc_figures_table_get_row_height (self) - 4);

  if (last < 0 || (state & (GDK_ALT_MASK | GDK_SHIFT_MASK | GDK_SUPER_MASK)) != 0)
    return FALSE;
  switch (key)
    {
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      row = with_control ? 0 : row - 1;
      break;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      row = with_control ? last : row + 1;
      break;
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      column--;
      break;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      column++;
      break;
    case GDK_KEY_Page_Up:
    case GDK_KEY_KP_Page_Up:
      row = MAX (0, row - page);
      break;
    case GDK_KEY_Page_Down:
    case GDK_KEY_KP_Page_Down:
      row += page;
      break;
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      column = 0;
      row = with_control ? 0 : row;
      break;
    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      column = XC_N_PROBLEM_REPORT_COLUMNS - 1;
      row = with_control ? last : row;
      break;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_space:
      if (with_control)
        return FALSE;
      xc_figures_table_open (self);
      return TRUE;
    default:
      return FALSE;
    }
  xc_figures_table_go_to (self, CLAMP (row, XC_FIGURES_TABLE_HEADINGS, last),
                          CLAMP (column, 0, XC_N_PROBLEM_REPORT_COLUMNS - 1));
  return TRUE;
}
