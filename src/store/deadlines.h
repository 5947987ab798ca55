/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Deadlines of inspections and measures: given by the rules in force, kept as they were given, put off with a reason. */
#pragma once

#include "core/due.h"
#include "core/extension.h"
#include "store/step-report.h"
#include "store/store.h"

G_BEGIN_DECLS

/* The rules of a ledger and its holidays. */
typedef struct _XcDeadlineRules XcDeadlineRules;

/**
 * XcDeadlineGiven:
 * @due_on: the last day in time; %XC_DAY_NONE when no rule says one
 * @started_on: what it counts from
 * @rule_id: the rule
 */
typedef struct
{
  XcDay due_on;
  XcDay started_on;
  gint64 rule_id;
} XcDeadlineGiven;

XcDeadlineRules *xc_deadline_rules_load (XcStore *store, GError **error);
void xc_deadline_rules_free (XcDeadlineRules *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XcDeadlineRules, xc_deadline_rules_free)

XcDeadlineGiven xc_deadline_rules_apply (const XcDeadlineRules *self, XcDeadlineSubject subject,
                                         const XcInspectionDays *days);
const XcHolidays *xc_deadline_rules_get_holidays (const XcDeadlineRules *self);
void xc_inspection_days_read (const XcRecord *inspection, XcDay today, XcInspectionDays *days);

/**
 * XcExtensionStep:
 * @new_on: the limit from now on
 * @reason: why
 * @approver: who approved it
 * @approved_on: when
 * @document: (nullable): the paper that says so, as 示巡办〔2026〕3号
 */
typedef struct
{
  XcDay new_on;
  const char *reason;
  const char *approver;
  XcDay approved_on;
  const char *document;
} XcExtensionStep;

gboolean xc_deadlines_give_one (XcStore *store, gint64 inspection_id, GError **error);

/* Each is one undoable action. */
gboolean xc_deadlines_give (XcStore *store, const gint64 *inspections, guint n_inspections, guint *n_given,
                            GError **error);
gboolean xc_deadlines_give_to_measures (XcStore *store, const gint64 *problems, guint n_problems,
                                        guint *n_given, GError **error);
XcStepReport *xc_deadlines_check_extend (XcStore *store, XcTable table, const gint64 *rows, guint n_rows,
                                         const XcExtensionStep *step, GError **error);
XcStepReport *xc_deadlines_extend (XcStore *store, XcTable table, const gint64 *rows, guint n_rows,
                                   const XcExtensionStep *step, GError **error);

/* The dates before any extension. */
gboolean xc_deadlines_get_first (XcStore *store, XcTable table, gint64 id, XcDay *first, guint *n_extensions,
                                 GError **error);
/* The deadline that an inspection was given, or would be by today's rules. */
gboolean xc_deadlines_find (XcStore *store, const XcDeadlineRules *rules, gint64 inspection_id,
                            XcDeadlineSubject subject, XcDay *due_on, GError **error);

G_END_DECLS
