/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the timetable says: the titles that it shows, and the sentences of its marks. */
#include "report/timetable-chart-private.h"

#include "core/catalogue.h"
#include "core/numeral.h"

#include <glib/gi18n-lib.h>

/**
 * xc_phase_title:
 * @phase: a phase
 *
 * Returns: (translated): what it is called
 */
const char *
xc_phase_title (XcPhase phase)
{
  switch (phase)
    {
    case XC_PHASE_NOTICE:
      return C_ ("phase", "Notice");
    case XC_PHASE_ON_SITE:
      return C_ ("phase", "On site");
    case XC_PHASE_REPORT:
      return C_ ("phase", "Report");
    case XC_PHASE_FEEDBACK:
      return C_ ("phase", "Feedback");
    case XC_PHASE_PLAN:
      return C_ ("phase", "Plan");
    case XC_PHASE_RECTIFICATION:
      return C_ ("phase", "Rectification");
    default:
      g_return_val_if_reached ("");
    }
}

/* What the ledger calls the day of a milestone. */
static const char *
get_milestone_title (XcMilestone milestone)
{
  static const char *const fields[] = {
    [XC_MILESTONE_NOTICE] = "notified_on",
    [XC_MILESTONE_ENTERS] = "enters_on",
    [XC_MILESTONE_LEAVES] = "leaves_on",
    [XC_MILESTONE_REPORT] = "reported_on",
    [XC_MILESTONE_FEEDBACK] = "fed_back_on",
    [XC_MILESTONE_PLAN] = "plan_received_on",
    [XC_MILESTONE_RECTIFICATION] = "report_received_on",
  };

  return xc_field_title (XC_TABLE_INSPECTION,
                         xc_catalogue_get_field (XC_TABLE_INSPECTION, fields[milestone]));
}

static const char *
get_choice_title (XcTable table, const char *field, const char *word)
{
  return xc_choice_title (xc_field_find_choice (xc_catalogue_get_field (table, field), word));
}

static const XcTimetableInspection *
get_inspection (const XcTimetable *timetable, const XcTimetableRow *row)
{
  return &g_array_index (timetable->input->inspections, XcTimetableInspection, row->inspection);
}

/* Puts a sentence after those that are there. */
static void
add_sentence (char **sentences, char *sentence)
{
  char *both;

  if (sentence == NULL)
    return;
  if (*sentences == NULL)
    {
      *sentences = sentence;
      return;
    }
  /* translators: two sentences, one after the other */
  both = g_strdup_printf (C_ ("sentences", "%1$s %2$s"), *sentences, sentence);
  g_free (*sentences);
  g_free (sentence);
  *sentences = both;
}

/* ---- titles ---- */

/**
 * xc_timetable_dup_title:
 * @timetable: a timetable
 *
 * Returns: (transfer full): its title, with committee, term and round
 */
char *
xc_timetable_dup_title (const XcTimetable *timetable)
{
  const XcTimetableInput *input = timetable->input;
  g_autofree char *term = xc_numeral_name (MAX (input->term_ordinal, 1));
  g_autofree char *round = xc_numeral_name (MAX (input->ordinal, 1));

  return g_strdup_printf (
      /* translators: %1$s is a committee, %2$s the number of its term, %3$s of a round, as the language writes it */
      _ ("%1$s, term %2$s: timetable of round %3$s"), input->committee != NULL ? input->committee : "", term,
      round);
}

char *
xc_timetable_dup_as_of (const XcTimetable *timetable)
{
  g_autofree char *day = xc_day_format (timetable->as_of);

  /* translators: %s is a day */
  return g_strdup_printf (_ ("As of %s"), day);
}

char *
xc_timetable_dup_group_title (const XcTimetable *timetable, const XcTimetableGroup *group)
{
  const XcTimetableTeam *team;
  g_autofree char *number = NULL;

  if (group->is_stages)
    return g_strdup (_ ("Stages of the round"));
  if (group->team < 0)
    return g_strdup (_ ("No team yet"));
  team = &g_array_index (timetable->input->teams, XcTimetableTeam, group->team);
  if (team->title != NULL && *team->title != '\0')
    return g_strdup (team->title);
  number = xc_numeral_name (MAX (team->ordinal, 1));
  /* translators: the number of a team, as the language writes it */
  return g_strdup_printf (_ ("Team %1$s"), number);
}

