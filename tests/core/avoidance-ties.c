/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Organizations that are meant when another one is; waivers; and what is asked before it is done. */
#include "avoidance-case.h"

/* Organization 1 belongs to 2, which belongs to 3; 4 belongs to 1, and 5 to 2 as well. */
static XcAvoidanceInput *
make_tree (gint64 home)
{
  XcAvoidanceInput *input = make_input ();

  g_array_index (input->organizations, XcAvoidanceOrganization, 0).parent_id = 2;
  add_organization (input, 2, 3, NULL);
  add_organization (input, 3, 0, NULL);
  add_organization (input, 4, 1, NULL);
  add_organization (input, 5, 2, NULL);
  g_array_index (input->people, XcAvoidancePerson, 0).organization_id = home;
  return input;
}

static void
test_above_and_below (void)
{
  assert_conflicts (make_tree (2), "home 1→2 above");
  assert_conflicts (make_tree (3), "home 1→3 above");
  assert_conflicts (make_tree (4), "home 1→4 below");
  /* Neighbours are not meant. */
  assert_conflicts (make_tree (5), "");
}

static void
test_circle (void)
{
  XcAvoidanceInput *input = make_tree (3);

  g_array_index (input->organizations, XcAvoidanceOrganization, 2).parent_id = 1;
  add_succession (input, 3, 1, "2020-01-01");
  add_succession (input, 1, 3, "2020-01-01");
  assert_conflicts (input, "home 1→3 below");
}

/* Organization 6 became part of @successor; it ended then if @ended. */
static XcAvoidanceInput *
make_merged (gint64 successor, const char *ended)
{
  XcAvoidanceInput *input = make_tree (6);

  add_organization (input, 6, 0, ended);
  add_succession (input, 6, successor, "2022-01-01");
  return input;
}

static void
test_predecessor (void)
{
  XcAvoidanceInput *input;

  /* Who was there when it ended went with it. */
  assert_conflicts (make_merged (1, "2022-01-01"), "home 1→6 predecessor");
  assert_conflicts (make_merged (2, "2022-01-01"), "home 1→6 above");
  assert_conflicts (make_merged (4, "2022-01-01"), "home 1→6 below");
  assert_conflicts (make_merged (5, "2022-01-01"), "");

  /* Where it goes on, only what was before counts, as a post that ended the day before. */
  assert_conflicts (make_merged (1, NULL), "past_post 1→6 predecessor - 2021-12-31 lapses 2024-12-31");
  assert_conflicts (make_merged (1, "2023-01-01"),
                    "past_post 1→6 predecessor - 2021-12-31 lapses 2024-12-31");
  input = make_merged (1, NULL);
  input->rule.past_years = 2;
  assert_conflicts (input, "");

  /* A post after the division has nothing to do with it; one over it is cut. */
  input = make_merged (1, NULL);
  g_array_index (input->people, XcAvoidancePerson, 0).organization_id = 0;
  add_post (input, 1, 6, "2022-01-01", NULL);
  assert_conflicts (input, "");
  input = make_merged (1, NULL);
  g_array_index (input->people, XcAvoidancePerson, 0).organization_id = 0;
  add_post (input, 1, 6, "2021-12-31", NULL);
  assert_conflicts (input, "past_post 1→6 predecessor 2021-12-31 2021-12-31 lapses 2024-12-31");

  /* Kin is where it is. */
  input = make_merged (1, NULL);
  g_array_index (input->people, XcAvoidancePerson, 0).organization_id = 0;
  add_kin (input, 1, 6);
  assert_conflicts (input, "");
  input = make_merged (1, "2022-01-01");
  g_array_index (input->people, XcAvoidancePerson, 0).organization_id = 0;
  add_kin (input, 1, 6);
  assert_conflicts (input, "kin 1→6 predecessor");
}

