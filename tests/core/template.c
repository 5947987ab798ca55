/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/template.h"

#include <string.h>

/* What no other heading of the sheet may mean, in any word for it. */
static void
means_one_column_by_each_word (void)
{
  for (guint i = 0; i < XC_N_TEMPLATE_SHEETS; i++)
    {
      const XcTemplateTable *table = xc_template_get ((XcTemplateSheet) i);

      for (guint c = 0; c < table->n_columns; c++)
        {
          g_autofree char *words =
              g_strjoin ("|", table->columns[c].en, table->columns[c].zh, table->columns[c].synonyms, NULL);
          g_auto (GStrv) each = g_strsplit (words, "|", -1);

          for (guint w = 0; each[w] != NULL; w++)
            if (xc_template_find_column ((XcTemplateSheet) i, each[w]) != (int) c)
              g_error ("%s: \"%s\" means another column", table->columns[c].id, each[w]);
        }
    }
}

static void
means_one_sheet_by_each_word (void)
{
  for (guint i = 0; i < XC_N_TEMPLATE_SHEETS; i++)
    {
      const XcTemplateTable *table = xc_template_get ((XcTemplateSheet) i);
      g_autofree char *words = g_strjoin ("|", table->en, table->zh, table->synonyms, NULL);
      g_auto (GStrv) each = g_strsplit (words, "|", -1);

      for (guint w = 0; each[w] != NULL; w++)
        {
          XcTemplateSheet sheet = XC_TEMPLATE_TERM;

          if (!xc_template_find (each[w], &sheet) || sheet != (XcTemplateSheet) i)
            g_error ("%s: \"%s\" means another sheet", table->id, each[w]);
        }
    }
}

/* Required and without a value of its own: a workbook must be able to give it. */
static gboolean
is_needed (const XcField *field)
{
  return field->is_required && field->initial == NULL && field->kind != XC_FIELD_REFERENCE;
}

static XcTable
table_of (XcTemplateSheet sheet)
{
  switch (sheet)
    {
    case XC_TEMPLATE_TERM:
      return XC_TABLE_TERM;
    case XC_TEMPLATE_REGISTER:
      return XC_TABLE_REGISTER;
    case XC_TEMPLATE_ORGANIZATION:
      return XC_TABLE_ORGANIZATION;
    case XC_TEMPLATE_EVENT:
      return XC_TABLE_ORGANIZATION_EVENT;
    case XC_TEMPLATE_POINT:
      return XC_TABLE_SCHEME;
    case XC_TEMPLATE_ROUND:
      return XC_TABLE_ROUND;
    case XC_TEMPLATE_TEAM:
      return XC_TABLE_TEAM;
    case XC_TEMPLATE_INSPECTION:
      return XC_TABLE_INSPECTION;
    case XC_TEMPLATE_PROBLEM:
      return XC_TABLE_PROBLEM;
    case XC_TEMPLATE_MEASURE:
      return XC_TABLE_MEASURE;
    case XC_TEMPLATE_RESPONSIBILITY:
      return XC_TABLE_RESPONSIBILITY;
    default:
      g_assert_not_reached ();
    }
}

static void
agrees_with_the_catalogue (void)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < XC_N_TEMPLATE_SHEETS; i++)
    {
      const XcTemplateTable *sheet = xc_template_get ((XcTemplateSheet) i);
      const XcCatalogueTable *table = xc_catalogue_get (table_of ((XcTemplateSheet) i));

      for (guint c = 0; c < sheet->n_columns; c++)
        {
          const XcTemplateColumn *column = &sheet->columns[c];
          g_auto (GStrv) choices = xc_template_column_dup_choices (column);

          g_assert_true (g_hash_table_add (ids, (gpointer) column->id));
          g_assert_true (g_str_has_prefix (column->id, sheet->id));
          if (column->table != XC_TABLE_NONE)
            g_assert_nonnull (xc_template_column_get_field (column));
          g_assert_true ((column->kind == XC_TEMPLATE_ORDINAL) == (column->suffixes != NULL));
          g_assert_true ((column->kind == XC_TEMPLATE_CHOICE || column->kind == XC_TEMPLATE_YES_NO)
                         == (choices != NULL));
        }
      for (guint f = 0; f < table->n_fields; f++)
        {
          g_autofree char *id = g_strconcat (sheet->id, ".", table->fields[f].name, NULL);
          int found = xc_template_find_column_by_id ((XcTemplateSheet) i, id);

          /* The program numbers what has no number. */
          if (is_needed (&table->fields[f]) && strcmp (id, "problem.number") != 0)
            g_assert_true (found >= 0 && sheet->columns[found].is_required);
        }
    }
}

