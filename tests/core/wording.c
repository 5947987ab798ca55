/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/wording.h"

static void
knows_what_says_nothing (void)
{
  static const char *const empty[] = {
    "",
    " 　，。",
    "加强学习",
    "加强学习。",
    "进一步加强理论学习，提高政治站位",
    "高度重视，认真整改，落实到位。",
    "强化责任意识，切实改进工作作风！",
    "严格管理、加强监督",
    "已整改完成",
    "持续推进，取得明显成效",
    "举一反三，杜绝类似问题再次发生",
    "同上",
    "略",
    "加强 业务 培训",
    "完善相关制度",
    NULL,
  };

  g_assert_true (xc_wording_says_nothing (NULL));
  for (guint i = 0; empty[i] != NULL; i++)
    {
      g_test_message ("%s", empty[i]);
      g_assert_true (xc_wording_says_nothing (empty[i]));
    }
}

static void
knows_what_can_be_checked (void)
{
  static const char *const full[] = {
    "修订《议事规则》，将 12 项事项列入集体研究",
    "加强学习，5 月底前组织专题学习 2 次",
    "召开党组会研究，明确办公室牵头",
    "清退违规资金3.2万元",
    "加强对镇财政所的监督",
    "制定差旅费管理办法",
    "学习强国",
    "Train the staff",
    "第二季度",
    NULL,
  };

  for (guint i = 0; full[i] != NULL; i++)
    {
      g_test_message ("%s", full[i]);
      g_assert_false (xc_wording_says_nothing (full[i]));
    }
}

static void
folds_what_makes_no_difference (void)
{
  static const char *const same[] = { "建立台账，逐项销号ＡB１", "建立台账逐项销号ab1",
                                      " 建立台账、逐项 销号“AB1”。" };

  for (guint i = 0; i < G_N_ELEMENTS (same); i++)
    {
      g_autofree char *folded = xc_wording_fold (same[i]);

      g_assert_cmpstr (folded, ==, "建立台账逐项销号ab1");
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/wording/knows-what-says-nothing", knows_what_says_nothing);
  g_test_add_func ("/core/wording/knows-what-can-be-checked", knows_what_can_be_checked);
  g_test_add_func ("/core/wording/folds-what-makes-no-difference", folds_what_makes_no_difference);
  return g_test_run ();
}
