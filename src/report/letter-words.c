/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/letter-words.h"

/**
 * xc_letter_words_day:
 * @day: a day
 *
 * GB/T 9704-2012, 7.3.5.4: the whole year, month and day in Arabic digits, without zeros before them.
 *
 * Returns: (transfer full): 2024年5月6日
 */
char *
xc_letter_words_day (XcDay day)
{
  int year, month, day_of_month;

  if (!xc_day_is_set (day))
    return g_strdup ("    年  月  日");
  xc_day_get (day, &year, &month, &day_of_month);
  return g_strdup_printf ("%d年%d月%d日", year, month, day_of_month);
}

/**
 * xc_letter_words_left:
 * @due_on: a time limit, or %XC_DAY_NONE
 * @today: the day of the letter
 *
 * Returns: (transfer full): how many days are left, or past
 */
char *
xc_letter_words_left (XcDay due_on, XcDay today)
{
  if (!xc_day_is_set (due_on) || !xc_day_is_set (today))
    return g_strdup ("—");
  if (due_on < today)
    return g_strdup_printf ("超期%d日", today - due_on);
  return due_on == today ? g_strdup ("今日到期") : g_strdup_printf ("剩余%d日", due_on - today);
}

/**
 * xc_letter_words_title:
 * @letter: a letter
 *
 * Returns: (transfer full): its title
 */
char *
xc_letter_words_title (const XcLetter *letter)
{
  switch (letter->colour)
    {
    case XC_DEADLINE_WARNING_NONE:
    case XC_DEADLINE_WARNING_GREEN:
      return g_strdup ("关于巡察整改任务临近到期的提醒函");
    case XC_DEADLINE_WARNING_YELLOW:
      return g_strdup ("关于巡察整改任务即将到期的预警函");
    case XC_DEADLINE_WARNING_RED:
      return g_strdup ("关于巡察整改任务超期未完成的督办函");
    default:
      g_return_val_if_reached (NULL);
    }
}

/**
 * xc_letter_words_annex:
 * @letter: a letter
 *
 * Returns: (transfer none): the title of the list that goes with it
 */
const char *
xc_letter_words_annex (const XcLetter *letter)
{
  return letter->colour == XC_DEADLINE_WARNING_RED ? "超期巡察整改任务清单" : "到期巡察整改任务清单";
}

static char *
say_what_is_due (const XcLetter *letter, const XcOffice *office)
{
  g_autofree char *today = xc_letter_words_day (letter->issued_on);

  switch (letter->colour)
    {
    case XC_DEADLINE_WARNING_NONE:
    case XC_DEADLINE_WARNING_GREEN:
      return g_strdup_printf (
          "截至%s，你单位有%u项巡察整改任务将在%d日内到期（见附件）。请对照整改方案抓紧推进，确保"
          "按期完成，完成后及时报送整改成效和佐证材料。",
          today, letter->items->len, office->green_days);
    case XC_DEADLINE_WARNING_YELLOW:
      return g_strdup_printf (
          "截至%s，你单位有%u项巡察整改任务将在%d日内到期（见附件）。请责任领导牵头督促，责任人逐项"
          "落实，确保按期完成；确有困难不能按期完成的，请在到期前按程序报批延期。",
          today, letter->items->len, office->yellow_days);
    case XC_DEADLINE_WARNING_RED:
      return g_strdup_printf (
          "截至%s，你单位有%u项巡察整改任务超过整改时限仍未完成（见附件）。请主要负责人认真履行第一"
          "责任人责任，逐项查明原因，明确完成时间，限期整改到位；确需延期的，按程序报批。",
          today, letter->items->len);
    default:
      g_return_val_if_reached (NULL);
    }
}

/**
 * xc_letter_words_body:
 * @letter: a letter
 * @office: what the office has settled
 *
 * Returns: (transfer full): its paragraphs but the last, one a line
 */
char *
xc_letter_words_body (const XcLetter *letter, const XcOffice *office)
{
  g_autofree char *first = say_what_is_due (letter, office);
  g_autofree char *day = NULL;

  if (!xc_day_is_set (letter->reply_on))
    return g_steal_pointer (&first);
  day = xc_letter_words_day (letter->reply_on);
  return g_strdup_printf ("%s\n请于%s前将有关情况书面报送我办。", first, day);
}
