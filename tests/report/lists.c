/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/lists.h"

#include "ledger.h"
#include "lists-example.h"
#include "many-problems.h"
#include "reading.h"
#include "workbook/archive.h"

#include <glib/gstdio.h>
#include <string.h>

/* 2024-05-16 */
#define A_DAY ((XcDay) 19859)

typedef struct
{
  XcTestFolder *folder;
  XcStore *store;
  char *path;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = xc_test_folder_new ();
  fixture->store = xc_test_ledger_new (fixture->folder);
  fixture->path = g_build_filename (fixture->folder, "清单.xlsx", NULL);
  xc_lists_example_fill (fixture->store);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->store);
  xc_test_folder_remove (fixture->folder);
  g_free (fixture->path);
}

static void
execute (Fixture *fixture, const char *sql)
{
  g_autoptr (GError) error = NULL;

  xc_database_execute (xc_store_get_database (fixture->store), sql, &error);
  g_assert_no_error (error);
}

static char *
write_and_read (Fixture *fixture, const XcListsOptions *options)
{
  g_autoptr (GError) error = NULL;
  guint n_problems = 0;

  xc_lists_write (fixture->store, options, fixture->path, TRUE, &n_problems, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n_problems, >, 0);
  char *text = read_workbook (fixture->path, NULL, &error);
  g_assert_no_error (error);
  return text;
}

static void
assert_holds (const char *text, const char *expected)
{
  if (strstr (text, expected) == NULL)
    g_error ("“%s” is missing in\n%s", expected, text);
}

static void
shows_one_problem_a_row (Fixture *fixture, gconstpointer data)
{
  const XcList list = XC_LIST_PROBLEM;
  const XcListsOptions options = { .lists = &list, .n_lists = 1, .day = A_DAY, .unit = "区委巡察办" };
  g_autofree char *text = write_and_read (fixture, &options);

  g_assert_cmpstr (
      text, ==,
      "1: A\"Annex\"\n"
      "2: A\"Problem list\"\n"
      "3: A\"Issued by: 区委巡察办\" G\"Filled in on: 2024-05-16\"\n"
      "4: A\"No.\" B\"Problem number\" C\"Inspected organization\" D\"Team\" E\"Category (level 1)\" "
      "F\"Category (level 2)\" G\"Problem\" H\"Facts\" I\"Key\" J\"Common or individual\" K\"Immediate\" "
      "L\"Fed back on\"\n"
      "5: A=1 B\"03-01-001\" C\"文化局党组\" D\"Team 2\" E\"基层党组织建设\" G\"=1+1\" "
      "H\"+SUM(A1)\n第二行 <b> & _x0041_\" L@2022-05-16\n"
      "6: A=2 B\"03-01-002\" C\"文化局党组\" D\"Team 2\" E\"党中央决策部署在基层落实情况\" "
      "F\"贯彻重大决策\" G\"传达学习不及时\" "
      "H\"2021年有3次会议精神超过一个月才传达。\" I\"√\" J\"Common\" K\"√\" L@2022-05-16\n"
      "7: A=3 B\"06-01-001\" C\"中心社区党委\" D\"第一专项巡察组\" G\"资料缺失\"\n"
      "8: A=4 B\"06-02-001\" C\"文化体育局党组\" D\"Team 12\" E\"党中央决策部署在基层落实情况\" "
      "F\"贯彻重大决策\" G\"整改反弹\" "
      "J\"Individual\" L@2024-05-16\n"
      "9: A=5 B\"06-02-1000\" C\"文化体育局党组\" D\"Team 12\" E\"党中央决策部署在基层落实情况\" "
      "F\"贯彻重大决策\" G\"第一千个\" "
      "L@2024-05-16\n"
      "11: A\"Filled in by:\" E\"Reviewed by:\" I\"Signature of the head:\"\n");
}

