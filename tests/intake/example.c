/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "intake/example.h"

#include "core/ratio.h"
#include "intake/example-sheet.h"
#include "intake/import.h"
#include "ledger.h"
#include "store/check.h"
#include "store/coverage-source.h"
#include "store/history.h"

static XcStore *
make_example (const char *folder)
{
  g_autoptr (GError) error = NULL;
  XcStore *store = xc_test_ledger_new (folder);

  xc_example_fill (store, &error);
  g_assert_no_error (error);
  return store;
}

static XcCoverage *
load_coverage (XcStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (XcRecord) term = xc_coverage_source_find_term (store, XC_EXAMPLE_DAY, &error);
  XcCoverage *coverage = term == NULL ? NULL : xc_coverage_source_load (store, term, &error);

  g_assert_no_error (error);
  return coverage;
}

static guint
count_rows (XcStore *store, XcTable table)
{
  g_autoptr (GPtrArray) rows = xc_store_load_all (store, table, NULL);

  return rows->len;
}

static void
is_one_step_that_can_be_undone (void)
{
  g_autoptr (XcTestFolder) folder = xc_test_folder_new ();
  g_autoptr (XcStore) store = xc_test_ledger_new (folder);
  g_autofree char *empty = xc_test_ledger_dump (store);
  g_autofree char *title = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (xc_example_fill (store, &error));
  g_autofree char *full = xc_test_ledger_dump (store);
  g_assert_true (xc_store_undo (store, &title, &error));
  g_assert_cmpstr (title, ==, "Example ledger");
  g_autofree char *undone = xc_test_ledger_dump (store);
  g_assert_cmpstr (undone, ==, empty);
  g_assert_true (xc_store_redo (store, NULL, &error));
  g_autofree char *redone = xc_test_ledger_dump (store);
  g_assert_cmpstr (redone, ==, full);
}

static void
is_not_put_on_top_of_what_is_there (void)
{
  g_autoptr (XcTestFolder) folder = xc_test_folder_new ();
  g_autoptr (XcStore) store = xc_test_ledger_new (folder);
  g_autoptr (GError) error = NULL;

  xc_test_ledger_add_register (store, "区直单位");
  g_autofree char *before = xc_test_ledger_dump (store);
  g_assert_false (xc_example_fill (store, &error));
  g_assert_error (error, XC_INTAKE_ERROR, XC_INTAKE_ERROR_NOT_EMPTY);
  g_autofree char *after = xc_test_ledger_dump (store);
  g_assert_cmpstr (before, ==, after);
}

static void
holds_what_its_sheets_say (void)
{
  g_autoptr (XcTestFolder) folder = xc_test_folder_new ();
  g_autoptr (XcStore) store = make_example (folder);

  g_assert_cmpuint (count_rows (store, XC_TABLE_TERM), ==, 1);
  g_assert_cmpuint (count_rows (store, XC_TABLE_REGISTER), ==, 6);
  g_assert_cmpuint (count_rows (store, XC_TABLE_ORGANIZATION), ==, 225);
  g_assert_cmpuint (count_rows (store, XC_TABLE_ORGANIZATION_EVENT), ==, 22);
  g_assert_cmpuint (count_rows (store, XC_TABLE_SCHEME), ==, 5);
  g_assert_cmpuint (count_rows (store, XC_TABLE_ROUND), ==, 10);
  g_assert_cmpuint (count_rows (store, XC_TABLE_BATCH), ==, 2);
  g_assert_cmpuint (count_rows (store, XC_TABLE_TEAM), ==, 49);
  g_assert_cmpuint (count_rows (store, XC_TABLE_INSPECTION), ==, 184);
  g_assert_cmpuint (count_rows (store, XC_TABLE_PROBLEM), ==, 1986);
  g_assert_cmpuint (count_rows (store, XC_TABLE_MEASURE), >, 2400);
  g_assert_cmpuint (count_rows (store, XC_TABLE_RESPONSIBILITY), >, 10000);
  g_assert_cmpuint (count_rows (store, XC_TABLE_CLOSING_STEP), >, 5000);
}

