/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/deadlines.h"

#include <string.h>

#include "ledger.h"
#include "rectification.h"

#define DAY(n) (XC_TEST_FED_BACK + (n))

static char *
list_given (XcTestRectification *ledger, guint inspection)
{
  g_autoptr (GPtrArray) rows = xc_store_load_where (ledger->store, XC_TABLE_DEADLINE, "inspection_id",
                                                    ledger->inspections[inspection], NULL);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < rows->len; i++)
    {
      char iso[XC_DAY_ISO_SIZE];

      g_string_append_printf (text, "%s%s %s", i > 0 ? ", " : "",
                              xc_record_get_text (rows->pdata[i], "subject"),
                              xc_day_format_iso (xc_record_get_day (rows->pdata[i], "due_on"), iso));
    }
  return g_string_free (text, FALSE);
}

static void
assert_given (XcTestRectification *ledger, guint inspection, guint n_given, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *found = NULL;
  guint n;

  g_assert_true (xc_deadlines_give (ledger->store, &ledger->inspections[inspection], 1, &n, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, n_given);
  found = list_given (ledger, inspection);
  g_assert_cmpstr (found, ==, expected);
}

/* Entered 2024-02-16, left 2024-04-01, fed back 2024-05-16. */
static void
gives_by_the_rules_and_moves_by_none (XcTestRectification *ledger, gconstpointer data)
{
  static const char given[] =
      "notice 2024-02-06, report 2024-05-01, plan 2024-06-16, rectification 2024-08-16";
  g_autofree char *undone = NULL;
  gint64 rule = 4;

  assert_given (ledger, 0, 4, given);
  assert_given (ledger, 0, 0, given);
  /* The rule is changed; what was given stays, what is given from now on does not. */
  {
    g_autoptr (XcRecord) record = xc_store_load (ledger->store, XC_TABLE_DEADLINE_RULE, rule, NULL);

    xc_record_set_number (record, "amount", 6);
    g_assert_true (xc_test_rectification_save (ledger, record, NULL));
  }
  assert_given (ledger, 0, 0, given);
  assert_given (ledger, 1, 4,
                "notice 2024-02-06, report 2024-05-01, plan 2024-06-16, rectification 2024-11-16");
  /* The feedback was in truth a day later: the same rule counts from there, at once. */
  xc_test_rectification_set (ledger, XC_TABLE_INSPECTION, ledger->inspections[0], "fed_back_on",
                             "2024-05-31");
  assert_given (ledger, 0, 0,
                "notice 2024-02-06, report 2024-05-01, plan 2024-06-30, rectification 2024-08-31");
  g_assert_true (xc_store_undo (ledger->store, NULL, NULL));
  undone = list_given (ledger, 0);
  g_assert_cmpstr (undone, ==, given);
}

static void
takes_the_rule_in_force (XcTestRectification *ledger, gconstpointer data)
{
  g_autoptr (XcRecord) rule = xc_record_new (XC_TABLE_DEADLINE_RULE);
  g_autoptr (XcRecord) feedback = xc_record_new (XC_TABLE_DEADLINE_RULE);
  g_autoptr (XcRecord) holiday = xc_record_new (XC_TABLE_HOLIDAY);

  xc_record_set_text (rule, "subject", "plan");
  xc_record_set_number (rule, "amount", 10);
  xc_record_set_text (rule, "unit", "working_days");
  xc_record_set_text (rule, "direction", "after");
  xc_record_set_text (rule, "start", "feedback");
  xc_record_set_text (rule, "basis", "试行办法第三条");
  xc_record_set_day (rule, "valid_from", DAY (0));
  g_assert_true (xc_test_rectification_save (ledger, rule, NULL));
  xc_record_set_text (feedback, "subject", "feedback");
  xc_record_set_number (feedback, "amount", 20);
  xc_record_set_text (feedback, "unit", "days");
  xc_record_set_text (feedback, "direction", "after");
  xc_record_set_text (feedback, "start", "reporting");
  g_assert_true (xc_test_rectification_save (ledger, feedback, NULL));
  xc_record_set_day (holiday, "day", xc_day_new (2024, 5, 20));
  xc_record_set_yes (holiday, "is_off", TRUE);
  g_assert_true (xc_test_rectification_save (ledger, holiday, NULL));
  assert_given (ledger, 0, 5,
                "notice 2024-02-06, report 2024-05-01, feedback 2024-05-21, plan 2024-05-31, rectification "
                "2024-08-16");
  /* Fed back the day before it came into force. */
  xc_test_rectification_set (ledger, XC_TABLE_INSPECTION, ledger->inspections[1], "fed_back_on",
                             "2024-05-15");
  assert_given (ledger, 1, 0,
                "notice 2024-02-06, report 2024-05-01, feedback 2024-05-21, plan 2024-06-15, rectification "
                "2024-08-15");
}

static void
gives_limits_to_measures_without_one (XcTestRectification *ledger, gconstpointer data)
{
  gint64 problem = xc_test_rectification_add_problem (ledger, 0, "议事规则不完善");
  gint64 open = xc_test_rectification_add_measure (ledger, problem, "修订规则", "in_progress", XC_DAY_NONE);
  gint64 dated = xc_test_rectification_add_measure (ledger, problem, "开展培训", "in_progress", DAY (30));
  gint64 done = xc_test_rectification_add_measure (ledger, problem, "建立台账", "done", XC_DAY_NONE);
  gint64 lasting =
      xc_test_rectification_add_measure (ledger, problem, "常态督查", "in_progress", XC_DAY_NONE);
  g_autofree char *given = NULL;
  g_autofree char *kept = NULL;
  g_autofree char *left = NULL;
  g_autofree char *none = NULL;
  guint n;

  xc_test_rectification_set (ledger, XC_TABLE_MEASURE, lasting, "type", "lasting");
  g_assert_true (xc_deadlines_give_to_measures (ledger->store, &problem, 1, &n, NULL));
  g_assert_cmpuint (n, ==, 1);
  given = xc_test_rectification_get (ledger, XC_TABLE_MEASURE, open, "due_on");
  kept = xc_test_rectification_get (ledger, XC_TABLE_MEASURE, dated, "due_on");
  left = xc_test_rectification_get (ledger, XC_TABLE_MEASURE, done, "due_on");
  none = xc_test_rectification_get (ledger, XC_TABLE_MEASURE, lasting, "due_on");
  g_assert_cmpstr (given, ==, "2024-08-16");
  g_assert_cmpstr (kept, ==, "2024-06-15");
  g_assert_cmpstr (left, ==, "–");
  g_assert_cmpstr (none, ==, "–");
}

static void
extends_twice_and_knows_the_first_day (XcTestRectification *ledger, gconstpointer data)
{
  gint64 problem = xc_test_rectification_add_problem (ledger, 0, "议事规则不完善");
  gint64 measures[] = {
    xc_test_rectification_add_measure (ledger, problem, "修订规则", "in_progress", DAY (30)),
    xc_test_rectification_add_measure (ledger, problem, "建立台账", "done", DAY (30)),
  };
  XcExtensionStep step = { DAY (60), "等待验收", "分管领导", DAY (29), "示巡办〔2024〕3号" };
  const XcExtensionStep blank = { XC_DAY_NONE, NULL, NULL, XC_DAY_NONE, NULL };
  const XcExtensionStep early = { DAY (30), NULL, NULL, DAY (29), NULL };
  g_autoptr (XcStepReport) preview =
      xc_deadlines_check_extend (ledger->store, XC_TABLE_MEASURE, measures, 2, &blank, NULL);
  g_autoptr (XcStepReport) none =
      xc_deadlines_check_extend (ledger->store, XC_TABLE_MEASURE, measures, 2, &early, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (preview->done->len, ==, 1);
  g_assert_cmpstr (((XcStepRefused *) preview->refused->pdata[0])->name, ==, "06-01-001 “建立台账”");
  g_assert_cmpuint (none->done->len, ==, 0);
  for (guint i = 1; i <= 2; i++)
    {
      g_autoptr (XcStepReport) report =
          xc_deadlines_extend (ledger->store, XC_TABLE_MEASURE, measures, 2, &step, &error);
      g_autofree char *due_on = NULL;
      char iso[XC_DAY_ISO_SIZE];
      XcDay first;
      guint n;

      g_assert_no_error (error);
      g_assert_cmpuint (report->done->len, ==, 1);
      g_assert_cmpuint (report->refused->len, ==, 1);
      g_assert_cmpstr (((XcStepRefused *) report->refused->pdata[0])->sentence, ==,
                       xc_extension_refusal_get_sentence (XC_EXTENSION_DONE));
      due_on = xc_test_rectification_get (ledger, XC_TABLE_MEASURE, measures[0], "due_on");
      g_assert_cmpstr (due_on, ==, xc_day_format_iso (step.new_on, iso));
      g_assert_true (
          xc_deadlines_get_first (ledger->store, XC_TABLE_MEASURE, measures[0], &first, &n, &error));
      g_assert_cmpint (first, ==, DAY (30));
      g_assert_cmpuint (n, ==, i);
      step = (XcExtensionStep){ DAY (90), "再次延期", "分管领导", DAY (59), NULL };
    }
  {
    g_autoptr (GPtrArray) extensions =
        xc_store_load_where (ledger->store, XC_TABLE_EXTENSION, "measure_id", measures[0], NULL);
    guint n_documents = 0;

    for (guint i = 0; i < extensions->len; i++)
      n_documents +=
          g_strcmp0 (xc_record_get_text (extensions->pdata[i], "document"), "示巡办〔2024〕3号") == 0;
    g_assert_cmpuint (extensions->len, ==, 2);
    g_assert_cmpuint (n_documents, ==, 1);
  }
  /* From here on the limit cannot be typed over. */
  {
    g_autoptr (XcRecord) record = xc_store_load (ledger->store, XC_TABLE_MEASURE, measures[0], NULL);

    xc_record_set_day (record, "due_on", DAY (120));
    g_assert_false (xc_test_rectification_save (ledger, record, &error));
    g_assert_error (error, XC_STORE_ERROR, XC_STORE_ERROR_REFUSED);
  }
  for (guint i = 0; i < 2; i++)
    g_assert_true (xc_store_undo (ledger->store, NULL, NULL));
  {
    XcDay first;
    guint n;

    g_assert_true (xc_deadlines_get_first (ledger->store, XC_TABLE_MEASURE, measures[0], &first, &n, NULL));
    g_assert_cmpint (first, ==, DAY (30));
    g_assert_cmpuint (n, ==, 0);
  }
}

static void
extends_what_an_inspection_was_given (XcTestRectification *ledger, gconstpointer data)
{
  const XcExtensionStep step = { xc_day_new (2024, 7, 1), "方案需上会", "分管领导", DAY (20), NULL };
  g_autoptr (XcDeadlineRules) rules = xc_deadline_rules_load (ledger->store, NULL);
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (XcStepReport) report = NULL;
  gint64 plan = 0;
  XcDay due_on, first;

  g_assert_true (
      xc_deadlines_find (ledger->store, rules, ledger->inspections[0], XC_SUBJECT_PLAN, &due_on, NULL));
  g_assert_cmpint (due_on, ==, xc_day_new (2024, 6, 16));
  g_assert_true (xc_deadlines_give (ledger->store, ledger->inspections, 1, NULL, NULL));
  rows = xc_store_load_all (ledger->store, XC_TABLE_DEADLINE, NULL);
  for (guint i = 0; i < rows->len; i++)
    if (g_str_equal (xc_record_get_text (rows->pdata[i], "subject"), "plan"))
      plan = xc_record_get_id (rows->pdata[i]);
  report = xc_deadlines_extend (ledger->store, XC_TABLE_DEADLINE, &plan, 1, &step, NULL);
  g_assert_cmpuint (report->done->len, ==, 1);
  g_assert_true (
      xc_deadlines_find (ledger->store, rules, ledger->inspections[0], XC_SUBJECT_PLAN, &due_on, NULL));
  g_assert_cmpint (due_on, ==, step.new_on);
  g_assert_true (xc_deadlines_get_first (ledger->store, XC_TABLE_DEADLINE, plan, &first, NULL, NULL));
  g_assert_cmpint (first, ==, xc_day_new (2024, 6, 16));
  /* What was extended stays even when its event turns out to have been on another day. */
  xc_test_rectification_set (ledger, XC_TABLE_INSPECTION, ledger->inspections[0], "fed_back_on",
                             "2024-05-17");
  assert_given (ledger, 0, 0,
                "notice 2024-02-06, report 2024-05-01, plan 2024-07-01, rectification 2024-08-17");
}

/* Somebody types when the feedback was. */
static void
come_by_themselves_with_a_day (XcTestRectification *ledger, gconstpointer data)
{
  g_autoptr (XcRecord) inspection =
      xc_store_load (ledger->store, XC_TABLE_INSPECTION, ledger->inspections[0], NULL);
  g_autofree char *before = list_given (ledger, 0);
  g_autofree char *after = NULL;
  g_autofree char *undone = NULL;

  g_assert_cmpstr (before, ==, "");
  xc_record_set_day (inspection, "fed_back_on", DAY (1));
  g_assert_true (xc_test_rectification_save (ledger, inspection, NULL));
  after = list_given (ledger, 0);
  g_assert_nonnull (strstr (after, "plan 2024-06-17"));
  g_assert_nonnull (strstr (after, "rectification 2024-08-17"));
  g_assert_true (xc_store_undo (ledger->store, NULL, NULL));
  undone = list_given (ledger, 0);
  g_assert_cmpstr (undone, ==, "");
  /* What is no day gives none. */
  g_clear_pointer (&inspection, xc_record_unref);
  inspection = xc_store_load (ledger->store, XC_TABLE_INSPECTION, ledger->inspections[0], NULL);
  xc_record_set_text (inspection, "counts_reason", "上级统一部署");
  g_assert_true (xc_test_rectification_save (ledger, inspection, NULL));
  g_free (undone);
  undone = list_given (ledger, 0);
  g_assert_cmpstr (undone, ==, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function)                                                                                  \
  g_test_add ("/store/deadlines/" name, XcTestRectification, NULL, xc_test_rectification_set_up, function,   \
              xc_test_rectification_tear_down)
  ADD ("gives-by-the-rules-and-moves-by-none", gives_by_the_rules_and_moves_by_none);
  ADD ("takes-the-rule-in-force", takes_the_rule_in_force);
  ADD ("gives-limits-to-measures-without-one", gives_limits_to_measures_without_one);
  ADD ("extends-twice-and-knows-the-first-day", extends_twice_and_knows_the_first_day);
  ADD ("extends-what-an-inspection-was-given", extends_what_an_inspection_was_given);
  ADD ("come-by-themselves-with-a-day", come_by_themselves_with_a_day);
  return g_test_run ();
}
