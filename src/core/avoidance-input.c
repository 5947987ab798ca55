/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Life of the rows that avoidance is worked out from, and the rule that is shipped. */
#include "core/avoidance-input.h"

XC_DEFINE_WORDS (XcAvoidanceGround, xc_avoidance_ground, "ruled", "home", "present_post", "past_post",
                 "long_service", "kin", "inspected_before", "two_teams")
XC_DEFINE_WORDS (XcRuling, xc_ruling, "avoid", "waived")

/**
 * xc_avoidance_rule_init:
 * @rule: (out caller-allocates): what to fill
 *
 * The rule of an office that has set none. Three years for past posts, and for long service, is what published rules of
 * inspection name (the fullest found is a university's of 2019); an earlier inspection bars for five years, one term of a
 * committee. Long service is off: in a small district it would bar most people who could serve.
 */
void
xc_avoidance_rule_init (XcAvoidanceRule *rule)
{
  rule->grounds = XC_AVOIDANCE_ALL & ~XC_AVOIDANCE_MASK (XC_AVOIDANCE_LONG_SERVICE);
  rule->past_years = 3;
  rule->long_years = 3;
  rule->inspected_years = 5;
}

/**
 * xc_avoidance_input_new:
 *
 * Returns: (transfer full): an input without rows, of the rule that is shipped, and with no day for @as_of
 */
XcAvoidanceInput *
xc_avoidance_input_new (void)
{
  XcAvoidanceInput *input = g_new0 (XcAvoidanceInput, 1);

  xc_avoidance_rule_init (&input->rule);
  input->as_of = XC_DAY_NONE;
  input->organizations = g_array_new (FALSE, TRUE, sizeof (XcAvoidanceOrganization));
  input->successions = g_array_new (FALSE, TRUE, sizeof (XcAvoidanceSuccession));
  input->moves = g_array_new (FALSE, TRUE, sizeof (XcAvoidanceMove));
  input->people = g_array_new (FALSE, TRUE, sizeof (XcAvoidancePerson));
  input->posts = g_array_new (FALSE, TRUE, sizeof (XcAvoidancePost));
  input->kin = g_array_new (FALSE, TRUE, sizeof (XcAvoidanceKin));
  input->teams = g_array_new (FALSE, TRUE, sizeof (XcAvoidanceTeam));
  input->members = g_array_new (FALSE, TRUE, sizeof (XcAvoidanceMember));
  input->inspections = g_array_new (FALSE, TRUE, sizeof (XcAvoidanceInspection));
  input->rulings = g_array_new (FALSE, TRUE, sizeof (XcAvoidanceRuling));
  input->texts = g_string_chunk_new (4096);
  return input;
}

/**
 * xc_avoidance_input_free:
 * @input: (transfer full) (nullable): what to free, with its texts
 */
void
xc_avoidance_input_free (XcAvoidanceInput *input)
{
  if (input == NULL)
    return;
  g_array_unref (input->organizations);
  g_array_unref (input->successions);
  g_array_unref (input->moves);
  g_array_unref (input->people);
  g_array_unref (input->posts);
  g_array_unref (input->kin);
  g_array_unref (input->teams);
  g_array_unref (input->members);
  g_array_unref (input->inspections);
  g_array_unref (input->rulings);
  g_string_chunk_free (input->texts);
  g_free (input);
}

/**
 * xc_avoidance_input_text:
 * @input: the input
 * @text: (nullable): a text
 *
 * Returns: (nullable): a copy that lives as long as @input
 */
const char *
xc_avoidance_input_text (XcAvoidanceInput *input, const char *text)
{
  return text == NULL ? NULL : g_string_chunk_insert (input->texts, text);
}
