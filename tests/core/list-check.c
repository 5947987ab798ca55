/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/list-check.h"

#include <string.h>

#define TODAY ((XcDay) 19000)
#define FED_BACK (TODAY - 100)

/* One problem with one measure and three owners, in which nothing is wrong. */
typedef struct
{
  XcListCheckProblem problem;
  XcListCheckMeasure measure;
  XcListCheckOwner owners[3];
} Example;

static void
set_up (Example *example, gconstpointer data)
{
  *example = (Example){
    { 7, 1, "06-03-012", TRUE, TRUE, FED_BACK, XC_RECTIFICATION_CLOSED, TRUE, &example->measure, 1,
      example->owners, 3 },
    { 70, "修订议事规则", "规则已印发并执行 3 个月", NULL, TRUE, XC_RECTIFICATION_BY_DATE, XC_MEASURE_DONE,
      TODAY - 10, TODAY - 20 },
    { { TRUE, FALSE, TRUE, TRUE }, { FALSE, TRUE, TRUE, TRUE }, { FALSE, TRUE, FALSE, FALSE } },
  };
}

static void
tear_down (Example *example, gconstpointer data)
{
}

/* Finds exactly @kinds, which end with -1. */
static void
assert_finds (const Example *example, const int *kinds)
{
  g_autoptr (XcListCheck) check = xc_list_check_new (TODAY);
  g_autoptr (GPtrArray) faults = NULL;
  guint n = 0;

  xc_list_check_add (check, &example->problem);
  faults = xc_list_check_finish (check);
  for (guint i = 0; i < faults->len; i++)
    {
      g_autofree char *sentence = xc_list_fault_dup_sentence (faults->pdata[i]);

      g_test_message ("%s", sentence);
    }
  for (; kinds[n] >= 0; n++)
    {
      g_assert_cmpuint (n, <, faults->len);
      g_assert_cmpint (((XcListFault *) faults->pdata[n])->kind, ==, kinds[n]);
      g_assert_cmpint (((XcListFault *) faults->pdata[n])->problem_id, ==, 7);
    }
  g_assert_cmpuint (faults->len, ==, n);
}

#define FINDS(example, ...) assert_finds (example, (const int[]){ __VA_ARGS__, -1 })

static void
finds_nothing_where_nothing_is_wrong (Example *example, gconstpointer data)
{
  assert_finds (example, (const int[]){ -1 });
  /* Not fed back: neither measures nor owners are asked for. */
  example->problem.is_fed_back = FALSE;
  example->problem.fed_back_on = XC_DAY_NONE;
  example->problem.state = XC_RECTIFICATION_NOT_STARTED;
  example->problem.n_measures = example->problem.n_owners = 0;
  assert_finds (example, (const int[]){ -1 });
}

static void
finds_who_is_missing (Example *example, gconstpointer data)
{
  example->problem.n_owners = 0;
  FINDS (example, XC_LIST_FAULT_NO_RESPONSIBILITY);
  example->problem.n_owners = 1;
  FINDS (example, XC_LIST_FAULT_NO_OWNER);
  example->owners[0].has_post = FALSE;
  FINDS (example, XC_LIST_FAULT_NO_OWNER, XC_LIST_FAULT_OWNER_WITHOUT_POST);
  example->problem.owners = &example->owners[1];
  FINDS (example, XC_LIST_FAULT_NO_FIRST);
}

static void
finds_what_is_missing (Example *example, gconstpointer data)
{
  example->measure.result = NULL;
  FINDS (example, XC_LIST_FAULT_DONE_WITHOUT_RESULT);
  example->measure.result = "已整改完成";
  FINDS (example, XC_LIST_FAULT_RESULT_SAYS_NOTHING);
  example->measure.wording = "加强学习。";
  FINDS (example, XC_LIST_FAULT_MEASURE_SAYS_NOTHING, XC_LIST_FAULT_RESULT_SAYS_NOTHING);
  set_up (example, NULL);
  example->measure.done_on = XC_DAY_NONE;
  FINDS (example, XC_LIST_FAULT_DONE_WITHOUT_DAY);
  example->measure.done_on = TODAY + 1;
  FINDS (example, XC_LIST_FAULT_DONE_IN_FUTURE);
  set_up (example, NULL);
  example->measure.due_on = XC_DAY_NONE;
  FINDS (example, XC_LIST_FAULT_NO_LIMIT);
  example->measure.has_type = FALSE;
  FINDS (example, XC_LIST_FAULT_NO_LIMIT, XC_LIST_FAULT_NO_TYPE);
  example->measure.due_wording = "2024年底前，并长期坚持";
  FINDS (example, XC_LIST_FAULT_NO_TYPE);
  set_up (example, NULL);
  example->problem.has_point = FALSE;
  FINDS (example, XC_LIST_FAULT_NO_POINT);
  example->problem.fed_back_on = XC_DAY_NONE;
  FINDS (example, XC_LIST_FAULT_NO_FEEDBACK_DAY, XC_LIST_FAULT_NO_POINT);
  set_up (example, NULL);
  example->problem.state = XC_RECTIFICATION_IN_PROGRESS;
  example->problem.n_measures = 0;
  FINDS (example, XC_LIST_FAULT_NO_MEASURE);
}

