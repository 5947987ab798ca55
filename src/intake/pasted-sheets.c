/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "intake/pasted-private.h"

#include "core/text.h"
#include "core/typed-measure.h"
#include "intake/numbered-cell.h"

static const XcPastedRow *
get_row (const XcPastedProblems *pasted, guint row)
{
  return &g_array_index (pasted->rows, XcPastedRow, row);
}

static XcPastedSheet *
make (void)
{
  XcPastedSheet *self = g_new0 (XcPastedSheet, 1);

  self->headings = g_ptr_array_new_with_free_func (g_free);
  self->columns = g_array_new (FALSE, FALSE, sizeof (int));
  self->rows = g_array_new (FALSE, FALSE, sizeof (guint));
  self->sources = g_array_new (FALSE, FALSE, sizeof (int));
  self->problems = g_array_new (FALSE, FALSE, sizeof (guint));
  return self;
}

void
xc_pasted_sheet_free (XcPastedSheet *self)
{
  g_clear_pointer (&self->sheet, xc_text_sheet_free);
  g_ptr_array_unref (self->headings);
  g_array_unref (self->columns);
  g_array_unref (self->rows);
  g_array_unref (self->sources);
  g_array_unref (self->problems);
  g_free (self);
}

static void
add_heading (XcPastedSheet *self, const char *heading, int column)
{
  g_ptr_array_add (self->headings, g_strdup (heading));
  g_array_append_val (self->columns, column);
}

static void
begin (XcPastedSheet *self, XcTemplateSheet sheet)
{
  g_ptr_array_add (self->headings, NULL);
  self->sheet = xc_text_sheet_new (xc_template_get (sheet)->zh, (const char *const *) self->headings->pdata);
}

/* @problem is the row of the sheet of problems. */
static void
add_row (XcPastedSheet *self, guint row, int source, guint problem)
{
  xc_text_sheet_add (self->sheet);
  g_array_append_val (self->rows, row);
  g_array_append_val (self->sources, source);
  g_array_append_val (self->problems, problem);
}

/* How the column is headed in the sheet that is imported: as it was, for a unit may stand there, when that means the
 * same. */
static const char *
get_heading (const XcPastedProblems *pasted, guint column)
{
  const XcPastedColumn *meaning = xc_pasted_columns_get ((guint) pasted->meanings[column]);
  const char *typed = pasted->headings[column];

  return typed != NULL && xc_pasted_columns_find (typed) == pasted->meanings[column] ? typed
                                                                                     : meaning->column->zh;
}

/* The pasted columns of @sheet, then those that must be there. */
static void
add_headings (XcPastedSheet *self, const XcPastedProblems *pasted, XcTemplateSheet sheet)
{
  const XcTemplateTable *table = xc_template_get (sheet);
  guint64 present = 0;

  for (guint i = 0; i < pasted->n_columns; i++)
    {
      const XcPastedColumn *meaning =
          pasted->meanings[i] >= 0 ? xc_pasted_columns_get ((guint) pasted->meanings[i]) : NULL;

      if (meaning == NULL || meaning->sheet != sheet)
        continue;
      present |= G_GUINT64_CONSTANT (1) << (meaning->column - table->columns);
      add_heading (self, get_heading (pasted, i), (int) i);
    }
  for (guint i = 0; i < table->n_columns; i++)
    if (table->columns[i].is_required && (present & (G_GUINT64_CONSTANT (1) << i)) == 0)
      add_heading (self, table->columns[i].zh, -1);
}

static gboolean
group_has_measure (const XcPastedProblems *pasted, guint head)
{
  for (guint i = head; i < pasted->rows->len && get_row (pasted, i)->head == head; i++)
    if (xc_pasted_problems_has (pasted, i, XC_TEMPLATE_MEASURE))
      return TRUE;
  return FALSE;
}

/* Merged over several problems: what stands above holds for those below until another one stands there. */
static const char *
get_merged_cell (const XcPastedProblems *pasted, guint row, guint column)
{
  for (guint i = row + 1; i > 0; i--)
    {
      const char *cell = xc_pasted_problems_get_cell (pasted, i - 1, column);

      if (!xc_text_is_blank (cell))
        return cell;
    }
  return "";
}