char *
xc_timetable_dup_group_words (const XcTimetable *timetable, const XcTimetableGroup *group)
{
  g_autofree char *title = xc_timetable_dup_group_title (timetable, group);
  char *words = NULL;

  if (group->is_stages)
    return g_steal_pointer (&title);
  if (group->n_rows == 0)
    /* translators: the title of a team */
    add_sentence (&words, g_strdup_printf (_ ("%s: nothing is assigned yet."), title));
  else
    add_sentence (&words, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                                        /* translators: %1$s is the title of a team, %2$u a
                                                         * number of inspections */
                                                        "%1$s: %2$u inspection.", "%1$s: %2$u inspections.",
                                                        group->n_rows),
                                           title, group->n_rows));
  if (group->team >= 0)
    {
      const XcTimetableTeam *team = &g_array_index (timetable->input->teams, XcTimetableTeam, group->team);

      /* translators: the name of the leader of a team */
      add_sentence (&words, team->leader != NULL ? g_strdup_printf (_ ("Leader: %s."), team->leader)
                                                 : g_strdup (_ ("No leader yet.")));
    }
  return words;
}

static int
get_batch_ordinal (const XcTimetable *timetable, gint64 batch_id)
{
  for (guint i = 0; i < timetable->input->batches->len; i++)
    {
      const XcTimetableBatch *batch = &g_array_index (timetable->input->batches, XcTimetableBatch, i);

      if (batch->id == batch_id)
        return batch->ordinal;
    }
  return 0;
}

char *
xc_timetable_dup_row_title (const XcTimetable *timetable, const XcTimetableRow *row)
{
  const XcTimetableStage *stage;
  const char *title;
  int batch;

  if (row->stage < 0)
    return g_strdup (get_inspection (timetable, row)->organization);
  stage = &g_array_index (timetable->input->stages, XcTimetableStage, row->stage);
  title = get_choice_title (XC_TABLE_ROUND_STAGE, "stage", xc_round_stage_to_word (stage->stage));
  batch = get_batch_ordinal (timetable, stage->batch_id);
  if (batch == 0)
    return g_strdup (title);
  /* translators: %1$s is a stage of a round, %2$d the number of a batch */
  return g_strdup_printf (_ ("%1$s, batch %2$d"), title, batch);
}

/* ---- how far it is ---- */

/* The phase that goes on, the latest when there are several, or -1. */
static int
find_open (const XcTimetableRow *row)
{
  for (int i = XC_N_PHASES - 1; i >= 0; i--)
    if (row->phases[i].is_open)
      return i;
  return -1;
}

static int
get_overdue (const XcTimetableRow *row)
{
  int days = 0;

  for (guint i = 0; i < XC_N_MILESTONES; i++)
    if (row->milestones[i].state == XC_MILESTONE_STATE_OVERDUE)
      days = MAX (days, row->milestones[i].late_days);
  return days;
}

static gboolean
has_begun (const XcTimetableRow *row)
{
  for (guint i = 0; i < XC_N_MILESTONES; i++)
    if (row->milestones[i].state == XC_MILESTONE_STATE_DONE
        || row->milestones[i].state == XC_MILESTONE_STATE_LATE)
      return TRUE;
  return FALSE;
}

/* A word or two at the end of a row's name. */
char *
xc_timetable_dup_status (const XcTimetable *timetable, const XcTimetableRow *row, gboolean *is_alarm)
{
  int open = find_open (row), overdue = row->inspection >= 0 ? get_overdue (row) : 0;
  const XcMilestoneDays *last = &row->milestones[XC_MILESTONE_RECTIFICATION];

  *is_alarm = overdue > 0;
  if (row->inspection < 0)
    {
      const XcPhaseDays *days = &row->phases[0];

      if (days->is_open)
        return g_strdup (C_ ("stage of a round", "Goes on"));
      return g_strdup (xc_day_is_set (days->actual_to) && days->actual_to <= timetable->as_of
                           ? C_ ("stage of a round", "Done")
                           : "");
    }
  if (overdue > 0)
    return g_strdup_printf (
        /* translators: at the end of a narrow column: the days that something is overdue */
        g_dngettext (GETTEXT_PACKAGE, "%d day over", "%d days over", overdue), overdue);
  if (open >= 0)
    return g_strdup (xc_phase_title ((XcPhase) open));
  if (last->state == XC_MILESTONE_STATE_DONE || last->state == XC_MILESTONE_STATE_LATE)
    return g_strdup (C_ ("inspection", "Done"));
  return g_strdup (has_begun (row) ? "" : C_ ("inspection", "Not begun"));
}

