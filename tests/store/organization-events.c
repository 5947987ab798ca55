/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/organization-events.h"

#include "ledger.h"
#include "store/coverage-source.h"

/* A term with two registers of three organizations; a and b of the first were inspected. */
typedef struct
{
  XcTestFolder *folder;
  XcStore *store;
  gint64 a, b, c, x;
  gint64 first, second;
  char *before;
} Ledger;

static void
set_up (Ledger *ledger, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *sql = NULL;

  ledger->folder = xc_test_folder_new ();
  ledger->store = xc_test_ledger_new (ledger->folder);
  ledger->first = xc_test_ledger_add_register (ledger->store, "区直单位");
  ledger->second = xc_test_ledger_add_register (ledger->store, "国有企业");
  ledger->a = xc_test_ledger_add_organization (ledger->store, ledger->first, "甲局党组");
  ledger->b = xc_test_ledger_add_organization (ledger->store, ledger->first, "乙局党组");
  ledger->c = xc_test_ledger_add_organization (ledger->store, ledger->first, "丙局党组");
  ledger->x = xc_test_ledger_add_organization (ledger->store, ledger->second, "丁公司党委");
  sql = g_strdup_printf (
      "INSERT INTO term (id, ordinal, committee, level, starts_on, ends_on, covered_when, decimals)"
      " VALUES (1, 2, '示范区委', 'district', '2021-07-01', '2026-06-30', 'left', 2);"
      "INSERT INTO round (id, term_id, ordinal) VALUES (1, 1, 1);"
      "INSERT INTO inspection (id, round_id, organization_id, kind, level, counts, enters_on, leaves_on)"
      " VALUES (1, 1, %" G_GINT64_FORMAT ", 'regular', 'own', 'by_kind', '2022-01-10', '2022-03-10')",
      ledger->a);
  xc_database_execute (xc_store_get_database (ledger->store), sql, &error);
  g_assert_no_error (error);
  ledger->before = xc_test_ledger_dump (ledger->store);
}

static void
tear_down (Ledger *ledger, gconstpointer data)
{
  g_object_unref (ledger->store);
  xc_test_folder_remove (ledger->folder);
  g_free (ledger->before);
}

static XcOrganizationEvent *
new_event (XcEventKind kind)
{
  XcOrganizationEvent *event = xc_organization_event_new (kind);

  event->day = xc_day_new (2023, 1, 1);
  event->document = g_strdup ("示办发〔2022〕9号");
  return event;
}

static void
add_before (XcOrganizationEvent *event, gint64 id)
{
  g_array_append_val (event->predecessors, id);
}

static void
run (Ledger *ledger, XcOrganizationEvent *event)
{
  g_autofree char *title = xc_organization_event_dup_title (event, ledger->store);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_utf8_strlen (title, -1) > 2);
  xc_store_run (ledger->store, title, xc_organization_event_apply, event, &error);
  g_assert_no_error (error);
}

static void
refuse (Ledger *ledger, XcOrganizationEvent *event, const char *words)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *after = NULL;

  g_assert_false (xc_store_run (ledger->store, "refused", xc_organization_event_apply, event, &error));
  g_assert_error (error, XC_STORE_ERROR, XC_STORE_ERROR_REFUSED);
  g_assert_nonnull (strstr (error->message, words));
  after = xc_test_ledger_dump (ledger->store);
  g_assert_cmpstr (after, ==, ledger->before);
}

/* Takes the last action back, and does it again. */
static void
assert_undone (Ledger *ledger)
{
  g_autofree char *done = xc_test_ledger_dump (ledger->store);
  g_autofree char *undone = NULL;
  g_autofree char *again = NULL;

  g_assert_cmpstr (done, !=, ledger->before);
  g_assert_true (xc_store_undo (ledger->store, NULL, NULL));
  undone = xc_test_ledger_dump (ledger->store);
  g_assert_cmpstr (undone, ==, ledger->before);
  g_assert_true (xc_store_redo (ledger->store, NULL, NULL));
  again = xc_test_ledger_dump (ledger->store);
  g_assert_cmpstr (again, ==, done);
}

static void
assert_figures (Ledger *ledger, XcDay day, guint covered, guint owed, guint to_confirm)
{
  g_autoptr (XcRecord) term = xc_coverage_source_find_term (ledger->store, day, NULL);
  g_autoptr (XcCoverage) coverage = xc_coverage_source_load (ledger->store, term, NULL);
  g_autoptr (XcCoverageDay) figures = xc_coverage_get_day (coverage, day);

  g_assert_cmpuint (figures->total.covered, ==, covered);
  g_assert_cmpuint (figures->total.owed, ==, owed);
  g_assert_cmpuint (figures->total.to_confirm, ==, to_confirm);
}

