/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/catalogue-private.h"

#include <string.h>

static const XcCatalogueTable *const tables[XC_N_TABLES] = {
  [XC_TABLE_TERM] = &xc_catalogue_term,
  [XC_TABLE_REGISTER] = &xc_catalogue_register,
  [XC_TABLE_ORGANIZATION] = &xc_catalogue_organization,
  [XC_TABLE_ORGANIZATION_EVENT] = &xc_catalogue_organization_event,
  [XC_TABLE_EVENT_MEMBER] = &xc_catalogue_event_member,
  [XC_TABLE_SCHEME] = &xc_catalogue_scheme,
  [XC_TABLE_POINT] = &xc_catalogue_point,
  [XC_TABLE_ROUND] = &xc_catalogue_round,
  [XC_TABLE_BATCH] = &xc_catalogue_batch,
  [XC_TABLE_ROUND_STAGE] = &xc_catalogue_round_stage,
  [XC_TABLE_ROUND_DOCUMENT] = &xc_catalogue_round_document,
  [XC_TABLE_TEAM] = &xc_catalogue_team,
  [XC_TABLE_PERSON] = &xc_catalogue_person,
  [XC_TABLE_PERSON_POST] = &xc_catalogue_person_post,
  [XC_TABLE_PERSON_KIN] = &xc_catalogue_person_kin,
  [XC_TABLE_TEAM_MEMBER] = &xc_catalogue_team_member,
  [XC_TABLE_INSPECTION] = &xc_catalogue_inspection,
  [XC_TABLE_AVOIDANCE] = &xc_catalogue_avoidance,
  [XC_TABLE_DEADLINE] = &xc_catalogue_deadline,
  [XC_TABLE_DEADLINE_EXTENSION] = &xc_catalogue_deadline_extension,
  [XC_TABLE_PLAN_REVIEW] = &xc_catalogue_plan_review,
  [XC_TABLE_PROBLEM] = &xc_catalogue_problem,
  [XC_TABLE_MEASURE] = &xc_catalogue_measure,
  [XC_TABLE_RESPONSIBILITY] = &xc_catalogue_responsibility,
  [XC_TABLE_EXTENSION] = &xc_catalogue_extension,
  [XC_TABLE_CLOSING_STEP] = &xc_catalogue_closing_step,
  [XC_TABLE_EVIDENCE] = &xc_catalogue_evidence,
  [XC_TABLE_LETTER] = &xc_catalogue_letter,
  [XC_TABLE_LETTER_ITEM] = &xc_catalogue_letter_item,
  [XC_TABLE_DEADLINE_RULE] = &xc_catalogue_deadline_rule,
  [XC_TABLE_HOLIDAY] = &xc_catalogue_holiday,
  [XC_TABLE_LIST_LAYOUT] = &xc_catalogue_list_layout,
  [XC_TABLE_LIST_COLUMN] = &xc_catalogue_list_column,
  [XC_TABLE_SAVED_VIEW] = &xc_catalogue_saved_view,
  [XC_TABLE_SETTING] = &xc_catalogue_setting,
};

/**
 * xc_catalogue_get:
 * @table: which
 *
 * Returns: (transfer none): what the table holds
 */
const XcCatalogueTable *
xc_catalogue_get (XcTable table)
{
  g_return_val_if_fail ((guint) table < XC_N_TABLES, NULL);
  return tables[table];
}

/**
 * xc_catalogue_find:
 * @name: the name of a table in the ledger
 *
 * Returns: the table, or %XC_TABLE_NONE
 */
XcTable
xc_catalogue_find (const char *name)
{
  for (guint i = 0; i < XC_N_TABLES; i++)
    if (strcmp (tables[i]->name, name) == 0)
      return (XcTable) i;
  return XC_TABLE_NONE;
}

/**
 * xc_catalogue_find_field:
 * @table: which
 * @name: the name of a field
 *
 * Returns: the position of the field among the table's, or -1
 */
int
xc_catalogue_find_field (XcTable table, const char *name)
{
  const XcCatalogueTable *entry = xc_catalogue_get (table);

  for (guint i = 0; i < entry->n_fields; i++)
    if (strcmp (entry->fields[i].name, name) == 0)
      return (int) i;
  return -1;
}