/* ---- sentences ---- */

static char *
dup_lateness (const XcMilestoneDays *days)
{
  if (days->late_days == 0)
    return NULL;
  switch (days->state)
    {
    case XC_MILESTONE_STATE_LATE:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d day late.", "%d days late.", days->late_days),
                              days->late_days);
    case XC_MILESTONE_STATE_OVERDUE:
      return g_strdup_printf (
          g_dngettext (GETTEXT_PACKAGE, "%d day overdue.", "%d days overdue.", days->late_days),
          days->late_days);
    case XC_MILESTONE_STATE_EXPECTED:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "That will be %d day late.",
                                           "That will be %d days late.", days->late_days),
                              days->late_days);
    case XC_MILESTONE_STATE_UNKNOWN:
    case XC_MILESTONE_STATE_OMITTED:
    case XC_MILESTONE_STATE_DONE:
    default:
      return NULL;
    }
}

/* When it was, or that it was not. */
static char *
dup_actual (const char *title, const char *phase, const XcPhaseDays *days)
{
  g_autofree char *from = xc_day_format (days->actual_from), *to = xc_day_format (days->actual_to);
  int n_days = days->actual_to - days->actual_from + 1;

  if (!xc_day_is_set (days->actual_from))
    /* translators: %1$s is an organization or a round, %2$s something that is done with it: "on site" */
    return g_strdup_printf (_ ("%1$s, %2$s: no days yet."), title, phase);
  if (days->is_reversed)
    return g_strdup_printf (
        /* translators: %1$s is an organization, %2$s something that is done with it, %3$s and %4$s are days */
        _ ("%1$s, %2$s: the days stand the wrong way round, %4$s before %3$s. Please check them."), title,
        phase, from, to);
  if (days->is_open)
    return g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE,
                     /* translators: %1$s is an organization, %2$s something that is done with it, %3$s a
                      * day, %4$d a number of days */
                     "%1$s, %2$s: since %3$s, %4$d day so far.", "%1$s, %2$s: since %3$s, %4$d days so far.",
                     n_days),
        title, phase, from, n_days);
  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE,
                   /* translators: %1$s is an organization, %2$s something that is done with it, %3$s and %4$s
                    * are days, %5$d is how many */
                   "%1$s, %2$s: %3$s to %4$s, %5$d day.", "%1$s, %2$s: %3$s to %4$s, %5$d days.", n_days),
      title, phase, from, to, n_days);
}

static char *
dup_planned (const XcPhaseDays *days)
{
  g_autofree char *from = xc_day_format (days->planned_from), *to = xc_day_format (days->planned_to);

  /* translators: %1$s and %2$s are days */
  return xc_day_is_set (days->planned_from) ? g_strdup_printf (_ ("Planned: %1$s to %2$s."), from, to) : NULL;
}

static char *
dup_due (const XcMilestoneDays *days)
{
  g_autofree char *day = xc_day_format (days->planned);

  /* translators: a day */
  return xc_day_is_set (days->planned) ? g_strdup_printf (_ ("Due by %s."), day) : NULL;
}

char *
xc_timetable_dup_phase_words (const XcTimetable *timetable, const XcTimetableRow *row, XcPhase phase)
{
  g_autofree char *title = xc_timetable_dup_row_title (timetable, row);
  const XcPhaseDays *days = &row->phases[phase];
  const XcMilestoneDays *end = &row->milestones[xc_phase_get_end (phase)];
  char *words = dup_actual (title, xc_phase_title (phase), days);

  if (phase == XC_PHASE_ON_SITE)
    {
      add_sentence (&words, dup_planned (days));
      if (row->milestones[XC_MILESTONE_ENTERS].late_days > 0 && end->late_days == 0)
        {
          g_autofree char *late = dup_lateness (&row->milestones[XC_MILESTONE_ENTERS]);
          add_sentence (&words, g_steal_pointer (&late));
        }
    }
  else
    add_sentence (&words, dup_due (end));
  add_sentence (&words, dup_lateness (end));
  if (end->state == XC_MILESTONE_STATE_OMITTED)
    /* translators: the name of a day that a form asks for */
    add_sentence (&words,
                  g_strdup_printf (_ ("Not entered: %s."), get_milestone_title (xc_phase_get_end (phase))));
  else if (xc_day_is_set (end->actual) && end->actual > timetable->as_of)
    {
      g_autofree char *day = xc_day_format (end->actual);
      /* translators: a day to come */
      add_sentence (&words, g_strdup_printf (_ ("Arranged for %s."), day));
    }
  return words;
}

