/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Measures have a row each in the rectification list, and what the problem says is repeated in every one of them: merged
 * cells cannot be filtered or sorted, and a row that is found must say what it belongs to.
 */
#include "report/list-sheet.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "report/text-height.h"

#define TITLE_SIZE 20.0
#define ANNEX_SIZE 14.0
#define HEADING_SIZE 11.0
#define SMALL_SIZE 11.0
#define SIGNATURE_HEIGHT 34.0
#define GAP_HEIGHT 10.0
#define HEADING_HEIGHT_MIN 24.0
#define HEADING_ROW 3u

/* A row that is too high for the first size is written in a smaller one before it is parted. */
static const double sizes[] = { 10.5, 9, 8 };
#define N_SIZES G_N_ELEMENTS (sizes)

typedef enum
{
  LOOK_LEFT,
  LOOK_CENTER,
  LOOK_DAY,
  LOOK_MONEY,
} Look;

#define N_LOOKS (LOOK_MONEY + 1)

struct _XcListStyles
{
  int title;
  int annex;
  int marking;
  int small_left;
  int small_right;
  int heading;
  int body[N_LOOKS][N_SIZES];
};

typedef struct
{
  XcListField field;
  Look look;
  double width; /* in points */
} Column;

struct _XcListSheet
{
  XcSheetWriter *sheet;       /* borrowed */
  const XcListStyles *styles; /* borrowed */
  XcList list;
  Column *columns;
  XcListCell *cells; /* of one row */
  GString **texts;   /* what the cells say, as the next cell may use the same memory */
  guint n_columns;
  guint next_row;
};

/**
 * xc_list_styles_new:
 * @writer: a workbook
 *
 * Returns: (transfer full): the styles of lists, added to @writer
 */
XcListStyles *
xc_list_styles_new (XcWorkbookWriter *writer)
{
  XcListStyles *self = g_new0 (XcListStyles, 1);
  const XcCellStyle title = { .face = XC_FACE_TITLE, .size = TITLE_SIZE, .align = XC_ALIGN_CENTER };
  const XcCellStyle annex = { .face = XC_FACE_HEADING, .size = ANNEX_SIZE, .is_shrunk = TRUE };
  XcCellStyle marking = annex;
  XcCellStyle small = { .face = XC_FACE_BODY, .size = SMALL_SIZE, .is_shrunk = TRUE };
  const XcCellStyle heading = { .face = XC_FACE_HEADING,
                                .size = HEADING_SIZE,
                                .align = XC_ALIGN_CENTER,
                                .has_borders = TRUE,
                                .is_shaded = TRUE };

  self->title = xc_workbook_writer_add_style (writer, &title);
  self->annex = xc_workbook_writer_add_style (writer, &annex);
  marking.align = XC_ALIGN_RIGHT;
  self->marking = xc_workbook_writer_add_style (writer, &marking);
  self->small_left = xc_workbook_writer_add_style (writer, &small);
  small.align = XC_ALIGN_RIGHT;
  self->small_right = xc_workbook_writer_add_style (writer, &small);
  self->heading = xc_workbook_writer_add_style (writer, &heading);
  for (guint i = 0; i < N_SIZES; i++)
    {
      XcCellStyle body = { .face = XC_FACE_BODY, .size = sizes[i], .has_borders = TRUE };

      self->body[LOOK_LEFT][i] = xc_workbook_writer_add_style (writer, &body);
      body.align = XC_ALIGN_CENTER;
      self->body[LOOK_CENTER][i] = xc_workbook_writer_add_style (writer, &body);
      /* A day that is too wide would be shown as ####. */
      body.is_shrunk = TRUE;
      body.show = XC_SHOW_DAY;
      self->body[LOOK_DAY][i] = xc_workbook_writer_add_style (writer, &body);
      body.show = XC_SHOW_MONEY;
      body.align = XC_ALIGN_RIGHT;
      self->body[LOOK_MONEY][i] = xc_workbook_writer_add_style (writer, &body);
    }
  return self;
}

/**
 * xc_list_styles_free:
 * @self: (nullable): styles
 */
void
xc_list_styles_free (XcListStyles *self)
{
  g_free (self);
}

