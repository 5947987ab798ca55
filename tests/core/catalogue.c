/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The catalogue agrees with itself, and with the template, in both languages. */
#include "core/catalogue.h"

#include <libintl.h>
#include <locale.h>
#include <string.h>

#include "core/numeral.h"
#include "core/template.h"

/* Titles come in @language from here on; "" is English. */
static void
speak (const char *language)
{
  g_setenv ("LANGUAGE", language, TRUE);
  /* Only a change of locale makes the C library forget what it looked up in the other language. */
  setlocale (LC_ALL, "C");
  g_assert_nonnull (setlocale (LC_ALL, "C.UTF-8"));
  bindtextdomain (GETTEXT_PACKAGE, g_getenv ("XUNCHA_LOCALE_DIR"));
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
}

static gboolean
is_chinese (const char *words)
{
  for (const char *at = words; *at != '\0'; at = g_utf8_next_char (at))
    if (g_unichar_get_script (g_utf8_get_char (at)) == G_UNICODE_SCRIPT_HAN)
      return TRUE;
  return FALSE;
}

static gboolean
is_identifier (const char *name)
{
  return g_ascii_islower (name[0]) && strspn (name, "abcdefghijklmnopqrstuvwxyz0123456789_") == strlen (name);
}

static void
names_everything_once (void)
{
  g_autoptr (GHashTable) tables = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint t = 0; t < XC_N_TABLES; t++)
    {
      const XcCatalogueTable *table = xc_catalogue_get ((XcTable) t);
      g_autoptr (GHashTable) fields = g_hash_table_new (g_str_hash, g_str_equal);

      g_assert_true (is_identifier (table->name));
      g_assert_true (g_hash_table_add (tables, (gpointer) table->name));
      g_assert_cmpuint (xc_catalogue_find (table->name), ==, t);
      g_assert_cmpuint (table->n_fields, >, 0);
      for (guint f = 0; f < table->n_fields; f++)
        {
          const XcField *field = &table->fields[f];

          g_assert_true (is_identifier (field->name));
          g_assert_true (g_hash_table_add (fields, (gpointer) field->name));
          g_assert_cmpint (xc_catalogue_find_field ((XcTable) t, field->name), ==, (int) f);
          g_assert_true (xc_catalogue_get_field ((XcTable) t, field->name) == field);
        }
      g_assert_cmpint (xc_catalogue_find_field ((XcTable) t, "id"), ==, -1);
    }
  g_assert_true (xc_catalogue_find ("nothing") == XC_TABLE_NONE);
}

/* How many references the name of a row goes through. */
static guint
measure_name (XcTable table, guint above)
{
  const XcCatalogueTable *entry = xc_catalogue_get (table);
  guint deepest = above;

  g_assert_cmpuint (above, <, XC_N_TABLES);
  for (guint f = 0; f < entry->n_fields; f++)
    if (entry->fields[f].is_name && entry->fields[f].kind == XC_FIELD_REFERENCE)
      deepest = MAX (deepest, measure_name (entry->fields[f].target, above + 1));
  return deepest;
}

static void
names_no_row_by_itself (void)
{
  for (guint t = 0; t < XC_N_TABLES; t++)
    g_assert_cmpuint (measure_name ((XcTable) t, 0), <=, 2);
}

static void
describes_each_kind_whole (void)
{
  for (guint t = 0; t < XC_N_TABLES; t++)
    {
      const XcCatalogueTable *table = xc_catalogue_get ((XcTable) t);

      for (guint f = 0; f < table->n_fields; f++)
        {
          const XcField *field = &table->fields[f];
          gboolean is_numeric = field->kind == XC_FIELD_NUMBER || field->kind == XC_FIELD_MONEY;

          g_test_message ("%s.%s", table->name, field->name);
          g_assert_cmpint (field->kind == XC_FIELD_CHOICE, ==, field->choices != NULL);
          g_assert_cmpint (field->kind == XC_FIELD_REFERENCE, ==, field->target != XC_TABLE_NONE);
          g_assert_true (field->kind != XC_FIELD_REFERENCE || (guint) field->target < XC_N_TABLES);
          g_assert_true (is_numeric || (field->unit == NULL && field->minimum == 0 && field->maximum == 0));
          g_assert_cmpint (field->minimum, <=, field->maximum);
          for (const XcChoice *choice = field->choices; choice != NULL && choice->word != NULL; choice++)
            {
              g_assert_true (is_identifier (choice->word));
              g_assert_true (xc_field_find_choice (field, choice->word) == choice);
            }
        }
    }
}

