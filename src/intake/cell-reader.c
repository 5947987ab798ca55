/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "intake/cell-reader.h"

#include <glib/gi18n-lib.h>

#include "core/money.h"
#include "core/numeral.h"
#include "core/text.h"
#include "intake/name.h"

/* What a cell of a spreadsheet can hold, so that everything can leave the ledger as it came. */
#define TEXT_CHARACTERS_MAX 32767
/* As much of a wrong cell as a sentence can bear. */
#define QUOTED_CHARACTERS 40

typedef struct
{
  const XcField *field;
  const char *word;
} Choice;

struct _XcCellReader
{
  /* Borrowed */
  XcImportReport *report;

  GHashTable *choices[XC_SHEET_COLUMNS_MAX]; /* text of a cell → Choice: the same few words in every row */
};

/**
 * xc_cell_reader_new:
 * @report: takes what is wrong
 *
 * Returns: (transfer full): a reader for the cells of one sheet
 */
XcCellReader *
xc_cell_reader_new (XcImportReport *report)
{
  XcCellReader *self = g_new0 (XcCellReader, 1);

  self->report = report;
  return self;
}

void
xc_cell_reader_free (XcCellReader *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < XC_SHEET_COLUMNS_MAX; i++)
    g_clear_pointer (&self->choices[i], g_hash_table_unref);
  g_free (self);
}

static XcCellState
refuse (XcCellReader *self, const XcSheetRow *row, int column, char *what, const char *expected)
{
  xc_sheet_table_refuse (row->table, self->report, row->number, column, what, expected);
  return XC_CELL_WRONG;
}

static char *
quote (const char *text)
{
  g_autofree char *start = NULL;

  if (g_utf8_strlen (text, -1) <= QUOTED_CHARACTERS)
    return g_strdup (text);
  start = g_utf8_substring (text, 0, QUOTED_CHARACTERS);
  return g_strdup_printf ("%s…", start);
}

static XcCellState
refuse_text (XcCellReader *self, const XcSheetRow *row, int column, const char *format, const char *text,
             const char *expected)
{
  g_autofree char *quoted = quote (text);
  g_autoptr (GString) what = g_string_new (format);

  g_string_replace (what, "%s", quoted, 1);
  return refuse (self, row, column, g_string_free (g_steal_pointer (&what), FALSE), expected);
}

/* Whether there is a cell that holds what somebody typed. */
static XcCellState
look_at (XcCellReader *self, const XcSheetRow *row, int column)
{
  const XcWorkbookCell *cell = row->cells[column];

  if (cell == NULL)
    return XC_CELL_BLANK;
  if (cell->kind == XC_WORKBOOK_FAULT)
    return refuse_text (self, row, column,
                        /* translators: %s is an error of a spreadsheet such as #REF! */
                        _ ("The cell holds the error “%s” and no value."), cell->text,
                        _ ("Mend the formula, or type the value in its place."));
  if (cell->kind == XC_WORKBOOK_UNCALCULATED)
    return refuse (self, row, column, g_strdup (_ ("The cell holds a formula without its result.")),
                   _ ("Open the workbook in WPS or Excel, save it again, and then import it."));
  if (cell->lost_digits)
    return refuse_text (
        self, row, column,
        /* translators: %s is a number */
        _ ("“%s” has more digits than a spreadsheet keeps of a number; the last ones are lost."), cell->text,
        _ ("Format the cell as text and type the number anew."));
  return XC_CELL_GIVEN;
}

static gboolean
is_cjk (gunichar c)
{
  return c >= 0x2E80;
}

/* Line ends within what is one line are there to fit narrow columns. */
static char *
join_lines (const char *text)
{
  GString *line = g_string_sized_new (strlen (text));

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      if (*at != '\n')
        g_string_append_unichar (line, g_utf8_get_char (at));
      else if (line->len > 0 && !is_cjk (g_utf8_get_char (g_utf8_prev_char (line->str + line->len)))
               && !is_cjk (g_utf8_get_char (at + 1)))
        g_string_append_c (line, ' ');
    }
  return g_string_free (line, FALSE);
}