static void
has_the_problems_that_it_is_known_by (void)
{
  g_autoptr (XcTestFolder) folder = xc_test_folder_new ();
  g_autoptr (XcStore) store = make_example (folder);
  g_autoptr (GPtrArray) problems = xc_store_load_all (store, XC_TABLE_PROBLEM, NULL);
  g_autoptr (GPtrArray) measures = xc_store_load_all (store, XC_TABLE_MEASURE, NULL);
  g_autoptr (GHashTable) immediate = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  guint counts[XC_N_RECTIFICATION_STATES] = { 0 };

  for (guint i = 0; i < problems->len; i++)
    {
      XcRectificationState state;

      g_assert_true (
          xc_rectification_state_from_word (xc_record_get_text (problems->pdata[i], "state"), &state));
      counts[state] += xc_record_get_yes (problems->pdata[i], "fed_back");
      g_assert_true (xc_record_is_set (problems->pdata[i], "point_id"));
      g_assert_true (xc_record_is_set (problems->pdata[i], "found_at"));
    }
  for (guint i = 0; i < measures->len; i++)
    if (g_strcmp0 (xc_record_get_text (measures->pdata[i], "type"), "immediate") == 0)
      {
        gint64 id = xc_record_get_number (measures->pdata[i], "problem_id");

        g_hash_table_add (immediate, g_memdup2 (&id, sizeof id));
      }
  XcRectificationRate rate = xc_rectification_get_rate (counts, FALSE);
  g_autofree char *percent = xc_ratio_format_plain (rate.done, rate.fed_back, 1);
  g_assert_cmpstr (percent, ==, "92.4");
  g_assert_cmpuint (rate.done, ==, 1702);
  g_assert_cmpuint (rate.fed_back, ==, 1842);
  g_assert_cmpuint (g_hash_table_size (immediate), ==, 431);
}

/* Counted by hand from the sheets, with a script of a few lines. */
static const struct
{
  int year;
  int month;
  int day;
  guint covered;
  guint owed;
  guint villages_covered;
  guint villages_owed;
} evenings[] = {
  { 2016, 9, 1, 0, 119, 0, 98 },
  { 2017, 4, 21, 9, 119, 0, 98 },
  { 2017, 7, 28, 18, 119, 0, 98 },
  { 2017, 12, 15, 28, 119, 0, 98 },
  { 2018, 5, 4, 39, 119, 4, 98 },
  { 2018, 10, 19, 56, 120, 15, 98 },
  { 2019, 1, 18, 66, 120, 23, 97 },
  { 2019, 3, 11, 66, 120, 23, 97 },
  /* The reform of institutions: five that were covered become four, and the denominator falls. */
  { 2019, 3, 12, 65, 115, 23, 97 },
  { 2019, 5, 31, 74, 115, 32, 97 },
  { 2019, 10, 25, 83, 115, 36, 95 },
  { 2019, 12, 30, 83, 115, 36, 95 },
  { 2019, 12, 31, 82, 114, 36, 95 },
  { 2020, 1, 1, 81, 113, 36, 95 },
  { 2020, 7, 10, 90, 113, 50, 94 },
  { 2020, 8, 1, 90, 112, 50, 94 },
  { 2020, 10, 1, 90, 112, 51, 95 },
  /* That coverage passes to the new community is refused. */
  { 2020, 11, 10, 90, 112, 50, 95 },
  { 2021, 3, 31, 96, 112, 58, 95 },
};

static void
gives_the_figures_of_each_evening (void)
{
  g_autoptr (XcTestFolder) folder = xc_test_folder_new ();
  g_autoptr (XcStore) store = make_example (folder);
  g_autoptr (XcCoverage) coverage = load_coverage (store);

  for (guint i = 0; i < G_N_ELEMENTS (evenings); i++)
    {
      XcDay as_of = xc_day_new (evenings[i].year, evenings[i].month, evenings[i].day);
      g_autoptr (XcCoverageDay) day = xc_coverage_get_day (coverage, as_of);
      const XcCoverageFigures *villages = &day->registers[day->n_registers - 1];

      g_assert_cmpuint (day->total.covered, ==, evenings[i].covered);
      g_assert_cmpuint (day->total.owed, ==, evenings[i].owed);
      g_assert_cmpuint (villages->covered, ==, evenings[i].villages_covered);
      g_assert_cmpuint (villages->owed, ==, evenings[i].villages_owed);
    }
}

