/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/workbook-writer.h"

#include "report/sheet-name.h"
#include "report/workbook-proof.h"
#include "workbook/archive.h"
#include "workbook/workbook.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>

/* 2024-05-16 */
#define A_DAY ((XcDay) 19859)

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("xuncha-writer-XXXXXX", NULL);
  g_assert_nonnull (fixture->folder);
  fixture->path = g_build_filename (fixture->folder, "清单.xlsx", NULL);
}

/* Takes the folder apart and says how many files were in it. */
static guint
clear_folder (Fixture *fixture)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  const char *name;
  guint count = 0;

  for (; (name = g_dir_read_name (dir)) != NULL; count++)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
      g_assert_cmpint (g_remove (path), ==, 0);
    }
  return count;
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  clear_folder (fixture);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static const XcCellStyle body = { .face = XC_FACE_BODY, .size = 10.5, .has_borders = TRUE };
static const XcCellStyle day_style = { .face = XC_FACE_BODY, .size = 10.5, .show = XC_SHOW_DAY };
static const XcCellStyle chinese_day = { .face = XC_FACE_BODY, .size = 10.5, .show = XC_SHOW_CHINESE_DAY };

/* What people put into cells, and what must come out again. */
static const char *const texts[][2] = {
  { "议事规则不到位", "议事规则不到位" },
  { "=1+1", "=1+1" },
  { "+86", "+86" },
  { "-1", "-1" },
  { "@SUM(A1)", "@SUM(A1)" },
  { "{=1}", "{=1}" },
  { "http://localhost/", "http://localhost/" },
  { "<b>&amp;\"'</b>", "<b>&amp;\"'</b>" },
  { "_x0041_", "_x0041_" },
  { "__x000D__", "__x000D__" },
  { "a_x00zz_b_", "a_x00zz_b_" },
  { "一\r\n二\r三\n四", "一\n二\n三\n四" },
  { " 两头有空格 ", " 两头有空格 " },
  { "制\t表", "制\t表" },
  { "控\x01制\x1b\x7f", "控制\x7f" },
  { "\xef\xbf\xbe"
    "非\xef\xbf\xbf",
    "非" },
  { "坏\xff字", "坏\xef\xbf\xbd字" },
  { "𠮷野家", "𠮷野家" },
  { "06-03-012", "06-03-012" },
  { "1234567890123456789", "1234567890123456789" },
};

static void
write_texts (XcSheetWriter *sheet, int style, gboolean repeated)
{
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      xc_sheet_writer_begin_row (sheet, i, 20);
      if (repeated)
        xc_sheet_writer_add_repeated (sheet, 1, style, texts[i][0]);
      else
        xc_sheet_writer_add_text (sheet, 1, style, texts[i][0]);
      xc_sheet_writer_end_row (sheet);
    }
}

static gboolean
check_text (const XcWorkbookRow *row, gpointer data, GError **error)
{
  guint *next = data;

  g_assert_cmpuint (row->n_cells, ==, 1);
  g_assert_cmpuint (row->cells[0].column, ==, 1);
  g_assert_cmpint (row->cells[0].kind, ==, XC_WORKBOOK_TEXT);
  g_assert_cmpuint (row->number, ==, *next + 1);
  g_assert_cmpstr (row->cells[0].text, ==, texts[*next][1]);
  *next += 1;
  return TRUE;
}

static void
keeps_every_text_as_text (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XcWorkbookWriter) writer = xc_workbook_writer_new (fixture->path, FALSE, A_DAY, &error);
  g_assert_no_error (error);
  int style = xc_workbook_writer_add_style (writer, &body);
  write_texts (xc_workbook_writer_add_sheet (writer, "一"), style, FALSE);
  write_texts (xc_workbook_writer_add_sheet (writer, "二"), style, TRUE);
  g_assert_true (xc_workbook_writer_finish (writer, &error));
  g_assert_no_error (error);

  g_autoptr (XcWorkbook) workbook = xc_workbook_open (fixture->path, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (xc_workbook_get_n_sheets (workbook), ==, 2);
  for (guint sheet = 0; sheet < 2; sheet++)
    {
      guint next = 0;

      g_assert_true (xc_workbook_read_sheet (workbook, sheet, check_text, &next, &error));
      g_assert_cmpuint (next, ==, G_N_ELEMENTS (texts));
    }
  g_assert_true (xc_workbook_prove_parts (workbook, &error));
  g_assert_no_error (error);
}

