/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/team-roster.h"

#include <string.h>

#include "ledger.h"

/* Two rounds; in the second a team of four that has one organization, and another of one. */
static const char right[] =
    "INSERT INTO term VALUES (1, 2, '示范区委', 'district', '2021-07-01', '2026-06-30', 'left', 2, NULL);"
    "INSERT INTO register VALUES (1, '区直单位', 1, 1);"
    "INSERT INTO organization (id, name, short_name, register_id, listed) VALUES"
    " (1, '示范区财政局党组', '区财政局', 1, 1), (2, '示范区审计局党组', NULL, 1, 1), (3, '甲局', NULL, 1, "
    "1);"
    "INSERT INTO round (id, term_id, ordinal) VALUES (1, 1, 1), (2, 1, 2);"
    "INSERT INTO team (id, round_id, ordinal, title, document, authorised_on) VALUES (1, 1, 1, NULL, NULL, "
    "NULL),"
    " (21, 2, 1, NULL, '示巡发〔2022〕3号', '2022-03-01'), (22, 2, 3, '专项组', NULL, NULL);"
    "INSERT INTO person (id, name, organization_id, unit, post, specialities, in_talent_pool, "
    "in_leader_pool) VALUES"
    " (1, '王某', 1, NULL, '副局长', NULL, 0, 1), (2, '李某', NULL, '区纪委', '主任', NULL, 1, 0),"
    " (3, '张某', 2, NULL, '科长', '审计', 1, 0), (4, '赵某', NULL, NULL, NULL, NULL, 1, 0),"
    " (5, '钱某', NULL, NULL, NULL, NULL, 0, 0), (6, '周某', 1, NULL, '科员', '财务 审计', 0, 1);"
    "INSERT INTO team_member (id, team_id, person_id, role, document) VALUES (1, 1, 1, 'leader', NULL),"
    " (12, 21, 3, 'member', NULL), (11, 21, 4, 'member', NULL), (14, 21, 2, 'deputy', NULL),"
    " (15, 21, 1, 'leader', NULL), (21, 22, 5, 'leader', NULL);"
    "INSERT INTO inspection (id, round_id, team_id, organization_id, kind, level, counts) VALUES"
    " (1, 2, 21, 3, 'regular', 'own', 'by_kind'), (2, 2, 21, 3, 'special', 'own', 'by_kind')";

typedef struct
{
  char *folder;
  XcStore *store;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  self->folder = xc_test_folder_new ();
  self->store = xc_test_ledger_new (self->folder);
  xc_database_execute (xc_store_get_database (self->store), right, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_clear_object (&self->store);
  xc_test_folder_remove (self->folder);
}

/* Every team with its people, as "1 示巡发〔2022〕3号 1: leader 王某 2, …; 3 …". */
static char *
describe (XcStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) teams = xc_team_roster_load (store, 2, &error);
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < teams->len; i++)
    {
      const XcTeam *team = teams->pdata[i];

      g_string_append_printf (text, "%s%d %s %u:", i > 0 ? "; " : "", team->ordinal,
                              team->document != NULL ? team->document : "-", team->n_organizations);
      for (guint j = 0; j < team->members->len; j++)
        {
          const XcTeamMember *member = team->members->pdata[j];

          g_string_append_printf (text, " %s %s %u", member->role, member->name, member->n_times);
        }
    }
  return g_string_free (text, FALSE);
}

static void
assert_teams (XcStore *store, const char *expected)
{
  g_autofree char *text = describe (store);

  g_assert_cmpstr (text, ==, expected);
}

#define AT_FIRST                                                                                             \
  "1 示巡发〔2022〕3号 1: leader 王某 2 deputy 李某 1 member 赵某 1 member 张某 1; 3 - 0: leader 钱某 1"

static void
gives_people_by_role (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) teams = xc_team_roster_load (self->store, 2, NULL);
  const XcTeamMember *leader = ((XcTeam *) teams->pdata[0])->members->pdata[0];
  const XcTeamMember *deputy = ((XcTeam *) teams->pdata[0])->members->pdata[1];

  assert_teams (self->store, AT_FIRST);
  g_assert_cmpstr (leader->place, ==, "区财政局");
  g_assert_cmpstr (leader->post, ==, "副局长");
  g_assert_cmpstr (deputy->place, ==, "区纪委");
}

