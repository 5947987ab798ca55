/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/wording.h"

#include <string.h>

#include "core/text.h"

/*
 * What may be said of anything. A text that is made of nothing else names no paper, no meeting, no sum, no date: it can
 * be neither done nor checked. Within a group longer words come before those they begin with.
 */
static const char *const empty_words[] = {
  /* how */
  "进一步",
  "高度重视",
  "重视程度",
  "切实",
  "不断",
  "持续",
  "深入",
  "认真",
  "严格",
  "全面",
  "高度",
  "更加",
  "继续",
  "今后",
  "以后",
  "下一步",
  "立即",
  "及时",
  "积极",
  "主动",
  "坚决",
  "扎实",
  "有效",
  "充分",
  "大力",
  "着力",
  "牢固树立",
  "牢固",
  "树立",
  "按要求",
  "按照要求",
  "根据要求",
  "已经",
  "正在",
  "逐步",
  "定期",
  "常态化",
  "长期坚持",
  "坚持",
  "长期",
  /* what one does */
  "加强",
  "强化",
  "提高",
  "提升",
  "增强",
  "加大",
  "抓好",
  "做好",
  "抓实",
  "抓紧",
  "落实到位",
  "落实",
  "重视",
  "改进",
  "完善",
  "规范",
  "整改到位",
  "整改完成",
  "整改",
  "完成",
  "推进",
  "开展",
  "健全",
  "深化",
  "压实",
  "履行",
  "注重",
  "引起",
  "得到",
  "取得",
  "到位",
  "改正",
  "纠正",
  "杜绝",
  "避免",
  "举一反三",
  /* to what */
  "组织领导",
  "政治站位",
  "思想认识",
  "责任意识",
  "责任心",
  "责任感",
  "工作作风",
  "工作力度",
  "工作水平",
  "业务水平",
  "主体责任",
  "监督责任",
  "管理水平",
  "管理力度",
  "监管力度",
  "学习力度",
  "学习教育",
  "理论学习",
  "政治理论",
  "业务学习",
  "业务能力",
  "学习",
  "管理",
  "监督",
  "监管",
  "教育",
  "领导",
  "认识",
  "思想",
  "政治",
  "意识",
  "责任",
  "培训",
  "宣传",
  "作风",
  "纪律",
  "制度",
  "建设",
  "服务",
  "水平",
  "能力",
  "日常",
  "力度",
  "工作",
  "业务",
  "方面",
  "问题",
  "措施",
  "实效",
  "成效",
  "明显",
  "效果",
  "机制",
  "要求",
  "质量",
  "理论",
  "同类",
  "类似",
  "再次",
  "再",
  "发生",
  "此类",
  "相关",
  "有关",
  "各项",
  "各类",
  "存在",
  "情况",
  "效率",
  "作用",
  "良好",
  "较好",
  "一定",
  "显著",
  "提醒",
  "督促",
  /* what holds words together */
  "并且",
  "以及",
  "同时",
  "确保",
  "对",
  "要",
  "将",
  "已",
  "及",
  "和",
  "与",
  "等",
  "的",
  "了",
  "并",
  "其",
  "在",
  "中",
  "上",
  "为",
  "是",
  "无",
  "略",
  "同上",
  "详见",
  "如上",
  "没有",
};

/* How many bytes of @at are the longest of the empty words; 0 for none. */
static gsize
measure_word (const char *at)
{
  gsize longest = 0;

  for (guint i = 0; i < G_N_ELEMENTS (empty_words); i++)
    {
      gsize length = strlen (empty_words[i]);

      if (length > longest && strncmp (at, empty_words[i], length) == 0)
        longest = length;
    }
  return longest;
}

/**
 * xc_wording_fold:
 * @text: (nullable): any wording
 *
 * Returns: (transfer full): its letters, digits and characters in one width, without punctuation and spaces: what is
 *   the same but for those folds to the same
 */
char *
xc_wording_fold (const char *text)
{
  g_autofree char *plain = xc_text_fold_width (text != NULL ? text : "");
  GString *folded = g_string_new (NULL);

  for (const char *at = plain; *at != '\0'; at = g_utf8_next_char (at))
    if (g_unichar_isalnum (g_utf8_get_char (at)))
      g_string_append_unichar (folded, g_unichar_tolower (g_utf8_get_char (at)));
  return g_string_free (folded, FALSE);
}

/**
 * xc_wording_says_nothing:
 * @text: (nullable): how a measure or a result is worded
 *
 * Returns: whether nothing can be checked of it, as it is blank or made of words that fit anything
 */
gboolean
xc_wording_says_nothing (const char *text)
{
  g_autofree char *folded = xc_wording_fold (text);

  for (const char *at = folded; *at != '\0';)
    {
      gsize length = measure_word (at);

      if (length == 0)
        return FALSE;
      at += length;
    }
  return TRUE;
}
