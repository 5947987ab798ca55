/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/schema.h"

#include "ledger.h"
#include "store/store.h"

static const char *
sql_type (const XcField *field)
{
  return xc_field_is_textual (field) || field->kind == XC_FIELD_DAY ? "TEXT" : "INTEGER";
}

static void
has_every_field_of_the_catalogue_and_no_other (void)
{
  g_autoptr (XcTestFolder) folder = xc_test_folder_new ();
  g_autoptr (XcStore) store = xc_test_ledger_new (folder);

  for (guint i = 0; i < XC_N_TABLES; i++)
    {
      const XcCatalogueTable *entry = xc_catalogue_get ((XcTable) i);
      g_autofree char *sql =
          g_strdup_printf ("SELECT name, type, \"notnull\", pk FROM pragma_table_info ('%s')", entry->name);
      g_autoptr (XcStatement) statement = xc_database_prepare (xc_store_get_database (store), sql, NULL);
      guint n_columns = 0;
      gboolean row;

      for (; xc_statement_step (statement, &row, NULL) && row; n_columns++)
        {
          const char *name = xc_statement_get_text (statement, 0);
          const XcField *field = xc_catalogue_get_field ((XcTable) i, name);

          if (n_columns == 0)
            {
              g_assert_cmpstr (name, ==, "id");
              g_assert_cmpint (xc_statement_get_integer (statement, 3), ==, 1);
              continue;
            }
          g_assert_nonnull (field);
          g_assert_cmpstr (name, ==, entry->fields[n_columns - 1].name);
          g_assert_cmpstr (xc_statement_get_text (statement, 1), ==, sql_type (field));
          g_assert_cmpint (xc_statement_get_integer (statement, 2), ==, field->is_required);
        }
      g_assert_cmpuint (n_columns, ==, entry->n_fields + 1);
    }
}

/* The SQL text of the column @field, with the checks that span lines. */
static char *
get_column (const char *sql, const XcField *field)
{
  g_autofree char *start = g_strdup_printf ("\n  %s ", field->name);
  g_autofree char *added = g_strdup_printf (", %s ", field->name);
  const char *from = strstr (sql, start);
  const char *to;

  /* SQLite puts a column that a later step adds on the last line. */
  if (from == NULL)
    from = strstr (sql, added);
  g_assert_nonnull (from);
  to = strchr (from + 2, ' ');
  while (*to != '\0' && !(to[0] == '\n' && (to[1] == ')' || (to[1] == ' ' && to[2] == ' ' && to[3] != ' '))))
    to++;
  return g_strndup (from, (gsize) (to - from));
}

static void
checks_what_the_catalogue_allows (void)
{
  g_autoptr (XcTestFolder) folder = xc_test_folder_new ();
  g_autoptr (XcStore) store = xc_test_ledger_new (folder);
  g_autoptr (XcStatement) statement = xc_database_prepare (
      xc_store_get_database (store), "SELECT name, sql FROM sqlite_schema WHERE type = 'table'", NULL);
  guint n_tables = 0;
  gboolean row;

  while (xc_statement_step (statement, &row, NULL) && row)
    {
      XcTable table = xc_catalogue_find (xc_statement_get_text (statement, 0));
      const XcCatalogueTable *entry;

      g_assert_nonnull (strstr (xc_statement_get_text (statement, 1), "STRICT"));
      if (table == XC_TABLE_NONE)
        continue;
      n_tables++;
      entry = xc_catalogue_get (table);
      for (guint i = 0; i < entry->n_fields; i++)
        {
          const XcField *field = &entry->fields[i];
          g_autofree char *column = get_column (xc_statement_get_text (statement, 1), field);
          guint n_words = 0;

          for (const XcChoice *choice = field->choices; choice != NULL && choice->word != NULL;
               choice++, n_words++)
            {
              g_autofree char *word = g_strdup_printf ("'%s'", choice->word);

              g_assert_nonnull (strstr (column, word));
            }
          if (field->choices != NULL)
            {
              g_auto (GStrv) quotes = g_strsplit (column, "'", -1);

              g_assert_cmpuint (g_strv_length (quotes), ==, 2 * n_words + 1);
            }
          if (field->kind == XC_FIELD_DAY)
            g_assert_nonnull (strstr (column, "'+0 days'"));
          if (field->kind == XC_FIELD_REFERENCE)
            {
              g_autofree char *target =
                  g_strdup_printf ("REFERENCES %s (id)", xc_catalogue_get (field->target)->name);

              g_assert_nonnull (strstr (column, target));
            }
        }
    }
  g_assert_cmpuint (n_tables, ==, XC_N_TABLES);
}

