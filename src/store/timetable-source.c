/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/timetable-source.h"

#include "store/coverage-source.h"

static const char *
keep (XcTimetableInput *input, const XcRecord *record, const char *field)
{
  return xc_timetable_input_text (input, xc_record_get_text (record, field));
}

static gboolean
read_round (XcStore *store, gint64 round_id, XcTimetableInput *input, XcDay *as_of, GError **error)
{
  XcDay today = *as_of;
  g_autoptr (XcRecord) round = xc_store_load (store, XC_TABLE_ROUND, round_id, error);
  g_autoptr (XcRecord) term = NULL;

  if (round == NULL)
    return FALSE;
  term = xc_store_load (store, XC_TABLE_TERM, xc_record_get_number (round, "term_id"), error);
  if (term == NULL)
    return FALSE;
  input->round_id = round_id;
  input->ordinal = (int) xc_record_get_number (round, "ordinal");
  input->title = keep (input, round, "title");
  input->starts = xc_record_get_day (round, "starts_on");
  input->ends = xc_record_get_day (round, "ends_on");
  input->committee = keep (input, term, "committee");
  *as_of = xc_coverage_source_choose_day (term, today);
  input->is_over = *as_of < today;
  input->term_ordinal = (int) xc_record_get_number (term, "ordinal");
  return TRUE;
}

static void
read_stage (XcTimetableInput *input, const XcRecord *record)
{
  XcTimetableStage row = {
    .id = xc_record_get_id (record),
    .batch_id = xc_record_get_number (record, "batch_id"),
    .planned_from = xc_record_get_day (record, "planned_from"),
    .planned_to = xc_record_get_day (record, "planned_to"),
    .actual_from = xc_record_get_day (record, "actual_from"),
    .actual_to = xc_record_get_day (record, "actual_to"),
  };

  if (xc_round_stage_from_word (xc_record_get_text (record, "stage"), &row.stage))
    g_array_append_val (input->stages, row);
}

static void
read_batch (XcTimetableInput *input, const XcRecord *record)
{
  XcTimetableBatch row = {
    .id = xc_record_get_id (record),
    .ordinal = (int) xc_record_get_number (record, "ordinal"),
    .starts = xc_record_get_day (record, "starts_on"),
    .ends = xc_record_get_day (record, "ends_on"),
  };

  g_array_append_val (input->batches, row);
}

static void
read_team (XcTimetableInput *input, const XcRecord *record)
{
  XcTimetableTeam row = {
    .id = xc_record_get_id (record),
    .ordinal = (int) xc_record_get_number (record, "ordinal"),
    .title = keep (input, record, "title"),
  };

  g_array_append_val (input->teams, row);
}

static void
read_inspection (XcTimetableInput *input, const XcRecord *record)
{
  XcTimetableInspection row = {
    .id = xc_record_get_id (record),
    .batch_id = xc_record_get_number (record, "batch_id"),
    .team_id = xc_record_get_number (record, "team_id"),
    .organization_id = xc_record_get_number (record, "organization_id"),
    .serial = (int) xc_record_get_number (record, "serial"),
    .organization = "",
    .notified_on = xc_record_get_day (record, "notified_on"),
    .planned_enters_on = xc_record_get_day (record, "planned_enters_on"),
    .planned_leaves_on = xc_record_get_day (record, "planned_leaves_on"),
    .enters_on = xc_record_get_day (record, "enters_on"),
    .leaves_on = xc_record_get_day (record, "leaves_on"),
    .reported_on = xc_record_get_day (record, "reported_on"),
    .fed_back_on = xc_record_get_day (record, "fed_back_on"),
    .plan_received_on = xc_record_get_day (record, "plan_received_on"),
    .report_received_on = xc_record_get_day (record, "report_received_on"),
  };

  xc_inspection_kind_from_word (xc_record_get_text (record, "kind"), &row.kind);
  g_array_append_val (input->inspections, row);
}

