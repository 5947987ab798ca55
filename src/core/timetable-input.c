/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Life of the rows that a timetable is made from. */
#include "core/timetable-input.h"

/**
 * xc_timetable_input_new:
 *
 * Returns: (transfer full): an input without rows and rules, of a round that has no days yet
 */
XcTimetableInput *
xc_timetable_input_new (void)
{
  XcTimetableInput *self = g_new0 (XcTimetableInput, 1);

  self->starts = XC_DAY_NONE;
  self->ends = XC_DAY_NONE;
  self->stages = g_array_new (FALSE, TRUE, sizeof (XcTimetableStage));
  self->batches = g_array_new (FALSE, TRUE, sizeof (XcTimetableBatch));
  self->teams = g_array_new (FALSE, TRUE, sizeof (XcTimetableTeam));
  self->inspections = g_array_new (FALSE, TRUE, sizeof (XcTimetableInspection));
  self->rules = g_array_new (FALSE, TRUE, sizeof (XcTimetableRule));
  self->deadlines = g_array_new (FALSE, TRUE, sizeof (XcTimetableDeadline));
  self->holidays = xc_holidays_new ();
  self->texts = g_string_chunk_new (4096);
  return self;
}

/**
 * xc_timetable_input_free:
 * @self: (transfer full) (nullable): what to free, with its texts
 */
void
xc_timetable_input_free (XcTimetableInput *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->stages);
  g_array_unref (self->batches);
  g_array_unref (self->teams);
  g_array_unref (self->inspections);
  g_array_unref (self->rules);
  g_array_unref (self->deadlines);
  xc_holidays_free (self->holidays);
  g_string_chunk_free (self->texts);
  g_free (self);
}

/**
 * xc_timetable_input_text:
 * @self: the input
 * @text: (nullable): a text
 *
 * Returns: (nullable): a copy that lives as long as @self
 */
const char *
xc_timetable_input_text (XcTimetableInput *self, const char *text)
{
  return text == NULL ? NULL : g_string_chunk_insert (self->texts, text);
}
