/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "intake/example-problem.h"

#include <string.h>

#include "core/numeral.h"
#include "core/problem-number.h"
#include "intake/example-phrase.h"

/* The columns of the sheet of states, by fate; what no column names is closed. */
static const char *const fate_headings[XC_N_EXAMPLE_FATES] = {
  [XC_EXAMPLE_ON_SITE] = "未反馈",
  [XC_EXAMPLE_AT_ONCE] = "立行立改",
  [XC_EXAMPLE_NOT_STARTED] = "未启动",
  [XC_EXAMPLE_IN_PROGRESS] = "正在推进",
  [XC_EXAMPLE_BASICALLY_DONE_LATE] = "基本完成（超期）",
  [XC_EXAMPLE_BASICALLY_DONE] = "基本完成",
  [XC_EXAMPLE_AWAITING_REVIEW] = "已完成待审核",
  [XC_EXAMPLE_RETURNED] = "退回",
  [XC_EXAMPLE_REOPENED] = "重新打开",
};

static guint
read_number (const XcTextSheet *sheet, guint row, const char *heading)
{
  guint64 number = 0;

  if (!g_ascii_string_to_unsigned (xc_text_sheet_get (sheet, row, heading), 10, 0, G_MAXUINT, &number, NULL))
    g_error ("The example's row %u has no number under \"%s\".", row, heading);
  return (guint) number;
}

static guint
read_round (const XcTextSheet *sheet, guint row)
{
  static const char *const suffixes[] = { "轮", NULL };
  int round = 0;
  gboolean read = xc_numeral_parse_ordinal (xc_text_sheet_get (sheet, row, "轮次"), suffixes, &round);

  g_assert (read && round > 0);
  return (guint) round;
}

static XcDay
read_day (const XcTextSheet *sheet, guint row, const char *heading)
{
  XcDay day = xc_day_parse_iso (xc_text_sheet_get (sheet, row, heading));

  g_assert (xc_day_is_set (day));
  return day;
}

/* Whom a phrase is about, by the register of the organization; others are for all but villages. */
static const char *
get_target (const char *register_title)
{
  static const struct
  {
    const char *target;
    const char *register_title;
  } targets[] = {
    { "机关", "区直单位" }, { "镇街", "镇（街道）" }, { "国企", "国有企业" },
    { "学校", "学校" },     { "医院", "医院" },       { "村", "村（社区）" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (targets); i++)
    if (strcmp (targets[i].register_title, register_title) == 0)
      return targets[i].target;
  g_return_val_if_reached (NULL);
}

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  const guint *x = a;
  const guint *y = b;

  return *x < *y ? -1 : *x > *y;
}

/* Adds @n different ones of the phrases for @target, spread over all of them. */
static void
choose_some (const XcExampleBook *book, const char *target, guint n, guint32 chance, GArray *chosen)
{
  static const guint strides[] = { 7, 11, 13, 17, 19, 23 };
  g_autoptr (GArray) suitable = g_array_new (FALSE, FALSE, sizeof (guint));
  guint stride = strides[chance % G_N_ELEMENTS (strides)];

  for (guint row = 1; row < xc_text_sheet_count (book->phrases); row++)
    if (strcmp (xc_text_sheet_get (book->phrases, row, "对象"), target) == 0)
      g_array_append_val (suitable, row);
  g_assert (n <= suitable->len);
  for (guint i = 0; suitable->len % stride == 0; i++)
    stride = strides[i];
  for (guint i = 0; i < n; i++)
    {
      guint at = (chance / 8 % suitable->len + i * stride) % suitable->len;

      g_array_append_val (chosen, g_array_index (suitable, guint, at));
    }
}

/* Rows of @n different phrases for one visit, in the order of their points. */
static GArray *
choose_phrases (const XcExampleBook *book, const XcExampleVisit *visit, guint n)
{
  const char *target = get_target (xc_text_sheet_get (book->organizations, visit->organization, "口径"));
  GArray *chosen = g_array_new (FALSE, FALSE, sizeof (guint));
  guint32 chance = xc_example_mix (visit->round, visit->serial, visit->organization);
  /* A third is about what only such organizations do; villages are too small for what is said of others. */
  guint n_own = strcmp (target, "村") == 0 ? n : n / 3;

  choose_some (book, target, n_own, chance, chosen);
  choose_some (book, "通用", n - chosen->len, chance, chosen);
  g_array_sort (chosen, compare_numbers);
  return chosen;
}

