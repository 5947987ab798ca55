/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/path.h"

#include "ledger.h"
#include "store/query.h"
#include "store/row-model.h"
#include "store/row-walk.h"

static void
leads_through_references_and_back (void)
{
  XcPath path;

  g_assert_true (xc_path_read (XC_TABLE_PERSON, "organization_id.name", &path));
  g_assert_cmpint (path.table, ==, XC_TABLE_ORGANIZATION);
  g_assert_false (xc_path_has_many (&path));
  g_assert_true (xc_path_read (XC_TABLE_PERSON, "team_member:person_id.role", &path));
  g_assert_true (xc_path_has_many (&path));
  g_assert_true (xc_path_read (XC_TABLE_PERSON, "id", &path));
  g_assert_null (path.field);
  g_assert_false (xc_path_read (XC_TABLE_PERSON, "team_member:team_id.role", &path));
  g_assert_false (xc_path_read (XC_TABLE_PERSON, "name.name", &path));
  g_assert_false (xc_path_read (XC_TABLE_PERSON, "", &path));
}

static void
counts_what_refers_back (void)
{
  XcPath path;

  g_assert_true (xc_path_read (XC_TABLE_PERSON, "team_member:person_id.count", &path));
  g_assert_true (path.is_count);
  g_assert_cmpint (path.table, ==, XC_TABLE_TEAM_MEMBER);
  g_assert_cmpstr (xc_field_title (path.table, path.field), ==, "Served");
  g_assert_false (xc_path_has_many (&path));
  /* Nobody asks for that figure. */
  g_assert_false (xc_path_read (XC_TABLE_ROUND, "batch:round_id.count", &path));
  g_assert_false (xc_path_read (XC_TABLE_PERSON, "count", &path));
  g_assert_true (xc_path_read (XC_TABLE_ROUND, "team:round_id.team_member:team_id.count", &path));
  g_assert_true (xc_path_has_many (&path));
}

typedef struct
{
  gint64 people[3];
  gint64 teams[2];
} Fixture;

static gint64
add_person (XcStore *store, const char *name)
{
  g_autoptr (XcRecord) record = xc_record_new (XC_TABLE_PERSON);

  xc_record_set_text (record, "name", name);
  return xc_test_ledger_add (store, record);
}

static gint64
add_member (XcStore *store, gint64 team, gint64 person)
{
  g_autoptr (XcRecord) record = xc_record_new (XC_TABLE_TEAM_MEMBER);

  xc_record_set_number (record, "team_id", team);
  xc_record_set_number (record, "person_id", person);
  return xc_test_ledger_add (store, record);
}

static void
set_up (XcStore *store, Fixture *fixture)
{
  static const char *const names[] = { "王某某", "李某某", "张某某" };
  g_autoptr (XcRecord) term = xc_record_new (XC_TABLE_TERM);
  g_autoptr (XcRecord) round = xc_record_new (XC_TABLE_ROUND);
  gint64 round_id;

  xc_record_set_number (term, "ordinal", 1);
  xc_record_set_text (term, "committee", "示范区委");
  xc_record_set_day (term, "starts_on", xc_day_new (2016, 9, 1));
  xc_record_set_day (term, "ends_on", xc_day_new (2021, 8, 31));
  xc_record_set_number (round, "term_id", xc_test_ledger_add (store, term));
  xc_record_set_number (round, "ordinal", 1);
  round_id = xc_test_ledger_add (store, round);
  for (int i = 0; i < 2; i++)
    {
      g_autoptr (XcRecord) team = xc_record_new (XC_TABLE_TEAM);

      xc_record_set_number (team, "round_id", round_id);
      xc_record_set_number (team, "ordinal", i + 1);
      fixture->teams[i] = xc_test_ledger_add (store, team);
    }
  for (int i = 0; i < 3; i++)
    fixture->people[i] = add_person (store, names[i]);
}

static const char *const columns[] = { "name", "team_member:person_id.count", NULL };

static gboolean
append_row (XcRow *row, gpointer data)
{
  g_string_append_printf (data, "%s %s ", xc_row_get_text (row, 0), xc_row_get_text (row, 1));
  return TRUE;
}

static void
is_read_and_sorted_by (void)
{
  g_autoptr (XcTestFolder) folder = xc_test_folder_new ();
  g_autoptr (XcStore) store = xc_test_ledger_new (folder);
  g_autoptr (XcQuery) query = xc_query_new (XC_TABLE_PERSON);
  g_autoptr (GString) words = g_string_new (NULL);
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GError) error = NULL;
  Fixture fixture;

  set_up (store, &fixture);
  add_member (store, fixture.teams[0], fixture.people[1]);
  add_member (store, fixture.teams[1], fixture.people[1]);
  add_member (store, fixture.teams[1], fixture.people[2]);
  xc_query_add_sort (query, columns[1], TRUE);
  ids = xc_query_ids (query, store, &error);
  g_assert_no_error (error);
  g_assert_true (xc_row_walk (store, XC_TABLE_PERSON, columns, ids, append_row, words, &error));
  g_assert_cmpstr (words->str, ==, "李某某 2 张某某 1 王某某 0 ");
}

static void
count_changed_cb (XcRow *row, GParamSpec *pspec, guint *n_changes)
{
  (*n_changes)++;
}

static void
is_followed_by_lists (void)
{
  g_autoptr (XcTestFolder) folder = xc_test_folder_new ();
  g_autoptr (XcStore) store = xc_test_ledger_new (folder);
  g_autoptr (XcQuery) query = xc_query_new (XC_TABLE_PERSON);
  g_autoptr (XcRowModel) model = NULL;
  g_autoptr (XcRow) row = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *title = NULL;
  guint n_changes = 0;
  Fixture fixture;

  set_up (store, &fixture);
  model = xc_row_model_new (store, XC_TABLE_PERSON, columns);
  xc_query_add_number_filter (query, "id", XC_RELATION_IS, fixture.people[0]);
  g_assert_true (xc_row_model_set_query (model, query, &error));
  row = g_list_model_get_item (G_LIST_MODEL (model), 0);
  g_signal_connect (row, "notify::record", G_CALLBACK (count_changed_cb), &n_changes);
  g_assert_cmpstr (xc_row_get_text (row, 1), ==, "0");
  add_member (store, fixture.teams[0], fixture.people[0]);
  g_assert_cmpuint (n_changes, ==, 1);
  g_assert_cmpstr (xc_row_get_text (row, 1), ==, "1");
  g_assert_true (xc_store_undo (store, &title, &error));
  g_assert_cmpuint (n_changes, ==, 2);
  g_assert_cmpstr (xc_row_get_text (row, 1), ==, "0");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/path/leads-through-references-and-back", leads_through_references_and_back);
  g_test_add_func ("/store/path/counts-what-refers-back", counts_what_refers_back);
  g_test_add_func ("/store/path/is-read-and-sorted-by", is_read_and_sorted_by);
  g_test_add_func ("/store/path/is-followed-by-lists", is_followed_by_lists);
  return g_test_run ();
}
