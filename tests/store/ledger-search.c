/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/ledger-search.h"

#include "ledger.h"

static void
test_finds (void)
{
  g_autoptr (XcTestFolder) folder = xc_test_folder_new ();
  g_autoptr (XcStore) store = xc_test_ledger_new (folder);
  gint64 group_id = xc_test_ledger_add_register (store, "区直单位");
  gint64 first = xc_test_ledger_add_organization (store, group_id, "示范区统计局党组");
  g_autoptr (XcRecord) person = xc_record_new (XC_TABLE_PERSON);
  static const char *const texts[] = { "统计", "sfqtjj", "局党" };
  g_autoptr (GPtrArray) nothing = NULL;
  g_autoptr (GPtrArray) empty = NULL;
  g_autoptr (GPtrArray) both = NULL;
  g_autoptr (GError) error = NULL;

  xc_test_ledger_add_organization (store, group_id, "示范区档案局党组");
  xc_record_set_text (person, "name", "示统山");
  xc_test_ledger_add (store, person);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GPtrArray) groups = xc_ledger_search (store, texts[i], 6, &error);
      XcFoundGroup *group;

      g_assert_no_error (error);
      g_assert_cmpuint (groups->len, ==, 1);
      group = groups->pdata[0];
      g_assert_cmpint (group->table, ==, XC_TABLE_ORGANIZATION);
      g_assert_cmpuint (group->n_found, ==, i == 2 ? 2 : 1);
      if (i < 2)
        {
          g_assert_cmpint (((XcFoundRow *) group->rows->pdata[0])->id, ==, first);
          g_assert_cmpstr (((XcFoundRow *) group->rows->pdata[0])->text, ==, "示范区统计局党组");
        }
    }
  both = xc_ledger_search (store, "统", 1, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (both->len, ==, 2);
  nothing = xc_ledger_search (store, "没有", 6, &error);
  g_assert_cmpuint (nothing->len, ==, 0);
  empty = xc_ledger_search (store, "", 6, &error);
  g_assert_cmpuint (empty->len, ==, 0);
}

/* All are counted, a few are given. */
static void
test_gives_a_few (void)
{
  g_autoptr (XcTestFolder) folder = xc_test_folder_new ();
  g_autoptr (XcStore) store = xc_test_ledger_new (folder);
  gint64 group_id = xc_test_ledger_add_register (store, "区直单位");
  g_autoptr (GPtrArray) groups = NULL;

  for (guint i = 0; i < 9; i++)
    {
      g_autofree char *name = g_strdup_printf ("示范区第%u局党组", i);

      xc_test_ledger_add_organization (store, group_id, name);
    }
  groups = xc_ledger_search (store, "局", 4, NULL);
  g_assert_cmpuint (groups->len, ==, 1);
  g_assert_cmpuint (((XcFoundGroup *) groups->pdata[0])->n_found, ==, 9);
  g_assert_cmpuint (((XcFoundGroup *) groups->pdata[0])->rows->len, ==, 4);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/ledger-search/finds-parts-and-initials-in-all-tables", test_finds);
  g_test_add_func ("/store/ledger-search/counts-all-and-gives-a-few", test_gives_a_few);
  return g_test_run ();
}
