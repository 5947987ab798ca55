/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/schemes.h"

#include "rectification.h"
#include "store/points.h"

#define TODAY (XC_TEST_FED_BACK + 10)

static char *
read_tree (XcTestRectification *ledger, gint64 scheme)
{
  g_autoptr (GPtrArray) points = xc_points_load (ledger->store, scheme, NULL);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < points->len; i++)
    g_string_append_printf (text, "%s%s %s", i > 0 ? ", " : "", ((XcPoint *) points->pdata[i])->code,
                            ((XcPoint *) points->pdata[i])->title);
  return g_string_free (text, FALSE);
}

static void
assert_tree (XcTestRectification *ledger, gint64 scheme, const char *expected)
{
  g_autofree char *text = read_tree (ledger, scheme);

  g_assert_cmpstr (text, ==, expected);
}

static void
assert_refused (gboolean is_done, GError **error)
{
  g_assert_false (is_done);
  g_assert_error (*error, XC_STORE_ERROR, XC_STORE_ERROR_REFUSED);
  g_clear_error (error);
}

#define UNTOUCHED "1 聚焦基层党组织建设, 1.1 议事规则, 1.2 党费收缴"

static void
points_are_added_moved_and_removed (XcTestRectification *ledger, gconstpointer data)
{
  XcStore *store = ledger->store;
  g_autoptr (GError) error = NULL;
  gint64 id = xc_schemes_add_point (store, TODAY, 1, 1, 2, "选人用人", &error);

  g_assert_no_error (error);
  assert_tree (ledger, 1, "1 聚焦基层党组织建设, 1.1 议事规则, 1.2 选人用人, 1.3 党费收缴");
  g_assert_true (xc_schemes_move_point (store, TODAY, id, XC_POINT_UP, &error));
  g_assert_true (xc_schemes_move_point (store, TODAY, id, XC_POINT_UP, &error));
  assert_tree (ledger, 1, "1 聚焦基层党组织建设, 1.1 选人用人, 1.2 议事规则, 1.3 党费收缴");
  g_assert_true (xc_schemes_move_point (store, TODAY, id, XC_POINT_DOWN, &error));
  g_assert_true (xc_schemes_move_point (store, TODAY, id, XC_POINT_IN, &error));
  assert_tree (ledger, 1, "1 聚焦基层党组织建设, 1.1 议事规则, 1.1.1 选人用人, 1.2 党费收缴");
  g_assert_true (xc_schemes_rename_point (store, TODAY, id, " 选人用人情况 ", &error));
  g_assert_true (xc_schemes_move_point (store, TODAY, id, XC_POINT_OUT, &error));
  g_assert_true (xc_schemes_move_point (store, TODAY, id, XC_POINT_OUT, &error));
  assert_tree (ledger, 1, "1 聚焦基层党组织建设, 1.1 议事规则, 1.2 党费收缴, 2 选人用人情况");
  g_assert_true (xc_schemes_remove_point (store, TODAY, id, &error));
  assert_tree (ledger, 1, UNTOUCHED);
  for (guint i = 0; i < 8; i++)
    g_assert_true (xc_store_undo (store, NULL, &error));
  assert_tree (ledger, 1, UNTOUCHED);
  g_assert_false (xc_store_undo (store, NULL, NULL));
}

static void
points_with_problems_stay (XcTestRectification *ledger, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  xc_test_rectification_add_problem (ledger, 0, "议事规则不完善");
  g_assert_false (xc_schemes_remove_point (ledger->store, TODAY, 1, &error));
  g_assert_nonnull (strstr (error->message, "1 problem"));
  assert_refused (FALSE, &error);
  /* Divided, it would count no more. */
  assert_refused (xc_schemes_add_point (ledger->store, TODAY, 1, 2, 0, "其他", &error) != 0, &error);
  assert_refused (xc_schemes_move_point (ledger->store, TODAY, 3, XC_POINT_IN, &error), &error);
  assert_refused (xc_schemes_add_point (ledger->store, TODAY, 1, 1, 0, "议事规则", &error) != 0, &error);
  assert_tree (ledger, 1, UNTOUCHED);
}

