/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "intake/pasted-problems.h"

#include "core/template.h"
#include "rectification.h"

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static char *
read_problems (XcTestRectification *ledger)
{
  g_autoptr (GPtrArray) problems = xc_store_load_all (ledger->store, XC_TABLE_PROBLEM, NULL);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < problems->len; i++)
    g_ptr_array_add (lines, g_strdup_printf ("%s %s", xc_record_get_text (problems->pdata[i], "number"),
                                             xc_record_get_text (problems->pdata[i], "wording")));
  g_ptr_array_sort (lines, compare_lines);
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("\n", (char **) lines->pdata);
}

static void
assert_problems (XcTestRectification *ledger, const char *expected)
{
  g_autofree char *found = read_problems (ledger);

  g_assert_cmpstr (found, ==, expected);
}

static void
rows_with_headings_in_any_order (XcTestRectification *ledger, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *title = NULL;
  g_autoptr (XcPastedProblems) pasted = xc_pasted_problems_new (
      "示范局问题清单\r\n涉及金额（万元）\t序列\t问题\t类别\r\n1.2\ta\t\"议事规则\n不完善\"\t议事规则\r\n"
      "\t\t\t\r\n\tb\t党费收缴不及时\t党费收缴\r\n");
  g_autoptr (GPtrArray) problems = NULL;

  g_assert_cmpuint (xc_pasted_problems_count (pasted), ==, 2);
  g_assert_cmpuint (xc_pasted_problems_count_columns (pasted), ==, 4);
  g_assert_cmpint (xc_pasted_problems_get_meaning (pasted, 1), ==, -1);
  g_assert_cmpint (xc_pasted_problems_get_meaning (pasted, 3), ==,
                   xc_template_find_column_by_id (XC_TEMPLATE_PROBLEM, "problem.point_id"));
  xc_pasted_problems_set_inspection (pasted, ledger->inspections[1]);
  g_assert_true (xc_pasted_problems_check (pasted, ledger->store, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (xc_pasted_problems_count_new (pasted), ==, 2);
  assert_problems (ledger, "");
  g_assert_true (xc_pasted_problems_save (pasted, ledger->store, &title, &error));
  g_assert_no_error (error);
  assert_problems (ledger, "06-02-001 议事规则\n不完善\n06-02-002 党费收缴不及时");
  problems = xc_store_load_where (ledger->store, XC_TABLE_PROBLEM, "point_id", 2, NULL);
  g_assert_cmpuint (problems->len, ==, 1);
  g_assert_cmpint (xc_record_get_number (problems->pdata[0], "amount"), ==, 1200000);
  /* Once more, they are there already. */
  g_assert_true (xc_pasted_problems_check (pasted, ledger->store, &error));
  g_assert_cmpuint (xc_pasted_problems_count_new (pasted), ==, 0);
  g_assert_true (xc_store_undo (ledger->store, NULL, &error));
  assert_problems (ledger, "");
}

static void
faults_are_said_and_left_out (XcTestRectification *ledger, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *title = NULL;
  g_autoptr (XcPastedProblems) pasted =
      xc_pasted_problems_new ("被巡察党组织\t问题表述\t类别\n示范局党组\t议事规则不完善\t没有的点位\n没有的单"
                              "位\t台账不健全\t\n样例街道党工委\t党费收缴不及时\t党费收缴\n");

  g_assert_false (xc_pasted_problems_check (pasted, ledger->store, &error));
  g_assert_error (error, XC_INTAKE_ERROR, XC_INTAKE_ERROR_FAULTS);
  g_clear_error (&error);
  g_assert_cmpuint (xc_pasted_problems_count_faulty (pasted), ==, 2);
  g_assert_nonnull (strstr (xc_pasted_problems_get_fault (pasted, 0), "没有的点位"));
  g_assert_true (xc_pasted_problems_is_faulty (pasted, 0, 2));
  g_assert_false (xc_pasted_problems_is_faulty (pasted, 0, 1));
  g_assert_true (xc_pasted_problems_is_faulty (pasted, 1, 0));
  g_assert_null (xc_pasted_problems_get_fault (pasted, 2));
  g_assert_false (xc_pasted_problems_save (pasted, ledger->store, &title, NULL));
  assert_problems (ledger, "");
  /* Unticked, a row is in nobody's way; a column left out is not read. */
  xc_pasted_problems_set_taken (pasted, 1, FALSE);
  xc_pasted_problems_set_meaning (pasted, 2, -1);
  g_clear_pointer (&title, g_free);
  g_assert_true (xc_pasted_problems_save (pasted, ledger->store, &title, &error));
  g_assert_no_error (error);
  assert_problems (ledger, "06-01-001 议事规则不完善\n06-02-001 党费收缴不及时");
}

static void
rows_without_headings_are_guessed (XcTestRectification *ledger, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *title = NULL;
  g_autoptr (XcPastedProblems) pasted =
      xc_pasted_problems_new ("1\t议事规则不完善\t2024-3-5\n2\t会议记录不完整\t2024.3.6");
  int wording = xc_template_find_column_by_id (XC_TEMPLATE_PROBLEM, "problem.wording");

  g_assert_cmpint (xc_pasted_problems_get_meaning (pasted, 0), ==, -1);
  g_assert_cmpint (xc_pasted_problems_get_meaning (pasted, 1), ==, wording);
  g_assert_cmpint (xc_pasted_problems_get_meaning (pasted, 2), ==,
                   xc_template_find_column_by_id (XC_TEMPLATE_PROBLEM, "problem.found_on"));
  /* One meaning, one column. */
  xc_pasted_problems_set_meaning (pasted, 0, wording);
  g_assert_cmpint (xc_pasted_problems_get_meaning (pasted, 1), ==, -1);
  xc_pasted_problems_set_meaning (pasted, 1, wording);
  g_assert_false (xc_pasted_problems_check (pasted, ledger->store, NULL));
  g_assert_cmpuint (xc_pasted_problems_count_faulty (pasted), ==, 2);
  xc_pasted_problems_set_inspection (pasted, ledger->inspections[0]);
  g_assert_true (xc_pasted_problems_save (pasted, ledger->store, &title, &error));
  assert_problems (ledger, "06-01-001 议事规则不完善\n06-01-002 会议记录不完整");
}

static void
nothing_is_no_row (XcTestRectification *ledger, gconstpointer data)
{
  g_autoptr (XcPastedProblems) pasted = xc_pasted_problems_new (" \n\t\n");
  g_autoptr (XcPastedProblems) empty = xc_pasted_problems_new ("");

  g_assert_cmpuint (xc_pasted_problems_count (pasted), ==, 0);
  g_assert_cmpuint (xc_pasted_problems_count (empty), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function)                                                                                  \
  g_test_add ("/intake/pasted-problems/" name, XcTestRectification, NULL, xc_test_rectification_set_up,      \
              function, xc_test_rectification_tear_down)
  ADD ("rows-with-headings-in-any-order", rows_with_headings_in_any_order);
  ADD ("faults-are-said-and-left-out", faults_are_said_and_left_out);
  ADD ("rows-without-headings-are-guessed", rows_without_headings_are_guessed);
  ADD ("nothing-is-no-row", nothing_is_no_row);
#undef ADD
  return g_test_run ();
}
