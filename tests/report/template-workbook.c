/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/template-workbook.h"

#include "core/template.h"
#include "ledger.h"
#include "workbook/workbook.h"

#include <libintl.h>
#include <locale.h>
#include <string.h>

#define A_DAY ((XcDay) 19859)

static XcWorkbook *
write_and_open (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "模板.xlsx", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (xc_template_workbook_write (path, FALSE, A_DAY, &error));
  g_assert_no_error (error);
  XcWorkbook *workbook = xc_workbook_open (path, NULL, &error);
  g_assert_no_error (error);
  return workbook;
}

/* The columns of a sheet that are found by their headings. */
typedef struct
{
  XcTemplateSheet sheet;
  guint found;
  guint marked;
} Headings;

static gboolean
check_headings (const XcWorkbookRow *row, gpointer data, GError **error)
{
  Headings *headings = data;

  /* nothing but headings: examples are on another sheet */
  g_assert_cmpuint (row->number, ==, 1);
  for (guint i = 0; i < row->n_cells; i++)
    {
      int column = xc_template_find_column (headings->sheet, row->cells[i].text);

      g_assert_cmpint (column, ==, row->cells[i].column);
      gboolean is_marked = g_str_has_suffix (row->cells[i].text, "*");
      g_assert_true (is_marked == xc_template_get (headings->sheet)->columns[column].is_required);
      headings->found++;
      headings->marked += is_marked;
    }
  return TRUE;
}

static void
is_read_as_it_is_written (gconstpointer language)
{
  g_setenv ("LANGUAGE", language, TRUE);
  /* Only a change of locale makes the C library forget what it looked up in the other language. */
  setlocale (LC_ALL, "C");
  g_assert_nonnull (setlocale (LC_ALL, "C.UTF-8"));
  g_assert_cmpstr (xc_template_title (XC_TEMPLATE_TERM), ==,
                   strcmp (language, "zh_CN") == 0 ? "届次" : "Terms");

  g_autoptr (XcTestFolder) folder = xc_test_folder_new ();
  g_autoptr (XcWorkbook) workbook = write_and_open (folder);
  guint n_sheets = xc_workbook_get_n_sheets (workbook);

  g_assert_cmpuint (n_sheets, ==, XC_N_TEMPLATE_SHEETS + 2);
  for (guint i = 0; i < XC_N_TEMPLATE_SHEETS; i++)
    {
      const char *name = xc_workbook_get_sheet_name (workbook, i + 1);
      Headings headings = { .sheet = XC_TEMPLATE_TERM };
      g_autoptr (GError) error = NULL;

      g_assert_true (xc_template_find (name, &headings.sheet));
      g_assert_cmpint (headings.sheet, ==, i);
      g_assert_cmpstr (name, ==, xc_template_title (headings.sheet));
      g_assert_true (xc_workbook_read_sheet (workbook, i + 1, check_headings, &headings, &error));
      g_assert_no_error (error);
      g_assert_cmpuint (headings.found, ==, xc_template_get (headings.sheet)->n_columns);
      g_assert_cmpuint (headings.marked, >, 0);
      g_assert_false (xc_workbook_is_sheet_hidden (workbook, i + 1));
    }
  g_assert_true (xc_workbook_is_sheet_hidden (workbook, n_sheets - 1));
}

static gboolean
count_explained (const XcWorkbookRow *row, gpointer data, GError **error)
{
  const XcWorkbookCell *sheet = xc_workbook_row_get_cell (row, 0);
  const XcWorkbookCell *heading = xc_workbook_row_get_cell (row, 1);
  XcTemplateSheet found;

  if (sheet != NULL && heading != NULL && xc_template_find (sheet->text, &found))
    {
      g_assert_cmpint (xc_template_find_column (found, heading->text), >=, 0);
      g_assert_nonnull (xc_workbook_row_get_cell (row, 3));
      *(guint *) data += 1;
    }
  return TRUE;
}

static void
explains_every_column (void)
{
  g_autoptr (XcTestFolder) folder = xc_test_folder_new ();
  g_autoptr (XcWorkbook) workbook = write_and_open (folder);
  guint explained = 0, columns = 0;
  XcTemplateSheet sheet;

  for (guint i = 0; i < XC_N_TEMPLATE_SHEETS; i++)
    columns += xc_template_get ((XcTemplateSheet) i)->n_columns;
  /* the sheet of explanations is not taken for one to import */
  g_assert_false (xc_template_find (xc_workbook_get_sheet_name (workbook, 0), &sheet));
  g_assert_true (xc_workbook_read_sheet (workbook, 0, count_explained, &explained, NULL));
  g_assert_cmpuint (explained, ==, columns);
}

static gboolean
check_choice (const XcWorkbookRow *row, gpointer data, GError **error)
{
  for (guint i = 0; i < row->n_cells; i++)
    g_assert_true (g_hash_table_contains (data, row->cells[i].text));
  return TRUE;
}

static void
offers_only_what_is_read (void)
{
  g_autoptr (XcTestFolder) folder = xc_test_folder_new ();
  g_autoptr (XcWorkbook) workbook = write_and_open (folder);
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n_sheets = xc_workbook_get_n_sheets (workbook);

  for (guint i = 0; i < XC_N_TEMPLATE_SHEETS; i++)
    for (guint c = 0; c < xc_template_get ((XcTemplateSheet) i)->n_columns; c++)
      {
        const XcTemplateColumn *column = &xc_template_get ((XcTemplateSheet) i)->columns[c];
        g_auto (GStrv) choices = xc_template_column_dup_choices (column);

        for (guint n = 0; choices != NULL && choices[n] != NULL; n++)
          {
            if (column->kind == XC_TEMPLATE_CHOICE)
              g_assert_true (xc_field_read_choice (xc_template_column_get_field (column), choices[n]) != NULL
                             || strcmp (column->id, "measure.state") == 0);
            g_hash_table_add (known, g_strdup (choices[n]));
          }
      }
  g_assert_true (xc_workbook_read_sheet (workbook, n_sheets - 1, check_choice, known, NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  bindtextdomain (GETTEXT_PACKAGE, g_getenv ("XUNCHA_LOCALE_DIR"));
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_test_add_func ("/report/template-workbook/explains-every-column", explains_every_column);
  g_test_add_func ("/report/template-workbook/offers-only-what-is-read", offers_only_what_is_read);
  g_test_add_data_func ("/report/template-workbook/is-read-as-it-is-written/en", "en",
                        is_read_as_it_is_written);
  g_test_add_data_func ("/report/template-workbook/is-read-as-it-is-written/zh", "zh_CN",
                        is_read_as_it_is_written);
  return g_test_run ();
}
