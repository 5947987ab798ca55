/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whatever can be asked is also answered by going over all rows, and the two answers are compared. */
#include "store/query.h"

#include <string.h>

#include "ledger.h"
#include "mirror.h"

typedef struct
{
  char *folder;
  XcStore *store;
  GRand *rand;
  XcTestMirror *mirror;
} Fixture;

static const char *const texts[] = {
  "梁溪区",
  "长沙街道党工委",
  "重庆路小学党支部",
  "单县镇党委",
  "第二中学党支部",
  "第十中学党支部",
  "'; DROP TABLE problem; --",
  "100%",
  "a_b",
  "A\\B",
  "Ａ公司",
  "a公司",
  "=1+1",
  "\"引号\"",
  "党\n组",
  "落实“三重一大”制度不到位",
  "[1,2]",
  "党 组",
};

static const char *
pick_text (GRand *rand)
{
  return texts[g_rand_int_range (rand, 0, G_N_ELEMENTS (texts))];
}

static const char *
pick_word (GRand *rand, const XcField *field)
{
  int n = 0;

  while (field->choices[n].word != NULL)
    n++;
  return field->choices[g_rand_int_range (rand, 0, n)].word;
}

static XcRecord *
pick_row (Fixture *fixture, XcTable table)
{
  GPtrArray *rows = fixture->mirror->rows[table];

  return rows->len > 0 ? rows->pdata[g_rand_int_range (fixture->rand, 0, (int) rows->len)] : NULL;
}

static void
fill_field (Fixture *fixture, XcRecord *record, guint index)
{
  const XcField *field = &xc_catalogue_get (xc_record_get_table (record))->fields[index];
  GRand *rand = fixture->rand;
  g_autofree char *text = g_strconcat (pick_text (rand), g_rand_boolean (rand) ? pick_text (rand) : "", NULL);
  XcRecord *target;

  xc_record_clear_at (record, index);
  if (!field->is_required && g_rand_int_range (rand, 0, 4) == 0)
    return;
  switch (field->kind)
    {
    case XC_FIELD_TEXT:
    case XC_FIELD_LONG_TEXT:
      xc_record_set_text_at (record, index, text);
      break;
    case XC_FIELD_CHOICE:
      xc_record_set_text_at (record, index, pick_word (rand, field));
      break;
    case XC_FIELD_DAY:
      xc_record_set_number_at (record, index, xc_day_new (2024, 1, 28) + g_rand_int_range (rand, 0, 9));
      break;
    case XC_FIELD_YES_NO:
      xc_record_set_number_at (record, index, g_rand_boolean (rand));
      break;
    case XC_FIELD_REFERENCE:
      target = pick_row (fixture, field->target);
      if (target != NULL)
        xc_record_set_number_at (record, index, xc_record_get_id (target));
      break;
    case XC_FIELD_NUMBER:
    case XC_FIELD_MONEY:
    case XC_FIELD_INSTANT:
    default:
      xc_record_set_number_at (record, index, field->minimum + g_rand_int_range (rand, 0, 5));
    }
}

static void
add_rows (Fixture *fixture, XcTable table, guint n_rows, const char *const *fields)
{
  for (guint i = 0; i < n_rows; i++)
    {
      XcRecord *record = xc_record_new (table);
      g_autoptr (GError) error = NULL;

      for (guint j = 0; fields[j] != NULL; j++)
        fill_field (fixture, record, (guint) xc_catalogue_find_field (table, fields[j]));
      xc_store_save (fixture->store, record, &error);
      g_assert_no_error (error);
      xc_test_mirror_add (fixture->mirror, record);
    }
}