static void
shows_one_measure_a_row (Fixture *fixture, gconstpointer data)
{
  const XcList list = XC_LIST_RECTIFICATION;
  const int third[] = { 3 };
  const XcListsOptions options = {
    .lists = &list, .n_lists = 1, .filter = { .rounds = third, .n_rounds = 1 }, .day = A_DAY, .annex = ""
  };
  g_autofree char *text = write_and_read (fixture, &options);

  g_assert_cmpstr (
      text, ==,
      "2: A\"Round 3: Rectification list\"\n"
      "3: A\"Issued by: \" G\"Filled in on: 2024-05-16\"\n"
      "4: A\"No.\" B\"Problem number\" C\"Inspected organization\" D\"Problem fed back\" E\"Measure\" "
      "F\"Rectification type\" G\"Time limit\" H\"Progress\" I\"Result\" J\"Rectification state\" "
      "K\"Done on\" L\"Closed on\"\n"
      "5: A=1 B\"03-01-001\" C\"文化局党组\" D\"=1+1\" E\"@措施\" F\"By a date\" G@2022-08-16 "
      "H\"-进展\" J\"In progress\"\n"
      "6: A=2 B\"03-01-002\" C\"文化局党组\" D\"传达学习不及时\" E\"补学会议精神\" F\"Immediate\" "
      "G@2022-06-30 H\"已补学\" J\"Closed\" K@2022-06-20 L@2022-12-30\n"
      "7: A=2 B\"03-01-002\" C\"文化局党组\" D\"传达学习不及时\" E\"建立传达台账\" F\"Lasting\" "
      "G\"2022-12-31\n2022年底前，并长期坚持\" H\"已建立\" I\"形成制度\" J\"Closed\" K@2022-11-30 "
      "L@2022-12-30\n"
      "9: A\"Filled in by:\" E\"Reviewed by:\" I\"Signature of the head:\"\n");
}

static void
joins_who_answers (Fixture *fixture, gconstpointer data)
{
  const XcList list = XC_LIST_RESPONSIBILITY;
  const XcListsOptions options = { .lists = &list, .n_lists = 1, .day = A_DAY };
  g_autofree char *text = write_and_read (fixture, &options);

  /* the same person twice in one role is said once */
  assert_holds (text,
                "5: A=1 B\"03-01-001\" C\"文化局党组\" D\"=1+1\" E\"党组书记、局长 张某\" K@2022-08-16\n");
  assert_holds (
      text,
      "6: A=2 B\"03-01-002\" C\"文化局党组\" D\"传达学习不及时\" E\"党组书记、局长 张某\" F\"副局长 李某\" "
      "G\"办公室\" H\"人事科（科长 赵某）、财务科\" I\"办公室主任 王某、钱某\" J\"区教育局\" "
      "K\"2022-12-31\n2022年底前，并长期坚持\" L\"区委巡察办\"\n");
  assert_holds (text, "8: A=4 B\"06-02-001\" C\"文化体育局党组\" D\"整改反弹\" K\"2024年底前\"\n");
}

static void
numbers_all_three_alike (Fixture *fixture, gconstpointer data)
{
  const XcListsOptions options = { .day = A_DAY, .marking = "内部资料" };
  g_autofree char *text = write_and_read (fixture, &options);

  assert_holds (text, "[Problem list]\n1: A\"Annex 1\" G\"内部资料\"\n");
  assert_holds (text, "[Rectification list]\n1: A\"Annex 2\" G\"内部资料\"\n");
  assert_holds (text, "[Responsibility list]\n1: A\"Annex 3\" G\"内部资料\"\n");
  g_auto (GStrv) sheets = g_strsplit (text, "[", -1);
  for (guint i = 1; i <= 3; i++)
    assert_holds (sheets[i], " A=5 B\"06-02-1000\"");
}

