/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is wrong with the three lists before they leave the office: errors, warnings, hints. */
#pragma once

#include "core/due.h"

G_BEGIN_DECLS

typedef enum
{
  XC_LIST_FAULT_ERROR,   /* wrong on paper */
  XC_LIST_FAULT_WARNING, /* will be asked about */
  XC_LIST_FAULT_HINT,    /* could be better */
} XcListFaultGrade;

typedef enum
{
  XC_LIST_FAULT_NO_MEASURE,        /* missing from the rectification list */
  XC_LIST_FAULT_NO_RESPONSIBILITY, /* missing from the responsibility list */
  XC_LIST_FAULT_NO_OWNER,          /* measures, but nobody who carries them out */
  XC_LIST_FAULT_DUE_BEFORE_FEEDBACK,
  XC_LIST_FAULT_CLOSED_UNREVIEWED,
  XC_LIST_FAULT_CLOSED_UNFINISHED,
  XC_LIST_FAULT_DONE_WITHOUT_RESULT,
  XC_LIST_FAULT_DONE_WITHOUT_DAY,
  XC_LIST_FAULT_DONE_IN_FUTURE,
  XC_LIST_FAULT_NO_FEEDBACK_DAY,
  XC_LIST_FAULT_OWNER_WITHOUT_POST,
  XC_LIST_FAULT_NO_FIRST,
  XC_LIST_FAULT_NO_LIMIT,
  XC_LIST_FAULT_SAME_MEASURE,
  XC_LIST_FAULT_MEASURE_SAYS_NOTHING,
  XC_LIST_FAULT_RESULT_SAYS_NOTHING,
  XC_LIST_FAULT_NO_TYPE,
  XC_LIST_FAULT_NO_POINT,
  XC_LIST_FAULT_OVERDUE,
} XcListFaultKind;

#define XC_N_LIST_FAULT_KINDS (XC_LIST_FAULT_OVERDUE + 1)

/* The same measure on as many problems of an organization is no measure for any of them. */
#define XC_LIST_CHECK_SAME_MIN 3

typedef struct
{
  gint64 id;
  const char *wording;
  const char *result;      /* may be %NULL */
  const char *due_wording; /* may be %NULL */
  gboolean has_type;
  XcRectificationType type;
  XcMeasureState state;
  XcDay due_on;
  XcDay done_on;
} XcListCheckMeasure;

typedef struct
{
  gboolean is_first;    /* the first responsible person */
  gboolean carries_out; /* a person or department that does it */
  gboolean has_name;    /* names a person */
  gboolean has_post;
} XcListCheckOwner;

/**
 * XcListCheckProblem:
 * @organization_id: whose measures may not be all the same
 * @is_fed_back: whether it was fed back: only such problems stand in the second and third list
 * @is_reviewed: whether a review of the last cycle accepted its closing
 *
 * A problem as the lists show it.
 */
typedef struct
{
  gint64 id;
  gint64 organization_id;
  const char *number;
  gboolean has_point;
  gboolean is_fed_back;
  XcDay fed_back_on;
  XcRectificationState state;
  gboolean is_reviewed;
  const XcListCheckMeasure *measures;
  guint n_measures;
  const XcListCheckOwner *owners;
  guint n_owners;
} XcListCheckProblem;

/**
 * XcListFault:
 * @problem_id: the row to open
 * @measure_id: the measure in it, or 0
 * @number: of the problem
 * @count: of %XC_LIST_FAULT_SAME_MEASURE, on how many problems; of %XC_LIST_FAULT_OVERDUE, days; else 0
 */
typedef struct
{
  XcListFaultKind kind;
  gint64 problem_id;
  gint64 measure_id;
  char *number;
  guint count;
} XcListFault;

typedef struct _XcListCheck XcListCheck;

XcListCheck *xc_list_check_new (XcDay today);
void xc_list_check_free (XcListCheck *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XcListCheck, xc_list_check_free)

void xc_list_check_add (XcListCheck *self, const XcListCheckProblem *problem);
GPtrArray *xc_list_check_finish (XcListCheck *self);

XcListFaultGrade xc_list_fault_get_grade (XcListFaultKind kind);
const char *xc_list_fault_grade_get_title (XcListFaultGrade grade);
char *xc_list_fault_dup_sentence (const XcListFault *fault);

G_END_DECLS