static void
founds (Ledger *ledger, gconstpointer data)
{
  g_autoptr (XcOrganizationEvent) event = new_event (XC_EVENT_FOUNDED);

  refuse (ledger, event, "No name is given");
  g_ptr_array_add (event->founded, g_strdup ("戊局党组"));
  refuse (ledger, event, "Nothing says in which register");
  event->register_id = ledger->second;
  run (ledger, event);
  assert_figures (ledger, event->day - 1, 1, 4, 0);
  assert_figures (ledger, event->day, 1, 5, 0);
  assert_undone (ledger);
}

static void
renames (Ledger *ledger, gconstpointer data)
{
  g_autoptr (XcOrganizationEvent) event = new_event (XC_EVENT_RENAMED);
  g_autoptr (XcRecord) organization = NULL;
  g_autoptr (GPtrArray) members = NULL;

  add_before (event, ledger->a);
  refuse (ledger, event, "new name");
  g_ptr_array_add (event->founded, g_strdup ("乙局党组"));
  refuse (ledger, event, "already");
  g_ptr_array_set_size (event->founded, 0);
  g_ptr_array_add (event->founded, g_strdup ("新甲局党组"));
  run (ledger, event);
  organization = xc_store_load (ledger->store, XC_TABLE_ORGANIZATION, ledger->a, NULL);
  members = xc_store_load_where (ledger->store, XC_TABLE_EVENT_MEMBER, "organization_id", ledger->a, NULL);
  g_assert_cmpstr (xc_record_get_text (organization, "name"), ==, "新甲局党组");
  g_assert_cmpuint (members->len, ==, 2);
  assert_figures (ledger, event->day, 1, 4, 0);
  assert_undone (ledger);
}

static void
does_not_rename_before_a_later_renaming (Ledger *ledger, gconstpointer data)
{
  g_autoptr (XcOrganizationEvent) event = new_event (XC_EVENT_RENAMED);

  add_before (event, ledger->a);
  g_ptr_array_add (event->founded, g_strdup ("新甲局党组"));
  run (ledger, event);
  g_free (ledger->before);
  ledger->before = xc_test_ledger_dump (ledger->store);
  event->day -= 10;
  g_ptr_array_set_size (event->founded, 0);
  g_ptr_array_add (event->founded, g_strdup ("中甲局党组"));
  refuse (ledger, event, "2023-01-01");
}

static void
merges_into_a_new_one (Ledger *ledger, gconstpointer data)
{
  g_autoptr (XcOrganizationEvent) event = new_event (XC_EVENT_MERGED);

  add_before (event, ledger->a);
  refuse (ledger, event, "A merger needs");
  add_before (event, ledger->b);
  g_ptr_array_add (event->founded, g_strdup ("甲乙局党组"));
  run (ledger, event);
  assert_figures (ledger, event->day - 1, 1, 4, 0);
  assert_figures (ledger, event->day, 1, 3, 1);
  assert_undone (ledger);
}

static void
merges_into_one_that_goes_on (Ledger *ledger, gconstpointer data)
{
  g_autoptr (XcOrganizationEvent) event = new_event (XC_EVENT_MERGED);

  add_before (event, ledger->a);
  add_before (event, ledger->b);
  g_array_append_val (event->successors, ledger->c);
  event->passes = XC_PASSES_NO;
  event->decided_on = event->day;
  run (ledger, event);
  assert_figures (ledger, event->day, 0, 2, 0);
  assert_undone (ledger);
}

static void
splits (Ledger *ledger, gconstpointer data)
{
  g_autoptr (XcOrganizationEvent) event = new_event (XC_EVENT_SPLIT);

  add_before (event, ledger->a);
  g_ptr_array_add (event->founded, g_strdup ("甲一局党组"));
  refuse (ledger, event, "A split needs");
  g_array_append_val (event->successors, ledger->a);
  event->passes = XC_PASSES_YES;
  event->decided_on = event->day;
  run (ledger, event);
  assert_figures (ledger, event->day, 2, 5, 0);
  assert_undone (ledger);
}