static gboolean
check_values (const XcWorkbookRow *row, gpointer data, GError **error)
{
  g_assert_cmpuint (row->number, ==, 3);
  g_assert_cmpuint (row->n_cells, ==, 7);
  g_assert_cmpint (row->cells[0].kind, ==, XC_WORKBOOK_DAY);
  g_assert_cmpint (row->cells[0].day, ==, A_DAY);
  g_assert_cmpint (row->cells[1].kind, ==, XC_WORKBOOK_DAY);
  g_assert_cmpint (row->cells[1].day, ==, XC_DAY_MIN);
  g_assert_cmpint (row->cells[2].day, ==, XC_DAY_MAX);
  g_assert_cmpint (row->cells[3].kind, ==, XC_WORKBOOK_NUMBER);
  g_assert_cmpfloat (row->cells[3].number, ==, 0);
  g_assert_cmpfloat (row->cells[4].number, ==, -85.71);
  g_assert_cmpfloat (row->cells[5].number, ==, 123456789012.25);
  g_assert_cmpuint (row->cells[6].column, ==, 30);
  g_assert_cmpstr (row->cells[6].text, ==, "AE");
  return TRUE;
}

static void
keeps_days_and_numbers_real (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XcWorkbookWriter) writer = xc_workbook_writer_new (fixture->path, FALSE, A_DAY, &error);
  int plain = xc_workbook_writer_add_style (writer, &body);
  int iso = xc_workbook_writer_add_style (writer, &day_style);
  int chinese = xc_workbook_writer_add_style (writer, &chinese_day);
  XcSheetWriter *sheet = xc_workbook_writer_add_sheet (writer, "一");

  xc_sheet_writer_begin_row (sheet, 2, 0);
  xc_sheet_writer_add_day (sheet, 0, iso, A_DAY);
  xc_sheet_writer_add_day (sheet, 1, chinese, XC_DAY_MIN);
  xc_sheet_writer_add_day (sheet, 2, chinese, XC_DAY_MAX);
  xc_sheet_writer_add_number (sheet, 3, plain, 0);
  xc_sheet_writer_add_number (sheet, 4, plain, -85.71);
  xc_sheet_writer_add_number (sheet, 5, plain, 123456789012.25);
  xc_sheet_writer_add_day (sheet, 6, iso, XC_DAY_NONE);
  xc_sheet_writer_add_text (sheet, 7, plain, NULL);
  xc_sheet_writer_add_text (sheet, 30, plain, "AE");
  xc_sheet_writer_end_row (sheet);
  g_assert_true (xc_workbook_writer_finish (writer, &error));
  g_assert_no_error (error);

  g_autoptr (XcWorkbook) workbook = xc_workbook_open (fixture->path, NULL, &error);
  g_assert_true (xc_workbook_read_sheet (workbook, 0, check_values, NULL, &error));
  g_assert_no_error (error);
}

/* A workbook with all that a sheet can have. */
static gboolean
write_example (const char *path, guint rows, GError **error)
{
  g_autoptr (XcWorkbookWriter) writer = xc_workbook_writer_new (path, TRUE, A_DAY, error);
  const XcPage page = { .marking = "内部资料 & 注意保管", .repeated_row = 1 };
  g_autoptr (GPtrArray) choices = g_ptr_array_new_with_free_func (g_free);

  if (writer == NULL)
    return FALSE;
  for (int i = 0; i < 40; i++)
    g_ptr_array_add (choices, g_strdup_printf ("示范区第%d个很长名称的街道党工委", i));
  g_ptr_array_add (choices, NULL);
  int plain = xc_workbook_writer_add_style (writer, &body);
  XcSheetWriter *sheet = xc_workbook_writer_add_sheet (writer, "问题清单");
  xc_sheet_writer_set_page (sheet, &page);
  xc_sheet_writer_set_width (sheet, 0, 30);
  xc_sheet_writer_set_style (sheet, 1, plain);
  xc_sheet_writer_freeze (sheet, 2, 1);
  xc_sheet_writer_merge (sheet, 0, 0, 3);
  xc_sheet_writer_filter (sheet, 1, 4, rows + 1);
  xc_sheet_writer_offer (sheet, 2, 2, (const char *const *) choices->pdata);
  xc_sheet_writer_offer (sheet, 3, 2, (const char *const *) choices->pdata);
  xc_sheet_writer_ask_day (sheet, 1, 2, "反馈日期", "2024-05-16");
  for (guint i = 0; i < rows; i++)
    {
      g_autofree char *text = g_strdup_printf ("第%u个问题%u", i, i * 2654435761u);

      xc_sheet_writer_begin_row (sheet, i, 20);
      xc_sheet_writer_add_number (sheet, 0, plain, i);
      xc_sheet_writer_add_text (sheet, 1, plain, text);
      xc_sheet_writer_add_repeated (sheet, 2, plain, i % 2 == 0 ? "党组" : "党委");
      xc_sheet_writer_add_blank (sheet, 3, plain);
      xc_sheet_writer_end_row (sheet);
    }
  return xc_workbook_writer_finish (writer, error);
}

