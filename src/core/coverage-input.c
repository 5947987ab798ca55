/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Life of the rows that coverage is computed from. */
#include "core/coverage-input.h"

XC_DEFINE_WORDS (XcCoveredWhen, xc_covered_when, "entered", "left", "fed_back")

/**
 * xc_coverage_input_new:
 *
 * Returns: (transfer full): an input without rows, whose term has no days yet
 */
XcCoverageInput *
xc_coverage_input_new (void)
{
  XcCoverageInput *input = g_new0 (XcCoverageInput, 1);

  input->term.starts = XC_DAY_NONE;
  input->term.ends = XC_DAY_NONE;
  input->term.covered_when = XC_COVERED_WHEN_LEFT;
  input->term.decimals = 2;
  input->registers = g_array_new (FALSE, TRUE, sizeof (XcCoverageRegister));
  input->organizations = g_array_new (FALSE, TRUE, sizeof (XcCoverageOrganization));
  input->events = g_array_new (FALSE, TRUE, sizeof (XcCoverageEvent));
  input->members = g_array_new (FALSE, TRUE, sizeof (XcCoverageMember));
  input->rounds = g_array_new (FALSE, TRUE, sizeof (XcCoverageRound));
  input->inspections = g_array_new (FALSE, TRUE, sizeof (XcCoverageInspection));
  input->texts = g_string_chunk_new (4096);
  return input;
}

/**
 * xc_coverage_input_free:
 * @input: (transfer full) (nullable): what to free, with its texts
 */
void
xc_coverage_input_free (XcCoverageInput *input)
{
  if (input == NULL)
    return;
  g_array_unref (input->registers);
  g_array_unref (input->organizations);
  g_array_unref (input->events);
  g_array_unref (input->members);
  g_array_unref (input->rounds);
  g_array_unref (input->inspections);
  g_string_chunk_free (input->texts);
  g_free (input);
}

/**
 * xc_coverage_input_text:
 * @input: the input
 * @text: (nullable): a text
 *
 * Returns: (nullable): a copy that lives as long as @input
 */
const char *
xc_coverage_input_text (XcCoverageInput *input, const char *text)
{
  return text == NULL ? NULL : g_string_chunk_insert (input->texts, text);
}
