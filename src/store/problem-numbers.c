/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * An organization has one number in a round, whatever and however often it is inspected there, so that the numbers of
 * its problems run through. What a higher committee found outside the rounds is numbered as if in a round 00.
 */
#include "store/problem-numbers.h"

#include "core/problem-number.h"
#include "store/inspection-serials.h"

/* Those that are written in the usual form, and those of the organization in the round, which may be typed otherwise.
 * Both by an index: a form waits for this. */
static const char numbers_sql[] =
    "SELECT problem.number FROM problem JOIN inspection ON inspection.id = problem.inspection_id "
    "LEFT JOIN round ON round.id = inspection.round_id "
    "WHERE round.term_id IS ?1 AND ((problem.number >= ?2 || '-' AND problem.number < ?2 || '.') "
    "OR problem.inspection_id IN (SELECT id FROM inspection WHERE round_id IS ?3 AND organization_id = ?4))";

/* The largest last part of the numbers of the term that begin as @number does; @round: %NULL outside the rounds. */
static gboolean
find_largest (XcStore *store, const XcRecord *inspection, const XcRecord *round, XcProblemNumber *number,
              GError **error)
{
  g_autoptr (XcStatement) statement = xc_database_prepare (xc_store_get_database (store), numbers_sql, error);
  g_autofree char *prefix = g_strdup_printf ("%02u-%02u", number->round, number->organization);
  gboolean row = TRUE;

  if (statement == NULL)
    return FALSE;
  if (round != NULL)
    xc_statement_bind_integer (statement, 1, xc_record_get_number (round, "term_id"));
  xc_statement_bind_text (statement, 2, prefix);
  if (round != NULL)
    xc_statement_bind_integer (statement, 3, xc_record_get_id (round));
  xc_statement_bind_integer (statement, 4, xc_record_get_number (inspection, "organization_id"));
  while (row)
    {
      XcProblemNumber other;

      if (!xc_statement_step (statement, &row, error))
        return FALSE;
      if (row && xc_problem_number_parse (xc_statement_get_text (statement, 0), &other)
          && other.round == number->round && other.organization == number->organization)
        number->problem = MAX (number->problem, other.problem);
    }
  return TRUE;
}

/* The inspection's number in the round; it has none before its first problem. */
static gboolean
find_serial (XcStore *store, XcRecord *inspection, gboolean is_kept, guint *serial, GError **error)
{
  g_autoptr (XcInspectionSerials) serials = NULL;
  gint64 found = xc_record_get_number (inspection, "serial");

  if (found == 0)
    {
      serials = xc_inspection_serials_load (store, xc_record_get_number (inspection, "round_id"), error);
      if (serials == NULL)
        return FALSE;
      found = xc_inspection_serials_take (serials, xc_record_get_number (inspection, "organization_id"));
      xc_record_set_number (inspection, "serial", found);
      if (is_kept && !xc_store_save (store, inspection, error))
        return FALSE;
    }
  *serial = (guint) found;
  return TRUE;
}

static char *
make_number (XcStore *store, gint64 inspection_id, gboolean is_kept, GError **error)
{
  g_autoptr (XcRecord) inspection = xc_store_load (store, XC_TABLE_INSPECTION, inspection_id, error);
  g_autoptr (XcRecord) round = NULL;
  XcProblemNumber number = { 0 };

  if (inspection == NULL)
    return NULL;
  if (xc_record_is_set (inspection, "round_id"))
    {
      round = xc_store_load (store, XC_TABLE_ROUND, xc_record_get_number (inspection, "round_id"), error);
      if (round == NULL)
        return NULL;
      number.round = (guint) xc_record_get_number (round, "ordinal");
    }
  if (!find_serial (store, inspection, is_kept, &number.organization, error)
      || !find_largest (store, inspection, round, &number, error))
    return NULL;
  number.problem++;
  return xc_problem_number_format (&number);
}

/**
 * xc_problem_numbers_next:
 * @store: a ledger, inside an action
 * @inspection_id: the inspection in which the problem was found
 * @error: return location for a #XcStoreError
 *
 * What a higher committee found outside the rounds begins with 00. Gives the inspection its number in the round, too, when it has none yet.
 *
 * Returns: (transfer full): a number that no problem of the term has, above all that the organization has in the
 *   round; or %NULL
 */
char *
xc_problem_numbers_next (XcStore *store, gint64 inspection_id, GError **error)
{
  return make_number (store, inspection_id, TRUE, error);
}

/**
 * xc_problem_numbers_peek:
 * @store: a ledger
 * @inspection_id: the inspection in which a problem was found
 *
 * Writes nothing: to show the number before the problem is saved.
 *
 * Returns: (transfer full) (nullable): what xc_problem_numbers_next() would give
 */
char *
xc_problem_numbers_peek (XcStore *store, gint64 inspection_id)
{
  return inspection_id != 0 ? make_number (store, inspection_id, FALSE, NULL) : NULL;
}
