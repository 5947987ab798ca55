/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From the rows of a round to its timetable: which rows there are, in which order, over which days. */
#include "core/timetable-private.h"

/* ---- rows ---- */

static void
add_inspection (XcTimetable *self, guint index)
{
  const XcTimetableInspection *inspection =
      &g_array_index (self->input->inspections, XcTimetableInspection, index);
  XcTimetableRow row = { .inspection = (int) index, .stage = -1 };

  xc_timetable_fill_inspection (self->input, inspection, self->as_of, &row);
  g_array_append_val (self->rows, row);
}

static void
add_stage (XcTimetable *self, guint index)
{
  const XcTimetableStage *stage = &g_array_index (self->input->stages, XcTimetableStage, index);
  XcTimetableRow row = { .inspection = -1, .stage = (int) index };

  xc_timetable_fill_stage (stage, self->as_of, &row);
  g_array_append_val (self->rows, row);
}

static int
get_batch_ordinal (const XcTimetableInput *input, gint64 batch_id)
{
  for (guint i = 0; i < input->batches->len; i++)
    {
      const XcTimetableBatch *batch = &g_array_index (input->batches, XcTimetableBatch, i);

      if (batch->id == batch_id)
        return batch->ordinal;
    }
  return 0;
}

static int
compare_numbers (gint64 one, gint64 other)
{
  return one < other ? -1 : one > other;
}

/* What has no day comes last. */
static gint64
get_place (const XcTimetableInspection *inspection)
{
  XcDay day = xc_day_is_set (inspection->enters_on) ? inspection->enters_on : inspection->planned_enters_on;

  return xc_day_is_set (day) ? day : G_MAXINT64;
}

/* By batch, then in the order in which they are entered, then by their numbers. */
static int
compare_inspections (gconstpointer a, gconstpointer b, gpointer data)
{
  const XcTimetableInput *input = data;
  const XcTimetableInspection *one =
      &g_array_index (input->inspections, XcTimetableInspection, *(const guint *) a);
  const XcTimetableInspection *other =
      &g_array_index (input->inspections, XcTimetableInspection, *(const guint *) b);
  int order =
      compare_numbers (get_batch_ordinal (input, one->batch_id), get_batch_ordinal (input, other->batch_id));

  if (order == 0)
    order = compare_numbers (get_place (one), get_place (other));
  if (order == 0)
    order = compare_numbers (one->serial != 0 ? one->serial : G_MAXINT,
                             other->serial != 0 ? other->serial : G_MAXINT);
  return order != 0 ? order : compare_numbers (one->id, other->id);
}

static int
compare_stages (gconstpointer a, gconstpointer b, gpointer data)
{
  const XcTimetableInput *input = data;
  const XcTimetableStage *one = &g_array_index (input->stages, XcTimetableStage, *(const guint *) a);
  const XcTimetableStage *other = &g_array_index (input->stages, XcTimetableStage, *(const guint *) b);
  int order = compare_numbers (one->stage, other->stage);

  if (order == 0)
    order = compare_numbers (get_batch_ordinal (input, one->batch_id),
                             get_batch_ordinal (input, other->batch_id));
  return order != 0 ? order : compare_numbers (one->id, other->id);
}

static int
compare_teams (gconstpointer a, gconstpointer b, gpointer data)
{
  const XcTimetableInput *input = data;

  return compare_numbers (g_array_index (input->teams, XcTimetableTeam, *(const guint *) a).ordinal,
                          g_array_index (input->teams, XcTimetableTeam, *(const guint *) b).ordinal);
}

static GArray *
sort_indexes (guint n, GCompareDataFunc compare, const XcTimetableInput *input)
{
  GArray *indexes = g_array_sized_new (FALSE, FALSE, sizeof (guint), n);

  for (guint i = 0; i < n; i++)
    g_array_append_val (indexes, i);
  g_array_sort_with_data (indexes, compare, (gpointer) input);
  return indexes;
}

static gboolean
has_team (const XcTimetableInput *input, gint64 team_id)
{
  for (guint i = 0; i < input->teams->len; i++)
    if (g_array_index (input->teams, XcTimetableTeam, i).id == team_id)
      return TRUE;
  return FALSE;
}

/* Adds the inspections of a team, or those that have none. */
static void
add_group (XcTimetable *self, int team, const GArray *inspections)
{
  const XcTimetableInput *input = self->input;
  XcTimetableGroup group = { .team = team, .first_row = self->rows->len };
  gint64 team_id = team >= 0 ? g_array_index (input->teams, XcTimetableTeam, team).id : 0;

  for (guint i = 0; i < inspections->len; i++)
    {
      guint index = g_array_index (inspections, guint, i);
      gint64 of = g_array_index (input->inspections, XcTimetableInspection, index).team_id;

      if (team >= 0 ? of == team_id : !has_team (input, of))
        add_inspection (self, index);
    }
  group.n_rows = self->rows->len - group.first_row;
  if (team >= 0 || group.n_rows > 0)
    g_array_append_val (self->groups, group);
}

