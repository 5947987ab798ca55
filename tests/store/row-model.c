/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Over 200,000 problems: exactly what is told, how many rows are read for it, and how many live. */
#include "store/row-model.h"

#include "store/bulk.h"

#include "district.h"
#include "ledger.h"
#include "list-recorder.h"

#define N_PROBLEMS 200000
/* What a view asks for when it is first shown. */
#define N_SHOWN 205

/* One ledger for the whole program: each test undoes what it did. */
static char *folder;
static XcStore *store;

static const char *const columns[] = {
  "number", "wording", "state", "found_on", "inspection_id.organization_id.name", NULL
};

static gint64
identify (GListModel *model, guint position)
{
  return xc_row_model_get_id (XC_ROW_MODEL (model), position);
}

static XcRowModel *
make_model (const XcQuery *query)
{
  XcRowModel *model = xc_row_model_new (store, XC_TABLE_PROBLEM, columns);
  g_autoptr (GError) error = NULL;

  xc_row_model_set_query (model, query, &error);
  g_assert_no_error (error);
  return model;
}

static XcQuery *
make_query (const char *sort)
{
  XcQuery *query = xc_query_new (XC_TABLE_PROBLEM);

  xc_query_add_sort (query, sort, FALSE);
  return query;
}

/* As a view does: it holds what it shows. */
static GPtrArray *
show (XcRowModel *model, guint from, guint n)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = from; i < from + n; i++)
    {
      XcRow *row = g_list_model_get_item (G_LIST_MODEL (model), i);

      if (row != NULL)
        g_ptr_array_add (rows, row);
    }
  return rows;
}

static void
assert_current (XcRowModel *model)
{
  g_autoptr (GArray) ids = xc_query_ids (xc_row_model_get_query (model), store, NULL);

  g_assert_cmpuint (ids->len, ==, g_list_model_get_n_items (G_LIST_MODEL (model)));
  for (guint i = 0; i < ids->len; i++)
    g_assert_cmpint (g_array_index (ids, gint64, i), ==, xc_row_model_get_id (model, i));
}

static void
undo (void)
{
  g_autoptr (GError) error = NULL;

  xc_store_undo (store, NULL, &error);
  g_assert_no_error (error);
}

typedef struct
{
  gint64 id;
  const char *field;
  XcValue value;
} Setting;

static gboolean
set_field (XcStore *ledger, gpointer data, GError **error)
{
  const Setting *setting = data;
  XcTable table = XC_TABLE_PROBLEM;
  g_autoptr (XcRecord) record = NULL;

  if (xc_catalogue_find_field (table, setting->field) < 0)
    table = XC_TABLE_ORGANIZATION;
  record = xc_store_load (ledger, table, setting->id, error);
  if (setting->value.text != NULL)
    xc_record_set_text (record, setting->field, setting->value.text);
  else
    xc_record_set_number (record, setting->field, setting->value.number);
  return xc_store_save (ledger, record, error);
}

static void
change (gint64 id, const char *field, XcValue value)
{
  Setting setting = { id, field, value };
  g_autoptr (GError) error = NULL;

  xc_store_run (store, "change", set_field, &setting, &error);
  g_assert_no_error (error);
}

static gboolean
remove_problem (XcStore *ledger, gpointer data, GError **error)
{
  return xc_store_remove (ledger, XC_TABLE_PROBLEM, *(gint64 *) data, error);
}

static void
loads_only_what_is_looked_at (void)
{
  g_autoptr (XcQuery) query = make_query ("number");
  g_autoptr (XcRowModel) model = xc_row_model_new (store, XC_TABLE_PROBLEM, columns);
  g_autoptr (XcTestListRecorder) recorder = xc_test_list_recorder_new (G_LIST_MODEL (model), identify);
  g_autoptr (GPtrArray) shown = NULL;
  g_autoptr (GPtrArray) jumped = NULL;

  g_assert_true (xc_row_model_set_query (model, query, NULL));
  xc_test_list_recorder_assert (recorder, "0+200000");
  g_assert_cmpuint (xc_row_model_get_n_loaded (model), ==, 0);
  shown = show (model, 0, N_SHOWN);
  g_assert_cmpuint (xc_row_model_get_n_loaded (model), ==, 256);
  g_assert_cmpuint (xc_row_model_get_n_living (model), ==, 256);
  for (guint i = 0; i < shown->len; i++)
    g_assert_true (xc_row_is_loaded (shown->pdata[i]));
  jumped = show (model, 150010, 1);
  g_assert_cmpuint (xc_row_model_get_n_loaded (model), ==, 320);
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (model), N_PROBLEMS));
}

