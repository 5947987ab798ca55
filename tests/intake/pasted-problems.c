/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "intake/pasted-problems.h"

#include "intake/intake-error.h"
#include "intake/pasted-columns.h"
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
      "\t\t\t\r\n\tb\t党费收缴不及时\t党费收缴\r\n",
      NULL);
  g_autoptr (GPtrArray) problems = NULL;

  g_assert_cmpuint (xc_pasted_problems_count (pasted), ==, 2);
  g_assert_cmpuint (xc_pasted_problems_count_columns (pasted), ==, 4);
  g_assert_cmpint (xc_pasted_problems_get_meaning (pasted, 1), ==, -1);
  g_assert_cmpint (xc_pasted_problems_get_meaning (pasted, 3), ==,
                   xc_pasted_columns_find_by_id ("problem.point_id"));
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
                              "位\t台账不健全\t\n样例街道党工委\t党费收缴不及时\t党费收缴\n",
                              NULL);

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
      xc_pasted_problems_new ("1\t议事规则不完善\t2024-3-5\n2\t会议记录不完整\t2024.3.6", NULL);
  int wording = xc_pasted_columns_find_by_id ("problem.wording");

  g_assert_cmpint (xc_pasted_problems_get_meaning (pasted, 0), ==, -1);
  g_assert_cmpint (xc_pasted_problems_get_meaning (pasted, 1), ==, wording);
  g_assert_cmpint (xc_pasted_problems_get_meaning (pasted, 2), ==,
                   xc_pasted_columns_find_by_id ("problem.found_on"));
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

/* A higher committee inspects outside the rounds of this one. */
static void
rows_of_a_higher_committee (XcTestRectification *ledger, gconstpointer data)
{
  g_autoptr (XcRecord) higher = xc_record_new (XC_TABLE_INSPECTION);
  g_autoptr (XcPastedProblems) pasted = xc_pasted_problems_new ("议事规则不完善\n会议记录不完整", NULL);
  g_autofree char *title = NULL;
  g_autoptr (GError) error = NULL;

  xc_record_set_number (higher, "organization_id", ledger->organizations[0]);
  xc_record_set_text (higher, "level", "higher");
  xc_test_rectification_save (ledger, higher, &error);
  g_assert_no_error (error);
  xc_pasted_problems_set_meaning (pasted, 0,
                                  xc_template_find_column_by_id (XC_TEMPLATE_PROBLEM, "problem.wording"));
  xc_pasted_problems_set_inspection (pasted, xc_record_get_id (higher));
  xc_pasted_problems_save (pasted, ledger->store, &title, &error);
  g_assert_no_error (error);
  assert_problems (ledger, "00-01-001 议事规则不完善\n00-01-002 会议记录不完整");
}

static void
nothing_is_no_row (XcTestRectification *ledger, gconstpointer data)
{
  g_autoptr (XcPastedProblems) pasted = xc_pasted_problems_new (" \n\t\n", NULL);
  g_autoptr (XcPastedProblems) empty = xc_pasted_problems_new ("", NULL);

  g_assert_cmpuint (xc_pasted_problems_count (pasted), ==, 0);
  g_assert_cmpuint (xc_pasted_problems_count (empty), ==, 0);
}

/* Measures and responsibilities of all problems, a line each, in the order of their numbers and positions. */
static char *
read_all (XcTestRectification *ledger, XcTable table, const char *const *fields)
{
  g_autoptr (GPtrArray) rows = xc_store_load_all (ledger->store, table, NULL);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < rows->len; i++)
    {
      g_autoptr (XcRecord) problem = xc_store_load (
          ledger->store, XC_TABLE_PROBLEM, xc_record_get_number (rows->pdata[i], "problem_id"), NULL);
      GString *line = g_string_new (xc_record_get_text (problem, "number") + strlen ("06-"));

      for (guint j = 0; fields[j] != NULL; j++)
        {
          const XcField *field = xc_catalogue_get_field (table, fields[j]);
          const char *text =
              xc_field_is_textual (field) ? xc_record_get_text (rows->pdata[i], fields[j]) : NULL;
          char iso[XC_DAY_ISO_SIZE];

          if (field->kind == XC_FIELD_NUMBER)
            g_string_append_printf (line, "|%d", (int) xc_record_get_number (rows->pdata[i], fields[j]));
          else if (field->kind == XC_FIELD_DAY && xc_record_is_set (rows->pdata[i], fields[j]))
            g_string_append_printf (line, "|%s",
                                    xc_day_format_iso (xc_record_get_day (rows->pdata[i], fields[j]), iso));
          else
            g_string_append_printf (line, "|%s", text != NULL ? text : "");
        }
      g_ptr_array_add (lines, g_string_free (line, FALSE));
    }
  g_ptr_array_sort (lines, compare_lines);
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("\n", (char **) lines->pdata);
}

