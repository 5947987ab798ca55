/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which term a window shows. */
#include "app/term/term-choice.h"

#include "app/settings.h"
#include "app/today.h"
#include "ledger.h"

typedef struct
{
  XcTestFolder *folder;
  XcStore *store;
  XcTermChoice *choice;
  gint64 past, present;
  guint n_chosen, n_changed;
} Fixture;

static gint64
add_term (XcStore *store, int ordinal, XcDay starts_on, XcDay ends_on)
{
  g_autoptr (XcRecord) term = xc_record_new (XC_TABLE_TERM);

  xc_record_set_text (term, "committee", "Demo");
  xc_record_set_text (term, "level", "district");
  xc_record_set_number (term, "ordinal", ordinal);
  xc_record_set_day (term, "starts_on", starts_on);
  xc_record_set_day (term, "ends_on", ends_on);
  return xc_test_ledger_add (store, term);
}

static void
count_cb (guint *n)
{
  ++*n;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = xc_test_folder_new ();
  fixture->store = xc_test_ledger_new (fixture->folder);
  fixture->past = add_term (fixture->store, 1, xc_today () - 3000, xc_today () - 1001);
  fixture->present = add_term (fixture->store, 2, xc_today () - 1000, xc_today () + 800);
  fixture->choice = xc_term_choice_new ();
  xc_term_choice_set_store (fixture->choice, fixture->store);
  g_signal_connect_swapped (fixture->choice, "chosen", G_CALLBACK (count_cb), &fixture->n_chosen);
  g_signal_connect_swapped (fixture->choice, "terms-changed", G_CALLBACK (count_cb), &fixture->n_changed);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_settings_reset (xc_settings_get (), "chosen-terms");
  g_assert_finalize_object (fixture->choice);
  g_assert_finalize_object (fixture->store);
  xc_test_folder_remove (fixture->folder);
}

static void
test_term_of_today (Fixture *fixture, gconstpointer data)
{
  GPtrArray *terms = xc_term_choice_get_terms (fixture->choice);

  g_assert_cmpint (xc_term_choice_get_id (fixture->choice), ==, fixture->present);
  g_assert_cmpint (xc_term_choice_get_day (fixture->choice), ==, xc_today ());
  g_assert_cmpuint (terms->len, ==, 2);
  g_assert_cmpint (xc_record_get_id (terms->pdata[0]), ==, fixture->present);
  g_assert_cmpint (xc_record_get_id (terms->pdata[1]), ==, fixture->past);
}

static void
test_past_term (Fixture *fixture, gconstpointer data)
{
  g_assert_true (xc_term_choice_choose (fixture->choice, fixture->past));
  g_assert_cmpint (xc_term_choice_get_day (fixture->choice), ==, xc_today () - 1001);
  g_assert_cmpuint (fixture->n_chosen, ==, 1);
  g_assert_true (xc_term_choice_choose (fixture->choice, fixture->past));
  g_assert_cmpuint (fixture->n_chosen, ==, 1);
  g_assert_false (xc_term_choice_choose (fixture->choice, 12345));
  g_assert_cmpint (xc_term_choice_get_id (fixture->choice), ==, fixture->past);
}

static void
test_remembered (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GVariant) none = NULL;
  g_autoptr (XcTermChoice) again = xc_term_choice_new ();

  xc_term_choice_choose (fixture->choice, fixture->past);
  xc_term_choice_set_store (again, fixture->store);
  g_assert_cmpint (xc_term_choice_get_id (again), ==, fixture->past);
  /* The term of today is nothing to remember: next year it may be another one. */
  xc_term_choice_choose (fixture->choice, fixture->present);
  none = g_settings_get_value (xc_settings_get (), "chosen-terms");
  g_assert_cmpuint (g_variant_n_children (none), ==, 0);
}

static void
test_follows_the_ledger (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 next;

  xc_term_choice_choose (fixture->choice, fixture->past);
  next = add_term (fixture->store, 3, xc_today () + 801, xc_today () + 2000);
  g_assert_cmpuint (fixture->n_changed, ==, 1);
  g_assert_cmpuint (fixture->n_chosen, ==, 1);
  g_assert_cmpint (xc_record_get_id (xc_term_choice_get_terms (fixture->choice)->pdata[0]), ==, next);
  xc_term_choice_choose (fixture->choice, next);
  g_assert_cmpuint (fixture->n_chosen, ==, 2);
  /* It is gone, so the term of today is shown. */
  xc_store_undo (fixture->store, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (xc_term_choice_get_id (fixture->choice), ==, fixture->present);
  g_assert_cmpuint (fixture->n_chosen, ==, 3);
}

static void
test_no_term (void)
{
  g_autoptr (XcTermChoice) choice = xc_term_choice_new ();

  g_assert_null (xc_term_choice_get_term (choice));
  g_assert_cmpint (xc_term_choice_get_id (choice), ==, 0);
  g_assert_false (xc_day_is_set (xc_term_choice_get_day (choice)));
  g_assert_cmpuint (xc_term_choice_get_terms (choice)->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/app/term-choice/shows-the-term-of-today", Fixture, NULL, set_up, test_term_of_today,
              tear_down);
  g_test_add ("/app/term-choice/shows-a-past-term-as-of-its-last-day", Fixture, NULL, set_up, test_past_term,
              tear_down);
  g_test_add ("/app/term-choice/remembers-what-was-chosen", Fixture, NULL, set_up, test_remembered,
              tear_down);
  g_test_add ("/app/term-choice/follows-the-ledger", Fixture, NULL, set_up, test_follows_the_ledger,
              tear_down);
  g_test_add_func ("/app/term-choice/is-empty-without-a-ledger", test_no_term);
  return g_test_run ();
}
