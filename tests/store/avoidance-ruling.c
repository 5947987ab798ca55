/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/avoidance-ruling.h"

#include <string.h>

#include "ledger.h"
#include "store/row-rules.h"

static XcStore *
make_ledger (const char *folder)
{
  XcStore *store = xc_test_ledger_new (folder);
  g_autoptr (GError) error = NULL;

  xc_database_execute (
      xc_store_get_database (store),
      "INSERT INTO term (id, ordinal, committee, level, starts_on, ends_on, covered_when, decimals)"
      " VALUES (1, 2, '示范区委', 'district', '2021-07-01', '2026-06-30', 'left', 2);"
      "INSERT INTO register (id, title, position, in_total) VALUES (1, '区直单位', 1, 1);"
      "INSERT INTO organization (id, name, register_id, listed) VALUES (1, '丙局', 1, 1), (2, '丁局', 1, 1);"
      "INSERT INTO round (id, term_id, ordinal) VALUES (1, 1, 1);"
      "INSERT INTO inspection (id, round_id, organization_id, serial, kind, level, counts) VALUES"
      " (1, 1, 1, 1, 'regular', 'own', 'by_kind');"
      "INSERT INTO person (id, name, unit, in_talent_pool, in_leader_pool) VALUES"
      " (1, '张某某', '区委办公室', 1, 0), (2, '李某某', NULL, 1, 0)",
      &error);
  g_assert_no_error (error);
  return store;
}

static gboolean
decide (XcStore *store, XcRuling ruling, const XcAvoidanceSubject *subjects, guint n_subjects,
        const char *reason, GError **error)
{
  g_autoptr (GArray) list = g_array_new (FALSE, FALSE, sizeof (XcAvoidanceSubject));
  XcAvoidanceDecision decision = { ruling, list, reason, xc_day_new (2024, 5, 20) };

  g_array_append_vals (list, subjects, n_subjects);
  return xc_avoidance_decide (store, &decision, NULL, error);
}

static int
compare_people (gconstpointer a, gconstpointer b)
{
  gint64 one = xc_record_get_number (*(XcRecord *const *) a, "person_id");
  gint64 other = xc_record_get_number (*(XcRecord *const *) b, "person_id");
  gint64 inspection = xc_record_get_number (*(XcRecord *const *) a, "inspection_id");

  if (one != other)
    return one < other ? -1 : 1;
  return inspection < xc_record_get_number (*(XcRecord *const *) b, "inspection_id") ? -1 : 1;
}

static void
assert_rulings (XcStore *store, const char *expected)
{
  g_autoptr (GPtrArray) rows = xc_store_load_all (store, XC_TABLE_AVOIDANCE, NULL);
  g_autoptr (GString) text = g_string_new (NULL);
  char iso[XC_DAY_ISO_SIZE];

  g_ptr_array_sort (rows, compare_people);
  for (guint i = 0; i < rows->len; i++)
    g_string_append_printf (text, "%s%d %d %d %s %s %s", i > 0 ? "; " : "",
                            (int) xc_record_get_number (rows->pdata[i], "person_id"),
                            (int) xc_record_get_number (rows->pdata[i], "organization_id"),
                            (int) xc_record_get_number (rows->pdata[i], "inspection_id"),
                            xc_record_get_text (rows->pdata[i], "ruling"),
                            xc_record_get_text (rows->pdata[i], "reason"),
                            xc_day_format_iso (xc_record_get_day (rows->pdata[i], "ruled_on"), iso));
  g_assert_cmpstr (text->str, ==, expected);
}