static void
read_rule (XcTimetableInput *input, const XcRecord *record)
{
  XcTimetableRule row = {
    .rule = { .number = (int) xc_record_get_number (record, "amount"),
              .valid_from = xc_record_get_day (record, "valid_from") },
  };

  if (xc_deadline_subject_from_word (xc_record_get_text (record, "subject"), &row.subject)
      && xc_deadline_start_from_word (xc_record_get_text (record, "start"), &row.start)
      && xc_deadline_unit_from_word (xc_record_get_text (record, "unit"), &row.rule.unit)
      && xc_deadline_direction_from_word (xc_record_get_text (record, "direction"), &row.rule.direction))
    g_array_append_val (input->rules, row);
}

static gboolean
read_deadline (XcStore *store, XcTimetableInput *input, const XcRecord *record, GError **error)
{
  XcTimetableDeadline row = {
    .inspection_id = xc_record_get_number (record, "inspection_id"),
    .due_on = xc_record_get_day (record, "due_on"),
  };
  g_autoptr (GPtrArray) extensions = xc_store_load_where (store, XC_TABLE_DEADLINE_EXTENSION, "deadline_id",
                                                          xc_record_get_id (record), error);
  XcDay approved_on = XC_DAY_NONE;

  if (extensions == NULL)
    return FALSE;
  for (guint i = 0; i < extensions->len; i++)
    if (xc_record_get_day (extensions->pdata[i], "approved_on") >= approved_on)
      {
        approved_on = xc_record_get_day (extensions->pdata[i], "approved_on");
        row.due_on = xc_record_get_day (extensions->pdata[i], "new_on");
      }
  if (xc_deadline_subject_from_word (xc_record_get_text (record, "subject"), &row.subject))
    g_array_append_val (input->deadlines, row);
  return TRUE;
}

static gboolean
read_deadlines (XcStore *store, XcTimetableInput *input, GError **error)
{
  for (guint i = 0; i < input->inspections->len; i++)
    {
      gint64 id = g_array_index (input->inspections, XcTimetableInspection, i).id;
      g_autoptr (GPtrArray) given =
          xc_store_load_where (store, XC_TABLE_DEADLINE, "inspection_id", id, error);

      if (given == NULL)
        return FALSE;
      for (guint k = 0; k < given->len; k++)
        if (!read_deadline (store, input, given->pdata[k], error))
          return FALSE;
    }
  return TRUE;
}

static void
read_holiday (XcTimetableInput *input, const XcRecord *record)
{
  xc_holidays_add (input->holidays, xc_record_get_day (record, "day"), xc_record_get_yes (record, "is_off"));
}

/* Calls @read with each of @records, which it frees; without records, says that reading failed. */
static gboolean
read_all (GPtrArray *records, void (*read) (XcTimetableInput *, const XcRecord *), XcTimetableInput *input)
{
  if (records == NULL)
    return FALSE;
  for (guint i = 0; i < records->len; i++)
    read (input, records->pdata[i]);
  g_ptr_array_unref (records);
  return TRUE;
}

/* The record of that id among @records, which are by id. */
static const XcRecord *
find_record (const GPtrArray *records, gint64 id)
{
  guint from = 0, to = records->len;

  while (from < to)
    {
      guint middle = from + (to - from) / 2;
      gint64 there = xc_record_get_id (records->pdata[middle]);

      if (there == id)
        return records->pdata[middle];
      if (there < id)
        from = middle + 1;
      else
        to = middle;
    }
  return NULL;
}

static gboolean
name_organizations (XcStore *store, XcTimetableInput *input, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GPtrArray) organizations = NULL;

  for (guint i = 0; i < input->inspections->len; i++)
    g_array_append_val (ids, g_array_index (input->inspections, XcTimetableInspection, i).organization_id);
  organizations = xc_store_load_ids (store, XC_TABLE_ORGANIZATION, (const gint64 *) (const void *) ids->data,
                                     ids->len, error);
  if (organizations == NULL)
    return FALSE;
  for (guint i = 0; i < input->inspections->len; i++)
    {
      XcTimetableInspection *row = &g_array_index (input->inspections, XcTimetableInspection, i);
      const XcRecord *organization = find_record (organizations, row->organization_id);

      if (organization != NULL)
        row->organization = keep (input, organization, "name");
    }
  return TRUE;
}

