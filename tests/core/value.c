/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/value.h"

static void
check (XcTable table, const char *name, XcValue value, const char *expected)
{
  g_autofree char *text = xc_value_format (table, xc_catalogue_get_field (table, name), &value);

  g_assert_cmpstr (text, ==, expected);
}

static void
is_shown_as_its_field_is_read (void)
{
  check (XC_TABLE_PROBLEM, "wording", XC_VALUE_TEXT ("学习不深入"), "学习不深入");
  check (XC_TABLE_PROBLEM, "state", XC_VALUE_TEXT ("closed"), "Closed");
  check (XC_TABLE_PROBLEM, "state", XC_VALUE_TEXT ("of a newer program"), "of a newer program");
  check (XC_TABLE_PROBLEM, "found_on", XC_VALUE_NUMBER (xc_day_new (2024, 5, 6)), "2024-05-06");
  check (XC_TABLE_PROBLEM, "is_key", XC_VALUE_NUMBER (1), "Yes");
  check (XC_TABLE_PROBLEM, "is_key", XC_VALUE_NUMBER (0), "No");
  check (XC_TABLE_ORGANIZATION, "work_days", XC_VALUE_NUMBER (12), "12");
}

static void
is_shown_as_nothing_when_there_is_none (void)
{
  for (guint i = 0; i < XC_N_TABLES; i++)
    for (guint j = 0; j < xc_catalogue_get ((XcTable) i)->n_fields; j++)
      check ((XcTable) i, xc_catalogue_get ((XcTable) i)->fields[j].name, XC_VALUE_NONE, "");
}

static void
is_an_amount_in_yuan (void)
{
  check (XC_TABLE_PROBLEM, "amount", XC_VALUE_NUMBER (0), "0.00");
  check (XC_TABLE_PROBLEM, "amount", XC_VALUE_NUMBER (5), "0.05");
  check (XC_TABLE_PROBLEM, "amount", XC_VALUE_NUMBER (-1234567), "-12345.67");
  check (XC_TABLE_PROBLEM, "amount", XC_VALUE_NUMBER (G_MININT64), "-92233720368547758.08");
}

static void
is_the_name_of_what_is_called_by_its_number (void)
{
  check (XC_TABLE_TERM, "ordinal", XC_VALUE_NUMBER (2), "二届");
  check (XC_TABLE_ROUND, "ordinal", XC_VALUE_NUMBER (6), "第六轮");
  check (XC_TABLE_BATCH, "ordinal", XC_VALUE_NUMBER (1), "第一批");
  check (XC_TABLE_TEAM, "ordinal", XC_VALUE_NUMBER (12), "第十二巡察组");
}

static void
is_read_as_the_number_that_it_is_called_by (void)
{
  static const struct
  {
    XcTable table;
    const char *typed;
    int ordinal; /* 0: it is none */
  } cases[] = {
    { XC_TABLE_ROUND, "第六轮", 6 },       { XC_TABLE_ROUND, "六", 6 },
    { XC_TABLE_ROUND, " ６ ", 6 },         { XC_TABLE_ROUND, "第6轮巡察", 6 },
    { XC_TABLE_TEAM, "第十二巡察组", 12 }, { XC_TABLE_TEAM, "三组", 3 },
    { XC_TABLE_BATCH, "第一批", 1 },       { XC_TABLE_TERM, "二届", 2 },
    { XC_TABLE_ROUND, "第六批", 0 },       { XC_TABLE_PROBLEM, "第六轮", 0 },
    { XC_TABLE_PROBLEM, "第六", 6 },       { XC_TABLE_ROUND, "", 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      int ordinal = 0;

      g_assert_cmpint (xc_value_parse_ordinal (cases[i].table, cases[i].typed, &ordinal), ==,
                       cases[i].ordinal > 0);
      g_assert_cmpint (ordinal, ==, cases[i].ordinal);
    }
}

static void
of_a_record_is_what_the_record_holds (void)
{
  g_autoptr (XcRecord) record = xc_record_new (XC_TABLE_PROBLEM);
  XcValue value;

  xc_record_set_text (record, "wording", "学习不深入");
  value = xc_value_of_record (record, (guint) xc_catalogue_find_field (XC_TABLE_PROBLEM, "wording"));
  g_assert_true (value.is_set);
  g_assert_cmpstr (value.text, ==, "学习不深入");
  value = xc_value_of_record (record, (guint) xc_catalogue_find_field (XC_TABLE_PROBLEM, "fed_back"));
  g_assert_true (value.is_set);
  g_assert_cmpint (value.number, ==, 1);
  value = xc_value_of_record (record, (guint) xc_catalogue_find_field (XC_TABLE_PROBLEM, "found_on"));
  g_assert_false (value.is_set);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/value/is-shown-as-its-field-is-read", is_shown_as_its_field_is_read);
  g_test_add_func ("/core/value/is-shown-as-nothing-when-there-is-none",
                   is_shown_as_nothing_when_there_is_none);
  g_test_add_func ("/core/value/is-an-amount-in-yuan", is_an_amount_in_yuan);
  g_test_add_func ("/core/value/is-read-as-the-number-that-it-is-called-by",
                   is_read_as_the_number_that_it_is_called_by);
  g_test_add_func ("/core/value/is-the-name-of-what-is-called-by-its-number",
                   is_the_name_of_what_is_called_by_its_number);
  g_test_add_func ("/core/value/of-a-record-is-what-the-record-holds", of_a_record_is_what_the_record_holds);
  return g_test_run ();
}