static void
has_the_shape_of_the_published_term (void)
{
  static const guint expected[][2] = { { 62, 70 }, { 12, 12 }, { 8, 10 }, { 9, 14 }, { 5, 6 }, { 58, 95 } };
  g_autoptr (XcTestFolder) folder = xc_test_folder_new ();
  g_autoptr (XcStore) store = make_example (folder);
  g_autoptr (XcCoverage) coverage = load_coverage (store);
  g_autoptr (XcCoverageDay) day = xc_coverage_get_day (coverage, XC_EXAMPLE_DAY);
  g_autofree char *percent = xc_ratio_format_plain (day->total.covered, day->total.owed, 2);

  g_assert_cmpstr (percent, ==, "85.71");
  g_assert_cmpuint (day->total.to_confirm, ==, 2);
  g_assert_cmpuint (day->total.other_visits, ==, 22);
  g_assert_cmpuint (day->total.again, >=, 2);
  g_assert_cmpuint (day->registers[5].to_confirm, ==, 1);
  g_assert_cmpuint (day->n_registers, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < day->n_registers; i++)
    {
      g_assert_cmpuint (day->registers[i].covered, ==, expected[i][0]);
      g_assert_cmpuint (day->registers[i].owed, ==, expected[i][1]);
    }
}

/* --- The same term, told otherwise --- */

typedef gboolean (*KeepRow) (const XcTextSheet *sheet, guint row, XcDay evening);

static XcDay
get_day (const XcTextSheet *sheet, guint row, const char *heading)
{
  const char *text = xc_text_sheet_get (sheet, row, heading);

  return *text == '\0' ? XC_DAY_NONE : xc_day_parse_iso (text);
}

/* What an office that stopped writing on @evening has not written. */
static gboolean
was_written (const XcTextSheet *sheet, guint row, XcDay evening)
{
  const char *name = xc_text_sheet_get_name (sheet);

  if (g_str_equal (name, "组织沿革"))
    return get_day (sheet, row, "日期") <= evening;
  if (g_str_equal (name, "被巡察党组织"))
    return get_day (sheet, row, "起始日期") <= evening;
  if (g_str_equal (name, "巡察任务"))
    return get_day (sheet, row, "进驻日期") <= evening;
  return TRUE;
}

static gboolean
counts (const XcTextSheet *sheet, guint row, XcDay evening)
{
  static const char *const kinds[] = { "回头看", "整改督查", "延伸", NULL };

  return !g_str_equal (xc_text_sheet_get_name (sheet), "巡察任务")
         || !g_strv_contains (kinds, xc_text_sheet_get (sheet, row, "类型"));
}

/* Takes back what events after @evening did to the organization of the last row of @copy. */
static void
take_back (XcTextSheet *copy, const XcTextSheet *sheet, guint row, XcDay evening)
{
  const char *name = xc_text_sheet_get (sheet, row, "简称");

  if (get_day (sheet, row, "终止日期") > evening)
    xc_text_sheet_set (copy, "终止日期", "");
  if (g_str_equal (name, "市政养护中心") && evening < xc_day_new (2019, 7, 1))
    xc_text_sheet_set (copy, "口径", "区直单位");
  if (g_str_equal (name, "生态环境局") && evening < xc_day_new (2020, 1, 1))
    {
      xc_text_sheet_set (copy, "列入全覆盖", "是");
      xc_text_sheet_set (copy, "不列入原因", "");
    }
  if (g_str_equal (xc_text_sheet_get (sheet, row, "上级组织"), "示范区己街道党工委")
      && evening < xc_day_new (2018, 9, 1))
    xc_text_sheet_set (copy, "上级组织", "示范区戊街道党工委");
}

static XcTextSheet *
copy_sheet (const XcTextSheet *sheet, KeepRow keep, XcDay evening)
{
  g_autoptr (GPtrArray) headings = g_ptr_array_new ();
  XcTextSheet *copy;

  for (guint i = 0; *xc_text_sheet_get_at (sheet, 0, i) != '\0'; i++)
    g_ptr_array_add (headings, (gpointer) xc_text_sheet_get_at (sheet, 0, i));
  g_ptr_array_add (headings, NULL);
  copy = xc_text_sheet_new (xc_text_sheet_get_name (sheet), (const char *const *) headings->pdata);
  for (guint row = 1; row < xc_text_sheet_count (sheet); row++)
    {
      if (!keep (sheet, row, evening))
        continue;
      xc_text_sheet_add (copy);
      for (guint i = 0; i + 1 < headings->len; i++)
        xc_text_sheet_set (copy, headings->pdata[i], xc_text_sheet_get_at (sheet, row, i));
      if (g_str_equal (xc_text_sheet_get_name (sheet), "被巡察党组织"))
        take_back (copy, sheet, row, evening);
    }
  return copy;
}

