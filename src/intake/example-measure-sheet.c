/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sheet of measures: one or two a problem, of the type and as far as the problem's fate wants them. */
#include <string.h>

#include "intake/example-sheet.h"

static const char *const headings[] = {
  "问题编号", "措施序号", "措施",     "整改类型", "整改时限", "时限说明",
  "进展情况", "整改成效", "完成日期", "整改状态", NULL,
};

typedef struct
{
  XcTextSheet *sheet;
  const XcExampleBook *book;
  const XcExampleProblem *problem;
  guint position;
} Writer;

/* One of the remedies for the problem's topic, filled. */
static char *
fill_remedy (const Writer *writer, const char *use)
{
  const XcTextSheet *remedies = writer->book->remedies;
  const char *topic = xc_example_sheet_get_topic (writer->book, writer->problem);
  XcExampleSlots slots = xc_example_sheet_get_slots (writer->book, writer->problem);
  g_autoptr (GPtrArray) found = g_ptr_array_new ();

  for (guint row = 1; row < xc_text_sheet_count (remedies); row++)
    if (strcmp (xc_text_sheet_get (remedies, row, "主题"), topic) == 0
        && strcmp (xc_text_sheet_get (remedies, row, "用途"), use) == 0)
      g_ptr_array_add (found, (gpointer) xc_text_sheet_get (remedies, row, "文字"));
  g_assert (found->len > 0);
  slots.seed = xc_example_mix (slots.seed, 3, 0);
  return xc_example_phrase_fill (found->pdata[slots.seed % found->len], &slots);
}

static char *
fill_phrase (const Writer *writer, const char *heading)
{
  XcExampleSlots slots = xc_example_sheet_get_slots (writer->book, writer->problem);

  slots.seed = xc_example_mix (slots.seed, 4, 0);
  return xc_example_phrase_fill (xc_text_sheet_get (writer->book->phrases, writer->problem->phrase, heading),
                                 &slots);
}

static void
add_measure (Writer *writer, const char *type)
{
  g_autofree char *wording =
      strcmp (type, "限期整改") == 0 ? fill_phrase (writer, "限期整改措施") : fill_remedy (writer, type);
  char position[12];

  g_snprintf (position, sizeof position, "%u", ++writer->position);
  xc_text_sheet_add (writer->sheet);
  xc_text_sheet_set (writer->sheet, "问题编号", writer->problem->number);
  xc_text_sheet_set (writer->sheet, "措施序号", position);
  xc_text_sheet_set (writer->sheet, "措施", wording);
  xc_text_sheet_set (writer->sheet, "整改类型", type);
}

static void
set_limit (Writer *writer, XcDay due_on, const char *words)
{
  xc_example_sheet_set_day (writer->sheet, "整改时限", due_on);
  xc_text_sheet_set (writer->sheet, "时限说明", words);
}

static void
set_done (Writer *writer)
{
  g_autofree char *result = fill_phrase (writer, "整改成效");

  xc_text_sheet_set (writer->sheet, "进展情况", "已完成");
  xc_text_sheet_set (writer->sheet, "整改成效", result);
  xc_example_sheet_set_day (writer->sheet, "完成日期", writer->problem->done_on);
  xc_text_sheet_set (writer->sheet, "整改状态", "已完成");
}

static void
set_under_way (Writer *writer, const char *state)
{
  g_autofree char *progress = fill_remedy (writer, "进展情况");

  xc_text_sheet_set (writer->sheet, "进展情况", progress);
  xc_text_sheet_set (writer->sheet, "整改状态", state);
}

/* What goes on after the problem itself is dealt with; offices give it words instead of a day, or both. */
static void
add_lasting (Writer *writer)
{
  int year = 0;

  add_measure (writer, "长期坚持");
  xc_day_get (writer->problem->due_on, &year, NULL, NULL);
  if (writer->problem->seed % 8 < 4)
    {
      xc_text_sheet_set (writer->sheet, "时限说明", "长期坚持");
    }
  else
    {
      g_autofree char *words = g_strdup_printf ("%d年底前，并长期坚持", year);

      set_limit (writer, xc_day_new (year, 12, 31), words);
    }
}

/* A lasting measure is done when it has become a habit. */
static void
set_lasting (Writer *writer)
{
  xc_text_sheet_set (writer->sheet, "进展情况", "阶段性任务已完成，转入常态化");
  xc_text_sheet_set (writer->sheet, "整改成效", "形成常态化工作机制");
  xc_example_sheet_set_day (writer->sheet, "完成日期", writer->problem->done_on);
  xc_text_sheet_set (writer->sheet, "整改状态", "已完成");
}

/* All of it done, with or without a lasting part. */
static void
add_done (Writer *writer)
{
  add_measure (writer, "限期整改");
  set_limit (writer, writer->problem->due_on, "");
  set_done (writer);
  if (writer->problem->seed / 16 % 2 == 0)
    {
      add_lasting (writer);
      set_lasting (writer);
    }
}

static void
add_measures (Writer *writer)
{
  switch (writer->problem->fate)
    {
    case XC_EXAMPLE_ON_SITE:
    case XC_EXAMPLE_AT_ONCE:
      add_measure (writer, "立行立改");
      set_limit (writer, writer->problem->due_on,
                 writer->problem->fate == XC_EXAMPLE_ON_SITE ? "立行立改" : "");
      set_done (writer);
      break;
    case XC_EXAMPLE_NOT_STARTED:
      add_measure (writer, "限期整改");
      set_limit (writer, writer->problem->due_on, "");
      xc_text_sheet_set (writer->sheet, "整改状态", "未启动");
      break;
    case XC_EXAMPLE_IN_PROGRESS:
    case XC_EXAMPLE_RETURNED:
    case XC_EXAMPLE_REOPENED:
      add_measure (writer, "限期整改");
      set_limit (writer, writer->problem->due_on, "");
      set_under_way (writer, "正在推进");
      break;
    case XC_EXAMPLE_BASICALLY_DONE_LATE:
      add_measure (writer, "限期整改");
      set_limit (writer, writer->problem->due_on, "");
      set_under_way (writer, "基本完成");
      break;
    case XC_EXAMPLE_BASICALLY_DONE:
      add_measure (writer, "长期坚持");
      set_limit (writer, writer->problem->due_on, "2021年底前，并长期坚持");
      set_under_way (writer, "基本完成");
      break;
    case XC_EXAMPLE_AWAITING_REVIEW:
    case XC_EXAMPLE_CLOSED:
      add_done (writer);
      break;
    default:
      g_return_if_reached ();
    }
}

/**
 * xc_example_measure_sheet_new:
 * @book: the sheets
 * @problems: what was composed from them
 *
 * Returns: (transfer full): the template's sheet of measures
 */
XcTextSheet *
xc_example_measure_sheet_new (const XcExampleBook *book, const XcExampleProblems *problems)
{
  XcTextSheet *sheet = xc_text_sheet_new ("整改措施", headings);

  for (guint i = 0; i < problems->problems->len; i++)
    {
      Writer writer = { sheet, book, problems->problems->pdata[i], 0 };

      add_measures (&writer);
    }
  return sheet;
}
