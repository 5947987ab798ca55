/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Walking through the timetable by keys: up and down from line to line, left and right through the phases of one. */
#include "app/timetable/timetable-canvas-private.h"

/* Marks of whole lines, in the order of the lines. */
static GPtrArray *
list_lines (XcTimetableCanvas *self)
{
  gsize n_marks;
  const XcMark *marks = xc_picture_get_marks (self->body, &n_marks);
  GPtrArray *lines = g_ptr_array_new ();

  for (gsize i = 0; i < n_marks; i++)
    if (marks[i].kind >= XC_TIMETABLE_MARK_ROW)
      g_ptr_array_add (lines, (gpointer) &marks[i]);
  return lines;
}

/* The line that a mark lies in. */
static int
find_line (const GPtrArray *lines, const XcMark *mark)
{
  for (guint i = 0; mark != NULL && i < lines->len; i++)
    {
      const XcMark *line = lines->pdata[i];

      if (line == mark
          || (mark->kind < XC_TIMETABLE_MARK_ROW && line->kind == XC_TIMETABLE_MARK_ROW
              && line->index == mark->index))
        return (int) i;
    }
  return -1;
}

static const XcMark *
find_phase (XcTimetableCanvas *self, gsize row, int phase)
{
  gsize n_marks;
  const XcMark *marks = xc_picture_get_marks (self->body, &n_marks);

  for (gsize i = 0; i < n_marks; i++)
    if (marks[i].kind == phase && marks[i].index == row)
      return &marks[i];
  return NULL;
}

/* To the next or the last phase of the row that has days; before the first one is the row as a whole. */
static const XcMark *
step_sideways (XcTimetableCanvas *self, const XcMark *line, int phase, int by)
{
  if (line->kind != XC_TIMETABLE_MARK_ROW)
    return line;
  for (phase += by; phase >= 0 && phase < XC_N_PHASES; phase += by)
    {
      const XcMark *found = find_phase (self, line->index, phase);
      if (found != NULL)
        return found;
    }
  return phase < 0 ? line : NULL;
}

static const XcMark *
get_line (const GPtrArray *lines, int index)
{
  return lines->pdata[CLAMP (index, 0, (int) lines->len - 1)];
}

/* The same phase in another line, where it has one. */
static const XcMark *
step_to_line (XcTimetableCanvas *self, const GPtrArray *lines, int index, int phase)
{
  const XcMark *line = get_line (lines, index);
  const XcMark *found = NULL;

  if (line->kind == XC_TIMETABLE_MARK_ROW && phase >= 0)
    found = find_phase (self, line->index, phase);
  return found != NULL ? found : line;
}

static int
count_lines_of_a_page (XcTimetableCanvas *self, const GPtrArray *lines)
{
  double page = gtk_adjustment_get_page_size (self->vertical);

  return MAX (1, (int) (page / (((const XcMark *) lines->pdata[0])->box.height + 4)) - 1);
}

/**
 * xc_timetable_canvas_press_key:
 * @self: a timetable
 * @key: a key
 * @state: modifiers
 *
 * Returns: whether the key means something here
 */
gboolean
xc_timetable_canvas_press_key (XcTimetableCanvas *self, guint key, GdkModifierType state)
{
  g_autoptr (GPtrArray) lines = NULL;
  const XcMark *mark = xc_timetable_canvas_get_mark (self), *next = NULL;
  gboolean with_control = (state & GDK_CONTROL_MASK) != 0;
  int at, phase;

  if ((state & (GDK_ALT_MASK | GDK_SHIFT_MASK | GDK_SUPER_MASK)) != 0 || !xc_timetable_canvas_lay_out (self))
    return FALSE;
  lines = list_lines (self);
  if (lines->len == 0)
    return FALSE;
  at = find_line (lines, mark);
  phase = mark != NULL && mark->kind < XC_TIMETABLE_MARK_ROW ? mark->kind : -1;
  switch (key)
    {
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      next = step_to_line (self, lines, at - 1, phase);
      break;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      next = step_to_line (self, lines, at + 1, phase);
      break;
    case GDK_KEY_Page_Up:
    case GDK_KEY_KP_Page_Up:
      next = step_to_line (self, lines, at - count_lines_of_a_page (self, lines), phase);
      break;
    case GDK_KEY_Page_Down:
    case GDK_KEY_KP_Page_Down:
      next = step_to_line (self, lines, at + count_lines_of_a_page (self, lines), phase);
      break;
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      next = step_sideways (self, get_line (lines, at), phase, -1);
      break;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      next = step_sideways (self, get_line (lines, at), phase, 1);
      break;
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      next = with_control ? get_line (lines, 0) : get_line (lines, at);
      break;
    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      next = with_control ? get_line (lines, (int) lines->len - 1)
                          : step_sideways (self, get_line (lines, at), XC_N_PHASES, -1);
      break;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
      xc_timetable_canvas_open (self);
      return TRUE;
    default:
      return FALSE;
    }
  if (next != NULL)
    xc_timetable_canvas_set_mark (self, next);
  return TRUE;
}
