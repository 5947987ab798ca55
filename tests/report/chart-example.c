/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart-example.h"

#include <string.h>

const char *const xc_chart_example_names[] = { "typical", "empty",   "extreme", "falling",   "single",
                                               "lost",    "late",    "done",    "first-day", "thousand",
                                               "what-if", "village", NULL };

static const char *const ordinals[] = { "一",   "二",   "三",   "四",   "五",   "六",   "七",
                                        "八",   "九",   "十",   "十一", "十二", "十三", "十四",
                                        "十五", "十六", "十七", "十八", "十九", "二十" };

static XcDay
day (const char *iso)
{
  XcDay read = xc_day_parse_iso (iso);

  g_assert_true (xc_day_is_set (read));
  return read;
}

static const char *
keep (XcChartExample *self, const char *text)
{
  return g_string_chunk_insert (self->texts, text);
}

static void
add_register (XcChartExample *self, const char *title, guint covered, guint owed, guint to_confirm,
              gboolean in_total)
{
  XcChartRegister row = { .title = keep (self, title),
                          .covered = covered,
                          .owed = owed,
                          .to_confirm = to_confirm,
                          .in_total = in_total };

  g_array_append_val (self->registers, row);
  if (!in_total)
    return;
  self->chart.total.covered += covered;
  self->chart.total.owed += owed;
  self->chart.total.to_confirm += to_confirm;
}

static void
add_owed (XcChartExample *self, const char *iso, guint count, const char *cause)
{
  XcChartStep step = { day (iso), count, cause != NULL ? keep (self, cause) : NULL };

  g_array_append_val (self->owed, step);
}

static void
add_covered (XcChartExample *self, XcDay on, guint count)
{
  XcChartStep step = { on, count, NULL };

  g_array_append_val (self->covered, step);
}

/* A round whose teams leave one organization after the other in its last two months. */
static void
add_round (XcChartExample *self, XcDay starts, XcDay ends, guint first, guint repeats, guint planned)
{
  guint before =
      self->covered->len > 0 ? g_array_index (self->covered, XcChartStep, self->covered->len - 1).count : 0;
  XcDay as_of = self->chart.as_of, last = MIN (ends, as_of), from = MAX (starts, ends - 60);
  XcChartRoundState state = starts > as_of ? XC_CHART_ROUND_PLANNED
                            : ends > as_of ? XC_CHART_ROUND_CURRENT
                                           : XC_CHART_ROUND_FINISHED;
  g_autofree char *number = g_strdup_printf ("%u", self->rounds->len + 1);
  gboolean chinese = self->chart.title[0] & 0x80;
  XcChartRound round = {
    keep (self, chinese ? ordinals[self->rounds->len] : number), starts, ends, state, first, repeats, planned
  };

  g_array_append_val (self->rounds, round);
  for (guint i = 1; i <= first; i++)
    add_covered (self, MIN (last, from + (XcDay) ((last - from) * i / first)), before + i);
}

static void
add_forecast (XcChartExample *self, XcDay on, guint worst, guint average, guint best)
{
  XcChartForecast point = { on, worst, average, best };

  g_array_append_val (self->forecast, point);
}

static void
begin_term (XcChartExample *self, gboolean chinese, const char *starts, const char *ends, const char *as_of)
{
  XcCoverageChart *chart = &self->chart;

  chart->title =
      keep (self, chinese ? "二届示范区委巡察全覆盖进度" : "Second Model District Committee: full coverage");
  chart->subtitle = keep (self, chinese ? "中共示范区委巡察工作领导小组办公室" : "Inspection office");
  chart->starts = day (starts);
  chart->ends = day (ends);
  chart->as_of = day (as_of);
  chart->decimals = 2;
  chart->notes = keep (
      self, chinese ? "巡察组结束进驻即计为已巡；回头看、延伸巡察和整改督查不计入全覆盖。"
                    : "Covered when the team has left; look-backs and extended inspections do not count.");
  chart->marking = keep (self, chinese ? "内部资料 注意保存" : "Internal");
}

