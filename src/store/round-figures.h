/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the list of rounds says about each of them. */
#pragma once

#include "core/inspection-kind.h"
#include "core/round-state.h"
#include "store/store.h"

G_BEGIN_DECLS

/**
 * XcRoundFigures:
 * @term_ordinal: of the term it belongs to
 * @title: (nullable): what it is called beside its number
 * @starts: its first day, or %XC_DAY_NONE
 * @ends: its last day, or %XC_DAY_NONE
 * @state: on the day asked for
 * @kinds: 1 << #XcInspectionKind for each kind of its inspections
 * @n_teams: its teams
 * @n_organizations: organizations to be inspected in it, each once
 * @n_first: inspections that made an organization covered for the first time in the term, of all registers
 * @n_again: inspections of counting kinds that added nothing
 * @n_problems: problems found
 * @n_closed: those of them that are closed
 */
typedef struct
{
  gint64 id;
  gint64 term_id;
  int term_ordinal;
  int ordinal;
  char *title;
  XcDay starts;
  XcDay ends;
  XcRoundState state;
  guint kinds;
  guint n_teams;
  guint n_organizations;
  guint n_first;
  guint n_again;
  guint n_problems;
  guint n_closed;
} XcRoundFigures;

GPtrArray *xc_round_figures_load (XcStore *store, XcDay today, GError **error);
const XcRoundFigures *xc_round_figures_find (const GPtrArray *rounds, gint64 round_id);

G_END_DECLS