static void
reads_headings_as_people_write_them (void)
{
  static const char *const number[] = { "问题编号",         " 问题 编号 ",      "问题\n编号",
                                        "问题编号*",        "问题编号（必填）", "＊问题编号",
                                        "Problem number *", "problemnumber",    "PROBLEM NUMBER (Required)" };

  for (guint i = 0; i < G_N_ELEMENTS (number); i++)
    g_assert_cmpint (xc_template_find_column (XC_TEMPLATE_PROBLEM, number[i]), ==, 0);
  g_assert_cmpint (xc_template_find_column (XC_TEMPLATE_PROBLEM, "编"), ==, -1);
  g_assert_cmpint (xc_template_find_column (XC_TEMPLATE_PROBLEM, ""), ==, -1);
  g_assert_cmpint (xc_template_find_column (XC_TEMPLATE_PROBLEM, "*"), ==, -1);
  g_assert_cmpint (xc_template_find_column (XC_TEMPLATE_PROBLEM, "涉及金额(元)"), ==,
                   xc_template_find_column_by_id (XC_TEMPLATE_PROBLEM, "problem.amount"));
  g_assert_cmpint (xc_template_find_column_by_id (XC_TEMPLATE_PROBLEM, "problem.nothing"), ==, -1);
}

static void
knows_no_other_sheet (void)
{
  XcTemplateSheet sheet = XC_TEMPLATE_TEAM;

  g_assert_false (xc_template_find ("Sheet1", &sheet));
  g_assert_false (xc_template_find ("", &sheet));
  g_assert_cmpint (sheet, ==, XC_TEMPLATE_TEAM);
  g_assert_true (xc_template_find ("被巡察 党组织", &sheet));
  g_assert_cmpint (sheet, ==, XC_TEMPLATE_ORGANIZATION);
}

/* Sheets and headings that offices were promised. */
static void
has_every_promised_heading (void)
{
  static const char *const promised[][12] = {
    { "届次", "届", "委员会", "开始日期", "结束日期" },
    { "口径", "名称", "计入合计" },
    { "被巡察党组织", "名称", "口径", "上级组织", "起始日期", "终止日期", "列入全覆盖" },
    { "组织沿革", "类型", "日期", "文号", "原组织", "新组织", "覆盖承继" },
    { "轮次", "轮次", "名称", "开始日期", "结束日期" },
    { "巡察组", "轮次", "巡察组", "组长", "副组长", "授权文号" },
    { "巡察任务", "轮次", "巡察组", "被巡察党组织", "类型", "进驻日期", "结束日期", "反馈日期",
      "计入全覆盖" },
    { "监督重点", "方案", "一级", "二级", "三级" },
    { "问题", "问题编号", "轮次", "被巡察党组织", "问题表述", "具体表现", "类别", "重点", "共性个性",
      "发现阶段", "反馈" },
    { "整改措施", "问题编号", "措施", "整改类型", "整改时限", "进展情况", "整改成效", "完成日期",
      "整改状态" },
    { "责任", "问题编号", "角色", "单位", "姓名", "职务" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (promised); i++)
    {
      XcTemplateSheet sheet = XC_TEMPLATE_TERM;

      g_assert_true (xc_template_find (promised[i][0], &sheet));
      for (guint c = 1; c < G_N_ELEMENTS (promised[i]) && promised[i][c] != NULL; c++)
        {
          int found = xc_template_find_column (sheet, promised[i][c]);

          g_assert_cmpint (found, >=, 0);
          g_assert_cmpstr (xc_template_get (sheet)->columns[found].zh, ==, promised[i][c]);
        }
    }
}

static void
offers_choices_of_the_problem_beside_measures (void)
{
  int index = xc_template_find_column_by_id (XC_TEMPLATE_MEASURE, "measure.state");
  const XcTemplateColumn *column = &xc_template_get (XC_TEMPLATE_MEASURE)->columns[index];
  g_auto (GStrv) choices = xc_template_column_dup_choices (column);

  g_assert_true (g_strv_contains ((const char *const *) choices, "Done"));
  g_assert_true (g_strv_contains ((const char *const *) choices, "Closed"));
  g_assert_cmpuint (g_strv_length (choices), ==, 8);
}

static void
gives_headings_in_the_users_language (void)
{
  const XcTemplateColumn *column = &xc_template_get (XC_TEMPLATE_TERM)->columns[0];
  g_auto (GStrv) suffixes = xc_template_column_dup_suffixes (column);

  g_assert_cmpstr (xc_template_title (XC_TEMPLATE_TERM), ==, "Terms");
  g_assert_cmpstr (xc_template_column_heading (column), ==, "Term");
  g_assert_nonnull (xc_template_column_hint (column));
  g_assert_nonnull (xc_template_column_example (column));
  g_assert_nonnull (xc_template_hint (XC_TEMPLATE_TERM));
  g_assert_cmpstr (suffixes[0], ==, "届");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/template/means-one-column-by-each-word", means_one_column_by_each_word);
  g_test_add_func ("/core/template/means-one-sheet-by-each-word", means_one_sheet_by_each_word);
  g_test_add_func ("/core/template/agrees-with-the-catalogue", agrees_with_the_catalogue);
  g_test_add_func ("/core/template/reads-headings-as-people-write-them", reads_headings_as_people_write_them);
  g_test_add_func ("/core/template/knows-no-other-sheet", knows_no_other_sheet);
  g_test_add_func ("/core/template/has-every-promised-heading", has_every_promised_heading);
  g_test_add_func ("/core/template/offers-choices-of-the-problem-beside-measures",
                   offers_choices_of_the_problem_beside_measures);
  g_test_add_func ("/core/template/gives-headings-in-the-users-language",
                   gives_headings_in_the_users_language);
  return g_test_run ();
}
