/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sheet of problems, and what all three sheets ask of a problem. */
#include <string.h>

#include "intake/example-sheet.h"

/* Every so many problems one is marked. */
#define ONE_KEY_IN 6
/* Of what is put right on the spot, one in so many was so before the team came. */
#define ONE_BEFORE_IN 4

static const char *const headings[] = {
  "问题编号",       "轮次", "被巡察党组织", "巡察类型", "问题表述", "具体表现",
  "类别",           "重点", "共性个性",     "发现阶段", "问题来源", "发现日期",
  "涉及金额（元）", "反馈", "第二责任主体", "整改状态", "销号日期", NULL,
};

/* By #XcRectificationState, as offices write them. */
static const char *const states[XC_N_RECTIFICATION_STATES] = {
  "未启动", "正在推进", "基本完成", "已完成待审核", "退回", "已销号", "重新打开",
};

gboolean
xc_example_sheet_is_village (const XcExampleBook *book, const XcExampleProblem *problem)
{
  return strcmp (xc_text_sheet_get (book->organizations, problem->visit->organization, "口径"), "村（社区）")
         == 0;
}

const char *
xc_example_sheet_get_topic (const XcExampleBook *book, const XcExampleProblem *problem)
{
  return xc_text_sheet_get (book->phrases, problem->phrase, "主题");
}

/* What the organization calls its @section, a heading of the sheet of sections. */
const char *
xc_example_sheet_get_section (const XcExampleBook *book, const XcExampleProblem *problem, const char *section)
{
  const char *title = xc_text_sheet_get (book->organizations, problem->visit->organization, "口径");

  return xc_text_sheet_get (book->sections, xc_example_book_find (book->sections, "口径", title), section);
}

static const char *
get_leading_section (const XcExampleBook *book, const XcExampleProblem *problem)
{
  guint topic = xc_example_book_find (book->topics, "主题", xc_example_sheet_get_topic (book, problem));

  return xc_example_sheet_get_section (book, problem, xc_text_sheet_get (book->topics, topic, "牵头部门"));
}

XcExampleSlots
xc_example_sheet_get_slots (const XcExampleBook *book, const XcExampleProblem *problem)
{
  XcExampleSlots slots = {
    .seed = problem->seed,
    .body = xc_text_sheet_get (book->organizations, problem->visit->organization, "组织类型"),
    .section = get_leading_section (book, problem),
  };

  xc_day_get (problem->visit->entered_on, &slots.year, NULL, NULL);
  slots.year--;
  return slots;
}

void
xc_example_sheet_set_day (XcTextSheet *sheet, const char *heading, XcDay day)
{
  char iso[XC_DAY_ISO_SIZE];

  if (xc_day_is_set (day))
    xc_text_sheet_set (sheet, heading, xc_day_format_iso (day, iso));
}

/* The point in the scheme of the problem's round. */
static const char *
get_point (const XcExampleBook *book, const XcExampleProblem *problem)
{
  const XcTextSheet *rounds = NULL;
  guint topic = xc_example_book_find (book->topics, "主题", xc_example_sheet_get_topic (book, problem));

  for (guint i = 0; i < book->sheets->len; i++)
    if (strcmp (xc_text_sheet_get_name (book->sheets->pdata[i]), "轮次") == 0)
      rounds = book->sheets->pdata[i];
  g_assert (rounds != NULL);
  return xc_text_sheet_get (book->topics, topic, xc_text_sheet_get (rounds, problem->visit->round, "方案"));
}

static void
set_discovery (XcTextSheet *sheet, const XcExampleProblem *problem)
{
  static const char *const sources[] = {
    "查阅资料", "个别谈话", "实地走访", "来信来访", "问卷调查", "专题汇报",
  };
  gboolean is_before = problem->fate == XC_EXAMPLE_ON_SITE && problem->seed % ONE_BEFORE_IN == 0;
  gboolean is_during =
      problem->fate == XC_EXAMPLE_ON_SITE || (problem->fate == XC_EXAMPLE_AT_ONCE && problem->seed % 2 == 0);

  xc_text_sheet_set (sheet, "发现阶段", is_before ? "未巡先改" : is_during ? "边巡边改" : "反馈");
  xc_text_sheet_set (sheet, "问题来源", sources[problem->seed / 8 % G_N_ELEMENTS (sources)]);
  xc_example_sheet_set_day (sheet, "发现日期", problem->found_on);
}

static void
set_rectification (XcTextSheet *sheet, const XcExampleProblem *problem)
{
  XcRectificationState state = xc_example_problem_get_state (problem);

  xc_text_sheet_set (sheet, "反馈", xc_example_problem_is_fed_back (problem) ? "是" : "否");
  xc_text_sheet_set (sheet, "整改状态", states[state]);
  if (state == XC_RECTIFICATION_CLOSED)
    xc_example_sheet_set_day (sheet, "销号日期", problem->closed_on);
}

static void
set_wording (XcTextSheet *sheet, const XcExampleBook *book, const XcExampleProblem *problem)
{
  XcExampleSlots slots = xc_example_sheet_get_slots (book, problem);
  g_autofree char *wording =
      xc_example_phrase_fill (xc_text_sheet_get (book->phrases, problem->phrase, "问题表述"), &slots);
  g_autofree char *facts =
      xc_example_phrase_fill (xc_text_sheet_get (book->phrases, problem->phrase, "具体表现"), &slots);

  xc_text_sheet_set (sheet, "问题表述", wording);
  xc_text_sheet_set (sheet, "具体表现", facts);
  if (slots.amount > 0)
    {
      g_autofree char *yuan = g_strdup_printf ("%" G_GINT64_FORMAT, slots.amount / 100);

      xc_text_sheet_set (sheet, "涉及金额（元）", yuan);
    }
}

/**
 * xc_example_problem_sheet_new:
 * @book: the sheets
 * @problems: what was composed from them
 *
 * Returns: (transfer full): the template's sheet of problems
 */
XcTextSheet *
xc_example_problem_sheet_new (const XcExampleBook *book, const XcExampleProblems *problems)
{
  XcTextSheet *sheet = xc_text_sheet_new ("问题", headings);

  for (guint i = 0; i < problems->problems->len; i++)
    {
      const XcExampleProblem *problem = problems->problems->pdata[i];
      g_autofree char *round = g_strdup_printf ("%u", problem->visit->round);

      xc_text_sheet_add (sheet);
      xc_text_sheet_set (sheet, "问题编号", problem->number);
      xc_text_sheet_set (sheet, "轮次", round);
      xc_text_sheet_set (sheet, "被巡察党组织", problem->visit->name);
      xc_text_sheet_set (sheet, "巡察类型", problem->visit->kind);
      xc_text_sheet_set (sheet, "类别", get_point (book, problem));
      xc_text_sheet_set (sheet, "重点", problem->seed / 64 % ONE_KEY_IN == 0 ? "是" : "否");
      xc_text_sheet_set (sheet, "共性个性", problem->phrase % 3 == 0 ? "个性" : "共性");
      if (xc_example_sheet_is_village (book, problem))
        xc_text_sheet_set (sheet, "第二责任主体",
                           xc_text_sheet_get (book->organizations, problem->visit->organization, "上级组织"));
      set_wording (sheet, book, problem);
      set_discovery (sheet, problem);
      set_rectification (sheet, problem);
    }
  return sheet;
}