static gboolean
fill (XcStore *store, gpointer data, GError **error)
{
  Fixture *fixture = data;
  g_autoptr (XcRecord) reg = xc_record_new (XC_TABLE_REGISTER);
  g_autoptr (XcRecord) scheme = xc_record_new (XC_TABLE_SCHEME);

  xc_record_set_text (reg, "title", "学校");
  xc_store_save (store, reg, NULL);
  xc_test_mirror_add (fixture->mirror, xc_record_ref (reg));
  xc_record_set_text (scheme, "title", "四个聚焦");
  xc_store_save (store, scheme, NULL);
  xc_test_mirror_add (fixture->mirror, xc_record_ref (scheme));
  add_rows (
      fixture, XC_TABLE_ORGANIZATION, 12,
      (const char *[]){ "name", "register_id", "parent_id", "sector", "work_days", "valid_from", NULL });
  /* What the search is to find is there for certain. */
  xc_record_set_text (fixture->mirror->rows[XC_TABLE_ORGANIZATION]->pdata[0], "name", "梁溪区");
  xc_store_save (store, fixture->mirror->rows[XC_TABLE_ORGANIZATION]->pdata[0], NULL);
  add_rows (fixture, XC_TABLE_POINT, 9,
            (const char *[]){ "scheme_id", "parent_id", "title", "position", NULL });
  for (guint i = 0; i < 25; i++)
    {
      XcRecord *record = xc_record_new (XC_TABLE_INSPECTION);

      fill_field (fixture, record, (guint) xc_catalogue_find_field (XC_TABLE_INSPECTION, "organization_id"));
      fill_field (fixture, record, (guint) xc_catalogue_find_field (XC_TABLE_INSPECTION, "fed_back_on"));
      fill_field (fixture, record, (guint) xc_catalogue_find_field (XC_TABLE_INSPECTION, "extends_id"));
      xc_record_set_text (record, "kind", "regular");
      xc_record_set_text (record, "level", "higher");
      g_assert_true (xc_store_save (store, record, NULL));
      xc_test_mirror_add (fixture->mirror, record);
    }
  add_rows (fixture, XC_TABLE_PROBLEM, 300,
            (const char *[]){ "inspection_id", "number", "point_id", "wording", "facts", "is_key",
                              "commonness", "found_on", "amount", "second_body_id", "state", NULL });
  add_rows (fixture, XC_TABLE_MEASURE, 300,
            (const char *[]){ "problem_id", "wording", "type", "due_on", "due_wording", "position", NULL });
  return TRUE;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = xc_test_folder_new ();
  fixture->store = xc_test_ledger_new (fixture->folder);
  fixture->rand = g_rand_new_with_seed (3);
  fixture->mirror = xc_test_mirror_new ();
  xc_store_run (fixture->store, "fill", fill, fixture, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  xc_test_mirror_free (fixture->mirror);
  g_rand_free (fixture->rand);
  g_object_unref (fixture->store);
  xc_test_folder_remove (fixture->folder);
}

/* How many rows it finds. */
static guint
check (Fixture *fixture, const XcQuery *query)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = xc_query_ids (query, fixture->store, &error);
  g_autoptr (GPtrArray) wanted = xc_test_mirror_find (fixture->mirror, query);
  g_autofree char *text = xc_query_to_text (query);
  g_autoptr (XcQuery) again = xc_query_from_text (text, NULL, NULL);
  gboolean is_same_list;
  guint count;

  g_assert_no_error (error);
  is_same_list = ids->len == wanted->len;
  for (guint i = 0; i < ids->len && is_same_list; i++)
    is_same_list = g_array_index (ids, gint64, i) == xc_record_get_id (wanted->pdata[i]);
  if (!is_same_list)
    g_error ("%u rows instead of %u, or in another order: %s", ids->len, wanted->len, text);
  g_assert_true (xc_query_count (query, fixture->store, &count, NULL));
  g_assert_cmpuint (count, ==, ids->len);
  g_assert_true (xc_query_equal (query, again));
  return count;
}

static const char *const paths[] = {
  "id",
  "number",
  "wording",
  "facts",
  "is_key",
  "commonness",
  "found_on",
  "amount",
  "state",
  "inspection_id",
  "point_id",
  "point_id.title",
  "point_id.position",
  "point_id.parent_id.title",
  "second_body_id.name",
  "second_body_id.valid_from",
  "inspection_id.fed_back_on",
  "inspection_id.organization_id.name",
  "inspection_id.organization_id.parent_id.sector",
  "inspection_id.extends_id.organization_id.work_days",
};
static const char *const many_paths[] = {
  "measure:problem_id.due_on",
  "measure:problem_id.type",
  "measure:problem_id.wording",
  "inspection_id.organization_id.problem:second_body_id.number",
};

