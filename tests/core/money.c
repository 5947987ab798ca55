/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/money.h"

static void
assert_fen (const char *text, XcMoneyUnit unit, gint64 expected)
{
  gint64 fen = -1;

  if (!xc_money_parse (text, unit, &fen))
    g_error ("“%s” is not read", text);
  g_assert_cmpint (fen, ==, expected);
}

static void
is_read_exactly (void)
{
  assert_fen ("0", XC_MONEY_YUAN, 0);
  assert_fen ("1234.5", XC_MONEY_YUAN, 123450);
  assert_fen ("0.01", XC_MONEY_YUAN, 1);
  assert_fen (".5", XC_MONEY_YUAN, 50);
  assert_fen ("12.", XC_MONEY_YUAN, 1200);
  assert_fen ("1,234,567.89元", XC_MONEY_YUAN, 123456789);
  assert_fen ("￥1,234", XC_MONEY_YUAN, 123400);
  assert_fen ("¥ 1 234.50 元", XC_MONEY_YUAN, 123450);
  assert_fen ("１２３．４", XC_MONEY_YUAN, 12340);
  assert_fen ("12.3000", XC_MONEY_YUAN, 1230);
  assert_fen ("90000000000000", XC_MONEY_YUAN, G_GINT64_CONSTANT (9000000000000000));
}

static void
takes_the_unit_that_it_says (void)
{
  assert_fen ("7.132万元", XC_MONEY_YUAN, 7132000);
  assert_fen ("172.74 万元", XC_MONEY_WAN, 172740000);
  assert_fen ("7.132", XC_MONEY_WAN, 7132000);
  assert_fen ("71320元", XC_MONEY_WAN, 7132000);
  assert_fen ("1.2亿元", XC_MONEY_YUAN, G_GINT64_CONSTANT (12000000000));
  assert_fen ("3万", XC_MONEY_YUAN, 3000000);
  assert_fen ("0.000001万元", XC_MONEY_YUAN, 1);
}

static void
refuses_what_is_no_amount (void)
{
  static const char *const others[] = { "",
                                        "元",
                                        "万元",
                                        "-5",
                                        "1.2.3",
                                        "12.345",
                                        "1,23",
                                        ",123",
                                        "1,2345",
                                        "12,3456",
                                        "1234,567",
                                        "1.234,567",
                                        "十万元",
                                        "5美元",
                                        "1e5",
                                        "0.0000001万元",
                                        "99999999999999999",
                                        "99999999999亿元",
                                        "约5万元" };

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      gint64 fen = 7;

      if (xc_money_parse (others[i], XC_MONEY_YUAN, &fen))
        g_error ("“%s” is read as %" G_GINT64_FORMAT, others[i], fen);
      g_assert_cmpint (fen, ==, 7);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/money/is-read-exactly", is_read_exactly);
  g_test_add_func ("/core/money/takes-the-unit-that-it-says", takes_the_unit_that_it_says);
  g_test_add_func ("/core/money/refuses-what-is-no-amount", refuses_what_is_no_amount);
  return g_test_run ();
}