static void
levels_end_with_the_third (XcTestRectification *ledger, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 third = xc_schemes_add_point (ledger->store, TODAY, 1, 2, 0, "三级", &error);
  gint64 top = xc_schemes_add_point (ledger->store, TODAY, 1, 0, 0, "另一方面", &error);

  g_assert_no_error (error);
  assert_refused (xc_schemes_add_point (ledger->store, TODAY, 1, third, 0, "四级", &error) != 0, &error);
  /* What hangs below goes along, and counts. */
  assert_refused (xc_schemes_move_point (ledger->store, TODAY, 1, XC_POINT_IN, &error), &error);
  assert_tree (ledger, 1, "1 另一方面, 2 聚焦基层党组织建设, 2.1 议事规则, 2.1.1 三级, 2.2 党费收缴");
  g_assert_true (xc_schemes_remove_point (ledger->store, TODAY, top, &error));
}

static void
a_finished_round_keeps_its_scheme (XcTestRectification *ledger, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) schemes = NULL;
  gint64 copy;

  xc_database_execute (
      xc_store_get_database (ledger->store),
      "INSERT INTO round_stage (id, round_id, stage, actual_from, actual_to) VALUES"
      " (1, 1, 'archive', '2024-05-17', '2024-05-18');"
      "UPDATE inspection SET report_received_on = '2024-05-17'; UPDATE round SET ends_on = '2024-05-18'",
      &error);
  g_assert_no_error (error);
  schemes = xc_schemes_load (ledger->store, TODAY, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (schemes->len, ==, 1);
  g_assert_true (((XcScheme *) schemes->pdata[0])->is_settled);
  g_assert_cmpuint (((XcScheme *) schemes->pdata[0])->n_rounds, ==, 1);
  assert_refused (xc_schemes_add_point (ledger->store, TODAY, 1, 1, 0, "其他", &error) != 0, &error);
  assert_refused (xc_schemes_rename_point (ledger->store, TODAY, 2, "其他", &error), &error);
  copy = xc_schemes_add_version (ledger->store, 1, &error);
  g_assert_no_error (error);
  assert_tree (ledger, copy, UNTOUCHED);
  g_assert_cmpint (xc_schemes_add_point (ledger->store, TODAY, copy, 0, 0, "其他", &error), !=, 0);
  assert_tree (ledger, 1, UNTOUCHED);
  g_ptr_array_unref (g_steal_pointer (&schemes));
  schemes = xc_schemes_load (ledger->store, TODAY, NULL);
  g_assert_cmpuint (schemes->len, ==, 2);
}

static void
schemes_come_from_outlines_and_go_when_unused (XcTestRectification *ledger, gconstpointer data)
{
  static const char *const outline[] = { "甲", "\t甲一", "\t甲二", "乙", NULL };
  g_autoptr (GError) error = NULL;
  gint64 scheme = xc_schemes_add (ledger->store, "自定", outline, &error);

  g_assert_no_error (error);
  assert_tree (ledger, scheme, "1 甲, 1.1 甲一, 1.2 甲二, 2 乙");
  g_assert_true (xc_schemes_rename (ledger->store, scheme, "本办自定", &error));
  xc_test_rectification_add_problem (ledger, 0, "议事规则不完善");
  assert_refused (xc_schemes_give_to_round (ledger->store, scheme, ledger->round, &error), &error);
  assert_refused (xc_schemes_remove (ledger->store, 1, &error), &error);
  g_assert_true (xc_schemes_remove (ledger->store, scheme, &error));
  g_assert_true (xc_store_undo (ledger->store, NULL, &error));
  assert_tree (ledger, scheme, "1 甲, 1.1 甲一, 1.2 甲二, 2 乙");
  for (guint i = 0; xc_scheme_presets_get ()[i] != NULL; i++)
    {
      const char *const *preset = xc_scheme_presets_get ()[i];

      g_assert_cmpint (xc_schemes_add (ledger->store, preset[0], preset + 1, &error), !=, 0);
      g_assert_no_error (error);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function)                                                                                  \
  g_test_add ("/store/schemes/" name, XcTestRectification, NULL, xc_test_rectification_set_up, function,     \
              xc_test_rectification_tear_down)
  ADD ("points-are-added-moved-and-removed", points_are_added_moved_and_removed);
  ADD ("points-with-problems-stay", points_with_problems_stay);
  ADD ("levels-end-with-the-third", levels_end_with_the_third);
  ADD ("a-finished-round-keeps-its-scheme", a_finished_round_keeps_its_scheme);
  ADD ("schemes-come-from-outlines-and-go-when-unused", schemes_come_from_outlines_and_go_when_unused);
#undef ADD
  return g_test_run ();
}
