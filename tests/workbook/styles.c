/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "workbook/styles.h"

#include "reading.h"

static void
knows_formats_that_show_days (void)
{
  static const char *const codes[] = {
    "yyyy-mm-dd",
    "yyyy/m/d",
    "m/d/yy h:mm",
    "d-mmm-yy",
    "mmm-yy",
    "yyyy\"年\"m\"月\"d\"日\"",
    "yyyy年m月d日",
    "yyyy\"年\"m\"月\"",
    "m\"月\"d\"日\"",
    "m月",
    "yyyy\\年m\\月d\\日;@",
    "[$-804]aaaa;@",
    "[$-804]yyyy\"年\"m\"月\"d\"日\"",
    "[DBNum1][$-804]yyyy\"年\"m\"月\"d\"日\";@",
    "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy",
    "YYYY\\-MM\\-DD",
    "yyyy.mm.dd",
    "[$-409]d/m/yy h:mm AM/PM;@",
    "[Red]yyyy",
    "e\"年\"m\"月\"d\"日\"",
    "mmmm",
    "dd",
    "_(yyyy_)",
    "aaa",
  };

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    if (!xc_styles_is_date_format (codes[i]))
      g_error ("%s shows a day", codes[i]);
}

static void
knows_formats_that_do_not (void)
{
  static const char *const codes[] = {
    "General",
    "GENERAL",
    "general;-general",
    "G/通用格式",
    "0",
    "0.00",
    "#,##0",
    "0%",
    "0.00E+00",
    "##0.0e-0",
    "@",
    "",
    "h:mm",
    "h:mm:ss AM/PM",
    "mm:ss",
    "mm:ss.0",
    "[h]:mm:ss",
    "[mm]:ss",
    "上午/下午h\"时\"mm\"分\"",
    "0\"yd\"",
    "\"第\"0\"日\"",
    "0\\d",
    "\"unclosed y",
    "[Red]0;yyyy",
    "[$￥-804]#,##0.00",
    "[$day-804]0",
    "_y0",
    "*y0",
    "\\",
    "_",
    "[unclosed y",
    "h AM/PM",
    "h:mm A/P",
    "#\" \"?/?",
    "0.0_ ",
    "[Yellow]0",
  };

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    if (xc_styles_is_date_format (codes[i]))
      g_error ("%s shows no day", codes[i]);
}

static Package *
new_with_styles (const char *styles, const char *rows)
{
  Package *package = package_new_workbook (rows);
  g_autofree char *part =
      g_strconcat ("<styleSheet xmlns='" MAIN_NAMESPACE "'>", styles, "</styleSheet>", NULL);

  package_put (package, PACKAGE_STYLES, part);
  return package;
}

static void
knows_formats_without_code (void)
{
  g_autoptr (GString) styles = g_string_new ("<cellXfs>");
  g_autoptr (GString) rows = g_string_new ("<row>");
  g_autoptr (GString) expected = g_string_new ("1:");

  for (guint format = 0; format < 60; format++)
    {
      gboolean is_date = (format >= 14 && format <= 17) || format == 22 || (format >= 27 && format <= 31)
                         || format == 36 || (format >= 50 && format <= 54) || format == 57 || format == 58;
      g_autofree char *column = xc_workbook_cell_name (format, 0);

      g_string_append_printf (styles, "<xf numFmtId='%u'/>", format);
      g_string_append_printf (rows, "<c s='%u'><v>45356</v></c>", format);
      g_string_append_printf (expected, " %s%s", column, is_date ? "@2024-03-05" : "=45356");
    }
  g_string_append (styles, "</cellXfs>");
  g_string_append (rows, "</row>");
  g_string_append_c (expected, '\n');
  assert_reads (new_with_styles (styles->str, rows->str), expected->str);
}

static void
believes_the_code_before_the_number (void)
{
  assert_reads (
      new_with_styles ("<numFmts><numFmt numFmtId='14' formatCode='0.00'/><numFmt numFmtId='3' "
                       "formatCode='yyyy_x5E74_'/></numFmts><cellXfs><xf/><xf numFmtId='14'/><xf "
                       "numFmtId='3'/></cellXfs>",
                       "<row><c><v>45356</v></c><c s='1'><v>45356</v></c><c s='2'><v>45356</v></c></row>"),
      "1: A=45356 B=45356 C@2024-03-05\n");
}

static void
reads_a_workbook_without_styles (void)
{
  Package *package = new_with_styles ("", "<row><c s='0'><v>45356</v></c></row>");

  assert_reads (package, "1: A=45356\n");
}

static void
refuses_formats_that_are_none (void)
{
  assert_refused (new_with_styles ("<numFmts><numFmt numFmtId='x' formatCode='0'/></numFmts>", ""),
                  XC_WORKBOOK_ERROR_DAMAGED, PACKAGE_STYLES, "number format", NULL);
  assert_refused (new_with_styles ("<numFmts><numFmt numFmtId='165'/></numFmts>", ""),
                  XC_WORKBOOK_ERROR_DAMAGED, PACKAGE_STYLES, "number format", NULL);
  assert_refused (new_with_styles ("<cellXfs><xf numFmtId='-5'/></cellXfs>", ""), XC_WORKBOOK_ERROR_DAMAGED,
                  PACKAGE_STYLES, "number format", NULL);
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add_func ("/workbook/styles/" name, func)
  ADD ("knows-formats-that-show-days", knows_formats_that_show_days);
  ADD ("knows-formats-that-do-not", knows_formats_that_do_not);
  ADD ("knows-formats-without-code", knows_formats_without_code);
  ADD ("believes-the-code-before-the-number", believes_the_code_before_the_number);
  ADD ("reads-a-workbook-without-styles", reads_a_workbook_without_styles);
  ADD ("refuses-formats-that-are-none", refuses_formats_that_are_none);
  status = g_test_run ();
  remove_test_folder ();
  return status;
}