/* A value that some row may have. */
static XcValue
pick_value (Fixture *fixture, const XcField *field, XcRelation relation)
{
  GRand *rand = fixture->rand;
  static const char *const needles[] = { "lxq", "a", "Ａ", "%", "_", "'", "\\", "党", "jdd", "zx", "" };

  if (field == NULL)
    return XC_VALUE_NUMBER (xc_record_get_id (pick_row (fixture, XC_TABLE_PROBLEM)));
  if (relation == XC_RELATION_CONTAINS || relation == XC_RELATION_MATCHES)
    return XC_VALUE_TEXT (needles[g_rand_int_range (rand, 0, G_N_ELEMENTS (needles))]);
  switch (field->kind)
    {
    case XC_FIELD_TEXT:
    case XC_FIELD_LONG_TEXT:
      return XC_VALUE_TEXT (pick_text (rand));
    case XC_FIELD_CHOICE:
      return XC_VALUE_TEXT (pick_word (rand, field));
    case XC_FIELD_DAY:
      return XC_VALUE_NUMBER (xc_day_new (2024, 1, 28) + g_rand_int_range (rand, -1, 10));
    case XC_FIELD_REFERENCE:
      return XC_VALUE_NUMBER (xc_record_get_id (pick_row (fixture, field->target)));
    case XC_FIELD_NUMBER:
    case XC_FIELD_MONEY:
    case XC_FIELD_INSTANT:
    case XC_FIELD_YES_NO:
    default:
      return XC_VALUE_NUMBER (g_rand_int_range (rand, 0, 6));
    }
}

static void
add_random_filter (Fixture *fixture, XcQuery *query, const char *path, const XcField *field,
                   XcRelation relation)
{
  guint n = relation == XC_RELATION_EMPTY || relation == XC_RELATION_NOT_EMPTY ? 0
            : relation == XC_RELATION_FROM_TO                                  ? 2
            : relation == XC_RELATION_ONE_OF ? (guint) g_rand_int_range (fixture->rand, 0, 4)
                                             : 1;
  XcValue values[4];

  for (guint i = 0; i < n; i++)
    {
      values[i] = pick_value (fixture, field, relation);
      if (relation == XC_RELATION_FROM_TO && g_rand_int_range (fixture->rand, 0, 4) == 0)
        values[i] = XC_VALUE_NONE;
    }
  xc_query_add_filter (query, path, relation, values, n);
}

static const XcField *
find_end (Fixture *fixture, const char *path)
{
  const XcField *field = NULL;
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (XcValue));

  for (guint i = 0; i < fixture->mirror->rows[XC_TABLE_PROBLEM]->len; i++)
    xc_test_mirror_collect (fixture->mirror, fixture->mirror->rows[XC_TABLE_PROBLEM]->pdata[i], path, values,
                            &field);
  return field;
}

static void
check_path (Fixture *fixture, const char *path, guint *n_found, guint *n_asked)
{
  const XcField *field = find_end (fixture, path);

  for (guint relation = 0; relation < XC_N_RELATIONS; relation++)
    for (guint i = 0; i < 6 && xc_relation_fits ((XcRelation) relation, field); i++)
      {
        g_autoptr (XcQuery) query = xc_query_new (XC_TABLE_PROBLEM);
        guint n;

        add_random_filter (fixture, query, path, field, (XcRelation) relation);
        n = check (fixture, query);
        n_found[relation] += n > 0;
        n_asked[relation] += n < fixture->mirror->rows[XC_TABLE_PROBLEM]->len;
      }
}

static void
answers_every_relation (Fixture *fixture, gconstpointer data)
{
  guint n_found[XC_N_RELATIONS] = { 0 }, n_not_all[XC_N_RELATIONS] = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    check_path (fixture, paths[i], n_found, n_not_all);
  for (guint i = 0; i < G_N_ELEMENTS (many_paths); i++)
    check_path (fixture, many_paths[i], n_found, n_not_all);
  for (guint i = 0; i < XC_N_RELATIONS; i++)
    {
      g_assert_cmpuint (n_found[i], >, 5);
      g_assert_cmpuint (n_not_all[i], >, 5);
    }
}

static void
sorts_by_any_keys (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < 300; i++)
    {
      g_autoptr (XcQuery) query = xc_query_new (XC_TABLE_PROBLEM);
      const char *path = paths[g_rand_int_range (fixture->rand, 0, G_N_ELEMENTS (paths))];

      if (g_rand_boolean (fixture->rand))
        add_random_filter (fixture, query, path, find_end (fixture, path), XC_RELATION_NOT_EMPTY);
      for (int j = i < G_N_ELEMENTS (paths) * 2 ? 1 : g_rand_int_range (fixture->rand, 0, 4); j > 0; j--)
        xc_query_add_sort (query,
                           i < G_N_ELEMENTS (paths) * 2
                               ? paths[i / 2]
                               : paths[g_rand_int_range (fixture->rand, 0, G_N_ELEMENTS (paths))],
                           i % 2 == 0);
      check (fixture, query);
    }
}