static void
lets_go_of_what_was_scrolled_away (void)
{
  g_autoptr (XcQuery) query = make_query ("number");
  g_autoptr (XcRowModel) model = make_model (query);
  guint most = 0;

  for (guint i = 0; i < 20000; i++)
    {
      g_autoptr (XcRow) row = g_list_model_get_item (G_LIST_MODEL (model), i);

      g_assert_true (xc_row_is_loaded (row));
      most = MAX (most, xc_row_model_get_n_living (model));
    }
  g_assert_cmpuint (most, <=, 257);
  /* Each page once. */
  g_assert_cmpuint (xc_row_model_get_n_loaded (model), ==, 20032);
}

static void
shows_texts_of_other_tables (void)
{
  g_autoptr (XcQuery) query = make_query ("inspection_id.organization_id.name");
  g_autoptr (XcRowModel) model = make_model (query);
  g_autoptr (GPtrArray) shown = show (model, 0, 3);
  g_autoptr (XcRecord) record = xc_record_copy (xc_row_get_record (shown->pdata[0]));
  g_autoptr (XcRecord) inspection =
      xc_store_load (store, XC_TABLE_INSPECTION, xc_record_get_number (record, "inspection_id"), NULL);
  g_autoptr (XcRecord) organization = xc_store_load (
      store, XC_TABLE_ORGANIZATION, xc_record_get_number (inspection, "organization_id"), NULL);
  g_autoptr (XcRecord) again = xc_store_load (store, XC_TABLE_PROBLEM, xc_row_get_id (shown->pdata[0]), NULL);

  g_assert_cmpstr (xc_row_get_text (shown->pdata[0], 0), ==, xc_record_get_text (again, "number"));
  g_assert_cmpstr (xc_row_get_text (shown->pdata[0], 4), ==, xc_record_get_text (organization, "name"));
  g_assert_cmpstr (xc_row_get_value (shown->pdata[0], 2).text, ==, xc_record_get_text (again, "state"));
  g_assert_cmpstr (xc_row_get_text (shown->pdata[0], 9), ==, "");

  xc_row_model_set_columns (model, (const char *[]){ "inspection_id.round_id.ordinal", NULL });
  g_assert_true (g_str_has_prefix (xc_row_get_text (shown->pdata[0], 0), "第"));
  g_assert_true (g_str_has_suffix (xc_row_get_text (shown->pdata[0], 0), "轮"));
  g_assert_cmpstr (xc_row_get_text (shown->pdata[0], 1), ==, "");
}

static void
count (GObject *object, GParamSpec *pspec, gpointer data)
{
  ++*(guint *) data;
}

static void
reloads_only_the_row_that_changed (void)
{
  g_autoptr (XcQuery) query = make_query ("number");
  g_autoptr (XcRowModel) model = make_model (query);
  g_autoptr (XcTestListRecorder) recorder = xc_test_list_recorder_new (G_LIST_MODEL (model), identify);
  g_autoptr (GPtrArray) shown = show (model, 1000, N_SHOWN);
  guint before = xc_row_model_get_n_loaded (model);
  guint n_notified = 0, n_others = 0;

  g_signal_connect (shown->pdata[7], "notify", G_CALLBACK (count), &n_notified);
  g_signal_connect (shown->pdata[8], "notify", G_CALLBACK (count), &n_others);
  change (xc_row_model_get_id (model, 1007), "wording", XC_VALUE_TEXT ("新的表述"));
  g_assert_cmpstr (xc_row_get_text (shown->pdata[7], 1), ==, "新的表述");
  g_assert_cmpuint (n_notified, ==, 1);
  g_assert_cmpuint (xc_row_model_get_n_loaded (model), ==, before + 1);
  undo ();
  g_assert_cmpuint (n_notified, ==, 2);
  /* A row that nobody looks at is not read. */
  change (xc_row_model_get_id (model, 150000), "wording", XC_VALUE_TEXT ("新的表述"));
  undo ();
  g_assert_cmpuint (xc_row_model_get_n_loaded (model), ==, before + 2);
  g_assert_cmpuint (n_others, ==, 0);
  xc_test_list_recorder_assert (recorder, "");
}

