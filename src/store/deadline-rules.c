/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the rules of a ledger say of an inspection. */
#include "store/deadlines.h"

typedef struct
{
  gint64 id;
  XcDeadlineSubject subject;
  XcDeadlineStart start;
  XcDeadlineRule rule;
} Rule;

struct _XcDeadlineRules
{
  GArray *rules; /* of Rule */
  XcHolidays *holidays;
};

static void
read_rule (XcDeadlineRules *self, const XcRecord *record)
{
  Rule rule = { .id = xc_record_get_id (record),
                .rule = { .number = (int) xc_record_get_number (record, "amount"),
                          .valid_from = xc_record_get_day (record, "valid_from") } };

  if (xc_deadline_subject_from_word (xc_record_get_text (record, "subject"), &rule.subject)
      && xc_deadline_start_from_word (xc_record_get_text (record, "start"), &rule.start)
      && xc_deadline_unit_from_word (xc_record_get_text (record, "unit"), &rule.rule.unit)
      && xc_deadline_direction_from_word (xc_record_get_text (record, "direction"), &rule.rule.direction))
    g_array_append_val (self->rules, rule);
}

/**
 * xc_deadline_rules_load:
 * @store: a ledger
 * @error: return location for a #XcStoreError
 *
 * Returns: (transfer full): its rules and holidays, or %NULL
 */
XcDeadlineRules *
xc_deadline_rules_load (XcStore *store, GError **error)
{
  g_autoptr (GPtrArray) rules = xc_store_load_all (store, XC_TABLE_DEADLINE_RULE, error);
  g_autoptr (GPtrArray) holidays = rules != NULL ? xc_store_load_all (store, XC_TABLE_HOLIDAY, error) : NULL;
  XcDeadlineRules *self;

  if (holidays == NULL)
    return NULL;
  self = g_new (XcDeadlineRules, 1);
  self->rules = g_array_new (FALSE, FALSE, sizeof (Rule));
  self->holidays = xc_holidays_new ();
  for (guint i = 0; i < rules->len; i++)
    read_rule (self, rules->pdata[i]);
  for (guint i = 0; i < holidays->len; i++)
    xc_holidays_add (self->holidays, xc_record_get_day (holidays->pdata[i], "day"),
                     xc_record_get_yes (holidays->pdata[i], "is_off"));
  return self;
}

void
xc_deadline_rules_free (XcDeadlineRules *self)
{
  g_array_unref (self->rules);
  xc_holidays_free (self->holidays);
  g_free (self);
}

const XcHolidays *
xc_deadline_rules_get_holidays (const XcDeadlineRules *self)
{
  return self->holidays;
}

/**
 * xc_deadline_rules_apply:
 * @self: the rules
 * @subject: what is due
 * @days: what has happened in the inspection
 *
 * Of several rules the one holds that was in force last on the day of the event that starts it.
 *
 * Returns: when it is due, from when on, and by which rule
 */
XcDeadlineGiven
xc_deadline_rules_apply (const XcDeadlineRules *self, XcDeadlineSubject subject, const XcInspectionDays *days)
{
  XcDeadlineGiven given = { XC_DAY_NONE, XC_DAY_NONE, 0 };
  const Rule *in_force = NULL;

  for (guint i = 0; i < self->rules->len; i++)
    {
      const Rule *rule = &g_array_index (self->rules, Rule, i);
      XcDay start = xc_due_start_day (rule->start, days);

      if (rule->subject != subject || xc_deadline_rule_in_force (&rule->rule, 1, start) == NULL
          || (in_force != NULL && rule->rule.valid_from < in_force->rule.valid_from))
        continue;
      in_force = rule;
      given = (XcDeadlineGiven){ xc_deadline_compute (&rule->rule, start, self->holidays), start, rule->id };
    }
  return given;
}

/**
 * xc_inspection_days_read:
 * @inspection: an inspection
 * @today: the day on which one asks
 * @days: (out caller-allocates): what its own row says; its plan and problems are left at none
 */
void
xc_inspection_days_read (const XcRecord *inspection, XcDay today, XcInspectionDays *days)
{
  XcDay enters_on = xc_record_get_day (inspection, "enters_on");

  *days = (XcInspectionDays){
    .enters_on = xc_day_is_set (enters_on) ? enters_on : xc_record_get_day (inspection, "planned_enters_on"),
    .has_entered = xc_day_is_set (enters_on) && enters_on <= today,
    .notified_on = xc_record_get_day (inspection, "notified_on"),
    .leaves_on = xc_record_get_day (inspection, "leaves_on"),
    .reported_on = xc_record_get_day (inspection, "reported_on"),
    .fed_back_on = xc_record_get_day (inspection, "fed_back_on"),
    .report_received_on = xc_record_get_day (inspection, "report_received_on"),
  };
}
