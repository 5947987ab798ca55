/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/problem-numbers.h"

#include "ledger.h"

typedef struct
{
  char *folder;
  XcStore *store;
  gint64 rounds[2];
  gint64 organizations[2];
} Fixture;

static gint64
add_round (XcStore *store, gint64 term_id, int ordinal)
{
  g_autoptr (XcRecord) round = xc_record_new (XC_TABLE_ROUND);

  xc_record_set_number (round, "term_id", term_id);
  xc_record_set_number (round, "ordinal", ordinal);
  return xc_test_ledger_add (store, round);
}

static gint64
add_term (XcStore *store, int ordinal)
{
  g_autoptr (XcRecord) term = xc_record_new (XC_TABLE_TERM);

  xc_record_set_number (term, "ordinal", ordinal);
  xc_record_set_text (term, "committee", "示范区委");
  xc_record_set_day (term, "starts_on", xc_day_new (2001 + 5 * ordinal, 1, 1));
  xc_record_set_day (term, "ends_on", xc_day_new (2005 + 5 * ordinal, 12, 31));
  return xc_test_ledger_add (store, term);
}

static gint64
add_inspection (XcStore *store, gint64 round_id, gint64 organization_id)
{
  g_autoptr (XcRecord) inspection = xc_record_new (XC_TABLE_INSPECTION);

  xc_record_set_number (inspection, "round_id", round_id);
  xc_record_set_number (inspection, "organization_id", organization_id);
  if (round_id == 0)
    xc_record_set_text (inspection, "level", "higher");
  return xc_test_ledger_add (store, inspection);
}

static void
add_problem (XcStore *store, gint64 inspection_id, const char *number)
{
  g_autoptr (XcRecord) problem = xc_record_new (XC_TABLE_PROBLEM);

  xc_record_set_number (problem, "inspection_id", inspection_id);
  xc_record_set_text (problem, "number", number);
  xc_record_set_text (problem, "wording", "会议记录不全");
  xc_test_ledger_add (store, problem);
}

typedef struct
{
  gint64 inspection_id;
  char *number;
} Wanted;

static gboolean
give_number (XcStore *store, gpointer data, GError **error)
{
  Wanted *wanted = data;

  wanted->number = xc_problem_numbers_next (store, wanted->inspection_id, error);
  return wanted->number != NULL;
}

static void
assert_next (XcStore *store, gint64 inspection_id, const char *expected)
{
  Wanted wanted = { inspection_id, NULL };
  g_autoptr (GError) error = NULL;

  xc_store_run (store, "number", give_number, &wanted, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (wanted.number, ==, expected);
  g_free (wanted.number);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  gint64 term_id, register_id;

  fixture->folder = xc_test_folder_new ();
  fixture->store = xc_test_ledger_new (fixture->folder);
  term_id = add_term (fixture->store, 2);
  fixture->rounds[0] = add_round (fixture->store, term_id, 6);
  fixture->rounds[1] = add_round (fixture->store, term_id, 7);
  register_id = xc_test_ledger_add_register (fixture->store, "区直单位");
  fixture->organizations[0] = xc_test_ledger_add_organization (fixture->store, register_id, "财政局");
  fixture->organizations[1] = xc_test_ledger_add_organization (fixture->store, register_id, "教育局");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_unref (fixture->store);
  xc_test_folder_remove (fixture->folder);
}

static void
counts_organizations_of_a_round (Fixture *fixture, gconstpointer data)
{
  XcStore *store = fixture->store;
  gint64 first = add_inspection (store, fixture->rounds[0], fixture->organizations[0]);
  gint64 second = add_inspection (store, fixture->rounds[0], fixture->organizations[1]);
  gint64 again = add_inspection (store, fixture->rounds[0], fixture->organizations[0]);
  gint64 other_round = add_inspection (store, fixture->rounds[1], fixture->organizations[1]);

  assert_next (store, first, "06-01-001");
  assert_next (store, second, "06-02-001");
  assert_next (store, again, "06-01-001");
  assert_next (store, other_round, "07-01-001");
}

static void
goes_on_above_all_that_are_there (Fixture *fixture, gconstpointer data)
{
  XcStore *store = fixture->store;
  gint64 first = add_inspection (store, fixture->rounds[0], fixture->organizations[0]);
  gint64 again = add_inspection (store, fixture->rounds[0], fixture->organizations[0]);
  gint64 elsewhere = add_inspection (store, fixture->rounds[1], fixture->organizations[0]);

  add_problem (store, first, "06-01-002");
  assert_next (store, again, "06-01-003");
  /* Typed by hand in another form, or under another inspection. */
  add_problem (store, again, "6-1-7");
  assert_next (store, first, "06-01-008");
  add_problem (store, elsewhere, "06-01-011");
  assert_next (store, first, "06-01-012");
  add_problem (store, first, "巡发〔2024〕9号");
  assert_next (store, first, "06-01-012");
}

static void
does_not_mind_other_terms (Fixture *fixture, gconstpointer data)
{
  XcStore *store = fixture->store;
  gint64 earlier = add_round (store, add_term (store, 1), 6);
  gint64 then = add_inspection (store, earlier, fixture->organizations[0]);
  gint64 now = add_inspection (store, fixture->rounds[0], fixture->organizations[0]);

  add_problem (store, then, "06-01-040");
  assert_next (store, now, "06-01-001");
}

/* What a higher committee found belongs to no round and no term. */
static void
counts_outside_the_rounds (Fixture *fixture, gconstpointer data)
{
  XcStore *store = fixture->store;
  gint64 own = add_inspection (store, fixture->rounds[0], fixture->organizations[0]);
  gint64 first = add_inspection (store, 0, fixture->organizations[1]);
  gint64 second = add_inspection (store, 0, fixture->organizations[0]);
  gint64 again = add_inspection (store, 0, fixture->organizations[1]);

  assert_next (store, first, "00-01-001");
  add_problem (store, first, "00-01-001");
  assert_next (store, second, "00-02-001");
  assert_next (store, again, "00-01-002");
  assert_next (store, own, "06-01-001");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  ADD ("/store/problem-numbers/counts-organizations-of-a-round", counts_organizations_of_a_round);
  ADD ("/store/problem-numbers/goes-on-above-all-that-are-there", goes_on_above_all_that_are_there);
  ADD ("/store/problem-numbers/does-not-mind-other-terms", does_not_mind_other_terms);
  ADD ("/store/problem-numbers/counts-outside-the-rounds", counts_outside_the_rounds);
  return g_test_run ();
}
