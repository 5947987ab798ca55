/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/list-marks.h"

#include "ledger.h"
#include "report/list-layout.h"

static void
are_on_every_list_and_can_be_undone (void)
{
  g_autoptr (XcTestFolder) folder = xc_test_folder_new ();
  g_autoptr (XcStore) store = xc_test_ledger_new (folder);
  g_autoptr (GError) error = NULL;
  g_autofree char *unit = NULL, *marking = NULL;

  g_assert_true (xc_list_marks_load (store, &unit, &marking, &error));
  g_assert_null (unit);
  g_assert_true (xc_list_marks_save (store, "示范区委巡察办", "内部资料", &error));
  g_assert_no_error (error);
  for (guint i = 0; i < XC_N_LISTS; i++)
    {
      g_autoptr (XcListLayout) layout = xc_list_layout_load (store, (XcList) i, &error);

      g_assert_cmpstr (layout->unit, ==, "示范区委巡察办");
      g_assert_cmpstr (layout->marking, ==, "内部资料");
      g_assert_cmpuint (layout->columns->len, >, 0);
    }
  g_assert_true (xc_list_marks_save (store, "示范区委巡察办", NULL, &error));
  g_assert_true (xc_list_marks_load (store, &unit, &marking, &error));
  g_assert_cmpstr (unit, ==, "示范区委巡察办");
  g_assert_null (marking);
  g_clear_pointer (&unit, g_free);
  g_assert_true (xc_store_undo (store, NULL, &error));
  g_assert_true (xc_store_undo (store, NULL, &error));
  g_assert_true (xc_list_marks_load (store, &unit, &marking, &error));
  g_assert_null (unit);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report/list-marks/are-on-every-list-and-can-be-undone",
                   are_on_every_list_and_can_be_undone);
  return g_test_run ();
}