/**
 * xc_cell_reader_get_text:
 * @self: a reader
 * @row: a row
 * @column: position in the template
 * @text: (out) (transfer full): the text, cleaned, never empty
 *
 * What begins with "=" is text like any other. Numbers are taken as they are shown.
 *
 * Returns: whether there is one
 */
XcCellState
xc_cell_reader_get_text (XcCellReader *self, const XcSheetRow *row, int column, char **text)
{
  XcCellState state = look_at (self, row, column);
  g_autofree char *clean = NULL;

  if (state != XC_CELL_GIVEN)
    return state;
  clean = xc_text_clean (row->cells[column]->text);
  if (g_utf8_strlen (clean, -1) > TEXT_CHARACTERS_MAX)
    return refuse (self, row, column, g_strdup (_ ("The text is longer than 32,767 characters.")),
                   _ ("Shorten it, or keep the long version as a document beside the ledger."));
  if (row->table->table->columns[column].kind == XC_TEMPLATE_LONG_TEXT
      || row->table->table->columns[column].kind == XC_TEMPLATE_NAMES)
    *text = g_steal_pointer (&clean);
  else
    *text = join_lines (clean);
  return XC_CELL_GIVEN;
}

/**
 * xc_cell_reader_get_name:
 * @self: a reader
 * @row: a row
 * @column: position in the template
 * @name: (out) (transfer full): what stands there
 *
 * As xc_cell_reader_get_text(), for what other rows are called by: 06-03-012 that a spreadsheet has made a day of is
 * refused.
 *
 * Returns: whether there is one
 */
XcCellState
xc_cell_reader_get_name (XcCellReader *self, const XcSheetRow *row, int column, char **name)
{
  const XcWorkbookCell *cell = row->cells[column];

  if (cell != NULL && cell->kind == XC_WORKBOOK_DAY)
    return refuse_text (self, row, column,
                        /* translators: %s is a day */
                        _ ("The spreadsheet program has made the day %s of what was typed."), cell->text,
                        _ ("Format the cell as text and type it anew."));
  return xc_cell_reader_get_text (self, row, column, name);
}

/**
 * xc_cell_reader_get_day:
 * @self: a reader
 * @row: a row
 * @column: position in the template
 * @day: (out): the day
 *
 * Returns: whether there is one
 */
XcCellState
xc_cell_reader_get_day (XcCellReader *self, const XcSheetRow *row, int column, XcDay *day)
{
  XcCellState state = look_at (self, row, column);
  const XcWorkbookCell *cell = row->cells[column];

  if (state != XC_CELL_GIVEN)
    return state;
  /* A workbook lies about for years, so a day without its year is none. */
  *day = cell->kind == XC_WORKBOOK_DAY ? cell->day : xc_day_parse (cell->text, XC_DAY_NONE);
  if (cell->kind == XC_WORKBOOK_BOOLEAN || !xc_day_is_set (*day))
    return refuse_text (self, row, column,
                        /* translators: %s is what was typed */
                        _ ("“%s” is not a day."), cell->text,
                        _ ("Write a day with its year, such as 2024-05-16, 2024.5.16 or 2024年5月16日."));
  return XC_CELL_GIVEN;
}

/**
 * xc_cell_reader_get_limit:
 * @self: a reader
 * @row: a row
 * @column: position in the template
 * @day: (out): the day, or %XC_DAY_NONE when it is in words
 * @wording: (out) (transfer full) (nullable): the words, when it is no day
 *
 * Returns: whether there is one
 */
