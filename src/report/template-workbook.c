/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/template-workbook.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/template.h"
#include "report/text-height.h"
#include "report/workbook-writer.h"

#define HEADING_SIZE 11.0
#define BODY_SIZE 11.0
#define TITLE_SIZE 18.0
/* Rows that are offered to other sheets: more than a district has organizations. */
#define LAST_OFFERED_ROW 2000
/* The mark of columns that must be filled; the import knows it. */
#define REQUIRED_MARK "*"

typedef struct
{
  int title;
  int heading;
  int section;
  int text;
  int number;
  int money;
  int day;
  int cell;
  int center;
} Styles;

typedef struct
{
  XcWorkbookWriter *writer;
  Styles styles;
  XcSheetWriter *sheets[XC_N_TEMPLATE_SHEETS];
} Writing;

static void
add_styles (Writing *self)
{
  const XcCellStyle title = { .face = XC_FACE_TITLE, .size = TITLE_SIZE, .align = XC_ALIGN_CENTER };
  XcCellStyle heading = { .face = XC_FACE_HEADING,
                          .size = HEADING_SIZE,
                          .align = XC_ALIGN_CENTER,
                          .has_borders = TRUE,
                          .is_shaded = TRUE };
  XcCellStyle body = { .face = XC_FACE_BODY, .size = BODY_SIZE };

  self->styles.title = xc_workbook_writer_add_style (self->writer, &title);
  self->styles.heading = xc_workbook_writer_add_style (self->writer, &heading);
  heading.align = XC_ALIGN_LEFT;
  self->styles.section = xc_workbook_writer_add_style (self->writer, &heading);
  self->styles.number = xc_workbook_writer_add_style (self->writer, &body);
  body.show = XC_SHOW_MONEY;
  self->styles.money = xc_workbook_writer_add_style (self->writer, &body);
  body.show = XC_SHOW_DAY;
  self->styles.day = xc_workbook_writer_add_style (self->writer, &body);
  body.show = XC_SHOW_TEXT;
  self->styles.text = xc_workbook_writer_add_style (self->writer, &body);
  body.has_borders = TRUE;
  self->styles.cell = xc_workbook_writer_add_style (self->writer, &body);
  body.align = XC_ALIGN_CENTER;
  self->styles.center = xc_workbook_writer_add_style (self->writer, &body);
}

/* What is typed stays as it is typed: 06-03-012 must not become a day, nor a document number one. */
static int
style_of_kind (const Styles *styles, XcTemplateKind kind)
{
  switch (kind)
    {
    case XC_TEMPLATE_TEXT:
    case XC_TEMPLATE_LONG_TEXT:
    case XC_TEMPLATE_LIMIT:
    case XC_TEMPLATE_CHOICE:
    case XC_TEMPLATE_YES_NO:
    case XC_TEMPLATE_NAME:
    case XC_TEMPLATE_NAMES:
    case XC_TEMPLATE_PATH:
      return styles->text;
    case XC_TEMPLATE_NUMBER:
    case XC_TEMPLATE_ORDINAL:
      return styles->number;
    case XC_TEMPLATE_MONEY:
      return styles->money;
    case XC_TEMPLATE_DAY:
      return styles->day;
    default:
      g_assert_not_reached ();
    }
}

static double
width_of_kind (XcTemplateKind kind)
{
  switch (kind)
    {
    case XC_TEMPLATE_NUMBER:
    case XC_TEMPLATE_ORDINAL:
    case XC_TEMPLATE_YES_NO:
      return 18;
    case XC_TEMPLATE_DAY:
    case XC_TEMPLATE_MONEY:
    case XC_TEMPLATE_CHOICE:
      return 28;
    case XC_TEMPLATE_TEXT:
    case XC_TEMPLATE_LIMIT:
      return 34;
    case XC_TEMPLATE_NAME:
    case XC_TEMPLATE_NAMES:
    case XC_TEMPLATE_PATH:
      return 44;
    case XC_TEMPLATE_LONG_TEXT:
      return 70;
    default:
      g_assert_not_reached ();
    }
}