/* The title of the last step that is not a note. */
static void
assert_undo (XcStore *store, const char *expected)
{
  g_autofree char *title = NULL;
  g_autoptr (GError) error = NULL;

  xc_store_undo (store, &title, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (title, ==, expected);
}

static void
waives_with_a_reason (void)
{
  static const XcAvoidanceSubject subjects[] = { { 1, 1, 1, XC_AVOIDANCE_PAST_POST },
                                                 { 2, 1, 1, XC_AVOIDANCE_PAST_POST } };
  g_autoptr (XcTestFolder) folder = xc_test_folder_new ();
  g_autoptr (XcStore) store = make_ledger (folder);
  g_autoptr (GError) error = NULL;

  decide (store, XC_RULING_WAIVED, subjects, 1, "  经领导小组同意\n", &error);
  g_assert_no_error (error);
  assert_rulings (store, "1 1 1 waived 经领导小组同意 2024-05-20");
  assert_undo (store, "Avoidance waived: 张某某, 丙局 (Past post)");
  assert_rulings (store, "");
  g_assert_true (xc_store_redo (store, NULL, NULL));
  assert_rulings (store, "1 1 1 waived 经领导小组同意 2024-05-20");

  /* Several at once are one step; who has a waiver gets the new reason. */
  decide (store, XC_RULING_WAIVED, subjects, 2, "书记专题会议定", &error);
  g_assert_no_error (error);
  assert_rulings (store, "1 1 1 waived 书记专题会议定 2024-05-20; 2 1 1 waived 书记专题会议定 2024-05-20");
  assert_undo (store, "Avoidance waived: 张某某, 丙局 (Past post), and others");
  assert_rulings (store, "1 1 1 waived 经领导小组同意 2024-05-20");
}

static void
refuses_without_a_reason (void)
{
  static const char *const reasons[] = { NULL, "", "  ", "\t\n", "　\u00a0" };
  static const XcAvoidanceSubject subject = { 1, 1, 1, XC_AVOIDANCE_KIN };
  g_autoptr (XcTestFolder) folder = xc_test_folder_new ();
  g_autoptr (XcStore) store = make_ledger (folder);

  for (guint i = 0; i < G_N_ELEMENTS (reasons); i++)
    for (XcRuling ruling = XC_RULING_AVOID; ruling <= XC_RULING_WAIVED; ruling++)
      {
        g_autoptr (GError) error = NULL;

        g_assert_false (decide (store, ruling, &subject, 1, reasons[i], &error));
        g_assert_error (error, XC_STORE_ERROR, XC_STORE_ERROR_REFUSED);
      }
  assert_rulings (store, "");
  g_assert_false (xc_store_undo (store, NULL, NULL));
}

static void
refuses_what_is_about_nobody (void)
{
  static const XcAvoidanceSubject unknown[] = {
    { 99, 1, 0, XC_AVOIDANCE_KIN }, { 1, 99, 0, XC_AVOIDANCE_KIN }, { 1, 1, 99, XC_AVOIDANCE_KIN },
    { 0, 1, 0, XC_AVOIDANCE_KIN },  { 1, 0, 0, XC_AVOIDANCE_KIN },
  };
  g_autoptr (XcTestFolder) folder = xc_test_folder_new ();
  g_autoptr (XcStore) store = make_ledger (folder);
  g_autoptr (GError) error = NULL;

  g_assert_false (decide (store, XC_RULING_WAIVED, unknown, 0, "理由", &error));
  g_assert_error (error, XC_STORE_ERROR, XC_STORE_ERROR_REFUSED);
  for (guint i = 0; i < G_N_ELEMENTS (unknown); i++)
    {
      g_autoptr (GError) reason = NULL;

      g_assert_false (decide (store, XC_RULING_WAIVED, &unknown[i], 1, "理由", &reason));
      g_assert_error (reason, XC_STORE_ERROR, XC_STORE_ERROR_REFUSED);
    }
  assert_rulings (store, "");
}

static void
rules_to_avoid (void)
{
  static const XcAvoidanceSubject general = { 1, 1, 0, XC_AVOIDANCE_PAST_POST };
  static const XcAvoidanceSubject one = { 1, 1, 1, XC_AVOIDANCE_RULED };
  g_autoptr (XcTestFolder) folder = xc_test_folder_new ();
  g_autoptr (XcStore) store = make_ledger (folder);
  g_autoptr (GError) error = NULL;

  g_assert_true (decide (store, XC_RULING_AVOID, &general, 1, "本人申请", NULL));
  assert_rulings (store, "1 1 0 avoid 本人申请 2024-05-20");
  /* The contrary of just the same is refused; of one inspection it is an exception. */
  g_assert_false (decide (store, XC_RULING_WAIVED, &general, 1, "同意", &error));
  g_assert_error (error, XC_STORE_ERROR, XC_STORE_ERROR_REFUSED);
  g_assert_nonnull (strstr (error->message, "张某某 avoids 丙局"));
  g_clear_error (&error);
  g_assert_true (decide (store, XC_RULING_WAIVED, &one, 1, "同意", NULL));
  g_assert_false (decide (store, XC_RULING_AVOID, &one, 1, "不同意", &error));
  g_assert_error (error, XC_STORE_ERROR, XC_STORE_ERROR_REFUSED);
  assert_rulings (store, "1 1 0 avoid 本人申请 2024-05-20; 1 1 1 waived 同意 2024-05-20");
  assert_undo (store, "Avoidance waived: 张某某, 丙局 (Ruled to avoid)");
  assert_undo (store, "Ruled to avoid: 张某某, 丙局");
}

static void
waives_each_ground_for_itself (void)
{
  static const XcAvoidanceSubject subjects[] = { { 1, 1, 1, XC_AVOIDANCE_TWO_TEAMS },
                                                 { 1, 1, 1, XC_AVOIDANCE_PAST_POST } };
  g_autoptr (XcTestFolder) folder = xc_test_folder_new ();
  g_autoptr (XcStore) store = make_ledger (folder);
  g_autoptr (GPtrArray) rows = NULL;

  g_assert_true (decide (store, XC_RULING_WAIVED, subjects, 1, "同意", NULL));
  g_assert_true (decide (store, XC_RULING_WAIVED, subjects, 2, "同意", NULL));
  rows = xc_store_load_all (store, XC_TABLE_AVOIDANCE, NULL);
  g_assert_cmpuint (rows->len, ==, 2);
  assert_undo (store, "Avoidance waived: 张某某, 丙局 (Past post, Two teams at once)");
  assert_undo (store, "Avoidance waived: 张某某, 丙局 (Two teams at once)");
  assert_rulings (store, "");
}

/* Fields of a row as a person types them in the tab of somebody; "" leaves one empty. */
typedef struct
{
  gint64 organization_id;
  gint64 inspection_id;
  const char *ruling;
  const char *ground;
  const char *words; /* of the refusal; NULL: it is saved */
} Typed;

static gboolean
save_typed (XcStore *store, gpointer data, GError **error)
{
  return xc_row_rules_save (store, data, error);
}

static void
type_row (XcStore *store, const Typed *typed)
{
  g_autoptr (XcRecord) record = xc_record_new (XC_TABLE_AVOIDANCE);
  g_autoptr (GError) error = NULL;

  xc_record_set_number (record, "person_id", 1);
  xc_record_set_number (record, "organization_id", typed->organization_id);
  if (typed->inspection_id != 0)
    xc_record_set_number (record, "inspection_id", typed->inspection_id);
  xc_record_set_text (record, "ruling", typed->ruling);
  xc_record_set_text (record, "ground", typed->ground);
  xc_record_set_text (record, "reason", "同意");
  xc_store_run (store, "typed", save_typed, record, &error);
  if (typed->words == NULL)
    {
      g_assert_no_error (error);
      return;
    }
  g_assert_error (error, XC_STORE_ERROR, XC_STORE_ERROR_REFUSED);
  if (strstr (error->message, typed->words) == NULL)
    g_error ("%s", error->message);
}

static void
holds_for_rows_that_are_typed (void)
{
  static const Typed rows[] = {
    { 1, 0, "avoid", "kin", "holds whatever else is known" },
    { 1, 0, "avoid", NULL, NULL },
    { 1, 0, "avoid", NULL, "was ruled before" },
    { 1, 0, "waived", "kin", "张某某 avoids 丙局" },
    { 1, 1, "waived", NULL, "choose what is waived" },
    { 1, 1, "waived", "ruled", NULL },
    { 1, 1, "waived", "kin", NULL },
    { 1, 1, "waived", "kin", "was ruled before" },
    { 1, 1, "avoid", NULL, "waived for 张某某 at 丙局" },
    { 2, 0, "waived", "two_teams", "for one inspection only" },
    { 2, 0, "waived", "ruled", "for one inspection only" },
    { 2, 1, "waived", "two_teams", "of another organization" },
    { 2, 0, "waived", "past_post", NULL },
    { 2, 0, "avoid", NULL, "waived for 张某某 at 丁局" },
  };
  g_autoptr (XcTestFolder) folder = xc_test_folder_new ();
  g_autoptr (XcStore) store = make_ledger (folder);
  g_autoptr (GPtrArray) saved = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    type_row (store, &rows[i]);
  saved = xc_store_load_all (store, XC_TABLE_AVOIDANCE, NULL);
  g_assert_cmpuint (saved->len, ==, 4);
}

/* A waiver of a ledger in which waivers named no ground keeps its place: its reason can be mended. */
static void
leaves_old_waivers_alone (void)
{
  g_autoptr (XcTestFolder) folder = xc_test_folder_new ();
  g_autoptr (XcStore) store = make_ledger (folder);
  g_autoptr (XcRecord) record = NULL;
  g_autoptr (GError) error = NULL;

  xc_database_execute (xc_store_get_database (store),
                       "INSERT INTO avoidance (id, person_id, organization_id, inspection_id, ruling, reason)"
                       " VALUES (7, 1, 1, 1, 'waived', '同意')",
                       &error);
  g_assert_no_error (error);
  record = xc_store_load (store, XC_TABLE_AVOIDANCE, 7, &error);
  xc_record_set_text (record, "reason", "书记专题会议定");
  g_assert_true (xc_store_run (store, "typed", save_typed, record, &error));
  xc_record_set_text (record, "ground", "kin");
  g_assert_true (xc_store_run (store, "typed", save_typed, record, &error));
  xc_record_set_text (record, "ground", NULL);
  g_assert_false (xc_store_run (store, "typed", save_typed, record, &error));
  g_assert_error (error, XC_STORE_ERROR, XC_STORE_ERROR_REFUSED);
}

static gint64
find_ruling (XcStore *store, guint index)
{
  g_autoptr (GPtrArray) rows = xc_store_load_all (store, XC_TABLE_AVOIDANCE, NULL);

  return xc_record_get_id (rows->pdata[index]);
}

static void
withdraws (void)
{
  static const XcAvoidanceSubject waived = { 1, 1, 1, XC_AVOIDANCE_TWO_TEAMS };
  static const XcAvoidanceSubject avoids = { 2, 2, 0, XC_AVOIDANCE_RULED };
  g_autoptr (XcTestFolder) folder = xc_test_folder_new ();
  g_autoptr (XcStore) store = make_ledger (folder);
  g_autoptr (GArray) rulings = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GError) error = NULL;
  gint64 id;

  g_assert_true (decide (store, XC_RULING_WAIVED, &waived, 1, "同意", NULL));
  id = find_ruling (store, 0);
  g_array_append_val (rulings, id);
  g_assert_true (xc_avoidance_withdraw (store, rulings, NULL, NULL));
  assert_rulings (store, "");
  g_assert_false (xc_avoidance_withdraw (store, rulings, NULL, &error));
  g_assert_error (error, XC_STORE_ERROR, XC_STORE_ERROR_NOT_FOUND);
  assert_undo (store, "Waiver withdrawn: 张某某, 丙局 (Two teams at once)");
  assert_rulings (store, "1 1 1 waived 同意 2024-05-20");
  g_assert_true (xc_store_redo (store, NULL, NULL));
  assert_rulings (store, "");

  g_assert_true (decide (store, XC_RULING_AVOID, &avoids, 1, "本人申请", NULL));
  g_array_index (rulings, gint64, 0) = find_ruling (store, 0);
  g_assert_true (xc_avoidance_withdraw (store, rulings, NULL, NULL));
  assert_undo (store, "Ruling to avoid withdrawn: 李某某, 丁局");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/avoidance-ruling/waives-with-a-reason", waives_with_a_reason);
  g_test_add_func ("/store/avoidance-ruling/refuses-without-a-reason", refuses_without_a_reason);
  g_test_add_func ("/store/avoidance-ruling/refuses-what-is-about-nobody", refuses_what_is_about_nobody);
  g_test_add_func ("/store/avoidance-ruling/rules-to-avoid", rules_to_avoid);
  g_test_add_func ("/store/avoidance-ruling/waives-each-ground-for-itself", waives_each_ground_for_itself);
  g_test_add_func ("/store/avoidance-ruling/holds-for-rows-that-are-typed", holds_for_rows_that_are_typed);
  g_test_add_func ("/store/avoidance-ruling/leaves-old-waivers-alone", leaves_old_waivers_alone);
  g_test_add_func ("/store/avoidance-ruling/withdraws", withdraws);
  return g_test_run ();
}
