/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/team-copy.h"

#include "ledger.h"
#include "store/team-roster.h"

/* A round with three teams, one person in two of them; an empty round; a round that has one team already. */
static const char right[] =
    "INSERT INTO term VALUES (1, 2, '示范区委', 'district', '2021-07-01', '2026-06-30', 'left', 2, NULL);"
    "INSERT INTO round (id, term_id, ordinal) VALUES (1, 1, 1), (2, 1, 2), (3, 1, 3);"
    "INSERT INTO team (id, round_id, ordinal, title, document, authorised_on, note) VALUES"
    " (1, 1, 1, NULL, '示巡发〔2022〕3号', '2022-03-01', '说明'), (2, 1, 2, '专项组', NULL, NULL, NULL),"
    " (4, 1, 4, NULL, NULL, NULL, NULL), (31, 3, 2, NULL, NULL, NULL, NULL);"
    "INSERT INTO person (id, name, in_talent_pool, in_leader_pool) VALUES (1, '王某', 0, 1), (2, '李某', 1, "
    "0),"
    " (3, '张某', 1, 0), (4, '赵某', 1, 0);"
    "INSERT INTO team_member (id, team_id, person_id, role, document, authorised_on, from_on, to_on) VALUES"
    " (1, 1, 1, 'leader', '示巡发〔2022〕4号', '2022-03-02', '2022-03-03', '2022-05-01'),"
    " (3, 1, 3, 'member', NULL, NULL, NULL, NULL), (2, 1, 2, 'member', NULL, NULL, NULL, NULL),"
    " (4, 2, 4, 'deputy', NULL, NULL, NULL, NULL), (5, 4, 2, 'liaison', NULL, NULL, NULL, NULL),"
    " (6, 31, 3, 'leader', NULL, NULL, NULL, NULL)";

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

/* As "1→2 王某 李某!1": a person who clashes with the one in team 1 stays away. */
static void
assert_plan (const GPtrArray *plan, const char *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < plan->len; i++)
    {
      const XcCopiedTeam *team = plan->pdata[i];
      guint n_left_out = 0;

      g_string_append_printf (text, "%s%d→%d", i > 0 ? "; " : "", team->ordinal, team->new_ordinal);
      for (guint j = 0; j < team->members->len; j++)
        {
          const XcCopiedMember *member = team->members->pdata[j];

          g_string_append_printf (text, " %s %s", member->role, member->name);
          if (member->clash != 0)
            g_string_append_printf (text, "!%d", member->clash);
          n_left_out += member->clash != 0;
        }
      g_assert_cmpuint (team->n_left_out, ==, n_left_out);
    }
  g_assert_cmpstr (text->str, ==, expected);
}

static GPtrArray *
plan (XcStore *store, gint64 to_round, GHashTable *chosen)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *teams = xc_team_copy_plan (store, 1, to_round, chosen, &error);

  g_assert_no_error (error);
  return teams;
}

static void
says_who_would_be_in_two_teams (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) empty = plan (self->store, 2, NULL);
  g_autoptr (GPtrArray) taken = plan (self->store, 3, NULL);

  assert_plan (empty, "1→1 leader 王某 member 李某 member 张某; 2→2 deputy 赵某; 4→4 liaison 李某!1");
  assert_plan (taken, "1→1 leader 王某 member 李某 member 张某!2; 2→3 deputy 赵某; 4→4 liaison 李某!1");
}

static void
copies_those_that_are_chosen (Fixture *self, gconstpointer data)
{
  const gint64 ids[] = { 2, 4 };
  g_autoptr (GHashTable) chosen = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GPtrArray) teams = NULL;
  g_autoptr (GPtrArray) none = NULL;

  none = plan (self->store, 3, chosen);
  assert_plan (none, "");
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    g_hash_table_add (chosen, (gpointer) &ids[i]);
  teams = plan (self->store, 3, chosen);
  assert_plan (teams, "2→3 deputy 赵某; 4→4 liaison 李某");
}

typedef struct
{
  GPtrArray *teams;
  gint64 to_round;
} Copying;

static gboolean
run_copy (XcStore *store, gpointer data, GError **error)
{
  const Copying *copying = data;

  return xc_team_copy_run (store, copying->to_round, copying->teams, error);
}

static void
takes_people_and_roles_only_and_is_undone (Fixture *self, gconstpointer data)
{
  g_autofree char *before = xc_test_ledger_dump (self->store);
  g_autofree char *after = NULL;
  g_autoptr (GPtrArray) planned = plan (self->store, 2, NULL);
  g_autoptr (GPtrArray) teams = NULL;
  g_autoptr (GError) error = NULL;
  Copying copying = { planned, 2 };
  const XcTeam *first;

  xc_store_run (self->store, "copy", run_copy, &copying, &error);
  g_assert_no_error (error);
  teams = xc_team_roster_load (self->store, 2, &error);
  g_assert_cmpuint (teams->len, ==, 3);
  first = teams->pdata[0];
  g_assert_cmpint (first->ordinal, ==, 1);
  g_assert_null (first->document);
  g_assert_false (xc_day_is_set (first->authorised_on));
  g_assert_cmpstr (((XcTeam *) teams->pdata[1])->title, ==, "专项组");
  g_assert_cmpuint (((XcTeam *) teams->pdata[2])->members->len, ==, 0);
  g_assert_cmpuint (first->members->len, ==, 3);
  for (guint i = 0; i < first->members->len; i++)
    {
      static const char *const names[] = { "王某", "李某", "张某" };
      const XcTeamMember *member = first->members->pdata[i];

      g_assert_cmpstr (member->name, ==, names[i]);
      g_assert_null (member->document);
      g_assert_false (xc_day_is_set (member->authorised_on) || xc_day_is_set (member->from)
                      || xc_day_is_set (member->to));
    }
  xc_store_undo (self->store, NULL, &error);
  g_assert_no_error (error);
  after = xc_test_ledger_dump (self->store);
  g_assert_cmpstr (after, ==, before);
}

#define ADD(path, function) g_test_add ("/store/team-copy/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("says-who-would-be-in-two-teams", says_who_would_be_in_two_teams);
  ADD ("copies-those-that-are-chosen", copies_those_that_are_chosen);
  ADD ("takes-people-and-roles-only-and-is-undone", takes_people_and_roles_only_and_is_undone);
  return g_test_run ();
}