static void
test_chain (void)
{
  XcAvoidanceInput *input = make_tree (7);

  /* 7 into 6, 6 into 1: through both. */
  add_organization (input, 6, 0, "2022-01-01");
  add_organization (input, 7, 8, "2020-01-01");
  add_organization (input, 8, 0, NULL);
  add_succession (input, 6, 1, "2022-01-01");
  add_succession (input, 7, 6, "2020-01-01");
  assert_conflicts (input, "home 1→7 predecessor");

  /* The earliest day on the way holds; where 7 belonged then counts like itself. */
  input = make_tree (0);
  add_organization (input, 6, 0, NULL);
  add_organization (input, 7, 8, NULL);
  add_organization (input, 8, 0, NULL);
  add_succession (input, 6, 1, "2022-01-01");
  add_succession (input, 7, 6, "2021-06-15");
  add_post (input, 1, 7, NULL, NULL);
  add_post (input, 1, 8, NULL, NULL);
  assert_conflicts (input, "past_post 1→7 predecessor - 2021-06-14 lapses 2024-06-14; "
                           "past_post 1→8 above - 2021-06-14 lapses 2024-06-14");
}

static void
test_moved (void)
{
  XcAvoidanceMove move = { 1, 5, day ("2023-01-01") };
  XcAvoidanceInput *input = make_tree (5);

  g_array_append_val (input->moves, move);
  assert_conflicts (input, "past_post 1→5 above - 2022-12-31 lapses 2025-12-31");
}

static void
test_inspected_predecessor (void)
{
  XcAvoidanceInput *input = make_merged (1, "2022-01-01");

  g_array_index (input->people, XcAvoidancePerson, 0).organization_id = 0;
  add_team (input, 2, 0, NULL, NULL);
  add_member (input, 2, 1, NULL, NULL);
  add_inspection (input, 2, 6, "2020-01-01", "2020-02-01");
  assert_conflicts (input, "inspected_before 1→6 predecessor 2020-01-01 2020-02-01 lapses 2025-02-01");

  /* Only the same organization, not what is above or below; not one that had gone its own way. */
  for (gint64 other = 2; other <= 4; other++)
    {
      input = make_tree (0);
      add_team (input, 2, 0, NULL, NULL);
      add_member (input, 2, 1, NULL, NULL);
      add_inspection (input, 2, other, "2020-01-01", "2020-02-01");
      assert_conflicts (input, "");
    }
  input = make_merged (1, NULL);
  g_array_index (input->people, XcAvoidancePerson, 0).organization_id = 0;
  add_team (input, 2, 0, NULL, NULL);
  add_member (input, 2, 1, NULL, NULL);
  add_inspection (input, 2, 6, "2022-01-01", "2022-02-01");
  assert_conflicts (input, "");
}

static void
test_ruled (void)
{
  XcAvoidanceInput *input = make_tree (0);

  add_ruling (input, 1, 1, 0, XC_RULING_AVOID);
  assert_conflicts (input, "ruled 1→1 same");
  input = make_tree (0);
  add_ruling (input, 1, 2, 0, XC_RULING_AVOID);
  assert_conflicts (input, "ruled 1→2 above");
  input = make_tree (0);
  add_ruling (input, 1, 4, 0, XC_RULING_AVOID);
  assert_conflicts (input, "");
  input = make_tree (0);
  add_ruling (input, 1, 1, 400, XC_RULING_AVOID);
  assert_conflicts (input, "ruled 1→1 same");
  input = make_tree (0);
  add_ruling (input, 1, 1, 999, XC_RULING_AVOID);
  assert_conflicts (input, "");
}

/* Person 1 comes from organization 2, above, and was told to avoid 1 when @ruled. */
static XcAvoidanceInput *
make_waived (gint64 organization_id, gint64 inspection_id, gboolean ruled)
{
  XcAvoidanceInput *input = make_tree (2);

  if (ruled)
    add_ruling (input, 1, 1, 0, XC_RULING_AVOID);
  add_ruling (input, 1, organization_id, inspection_id, XC_RULING_WAIVED);
  return input;
}

static void
test_waived (void)
{
  XcAvoidanceInput *input;

  assert_conflicts (make_waived (1, 0, FALSE), "home 1→2 above waived");
  assert_conflicts (make_waived (1, 400, FALSE), "home 1→2 above waived");
  assert_conflicts (make_waived (1, 999, FALSE), "home 1→2 above");
  /* What was waived for one organization was not for another, not even for the one in which the reason lies. */
  assert_conflicts (make_waived (2, 0, FALSE), "home 1→2 above");
  /* A ruling to avoid is lifted for one inspection at most. */
  assert_conflicts (make_waived (1, 0, TRUE), "ruled 1→1 same; home 1→2 above waived");
  assert_conflicts (make_waived (1, 400, TRUE), "ruled 1→1 same waived; home 1→2 above waived");
  input = make_waived (1, 400, FALSE);
  add_ruling (input, 1, 1, 400, XC_RULING_AVOID);
  assert_conflicts (input, "ruled 1→1 same; home 1→2 above waived");
}