static void
free_sheet (gpointer sheet)
{
  xc_text_sheet_free (sheet);
}

static gboolean
take (XcStore *store, gpointer sheets, GError **error)
{
  g_autoptr (XcRowSource) source = xc_row_source_new_texts (sheets);
  g_autoptr (XcImportReport) report = xc_import_report_new ("example");

  return xc_import_take (store, source, report, error);
}

/* Coverage in a ledger of its own, from the rows of the example that @keep keeps. */
static XcCoverage *
cover_otherwise (KeepRow keep, XcDay evening)
{
  g_autoptr (XcTestFolder) folder = xc_test_folder_new ();
  g_autoptr (XcStore) store = xc_test_ledger_new (folder);
  g_autoptr (XcExampleBook) book = xc_example_book_new ();
  g_autoptr (GPtrArray) sheets = g_ptr_array_new_with_free_func (free_sheet);
  g_autoptr (GError) error = NULL;

  xc_text_sheet_remove_column (book->inspections, "问题数");
  for (guint i = 0; i < book->sheets->len; i++)
    g_ptr_array_add (sheets, copy_sheet (book->sheets->pdata[i], keep, evening));
  xc_store_run (store, "Otherwise", take, sheets, &error);
  g_assert_no_error (error);
  return load_coverage (store);
}

static void
assert_same_until (const XcCoverage *one, const XcCoverage *other, XcDay last)
{
  for (XcDay as_of = xc_coverage_get_input (one)->term.starts; as_of <= last; as_of++)
    {
      g_autoptr (XcCoverageDay) a = xc_coverage_get_day (one, as_of);
      g_autoptr (XcCoverageDay) b = xc_coverage_get_day (other, as_of);

      g_assert_cmpuint (a->total.covered, ==, b->total.covered);
      g_assert_cmpuint (a->total.owed, ==, b->total.owed);
      for (guint i = 0; i < a->n_registers; i++)
        {
          g_assert_cmpuint (a->registers[i].covered, ==, b->registers[i].covered);
          g_assert_cmpuint (a->registers[i].owed, ==, b->registers[i].owed);
        }
    }
}

static void
figures_do_not_move_when_later_events_are_recorded (void)
{
  static const int days[][3] = {
    { 2018, 8, 31 }, { 2019, 3, 11 }, { 2019, 9, 30 }, { 2019, 12, 30 }, { 2020, 7, 31 }, { 2020, 9, 30 },
  };
  g_autoptr (XcTestFolder) folder = xc_test_folder_new ();
  g_autoptr (XcStore) store = make_example (folder);
  g_autoptr (XcCoverage) coverage = load_coverage (store);

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      XcDay evening = xc_day_new (days[i][0], days[i][1], days[i][2]);
      g_autoptr (XcCoverage) then = cover_otherwise (was_written, evening);

      assert_same_until (coverage, then, evening);
    }
}

static void
visits_that_do_not_count_add_nothing (void)
{
  g_autoptr (XcTestFolder) folder = xc_test_folder_new ();
  g_autoptr (XcStore) store = make_example (folder);
  g_autoptr (XcCoverage) coverage = load_coverage (store);
  g_autoptr (XcCoverage) without = cover_otherwise (counts, XC_EXAMPLE_DAY);

  assert_same_until (coverage, without, XC_EXAMPLE_DAY);
}

static void
count_finding (const XcFinding *finding, gpointer data)
{
  guint *n = data;

  g_test_message ("%s", finding->sentence);
  (*n)++;
}

