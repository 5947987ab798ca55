/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/letters.h"

#include <string.h>

#include "ledger.h"
#include "rectification.h"
#include "store/deadlines.h"
#include "store/office.h"

#define DAY(n) (XC_TEST_FED_BACK + (n))
#define TODAY DAY (100)

static void
add_person (XcTestRectification *ledger, gint64 problem, const char *role, const char *name)
{
  g_autoptr (XcRecord) record = xc_record_new (XC_TABLE_RESPONSIBILITY);

  xc_record_set_number (record, "problem_id", problem);
  xc_record_set_text (record, "role", role);
  xc_record_set_text (record, "name", name);
  g_assert_true (xc_test_rectification_save (ledger, record, NULL));
}

/* In the first organization one limit is past, one near and one comes up; in the second one comes up. */
static void
fill (XcTestRectification *ledger)
{
  gint64 first = xc_test_rectification_add_problem (ledger, 0, "议事规则不完善");
  gint64 second = xc_test_rectification_add_problem (ledger, 0, "党费收缴不及时");
  gint64 third = xc_test_rectification_add_problem (ledger, 1, "台账不清");

  xc_test_rectification_add_measure (ledger, first, "修订规则", "in_progress", DAY (90));
  xc_test_rectification_add_measure (ledger, first, "开展培训", "in_progress", DAY (105));
  xc_test_rectification_add_measure (ledger, first, "建立台账", "done", DAY (80));
  xc_test_rectification_add_measure (ledger, second, "补缴党费", "in_progress", DAY (115));
  xc_test_rectification_add_measure (ledger, third, "清理台账", "in_progress", DAY (120));
  add_person (ledger, first, "leader", "李某");
  add_person (ledger, first, "person", "王某");
  add_person (ledger, second, "person", "王某");
}

static GPtrArray *
propose (XcTestRectification *ledger, XcDay today, guint colours, guint *n_repeated)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XcDueList) due = xc_due_list_load (ledger->store, today, 0, &error);
  GPtrArray *letters;

  g_assert_no_error (error);
  letters = xc_letters_propose (ledger->store, due, colours, n_repeated, &error);
  g_assert_no_error (error);
  return letters;
}

static char *
describe (const GPtrArray *letters)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < letters->len; i++)
    {
      const XcLetter *letter = letters->pdata[i];

      g_string_append_printf (text, "%s %s/%s", xc_deadline_colour_to_word (letter->colour),
                              letter->addressee, letter->copied_to != NULL ? letter->copied_to : "");
      for (guint k = 0; k < letter->items->len; k++)
        g_string_append_printf (text, " [%s %s %d]", ((XcLetterItem *) letter->items->pdata[k])->number,
                                ((XcLetterItem *) letter->items->pdata[k])->wording,
                                ((XcLetterItem *) letter->items->pdata[k])->due_on - XC_TEST_FED_BACK);
      g_string_append_c (text, '\n');
    }
  return g_string_free (text, FALSE);
}

static void
writes_to_whom_each_color_goes (XcTestRectification *ledger, gconstpointer data)
{
  g_autoptr (GPtrArray) letters = NULL;
  g_autoptr (GPtrArray) red = NULL;
  g_autofree char *text = NULL;
  guint n_repeated;

  fill (ledger);
  letters = propose (ledger, TODAY, 0, &n_repeated);
  text = describe (letters);
  g_assert_cmpstr (text, ==,
                   "red 示范局党组/示某某（主要负责人） [06-01-001 议事规则不完善（整改措施：修订规则） 90]\n"
                   "yellow 示范局党组（李某、王某）/ [06-01-001 议事规则不完善（整改措施：开展培训） 105]\n"
                   "green 示范局党组（王某）/ [06-01-002 党费收缴不及时（整改措施：补缴党费） 115]\n"
                   "green 样例街道党工委（样某某）/ [06-02-001 台账不清（整改措施：清理台账） 120]\n");
  g_assert_cmpuint (n_repeated, ==, 0);
  red = propose (ledger, TODAY, 1u << XC_DEADLINE_WARNING_RED, NULL);
  g_assert_cmpuint (red->len, ==, 1);
  g_assert_cmpint (((XcLetter *) red->pdata[0])->inspection_id, ==, ledger->inspections[0]);
}

static void
assert_number (XcTestRectification *ledger, const GArray *ids, guint index, const char *number)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) letters =
      xc_letters_load (ledger->store, &g_array_index (ids, gint64, index), 1, &error);
  g_autofree char *found = NULL;

  g_assert_no_error (error);
  found = xc_letter_dup_number (letters->pdata[0]);
  g_assert_cmpstr (found, ==, number);
}

