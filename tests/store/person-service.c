/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/person-service.h"

#include "ledger.h"

typedef struct
{
  char *folder;
  XcStore *store;
  gint64 term;
  gint64 rounds[3]; /* 2021-03-01 to 2021-05-31; from 2021-09-01 on; without days */
  gint64 teams[3];  /* one in each */
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  static const char *const days[][2] = { { "2021-03-01", "2021-05-31" },
                                         { "2021-09-01", NULL },
                                         { NULL, NULL } };
  g_autoptr (XcRecord) term = xc_record_new (XC_TABLE_TERM);

  fixture->folder = xc_test_folder_new ();
  fixture->store = xc_test_ledger_new (fixture->folder);
  xc_record_set_number (term, "ordinal", 2);
  xc_record_set_text (term, "committee", "示范区委");
  xc_record_set_day (term, "starts_on", xc_day_new (2021, 1, 1));
  xc_record_set_day (term, "ends_on", xc_day_new (2025, 12, 31));
  fixture->term = xc_test_ledger_add (fixture->store, term);
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autoptr (XcRecord) round = xc_record_new (XC_TABLE_ROUND);
      g_autoptr (XcRecord) team = xc_record_new (XC_TABLE_TEAM);

      xc_record_set_number (round, "term_id", fixture->term);
      xc_record_set_number (round, "ordinal", i + 1);
      if (days[i][0] != NULL)
        xc_record_set_day (round, "starts_on", xc_day_parse_iso (days[i][0]));
      if (days[i][1] != NULL)
        xc_record_set_day (round, "ends_on", xc_day_parse_iso (days[i][1]));
      fixture->rounds[i] = xc_test_ledger_add (fixture->store, round);
      xc_record_set_number (team, "round_id", fixture->rounds[i]);
      xc_record_set_number (team, "ordinal", i + 1);
      fixture->teams[i] = xc_test_ledger_add (fixture->store, team);
    }
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->store);
  xc_test_folder_remove (fixture->folder);
}

static gint64
add_person (Fixture *fixture, const char *name)
{
  g_autoptr (XcRecord) record = xc_record_new (XC_TABLE_PERSON);

  xc_record_set_text (record, "name", name);
  return xc_test_ledger_add (fixture->store, record);
}

static void
add_member (Fixture *fixture, guint team, gint64 person, const char *role, const char *from, const char *to)
{
  g_autoptr (XcRecord) record = xc_record_new (XC_TABLE_TEAM_MEMBER);

  xc_record_set_number (record, "team_id", fixture->teams[team]);
  xc_record_set_number (record, "person_id", person);
  xc_record_set_text (record, "role", role);
  if (from != NULL)
    xc_record_set_day (record, "from_on", xc_day_parse_iso (from));
  if (to != NULL)
    xc_record_set_day (record, "to_on", xc_day_parse_iso (to));
  xc_test_ledger_add (fixture->store, record);
}

static void
add_inspection (Fixture *fixture, guint team, gint64 organization)
{
  g_autoptr (XcRecord) record = xc_record_new (XC_TABLE_INSPECTION);

  xc_record_set_number (record, "round_id", fixture->rounds[team]);
  xc_record_set_number (record, "team_id", fixture->teams[team]);
  xc_record_set_number (record, "organization_id", organization);
  xc_test_ledger_add (fixture->store, record);
}

