/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Short ways to write down rows of coverage. Days are counted from the first day of the term, which is day 0. */
#pragma once

#include "core/coverage.h"

#define START ((XcDay) 19000)
#define UNSET G_MININT

G_GNUC_UNUSED static XcDay
at (int day)
{
  return day == UNSET ? XC_DAY_NONE : START + day;
}

/* A term of @n_days, counting what was left, with two registers in the total (1, 2) and one outside (3). */
G_GNUC_UNUSED static XcCoverageInput *
make_term (int n_days)
{
  XcCoverageInput *input = xc_coverage_input_new ();
  const XcCoverageRegister registers[] = { { 1, "departments", TRUE },
                                           { 2, "towns", TRUE },
                                           { 3, "villages", FALSE } };

  input->term.starts = at (0);
  input->term.ends = at (n_days - 1);
  g_array_append_vals (input->registers, registers, G_N_ELEMENTS (registers));
  return input;
}

G_GNUC_UNUSED static void
add_organization (XcCoverageInput *input, gint64 id, gint64 register_id, int from, int to)
{
  XcCoverageOrganization row = { .id = id,
                                 .name = "organization",
                                 .register_id = register_id,
                                 .valid_from = at (from),
                                 .valid_to = at (to),
                                 .listed = TRUE };

  g_array_append_val (input->organizations, row);
}

G_GNUC_UNUSED static XcCoverageInspection *
add_inspection (XcCoverageInput *input, gint64 organization_id, XcInspectionKind kind, int entered, int left)
{
  XcCoverageInspection row = { .id = 1000 + input->inspections->len,
                               .round_id = input->rounds->len,
                               .organization_id = organization_id,
                               .kind = kind,
                               .entered_on = at (entered),
                               .left_on = at (left),
                               .fed_back_on = XC_DAY_NONE };

  g_array_append_val (input->inspections, row);
  return &g_array_index (input->inspections, XcCoverageInspection, input->inspections->len - 1);
}

/* Ids of rounds count from 1; inspections added next belong to it. */
G_GNUC_UNUSED static void
add_round (XcCoverageInput *input, int starts, int ends)
{
  XcCoverageRound row = { .id = input->rounds->len + 1,
                          .ordinal = (int) input->rounds->len + 1,
                          .starts = at (starts),
                          .ends = at (ends) };

  g_array_append_val (input->rounds, row);
}

/* Ids of events count from 1; members added next belong to it. */
G_GNUC_UNUSED static void
add_event (XcCoverageInput *input, XcEventKind kind, int happened_on)
{
  XcCoverageEvent row = { .id = input->events->len + 1, .kind = kind, .happened_on = at (happened_on) };

  g_array_append_val (input->events, row);
}

G_GNUC_UNUSED static XcCoverageMember *
add_member (XcCoverageInput *input, XcEventSide side, gint64 organization_id)
{
  XcCoverageMember row = { .event_id = input->events->len,
                           .organization_id = organization_id,
                           .side = side,
                           .passes = XC_PASSES_TO_CONFIRM,
                           .decided_on = XC_DAY_NONE,
                           .former_listed = -1 };

  g_array_append_val (input->members, row);
  return &g_array_index (input->members, XcCoverageMember, input->members->len - 1);
}

G_GNUC_UNUSED static void
decide (XcCoverageMember *member, XcPasses passes, int decided_on)
{
  member->passes = passes;
  member->decided_on = at (decided_on);
}

/* Asserts covered, owed and to confirm in the total on a day. */
#define assert_total(coverage, day, covered_, owed_, to_confirm_)                                            \
  G_STMT_START                                                                                               \
  {                                                                                                          \
    g_autoptr (XcCoverageDay) figures_ = xc_coverage_get_day (coverage, at (day));                           \
                                                                                                             \
    g_assert_cmpuint (figures_->total.covered, ==, covered_);                                                \
    g_assert_cmpuint (figures_->total.owed, ==, owed_);                                                      \
    g_assert_cmpuint (figures_->total.to_confirm, ==, to_confirm_);                                          \
  }                                                                                                          \
  G_STMT_END

/* Asserts the state of an organization, by its index, on a day. */
#define assert_state(coverage, organization, day, state_)                                                    \
  G_STMT_START                                                                                               \
  {                                                                                                          \
    g_autoptr (XcCoverageDay) figures_ = xc_coverage_get_day (coverage, at (day));                           \
                                                                                                             \
    g_assert_cmpint (figures_->organizations[organization].state, ==, state_);                               \
  }                                                                                                          \
  G_STMT_END
