/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "intake/pasted-columns.h"

#include "core/text.h"

/* What the row says of the problem already, or of where it stands. */
static gboolean
is_of_problem (const XcTemplateColumn *column)
{
  return g_str_equal (column->id, "measure.problem_id") || g_str_equal (column->id, "measure.state")
         || g_str_equal (column->id, "measure.closed_on");
}

static void
add_sheet (GArray *columns, XcTemplateSheet sheet)
{
  const XcTemplateTable *table = xc_template_get (sheet);

  for (guint i = 0; i < table->n_columns; i++)
    {
      XcPastedColumn column = { sheet, &table->columns[i], NULL };

      if (!is_of_problem (column.column))
        g_array_append_val (columns, column);
    }
}

static GArray *
make_columns (void)
{
  GArray *columns = g_array_new (FALSE, FALSE, sizeof (XcPastedColumn));
  const XcField *roles = xc_catalogue_get_field (XC_TABLE_RESPONSIBILITY, "role");

  add_sheet (columns, XC_TEMPLATE_PROBLEM);
  add_sheet (columns, XC_TEMPLATE_MEASURE);
  for (const XcChoice *role = roles->choices; role->word != NULL; role++)
    {
      XcPastedColumn column = { XC_TEMPLATE_RESPONSIBILITY, NULL, role };

      g_array_append_val (columns, column);
    }
  return columns;
}

static GArray *
get_columns (void)
{
  static gsize columns;

  if (g_once_init_enter (&columns))
    g_once_init_leave (&columns, (gsize) make_columns ());
  return (GArray *) columns;
}

guint
xc_pasted_columns_count (void)
{
  return get_columns ()->len;
}

/**
 * xc_pasted_columns_get:
 * @meaning: less than xc_pasted_columns_count()
 *
 * Returns: (transfer none): what it is
 */
const XcPastedColumn *
xc_pasted_columns_get (guint meaning)
{
  return &g_array_index (get_columns (), XcPastedColumn, meaning);
}

/**
 * xc_pasted_columns_get_heading:
 * @meaning: less than xc_pasted_columns_count()
 *
 * Returns: (transfer none): what people call it, translated
 */
const char *
xc_pasted_columns_get_heading (guint meaning)
{
  const XcPastedColumn *self = xc_pasted_columns_get (meaning);

  return self->role != NULL ? xc_choice_title (self->role) : xc_template_column_heading (self->column);
}

static gboolean
means (const XcPastedColumn *self, const char *heading, const XcField *roles)
{
  int column;

  if (self->role != NULL)
    return xc_field_read_choice (roles, heading) == self->role;
  column = xc_template_find_column (self->sheet, heading);
  return column >= 0 && &xc_template_get (self->sheet)->columns[column] == self->column;
}

/**
 * xc_pasted_columns_find:
 * @heading: what stands over a column, in either language
 *
 * What can be said of a problem comes before what can be said of a measure.
 *
 * Returns: the meaning, or -1
 */
int
xc_pasted_columns_find (const char *heading)
{
  const XcField *roles = xc_catalogue_get_field (XC_TABLE_RESPONSIBILITY, "role");
  g_autofree char *clean = xc_text_clean (heading);

  for (guint i = 0; *clean != '\0' && i < xc_pasted_columns_count (); i++)
    if (means (xc_pasted_columns_get (i), clean, roles))
      return (int) i;
  return -1;
}

/**
 * xc_pasted_columns_find_by_id:
 * @id: of a column of the template, or "role." and the word of a role
 *
 * Returns: the meaning, or -1
 */
int
xc_pasted_columns_find_by_id (const char *id)
{
  for (guint i = 0; i < xc_pasted_columns_count (); i++)
    {
      const XcPastedColumn *self = xc_pasted_columns_get (i);

      if (self->role != NULL
              ? g_str_has_prefix (id, "role.") && g_str_equal (id + strlen ("role."), self->role->word)
              : g_str_equal (id, self->column->id))
        return (int) i;
    }
  return -1;
}