static void
says_where_a_row_is (Fixture *fixture, gconstpointer data)
{
  g_autoptr (XcQuery) query = xc_query_new (XC_TABLE_PROBLEM);
  g_autoptr (GArray) ids = NULL;
  guint position;

  xc_query_add_number_filter (query, "is_key", XC_RELATION_IS, 1);
  xc_query_add_sort (query, "wording", FALSE);
  ids = xc_query_ids (query, fixture->store, NULL);
  g_assert_cmpuint (ids->len, >, 10);
  for (guint i = 0; i < ids->len; i++)
    {
      g_assert_true (
          xc_query_position_of (query, fixture->store, g_array_index (ids, gint64, i), &position, NULL));
      g_assert_cmpuint (position, ==, i);
    }
  g_assert_true (xc_query_position_of (query, fixture->store, 5, &position, NULL));
  g_assert_cmpuint (position, ==, G_MAXUINT);
}

/* Puts one problem to other values at random, in the ledger and for the oracle. */
static gboolean
change_problem (XcStore *store, gpointer data, GError **error)
{
  Fixture *fixture = data;
  XcRecord *record = pick_row (fixture, XC_TABLE_PROBLEM);
  guint n_fields = xc_catalogue_get (XC_TABLE_PROBLEM)->n_fields;

  for (guint i = 0; i < 4; i++)
    fill_field (fixture, record, (guint) g_rand_int_range (fixture->rand, 0, (int) n_fields));
  return xc_store_save (store, record, error);
}

static void
collect_changed (XcStore *store, XcChange *change, gpointer data)
{
  GArray *changed = data;
  guint n_ids;
  const gint64 *ids = xc_change_get_ids (change, XC_TABLE_PROBLEM, XC_CHANGE_UPDATED, &n_ids);

  g_array_append_vals (changed, ids, n_ids);
}

static void
follows_a_few_changed_rows (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < 200; i++)
    {
      g_autoptr (XcQuery) query = xc_query_new (XC_TABLE_PROBLEM);
      g_autoptr (GArray) changed = g_array_new (FALSE, FALSE, sizeof (gint64));
      g_autoptr (GArray) before = NULL;
      g_autoptr (GArray) after = NULL;
      g_autoptr (GArray) anew = NULL;
      g_autoptr (GError) error = NULL;
      const char *path = paths[i % G_N_ELEMENTS (paths)];
      gulong handler = g_signal_connect (fixture->store, "changed", G_CALLBACK (collect_changed), changed);

      add_random_filter (fixture, query, path, find_end (fixture, path), XC_RELATION_IS_NOT);
      xc_query_add_sort (query, paths[g_rand_int_range (fixture->rand, 0, G_N_ELEMENTS (paths))],
                         g_rand_boolean (fixture->rand));
      before = xc_query_ids (query, fixture->store, NULL);
      xc_store_run (fixture->store, "change", change_problem, fixture, &error);
      g_assert_no_error (error);
      g_signal_handler_disconnect (fixture->store, handler);
      anew = xc_query_ids (query, fixture->store, NULL);
      g_assert_true (xc_query_update_ids (query, fixture->store, (gint64 *) (void *) changed->data,
                                          changed->len, before, &after, &error));
      g_assert_cmpmem (after->data, after->len * sizeof (gint64), anew->data, anew->len * sizeof (gint64));
      check (fixture, query);
    }
}

