/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A round as it was published, in a filled-in template: 7 bodies of a city, 5 streets, a town and 37 communities and
 * villages, 46 of them inspected in the regular way and 4 upgraded.
 */
#include "core/coverage.h"
#include "importing.h"
#include "ledger.h"
#include "store/coverage-source.h"

static char *
find_fixture (void)
{
  return g_test_build_filename (G_TEST_DIST, "fixtures", "round-of-sixth.xlsx", NULL);
}

static void
goes_in_and_out_byte_for_byte (void)
{
  g_autoptr (XcTestFolder) folder = xc_test_folder_new ();
  g_autoptr (XcStore) store = xc_test_ledger_new (folder);
  g_autofree char *path = find_fixture ();
  g_autofree char *before = xc_test_ledger_dump (store);
  g_autofree char *report = xc_test_import_file (store, XC_IMPORT_WRITE, path);
  g_autofree char *after = xc_test_ledger_dump (store);
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;
  g_autofree char *undone_again = NULL;

  xc_test_assert_same (report, "届次 1 = 1 + 0 + 0 + 0\n"
                               "口径 3 = 3 + 0 + 0 + 0\n"
                               "被巡察党组织 50 = 50 + 0 + 0 + 0\n"
                               "组织沿革 0 = 0 + 0 + 0 + 0\n"
                               "监督重点 0 = 0 + 0 + 0 + 0\n"
                               "轮次 1 = 1 + 0 + 0 + 0\n"
                               "巡察组 0 = 0 + 0 + 0 + 0\n"
                               "巡察任务 50 = 50 + 0 + 0 + 0\n"
                               "问题 0 = 0 + 0 + 0 + 0\n"
                               "整改措施 0 = 0 + 0 + 0 + 0\n"
                               "责任 0 = 0 + 0 + 0 + 0\n");
  g_assert_true (xc_store_undo (store, NULL, NULL));
  undone = xc_test_ledger_dump (store);
  xc_test_assert_same (undone, before);
  g_assert_true (xc_store_redo (store, NULL, NULL));
  redone = xc_test_ledger_dump (store);
  xc_test_assert_same (redone, after);
  g_assert_true (xc_store_undo (store, NULL, NULL));
  undone_again = xc_test_ledger_dump (store);
  xc_test_assert_same (undone_again, before);
}

static void
is_the_same_when_tried_and_when_done_again (void)
{
  g_autoptr (XcTestFolder) folder = xc_test_folder_new ();
  g_autoptr (XcStore) store = xc_test_ledger_new (folder);
  g_autofree char *path = find_fixture ();
  g_autofree char *tried = xc_test_import_file (store, XC_IMPORT_DRY_RUN, path);
  g_autofree char *done = xc_test_import_file (store, XC_IMPORT_WRITE, path);
  g_autofree char *first = xc_test_ledger_dump (store);
  g_autofree char *again = xc_test_import_file (store, XC_IMPORT_WRITE, path);
  g_autofree char *second = xc_test_ledger_dump (store);

  xc_test_assert_same (tried, done);
  xc_test_assert_same (second, first);
  g_assert_nonnull (strstr (again, "被巡察党组织 50 = 0 + 0 + 50 + 0\n"));
  g_assert_nonnull (strstr (again, "巡察任务 50 = 0 + 0 + 50 + 0\n"));
}

static void
assert_covered (XcStore *store, XcDay day, guint covered, guint owed)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XcRecord) term = xc_coverage_source_find_term (store, day, &error);
  g_autoptr (XcCoverage) coverage = NULL;
  XcCoverageDay *figures;

  g_assert_no_error (error);
  coverage = xc_coverage_source_load (store, term, &error);
  g_assert_no_error (error);
  figures = xc_coverage_get_day (coverage, day);
  g_assert_cmpuint (figures->total.covered, ==, covered);
  g_assert_cmpuint (figures->total.owed, ==, owed);
  xc_coverage_day_free (figures);
}

static void
counts_as_it_should (void)
{
  g_autoptr (XcTestFolder) folder = xc_test_folder_new ();
  g_autoptr (XcStore) store = xc_test_ledger_new (folder);
  g_autofree char *path = find_fixture ();
  g_autofree char *report = xc_test_import_file (store, XC_IMPORT_WRITE, path);
  g_autoptr (GString) ends = g_string_new ("[巡察任务]\n轮次|被巡察党组织|类型|进驻日期|结束日期\n");
  g_autoptr (GPtrArray) inspections = xc_store_load_all (store, XC_TABLE_INSPECTION, NULL);
  XcDay day = xc_day_new (2024, 6, 28);

  g_assert_nonnull (report);
  assert_covered (store, day, 0, 50);
  /* The days are not in the text; let the regular ones end. */
  for (guint i = 0; i < inspections->len; i++)
    {
      const XcRecord *inspection = inspections->pdata[i];
      g_autoptr (XcRecord) organization = xc_store_load (
          store, XC_TABLE_ORGANIZATION, xc_record_get_number (inspection, "organization_id"), NULL);

      if (g_str_equal (xc_record_get_text (inspection, "kind"), "regular"))
        g_string_append_printf (ends, "6|%s|常规|2024-04-08|2024-06-28\n",
                                xc_record_get_text (organization, "name"));
    }
  xc_test_assert_imports (store, ends->str);
  assert_covered (store, day - 1, 0, 50);
  assert_covered (store, day, 46, 50);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/intake/round-of-sixth/goes-in-and-out-byte-for-byte", goes_in_and_out_byte_for_byte);
  g_test_add_func ("/intake/round-of-sixth/is-the-same-when-tried-and-when-done-again",
                   is_the_same_when_tried_and_when_done_again);
  g_test_add_func ("/intake/round-of-sixth/counts-as-it-should", counts_as_it_should);
  return g_test_run ();
}
