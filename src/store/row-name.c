/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/row-name.h"

#include <glib/gi18n-lib.h>

#include "core/value.h"

/* Longer wordings are cut: a message names its rows, it does not quote them. */
#define LONGEST 24

static void
add_value (GString *name, XcDatabase *database, XcTable table, const XcField *field, XcStatement *row,
           int column)
{
  g_autofree char *words = NULL;
  XcValue value;

  if (xc_statement_is_null (row, column))
    return;
  if (field->kind == XC_FIELD_REFERENCE)
    words = xc_row_dup_name (database, field->target, xc_statement_get_integer (row, column));
  else
    {
      if (xc_field_is_textual (field))
        value = XC_VALUE_TEXT (xc_statement_get_text (row, column));
      else if (field->kind == XC_FIELD_DAY)
        value = XC_VALUE_NUMBER (xc_day_parse_iso (xc_statement_get_text (row, column)));
      else
        value = XC_VALUE_NUMBER (xc_statement_get_integer (row, column));
      words = xc_value_format (table, field, &value);
    }
  if (name->len > 0 && *words != '\0')
    g_string_append_c (name, ' ');
  g_string_append (name, words);
}

/**
 * xc_row_dup_name:
 * @database: a ledger
 * @table: of which table
 * @id: of which row
 *
 * The fields that the catalogue marks as the name, those of rows referred to among them.
 *
 * Returns: (transfer full): the name, cut when it is long; empty when there is no such row
 */
char *
xc_row_dup_name (XcDatabase *database, XcTable table, gint64 id)
{
  const XcCatalogueTable *entry = xc_catalogue_get (table);
  g_autoptr (GString) sql = g_string_new ("SELECT id");
  g_autoptr (GString) name = g_string_new (NULL);
  g_autoptr (XcStatement) row = NULL;
  g_autofree char *valid = NULL;
  gboolean found = FALSE;

  for (guint i = 0; i < entry->n_fields; i++)
    if (entry->fields[i].is_name)
      g_string_append_printf (sql, ", %s", entry->fields[i].name);
  g_string_append_printf (sql, " FROM %s WHERE id = ?1", entry->name);
  row = xc_database_prepare (database, sql->str, NULL);
  if (row == NULL)
    return g_strdup ("");
  xc_statement_bind_integer (row, 1, id);
  if (xc_statement_step (row, &found, NULL) && found)
    for (guint i = 0, column = 1; i < entry->n_fields; i++)
      if (entry->fields[i].is_name)
        add_value (name, database, table, &entry->fields[i], row, (int) column++);
  /* The check of a ledger names rows that may hold anything. */
  valid = g_utf8_make_valid (name->str, (gssize) name->len);
  if (g_utf8_strlen (valid, -1) <= LONGEST)
    return g_steal_pointer (&valid);
  return g_strdup_printf ("%.*s…", (int) (g_utf8_offset_to_pointer (valid, LONGEST) - valid), valid);
}

/* What a row says in a field that is a choice, in the words of the catalogue; the first choice is what goes without
 * saying. */
static void
add_unusual_choice (GString *name, const XcField *field, const char *word)
{
  const XcChoice *choice = xc_field_find_choice (field, word);

  if (choice != NULL && choice != field->choices)
    g_string_append_printf (name, C_ ("name of a row", " · %s"), xc_choice_title (choice));
}

/**
 * xc_row_dup_full_name:
 * @database: a ledger
 * @table: of which table
 * @id: of which row
 *
 * As xc_row_dup_name(), but where many rows may have that name, tells this one from the others: each round has a first
 * team, and one organization may be inspected in several rounds, or in one round for several reasons.
 *
 * Returns: (transfer full): the name, as “第六轮 · 某局党组 · 专项”; empty when there is no such row
 */
char *
xc_row_dup_full_name (XcDatabase *database, XcTable table, gint64 id)
{
  const XcField *kind = table == XC_TABLE_INSPECTION ? xc_catalogue_get_field (table, "kind") : NULL;
  g_autofree char *own = xc_row_dup_name (database, table, id);
  g_autofree char *round = NULL;
  g_autofree char *sql = NULL;
  g_autoptr (GString) name = NULL;
  g_autoptr (XcStatement) row = NULL;
  gboolean found = FALSE;

  if (*own == '\0' || xc_catalogue_get_field (table, "round_id") == NULL)
    return g_steal_pointer (&own);
  sql = g_strdup_printf ("SELECT round_id%s FROM %s WHERE id = ?1", kind != NULL ? ", kind" : "",
                         xc_catalogue_get (table)->name);
  row = xc_database_prepare (database, sql, NULL);
  if (row == NULL)
    return g_steal_pointer (&own);
  xc_statement_bind_integer (row, 1, id);
  if (!xc_statement_step (row, &found, NULL) || !found)
    return g_steal_pointer (&own);
  name = g_string_new (NULL);
  if (!xc_statement_is_null (row, 0))
    {
      round = xc_row_dup_name (database, XC_TABLE_ROUND, xc_statement_get_integer (row, 0));
      /* translators: %1$s is a round, %2$s a team of it, or an organization inspected in it */
      g_string_append_printf (name, C_ ("name of a row", "%1$s · %2$s"), round, own);
    }
  else
    g_string_append (name, own);
  if (kind != NULL && !xc_statement_is_null (row, 1))
    add_unusual_choice (name, kind, xc_statement_get_text (row, 1));
  return g_string_free (g_steal_pointer (&name), FALSE);
}