static void
finds_what_cannot_be (Example *example, gconstpointer data)
{
  example->measure.due_on = FED_BACK;
  example->measure.done_on = FED_BACK;
  assert_finds (example, (const int[]){ -1 });
  example->measure.due_on = FED_BACK - 1;
  FINDS (example, XC_LIST_FAULT_DUE_BEFORE_FEEDBACK);
  example->measure.type = XC_RECTIFICATION_IMMEDIATE;
  assert_finds (example, (const int[]){ -1 });
  set_up (example, NULL);
  example->problem.is_reviewed = FALSE;
  FINDS (example, XC_LIST_FAULT_CLOSED_UNREVIEWED);
  example->measure.state = XC_MEASURE_IN_PROGRESS;
  FINDS (example, XC_LIST_FAULT_CLOSED_UNREVIEWED, XC_LIST_FAULT_CLOSED_UNFINISHED);
  example->problem.state = XC_RECTIFICATION_IN_PROGRESS;
  FINDS (example, XC_LIST_FAULT_OVERDUE);
}

static void
finds_the_same_measure_on_many_problems (Example *example, gconstpointer data)
{
  static const char *const wordings[] = { "修订议事规则", "修订议事规则。", " 修订 议事规则" };

  for (guint n = 1; n <= 3; n++)
    {
      g_autoptr (XcListCheck) check = xc_list_check_new (TODAY);
      g_autoptr (GPtrArray) faults = NULL;

      for (guint i = 0; i < n; i++)
        {
          XcListCheckMeasure both[] = { example->measure, example->measure };

          both[0].wording = both[1].wording = wordings[i];
          example->problem.id = i + 1;
          example->problem.measures = both;
          example->problem.n_measures = 2; /* twice on one problem counts once */
          xc_list_check_add (check, &example->problem);
        }
      /* Another organization may do the same. */
      example->problem.organization_id = 2;
      example->problem.measures = &example->measure;
      example->problem.n_measures = 1;
      xc_list_check_add (check, &example->problem);
      example->problem.organization_id = 1;
      faults = xc_list_check_finish (check);
      g_assert_cmpuint (faults->len, ==, n == 3 ? 3 : 0);
      for (guint i = 0; i < faults->len; i++)
        {
          const XcListFault *fault = faults->pdata[i];
          g_autofree char *sentence = xc_list_fault_dup_sentence (fault);

          g_assert_cmpint (fault->kind, ==, XC_LIST_FAULT_SAME_MEASURE);
          g_assert_cmpint (fault->problem_id, ==, i + 1);
          g_assert_cmpint (fault->measure_id, ==, 70);
          g_assert_cmpuint (fault->count, ==, 3);
          g_assert_nonnull (strstr (sentence, "3"));
        }
    }
}

static void
tells_every_fault_with_its_problem (Example *example, gconstpointer data)
{
  g_autoptr (GHashTable) sentences = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < XC_N_LIST_FAULT_KINDS; i++)
    {
      XcListFault fault = { (XcListFaultKind) i, 7, 0, (char *) "06-03-012", 5 };
      char *sentence = xc_list_fault_dup_sentence (&fault);

      g_assert_nonnull (strstr (sentence, "06-03-012"));
      g_assert_null (strchr (sentence, '{'));
      g_assert_true (g_hash_table_add (sentences, sentence));
      g_assert_cmpstr (xc_list_fault_grade_get_title (xc_list_fault_get_grade (fault.kind)), !=, "");
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function) g_test_add ("/core/list-check/" name, Example, NULL, set_up, function, tear_down)
  ADD ("finds-nothing-where-nothing-is-wrong", finds_nothing_where_nothing_is_wrong);
  ADD ("finds-who-is-missing", finds_who_is_missing);
  ADD ("finds-what-is-missing", finds_what_is_missing);
  ADD ("finds-what-cannot-be", finds_what_cannot_be);
  ADD ("finds-the-same-measure-on-many-problems", finds_the_same_measure_on_many_problems);
  ADD ("tells-every-fault-with-its-problem", tells_every_fault_with_its_problem);
  return g_test_run ();
}
