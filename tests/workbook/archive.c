/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The file around the parts: what is no workbook at all, and what is a damaged or a hostile ZIP file. */
#include "reading.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define DAMAGED XC_WORKBOOK_ERROR_DAMAGED
#define ROWS "<row r='1'><c r='A1' t='s'><v>0</v></c></row>"

static void
refuses_bytes (const void *bytes, gsize size, XcWorkbookError code, const char *fragment)
{
  g_autofree char *path = write_test_file ("台账.xlsx", bytes, size);

  assert_file_refused (path, code, "“台账.xlsx”", fragment, NULL);
}

static void
refuses_other_kinds_of_files (void)
{
  static const char csv[] = "\xef\xbb\xbf序号,问题\n1,整改不到位\n";
  static const char gbk[] = "\xd0\xf2\xba\xc5,\xce\xca\xcc\xe2\n";
  static const char html[] = "<html><table><tr><td>1</td></tr></table></html>";
  static const char ole[] = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0\0\0\0\0\0\0";
  static const char picture[] = "\x89PNG\r\n\x1a\n\0\0\0\rIHDR";

  refuses_bytes ("", 0, XC_WORKBOOK_ERROR_NOT_WORKBOOK, "is empty");
  refuses_bytes ("P", 1, XC_WORKBOOK_ERROR_NOT_WORKBOOK, "text file");
  refuses_bytes (csv, sizeof csv - 1, XC_WORKBOOK_ERROR_NOT_WORKBOOK, "text file");
  refuses_bytes (gbk, sizeof gbk - 1, XC_WORKBOOK_ERROR_NOT_WORKBOOK, "text file");
  refuses_bytes (html, sizeof html - 1, XC_WORKBOOK_ERROR_NOT_WORKBOOK, "text file");
  refuses_bytes (ole, sizeof ole - 1, XC_WORKBOOK_ERROR_PROTECTED, "without a password");
  refuses_bytes (ole, 8, XC_WORKBOOK_ERROR_PROTECTED, "old .xls");
  refuses_bytes (picture, sizeof picture - 1, XC_WORKBOOK_ERROR_NOT_WORKBOOK, "not an .xlsx workbook");
}

static void
refuses_other_kinds_of_packages (void)
{
  Package *opendocument = package_new ();
  Package *text = package_new_workbook (ROWS);
  Package *binary = package_new_workbook (ROWS);

  package_add (opendocument, "mimetype", "application/vnd.oasis.opendocument.spreadsheet", -1);
  package_add (opendocument, "content.xml", "<a/>", -1);
  assert_refused (opendocument, XC_WORKBOOK_ERROR_NOT_WORKBOOK, "not an .xlsx workbook", NULL);

  package_put (text, PACKAGE_ROOT,
               "<Relationships xmlns='" PACKAGE_NAMESPACE
               "'><Relationship Id='r' Type='" RELATIONSHIP_NAMESPACE
               "/officeDocument' Target='word/document.xml'/></Relationships>");
  package_add (text, "word/document.xml", "<a/>", -1);
  assert_refused (text, XC_WORKBOOK_ERROR_NOT_WORKBOOK, "not an .xlsx workbook", NULL);

  package_put (binary, PACKAGE_ROOT,
               "<Relationships xmlns='" PACKAGE_NAMESPACE
               "'><Relationship Id='r' Type='" RELATIONSHIP_NAMESPACE
               "/officeDocument' Target='xl/workbook.bin'/></Relationships>");
  package_add (binary, "xl/workbook.bin", "", 0);
  assert_refused (binary, XC_WORKBOOK_ERROR_NOT_WORKBOOK, "not an .xlsx workbook", NULL);
}