XcCellState
xc_cell_reader_get_limit (XcCellReader *self, const XcSheetRow *row, int column, XcDay *day, char **wording)
{
  XcCellState state = look_at (self, row, column);
  const XcWorkbookCell *cell = row->cells[column];

  *wording = NULL;
  if (state != XC_CELL_GIVEN)
    return state;
  *day = cell->kind == XC_WORKBOOK_DAY ? cell->day : xc_day_parse (cell->text, XC_DAY_NONE);
  if (xc_day_is_set (*day))
    return XC_CELL_GIVEN;
  if (cell->kind == XC_WORKBOOK_NUMBER)
    return refuse_text (self, row, column, _ ("“%s” is not a day."), cell->text,
                        _ ("Write a day with its year, such as 2024-05-16, or words that stand for one."));
  return xc_cell_reader_get_text (self, row, column, wording);
}

/**
 * xc_cell_reader_get_number:
 * @self: a reader
 * @row: a row
 * @column: position in the template of a number or an ordinal
 * @number: (out): the number
 *
 * Returns: whether there is one
 */
XcCellState
xc_cell_reader_get_number (XcCellReader *self, const XcSheetRow *row, int column, gint64 *number)
{
  XcCellState state = look_at (self, row, column);
  const XcWorkbookCell *cell = row->cells[column];
  gboolean is_ordinal = row->table->table->columns[column].kind == XC_TEMPLATE_ORDINAL;
  int parsed = 0;
  gboolean is_number;

  if (state != XC_CELL_GIVEN)
    return state;
  is_number = cell->kind != XC_WORKBOOK_DAY && cell->kind != XC_WORKBOOK_BOOLEAN
              && (is_ordinal ? xc_numeral_parse_ordinal (
                      cell->text, (const char *const *) row->table->suffixes[column], &parsed)
                             : xc_numeral_parse (cell->text, &parsed));
  if (!is_number)
    return refuse_text (self, row, column,
                        is_ordinal
                            /* translators: %s is what was typed */
                            ? _ ("“%s” does not say which one it is.")
                            /* translators: %s is what was typed */
                            : _ ("“%s” is not a whole number."),
                        cell->text,
                        is_ordinal ? _ ("Write its number in any form, such as 6, 六 or 第六.")
                                   : _ ("Write a whole number in digits, such as 12."));
  *number = parsed;
  return XC_CELL_GIVEN;
}

static char *
list_choices (const XcTemplateColumn *column)
{
  g_auto (GStrv) choices = xc_template_column_dup_choices (column);
  g_autoptr (GPtrArray) list = g_ptr_array_new ();
  g_autofree char *quoted = NULL;

  for (guint i = 0; choices[i] != NULL; i++)
    g_ptr_array_add (list, choices[i]);
  quoted = xc_name_quote_list (list);
  /* translators: %s is a list of words in quotation marks */
  return g_strdup_printf (_ ("Write one of these: %s."), quoted);
}

static const Choice *
find_choice (XcCellReader *self, int column, const char *text, const XcField *const *fields)
{
  g_autofree char *clean = xc_text_clean (text);
  g_autofree char *key = NULL;
  Choice *choice = NULL;

  for (guint pass = 0; pass < 2 && choice == NULL; pass++)
    {
      /* As typed, and then without what does not tell words apart. */
      if (pass == 1)
        key = xc_name_key (clean);
      for (guint i = 0; fields[i] != NULL && choice == NULL; i++)
        {
          const XcChoice *found = xc_field_read_choice (fields[i], pass == 0 ? clean : key);

          if (found == NULL)
            continue;
          choice = g_new (Choice, 1);
          choice->field = fields[i];
          choice->word = found->word;
        }
    }
  if (choice == NULL)
    return NULL;
  if (self->choices[column] == NULL)
    self->choices[column] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_hash_table_insert (self->choices[column], g_strdup (text), choice);
  return choice;
}

/**
 * xc_cell_reader_get_choice:
 * @self: a reader
 * @row: a row
 * @column: position in the template
 * @fields: (array zero-terminated=1): whose choices it may be, the same at each call for a column
 * @field: (out) (optional): whose it is, the first that has it
 * @word: (out) (transfer none): as the ledger keeps it
 *
 * Returns: whether there is one
 */
