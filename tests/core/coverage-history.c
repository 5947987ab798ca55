/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Figures of a day do not move when more happens: an office lives through a term day by day, its rows are copied each
 * evening, and at the end the figures of each evening are made again from the last rows.
 */
#include "coverage-rows.h"

#define N_DAYS 240

typedef struct
{
  GRand *rand;
  XcCoverageInput *input;
  int today;
  gint64 last_id;
} Office;

static XcCoverageOrganization *
get_organization (Office *office, guint index)
{
  return &g_array_index (office->input->organizations, XcCoverageOrganization, index);
}

/* Some organization that is valid today, or NULL. */
static XcCoverageOrganization *
choose_organization (Office *office)
{
  XcCoverageOrganization *row = get_organization (
      office, (guint) g_rand_int_range (office->rand, 0, (int) office->input->organizations->len));

  return xc_day_is_set (row->valid_to) ? NULL : row;
}

static gint64
found (Office *office)
{
  add_organization (office->input, ++office->last_id, g_rand_int_range (office->rand, 1, 4), office->today,
                    UNSET);
  get_organization (office, office->input->organizations->len - 1)->listed =
      g_rand_int_range (office->rand, 0, 6) > 0;
  return office->last_id;
}

static void
move (Office *office)
{
  XcCoverageOrganization *row = choose_organization (office);
  XcCoverageMember *member;

  if (row == NULL)
    return;
  add_event (office->input, XC_EVENT_MOVED, office->today);
  member = add_member (office->input, XC_SIDE_AFTER, row->id);
  if (g_rand_boolean (office->rand))
    {
      member->former_register_id = row->register_id;
      row->register_id = g_rand_int_range (office->rand, 1, 4);
    }
  else
    {
      member->former_listed = row->listed;
      row->listed = !row->listed;
    }
}

static void
end (Office *office, XcCoverageOrganization *row)
{
  row->valid_to = at (office->today);
  add_member (office->input, XC_SIDE_BEFORE, row->id);
}

static void
succeed (Office *office, gint64 id)
{
  XcCoverageMember *member = add_member (office->input, XC_SIDE_AFTER, id);

  if (g_rand_int_range (office->rand, 0, 4) == 0)
    decide (member, g_rand_boolean (office->rand) ? XC_PASSES_YES : XC_PASSES_NO, UNSET);
}

static void
merge (Office *office)
{
  XcCoverageOrganization *a = choose_organization (office);
  XcCoverageOrganization *b = choose_organization (office);

  if (a == NULL || b == NULL || a == b)
    return;
  add_event (office->input, XC_EVENT_MERGED, office->today);
  end (office, a);
  if (g_rand_boolean (office->rand))
    {
      succeed (office, b->id);
      return;
    }
  end (office, b);
  succeed (office, found (office));
}

static void
split (Office *office)
{
  XcCoverageOrganization *row = choose_organization (office);

  if (row == NULL)
    return;
  add_event (office->input, XC_EVENT_SPLIT, office->today);
  if (g_rand_boolean (office->rand))
    end (office, row);
  else
    add_member (office->input, XC_SIDE_BEFORE, row->id);
  succeed (office, found (office));
  succeed (office, found (office));
}

static void
abolish (Office *office)
{
  XcCoverageOrganization *row = choose_organization (office);

  if (row == NULL)
    return;
  add_event (office->input, XC_EVENT_ABOLISHED, office->today);
  end (office, row);
}

static void
confirm (Office *office)
{
  XcCoverageMember *member;

  if (office->input->members->len == 0)
    return;
  member = &g_array_index (office->input->members, XcCoverageMember,
                           (guint) g_rand_int_range (office->rand, 0, (int) office->input->members->len));
  if (member->passes == XC_PASSES_TO_CONFIRM)
    decide (member, g_rand_boolean (office->rand) ? XC_PASSES_YES : XC_PASSES_NO, office->today);
}

static void
enter (Office *office)
{
  XcCoverageOrganization *row = choose_organization (office);

  if (row != NULL)
    add_inspection (office->input, row->id, (XcInspectionKind) g_rand_int_range (office->rand, 0, 10),
                    office->today, UNSET);
}