static void
refuses_what_cannot_be_read (void)
{
  g_autofree char *path = write_test_file ("台账.xlsx", "PK\3\4", 4);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *missing = g_build_filename (folder, "没有.xlsx", NULL);
  g_autofree char *inside = g_build_filename (path, "表.xlsx", NULL);
  g_autofree char *pipe_path = g_build_filename (folder, "管道", NULL);

  assert_file_refused (missing, XC_WORKBOOK_ERROR_IO, "There is no file “没有.xlsx”", NULL);
  assert_file_refused (inside, XC_WORKBOOK_ERROR_IO, "There is no file “表.xlsx”", NULL);
  assert_file_refused (folder, XC_WORKBOOK_ERROR_IO, "is a folder", NULL);
  g_assert_cmpint (mkfifo (pipe_path, 0600), ==, 0);
  assert_file_refused (pipe_path, XC_WORKBOOK_ERROR_IO, "is a device", NULL);
}

static void
refuses_what_may_not_be_read (void)
{
  g_autofree char *path = write_test_file ("台账.xlsx", "PK\3\4", 4);
  g_autofree char *folder = g_path_get_dirname (path);
  uid_t user = geteuid ();

  g_assert_cmpint (g_chmod (folder, 0755), ==, 0);
  g_assert_cmpint (g_chmod (path, 0), ==, 0);
  /* Nothing is forbidden to root. */
  if (user == 0)
    g_assert_cmpint (seteuid (65534), ==, 0);
  assert_file_refused (path, XC_WORKBOOK_ERROR_IO, "not allowed to read “台账.xlsx”", NULL);
  g_assert_cmpint (seteuid (user), ==, 0);
}

static void
refuses_every_beginning_of_a_good_file (void)
{
  Package *package = package_new_workbook (ROWS);
  g_autoptr (GBytes) bytes = package_dup_bytes (package);
  gsize whole;
  const char *data = g_bytes_get_data (bytes, &whole);

  package_free (package);
  for (gsize size = 0; size < whole; size++)
    {
      int expected = size < 4 ? XC_WORKBOOK_ERROR_NOT_WORKBOOK : XC_WORKBOOK_ERROR_DAMAGED;
      g_autofree char *path = write_test_file ("台账.xlsx", data, size);
      g_autoptr (GError) error = NULL;
      g_autofree char *read = read_workbook (path, NULL, &error);

      g_assert_null (read);
      g_assert_error (error, XC_WORKBOOK_ERROR, expected);
    }
}

static void
refuses_bytes_before_or_behind (void)
{
  Package *package = package_new_workbook (ROWS);
  g_autoptr (GBytes) bytes = package_dup_bytes (package);
  g_autoptr (GByteArray) longer = g_byte_array_new ();

  package_free (package);
  g_byte_array_append (longer, g_bytes_get_data (bytes, NULL), (guint) g_bytes_get_size (bytes));
  g_byte_array_append (longer, (const guint8 *) "\0", 1);
  refuses_bytes (longer->data, longer->len, DAMAGED, "added to");
  g_byte_array_remove_index (longer, longer->len - 1);
  g_byte_array_prepend (longer, (const guint8 *) "PK\3\4", 4);
  refuses_bytes (longer->data, longer->len, DAMAGED, "directory");
}