static void
gives_the_same_bytes_again (Fixture *fixture, gconstpointer data)
{
  g_autofree char *first = NULL, *second = NULL;
  gsize first_size, second_size;
  g_autoptr (GError) error = NULL;

  write_example (fixture->path, 5000, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (fixture->path, &first, &first_size, NULL));
  g_assert_true (write_example (fixture->path, 5000, NULL));
  g_assert_true (g_file_get_contents (fixture->path, &second, &second_size, NULL));
  g_assert_cmpmem (first, first_size, second, second_size);
  g_assert_cmpuint (clear_folder (fixture), ==, 1);
}

static void
refuses_what_a_cell_cannot_hold (Fixture *fixture, gconstpointer data)
{
  for (int over = 0; over <= 1; over++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (XcWorkbookWriter) writer = xc_workbook_writer_new (fixture->path, TRUE, A_DAY, &error);
      XcSheetWriter *sheet = xc_workbook_writer_add_sheet (writer, "一");
      int style = xc_workbook_writer_add_style (writer, &body);
      g_autoptr (GString) text = g_string_new (NULL);

      /* an ideograph out of the basic plane counts twice */
      for (int i = 0; i < 32767 - 2 + over; i++)
        g_string_append (text, "长");
      g_string_append (text, "𠮷");
      xc_sheet_writer_begin_row (sheet, 0, 0);
      xc_sheet_writer_add_text (sheet, 0, style, text->str);
      xc_sheet_writer_end_row (sheet);
      g_assert_true (xc_workbook_writer_check (writer, NULL) == (over == 0));
      g_assert_true (xc_workbook_writer_finish (writer, &error) == (over == 0));
      if (over == 1)
        {
          g_assert_error (error, XC_REPORT_ERROR, XC_REPORT_ERROR_NOT_VALID);
          g_assert_nonnull (strstr (error->message, "长长长"));
        }
    }
}

static void
names_sheets_as_they_may_be_called (void)
{
  static const char *const names[][2] = {
    { "问题清单", "问题清单" },
    { "a/b\\c:d*e?f[g]h'i", "a_b_c_d_e_f_g_h_i" },
    { "", "_" },
    { "History", "History_" },
    { "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三",
      "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一" },
  };
  g_autoptr (GPtrArray) taken = g_ptr_array_new_with_free_func (g_free);

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *name = xc_sheet_name_make (names[i][0], taken);
      g_assert_cmpstr (name, ==, names[i][1]);
    }
  g_ptr_array_add (taken, g_strdup ("List"));
  g_ptr_array_add (taken, g_strdup (names[4][1]));
  g_autofree char *again = xc_sheet_name_make ("LIST", taken);
  g_assert_cmpstr (again, ==, "LIST_2");
  g_autofree char *lengthy = xc_sheet_name_make (names[4][0], taken);
  g_assert_cmpstr (lengthy, ==, "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九_2");
}

/* Limits the size of files as a full disk would, at every stage of the writing. */
static void
leaves_the_target_alone_when_the_disk_is_full (Fixture *fixture, gconstpointer data)
{
  struct rlimit before, small;
  guint refused = 0;

  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  for (rlim_t limit = 0; limit < 200000; limit = limit * 5 / 4 + 300)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *contents = NULL;

      g_assert_true (g_file_set_contents (fixture->path, "old", 3, NULL));
      small = (struct rlimit){ limit, before.rlim_max };
      g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &small), ==, 0);
      gboolean done = write_example (fixture->path, 5000, &error);
      g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);
      g_assert_true (done == (error == NULL));
      if (!done)
        {
          g_assert_true (g_error_matches (error, XC_REPORT_ERROR, XC_REPORT_ERROR_NO_SPACE)
                         || g_error_matches (error, XC_REPORT_ERROR, XC_REPORT_ERROR_NOT_PROVEN));
          g_assert_true (g_file_get_contents (fixture->path, &contents, NULL, NULL));
          g_assert_cmpstr (contents, ==, "old");
          refused++;
        }
      g_assert_cmpuint (clear_folder (fixture), ==, 1);
      if (done)
        break;
    }
  g_assert_cmpuint (refused, >, 5);
}

