/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a clerk reads, whatever is known of a post, a relative, an inspection. */
#include "core/avoidance-words.h"

#include "avoidance-case.h"

static XcAvoidanceInput *
make_named (void)
{
  XcAvoidanceInput *input = make_input ();

  input->rule.grounds = XC_AVOIDANCE_ALL;
  g_array_index (input->organizations, XcAvoidanceOrganization, 0).name = "丙局";
  g_array_index (input->people, XcAvoidancePerson, 0).name = "张某某";
  g_array_index (input->teams, XcAvoidanceTeam, 0).ordinal = 2;
  g_array_index (input->teams, XcAvoidanceTeam, 0).round_ordinal = 6;
  return input;
}

/* The first conflict of what @input has, which is taken. */
static void
assert_sentence (XcAvoidanceInput *input, const char *expected)
{
  g_autoptr (XcAvoidance) avoidance = xc_avoidance_new (input);
  g_autoptr (GArray) conflicts = xc_avoidance_get_conflicts (avoidance, ROUND);
  g_autofree char *sentence = NULL;

  g_assert_cmpuint (conflicts->len, >, 0);
  sentence = xc_avoidance_describe (avoidance, &g_array_index (conflicts, XcAvoidanceConflict, 0));
  g_assert_cmpstr (sentence, ==, expected);
}

static void
assert_post_sentence (const char *from, const char *to, const char *title, const char *expected)
{
  XcAvoidanceInput *input = make_named ();

  add_post (input, 1, 1, from, to);
  g_array_index (input->posts, XcAvoidancePost, 0).title = title;
  assert_sentence (input, expected);
}

static void
test_posts (void)
{
  XcAvoidanceInput *input;

  assert_post_sentence ("2019-03-01", "2022-05-31", "副局长",
                        "张某某 was 副局长 of 丙局 from 2019-03 to 2022-05, less than 3 years before.");
  assert_post_sentence ("2019-03-01", "2022-05-31", NULL,
                        "张某某 worked at 丙局 from 2019-03 to 2022-05, less than 3 years before.");
  assert_post_sentence (NULL, "2022-05-31", "副局长",
                        "张某某 was 副局长 of 丙局 until 2022-05, less than 3 years before.");
  assert_post_sentence (NULL, "2022-05-31", "",
                        "张某某 worked at 丙局 until 2022-05, less than 3 years before.");
  assert_post_sentence ("2019-03-01", NULL, "副局长", "张某某 has been 副局长 of 丙局 since 2019-03.");
  assert_post_sentence ("2019-03-01", NULL, NULL, "张某某 has worked at 丙局 since 2019-03.");
  assert_post_sentence (NULL, NULL, "副局长", "张某某 is 副局长 of 丙局.");
  assert_post_sentence (NULL, NULL, NULL, "张某某 works at 丙局.");
  assert_post_sentence ("1990-01-01", "2000-01-01", NULL,
                        "张某某 served at 丙局 for more than 3 years in all, from 1990-01 to 2000-01.");

  input = make_named ();
  input->rule.past_years = 1;
  add_post (input, 1, 1, NULL, "2024-05-01");
  assert_sentence (input, "张某某 worked at 丙局 until 2024-05, less than 1 year before.");
}

static void
test_home (void)
{
  XcAvoidanceInput *input = make_named ();
  XcAvoidancePerson *person = &g_array_index (input->people, XcAvoidancePerson, 0);

  person->organization_id = 1;
  assert_sentence (input, "张某某 works at 丙局.");
  input = make_named ();
  person = &g_array_index (input->people, XcAvoidancePerson, 0);
  person->organization_id = 1;
  person->post = "科长";
  assert_sentence (input, "张某某 is 科长 of 丙局.");
}

static void
test_kin (void)
{
  XcAvoidanceInput *input = make_named ();

  add_kin (input, 1, 1);
  g_array_index (input->kin, XcAvoidanceKin, 0).relation = "配偶";
  assert_sentence (input, "A relative of 张某某 (配偶) works at 丙局.");
  input = make_named ();
  add_kin (input, 1, 1);
  g_array_index (input->kin, XcAvoidanceKin, 0).relation = "配偶";
  g_array_index (input->kin, XcAvoidanceKin, 0).title = "局长";
  assert_sentence (input, "A relative of 张某某 (配偶) is 局长 of 丙局.");
}

static XcAvoidanceInput *
make_served (gint64 round_id, const char *starts, const char *ends)
{
  XcAvoidanceInput *input = make_named ();

  add_team (input, 2, round_id, NULL, NULL);
  g_array_index (input->teams, XcAvoidanceTeam, 1).ordinal = 3;
  g_array_index (input->teams, XcAvoidanceTeam, 1).round_ordinal = 5;
  add_member (input, 2, 1, NULL, NULL);
  add_inspection (input, 2, 1, starts, ends);
  return input;
}