static void
set_pace (XcChartExample *self, gboolean chinese, const char *sentence_zh, const char *sentence)
{
  self->chart.pace = keep (self, chinese ? sentence_zh : sentence);
}

/* The published figures of one term: 10 rounds, 96 of 112 organizations. */
static void
fill_typical (XcChartExample *self, gboolean chinese)
{
  static const guint firsts[] = { 9, 14, 12, 13, 12, 12, 11, 9, 4 };
  static const guint repeats[] = { 0, 0, 0, 2, 1, 0, 3, 2, 1 };

  begin_term (self, chinese, "2016-12-01", "2021-11-30", "2021-03-31");
  for (guint i = 0; i < 10; i++)
    {
      XcDay starts = xc_day_add_months (day ("2017-03-01"), (int) (i * 6 - (i > 5)));
      add_round (self, starts, xc_day_add_months (starts, i % 3 == 1 ? 4 : 3), i < 9 ? firsts[i] : 0,
                 i < 9 ? repeats[i] : 0, i >= 8 ? 8 : 0);
    }
  add_owed (self, "2016-12-01", 109, NULL);
  add_owed (self, "2017-09-12", 110, chinese ? "新建区大数据局" : "data bureau founded");
  add_owed (self, "2019-01-15", 116, chinese ? "机构改革新组建" : "reform: bodies founded");
  add_owed (self, "2019-03-01", 112, chinese ? "机构改革撤并" : "reform: bodies merged");
  add_owed (self, "2020-06-18", 113, chinese ? "新设开发区党工委" : "development zone founded");
  add_owed (self, "2021-01-05", 112, chinese ? "两街道合并" : "two streets merged");
  add_register (self, chinese ? "区直单位" : "District bodies", 62, 70, 0, TRUE);
  add_register (self, chinese ? "镇（街道）" : "Towns and streets", 12, 12, 1, TRUE);
  add_register (self, chinese ? "国有企业" : "State-owned enterprises", 9, 14, 1, TRUE);
  add_register (self, chinese ? "学校、医院" : "Schools and hospitals", 13, 16, 0, TRUE);
  add_register (self, chinese ? "村（社区）" : "Villages and communities", 58, 95, 0, FALSE);
  add_forecast (self, day ("2021-07-01"), 100, 104, 107);
  add_forecast (self, day ("2021-11-30"), 104, 111, 112);
  self->chart.out_of_reach_from = day ("2021-07-15");
  set_pace (self, chinese, "还有 16 个未巡，余 2 轮：每轮须巡 8 个，方能按期实现全覆盖。",
            "16 organizations and 2 rounds are left: 8 a round reach full coverage in time.");
}

static void
fill_empty (XcChartExample *self, gboolean chinese)
{
  begin_term (self, chinese, "2021-12-01", "2026-11-30", "2021-12-15");
  add_register (self, chinese ? "区直单位" : "District bodies", 0, 0, 0, TRUE);
}