static char *
make_heading (const XcTemplateColumn *column)
{
  return g_strconcat (xc_template_column_heading (column), column->is_required ? REQUIRED_MARK : "", NULL);
}

/* Where the names that belong into @column are written. */
static gboolean
find_source (const XcTemplateColumn *column, XcTemplateSheet *sheet, const char **id)
{
  const XcField *field = xc_template_column_get_field (column);
  XcTable target = field != NULL ? field->target : XC_TABLE_ORGANIZATION;

  if (column->kind != XC_TEMPLATE_NAME || g_str_has_prefix (column->id, "team."))
    return FALSE;
  if (target == XC_TABLE_REGISTER)
    {
      *sheet = XC_TEMPLATE_REGISTER;
      *id = "register.title";
    }
  else if (target == XC_TABLE_SCHEME)
    {
      *sheet = XC_TEMPLATE_POINT;
      *id = "point.title";
    }
  else if (target == XC_TABLE_PROBLEM)
    {
      *sheet = XC_TEMPLATE_PROBLEM;
      *id = "problem.number";
    }
  else
    {
      *sheet = XC_TEMPLATE_ORGANIZATION;
      *id = "organization.name";
    }
  return TRUE;
}

static void
set_column (Writing *self, XcTemplateSheet sheet, guint index)
{
  const XcTemplateColumn *column = &xc_template_get (sheet)->columns[index];
  XcSheetWriter *writer = self->sheets[sheet];
  g_autofree char *heading = make_heading (column);
  g_auto (GStrv) choices = xc_template_column_dup_choices (column);
  double width = width_of_kind (column->kind);
  XcTemplateSheet source;
  const char *source_id;

  while (xc_text_height_count_lines (heading, xc_sheet_writer_width_to_points (width), HEADING_SIZE) > 1)
    width += 2;
  xc_sheet_writer_set_width (writer, index, width);
  xc_sheet_writer_set_style (writer, index, style_of_kind (&self->styles, column->kind));
  xc_sheet_writer_add_text (writer, index, self->styles.heading, heading);
  if (choices != NULL)
    xc_sheet_writer_offer (writer, index, 1, (const char *const *) choices);
  if (column->kind == XC_TEMPLATE_DAY)
    xc_sheet_writer_ask_day (writer, index, 1, xc_template_column_heading (column),
                             _ ("A day, such as 2024-05-16, 2024.5.16, 20240516 or 2024年5月16日"));
  if (find_source (column, &source, &source_id))
    xc_sheet_writer_offer_column (writer, index, 1, self->sheets[source],
                                  (guint) xc_template_find_column_by_id (source, source_id),
                                  LAST_OFFERED_ROW);
}

static void
write_sheet (Writing *self, XcTemplateSheet sheet)
{
  const XcTemplateTable *table = xc_template_get (sheet);
  const XcPage page = { .repeated_row = 0 };

  xc_sheet_writer_set_page (self->sheets[sheet], &page);
  xc_sheet_writer_freeze (self->sheets[sheet], 1, 0);
  xc_sheet_writer_begin_row (self->sheets[sheet], 0, xc_text_height_of_lines (1, HEADING_SIZE));
  for (guint i = 0; i < table->n_columns; i++)
    set_column (self, sheet, i);
  xc_sheet_writer_end_row (self->sheets[sheet]);
}