static void
the_check_finds_nothing (void)
{
  g_autoptr (XcTestFolder) folder = xc_test_folder_new ();
  g_autoptr (XcStore) store = make_example (folder);
  g_autoptr (GError) error = NULL;
  guint n = 0;

  g_assert_true (xc_store_check (store, count_finding, &n, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, 0);
}

/* --- The same every time --- */

typedef struct
{
  GHashTable *rows;  /* by id */
  GHashTable *signs; /* by id: what a row says, whatever its id */
} Signs;

static const char *
get_sign (const Signs *signs, gint64 id)
{
  const char *known = g_hash_table_lookup (signs->signs, &id);
  const XcRecord *row = g_hash_table_lookup (signs->rows, &id);
  g_autoptr (GString) text = g_string_new (NULL);

  if (known != NULL)
    return known;
  g_assert (row != NULL);
  const XcCatalogueTable *table = xc_catalogue_get (xc_record_get_table (row));
  g_string_append (text, table->name);
  for (guint i = 0; i < table->n_fields; i++)
    {
      g_string_append_c (text, '\n');
      if (!xc_record_is_set_at (row, i))
        continue;
      if (table->fields[i].kind == XC_FIELD_REFERENCE)
        g_string_append (text, get_sign (signs, xc_record_get_number_at (row, i)));
      else if (xc_field_is_textual (&table->fields[i]))
        g_string_append (text, xc_record_get_text_at (row, i));
      else
        g_string_append_printf (text, "%" G_GINT64_FORMAT, xc_record_get_number_at (row, i));
    }
  g_hash_table_insert (signs->signs, g_memdup2 (&id, sizeof id),
                       g_compute_checksum_for_string (G_CHECKSUM_SHA256, text->str, -1));
  return g_hash_table_lookup (signs->signs, &id);
}

static int
compare_signs (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* All that the ledger says, in an order that does not hang on ids. */
static char *
sign_ledger (XcStore *store)
{
  Signs signs = { g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                         (GDestroyNotify) xc_record_unref),
                  g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free) };
  g_autoptr (GPtrArray) all = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer id;

  for (guint t = 0; t < XC_N_TABLES; t++)
    {
      g_autoptr (GPtrArray) rows = xc_store_load_all (store, (XcTable) t, NULL);

      for (guint i = 0; i < rows->len; i++)
        {
          gint64 row_id = xc_record_get_id (rows->pdata[i]);

          if (row_id > G_MAXUINT16) /* those below are shipped with every ledger */
            g_hash_table_insert (signs.rows, g_memdup2 (&row_id, sizeof row_id),
                                 xc_record_ref (rows->pdata[i]));
        }
    }
  g_hash_table_iter_init (&iter, signs.rows);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    g_ptr_array_add (all, (gpointer) get_sign (&signs, *(gint64 *) id));
  g_ptr_array_sort (all, compare_signs);
  g_ptr_array_add (all, NULL);
  char *joined = g_strjoinv ("\n", (char **) all->pdata);
  g_hash_table_unref (signs.rows);
  g_hash_table_unref (signs.signs);
  return joined;
}

static void
is_the_same_in_every_ledger (void)
{
  g_autoptr (XcTestFolder) folder = xc_test_folder_new ();
  g_autoptr (XcTestFolder) other_folder = xc_test_folder_new ();
  g_autoptr (XcStore) one = make_example (folder);
  g_autoptr (XcStore) other = make_example (other_folder);
  g_autofree char *first = sign_ledger (one);
  g_autofree char *second = sign_ledger (other);

  g_assert_cmpuint (strlen (first), >, 20000 * 64);
  g_assert_cmpstr (first, ==, second);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/intake/example/is-one-step-that-can-be-undone", is_one_step_that_can_be_undone);
  g_test_add_func ("/intake/example/is-not-put-on-top-of-what-is-there", is_not_put_on_top_of_what_is_there);
  g_test_add_func ("/intake/example/holds-what-its-sheets-say", holds_what_its_sheets_say);
  g_test_add_func ("/intake/example/has-the-problems-that-it-is-known-by",
                   has_the_problems_that_it_is_known_by);
  g_test_add_func ("/intake/example/gives-the-figures-of-each-evening", gives_the_figures_of_each_evening);
  g_test_add_func ("/intake/example/has-the-shape-of-the-published-term",
                   has_the_shape_of_the_published_term);
  g_test_add_func ("/intake/example/figures-do-not-move-when-later-events-are-recorded",
                   figures_do_not_move_when_later_events_are_recorded);
  g_test_add_func ("/intake/example/visits-that-do-not-count-add-nothing",
                   visits_that_do_not_count_add_nothing);
  g_test_add_func ("/intake/example/the-check-finds-nothing", the_check_finds_nothing);
  g_test_add_func ("/intake/example/is-the-same-in-every-ledger", is_the_same_in_every_ledger);
  return g_test_run ();
}
