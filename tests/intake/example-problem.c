/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The composed problems as plain tables, before anything is imported. */
#include "intake/example-problem.h"

#include <string.h>

#include "core/problem-number.h"
#include "intake/example-phrase.h"
#include "intake/example-sheet.h"

typedef XcTextSheet *(*MakeSheet) (const XcExampleBook *book, const XcExampleProblems *problems);

static const MakeSheet makers[] = {
  xc_example_problem_sheet_new,
  xc_example_measure_sheet_new,
  xc_example_responsibility_sheet_new,
};

typedef struct
{
  XcExampleBook *book;
  XcExampleProblems *problems;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->book = xc_example_book_new ();
  fixture->problems = xc_example_problems_new (fixture->book);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  xc_example_problems_free (fixture->problems);
  xc_example_book_free (fixture->book);
}

static char *
print_sheet (const XcTextSheet *sheet)
{
  GString *text = g_string_new (xc_text_sheet_get_name (sheet));

  for (guint row = 0; row < xc_text_sheet_count (sheet); row++)
    {
      g_string_append_c (text, '\n');
      for (guint column = 0; column < 20; column++)
        g_string_append_printf (text, "%s\t", xc_text_sheet_get_at (sheet, row, column));
    }
  return g_string_free (text, FALSE);
}

/* All that the example says. */
static char *
print_all (const Fixture *fixture)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < fixture->book->sheets->len; i++)
    {
      g_autofree char *sheet = print_sheet (fixture->book->sheets->pdata[i]);

      g_string_append (text, sheet);
    }
  for (guint i = 0; i < G_N_ELEMENTS (makers); i++)
    {
      g_autoptr (XcTextSheet) sheet = makers[i](fixture->book, fixture->problems);
      g_autofree char *printed = print_sheet (sheet);

      g_string_append (text, printed);
    }
  return g_string_free (text, FALSE);
}

static void
has_the_figures_that_it_is_known_by (Fixture *fixture, gconstpointer data)
{
  guint counts[XC_N_RECTIFICATION_STATES] = { 0 };
  guint n_immediate = 0, n_overdue = 0;

  for (guint i = 0; i < fixture->problems->problems->len; i++)
    {
      const XcExampleProblem *problem = fixture->problems->problems->pdata[i];
      XcRectificationState state = xc_example_problem_get_state (problem);

      counts[state] += xc_example_problem_is_fed_back (problem);
      n_immediate += problem->fate == XC_EXAMPLE_ON_SITE || problem->fate == XC_EXAMPLE_AT_ONCE;
      n_overdue +=
          xc_rectification_days_overdue (state, problem->due_on, problem->done_on, XC_EXAMPLE_DAY) > 0;
    }
  XcRectificationRate rate = xc_rectification_get_rate (counts, FALSE);
  g_assert_cmpuint (fixture->problems->problems->len, ==, 1986);
  g_assert_cmpuint (rate.done, ==, 1702);
  g_assert_cmpuint (rate.fed_back, ==, 1842);
  g_assert_cmpuint (n_immediate, ==, 431);
  g_assert_cmpuint (n_overdue, ==, 38);
  for (guint state = 0; state < XC_N_RECTIFICATION_STATES; state++)
    g_assert_cmpuint (counts[state], >=, 5);
}

static void
numbers_run_through_each_organization (Fixture *fixture, gconstpointer data)
{
  XcProblemNumber before = { 0, 0, 0 };

  for (guint i = 0; i < fixture->problems->problems->len; i++)
    {
      const XcExampleProblem *problem = fixture->problems->problems->pdata[i];
      XcProblemNumber number;

      g_assert_true (xc_problem_number_parse (problem->number, &number));
      g_assert_cmpuint (number.round, ==, problem->visit->round);
      g_assert_cmpuint (number.organization, ==, problem->visit->serial);
      if (number.round == before.round && number.organization == before.organization)
        g_assert_cmpuint (number.problem, ==, before.problem + 1);
      before = number;
    }
}