static void
abolishes (Ledger *ledger, gconstpointer data)
{
  g_autoptr (XcOrganizationEvent) event = new_event (XC_EVENT_ABOLISHED);

  refuse (ledger, event, "No organization is given");
  add_before (event, ledger->a);
  run (ledger, event);
  assert_figures (ledger, event->day - 1, 1, 4, 0);
  assert_figures (ledger, event->day, 0, 3, 0);
  assert_undone (ledger);
}

static void
does_not_abolish_twice (Ledger *ledger, gconstpointer data)
{
  g_autoptr (XcOrganizationEvent) event = new_event (XC_EVENT_ABOLISHED);

  add_before (event, ledger->a);
  run (ledger, event);
  g_free (ledger->before);
  ledger->before = xc_test_ledger_dump (ledger->store);
  event->day += 10;
  refuse (ledger, event, "ended on 2023-01-01");
}

static void
moves (Ledger *ledger, gconstpointer data)
{
  g_autoptr (XcOrganizationEvent) event = new_event (XC_EVENT_MOVED);
  g_autoptr (GPtrArray) members = NULL;

  add_before (event, ledger->a);
  refuse (ledger, event, "A move needs");
  event->register_id = ledger->first;
  refuse (ledger, event, "already");
  event->register_id = ledger->second;
  run (ledger, event);
  members = xc_store_load_where (ledger->store, XC_TABLE_EVENT_MEMBER, "organization_id", ledger->a, NULL);
  g_assert_cmpuint (members->len, ==, 1);
  g_assert_cmpint (xc_record_get_number (members->pdata[0], "former_register_id"), ==, ledger->first);
  assert_figures (ledger, event->day, 1, 4, 0);
  assert_undone (ledger);
}

static void
put_below (Ledger *ledger, gint64 child, gint64 parent)
{
  g_autofree char *sql = g_strdup_printf (
      "UPDATE organization SET parent_id = %" G_GINT64_FORMAT " WHERE id = %" G_GINT64_FORMAT, parent, child);

  xc_database_execute (xc_store_get_database (ledger->store), sql, NULL);
  g_free (ledger->before);
  ledger->before = xc_test_ledger_dump (ledger->store);
}

static gint64
get_parent (Ledger *ledger, gint64 id)
{
  g_autoptr (XcRecord) record = xc_store_load (ledger->store, XC_TABLE_ORGANIZATION, id, NULL);

  return xc_record_get_number (record, "parent_id");
}

static void
moves_those_below_to_the_successor (Ledger *ledger, gconstpointer data)
{
  g_autoptr (XcOrganizationEvent) event = new_event (XC_EVENT_MERGED);
  g_autoptr (GArray) children = NULL;
  g_autoptr (GPtrArray) events = NULL;
  g_autoptr (GPtrArray) members = NULL;

  put_below (ledger, ledger->x, ledger->a);
  add_before (event, ledger->a);
  add_before (event, ledger->b);
  g_ptr_array_add (event->founded, g_strdup ("甲乙局党组"));
  children = xc_organization_event_find_children (event, ledger->store, NULL);
  g_assert_cmpuint (children->len, ==, 1);
  g_assert_cmpint (g_array_index (children, gint64, 0), ==, ledger->x);
  event->moves_children = TRUE;
  run (ledger, event);
  g_assert_cmpint (get_parent (ledger, ledger->x), !=, ledger->a);
  g_assert_cmpint (get_parent (ledger, ledger->x), !=, 0);
  members = xc_store_load_where (ledger->store, XC_TABLE_EVENT_MEMBER, "organization_id", ledger->x, NULL);
  g_assert_cmpuint (members->len, ==, 1);
  g_assert_cmpint (xc_record_get_number (members->pdata[0], "former_parent_id"), ==, ledger->a);
  events = xc_store_load_all (ledger->store, XC_TABLE_ORGANIZATION_EVENT, NULL);
  g_assert_cmpuint (events->len, ==, 2);
  assert_undone (ledger);
}

static void
leaves_those_below_where_they_are (Ledger *ledger, gconstpointer data)
{
  g_autoptr (XcOrganizationEvent) event = new_event (XC_EVENT_ABOLISHED);

  put_below (ledger, ledger->x, ledger->a);
  add_before (event, ledger->a);
  run (ledger, event);
  g_assert_cmpint (get_parent (ledger, ledger->x), ==, ledger->a);
  assert_undone (ledger);
}

