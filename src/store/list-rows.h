/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The problems of a ledger with all that lists say about them, one after the other in the order of their numbers. */
#pragma once

#include "core/words.h"
#include "store/store.h"

G_BEGIN_DECLS

/* Who answers for a problem, in the order of lists. */
typedef enum
{
  XC_ROLE_FIRST,
  XC_ROLE_LEADER,
  XC_ROLE_LEAD_DEPARTMENT,
  XC_ROLE_DEPARTMENT,
  XC_ROLE_PERSON,
  XC_ROLE_COOPERATING,
  XC_ROLE_SUPERVISING,
} XcRole;

#define XC_N_ROLES (XC_ROLE_SUPERVISING + 1)

XC_DECLARE_WORDS (XcRole, xc_role);

/**
 * XcListFilter:
 * @term_id: only problems of this term; 0: of all
 * @rounds: (array length=n_rounds): only problems of the rounds with these numbers
 * @n_rounds: how many; 0: of all
 * @organization_id: only problems of this organization, not of those below it; 0: of all
 * @fed_back_only: without those that were not fed back
 * @problems: (nullable) (element-type gint64): only these, as a set of their ids
 *
 * Which problems a list holds.
 */
typedef struct
{
  gint64 term_id;
  const int *rounds;
  guint n_rounds;
  gint64 organization_id;
  gboolean fed_back_only;
  GHashTable *problems;
} XcListFilter;

/* Texts may be %NULL, days %XC_DAY_NONE; words are the catalogue's. */
typedef struct
{
  gint64 id;
  int position;
  const char *wording;
  const char *type;
  XcDay due_on;
  const char *due_wording;
  const char *progress;
  const char *result;
  XcDay done_on;
  const char *state;
} XcListMeasure;

typedef struct
{
  XcRole role;
  int position;
  const char *unit;
  const char *name;
  const char *post;
} XcListResponsibility;

/**
 * XcListProblem:
 * @number: the same in every list
 * @organization_id: whose problem it is
 * @organization: the name that it had on the day of the feedback; today's when nothing was fed back yet
 * @round: 0: in none
 * @team: 0: by none
 * @level_1: of the point, or %NULL
 * @level_2: of the point, or %NULL when it has no second level
 * @point: title of the point itself
 * @amount: in fen; 0 when not given
 * @measures: in their order
 * @responsibilities: by role, then in their order
 *
 * A problem; texts may be %NULL, days %XC_DAY_NONE, words are the catalogue's. All is valid during the call only.
 */
typedef struct
{
  gint64 id;
  const char *number;
  gint64 organization_id;
  const char *organization;
  int round;
  const char *round_title;
  int team;
  const char *team_title;
  const char *level_1;
  const char *level_2;
  const char *point;
  const char *wording;
  const char *facts;
  gboolean is_key;
  const char *commonness;
  const char *found_at;
  const char *source;
  gint64 amount;
  gboolean fed_back;
  const char *second_body;
  const char *state;
  XcDay fed_back_on;
  XcDay closed_on;
  const XcListMeasure *measures;
  guint n_measures;
  const XcListResponsibility *responsibilities;
  guint n_responsibilities;
} XcListProblem;

/**
 * XcListProblemFunc:
 * @problem: (transfer none): the next problem
 * @data: as given to xc_list_rows_read()
 * @error: return location for the reason to stop
 *
 * Returns: %TRUE to go on; %FALSE with @error set to stop
 */
typedef gboolean (*XcListProblemFunc) (const XcListProblem *problem, gpointer data, GError **error);

gboolean xc_list_rows_read (XcStore *store, const XcListFilter *filter, XcListProblemFunc func, gpointer data,
                            GError **error);

G_END_DECLS
