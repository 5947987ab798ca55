/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A small district to ask about avoidance: few letters for rows, and conflicts written out as text. */
#pragma once

#include "core/avoidance.h"

#define TEAM 1
#define ROUND 1
#define STARTS "2024-05-31"
#define ENDS "2024-07-15"

static inline XcDay
day (const char *iso)
{
  return iso == NULL ? XC_DAY_NONE : xc_day_parse_iso (iso);
}

static inline void
add_organization (XcAvoidanceInput *input, gint64 id, gint64 parent_id, const char *valid_to)
{
  XcAvoidanceOrganization row = { id, NULL, parent_id, day (valid_to) };

  g_array_append_val (input->organizations, row);
}

static inline void
add_person (XcAvoidanceInput *input, gint64 id, gint64 organization_id)
{
  XcAvoidancePerson row = { id, NULL, organization_id, NULL };

  g_array_append_val (input->people, row);
}

static inline void
add_post (XcAvoidanceInput *input, gint64 person_id, gint64 organization_id, const char *from, const char *to)
{
  XcAvoidancePost row = { 100 + input->posts->len, person_id, organization_id, NULL, day (from), day (to) };

  g_array_append_val (input->posts, row);
}

static inline void
add_kin (XcAvoidanceInput *input, gint64 person_id, gint64 organization_id)
{
  XcAvoidanceKin row = { 200 + input->kin->len, person_id, organization_id, "", NULL };

  g_array_append_val (input->kin, row);
}

static inline void
add_team (XcAvoidanceInput *input, gint64 id, gint64 round_id, const char *starts, const char *ends)
{
  XcAvoidanceTeam row = {
    .id = id,
    .round_id = round_id,
    .round_position = (int) round_id,
    .starts = day (starts),
    .ends = day (ends),
  };

  g_array_append_val (input->teams, row);
}

static inline void
add_member (XcAvoidanceInput *input, gint64 team_id, gint64 person_id, const char *from, const char *to)
{
  XcAvoidanceMember row = { 300 + input->members->len, team_id, person_id, "member", day (from), day (to) };

  g_array_append_val (input->members, row);
}

static inline XcAvoidanceInspection *
add_inspection (XcAvoidanceInput *input, gint64 team_id, gint64 organization_id, const char *starts,
                const char *ends)
{
  XcAvoidanceInspection row = {
    400 + input->inspections->len, team_id, organization_id, 0, day (starts), day (ends)
  };

  g_array_append_val (input->inspections, row);
  return &g_array_index (input->inspections, XcAvoidanceInspection, input->inspections->len - 1);
}

/* As they were written when they named no ground. */
static inline XcAvoidanceRuling *
add_ruling (XcAvoidanceInput *input, gint64 person_id, gint64 organization_id, gint64 inspection_id,
            XcRuling ruling)
{
  XcAvoidanceRuling row = {
    500 + input->rulings->len, person_id, organization_id, inspection_id, ruling, "", XC_DAY_NONE,
    XC_AVOIDANCE_UNNAMED
  };

  g_array_append_val (input->rulings, row);
  return &g_array_index (input->rulings, XcAvoidanceRuling, input->rulings->len - 1);
}

static inline void
add_succession (XcAvoidanceInput *input, gint64 predecessor_id, gint64 successor_id, const char *happened_on)
{
  XcAvoidanceSuccession row = { predecessor_id, successor_id, day (happened_on) };

  g_array_append_val (input->successions, row);
}

/* Organization 1, inspected as 400 by team 1, in which person 1 is, as member 300. */
static inline XcAvoidanceInput *
make_input (void)
{
  XcAvoidanceInput *input = xc_avoidance_input_new ();

  input->as_of = day ("2024-05-01");
  add_organization (input, 1, 0, NULL);
  add_person (input, 1, 0);
  add_team (input, TEAM, ROUND, STARTS, ENDS);
  add_member (input, TEAM, 1, NULL, NULL);
  add_inspection (input, TEAM, 1, STARTS, ENDS);
  return input;
}

static inline const char *
describe_day (XcDay value, char buffer[XC_DAY_ISO_SIZE])
{
  return xc_day_is_set (value) ? xc_day_format_iso (value, buffer) : "-";
}

/* As "past_post 1→2 same 2019-03-01 2021-05-31 lapses 2024-05-31 waived", one line a conflict: person and where. */
static inline char *
describe (const GArray *conflicts)
{
  static const char *const ties[] = { "same", "predecessor", "above", "below" };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < conflicts->len; i++)
    {
      const XcAvoidanceConflict *conflict = &g_array_index (conflicts, XcAvoidanceConflict, i);
      char since[XC_DAY_ISO_SIZE], until[XC_DAY_ISO_SIZE], lapses[XC_DAY_ISO_SIZE];

      g_string_append_printf (text, "%s%s %d", i > 0 ? "; " : "",
                              xc_avoidance_ground_to_word (conflict->ground), (int) conflict->person->id);
      if (conflict->related != NULL)
        g_string_append_printf (text, "→%d %s", (int) conflict->related->id, ties[conflict->tie]);
      if (xc_day_is_set (conflict->since) || xc_day_is_set (conflict->until))
        g_string_append_printf (text, " %s %s", describe_day (conflict->since, since),
                                describe_day (conflict->until, until));
      if (xc_day_is_set (conflict->lapses_on))
        g_string_append_printf (text, " lapses %s", describe_day (conflict->lapses_on, lapses));
      if (conflict->waiver != NULL)
        g_string_append (text, " waived");
    }
  return g_string_free (text, FALSE);
}

/* Takes @input. */
static inline void
assert_conflicts (XcAvoidanceInput *input, const char *expected)
{
  g_autoptr (XcAvoidance) avoidance = xc_avoidance_new (input);
  g_autoptr (GArray) conflicts = xc_avoidance_get_conflicts (avoidance, ROUND);
  g_autofree char *found = describe (conflicts);

  g_assert_cmpstr (found, ==, expected);
}

/* Days that are not given are left open; nothing here is asked of 1970. */
static inline void
assert_answer (XcAvoidance *avoidance, XcAvoidanceProposal proposal, const char *expected)
{
  g_autoptr (GArray) conflicts = NULL;
  g_autofree char *found = NULL;

  proposal.from = proposal.from == 0 ? XC_DAY_NONE : proposal.from;
  proposal.to = proposal.to == 0 ? XC_DAY_NONE : proposal.to;
  conflicts = xc_avoidance_ask (avoidance, &proposal);
  found = describe (conflicts);
  g_assert_cmpstr (found, ==, expected);
}

#define ASSERT_ANSWER(avoidance, expected, ...)                                                              \
  assert_answer (avoidance, (XcAvoidanceProposal){ __VA_ARGS__ }, expected)
