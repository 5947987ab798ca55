/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What lists say of a problem from its measures and those who answer for it, and how they are sorted by that. */
#include "store/problem-columns.h"

#include <string.h>

#include "core/catalogue.h"
#include "store/row-model.h"

#include "rectification.h"

static void
add_responsibility (XcTestRectification *fixture, gint64 problem, const char *role, const char *unit,
                    const char *post, const char *name)
{
  g_autoptr (XcRecord) record = xc_record_new (XC_TABLE_RESPONSIBILITY);
  g_autoptr (GError) error = NULL;

  xc_record_set_number (record, "problem_id", problem);
  xc_record_set_text (record, "role", role);
  xc_record_set_number (record, "position", 1);
  xc_record_set_text (record, "unit", unit);
  xc_record_set_text (record, "post", post);
  xc_record_set_text (record, "name", name);
  xc_test_rectification_save (fixture, record, &error);
  g_assert_no_error (error);
}

static void
set_position (XcTestRectification *fixture, gint64 measure, int position)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XcRecord) record = xc_store_load (fixture->store, XC_TABLE_MEASURE, measure, &error);

  g_assert_no_error (error);
  xc_record_set_number (record, "position", position);
  xc_test_rectification_save (fixture, record, &error);
  g_assert_no_error (error);
}

static XcRowModel *
make_model (XcTestRectification *fixture, const char *sort, const char *const *columns)
{
  XcRowModel *model = xc_row_model_new (fixture->store, XC_TABLE_PROBLEM, columns);
  g_autoptr (XcQuery) query = xc_query_new (XC_TABLE_PROBLEM);
  g_autoptr (GError) error = NULL;

  xc_query_add_sort (query, sort, FALSE);
  xc_row_model_set_query (model, query, &error);
  g_assert_no_error (error);
  return model;
}

static void
assert_shows (XcRowModel *model, guint position, guint column, const char *text)
{
  g_autoptr (XcRow) row = g_list_model_get_item (G_LIST_MODEL (model), position);

  g_assert_cmpstr (xc_row_get_text (row, column), ==, text);
}

static void
test_words (void)
{
  guint n_fields;
  const XcField *fields = xc_catalogue_list_derived (XC_TABLE_PROBLEM, &n_fields);

  g_assert_cmpuint (n_fields, ==, XC_N_PROBLEM_COLUMNS);
  for (guint i = 0; i < n_fields; i++)
    {
      g_assert_cmpstr (fields[i].name, ==, xc_problem_column_to_word ((XcProblemColumn) i));
      g_assert_null (xc_catalogue_get_field (XC_TABLE_PROBLEM, fields[i].name));
    }
}

/* A day long gone is overdue on whatever day this runs, one far off never. */
static void
test_measures (XcTestRectification *fixture, gconstpointer data)
{
  static const char *const columns[] = { "measures", "due", "done_on", "types", "immediate", NULL };
  gint64 problem = xc_test_rectification_add_problem (fixture, 0, "制度未落实");
  g_autoptr (XcRowModel) model = make_model (fixture, "number", columns);
  gint64 first, second;

  assert_shows (model, 0, 0, "");
  assert_shows (model, 0, 1, "");
  first = xc_test_rectification_add_measure (fixture, problem, "修订制度", "in_progress", XC_TEST_FED_BACK);
  assert_shows (model, 0, 0, "修订制度");
  {
    g_autoptr (XcRow) row = g_list_model_get_item (G_LIST_MODEL (model), 0);

    g_assert_cmpint (xc_row_get_value (row, 1).number, ==, XC_TEST_FED_BACK);
    g_assert_nonnull (strstr (xc_row_get_text (row, 1), "⚠"));
  }
  second = xc_test_rectification_add_measure (fixture, problem, "开展培训", "not_started",
                                              xc_day_new (2099, 12, 31));
  set_position (fixture, second, 2);
  assert_shows (model, 0, 0, "1. 修订制度\n2. 开展培训");
  xc_test_rectification_set (fixture, XC_TABLE_MEASURE, first, "state", "done");
  {
    g_autoptr (XcRow) row = g_list_model_get_item (G_LIST_MODEL (model), 0);

    g_assert_cmpint (xc_row_get_value (row, 1).number, ==, xc_day_new (2099, 12, 31));
    g_assert_null (strstr (xc_row_get_text (row, 1), "⚠"));
  }
  xc_test_rectification_set (fixture, XC_TABLE_MEASURE, first, "type", "immediate");
  assert_shows (model, 0, 3, "Immediate、By a date");
  assert_shows (model, 0, 4, "Yes");
  assert_shows (model, 0, 2, "");
  xc_test_rectification_set (fixture, XC_TABLE_MEASURE, first, "due_wording", "长期坚持");
  {
    g_autoptr (XcRow) row = g_list_model_get_item (G_LIST_MODEL (model), 0);

    g_assert_true (g_str_has_suffix (xc_row_get_text (row, 1), " · 长期坚持"));
  }
}

