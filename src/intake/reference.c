/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds what cells refer to, in the workbook and in the ledger alike, and says why it is not found. */
#include "intake/import-private.h"

#include <glib/gi18n-lib.h>

#include "core/problem-number.h"
#include "intake/name.h"

static char *
suggest (XcImport *self, const char *text, XcTemplateSheet target, const GPtrArray *known)
{
  g_autofree char *key = g_strdup_printf ("%u %s", target, text);
  const char *memo = g_hash_table_lookup (self->suggestions, key);
  g_autoptr (GPtrArray) names = NULL;
  char *suggestion;

  if (memo != NULL)
    return g_strdup (memo);
  names = known == NULL ? g_ptr_array_new () : xc_name_suggest (text, known);
  suggestion = xc_name_quote_list (names);
  g_hash_table_insert (self->suggestions, g_steal_pointer (&key), g_strdup (suggestion));
  return suggestion;
}

/**
 * xc_import_refuse_unknown:
 * @self: an import
 * @sheet: a sheet
 * @row: one of its rows
 * @column: the cell that refers to something
 * @text: what it says
 * @target: where that should stand
 * @known: (nullable) (element-type utf8): names that are there
 *
 * Says that there is no such row, and what may be meant; nothing when a fault in that sheet explains it.
 */
void
xc_import_refuse_unknown (XcImport *self, const XcSheetTable *sheet, guint row, int column, const char *text,
                          XcTemplateSheet target, const GPtrArray *known)
{
  g_autofree char *suggestion = NULL;
  g_autofree char *expected = NULL;

  if (self->is_incomplete[target])
    return;
  suggestion = suggest (self, text, target, known);
  if (*suggestion != '\0')
    /* translators: %1$s is a list of names in quotation marks, %2$s the name of a sheet */
    expected = g_strdup_printf (_ ("Perhaps this is meant: %1$s. Otherwise add it to the sheet “%2$s”."),
                                suggestion, xc_template_title (target));
  else
    /* translators: %s is the name of a sheet */
    expected = g_strdup_printf (_ ("Add it to the sheet “%s”, or write a name that stands there."),
                                xc_template_title (target));
  xc_import_refuse (self, sheet, row, column,
                    /* translators: %1$s is what was typed, %2$s the name of a sheet */
                    g_strdup_printf (_ ("“%1$s” is neither in the sheet “%2$s” nor in the ledger."), text,
                                     xc_template_title (target)),
                    expected);
}