/* Whatever a column may be put together from: several measures, none, in one place, without texts; teams; persons. */
static const char *const derived_rows[] = {
  "INSERT INTO term (id, ordinal, committee, level, starts_on, ends_on, covered_when, decimals) "
  "VALUES (1, 2, '示范区委', 'district', '2021-09-01', '2026-08-31', 'left', 2)",
  "INSERT INTO round (id, term_id, ordinal) VALUES (1, 1, 2), (2, 1, 10)",
  "INSERT INTO team (id, round_id, ordinal) SELECT r.id * 10 + n.i, r.id, n.i FROM round AS r, "
  "(SELECT 1 AS i UNION SELECT 3 UNION SELECT 12) AS n",
  "UPDATE inspection SET round_id = 1 + id % 2, level = 'own', serial = abs (id % 900) + 1, "
  "team_id = (1 + id % 2) * 10 + CASE id % 3 WHEN 0 THEN 1 WHEN 1 THEN 3 ELSE 12 END WHERE id % 5 > 0",
  "UPDATE measure SET position = 1 + abs (id) % 2, state = CASE id % 3 WHEN 0 THEN 'done' ELSE 'in_progress' "
  "END, "
  "done_on = CASE id % 4 WHEN 0 THEN '2024-08-16' WHEN 1 THEN '2024-08-17' END, progress = CASE id % 5 WHEN "
  "0 "
  "THEN '第' || id % 40 || '次会' END, result = CASE id % 7 WHEN 0 THEN '完成' || id % 3 END",
  "INSERT INTO responsibility (id, problem_id, role, position, unit, name, post) "
  "SELECT abs (p.id % 4294967296) * 16 + n.i, p.id, "
  "CASE p.id % 3 WHEN 0 THEN 'leader' WHEN 1 THEN 'person' ELSE 'supervising' END, 1 + (p.id + n.i) % 3, "
  "CASE (p.id + n.i) % 2 WHEN 0 THEN '办公室' END, CASE p.id % 5 WHEN 0 THEN '王某' WHEN 1 THEN '李某' END, "
  "CASE n.i WHEN 2 THEN '主任' END FROM problem AS p, (SELECT 1 AS i UNION SELECT 2 UNION SELECT 3) AS n "
  "WHERE p.id % 4 > 0",
};

/* All rows are sorted by keys that are read at once, a changed one by its own: both must say the same. */
static void
sorts_by_what_is_put_together (Fixture *fixture, gconstpointer data)
{
  guint n_derived;
  const XcField *derived = xc_catalogue_list_derived (XC_TABLE_PROBLEM, &n_derived);

  for (guint i = 0; i < G_N_ELEMENTS (derived_rows); i++)
    {
      g_autoptr (GError) error = NULL;

      xc_database_execute (xc_store_get_database (fixture->store), derived_rows[i], &error);
      g_assert_no_error (error);
    }
  for (guint i = 0; i < 2 * n_derived; i++)
    {
      g_autoptr (XcQuery) query = xc_query_new (XC_TABLE_PROBLEM);
      g_autoptr (GArray) nothing = g_array_new (FALSE, FALSE, sizeof (gint64));
      g_autoptr (GArray) ids = NULL;
      g_autoptr (GArray) one_by_one = NULL;
      g_autoptr (GError) error = NULL;

      xc_query_add_sort (query, derived[i / 2].name, i % 2 == 1);
      ids = xc_query_ids (query, fixture->store, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (ids->len, ==, 300);
      xc_query_update_ids (query, fixture->store, (const gint64 *) (void *) ids->data, ids->len, nothing,
                           &one_by_one, &error);
      g_assert_no_error (error);
      for (guint k = 0; k < ids->len; k++)
        if (g_array_index (ids, gint64, k) != g_array_index (one_by_one, gint64, k))
          g_error ("by “%s”: another row at %u", derived[i / 2].name, k);
    }
}

static guint
count_by_sql (Fixture *fixture, const char *sql)
{
  gint64 count;
  g_autoptr (GError) error = NULL;

  xc_database_get_integer (xc_store_get_database (fixture->store), sql, &count, &error);
  g_assert_no_error (error);
  return (guint) count;
}

/* Many are not looked up one by one; what is found is the same. */
static void
finds_among_many (Fixture *fixture, gconstpointer data)
{
  static const char *const more[] = {
    "WITH RECURSIVE n (i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < 1200) "
    "INSERT INTO problem (id, inspection_id, number, wording, is_key, fed_back, state) "
    "SELECT i, (SELECT min (id) FROM inspection), printf ('99-%05d', i / 3), '问题', 0, 1, 'closed' FROM n",
    "INSERT INTO measure (id, problem_id, position, wording, state) SELECT id, id, 1, '措施', 'done' FROM "
    "problem "
    "WHERE id <= 1200 AND id % 2 = 0",
  };
  g_autofree XcValue *values = g_new (XcValue, 1000);
  g_autoptr (XcQuery) query = xc_query_new (XC_TABLE_PROBLEM);
  g_autoptr (XcQuery) copy = NULL;
  g_autoptr (GArray) ids = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (more); i++)
    xc_database_execute (xc_store_get_database (fixture->store), more[i], NULL);
  for (guint i = 0; i < 1000; i++)
    values[i] = XC_VALUE_NUMBER (4000 - i * 4);
  xc_query_add_sort (query, "number", FALSE);
  xc_query_add_filter (query, "id", XC_RELATION_ONE_OF, values, 1000);
  ids = xc_query_ids (query, fixture->store, NULL);
  /* 4, 8 … 1200: three to a number, those of one number by id. */
  g_assert_cmpuint (ids->len, ==, 300);
  for (guint i = 0; i < ids->len; i++)
    g_assert_cmpint (g_array_index (ids, gint64, i), ==, 4 * (gint64) (i + 1));
  copy = xc_query_copy (query);
  g_assert_true (xc_query_equal (query, copy));
  xc_query_add_filter (copy, "measure:problem_id.state", XC_RELATION_NOT_EMPTY, NULL, 0);
  g_assert_false (xc_query_equal (query, copy));
  xc_query_clear_filters (copy);
  xc_query_add_text_filter (copy, "measure:problem_id.wording", XC_RELATION_CONTAINS, "措");
  g_clear_pointer (&ids, g_array_unref);
  ids = xc_query_ids (copy, fixture->store, NULL);
  g_assert_cmpuint (ids->len, ==, 600);
  xc_query_clear_filters (copy);
  xc_query_add_text_filter (copy, "measure:problem_id.wording", XC_RELATION_IS_NOT, "措施");
  g_clear_pointer (&ids, g_array_unref);
  ids = xc_query_ids (copy, fixture->store, NULL);
  g_assert_cmpuint (ids->len, ==, count_by_sql (fixture, "SELECT count (*) - 600 FROM problem"));
}

