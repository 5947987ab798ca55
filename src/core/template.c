/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/template-private.h"

#include <string.h>

#include "core/text.h"

/* What people and this program put behind a heading to say that its column must be filled. */
static const char *const required_marks[] = { "*", "(必填)", "(必填项)", "(required)" };

/* @heading without what does not tell headings apart: width, case, spaces, line ends, the mark of required columns. */
static char *
normalize (const char *heading)
{
  g_autofree char *clean = xc_text_clean (heading);
  g_autofree char *narrow = xc_text_fold_width (clean);
  GString *plain = g_string_sized_new (strlen (narrow));

  for (const char *at = narrow; *at != '\0'; at = g_utf8_next_char (at))
    if (!g_unichar_isspace (g_utf8_get_char (at)))
      g_string_append_unichar (plain, g_unichar_tolower (g_utf8_get_char (at)));
  for (guint i = 0; i < G_N_ELEMENTS (required_marks); i++)
    {
      if (g_str_has_suffix (plain->str, required_marks[i]))
        g_string_truncate (plain, plain->len - strlen (required_marks[i]));
      if (i == 0 && plain->str[0] == '*')
        g_string_erase (plain, 0, 1);
    }
  return g_string_free (plain, FALSE);
}

static gboolean
is_same (const char *wanted, const char *name)
{
  g_autofree char *plain = normalize (name);

  return strcmp (wanted, plain) == 0;
}

static gboolean
is_among (const char *wanted, const char *list)
{
  g_auto (GStrv) names = list == NULL ? NULL : g_strsplit (list, "|", -1);

  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    if (is_same (wanted, names[i]))
      return TRUE;
  return FALSE;
}

/**
 * xc_template_get:
 * @sheet: which
 *
 * Returns: (transfer none): what the sheet holds
 */
const XcTemplateTable *
xc_template_get (XcTemplateSheet sheet)
{
  g_return_val_if_fail ((guint) sheet < XC_N_TEMPLATE_SHEETS, NULL);
  return &xc_template_sheets[sheet];
}

/**
 * xc_template_find:
 * @name: the name of a sheet of a workbook
 * @sheet: (out): which it is; unchanged when it is none
 *
 * The two names of a sheet come before the other words for it.
 *
 * Returns: whether it is one of the template's, in either language; width, case and spaces make no difference
 */
gboolean
xc_template_find (const char *name, XcTemplateSheet *sheet)
{
  g_return_val_if_fail (name != NULL && sheet != NULL, FALSE);

  g_autofree char *wanted = normalize (name);
  for (guint i = 0; i < XC_N_TEMPLATE_SHEETS; i++)
    if (is_same (wanted, xc_template_sheets[i].zh) || is_same (wanted, xc_template_sheets[i].en))
      {
        *sheet = (XcTemplateSheet) i;
        return TRUE;
      }
  for (guint i = 0; i < XC_N_TEMPLATE_SHEETS; i++)
    if (is_among (wanted, xc_template_sheets[i].synonyms))
      {
        *sheet = (XcTemplateSheet) i;
        return TRUE;
      }
  return FALSE;
}

static void
add_heading (GHashTable *headings, const char *heading, guint column)
{
  g_autofree char *plain = normalize (heading);

  if (!g_hash_table_contains (headings, plain))
    g_hash_table_insert (headings, g_steal_pointer (&plain), GUINT_TO_POINTER (column));
}

static GHashTable *
make_headings (const XcTemplateTable *table)
{
  GHashTable *headings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < table->n_columns; i++)
    {
      add_heading (headings, table->columns[i].zh, i);
      add_heading (headings, table->columns[i].en, i);
    }
  for (guint i = 0; i < table->n_columns; i++)
    {
      g_auto (GStrv) words =
          table->columns[i].synonyms == NULL ? NULL : g_strsplit (table->columns[i].synonyms, "|", -1);

      for (guint w = 0; words != NULL && words[w] != NULL; w++)
        add_heading (headings, words[w], i);
    }
  return headings;
}

/* Made once: whoever looks for the headings of a sheet asks for each cell of its first rows. */
static GHashTable *
get_headings (XcTemplateSheet sheet)
{
  static gsize headings[XC_N_TEMPLATE_SHEETS];

  if (g_once_init_enter (&headings[sheet]))
    g_once_init_leave (&headings[sheet], (gsize) make_headings (xc_template_get (sheet)));
  return (GHashTable *) headings[sheet];
}

/**
 * xc_template_is_aside:
 * @name: the name of a sheet of a workbook
 *
 * Returns: whether the program itself puts a sheet of this name beside the tables, in either language
 */
gboolean
xc_template_is_aside (const char *name)
{
  static const char *const asides[] = { "Explanations", "说明", "Choices", "选项" };
  g_autofree char *wanted = normalize (name);

  for (guint i = 0; i < G_N_ELEMENTS (asides); i++)
    if (is_same (wanted, asides[i]))
      return TRUE;
  return FALSE;
}

/**
 * xc_template_find_column:
 * @sheet: of which sheet
 * @heading: what stands over a column
 *
 * Headings in either language come before the other words for a column. Width, case, spaces, line ends and a mark of
 * required columns ("*", "（必填）") make no difference.
 *
 * Returns: the index of the column that @heading means, or -1
 */
