/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is proposed for a round before anybody has thought about it: its days, and when each of its stages will be. */
#pragma once

#include "core/round-state.h"
#include "core/timetable-input.h"

G_BEGIN_DECLS

/* First and last day, inclusive; each may be %XC_DAY_NONE. */
typedef struct
{
  XcDay starts;
  XcDay ends;
} XcRoundDays;

typedef struct
{
  XcRoundStage stage;
  XcDay from;
  XcDay to;
} XcPlannedStage;

XcRoundDays xc_round_plan_next (const XcRoundDays *rounds, guint n_rounds, XcDay today);
void xc_round_plan_stages (const XcRoundDays *round, const GArray *rules, const XcHolidays *holidays,
                           XcPlannedStage stages[XC_N_ROUND_STAGES]);

G_END_DECLS