static void
knows_which_tables_it_uses (void)
{
  g_autoptr (XcQuery) query = xc_query_new (XC_TABLE_PROBLEM);

  xc_query_add_text_filter (query, "state", XC_RELATION_IS, "closed");
  g_assert_false (xc_query_uses_table (query, XC_TABLE_PROBLEM));
  g_assert_false (xc_query_uses_table (query, XC_TABLE_POINT));
  xc_query_add_sort (query, "point_id.title", FALSE);
  g_assert_true (xc_query_uses_table (query, XC_TABLE_POINT));
  xc_query_set_search (query, "lxq", (const char *[]){ "inspection_id.organization_id.name", NULL });
  g_assert_true (xc_query_uses_table (query, XC_TABLE_INSPECTION));
  g_assert_true (xc_query_uses_table (query, XC_TABLE_ORGANIZATION));
  xc_query_add_text_filter (query, "measure:problem_id.type", XC_RELATION_IS, "lasting");
  g_assert_true (xc_query_uses_table (query, XC_TABLE_MEASURE));
  xc_query_add_filter (query, "second_body_id.problem:second_body_id.number", XC_RELATION_EMPTY, NULL, 0);
  g_assert_true (xc_query_uses_table (query, XC_TABLE_PROBLEM));
}

static guint
search (Fixture *fixture, const char *text)
{
  g_autoptr (XcQuery) query = xc_query_new (XC_TABLE_PROBLEM);
  g_autoptr (GError) error = NULL;
  guint count;

  xc_query_set_search (query, text,
                       (const char *[]){ "wording", "inspection_id.organization_id.name", NULL });
  xc_query_count (query, fixture->store, &count, &error);
  g_assert_no_error (error);
  return count;
}