static void
moves_one_row (void)
{
  g_autoptr (XcQuery) query = make_query ("found_on");
  g_autoptr (XcRowModel) model = make_model (query);
  g_autoptr (XcTestListRecorder) recorder = xc_test_list_recorder_new (G_LIST_MODEL (model), identify);
  g_autoptr (GPtrArray) shown = show (model, 150010, 1);
  gint64 id = xc_row_get_id (shown->pdata[0]);
  guint n_loaded = xc_row_model_get_n_loaded (model);
  guint position;
  g_autoptr (XcRow) moved = NULL;

  change (id, "found_on", XC_VALUE_NUMBER (xc_day_new (2021, 7, 31)));
  xc_test_list_recorder_assert (recorder, "+0, -150011");
  moved = g_list_model_get_item (G_LIST_MODEL (model), 0);
  g_assert_true (moved == shown->pdata[0]);
  g_assert_cmpstr (xc_row_get_text (moved, 3), ==, "2021-07-31");
  g_assert_cmpuint (xc_row_model_get_n_loaded (model), ==, n_loaded + 1);
  undo ();
  xc_test_list_recorder_assert (recorder, "-0, +150010");
  g_assert_true (xc_row_model_find (model, id, &position));
  g_assert_cmpuint (position, ==, 150010);
  xc_test_list_recorder_check (recorder);
}

static void
moves_one_row_a_little (void)
{
  g_autoptr (XcQuery) query = make_query ("number");
  g_autoptr (XcRowModel) model = make_model (query);
  g_autoptr (XcTestListRecorder) recorder = xc_test_list_recorder_new (G_LIST_MODEL (model), identify);
  gint64 id = xc_row_model_get_id (model, 70000);
  g_autoptr (XcRecord) after =
      xc_store_load (store, XC_TABLE_PROBLEM, xc_row_model_get_id (model, 70090), NULL);
  g_autofree char *number = g_strconcat (xc_record_get_text (after, "number"), "a", NULL);

  change (id, "number", XC_VALUE_TEXT (number));
  xc_test_list_recorder_assert (recorder, "70000-91+91");
  assert_current (model);
  undo ();
  xc_test_list_recorder_assert (recorder, "70000-91+91");
}

static gboolean
add_problem (XcStore *ledger, gpointer data, GError **error)
{
  return xc_store_save (ledger, data, error);
}

static void
follows_rows_that_come_and_go (void)
{
  g_autoptr (XcQuery) query = make_query ("number");
  g_autoptr (XcRowModel) model = make_model (query);
  g_autoptr (XcTestListRecorder) recorder = xc_test_list_recorder_new (G_LIST_MODEL (model), identify);
  g_autoptr (GPtrArray) shown = show (model, 100, 1);
  g_autoptr (XcRecord) record = xc_record_new (XC_TABLE_PROBLEM);
  guint n_loaded = xc_row_model_get_n_loaded (model);
  guint n_items = 0;
  gint64 id = xc_row_get_id (shown->pdata[0]);

  g_signal_connect (model, "notify::n-items", G_CALLBACK (count), &n_items);
  xc_record_set_number (record, "inspection_id",
                        xc_record_get_number (xc_row_get_record (shown->pdata[0]), "inspection_id"));
  xc_record_set_text (record, "number", "00");
  xc_record_set_text (record, "wording", "学习不深入");
  xc_store_run (store, "add", add_problem, record, NULL);
  xc_test_list_recorder_assert (recorder, "+0");
  undo ();
  xc_test_list_recorder_assert (recorder, "-0");
  g_assert_true (xc_store_redo (store, NULL, NULL));
  xc_test_list_recorder_assert (recorder, "+0");
  undo ();
  xc_test_list_recorder_assert (recorder, "-0");
  g_assert_cmpuint (xc_row_model_get_n_loaded (model), ==, n_loaded);

  g_assert_true (xc_store_run (store, "remove", remove_problem, &id, NULL));
  xc_test_list_recorder_assert (recorder, "-100");
  g_assert_false (xc_row_is_loaded (shown->pdata[0]));
  g_assert_null (xc_row_get_record (shown->pdata[0]));
  undo ();
  xc_test_list_recorder_assert (recorder, "+100");
  g_assert_true (xc_row_is_loaded (shown->pdata[0]));
  g_assert_cmpuint (n_items, ==, 6);
}

