/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The work list of today follows the ledger and the term that is shown. */
#include "app/due/due-watch.h"

#include "app/settings.h"
#include "app/today.h"
#include "ledger.h"
#include "rectification.h"

typedef struct
{
  XcTestRectification ledger;
  XcTermChoice *choice;
  XcDueWatch *watch;
  guint n_changed;
} Fixture;

/* The clock of this program: the linker puts the second in the place of the first. */
XcDay __real_xc_today (void);
XcDay __wrap_xc_today (void);
static int days_ahead;

XcDay
__wrap_xc_today (void)
{
  return __real_xc_today () + days_ahead;
}

static void
changed_cb (Fixture *fixture)
{
  fixture->n_changed++;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  xc_test_rectification_set_up (&fixture->ledger, NULL);
  fixture->choice = xc_term_choice_new ();
  xc_term_choice_set_store (fixture->choice, fixture->ledger.store);
  fixture->watch = xc_due_watch_new (fixture->choice);
  g_signal_connect_swapped (fixture->watch, "changed", G_CALLBACK (changed_cb), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_settings_reset (xc_settings_get (), "chosen-terms");
  xc_due_watch_set_store (fixture->watch, NULL);
  /* What a thread reads is let go of when it has ended. */
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (fixture->watch);
  g_assert_finalize_object (fixture->choice);
  xc_test_rectification_tear_down (&fixture->ledger, NULL);
}

static void
add_due (Fixture *fixture, XcDay due_on)
{
  gint64 problem = xc_test_rectification_add_problem (&fixture->ledger, 0, "议事规则不完善");

  xc_test_rectification_add_measure (&fixture->ledger, problem, "修订规则", "in_progress", due_on);
}

static void
add_overdue (Fixture *fixture)
{
  add_due (fixture, xc_today () - 10);
}

static void
wait_overdue (Fixture *fixture, guint n)
{
  const XcDueList *list = xc_due_watch_get_list (fixture->watch);

  while (list == NULL || list->counts[XC_DUE_OVERDUE] != n)
    {
      g_main_context_iteration (NULL, TRUE);
      list = xc_due_watch_get_list (fixture->watch);
    }
  g_assert_cmpint (list->today, ==, xc_today ());
}

static void
test_read (Fixture *fixture, gconstpointer data)
{
  add_overdue (fixture);
  xc_due_watch_set_store (fixture->watch, fixture->ledger.store);
  g_assert_null (xc_due_watch_get_list (fixture->watch));
  wait_overdue (fixture, 1);
  xc_due_watch_set_store (fixture->watch, NULL);
  g_assert_null (xc_due_watch_get_list (fixture->watch));
  g_assert_cmpuint (fixture->n_changed, ==, 3);
}

static void
test_change (Fixture *fixture, gconstpointer data)
{
  xc_due_watch_set_store (fixture->watch, fixture->ledger.store);
  wait_overdue (fixture, 0);
  add_overdue (fixture);
  add_overdue (fixture);
  wait_overdue (fixture, 2);
  g_assert_true (xc_store_undo (fixture->ledger.store, NULL, NULL));
  wait_overdue (fixture, 1);
}

static void
test_term (Fixture *fixture, gconstpointer data)
{
  g_autoptr (XcRecord) term = xc_record_new (XC_TABLE_TERM);
  gint64 shown, other;

  add_overdue (fixture);
  shown = xc_term_choice_get_id (fixture->choice);
  xc_record_set_text (term, "committee", "示范区委");
  xc_record_set_text (term, "level", "district");
  xc_record_set_number (term, "ordinal", 9);
  xc_record_set_day (term, "starts_on", xc_today () - 3000);
  xc_record_set_day (term, "ends_on", xc_today () - 2000);
  other = xc_test_ledger_add (fixture->ledger.store, term);
  xc_due_watch_set_store (fixture->watch, fixture->ledger.store);
  wait_overdue (fixture, 1);
  g_assert_true (xc_term_choice_choose (fixture->choice, other));
  wait_overdue (fixture, 0);
  g_assert_true (xc_term_choice_choose (fixture->choice, shown));
  wait_overdue (fixture, 1);
}

/* What asks every half minute whether it is another day is asked now. */
static void
look_at_the_clock (Fixture *fixture)
{
  GSource *source = g_main_context_find_source_by_user_data (NULL, fixture->watch);

  g_assert_nonnull (source);
  g_source_set_ready_time (source, 0);
  g_main_context_iteration (NULL, TRUE);
}

static void
test_midnight (Fixture *fixture, gconstpointer data)
{
  guint n_changed;

  add_due (fixture, xc_today ());
  xc_due_watch_set_store (fixture->watch, fixture->ledger.store);
  wait_overdue (fixture, 0);
  n_changed = fixture->n_changed;
  /* The same day: nothing is read anew. */
  look_at_the_clock (fixture);
  g_assert_cmpuint (fixture->n_changed, ==, n_changed);
  /* Nobody touches the ledger, and it is tomorrow. */
  days_ahead = 1;
  look_at_the_clock (fixture);
  wait_overdue (fixture, 1);
  g_assert_cmpuint (fixture->n_changed, ==, n_changed + 1);
  days_ahead = 0;
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/app/due-watch/reads-in-a-thread", Fixture, NULL, set_up, test_read, tear_down);
  g_test_add ("/app/due-watch/follows-each-change", Fixture, NULL, set_up, test_change, tear_down);
  g_test_add ("/app/due-watch/follows-the-day", Fixture, NULL, set_up, test_midnight, tear_down);
  g_test_add ("/app/due-watch/follows-the-term-that-is-shown", Fixture, NULL, set_up, test_term, tear_down);
  return g_test_run ();
}
