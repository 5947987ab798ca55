/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/office.h"

#include "ledger.h"

#define USUAL                                                                                                \
  (XC_BODY_MASK (XC_BODY_OFFICE) | XC_BODY_MASK (XC_BODY_DISCIPLINE) | XC_BODY_MASK (XC_BODY_ORGANIZATION))

static XcOffice *
load (XcStore *store)
{
  g_autoptr (GError) error = NULL;
  XcOffice *office = xc_office_load (store, &error);

  g_assert_no_error (error);
  return office;
}

static void
is_as_usual_until_it_settles_something (void)
{
  g_autoptr (XcTestFolder) folder = xc_test_folder_new ();
  g_autoptr (XcStore) store = xc_test_ledger_new (folder);
  g_autoptr (XcOffice) office = load (store);
  g_autoptr (XcOffice) later = NULL;

  g_assert_cmphex (office->bodies, ==, USUAL);
  g_assert_false (office->counts_basically_done);
  g_assert_cmpint (office->green_days, ==, 20);
  g_assert_cmpint (office->yellow_days, ==, 10);
  g_assert_cmpint (office->attachment_mib, ==, 20);
  g_assert_cmpstr (office->letterhead, ==, "巡察工作领导小组办公室");
  g_assert_cmpstr (office->signatory, ==, office->letterhead);
  xc_database_execute (
      xc_store_get_database (store),
      "INSERT INTO term (id, ordinal, committee, level, starts_on, ends_on, covered_when, decimals) VALUES"
      " (1, 2, '中共示范区委', 'district', '2021-09-01', '2026-08-31', 'left', 2),"
      " (2, 1, '中共旧区委', 'district', '2016-09-01', '2021-08-31', 'left', 2)",
      NULL);
  later = load (store);
  g_assert_cmpstr (later->letterhead, ==, "中共示范区委巡察工作领导小组办公室");
}

static void
keeps_what_it_settled (void)
{
  g_autoptr (XcTestFolder) folder = xc_test_folder_new ();
  g_autoptr (XcStore) store = xc_test_ledger_new (folder);
  g_autoptr (XcOffice) office = load (store);
  g_autoptr (XcOffice) found = NULL;
  g_autoptr (XcOffice) undone = NULL;
  g_autoptr (GError) error = NULL;

  office->bodies = XC_BODY_MASK (XC_BODY_LEADER) | XC_BODY_MASK (XC_BODY_OFFICE);
  office->counts_basically_done = TRUE;
  office->green_days = 15;
  office->yellow_days = 15;
  office->attachment_mib = 50;
  office->reply_days = 0;
  g_free (office->urging_prefix);
  office->urging_prefix = g_strdup ("示巡督");
  g_assert_true (xc_office_save (store, office, &error));
  found = load (store);
  g_assert_cmphex (found->bodies, ==, office->bodies);
  g_assert_true (found->counts_basically_done);
  g_assert_cmpint (found->green_days, ==, 15);
  g_assert_cmpint (found->yellow_days, ==, 15);
  g_assert_cmpint (found->attachment_mib, ==, 50);
  g_assert_cmpint (found->reply_days, ==, 0);
  g_assert_cmpstr (found->urging_prefix, ==, "示巡督");
  g_assert_true (xc_store_undo (store, NULL, &error));
  undone = load (store);
  g_assert_cmphex (undone->bodies, ==, USUAL);
}

static void
refuses_what_cannot_work (void)
{
  g_autoptr (XcTestFolder) folder = xc_test_folder_new ();
  g_autoptr (XcStore) store = xc_test_ledger_new (folder);
  g_autoptr (XcOffice) office = load (store);
  g_autoptr (GError) nobody = NULL;
  g_autoptr (GError) order = NULL;

  office->bodies = 0;
  g_assert_false (xc_office_save (store, office, &nobody));
  g_assert_error (nobody, XC_STORE_ERROR, XC_STORE_ERROR_REFUSED);
  office->bodies = USUAL;
  office->yellow_days = office->green_days + 1;
  g_assert_false (xc_office_save (store, office, &order));
  g_assert_error (order, XC_STORE_ERROR, XC_STORE_ERROR_REFUSED);
}

static void
minds_no_nonsense (void)
{
  g_autoptr (XcTestFolder) folder = xc_test_folder_new ();
  g_autoptr (XcStore) store = xc_test_ledger_new (folder);
  g_autoptr (XcOffice) office = NULL;

  xc_database_execute (xc_store_get_database (store),
                       "INSERT INTO setting (id, name, value) VALUES (1, 'closing.bodies', 'mayor'),"
                       " (2, 'warning.green-days', '-5'), (3, 'warning.yellow-days', '9999'), (4, "
                       "'evidence.largest-mib', '0'),"
                       " (5, 'letter.letterhead', '　'), (6, 'unknown', 'x')",
                       NULL);
  office = load (store);
  g_assert_cmphex (office->bodies, ==, USUAL);
  g_assert_cmpint (office->green_days, ==, 20);
  g_assert_cmpint (office->yellow_days, ==, 10);
  g_assert_cmpint (office->attachment_mib, ==, 1);
  g_assert_cmpstr (office->letterhead, ==, "巡察工作领导小组办公室");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/office/is-as-usual-until-it-settles-something",
                   is_as_usual_until_it_settles_something);
  g_test_add_func ("/store/office/keeps-what-it-settled", keeps_what_it_settled);
  g_test_add_func ("/store/office/refuses-what-cannot-work", refuses_what_cannot_work);
  g_test_add_func ("/store/office/minds-no-nonsense", minds_no_nonsense);
  return g_test_run ();
}