static gboolean
name_leader (XcStore *store, XcTimetableInput *input, XcTimetableTeam *team, GError **error)
{
  g_autoptr (GPtrArray) members =
      xc_store_load_where (store, XC_TABLE_TEAM_MEMBER, "team_id", team->id, error);

  if (members == NULL)
    return FALSE;
  for (guint i = 0; i < members->len && team->leader == NULL; i++)
    {
      g_autoptr (XcRecord) person = NULL;

      if (g_strcmp0 (xc_record_get_text (members->pdata[i], "role"), "leader") != 0)
        continue;
      person = xc_store_load (store, XC_TABLE_PERSON, xc_record_get_number (members->pdata[i], "person_id"),
                              error);
      if (person == NULL)
        return FALSE;
      team->leader = keep (input, person, "name");
    }
  return TRUE;
}

/**
 * xc_timetable_source_load:
 * @store: a ledger
 * @round_id: a round in it
 * @as_of: today; a round of a term that is over is shown as it was on the term's last day
 * @error: return location for a #XcStoreError; %XC_STORE_ERROR_NOT_FOUND when there is no such round
 *
 * Returns: (transfer full): the timetable of the round, as the ledger is now, or %NULL
 */
XcTimetable *
xc_timetable_source_load (XcStore *store, gint64 round_id, XcDay as_of, GError **error)
{
  g_autoptr (XcTimetableInput) input = xc_timetable_input_new ();

  if (!read_round (store, round_id, input, &as_of, error)
      || !read_all (xc_store_load_where (store, XC_TABLE_ROUND_STAGE, "round_id", round_id, error),
                    read_stage, input)
      || !read_all (xc_store_load_where (store, XC_TABLE_BATCH, "round_id", round_id, error), read_batch,
                    input)
      || !read_all (xc_store_load_where (store, XC_TABLE_TEAM, "round_id", round_id, error), read_team, input)
      || !read_all (xc_store_load_where (store, XC_TABLE_INSPECTION, "round_id", round_id, error),
                    read_inspection, input)
      || !read_all (xc_store_load_all (store, XC_TABLE_DEADLINE_RULE, error), read_rule, input)
      || !read_all (xc_store_load_all (store, XC_TABLE_HOLIDAY, error), read_holiday, input)
      || !read_deadlines (store, input, error) || !name_organizations (store, input, error))
    return NULL;
  for (guint i = 0; i < input->teams->len; i++)
    if (!name_leader (store, input, &g_array_index (input->teams, XcTimetableTeam, i), error))
      return NULL;
  return xc_timetable_new (g_steal_pointer (&input), as_of);
}

/**
 * xc_timetable_source_is_touched:
 * @change: what an action changed
 *
 * Returns: whether a timetable may be another one after it
 */
gboolean
xc_timetable_source_is_touched (const XcChange *change)
{
  static const XcTable tables[] = {
    XC_TABLE_TERM,         XC_TABLE_ROUND,
    XC_TABLE_BATCH,        XC_TABLE_ROUND_STAGE,
    XC_TABLE_TEAM,         XC_TABLE_TEAM_MEMBER,
    XC_TABLE_PERSON,       XC_TABLE_INSPECTION,
    XC_TABLE_ORGANIZATION, XC_TABLE_LIST_LAYOUT,
    XC_TABLE_HOLIDAY,      XC_TABLE_DEADLINE_RULE,
    XC_TABLE_DEADLINE,     XC_TABLE_DEADLINE_EXTENSION,
  };

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    if (xc_change_has_table (change, tables[i]))
      return TRUE;
  return FALSE;
}