static int
compare_texts (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/**
 * xc_import_refuse_ambiguous:
 * @self: an import
 * @sheet: a sheet
 * @row: one of its rows
 * @column: the cell that refers to something
 * @text: what it says
 * @candidates: (element-type utf8): how to write each of those that may be meant
 */
void
xc_import_refuse_ambiguous (XcImport *self, const XcSheetTable *sheet, guint row, int column,
                            const char *text, const GPtrArray *candidates)
{
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();
  g_autofree char *list = NULL;
  g_autofree char *expected = NULL;

  for (guint i = 0; i < candidates->len; i++)
    g_ptr_array_add (sorted, candidates->pdata[i]);
  g_ptr_array_sort (sorted, compare_texts);
  list = xc_name_quote_list (sorted);
  /* translators: %s is a list of names in quotation marks */
  expected = g_strdup_printf (_ ("Write one of these: %s."), list);

  xc_import_refuse (self, sheet, row, column,
                    /* translators: %s is what was typed */
                    g_strdup_printf (_ ("“%s” may mean several."), text), expected);
}

/**
 * xc_import_find_titled:
 * @self: an import
 * @table: a small table
 * @field: the name of the text by which its rows are called
 * @title: what one is called
 *
 * Returns: (transfer none) (nullable): the row
 */
XcItem *
xc_import_find_titled (XcImport *self, XcTable table, const char *field, const char *title)
{
  g_autofree char *wanted = xc_name_key (title);

  for (guint i = 0; i < xc_draft_count (self->draft, table); i++)
    {
      XcItem *item = xc_draft_get (self->draft, table, i);
      const char *text = xc_record_get_text (item->record, field);
      g_autofree char *key = text == NULL ? NULL : xc_name_key (text);

      if (g_strcmp0 (key, wanted) == 0)
        return item;
    }
  return NULL;
}

/* Owned by their records. */
static GPtrArray *
list_titles (XcImport *self, XcTable table, const char *field)
{
  GPtrArray *titles = g_ptr_array_new ();

  for (guint i = 0; i < xc_draft_count (self->draft, table); i++)
    {
      const char *title = xc_record_get_text (xc_draft_get (self->draft, table, i)->record, field);

      if (title != NULL)
        g_ptr_array_add (titles, (char *) title);
    }
  return titles;
}

XcItem *
xc_import_find_register (XcImport *self, const XcSheetTable *sheet, guint row, int column, const char *text)
{
  XcItem *item = xc_import_find_titled (self, XC_TABLE_REGISTER, "title", text);
  g_autoptr (GPtrArray) titles = NULL;

  if (item != NULL)
    return item;
  titles = list_titles (self, XC_TABLE_REGISTER, "title");
  xc_import_refuse_unknown (self, sheet, row, column, text, XC_TEMPLATE_REGISTER, titles);
  return NULL;
}

/* Whether the name, or the last one of the path, stands in a row that could not be taken. */
static gboolean
is_doubtful (XcImport *self, const char *text)
{
  g_autofree char *key = xc_name_key (text);

  for (const char *name = key; name != NULL; name = strchr (name, '/'))
    {
      name += *name == '/' ? 1 : 0;
      if (g_hash_table_contains (self->doubtful, name))
        return TRUE;
    }
  return FALSE;
}

/**
 * xc_import_refuse_organizations:
 * @self: an import
 * @sheet: a sheet
 * @row: one of its rows
 * @column: the cell that names an organization
 * @text: what it says
 * @found: (element-type XcItem): none, or several
 *
 * Says why it is not clear which organization is meant.
 */
void
xc_import_refuse_organizations (XcImport *self, const XcSheetTable *sheet, guint row, int column,
                                const char *text, const GPtrArray *found)
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);

  if (found->len == 0)
    {
      if (!is_doubtful (self, text))
        xc_import_refuse_unknown (self, sheet, row, column, text, XC_TEMPLATE_ORGANIZATION,
                                  xc_organization_index_get_names (self->organizations));
      return;
    }
  for (guint i = 0; i < found->len; i++)
    g_ptr_array_add (paths, xc_organization_index_get_path (self->organizations, found->pdata[i]));
  xc_import_refuse_ambiguous (self, sheet, row, column, text, paths);
}

XcItem *
xc_import_find_organization (XcImport *self, const XcSheetTable *sheet, guint row, int column,
                             const char *text)
{
  g_autoptr (GPtrArray) found = xc_organization_index_find (self->organizations, text);

  if (found->len == 1)
    return found->pdata[0];
  xc_import_refuse_organizations (self, sheet, row, column, text, found);
  return NULL;
}

static char *
name_version (const XcItem *scheme)
{
  return g_strdup_printf ("%s/%" G_GINT64_FORMAT, xc_record_get_text (scheme->record, "title"),
                          xc_record_get_number (scheme->record, "version"));
}

/* By title; where there are several versions, by title/version. */
XcItem *
xc_import_find_scheme (XcImport *self, const XcSheetTable *sheet, guint row, int column, const char *text)
{
  g_autofree char *wanted = xc_name_key (text);
  g_autoptr (GPtrArray) versions = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) titles = NULL;
  XcItem *found = NULL;

  for (guint i = 0; i < xc_draft_count (self->draft, XC_TABLE_SCHEME); i++)
    {
      XcItem *item = xc_draft_get (self->draft, XC_TABLE_SCHEME, i);
      g_autofree char *version = name_version (item);
      g_autofree char *version_key = xc_name_key (version);
      g_autofree char *key = xc_name_key (xc_record_get_text (item->record, "title"));

      if (strcmp (version_key, wanted) == 0)
        return item;
      if (strcmp (key, wanted) != 0)
        continue;
      found = item;
      g_ptr_array_add (versions, g_steal_pointer (&version));
    }
  if (versions->len == 1)
    return found;
  if (versions->len > 1)
    {
      xc_import_refuse_ambiguous (self, sheet, row, column, text, versions);
      return NULL;
    }
  titles = list_titles (self, XC_TABLE_SCHEME, "title");
  xc_import_refuse_unknown (self, sheet, row, column, text, XC_TEMPLATE_POINT, titles);
  return NULL;
}

static void
refuse_ordinal (XcImport *self, const XcSheetTable *sheet, guint row, int column, gint64 ordinal,
                XcTemplateSheet target)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, ordinal);

  xc_import_refuse_unknown (self, sheet, row, column, text, target, NULL);
}

