/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/id-list.h"

#include <string.h>

static GArray *
make_list (const char *digits)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (; *digits != '\0'; digits++)
    {
      gint64 id = *digits;

      g_array_append_val (ids, id);
    }
  return ids;
}

/* The steps as text, after they have been proven to lead from the one to the other. */
static char *
compare (const GArray *before, const GArray *after, XcIdFunc may_move, gpointer data)
{
  g_autoptr (GArray) steps = xc_id_list_compare (before, after, may_move, data);
  g_autoptr (GArray) ids = g_array_copy ((GArray *) before);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < steps->len; i++)
    {
      const XcIdStep *step = &g_array_index (steps, XcIdStep, i);

      xc_id_list_apply (ids, step, after);
      g_string_append_printf (text, "%s%u-%u+%u", i > 0 ? " " : "", step->position, step->removed,
                              step->added);
    }
  g_assert_cmpmem (ids->data, ids->len * sizeof (gint64), after->data, after->len * sizeof (gint64));
  return g_string_free (text, FALSE);
}

static void
check (const char *before, const char *after, const char *wanted)
{
  g_autoptr (GArray) one = make_list (before);
  g_autoptr (GArray) other = make_list (after);
  g_autofree char *steps = compare (one, other, NULL, NULL);

  g_assert_cmpstr (steps, ==, wanted);
}

static void
becomes_another_in_one_small_step (void)
{
  check ("", "", "");
  check ("abc", "abc", "");
  check ("", "abc", "0-0+3");
  check ("abc", "", "0-3+0");
  check ("abc", "abxc", "2-0+1");
  check ("abxc", "abc", "2-1+0");
  check ("abcd", "acbd", "1-2+2");
  check ("abcd", "xbcy", "0-4+4");
  check ("abc", "abcde", "3-0+2");
}

static gboolean
is_in_set (gint64 id, gpointer data)
{
  return g_hash_table_contains (data, &id);
}

static void
becomes_another_run_by_run_when_it_is_long (void)
{
  g_autoptr (GArray) before = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) after = NULL;
  g_autoptr (GHashTable) moved = g_hash_table_new (g_int64_hash, g_int64_equal);
  static const gint64 set[] = { 10, 20000, 20001, 5000000 };
  g_autofree char *steps = NULL;
  g_autofree char *two = NULL;
  gint64 added = 5000000;

  for (gint64 i = 0; i < 30000; i++)
    g_array_append_val (before, i);
  for (guint i = 0; i < G_N_ELEMENTS (set); i++)
    g_hash_table_add (moved, (gpointer) &set[i]);
  after = g_array_copy (before);
  g_array_remove_range (after, 20000, 2);
  g_array_insert_val (after, 25000, set[0]);
  g_array_remove_index (after, 10);
  g_array_insert_val (after, 3, added);
  steps = compare (before, after, is_in_set, moved);
  g_assert_cmpstr (steps, ==, "3-0+1 11-1+0 20000-2+0 25000-0+1");
  two = compare (before, after, NULL, NULL);
  g_assert_cmpstr (two, ==, "3-24999+0 3-0+24998");
}

static gboolean
always (gint64 id, gpointer data)
{
  return TRUE;
}

static gint64
find_id (const GArray *ids, guint position)
{
  return g_array_index (ids, gint64, position);
}

/* Long lists with few or many changes: steps that lead there, of which none begins or ends with what stays. */
static void
becomes_any_other (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);

  for (guint round = 0; round < 300; round++)
    {
      g_autoptr (GArray) before = g_array_new (FALSE, FALSE, sizeof (gint64));
      g_autoptr (GArray) after = NULL;
      g_autoptr (GArray) steps = NULL;
      g_autoptr (GArray) ids = NULL;
      g_autofree char *text = NULL;

      for (gint64 i = 0; i < 2000; i++)
        g_array_append_val (before, i);
      after = g_array_copy (before);
      for (int n = g_rand_int_range (rand, 0, round % 2 == 0 ? 5 : 200); n > 0; n--)
        {
          guint from = (guint) g_rand_int_range (rand, 0, (int) after->len);
          gint64 id = g_rand_boolean (rand) ? find_id (after, from) : 10000 + n;

          if (id < 10000 || g_rand_boolean (rand))
            g_array_remove_index (after, from);
          if (id >= 10000 || g_rand_boolean (rand))
            g_array_insert_val (after, (guint) g_rand_int_range (rand, 0, (int) after->len), id);
        }
      text = compare (before, after, always, NULL);
      steps = xc_id_list_compare (before, after, always, NULL);
      g_assert_cmpuint (steps->len, <=, XC_ID_LIST_MAX_STEPS);
      ids = g_array_copy (before);
      for (guint i = 0; i < steps->len; i++)
        {
          const XcIdStep *step = &g_array_index (steps, XcIdStep, i);

          if (step->removed > 0 && step->added > 0)
            {
              g_assert_cmpint (find_id (ids, step->position), !=, find_id (after, step->position));
              g_assert_cmpint (find_id (ids, step->position + step->removed - 1), !=,
                               find_id (after, step->position + step->added - 1));
            }
          xc_id_list_apply (ids, step, after);
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/id-list/becomes-another-in-one-small-step", becomes_another_in_one_small_step);
  g_test_add_func ("/store/id-list/becomes-another-run-by-run-when-it-is-long",
                   becomes_another_run_by_run_when_it_is_long);
  g_test_add_func ("/store/id-list/becomes-any-other", becomes_any_other);
  return g_test_run ();
}
