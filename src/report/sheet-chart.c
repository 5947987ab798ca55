/* SPDX-License-Identifier: GPL-3.0-or-later */
/* DrawingML, as ECMA-376 part 1, chapter 21 has it. The order of elements is part of the format: programs refuse a
 * workbook that has them in another. */
#include "report/sheet-chart.h"

#include "report/cell-text.h"
#include "workbook/workbook.h"

#define CATEGORY_AXIS 1
#define VALUE_AXIS 2
#define FACE "<a:latin typeface=\"微软雅黑\"/><a:ea typeface=\"微软雅黑\"/>"
/* In hundredths of a point. */
#define TITLE_SIZE 1400
#define TEXT_SIZE 1000
/* Of a point: as wide as a pen that stays visible on paper. */
#define LINE_WIDTH 28575
#define OUTLINE_WIDTH 12700

static void
append_text (GString *xml, const char *text)
{
  g_autoptr (GString) scratch = g_string_new (NULL);
  gsize size;
  gboolean needs_escape;
  const char *clean = xc_cell_text_clean (text, scratch, &size, &needs_escape);
  g_autofree char *escaped = g_markup_escape_text (clean, (gssize) size);

  g_string_append (xml, escaped);
}

/* ---- places ---- */

static void
append_range (GString *xml, const char *sheet_name, guint column, guint first_row, guint last_row)
{
  g_auto (GStrv) parts = g_strsplit (sheet_name, "'", -1);
  g_autofree char *quoted = g_strjoinv ("''", parts);
  g_autofree char *letters = xc_workbook_cell_name (column, 0);

  g_string_append (xml, "<c:f>'");
  append_text (xml, quoted);
  g_string_append_printf (xml, "'!$%s$%u", letters, first_row + 1);
  if (last_row != first_row)
    g_string_append_printf (xml, ":$%s$%u", letters, last_row + 1);
  g_string_append (xml, "</c:f>");
}

/* ---- looks ---- */

static gboolean
is_line (const XcSheetSeries *series)
{
  switch (series->look)
    {
    case XC_SERIES_FILLED:
    case XC_SERIES_HOLLOW:
    case XC_SERIES_HATCHED:
      return FALSE;
    case XC_SERIES_MARKED_LINE:
    case XC_SERIES_LINE:
    case XC_SERIES_DASHES:
    case XC_SERIES_DOTS:
      return TRUE;
    default:
      g_return_val_if_reached (FALSE);
    }
}

static void
append_colour (GString *xml, XcInk ink)
{
  XcColour colour = xc_palette_get (XC_PALETTE_LIGHT, ink);

  g_string_append_printf (xml, "<a:srgbClr val=\"%02X%02X%02X\"/>", (guint) (colour.red * 255 + 0.5),
                          (guint) (colour.green * 255 + 0.5), (guint) (colour.blue * 255 + 0.5));
}

static void
append_fill (GString *xml, XcInk ink)
{
  g_string_append (xml, "<a:solidFill>");
  append_colour (xml, ink);
  g_string_append (xml, "</a:solidFill>");
}

static void
append_pen (GString *xml, XcInk ink, guint width, const char *dash)
{
  g_string_append_printf (xml, "<a:ln w=\"%u\">", width);
  append_fill (xml, ink);
  g_string_append_printf (xml, "<a:prstDash val=\"%s\"/><a:round/></a:ln>", dash);
}

static void
append_look (GString *xml, const XcSheetSeries *series)
{
  g_string_append (xml, "<c:spPr>");
  switch (series->look)
    {
    case XC_SERIES_FILLED:
      append_fill (xml, series->ink);
      break;
    case XC_SERIES_HOLLOW:
      append_fill (xml, XC_INK_PAPER);
      append_pen (xml, series->ink, OUTLINE_WIDTH, "solid");
      break;
    case XC_SERIES_HATCHED:
      g_string_append (xml, "<a:pattFill prst=\"wdUpDiag\"><a:fgClr>");
      append_colour (xml, series->ink);
      g_string_append (xml, "</a:fgClr><a:bgClr>");
      append_colour (xml, XC_INK_PAPER);
      g_string_append (xml, "</a:bgClr></a:pattFill>");
      append_pen (xml, series->ink, OUTLINE_WIDTH, "solid");
      break;
    case XC_SERIES_MARKED_LINE:
    case XC_SERIES_LINE:
      append_pen (xml, series->ink, LINE_WIDTH, "solid");
      break;
    case XC_SERIES_DASHES:
      append_pen (xml, series->ink, LINE_WIDTH, "dash");
      break;
    case XC_SERIES_DOTS:
      append_pen (xml, series->ink, LINE_WIDTH, "sysDot");
      break;
    default:
      g_return_if_reached ();
    }
  g_string_append (xml, "</c:spPr>");
}

