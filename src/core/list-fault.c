/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How grave a fault in the lists is, and how it is told. */
#include <glib/gi18n-lib.h>

#include "core/list-check.h"

/* {1} is the number of a problem, {2} a count. */
static const struct
{
  XcListFaultGrade grade;
  const char *sentence;
} faults[XC_N_LIST_FAULT_KINDS] = {
  /* translators: {1} is the number of a problem */
  [XC_LIST_FAULT_NO_MEASURE] = { XC_LIST_FAULT_ERROR,
                                 N_ ("{1} has no measure, so the rectification list misses it.") },
  /* translators: {1} is the number of a problem */
  [XC_LIST_FAULT_NO_RESPONSIBILITY] = { XC_LIST_FAULT_ERROR, N_ ("Nobody answers for {1}, so the "
                                                                 "responsibility list misses it.") },
  /* translators: {1} is the number of a problem */
  [XC_LIST_FAULT_NO_OWNER] = { XC_LIST_FAULT_ERROR,
                               N_ ("{1} has measures, but no person or department carries them out.") },
  /* translators: {1} is the number of a problem */
  [XC_LIST_FAULT_DUE_BEFORE_FEEDBACK] = { XC_LIST_FAULT_ERROR,
                                          N_ ("A measure of {1} is due before the feedback.") },
  /* translators: {1} is the number of a problem */
  [XC_LIST_FAULT_CLOSED_UNREVIEWED] = { XC_LIST_FAULT_ERROR,
                                        N_ ("{1} is closed, but no review of it is recorded.") },
  /* translators: {1} is the number of a problem */
  [XC_LIST_FAULT_CLOSED_UNFINISHED] = { XC_LIST_FAULT_ERROR,
                                        N_ ("{1} is closed, but not all its measures are done.") },
  /* translators: {1} is the number of a problem */
  [XC_LIST_FAULT_DONE_WITHOUT_RESULT] = { XC_LIST_FAULT_ERROR,
                                          N_ ("A measure of {1} is done, but its result is not given.") },
  /* translators: {1} is the number of a problem */
  [XC_LIST_FAULT_DONE_WITHOUT_DAY] = { XC_LIST_FAULT_WARNING,
                                       N_ ("A measure of {1} is done, but the day is not given.") },
  /* translators: {1} is the number of a problem */
  [XC_LIST_FAULT_DONE_IN_FUTURE] = { XC_LIST_FAULT_WARNING,
                                     N_ ("A measure of {1} is done on a day that has not come yet.") },
  /* translators: {1} is the number of a problem */
  [XC_LIST_FAULT_NO_FEEDBACK_DAY] = { XC_LIST_FAULT_WARNING,
                                      N_ ("{1} counts as fed back, but its inspection has no day of "
                                          "feedback.") },
  /* translators: {1} is the number of a problem */
  [XC_LIST_FAULT_OWNER_WITHOUT_POST] = { XC_LIST_FAULT_WARNING,
                                         N_ ("A person who answers for {1} is named without a post.") },
  /* translators: {1} is the number of a problem */
  [XC_LIST_FAULT_NO_FIRST] = { XC_LIST_FAULT_WARNING, N_ ("{1} has no first responsible person.") },
  /* translators: {1} is the number of a problem */
  [XC_LIST_FAULT_NO_LIMIT] = { XC_LIST_FAULT_WARNING, N_ ("A measure of {1} has no time limit.") },
  /* translators: {1} is the number of a problem, {2} how many */
  [XC_LIST_FAULT_SAME_MEASURE] = { XC_LIST_FAULT_WARNING,
                                   N_ ("A measure of {1} stands word for word on {2} problems of the "
                                       "organization.") },
  /* translators: {1} is the number of a problem */
  [XC_LIST_FAULT_MEASURE_SAYS_NOTHING] = { XC_LIST_FAULT_WARNING,
                                           N_ ("A measure of {1} says nothing that could be checked.") },
  /* translators: {1} is the number of a problem */
  [XC_LIST_FAULT_RESULT_SAYS_NOTHING] = { XC_LIST_FAULT_HINT,
                                          N_ ("A result of {1} says nothing that could be checked.") },
  /* translators: {1} is the number of a problem */
  [XC_LIST_FAULT_NO_TYPE] = { XC_LIST_FAULT_HINT, N_ ("A measure of {1} has no rectification type.") },
  /* translators: {1} is the number of a problem */
  [XC_LIST_FAULT_NO_POINT] = { XC_LIST_FAULT_HINT, N_ ("{1} belongs to no point of the scheme.") },
  /* translators: {1} is the number of a problem, {2} how many */
  [XC_LIST_FAULT_OVERDUE] = { XC_LIST_FAULT_HINT, N_ ("{1} is overdue by {2} days.") },
};

/**
 * xc_list_fault_get_grade:
 * @kind: what is wrong
 *
 * Returns: how grave it is
 */
XcListFaultGrade
xc_list_fault_get_grade (XcListFaultKind kind)
{
  g_return_val_if_fail ((guint) kind < XC_N_LIST_FAULT_KINDS, XC_LIST_FAULT_ERROR);
  return faults[kind].grade;
}

/**
 * xc_list_fault_grade_get_title:
 * @grade: how grave something is
 *
 * Returns: (transfer none): in words, translated
 */
const char *
xc_list_fault_grade_get_title (XcListFaultGrade grade)
{
  switch (grade)
    {
    case XC_LIST_FAULT_ERROR:
      return C_ ("check of lists", "Error");
    case XC_LIST_FAULT_WARNING:
      return C_ ("check of lists", "Warning");
    case XC_LIST_FAULT_HINT:
      return C_ ("check of lists", "Hint");
    default:
      g_return_val_if_reached ("");
    }
}

/**
 * xc_list_fault_dup_sentence:
 * @fault: what is wrong
 *
 * Returns: (transfer full): a sentence that says so, translated
 */
char *
xc_list_fault_dup_sentence (const XcListFault *fault)
{
  g_autoptr (GString) sentence = NULL;
  g_autofree char *count = g_strdup_printf ("%u", fault->count);

  g_return_val_if_fail ((guint) fault->kind < XC_N_LIST_FAULT_KINDS, NULL);
  sentence = g_string_new (_ (faults[fault->kind].sentence));
  g_string_replace (sentence, "{1}", fault->number, 0);
  g_string_replace (sentence, "{2}", count, 0);
  return g_string_free (g_steal_pointer (&sentence), FALSE);
}