XcCellState
xc_cell_reader_get_choice (XcCellReader *self, const XcSheetRow *row, int column,
                           const XcField *const *fields, const XcField **field, const char **word)
{
  XcCellState state = look_at (self, row, column);
  const char *text;
  const Choice *choice = NULL;

  if (state != XC_CELL_GIVEN)
    return state;
  text = row->cells[column]->text;
  if (self->choices[column] != NULL)
    choice = g_hash_table_lookup (self->choices[column], text);
  if (choice == NULL)
    choice = find_choice (self, column, text, fields);
  if (choice == NULL)
    {
      const XcTemplateColumn *description = &row->table->table->columns[column];
      g_autofree char *expected = list_choices (description);

      return refuse_text (self, row, column,
                          /* translators: %s is what was typed */
                          _ ("“%s” is none of the words that this column takes."), text, expected);
    }
  if (field != NULL)
    *field = choice->field;
  *word = choice->word;
  return XC_CELL_GIVEN;
}

static gboolean
is_among (const char *key, const char *const *words)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (strcmp (key, words[i]) == 0)
      return TRUE;
  return FALSE;
}

/* Offices also write the heading itself: 重点 or 非重点, 反馈 or 未反馈. */
static gboolean
read_heading_as_answer (const XcTemplateColumn *column, const char *key, gboolean *yes)
{
  static const char *const denials[] = { "非", "未", "不", NULL };

  *yes = TRUE;
  for (guint i = 0; denials[i] != NULL; i++)
    if (g_str_has_prefix (key, denials[i]))
      {
        key += strlen (denials[i]);
        *yes = FALSE;
        break;
      }
  if (g_str_has_prefix (key, "已"))
    key += strlen ("已");
  return strcmp (key, column->zh) == 0;
}

/**
 * xc_cell_reader_get_yes:
 * @self: a reader
 * @row: a row
 * @column: position in the template
 * @yes: (out): the answer
 *
 * Returns: whether there is one
 */
XcCellState
xc_cell_reader_get_yes (XcCellReader *self, const XcSheetRow *row, int column, gboolean *yes)
{
  static const char *const affirmations[] = { "是", "有", "√", "✓",   "✔",    "☑",
                                              "对", "1",  "y", "yes", "true", NULL };
  static const char *const denials[] = {
    "否", "无", "×", "✗", "✘", "x", "错", "0", "n", "no", "false", NULL
  };
  XcCellState state = look_at (self, row, column);
  const XcTemplateColumn *description = &row->table->table->columns[column];
  g_autofree char *key = NULL;

  if (state != XC_CELL_GIVEN)
    return state;
  key = xc_name_key (row->cells[column]->text);
  *yes = is_among (key, affirmations) || strcmp (key, C_ ("choice", "Yes")) == 0;
  if (*yes || is_among (key, denials) || strcmp (key, C_ ("choice", "No")) == 0
      || read_heading_as_answer (description, key, yes))
    return XC_CELL_GIVEN;
  return refuse_text (self, row, column,
                      /* translators: %s is what was typed */
                      _ ("“%s” says neither yes nor no."), row->cells[column]->text,
                      _ ("Write 是 or 否; yes and no, 1 and 0, √ and × are read as well."));
}

static XcCellState
get_money (XcCellReader *self, const XcSheetRow *row, int column, gint64 *fen)
{
  XcCellState state = look_at (self, row, column);
  const XcWorkbookCell *cell = row->cells[column];
  XcMoneyUnit unit;

  if (state != XC_CELL_GIVEN)
    return state;
  unit = strstr (row->table->headings[column], "万") != NULL ? XC_MONEY_WAN : XC_MONEY_YUAN;
  if (cell->kind == XC_WORKBOOK_DAY || cell->kind == XC_WORKBOOK_BOOLEAN
      || !xc_money_parse (cell->text, unit, fen))
    return refuse_text (self, row, column,
                        /* translators: %s is what was typed */
                        _ ("“%s” is not an amount of money in whole fen."), cell->text,
                        _ ("Write an amount such as 71320, 71,320.50 or 7.132万元."));
  return XC_CELL_GIVEN;
}