/**
 * xc_import_find_round:
 * @self: an import
 * @sheet: a sheet
 * @row: one of its rows
 * @column: the cell that names the round
 * @ordinal: its number within the term
 *
 * Where it is not clear which term is meant, a number that only one term has is clear enough.
 *
 * Returns: (transfer none) (nullable): the round
 */
XcItem *
xc_import_find_round (XcImport *self, const XcSheetTable *sheet, guint row, int column, gint64 ordinal)
{
  XcItem *found = NULL;
  guint n_found = 0;

  for (guint i = 0; i < xc_draft_count (self->draft, XC_TABLE_ROUND); i++)
    {
      XcItem *item = xc_draft_get (self->draft, XC_TABLE_ROUND, i);

      if (xc_record_get_number (item->record, "ordinal") != ordinal
          || (self->term != NULL && xc_record_get_number (item->record, "term_id") != self->term->id))
        continue;
      found = item;
      n_found++;
    }
  if (n_found == 1)
    return found;
  if (n_found == 0)
    refuse_ordinal (self, sheet, row, column, ordinal, XC_TEMPLATE_ROUND);
  else
    xc_import_refuse (self, sheet, row, column,
                      /* translators: %d is the number of a round */
                      g_strdup_printf (_ ("More than one term in the ledger has a round %d."), (int) ordinal),
                      _ ("Put the one term that this workbook is about into the sheet of terms."));
  return NULL;
}

XcItem *
xc_import_find_team (XcImport *self, const XcSheetTable *sheet, guint row, int column, const XcItem *round,
                     gint64 ordinal)
{
  g_autoptr (XcRecord) like = xc_record_new (XC_TABLE_TEAM);
  g_autoptr (GPtrArray) found = NULL;

  xc_record_set_number (like, "round_id", round->id);
  xc_record_set_number (like, "ordinal", ordinal);
  found = xc_item_index_find (self->teams, like);
  if (found != NULL)
    return found->pdata[0];
  if (!self->is_incomplete[XC_TEMPLATE_TEAM])
    xc_import_refuse (
        self, sheet, row, column,
        /* translators: %1$d is the number of a team, %2$d of a round, %3$s the name of a sheet */
        g_strdup_printf (_ ("Team %1$d of round %2$d is neither in the sheet “%3$s” nor in the "
                            "ledger."),
                         (int) ordinal, (int) xc_record_get_number (round->record, "ordinal"),
                         xc_template_title (XC_TEMPLATE_TEAM)),
        _ ("Add the team with its round there."));
  return NULL;
}

/**
 * xc_import_find_linked:
 * @self: an import, with its problems taken
 * @sheet: of measures or responsibilities
 * @row: one of its rows
 * @problem: (out) (nullable): the problem; %NULL when its row could not be taken, which was said there
 *
 * Returns: whether rows of the sheet belong to rows of the sheet of problems, whatever their numbers are
 */
gboolean
xc_import_find_linked (XcImport *self, const XcSheetTable *sheet, guint row, XcItem **problem)
{
  const GArray *links =
      sheet->sheet == XC_TEMPLATE_MEASURE ? self->context->measures : self->context->responsibilities;

  if (links == NULL)
    return FALSE;
  *problem =
      g_hash_table_lookup (self->problem_rows, GUINT_TO_POINTER (g_array_index (links, guint, row - 2)));
  return TRUE;
}

/**
 * xc_import_find_problem:
 * @self: an import
 * @sheet: a sheet
 * @row: one of its rows
 * @column: the cell with the number
 * @number: what it says
 *
 * Returns: (transfer none) (nullable): the problem
 */
XcItem *
xc_import_find_problem (XcImport *self, const XcSheetTable *sheet, guint row, int column, const char *number)
{
  g_autoptr (GPtrArray) found = NULL;

  /* Rows about one problem follow each other. */
  if (g_strcmp0 (self->last_number, number) == 0)
    return self->last_problem;
  found = xc_import_get_problems (self, number, self->term == NULL ? 0 : self->term->id);
  if (found != NULL && found->len == 1)
    {
      g_free (self->last_number);
      self->last_number = g_strdup (number);
      self->last_problem = found->pdata[0];
      return self->last_problem;
    }
  if (found == NULL)
    xc_import_refuse_unknown (self, sheet, row, column, number, XC_TEMPLATE_PROBLEM, NULL);
  else
    xc_import_refuse (
        self, sheet, row, column,
        /* translators: %s is the number of a problem */
        g_strdup_printf (_ ("More than one problem in the ledger has the number “%s”."), number),
        _ ("Put the one term that this workbook is about into the sheet of terms."));
  return NULL;
}
