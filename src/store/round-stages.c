/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/round-stages.h"

#include <glib/gi18n-lib.h>

#include "core/fail.h"
#include "core/round-plan.h"
#include "store/timetable-source.h"

/* That of the whole round, not of a batch. */
static XcRecord *
find_stage (const GPtrArray *rows, XcRoundStage stage)
{
  for (guint i = 0; i < rows->len; i++)
    if (!xc_record_is_set (rows->pdata[i], "batch_id")
        && g_str_equal (xc_record_get_text (rows->pdata[i], "stage"), xc_round_stage_to_word (stage)))
      return rows->pdata[i];
  return NULL;
}

static gboolean
plan_stage (XcStore *store, gint64 round_id, const GPtrArray *rows, const XcPlannedStage *planned,
            guint *n_planned, GError **error)
{
  XcRecord *there = find_stage (rows, planned->stage);
  g_autoptr (XcRecord) record = there != NULL ? xc_record_ref (there) : xc_record_new (XC_TABLE_ROUND_STAGE);

  if (xc_record_is_set (record, "planned_from") || xc_record_is_set (record, "planned_to"))
    return TRUE;
  if (there == NULL)
    {
      xc_record_set_number (record, "round_id", round_id);
      xc_record_set_text (record, "stage", xc_round_stage_to_word (planned->stage));
    }
  xc_record_set_day (record, "planned_from", planned->from);
  xc_record_set_day (record, "planned_to", planned->to);
  (*n_planned)++;
  return xc_store_save (store, record, error);
}

/**
 * xc_round_stages_plan:
 * @store: a ledger, inside an action
 * @round_id: a round
 * @n_planned: (out): how many stages have planned days now that had none
 * @error: return location; %XC_STORE_ERROR_REFUSED when the round has no days to plan from
 *
 * Adds the stages that the round does not have yet. What was planned by somebody stays as it is.
 *
 * Returns: whether it could be done
 */
gboolean
xc_round_stages_plan (XcStore *store, gint64 round_id, guint *n_planned, GError **error)
{
  g_autoptr (XcRecord) round = xc_store_load (store, XC_TABLE_ROUND, round_id, error);
  g_autoptr (GPtrArray) rows =
      round != NULL ? xc_store_load_where (store, XC_TABLE_ROUND_STAGE, "round_id", round_id, error) : NULL;
  g_autoptr (XcTimetable) timetable = NULL;
  XcPlannedStage stages[XC_N_ROUND_STAGES];
  XcRoundDays days;

  *n_planned = 0;
  if (rows == NULL)
    return FALSE;
  if (!xc_record_is_set (round, "starts_on") || !xc_record_is_set (round, "ends_on"))
    return xc_fail (error, XC_STORE_ERROR, XC_STORE_ERROR_REFUSED,
                    _ ("The stages are planned from the first and the last day of the round. Enter and save "
                       "these first."));
  days = (XcRoundDays){ xc_record_get_day (round, "starts_on"), xc_record_get_day (round, "ends_on") };
  /* It knows rules and holidays. */
  timetable = xc_timetable_source_load (store, round_id, days.starts, error);
  if (timetable == NULL)
    return FALSE;
  xc_round_plan_stages (&days, timetable->input->rules, timetable->input->holidays, stages);
  for (guint i = 0; i < XC_N_ROUND_STAGES; i++)
    if (!plan_stage (store, round_id, rows, &stages[i], n_planned, error))
      return FALSE;
  return TRUE;
}