/* Person 1 comes from organization 2, above, is in two teams, and has a waiver of @grounds. */
static XcAvoidanceInput *
make_waived_grounds (gint64 inspection_id, guint grounds)
{
  XcAvoidanceInput *input = make_waived (1, inspection_id, FALSE);

  g_array_index (input->rulings, XcAvoidanceRuling, 0).grounds = grounds;
  add_team (input, 2, 7, STARTS, ENDS);
  add_member (input, 2, 1, NULL, NULL);
  return input;
}

static void
test_waived_ground (void)
{
  static const char home[] = "home 1→2 above waived; two_teams 1 " STARTS " " ENDS;
  static const char teams[] = "home 1→2 above; two_teams 1 " STARTS " " ENDS " waived";
  static const char none[] = "home 1→2 above; two_teams 1 " STARTS " " ENDS;
  XcAvoidanceInput *both;

  assert_conflicts (make_waived_grounds (400, XC_AVOIDANCE_MASK (XC_AVOIDANCE_HOME)), home);
  assert_conflicts (make_waived_grounds (0, XC_AVOIDANCE_MASK (XC_AVOIDANCE_HOME)), home);
  assert_conflicts (make_waived_grounds (400, XC_AVOIDANCE_MASK (XC_AVOIDANCE_TWO_TEAMS)), teams);
  /* Two teams are waived for one inspection at most. */
  assert_conflicts (make_waived_grounds (0, XC_AVOIDANCE_MASK (XC_AVOIDANCE_TWO_TEAMS)), none);
  assert_conflicts (make_waived_grounds (400, XC_AVOIDANCE_MASK (XC_AVOIDANCE_PAST_POST)), none);
  assert_conflicts (make_waived_grounds (400, XC_AVOIDANCE_MASK (XC_AVOIDANCE_RULED)), none);
  /* One that names none was not written for two teams. */
  assert_conflicts (make_waived_grounds (400, XC_AVOIDANCE_UNNAMED), home);
  both = make_waived_grounds (400, XC_AVOIDANCE_MASK (XC_AVOIDANCE_HOME));
  add_ruling (both, 1, 1, 400, XC_RULING_WAIVED)->grounds = XC_AVOIDANCE_MASK (XC_AVOIDANCE_TWO_TEAMS);
  assert_conflicts (both, "home 1→2 above waived; two_teams 1 " STARTS " " ENDS " waived");
}

/* Each ground is covered by a waiver of it, and by no other. */
static void
test_waived_ground_only (void)
{
  for (XcAvoidanceGround ground = XC_AVOIDANCE_RULED; ground < XC_N_AVOIDANCE_GROUNDS; ground++)
    {
      XcAvoidanceInput *input = make_tree (2);
      g_autoptr (XcAvoidance) avoidance = NULL;
      g_autoptr (GArray) conflicts = NULL;
      guint n_waived = 0;

      add_ruling (input, 1, 1, 0, XC_RULING_AVOID);
      add_kin (input, 1, 1);
      add_post (input, 1, 1, "2019-03-01", "2023-05-31");
      add_team (input, 2, 7, STARTS, ENDS);
      add_member (input, 2, 1, NULL, NULL);
      add_team (input, 3, 0, "2023-01-01", "2023-02-01");
      add_member (input, 3, 1, NULL, NULL);
      add_inspection (input, 3, 1, "2023-01-01", "2023-02-01");
      add_ruling (input, 1, 1, 400, XC_RULING_WAIVED)->grounds = XC_AVOIDANCE_MASK (ground);
      avoidance = xc_avoidance_new (input);
      conflicts = xc_avoidance_get_conflicts (avoidance, ROUND);
      for (guint i = 0; i < conflicts->len; i++)
        {
          const XcAvoidanceConflict *conflict = &g_array_index (conflicts, XcAvoidanceConflict, i);

          g_assert_true ((conflict->waiver != NULL) == (conflict->ground == ground));
          n_waived += conflict->waiver != NULL;
        }
      g_assert_cmpuint (conflicts->len, ==, 6);
      g_assert_cmpuint (n_waived, ==,
                        ground != XC_AVOIDANCE_PRESENT_POST && ground != XC_AVOIDANCE_LONG_SERVICE);
    }
}

