/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each ground by itself, over the days on which it begins and ends to bar. */
#include "avoidance-case.h"

static void
test_nothing (void)
{
  XcAvoidanceInput *input = make_input ();

  add_organization (input, 2, 0, NULL);
  add_post (input, 1, 2, "2019-03-01", NULL);
  add_kin (input, 1, 2);
  assert_conflicts (input, "");
  assert_conflicts (xc_avoidance_input_new (), "");
}

static void
test_home (void)
{
  XcAvoidanceInput *input = make_input ();

  g_array_index (input->people, XcAvoidancePerson, 0).organization_id = 1;
  assert_conflicts (input, "home 1→1 same");
}

static void
assert_post (const char *from, const char *to, const char *expected)
{
  XcAvoidanceInput *input = make_input ();

  add_post (input, 1, 1, from, to);
  assert_conflicts (input, expected);
}

static void
test_present_post (void)
{
  assert_post ("2019-03-01", NULL, "present_post 1→1 same 2019-03-01 -");
  assert_post ("2019-03-01", STARTS, "present_post 1→1 same 2019-03-01 " STARTS);
  assert_post ("2019-03-01", "2030-01-01", "present_post 1→1 same 2019-03-01 2030-01-01");
  /* Begins while the inspection goes on, and after it. */
  assert_post (ENDS, NULL, "present_post 1→1 same " ENDS " -");
  assert_post ("2024-07-16", NULL, "");
  /* Nothing says when. */
  assert_post (NULL, NULL, "present_post 1→1 same");
  assert_post (NULL, STARTS, "present_post 1→1 same - " STARTS);
}

static void
test_past_post (void)
{
  assert_post ("2019-03-01", "2021-06-01", "past_post 1→1 same 2019-03-01 2021-06-01 lapses 2024-06-01");
  /* Three years are full. */
  assert_post ("2019-03-01", "2021-05-31", "");
  assert_post (NULL, "2021-06-01", "past_post 1→1 same - 2021-06-01 lapses 2024-06-01");
  assert_post (NULL, "2021-05-31", "");
  /* A period that ends before it begins is none. */
  assert_post ("2024-01-01", "2023-01-01", "");
}

/* Counted day by day and year by year here. */
static gboolean
is_within (XcDay last, XcDay start, int years)
{
  int year, month, day_of_month;

  xc_day_get (last, &year, &month, &day_of_month);
  if (month == 2 && day_of_month == 29 && (year + years) % 4 != 0)
    day_of_month = 28;
  return start < xc_day_new (year + years, month, day_of_month);
}

static void
test_years (void)
{
  XcDay starts = day (STARTS);

  for (int years = 0; years <= 6; years++)
    for (XcDay last = starts - 7 * 366; last < starts; last++)
      {
        XcAvoidanceInput *input = make_input ();
        g_autoptr (XcAvoidance) avoidance = NULL;
        g_autoptr (GArray) conflicts = NULL;

        input->rule.past_years = (guint) years;
        add_post (input, 1, 1, NULL, NULL);
        g_array_index (input->posts, XcAvoidancePost, 0).to = last;
        avoidance = xc_avoidance_new (input);
        conflicts = xc_avoidance_get_conflicts (avoidance, ROUND);
        g_assert_cmpuint (conflicts->len, ==, is_within (last, starts, years) ? 1 : 0);
      }
}

static void
test_years_without_end (void)
{
  XcAvoidanceInput *input = make_input ();

  /* Beyond the days that can be written. */
  input->rule.past_years = 999;
  add_post (input, 1, 1, "1990-01-01", "1991-01-01");
  assert_conflicts (input, "past_post 1→1 same 1990-01-01 1991-01-01");
}

static void
test_several_posts (void)
{
  XcAvoidanceInput *input = make_input ();

  /* Of the past nothing is said where the present says enough. */
  add_post (input, 1, 1, "2019-03-01", "2023-01-31");
  add_post (input, 1, 1, "2023-02-01", NULL);
  g_array_index (input->people, XcAvoidancePerson, 0).organization_id = 1;
  assert_conflicts (input, "present_post 1→1 same 2023-02-01 -");

  input = make_input ();
  add_post (input, 1, 1, "2019-03-01", "2022-01-31");
  g_array_index (input->people, XcAvoidancePerson, 0).organization_id = 1;
  assert_conflicts (input, "home 1→1 same");

  input = make_input ();
  add_post (input, 1, 1, "2019-03-01", "2022-01-31");
  add_post (input, 1, 1, "2022-02-01", "2023-01-31");
  assert_conflicts (input, "past_post 1→1 same 2019-03-01 2022-01-31 lapses 2025-01-31; "
                           "past_post 1→1 same 2022-02-01 2023-01-31 lapses 2026-01-31");
}