static Look
look_of_field (XcListField field)
{
  switch (field)
    {
    case XC_LIST_FIELD_SERIAL:
    case XC_LIST_FIELD_NUMBER:
    case XC_LIST_FIELD_ROUND:
    case XC_LIST_FIELD_TEAM:
    case XC_LIST_FIELD_KEY:
    case XC_LIST_FIELD_COMMONNESS:
    case XC_LIST_FIELD_IMMEDIATE:
    case XC_LIST_FIELD_FOUND_AT:
    case XC_LIST_FIELD_TYPE:
    case XC_LIST_FIELD_MEASURE_STATE:
    case XC_LIST_FIELD_STATE:
    case XC_LIST_FIELD_DUE: /* days and words */
      return LOOK_CENTER;
    case XC_LIST_FIELD_FED_BACK_ON:
    case XC_LIST_FIELD_DONE_ON:
    case XC_LIST_FIELD_CLOSED_ON:
      return LOOK_DAY;
    case XC_LIST_FIELD_AMOUNT:
      return LOOK_MONEY;
    case XC_LIST_FIELD_ORGANIZATION:
    case XC_LIST_FIELD_LEVEL_1:
    case XC_LIST_FIELD_LEVEL_2:
    case XC_LIST_FIELD_POINT:
    case XC_LIST_FIELD_WORDING:
    case XC_LIST_FIELD_FACTS:
    case XC_LIST_FIELD_SOURCE:
    case XC_LIST_FIELD_SECOND_BODY:
    case XC_LIST_FIELD_MEASURE:
    case XC_LIST_FIELD_PROGRESS:
    case XC_LIST_FIELD_RESULT:
    case XC_LIST_FIELD_FIRST:
    case XC_LIST_FIELD_LEADER:
    case XC_LIST_FIELD_LEAD_DEPARTMENT:
    case XC_LIST_FIELD_DEPARTMENT:
    case XC_LIST_FIELD_PERSON:
    case XC_LIST_FIELD_COOPERATING:
    case XC_LIST_FIELD_SUPERVISING:
      return LOOK_LEFT;
    default:
      g_assert_not_reached ();
    }
}

/* The columns by which a row is known: they stay when the sheet is scrolled, and stand in each part of a parted row. */
static gboolean
is_identity (XcListField field)
{
  return field == XC_LIST_FIELD_SERIAL || field == XC_LIST_FIELD_NUMBER
         || field == XC_LIST_FIELD_ORGANIZATION;
}

/* Writes @text across the columns @from to @to. */
static void
add_across (XcListSheet *self, guint from, guint to, int style, const char *text)
{
  xc_sheet_writer_add_text (self->sheet, from, style, text);
  for (guint i = from + 1; i <= to; i++)
    xc_sheet_writer_add_blank (self->sheet, i, style);
  xc_sheet_writer_merge (self->sheet, self->next_row, from, to);
}

static void
begin_row (XcListSheet *self, double height)
{
  xc_sheet_writer_begin_row (self->sheet, self->next_row, height);
}

static void
end_row (XcListSheet *self)
{
  xc_sheet_writer_end_row (self->sheet);
  self->next_row++;
}

/* A row with something at its left and something at its right. */
static void
write_two (XcListSheet *self, double size, int left_style, const char *left, int right_style,
           const char *right)
{
  guint half = self->n_columns / 2;

  begin_row (self, xc_text_height_of_lines (1, size));
  if (half == 0)
    {
      g_autofree char *both = g_strconcat (left, right[0] != '\0' ? "  " : "", right, NULL);

      xc_sheet_writer_add_text (self->sheet, 0, left_style, both);
    }
  else
    {
      add_across (self, 0, half - 1, left_style, left);
      add_across (self, half, self->n_columns - 1, right_style, right);
    }
  end_row (self);
}

static void
write_title (XcListSheet *self, const char *title)
{
  double width = 0;

  for (guint i = 0; i < self->n_columns; i++)
    width += self->columns[i].width;
  begin_row (self,
             xc_text_height_of_lines (xc_text_height_count_lines (title, width, TITLE_SIZE), TITLE_SIZE));
  add_across (self, 0, self->n_columns - 1, self->styles->title, title);
  end_row (self);
}

static void
write_head (XcListSheet *self, const XcListPaper *paper)
{
  g_autofree char *day = xc_day_format (paper->day);
  /* translators: who issues a list; 1 is a name, or nothing where it is written by hand */
  g_autofree char *unit = g_strdup_printf (_ ("Issued by: %1$s"), paper->unit != NULL ? paper->unit : "");
  /* translators: when a list was filled in; 1 is a day */
  g_autofree char *filled = g_strdup_printf (_ ("Filled in on: %1$s"), day);

  write_two (self, ANNEX_SIZE, self->styles->annex, paper->annex != NULL ? paper->annex : "",
             self->styles->marking, paper->marking != NULL ? paper->marking : "");
  write_title (self, paper->title);
  write_two (self, SMALL_SIZE, self->styles->small_left, unit, self->styles->small_right, filled);
}

