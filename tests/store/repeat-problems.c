/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/repeat-problems.h"

#include "ledger.h"
#include "rectification.h"

static XcRepeatProblems *
find (XcTestRectification *ledger, gint64 inspection, gint64 point)
{
  g_autoptr (GError) error = NULL;
  XcRepeatProblems *found = xc_repeat_problems_find (ledger->store, inspection, point, 10, &error);

  g_assert_no_error (error);
  return found;
}

/* A later round with another version of the scheme inspects the first organization again. */
static void
add_round (XcTestRectification *ledger)
{
  g_autoptr (GError) error = NULL;

  xc_database_execute (
      xc_store_get_database (ledger->store),
      "INSERT INTO scheme (id, title, version) VALUES (2, '三个聚焦', 2);"
      "INSERT INTO point (id, scheme_id, parent_id, position, title) VALUES"
      " (11, 2, NULL, 1, '聚焦基层党组织建设'), (12, 2, 11, 1, '议事规则'), (13, 2, NULL, 2, '其他'),"
      " (14, 2, 13, 1, '议事规则');"
      "INSERT INTO round (id, term_id, ordinal, scheme_id) VALUES (2, 1, 7, 2);"
      "INSERT INTO inspection (id, round_id, organization_id, serial, kind, level, counts) VALUES"
      " (501, 2, 101, 1, 'look_back', 'own', 'by_kind')",
      &error);
  g_assert_no_error (error);
}

static void
finds_the_same_organization_and_the_same_point (XcTestRectification *ledger, gconstpointer data)
{
  gint64 own, other, elsewhere;
  g_autoptr (XcRepeatProblems) found = NULL;
  g_autoptr (XcRepeatProblems) without = NULL;
  g_autoptr (XcRepeatProblems) namesake = NULL;
  const XcRepeatProblem *rows[3];

  add_round (ledger);
  elsewhere = xc_test_rectification_add_problem (ledger, 1, "会议记录不完整");
  other = xc_test_rectification_add_problem (ledger, 0, "党费收缴不及时");
  own = xc_test_rectification_add_problem (ledger, 0, "议事规则不完善");
  g_assert_true (xc_database_execute (xc_store_get_database (ledger->store),
                                      "UPDATE problem SET point_id = 3 WHERE wording = '党费收缴不及时'",
                                      NULL));
  found = find (ledger, 501, 12);
  g_assert_cmpuint (found->rows->len, ==, 3);
  for (guint i = 0; i < 3; i++)
    rows[i] = found->rows->pdata[i];
  g_assert_cmpint (rows[0]->id, ==, own);
  g_assert_true (rows[0]->is_same_point && rows[0]->is_same_organization);
  g_assert_cmpint (rows[1]->id, ==, other);
  g_assert_true (!rows[1]->is_same_point && rows[1]->is_same_organization);
  g_assert_cmpint (rows[2]->id, ==, elsewhere);
  g_assert_true (rows[2]->is_same_point && !rows[2]->is_same_organization);
  g_assert_cmpstr (rows[2]->organization, ==, "样例街道党工委");
  g_assert_cmpint (rows[2]->round, ==, 6);
  g_assert_cmpstr (rows[2]->state, ==, "not_started");
  g_assert_cmpuint (found->n_organizations, ==, 1);
  g_assert_cmpuint (found->n_earlier, ==, 2);
  without = find (ledger, 501, 0);
  g_assert_cmpuint (without->rows->len, ==, 2);
  g_assert_cmpuint (without->n_organizations, ==, 0);
  /* Of the same title, but part of another. */
  namesake = find (ledger, 501, 14);
  g_assert_cmpuint (namesake->n_organizations, ==, 0);
}

static void
suggests_what_was_typed_before (XcTestRectification *ledger, gconstpointer data)
{
  static const struct
  {
    const char *unit;
    const char *name;
  } owners[] = { { "办公室", "王某" }, { "人事科", "李某" }, { "办公室", "王某" } };
  g_auto (GStrv) wordings = NULL;
  g_auto (GStrv) none = NULL;
  g_autoptr (GPtrArray) remembered = NULL;
  g_autoptr (GPtrArray) by_pinyin = NULL;

  add_round (ledger);
  for (guint i = 0; i < G_N_ELEMENTS (owners); i++)
    {
      g_autoptr (XcRecord) record = xc_record_new (XC_TABLE_RESPONSIBILITY);

      xc_record_set_number (
          record, "problem_id",
          xc_test_rectification_add_problem (ledger, 0, i == 1 ? "会议记录不完整" : "议事规则不完善"));
      xc_record_set_text (record, "role", "person");
      xc_record_set_text (record, "unit", owners[i].unit);
      xc_record_set_text (record, "name", owners[i].name);
      g_assert_true (xc_test_rectification_save (ledger, record, NULL));
    }
  wordings = xc_repeat_problems_suggest_wording (ledger->store, 12, "规则", 10, NULL);
  g_assert_cmpuint (g_strv_length (wordings), ==, 1);
  g_assert_cmpstr (wordings[0], ==, "议事规则不完善");
  none = xc_repeat_problems_suggest_wording (ledger->store, 3, "规则", 10, NULL);
  g_assert_cmpuint (g_strv_length (none), ==, 0);
  remembered = xc_repeat_problems_suggest_owners (ledger->store, 101, XC_ROLE_PERSON, "", 10, NULL);
  g_assert_cmpuint (remembered->len, ==, 2);
  g_assert_cmpstr (((XcTypedOwner *) remembered->pdata[0])->unit, ==, "办公室");
  g_assert_cmpstr (((XcTypedOwner *) remembered->pdata[1])->name, ==, "李某");
  g_assert_null (((XcTypedOwner *) remembered->pdata[1])->post);
  by_pinyin = xc_repeat_problems_suggest_owners (ledger->store, 101, XC_ROLE_PERSON, "rsk", 10, NULL);
  g_assert_cmpuint (by_pinyin->len, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function)                                                                                  \
  g_test_add ("/store/repeat-problems/" name, XcTestRectification, NULL, xc_test_rectification_set_up,       \
              function, xc_test_rectification_tear_down)
  ADD ("finds-the-same-organization-and-the-same-point", finds_the_same_organization_and_the_same_point);
  ADD ("suggests-what-was-typed-before", suggests_what_was_typed_before);
  return g_test_run ();
}