static void
assert_measures (XcTestRectification *ledger, const char *expected)
{
  static const char *const fields[] = {
    "position", "wording", "type", "due_on", "due_wording", "state", NULL
  };
  g_autofree char *found = read_all (ledger, XC_TABLE_MEASURE, fields);

  g_assert_cmpstr (found, ==, expected);
}

static void
assert_owners (XcTestRectification *ledger, const char *expected)
{
  static const char *const fields[] = { "role", "unit", "name", "post", NULL };
  g_autofree char *found = read_all (ledger, XC_TABLE_RESPONSIBILITY, fields);

  g_assert_cmpstr (found, ==, expected);
}

static void
save (XcTestRectification *ledger, XcPastedProblems *pasted)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *title = NULL;

  g_assert_true (xc_pasted_problems_save (pasted, ledger->store, &title, &error));
  g_assert_no_error (error);
}

/* A list of rectification as offices write it: cells merged over the measures of a problem, or measures numbered in one
 * cell; who answers beside them. */
static void
measures_and_owners_come_along (XcTestRectification *ledger, gconstpointer data)
{
  g_autofree char *left_out = NULL;
  g_autoptr (XcPastedProblems) pasted = xc_pasted_problems_new (
      "序号\t被巡察党组织\t反馈问题\t整改措施\t整改类型\t整改时限\t责任单位\t责任人\t整改状态\n"
      "1\t示范局党组\t议事规则不完善\t修订议事规则\t限期整改\t2026-03-31\t办公室\t示一（主任）\t正在推进\n"
      "\t\t\t组织学习\t长期坚持\t2026年底前，并长期坚持\t办公室、组织科\t\t未启动\n"
      "2\t\t党费收缴不及时\t\"1. 补缴党费\n2. 每月公示\"\t\t2026-06-30\t组织科\t示二\t\n"
      "3\t样例街道党工委\t台账不健全\t\t\t\t\t\t正在推进\n",
      NULL);

  g_assert_cmpuint (xc_pasted_problems_count (pasted), ==, 4);
  g_assert_cmpuint (xc_pasted_problems_count_taken (pasted), ==, 3);
  left_out = xc_pasted_problems_dup_left_out (pasted);
  g_assert_cmpstr (left_out, ==, "序号");
  g_assert_true (xc_pasted_problems_check (pasted, ledger->store, NULL));
  g_assert_cmpuint (xc_pasted_problems_count_new (pasted), ==, 3);
  g_assert_cmpuint (xc_pasted_problems_count_measures (pasted), ==, 4);
  g_assert_cmpuint (xc_pasted_problems_count_owners (pasted), ==, 5);
  save (ledger, pasted);
  assert_problems (ledger, "06-01-001 议事规则不完善\n06-01-002 党费收缴不及时\n06-02-001 台账不健全");
  assert_measures (ledger, "01-001|1|修订议事规则|by_date|2026-03-31||in_progress\n"
                           "01-001|2|组织学习|lasting||2026年底前，并长期坚持|not_started\n"
                           "01-002|1|补缴党费||2026-06-30||not_started\n"
                           "01-002|2|每月公示||2026-06-30||not_started");
  assert_owners (ledger, "01-001|department|办公室||\n01-001|department|组织科||\n01-001|person||示一|主任\n"
                         "01-002|department|组织科||\n01-002|person||示二|");
  /* One step, back and forth; and once more there is nothing new. */
  g_assert_true (xc_store_undo (ledger->store, NULL, NULL));
  assert_problems (ledger, "");
  assert_measures (ledger, "");
  g_assert_true (xc_store_redo (ledger->store, NULL, NULL));
  g_assert_true (xc_pasted_problems_check (pasted, ledger->store, NULL));
  g_assert_cmpuint (xc_pasted_problems_count_new (pasted), ==, 0);
  save (ledger, pasted);
  assert_owners (ledger, "01-001|department|办公室||\n01-001|department|组织科||\n01-001|person||示一|主任\n"
                         "01-002|department|组织科||\n01-002|person||示二|");
}

/* An organization that was inspected twice: the inspection that is proposed, when it is one of the two. */
static void
proposal_decides_between_inspections (XcTestRectification *ledger, gconstpointer data)
{
  g_autoptr (XcPastedProblems) pasted =
      xc_pasted_problems_new ("被巡察党组织\t问题\n示范局党组\t议事规则不完善\n", NULL);
  g_autoptr (XcRecord) second =
      xc_store_load (ledger->store, XC_TABLE_INSPECTION, ledger->inspections[0], NULL);
  g_autoptr (GError) error = NULL;

  xc_record_set_id (second, 0);
  xc_record_set_text (second, "kind", "look_back");
  xc_record_set_number (second, "serial", 9);
  xc_test_rectification_save (ledger, second, &error);
  g_assert_no_error (error);
  g_assert_false (xc_pasted_problems_check (pasted, ledger->store, NULL));
  xc_pasted_problems_set_inspection (pasted, ledger->inspections[1]);
  g_assert_false (xc_pasted_problems_check (pasted, ledger->store, NULL));
  xc_pasted_problems_set_inspection (pasted, xc_record_get_id (second));
  save (ledger, pasted);
  assert_problems (ledger, "06-09-001 议事规则不完善");
}