/* The waiver for the one inspection is the one that is told. */
static void
test_nearest_waiver (void)
{
  XcAvoidanceInput *input = make_waived (1, 0, FALSE);
  g_autoptr (XcAvoidance) avoidance = NULL;
  g_autoptr (GArray) conflicts = NULL;

  add_ruling (input, 1, 1, 400, XC_RULING_WAIVED);
  avoidance = xc_avoidance_new (input);
  conflicts = xc_avoidance_get_conflicts (avoidance, ROUND);
  g_assert_cmpint (g_array_index (conflicts, XcAvoidanceConflict, 0).waiver->inspection_id, ==, 400);
}

/* Teams 1 and 2 of one round; person 2 comes from 5, person 3 from nowhere; 5 is not given to anyone. */
static XcAvoidance *
make_candidates (void)
{
  XcAvoidanceInput *input = make_tree (0);

  add_person (input, 2, 5);
  add_person (input, 3, 0);
  add_team (input, 2, ROUND, STARTS, ENDS);
  add_member (input, 2, 2, NULL, NULL);
  add_inspection (input, 0, 5, "2024-08-01", "2024-09-01");
  add_kin (input, 3, 1);
  add_post (input, 1, 5, "2010-01-01", "2021-08-15");
  return xc_avoidance_new (input);
}

static void
test_ask_person (void)
{
  g_autoptr (XcAvoidance) avoidance = make_candidates ();

  ASSERT_ANSWER (avoidance, "kin 3→1 same", .team_id = TEAM, .person_id = 3);
  ASSERT_ANSWER (avoidance, "", .team_id = 2, .person_id = 3);
  /* After the inspection there is nothing against it. */
  ASSERT_ANSWER (avoidance, "", .team_id = TEAM, .person_id = 3, .from = day ("2024-07-16"));
  ASSERT_ANSWER (avoidance, "kin 3→1 same", .team_id = TEAM, .person_id = 3, .from = day (ENDS));
  ASSERT_ANSWER (avoidance, "", .team_id = TEAM, .person_id = 3, .to = day ("2024-05-30"));
  /* In two teams, unless the other is left. */
  ASSERT_ANSWER (avoidance, "two_teams 2 " STARTS " " ENDS, .team_id = TEAM, .person_id = 2);
  ASSERT_ANSWER (avoidance, "", .team_id = TEAM, .person_id = 2, .member_id = 301);
  ASSERT_ANSWER (avoidance, "two_teams 1 " STARTS " " ENDS, .team_id = 2, .person_id = 1);
  /* Who is not there is no conflict. */
  ASSERT_ANSWER (avoidance, "", .team_id = TEAM, .person_id = 99);
  ASSERT_ANSWER (avoidance, "", .team_id = 99, .person_id = 3);
}

static void
test_ask_organization (void)
{
  g_autoptr (XcAvoidance) avoidance = make_candidates ();

  ASSERT_ANSWER (avoidance, "home 2→5 same", .team_id = 2, .organization_id = 5);
  ASSERT_ANSWER (avoidance, "home 2→5 same", .team_id = 2, .inspection_id = 401);
  /* By the days of the team, of the inspection, and those that are proposed. */
  ASSERT_ANSWER (avoidance, "past_post 1→5 same 2010-01-01 2021-08-15 lapses 2024-08-15", .team_id = TEAM,
                 .organization_id = 5);
  ASSERT_ANSWER (avoidance, "past_post 1→5 same 2010-01-01 2021-08-15 lapses 2024-08-15", .team_id = TEAM,
                 .inspection_id = 401);
  ASSERT_ANSWER (avoidance, "", .team_id = TEAM, .inspection_id = 401, .from = day ("2024-08-15"));
  ASSERT_ANSWER (avoidance, "", .team_id = TEAM, .organization_id = 5, .from = day ("2024-08-15"));
  ASSERT_ANSWER (avoidance, "", .team_id = TEAM, .organization_id = 99);
  /* One person at one thing. */
  ASSERT_ANSWER (avoidance, "home 2→5 same; two_teams 2 " STARTS " " ENDS, .team_id = TEAM, .person_id = 2,
                 .organization_id = 5);
}