static void
begins_with_values_that_fit (void)
{
  guint n_checked = 0;

  for (guint t = 0; t < XC_N_TABLES; t++)
    {
      const XcCatalogueTable *table = xc_catalogue_get ((XcTable) t);

      for (guint f = 0; f < table->n_fields; f++)
        {
          const XcField *field = &table->fields[f];
          gint64 number;

          if (field->initial == NULL)
            continue;
          g_test_message ("%s.%s begins with \"%s\"", table->name, field->name, field->initial);
          n_checked++;
          switch (field->kind)
            {
            case XC_FIELD_CHOICE:
              g_assert_nonnull (xc_field_find_choice (field, field->initial));
              break;
            case XC_FIELD_YES_NO:
              g_assert_true (g_str_equal (field->initial, "0") || g_str_equal (field->initial, "1"));
              break;
            case XC_FIELD_NUMBER:
            case XC_FIELD_MONEY:
              g_assert_true (
                  g_ascii_string_to_signed (field->initial, 10, G_MININT64, G_MAXINT64, &number, NULL));
              if (field->maximum > field->minimum)
                {
                  g_assert_cmpint (number, >=, field->minimum);
                  g_assert_cmpint (number, <=, field->maximum);
                }
              break;
            case XC_FIELD_TEXT:
            case XC_FIELD_LONG_TEXT:
              g_assert_cmpstr (field->initial, !=, "");
              break;
            case XC_FIELD_DAY:
            case XC_FIELD_INSTANT:
            case XC_FIELD_REFERENCE:
            default:
              g_assert_not_reached ();
            }
        }
    }
  g_assert_cmpuint (n_checked, >, 0);
}

/* Whether to read in English or in Chinese makes no difference: a workbook goes from one desk to another. */
static void
reads_choices_in_either_language (gconstpointer data)
{
  for (guint t = 0; t < XC_N_TABLES; t++)
    {
      const XcCatalogueTable *table = xc_catalogue_get ((XcTable) t);

      for (guint f = 0; f < table->n_fields; f++)
        for (const XcChoice *choice = table->fields[f].choices; choice != NULL && choice->word != NULL;
             choice++)
          {
            const XcField *field = &table->fields[f];
            g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
            g_auto (GStrv) typed = g_strsplit (choice->typed != NULL ? choice->typed : "", "|", -1);
            g_auto (GStrv) words = NULL;

            speak ("zh_CN");
            g_strv_builder_add_many (builder, choice->word, choice->title, xc_choice_title (choice), NULL);
            g_strv_builder_addv (builder, (const char **) typed);
            words = g_strv_builder_end (builder);
            speak (data);
            for (guint w = 0; words[w] != NULL; w++)
              if (xc_field_read_choice (field, words[w]) != choice)
                g_error ("%s.%s: \"%s\" is not read as %s", table->name, field->name, words[w], choice->word);
          }
    }
}