static void
numbers_them_through_the_year (XcTestRectification *ledger, gconstpointer data)
{
  g_autoptr (GPtrArray) letters = NULL;
  g_autoptr (GPtrArray) again = NULL;
  g_autoptr (GPtrArray) later = NULL;
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GArray) later_ids = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *title = NULL;
  guint n_repeated;

  fill (ledger);
  letters = propose (ledger, TODAY, 0, NULL);
  for (guint i = 0; i < 2; i++)
    {
      g_clear_pointer (&ids, g_array_unref);
      ids = xc_letters_issue (ledger->store, letters, TODAY, &error);
      g_assert_no_error (error);
      assert_number (ledger, ids, 0, "巡办督〔2024〕1号");
      assert_number (ledger, ids, 1, "巡办函〔2024〕1号");
      assert_number (ledger, ids, 3, "巡办函〔2024〕3号");
      if (i == 0)
        {
          g_assert_true (xc_store_undo (ledger->store, &title, NULL));
          g_assert_cmpstr (title, ==, "Issued 4 warning letters");
        }
    }
  /* Nothing is said twice, but graver when its time has come. */
  again = propose (ledger, TODAY, 0, &n_repeated);
  g_assert_cmpuint (again->len, ==, 0);
  g_assert_cmpuint (n_repeated, ==, 4);
  later = propose (ledger, xc_day_new (2025, 1, 2), 0, &n_repeated);
  g_assert_cmpuint (n_repeated, ==, 1);
  g_assert_cmpuint (later->len, ==, 2);
  later_ids = xc_letters_issue (ledger->store, later, xc_day_new (2025, 1, 2), &error);
  assert_number (ledger, later_ids, 1, "巡办督〔2025〕2号");
}

static void
remembers_what_they_said (XcTestRectification *ledger, gconstpointer data)
{
  g_autoptr (GPtrArray) letters = NULL;
  g_autoptr (GPtrArray) loaded = NULL;
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  const XcLetter *letter;

  fill (ledger);
  letters = propose (ledger, TODAY, 0, NULL);
  before = describe (letters);
  ids = xc_letters_issue (ledger->store, letters, TODAY, &error);
  problems = xc_store_load_all (ledger->store, XC_TABLE_PROBLEM, NULL);
  for (guint i = 0; i < problems->len; i++)
    xc_test_rectification_set (ledger, XC_TABLE_PROBLEM, xc_record_get_id (problems->pdata[i]), "wording",
                               "改过的表述");
  loaded = xc_letters_load (ledger->store, (const gint64 *) (gpointer) ids->data, ids->len, &error);
  after = describe (loaded);
  g_assert_cmpstr (after, ==, before);
  letter = loaded->pdata[0];
  g_assert_cmpstr (letter->signatory, ==, "中共示范区委巡察工作领导小组办公室");
  g_assert_cmpint (letter->issued_on, ==, TODAY);
  g_assert_cmpint (letter->reply_on, ==, TODAY + 10);
  g_assert_cmpint (letter->received_on, ==, XC_DAY_NONE);
}

static void
registers_who_got_them (XcTestRectification *ledger, gconstpointer data)
{
  g_autoptr (GPtrArray) letters = NULL;
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) early = NULL;
  g_autoptr (GError) typed = NULL;
  g_autofree char *received_by = NULL;
  gint64 first;

  fill (ledger);
  letters = propose (ledger, TODAY, 0, NULL);
  ids = xc_letters_issue (ledger->store, letters, TODAY, &error);
  first = g_array_index (ids, gint64, 0);
  g_assert_false (xc_letters_receive (ledger->store, &first, 1, TODAY - 1, "张某", &early));
  g_assert_error (early, XC_STORE_ERROR, XC_STORE_ERROR_REFUSED);
  g_assert_true (xc_letters_receive (ledger->store, &first, 1, TODAY, "张某", &error));
  received_by = xc_test_rectification_get (ledger, XC_TABLE_LETTER, first, "received_by");
  g_assert_cmpstr (received_by, ==, "张某");
  /* What it says stays; what became of it may be noted. */
  xc_test_rectification_set (ledger, XC_TABLE_LETTER, first, "note", "当面送达");
  {
    g_autoptr (XcRecord) record = xc_store_load (ledger->store, XC_TABLE_LETTER, first, NULL);

    xc_record_set_number (record, "number", 7);
    g_assert_false (xc_test_rectification_save (ledger, record, &typed));
    g_assert_error (typed, XC_STORE_ERROR, XC_STORE_ERROR_REFUSED);
  }
  g_clear_error (&typed);
  g_assert_false (xc_test_rectification_remove (ledger, XC_TABLE_LETTER, first, &typed));
  g_assert_error (typed, XC_STORE_ERROR, XC_STORE_ERROR_REFUSED);
}

static void
issues_none_that_is_not_complete (XcTestRectification *ledger, gconstpointer data)
{
  g_autoptr (GPtrArray) letters = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  XcLetter *last;

  fill (ledger);
  letters = propose (ledger, TODAY, 0, NULL);
  last = letters->pdata[letters->len - 1];
  g_free (last->addressee);
  last->addressee = g_strdup (" ");
  before = xc_test_ledger_dump (ledger->store);
  g_assert_null (xc_letters_issue (ledger->store, letters, TODAY, &error));
  g_assert_error (error, XC_STORE_ERROR, XC_STORE_ERROR_REFUSED);
  after = xc_test_ledger_dump (ledger->store);
  g_assert_cmpstr (after, ==, before);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function)                                                                                  \
  g_test_add ("/store/letters/" name, XcTestRectification, NULL, xc_test_rectification_set_up, function,     \
              xc_test_rectification_tear_down)
  ADD ("writes-to-whom-each-color-goes", writes_to_whom_each_color_goes);
  ADD ("numbers-them-through-the-year", numbers_them_through_the_year);
  ADD ("remembers-what-they-said", remembers_what_they_said);
  ADD ("registers-who-got-them", registers_who_got_them);
  ADD ("issues-none-that-is-not-complete", issues_none_that_is_not_complete);
  return g_test_run ();
}