static void
finds_the_rows_of_every_reference_by_an_index (void)
{
  g_autoptr (XcTestFolder) folder = xc_test_folder_new ();
  g_autoptr (XcStore) store = xc_test_ledger_new (folder);

  for (guint i = 0; i < XC_N_TABLES; i++)
    {
      const XcCatalogueTable *entry = xc_catalogue_get ((XcTable) i);

      for (guint j = 0; j < entry->n_fields; j++)
        {
          g_autofree char *sql = g_strdup_printf ("EXPLAIN QUERY PLAN SELECT id FROM %s WHERE %s = 1",
                                                  entry->name, entry->fields[j].name);
          g_autoptr (XcStatement) statement = NULL;
          gboolean row;

          if (entry->fields[j].kind != XC_FIELD_REFERENCE)
            continue;
          statement = xc_database_prepare (xc_store_get_database (store), sql, NULL);
          g_assert_true (xc_statement_step (statement, &row, NULL) && row);
          g_assert_nonnull (strstr (xc_statement_get_text (statement, 3), "SEARCH"));
        }
    }
}

static void
is_known_by_its_identity (void)
{
  g_autoptr (XcTestFolder) folder = xc_test_folder_new ();
  g_autoptr (XcStore) store = xc_test_ledger_new (folder);
  int version;

  g_assert_true (xc_schema_get_version (xc_store_get_database (store), &version, NULL));
  g_assert_cmpint (version, ==, XC_SCHEMA_VERSION);
}

/* What @sql makes of a ledger that calls itself of @version. */
static void
assert_altered_is_refused (const char *sql, int version)
{
  g_autoptr (XcTestFolder) folder = xc_test_folder_new ();
  g_autoptr (XcStore) store = xc_test_ledger_new (folder);
  g_autofree char *path = g_strdup (xc_store_get_path (store));
  g_autofree char *mark = g_strdup_printf ("PRAGMA user_version = %d", version);
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) reading_error = NULL;

  g_assert_true (xc_database_execute (xc_store_get_database (store), sql, &error));
  g_assert_true (xc_database_execute (xc_store_get_database (store), mark, &error));
  g_clear_object (&store);
  g_assert_null (xc_store_open (path, XC_STORE_WRITE, &error));
  g_assert_error (error, XC_STORE_ERROR, XC_STORE_ERROR_DAMAGED);
  g_assert_nonnull (strstr (error->message, "ledger.xuncha"));
  g_assert_null (xc_store_open (path, XC_STORE_READ, &reading_error));
  g_assert_error (reading_error, XC_STORE_ERROR, XC_STORE_ERROR_DAMAGED);
}

static void
refuses_what_only_calls_itself_a_ledger (void)
{
  static const char *const alterations[] = {
    "CREATE TRIGGER sneaky AFTER INSERT ON register BEGIN DELETE FROM problem; END",
    "DROP TABLE setting; CREATE VIEW setting AS SELECT 1 AS id, 'a' AS name, 'b' AS value",
    "DROP TABLE setting; CREATE VIRTUAL TABLE setting USING fts5 (name, value)",
  };

  for (guint i = 0; i < G_N_ELEMENTS (alterations); i++)
    {
      assert_altered_is_refused (alterations[i], XC_SCHEMA_VERSION);
      /* What a later version looks like is not known, but it is nothing of that kind. */
      assert_altered_is_refused (alterations[i], XC_SCHEMA_VERSION + 1);
    }
  assert_altered_is_refused ("DROP TABLE setting", XC_SCHEMA_VERSION);
  assert_altered_is_refused ("CREATE TABLE more (id INTEGER)", XC_SCHEMA_VERSION);
  assert_altered_is_refused ("ALTER TABLE setting ADD COLUMN more TEXT", XC_SCHEMA_VERSION);
  assert_altered_is_refused ("DROP INDEX problem_number", XC_SCHEMA_VERSION);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/schema/has-every-field-of-the-catalogue-and-no-other",
                   has_every_field_of_the_catalogue_and_no_other);
  g_test_add_func ("/store/schema/checks-what-the-catalogue-allows", checks_what_the_catalogue_allows);
  g_test_add_func ("/store/schema/finds-the-rows-of-every-reference-by-an-index",
                   finds_the_rows_of_every_reference_by_an_index);
  g_test_add_func ("/store/schema/is-known-by-its-identity", is_known_by_its_identity);
  g_test_add_func ("/store/schema/refuses-what-only-calls-itself-a-ledger",
                   refuses_what_only_calls_itself_a_ledger);
  return g_test_run ();
}
