/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The import of 100,000 problems, each with a measure and two who answer for it, into an empty ledger; the same workbook
 * again, which changes nothing; and beside them a bare SQLite loop that inserts the same rows and does nothing else.
 */
#include "intake/import.h"

#include <sys/resource.h>
#include <sys/wait.h>
#include <xlsxwriter.h>

#include "ledger.h"

#define N_PROBLEMS 100000
#define N_ORGANIZATIONS 100
#define N_ROUNDS 10
#define PER_INSPECTION (N_PROBLEMS / N_ROUNDS / N_ORGANIZATIONS)

static void
put_row (lxw_worksheet *sheet, guint *row, const char *const *cells)
{
  for (guint i = 0; cells[i] != NULL; i++)
    if (*cells[i] != '\0')
      worksheet_write_string (sheet, *row, (lxw_col_t) i, cells[i], NULL);
  (*row)++;
}

#define PUT(sheet, row, ...) put_row (sheet, row, (const char *const[]){ __VA_ARGS__, NULL })

static void
write_frame (lxw_workbook *workbook)
{
  lxw_worksheet *terms = workbook_add_worksheet (workbook, "届次");
  lxw_worksheet *registers = workbook_add_worksheet (workbook, "口径");
  lxw_worksheet *organizations = workbook_add_worksheet (workbook, "被巡察党组织");
  lxw_worksheet *points = workbook_add_worksheet (workbook, "监督重点");
  lxw_worksheet *rounds = workbook_add_worksheet (workbook, "轮次");
  lxw_worksheet *inspections = workbook_add_worksheet (workbook, "巡察任务");
  guint at[6] = { 0 };

  PUT (terms, &at[0], "届", "委员会", "开始日期", "结束日期");
  PUT (terms, &at[0], "二", "示范区委", "2021-09-01", "2026-08-31");
  PUT (registers, &at[1], "名称");
  PUT (registers, &at[1], "区直单位");
  PUT (points, &at[3], "方案", "一级", "二级");
  PUT (points, &at[3], "三个聚焦", "党中央决策部署落实", "重大决策");
  PUT (points, &at[3], "", "", "民生政策");
  PUT (organizations, &at[2], "名称", "口径");
  PUT (rounds, &at[4], "轮次", "方案");
  PUT (inspections, &at[5], "轮次", "被巡察党组织", "类型", "反馈日期");
  for (guint i = 0; i < N_ORGANIZATIONS; i++)
    {
      g_autofree char *name = g_strdup_printf ("示范区第%u局党组", i + 1);

      PUT (organizations, &at[2], name, "区直单位");
    }
  for (guint r = 0; r < N_ROUNDS; r++)
    {
      g_autofree char *ordinal = g_strdup_printf ("第%u轮", r + 1);

      PUT (rounds, &at[4], ordinal, "三个聚焦");
      for (guint i = 0; i < N_ORGANIZATIONS; i++)
        {
          g_autofree char *name = g_strdup_printf ("示范区第%u局党组", i + 1);

          PUT (inspections, &at[5], ordinal, name, "常规", "2024-05-16");
        }
    }
}

static void
write_workbook (const char *path)
{
  lxw_workbook *workbook = workbook_new (path);
  lxw_worksheet *problems, *measures, *responsibilities;
  guint at[3] = { 0 };

  write_frame (workbook);
  problems = workbook_add_worksheet (workbook, "问题");
  measures = workbook_add_worksheet (workbook, "整改措施");
  responsibilities = workbook_add_worksheet (workbook, "责任");
  PUT (problems, &at[0], "问题编号", "轮次", "被巡察党组织", "问题表述", "具体表现", "类别", "重点",
       "共性个性", "发现阶段", "反馈");
  PUT (measures, &at[1], "问题编号", "措施", "整改类型", "整改时限", "进展情况", "整改成效", "完成日期",
       "整改状态");
  PUT (responsibilities, &at[2], "问题编号", "角色", "单位", "姓名", "职务");
  for (guint i = 0; i < N_PROBLEMS; i++)
    {
      guint inspection = i / PER_INSPECTION;
      g_autofree char *number = g_strdup_printf ("%02u-%02u-%03u", inspection / N_ORGANIZATIONS + 1,
                                                 inspection % N_ORGANIZATIONS + 1, i % PER_INSPECTION + 1);
      g_autofree char *round = g_strdup_printf ("第%u轮", inspection / N_ORGANIZATIONS + 1);
      g_autofree char *name = g_strdup_printf ("示范区第%u局党组", inspection % N_ORGANIZATIONS + 1);
      g_autofree char *wording = g_strdup_printf ("落实议事规则不到位，第%u项未经集体研究即作出决定", i);
      g_autofree char *facts =
          g_strdup_printf ("查阅会议记录%u份，其中%u份没有记录参会人员发言情况", i % 30, i % 7);
      g_autofree char *measure = g_strdup_printf ("修订议事规则，完善%u项制度，建立台账逐项销号", i % 9);

      PUT (problems, &at[0], number, round, name, wording, facts, i % 2 == 0 ? "重大决策" : "民生政策",
           i % 9 == 0 ? "√" : "", i % 2 == 0 ? "共性" : "个性", "反馈", "是");
      PUT (measures, &at[1], number, measure, "限期整改", "2024-08-16", "召开专题会议", "建立制度并落实",
           i % 3 == 0 ? "2024-07-30" : "", i % 3 == 0 ? "已销号" : "正在推进");
      PUT (responsibilities, &at[2], number, "第一责任人", name, "张某", "党组书记");
      PUT (responsibilities, &at[2], number, "责任部门", "办公室", "", "");
    }
  g_assert_cmpint (workbook_close (workbook), ==, LXW_NO_ERROR);
}