static char *
describe_kind (const XcTemplateColumn *column)
{
  g_auto (GStrv) choices = xc_template_column_dup_choices (column);
  g_autofree char *joined = choices == NULL ? NULL : g_strjoinv ("、", choices);

  switch (column->kind)
    {
    case XC_TEMPLATE_TEXT:
      return g_strdup (_ ("Text"));
    case XC_TEMPLATE_LONG_TEXT:
      return g_strdup (_ ("Text, of several lines if need be"));
    case XC_TEMPLATE_DAY:
      return g_strdup (_ ("A day, such as 2024-05-16, 2024.5.16, 20240516 or 2024年5月16日"));
    case XC_TEMPLATE_LIMIT:
      return g_strdup (_ ("A day or words"));
    case XC_TEMPLATE_NUMBER:
      return g_strdup (_ ("A whole number"));
    case XC_TEMPLATE_ORDINAL:
      return g_strdup (_ ("A number, in digits or Chinese numerals"));
    case XC_TEMPLATE_MONEY:
      return g_strdup (_ ("An amount in yuan, with at most two decimals"));
    case XC_TEMPLATE_CHOICE:
    case XC_TEMPLATE_YES_NO:
      /* translators: choices separated by 、 */
      return g_strdup_printf (_ ("One of: %1$s"), joined);
    case XC_TEMPLATE_NAME:
      return g_strdup (_ ("A name or a number"));
    case XC_TEMPLATE_NAMES:
      return g_strdup (_ ("One name, or several separated by 、"));
    case XC_TEMPLATE_PATH:
      return g_strdup (_ ("A title, or titles separated by /"));
    default:
      g_assert_not_reached ();
    }
}

/* What to write, and what to think of. */
static char *
describe_column (const XcTemplateColumn *column)
{
  g_autofree char *kind = describe_kind (column);
  const char *hint = xc_template_column_hint (column);

  if (hint == NULL)
    return g_steal_pointer (&kind);
  /* translators: 1 is what kind of value belongs into a column, 2 says more about it */
  return g_strdup_printf (C_ ("explanation", "%1$s. %2$s"), kind, hint);
}

static const double explanation_widths[] = { 32, 40, 16, 120, 60 };
#define N_EXPLANATION_COLUMNS G_N_ELEMENTS (explanation_widths)

static void
write_explanation_row (Writing *self, XcSheetWriter *sheet, guint row, const int *styles,
                       const char *const *texts)
{
  guint lines = 1;

  for (guint i = 0; i < N_EXPLANATION_COLUMNS; i++)
    if (texts[i] != NULL)
      lines = MAX (lines, xc_text_height_count_lines (
                              texts[i], xc_sheet_writer_width_to_points (explanation_widths[i]), BODY_SIZE));
  xc_sheet_writer_begin_row (sheet, row, xc_text_height_of_lines (lines, BODY_SIZE));
  for (guint i = 0; i < N_EXPLANATION_COLUMNS; i++)
    xc_sheet_writer_add_text (sheet, i, styles[i], texts[i]);
  xc_sheet_writer_end_row (sheet);
}

/* A line across all columns. */
static void
write_explanation_line (XcSheetWriter *sheet, guint row, int style, double size, const char *text)
{
  double width = 0;

  for (guint i = 0; i < N_EXPLANATION_COLUMNS; i++)
    width += xc_sheet_writer_width_to_points (explanation_widths[i]);
  xc_sheet_writer_begin_row (sheet, row,
                             xc_text_height_of_lines (xc_text_height_count_lines (text, width, size), size));
  xc_sheet_writer_add_text (sheet, 0, style, text);
  for (guint i = 1; i < N_EXPLANATION_COLUMNS; i++)
    xc_sheet_writer_add_blank (sheet, i, style);
  xc_sheet_writer_end_row (sheet);
  xc_sheet_writer_merge (sheet, row, 0, N_EXPLANATION_COLUMNS - 1);
}

static guint
write_introduction (Writing *self, XcSheetWriter *sheet)
{
  const char *const lines[] = {
    _ ("Each sheet is one table: one row for each entry, below the headings. Sheets and columns that you do "
       "not "
       "need may stay empty or be deleted; their order does not matter."),
    _ ("Columns marked with * must be filled in every row. Do not merge cells, and do not change the "
       "headings or "
       "the names of the sheets."),
    _ ("An empty cell leaves what the ledger has as it is: an import adds and changes, but never erases. "
       "Where two organizations have one name, write the one above before it: 凤桥镇/中心社区."),
    _ ("The whole workbook is imported in one step or not at all: if anything is wrong, every fault is "
       "listed with "
       "its sheet and cell, and nothing is changed. Importing the same workbook again changes nothing."),
    _ ("Do not write anything secret into this workbook."),
  };
  guint row = 0;

  write_explanation_line (sheet, row++, self->styles.title, TITLE_SIZE, _ ("How to fill in this workbook"));
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    write_explanation_line (sheet, row++, self->styles.text, BODY_SIZE, lines[i]);
  return row;
}