char *
xc_timetable_dup_stage_words (const XcTimetable *timetable, const XcTimetableRow *row)
{
  g_autofree char *title = xc_timetable_dup_row_title (timetable, row);
  g_autofree char *round = xc_numeral_name (MAX (timetable->input->ordinal, 1));
  /* translators: the number of a round */
  g_autofree char *of = g_strdup_printf (_ ("Round %1$s"), round);
  char *words = dup_actual (of, title, &row->phases[0]);

  add_sentence (&words, dup_planned (&row->phases[0]));
  return words;
}

char *
xc_timetable_dup_row_words (const XcTimetable *timetable, const XcTimetableRow *row)
{
  const XcTimetableInspection *inspection = get_inspection (timetable, row);
  const char *kind =
      get_choice_title (XC_TABLE_INSPECTION, "kind", xc_inspection_kind_to_word (inspection->kind));
  g_autoptr (GString) days = g_string_new (NULL);
  int overdue = get_overdue (row);
  char *words = NULL;

  for (guint i = 0; i < XC_N_MILESTONES; i++)
    {
      g_autofree char *day = xc_day_format (row->milestones[i].actual);

      if (!xc_day_is_set (row->milestones[i].actual))
        continue;
      if (days->len > 0)
        g_string_append (days, C_ ("between days", ", "));
      /* translators: %1$s is what happened, as a form calls it, %2$s the day */
      g_string_append_printf (days, C_ ("named day", "%1$s %2$s"), get_milestone_title ((XcMilestone) i),
                              day);
    }
  /* translators: %1$s is an organization, %2$s the kind of its inspection, %3$s are days with their names */
  words = days->len > 0
              ? g_strdup_printf (_ ("%1$s (%2$s): %3$s."), inspection->organization, kind, days->str)
              /* translators: %1$s is an organization, %2$s the kind of its inspection */
              : g_strdup_printf (_ ("%1$s (%2$s): no days yet."), inspection->organization, kind);
  if (overdue > 0)
    add_sentence (
        &words, g_strdup_printf (
                    g_dngettext (GETTEXT_PACKAGE, "%d day overdue.", "%d days overdue.", overdue), overdue));
  return words;
}

/**
 * xc_timetable_dup_words:
 * @timetable: a timetable
 *
 * What the picture says, for those who cannot see it and for pasting into a report.
 *
 * Returns: (transfer full): the title, the day, and a line for each team, inspection, phase and stage
 */
char *
xc_timetable_dup_words (const XcTimetable *timetable)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (lines, xc_timetable_dup_title (timetable));
  g_ptr_array_add (lines, xc_timetable_dup_as_of (timetable));
  for (guint i = 0; i < timetable->groups->len; i++)
    {
      const XcTimetableGroup *group = &g_array_index (timetable->groups, XcTimetableGroup, i);

      g_ptr_array_add (lines, xc_timetable_dup_group_words (timetable, group));
      for (guint k = group->first_row; k < group->first_row + group->n_rows; k++)
        {
          const XcTimetableRow *row = &g_array_index (timetable->rows, XcTimetableRow, k);

          if (row->stage >= 0)
            {
              g_ptr_array_add (lines, xc_timetable_dup_stage_words (timetable, row));
              continue;
            }
          g_ptr_array_add (lines, xc_timetable_dup_row_words (timetable, row));
          for (guint phase = 0; phase < XC_N_PHASES; phase++)
            if (xc_day_is_set (row->phases[phase].actual_from)
                || xc_day_is_set (row->phases[phase].planned_from))
              g_ptr_array_add (lines, xc_timetable_dup_phase_words (timetable, row, (XcPhase) phase));
        }
    }
  g_ptr_array_add (lines, g_strdup (""));
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("\n", (char **) lines->pdata);
}