static void
days_follow_each_other (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < fixture->problems->problems->len; i++)
    {
      const XcExampleProblem *problem = fixture->problems->problems->pdata[i];
      const XcExampleVisit *visit = problem->visit;

      g_assert_cmpint (visit->entered_on, <=, problem->found_on);
      g_assert_cmpint (problem->found_on, <=, visit->left_on);
      g_assert_cmpint (visit->left_on, <, visit->fed_back_on);
      g_assert_cmpint (visit->fed_back_on, <=, XC_EXAMPLE_DAY);
      g_assert_cmpint (problem->found_on, <=, problem->due_on);
      g_assert_cmpint (problem->closed_on, <=, XC_EXAMPLE_DAY);
      if (xc_day_is_set (problem->done_on))
        g_assert_cmpint (problem->found_on, <=, problem->done_on);
      if (xc_day_is_set (problem->closed_on))
        {
          g_assert_true (xc_day_is_set (problem->done_on));
          g_assert_cmpint (problem->done_on, <, problem->closed_on);
        }
      if (xc_example_problem_is_fed_back (problem) && xc_day_is_set (problem->closed_on))
        g_assert_cmpint (visit->fed_back_on, <, problem->closed_on);
    }
}

static void
an_inspection_says_nothing_twice (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) used = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < fixture->problems->problems->len; i++)
    {
      const XcExampleProblem *problem = fixture->problems->problems->pdata[i];

      g_assert_true (
          g_hash_table_add (seen, g_strdup_printf ("%p %u", (gpointer) problem->visit, problem->phrase)));
      g_hash_table_add (used, GUINT_TO_POINTER (problem->phrase));
    }
  g_assert_cmpuint (g_hash_table_size (used), ==, xc_text_sheet_count (fixture->book->phrases) - 1);
}

static void
is_the_same_every_time (Fixture *fixture, gconstpointer data)
{
  g_autofree char *first = print_all (fixture);
  g_autofree char *second = NULL;
  Fixture again;

  set_up (&again, NULL);
  second = print_all (&again);
  tear_down (&again, NULL);
  g_assert_cmpstr (first, ==, second);
}

static void
leaves_no_slot_open_and_no_cell_with_stray_spaces (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = print_all (fixture);

  g_assert_null (strpbrk (text, "{}|"));
  g_assert_null (strstr (text, " \t"));
  g_assert_null (strstr (text, "\t "));
}

static void
measures_are_of_each_type_and_have_limits_in_words_too (Fixture *fixture, gconstpointer data)
{
  static const char *const types[] = { "立行立改", "限期整改", "长期坚持" };
  g_autoptr (XcTextSheet) sheet = xc_example_measure_sheet_new (fixture->book, fixture->problems);
  guint n[G_N_ELEMENTS (types)] = { 0 };
  guint n_words_alone = 0, n_both = 0;

  for (guint row = 1; row < xc_text_sheet_count (sheet); row++)
    {
      gboolean has_day = *xc_text_sheet_get (sheet, row, "整改时限") != '\0';
      gboolean has_words = *xc_text_sheet_get (sheet, row, "时限说明") != '\0';

      for (guint i = 0; i < G_N_ELEMENTS (types); i++)
        n[i] += strcmp (xc_text_sheet_get (sheet, row, "整改类型"), types[i]) == 0;
      n_words_alone += has_words && !has_day;
      n_both += has_words && has_day;
      g_assert_true (has_words || has_day);
    }
  g_assert_cmpuint (n[0], ==, 431);
  g_assert_cmpuint (n[0] + n[1] + n[2], ==, xc_text_sheet_count (sheet) - 1);
  g_assert_cmpuint (n[2], >, 300);
  g_assert_cmpuint (n_words_alone, >, 100);
  g_assert_cmpuint (n_both, >, 100);
}

