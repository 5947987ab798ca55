/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/list-cells.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/numeral.h"
#include "store/list-words.h"

#define TICK "√"
#define FEN_PER_YUAN 100.0

struct _XcListCells
{
  const XcListProblem *problem; /* borrowed, during a call */
  guint serial;
  GString *texts[XC_N_LIST_FIELDS];     /* that had to be put together */
  GHashTable *ordinals;                 /* of "第六轮" and the like, by their numbers */
  GHashTable *titles[XC_N_LIST_FIELDS]; /* of choices, by their words */
};

/**
 * xc_list_cells_new:
 *
 * Returns: (transfer full): cells, of no problem yet
 */
XcListCells *
xc_list_cells_new (void)
{
  XcListCells *self = g_new0 (XcListCells, 1);

  for (guint i = 0; i < XC_N_LIST_FIELDS; i++)
    {
      self->texts[i] = g_string_new (NULL);
      self->titles[i] = g_hash_table_new (g_str_hash, g_str_equal);
    }
  self->ordinals = g_hash_table_new_full (g_direct_hash, g_direct_equal, NULL, g_free);
  return self;
}

/**
 * xc_list_cells_free:
 * @self: (nullable): cells
 */
void
xc_list_cells_free (XcListCells *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < XC_N_LIST_FIELDS; i++)
    {
      g_string_free (self->texts[i], TRUE);
      g_hash_table_unref (self->titles[i]);
    }
  g_hash_table_unref (self->ordinals);
  g_free (self);
}

/**
 * xc_list_cells_set_problem:
 * @self: cells
 * @problem: what they are to speak of; it must stay as long as they are asked
 * @serial: its place in the list, from 1
 */
void
xc_list_cells_set_problem (XcListCells *self, const XcListProblem *problem, guint serial)
{
  self->problem = problem;
  self->serial = serial;
}

static void
set_text (XcListCell *cell, XcListCellKind kind, const char *text)
{
  *cell = (XcListCell){ .kind = text == NULL || *text == '\0' ? XC_LIST_CELL_BLANK : kind, .text = text };
}

static void
set_day (XcListCell *cell, XcDay day)
{
  *cell = (XcListCell){ .kind = xc_day_is_set (day) ? XC_LIST_CELL_DAY : XC_LIST_CELL_BLANK, .day = day };
}

static void
set_number (XcListCell *cell, double number)
{
  *cell = (XcListCell){ .kind = XC_LIST_CELL_NUMBER, .number = number };
}

static const char *
title_of_choice (XcListCells *self, XcListField field, XcTable table, const char *name, const char *word)
{
  return xc_list_words_choice (xc_catalogue_get_field (table, name), word, self->titles[field]);
}

/* Rounds and teams are few, and in every row. */
static const char *
name_ordinal (XcListCells *self, gboolean is_team, int number)
{
  gpointer key = GINT_TO_POINTER (number * 2 + is_team);
  char *name = g_hash_table_lookup (self->ordinals, key);

  if (number <= 0)
    return NULL;
  if (name == NULL)
    {
      g_autofree char *numeral = xc_numeral_name (number);

      if (is_team)
        name = xc_list_words_team (NULL, number);
      else
        /* translators: a number, as the language writes it */
        name = g_strdup_printf (_ ("Round %1$s"), numeral);
      g_hash_table_insert (self->ordinals, key, name);
    }
  return name;
}

static const char *
join_role (XcListCells *self, XcListField field, XcRole role)
{
  xc_list_words_role (self->texts[field], self->problem->responsibilities, self->problem->n_responsibilities,
                      role);
  return self->texts[field]->str;
}

/* Where each measure has a row, one measure; elsewhere all of the problem's. */
static void
get_measures (XcListCells *self, const XcListMeasure *measure, const XcListMeasure **from, guint *n)
{
  *from = measure != NULL ? measure : self->problem->measures;
  *n = measure != NULL ? 1 : self->problem->n_measures;
}

static const char *
join_long (XcListCells *self, XcListField field, const XcListMeasure *measure, gsize offset)
{
  const XcListMeasure *measures;
  guint n;

  get_measures (self, measure, &measures, &n);
  return xc_list_words_numbered (self->texts[field], measures, n, offset);
}

static const char *
join_choices (XcListCells *self, XcListField field, const XcListMeasure *measure, gsize offset,
              const char *of_field)
{
  const XcListMeasure *measures;
  guint n;

  get_measures (self, measure, &measures, &n);
  return xc_list_words_choices (self->texts[field], measures, n, offset,
                                xc_catalogue_get_field (XC_TABLE_MEASURE, of_field), self->titles[field]);
}

/* The last day by which something is to be done, and the words that stand beside the days. */
static void
set_due (XcListCells *self, const XcListMeasure *measure, XcListCell *cell)
{
  GString *text = self->texts[XC_LIST_FIELD_DUE];
  const XcListMeasure *measures;
  XcDay day = XC_DAY_NONE;
  guint n;

  get_measures (self, measure, &measures, &n);
  xc_list_words_limits (text, measures, n);
  for (guint i = 0; i < n; i++)
    day = MAX (day, measures[i].due_on);
  if (text->len > 0 && xc_day_is_set (day))
    {
      char iso[XC_DAY_ISO_SIZE];

      g_string_prepend_c (text, '\n');
      g_string_prepend (text, xc_day_format_iso (day, iso));
    }
  if (text->len > 0)
    set_text (cell, XC_LIST_CELL_REPEATED, text->str);
  else
    set_day (cell, day);
}