/* What the column holds in a new row, or the first of its choices. */
static const char *
find_example (const XcTemplateColumn *column, char *const *choices)
{
  const char *example = xc_template_column_example (column);
  const XcField *field = xc_template_column_get_field (column);

  if (example != NULL || choices == NULL)
    return example;
  if (column->kind == XC_TEMPLATE_CHOICE && field->initial != NULL)
    return xc_choice_title (xc_field_find_choice (field, field->initial));
  return choices[0];
}

static guint
write_explanations_of (Writing *self, XcSheetWriter *sheet, XcTemplateSheet of, guint row)
{
  const XcTemplateTable *table = xc_template_get (of);
  const int styles[] = { self->styles.cell, self->styles.cell, self->styles.center, self->styles.cell,
                         self->styles.cell };
  /* translators: 1 is the name of a sheet, 2 says what a row of it is */
  g_autofree char *section =
      g_strdup_printf (C_ ("explanation", "%1$s: %2$s"), xc_template_title (of), xc_template_hint (of));

  write_explanation_line (sheet, row++, self->styles.section, HEADING_SIZE, section);
  for (guint i = 0; i < table->n_columns; i++)
    {
      const XcTemplateColumn *column = &table->columns[i];
      g_autofree char *description = describe_column (column);
      g_auto (GStrv) choices = xc_template_column_dup_choices (column);
      const char *const texts[] = { xc_template_title (of), xc_template_column_heading (column),
                                    column->is_required ? C_ ("choice", "Yes") : NULL, description,
                                    find_example (column, choices) };

      write_explanation_row (self, sheet, row++, styles, texts);
    }
  return row;
}

static void
write_explanations (Writing *self, XcSheetWriter *sheet)
{
  const int headings[] = { self->styles.heading, self->styles.heading, self->styles.heading,
                           self->styles.heading, self->styles.heading };
  const char *const titles[] = { C_ ("explanation", "Sheet"), C_ ("explanation", "Column"),
                                 C_ ("explanation", "Required"), C_ ("explanation", "What to write"),
                                 C_ ("explanation", "Example") };
  guint row = write_introduction (self, sheet);
  const XcPage page = { .repeated_row = (int) row };

  for (guint i = 0; i < N_EXPLANATION_COLUMNS; i++)
    xc_sheet_writer_set_width (sheet, i, explanation_widths[i]);
  xc_sheet_writer_set_page (sheet, &page);
  write_explanation_row (self, sheet, row++, headings, titles);
  for (guint i = 0; i < XC_N_TEMPLATE_SHEETS; i++)
    row = write_explanations_of (self, sheet, (XcTemplateSheet) i, row);
}

/**
 * xc_template_workbook_write:
 * @path: where the workbook shall be
 * @replace: whether a file that is there already may be replaced
 * @day: the day that the workbook says it was made on
 * @error: return location, as in xc_workbook_writer_finish()
 *
 * Writes the workbook with headings in the user's language, and a first sheet that explains every column.
 *
 * Returns: whether the workbook is where it shall be
 */
gboolean
xc_template_workbook_write (const char *path, gboolean replace, XcDay day, GError **error)
{
  g_autoptr (XcWorkbookWriter) writer = xc_workbook_writer_new (path, replace, day, error);
  Writing self = { .writer = writer };

  if (writer == NULL)
    return FALSE;
  add_styles (&self);
  XcSheetWriter *explanations = xc_workbook_writer_add_sheet (writer, _ ("Explanations"));
  for (guint i = 0; i < XC_N_TEMPLATE_SHEETS; i++)
    self.sheets[i] = xc_workbook_writer_add_sheet (writer, xc_template_title ((XcTemplateSheet) i));
  write_explanations (&self, explanations);
  for (guint i = 0; i < XC_N_TEMPLATE_SHEETS; i++)
    write_sheet (&self, (XcTemplateSheet) i);
  return xc_workbook_writer_finish (writer, error);
}