static void
write_headings (XcListSheet *self, const XcListLayout *layout)
{
  guint lines = 1;

  for (guint i = 0; i < self->n_columns; i++)
    {
      const XcListColumn *column = &g_array_index (layout->columns, XcListColumn, i);

      lines = MAX (lines, xc_text_height_count_lines (column->title, self->columns[i].width, HEADING_SIZE));
    }
  begin_row (self, MAX (HEADING_HEIGHT_MIN, xc_text_height_of_lines (lines, HEADING_SIZE)));
  for (guint i = 0; i < self->n_columns; i++)
    xc_sheet_writer_add_text (self->sheet, i, self->styles->heading,
                              g_array_index (layout->columns, XcListColumn, i).title);
  end_row (self);
}

static void
set_columns (XcListSheet *self, const XcListLayout *layout)
{
  guint frozen = 0;

  for (guint i = 0; i < self->n_columns; i++)
    {
      const XcListColumn *column = &g_array_index (layout->columns, XcListColumn, i);

      self->columns[i] = (Column){ .field = column->field,
                                   .look = look_of_field (column->field),
                                   .width = xc_sheet_writer_width_to_points (column->width) };
      self->texts[i] = g_string_new (NULL);
      xc_sheet_writer_set_width (self->sheet, i, column->width);
      if (frozen == i && is_identity (column->field))
        frozen++;
    }
  xc_sheet_writer_freeze (self->sheet, HEADING_ROW + 1, frozen);
}

/**
 * xc_list_sheet_new:
 * @writer: a workbook
 * @styles: the styles of lists, of @writer
 * @layout: of the list
 * @paper: what stands round it
 *
 * All must outlive the sheet, but for @paper.
 *
 * Returns: (transfer full): the list, as a sheet of @writer, without rows yet
 */
XcListSheet *
xc_list_sheet_new (XcWorkbookWriter *writer, const XcListStyles *styles, const XcListLayout *layout,
                   const XcListPaper *paper)
{
  XcListSheet *self = g_new0 (XcListSheet, 1);
  const XcPage page = { .marking = paper->marking, .repeated_row = HEADING_ROW };

  self->sheet = xc_workbook_writer_add_sheet (writer, layout->title);
  self->styles = styles;
  self->list = layout->list;
  self->n_columns = layout->columns->len;
  self->columns = g_new0 (Column, self->n_columns);
  self->cells = g_new0 (XcListCell, self->n_columns);
  self->texts = g_new0 (GString *, self->n_columns);
  set_columns (self, layout);
  xc_sheet_writer_set_page (self->sheet, &page);
  write_head (self, paper);
  write_headings (self, layout);
  return self;
}

/**
 * xc_list_sheet_free:
 * @self: (nullable): a list
 */
void
xc_list_sheet_free (XcListSheet *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < self->n_columns; i++)
    g_string_free (self->texts[i], TRUE);
  g_free (self->texts);
  g_free (self->cells);
  g_free (self->columns);
  g_free (self);
}

static gboolean
has_text (const XcListCell *cell)
{
  return cell->kind == XC_LIST_CELL_TEXT || cell->kind == XC_LIST_CELL_REPEATED;
}

static guint
count_lines (XcListSheet *self, double size)
{
  guint lines = 1;

  for (guint i = 0; i < self->n_columns; i++)
    if (has_text (&self->cells[i]))
      lines = MAX (lines, xc_text_height_count_lines (self->cells[i].text, self->columns[i].width, size));
  return lines;
}

