/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "importing.h"

#include <stdio.h>
#include <string.h>

#include "ledger.h"

static void
free_sheet (gpointer data)
{
  xc_text_sheet_free (data);
}

static void
finish_sheet (GPtrArray *sheets, char **name, GString *rows)
{
  if (*name != NULL)
    g_ptr_array_add (sheets, xc_text_sheet_parse (*name, rows->str));
  g_clear_pointer (name, g_free);
  g_string_truncate (rows, 0);
}

static void
append_row (GString *rows, const char *line)
{
  g_auto (GStrv) cells = g_strsplit (line, "|", -1);

  for (guint i = 0; cells[i] != NULL; i++)
    {
      g_autoptr (GString) cell = g_string_new (cells[i]);

      if (i > 0)
        g_string_append_c (rows, '\t');
      if (g_string_replace (cell, "\\n", "\n", 0) > 0)
        g_string_append_printf (rows, "\"%s\"", cell->str);
      else
        g_string_append (rows, cell->str);
    }
  g_string_append_c (rows, '\n');
}

XcRowSource *
xc_test_sheets_new (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autoptr (GPtrArray) sheets = g_ptr_array_new_with_free_func (free_sheet);
  g_autoptr (GString) rows = g_string_new (NULL);
  char *name = NULL;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      gsize length = strlen (lines[i]);

      if (length > 2 && lines[i][0] == '[' && lines[i][length - 1] == ']')
        {
          finish_sheet (sheets, &name, rows);
          name = g_strndup (lines[i] + 1, length - 2);
        }
      else if (lines[i + 1] != NULL || length > 0)
        {
          append_row (rows, lines[i]);
        }
    }
  finish_sheet (sheets, &name, rows);
  return xc_row_source_new_texts (sheets);
}

static char *
describe (const XcImportReport *report, const GError *error)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; report != NULL && i < report->sheets->len; i++)
    {
      const XcImportSheet *sheet = report->sheets->pdata[i];

      g_string_append_printf (text, "%s %u = %u + %u + %u + %u\n", sheet->name, sheet->rows, sheet->added,
                              sheet->changed, sheet->unchanged, sheet->refused);
      g_assert_cmpuint (sheet->rows, ==, sheet->added + sheet->changed + sheet->unchanged + sheet->refused);
    }
  for (guint i = 0; report != NULL && i < report->faults->len; i++)
    {
      const XcImportFault *fault = report->faults->pdata[i];

      g_string_append_printf (text, "%s!%s %s", fault->sheet_name, fault->cell, fault->what);
      if (fault->expected != NULL)
        g_string_append_printf (text, " > %s", fault->expected);
      g_string_append_c (text, '\n');
    }
  for (guint i = 0; report != NULL && i < report->notes->len; i++)
    g_string_append_printf (text, "* %s\n", (char *) report->notes->pdata[i]);
  if (error != NULL && (report == NULL || report->faults->len == 0))
    g_string_append_printf (text, "error: %s\n", error->message);
  return g_string_free (text, FALSE);
}

static void
check_error (gboolean done, const XcImportReport *report, const GError *error)
{
  if (done)
    g_assert_no_error (error);
  else
    g_assert_nonnull (error);
  if (report != NULL)
    g_assert_true (done == (report->faults->len == 0));
}

char *
xc_test_import (XcStore *store, XcImportMode mode, const char *text)
{
  g_autoptr (XcRowSource) source = xc_test_sheets_new (text);
  g_autoptr (XcImportReport) report = NULL;
  g_autoptr (GError) error = NULL;
  gboolean done =
      xc_import_run_source (store, source, "台账.xlsx", "Import of 台账.xlsx", mode, &report, &error);

  check_error (done, report, error);
  return describe (report, error);
}

char *
xc_test_import_file (XcStore *store, XcImportMode mode, const char *path)
{
  g_autoptr (XcImportReport) report = NULL;
  g_autoptr (GError) error = NULL;
  gboolean done = xc_import_run (store, path, mode, &report, &error);

  check_error (done, report, error);
  return describe (report, error);
}

void
xc_test_assert_same (const char *found, const char *expected)
{
  if (strcmp (found, expected) == 0)
    return;
  /* Past GLib, which would write Chinese as numbers. */
  fprintf (stderr, "# found:\n%s\n# expected:\n%s\n", found, expected);
  g_assert_not_reached ();
}

void
xc_test_assert_imports (XcStore *store, const char *text)
{
  g_autofree char *report = xc_test_import (store, XC_IMPORT_WRITE, text);

  if (strstr (report, " > ") != NULL || strstr (report, "error:") != NULL || strchr (report, '!') != NULL)
    xc_test_assert_same (report, "no faults");
}