static void
searches_names_by_pinyin_and_texts_as_they_stand (Fixture *fixture, gconstpointer data)
{
  GPtrArray *rows = fixture->mirror->rows[XC_TABLE_PROBLEM];
  guint n_by_name = 0, n_by_both = 0, n_by_two = 0;

  for (guint i = 0; i < rows->len; i++)
    {
      gint64 inspection = xc_record_get_number (rows->pdata[i], "inspection_id");
      gint64 organization =
          xc_record_get_number (g_hash_table_lookup (fixture->mirror->by_id, &inspection), "organization_id");
      const char *name =
          xc_record_get_text (g_hash_table_lookup (fixture->mirror->by_id, &organization), "name");
      const char *wording = xc_record_get_text (rows->pdata[i], "wording");

      n_by_name += strstr (name, "梁溪区") != NULL;
      n_by_both += strstr (name, "梁溪区") != NULL || strstr (wording, "梁溪区") != NULL;
      n_by_two +=
          strstr (name, "梁溪区") != NULL && (strstr (name, "党") != NULL || strstr (wording, "党") != NULL);
    }
  g_assert_cmpuint (n_by_two, >, 0);
  g_assert_cmpuint (n_by_both, >, n_by_name);
  g_assert_cmpuint (search (fixture, "lxq"), ==, n_by_name);
  g_assert_cmpuint (search (fixture, "liangxi"), ==, n_by_name);
  g_assert_cmpuint (search (fixture, "梁溪区"), ==, n_by_both);
  g_assert_cmpuint (search (fixture, " 党　lxq "), ==, n_by_two);
  g_assert_cmpuint (search (fixture, "  "), ==, rows->len);
  g_assert_cmpuint (search (fixture, NULL), ==, rows->len);
  g_assert_cmpuint (search (fixture, "nothing of this kind"), ==, 0);
  g_assert_cmpuint (search (fixture, "\xff"), ==, 0);
}

static void
takes_what_is_typed_for_nothing_but_text (Fixture *fixture, gconstpointer data)
{
  static const char *const typed[] = {
    "' OR 1=1 --", "\"; DELETE FROM problem; --", "%", "_", "?1", "@", "\\", "*", "x'00'", "NULL", ")", "]",
  };
  g_autofree char *before = xc_test_ledger_dump (fixture->store);
  g_autofree char *after = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    for (guint relation = 0; relation < XC_N_RELATIONS; relation++)
      {
        g_autoptr (XcQuery) query = xc_query_new (XC_TABLE_PROBLEM);

        if (relation == XC_RELATION_EMPTY || relation == XC_RELATION_NOT_EMPTY
            || !xc_relation_fits ((XcRelation) relation,
                                  xc_catalogue_get_field (XC_TABLE_PROBLEM, "wording")))
          continue;
        xc_query_add_text_filter (query, "wording", (XcRelation) relation, typed[i]);
        check (fixture, query);
        search (fixture, typed[i]);
      }
  after = xc_test_ledger_dump (fixture->store);
  g_assert_cmpstr (before, ==, after);
}

static void
stops_when_its_time_is_over (Fixture *fixture, gconstpointer data)
{
  XcDatabase *database = xc_store_get_database (fixture->store);
  g_autoptr (GError) error = NULL;
  gint64 n;

  xc_database_limit_time (database, 20);
  g_assert_false (xc_database_get_integer (
      database, "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max (i) FROM n", &n,
      &error));
  g_assert_error (error, XC_STORE_ERROR, XC_STORE_ERROR_INTERRUPTED);
  xc_database_limit_time (database, 0);
  g_assert_cmpuint (search (fixture, "lxq"), >, 0);
}

/* On a connection of its own, as work behind a progress bar. */
typedef struct
{
  XcStore *store;
  int is_over;
  GError *error;
} Asking;

static gpointer
ask_until_it_fails (gpointer data)
{
  Asking *asking = data;
  g_autoptr (XcQuery) query = xc_query_new (XC_TABLE_PROBLEM);

  xc_query_add_sort (query, "wording", FALSE);
  while (asking->error == NULL)
    {
      g_autoptr (GArray) ids = xc_query_ids (query, asking->store, &asking->error);

      g_assert_true ((ids == NULL) == (asking->error != NULL));
    }
  g_atomic_int_set (&asking->is_over, TRUE);
  return NULL;
}

static void
stops_when_it_is_cancelled (Fixture *fixture, gconstpointer data)
{
  g_autoptr (XcStore) reader = xc_store_open (xc_store_get_path (fixture->store), XC_STORE_READ, NULL);
  Asking asking = { .store = reader };
  GThread *thread = g_thread_new ("reader", ask_until_it_fails, &asking);

  /* One that comes between two questions is for neither. */
  while (!g_atomic_int_get (&asking.is_over))
    {
      xc_database_interrupt (xc_store_get_database (reader));
      g_usleep (100);
    }
  g_thread_join (thread);
  g_assert_error (asking.error, XC_STORE_ERROR, XC_STORE_ERROR_INTERRUPTED);
  g_clear_error (&asking.error);
}

