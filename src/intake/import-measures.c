/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The sheet 整改措施: a measure is recognised by its problem and wording, and by its order where there are still several.
 * Offices write the state of the problem beside each measure: the problem's follows from them all.
 */
#include "intake/import-private.h"

#include <glib/gi18n-lib.h>

/* What the sheet says of the measures of one problem. */
typedef struct
{
  XcItem *problem;
  guint row; /* the first that tells a state */
  gboolean seen[XC_N_RECTIFICATION_STATES];
  gboolean has_state;
  gboolean is_changed; /* or says what only problems can be */
  XcDay closed_on;
} Course;

typedef struct
{
  XcImport *self;
  XcCellReader *reader;
  XcItemIndex *by_wording;
  GHashTable *courses;   /* &problem->id → Course */
  GHashTable *positions; /* &problem->id → gint64, the largest */

  int number, position, wording, due, state, closed_on;
} Measures;

static Course *
get_course (Measures *measures, XcItem *problem)
{
  Course *course = g_hash_table_lookup (measures->courses, &problem->id);

  if (course == NULL)
    {
      course = g_new0 (Course, 1);
      course->problem = problem;
      course->closed_on = XC_DAY_NONE;
      g_hash_table_insert (measures->courses, &problem->id, course);
    }
  return course;
}

/* The largest position among the measures of @problem; to be raised by who takes the next one. */
static gint64 *
get_position (Measures *measures, XcItem *problem)
{
  gint64 *position = g_hash_table_lookup (measures->positions, &problem->id);

  if (position == NULL)
    {
      position = g_new0 (gint64, 1);
      g_hash_table_insert (measures->positions, &problem->id, position);
    }
  return position;
}

static void
count_positions (Measures *measures)
{
  XcDraft *draft = measures->self->draft;

  for (guint i = 0; i < xc_draft_count (draft, XC_TABLE_MEASURE); i++)
    {
      const XcItem *measure = xc_draft_get (draft, XC_TABLE_MEASURE, i);
      XcItem *problem =
          xc_draft_find (draft, XC_TABLE_PROBLEM, xc_record_get_number (measure->record, "problem_id"));
      gint64 *position = get_position (measures, problem);

      *position = MAX (*position, xc_record_get_number (measure->record, "position"));
    }
}

/* The states of a measure in the words for problems. */
static XcRectificationState
widen (const char *word)
{
  static const XcRectificationState states[] = {
    [XC_MEASURE_NOT_STARTED] = XC_RECTIFICATION_NOT_STARTED,
    [XC_MEASURE_IN_PROGRESS] = XC_RECTIFICATION_IN_PROGRESS,
    [XC_MEASURE_BASICALLY_DONE] = XC_RECTIFICATION_BASICALLY_DONE,
    [XC_MEASURE_DONE] = XC_RECTIFICATION_AWAITING_REVIEW,
  };
  XcMeasureState state = XC_MEASURE_NOT_STARTED;

  xc_measure_state_from_word (word, &state);
  return states[state];
}

/* Sets the measure's own state; tells the one that the problem is to follow. */
static XcCellState
read_state (Measures *measures, const XcSheetRow *row, XcTypedRow *typed, XcRectificationState *state,
            gboolean *is_of_problem)
{
  const XcField *fields[] = { xc_catalogue_get_field (XC_TABLE_MEASURE, "state"),
                              xc_catalogue_get_field (XC_TABLE_PROBLEM, "state"), NULL };
  const XcField *field = NULL;
  const char *word = NULL;
  XcCellState found =
      xc_cell_reader_get_choice (measures->reader, row, measures->state, fields, &field, &word);

  if (found != XC_CELL_GIVEN)
    return found;
  *is_of_problem = field == fields[1];
  if (*is_of_problem)
    xc_rectification_state_from_word (word, state);
  else
    *state = widen (word);
  xc_record_set_text (typed->record, "state",
                      xc_measure_state_to_word (xc_measure_state_from_rectification (*state)));
  return found;
}