static void
leave (Office *office)
{
  XcCoverageInspection *row;

  if (office->input->inspections->len == 0)
    return;
  row = &g_array_index (office->input->inspections, XcCoverageInspection,
                        (guint) g_rand_int_range (office->rand, 0, (int) office->input->inspections->len));
  if (!xc_day_is_set (row->left_on))
    row->left_on = at (office->today);
  else if (!xc_day_is_set (row->fed_back_on))
    row->fed_back_on = at (office->today);
}

static void
live_a_day (Office *office)
{
  static void (*const acts[]) (
      Office *) = { enter, enter, leave, leave, confirm, move, merge, split, abolish };

  for (int n = g_rand_int_range (office->rand, 0, 4); n > 0; n--)
    acts[g_rand_int_range (office->rand, 0, G_N_ELEMENTS (acts))](office);
  if (g_rand_int_range (office->rand, 0, 10) == 0)
    {
      add_event (office->input, XC_EVENT_FOUNDED, office->today);
      add_member (office->input, XC_SIDE_AFTER, found (office));
    }
}

static XcCoverageInput *
copy (const XcCoverageInput *input)
{
  XcCoverageInput *result = xc_coverage_input_new ();

  result->term = input->term;
#define COPY(rows) g_array_append_vals (result->rows, input->rows->data, input->rows->len)
  COPY (registers);
  COPY (organizations);
  COPY (events);
  COPY (members);
  COPY (rounds);
  COPY (inspections);
  return result;
}

static void
assert_same_figures (const XcCoverageFigures *a, const XcCoverageFigures *b)
{
  g_assert_cmpmem (a, sizeof *a, b, sizeof *b);
}

static void
assert_same_day (const XcCoverageDay *then, const XcCoverageDay *now)
{
  assert_same_figures (&then->total, &now->total);
  for (guint i = 0; i < then->n_registers; i++)
    assert_same_figures (&then->registers[i], &now->registers[i]);
  for (guint o = 0; o < now->n_organizations; o++)
    {
      const XcOrganizationCoverage *later = &now->organizations[o];

      if (o >= then->n_organizations)
        {
          g_assert_cmpint (later->state, ==, XC_COVERAGE_NOT_OWED);
          continue;
        }
      g_assert_cmpint (then->organizations[o].state, ==, later->state);
      g_assert_cmpuint (then->organizations[o].register_index, ==, later->register_index);
      g_assert_cmpint (then->organizations[o].covered_on, ==, later->covered_on);
    }
}

static void
does_not_move_earlier_days (gconstpointer user_data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed ((guint32) g_test_rand_int ());

  for (guint ledger = 0; ledger < 15; ledger++)
    {
      Office office = { .rand = rand, .input = make_term (N_DAYS) };
      g_autoptr (XcCoverage) last = NULL;
      XcCoverageDay *evenings[N_DAYS];
      guint moved = 0;

      office.input->term.covered_when = (XcCoveredWhen) GPOINTER_TO_INT (user_data);
      for (guint i = 0; i < 12; i++)
        {
          office.today = UNSET;
          found (&office);
        }
      for (office.today = 0; office.today < N_DAYS; office.today++)
        {
          g_autoptr (XcCoverage) coverage = NULL;

          live_a_day (&office);
          coverage = xc_coverage_new (copy (office.input));
          evenings[office.today] = xc_coverage_get_day (coverage, at (office.today));
        }
      last = xc_coverage_new (office.input);
      for (int day = 0; day < N_DAYS; day++)
        {
          g_autoptr (XcCoverageDay) then = g_steal_pointer (&evenings[day]);
          g_autoptr (XcCoverageDay) again = xc_coverage_get_day (last, at (day));
          g_autoptr (XcCoverageDay) end_of_term = xc_coverage_get_day (last, at (N_DAYS - 1));

          assert_same_day (then, again);
          moved += then->total.owed != end_of_term->total.owed
                   || then->total.covered != end_of_term->total.covered;
        }
      g_assert_cmpuint (moved, >, 0);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/core/coverage/does-not-move-earlier-days-when-entered",
                        GINT_TO_POINTER (XC_COVERED_WHEN_ENTERED), does_not_move_earlier_days);
  g_test_add_data_func ("/core/coverage/does-not-move-earlier-days-when-left",
                        GINT_TO_POINTER (XC_COVERED_WHEN_LEFT), does_not_move_earlier_days);
  g_test_add_data_func ("/core/coverage/does-not-move-earlier-days-when-fed-back",
                        GINT_TO_POINTER (XC_COVERED_WHEN_FED_BACK), does_not_move_earlier_days);
  return g_test_run ();
}