static void
test_unknown_start (void)
{
  XcAvoidanceInput *input = make_input ();

  /* No day of the inspection is known: today stands in. */
  input->as_of = day ("2024-05-31");
  g_array_index (input->inspections, XcAvoidanceInspection, 0).starts = XC_DAY_NONE;
  add_post (input, 1, 1, NULL, "2021-05-31");
  assert_conflicts (input, "");

  input = make_input ();
  input->as_of = day ("2024-05-30");
  g_array_index (input->inspections, XcAvoidanceInspection, 0).starts = XC_DAY_NONE;
  add_post (input, 1, 1, NULL, "2021-05-31");
  assert_conflicts (input, "past_post 1→1 same - 2021-05-31 lapses 2024-05-31");
}

static void
assert_long_service (guint years, const char *expected)
{
  XcAvoidanceInput *input = make_input ();

  input->rule.grounds |= XC_AVOIDANCE_MASK (XC_AVOIDANCE_LONG_SERVICE);
  input->rule.long_years = years;
  /* 2000-01-01 to 2003-12-31, part of it twice: 1,461 days. */
  add_post (input, 1, 1, "2001-06-01", "2003-12-31");
  add_post (input, 1, 1, "2000-01-01", "2002-06-30");
  add_post (input, 1, 1, "2001-01-01", "2001-02-01");
  add_post (input, 1, 1, NULL, "2009-01-01");
  assert_conflicts (input, expected);
}

static void
test_long_service (void)
{
  XcAvoidanceInput *input;

  assert_long_service (3, "long_service 1→1 same 2000-01-01 2003-12-31");
  assert_long_service (4, "");

  /* Off as shipped. */
  input = make_input ();
  add_post (input, 1, 1, "1990-01-01", "2009-12-31");
  assert_conflicts (input, "");

  /* Not beside a post that bars by itself. */
  input = make_input ();
  input->rule.grounds = XC_AVOIDANCE_ALL;
  add_post (input, 1, 1, "1990-01-01", "2022-12-31");
  assert_conflicts (input, "past_post 1→1 same 1990-01-01 2022-12-31 lapses 2025-12-31");
}

static void
test_kin (void)
{
  XcAvoidanceInput *input = make_input ();

  add_kin (input, 1, 1);
  add_kin (input, 1, 9);
  assert_conflicts (input, "kin 1→1 same");
}

/* Person 1 inspected @organization in round 0, if @member is so. */
static XcAvoidanceInput *
make_earlier (gint64 organization_id, const char *member_from, const char *member_to)
{
  XcAvoidanceInput *input = make_input ();

  add_team (input, 2, 0, "2020-03-01", "2020-06-30");
  add_member (input, 2, 1, member_from, member_to);
  add_inspection (input, 2, organization_id, "2020-03-10", "2020-04-20");
  return input;
}

static void
test_inspected_before (void)
{
  XcAvoidanceInput *input;
  const char *conflict = "inspected_before 1→1 same 2020-03-10 2020-04-20 lapses 2025-04-20";

  assert_conflicts (make_earlier (1, NULL, NULL), conflict);
  assert_conflicts (make_earlier (9, NULL, NULL), "");
  /* Was not there then, or only at its edge. */
  assert_conflicts (make_earlier (1, "2020-04-21", NULL), "");
  assert_conflicts (make_earlier (1, "2020-04-20", NULL), conflict);
  assert_conflicts (make_earlier (1, NULL, "2020-03-09"), "");
  assert_conflicts (make_earlier (1, NULL, "2020-03-10"), conflict);

  input = make_earlier (1, NULL, NULL);
  input->rule.inspected_years = 4;
  assert_conflicts (input, "");
  input = make_earlier (1, NULL, NULL);
  input->rule.inspected_years = 0;
  assert_conflicts (input, "inspected_before 1→1 same 2020-03-10 2020-04-20");

  /* Who goes on with an inspection has begun it. */
  input = make_earlier (1, NULL, NULL);
  g_array_index (input->inspections, XcAvoidanceInspection, 0).extends_id = 401;
  assert_conflicts (input, "");

  /* A later round is not before, and the same one neither. */
  input = make_earlier (1, NULL, NULL);
  g_array_index (input->teams, XcAvoidanceTeam, 1).round_position = ROUND + 1;
  assert_conflicts (input, "");
  input = make_earlier (1, NULL, NULL);
  g_array_index (input->teams, XcAvoidanceTeam, 1).round_position = ROUND;
  assert_conflicts (input, "");
}