static void
test_responsible (XcTestRectification *fixture, gconstpointer data)
{
  static const char *const columns[] = { "first", "department", "supervising", "level_1", NULL };
  gint64 problem = xc_test_rectification_add_problem (fixture, 0, "制度未落实");
  g_autoptr (XcRowModel) model = make_model (fixture, "number", columns);

  add_responsibility (fixture, problem, "first", NULL, "党组书记", "张某");
  add_responsibility (fixture, problem, "department", "人事科", "科长", "李某");
  add_responsibility (fixture, problem, "department", "办公室", NULL, NULL);
  assert_shows (model, 0, 0, "党组书记 张某");
  {
    g_autoptr (XcRow) row = g_list_model_get_item (G_LIST_MODEL (model), 0);

    g_assert_nonnull (strstr (xc_row_get_text (row, 1), "人事科（科长 李某）"));
    g_assert_nonnull (strstr (xc_row_get_text (row, 1), "、"));
  }
  assert_shows (model, 0, 2, "");
}

static void
test_sorts (XcTestRectification *fixture, gconstpointer data)
{
  static const char *const columns[] = { "wording", NULL };
  gint64 one = xc_test_rectification_add_problem (fixture, 0, "甲");
  gint64 two = xc_test_rectification_add_problem (fixture, 0, "乙");
  guint n_fields;
  const XcField *fields = xc_catalogue_list_derived (XC_TABLE_PROBLEM, &n_fields);

  xc_test_rectification_add_problem (fixture, 0, "丙");
  xc_test_rectification_add_measure (fixture, one, "修订制度", "in_progress", XC_TEST_FED_BACK + 9);
  xc_test_rectification_add_measure (fixture, two, "修订制度", "in_progress", XC_TEST_FED_BACK + 3);
  for (guint i = 0; i < n_fields; i++)
    {
      g_autoptr (XcRowModel) model = make_model (fixture, fields[i].name, columns);

      g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==, 3);
      if (strcmp (fields[i].name, "due") != 0)
        continue;
      assert_shows (model, 0, 0, "乙");
      assert_shows (model, 1, 0, "甲");
      assert_shows (model, 2, 0, "丙");
      /* It follows what is done to the measures. */
      xc_test_rectification_add_measure (fixture, one, "开会", "not_started", XC_TEST_FED_BACK);
      assert_shows (model, 0, 0, "甲");
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/problem-columns/words-are-the-catalogue’s", test_words);
#define ADD(path, function)                                                                                  \
  g_test_add ("/store/problem-columns/" path, XcTestRectification, NULL, xc_test_rectification_set_up,       \
              function, xc_test_rectification_tear_down)
  ADD ("measures-in-one-cell-and-what-is-overdue", test_measures);
  ADD ("who-answers-by-role", test_responsible);
  ADD ("sorted-by-each", test_sorts);
#undef ADD
  return g_test_run ();
}