static void
follows_another_query (void)
{
  g_autoptr (XcQuery) query = make_query ("number");
  g_autoptr (XcQuery) same = xc_query_copy (query);
  g_autoptr (XcRowModel) model = make_model (query);
  g_autoptr (XcTestListRecorder) recorder = xc_test_list_recorder_new (G_LIST_MODEL (model), identify);
  g_autoptr (GPtrArray) shown = show (model, 50, 1);
  gint64 id = xc_row_get_id (shown->pdata[0]);
  g_autoptr (XcRow) again = NULL;
  guint position;

  g_assert_true (xc_row_model_set_query (model, same, NULL));
  xc_test_list_recorder_assert (recorder, "");
  xc_query_clear_sorts (query);
  xc_query_add_sort (query, "number", TRUE);
  g_assert_true (xc_row_model_set_query (model, query, NULL));
  xc_test_list_recorder_assert (recorder, "0-256+256, 256-199744, 256+199744");
  g_assert_true (xc_row_model_find (model, id, &position));
  again = g_list_model_get_item (G_LIST_MODEL (model), position);
  g_assert_true (again == shown->pdata[0]);
  assert_current (model);

  xc_query_add_text_filter (query, "number", XC_RELATION_IS, "no such number");
  g_assert_true (xc_row_model_set_query (model, query, NULL));
  xc_test_list_recorder_assert (recorder, "0-200000");
  g_assert_true (xc_row_model_set_query (model, same, NULL));
  xc_test_list_recorder_assert (recorder, "0+200000");
}

static void
follows_the_rows_that_others_refer_to (void)
{
  g_autoptr (XcQuery) query = make_query ("number");
  g_autoptr (XcRowModel) model = make_model (query);
  g_autoptr (XcTestListRecorder) recorder = xc_test_list_recorder_new (G_LIST_MODEL (model), identify);
  g_autoptr (GPtrArray) shown = NULL;
  g_autoptr (XcRecord) inspection = NULL;
  g_autofree char *first_name = NULL;
  guint n_loaded, n_same = 0;
  gint64 organization;

  shown = show (model, 0, N_SHOWN);
  inspection =
      xc_store_load (store, XC_TABLE_INSPECTION,
                     xc_record_get_number (xc_row_get_record (shown->pdata[0]), "inspection_id"), NULL);
  organization = xc_record_get_number (inspection, "organization_id");
  first_name = g_strdup (xc_row_get_text (shown->pdata[0], 4));
  n_loaded = xc_row_model_get_n_loaded (model);
  change (organization, "short_name", XC_VALUE_TEXT ("甲局"));
  undo ();
  g_assert_cmpuint (xc_row_model_get_n_loaded (model), >, n_loaded);
  n_loaded = xc_row_model_get_n_loaded (model);
  change (organization, "name", XC_VALUE_TEXT ("示范区甲局党组"));
  for (guint i = 0; i < shown->len; i++)
    {
      g_assert_cmpstr (xc_row_get_text (shown->pdata[i], 4), !=, first_name);
      n_same += g_str_equal (xc_row_get_text (shown->pdata[i], 4), "示范区甲局党组");
    }
  g_assert_cmpuint (n_same, >, 0);
  /* Of those that live, not all: the page has rows that are not shown. */
  g_assert_cmpuint (xc_row_model_get_n_loaded (model) - n_loaded, >=, n_same);
  g_assert_cmpuint (xc_row_model_get_n_loaded (model) - n_loaded, <=, 256);
  undo ();
  xc_test_list_recorder_assert (recorder, "");
}