static void
finds_who_is_not_authorised (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) teams = xc_team_roster_load (self->store, 2, NULL);
  XcTeam *first = teams->pdata[0], *second = teams->pdata[1];

  g_assert_null (xc_team_find_unauthorised (first));
  g_assert_cmpstr (xc_team_find_unauthorised (second)->name, ==, "钱某");
  g_clear_pointer (&first->document, g_free);
  ((XcTeamMember *) first->members->pdata[0])->document = g_strdup ("示巡发〔2022〕4号");
  g_assert_cmpstr (xc_team_find_unauthorised (first)->name, ==, "李某");
}

static void
proposes_what_a_team_lacks (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) teams = xc_team_roster_load (self->store, 2, NULL);
  XcTeam *first = teams->pdata[0], *second = teams->pdata[1];

  g_assert_cmpstr (xc_team_propose_role (first), ==, "liaison");
  g_assert_cmpstr (xc_team_propose_role (second), ==, "deputy");
  g_ptr_array_set_size (second->members, 0);
  g_assert_cmpstr (xc_team_propose_role (second), ==, "leader");
  ((XcTeamMember *) first->members->pdata[3])->role = "liaison";
  g_assert_cmpstr (xc_team_propose_role (first), ==, "member");
}

static void
assert_candidates (XcStore *store, gint64 round_id, const char *role, const char *typed, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) candidates = xc_team_roster_find_candidates (store, round_id, role, typed, 8, &error);
  g_autoptr (GString) text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < candidates->len; i++)
    {
      const XcCandidate *candidate = candidates->pdata[i];

      g_string_append_printf (text, "%s%s %u/%d", i > 0 ? ", " : "", candidate->name, candidate->n_times,
                              candidate->team);
    }
  g_assert_cmpstr (text->str, ==, expected);
}

static void
finds_candidates (Fixture *self, gconstpointer data)
{
  assert_candidates (self->store, 1, "leader", "",
                     "周某 0/0, 李某 1/0, 张某 1/0, 赵某 1/0, 钱某 1/0, 王某 2/1");
  assert_candidates (self->store, 1, "member", "",
                     "李某 1/0, 张某 1/0, 赵某 1/0, 周某 0/0, 钱某 1/0, 王某 2/1");
  assert_candidates (self->store, 2, "member", "zm", "周某 0/0, 张某 1/1, 赵某 1/1");
}

static void
finds_candidates_by_what_is_typed (Fixture *self, gconstpointer data)
{
  assert_candidates (self->store, 1, "leader", "财政", "周某 0/0, 王某 2/1");
  assert_candidates (self->store, 1, "leader", "审计 科员", "周某 0/0");
  assert_candidates (self->store, 1, "leader", "  纪委　主任 ", "李某 1/0");
  assert_candidates (self->store, 1, "leader", "没有", "");
}

typedef struct
{
  gint64 id;
  gint64 person_id;
  const char *role;
  int by;
  gint64 moved_to;
} Doing;

static gboolean
add_member (XcStore *store, gpointer data, GError **error)
{
  const Doing *doing = data;

  return xc_team_roster_add_member (store, doing->id, doing->person_id, doing->role, error);
}

static gboolean
move_member (XcStore *store, gpointer data, GError **error)
{
  Doing *doing = data;
  g_autoptr (GPtrArray) teams = xc_team_roster_load (store, 2, error);

  return xc_team_roster_move_member (store, teams->pdata[0], doing->id, doing->by, &doing->moved_to, error);
}

static gboolean
move_team (XcStore *store, gpointer data, GError **error)
{
  Doing *doing = data;
  g_autoptr (GPtrArray) teams = xc_team_roster_load (store, 2, error);

  return xc_team_roster_move_team (store, teams, doing->id, doing->by, &doing->moved_to, error);
}

static gboolean
remove_team (XcStore *store, gpointer data, GError **error)
{
  return xc_team_roster_remove_team (store, ((Doing *) data)->id, error);
}

/* Does it, undoes it and does it again. */
static void
do_thrice (XcStore *store, XcStoreAction action, Doing *doing)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = xc_test_ledger_dump (store);
  g_autofree char *after = NULL;
  g_autofree char *back = NULL;
  g_autofree char *again = NULL;

  xc_store_run (store, "do", action, doing, &error);
  g_assert_no_error (error);
  after = xc_test_ledger_dump (store);
  xc_store_undo (store, NULL, &error);
  g_assert_no_error (error);
  back = xc_test_ledger_dump (store);
  g_assert_cmpstr (back, ==, before);
  xc_store_redo (store, NULL, &error);
  g_assert_no_error (error);
  again = xc_test_ledger_dump (store);
  g_assert_cmpstr (again, ==, after);
}

