/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Coverage once more, in the slowest and plainest way, to hold the program's against: every question about a day is
 * answered by walking over all rows of the input again.
 */
#pragma once

#include "core/coverage.h"

/* What is known of an organization on a day; XC_DAY_MAX stands for never. */
typedef struct
{
  gboolean team_there;
  XcDay doubtful_since;
  XcDay sure_since;
} OracleState;

#define EACH(array, Type, row)                                                                               \
  (const Type *row = (const Type *) (gconstpointer) (array)->data,                                           \
   *row##_end = row == NULL ? row : row + (array)->len;                                                      \
   row != row##_end; row++)

static const XcCoverageEvent *
oracle_event (const XcCoverageInput *input, gint64 id)
{
  for
    EACH (input->events, XcCoverageEvent, event)
  if (event->id == id)
    return event;
  return NULL;
}

static gboolean
oracle_is_there (const XcCoverageInput *input, gint64 id)
{
  for
    EACH (input->organizations, XcCoverageOrganization, o)
  if (o->id == id)
    return TRUE;
  return FALSE;
}

static int
oracle_register_on (const XcCoverageInput *input, const XcCoverageOrganization *o, XcDay day)
{
  gint64 id = o->register_id;
  XcDay soonest = XC_DAY_MAX;

  for
    EACH (input->members, XcCoverageMember, m)
    {
      const XcCoverageEvent *event = oracle_event (input, m->event_id);

      if (event != NULL && m->organization_id == o->id && m->former_register_id != 0
          && event->happened_on > day && event->happened_on < soonest)
        {
          soonest = event->happened_on;
          id = m->former_register_id;
        }
    }
  for (guint i = 0; i < input->registers->len; i++)
    if (g_array_index (input->registers, XcCoverageRegister, i).id == id)
      return (int) i;
  return -1;
}

static gboolean
oracle_listed_on (const XcCoverageInput *input, const XcCoverageOrganization *o, XcDay day)
{
  gboolean listed = o->listed;
  XcDay soonest = XC_DAY_MAX;

  for
    EACH (input->members, XcCoverageMember, m)
    {
      const XcCoverageEvent *event = oracle_event (input, m->event_id);

      if (event != NULL && m->organization_id == o->id && m->former_listed != -1 && event->happened_on > day
          && event->happened_on < soonest)
        {
          soonest = event->happened_on;
          listed = m->former_listed;
        }
    }
  return listed;
}

/* The register that owes it on that day, or -1. */
G_GNUC_UNUSED static int
oracle_owed (const XcCoverageInput *input, const XcCoverageOrganization *o, XcDay day)
{
  if (o->valid_from != XC_DAY_NONE && day < o->valid_from)
    return -1;
  if (o->valid_to != XC_DAY_NONE && day >= o->valid_to)
    return -1;
  return oracle_listed_on (input, o, day) ? oracle_register_on (input, o, day) : -1;
}

static gboolean
oracle_counts (const XcCoverageInspection *i)
{
  if (i->counts != XC_COUNTS_BY_KIND)
    return i->counts == XC_COUNTS_YES;
  return i->level == XC_LEVEL_OWN && i->kind != XC_INSPECTION_EXTENDED && i->kind != XC_INSPECTION_LOOK_BACK
         && i->kind != XC_INSPECTION_RECTIFICATION_CHECK;
}

static XcDay
oracle_event_day (const XcCoverageInput *input, const XcCoverageInspection *i)
{
  if (input->term.covered_when == XC_COVERED_WHEN_ENTERED)
    return i->entered_on;
  return input->term.covered_when == XC_COVERED_WHEN_LEFT ? i->left_on : i->fed_back_on;
}

/* Some day before @day is known of the inspection. */
static gboolean
oracle_began_before (const XcCoverageInspection *i, XcDay day)
{
  return (i->entered_on != XC_DAY_NONE && i->entered_on < day)
         || (i->left_on != XC_DAY_NONE && i->left_on < day)
         || (i->fed_back_on != XC_DAY_NONE && i->fed_back_on < day);
}

/* What inspections of the organization @id itself give on @day; those after @overtaken_by only if they had begun. */
static OracleState
oracle_own (const XcCoverageInput *input, gint64 id, XcDay day, XcDay overtaken_by)
{
  OracleState state = { FALSE, XC_DAY_MAX, XC_DAY_MAX };

  for
    EACH (input->inspections, XcCoverageInspection, i)
    {
      XcDay reached = oracle_event_day (input, i);

      if (i->organization_id != id || !oracle_counts (i))
        continue;
      if (reached != XC_DAY_NONE && reached <= day)
        {
          if (reached >= input->term.starts && reached <= input->term.ends
              && (reached <= overtaken_by || oracle_began_before (i, overtaken_by)))
            state.sure_since = MIN (state.sure_since, reached);
        }
      else if (oracle_began_before (i, overtaken_by == XC_DAY_MAX ? day + 1 : overtaken_by))
        state.team_there = TRUE;
    }
  return state;
}

/* Adds what a predecessor has to @state; @certain when the clerk has said that it passes. */
static void
oracle_take_over (OracleState *state, OracleState from, XcDay happened_on, gboolean certain)
{
  XcDay *since = certain ? &state->sure_since : &state->doubtful_since;

  state->team_there |= from.team_there;
  if (from.sure_since < XC_DAY_MAX)
    *since = MIN (*since, MAX (from.sure_since, happened_on));
  if (from.doubtful_since < XC_DAY_MAX)
    state->doubtful_since = MIN (state->doubtful_since, MAX (from.doubtful_since, happened_on));
}

/* What predecessors give on @day, walking back along events not later than @latest; @path holds the memberships gone. */
static OracleState
oracle_inherited (const XcCoverageInput *input, gint64 id, XcDay day, XcDay latest, GSList *path)
{
  OracleState state = { FALSE, XC_DAY_MAX, XC_DAY_MAX };

  for
    EACH (input->members, XcCoverageMember, after)
    {
      const XcCoverageEvent *event = oracle_event (input, after->event_id);
      gboolean decided = after->decided_on == XC_DAY_NONE || after->decided_on <= day;
      gboolean certain = decided && after->passes == XC_PASSES_YES;
      GSList here = { .data = (gpointer) after, .next = path };

      if (event == NULL || after->organization_id != id || after->side != XC_SIDE_AFTER
          || event->happened_on > latest || event->happened_on > day || g_slist_find (path, after) != NULL
          || (event->kind != XC_EVENT_MERGED && event->kind != XC_EVENT_SPLIT)
          || (decided && after->passes == XC_PASSES_NO))
        continue;
      for
        EACH (input->members, XcCoverageMember, before)
      if (before->event_id == after->event_id && before->side == XC_SIDE_BEFORE
          && before->organization_id != id && oracle_is_there (input, before->organization_id))
        {
          XcDay on = event->happened_on;

          oracle_take_over (&state, oracle_own (input, before->organization_id, day, on), on, certain);
          oracle_take_over (&state, oracle_inherited (input, before->organization_id, day, on, &here), on,
                            certain);
        }
    }
  return state;
}

/* What is to be said of an organization that is owed, and since when it is covered, else %XC_DAY_NONE. */
G_GNUC_UNUSED static XcCoverageState
oracle_state (const XcCoverageInput *input, gint64 id, XcDay day, XcDay *since)
{
  OracleState own = oracle_own (input, id, day, XC_DAY_MAX);
  OracleState inherited = oracle_inherited (input, id, day, XC_DAY_MAX, NULL);
  XcDay sure = MIN (own.sure_since, inherited.sure_since);

  *since = sure < XC_DAY_MAX                       ? sure
           : inherited.doubtful_since < XC_DAY_MAX ? inherited.doubtful_since
                                                   : XC_DAY_NONE;
  if (sure < XC_DAY_MAX)
    return XC_COVERAGE_COVERED;
  if (inherited.doubtful_since < XC_DAY_MAX)
    return XC_COVERAGE_TO_CONFIRM;
  return own.team_there || inherited.team_there ? XC_COVERAGE_IN_PROGRESS : XC_COVERAGE_NEVER;
}