static void
tells_nothing_when_only_hidden_values_changed (void)
{
  g_autoptr (XcQuery) query = make_query ("number");
  g_autoptr (XcRowModel) model = make_model (query);
  g_autoptr (GPtrArray) shown = show (model, 0, 1);
  g_autoptr (XcRecord) inspection =
      xc_store_load (store, XC_TABLE_INSPECTION,
                     xc_record_get_number (xc_row_get_record (shown->pdata[0]), "inspection_id"), NULL);
  guint n_notified = 0;

  g_signal_connect (shown->pdata[0], "notify", G_CALLBACK (count), &n_notified);
  change (xc_record_get_number (inspection, "organization_id"), "short_name", XC_VALUE_TEXT ("甲局"));
  g_assert_cmpuint (n_notified, ==, 0);
  undo ();
  g_assert_cmpuint (n_notified, ==, 0);
}

/* As a view does: it asks for what came where something went. */
static void
look_cb (GListModel *model, guint position, guint removed, guint added, GPtrArray *seen)
{
  for (guint i = position; i < position + added && i < 100; i++)
    g_ptr_array_add (seen, g_list_model_get_item (model, i));
}

static void
shows_others_in_the_rows_on_the_screen (void)
{
  g_autoptr (XcQuery) query = make_query ("number");
  g_autoptr (XcRowModel) model = make_model (query);
  g_autoptr (GPtrArray) shown = show (model, 0, 100);
  g_autoptr (GPtrArray) seen = g_ptr_array_new_with_free_func (g_object_unref);
  guint n_told = 0;

  g_signal_connect (model, "items-changed", G_CALLBACK (look_cb), seen);
  g_signal_connect (shown->pdata[0], "notify::record", G_CALLBACK (count), &n_told);
  xc_query_clear_sorts (query);
  xc_query_add_sort (query, "number", TRUE);
  g_assert_true (xc_row_model_set_query (model, query, NULL));
  g_assert_cmpuint (seen->len, ==, 100);
  for (guint i = 0; i < seen->len; i++)
    {
      guint position;

      g_assert_true (seen->pdata[i] == shown->pdata[i]);
      g_assert_true (xc_row_model_find (model, xc_row_get_id (seen->pdata[i]), &position));
      g_assert_cmpuint (position, ==, i);
    }
  g_assert_cmpuint (n_told, ==, 1);
  assert_current (model);
}

static void
finds_its_order_anew_when_a_name_changed (void)
{
  g_autoptr (XcQuery) query = make_query ("inspection_id.organization_id.name");
  g_autoptr (XcRowModel) model = NULL;
  g_autoptr (XcTestListRecorder) recorder = NULL;
  g_autoptr (GPtrArray) shown = NULL;
  g_autoptr (XcRecord) inspection = NULL;
  g_autofree char *told = NULL;

  xc_query_add_sort (query, "number", FALSE);
  model = make_model (query);
  recorder = xc_test_list_recorder_new (G_LIST_MODEL (model), identify);
  shown = show (model, 0, 1);
  inspection =
      xc_store_load (store, XC_TABLE_INSPECTION,
                     xc_record_get_number (xc_row_get_record (shown->pdata[0]), "inspection_id"), NULL);
  change (xc_record_get_number (inspection, "organization_id"), "name", XC_VALUE_TEXT ("做最后一个"));
  told = xc_test_list_recorder_take (recorder);
  g_assert_true (g_str_has_prefix (told, "0-256+256, 256-199744"));
  assert_current (model);
  undo ();
  xc_test_list_recorder_assert (recorder, "0-256+256, 256-199744, 256+199744");
  assert_current (model);
}