/* Only lines have markers, and only one that says so has its values over it. */
static void
append_marker (GString *xml, const XcSheetSeries *series)
{
  if (series->look != XC_SERIES_MARKED_LINE)
    {
      g_string_append (xml, "<c:marker><c:symbol val=\"none\"/></c:marker>");
      return;
    }
  g_string_append (xml, "<c:marker><c:symbol val=\"circle\"/><c:size val=\"7\"/><c:spPr>");
  append_fill (xml, series->ink);
  append_pen (xml, XC_INK_PAPER, OUTLINE_WIDTH, "solid");
  g_string_append (xml, "</c:spPr></c:marker><c:dLbls><c:dLblPos val=\"t\"/><c:showLegendKey val=\"0\"/>"
                        "<c:showVal val=\"1\"/><c:showCatName val=\"0\"/><c:showSerName val=\"0\"/>"
                        "<c:showPercent val=\"0\"/><c:showBubbleSize val=\"0\"/></c:dLbls>");
}

/* ---- series ---- */

static void
append_series (GString *xml, const XcSheetChart *chart, guint index, const char *sheet_name)
{
  const XcSheetSeries *series = &chart->series[index];

  g_string_append_printf (xml, "<c:ser><c:idx val=\"%u\"/><c:order val=\"%u\"/><c:tx><c:strRef>", index,
                          index);
  append_range (xml, sheet_name, series->column, chart->heading_row, chart->heading_row);
  g_string_append (xml, "</c:strRef></c:tx>");
  append_look (xml, series);
  if (is_line (series))
    append_marker (xml, series);
  else
    g_string_append (xml, "<c:invertIfNegative val=\"0\"/>");
  g_string_append (xml, "<c:cat><c:strRef>");
  append_range (xml, sheet_name, chart->category_column, chart->first_row, chart->last_row);
  g_string_append (xml, "</c:strRef></c:cat><c:val><c:numRef>");
  append_range (xml, sheet_name, series->column, chart->first_row, chart->last_row);
  g_string_append (xml, "</c:numRef></c:val>");
  if (is_line (series))
    g_string_append (xml, "<c:smooth val=\"0\"/>");
  g_string_append (xml, "</c:ser>");
}

/* All bars, or all lines. */
static guint
append_group (GString *xml, const XcSheetChart *chart, gboolean lines, const char *sheet_name)
{
  guint count = 0;

  for (guint i = 0; i < chart->n_series; i++)
    if (is_line (&chart->series[i]) == lines)
      {
        append_series (xml, chart, i, sheet_name);
        count++;
      }
  return count;
}

static void
append_axis_ids (GString *xml)
{
  g_string_append_printf (xml, "<c:axId val=\"%d\"/><c:axId val=\"%d\"/>", CATEGORY_AXIS, VALUE_AXIS);
}

static void
append_bars (GString *xml, const XcSheetChart *chart, const char *sheet_name)
{
  g_autoptr (GString) series = g_string_new (NULL);

  if (append_group (series, chart, FALSE, sheet_name) == 0)
    return;
  g_string_append_printf (
      xml, "<c:barChart><c:barDir val=\"%s\"/><c:grouping val=\"%s\"/><c:varyColors val=\"0\"/>",
      chart->kind == XC_SHEET_BARS ? "bar" : "col", chart->kind == XC_SHEET_BARS ? "clustered" : "stacked");
  g_string_append (xml, series->str);
  g_string_append (xml, "<c:gapWidth val=\"80\"/><c:overlap val=\"100\"/>");
  append_axis_ids (xml);
  g_string_append (xml, "</c:barChart>");
}

static void
append_lines (GString *xml, const XcSheetChart *chart, const char *sheet_name)
{
  g_autoptr (GString) series = g_string_new (NULL);

  if (append_group (series, chart, TRUE, sheet_name) == 0)
    return;
  g_string_append (xml, "<c:lineChart><c:grouping val=\"standard\"/><c:varyColors val=\"0\"/>");
  g_string_append (xml, series->str);
  g_string_append (xml, "<c:marker val=\"1\"/>");
  append_axis_ids (xml);
  g_string_append (xml, "</c:lineChart>");
}

/* ---- axes and titles ---- */

static void
append_title (GString *xml, const char *title, guint size, gboolean is_bold)
{
  if (title == NULL)
    return;
  g_string_append_printf (xml,
                          "<c:title><c:tx><c:rich><a:bodyPr/><a:p><a:pPr><a:defRPr sz=\"%u\" b=\"%d\">" FACE
                          "</a:defRPr></a:pPr><a:r><a:rPr lang=\"zh-CN\" sz=\"%u\" b=\"%d\">" FACE
                          "</a:rPr><a:t>",
                          size, is_bold, size, is_bold);
  append_text (xml, title);
  g_string_append (xml, "</a:t></a:r></a:p></c:rich></c:tx><c:overlay val=\"0\"/></c:title>");
}