static void
import (const char *ledger, const char *book)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XcStore) store = xc_store_open (ledger, XC_STORE_WRITE, &error);

  g_assert_no_error (error);
  xc_import_run (store, book, XC_IMPORT_WRITE, NULL, &error);
  g_assert_no_error (error);
}

/* The rows of @table from one ledger into another, field by field, past its history. */
static void
copy_table (XcDatabase *from, XcDatabase *to, XcTable table)
{
  const XcCatalogueTable *entry = xc_catalogue_get (table);
  g_autoptr (GString) select = g_string_new ("SELECT id");
  g_autoptr (GString) insert = g_string_new (NULL);
  g_autoptr (XcStatement) reading = NULL;
  g_autoptr (XcStatement) writing = NULL;
  gboolean row = FALSE;

  g_string_printf (insert, "INSERT INTO %s VALUES (?1", entry->name);
  for (guint i = 0; i < entry->n_fields; i++)
    {
      g_string_append_printf (select, ", %s", entry->fields[i].name);
      g_string_append_printf (insert, ", ?%u", i + 2);
    }
  g_string_append_printf (select, " FROM %s", entry->name);
  g_string_append_c (insert, ')');
  reading = xc_database_prepare (from, select->str, NULL);
  writing = xc_database_prepare (to, insert->str, NULL);
  while (xc_statement_step (reading, &row, NULL) && row)
    {
      xc_statement_bind_integer (writing, 1, xc_statement_get_integer (reading, 0));
      for (guint i = 0; i < entry->n_fields; i++)
        if (xc_statement_is_null (reading, (int) i + 1))
          xc_statement_bind_null (writing, (int) i + 2);
        else if (xc_field_is_textual (&entry->fields[i]) || entry->fields[i].kind == XC_FIELD_DAY)
          xc_statement_bind_text (writing, (int) i + 2, xc_statement_get_text (reading, (int) i + 1));
        else
          xc_statement_bind_integer (writing, (int) i + 2, xc_statement_get_integer (reading, (int) i + 1));
      g_assert_true (xc_statement_run (writing, NULL));
      xc_statement_reset (writing);
    }
}

static void
insert_barely (const char *ledger, const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "bare.xuncha", NULL);
  g_autoptr (XcStore) from = xc_store_open (ledger, XC_STORE_READ, NULL);
  g_autoptr (XcStore) to = xc_store_create (path, NULL);

  g_assert_true (xc_database_execute (xc_store_get_database (to),
                                      "BEGIN IMMEDIATE; PRAGMA defer_foreign_keys = ON;", NULL));
  for (guint i = 0; i < XC_TABLE_DEADLINE_RULE; i++)
    copy_table (xc_store_get_database (from), xc_store_get_database (to), (XcTable) i);
  g_assert_true (xc_database_execute (xc_store_get_database (to), "COMMIT", NULL));
}

/* In a process of its own, as the most memory that it had is counted for a process. */
static double
measure (const char *program, const char *what, const char *name, const char *first, const char *second)
{
  const char *const arguments[] = { program, what, first, second, NULL };
  struct rusage usage;
  GPid child;
  int status;
  gint64 began = g_get_monotonic_time ();
  double seconds;

  g_assert_true (
      g_spawn_async (NULL, (char **) arguments, NULL, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL, &child, NULL));
  g_assert_cmpint (wait4 (child, &status, 0, &usage), ==, child);
  g_assert_cmpint (status, ==, 0);
  seconds = (double) (g_get_monotonic_time () - began) / G_USEC_PER_SEC;
  g_print ("# %s: %.2f s, %.1f s of processor time, %ld MiB at most\n", name, seconds,
           (double) usage.ru_utime.tv_sec + (double) usage.ru_utime.tv_usec / 1e6
               + (double) usage.ru_stime.tv_sec + (double) usage.ru_stime.tv_usec / 1e6,
           usage.ru_maxrss / 1024);
  return seconds;
}

int
main (int argc, char **argv)
{
  if (argc == 4)
    {
      (g_str_equal (argv[1], "import") ? import : insert_barely) (argv[2], argv[3]);
      return 0;
    }
  g_autoptr (XcTestFolder) folder = xc_test_folder_new ();
  g_autoptr (XcStore) store = xc_test_ledger_new (folder);
  g_autofree char *ledger = g_strdup (xc_store_get_path (store));
  g_autofree char *book = g_build_filename (folder, "台账.xlsx", NULL);
  double own, bare;

  g_clear_object (&store);
  write_workbook (book);
  own = measure (argv[0], "import", "import of 100,000 problems", ledger, book);
  measure (argv[0], "import", "the same again", ledger, book);
  bare = measure (argv[0], "bare", "a bare loop of SQLite over the same rows", ledger, folder);
  g_print ("# ratio %.2f\n", own / bare);
  return 0;
}