/* The first limit is never overwritten: a later one is an extension, with its reason and who approved it. */
static void
take_limit (Measures *measures, const XcSheetRow *row, XcItem *existing, XcRecord *typed)
{
  XcImport *self = measures->self;
  XcRecord *record = existing == NULL ? typed : existing->record;
  XcDay day = XC_DAY_NONE;
  g_autofree char *wording = NULL;
  char iso[XC_DAY_ISO_SIZE];

  if (xc_cell_reader_get_limit (measures->reader, row, measures->due, &day, &wording) != XC_CELL_GIVEN)
    return;
  if (wording != NULL)
    xc_record_set_text (record, "due_wording", wording);
  else if (existing != NULL && xc_record_is_set (record, "due_on")
           && xc_record_get_day (record, "due_on") != day)
    xc_import_refuse (self, row->table, row->number, measures->due,
                      /* translators: %s is a day */
                      g_strdup_printf (_ ("The ledger has the limit %s, which an import does not overwrite."),
                                       xc_day_format_iso (xc_record_get_day (record, "due_on"), iso)),
                      _ ("Record an extension in the ledger, or leave the cell empty."));
  else
    xc_record_set_day (record, "due_on", day);
}

/* The measure that the row is about; %NULL for a new one. */
static XcItem *
find_measure (Measures *measures, const XcTypedRow *typed)
{
  g_autoptr (GPtrArray) found = xc_item_index_find (measures->by_wording, typed->record);
  gboolean has_position = (typed->given & (G_GUINT64_CONSTANT (1) << measures->position)) != 0;
  gint64 position = xc_record_get_number (typed->record, "position");
  XcItem *first_free = NULL;

  for (guint i = 0; found != NULL && i < found->len; i++)
    {
      XcItem *item = found->pdata[i];

      if (has_position && xc_record_get_number (item->record, "position") == position)
        return item;
      if (item->row == 0
          && (first_free == NULL
              || xc_record_get_number (item->record, "position")
                     < xc_record_get_number (first_free->record, "position")))
        first_free = item;
    }
  if (first_free != NULL || found == NULL || has_position)
    return first_free;
  /* All are taken, and nothing tells this one apart. */
  return found->pdata[0];
}

static void
follow (Measures *measures, const XcSheetRow *row, XcItem *problem, XcItem *measure, XcCellState found,
        XcRectificationState state, gboolean is_of_problem)
{
  Course *course = get_course (measures, problem);
  XcDay day = XC_DAY_NONE;

  if (found != XC_CELL_GIVEN)
    state = widen (xc_record_get_text (measure->record, "state"));
  else if (!course->has_state)
    {
      course->has_state = TRUE;
      course->row = row->number;
    }
  course->seen[state] = TRUE;
  course->is_changed |= xc_item_is_changed (measure) || is_of_problem;
  if (xc_cell_reader_get_day (measures->reader, row, measures->closed_on, &day) != XC_CELL_GIVEN)
    return;
  course->closed_on = MAX (course->closed_on, day);
  xc_import_note_closing (measures->self, row->table, row->number, measures->closed_on, problem);
}

static XcItem *
read_problem (Measures *measures, const XcSheetRow *row, XcTypedRow *typed)
{
  XcImport *self = measures->self;
  g_autofree char *number = NULL;
  XcCellState state = xc_cell_reader_get_name (measures->reader, row, measures->number, &number);
  XcItem *problem = NULL;

  if (xc_import_find_linked (self, row->table, row->number, &problem))
    ;
  else if (state == XC_CELL_GIVEN)
    problem = xc_import_find_problem (self, row->table, row->number, measures->number, number);
  else if (state == XC_CELL_BLANK)
    xc_import_refuse (self, row->table, row->number, measures->number,
                      g_strdup (_ ("The row does not say to which problem it belongs.")),
                      _ ("Write the number of the problem."));
  if (problem != NULL)
    xc_record_set_number (typed->record, "problem_id", problem->id);
  return problem;
}

static void
read_row (const XcSheetRow *row, gpointer data)
{
  Measures *measures = data;
  XcImport *self = measures->self;
  g_auto (XcTypedRow) typed = xc_import_read_row (self, measures->reader, row, XC_TABLE_MEASURE);
  XcItem *problem = read_problem (measures, row, &typed);
  XcRectificationState state = XC_RECTIFICATION_NOT_STARTED;
  gboolean is_of_problem = FALSE;
  XcCellState found = read_state (measures, row, &typed, &state, &is_of_problem);
  XcItem *measure = NULL;

  if (problem == NULL || !xc_record_is_set (typed.record, "wording"))
    {
      XcItem probe = { .record = typed.record };

      if (problem == NULL)
        xc_record_set_number (typed.record, "problem_id", 1);
      take_limit (measures, row, NULL, typed.record);
      xc_import_check (self, row->table, &typed, &probe);
      xc_import_count (self, row->table, row->number, NULL);
      return;
    }
  measure = find_measure (measures, &typed);
  if (measure != NULL && !xc_import_is_free (self, row->table, row->number, measures->wording, measure))
    {
      xc_import_count (self, row->table, row->number, NULL);
      return;
    }
  take_limit (measures, row, measure, typed.record);
  if (measure == NULL && (typed.given & (G_GUINT64_CONSTANT (1) << measures->position)) == 0)
    xc_record_set_number (typed.record, "position", *get_position (measures, problem) + 1);
  if (measure != NULL && found == XC_CELL_GIVEN)
    xc_record_set_text (measure->record, "state", xc_record_get_text (typed.record, "state"));
  measure = xc_import_put (self, row->table, &typed, measure);
  *get_position (measures, problem) =
      MAX (*get_position (measures, problem), xc_record_get_number (measure->record, "position"));
  if (measure->is_new)
    xc_item_index_add (measures->by_wording, measure);
  xc_import_check (self, row->table, &typed, measure);
  follow (measures, row, problem, measure, found, state, is_of_problem);
}

