/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/row-name.h"

#include "ledger.h"

static void
assert_name (XcStore *store, XcTable table, gint64 id, const char *expected)
{
  g_autofree char *name = xc_row_dup_name (xc_store_get_database (store), table, id);

  g_assert_cmpstr (name, ==, expected);
}

static void
is_what_the_catalogue_marks (void)
{
  g_autoptr (XcTestFolder) folder = xc_test_folder_new ();
  g_autoptr (XcStore) store = xc_test_ledger_new (folder);
  g_autoptr (XcRecord) event = xc_record_new (XC_TABLE_ORGANIZATION_EVENT);
  gint64 register_id = xc_test_ledger_add_register (store, "学校");

  assert_name (store, XC_TABLE_REGISTER, register_id, "学校");
  xc_record_set_text (event, "kind", "merged");
  xc_record_set_number (event, "happened_on", xc_day_parse_iso ("2024-03-01"));
  assert_name (store, XC_TABLE_ORGANIZATION_EVENT, xc_test_ledger_add (store, event), "Merged 2024-03-01");
}

static void
names_what_is_referred_to (void)
{
  g_autoptr (XcTestFolder) folder = xc_test_folder_new ();
  g_autoptr (XcStore) store = xc_test_ledger_new (folder);
  g_autoptr (XcRecord) person = xc_record_new (XC_TABLE_PERSON);
  g_autoptr (XcRecord) avoidance = xc_record_new (XC_TABLE_AVOIDANCE);
  gint64 register_id = xc_test_ledger_add_register (store, "学校");

  xc_record_set_text (person, "name", "王某某");
  xc_record_set_number (avoidance, "person_id", xc_test_ledger_add (store, person));
  xc_record_set_number (avoidance, "organization_id",
                        xc_test_ledger_add_organization (store, register_id, "第一中学党委"));
  xc_record_set_text (avoidance, "ruling", "avoid");
  xc_record_set_text (avoidance, "reason", "曾任职");
  assert_name (store, XC_TABLE_AVOIDANCE, xc_test_ledger_add (store, avoidance), "王某某 第一中学党委");
}

static void
is_cut_when_it_is_long (void)
{
  g_autoptr (XcTestFolder) folder = xc_test_folder_new ();
  g_autoptr (XcStore) store = xc_test_ledger_new (folder);

  assert_name (store, XC_TABLE_REGISTER,
               xc_test_ledger_add_register (store, "一二三四五六七八九十一二三四五六七八九十一二三四"),
               "一二三四五六七八九十一二三四五六七八九十一二三四");
  assert_name (store, XC_TABLE_REGISTER,
               xc_test_ledger_add_register (store, "一二三四五六七八九十一二三四五六七八九十一二三四五"),
               "一二三四五六七八九十一二三四五六七八九十一二三四…");
}

static void
is_empty_without_a_row (void)
{
  g_autoptr (XcTestFolder) folder = xc_test_folder_new ();
  g_autoptr (XcStore) store = xc_test_ledger_new (folder);

  for (guint i = 0; i < XC_N_TABLES; i++)
    assert_name (store, (XcTable) i, G_MAXINT64, "");
}

static void
tells_rows_of_one_name_apart (void)
{
  static const struct
  {
    XcTable table;
    gint64 id;
    const char *name;
  } cases[] = {
    { XC_TABLE_ORGANIZATION, 1, "甲局党组" },
    { XC_TABLE_ROUND, 6, "第六轮" },
    { XC_TABLE_TEAM, 1, "第六轮 · 第一巡察组" },
    { XC_TABLE_BATCH, 1, "第六轮 · 第二批" },
    { XC_TABLE_INSPECTION, 1, "第六轮 · 甲局党组" },
    { XC_TABLE_INSPECTION, 2, "第六轮 · 甲局党组 · Special" },
    { XC_TABLE_INSPECTION, 3, "甲局党组 · Upgraded" },
    { XC_TABLE_INSPECTION, 99, "" },
  };
  g_autoptr (XcTestFolder) folder = xc_test_folder_new ();
  g_autoptr (XcStore) store = xc_test_ledger_new (folder);
  g_autoptr (GError) error = NULL;

  xc_database_execute (
      xc_store_get_database (store),
      "INSERT INTO term VALUES (1, 2, '示范区委', 'district', '2021-07-01', '2026-06-30', 'left', 2, NULL);"
      "INSERT INTO register VALUES (1, '区直单位', 1, 1);"
      "INSERT INTO organization (id, name, register_id, listed) VALUES (1, '甲局党组', 1, 1);"
      "INSERT INTO round (id, term_id, ordinal) VALUES (6, 1, 6);"
      "INSERT INTO team (id, round_id, ordinal) VALUES (1, 6, 1);"
      "INSERT INTO batch (id, round_id, ordinal) VALUES (1, 6, 2);"
      "INSERT INTO inspection (id, round_id, organization_id, kind, level, counts) VALUES"
      " (1, 6, 1, 'regular', 'own', 'by_kind'), (2, 6, 1, 'special', 'own', 'by_kind'),"
      " (3, NULL, 1, 'upgraded', 'higher', 'by_kind')",
      &error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name =
          xc_row_dup_full_name (xc_store_get_database (store), cases[i].table, cases[i].id);

      g_assert_cmpstr (name, ==, cases[i].name);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/row-name/is-what-the-catalogue-marks", is_what_the_catalogue_marks);
  g_test_add_func ("/store/row-name/names-what-is-referred-to", names_what_is_referred_to);
  g_test_add_func ("/store/row-name/is-cut-when-it-is-long", is_cut_when_it_is_long);
  g_test_add_func ("/store/row-name/is-empty-without-a-row", is_empty_without_a_row);
  g_test_add_func ("/store/row-name/tells-rows-of-one-name-apart", tells_rows_of_one_name_apart);
  return g_test_run ();
}