static void
append_axis_line (GString *xml, XcInk ink)
{
  g_string_append (xml, "<c:spPr>");
  append_pen (xml, ink, OUTLINE_WIDTH, "solid");
  g_string_append (xml, "</c:spPr>");
}

static void
append_category_axis (GString *xml, const XcSheetChart *chart)
{
  gboolean lies = chart->kind == XC_SHEET_BARS;

  g_string_append_printf (xml,
                          "<c:catAx><c:axId val=\"%d\"/><c:scaling><c:orientation val=\"%s\"/></c:scaling>"
                          "<c:delete val=\"0\"/><c:axPos val=\"%s\"/>",
                          CATEGORY_AXIS, lies ? "maxMin" : "minMax", lies ? "l" : "b");
  append_title (xml, chart->category_title, TEXT_SIZE, FALSE);
  g_string_append (xml, "<c:numFmt formatCode=\"General\" sourceLinked=\"0\"/><c:majorTickMark val=\"none\"/>"
                        "<c:minorTickMark val=\"none\"/><c:tickLblPos val=\"low\"/>");
  append_axis_line (xml, XC_INK_RULE);
  g_string_append_printf (
      xml,
      "<c:crossAx val=\"%d\"/><c:crosses val=\"autoZero\"/><c:auto val=\"0\"/>"
      "<c:lblAlgn val=\"ctr\"/><c:lblOffset val=\"100\"/><c:noMultiLvlLbl val=\"1\"/></c:catAx>",
      VALUE_AXIS);
}

static void
append_value_axis (GString *xml, const XcSheetChart *chart)
{
  gboolean lies = chart->kind == XC_SHEET_BARS;

  g_string_append_printf (
      xml,
      "<c:valAx><c:axId val=\"%d\"/><c:scaling><c:orientation val=\"minMax\"/>"
      "<c:min val=\"0\"/></c:scaling><c:delete val=\"0\"/><c:axPos val=\"%s\"/><c:majorGridlines>",
      VALUE_AXIS, lies ? "b" : "l");
  append_axis_line (xml, XC_INK_GRID);
  g_string_append (xml, "</c:majorGridlines>");
  append_title (xml, chart->value_title, TEXT_SIZE, FALSE);
  g_string_append_printf (
      xml,
      "<c:numFmt formatCode=\"0\" sourceLinked=\"0\"/><c:majorTickMark val=\"none\"/>"
      "<c:minorTickMark val=\"none\"/><c:tickLblPos val=\"nextTo\"/>"
      "<c:crossAx val=\"%d\"/><c:crosses val=\"%s\"/><c:crossBetween val=\"between\"/></c:valAx>",
      CATEGORY_AXIS, lies ? "max" : "autoZero");
}

/**
 * xc_sheet_chart_write:
 * @chart: a chart
 * @sheet_name: of the sheet whose cells it shows
 *
 * Returns: (transfer full): the part of a workbook that describes it, as XML
 */
GString *
xc_sheet_chart_write (const XcSheetChart *chart, const char *sheet_name)
{
  GString *xml =
      g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
                    "<c:chartSpace xmlns:c=\"http://schemas.openxmlformats.org/drawingml/2006/chart\" "
                    "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" "
                    "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">"
                    "<c:roundedCorners val=\"0\"/><c:chart>");

  append_title (xml, chart->title, TITLE_SIZE, TRUE);
  g_string_append (xml, "<c:autoTitleDeleted val=\"0\"/><c:plotArea><c:layout/>");
  append_bars (xml, chart, sheet_name);
  append_lines (xml, chart, sheet_name);
  append_category_axis (xml, chart);
  append_value_axis (xml, chart);
  g_string_append (xml, "</c:plotArea><c:legend><c:legendPos val=\"b\"/><c:overlay val=\"0\"/></c:legend>"
                        "<c:plotVisOnly val=\"1\"/><c:dispBlanksAs val=\"gap\"/></c:chart><c:spPr>");
  append_fill (xml, XC_INK_PAPER);
  append_pen (xml, XC_INK_GRID, OUTLINE_WIDTH, "solid");
  g_string_append_printf (xml,
                          "</c:spPr><c:txPr><a:bodyPr/><a:p><a:pPr><a:defRPr sz=\"%d\">" FACE
                          "</a:defRPr></a:pPr><a:endParaRPr lang=\"zh-CN\"/></a:p></c:txPr></c:chartSpace>",
                          TEXT_SIZE);
  return xml;
}
