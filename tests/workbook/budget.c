/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Small files that would become large, and how much is just not too much. */
#include "reading.h"

#include <string.h>
#include <zip.h>

#define TOO_LARGE XC_WORKBOOK_ERROR_TOO_LARGE

/* Packs one more part for real; the small one takes a thousandth of its size on disk. */
static char *
write_packed (Package *package, const char *name, const GString *text)
{
  char *path = package_write (package);
  zip_t *zip = zip_open (path, 0, NULL);
  zip_source_t *source = zip_source_buffer (zip, text->str, text->len, 0);

  package_free (package);
  g_assert_cmpint (zip_file_add (zip, name, source, ZIP_FL_OVERWRITE), >=, 0);
  g_assert_cmpint (zip_close (zip), ==, 0);
  return path;
}

static void
refuses (const char *path, const XcWorkbookBudget *budget, const char *fragment)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *read = read_workbook (path, budget, &error);

  g_assert_null (read);
  g_assert_error (error, XC_WORKBOOK_ERROR, (int) TOO_LARGE);
  if (strstr (error->message, fragment) == NULL)
    g_error ("“%s” is not in “%s”", fragment, error->message);
}

static void
admits (const char *path, const XcWorkbookBudget *budget, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *read = read_workbook (path, budget, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (read, ==, expected);
}

/* Two rows of two cells, of which the shared text is handed out three times. */
static char *
write_small (void)
{
  Package *package = package_new_workbook ("<row><c t='s'><v>0</v></c><c t='s'><v>0</v></c></row>"
                                           "<row><c/><c t='s'><v>0</v></c><c><v>1</v></c></row>");
  char *path;

  package_put_items (package, "<si><t>四个字符</t></si><si><t>ab</t></si>");
  path = package_write (package);
  package_free (package);
  return path;
}

#define SMALL "1: A\"四个字符\" B\"四个字符\"\n2: B\"四个字符\" C=1\n"

static void
holds_exactly (void)
{
  g_autofree char *path = write_small ();
  XcWorkbookBudget budget = xc_workbook_default_budget;

  /* 12 bytes a text, one more where it is kept, and the 1. */
  budget.cells = 4;
  budget.strings = 2;
  budget.string_bytes = 13 + 3;
  budget.text_bytes = 3 * 12 + 1;
  budget.string_characters = 4;
  budget.depth = 5;
  admits (path, &budget, SMALL);
  budget.cells = 3;
  refuses (path, &budget, "sheet “表”, cell C2 (xl/worksheets/sheet1.xml): the sheet has more than 3 cells");
  budget.cells = 4;
  budget.strings = 1;
  refuses (path, &budget, "more than 1 different texts");
  budget.strings = 2;
  budget.string_bytes--;
  refuses (path, &budget, "the texts are longer than");
  budget.string_bytes++;
  budget.text_bytes--;
  refuses (path, &budget, "cell C2");
  budget.text_bytes++;
  budget.string_characters = 3;
  refuses (path, &budget, "longer than 3 characters");
  budget.string_characters = 4;
  budget.depth = 4;
  refuses (path, &budget, "more than 4 elements");
}

static void
holds_bytes_exactly (void)
{
  g_autofree char *path = write_small ();
  XcWorkbookBudget budget = xc_workbook_default_budget;
  zip_t *zip = zip_open (path, ZIP_RDONLY, NULL);
  guint64 total = 0, largest = 0;

  for (zip_int64_t i = 0; i < zip_get_num_entries (zip, 0); i++)
    {
      zip_stat_t status;

      g_assert_cmpint (zip_stat_index (zip, (zip_uint64_t) i, 0, &status), ==, 0);
      total += status.size;
      largest = MAX (largest, status.size);
    }
  zip_discard (zip);
  budget.unpacked_bytes = total;
  budget.part_bytes = largest;
  admits (path, &budget, SMALL);
  budget.unpacked_bytes = total - 1;
  refuses (path, &budget, "the file unpacks to more than");
  budget.unpacked_bytes = total;
  budget.part_bytes = largest - 1;
  refuses (path, &budget, "the part is larger than");
}

/* 16 MiB of nothing in 16 KiB: honest files are packed nearly as well, so only what it becomes counts. */
static void
refuses_what_unpacks_to_too_much (void)
{
  g_autoptr (GString) text = g_string_new ("<worksheet xmlns='" MAIN_NAMESPACE "'><sheetData>");
  g_autofree char *path = NULL, *packed = NULL;
  XcWorkbookBudget budget = xc_workbook_default_budget;
  gsize size;

  for (guint i = 0; i < 1024; i++)
    {
      g_autofree char *spaces = g_strnfill (16 * 1024, ' ');

      g_string_append (text, spaces);
    }
  g_string_append (text, "</sheetData></worksheet>");
  path = write_packed (package_new_workbook (""), PACKAGE_SHEET, text);
  g_assert_true (g_file_get_contents (path, &packed, &size, NULL));
  g_assert_cmpuint (size, <, 32 * 1024);
  admits (path, NULL, "");
  budget.part_bytes = 16 * 1024 * 1024;
  refuses (path, &budget, PACKAGE_SHEET ": the part is larger than 16 MiB");
}

/* The directory says 100 bytes, and the budget would allow them. */
static void
refuses_what_unpacks_to_more_than_it_says (void)
{
  g_autoptr (GString) text = g_string_new ("<worksheet xmlns='" MAIN_NAMESPACE "'><sheetData>");
  g_autofree char *path = NULL, *bytes = NULL, *again = NULL;
  gsize size;
  char *record;

  for (guint i = 0; i < 100000; i++)
    g_string_append (text, "<row/>");
  g_string_append (text, "</sheetData></worksheet>");
  path = write_packed (package_new_workbook (""), PACKAGE_SHEET, text);
  g_assert_true (g_file_get_contents (path, &bytes, &size, NULL));
  record = bytes;
  for (guint i = 0; i < 7; i++)
    record = memmem (record + 1, size - (gsize) (record + 1 - bytes), "PK\1\2", 4);
  memcpy (record + 24, "\144\0\0\0", 4);
  again = write_test_file ("台账.xlsx", bytes, size);
  assert_file_refused (again, XC_WORKBOOK_ERROR_DAMAGED, PACKAGE_SHEET, "not as long as", NULL);
}

static void
refuses_one_text_handed_out_without_end (void)
{
  g_autofree char *letters = g_strnfill (32767, 'x');
  g_autofree char *item = g_strdup_printf ("<si><t>%s</t></si>", letters);
  g_autoptr (GString) rows = g_string_new (NULL);
  XcWorkbookBudget budget = xc_workbook_default_budget;
  Package *package;
  g_autofree char *path = NULL;

  for (guint i = 0; i < 1000; i++)
    g_string_append (rows, "<row><c t='s'><v>0</v></c></row>");
  package = package_new_workbook (rows->str);
  package_put_items (package, item);
  path = package_write (package);
  package_free (package);
  budget.text_bytes = 16 * 1024 * 1024;
  refuses (path, &budget, "cell A513 (xl/worksheets/sheet1.xml): the texts are longer than 16 MiB together");
}

static void
refuses_elements_without_end (void)
{
  g_autoptr (GString) text = g_string_new ("<worksheet xmlns='" MAIN_NAMESPACE "'>");
  g_autofree char *path = NULL;

  for (guint i = 0; i < 64; i++)
    g_string_append (text, "<a>");
  for (guint i = 0; i < 64; i++)
    g_string_append (text, "</a>");
  g_string_append (text, "</worksheet>");
  path = write_packed (package_new_workbook (""), PACKAGE_SHEET, text);
  refuses (path, NULL, "more than 64 elements");
}

static void
refuses_a_tag_without_end (void)
{
  g_autoptr (GString) text = g_string_new ("<worksheet xmlns='" MAIN_NAMESPACE "'><sheetData><row a='");
  g_autofree char *letters = g_strnfill (2 * 1024 * 1024, 'x');
  g_autofree char *path = NULL;

  g_string_append (text, letters);
  g_string_append (text, "'/></sheetData></worksheet>");
  path = write_packed (package_new_workbook (""), PACKAGE_SHEET, text);
  assert_file_refused (path, XC_WORKBOOK_ERROR_DAMAGED, PACKAGE_SHEET, "one element is longer than 1024 KiB",
                       NULL);
}

static void
refuses_names_without_end (void)
{
  g_autoptr (GString) text = g_string_new ("<worksheet xmlns='" MAIN_NAMESPACE "'><sheetData/>");
  g_autofree char *path = NULL;

  for (guint i = 0; i < 600 * 1000; i++)
    g_string_append_printf (text, "<n%u/>", i);
  g_string_append (text, "</worksheet>");
  path = write_packed (package_new_workbook (""), PACKAGE_SHEET, text);
  refuses (path, NULL, "too many different names");
}

static void
refuses_more_parts_than_any_workbook_has (void)
{
  Package *package = package_new_workbook ("");

  for (guint i = 0; i < 20001; i++)
    {
      g_autofree char *name = g_strdup_printf ("a%u", i);

      package_add (package, name, "", 0);
    }
  assert_refused (package, TOO_LARGE, "more than 20000 parts", NULL);
}

static void
refuses_what_takes_too_long (void)
{
  g_autofree char *path = write_small ();
  XcWorkbookBudget budget = xc_workbook_default_budget;

  budget.time_ms = 0;
  refuses (path, &budget, "longer than 0 seconds");
}

static gboolean
take_time (const XcWorkbookRow *row, gpointer data, GError **error)
{
  g_usleep (400 * 1000);
  return TRUE;
}

static void
does_not_count_the_time_of_the_caller (void)
{
  g_autofree char *path = write_small ();
  XcWorkbookBudget budget = xc_workbook_default_budget;
  g_autoptr (XcWorkbook) workbook = NULL;
  g_autoptr (GError) error = NULL;

  budget.time_ms = 600;
  workbook = xc_workbook_open (path, &budget, &error);
  g_assert_no_error (error);
  g_assert_true (xc_workbook_read_sheet (workbook, 0, take_time, NULL, &error));
  g_assert_no_error (error);
}

static gboolean
count_row (const XcWorkbookRow *row, gpointer data, GError **error)
{
  (*(guint *) data)++;
  return TRUE;
}

/* What is left when somebody pressed Ctrl+A and drew borders. */
static void
admits_a_million_empty_styled_rows (void)
{
  g_autoptr (GString) text = g_string_new ("<worksheet xmlns='" MAIN_NAMESPACE "'><sheetData>");
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (XcWorkbook) workbook = NULL;
  guint n_rows = 0;

  for (guint i = 1; i <= XC_WORKBOOK_ROWS; i++)
    g_string_append_printf (text, "<row r='%u'><c r='A%u' s='1'>%s</c></row>", i, i,
                            i == 3 ? "<v>1</v>" : "");
  g_string_append (text, "</sheetData></worksheet>");
  path = write_packed (package_new_workbook (""), PACKAGE_SHEET, text);
  workbook = xc_workbook_open (path, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (xc_workbook_read_sheet (workbook, 0, count_row, &n_rows, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n_rows, ==, 1);
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add_func ("/workbook/budget/" name, func)
  ADD ("holds-exactly", holds_exactly);
  ADD ("holds-bytes-exactly", holds_bytes_exactly);
  ADD ("refuses-what-unpacks-to-too-much", refuses_what_unpacks_to_too_much);
  ADD ("refuses-what-unpacks-to-more-than-it-says", refuses_what_unpacks_to_more_than_it_says);
  ADD ("refuses-one-text-handed-out-without-end", refuses_one_text_handed_out_without_end);
  ADD ("refuses-elements-without-end", refuses_elements_without_end);
  ADD ("refuses-a-tag-without-end", refuses_a_tag_without_end);
  ADD ("refuses-names-without-end", refuses_names_without_end);
  ADD ("refuses-more-parts-than-any-workbook-has", refuses_more_parts_than_any_workbook_has);
  ADD ("refuses-what-takes-too-long", refuses_what_takes_too_long);
  ADD ("does-not-count-the-time-of-the-caller", does_not_count_the_time_of_the_caller);
  ADD ("admits-a-million-empty-styled-rows", admits_a_million_empty_styled_rows);
  status = g_test_run ();
  remove_test_folder ();
  return status;
}
