/* SPDX-License-Identifier: GPL-3.0-or-later */
/* write-workbooks FOLDER: puts lists.xlsx, template.xlsx and coverage.xlsx there, for other programs to read. */
#include "chart-example.h"
#include "ledger.h"
#include "lists-example.h"
#include "many-problems.h"
#include "report/coverage-workbook.h"
#include "report/lists.h"
#include "report/template-workbook.h"

#include <libintl.h>
#include <locale.h>

#define A_DAY ((XcDay) 19859)

int
main (int argc, char **argv)
{
  const int first[] = { 1 };
  const XcListsOptions options = { .filter = { .rounds = first, .n_rounds = 1 },
                                   .day = A_DAY,
                                   .unit = "示范区委巡察工作领导小组办公室",
                                   .marking = "内部资料 & 注意保管" };
  g_autoptr (XcTestFolder) folder = xc_test_folder_new ();
  g_autoptr (XcStore) store = xc_test_ledger_new (folder);
  g_autofree char *lists = g_build_filename (argv[1], "lists.xlsx", NULL);
  g_autofree char *template = g_build_filename (argv[1], "template.xlsx", NULL);
  g_autofree char *coverage = g_build_filename (argv[1], "coverage.xlsx", NULL);
  g_autoptr (XcChartExample) example = xc_chart_example_new ("typical", FALSE);
  g_autoptr (GError) error = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, g_getenv ("XUNCHA_LOCALE_DIR"));
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  xc_test_many_problems_fill (store, 60);
  for (guint i = 1; i <= 3; i++)
    {
      /* one that fits, one in smaller print, one in several rows */
      g_autofree char *marker = g_strdup_printf ("末尾标记%u号。", i);
      g_autofree char *text = xc_lists_example_long_text (i * i * i + 8 * (i > 1), marker);
      g_autofree char *sql =
          g_strdup_printf ("UPDATE problem SET facts = '%s' WHERE number = '01-01-0%02u'", text, i);

      xc_database_execute (xc_store_get_database (store), sql, &error);
      g_assert_no_error (error);
    }
  xc_lists_write (store, &options, lists, TRUE, NULL, &error);
  g_assert_no_error (error);
  xc_coverage_workbook_write (&example->chart, A_DAY, coverage, TRUE, &error);
  g_assert_no_error (error);
  xc_template_workbook_write (template, TRUE, A_DAY, &error);
  g_assert_no_error (error);
  return 0;
}
