/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/coverage-state.h"

#include <glib/gi18n-lib.h>

/* What people see; the words stand here in the order of the enum. */
static const char *const state_titles[] = {
  N_ ("Not Owed"), N_ ("Never Inspected"), N_ ("In Progress"), N_ ("To Be Confirmed"), N_ ("Covered"),
};

static const char *const state_symbols[] = { "–", "□", "▨", "◪", "■" };

/**
 * xc_coverage_state_symbol:
 * @state: a state
 *
 * Returns: a character that tells it from the others without colour
 */
const char *
xc_coverage_state_symbol (XcCoverageState state)
{
  return state_symbols[state];
}

const char *
xc_coverage_state_title (XcCoverageState state)
{
  return _ (state_titles[state]);
}