static void
test_candidates (void)
{
  g_autoptr (XcAvoidance) avoidance = make_candidates ();
  g_autoptr (GArray) candidates = xc_avoidance_get_candidates (avoidance, TEAM);
  g_autoptr (GArray) none = xc_avoidance_get_candidates (avoidance, 99);
  const XcAvoidanceCandidate *one = (gconstpointer) candidates->data;

  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpuint (candidates->len, ==, 3);
  g_assert_cmpint (one[0].person->id, ==, 1);
  g_assert_true (one[0].is_member);
  g_assert_cmpuint (one[0].n_conflicts, ==, 0);
  g_assert_cmpint (one[1].person->id, ==, 2);
  g_assert_false (one[1].is_member);
  g_assert_cmpuint (one[1].n_conflicts, ==, 1);
  g_assert_cmpint (one[2].person->id, ==, 3);
}

/* Who is waived comes after those against whom nothing stands, and before the others. */
static void
test_waived_candidate (void)
{
  XcAvoidanceInput *input = make_tree (0);
  g_autoptr (XcAvoidance) avoidance = NULL;
  g_autoptr (GArray) candidates = NULL;
  const XcAvoidanceCandidate *one;

  add_person (input, 2, 1);
  add_person (input, 3, 1);
  add_person (input, 4, 0);
  add_ruling (input, 3, 1, 0, XC_RULING_WAIVED);
  avoidance = xc_avoidance_new (input);
  candidates = xc_avoidance_get_candidates (avoidance, TEAM);
  one = (gconstpointer) candidates->data;
  g_assert_cmpint (one[0].person->id, ==, 1);
  g_assert_cmpint (one[1].person->id, ==, 4);
  g_assert_cmpint (one[2].person->id, ==, 3);
  g_assert_cmpuint (one[2].n_waived, ==, 1);
  g_assert_cmpint (one[3].person->id, ==, 2);
}

static XcAvoidanceInput *
make_random_round (GRand *random)
{
  XcAvoidanceInput *input = make_tree (0);

  input->rule.grounds = (guint) g_rand_int_range (random, 0, XC_AVOIDANCE_ALL + 1);
  for (gint64 id = 2; id <= 6; id++)
    add_person (input, id, g_rand_int_range (random, 0, 8));
  add_organization (input, 6, g_rand_int_range (random, 0, 6), g_rand_boolean (random) ? "2022-01-01" : NULL);
  add_organization (input, 7, g_rand_int_range (random, 0, 6), NULL);
  add_succession (input, 6, g_rand_int_range (random, 1, 8), "2022-01-01");
  add_team (input, 2, g_rand_int_range (random, 0, 2), STARTS, g_rand_boolean (random) ? ENDS : NULL);
  for (guint i = 0; i < 12; i++)
    {
      XcDay from = day ("2018-01-01") + g_rand_int_range (random, 0, 2000);
      XcDay to = from + g_rand_int_range (random, 0, 1500);
      gint64 person = g_rand_int_range (random, 1, 7);
      XcAvoidancePost post = { 100 + i, person, g_rand_int_range (random, 1, 8), NULL, from, to };

      g_array_append_val (input->posts, post);
      if (i % 3 == 0)
        add_member (input, g_rand_int_range (random, 1, 3), person, NULL,
                    g_rand_boolean (random) ? "2024-06-10" : NULL);
      if (i % 4 == 0)
        add_inspection (input, g_rand_int_range (random, 1, 3), g_rand_int_range (random, 1, 8), STARTS,
                        ENDS);
      if (i % 5 == 0)
        add_ruling (input, person, g_rand_int_range (random, 1, 8), 0,
                    g_rand_boolean (random) ? XC_RULING_AVOID : XC_RULING_WAIVED);
      if (i % 6 == 0)
        add_kin (input, person, g_rand_int_range (random, 1, 8));
    }
  return input;
}