typedef struct
{
  const XcQuery *query;
  const char *field;
  XcValue value;
  guint n_changed;
} Bulk;

static gboolean
set_where (XcStore *ledger, gpointer data, GError **error)
{
  Bulk *bulk = data;

  return xc_store_set_where (ledger, bulk->query, bulk->field, &bulk->value, &bulk->n_changed, error);
}

static void
follows_an_act_on_all_its_rows (void)
{
  g_autoptr (XcQuery) query = make_query ("number");
  g_autoptr (XcRowModel) model = NULL;
  g_autoptr (XcTestListRecorder) recorder = NULL;
  Bulk bulk = { .field = "source", .value = XC_VALUE_TEXT ("专项检查") };
  guint wanted;

  xc_query_add_number_filter (query, "is_key", XC_RELATION_IS, 1);
  xc_query_add_filter (query, "source", XC_RELATION_EMPTY, NULL, 0);
  g_assert_true (xc_query_count (query, store, &wanted, NULL));
  g_assert_cmpuint (wanted, >, 15000);
  model = make_model (query);
  recorder = xc_test_list_recorder_new (G_LIST_MODEL (model), identify);
  bulk.query = xc_row_model_get_query (model);
  g_assert_true (xc_store_run (store, "set", set_where, &bulk, NULL));
  g_assert_cmpuint (bulk.n_changed, ==, wanted);
  xc_test_list_recorder_assert (recorder, "0-15385");
  undo ();
  xc_test_list_recorder_assert (recorder, "0+15385");
}

static void
keeps_its_rows_when_the_ledger_cannot_be_read (void)
{
  XcDatabase *database = xc_store_get_database (store);
  g_autoptr (XcQuery) query = make_query ("number");
  g_autoptr (XcQuery) other = make_query ("found_on");
  g_autoptr (XcRowModel) model = make_model (query);
  g_autoptr (XcTestListRecorder) recorder = xc_test_list_recorder_new (G_LIST_MODEL (model), identify);
  g_autoptr (GPtrArray) shown = NULL;
  g_autoptr (GError) error = NULL;
  guint n_failed = 0;

  g_signal_connect (model, "failed", G_CALLBACK (count), &n_failed);
  g_assert_true (xc_database_execute (database, "ALTER TABLE problem RENAME TO gone", NULL));
  g_assert_false (xc_row_model_set_query (model, other, &error));
  g_assert_error (error, XC_STORE_ERROR, XC_STORE_ERROR_FAILED);
  shown = show (model, 0, 1);
  g_assert_false (xc_row_is_loaded (shown->pdata[0]));
  g_assert_cmpstr (xc_row_get_text (shown->pdata[0], 0), ==, "");
  g_assert_cmpuint (n_failed, ==, 1);
  g_assert_true (xc_database_execute (database, "ALTER TABLE gone RENAME TO problem", NULL));
  xc_test_list_recorder_assert (recorder, "");
  g_ptr_array_set_size (shown, 0);
  g_clear_pointer (&shown, g_ptr_array_unref);
  shown = show (model, 0, 1);
  g_assert_true (xc_row_is_loaded (shown->pdata[0]));
  assert_current (model);
}

/* The list of a window: the order of all rows is another, and nobody waits for it. */
static void
seeks_its_order_anew_when_nobody_waits (void)
{
  g_autoptr (XcQuery) query = make_query ("inspection_id.organization_id.name");
  g_autoptr (XcRowModel) model = xc_row_model_new (store, XC_TABLE_PROBLEM, columns);
  g_autoptr (GPtrArray) shown = NULL;
  g_autoptr (XcRecord) inspection = NULL;
  gint64 organization;

  xc_query_add_sort (query, "number", FALSE);
  xc_row_model_seek (model, query);
  while (xc_row_model_is_seeking (model))
    g_main_context_iteration (NULL, TRUE);
  assert_current (model);
  shown = show (model, 0, 1);
  inspection =
      xc_store_load (store, XC_TABLE_INSPECTION,
                     xc_record_get_number (xc_row_get_record (shown->pdata[0]), "inspection_id"), NULL);
  organization = xc_record_get_number (inspection, "organization_id");
  change (organization, "name", XC_VALUE_TEXT ("做最后一个"));
  /* What is shown says what is now, also where it has no new place yet. */
  g_assert_cmpstr (xc_row_get_text (shown->pdata[0], 4), ==, "做最后一个");
  g_assert_true (xc_row_model_is_seeking (model));
  change (organization, "name", XC_VALUE_TEXT ("做另一个"));
  while (xc_row_model_is_seeking (model))
    g_main_context_iteration (NULL, TRUE);
  assert_current (model);
  undo ();
  undo ();
  while (xc_row_model_is_seeking (model))
    g_main_context_iteration (NULL, TRUE);
  assert_current (model);
}