static void
looks_as_the_office_set_it (Fixture *fixture, gconstpointer data)
{
  const XcList list = XC_LIST_RECTIFICATION;
  const XcListsOptions options = {
    .lists = &list, .n_lists = 1, .day = A_DAY, .filter = { .organization_id = 1 }
  };

  execute (fixture, "INSERT INTO list_layout (id, list, title, annex, unit, marking) VALUES "
                    "(1, 'rectification', '任务清单', '附表', '区委', '秘密资料')");
  execute (fixture, "INSERT INTO list_column (id, layout_id, position, field, title, width) VALUES "
                    "(1, 1, 3, 'wording', '存在问题', 60), (2, 1, 1, 'amount', NULL, NULL), "
                    "(3, 1, 2, 'number', '编号', 5), (4, 1, 4, 'field_of_tomorrow', 'x', 5)");
  g_autofree char *text = write_and_read (fixture, &options);
  assert_holds (text,
                "1: A\"附表\" B\"秘密资料\"\n2: A\"文体旅游局党组: 任务清单\"\n3: A\"Issued by: 区委\"");
  assert_holds (text,
                "4: A\"Amount (yuan)\" B\"编号\" C\"存在问题\"\n5: A=12345.67 B\"03-01-001\" C\"=1+1\"\n");
  assert_holds (text, "A\"Filled in by:\" B\"Reviewed by:\" C\"Signature of the head:\"\n");

  execute (fixture, "DELETE FROM list_column WHERE id <> 1");
  g_autofree char *narrow = write_and_read (fixture, &options);
  assert_holds (narrow, "1: A\"附表  秘密资料\"\n");
  assert_holds (narrow, "A\"Filled in by:      Reviewed by:      Signature of the head:\"\n");
}

static void
joins_measures_where_a_problem_has_a_row (Fixture *fixture, gconstpointer data)
{
  const XcList list = XC_LIST_PROBLEM;
  const XcListsOptions options = { .lists = &list, .n_lists = 1, .day = A_DAY };

  execute (fixture, "INSERT INTO list_layout (id, list) VALUES (1, 'problem')");
  execute (fixture,
           "INSERT INTO list_column (id, layout_id, position, field) VALUES (1, 1, 1, 'number'), "
           "(2, 1, 2, 'measure'), (3, 1, 3, 'type'), (4, 1, 4, 'measure_state'), (5, 1, 5, 'done_on'), "
           "(6, 1, 6, 'round'), (7, 1, 7, 'point'), (8, 1, 8, 'found_at'), (9, 1, 9, 'source'), "
           "(10, 1, 10, 'second_body'), (11, 1, 11, 'due')");
  g_autofree char *text = write_and_read (fixture, &options);
  assert_holds (text,
                " A\"03-01-002\" B\"1. 补学会议精神\n2. 建立传达台账\" C\"Immediate、Lasting\" D\"Done\" "
                "E@2022-11-30 F\"Round 3\" G\"传达学习\" H\"At feedback\" I\"谈话\" "
                "K\"2022-12-31\n2022年底前，并长期坚持\"\n");
  assert_holds (text, " A\"03-01-001\" B\"@措施\" C\"By a date\" D\"In progress\" F\"Round 3\"");
  assert_holds (text, " A\"06-01-001\" F\"Round 6\" H\"Before the inspection\" J\"凤桥镇党委\"\n");
}

typedef struct
{
  GString *facts;
  guint parts;
} Parted;

static gboolean
collect_facts (const XcWorkbookRow *row, gpointer data, GError **error)
{
  Parted *parted = data;
  const XcWorkbookCell *number = xc_workbook_row_get_cell (row, 1),
                       *facts = xc_workbook_row_get_cell (row, 7);
  const char *continued = "(continued) ";

  if (number == NULL || facts == NULL || strcmp (number->text, "03-01-002") != 0)
    return TRUE;
  g_assert_nonnull (xc_workbook_row_get_cell (row, 2));
  parted->parts++;
  g_assert_true (g_str_has_prefix (facts->text, continued) == (parted->parts > 1));
  g_string_append (parted->facts, facts->text + (parted->parts > 1 ? strlen (continued) : 0));
  return TRUE;
}