/* Provinces, their capitals and a few more, and what the public texts are about. */
static void
names_no_real_place (Fixture *fixture, gconstpointer data)
{
  static const char *const places[] = {
    "北京", "天津",   "上海", "重庆", "河北",     "山西",   "辽宁", "吉林", "黑龙江", "江苏", "浙江",
    "安徽", "福建",   "江西", "山东", "河南",     "湖北",   "湖南", "广东", "海南",   "四川", "贵州",
    "云南", "陕西",   "甘肃", "青海", "台湾",     "内蒙",   "广西", "西藏", "宁夏",   "新疆", "香港",
    "澳门", "石家庄", "太原", "沈阳", "长春",     "哈尔滨", "南京", "杭州", "合肥",   "福州", "南昌",
    "济南", "郑州",   "武汉", "长沙", "广州",     "海口",   "成都", "贵阳", "昆明",   "西安", "兰州",
    "西宁", "南宁",   "拉萨", "银川", "乌鲁木齐", "深圳",   "苏州", "无锡", "青岛",   "大连", "宁波",
    "厦门", "梁溪",   "海淀", "天心", "南湖",     "嘉兴",   "长丰", "繁昌",
  };
  g_autofree char *text = print_all (fixture);

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    if (strstr (text, places[i]) != NULL)
      g_error ("The example names %s.", places[i]);
}

/* All of them begin as no real name does. */
static void
names_no_real_person (Fixture *fixture, gconstpointer data)
{
  g_autoptr (XcTextSheet) sheet = xc_example_responsibility_sheet_new (fixture->book, fixture->problems);

  for (guint row = 1; row < xc_text_sheet_count (sheet); row++)
    {
      const char *name = xc_text_sheet_get (sheet, row, "姓名");

      g_assert_true (*name == '\0' || g_str_has_prefix (name, "示"));
    }
  for (guint row = 1; row < xc_text_sheet_count (fixture->book->organizations); row++)
    g_assert_true (
        g_str_has_prefix (xc_text_sheet_get (fixture->book->organizations, row, "主要负责人"), "示"));
}

static void
fills_slots_by_their_seed_alone (void)
{
  XcExampleSlots slots = { .seed = 5, .year = 2019, .body = "党组", .section = "财务科" };
  g_autofree char *words = xc_example_phrase_fill ("{前年}年至{年}年{班子}{科}", &slots);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_assert_cmpstr (words, ==, "2018年至2019年党组财务科");
  g_assert_cmpint (slots.amount, ==, 0);
  for (slots.seed = 0; slots.seed < 100; slots.seed++)
    g_hash_table_add (seen, xc_example_phrase_fill ("{8-10}", &slots));
  g_assert_cmpuint (g_hash_table_size (seen), ==, 3);
  g_assert_true (g_hash_table_contains (seen, "8") && g_hash_table_contains (seen, "10"));
}

static void
says_the_amount_that_it_writes (void)
{
  for (guint32 seed = 0; seed < 200; seed++)
    {
      XcExampleSlots slots = { .seed = seed, .year = 2019, .body = "", .section = "" };
      g_autofree char *words = xc_example_phrase_fill ("{额}", &slots);
      g_autofree char *expected =
          g_strdup_printf ("%d.%02d", (int) (slots.amount / 1000000), (int) (slots.amount / 10000 % 100));

      g_assert_cmpstr (words, ==, expected);
      g_assert_cmpint (slots.amount, >, 0);
    }
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*test) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "has-the-figures-that-it-is-known-by", has_the_figures_that_it_is_known_by },
    { "numbers-run-through-each-organization", numbers_run_through_each_organization },
    { "days-follow-each-other", days_follow_each_other },
    { "an-inspection-says-nothing-twice", an_inspection_says_nothing_twice },
    { "is-the-same-every-time", is_the_same_every_time },
    { "leaves-no-slot-open-and-no-cell-with-stray-spaces",
      leaves_no_slot_open_and_no_cell_with_stray_spaces },
    { "measures-are-of-each-type-and-have-limits-in-words-too",
      measures_are_of_each_type_and_have_limits_in_words_too },
    { "names-no-real-place", names_no_real_place },
    { "names-no-real-person", names_no_real_person },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      g_autofree char *path = g_strdup_printf ("/intake/example-problem/%s", tests[i].path);

      g_test_add (path, Fixture, NULL, set_up, tests[i].test, tear_down);
    }
  g_test_add_func ("/intake/example-phrase/fills-slots-by-their-seed-alone", fills_slots_by_their_seed_alone);
  g_test_add_func ("/intake/example-phrase/says-the-amount-that-it-writes", says_the_amount_that_it_writes);
  return g_test_run ();
}