/* A good file with some bytes changed: @at counts from the @nth appearance of @mark. */
static void
refuses_change (const char *mark, gsize mark_size, int nth, gsize at, guint number, guint size,
                XcWorkbookError code, const char *fragment)
{
  Package *package = package_new_workbook (ROWS);
  g_autoptr (GBytes) bytes = package_dup_bytes (package);
  gsize whole;
  g_autofree char *copy = g_memdup2 (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  char *found;

  package_free (package);
  g_bytes_get_data (bytes, &whole);
  found = copy - 1;
  for (int i = 0; i < nth; i++)
    {
      found = memmem (found + 1, whole - (gsize) (found + 1 - copy), mark, mark_size);
      g_assert_nonnull (found);
    }
  for (guint i = 0; i < size; i++, number >>= 8)
    found[at + i] = (char) number;
  refuses_bytes (copy, whole, code, fragment);
}

static void
refuses_change_in_directory (gsize at, guint number, guint size, const char *fragment)
{
  refuses_change ("PK\1\2", 4, 4, at, number, size, DAMAGED, fragment);
}

static void
refuses_change_at_end (gsize at, guint number, guint size, const char *fragment)
{
  refuses_change ("PK\5\6", 4, 1, at, number, size, DAMAGED, fragment);
}

static void
refuses_a_damaged_directory (void)
{
  refuses_change_in_directory (0, 0, 1, "directory");
  refuses_change_in_directory (10, 99, 2, "packed in a way");
  refuses_change_in_directory (10, 8, 2, "");
  refuses_change_in_directory (16, 0, 4, "cannot be unpacked");
  refuses_change_in_directory (20, 1, 4, "");
  refuses_change_in_directory (24, 7, 4, "not as long as");
  refuses_change_in_directory (20, 0x7fffffff, 4, "cut off");
  refuses_change_in_directory (20, 0xffffffff, 4, "directory");
  refuses_change_in_directory (28, 0xffff, 2, "directory");
  refuses_change_in_directory (28, 0, 2, "without a name");
  refuses_change_in_directory (30, 0xffff, 2, "directory");
  refuses_change_in_directory (42, 1, 4, "not where");
  refuses_change_in_directory (42, 0x7fffffff, 4, "outside the file");
  refuses_change_in_directory (46, '\0', 1, "without a name");
  refuses_change_in_directory (46, 'y', 1, "not where");
}

static void
refuses_a_damaged_end (void)
{
  refuses_change_at_end (4, 1, 2, "several pieces");
  refuses_change_at_end (6, 1, 2, "several pieces");
  refuses_change_at_end (10, 1, 2, "directory");
  refuses_change_at_end (10, 0xffff, 2, "directory");
  refuses_change_at_end (12, 0, 4, "directory");
  refuses_change_at_end (16, 0, 4, "directory");
  refuses_change_at_end (16, 0xffffffff, 4, "directory");
  refuses_change_at_end (20, 1, 2, "cut off");
}

static void
refuses_encrypted_parts (void)
{
  refuses_change ("PK\1\2", 4, 4, 8, 0x801, 2, XC_WORKBOOK_ERROR_PROTECTED, "without a password");
}

static void
refuses_a_wrong_checksum (void)
{
  refuses_change ("<v>0</v>", 8, 1, 3, '1', 1, DAMAGED, "cannot be unpacked");
}

static void
refuses_parts_under_one_name (void)
{
  static const char *const names[] = { PACKAGE_SHEET, "XL/Worksheets/SHEET1.xml",
                                       "xl\\worksheets\\sheet1.xml", "/xl/worksheets/sheet1.xml" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      Package *package = package_new_workbook (ROWS);

      package_add (package, names[i], "<a/>", -1);
      assert_refused (package, DAMAGED, "holds this part twice", NULL);
    }
}

/* The second entry of the directory points into the first: the sheet is unpacked with the types. */
static void
refuses_parts_that_share_bytes (void)
{
  Package *package = package_new ();
  g_autoptr (GString) outer = g_string_new (NULL);
  g_autoptr (GBytes) inner = NULL, bytes = NULL;
  Package *one = package_new ();
  g_autofree char *copy = NULL;
  gsize size;
  const char *local;
  char *record;

  package_add (one, "b", "text of b", -1);
  inner = package_dup_bytes (one);
  package_free (one);
  local = g_bytes_get_data (inner, NULL);
  g_string_append_len (outer, local, 30 + 1 + 9);
  package_add (package, "a", outer->str, (gssize) outer->len);
  package_add (package, "b", "text of b", -1);
  bytes = package_dup_bytes (package);
  package_free (package);
  copy = g_memdup2 (g_bytes_get_data (bytes, &size), g_bytes_get_size (bytes));
  record = memmem (copy, size, "PK\1\2", 4);
  record = memmem (record + 1, size - (gsize) (record + 1 - copy), "PK\1\2", 4);
  record[42] = 31;
  refuses_bytes (copy, size, DAMAGED, "At b: the part shares bytes with the part a");
}

static void
reads_names_with_backslashes_and_other_letters (void)
{
  Package *package = package_new_workbook (ROWS);

  package_put (package, PACKAGE_TYPES, NULL);
  package_add (package, "[content_types].xml", "<a/>", -1);
  package_put (package, PACKAGE_STRINGS, NULL);
  package_add (package, "XL\\sharedstrings.XML", "<sst xmlns='" MAIN_NAMESPACE "'><si><t>就地</t></si></sst>",
               -1);
  package_add (package, "xl/", "", 0);
  assert_reads (package, "1: A\"就地\"\n");
}

static void
reads_a_file_with_a_comment (void)
{
  Package *package = package_new_workbook (ROWS);
  g_autoptr (GBytes) bytes = package_dup_bytes (package);
  g_autoptr (GByteArray) longer = g_byte_array_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL, *read = NULL;

  package_free (package);
  g_byte_array_append (longer, g_bytes_get_data (bytes, NULL), (guint) g_bytes_get_size (bytes));
  longer->data[longer->len - 2] = 7;
  g_byte_array_append (longer, (const guint8 *) "comment", 7);
  path = write_test_file ("台账.xlsx", longer->data, longer->len);
  read = read_workbook (path, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (read, ==, "1: A\"零\"\n");
}

static void
proves_every_part (void)
{
  Package *good = package_new_workbook (ROWS), *bad = package_new_workbook (ROWS);
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;
  XcWorkbook *workbook;

  package_add (good, "xl/media/image1.png", "\x89PNG", 4);
  package_add (good, "docProps/app.xml", "<a/>", -1);
  path = package_write (good);
  package_free (good);
  workbook = xc_workbook_open (path, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (xc_workbook_prove_parts (workbook, &error));
  g_assert_no_error (error);
  xc_workbook_free (workbook);

  package_add (bad, "docProps/app.xml", "<a>", -1);
  g_free (package_write (bad));
  package_free (bad);
  workbook = xc_workbook_open (path, NULL, &error);
  g_assert_no_error (error);
  g_assert_false (xc_workbook_prove_parts (workbook, &error));
  g_assert_error (error, XC_WORKBOOK_ERROR, (int) DAMAGED);
  g_assert_nonnull (strstr (error->message, "docProps/app.xml"));
  xc_workbook_free (workbook);
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add_func ("/workbook/archive/" name, func)
  ADD ("refuses-other-kinds-of-files", refuses_other_kinds_of_files);
  ADD ("refuses-other-kinds-of-packages", refuses_other_kinds_of_packages);
  ADD ("refuses-what-cannot-be-read", refuses_what_cannot_be_read);
  ADD ("refuses-what-may-not-be-read", refuses_what_may_not_be_read);
  ADD ("refuses-every-beginning-of-a-good-file", refuses_every_beginning_of_a_good_file);
  ADD ("refuses-bytes-before-or-behind", refuses_bytes_before_or_behind);
  ADD ("refuses-a-damaged-directory", refuses_a_damaged_directory);
  ADD ("refuses-a-damaged-end", refuses_a_damaged_end);
  ADD ("refuses-encrypted-parts", refuses_encrypted_parts);
  ADD ("refuses-a-wrong-checksum", refuses_a_wrong_checksum);
  ADD ("refuses-parts-under-one-name", refuses_parts_under_one_name);
  ADD ("refuses-parts-that-share-bytes", refuses_parts_that_share_bytes);
  ADD ("reads-names-with-backslashes-and-other-letters", reads_names_with_backslashes_and_other_letters);
  ADD ("reads-a-file-with-a-comment", reads_a_file_with_a_comment);
  ADD ("proves-every-part", proves_every_part);
  status = g_test_run ();
  remove_test_folder ();
  return status;
}