static void
adds_people_behind_those_of_their_role (Fixture *self, gconstpointer data)
{
  Doing member = { .id = 21, .person_id = 6, .role = "member" }, liaison = { 21, 5, "liaison", 0, 0 };

  do_thrice (self->store, add_member, &member);
  do_thrice (self->store, add_member, &liaison);
  assert_teams (
      self->store,
      "1 示巡发〔2022〕3号 1: leader 王某 2 deputy 李某 1 liaison 钱某 2 member 赵某 1 member 张某 1"
      " member 周某 1; 3 - 0: leader 钱某 2");
}

static void
moves_people_within_their_role (Fixture *self, gconstpointer data)
{
  Doing down = { .id = 11, .by = 1 }, too_far = { .id = 12, .by = 1 }, into_deputies = { .id = 11, .by = -1 };
  g_autoptr (GError) error = NULL;

  do_thrice (self->store, move_member, &down);
  g_assert_cmpint (down.moved_to, ==, 12);
  assert_teams (
      self->store,
      "1 示巡发〔2022〕3号 1: leader 王某 2 deputy 李某 1 member 张某 1 member 赵某 1; 3 - 0: leader 钱某 1");
  xc_store_run (self->store, "move", move_member, &too_far, &error);
  xc_store_run (self->store, "move", move_member, &into_deputies, &error);
  g_assert_no_error (error);
  g_assert_cmpint (too_far.moved_to, ==, 0);
  g_assert_cmpint (into_deputies.moved_to, ==, 0);
}

static void
lets_teams_change_numbers_with_all_they_have (Fixture *self, gconstpointer data)
{
  Doing down = { .id = 21, .by = 1 }, too_far = { .id = 21, .by = -1 };
  g_autoptr (GError) error = NULL;

  do_thrice (self->store, move_team, &down);
  g_assert_cmpint (down.moved_to, ==, 22);
  assert_teams (self->store,
                "1 - 0: leader 钱某 1; 3 示巡发〔2022〕3号 1: leader 王某 2 deputy 李某 1 member 赵某 1"
                " member 张某 1");
  xc_store_run (self->store, "move", move_team, &too_far, &error);
  g_assert_no_error (error);
  g_assert_cmpint (too_far.moved_to, ==, 0);
}

static void
removes_a_team_with_its_people (Fixture *self, gconstpointer data)
{
  Doing removed = { .id = 22 }, busy = { .id = 21 };
  g_autoptr (GError) error = NULL;

  do_thrice (self->store, remove_team, &removed);
  assert_teams (self->store,
                "1 示巡发〔2022〕3号 1: leader 王某 2 deputy 李某 1 member 赵某 1 member 张某 1");
  g_assert_false (xc_store_run (self->store, "remove", remove_team, &busy, &error));
  g_assert_error (error, XC_STORE_ERROR, XC_STORE_ERROR_REFUSED);
  g_assert_nonnull (strstr (error->message, "第一巡察组"));
  g_assert_nonnull (strstr (error->message, "2 rows of Inspections"));
  assert_teams (self->store,
                "1 示巡发〔2022〕3号 1: leader 王某 2 deputy 李某 1 member 赵某 1 member 张某 1");
}

#define ADD(path, function)                                                                                  \
  g_test_add ("/store/team-roster/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("gives-people-by-role", gives_people_by_role);
  ADD ("finds-who-is-not-authorised", finds_who_is_not_authorised);
  ADD ("proposes-what-a-team-lacks", proposes_what_a_team_lacks);
  ADD ("finds-candidates", finds_candidates);
  ADD ("finds-candidates-by-what-is-typed", finds_candidates_by_what_is_typed);
  ADD ("adds-people-behind-those-of-their-role", adds_people_behind_those_of_their_role);
  ADD ("moves-people-within-their-role", moves_people_within_their_role);
  ADD ("lets-teams-change-numbers-with-all-they-have", lets_teams_change_numbers_with_all_they_have);
  ADD ("removes-a-team-with-its-people", removes_a_team_with_its_people);
  return g_test_run ();
}
