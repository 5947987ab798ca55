/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/list/column-set.h"

#include "app/list/list-view.h"

static const char *const usual[] = { "number", "inspection_id.organization_id.name", "wording", NULL };

static void
assert_columns (const XcColumnSet *columns, const char *expected)
{
  g_autoptr (GVariant) variant = g_variant_ref_sink (xc_column_set_to_variant (columns));
  g_autofree char *text = g_variant_print (variant, FALSE);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_what_is_remembered_comes_back (void)
{
  g_autoptr (XcColumnSet) columns = xc_column_set_new_usual (XC_TABLE_PROBLEM, usual);
  g_autoptr (XcColumnSet) again = NULL;
  g_autoptr (GVariant) variant = NULL;

  g_assert_true (xc_column_set_remove (columns, "wording"));
  g_assert_true (xc_column_set_add (columns, "state", 99));
  g_assert_true (xc_column_set_move (columns, "state", -2));
  assert_columns (columns, "[('state', 99), ('number', 0), ('inspection_id.organization_id.name', 0)]");
  variant = g_variant_ref_sink (xc_column_set_to_variant (columns));
  again = xc_column_set_from_variant (XC_TABLE_PROBLEM, variant);
  assert_columns (again, "[('state', 99), ('number', 0), ('inspection_id.organization_id.name', 0)]");
}

static void
test_what_cannot_be_is_refused (void)
{
  g_autoptr (XcColumnSet) columns = xc_column_set_new (XC_TABLE_PROBLEM);

  g_assert_true (xc_column_set_add (columns, "number", -5));
  g_assert_false (xc_column_set_add (columns, "number", 0));
  g_assert_false (xc_column_set_add (columns, "nothing", 0));
  g_assert_false (xc_column_set_add (columns, "id", 0));
  g_assert_false (xc_column_set_add (columns, "measure:problem_id.text", 0));
  g_assert_false (xc_column_set_move (columns, "number", 1));
  g_assert_false (xc_column_set_move (columns, "number", -1));
  g_assert_false (xc_column_set_move (columns, "wording", 1));
  /* The last one stays. */
  g_assert_false (xc_column_set_remove (columns, "number"));
  assert_columns (columns, "[('number', 0)]");
}

static void
test_what_another_version_remembered_is_left_out (void)
{
  g_autoptr (GVariant) newer =
      g_variant_ref_sink (g_variant_new_parsed ("[('colour', 10), ('wording', 99999), ('wording', 1)]"));
  g_autoptr (GVariant) unknown = g_variant_ref_sink (g_variant_new_parsed ("[('colour', 10)]"));
  g_autoptr (GVariant) other = g_variant_ref_sink (g_variant_new_parsed ("['wording']"));
  g_autoptr (XcColumnSet) columns = xc_column_set_from_variant (XC_TABLE_PROBLEM, newer);

  assert_columns (columns, "[('wording', 2000)]");
  g_assert_null (xc_column_set_from_variant (XC_TABLE_PROBLEM, unknown));
  g_assert_null (xc_column_set_from_variant (XC_TABLE_PROBLEM, other));
  g_assert_null (xc_column_set_from_variant (XC_TABLE_PROBLEM, NULL));
}

static void
test_a_view_comes_back_whole (void)
{
  g_autoptr (XcQuery) query = xc_query_new (XC_TABLE_PROBLEM);
  g_autoptr (XcColumnSet) columns = xc_column_set_new_usual (XC_TABLE_PROBLEM, usual);
  const char *const searched[] = { "wording", NULL };
  g_autoptr (XcQuery) query_again = NULL;
  g_autoptr (XcColumnSet) columns_again = NULL;
  g_autofree char *text = NULL;
  g_autofree char *arrangement = NULL;
  g_autofree char *note = NULL;
  g_autoptr (GError) error = NULL;

  xc_query_add_text_filter (query, "wording", XC_RELATION_CONTAINS, "it's “late” \\ 迟");
  xc_query_add_sort (query, "found_on", TRUE);
  xc_query_set_search (query, "cs", searched);
  text = xc_list_view_to_text (query, columns, "responsibility");
  g_assert_true (xc_list_view_from_text (text, XC_TABLE_PROBLEM, &query_again, &columns_again, &arrangement,
                                         &note, &error));
  g_assert_cmpstr (arrangement, ==, "responsibility");
  g_assert_no_error (error);
  g_assert_null (note);
  g_assert_true (xc_query_equal (query, query_again));
  assert_columns (columns_again,
                  "[('number', 0), ('inspection_id.organization_id.name', 0), ('wording', 0)]");
}

static void
assert_refused (const char *text, XcTable table)
{
  XcQuery *query = NULL;
  XcColumnSet *columns = NULL;
  g_autofree char *arrangement = NULL;
  g_autofree char *note = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (xc_list_view_from_text (text, table, &query, &columns, &arrangement, &note, &error));
  g_assert_error (error, XC_STORE_ERROR, XC_STORE_ERROR_DAMAGED);
  g_assert_null (query);
  g_assert_null (columns);
}

static void
test_what_is_no_view_is_refused (void)
{
  g_autoptr (XcQuery) query = xc_query_new (XC_TABLE_PROBLEM);
  g_autoptr (XcColumnSet) columns = xc_column_set_new_usual (XC_TABLE_PROBLEM, usual);
  g_autofree char *text = xc_list_view_to_text (query, columns, NULL);

  assert_refused ("", XC_TABLE_PROBLEM);
  assert_refused ("{'query': <5>}", XC_TABLE_PROBLEM);
  assert_refused ("{'query': <'nothing'>}", XC_TABLE_PROBLEM);
  assert_refused (text, XC_TABLE_PERSON);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/app/column-set/what-is-remembered-comes-back", test_what_is_remembered_comes_back);
  g_test_add_func ("/app/column-set/what-cannot-be-is-refused", test_what_cannot_be_is_refused);
  g_test_add_func ("/app/column-set/what-another-version-remembered-is-left-out",
                   test_what_another_version_remembered_is_left_out);
  g_test_add_func ("/app/list-view/a-view-comes-back-whole", test_a_view_comes_back_whole);
  g_test_add_func ("/app/list-view/what-is-no-view-is-refused", test_what_is_no_view_is_refused);
  return g_test_run ();
}
