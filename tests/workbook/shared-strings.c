/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reading.h"

#define DAMAGED XC_WORKBOOK_ERROR_DAMAGED

static void
counts_empty_strings (void)
{
  Package *package =
      package_new_workbook ("<row><c t='s'><v>0</v></c><c t='s'><v>1</v></c><c t='s'><v>2</v></c>"
                            "<c t='s'><v>3</v></c><c t='s'><v>4</v></c></row>");

  package_put_items (
      package, "<si/><si><t/></si><si><t>甲</t></si><si><r><t></t></r></si><si><t xml:space='preserve'> "
               "</t></si>");
  assert_reads (package, "1: C\"甲\" E\" \"\n");
}

static void
does_not_believe_the_count (void)
{
  Package *package = package_new_workbook ("<row><c t='s'><v>2</v></c></row>");

  package_put (package, PACKAGE_STRINGS,
               "<sst xmlns='" MAIN_NAMESPACE
               "' count='1' uniqueCount='4000000000'><si><t>a</t></si><si><t>b</t></si>"
               "<si><t>c</t></si></sst>");
  assert_reads (package, "1: A\"c\"\n");
}

static void
joins_runs_with_their_space (void)
{
  Package *package = package_new_workbook ("<row><c t='s'><v>0</v></c></row>");

  package_put_items (package,
                     "<si>\n<r>\n<t>a </t></r><r><rPr/><t xml:space='preserve'> b</t></r><r><t>_x000</t></r>"
                     "<r><t>D_</t></r></si>");
  assert_reads (package, "1: A\"a b_x000D_\"\n");
}

static void
keeps_long_strings_whole (void)
{
  g_autoptr (GString) items = g_string_new (NULL);
  g_autoptr (GString) rows = g_string_new (NULL);
  g_autoptr (GString) expected = g_string_new (NULL);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < 32767; i++)
    g_string_append (text, "察");
  for (guint i = 0; i < 20; i++)
    {
      g_string_append_printf (items, "<si><t>%u%s</t></si>", i % 10, text->str + 3);
      g_string_append_printf (rows, "<row><c t='s'><v>%u</v></c></row>", i);
      g_string_append_printf (expected, "%u: A\"%u%s\"\n", i + 1, i % 10, text->str + 3);
    }
  {
    Package *package = package_new_workbook (rows->str);

    package_put_items (package, items->str);
    assert_reads (package, expected->str);
  }
}

static void
refuses_strings_that_no_cell_can_hold (void)
{
  g_autofree char *long_text = g_strnfill (32768, 'x');
  g_autofree char *item = g_strdup_printf ("<si><t>%s</t></si>", long_text);
  g_autofree char *runs = g_strdup_printf ("<si><r><t>%s</t></r><r><t>y</t></r></si>", long_text + 1);
  Package *package = package_new_workbook ("");

  package_put_items (package, item);
  assert_refused (package, XC_WORKBOOK_ERROR_TOO_LARGE, PACKAGE_STRINGS, "longer than 32767 characters",
                  NULL);
  package = package_new_workbook ("");
  package_put_items (package, runs);
  assert_refused (package, XC_WORKBOOK_ERROR_TOO_LARGE, PACKAGE_STRINGS, "longer than 32767 characters",
                  NULL);
}

static void
refuses_a_part_that_is_cut_off (void)
{
  Package *package = package_new_workbook ("<row><c t='s'><v>0</v></c></row>");

  package_put (package, PACKAGE_STRINGS, "<sst xmlns='" MAIN_NAMESPACE "'><si><t>a</t></si><si><t>b</t>");
  assert_refused (package, DAMAGED, PACKAGE_STRINGS, "cut off", NULL);
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add_func ("/workbook/shared-strings/" name, func)
  ADD ("counts-empty-strings", counts_empty_strings);
  ADD ("does-not-believe-the-count", does_not_believe_the_count);
  ADD ("joins-runs-with-their-space", joins_runs_with_their_space);
  ADD ("keeps-long-strings-whole", keeps_long_strings_whole);
  ADD ("refuses-strings-that-no-cell-can-hold", refuses_strings_that_no_cell_can_hold);
  ADD ("refuses-a-part-that-is-cut-off", refuses_a_part_that_is_cut_off);
  status = g_test_run ();
  remove_test_folder ();
  return status;
}
