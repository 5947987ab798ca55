/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/id-table.h"

/* Ids that are near each other, far from each other, and those at the ends of what there is. */
static gint64
make_id (guint i)
{
  static const gint64 ends[] = { 0, -1, 1, G_MAXINT64, G_MININT64 };

  return i < G_N_ELEMENTS (ends) ? ends[i]
         : i % 2 == 0            ? 1000 + (gint64) i
                                 : (gint64) (i * G_GUINT64_CONSTANT (0x9E3779B97F4A7C15));
}

static void
numbers_ids_as_they_come (void)
{
  g_autoptr (XcIdTable) table = xc_id_table_new ();
  g_autoptr (XcIdTable) same = xc_id_table_ref (table);
  guint number;

  g_assert_false (xc_id_table_find (table, 0, NULL));
  for (guint i = 0; i < 5000; i++)
    {
      g_assert_false (xc_id_table_find (table, make_id (i), &number));
      g_assert_cmpuint (xc_id_table_add (table, make_id (i)), ==, i);
      g_assert_cmpuint (xc_id_table_add (table, make_id (i / 2)), ==, i / 2);
    }
  g_assert_cmpuint (xc_id_table_get_n (same), ==, 5000);
  for (guint i = 0; i < 5000; i++)
    {
      g_assert_true (xc_id_table_find (same, make_id (i), &number));
      g_assert_cmpuint (number, ==, i);
      g_assert_cmpint (xc_id_table_get_id (same, i), ==, make_id (i));
    }
  g_assert_false (xc_id_table_find (same, 999, NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/id-table/numbers-ids-as-they-come", numbers_ids_as_they_come);
  return g_test_run ();
}