static void
test_service (void)
{
  assert_sentence (make_served (0, "2022-03-05", "2022-04-20"),
                   "张某某 inspected 丙局 before: 第五轮, 第三巡察组, 2022-03.");
  assert_sentence (make_served (0, NULL, NULL), "张某某 inspected 丙局 before: 第五轮, 第三巡察组.");
  assert_sentence (make_served (ROUND, "2024-06-01", "2024-06-20"),
                   "张某某 is in another team from 2024-06-01 to 2024-06-20: 第五轮, 第三巡察组.");
  assert_sentence (make_served (ROUND, NULL, NULL),
                   "张某某 is in another team from 2024-05-31 to 2024-07-15: 第五轮, 第三巡察组.");
}

static void
test_two_teams_without_days (void)
{
  XcAvoidanceInput *input = make_served (ROUND, NULL, NULL);

  g_array_index (input->inspections, XcAvoidanceInspection, 0).ends = XC_DAY_NONE;
  assert_sentence (input, "张某某 is in another team at the same time: 第五轮, 第三巡察组.");
}

static XcAvoidanceInput *
make_tied (gint64 parent_id, gint64 parent_of_other, gint64 predecessor_id)
{
  XcAvoidanceInput *input = make_named ();

  g_array_index (input->organizations, XcAvoidanceOrganization, 0).parent_id = parent_id;
  add_organization (input, 2, parent_of_other, predecessor_id != 0 ? "2020-01-01" : NULL);
  g_array_index (input->organizations, XcAvoidanceOrganization, 1).name = "丁街道";
  if (predecessor_id != 0)
    add_succession (input, predecessor_id, 1, "2020-01-01");
  g_array_index (input->people, XcAvoidancePerson, 0).organization_id = 2;
  return input;
}

static void
test_ties (void)
{
  assert_sentence (make_tied (2, 0, 0), "张某某 works at 丁街道. 丙局 belongs to 丁街道.");
  assert_sentence (make_tied (0, 1, 0), "张某某 works at 丁街道. 丁街道 belongs to 丙局.");
  assert_sentence (make_tied (0, 0, 2), "张某某 works at 丁街道. 丙局 came from 丁街道.");
}

static void
test_rulings (void)
{
  XcAvoidanceInput *input = make_named ();
  g_autoptr (XcAvoidance) avoidance = NULL;
  g_autoptr (GArray) conflicts = NULL;
  const XcAvoidanceConflict *conflict;
  g_autofree char *waiver = NULL;
  g_autofree char *dated = NULL;

  add_ruling (input, 1, 1, 0, XC_RULING_AVOID);
  g_array_index (input->rulings, XcAvoidanceRuling, 0).reason = "本人申请";
  assert_sentence (input, "It was ruled that 张某某 avoids 丙局: 本人申请");

  input = make_named ();
  add_ruling (input, 1, 1, 0, XC_RULING_WAIVED);
  g_array_index (input->rulings, XcAvoidanceRuling, 0).reason = "经领导小组同意";
  add_kin (input, 1, 1);
  avoidance = xc_avoidance_new (input);
  conflicts = xc_avoidance_get_conflicts (avoidance, ROUND);
  conflict = &g_array_index (conflicts, XcAvoidanceConflict, 0);
  waiver = xc_avoidance_describe_waiver (conflict);
  g_assert_cmpstr (waiver, ==, "Waived: 经领导小组同意");
  g_array_index (input->rulings, XcAvoidanceRuling, 0).ruled_on = day ("2024-05-20");
  dated = xc_avoidance_describe_waiver (conflict);
  g_assert_cmpstr (dated, ==, "Waived on 2024-05-20: 经领导小组同意");
}

static void
test_titles (void)
{
  g_autoptr (GHashTable) titles = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < XC_N_AVOIDANCE_GROUNDS; i++)
    g_hash_table_add (titles, (gpointer) xc_avoidance_ground_title ((XcAvoidanceGround) i));
  g_assert_cmpuint (g_hash_table_size (titles), ==, XC_N_AVOIDANCE_GROUNDS);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/avoidance-words/posts-by-what-is-known", test_posts);
  g_test_add_func ("/core/avoidance-words/home", test_home);
  g_test_add_func ("/core/avoidance-words/kin", test_kin);
  g_test_add_func ("/core/avoidance-words/earlier-and-other-service", test_service);
  g_test_add_func ("/core/avoidance-words/two-teams-without-days", test_two_teams_without_days);
  g_test_add_func ("/core/avoidance-words/ties", test_ties);
  g_test_add_func ("/core/avoidance-words/rulings-and-waivers", test_rulings);
  g_test_add_func ("/core/avoidance-words/each-ground-has-its-title", test_titles);
  return g_test_run ();
}
