/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A notice says “春节：1月28日（农历除夕、周二）至2月4日（农历正月初七、周二）放假调休，共8天。1月26日（周日）、2月8日（周六）上班。”:
 * what is between brackets tells nothing new; a name before a colon is that of all that follows in its line; days wait for
 * the word that says what they are.
 */
#include "core/holiday-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/text.h"

/* Longer holidays are slips of the pen. */
#define LONGEST_DAYS 31

typedef struct
{
  int year;
  GHashTable *days; /* of XcHoliday by day; owned */
  char *title;      /* of the line */
  GArray *waiting;  /* of XcDay: not said yet what they are */
  char *fault;
} Reading;

void
xc_holiday_free (XcHoliday *self)
{
  g_free (self->title);
  g_free (self);
}

static int
compare_holidays (gconstpointer a, gconstpointer b)
{
  return (*(XcHoliday *const *) a)->day - (*(XcHoliday *const *) b)->day;
}

static void
add_day (Reading *reading, XcDay day, gboolean is_off, const char *title)
{
  XcHoliday *holiday = g_new (XcHoliday, 1);
  XcHoliday *former = g_hash_table_lookup (reading->days, GINT_TO_POINTER (day));

  g_clear_pointer (&former, xc_holiday_free);
  *holiday = (XcHoliday){ day, is_off, g_strdup (title) };
  g_hash_table_replace (reading->days, GINT_TO_POINTER (day), holiday);
}

static void
complain (Reading *reading, const char *words)
{
  if (reading->fault == NULL)
    /* translators: %s is a part of a text that was pasted */
    reading->fault =
        g_strdup_printf (_ ("“%s” is no day or period of a holiday. Mend it, or take it out."), words);
}

static gboolean
has_any (const char *clause, const char *const *words)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (clause, words[i]) != NULL)
      return TRUE;
  return FALSE;
}

static void
say_what_they_are (Reading *reading, gboolean is_off, const char *title)
{
  for (guint i = 0; i < reading->waiting->len; i++)
    add_day (reading, g_array_index (reading->waiting, XcDay, i), is_off, title);
  g_array_set_size (reading->waiting, 0);
}

static int
get_number (GMatchInfo *match, const char *name, int usual)
{
  g_autofree char *text = g_match_info_fetch_named (match, name);

  return text != NULL && *text != '\0' ? (int) g_ascii_strtoll (text, NULL, 10) : usual;
}