/* Measures that the sheet does not have count as well. */
static void
add_unlisted (Measures *measures)
{
  XcDraft *draft = measures->self->draft;

  for (guint i = 0; i < xc_draft_count (draft, XC_TABLE_MEASURE); i++)
    {
      const XcItem *measure = xc_draft_get (draft, XC_TABLE_MEASURE, i);
      gint64 problem_id = xc_record_get_number (measure->record, "problem_id");
      Course *course = g_hash_table_lookup (measures->courses, &problem_id);

      if (course != NULL && measure->row == 0)
        course->seen[widen (xc_record_get_text (measure->record, "state"))] = TRUE;
    }
}

static void
finish_course (Measures *measures, Course *course)
{
  XcImport *self = measures->self;
  const XcSheetTable *sheet = self->sheets[XC_TEMPLATE_MEASURE];
  XcRectificationState states[XC_N_RECTIFICATION_STATES];
  guint n_states = 0;
  g_autofree char *before = g_strdup (xc_record_get_text (course->problem->record, "state"));

  for (guint i = 0; i < XC_N_RECTIFICATION_STATES; i++)
    if (course->seen[i])
      states[n_states++] = (XcRectificationState) i;
  /* Rows as they were say nothing about what was decided since. */
  if (course->has_state && course->is_changed && !g_hash_table_contains (self->stated, &course->problem->id))
    xc_import_set_state (self, sheet, course->row, measures->state, course->problem,
                         xc_rectification_from_measures (states, n_states));
  if (xc_day_is_set (course->closed_on)
      && g_strcmp0 (xc_record_get_text (course->problem->record, "state"), "closed") == 0)
    xc_record_set_day (course->problem->record, "closed_on", course->closed_on);
  if (!course->problem->is_new && strcmp (before, xc_record_get_text (course->problem->record, "state")) != 0)
    xc_import_count (self, sheet, course->row, course->problem);
}

gboolean
xc_import_measures (XcImport *self, GError **error)
{
  XcSheetTable *sheet = self->sheets[XC_TEMPLATE_MEASURE];
  g_autoptr (XcCellReader) reader = xc_cell_reader_new (self->report);
  g_autoptr (XcItemIndex) by_wording = xc_item_index_new (XC_TABLE_MEASURE, "problem_id", "wording", NULL);
  g_autoptr (GHashTable) courses = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free);
  g_autoptr (GHashTable) positions = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free);
  Measures measures = {
    .self = self, .reader = reader, .by_wording = by_wording, .courses = courses, .positions = positions
  };
  GHashTableIter iter;
  gpointer course;

  if (sheet == NULL)
    return TRUE;
  if (!xc_import_load_problems (self, error) || !xc_draft_load (self->draft, XC_TABLE_MEASURE, error))
    return FALSE;
  measures.number = xc_sheet_table_get_column (sheet, "measure.problem_id");
  measures.position = xc_sheet_table_get_column (sheet, "measure.position");
  measures.wording = xc_sheet_table_get_column (sheet, "measure.wording");
  measures.due = xc_sheet_table_get_column (sheet, "measure.due");
  measures.state = xc_sheet_table_get_column (sheet, "measure.state");
  measures.closed_on = xc_sheet_table_get_column (sheet, "measure.closed_on");
  xc_item_index_add_all (by_wording, self->draft);
  count_positions (&measures);
  if (!xc_sheet_table_read (sheet, self->source, read_row, &measures, error))
    return FALSE;
  add_unlisted (&measures);
  g_hash_table_iter_init (&iter, courses);
  while (g_hash_table_iter_next (&iter, NULL, &course))
    finish_course (&measures, course);
  return TRUE;
}