/* Twenty rounds, twelve registers, two thousand organizations, long names, many steps. */
static void
fill_extreme (XcChartExample *self, gboolean chinese)
{
  static const char *const titles[] = {
    "区直机关党组织",
    "镇（街道）党（工）委",
    "国有企业党委",
    "中小学校党组织",
    "公立医院党委",
    "城市社区党组织",
    "农村党组织",
    "两新组织",
    "开发区和功能区党工委及其所属企事业单位党组织",
    "垂直管理单位",
    "高等职业院校",
    "其他",
  };
  guint owed = 1874;

  begin_term (self, chinese, "2016-12-01", "2021-11-30", "2021-03-31");
  for (guint i = 0; i < 20; i++)
    {
      XcDay starts = xc_day_add_months (day ("2016-12-10"), (int) (i * 3));
      add_round (self, starts, starts + 80,
                 i < 17    ? 70 + (i * 37) % 60
                 : i == 17 ? 21
                           : 0,
                 i < 17 ? (i * 13) % 30 : 0, i >= 17 ? 130 : 0);
    }
  add_owed (self, "2016-12-01", owed, NULL);
  for (guint i = 0; i < 40; i++)
    {
      g_autofree char *iso = NULL;
      XcDay on = day ("2017-01-09") + (XcDay) (i * 37);
      char buffer[XC_DAY_ISO_SIZE];
      int change = i % 5 == 3 ? -(int) (i % 7) * 6 - 1 : (int) (i * 11 % 19);
      iso = g_strdup (xc_day_format_iso (on, buffer));
      owed = i == 39 ? 2000 : owed + change;
      add_owed (self, iso, owed,
                change > 0 ? (chinese ? "新增社区党组织" : "communities founded")
                           : (chinese ? "村组织撤并" : "villages merged"));
    }
  guint left_covered = g_array_index (self->covered, XcChartStep, self->covered->len - 1).count,
        left_owed = 2000;
  for (guint i = 0; i < 12; i++)
    {
      guint part_owed = i == 11 ? left_owed : 2000 / 16 + i * 7,
            part = i == 11 ? left_covered : part_owed * 5 / 6;
      add_register (self,
                    chinese ? titles[i]
                    : i % 3 ? "Register of bodies"
                            : "Register with a name that is long, and longer",
                    part, part_owed, i % 4, TRUE);
      left_owed -= part_owed;
      left_covered -= part;
    }
  add_forecast (self, day ("2021-05-31"), 1801, 1843, 1880);
  add_forecast (self, day ("2021-08-31"), 1872, 1950, 1990);
  add_forecast (self, day ("2021-11-30"), 1943, 2000, 2000);
  set_pace (self, chinese, "余 3 轮：每轮须巡 95 个，方能按期实现全覆盖。",
            "3 rounds are left: 95 a round reach full coverage in time.");
}

/* A reform gave the district many new bodies when the old ones were nearly all covered. */
static void
fill_falling (XcChartExample *self, gboolean chinese)
{
  static const guint firsts[] = { 14, 15, 13, 12, 3, 2 };

  begin_term (self, chinese, "2016-12-01", "2021-11-30", "2020-02-10");
  for (guint i = 0; i < 6; i++)
    {
      XcDay starts = xc_day_add_months (day ("2017-02-15"), (int) (i * 6));
      add_round (self, starts, xc_day_add_months (starts, 3), firsts[i], i > 2 ? 4 : 0, 0);
      if (i == 3)
        {
          add_covered (self, day ("2018-12-20"), 47);
          add_covered (self, day ("2019-01-20"), 41);
        }
    }
  add_owed (self, "2016-12-01", 56, NULL);
  add_owed (self, "2018-12-20", 49, chinese ? "撤销 7 个" : "7 abolished");
  add_owed (self, "2019-01-20", 84,
            chinese ? "机构改革新组建 41 个，撤并 6 个" : "reform: 41 founded, 6 merged");
  add_owed (self, "2019-10-08", 97, chinese ? "园区企业纳入" : "enterprises listed");
  add_register (self, chinese ? "区直单位" : "District bodies", 31, 52, 6, TRUE);
  add_register (self, chinese ? "镇（街道）" : "Towns and streets", 11, 12, 0, TRUE);
  add_register (self, chinese ? "国有企业" : "State-owned enterprises", 4, 33, 0, TRUE);
  add_forecast (self, day ("2020-12-31"), 50, 55, 65);
  add_forecast (self, day ("2021-11-30"), 56, 69, 92);
  self->chart.out_of_reach = TRUE;
  self->chart.out_of_reach_from = day ("2019-10-08");
  set_pace (self, chinese, "还有 51 个未巡：按近三轮最快进度也不能按期实现全覆盖，2019-10-08 起已不可能。",
            "51 organizations are left: at the pace of the last three rounds full coverage has been out of "
            "reach since "
            "2019-10-08.");
}

/* One round, one organization, one register, nothing to forecast from. */
static void
fill_single (XcChartExample *self, gboolean chinese)
{
  begin_term (self, chinese, "2021-12-01", "2026-11-30", "2022-06-30");
  self->chart.subtitle = self->chart.notes = self->chart.marking = NULL;
  self->chart.decimals = 0;
  add_round (self, day ("2022-03-01"), day ("2022-05-20"), 1, 0, 0);
  add_owed (self, "2021-12-01", 1, NULL);
  add_register (self, chinese ? "区直单位" : "District bodies", 1, 1, 0, TRUE);
}