static char *
ask_everything (XcAvoidance *avoidance)
{
  const XcAvoidanceInput *input = xc_avoidance_get_input (avoidance);
  g_autoptr (GArray) answers = g_array_new (FALSE, FALSE, sizeof (XcAvoidanceConflict));

  for (guint i = 0; i < input->teams->len; i++)
    {
      XcAvoidanceProposal proposal = XC_AVOIDANCE_PROPOSAL_INIT;
      g_autoptr (GArray) some = NULL;

      proposal.team_id = g_array_index (input->teams, XcAvoidanceTeam, i).id;
      if (g_array_index (input->teams, XcAvoidanceTeam, i).round_id != ROUND)
        continue;
      some = xc_avoidance_ask (avoidance, &proposal);
      g_array_append_vals (answers, some->data, some->len);
    }
  return describe (answers);
}

/* What is told of a round is what its teams would be told, and is the same each time. */
static void
test_same_as_asked (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20240531);
  guint n_with_conflicts = 0;

  for (guint i = 0; i < 2000; i++)
    {
      g_autoptr (XcAvoidance) avoidance = xc_avoidance_new (make_random_round (random));
      g_autoptr (GArray) conflicts = NULL;
      g_autoptr (GArray) again = NULL;
      g_autofree char *told = NULL;
      g_autofree char *told_again = NULL;
      g_autofree char *asked = NULL;

      conflicts = xc_avoidance_get_conflicts (avoidance, ROUND);
      asked = ask_everything (avoidance);
      again = xc_avoidance_get_conflicts (avoidance, ROUND);
      told = describe (conflicts);
      told_again = describe (again);
      g_assert_cmpstr (told, ==, asked);
      g_assert_cmpstr (told, ==, told_again);
      n_with_conflicts += conflicts->len > 0;
    }
  g_assert_cmpuint (n_with_conflicts, >, 1000);
}

static void
test_finds_rows (void)
{
  g_autoptr (XcAvoidance) avoidance = make_candidates ();
  g_autoptr (XcAvoidance) other = xc_avoidance_ref (avoidance);

  g_assert_cmpint (xc_avoidance_find_person (other, 3)->id, ==, 3);
  g_assert_cmpint (xc_avoidance_find_organization (other, 5)->id, ==, 5);
  g_assert_cmpint (xc_avoidance_find_team (other, 2)->id, ==, 2);
  g_assert_cmpint (xc_avoidance_find_inspection (other, 401)->id, ==, 401);
  g_assert_null (xc_avoidance_find_person (other, 0));
  g_assert_null (xc_avoidance_find_organization (other, 0));
  g_assert_null (xc_avoidance_find_team (other, 0));
  g_assert_null (xc_avoidance_find_inspection (other, 0));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/avoidance-ties/above-and-below-not-beside", test_above_and_below);
  g_test_add_func ("/core/avoidance-ties/circles-end", test_circle);
  g_test_add_func ("/core/avoidance-ties/predecessors", test_predecessor);
  g_test_add_func ("/core/avoidance-ties/chains-of-predecessors", test_chain);
  g_test_add_func ("/core/avoidance-ties/where-it-belonged-before", test_moved);
  g_test_add_func ("/core/avoidance-ties/predecessor-inspected-before", test_inspected_predecessor);
  g_test_add_func ("/core/avoidance-ties/rulings-reach-downward", test_ruled);
  g_test_add_func ("/core/avoidance-ties/waivers", test_waived);
  g_test_add_func ("/core/avoidance-ties/waiver-covers-what-it-names", test_waived_ground);
  g_test_add_func ("/core/avoidance-ties/waiver-covers-no-other-ground", test_waived_ground_only);
  g_test_add_func ("/core/avoidance-ties/nearest-waiver-is-told", test_nearest_waiver);
  g_test_add_func ("/core/avoidance-ties/may-this-person-serve", test_ask_person);
  g_test_add_func ("/core/avoidance-ties/may-this-organization-go-there", test_ask_organization);
  g_test_add_func ("/core/avoidance-ties/who-might-serve", test_candidates);
  g_test_add_func ("/core/avoidance-ties/who-might-serve-by-waiver", test_waived_candidate);
  g_test_add_func ("/core/avoidance-ties/asked-as-told", test_same_as_asked);
  g_test_add_func ("/core/avoidance-ties/rows-by-id", test_finds_rows);
  return g_test_run ();
}