static void
write_cell (XcListSheet *self, guint column, guint size)
{
  const XcListCell *cell = &self->cells[column];
  Look look = self->columns[column].look;
  int style = self->styles->body[look][size];

  switch (cell->kind)
    {
    case XC_LIST_CELL_BLANK:
      xc_sheet_writer_add_blank (self->sheet, column, style);
      break;
    case XC_LIST_CELL_TEXT:
      xc_sheet_writer_add_text (self->sheet, column, style, cell->text);
      break;
    case XC_LIST_CELL_REPEATED:
      xc_sheet_writer_add_repeated (self->sheet, column, style, cell->text);
      break;
    case XC_LIST_CELL_NUMBER:
      xc_sheet_writer_add_number (self->sheet, column, style, cell->number);
      break;
    case XC_LIST_CELL_DAY:
      xc_sheet_writer_add_day (self->sheet, column, self->styles->body[LOOK_DAY][size], cell->day);
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
write_row (XcListSheet *self, guint lines, guint size)
{
  begin_row (self, xc_text_height_of_lines (lines, sizes[size]));
  for (guint i = 0; i < self->n_columns; i++)
    write_cell (self, i, size);
  end_row (self);
}

/* Takes what fits into the highest row out of each text; says whether anything is left. */
static gboolean
take_part (XcListSheet *self, const char **rest, guint size, gboolean is_first)
{
  guint room = xc_text_height_fitting_lines (sizes[size]);
  gboolean is_left = FALSE;

  for (guint i = 0; i < self->n_columns; i++)
    {
      XcListCell *cell = &self->cells[i];

      if (is_identity (self->columns[i].field))
        continue;
      if (!is_first && (rest[i] == NULL || *rest[i] == '\0'))
        {
          cell->kind = XC_LIST_CELL_BLANK;
          continue;
        }
      if (rest[i] == NULL)
        continue;
      /* translators: stands before text that goes on from the row above */
      g_string_assign (self->texts[i], is_first ? "" : C_ ("list", "(continued) "));
      gsize prefix = self->texts[i]->len;
      g_string_append (self->texts[i], rest[i]);
      gsize cut = xc_text_height_cut (self->texts[i]->str, self->columns[i].width, sizes[size], room);
      g_string_truncate (self->texts[i], MAX (cut, prefix + 1));
      rest[i] += self->texts[i]->len - prefix;
      while (*rest[i] == '\n')
        rest[i]++;
      cell->text = self->texts[i]->str;
      is_left |= *rest[i] != '\0';
    }
  return is_left;
}

/* No row can be high enough, so the text goes on in further rows; none of it is cut off. */
static void
write_parted_row (XcListSheet *self)
{
  const guint size = N_SIZES - 1;
  g_autofree const char **rest = g_new0 (const char *, self->n_columns);
  g_autoptr (GPtrArray) whole = g_ptr_array_new_with_free_func (g_free);
  gboolean is_left = TRUE;

  for (guint i = 0; i < self->n_columns; i++)
    if (has_text (&self->cells[i]) && !is_identity (self->columns[i].field))
      {
        g_ptr_array_add (whole, g_strdup (self->cells[i].text));
        rest[i] = g_ptr_array_index (whole, whole->len - 1);
      }
  for (gboolean is_first = TRUE; is_left; is_first = FALSE)
    {
      is_left = take_part (self, rest, size, is_first);
      write_row (self, count_lines (self, sizes[size]), size);
    }
}

static void
add_row (XcListSheet *self, XcListCells *cells, const XcListMeasure *measure)
{
  for (guint i = 0; i < self->n_columns; i++)
    xc_list_cells_get (cells, self->columns[i].field, measure, &self->cells[i]);
  for (guint size = 0; size < N_SIZES; size++)
    {
      guint lines = count_lines (self, sizes[size]);

      if (lines <= xc_text_height_fitting_lines (sizes[size]))
        {
          write_row (self, lines, size);
          return;
        }
    }
  write_parted_row (self);
}

/**
 * xc_list_sheet_add:
 * @self: a list
 * @cells: the cells of @problem
 * @problem: the next problem
 *
 * Adds the row of @problem; in the rectification list, one for each of its measures.
 */
void
xc_list_sheet_add (XcListSheet *self, XcListCells *cells, const XcListProblem *problem)
{
  if (self->list == XC_LIST_RECTIFICATION)
    for (guint i = 0; i < problem->n_measures; i++)
      add_row (self, cells, &problem->measures[i]);
  if (self->list != XC_LIST_RECTIFICATION || problem->n_measures == 0)
    add_row (self, cells, NULL);
}

static void
write_signatures (XcListSheet *self)
{
  const char *const who[] = { _ ("Filled in by:"), _ ("Reviewed by:"), _ ("Signature of the head:") };
  guint third = self->n_columns / 3;

  begin_row (self, SIGNATURE_HEIGHT);
  if (third == 0)
    {
      g_autofree char *all = g_strjoin ("      ", who[0], who[1], who[2], NULL);

      xc_sheet_writer_add_text (self->sheet, 0, self->styles->small_left, all);
    }
  else
    {
      add_across (self, 0, third - 1, self->styles->small_left, who[0]);
      add_across (self, third, 2 * third - 1, self->styles->small_left, who[1]);
      add_across (self, 2 * third, self->n_columns - 1, self->styles->small_left, who[2]);
    }
  end_row (self);
}

/**
 * xc_list_sheet_finish:
 * @self: a list with all its rows
 *
 * Adds the line for signatures, and the filter on the headings.
 */
void
xc_list_sheet_finish (XcListSheet *self)
{
  xc_sheet_writer_filter (self->sheet, HEADING_ROW, self->n_columns, self->next_row - 1);
  begin_row (self, GAP_HEIGHT);
  end_row (self);
  write_signatures (self);
}
