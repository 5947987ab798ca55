/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/list/filter-field.h"

#include "ledger.h"

static const char *const columns[] = { "number", "inspection_id.organization_id.name", "state", NULL };

static void
test_a_named_row_is_offered_itself (void)
{
  g_autoptr (GPtrArray) fields = xc_filter_field_list (XC_TABLE_PROBLEM, columns);
  const XcFilterField *organization = fields->pdata[1];

  g_assert_cmpstr (organization->path, ==, "inspection_id.organization_id");
  g_assert_cmpstr (organization->name_path, ==, "inspection_id.organization_id.name");
  g_assert_true (xc_filter_field_find (fields, "inspection_id.organization_id.name") == organization);
  g_assert_cmpstr (xc_filter_field_get_path (organization, XC_RELATION_IS), ==,
                   "inspection_id.organization_id");
  g_assert_cmpstr (xc_filter_field_get_path (organization, XC_RELATION_MATCHES), ==,
                   "inspection_id.organization_id.name");
}

static void
test_each_field_is_offered_once (void)
{
  g_autoptr (GPtrArray) fields = xc_filter_field_list (XC_TABLE_PROBLEM, columns);
  g_autoptr (GHashTable) paths = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < fields->len; i++)
    g_assert_true (g_hash_table_add (paths, ((const XcFilterField *) fields->pdata[i])->path));
  /* The organization is no field of the table. */
  g_assert_cmpuint (fields->len, ==, xc_catalogue_get (XC_TABLE_PROBLEM)->n_fields + 1);
}

/* Whatever is offered can be asked: adding a filter that does not fit stops the program. */
static void
test_every_offer_makes_a_filter (void)
{
  guint n_offers = 0;

  for (XcTable table = 0; table < XC_N_TABLES; table++)
    {
      const char *const none[] = { NULL };
      g_autoptr (GPtrArray) fields = xc_filter_field_list (table, none);

      for (guint i = 0; i < fields->len; i++)
        for (XcRelation relation = 0; relation < XC_N_RELATIONS; relation++)
          {
            const XcFilterField *field = fields->pdata[i];
            g_autoptr (XcQuery) query = xc_query_new (table);
            const gboolean is_text = xc_field_is_textual (field->field) || relation == XC_RELATION_CONTAINS
                                     || relation == XC_RELATION_MATCHES;
            const XcValue value = is_text ? XC_VALUE_TEXT ("x") : XC_VALUE_NUMBER (1);
            const XcValue values[] = { value, value };
            const guint n_values = relation == XC_RELATION_EMPTY || relation == XC_RELATION_NOT_EMPTY ? 0
                                   : relation == XC_RELATION_FROM_TO                                  ? 2
                                                                                                      : 1;

            if (!xc_filter_field_offers (field, relation))
              continue;
            n_offers++;
            xc_query_add_filter (query, xc_filter_field_get_path (field, relation), relation, values,
                                 n_values);
            g_assert_cmpstr (xc_filter_relation_title (relation, field->field), !=, "");
          }
    }
  g_assert_cmpuint (n_offers, >, 500);
}

static void
assert_words (const XcQuery *query, guint index, XcStore *store, const char *words)
{
  g_autofree char *got = xc_filter_dup_words (query, index, store);

  g_assert_cmpstr (got, ==, words);
}

static void
test_words_say_field_relation_and_value (void)
{
  g_autoptr (XcTestFolder) folder = xc_test_folder_new ();
  g_autoptr (XcStore) store = xc_test_ledger_new (folder);
  gint64 register_id = xc_test_ledger_add_register (store, "Streets");
  gint64 id = xc_test_ledger_add_organization (store, register_id, "Office A");
  g_autoptr (XcQuery) query = xc_query_new (XC_TABLE_PROBLEM);
  const XcValue days[] = { XC_VALUE_NUMBER (xc_day_new (2024, 5, 16)), XC_VALUE_NONE };
  const XcValue states[] = {
    XC_VALUE_TEXT (xc_catalogue_get_field (XC_TABLE_PROBLEM, "state")->choices[0].word),
    XC_VALUE_TEXT (xc_catalogue_get_field (XC_TABLE_PROBLEM, "state")->choices[1].word)
  };
  g_autofree char *either = NULL;

  xc_query_add_text_filter (query, "wording", XC_RELATION_CONTAINS, "late");
  xc_query_add_filter (query, "wording", XC_RELATION_EMPTY, NULL, 0);
  xc_query_add_number_filter (query, "inspection_id.organization_id", XC_RELATION_IS, id);
  xc_query_add_number_filter (query, "inspection_id.organization_id", XC_RELATION_IS, id + 1);
  xc_query_add_filter (query, "found_on", XC_RELATION_FROM_TO, days, 2);
  xc_query_add_filter (query, "state", XC_RELATION_ONE_OF, states, 2);
  assert_words (query, 0, store, "Problem contains “late”");
  assert_words (query, 1, store, "Problem is empty");
  assert_words (query, 2, store, "Organization: Office A");
  assert_words (query, 3, store, "Organization: a row that is gone");
  assert_words (query, 4, store, "Found on: 2024-05-16 – ");
  either =
      g_strdup_printf ("Rectification state: %s, %s",
                       xc_choice_title (&xc_catalogue_get_field (XC_TABLE_PROBLEM, "state")->choices[0]),
                       xc_choice_title (&xc_catalogue_get_field (XC_TABLE_PROBLEM, "state")->choices[1]));
  assert_words (query, 5, store, either);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/app/filter-field/a-named-row-is-offered-itself", test_a_named_row_is_offered_itself);
  g_test_add_func ("/app/filter-field/each-field-is-offered-once", test_each_field_is_offered_once);
  g_test_add_func ("/app/filter-field/every-offer-makes-a-filter", test_every_offer_makes_a_filter);
  g_test_add_func ("/app/filter-field/words-say-field-relation-and-value",
                   test_words_say_field_relation_and_value);
  return g_test_run ();
}