/* How many problems the organization has in the round already, from another inspection of it. */
static guint
count_before (const XcExampleProblems *self, const XcExampleVisit *visit)
{
  guint n = 0;

  for (guint i = 0; i < self->problems->len; i++)
    {
      const XcExampleProblem *problem = self->problems->pdata[i];

      n += problem->visit->round == visit->round && problem->visit->serial == visit->serial;
    }
  return n;
}

static void
add_problems (XcExampleProblems *self, const XcExampleBook *book, const XcExampleVisit *visit, guint n)
{
  g_autoptr (GArray) phrases = choose_phrases (book, visit, n);
  guint before = count_before (self, visit);

  for (guint i = 0; i < n; i++)
    {
      XcProblemNumber number = { visit->round, visit->serial, before + i + 1 };
      XcExampleProblem *problem = g_new0 (XcExampleProblem, 1);

      problem->visit = visit;
      problem->number = xc_problem_number_format (&number);
      problem->seed = xc_example_mix (number.round, number.organization, number.problem);
      problem->phrase = g_array_index (phrases, guint, i);
      g_ptr_array_add (self->problems, problem);
    }
}

static void
add_visits (XcExampleProblems *self, const XcExampleBook *book)
{
  const XcTextSheet *sheet = book->inspections;

  for (guint row = 1; row < xc_text_sheet_count (sheet); row++)
    {
      guint n = read_number (sheet, row, "问题数");
      XcExampleVisit *visit;

      if (n == 0)
        continue;
      visit = g_new0 (XcExampleVisit, 1);
      g_ptr_array_add (self->visits, visit);
      visit->round = read_round (sheet, row);
      visit->serial = read_number (sheet, row, "轮内编号");
      visit->name = xc_text_sheet_get (sheet, row, "被巡察党组织");
      visit->kind = xc_text_sheet_get (sheet, row, "类型");
      visit->organization = xc_example_book_find_organization (book, visit->name);
      visit->entered_on = read_day (sheet, row, "进驻日期");
      visit->left_on = read_day (sheet, row, "结束日期");
      visit->fed_back_on = read_day (sheet, row, "反馈日期");
      add_problems (self, book, visit, n);
    }
}

/* Every fate is spread over the organizations of the round. */
static void
deal_fates (XcExampleProblem **problems, guint n, const XcTextSheet *states, guint row)
{
  guint stride = n / 2;
  guint dealt = 0;

  for (guint a = n, b; stride > 1; stride--)
    {
      /* The greatest common divisor has to be 1, or some would be dealt twice. */
      for (a = n, b = stride; b != 0;)
        {
          guint rest = a % b;

          a = b;
          b = rest;
        }
      if (a == 1 && stride % 5 != 0)
        break;
    }
  for (guint fate = 0; fate < XC_N_EXAMPLE_FATES; fate++)
    {
      guint share = fate == XC_EXAMPLE_CLOSED ? n - dealt : read_number (states, row, fate_headings[fate]);

      for (guint i = 0; i < share; i++, dealt++)
        problems[(guint64) dealt * stride % n]->fate = (XcExampleFate) fate;
    }
  g_assert (dealt == n);
}

static void
free_problem (gpointer data)
{
  XcExampleProblem *problem = data;

  g_free (problem->number);
  g_free (problem);
}

/**
 * xc_example_problems_new:
 * @book: the sheets, which must live as long
 *
 * Returns: (transfer full): all problems of the example, the same every time
 */
XcExampleProblems *
xc_example_problems_new (const XcExampleBook *book)
{
  XcExampleProblems *self = g_new0 (XcExampleProblems, 1);

  self->visits = g_ptr_array_new_with_free_func (g_free);
  self->problems = g_ptr_array_new_with_free_func (free_problem);
  add_visits (self, book);
  for (guint from = 0, to; from < self->problems->len; from = to)
    {
      XcExampleProblem **problems = (XcExampleProblem **) self->problems->pdata;
      guint round = problems[from]->visit->round;
      guint row = 1;

      for (to = from; to < self->problems->len && problems[to]->visit->round == round;)
        to++;
      while (read_round (book->states, row) != round)
        row++;
      deal_fates (problems + from, to - from, book->states, row);
    }
  for (guint i = 0; i < self->problems->len; i++)
    xc_example_problem_set_days (self->problems->pdata[i]);
  return self;
}

void
xc_example_problems_free (XcExampleProblems *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->problems);
  g_ptr_array_unref (self->visits);
  g_free (self);
}
