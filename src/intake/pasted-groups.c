/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which pasted rows are about one problem: in the office's lists it stands once, in cells merged over the rows of its
 * measures and of those who answer, or is repeated in each of them. */
#include "intake/pasted-private.h"

#include "core/text.h"

static XcPastedRow *
get_row (const XcPastedProblems *self, guint row)
{
  return &g_array_index (self->rows, XcPastedRow, row);
}

/* Its column, or -1. */
int
xc_pasted_problems_find_meaning (const XcPastedProblems *self, const char *id)
{
  int meaning = xc_pasted_columns_find_by_id (id);

  for (guint i = 0; i < self->n_columns; i++)
    if (self->meanings[i] == meaning)
      return (int) i;
  return -1;
}

/* Whether something stands in cells that mean something of @sheet. */
gboolean
xc_pasted_problems_has (const XcPastedProblems *self, guint row, XcTemplateSheet sheet)
{
  for (guint i = 0; i < self->n_columns; i++)
    if (self->meanings[i] >= 0 && xc_pasted_columns_get ((guint) self->meanings[i])->sheet == sheet
        && !xc_text_is_blank (xc_pasted_problems_get_cell (self, row, i)))
      return TRUE;
  return FALSE;
}

/* The state stands beside each measure, and so does the day of closing. */
static gboolean
is_of_each_row (const XcPastedColumn *column)
{
  return g_str_equal (column->column->id, "problem.state")
         || g_str_equal (column->column->id, "problem.closed_on");
}

/* What it says of the problem is nothing, or what @head says. */
static gboolean
goes_on (const XcPastedProblems *self, guint row, guint head)
{
  for (guint i = 0; i < self->n_columns; i++)
    {
      const XcPastedColumn *column =
          self->meanings[i] >= 0 ? xc_pasted_columns_get ((guint) self->meanings[i]) : NULL;
      g_autofree char *here = NULL;
      g_autofree char *there = NULL;

      if (column == NULL || column->sheet != XC_TEMPLATE_PROBLEM || is_of_each_row (column))
        continue;
      here = xc_text_clean (xc_pasted_problems_get_cell (self, row, i));
      there = xc_text_clean (xc_pasted_problems_get_cell (self, head, i));
      if (*here != '\0' && !g_str_equal (here, there))
        return FALSE;
    }
  return TRUE;
}

/**
 * xc_pasted_problems_group:
 * @self: pasted rows whose columns have their meanings
 *
 * Finds out anew which rows are about one problem.
 */
void
xc_pasted_problems_group (XcPastedProblems *self)
{
  guint head = 0;

  for (guint i = 0; i < self->rows->len; i++)
    {
      gboolean says_more = xc_pasted_problems_has (self, i, XC_TEMPLATE_MEASURE)
                           || xc_pasted_problems_has (self, i, XC_TEMPLATE_RESPONSIBILITY);

      if (i == 0 || !says_more || !goes_on (self, i, head))
        head = i;
      get_row (self, i)->head = head;
    }
}