/* A term that lost all its organizations. */
static void
fill_lost (XcChartExample *self, gboolean chinese)
{
  begin_term (self, chinese, "2016-12-01", "2021-11-30", "2019-12-31");
  add_round (self, day ("2017-03-01"), day ("2017-06-01"), 8, 0, 0);
  add_round (self, day ("2018-03-01"), day ("2018-06-01"), 9, 0, 0);
  add_covered (self, day ("2019-05-01"), 0);
  add_owed (self, "2016-12-01", 20, NULL);
  add_owed (self, "2019-05-01", 0, chinese ? "撤区" : "district abolished");
  add_register (self, chinese ? "区直单位" : "District bodies", 0, 0, 0, TRUE);
}

/* The term is over, and not all is covered. */
static void
fill_late (XcChartExample *self, gboolean chinese)
{
  begin_term (self, chinese, "2016-12-01", "2021-11-30", "2022-03-01");
  for (guint i = 0; i < 5; i++)
    add_round (self, xc_day_add_months (day ("2017-04-01"), (int) i * 12),
               xc_day_add_months (day ("2017-07-01"), (int) i * 12), 30, 5, 0);
  add_owed (self, "2016-12-01", 153, NULL);
  add_owed (self, "2018-12-01", 157, chinese ? "新建" : "founded");
  self->chart.decimals = 1;
  add_register (self, chinese ? "区直单位" : "District bodies", 81, 95, 0, TRUE);
  add_register (self, chinese ? "镇（街道）" : "Towns and streets", 69, 62, 0, TRUE);
  g_array_index (self->registers, XcChartRegister, 1).covered = 62;
  g_array_index (self->registers, XcChartRegister, 0).covered = 88;
}

/* All is covered before the end of the term. */
static void
fill_done (XcChartExample *self, gboolean chinese)
{
  begin_term (self, chinese, "2016-12-01", "2021-11-30", "2021-06-30");
  for (guint i = 0; i < 8; i++)
    add_round (self, xc_day_add_months (day ("2017-02-01"), (int) i * 6),
               xc_day_add_months (day ("2017-05-01"), (int) i * 6), 12, i, 0);
  add_owed (self, "2016-12-01", 96, NULL);
  add_register (self, chinese ? "区直单位" : "District bodies", 70, 70, 0, TRUE);
  add_register (self, chinese ? "镇（街道）" : "Towns and streets", 26, 26, 0, TRUE);
  set_pace (self, chinese, "已按期实现全覆盖。", "Full coverage is reached.");
}

/* The first day of a term: rounds are planned, none is on. */
static void
fill_first_day (XcChartExample *self, gboolean chinese)
{
  begin_term (self, chinese, "2021-12-01", "2026-11-30", "2021-12-01");
  for (guint i = 0; i < 10; i++)
    add_round (self, xc_day_add_months (day ("2022-02-01"), (int) i * 6),
               xc_day_add_months (day ("2022-05-01"), (int) i * 6), 0, 0, 11);
  add_owed (self, "2021-12-01", 110, NULL);
  add_register (self, chinese ? "区直单位" : "District bodies", 0, 98, 0, TRUE);
  add_register (self, chinese ? "镇（街道）" : "Towns and streets", 0, 12, 0, TRUE);
  set_pace (self, chinese, "还有 110 个未巡，余 10 轮：每轮须巡 11 个，方能按期实现全覆盖。",
            "110 organizations and 10 rounds are left: 11 a round reach full coverage in time.");
}