/* A row is at most 409 points high; a text that needs more goes on in the next one, with nothing lost. */
static void
loses_nothing_of_a_long_text (Fixture *fixture, gconstpointer data)
{
  const XcListsOptions options = { .day = A_DAY };
  static const guint sentences[] = { 1, 20, 40, 200 };
  static const guint parts[] = { 1, 1, 2, 8 };

  for (guint i = 0; i < G_N_ELEMENTS (sentences); i++)
    {
      g_autofree char *long_text = xc_lists_example_long_text (sentences[i], "到此为止。");
      g_autofree char *sql =
          g_strdup_printf ("UPDATE problem SET facts = '%s' WHERE number = '03-01-002'", long_text);
      g_autoptr (GString) facts = g_string_new (NULL);
      g_autoptr (GError) error = NULL;
      Parted parted = { facts, 0 };

      execute (fixture, sql);
      g_assert_true (xc_lists_write (fixture->store, &options, fixture->path, TRUE, NULL, &error));
      g_autoptr (XcWorkbook) workbook = xc_workbook_open (fixture->path, NULL, &error);
      g_assert_true (xc_workbook_read_sheet (workbook, 0, collect_facts, &parted, &error));
      g_assert_no_error (error);
      g_assert_cmpstr (facts->str, ==, long_text);
      g_assert_cmpuint (parted.parts, ==, parts[i]);
    }
}

static void
says_when_there_is_nothing (Fixture *fixture, gconstpointer data)
{
  const int fifth[] = { 5 };
  const XcListsOptions options = { .day = A_DAY, .filter = { .rounds = fifth, .n_rounds = 1 } };
  const XcListsOptions unknown = { .day = A_DAY, .filter = { .organization_id = 99 } };
  g_autoptr (GError) error = NULL;

  g_assert_false (xc_lists_write (fixture->store, &options, fixture->path, FALSE, NULL, &error));
  g_assert_error (error, XC_REPORT_ERROR, XC_REPORT_ERROR_NOT_VALID);
  g_assert_nonnull (strstr (error->message, "No problem matches"));
  g_clear_error (&error);
  g_assert_false (xc_lists_write (fixture->store, &unknown, fixture->path, FALSE, NULL, &error));
  g_assert_error (error, XC_STORE_ERROR, XC_STORE_ERROR_NOT_FOUND);
  g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
}