/* One of the things that people do all day, to rows that are found or were found. */
static gboolean
do_something (XcStore *ledger, gpointer data, GError **error)
{
  GRand *rand = g_object_get_data (data, "rand");
  gint64 id = xc_row_model_get_id (data, (guint) g_rand_int_range (rand, 0, 40));
  g_autoptr (XcRecord) record = xc_store_load (ledger, XC_TABLE_PROBLEM, id, error);
  g_autoptr (XcRecord) copy = xc_record_new (XC_TABLE_PROBLEM);
  static const char *const texts[] = { "梁溪区", "长沙", "重庆", "a", "B" };

  g_assert_nonnull (record);
  switch (g_rand_int_range (rand, 0, 5))
    {
    case 0:
      return xc_store_remove (ledger, XC_TABLE_PROBLEM, id, error);
    case 1:
      xc_record_set_number (copy, "inspection_id", xc_record_get_number (record, "inspection_id"));
      xc_record_set_text (copy, "number", xc_record_get_text (record, "number"));
      xc_record_set_text (copy, "wording", texts[g_rand_int_range (rand, 0, G_N_ELEMENTS (texts))]);
      return xc_store_save (ledger, copy, error);
    case 2:
      xc_record_set_text (record, "state", g_rand_boolean (rand) ? "closed" : "returned");
      break;
    case 3:
      xc_record_set_number (record, "found_on", xc_day_new (2024, 1, 1) + g_rand_int_range (rand, 0, 99));
      break;
    default:
      xc_record_set_text (record, "wording", texts[g_rand_int_range (rand, 0, G_N_ELEMENTS (texts))]);
    }
  return xc_store_save (ledger, record, error);
}

static void
assert_rows_are_as_in_the_ledger (XcStore *ledger, GPtrArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    {
      g_autoptr (XcRecord) record =
          xc_store_load (ledger, XC_TABLE_PROBLEM, xc_row_get_id (rows->pdata[i]), NULL);

      g_assert_cmpint (record != NULL, ==, xc_row_is_loaded (rows->pdata[i]));
      if (record == NULL)
        continue;
      g_assert_cmpstr (xc_row_get_text (rows->pdata[i], 1), ==, xc_record_get_text (record, "wording"));
      g_assert_cmpint (xc_record_get_day (xc_row_get_record (rows->pdata[i]), "found_on"), ==,
                       xc_record_get_day (record, "found_on"));
    }
}