static XcDay
find_done_on (XcListCells *self, const XcListMeasure *measure)
{
  const XcListMeasure *measures;
  guint n;

  get_measures (self, measure, &measures, &n);
  return xc_list_words_done_on (measures, n);
}

/**
 * xc_list_cells_get:
 * @self: cells of a problem
 * @field: what the column shows
 * @measure: (nullable): the measure that the row is for; %NULL when the row is for the problem as a whole
 * @cell: (out caller-allocates): what the cell holds
 */
void
xc_list_cells_get (XcListCells *self, XcListField field, const XcListMeasure *measure, XcListCell *cell)
{
  const XcListProblem *problem = self->problem;
  const char *repeated = NULL;

  *cell = (XcListCell){ .kind = XC_LIST_CELL_BLANK };
  switch (field)
    {
    case XC_LIST_FIELD_SERIAL:
      set_number (cell, self->serial);
      return;
    case XC_LIST_FIELD_NUMBER:
      set_text (cell, XC_LIST_CELL_TEXT, problem->number);
      return;
    case XC_LIST_FIELD_WORDING:
      set_text (cell, XC_LIST_CELL_TEXT, problem->wording);
      return;
    case XC_LIST_FIELD_FACTS:
      set_text (cell, XC_LIST_CELL_TEXT, problem->facts);
      return;
    case XC_LIST_FIELD_AMOUNT:
      if (problem->amount != 0)
        set_number (cell, (double) problem->amount / FEN_PER_YUAN);
      return;
    case XC_LIST_FIELD_FED_BACK_ON:
      set_day (cell, problem->fed_back ? problem->fed_back_on : XC_DAY_NONE);
      return;
    case XC_LIST_FIELD_MEASURE:
      set_text (cell, XC_LIST_CELL_TEXT,
                join_long (self, field, measure, G_STRUCT_OFFSET (XcListMeasure, wording)));
      return;
    case XC_LIST_FIELD_PROGRESS:
      set_text (cell, XC_LIST_CELL_TEXT,
                join_long (self, field, measure, G_STRUCT_OFFSET (XcListMeasure, progress)));
      return;
    case XC_LIST_FIELD_RESULT:
      set_text (cell, XC_LIST_CELL_TEXT,
                join_long (self, field, measure, G_STRUCT_OFFSET (XcListMeasure, result)));
      return;
    case XC_LIST_FIELD_DUE:
      set_due (self, measure, cell);
      return;
    case XC_LIST_FIELD_DONE_ON:
      set_day (cell, find_done_on (self, measure));
      return;
    case XC_LIST_FIELD_CLOSED_ON:
      set_day (cell, problem->closed_on);
      return;
    case XC_LIST_FIELD_ORGANIZATION:
      repeated = problem->organization;
      break;
    case XC_LIST_FIELD_ROUND:
      repeated = name_ordinal (self, FALSE, problem->round);
      break;
    case XC_LIST_FIELD_TEAM:
      repeated = problem->team_title != NULL ? problem->team_title : name_ordinal (self, TRUE, problem->team);
      break;
    case XC_LIST_FIELD_LEVEL_1:
      repeated = problem->level_1;
      break;
    case XC_LIST_FIELD_LEVEL_2:
      repeated = problem->level_2;
      break;
    case XC_LIST_FIELD_POINT:
      repeated = problem->point;
      break;
    case XC_LIST_FIELD_KEY:
      repeated = problem->is_key ? TICK : NULL;
      break;
    case XC_LIST_FIELD_COMMONNESS:
      repeated = title_of_choice (self, field, XC_TABLE_PROBLEM, "commonness", problem->commonness);
      break;
    case XC_LIST_FIELD_IMMEDIATE:
      repeated = xc_list_words_is_immediate (problem->measures, problem->n_measures) ? TICK : NULL;
      break;
    case XC_LIST_FIELD_FOUND_AT:
      repeated = title_of_choice (self, field, XC_TABLE_PROBLEM, "found_at", problem->found_at);
      break;
    case XC_LIST_FIELD_SOURCE:
      repeated = problem->source;
      break;
    case XC_LIST_FIELD_SECOND_BODY:
      repeated = problem->second_body;
      break;
    case XC_LIST_FIELD_STATE:
      repeated = title_of_choice (self, field, XC_TABLE_PROBLEM, "state", problem->state);
      break;
    case XC_LIST_FIELD_TYPE:
      repeated = join_choices (self, field, measure, G_STRUCT_OFFSET (XcListMeasure, type), "type");
      break;
    case XC_LIST_FIELD_MEASURE_STATE:
      repeated = join_choices (self, field, measure, G_STRUCT_OFFSET (XcListMeasure, state), "state");
      break;
    case XC_LIST_FIELD_FIRST:
    case XC_LIST_FIELD_LEADER:
    case XC_LIST_FIELD_LEAD_DEPARTMENT:
    case XC_LIST_FIELD_DEPARTMENT:
    case XC_LIST_FIELD_PERSON:
    case XC_LIST_FIELD_COOPERATING:
    case XC_LIST_FIELD_SUPERVISING:
      repeated = join_role (self, field, (XcRole) (field - XC_LIST_FIELD_FIRST));
      break;
    default:
      g_assert_not_reached ();
    }
  set_text (cell, XC_LIST_CELL_REPEATED, repeated);
}