void
xc_test_assert_faults (XcStore *store, const char *text, const char *faults)
{
  g_autofree char *before = xc_test_ledger_dump (store);
  g_autofree char *tried = xc_test_import (store, XC_IMPORT_DRY_RUN, text);
  g_autofree char *report = xc_test_import (store, XC_IMPORT_WRITE, text);
  g_autofree char *after = xc_test_ledger_dump (store);
  g_auto (GStrv) lines = g_strsplit (report, "\n", -1);
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; lines[i] != NULL; i++)
    if (strchr (lines[i], '!') != NULL && lines[i][0] != '*')
      g_string_append_printf (found, "%s\n", lines[i]);
  xc_test_assert_same (found->str, faults);
  xc_test_assert_same (tried, report);
  xc_test_assert_same (after, before);
}

/* What people call the row. */
static char *
name_row (XcStore *store, XcTable table, gint64 id)
{
  g_autoptr (XcRecord) record = xc_store_load (store, table, id, NULL);
  const XcCatalogueTable *entry = xc_catalogue_get (table);
  GString *name = g_string_new (NULL);

  g_assert_nonnull (record);
  for (guint i = 0; i < entry->n_fields; i++)
    {
      g_autofree char *other = NULL;

      if (!entry->fields[i].is_name || !xc_record_is_set_at (record, i))
        continue;
      if (name->len > 0)
        g_string_append_c (name, ' ');
      if (xc_field_is_textual (&entry->fields[i]))
        g_string_append (name, xc_record_get_text_at (record, i));
      else if (entry->fields[i].kind == XC_FIELD_REFERENCE)
        {
          other = name_row (store, entry->fields[i].target, xc_record_get_number_at (record, i));
          g_string_append (name, other);
        }
      else
        g_string_append_printf (name, "%" G_GINT64_FORMAT, xc_record_get_number_at (record, i));
    }
  return g_string_free (name, FALSE);
}

static void
append_value (XcStore *store, const XcRecord *record, const char *field_name, GString *line)
{
  const XcField *field = xc_catalogue_get_field (xc_record_get_table (record), field_name);
  char iso[XC_DAY_ISO_SIZE];

  g_assert_nonnull (field);
  if (!xc_record_is_set (record, field_name))
    return;
  if (xc_field_is_textual (field))
    g_string_append (line, xc_record_get_text (record, field_name));
  else if (field->kind == XC_FIELD_DAY)
    g_string_append (line, xc_day_format_iso (xc_record_get_day (record, field_name), iso));
  else if (field->kind == XC_FIELD_REFERENCE)
    {
      g_autofree char *name = name_row (store, field->target, xc_record_get_number (record, field_name));

      g_string_append (line, name);
    }
  else
    g_string_append_printf (line, "%" G_GINT64_FORMAT, xc_record_get_number (record, field_name));
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* Frees @lines and tells them sorted, each ended. */
static char *
sort_lines (GPtrArray *lines)
{
  GString *text = g_string_new (NULL);

  g_ptr_array_sort (lines, compare_lines);
  for (guint i = 0; i < lines->len; i++)
    g_string_append_printf (text, "%s\n", (char *) lines->pdata[i]);
  g_ptr_array_unref (lines);
  return g_string_free (text, FALSE);
}

char *
xc_test_ledger_list (XcStore *store, XcTable table, const char *fields)
{
  g_autoptr (GPtrArray) records = xc_store_load_all (store, table, NULL);
  g_auto (GStrv) names = g_strsplit (fields, " ", -1);
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);

  g_assert_nonnull (records);
  for (guint i = 0; i < records->len; i++)
    {
      GString *line = g_string_new (NULL);

      for (guint j = 0; names[j] != NULL; j++)
        {
          if (j > 0)
            g_string_append_c (line, '|');
          append_value (store, records->pdata[i], names[j], line);
        }
      g_ptr_array_add (lines, g_string_free (line, FALSE));
    }
  return sort_lines (lines);
}

void
xc_test_assert_list (XcStore *store, XcTable table, const char *fields, const char *expected)
{
  g_autofree char *list = xc_test_ledger_list (store, table, fields);
  g_auto (GStrv) expected_lines = g_strsplit (expected, "\n", -1);
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *sorted = NULL;

  for (guint i = 0; expected_lines[i + 1] != NULL; i++)
    g_ptr_array_add (lines, g_strdup (expected_lines[i]));
  sorted = sort_lines (lines);
  xc_test_assert_same (list, sorted);
}