static const char *
get_problem_cell (const XcPastedProblems *pasted, guint row, int column, gboolean has_measure)
{
  const char *cell = xc_pasted_problems_get_cell (pasted, row, (guint) column);
  const char *id = xc_pasted_columns_get ((guint) pasted->meanings[column])->column->id;
  int number = xc_pasted_problems_find_meaning (pasted, "problem.number");

  /* The measures say it, and the problem follows from them. */
  if (has_measure && (g_str_equal (id, "problem.state") || g_str_equal (id, "problem.closed_on")))
    return "";
  /* A problem that has its number has its place. */
  if ((g_str_equal (id, "problem.organization") || g_str_equal (id, "problem.round"))
      && (number < 0 || xc_text_is_blank (xc_pasted_problems_get_cell (pasted, row, (guint) number))))
    return get_merged_cell (pasted, row, (guint) column);
  return cell;
}

/**
 * xc_pasted_sheet_new_problems:
 * @pasted: rows that are grouped
 *
 * Returns: (transfer full): the problems of the rows that are taken, one for each group
 */
XcPastedSheet *
xc_pasted_sheet_new_problems (const XcPastedProblems *pasted)
{
  XcPastedSheet *self = make ();

  add_headings (self, pasted, XC_TEMPLATE_PROBLEM);
  begin (self, XC_TEMPLATE_PROBLEM);
  for (guint i = 0; i < pasted->rows->len; i++)
    {
      gboolean has_measure;

      if (!get_row (pasted, i)->is_taken || get_row (pasted, i)->head != i)
        continue;
      has_measure = group_has_measure (pasted, i);
      add_row (self, i, -1, self->rows->len + 2);
      for (guint j = 0; j < self->columns->len; j++)
        {
          int column = g_array_index (self->columns, int, j);

          if (column >= 0)
            xc_text_sheet_set (self->sheet, self->headings->pdata[j],
                               get_problem_cell (pasted, i, column, has_measure));
        }
    }
  return self;
}

/* The row of the sheet of problems on which the problem of the pasted row @row stands, or 0. */
static guint
find_problem (const XcPastedProblems *pasted, const XcPastedSheet *problems, guint row)
{
  for (guint i = 0; i < problems->rows->len; i++)
    if (g_array_index (problems->rows, guint, i) == get_row (pasted, row)->head)
      return i + 2;
  return 0;
}

/* What a cell says of the measure that is numbered @number, the first one when @is_first. */
static char *
dup_part (const char *cell, XcTemplateKind kind, guint number, gboolean is_first)
{
  g_autoptr (GPtrArray) items = xc_numbered_cell_read (cell);

  for (guint i = 0; i < items->len; i++)
    {
      const XcNumberedItem *item = items->pdata[i];

      if (item->number == number)
        return g_strdup (item->text);
      /* A limit holds for all of them, what was done is told once. */
      if (item->number == 0 && (is_first || kind == XC_TEMPLATE_LIMIT || kind == XC_TEMPLATE_CHOICE))
        return g_strdup (item->text);
    }
  return g_strdup ("");
}

static void
add_measure (XcPastedSheet *self, const XcPastedProblems *pasted, guint row, const XcNumberedItem *item,
             gboolean is_first)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      int column = g_array_index (self->columns, int, i);
      const XcTemplateColumn *meaning =
          column >= 0 ? xc_pasted_columns_get ((guint) pasted->meanings[column])->column : NULL;
      const char *cell = column >= 0 ? xc_pasted_problems_get_cell (pasted, row, (guint) column) : "";
      g_autofree char *part = NULL;

      if (meaning == NULL)
        continue;
      if (g_str_equal (meaning->id, "measure.wording"))
        part = g_strdup (item->text);
      else if (item->number == 0)
        part = g_strdup (cell);
      else
        part = dup_part (cell, meaning->kind, item->number, is_first);
      xc_text_sheet_set (self->sheet, self->headings->pdata[i], part);
    }
}

static void
add_measures (XcPastedSheet *self, const XcPastedProblems *pasted, guint row, guint problem)
{
  static const XcNumberedItem none = { 0, (char *) "" };
  int wording = xc_pasted_problems_find_meaning (pasted, "measure.wording");
  g_autoptr (GPtrArray) items =
      xc_numbered_cell_read (wording >= 0 ? xc_pasted_problems_get_cell (pasted, row, (guint) wording) : "");

  for (guint i = 0; i < MAX (1, items->len); i++)
    {
      add_row (self, row, -1, problem);
      add_measure (self, pasted, row, items->len > 0 ? items->pdata[i] : &none, i == 0);
    }
}

/* Beside measures it is theirs. */
static void
add_shared_heading (XcPastedSheet *self, const XcPastedProblems *pasted, const char *problem_id,
                    const char *id)
{
  int column = xc_pasted_problems_find_meaning (pasted, problem_id);
  const XcTemplateTable *table = xc_template_get (XC_TEMPLATE_MEASURE);

  if (column >= 0)
    add_heading (self, table->columns[xc_template_find_column_by_id (XC_TEMPLATE_MEASURE, id)].zh, column);
}