int
xc_template_find_column (XcTemplateSheet sheet, const char *heading)
{
  g_return_val_if_fail ((guint) sheet < XC_N_TEMPLATE_SHEETS && heading != NULL, -1);

  g_autofree char *wanted = normalize (heading);
  gpointer column;

  if (!g_hash_table_lookup_extended (get_headings (sheet), wanted, NULL, &column))
    return -1;
  return (int) GPOINTER_TO_UINT (column);
}

/**
 * xc_template_find_column_by_id:
 * @sheet: of which sheet
 * @id: the id of a column
 *
 * Returns: the index of the column, or -1
 */
int
xc_template_find_column_by_id (XcTemplateSheet sheet, const char *id)
{
  const XcTemplateTable *table = xc_template_get (sheet);

  for (guint i = 0; i < table->n_columns; i++)
    if (strcmp (table->columns[i].id, id) == 0)
      return (int) i;
  return -1;
}

static gboolean
headings_are_chinese (void)
{
  /* translators: the language of the headings of templates that are written for the user: "zh" or "en" */
  return strcmp (C_ ("template", "en"), "zh") == 0;
}

/**
 * xc_template_title:
 * @sheet: which
 *
 * Returns: (transfer none): the sheet's name in the user's language
 */
const char *
xc_template_title (XcTemplateSheet sheet)
{
  const XcTemplateTable *table = xc_template_get (sheet);

  return headings_are_chinese () ? table->zh : table->en;
}

/**
 * xc_template_hint:
 * @sheet: which
 *
 * Returns: (transfer none): what a row of the sheet is, translated
 */
const char *
xc_template_hint (XcTemplateSheet sheet)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "template", xc_template_get (sheet)->hint);
}

/**
 * xc_template_column_get_field:
 * @column: which
 *
 * Returns: (transfer none) (nullable): the field that the column is, or the one whose choices it takes
 */
const XcField *
xc_template_column_get_field (const XcTemplateColumn *column)
{
  g_return_val_if_fail (column != NULL, NULL);
  if (column->table != XC_TABLE_NONE)
    return xc_catalogue_get_field (column->table, column->field);
  if (strcmp (column->id, "problem.kind") == 0)
    return xc_catalogue_get_field (XC_TABLE_INSPECTION, "kind");
  if (strcmp (column->id, "measure.state") == 0)
    return xc_catalogue_get_field (XC_TABLE_MEASURE, "state");
  return NULL;
}

/**
 * xc_template_column_heading:
 * @column: which
 *
 * Returns: (transfer none): its heading in the user's language, without a mark
 */
const char *
xc_template_column_heading (const XcTemplateColumn *column)
{
  g_return_val_if_fail (column != NULL, NULL);
  return headings_are_chinese () ? column->zh : column->en;
}

/**
 * xc_template_column_hint:
 * @column: which
 *
 * Returns: (transfer none) (nullable): what belongs into the column, translated
 */
const char *
xc_template_column_hint (const XcTemplateColumn *column)
{
  g_return_val_if_fail (column != NULL, NULL);
  return column->hint == NULL ? NULL : g_dpgettext2 (GETTEXT_PACKAGE, "template", column->hint);
}

/**
 * xc_template_column_dup_suffixes:
 * @column: an ordinal
 *
 * Returns: (transfer full): the words that may follow the number, for xc_numeral_parse_ordinal()
 */
char **
xc_template_column_dup_suffixes (const XcTemplateColumn *column)
{
  g_return_val_if_fail (column != NULL, NULL);
  return g_strsplit (column->suffixes == NULL ? "" : column->suffixes, "|", -1);
}

static void
add_choices (GPtrArray *titles, const XcField *field, const XcField *besides)
{
  for (const XcChoice *choice = field->choices; choice->word != NULL; choice++)
    if (besides == NULL || xc_field_find_choice (besides, choice->word) == NULL)
      g_ptr_array_add (titles, g_strdup (xc_choice_title (choice)));
}

/**
 * xc_template_column_dup_choices:
 * @column: which
 *
 * Returns: (transfer full) (nullable): what may be chosen in the column, as people see it; %NULL when it is no choice
 */
GStrv
xc_template_column_dup_choices (const XcTemplateColumn *column)
{
  g_return_val_if_fail (column != NULL, NULL);

  const XcField *field = xc_template_column_get_field (column);
  if (column->kind != XC_TEMPLATE_CHOICE && column->kind != XC_TEMPLATE_YES_NO)
    return NULL;
  GPtrArray *titles = g_ptr_array_new ();
  if (column->kind == XC_TEMPLATE_YES_NO)
    {
      g_ptr_array_add (titles, g_strdup (C_ ("choice", "Yes")));
      g_ptr_array_add (titles, g_strdup (C_ ("choice", "No")));
    }
  else
    {
      add_choices (titles, field, NULL);
      /* Offices write the state of the problem beside its measures. */
      if (strcmp (column->id, "measure.state") == 0)
        add_choices (titles, xc_catalogue_get_field (XC_TABLE_PROBLEM, "state"), field);
    }
  g_ptr_array_add (titles, NULL);
  return (GStrv) g_ptr_array_free (titles, FALSE);
}

/**
 * xc_template_column_example:
 * @column: which
 *
 * Returns: (transfer none) (nullable): what might stand in the column, translated; %NULL when its choices say it
 */
const char *
xc_template_column_example (const XcTemplateColumn *column)
{
  g_return_val_if_fail (column != NULL, NULL);
  return column->example == NULL ? NULL : g_dpgettext2 (GETTEXT_PACKAGE, "template example", column->example);
}
