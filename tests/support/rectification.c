/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rectification.h"

#include "ledger.h"
#include "store/row-rules.h"

static const char *const names[XC_TEST_N_INSPECTIONS] = { "示范局党组", "样例街道党工委", "例证中学党委" };

static void
add_rows (XcTestRectification *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *day = g_malloc (XC_DAY_ISO_SIZE);
  g_autofree char *inspections = g_strdup_printf (
      "INSERT INTO inspection (id, round_id, team_id, organization_id, serial, kind, level, counts, "
      "enters_on, "
      "leaves_on, reported_on, fed_back_on) SELECT 300 + id, 1, 10, id, id - 100, 'regular', 'own', "
      "'by_kind', "
      "date ('%1$s', '-90 days'), date ('%1$s', '-45 days'), date ('%1$s', '-15 days'), '%1$s' "
      "FROM organization",
      xc_day_format_iso (XC_TEST_FED_BACK, day));

  xc_database_execute (
      xc_store_get_database (self->store),
      "INSERT INTO term (id, ordinal, committee, level, starts_on, ends_on, covered_when, decimals) "
      "VALUES (1, 2, '中共示范区委', 'district', '2021-09-01', '2026-08-31', 'left', 2);"
      "INSERT INTO register (id, title, position, in_total) VALUES (1, '区直单位', 1, 1), (2, '镇(街道)', 2, "
      "1);"
      "INSERT INTO scheme (id, title, version) VALUES (1, '三个聚焦', 1);"
      "INSERT INTO point (id, scheme_id, parent_id, position, title) VALUES "
      "(1, 1, NULL, 1, '聚焦基层党组织建设'), (2, 1, 1, 1, '议事规则'), (3, 1, 1, 2, '党费收缴');"
      "INSERT INTO round (id, term_id, ordinal, scheme_id) VALUES (1, 1, 6, 1);"
      "INSERT INTO team (id, round_id, ordinal) VALUES (10, 1, 3)",
      &error);
  g_assert_no_error (error);
  for (guint i = 0; i < XC_TEST_N_INSPECTIONS; i++)
    {
      g_autofree char *sql = g_strdup_printf (
          "INSERT INTO organization (id, name, register_id, listed, head, head_post, contact) "
          "VALUES (%u, '%s', %u, 1, '示某某', '主要负责人', '样某某')",
          101 + i, names[i], 1 + i % 2);

      xc_database_execute (xc_store_get_database (self->store), sql, &error);
      g_assert_no_error (error);
      self->organizations[i] = 101 + i;
      self->inspections[i] = 401 + i;
    }
  xc_database_execute (xc_store_get_database (self->store), inspections, &error);
  g_assert_no_error (error);
}

/* Written past the history, which so begins with what a test does. */
void
xc_test_rectification_set_up (XcTestRectification *self, gconstpointer data)
{
  *self = (XcTestRectification){ .round = 1, .team = 10, .point = 2 };
  self->folder = xc_test_folder_new ();
  self->store = xc_test_ledger_new (self->folder);
  add_rows (self);
}

void
xc_test_rectification_tear_down (XcTestRectification *self, gconstpointer data)
{
  g_clear_object (&self->store);
  xc_test_folder_remove (self->folder);
}

static gboolean
save (XcStore *store, gpointer data, GError **error)
{
  return xc_row_rules_save (store, data, error);
}

gboolean
xc_test_rectification_save (XcTestRectification *self, XcRecord *record, GError **error)
{
  return xc_store_run (self->store, "save", save, record, error);
}

typedef struct
{
  XcTable table;
  gint64 id;
} Removal;

static gboolean
remove_row (XcStore *store, gpointer data, GError **error)
{
  const Removal *removal = data;

  return xc_row_rules_remove (store, removal->table, removal->id, error);
}

gboolean
xc_test_rectification_remove (XcTestRectification *self, XcTable table, gint64 id, GError **error)
{
  Removal removal = { table, id };

  return xc_store_run (self->store, "remove", remove_row, &removal, error);
}

gint64
xc_test_rectification_add_problem (XcTestRectification *self, guint inspection, const char *wording)
{
  g_autoptr (XcRecord) record = xc_record_new (XC_TABLE_PROBLEM);
  g_autoptr (GError) error = NULL;

  xc_record_set_number (record, "inspection_id", self->inspections[inspection]);
  xc_record_set_number (record, "point_id", self->point);
  xc_record_set_text (record, "wording", wording);
  xc_record_set_text (record, "found_at", "feedback");
  xc_test_rectification_save (self, record, &error);
  g_assert_no_error (error);
  return xc_record_get_id (record);
}

gint64
xc_test_rectification_add_measure (XcTestRectification *self, gint64 problem_id, const char *wording,
                                   const char *state, XcDay due_on)
{
  g_autoptr (XcRecord) record = xc_record_new (XC_TABLE_MEASURE);
  g_autoptr (GError) error = NULL;

  xc_record_set_number (record, "problem_id", problem_id);
  xc_record_set_text (record, "wording", wording);
  xc_record_set_text (record, "type", "by_date");
  xc_record_set_text (record, "state", state);
  if (xc_day_is_set (due_on))
    xc_record_set_day (record, "due_on", due_on);
  if (g_str_equal (state, "done"))
    xc_record_set_day (record, "done_on", XC_TEST_FED_BACK + 30);
  xc_test_rectification_save (self, record, &error);
  g_assert_no_error (error);
  return xc_record_get_id (record);
}

char *
xc_test_rectification_get (XcTestRectification *self, XcTable table, gint64 id, const char *field)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XcRecord) record = xc_store_load (self->store, table, id, &error);
  char day[XC_DAY_ISO_SIZE];

  g_assert_no_error (error);
  if (!xc_record_is_set (record, field))
    return g_strdup ("–");
  if (xc_field_is_textual (xc_catalogue_get_field (table, field)))
    return g_strdup (xc_record_get_text (record, field));
  if (xc_catalogue_get_field (table, field)->kind == XC_FIELD_DAY)
    return g_strdup (xc_day_format_iso (xc_record_get_day (record, field), day));
  return g_strdup_printf ("%" G_GINT64_FORMAT, xc_record_get_number (record, field));
}

void
xc_test_rectification_set (XcTestRectification *self, XcTable table, gint64 id, const char *field,
                           const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XcRecord) record = xc_store_load (self->store, table, id, &error);

  g_assert_no_error (error);
  if (xc_catalogue_get_field (table, field)->kind == XC_FIELD_DAY)
    xc_record_set_day (record, field, xc_day_parse_iso (text));
  else
    xc_record_set_text (record, field, text);
  xc_test_rectification_save (self, record, &error);
  g_assert_no_error (error);
}