static void
fill_rows (XcTimetable *self)
{
  const XcTimetableInput *input = self->input;
  g_autoptr (GArray) stages = sort_indexes (input->stages->len, compare_stages, input);
  g_autoptr (GArray) teams = sort_indexes (input->teams->len, compare_teams, input);
  g_autoptr (GArray) inspections = sort_indexes (input->inspections->len, compare_inspections, input);

  for (guint i = 0; i < stages->len; i++)
    add_stage (self, g_array_index (stages, guint, i));
  if (stages->len > 0)
    {
      XcTimetableGroup group = { .team = -1, .is_stages = TRUE, .n_rows = stages->len };
      g_array_append_val (self->groups, group);
    }
  for (guint i = 0; i < teams->len; i++)
    add_group (self, (int) g_array_index (teams, guint, i), inspections);
  add_group (self, -1, inspections);
}

/* ---- the range ---- */

static void
widen (XcTimetable *self, XcDay day)
{
  if (!xc_day_is_set (day))
    return;
  self->first = xc_day_is_set (self->first) ? MIN (self->first, day) : day;
  self->last = xc_day_is_set (self->last) ? MAX (self->last, day) : day;
}

/* All that is known, in whole months; nothing known is the month of today. */
static void
fill_range (XcTimetable *self)
{
  self->first = self->last = XC_DAY_NONE;
  widen (self, self->input->starts);
  widen (self, self->input->ends);
  for (guint i = 0; i < self->input->batches->len; i++)
    {
      const XcTimetableBatch *batch = &g_array_index (self->input->batches, XcTimetableBatch, i);

      widen (self, batch->starts);
      widen (self, batch->ends);
    }
  for (guint i = 0; i < self->rows->len; i++)
    {
      const XcTimetableRow *row = &g_array_index (self->rows, XcTimetableRow, i);

      for (guint k = 0; k < XC_N_MILESTONES; k++)
        {
          widen (self, row->milestones[k].planned);
          widen (self, row->milestones[k].actual);
        }
      for (guint k = 0; k < XC_N_PHASES; k++)
        {
          widen (self, row->phases[k].planned_from);
          widen (self, row->phases[k].planned_to);
          widen (self, row->phases[k].actual_from);
          widen (self, row->phases[k].actual_to);
        }
    }
  if (!xc_day_is_set (self->first))
    self->first = self->last = self->as_of;
  self->first = xc_timetable_begin_unit (XC_TIMETABLE_MONTHS, self->first);
  self->last = MIN (xc_timetable_next_unit (XC_TIMETABLE_MONTHS, self->last) - 1, XC_DAY_MAX);
}

/**
 * xc_timetable_begin_unit:
 * @unit: weeks, months or years
 * @day: a day that is set
 *
 * Returns: the first day of the unit that @day lies in, in the days that there are
 */
XcDay
xc_timetable_begin_unit (XcTimetableUnit unit, XcDay day)
{
  int year, month;

  xc_day_get (day, &year, &month, NULL);
  switch (unit)
    {
    case XC_TIMETABLE_WEEKS:
      return MAX (day - xc_day_weekday (day) + 1, XC_DAY_MIN);
    case XC_TIMETABLE_MONTHS:
      return xc_day_new (year, month, 1);
    case XC_TIMETABLE_YEARS:
      return xc_day_new (year, 1, 1);
    default:
      g_return_val_if_reached (day);
    }
}

/**
 * xc_timetable_next_unit:
 * @unit: weeks, months or years
 * @day: a day that is set
 *
 * Returns: the first day of the unit after the one that @day lies in; the day after the last one when there is none
 */
XcDay
xc_timetable_next_unit (XcTimetableUnit unit, XcDay day)
{
  XcDay next = XC_DAY_NONE;

  switch (unit)
    {
    case XC_TIMETABLE_WEEKS:
      next = day - xc_day_weekday (day) + 8;
      break;
    case XC_TIMETABLE_MONTHS:
      next = xc_day_add_months (xc_timetable_begin_unit (unit, day), 1);
      break;
    case XC_TIMETABLE_YEARS:
      next = xc_day_add_months (xc_timetable_begin_unit (unit, day), 12);
      break;
    default:
      g_return_val_if_reached (day);
    }
  return xc_day_is_set (next) ? MIN (next, XC_DAY_MAX + 1) : XC_DAY_MAX + 1;
}

/**
 * xc_timetable_new:
 * @input: (transfer full): the rows of one round
 * @as_of: today
 *
 * The same input gives the same timetable, whatever the order of its rows. Days after @as_of are arranged, not done.
 *
 * Returns: (transfer full): the timetable
 */
XcTimetable *
xc_timetable_new (XcTimetableInput *input, XcDay as_of)
{
  XcTimetable *self;

  g_return_val_if_fail (input != NULL && xc_day_is_set (as_of), NULL);
  self = g_new0 (XcTimetable, 1);
  self->input = input;
  self->as_of = as_of;
  self->groups = g_array_new (FALSE, TRUE, sizeof (XcTimetableGroup));
  self->rows = g_array_new (FALSE, TRUE, sizeof (XcTimetableRow));
  fill_rows (self);
  fill_range (self);
  return self;
}

/**
 * xc_timetable_free:
 * @self: (transfer full) (nullable): a timetable, freed with its input
 */
void
xc_timetable_free (XcTimetable *self)
{
  if (self == NULL)
    return;
  xc_timetable_input_free (self->input);
  g_array_unref (self->groups);
  g_array_unref (self->rows);
  g_free (self);
}