/* Person 1 is in team 2 of @round_id as well. */
static XcAvoidanceInput *
make_two_teams (gint64 round_id, const char *from, const char *to)
{
  XcAvoidanceInput *input = make_input ();

  add_team (input, 2, round_id, "2024-05-01", "2024-12-31");
  add_member (input, 2, 1, from, to);
  return input;
}

static void
test_two_teams (void)
{
  XcAvoidanceInput *input;

  /* Without anything to inspect the second team lasts as long as the round; it is told of both. */
  assert_conflicts (make_two_teams (ROUND, NULL, NULL),
                    "two_teams 1 " STARTS " " ENDS "; two_teams 1 " STARTS " " ENDS);
  assert_conflicts (make_two_teams (ROUND, ENDS, NULL),
                    "two_teams 1 " ENDS " " ENDS "; two_teams 1 " ENDS " " ENDS);
  assert_conflicts (make_two_teams (ROUND, "2024-07-16", NULL), "");
  assert_conflicts (make_two_teams (ROUND, NULL, "2024-05-30"), "");
  assert_conflicts (make_two_teams (2, NULL, NULL), "two_teams 1 " STARTS " " ENDS);

  /* As long as it inspects, else. */
  input = make_two_teams (ROUND, NULL, NULL);
  add_inspection (input, 2, 9, "2024-08-01", "2024-09-01");
  assert_conflicts (input, "");
  input = make_two_teams (ROUND, NULL, NULL);
  add_inspection (input, 2, 9, "2024-08-01", "2024-09-01");
  add_inspection (input, 2, 9, "2024-07-01", "2024-07-10");
  assert_conflicts (input, "two_teams 1 2024-07-01 " ENDS "; two_teams 1 2024-07-01 2024-07-10");

  /* Unknown days are the same time in one round, and are not between two. */
  input = make_two_teams (ROUND, NULL, NULL);
  add_inspection (input, 2, 9, NULL, NULL);
  assert_conflicts (input, "two_teams 1 " STARTS " " ENDS "; two_teams 1 " STARTS " " ENDS);
  input = make_two_teams (2, NULL, NULL);
  add_inspection (input, 2, 9, NULL, NULL);
  assert_conflicts (input, "");
}

static void
test_member_days (void)
{
  XcAvoidanceInput *input = make_input ();

  /* Replaced before it began. */
  add_kin (input, 1, 1);
  g_array_index (input->members, XcAvoidanceMember, 0).to = day ("2024-05-30");
  assert_conflicts (input, "");

  /* Came later: by then three years are over. */
  input = make_input ();
  add_post (input, 1, 1, NULL, "2021-06-10");
  g_array_index (input->members, XcAvoidanceMember, 0).from = day ("2024-06-10");
  assert_conflicts (input, "");
  input = make_input ();
  add_post (input, 1, 1, NULL, "2021-06-10");
  g_array_index (input->members, XcAvoidanceMember, 0).from = day ("2024-06-09");
  assert_conflicts (input, "past_post 1→1 same - 2021-06-10 lapses 2024-06-10");

  /* Two rows of one person are one person. */
  input = make_input ();
  add_kin (input, 1, 1);
  add_member (input, TEAM, 1, NULL, NULL);
  assert_conflicts (input, "kin 1→1 same");
  input = make_input ();
  add_kin (input, 1, 1);
  g_array_index (input->members, XcAvoidanceMember, 0).to = day ("2024-05-30");
  add_member (input, TEAM, 1, "2024-06-01", NULL);
  assert_conflicts (input, "kin 1→1 same");
}

