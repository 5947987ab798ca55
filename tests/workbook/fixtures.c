/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whole files as other programs write them; tests/fixtures/workbook/README.md says how each was made. */
#include "reading.h"

#include <string.h>

#define TITLE "1: A\"示范区巡察问题台账\"\n"
#define HEADINGS "3: A\"序号\" B\"问题编号\" C\"问题表述\" D\"反馈时间\" E\"金额\" F\"证件号\" G\"重点\"\n"
#define FIRST                                                                                                     \
  "4: A=1 B\"06-03-012\" C\"会议记录不完整，\n“三会一课”落实不到位\" D@2024-03-05 E=1234.5 " \
  "F\"110101190001010011\" G?TRUE\n"
#define HIDDEN "[说明, hidden]\n2: B\"隐藏的表\"\n"
#define COMMON "[问题]\n" TITLE HEADINGS FIRST

#define OPENPYXL                                                                                             \
  COMMON "5h: A=2 B\"06-03-013\" C\"隐藏的一行\" D@2024-03-05 E=0.1 F=110101190001010000* G?FALSE\n"    \
         "6: A=3 B\"06-03-014\" C\" 两端有空格 \" D\"2024.3.5\" E=-7 F\"=1+1\"\n"
#define XLSXWRITER COMMON "5h: A=2\n6: C\" 两端有空格 \" F\"=1+1\"\n7: A=3\n" HIDDEN
#define EXCEL                                                                                                \
  COMMON "5h: A=2 C\"第一行\r\n第二行\" D@2024-03-05 E=0.1 F=110101190001010000* G!#N/A\n"             \
         "6: C\" 两端有空格 \" D\"2024.3.5\"\n7: A=3 B\"06-03-012号\"\n" HIDDEN

static char *
find_fixture (const char *name)
{
  return g_test_build_filename (G_TEST_DIST, "fixtures", "workbook", name, NULL);
}

static void
reads_as (gconstpointer data)
{
  const char *const *fixture = data;
  g_autofree char *path = find_fixture (fixture[0]);
  g_autoptr (GError) error = NULL;
  g_autofree char *read = read_workbook (path, NULL, &error);
  g_autoptr (XcWorkbook) workbook = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (read, ==, fixture[1]);
  workbook = xc_workbook_open (path, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (xc_workbook_prove_parts (workbook, &error));
  g_assert_no_error (error);
}

static const char *const fixtures[][2] = {
  { "openpyxl.xlsx", OPENPYXL "7: A~\n" HIDDEN },
  { "libreoffice.xlsx", OPENPYXL "7: A=3\n" HIDDEN },
  { "libxlsxwriter.xlsx", XLSXWRITER },
  { "libxlsxwriter-constant-memory.xlsx", XLSXWRITER },
  { "excel.xlsx", EXCEL },
  { "excel-1904.xlsx", EXCEL },
  { "excel-strict.xlsx", EXCEL },
  { "wps.xlsx", EXCEL },
  { "streamed.xlsx", EXCEL },
  { "zip64.xlsx", EXCEL },
};

static void
refuses_every_beginning (gconstpointer data)
{
  const char *const *fixture = data;
  g_autofree char *path = find_fixture (fixture[0]);
  g_autofree char *bytes = NULL;
  gsize size;

  g_assert_true (g_file_get_contents (path, &bytes, &size, NULL));
  for (gsize i = 0; i < size; i += i + 100 < size ? 41 : 1)
    {
      g_autofree char *cut = write_test_file ("台账.xlsx", bytes, i);
      g_autoptr (GError) error = NULL;
      g_autofree char *read = read_workbook (cut, NULL, &error);

      g_assert_null (read);
      g_assert_nonnull (error);
    }
}

/* Any byte may be wrong: then it is refused, or what is read is right all the same. */
static void
never_reads_wrongly_with_a_byte_changed (gconstpointer data)
{
  const char *const *fixture = data;
  g_autofree char *path = find_fixture (fixture[0]);
  g_autofree char *bytes = NULL;
  guint n_refused = 0;
  gsize size;

  g_assert_true (g_file_get_contents (path, &bytes, &size, NULL));
  for (gsize i = 0; i < size; i += 11)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *changed = NULL, *read = NULL;

      bytes[i] ^= 0x10;
      changed = write_test_file ("台账.xlsx", bytes, size);
      bytes[i] ^= 0x10;
      read = read_workbook (changed, NULL, &error);
      g_assert_true ((read == NULL) == (error != NULL));
      if (read == NULL)
        n_refused++;
      else
        g_assert_cmpstr (read, ==, fixture[1]);
    }
  g_assert_cmpuint (n_refused, >, size / 22);
}

/* The 32-bit fields say only that the 64-bit ones are to be read. */
static void
reads_the_64_bit_end (void)
{
  g_autofree char *path = find_fixture ("zip64.xlsx");
  g_autofree char *bytes = NULL, *changed = NULL, *read = NULL;
  g_autoptr (GError) error = NULL;
  gsize size;

  g_assert_true (g_file_get_contents (path, &bytes, &size, NULL));
  memset (bytes + size - 22 + 8, 0xff, 12);
  changed = write_test_file ("台账.xlsx", bytes, size);
  read = read_workbook (changed, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (read, ==, EXCEL);

  bytes[size - 22 - 20 + 8]++;
  g_free (g_steal_pointer (&changed));
  changed = write_test_file ("台账.xlsx", bytes, size);
  assert_file_refused (changed, XC_WORKBOOK_ERROR_DAMAGED,
                       "the directory of the file is not where it should be", NULL);
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (fixtures); i++)
    {
      g_autofree char *reads = g_strdup_printf ("/workbook/fixtures/reads/%s", fixtures[i][0]);
      g_autofree char *cut =
          g_strdup_printf ("/workbook/fixtures/refuses-every-beginning/%s", fixtures[i][0]);
      g_autofree char *changed =
          g_strdup_printf ("/workbook/fixtures/never-reads-wrongly-with-a-byte-changed/%s", fixtures[i][0]);

      g_test_add_data_func (reads, fixtures[i], reads_as);
      g_test_add_data_func (cut, fixtures[i], refuses_every_beginning);
      g_test_add_data_func (changed, fixtures[i], never_reads_wrongly_with_a_byte_changed);
    }
  g_test_add_func ("/workbook/fixtures/reads-the-64-bit-end", reads_the_64_bit_end);
  status = g_test_run ();
  remove_test_folder ();
  return status;
}