/* A list of responsibilities for problems of the ledger, which are known by their numbers alone. */
static void
owners_find_their_problems (XcTestRectification *ledger, gconstpointer data)
{
  g_autoptr (XcPastedProblems) problems = xc_pasted_problems_new (
      "被巡察党组织\t问题\n示范局党组\t议事规则不完善\n示范局党组\t台账不健全\n", NULL);
  g_autoptr (XcPastedProblems) owners =
      xc_pasted_problems_new ("问题编号\t第一责任人\t责任领导\t牵头部门\t整改时限\n06-01-001\t党组书记 "
                              "示一\t示二\t办公室（主任 示三）\t"
                              "2026-3-31\n06-01-002\t\t示二，示四\t\t\n",
                              NULL);
  g_autofree char *left_out = xc_pasted_problems_dup_left_out (owners);

  save (ledger, problems);
  /* There is no measure that the limit could be of. */
  g_assert_cmpstr (left_out, ==, "整改时限");
  save (ledger, owners);
  assert_measures (ledger, "");
  assert_owners (ledger, "01-001|first||示一|党组书记\n01-001|lead_department|办公室|示三|主任\n"
                         "01-001|leader||示二|\n01-002|leader||示二|\n01-002|leader||示四|");
  g_assert_cmpuint (xc_pasted_problems_count_new (owners), ==, 0);
}

static void
faults_of_measures_stand_in_their_rows (XcTestRectification *ledger, gconstpointer data)
{
  g_autoptr (XcPastedProblems) pasted = xc_pasted_problems_new (
      "被巡察党组织\t问题\t整改措施\t整改类型\n示范局党组\t议事规则不完善\t修订\t限期整改\n\t\t学习\t随便\n"
      "示范局党组\t台账不健全\t建账\t限期整改\n",
      NULL);

  g_assert_false (xc_pasted_problems_check (pasted, ledger->store, NULL));
  g_assert_cmpuint (xc_pasted_problems_count_faulty (pasted), ==, 1);
  g_assert_null (xc_pasted_problems_get_fault (pasted, 0));
  g_assert_true (xc_pasted_problems_is_faulty (pasted, 1, 3));
  /* The rows of a problem go with the one that names it, and it comes with them. */
  xc_pasted_problems_set_taken (pasted, 0, FALSE);
  g_assert_false (xc_pasted_problems_is_taken (pasted, 1));
  g_assert_true (xc_pasted_problems_is_taken (pasted, 2));
  xc_pasted_problems_set_taken (pasted, 1, TRUE);
  g_assert_true (xc_pasted_problems_is_taken (pasted, 0));
  xc_pasted_problems_set_taken (pasted, 1, FALSE);
  save (ledger, pasted);
  assert_measures (ledger, "01-001|1|修订|by_date|||not_started\n01-002|1|建账|by_date|||not_started");
}

static void
too_many_columns_are_refused (XcTestRectification *ledger, gconstpointer data)
{
  g_autoptr (GString) text = g_string_new ("问题");
  g_autoptr (GError) error = NULL;
  g_autoptr (XcPastedProblems) pasted = NULL;

  for (guint i = 0; i < 70; i++)
    g_string_append_c (text, '\t');
  pasted = xc_pasted_problems_new (text->str, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (xc_pasted_problems_count_columns (pasted), ==, 1);
  g_string_append_c (text, 'x');
  g_assert_null (xc_pasted_problems_new (text->str, &error));
  g_assert_error (error, XC_INTAKE_ERROR, XC_INTAKE_ERROR_TOO_MANY);
  g_assert_nonnull (strstr (error->message, "71"));
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
  ADD ("rows-of-a-higher-committee", rows_of_a_higher_committee);
  ADD ("nothing-is-no-row", nothing_is_no_row);
  ADD ("measures-and-owners-come-along", measures_and_owners_come_along);
  ADD ("proposal-decides-between-inspections", proposal_decides_between_inspections);
  ADD ("owners-find-their-problems", owners_find_their_problems);
  ADD ("faults-of-measures-stand-in-their-rows", faults_of_measures_stand_in_their_rows);
  ADD ("too-many-columns-are-refused", too_many_columns_are_refused);
#undef ADD
  return g_test_run ();
}