/* A thousand organizations in ten rounds. */
static void
fill_thousand (XcChartExample *self, gboolean chinese)
{
  fill_typical (self, chinese);
  g_array_set_size (self->covered, 0);
  g_array_set_size (self->rounds, 0);
  g_array_set_size (self->registers, 0);
  self->chart.total = (XcChartRegister){ 0 };
  for (guint i = 0; i < 10; i++)
    add_round (self, xc_day_add_months (day ("2017-02-01"), (int) i * 5),
               xc_day_add_months (day ("2017-05-01"), (int) i * 5), 90, i, 0);
  for (guint i = 0; i < self->owed->len; i++)
    g_array_index (self->owed, XcChartStep, i).count += 888;
  add_register (self, chinese ? "区直单位" : "District bodies", 400, 500, 0, TRUE);
  add_register (self, chinese ? "镇（街道）" : "Towns and streets", 500, 500, 0, TRUE);
  g_array_set_size (self->forecast, 0);
  add_forecast (self, day ("2021-11-30"), 960, 990, 1000);
}

/* A past day is looked at, today is another one, and somebody supposes more teams. */
static void
fill_what_if (XcChartExample *self, gboolean chinese)
{
  begin_term (self, chinese, "2021-12-01", "2026-11-30", "2024-03-31");
  self->chart.today = day ("2024-09-10");
  for (guint i = 0; i < 10; i++)
    add_round (self, xc_day_add_months (day ("2022-02-01"), (int) i * 6),
               xc_day_add_months (day ("2022-05-01"), (int) i * 6),
               i < 4    ? 7 + i
               : i == 4 ? 3
                        : 0,
               i == 3 ? 2 : 0, i >= 4 ? 9 : 0);
  add_owed (self, "2021-12-01", 90, NULL);
  add_owed (self, "2023-06-15", 94, chinese ? "新建学校" : "schools founded");
  add_register (self, chinese ? "区直单位" : "District bodies", 25, 60, 1, TRUE);
  add_register (self, chinese ? "学校" : "Schools", 12, 34, 0, TRUE);
  add_forecast (self, day ("2024-11-30"), 45, 47, 50);
  add_forecast (self, day ("2026-11-30"), 72, 80, 88);
  for (guint i = 0; i < 6; i++)
    {
      XcChartStep step = { xc_day_add_months (day ("2024-05-01"), (int) i * 6), MIN (34 + (i + 1) * 12, 94),
                           NULL };

      g_array_append_val (self->what_if, step);
    }
  self->chart.out_of_reach_from = day ("2024-11-20");
  set_pace (self, chinese, "未覆盖57个，剩余6轮，平均每轮须覆盖10个。",
            "Not covered yet: 57; rounds left: 6; needed in each: 10.");
}

/* Nothing is in the total but villages are counted beside it; one of them has a very long name. */
static void
fill_village (XcChartExample *self, gboolean chinese)
{
  begin_term (self, chinese, "2021-12-01", "2026-11-30", "2023-05-31");
  for (guint i = 0; i < 3; i++)
    add_round (self, xc_day_add_months (day ("2022-02-01"), (int) i * 6),
               xc_day_add_months (day ("2022-05-01"), (int) i * 6), 2, 0, 0);
  add_owed (self, "2021-12-01", 6, NULL);
  add_register (self, chinese ? "镇（街道）" : "Towns and streets", 6, 6, 0, TRUE);
  add_register (self,
                chinese ? "城乡结合部易地扶贫搬迁集中安置区新设立社区和行政村党组织"
                        : "Communities and villages newly founded in the resettlement areas",
                101, 240, 3, FALSE);
}

