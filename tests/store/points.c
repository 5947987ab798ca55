/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/points.h"

#include "rectification.h"

static void
add_points (XcTestRectification *ledger)
{
  g_autoptr (GError) error = NULL;

  xc_database_execute (
      xc_store_get_database (ledger->store),
      "INSERT INTO point (id, scheme_id, parent_id, position, title) VALUES"
      " (4, 1, NULL, 2, '聚焦群众身边的问题'), (5, 1, 4, 2, '资金管理'), (6, 1, 4, 1, '作风建设')",
      &error);
  g_assert_no_error (error);
}

static char *
join (const GPtrArray *points)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < points->len; i++)
    {
      const XcPoint *point = points->pdata[i];

      g_string_append_printf (text, "%s%s %s%s", i > 0 ? ", " : "", point->code, point->title,
                              point->is_leaf ? "" : " …");
    }
  return g_string_free (text, FALSE);
}

static void
stand_in_their_order (XcTestRectification *ledger, gconstpointer data)
{
  g_autoptr (GPtrArray) points = NULL;
  g_autofree char *text = NULL;
  const XcPoint *point;

  add_points (ledger);
  xc_test_rectification_add_problem (ledger, 0, "议事规则不完善");
  points = xc_points_load (ledger->store, 1, NULL);
  text = join (points);
  g_assert_cmpstr (text, ==,
                   "1 聚焦基层党组织建设 …, 1.1 议事规则, 1.2 党费收缴, 2 聚焦群众身边的问题 …, 2.1 "
                   "作风建设, 2.2 资金管理");
  point = xc_points_find (points, 2);
  g_assert_cmpstr (point->path, ==, "聚焦基层党组织建设/议事规则");
  g_assert_cmpuint (point->n_problems, ==, 1);
  g_assert_cmpuint (point->depth, ==, 1);
  g_assert_true (point->is_first && !point->is_last);
  g_assert_true (xc_points_have_leaf (points, 2));
  g_assert_false (xc_points_have_leaf (points, 1));
  g_assert_false (xc_points_have_leaf (points, 99));
}

static void
are_found_by_what_is_typed (XcTestRectification *ledger, gconstpointer data)
{
  static const struct
  {
    const char *typed;
    const char *found;
  } cases[] = {
    { "", "1.1 议事规则, 1.2 党费收缴, 2.1 作风建设, 2.2 资金管理" },
    { "2.2", "2.2 资金管理" },
    { "２．２", "2.2 资金管理" },
    { "2", "2.1 作风建设, 2.2 资金管理" },
    { "资金", "2.2 资金管理" },
    { "管理", "2.2 资金管理" },
    { "zjgl", "2.2 资金管理" },
    { "群众 作风", "2.1 作风建设" },
    { "群众", "2.1 作风建设, 2.2 资金管理" },
    { "聚焦基层党组织建设/党费收缴", "1.2 党费收缴" },
    { "没有的", "" },
  };
  g_autoptr (GPtrArray) points = NULL;

  add_points (ledger);
  points = xc_points_load (ledger->store, 1, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) found = xc_points_suggest (points, cases[i].typed, 10);
      g_autofree char *text = join (found);

      g_assert_cmpstr (text, ==, cases[i].found);
    }
}

static void
belong_to_the_scheme_of_the_round (XcTestRectification *ledger, gconstpointer data)
{
  g_assert_cmpint (xc_points_get_scheme_of_inspection (ledger->store, ledger->inspections[0]), ==, 1);
  g_assert_cmpint (xc_points_get_scheme_of_inspection (ledger->store, 99), ==, 0);
  g_assert_cmpint (xc_points_get_scheme (ledger->store, 3), ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function)                                                                                  \
  g_test_add ("/store/points/" name, XcTestRectification, NULL, xc_test_rectification_set_up, function,      \
              xc_test_rectification_tear_down)
  ADD ("stand-in-their-order", stand_in_their_order);
  ADD ("are-found-by-what-is-typed", are_found_by_what_is_typed);
  ADD ("belong-to-the-scheme-of-the-round", belong_to_the_scheme_of_the_round);
#undef ADD
  return g_test_run ();
}
