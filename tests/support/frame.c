/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "frame.h"

static const char sheets[] = "[届次]\n"
                             "届|委员会|开始日期|结束日期\n"
                             "二|示范区委|2021-09-01|2026-08-31\n"
                             "[口径]\n"
                             "名称\n"
                             "区直单位\n"
                             "镇（街道）\n"
                             "村（社区）\n"
                             "[被巡察党组织]\n"
                             "名称|简称|口径|上级组织\n"
                             "财政局|财局|区直单位|\n"
                             "教育局||区直单位|\n"
                             "东镇党委|东镇|镇（街道）|\n"
                             "西镇党委|西镇|镇（街道）|\n"
                             "中心社区||村（社区）|东镇\n"
                             "中心社区||村（社区）|西镇\n"
                             "[监督重点]\n"
                             "方案|一级|二级\n"
                             "三个聚焦|决策部署|重大决策\n"
                             "||其他\n"
                             "|不正之风|其他\n"
                             "[轮次]\n"
                             "轮次|方案|开始日期|结束日期\n"
                             "6|三个聚焦|2024-03-01|2024-06-30\n"
                             "7||2024-09-01|2024-12-31\n"
                             "[巡察组]\n"
                             "轮次|巡察组\n"
                             "6|1\n"
                             "6|2\n"
                             "[巡察任务]\n"
                             "轮次|巡察组|被巡察党组织|类型\n"
                             "6|1|财政局|常规\n"
                             "6|2|教育局|常规\n"
                             "7||财政局|回头看\n";

void
frame_set_up (Frame *self, gconstpointer data)
{
  self->folder = xc_test_folder_new ();
  self->store = xc_test_ledger_new (self->folder);
  xc_test_assert_imports (self->store, sheets);
}

void
frame_tear_down (Frame *self, gconstpointer data)
{
  g_object_unref (self->store);
  xc_test_folder_remove (self->folder);
}