/* A workbook with @rows rows, and what proves it. */
static void
write_rows (const char *path, guint rows, XcProofSheet *proof)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XcWorkbookWriter) writer = xc_workbook_writer_new (path, TRUE, A_DAY, &error);
  XcSheetWriter *sheet = xc_workbook_writer_add_sheet (writer, "一");
  int style = xc_workbook_writer_add_style (writer, &body);

  *proof = (XcProofSheet){ .name = "一", .sum = { .rows = MIN (rows, XC_PROOF_ROWS) } };
  for (guint i = 0; i < rows; i++)
    {
      g_autofree char *text = g_strdup_printf ("第%u个%u", i, i * 2654435761u);

      xc_sheet_writer_begin_row (sheet, i, 0);
      xc_sheet_writer_add_text (sheet, 0, style, text);
      xc_sheet_writer_end_row (sheet);
      if (i < XC_PROOF_ROWS)
        xc_sheet_sum_add_text (&proof->sum, i, 0, text, strlen (text));
    }
  g_assert_true (xc_workbook_writer_finish (writer, &error));
  g_assert_no_error (error);
}

static guint
count_parts (const char *path)
{
  g_autoptr (XcArchive) archive = xc_archive_open (path, &xc_workbook_default_budget, NULL);

  g_assert_nonnull (archive);
  return xc_archive_get_n_entries (archive);
}

static void
proves_nothing_of_another_workbook (Fixture *fixture, gconstpointer data)
{
  XcProofSheet proof, other;

  write_rows (fixture->path, 200, &proof);
  guint n_parts = count_parts (fixture->path);
  g_assert_true (xc_workbook_proof_holds (fixture->path, &proof, 1, n_parts));
  g_assert_false (xc_workbook_proof_holds (fixture->path, &proof, 1, n_parts + 1));
  g_assert_false (xc_workbook_proof_holds ("/nonexistent", &proof, 1, n_parts));
  other = proof;
  other.name = "二";
  g_assert_false (xc_workbook_proof_holds (fixture->path, &other, 1, n_parts));
  other = proof;
  other.sum.rows--;
  g_assert_false (xc_workbook_proof_holds (fixture->path, &other, 1, n_parts));
  other = proof;
  other.sum.cells++;
  g_assert_false (xc_workbook_proof_holds (fixture->path, &other, 1, n_parts));
  other = proof;
  other.sum.checksum ^= 1;
  g_assert_false (xc_workbook_proof_holds (fixture->path, &other, 1, n_parts));
}

static void
proves_nothing_of_a_damaged_workbook (Fixture *fixture, gconstpointer data)
{
  static const guint rows[] = { 200, XC_PROOF_ROWS, XC_PROOF_ROWS + 1, XC_PROOF_ROWS * 2 };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *contents = NULL;
      XcProofSheet proof;
      gsize size;

      write_rows (fixture->path, rows[i], &proof);
      guint n_parts = count_parts (fixture->path);
      g_assert_true (xc_workbook_proof_holds (fixture->path, &proof, 1, n_parts));
      g_assert_true (g_file_get_contents (fixture->path, &contents, &size, NULL));
      gsize step = size / 23;
      for (gsize at = step; at < size; at += step)
        {
          g_assert_true (g_file_set_contents (fixture->path, contents, (gssize) at, NULL));
          g_assert_false (xc_workbook_proof_holds (fixture->path, &proof, 1, n_parts));
        }
      /* A bit in the rows, which are most of the file, at its end too. */
      for (gsize at = size / 4; at < size * 9 / 10; at += size / 7)
        {
          contents[at] ^= 0x10;
          g_assert_true (g_file_set_contents (fixture->path, contents, (gssize) size, NULL));
          g_assert_false (xc_workbook_proof_holds (fixture->path, &proof, 1, n_parts));
          contents[at] ^= 0x10;
        }
    }
}

#define ADD(name, function)                                                                                  \
  g_test_add ("/report/workbook-writer/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("keeps-every-text-as-text", keeps_every_text_as_text);
  ADD ("keeps-days-and-numbers-real", keeps_days_and_numbers_real);
  ADD ("gives-the-same-bytes-again", gives_the_same_bytes_again);
  ADD ("refuses-what-a-cell-cannot-hold", refuses_what_a_cell_cannot_hold);
  g_test_add_func ("/report/workbook-writer/names-sheets-as-they-may-be-called",
                   names_sheets_as_they_may_be_called);
  ADD ("leaves-the-target-alone-when-the-disk-is-full", leaves_the_target_alone_when_the_disk_is_full);
  ADD ("proves-nothing-of-another-workbook", proves_nothing_of_another_workbook);
  ADD ("proves-nothing-of-a-damaged-workbook", proves_nothing_of_a_damaged_workbook);
  return g_test_run ();
}