static void
has_chinese_for_every_word (void)
{
  g_autofree char *number = NULL;

  speak ("zh_CN");
  number = xc_numeral_name (12);
  g_assert_cmpstr (number, ==, "十二");
  g_assert_cmpstr (xc_catalogue_title (XC_TABLE_ORGANIZATION), ==, "被巡察党组织");
  for (guint t = 0; t < XC_N_TABLES; t++)
    {
      const XcCatalogueTable *table = xc_catalogue_get ((XcTable) t);
      g_autoptr (GHashTable) titles = g_hash_table_new (g_str_hash, g_str_equal);

      g_assert_true (is_chinese (xc_catalogue_title ((XcTable) t)));
      for (guint f = 0; f < table->n_fields; f++)
        {
          const XcField *field = &table->fields[f];
          const char *title = xc_field_title ((XcTable) t, field), *hint = xc_field_hint ((XcTable) t, field);

          g_test_message ("%s.%s: %s", table->name, field->name, title);
          g_assert_true (is_chinese (title));
          /* Two columns of one list must not have the same heading. */
          g_assert_true (g_hash_table_add (titles, (gpointer) title));
          g_assert_true (hint == NULL || is_chinese (hint));
          for (const XcChoice *choice = field->choices; choice != NULL && choice->word != NULL; choice++)
            g_assert_true (is_chinese (xc_choice_title (choice)));
        }
    }
  speak ("");
  g_assert_cmpstr (xc_catalogue_title (XC_TABLE_ORGANIZATION), ==, "Organizations");
}

/* A column that is a field is headed as the form labels it, with its unit behind it. */
static void
heads_the_template_with_the_same_words (void)
{
  guint n_checked = 0;

  speak ("zh_CN");
  for (guint s = 0; s < XC_N_TEMPLATE_SHEETS; s++)
    {
      const XcTemplateTable *sheet = xc_template_get ((XcTemplateSheet) s);

      for (guint c = 0; c < sheet->n_columns; c++)
        {
          const XcTemplateColumn *column = &sheet->columns[c];
          const XcField *field;
          g_autofree char *heading = NULL;

          if (column->table == XC_TABLE_NONE)
            continue;
          field = xc_catalogue_get_field (column->table, column->field);
          heading = field->unit == NULL
                        ? g_strdup (xc_field_title (column->table, field))
                        : g_strdup_printf ("%s（%s）", xc_field_title (column->table, field),
                                           g_dpgettext2 (GETTEXT_PACKAGE, "unit", field->unit));
          g_assert_cmpstr (heading, ==, column->zh);
          n_checked++;
        }
    }
  g_assert_cmpuint (n_checked, >, XC_N_TEMPLATE_SHEETS);
  speak ("");
}

/* What the program adds to a template is not reported as foreign when the template comes back. */
static void
knows_the_sheets_beside_the_tables (void)
{
  static const char *const languages[] = { "", "zh_CN" };

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      speak (languages[i]);
      g_assert_true (xc_template_is_aside (g_dgettext (GETTEXT_PACKAGE, "Explanations")));
      g_assert_true (xc_template_is_aside (g_dpgettext2 (GETTEXT_PACKAGE, "sheet", "Choices")));
      for (guint s = 0; s < XC_N_TEMPLATE_SHEETS; s++)
        g_assert_false (xc_template_is_aside (xc_template_title ((XcTemplateSheet) s)));
    }
  g_assert_false (xc_template_is_aside ("Sheet1"));
  speak ("");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  speak ("");
  g_test_add_func ("/core/catalogue/names-everything-once", names_everything_once);
  g_test_add_func ("/core/catalogue/names-no-row-by-itself", names_no_row_by_itself);
  g_test_add_func ("/core/catalogue/describes-each-kind-whole", describes_each_kind_whole);
  g_test_add_func ("/core/catalogue/begins-with-values-that-fit", begins_with_values_that_fit);
  g_test_add_data_func ("/core/catalogue/reads-choices-in-either-language/in-english", "",
                        reads_choices_in_either_language);
  g_test_add_data_func ("/core/catalogue/reads-choices-in-either-language/in-chinese", "zh_CN",
                        reads_choices_in_either_language);
  g_test_add_func ("/core/catalogue/has-chinese-for-every-word", has_chinese_for_every_word);
  g_test_add_func ("/core/catalogue/heads-the-template-with-the-same-words",
                   heads_the_template_with_the_same_words);
  g_test_add_func ("/core/catalogue/knows-the-sheets-beside-the-tables", knows_the_sheets_beside_the_tables);
  return g_test_run ();
}
