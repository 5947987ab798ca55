/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/row-history.h"

#include "ledger.h"

typedef struct
{
  char *folder;
  XcStore *store;
  gint64 person;
  gint64 post;
} Fixture;

static gint64
add_person (XcStore *store, const char *name)
{
  g_autoptr (XcRecord) record = xc_record_new (XC_TABLE_PERSON);

  xc_record_set_text (record, "name", name);
  return xc_test_ledger_add (store, record);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (XcRecord) post = xc_record_new (XC_TABLE_PERSON_POST);

  fixture->folder = xc_test_folder_new ();
  fixture->store = xc_test_ledger_new (fixture->folder);
  fixture->person = add_person (fixture->store, "王某某");
  add_person (fixture->store, "李某某");
  xc_record_set_number (post, "person_id", fixture->person);
  xc_record_set_text (post, "post", "科长");
  fixture->post = xc_test_ledger_add (fixture->store, post);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->store);
  xc_test_folder_remove (fixture->folder);
}

static gboolean
rename_person (XcStore *store, gpointer data, GError **error)
{
  g_autoptr (XcRecord) record = xc_store_load (store, XC_TABLE_PERSON, *(gint64 *) data, error);

  xc_record_set_text (record, "name", "王某");
  return xc_store_save (store, record, error);
}

static GPtrArray *
load (Fixture *fixture, gint64 id, guint most, gboolean *has_more)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *steps = xc_row_history_load (xc_store_get_database (fixture->store), XC_TABLE_PERSON, id, most,
                                          has_more, &error);

  g_assert_no_error (error);
  return steps;
}

static const XcRowStory *
get_story (GPtrArray *steps, guint index)
{
  const XcRowHistoryStep *step = steps->pdata[index];

  g_assert_cmpuint (step->stories->len, ==, 1);
  return step->stories->pdata[0];
}

static void
tells_what_was_done_to_it_and_its_own (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) steps = NULL;
  g_autoptr (GError) error = NULL;
  const XcFieldStory *field;
  gboolean has_more;

  g_assert_true (xc_store_run (fixture->store, "Renamed", rename_person, &fixture->person, &error));
  steps = load (fixture, fixture->person, 10, &has_more);
  g_assert_false (has_more);
  g_assert_cmpuint (steps->len, ==, 3);
  g_assert_cmpint (get_story (steps, 0)->kind, ==, XC_CHANGE_UPDATED);
  field = get_story (steps, 0)->fields->pdata[0];
  g_assert_cmpstr (field->before, ==, "王某某");
  g_assert_cmpstr (field->after, ==, "王某");
  g_assert_cmpint (get_story (steps, 1)->table, ==, XC_TABLE_PERSON_POST);
  g_assert_cmpint (get_story (steps, 2)->kind, ==, XC_CHANGE_INSERTED);
}

static void
tells_what_was_taken_back (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) steps = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *title = NULL;
  const XcFieldStory *field;
  gboolean has_more;

  g_assert_true (xc_store_run (fixture->store, "Renamed", rename_person, &fixture->person, &error));
  g_assert_true (xc_store_undo (fixture->store, &title, &error));
  steps = load (fixture, fixture->person, 10, &has_more);
  g_assert_cmpuint (steps->len, ==, 4);
  g_assert_cmpint (((XcRowHistoryStep *) steps->pdata[0])->entry->kind, ==, XC_HISTORY_UNDO);
  field = get_story (steps, 0)->fields->pdata[0];
  g_assert_cmpstr (field->before, ==, "王某");
  g_assert_cmpstr (field->after, ==, "王某某");
}

static gboolean
add_many (XcStore *store, gpointer data, GError **error)
{
  for (int i = 0; i < 50; i++)
    {
      g_autoptr (XcRecord) record = xc_record_new (XC_TABLE_PERSON);

      xc_record_set_text (record, "name", "张某某");
      if (i == 20)
        xc_record_set_id (record, *(gint64 *) data);
      if (!(i == 20 ? xc_store_add (store, record, error) : xc_store_save (store, record, error)))
        return FALSE;
    }
  return TRUE;
}

static void
tells_of_its_rows_only (Fixture *fixture, gconstpointer data)
{
  gint64 id = xc_database_random_id ();
  g_autoptr (GPtrArray) steps = NULL;
  g_autoptr (GPtrArray) none = NULL;
  g_autoptr (GError) error = NULL;
  gboolean has_more;

  g_assert_true (xc_store_run (fixture->store, "Imported", add_many, &id, &error));
  g_assert_no_error (error);
  steps = load (fixture, id, 10, &has_more);
  g_assert_cmpuint (steps->len, ==, 1);
  g_assert_cmpint (get_story (steps, 0)->id, ==, id);
  none = load (fixture, xc_database_random_id (), 10, &has_more);
  g_assert_cmpuint (none->len, ==, 0);
}

static void
stops_at_the_most_that_is_asked_for (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) one = NULL;
  g_autoptr (GPtrArray) two = NULL;
  gboolean has_more;

  one = load (fixture, fixture->person, 1, &has_more);
  g_assert_cmpuint (one->len, ==, 1);
  g_assert_cmpint (get_story (one, 0)->table, ==, XC_TABLE_PERSON_POST);
  g_assert_true (has_more);
  two = load (fixture, fixture->person, 2, &has_more);
  g_assert_cmpuint (two->len, ==, 2);
  g_assert_false (has_more);
}

#define ADD(name, function)                                                                                  \
  g_test_add ("/store/row-history/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("tells-what-was-done-to-it-and-its-own", tells_what_was_done_to_it_and_its_own);
  ADD ("tells-what-was-taken-back", tells_what_was_taken_back);
  ADD ("tells-of-its-rows-only", tells_of_its_rows_only);
  ADD ("stops-at-the-most-that-is-asked-for", stops_at_the_most_that_is_asked_for);
  return g_test_run ();
}
