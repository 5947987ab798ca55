/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "intake/numbered-cell.h"

static void
items_begin_with_their_numbers (void)
{
  static const struct
  {
    const char *cell;
    const char *items;
  } cases[] = {
    { " \n", "" },
    { "补缴党费", "0 补缴党费;" },
    { "1. 补缴党费\n2．每月公示", "1 补缴党费;2 每月公示;" },
    { "1、补缴\n并说明\n2、公示", "1 补缴\n并说明;2 公示;" },
    { "（1）补缴\n(2) 公示\n③复查", "1 补缴;2 公示;3 复查;" },
    /* One alone is text, unless others are missing before it. */
    { "1. 补缴", "0 1. 补缴;" },
    { "2. 公示", "2 公示;" },
    { "1.2万元已退\n3.4万元未退", "0 1.2万元已退\n3.4万元未退;" },
    { "2024年底前\n1. 补缴", "0 2024年底前\n1. 补缴;" },
    { "1. 补缴\n1. 公示", "0 1. 补缴\n1. 公示;" },
    { "补缴 1. 公示", "0 补缴 1. 公示;" },
    { "(", "0 (;" },
    { "12", "0 12;" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) items = xc_numbered_cell_read (cases[i].cell);
      g_autoptr (GString) text = g_string_new (NULL);

      for (guint j = 0; j < items->len; j++)
        {
          const XcNumberedItem *item = items->pdata[j];

          g_string_append_printf (text, "%u %s;", item->number, item->text);
        }
      g_assert_cmpstr (text->str, ==, cases[i].items);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/intake/numbered-cell/items-begin-with-their-numbers", items_begin_with_their_numbers);
  return g_test_run ();
}