static void
stays_true_whatever_is_done (void)
{
  g_autoptr (XcTestFolder) own_folder = xc_test_folder_new ();
  g_autoptr (XcStore) ledger = xc_test_district_new (own_folder, 1500);
  g_autoptr (XcRowModel) model = xc_row_model_new (ledger, XC_TABLE_PROBLEM, columns);
  g_autoptr (XcTestListRecorder) recorder = xc_test_list_recorder_new (G_LIST_MODEL (model), identify);
  g_autoptr (XcQuery) query = make_query ("wording");
  g_autoptr (GPtrArray) shown = NULL;
  GRand *rand = g_rand_new_with_seed (17);

  g_object_set_data_full (G_OBJECT (model), "rand", rand, (GDestroyNotify) g_rand_free);
  xc_query_add_text_filter (query, "state", XC_RELATION_IS_NOT, "closed");
  g_assert_true (xc_row_model_set_query (model, query, NULL));
  shown = show (model, 0, 60);
  for (guint i = 0; i < 300; i++)
    {
      g_autoptr (GArray) ids = NULL;
      g_autoptr (GError) error = NULL;
      g_autofree char *told = NULL;
      int act = g_rand_int_range (rand, 0, 10);

      if (act == 0)
        xc_store_undo (ledger, NULL, NULL);
      else if (act == 1)
        xc_store_redo (ledger, NULL, NULL);
      else if (act == 2)
        {
          xc_query_clear_sorts (query);
          xc_query_add_sort (query, columns[g_rand_int_range (rand, 0, 5)], g_rand_boolean (rand));
          xc_row_model_set_query (model, query, &error);
        }
      else
        xc_store_run (ledger, "something", do_something, model, &error);
      g_assert_no_error (error);
      told = xc_test_list_recorder_take (recorder);
      xc_test_list_recorder_check (recorder);
      ids = xc_query_ids (query, ledger, NULL);
      g_assert_cmpuint (ids->len, ==, g_list_model_get_n_items (G_LIST_MODEL (model)));
      for (guint j = 0; j < ids->len; j++)
        g_assert_cmpint (g_array_index (ids, gint64, j), ==, xc_row_model_get_id (model, j));
      assert_rows_are_as_in_the_ledger (ledger, shown);
      g_ptr_array_unref (shown);
      shown = show (model, 0, 60);
      assert_rows_are_as_in_the_ledger (ledger, shown);
    }
}

static void
outlives_its_rows_and_they_it (void)
{
  g_autoptr (XcQuery) query = make_query ("number");
  XcRowModel *model = make_model (query);
  g_autoptr (GPtrArray) shown = show (model, 0, 3);
  XcRow *last = g_object_ref (shown->pdata[2]);

  g_ptr_array_set_size (shown, 0);
  g_assert_finalize_object (model);
  g_assert_true (xc_row_is_loaded (last));
  change (xc_row_get_id (last), "wording", XC_VALUE_TEXT ("新的表述"));
  undo ();
  g_assert_finalize_object (last);
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  folder = xc_test_folder_new ();
  store = xc_test_district_new (folder, N_PROBLEMS);
#define ADD(name, function) g_test_add_func ("/store/row-model/" name, function)
  ADD ("loads-only-what-is-looked-at", loads_only_what_is_looked_at);
  ADD ("lets-go-of-what-was-scrolled-away", lets_go_of_what_was_scrolled_away);
  ADD ("shows-texts-of-other-tables", shows_texts_of_other_tables);
  ADD ("reloads-only-the-row-that-changed", reloads_only_the_row_that_changed);
  ADD ("moves-one-row", moves_one_row);
  ADD ("moves-one-row-a-little", moves_one_row_a_little);
  ADD ("follows-rows-that-come-and-go", follows_rows_that_come_and_go);
  ADD ("follows-another-query", follows_another_query);
  ADD ("shows-others-in-the-rows-on-the-screen", shows_others_in_the_rows_on_the_screen);
  ADD ("follows-the-rows-that-others-refer-to", follows_the_rows_that_others_refer_to);
  ADD ("tells-nothing-when-only-hidden-values-changed", tells_nothing_when_only_hidden_values_changed);
  ADD ("finds-its-order-anew-when-a-name-changed", finds_its_order_anew_when_a_name_changed);
  ADD ("seeks-its-order-anew-when-nobody-waits", seeks_its_order_anew_when_nobody_waits);
  ADD ("follows-an-act-on-all-its-rows", follows_an_act_on_all_its_rows);
  ADD ("keeps-its-rows-when-the-ledger-cannot-be-read", keeps_its_rows_when_the_ledger_cannot_be_read);
  ADD ("stays-true-whatever-is-done", stays_true_whatever_is_done);
  ADD ("outlives-its-rows-and-they-it", outlives_its_rows_and_they_it);
  status = g_test_run ();
  g_object_unref (store);
  xc_test_folder_remove (folder);
  return status;
}