static void
stops_when_cancelled (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  const XcListsOptions options = { .day = A_DAY, .cancellable = cancellable };
  g_autoptr (XcTestFolder) folder = xc_test_folder_new ();
  g_autoptr (XcStore) store = xc_test_ledger_new (folder);
  g_autoptr (GError) error = NULL;

  xc_test_many_problems_fill (store, 2000);
  g_cancellable_cancel (cancellable);
  g_assert_false (xc_lists_write (store, &options, fixture->path, FALSE, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
}

static void
refuses_a_text_that_no_cell_can_hold (Fixture *fixture, gconstpointer data)
{
  const XcList list = XC_LIST_RECTIFICATION;
  const XcListsOptions options = { .lists = &list, .n_lists = 1, .day = A_DAY };
  g_autofree char *name = g_strnfill (33000, 'x');
  g_autofree char *sql = g_strdup_printf ("UPDATE organization SET name = '%s' WHERE id = 3", name);
  g_autoptr (GError) error = NULL;

  /* Long texts are parted, but not the name that a row is known by. */
  execute (fixture, sql);
  g_assert_false (xc_lists_write (fixture->store, &options, fixture->path, FALSE, NULL, &error));
  g_assert_error (error, XC_REPORT_ERROR, XC_REPORT_ERROR_NOT_VALID);
  g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
}

static void
gives_the_same_bytes_again (Fixture *fixture, gconstpointer data)
{
  g_autoptr (XcTestFolder) folder = xc_test_folder_new ();
  g_autoptr (XcStore) store = xc_test_ledger_new (folder);
  const XcListsOptions options = { .day = A_DAY };
  g_autofree char *first = NULL, *second = NULL;
  gsize first_size, second_size;

  xc_test_many_problems_fill (store, 3000);
  g_assert_true (xc_lists_write (store, &options, fixture->path, TRUE, NULL, NULL));
  g_assert_true (g_file_get_contents (fixture->path, &first, &first_size, NULL));
  g_assert_true (xc_lists_write (store, &options, fixture->path, TRUE, NULL, NULL));
  g_assert_true (g_file_get_contents (fixture->path, &second, &second_size, NULL));
  g_assert_cmpmem (first, first_size, second, second_size);
}

/* One element a line. */
static void
append_part (GString *text, XcArchive *archive, const char *name)
{
  const XcEntry *entry = xc_archive_find (archive, name);
  const XcFaultPlace place = { .part = name };
  g_autoptr (XcStream) stream = xc_stream_open (archive, entry, &place, NULL);
  g_autoptr (GString) part = g_string_new (NULL);
  char buffer[4096];
  gssize got;

  while ((got = xc_stream_read (stream, buffer, sizeof buffer, NULL)) > 0)
    g_string_append_len (part, buffer, got);
  g_assert_cmpint (got, ==, 0);
  g_string_replace (part, "><", ">\n<", 0);
  g_string_append_printf (text, "==== %s\n%s\n", name, part->str);
}

static void
is_made_of_the_golden_parts (Fixture *fixture, gconstpointer data)
{
  static const char *const parts[] = { "xl/workbook.xml",          "xl/styles.xml",
                                       "xl/sharedStrings.xml",     "xl/worksheets/sheet1.xml",
                                       "xl/worksheets/sheet2.xml", "xl/worksheets/sheet3.xml",
                                       "docProps/core.xml" };
  const XcListsOptions options = { .day = A_DAY, .unit = "区委巡察办", .marking = "内部资料 & 注意保管" };
  g_autofree char *golden_path = g_test_build_filename (G_TEST_DIST, "golden", "lists.xml", NULL);
  g_autofree char *golden = NULL, *actual_path = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (xc_lists_write (fixture->store, &options, fixture->path, FALSE, NULL, &error));
  g_autoptr (XcArchive) archive = xc_archive_open (fixture->path, &xc_workbook_default_budget, &error);
  g_assert_no_error (error);
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    append_part (text, archive, parts[i]);
  g_file_get_contents (golden_path, &golden, NULL, NULL);
  if (g_strcmp0 (golden, text->str) == 0)
    return;
  actual_path = g_test_build_filename (G_TEST_BUILT, "lists.xml", NULL);
  g_assert_true (g_file_set_contents (actual_path, text->str, -1, NULL));
  g_error ("the lists are made of other parts: compare %s with tests/golden/lists.xml", actual_path);
}

#define ADD(name, function) g_test_add ("/report/lists/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("shows-one-problem-a-row", shows_one_problem_a_row);
  ADD ("shows-one-measure-a-row", shows_one_measure_a_row);
  ADD ("joins-who-answers", joins_who_answers);
  ADD ("numbers-all-three-alike", numbers_all_three_alike);
  ADD ("looks-as-the-office-set-it", looks_as_the_office_set_it);
  ADD ("joins-measures-where-a-problem-has-a-row", joins_measures_where_a_problem_has_a_row);
  ADD ("loses-nothing-of-a-long-text", loses_nothing_of_a_long_text);
  ADD ("says-when-there-is-nothing", says_when_there_is_nothing);
  ADD ("stops-when-cancelled", stops_when_cancelled);
  ADD ("refuses-a-text-that-no-cell-can-hold", refuses_a_text_that_no_cell_can_hold);
  ADD ("gives-the-same-bytes-again", gives_the_same_bytes_again);
  ADD ("is-made-of-the-golden-parts", is_made_of_the_golden_parts);
  return g_test_run ();
}