static void
leaves_out_what_another_version_wrote (void)
{
  g_autoptr (XcQuery) query = xc_query_new (XC_TABLE_PROBLEM);
  g_autofree char *text = NULL;
  g_autofree char *newer = NULL;
  g_autofree char *note = NULL;
  g_autoptr (XcQuery) read = NULL;
  g_autoptr (GError) error = NULL;

  xc_query_add_text_filter (query, "state", XC_RELATION_IS, "closed");
  xc_query_add_sort (query, "number", TRUE);
  text = xc_query_to_text (query);
  read = xc_query_from_text (text, &note, &error);
  g_assert_no_error (error);
  g_assert_null (note);
  g_assert_true (xc_query_equal (query, read));
  g_clear_pointer (&read, xc_query_free);

  newer = g_strdup (
      "{'version': <uint32 2>, 'table': <'problem'>, 'grouped-by': <'state'>,"
      " 'filters': <[('state', 'is', [<'closed'>]), ('mood', 'is', [<'good'>]),"
      "   ('state', 'rhymes-with', [<'rosed'>]), ('is_key', 'is', [<'yes'>]), ('state', 'is', [])]>,"
      " 'sorts': <[('number', true), ('measure:problem_id.due_on', true)]>}");
  read = xc_query_from_text (newer, &note, &error);
  g_assert_no_error (error);
  g_assert_true (xc_query_equal (query, read));
  g_assert_cmpstr (
      note, ==,
      "The view was saved by another version of this program; what this one does not know was left "
      "out: mood, state, is_key, state, measure:problem_id.due_on, grouped-by.");
}

static void
is_not_read_from_what_is_no_query (void)
{
  static const char *const wrong[] = { "", "{", "5", "{'version': <uint32 1>}",
                                       "{'table': <'sqlite_master'>}" };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (xc_query_from_text (wrong[i], NULL, &error));
      g_assert_error (error, XC_STORE_ERROR, XC_STORE_ERROR_DAMAGED);
    }
}

static void
stops_the_program_by_an_unknown_path (void)
{
  static const char *const unknown[] = {
    "mood",
    "",
    ".",
    "inspection_id.",
    "number.id",
    "inspection_id.mood",
    "measure:inspection_id.wording",
    "number; DROP TABLE problem",
    "measure:problem_id",
    "point_id.parent_id.parent_id.parent_id.parent_id.parent_id.parent_id.title",
  };

  for (guint i = 0; i < G_N_ELEMENTS (unknown); i++)
    {
      g_autofree char *number = NULL;

      if (g_test_subprocess ())
        {
          g_autoptr (XcQuery) query = xc_query_new (XC_TABLE_PROBLEM);

          xc_query_add_filter (query, unknown[g_ascii_strtoull (g_getenv ("XC_TEST_PATH"), NULL, 10)],
                               XC_RELATION_EMPTY, NULL, 0);
          return;
        }
      number = g_strdup_printf ("%u", i);
      g_setenv ("XC_TEST_PATH", number, TRUE);
      g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
      g_test_trap_assert_failed ();
      g_test_trap_assert_stderr ("*does not fit*");
    }
}

#define ADD(name, function) g_test_add ("/store/query/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("answers-every-relation", answers_every_relation);
  ADD ("sorts-by-any-keys", sorts_by_any_keys);
  ADD ("says-where-a-row-is", says_where_a_row_is);
  ADD ("follows-a-few-changed-rows", follows_a_few_changed_rows);
  ADD ("sorts-by-what-is-put-together", sorts_by_what_is_put_together);
  ADD ("finds-among-many", finds_among_many);
  ADD ("searches-names-by-pinyin-and-texts-as-they-stand", searches_names_by_pinyin_and_texts_as_they_stand);
  ADD ("takes-what-is-typed-for-nothing-but-text", takes_what_is_typed_for_nothing_but_text);
  ADD ("stops-when-its-time-is-over", stops_when_its_time_is_over);
  ADD ("stops-when-it-is-cancelled", stops_when_it_is_cancelled);
  g_test_add_func ("/store/query/knows-which-tables-it-uses", knows_which_tables_it_uses);
  g_test_add_func ("/store/query/leaves-out-what-another-version-wrote",
                   leaves_out_what_another_version_wrote);
  g_test_add_func ("/store/query/is-not-read-from-what-is-no-query", is_not_read_from_what_is_no_query);
  g_test_add_func ("/store/query/stops-the-program-by-an-unknown-path", stops_the_program_by_an_unknown_path);
  return g_test_run ();
}
