/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/board/board-data.h"

#include "ledger.h"
#include "published-term.h"
#include "store/assignment.h"
#include "store/coverage-source.h"

/* A term of which 96 of 112 are covered, and its eleventh round with three teams. */
typedef struct
{
  XcTestFolder *folder;
  XcStore *store;
  XcBoardData *data;
} Fixture;

static void
execute (Fixture *fixture, const char *sql)
{
  g_autoptr (GError) error = NULL;

  xc_database_execute (xc_store_get_database (fixture->store), sql, &error);
  g_assert_no_error (error);
}

static void
load (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&fixture->data, xc_board_data_free);
  fixture->data = xc_board_data_load (fixture->store, 11, NULL, NULL, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = xc_test_folder_new ();
  fixture->store = xc_test_ledger_new (fixture->folder);
  xc_test_published_term_fill (fixture->store);
  execute (fixture,
           "UPDATE term SET planned_rounds = 12;"
           "INSERT INTO round (id, term_id, ordinal, starts_on, ends_on) VALUES (11, 1, 11, '2021-03-01', "
           "'2021-05-28');"
           "INSERT INTO team (id, round_id, ordinal) VALUES (1102, 11, 2), (1101, 11, 1), (1103, 11, 3);");
  load (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  xc_board_data_free (fixture->data);
  g_object_unref (fixture->store);
  xc_test_folder_remove (fixture->folder);
}

static void
give (Fixture *fixture, gint64 team, gint64 first, gint64 last, XcInspectionKind kind)
{
  g_autoptr (XcAssignment) assignment = xc_assignment_new (11, team, 0);
  g_autoptr (GError) error = NULL;

  for (gint64 id = first; id <= last; id++)
    xc_assignment_add (assignment, id, 0, kind);
  xc_store_run (fixture->store, "give", xc_assignment_give, assignment, &error);
  g_assert_no_error (error);
}

static const XcBoardTeam *
get_team (Fixture *fixture, int ordinal)
{
  const XcBoardTeam *team = xc_board_data_find_team (fixture->data, ordinal);

  g_assert_nonnull (team);
  return team;
}

static gboolean
is_waiting (Fixture *fixture, gint64 id)
{
  for (guint i = 0; i < fixture->data->waiting->len; i++)
    if (xc_board_item_get_organization (fixture->data->waiting->pdata[i]) == id)
      return TRUE;
  return FALSE;
}

static void
lists_who_is_owed_and_not_covered (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpuint (fixture->data->n_waiting, ==, 16 + 37);
  g_assert_cmpuint (fixture->data->n_owed, ==, 207);
  for (gint64 id = 1; id <= 207; id++)
    g_assert_cmpint (is_waiting (fixture, id), ==, (id > 96 && id <= 112) || id > 170);
  g_assert_cmpuint (xc_board_data_count_teams (fixture->data), ==, 3);
  for (int i = 0; i < 3; i++)
    g_assert_cmpint (((XcBoardTeam *) fixture->data->teams->pdata[i])->ordinal, ==, i + 1);
  g_assert_null (xc_board_data_find_team (fixture->data, 4));
}

/* What the line under the board says is what coverage says once all that was carried out. */
static void
plans_what_coverage_will_be (Fixture *fixture, gconstpointer data)
{
  g_autoptr (XcRecord) term = NULL;
  g_autoptr (XcCoverage) coverage = NULL;
  g_autoptr (XcCoverageDay) day = NULL;
  XcPlanFigures figures;

  give (fixture, 1101, 97, 100, XC_INSPECTION_REGULAR);
  give (fixture, 1102, 101, 108, XC_INSPECTION_SPECIAL);
  give (fixture, 1103, 109, 109, XC_INSPECTION_LOOK_BACK);
  give (fixture, 1103, 171, 172, XC_INSPECTION_REGULAR);
  load (fixture);
  figures = xc_coverage_plan_get_figures (fixture->data->plan, XC_COVERAGE_TOTAL);
  g_assert_cmpuint (fixture->data->n_waiting, ==, 16 + 37 - 4 - 8 - 1 - 2);
  g_assert_cmpuint (figures.covered, ==, 108);
  g_assert_cmpuint (figures.owed, ==, 112);
  g_assert_cmpuint (figures.added, ==, 12);
  g_assert_cmpuint (figures.rounds_left, ==, 1);
  g_assert_cmpuint (get_team (fixture, 2)->items->len, ==, 8);
  execute (fixture, "UPDATE inspection SET enters_on = planned_enters_on, leaves_on = planned_leaves_on"
                    " WHERE round_id = 11");
  term = xc_coverage_source_find_term (fixture->store, xc_day_new (2021, 5, 28), NULL);
  coverage = xc_coverage_source_load (fixture->store, term, NULL);
  day = xc_coverage_get_day (coverage, xc_day_new (2021, 5, 28));
  g_assert_cmpuint (day->total.covered, ==, figures.covered);
  g_assert_cmpuint (day->total.owed, ==, figures.owed);
  g_assert_cmpuint (day->registers[2].covered, ==, 60);
}

/* An organization that an earlier round still has to visit waits for nobody else. */
static void
leaves_out_what_earlier_rounds_have_planned (Fixture *fixture, gconstpointer data)
{
  execute (fixture,
           "INSERT INTO inspection (id, round_id, organization_id, kind, level, counts) VALUES"
           " (9001, 10, 97, 'regular', 'own', 'by_kind'), (9002, 10, 98, 'extended', 'own', 'by_kind')");
  load (fixture);
  g_assert_false (is_waiting (fixture, 97));
  g_assert_true (is_waiting (fixture, 98));
}

static void
puts_communities_under_their_street (Fixture *fixture, gconstpointer data)
{
  const XcBoardItem *street = NULL;
  const XcBoardItem *card;

  /* 173 belongs to 172, which belongs to a street; 174 and 175 to each other; 176 to one that is covered. */
  execute (fixture, "UPDATE organization SET parent_id = 110 WHERE id IN (171, 172);"
                    "UPDATE organization SET parent_id = 172 WHERE id = 173;"
                    "UPDATE organization SET parent_id = 349 - id WHERE id IN (174, 175);"
                    "UPDATE organization SET parent_id = 1 WHERE id = 176");
  load (fixture);
  for (guint i = 0; i < fixture->data->waiting->len; i++)
    if (xc_board_item_get_organization (fixture->data->waiting->pdata[i]) == 110)
      street = fixture->data->waiting->pdata[i];
  g_assert_nonnull (street);
  g_assert_cmpuint (street->children->len, ==, 2);
  g_assert_false (is_waiting (fixture, 171));
  for (gint64 id = 173; id <= 176; id++)
    g_assert_true (is_waiting (fixture, id));
  g_assert_cmpuint (fixture->data->n_waiting, ==, 16 + 37);
  give (fixture, 1101, 110, 110, XC_INSPECTION_REGULAR);
  give (fixture, 1101, 171, 171, XC_INSPECTION_EXTENDED);
  give (fixture, 1102, 172, 172, XC_INSPECTION_REGULAR);
  load (fixture);
  g_assert_cmpuint (get_team (fixture, 1)->items->len, ==, 1);
  card = get_team (fixture, 1)->items->pdata[0];
  g_assert_cmpuint (card->children->len, ==, 1);
  g_assert_cmpuint (get_team (fixture, 2)->items->len, ==, 1);
}

static void
weighs_what_a_team_has (Fixture *fixture, gconstpointer data)
{
  const XcTeamLoad *loads[3];

  execute (fixture, "UPDATE organization SET work_days = 20 WHERE id = 97;"
                    "INSERT INTO holiday (id, day, is_off) VALUES (1, '2021-05-03', 1), (2, '2021-05-08', 0);"
                    "INSERT INTO batch (id, round_id, ordinal, starts_on, ends_on) VALUES"
                    " (111, 11, 1, '2021-03-01', '2021-03-19')");
  give (fixture, 1101, 97, 98, XC_INSPECTION_REGULAR);
  give (fixture, 1102, 99, 99, XC_INSPECTION_REGULAR);
  execute (fixture,
           "UPDATE inspection SET batch_id = 111, planned_enters_on = '2021-03-01', planned_leaves_on ="
           " '2021-03-19' WHERE organization_id = 99");
  load (fixture);
  for (int i = 0; i < 3; i++)
    loads[i] = &get_team (fixture, i + 1)->load;
  g_assert_cmpuint (loads[0]->work, ==, 20 + XC_TEAM_LOAD_USUAL_WORK);
  g_assert_cmpuint (loads[0]->n_assumed, ==, 1);
  g_assert_cmpuint (loads[0]->days, ==, 13 * 5);
  g_assert_cmpuint (loads[1]->days, ==, 15);
  g_assert_cmpuint (loads[2]->work, ==, 0);
  g_assert_cmpuint (loads[2]->days, ==, 13 * 5);
}

static void
tells_leaders_and_those_of_no_team (Fixture *fixture, gconstpointer data)
{
  execute (
      fixture,
      "INSERT INTO person (id, name, in_talent_pool, in_leader_pool) VALUES (1, '张某某', 1, 1),"
      " (2, '李某某', 1, 1), (3, '王某某', 1, 1);"
      "INSERT INTO team_member (id, team_id, person_id, role, to_on) VALUES"
      " (1, 1101, 1, 'leader', '2021-03-20'), (2, 1101, 2, 'leader', NULL), (3, 1102, 3, 'member', NULL);"
      "INSERT INTO inspection (id, round_id, organization_id, kind, level, counts) VALUES"
      " (9001, 11, 97, 'regular', 'own', 'by_kind')");
  load (fixture);
  g_assert_cmpstr (get_team (fixture, 1)->leader, ==, "李某某");
  g_assert_null (get_team (fixture, 2)->leader);
  g_assert_cmpuint (fixture->data->teams->len, ==, 4);
  g_assert_cmpint (((XcBoardTeam *) fixture->data->teams->pdata[0])->id, ==, 0);
  g_assert_cmpuint (((XcBoardTeam *) fixture->data->teams->pdata[0])->items->len, ==, 1);
  g_assert_cmpuint (xc_board_data_count_teams (fixture->data), ==, 3);
  g_assert_false (is_waiting (fixture, 97));
}

static void
changed_cb (XcStore *store, XcChange *change, XcChange **kept)
{
  g_clear_pointer (kept, xc_change_unref);
  *kept = xc_change_ref (change);
}

/* Read again only after a change of them; what is shown must not differ. */
static void
keeps_organizations_until_they_change (Fixture *fixture, gconstpointer data)
{
  g_autoptr (XcChange) change = NULL;
  g_autoptr (XcBoardData) next = NULL;

  g_signal_connect (fixture->store, "changed", G_CALLBACK (changed_cb), &change);
  give (fixture, 1101, 97, 97, XC_INSPECTION_REGULAR);
  g_assert_true (xc_board_data_is_moved (change));
  next = xc_board_data_load (fixture->store, 11, fixture->data, change, NULL);
  g_assert_true (next->organizations == fixture->data->organizations);
  g_assert_cmpuint (next->n_waiting, ==, 16 + 37 - 1);
  g_clear_pointer (&fixture->data, xc_board_data_free);
  g_assert_cmpstr (xc_board_data_get_name (next, 98), ==, "组织98");
  g_clear_pointer (&change, xc_change_unref);
  xc_test_ledger_add_organization (fixture->store, 1, "新组织");
  fixture->data = xc_board_data_load (fixture->store, 11, next, change, NULL);
  g_assert_true (next->organizations != fixture->data->organizations);
  g_assert_cmpuint (fixture->data->n_waiting, ==, 16 + 37);
}

static void
fails_when_the_round_is_gone (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (xc_board_data_load (fixture->store, 99, fixture->data, NULL, &error));
  g_assert_error (error, XC_STORE_ERROR, XC_STORE_ERROR_NOT_FOUND);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*function) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "lists-who-is-owed-and-not-covered", lists_who_is_owed_and_not_covered },
    { "plans-what-coverage-will-be", plans_what_coverage_will_be },
    { "leaves-out-what-earlier-rounds-have-planned", leaves_out_what_earlier_rounds_have_planned },
    { "puts-communities-under-their-street", puts_communities_under_their_street },
    { "weighs-what-a-team-has", weighs_what_a_team_has },
    { "tells-leaders-and-those-of-no-team", tells_leaders_and_those_of_no_team },
    { "keeps-organizations-until-they-change", keeps_organizations_until_they_change },
    { "fails-when-the-round-is-gone", fails_when_the_round_is_gone },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      g_autofree char *path = g_strconcat ("/app/board-data/", tests[i].path, NULL);

      g_test_add (path, Fixture, NULL, set_up, tests[i].function, tear_down);
    }
  return g_test_run ();
}
