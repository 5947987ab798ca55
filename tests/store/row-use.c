/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/row-use.h"

#include "ledger.h"

static void
is_free_when_nothing_names_it (void)
{
  g_autoptr (XcTestFolder) folder = xc_test_folder_new ();
  g_autoptr (XcStore) store = xc_test_ledger_new (folder);
  gint64 register_id = xc_test_ledger_add_register (store, "学校");
  g_autoptr (GError) error = NULL;

  xc_test_ledger_add_register (store, "医院");
  g_assert_true (xc_row_check_is_free (store, XC_TABLE_REGISTER, register_id, &error));
  g_assert_no_error (error);
}

static void
says_how_many_rows_need_it (void)
{
  g_autoptr (XcTestFolder) folder = xc_test_folder_new ();
  g_autoptr (XcStore) store = xc_test_ledger_new (folder);
  gint64 register_id = xc_test_ledger_add_register (store, "学校");
  g_autoptr (GError) error = NULL;

  xc_test_ledger_add_organization (store, register_id, "第一中学党委");
  g_assert_false (xc_row_check_is_free (store, XC_TABLE_REGISTER, register_id, &error));
  g_assert_error (error, XC_STORE_ERROR, XC_STORE_ERROR_REFUSED);
  g_assert_nonnull (strstr (error->message, "“学校” is needed by 1 row of Organizations"));
  g_clear_error (&error);

  xc_test_ledger_add_organization (store, register_id, "第二中学党委");
  g_assert_false (xc_row_check_is_free (store, XC_TABLE_REGISTER, register_id, &error));
  g_assert_nonnull (strstr (error->message, "“学校” is needed by 2 rows of Organizations"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/row-use/is-free-when-nothing-names-it", is_free_when_nothing_names_it);
  g_test_add_func ("/store/row-use/says-how-many-rows-need-it", says_how_many_rows_need_it);
  return g_test_run ();
}