/* The days of a clause; what is left of it beside them is @rest. */
static void
read_days (Reading *reading, const char *clause, GString *rest)
{
  g_autoptr (GRegex) regex =
      g_regex_new ("(?:(?<y>[0-9]{4})[年./-])?(?<m>[0-9]{1,2})[月./-](?<d>[0-9]{1,2})日?"
                   "(?:\\s*(?:至|到|—+|–|~|-)\\s*(?:(?:(?<y2>[0-9]{4})[年./-])?(?<m2>[0-9]{1,2})[月./"
                   "-])?(?<d2>[0-9]{1,2})日?)?",
                   G_REGEX_OPTIMIZE, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  int end = 0;

  g_regex_match (regex, clause, 0, &match);
  for (; g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      int year = get_number (match, "y", reading->year), month = get_number (match, "m", 0);
      XcDay from = xc_day_new (year, month, get_number (match, "d", 0));
      XcDay to = xc_day_new (get_number (match, "y2", year), get_number (match, "m2", month),
                             get_number (match, "d2", get_number (match, "d", 0)));
      g_autofree char *words = g_match_info_fetch (match, 0);
      int start, stop;

      g_match_info_fetch_pos (match, 0, &start, &stop);
      g_string_append_len (rest, clause + end, start - end);
      end = stop;
      if (!xc_day_is_set (from) || !xc_day_is_set (to) || to < from || to - from >= LONGEST_DAYS)
        complain (reading, words);
      else
        for (XcDay day = from; day <= to; day++)
          g_array_append_val (reading->waiting, day);
    }
  g_string_append (rest, clause + end);
}

/* Of a line that is no notice: what stands beside day and word. */
static char *
dup_own_title (const char *rest)
{
  static const char *const words[] = { "放假调休", "调休上班", "放假", "上班", "调休",
                                       "补班",     "休",       "班",   NULL };
  g_autoptr (GString) title = g_string_new (rest);

  for (guint i = 0; words[i] != NULL; i++)
    g_string_replace (title, words[i], "", 0);
  g_string_replace (title, "\t", " ", 0);
  return xc_text_clean (title->str);
}

static void
read_clause (Reading *reading, const char *clause)
{
  static const char *const worked[] = { "上班", "补班", "班", NULL };
  static const char *const off[] = { "放假", "休", NULL };
  g_autoptr (GString) rest = g_string_new (NULL);
  g_autofree char *own = NULL;
  const char *title = reading->title;

  read_days (reading, clause, rest);
  if (reading->waiting->len == 0)
    return;
  own = dup_own_title (rest->str);
  if (title == NULL)
    title = own;
  if (has_any (rest->str, worked))
    say_what_they_are (reading, FALSE, title);
  else if (has_any (rest->str, off))
    say_what_they_are (reading, TRUE, title);
}

/* A name with a colon behind it, with or without a number before it. */
static const char *
take_title (Reading *reading, const char *line)
{
  const char *colon = strchr (line, ':');
  g_autoptr (GString) title = NULL;
  const char *mark;

  g_clear_pointer (&reading->title, g_free);
  if (colon == NULL)
    return line;
  title = g_string_new_len (line, colon - line);
  if (strpbrk (title->str, "0123456789") != NULL)
    return line;
  mark = strstr (title->str, "、");
  /* “一、元旦”, but “国庆节、中秋节” is a name. */
  if (mark != NULL && g_utf8_strlen (title->str, mark - title->str) <= 2)
    g_string_erase (title, 0, mark - title->str + (gssize) strlen ("、"));
  reading->title = xc_text_clean (title->str);
  return colon + 1;
}

static void
read_line (Reading *reading, const char *line)
{
  g_auto (GStrv) clauses = g_strsplit_set (take_title (reading, line), ",;", -1);

  for (guint i = 0; clauses[i] != NULL; i++)
    {
      /* A full stop ends what days can wait for. */
      g_auto (GStrv) sentences = g_strsplit (clauses[i], "。", -1);

      for (guint j = 0; sentences[j] != NULL; j++)
        {
          if (j > 0)
            g_array_set_size (reading->waiting, 0);
          read_clause (reading, sentences[j]);
        }
    }
  g_array_set_size (reading->waiting, 0);
}

/**
 * xc_holiday_text_read:
 * @text: what was pasted or typed
 * @year: of days without one
 * @fault: (out) (nullable): the first thing that looks like a day and is none, as a sentence
 *
 * A day of which nothing says whether it is off or worked is none of the holidays: the date below a notice is not.
 *
 * Returns: (transfer full) (element-type XcHoliday): the days, in order, each once
 */
GPtrArray *
xc_holiday_text_read (const char *text, int year, char **fault)
{
  g_autofree char *folded = xc_text_fold_width (text);
  g_autoptr (GRegex) brackets = g_regex_new ("\\([^)\\n]*\\)", 0, 0, NULL);
  g_autofree char *plain = g_regex_replace_literal (brackets, folded, -1, 0, "", 0, NULL);
  g_auto (GStrv) lines = g_strsplit (plain, "\n", -1);
  Reading reading = { .year = year };
  GPtrArray *holidays = g_ptr_array_new_with_free_func ((GDestroyNotify) xc_holiday_free);
  GHashTableIter iter;
  gpointer holiday;

  reading.days = g_hash_table_new_full (NULL, NULL, NULL, NULL);
  reading.waiting = g_array_new (FALSE, FALSE, sizeof (XcDay));
  for (guint i = 0; lines[i] != NULL; i++)
    read_line (&reading, lines[i]);
  g_hash_table_iter_init (&iter, reading.days);
  while (g_hash_table_iter_next (&iter, NULL, &holiday))
    g_ptr_array_add (holidays, holiday);
  g_ptr_array_sort (holidays, compare_holidays);
  g_hash_table_unref (reading.days);
  g_array_unref (reading.waiting);
  g_free (reading.title);
  *fault = reading.fault;
  return holidays;
}

/**
 * xc_holiday_text_write:
 * @holidays: (element-type XcHoliday): days
 *
 * Returns: (transfer full): them as text that xc_holiday_text_read() reads, a day a line
 */
char *
xc_holiday_text_write (const GPtrArray *holidays)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < holidays->len; i++)
    {
      const XcHoliday *holiday = holidays->pdata[i];
      char iso[XC_DAY_ISO_SIZE];

      /* Chinese in every language, as the notices are. */
      g_string_append_printf (text, "%s %s %s\n", xc_day_format_iso (holiday->day, iso),
                              holiday->is_off ? "放假" : "上班", holiday->title);
    }
  return g_string_free (text, FALSE);
}