/**
 * xc_catalogue_get_field:
 * @table: which
 * @name: the name of a field
 *
 * Returns: (transfer none) (nullable): the field
 */
const XcField *
xc_catalogue_get_field (XcTable table, const char *name)
{
  int index = xc_catalogue_find_field (table, name);

  return index < 0 ? NULL : &tables[table]->fields[index];
}

/**
 * xc_catalogue_get_count:
 * @table: which
 *
 * How many rows of @table refer to a row is a figure that people look at in the list of that row's table; it is counted,
 * never kept.
 *
 * Returns: (transfer none) (nullable): that figure as a field, called “count”, titled as @table’s fields are; %NULL when
 *   nobody asks for it
 */
const XcField *
xc_catalogue_get_count (XcTable table)
{
  static const XcField team_members = NUMBER ("count", NC_ ("team_member", "Served"), 0, G_MAXINT32);

  return table == XC_TABLE_TEAM_MEMBER ? &team_members : NULL;
}

/**
 * xc_catalogue_title:
 * @table: which
 *
 * Returns: (transfer none): what people call the rows of @table, translated
 */
const char *
xc_catalogue_title (XcTable table)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "table", xc_catalogue_get (table)->title);
}

/**
 * xc_field_is_textual:
 * @field: which
 *
 * Returns: whether its values are texts: texts of one line or many, and the words of choices
 */
gboolean
xc_field_is_textual (const XcField *field)
{
  return field->kind == XC_FIELD_TEXT || field->kind == XC_FIELD_LONG_TEXT || field->kind == XC_FIELD_CHOICE;
}

/**
 * xc_field_title:
 * @table: the field's table
 * @field: which
 *
 * Returns: (transfer none): the label of the field, translated
 */
const char *
xc_field_title (XcTable table, const XcField *field)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, xc_catalogue_get (table)->name, field->title);
}

/**
 * xc_field_hint:
 * @table: the field's table
 * @field: which
 *
 * Returns: (transfer none) (nullable): what belongs into the field, translated
 */
const char *
xc_field_hint (XcTable table, const XcField *field)
{
  return field->hint == NULL ? NULL
                             : g_dpgettext2 (GETTEXT_PACKAGE, xc_catalogue_get (table)->name, field->hint);
}

/**
 * xc_choice_title:
 * @choice: which
 *
 * Returns: (transfer none): what people call it, translated
 */
const char *
xc_choice_title (const XcChoice *choice)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "choice", choice->title);
}

/**
 * xc_field_find_choice:
 * @field: a choice
 * @word: (nullable): a word as the ledger keeps it
 *
 * Returns: (transfer none) (nullable): the choice with that word
 */
const XcChoice *
xc_field_find_choice (const XcField *field, const char *word)
{
  g_return_val_if_fail (field->choices != NULL, NULL);
  for (const XcChoice *choice = field->choices; word != NULL && choice->word != NULL; choice++)
    if (strcmp (choice->word, word) == 0)
      return choice;
  return NULL;
}

/* Whether @typed is one of @list, separated by "|". */
static gboolean
list_has (const char *list, const char *typed)
{
  gsize length = strlen (typed);

  for (const char *entry = list; entry != NULL; entry = strchr (entry, '|'))
    {
      if (*entry == '|')
        entry++;
      if (strncmp (entry, typed, length) == 0 && (entry[length] == '|' || entry[length] == '\0'))
        return TRUE;
    }
  return FALSE;
}

/**
 * xc_field_read_choice:
 * @field: a choice
 * @typed: what somebody typed, without spaces round it
 *
 * Takes the word itself, its title in English and in the user's language, and the usual Chinese words whatever the
 * user's language is: a workbook goes from one desk to another.
 *
 * Returns: (transfer none) (nullable): the choice that is meant
 */
const XcChoice *
xc_field_read_choice (const XcField *field, const char *typed)
{
  g_return_val_if_fail (field->choices != NULL, NULL);
  if (*typed == '\0')
    return NULL;
  for (const XcChoice *choice = field->choices; choice->word != NULL; choice++)
    if (g_ascii_strcasecmp (choice->word, typed) == 0 || g_ascii_strcasecmp (choice->title, typed) == 0
        || strcmp (xc_choice_title (choice), typed) == 0 || list_has (choice->typed, typed))
      return choice;
  return NULL;
}