/* Everything stands against person 1. */
static XcAvoidanceInput *
make_all_grounds (void)
{
  XcAvoidanceInput *input = make_earlier (1, NULL, NULL);

  add_organization (input, 2, 1, NULL);
  add_organization (input, 3, 1, NULL);
  add_organization (input, 4, 1, NULL);
  add_ruling (input, 1, 1, 0, XC_RULING_AVOID);
  g_array_index (input->people, XcAvoidancePerson, 0).organization_id = 2;
  add_post (input, 1, 3, "2020-01-01", NULL);
  add_post (input, 1, 4, "2020-01-01", "2023-01-01");
  add_kin (input, 1, 1);
  add_team (input, 3, ROUND, NULL, NULL);
  add_member (input, 3, 1, NULL, NULL);
  return input;
}

static void
test_order_and_mask (void)
{
  static const char *const grounds[XC_N_AVOIDANCE_GROUNDS] = {
    "ruled 1→1 same",
    "home 1→2 below",
    "present_post 1→3 below 2020-01-01 -",
    "past_post 1→4 below 2020-01-01 2023-01-01 lapses 2026-01-01",
    NULL,
    "kin 1→1 same",
    "inspected_before 1→1 same 2020-03-10 2020-04-20 lapses 2025-04-20",
    "two_teams 1 " STARTS " " ENDS "; two_teams 1 " STARTS " " ENDS,
  };

  for (guint mask = 0; mask <= XC_AVOIDANCE_ALL; mask++)
    {
      XcAvoidanceInput *input = make_all_grounds ();
      g_autoptr (GString) expected = g_string_new (NULL);
      gboolean service = (mask & XC_AVOIDANCE_MASK (XC_AVOIDANCE_LONG_SERVICE)) != 0;

      for (guint ground = 0; ground < XC_N_AVOIDANCE_GROUNDS; ground++)
        if (grounds[ground] != NULL
            && (ground == XC_AVOIDANCE_RULED || (mask & XC_AVOIDANCE_MASK (ground)) != 0))
          g_string_append_printf (expected, "%s%s", expected->len > 0 ? "; " : "", grounds[ground]);
        else if (ground == XC_AVOIDANCE_LONG_SERVICE && service
                 && (mask
                     & (XC_AVOIDANCE_MASK (XC_AVOIDANCE_HOME) | XC_AVOIDANCE_MASK (XC_AVOIDANCE_PRESENT_POST)
                        | XC_AVOIDANCE_MASK (XC_AVOIDANCE_PAST_POST)))
                        == 0)
          g_string_append (expected, "; long_service 1→3 below 2020-01-01 " STARTS);
      input->rule.grounds = mask;
      assert_conflicts (input, expected->str);
    }
}

static void
test_words (void)
{
  for (guint i = 0; i < XC_N_AVOIDANCE_GROUNDS; i++)
    {
      XcAvoidanceGround ground;

      g_assert_true (
          xc_avoidance_ground_from_word (xc_avoidance_ground_to_word ((XcAvoidanceGround) i), &ground));
      g_assert_cmpuint (ground, ==, i);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/avoidance/nothing-where-nothing-is", test_nothing);
  g_test_add_func ("/core/avoidance/home", test_home);
  g_test_add_func ("/core/avoidance/present-post-by-its-days", test_present_post);
  g_test_add_func ("/core/avoidance/past-post-by-its-days", test_past_post);
  g_test_add_func ("/core/avoidance/past-post-on-every-day-of-seven-years", test_years);
  g_test_add_func ("/core/avoidance/years-beyond-the-calendar", test_years_without_end);
  g_test_add_func ("/core/avoidance/several-posts-in-one-place", test_several_posts);
  g_test_add_func ("/core/avoidance/today-where-the-inspection-has-no-day", test_unknown_start);
  g_test_add_func ("/core/avoidance/long-service", test_long_service);
  g_test_add_func ("/core/avoidance/kin", test_kin);
  g_test_add_func ("/core/avoidance/inspected-before", test_inspected_before);
  g_test_add_func ("/core/avoidance/two-teams-at-once", test_two_teams);
  g_test_add_func ("/core/avoidance/days-of-the-member", test_member_days);
  g_test_add_func ("/core/avoidance/order-and-each-set-of-grounds", test_order_and_mask);
  g_test_add_func ("/core/avoidance/words", test_words);
  return g_test_run ();
}