static void
moves_those_below_what_is_abolished (Ledger *ledger, gconstpointer data)
{
  g_autoptr (XcOrganizationEvent) event = new_event (XC_EVENT_ABOLISHED);

  put_below (ledger, ledger->x, ledger->a);
  add_before (event, ledger->a);
  event->moves_children = TRUE;
  event->children_parent_id = ledger->c;
  run (ledger, event);
  g_assert_cmpint (get_parent (ledger, ledger->x), ==, ledger->c);
  g_assert_true (xc_store_undo (ledger->store, NULL, NULL));
  event->children_parent_id = 0;
  run (ledger, event);
  g_assert_cmpint (get_parent (ledger, ledger->x), ==, 0);
  assert_undone (ledger);
}

static void
puts_no_successor_below_itself (Ledger *ledger, gconstpointer data)
{
  g_autoptr (XcOrganizationEvent) event = new_event (XC_EVENT_MERGED);

  put_below (ledger, ledger->a, ledger->c);
  put_below (ledger, ledger->b, ledger->a);
  add_before (event, ledger->a);
  g_array_append_val (event->successors, ledger->b);
  event->moves_children = TRUE;
  run (ledger, event);
  g_assert_cmpint (get_parent (ledger, ledger->b), ==, ledger->c);
  assert_undone (ledger);
}

static void
decides_later (Ledger *ledger, gconstpointer data)
{
  g_autoptr (XcOrganizationEvent) event = new_event (XC_EVENT_MERGED);
  g_autoptr (GPtrArray) members = NULL;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  XcPassingDecision decision = { .members = ids, .passes = XC_PASSES_NO, .decided_on = event->day - 1 };
  g_autoptr (GError) none = NULL;
  g_autoptr (GError) early = NULL;

  add_before (event, ledger->a);
  add_before (event, ledger->b);
  g_ptr_array_add (event->founded, g_strdup ("甲乙局党组"));
  run (ledger, event);
  g_free (ledger->before);
  ledger->before = xc_test_ledger_dump (ledger->store);
  members = xc_store_load_all (ledger->store, XC_TABLE_EVENT_MEMBER, NULL);
  g_assert_false (xc_store_run (ledger->store, "nobody", xc_passing_decision_apply, &decision, &none));
  g_assert_error (none, XC_STORE_ERROR, XC_STORE_ERROR_REFUSED);
  for (guint i = 0; i < members->len; i++)
    if (g_str_equal (xc_record_get_text (members->pdata[i], "side"), "after"))
      {
        gint64 id = xc_record_get_id (members->pdata[i]);

        g_array_append_val (ids, id);
      }
  g_assert_cmpuint (ids->len, ==, 1);
  g_assert_false (xc_store_run (ledger->store, "early", xc_passing_decision_apply, &decision, &early));
  g_assert_error (early, XC_STORE_ERROR, XC_STORE_ERROR_REFUSED);
  decision.decided_on = event->day + 30;
  g_assert_true (xc_store_run (ledger->store, "late", xc_passing_decision_apply, &decision, NULL));
  assert_figures (ledger, event->day + 29, 1, 3, 1);
  assert_figures (ledger, event->day + 30, 0, 3, 0);
  assert_undone (ledger);
}

static void
asks_for_a_day (Ledger *ledger, gconstpointer data)
{
  g_autoptr (XcOrganizationEvent) event = new_event (XC_EVENT_ABOLISHED);

  event->day = XC_DAY_NONE;
  add_before (event, ledger->a);
  refuse (ledger, event, "The day of the event is missing");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, test) g_test_add ("/store/organization-events/" path, Ledger, NULL, set_up, test, tear_down)
  ADD ("founds", founds);
  ADD ("renames", renames);
  ADD ("does-not-rename-before-a-later-renaming", does_not_rename_before_a_later_renaming);
  ADD ("merges-into-a-new-one", merges_into_a_new_one);
  ADD ("merges-into-one-that-goes-on", merges_into_one_that_goes_on);
  ADD ("splits", splits);
  ADD ("abolishes", abolishes);
  ADD ("does-not-abolish-twice", does_not_abolish_twice);
  ADD ("moves", moves);
  ADD ("moves-those-below-to-the-successor", moves_those_below_to_the_successor);
  ADD ("leaves-those-below-where-they-are", leaves_those_below_where_they_are);
  ADD ("moves-those-below-what-is-abolished", moves_those_below_what_is_abolished);
  ADD ("puts-no-successor-below-itself", puts_no_successor_below_itself);
  ADD ("decides-later", decides_later);
  ADD ("asks-for-a-day", asks_for_a_day);
#undef ADD
  return g_test_run ();
}