static void
tells_each_team_with_what_it_inspected (Fixture *fixture, gconstpointer data)
{
  gint64 person = add_person (fixture, "王某某");
  gint64 other = add_person (fixture, "李某某");
  gint64 group = xc_test_ledger_add_register (fixture->store, "区直单位");
  gint64 first = xc_test_ledger_add_organization (fixture->store, group, "示范区甲局党组");
  gint64 second = xc_test_ledger_add_organization (fixture->store, group, "示范区乙局党组");
  g_autoptr (GPtrArray) services = NULL;
  g_autoptr (GError) error = NULL;
  const XcPersonService *service;

  add_member (fixture, 0, person, "liaison", "2021-03-08", NULL);
  add_member (fixture, 1, person, "leader", NULL, NULL);
  add_member (fixture, 2, other, "member", NULL, NULL);
  add_inspection (fixture, 0, first);
  add_inspection (fixture, 0, second);
  /* Twice in one round, as a look-back: told once. */
  add_inspection (fixture, 0, second);
  add_inspection (fixture, 2, first);
  services = xc_person_services_load (fixture->store, person, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (services->len, ==, 2);

  service = services->pdata[0];
  g_assert_cmpint (service->round_id, ==, fixture->rounds[1]);
  g_assert_cmpstr (service->role->word, ==, "leader");
  g_assert_cmpint (service->days.from, ==, xc_day_new (2021, 9, 1));
  g_assert_false (xc_day_is_set (service->days.to));
  g_assert_cmpuint (service->organizations->len, ==, 0);

  service = services->pdata[1];
  g_assert_cmpint (service->team_id, ==, fixture->teams[0]);
  g_assert_cmpstr (service->role->word, ==, "liaison");
  g_assert_cmpint (service->days.from, ==, xc_day_new (2021, 3, 8));
  g_assert_cmpint (service->days.to, ==, xc_day_new (2021, 5, 31));
  g_assert_cmpuint (service->organizations->len, ==, 2);
  g_assert_cmpint (((XcServedOrganization *) service->organizations->pdata[0])->id, ==, second);
  g_assert_cmpstr (((XcServedOrganization *) service->organizations->pdata[1])->name, ==, "示范区甲局党组");
}

static void
assert_free (Fixture *fixture, const char *from, const char *to, const gint64 *people, guint n_people)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) found =
      xc_people_find_free (fixture->store, from != NULL ? xc_day_parse_iso (from) : XC_DAY_NONE,
                           to != NULL ? xc_day_parse_iso (to) : XC_DAY_NONE, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (found->len, ==, n_people);
  for (guint i = 0; i < n_people; i++)
    {
      gboolean is_there = FALSE;

      for (guint j = 0; j < found->len; j++)
        is_there |= g_array_index (found, gint64, j) == people[i];
      g_assert_true (is_there);
    }
}

static void
finds_who_is_free (Fixture *fixture, gconstpointer data)
{
  gint64 first = add_person (fixture, "王某某");
  gint64 second = add_person (fixture, "李某某");
  gint64 third = add_person (fixture, "张某某");

  add_member (fixture, 0, first, "leader", NULL, NULL);
  add_member (fixture, 0, second, "member", "2021-03-01", "2021-03-31");
  add_member (fixture, 1, second, "member", NULL, NULL);
  add_member (fixture, 2, third, "member", NULL, NULL);
  /* The last day of the round is a day of it. */
  assert_free (fixture, "2021-05-31", "2021-08-31", (gint64[]){ second, third }, 2);
  assert_free (fixture, "2021-06-01", "2021-08-31", (gint64[]){ first, second, third }, 3);
  assert_free (fixture, "2021-03-31", "2021-03-31", (gint64[]){ third }, 1);
  /* A round that is not over has them still; one without days has nobody. */
  assert_free (fixture, "2024-01-01", "2024-02-01", (gint64[]){ first, third }, 2);
  assert_free (fixture, "2021-06-01", NULL, (gint64[]){ first, third }, 2);
  assert_free (fixture, NULL, "2021-02-28", (gint64[]){ first, second, third }, 3);
  assert_free (fixture, NULL, NULL, (gint64[]){ third }, 1);
}

#define ADD(name, function)                                                                                  \
  g_test_add ("/store/person-service/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("tells-each-team-with-what-it-inspected", tells_each_team_with_what_it_inspected);
  ADD ("finds-who-is-free", finds_who_is_free);
  return g_test_run ();
}