/* What the sheets show beside the figures: each register goes as the total goes, and has squares of every kind. */
static void
fill_registers (XcChartExample *self)
{
  for (guint i = 0; i < self->registers->len; i++)
    {
      XcChartRegister *row = &g_array_index (self->registers, XcChartRegister, i);
      GArray *covered = g_array_new (FALSE, FALSE, sizeof (XcChartStep));
      GArray *owed = g_array_new (FALSE, FALSE, sizeof (XcChartStep));
      guint most = 1;

      for (guint k = 0; k < self->covered->len; k++)
        most = MAX (most, g_array_index (self->covered, XcChartStep, k).count);
      for (guint k = 0; k < self->covered->len; k++)
        {
          XcChartStep step = g_array_index (self->covered, XcChartStep, k);

          step.count = step.count * row->covered / most;
          g_array_append_val (covered, step);
        }
      for (guint k = 0; k < self->owed->len; k++)
        {
          XcChartStep step = { g_array_index (self->owed, XcChartStep, k).day, row->owed, NULL };

          g_array_append_val (owed, step);
        }
      row->covered_steps = (gpointer) covered->data;
      row->n_covered_steps = covered->len;
      row->owed_steps = (gpointer) owed->data;
      row->n_owed_steps = owed->len;
      g_ptr_array_add (self->lines, covered);
      g_ptr_array_add (self->lines, owed);
      for (guint o = 0; o < row->owed; o++)
        {
          gboolean is_covered = o < row->covered;
          g_autofree char *name = g_strdup_printf ("%s %u", row->title, o + 1);
          XcChartOrganization square = {
            .name = keep (self, name),
            .register_index = i,
            .state = is_covered   ? o < row->to_confirm ? XC_COVERAGE_TO_CONFIRM : XC_COVERAGE_COVERED
                     : o % 5 == 0 ? XC_COVERAGE_IN_PROGRESS
                                  : XC_COVERAGE_NEVER,
            .covered_on = is_covered ? self->chart.starts + (XcDay) o : XC_DAY_NONE,
            .round = o % 7 == 3 ? NULL : "一",
          };

          g_array_append_val (self->organizations, square);
        }
    }
}

XcChartExample *
xc_chart_example_new (const char *name, gboolean chinese)
{
  static void (*const fill[]) (XcChartExample *, gboolean) = { fill_typical,  fill_empty,   fill_extreme,
                                                               fill_falling,  fill_single,  fill_lost,
                                                               fill_late,     fill_done,    fill_first_day,
                                                               fill_thousand, fill_what_if, fill_village };
  XcChartExample *self = g_new0 (XcChartExample, 1);
  XcCoverageChart *chart = &self->chart;
  guint i = 0;

  self->texts = g_string_chunk_new (1024);
  self->rounds = g_array_new (FALSE, FALSE, sizeof (XcChartRound));
  self->covered = g_array_new (FALSE, FALSE, sizeof (XcChartStep));
  self->owed = g_array_new (FALSE, FALSE, sizeof (XcChartStep));
  self->registers = g_array_new (FALSE, FALSE, sizeof (XcChartRegister));
  self->forecast = g_array_new (FALSE, FALSE, sizeof (XcChartForecast));
  self->what_if = g_array_new (FALSE, FALSE, sizeof (XcChartStep));
  self->organizations = g_array_new (FALSE, FALSE, sizeof (XcChartOrganization));
  self->lines = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  chart->out_of_reach_from = chart->today = XC_DAY_NONE;
  while (xc_chart_example_names[i] != NULL && strcmp (xc_chart_example_names[i], name) != 0)
    i++;
  g_assert_cmpuint (i, <, G_N_ELEMENTS (fill));
  fill[i](self, chinese);
  fill_registers (self);
  chart->rounds = (gpointer) self->rounds->data;
  chart->n_rounds = self->rounds->len;
  chart->covered = (gpointer) self->covered->data;
  chart->n_covered = self->covered->len;
  chart->owed = (gpointer) self->owed->data;
  chart->n_owed = self->owed->len;
  chart->registers = (gpointer) self->registers->data;
  chart->n_registers = self->registers->len;
  chart->forecast = (gpointer) self->forecast->data;
  chart->n_forecast = self->forecast->len;
  chart->what_if = (gpointer) self->what_if->data;
  chart->n_what_if = self->what_if->len;
  chart->organizations = (gpointer) self->organizations->data;
  chart->n_organizations = self->organizations->len;
  return self;
}

void
xc_chart_example_free (XcChartExample *self)
{
  g_array_unref (self->rounds);
  g_array_unref (self->covered);
  g_array_unref (self->owed);
  g_array_unref (self->registers);
  g_array_unref (self->forecast);
  g_array_unref (self->what_if);
  g_array_unref (self->organizations);
  g_ptr_array_unref (self->lines);
  g_string_chunk_free (self->texts);
  g_free (self);
}
