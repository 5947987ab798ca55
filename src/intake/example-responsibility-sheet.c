/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sheet of responsibilities: who answers for each problem of the example, in each role. */
#include <string.h>

#include "intake/example-sheet.h"

static const char *const headings[] = { "问题编号", "角色", "单位", "姓名", "职务", NULL };

/* Every so many problems another unit helps. */
#define ONE_HELPED_IN 3

static void
add (XcTextSheet *sheet, const XcExampleProblem *problem, const char *role, const char *unit,
     const char *name, const char *post)
{
  xc_text_sheet_add (sheet);
  xc_text_sheet_set (sheet, "问题编号", problem->number);
  xc_text_sheet_set (sheet, "角色", role);
  xc_text_sheet_set (sheet, "单位", unit);
  xc_text_sheet_set (sheet, "姓名", name);
  xc_text_sheet_set (sheet, "职务", post);
}

/* Who watches over the rectification; matters of the organization's people belong to another desk. */
static const char *
get_supervisor (const char *topic)
{
  if (strcmp (topic, "选人用人") == 0 || strcmp (topic, "党组织建设") == 0)
    return "示范区委组织部";
  if (strcmp (topic, "廉洁风险") == 0 || strcmp (topic, "作风建设") == 0)
    return "示范区纪委监委";
  return "示范区委巡察办";
}

static void
add_problem (XcTextSheet *sheet, const XcExampleBook *book, const XcExampleProblem *problem)
{
  const XcTextSheet *organizations = book->organizations;
  guint organization = problem->visit->organization;
  const char *topic = xc_example_sheet_get_topic (book, problem);
  const char *section = xc_example_sheet_get_slots (book, problem).section;
  const char *name = xc_text_sheet_get (organizations, organization, "简称");
  const char *office = xc_example_sheet_get_section (book, problem, "办公室");
  /* Another one than the one that leads, where there is any. */
  const char *department =
      strcmp (office, section) != 0 ? office : xc_example_sheet_get_section (book, problem, "业务科");
  gboolean is_village = xc_example_sheet_is_village (book, problem);

  add (sheet, problem, "第一责任人", name, xc_text_sheet_get (organizations, organization, "主要负责人"),
       xc_text_sheet_get (organizations, organization, "负责人职务"));
  /* An organization's people stay the same from problem to problem. */
  add (sheet, problem, "责任领导", name,
       xc_example_book_get_person (book, organization * 5 + problem->phrase % 3),
       is_village ? "“两委”成员" : "班子成员");
  add (sheet, problem, "牵头部门", section, "", "");
  if (strcmp (department, section) != 0)
    add (sheet, problem, "责任部门", department, "", "");
  add (sheet, problem, "责任人", section,
       xc_example_book_get_person (book, organization * 7 + problem->phrase % 4), "负责人");
  if (problem->seed / 4 % ONE_HELPED_IN == 0)
    add (sheet, problem, "配合单位",
         is_village ? xc_text_sheet_get (organizations, organization, "上级组织")
                    : xc_example_sheet_get_section (book, problem, "机关纪委"),
         "", "");
  add (sheet, problem, "督办单位", get_supervisor (topic), "", "");
}

/**
 * xc_example_responsibility_sheet_new:
 * @book: the sheets
 * @problems: what was composed from them
 *
 * Returns: (transfer full): the template's sheet of responsibilities
 */
XcTextSheet *
xc_example_responsibility_sheet_new (const XcExampleBook *book, const XcExampleProblems *problems)
{
  XcTextSheet *sheet = xc_text_sheet_new ("责任", headings);

  for (guint i = 0; i < problems->problems->len; i++)
    add_problem (sheet, book, problems->problems->pdata[i]);
  return sheet;
}