static XcCellState
get_text_field (XcCellReader *self, const XcSheetRow *row, int column, XcRecord *record)
{
  const XcField *field = &xc_catalogue_get (xc_record_get_table (record))->fields[row->table->fields[column]];
  g_autofree char *text = NULL;
  XcCellState state = field->is_name && field->kind == XC_FIELD_TEXT
                          ? xc_cell_reader_get_name (self, row, column, &text)
                          : xc_cell_reader_get_text (self, row, column, &text);

  if (state == XC_CELL_GIVEN)
    xc_record_set_text_at (record, (guint) row->table->fields[column], text);
  return state;
}

static XcCellState
get_choice_field (XcCellReader *self, const XcSheetRow *row, int column, XcRecord *record)
{
  const XcField *fields[] = {
    &xc_catalogue_get (xc_record_get_table (record))->fields[row->table->fields[column]], NULL
  };
  const char *word = NULL;
  XcCellState state = xc_cell_reader_get_choice (self, row, column, fields, NULL, &word);

  if (state == XC_CELL_GIVEN)
    xc_record_set_text_at (record, (guint) row->table->fields[column], word);
  return state;
}

static XcCellState
get_field (XcCellReader *self, const XcSheetRow *row, int column, XcRecord *record)
{
  guint index = (guint) row->table->fields[column];
  XcCellState state;
  gint64 number = 0;
  XcDay day = XC_DAY_NONE;
  gboolean yes = FALSE;

  switch (row->table->table->columns[column].kind)
    {
    case XC_TEMPLATE_TEXT:
    case XC_TEMPLATE_LONG_TEXT:
      return get_text_field (self, row, column, record);
    case XC_TEMPLATE_CHOICE:
      return get_choice_field (self, row, column, record);
    case XC_TEMPLATE_DAY:
      state = xc_cell_reader_get_day (self, row, column, &day);
      number = day;
      break;
    case XC_TEMPLATE_NUMBER:
    case XC_TEMPLATE_ORDINAL:
      state = xc_cell_reader_get_number (self, row, column, &number);
      break;
    case XC_TEMPLATE_MONEY:
      state = get_money (self, row, column, &number);
      break;
    case XC_TEMPLATE_YES_NO:
      state = xc_cell_reader_get_yes (self, row, column, &yes);
      number = yes;
      break;
    case XC_TEMPLATE_LIMIT:
    case XC_TEMPLATE_NAME:
    case XC_TEMPLATE_NAMES:
    case XC_TEMPLATE_PATH:
    default:
      g_return_val_if_reached (XC_CELL_BLANK);
    }
  if (state == XC_CELL_GIVEN)
    xc_record_set_number_at (record, index, number);
  return state;
}

/**
 * xc_cell_reader_get_fields:
 * @self: a reader
 * @row: a row
 * @record: takes what the row says of the fields of its table, but for references
 *
 * Returns: the columns of the template that gave a field its value, as bits
 */
guint64
xc_cell_reader_get_fields (XcCellReader *self, const XcSheetRow *row, XcRecord *record)
{
  const XcTemplateTable *table = row->table->table;
  guint64 given = 0;

  for (guint i = 0; i < table->n_columns; i++)
    {
      const XcTemplateColumn *column = &table->columns[i];

      if (row->cells[i] == NULL || column->table != xc_record_get_table (record)
          || xc_catalogue_get (column->table)->fields[row->table->fields[i]].kind == XC_FIELD_REFERENCE)
        continue;
      if (get_field (self, row, (int) i, record) == XC_CELL_GIVEN)
        given |= G_GUINT64_CONSTANT (1) << i;
    }
  return given;
}
