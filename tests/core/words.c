/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rules and the catalogue have the same words for the same choices, in the same order. */
#include "core/avoidance-input.h"
#include "core/catalogue.h"
#include "core/closing.h"
#include "core/coverage-input.h"

/* Asserts that a field of the catalogue offers exactly the words of an enum. */
#define assert_choices(table, field, Type, prefix, count)                                                    \
  G_STMT_START                                                                                               \
  {                                                                                                          \
    const XcField *field_ = xc_catalogue_get_field (table, field);                                           \
    guint n_ = 0;                                                                                            \
                                                                                                             \
    for (const XcChoice *choice_ = field_->choices; choice_->word != NULL; choice_++, n_++)                  \
      {                                                                                                      \
        Type value_;                                                                                         \
                                                                                                             \
        g_assert_true (prefix##_from_word (choice_->word, &value_));                                         \
        g_assert_cmpuint (value_, ==, n_);                                                                   \
        g_assert_cmpstr (prefix##_to_word (value_), ==, choice_->word);                                      \
      }                                                                                                      \
    g_assert_cmpuint (n_, ==, count);                                                                        \
  }                                                                                                          \
  G_STMT_END

static void
are_those_of_the_catalogue (void)
{
  assert_choices (XC_TABLE_TERM, "covered_when", XcCoveredWhen, xc_covered_when, 3);
  assert_choices (XC_TABLE_ORGANIZATION_EVENT, "kind", XcEventKind, xc_event_kind, 6);
  assert_choices (XC_TABLE_EVENT_MEMBER, "side", XcEventSide, xc_event_side, 2);
  assert_choices (XC_TABLE_EVENT_MEMBER, "passes", XcPasses, xc_passes, 3);
  assert_choices (XC_TABLE_INSPECTION, "kind", XcInspectionKind, xc_inspection_kind, XC_N_INSPECTION_KINDS);
  assert_choices (XC_TABLE_INSPECTION, "level", XcLevel, xc_level, 2);
  assert_choices (XC_TABLE_INSPECTION, "counts", XcCounts, xc_counts, 3);
  assert_choices (XC_TABLE_AVOIDANCE, "ruling", XcRuling, xc_ruling, 2);
  assert_choices (XC_TABLE_AVOIDANCE, "ground", XcAvoidanceGround, xc_avoidance_ground,
                  XC_N_AVOIDANCE_GROUNDS);
  assert_choices (XC_TABLE_PROBLEM, "state", XcRectificationState, xc_rectification_state,
                  XC_N_RECTIFICATION_STATES);
  assert_choices (XC_TABLE_MEASURE, "type", XcRectificationType, xc_rectification_type, 3);
  assert_choices (XC_TABLE_MEASURE, "state", XcMeasureState, xc_measure_state, XC_N_MEASURE_STATES);
  assert_choices (XC_TABLE_CLOSING_STEP, "step", XcClosingAct, xc_closing_act, 3);
  assert_choices (XC_TABLE_CLOSING_STEP, "body", XcReviewingBody, xc_reviewing_body, XC_N_REVIEWING_BODIES);
  assert_choices (XC_TABLE_CLOSING_STEP, "verdict", XcVerdict, xc_verdict, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/words/are-those-of-the-catalogue", are_those_of_the_catalogue);
  return g_test_run ();
}