/**
 * xc_pasted_sheet_new_measures:
 * @pasted: rows that are grouped
 * @problems: their problems
 *
 * Returns: (transfer full): the measures of the rows that are taken; several for a cell in which they are numbered
 */
XcPastedSheet *
xc_pasted_sheet_new_measures (const XcPastedProblems *pasted, const XcPastedSheet *problems)
{
  XcPastedSheet *self = make ();

  add_headings (self, pasted, XC_TEMPLATE_MEASURE);
  add_shared_heading (self, pasted, "problem.state", "measure.state");
  add_shared_heading (self, pasted, "problem.closed_on", "measure.closed_on");
  begin (self, XC_TEMPLATE_MEASURE);
  for (guint i = 0; i < pasted->rows->len; i++)
    if (get_row (pasted, i)->is_taken && xc_pasted_problems_has (pasted, i, XC_TEMPLATE_MEASURE))
      add_measures (self, pasted, i, find_problem (pasted, problems, i));
  return self;
}

static gboolean
is_of_units (const XcChoice *role)
{
  static const char *const roles[] = { "lead_department", "department", "cooperating", "supervising", NULL };

  return g_strv_contains (roles, role->word);
}

/* What is said once is not said again in the other rows of the problem. */
static gboolean
is_said (GHashTable *said, guint problem, const XcChoice *role, const XcTypedOwner *owner)
{
  return !g_hash_table_add (said, g_strdup_printf ("%u\t%s\t%s\t%s", problem, role->word,
                                                   owner->unit != NULL ? owner->unit : "",
                                                   owner->name != NULL ? owner->name : ""));
}

static void
add_owners (XcPastedSheet *self, GHashTable *said, const char *cell, guint row, int column, guint problem,
            const XcChoice *role)
{
  /* Lines and commas separate as well. */
  g_autofree char *typed = g_strdelimit (xc_text_clean (cell), "\n,", ';');
  g_auto (GStrv) parts = g_strsplit (typed, "，", -1);
  g_autofree char *all = g_strjoinv (";", parts);
  g_autoptr (GPtrArray) owners = xc_typed_owners_read (all, is_of_units (role));

  for (guint i = 0; i < owners->len; i++)
    {
      const XcTypedOwner *owner = owners->pdata[i];

      if (is_said (said, problem, role, owner))
        continue;
      add_row (self, row, column, problem);
      xc_text_sheet_set (self->sheet, self->headings->pdata[1], role->word);
      xc_text_sheet_set (self->sheet, self->headings->pdata[2], owner->unit != NULL ? owner->unit : "");
      xc_text_sheet_set (self->sheet, self->headings->pdata[3], owner->name != NULL ? owner->name : "");
      xc_text_sheet_set (self->sheet, self->headings->pdata[4], owner->post != NULL ? owner->post : "");
    }
}

/**
 * xc_pasted_sheet_new_owners:
 * @pasted: rows that are grouped
 * @problems: their problems
 *
 * Returns: (transfer full): who answers for the problems of the rows that are taken
 */
XcPastedSheet *
xc_pasted_sheet_new_owners (const XcPastedProblems *pasted, const XcPastedSheet *problems)
{
  static const char *const ids[] = { "responsibility.problem_id", "responsibility.role",
                                     "responsibility.unit", "responsibility.name", "responsibility.post" };
  const XcTemplateTable *table = xc_template_get (XC_TEMPLATE_RESPONSIBILITY);
  g_autoptr (GHashTable) said = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  XcPastedSheet *self = make ();

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    add_heading (self, table->columns[xc_template_find_column_by_id (XC_TEMPLATE_RESPONSIBILITY, ids[i])].zh,
                 -1);
  begin (self, XC_TEMPLATE_RESPONSIBILITY);
  for (guint i = 0; i < pasted->rows->len; i++)
    for (guint j = 0; get_row (pasted, i)->is_taken && j < pasted->n_columns; j++)
      {
        const XcPastedColumn *meaning =
            pasted->meanings[j] >= 0 ? xc_pasted_columns_get ((guint) pasted->meanings[j]) : NULL;

        if (meaning != NULL && meaning->role != NULL)
          add_owners (self, said, xc_pasted_problems_get_cell (pasted, i, j), i, (int) j,
                      find_problem (pasted, problems, i), meaning->role);
      }
  return self;
}
