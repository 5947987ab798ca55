/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/coverage-source.h"

#include <glib/gi18n-lib.h>

#include "core/fail.h"

/**
 * xc_coverage_source_find_term:
 * @store: a ledger
 * @day: a day
 * @error: return location; %XC_STORE_ERROR_NOT_FOUND when the ledger has no term yet
 *
 * Returns: (transfer full): the term that @day falls into; in a gap the one before it, and before all of them the first
 */
XcRecord *
xc_coverage_source_find_term (XcStore *store, XcDay day, GError **error)
{
  g_autoptr (GPtrArray) terms = xc_store_load_all (store, XC_TABLE_TERM, error);
  XcRecord *found = NULL;

  if (terms == NULL)
    return NULL;
  for (guint i = 0; i < terms->len; i++)
    {
      XcRecord *term = terms->pdata[i];
      XcDay starts = xc_record_get_day (term, "starts_on");
      XcDay best = found != NULL ? xc_record_get_day (found, "starts_on") : XC_DAY_NONE;

      if (found == NULL || (starts <= day ? best > day || starts > best : best > day && starts < best))
        found = term;
    }
  if (found == NULL)
    {
      xc_fail (error, XC_STORE_ERROR, XC_STORE_ERROR_NOT_FOUND,
               _ ("The ledger has no term yet, so there are no figures. Enter the term, or import a workbook "
                  "with it."));
      return NULL;
    }
  return xc_record_ref (found);
}

/**
 * xc_coverage_source_choose_day:
 * @term: a term
 * @today: today
 *
 * Returns: the day on which @term is looked at when nobody says another: today, or its last day once it is over
 */
XcDay
xc_coverage_source_choose_day (const XcRecord *term, XcDay today)
{
  return MIN (today, xc_record_get_day (term, "ends_on"));
}

static void
read_term (XcCoverageInput *input, const XcRecord *term)
{
  input->term.starts = xc_record_get_day (term, "starts_on");
  input->term.ends = xc_record_get_day (term, "ends_on");
  xc_covered_when_from_word (xc_record_get_text (term, "covered_when"), &input->term.covered_when);
  input->term.decimals = (guint) xc_record_get_number (term, "decimals");
  input->term.planned_rounds = (guint) xc_record_get_number (term, "planned_rounds");
}

/* Runs @sql, the term's id as its parameter when it has one, and calls @read with each row. */
static gboolean
read_rows (XcStore *store, const char *sql, gint64 term_id, void (*read) (XcCoverageInput *, XcStatement *),
           XcCoverageInput *input, GError **error)
{
  g_autoptr (XcStatement) statement = xc_database_prepare (xc_store_get_database (store), sql, error);
  gboolean row;

  if (statement == NULL)
    return FALSE;
  if (term_id != 0)
    xc_statement_bind_integer (statement, 1, term_id);
  for (;;)
    {
      if (!xc_statement_step (statement, &row, error))
        return FALSE;
      if (!row)
        return TRUE;
      read (input, statement);
    }
}

static XcDay
get_day (XcStatement *statement, int column)
{
  return xc_statement_is_null (statement, column)
             ? XC_DAY_NONE
             : xc_day_parse_iso (xc_statement_get_text (statement, column));
}

static const char *
get_text (XcCoverageInput *input, XcStatement *statement, int column)
{
  return xc_statement_is_null (statement, column)
             ? NULL
             : xc_coverage_input_text (input, xc_statement_get_text (statement, column));
}

static void
read_register (XcCoverageInput *input, XcStatement *statement)
{
  XcCoverageRegister row = {
    .id = xc_statement_get_integer (statement, 0),
    .title = get_text (input, statement, 1),
    .in_total = xc_statement_get_integer (statement, 2) != 0,
  };

  g_array_append_val (input->registers, row);
}

static void
read_organization (XcCoverageInput *input, XcStatement *statement)
{
  XcCoverageOrganization row = {
    .id = xc_statement_get_integer (statement, 0),
    .name = get_text (input, statement, 1),
    .register_id = xc_statement_get_integer (statement, 2),
    .valid_from = get_day (statement, 3),
    .valid_to = get_day (statement, 4),
    .listed = xc_statement_get_integer (statement, 5) != 0,
  };

  g_array_append_val (input->organizations, row);
}

static void
read_event (XcCoverageInput *input, XcStatement *statement)
{
  XcCoverageEvent row = {
    .id = xc_statement_get_integer (statement, 0),
    .happened_on = get_day (statement, 2),
    .document = get_text (input, statement, 3),
  };

  xc_event_kind_from_word (xc_statement_get_text (statement, 1), &row.kind);
  g_array_append_val (input->events, row);
}

static void
read_member (XcCoverageInput *input, XcStatement *statement)
{
  XcCoverageMember row = {
    .event_id = xc_statement_get_integer (statement, 0),
    .organization_id = xc_statement_get_integer (statement, 1),
    .decided_on = get_day (statement, 4),
    .former_name = get_text (input, statement, 5),
    .former_register_id = xc_statement_get_integer (statement, 6),
    .former_listed = xc_statement_is_null (statement, 7) ? -1 : (int) xc_statement_get_integer (statement, 7),
  };

  xc_event_side_from_word (xc_statement_get_text (statement, 2), &row.side);
  xc_passes_from_word (xc_statement_get_text (statement, 3), &row.passes);
  g_array_append_val (input->members, row);
}

static void
read_round (XcCoverageInput *input, XcStatement *statement)
{
  XcCoverageRound row = {
    .id = xc_statement_get_integer (statement, 0),
    .ordinal = (int) xc_statement_get_integer (statement, 1),
    .title = get_text (input, statement, 2),
    .starts = get_day (statement, 3),
    .ends = get_day (statement, 4),
  };

  g_array_append_val (input->rounds, row);
}

static void
read_inspection (XcCoverageInput *input, XcStatement *statement)
{
  XcCoverageInspection row = {
    .id = xc_statement_get_integer (statement, 0),
    .round_id = xc_statement_get_integer (statement, 1),
    .organization_id = xc_statement_get_integer (statement, 2),
    .entered_on = get_day (statement, 6),
    .left_on = get_day (statement, 7),
    .fed_back_on = get_day (statement, 8),
    .planned_enters_on = get_day (statement, 9),
    .planned_leaves_on = get_day (statement, 10),
  };

  xc_inspection_kind_from_word (xc_statement_get_text (statement, 3), &row.kind);
  xc_level_from_word (xc_statement_get_text (statement, 4), &row.level);
  xc_counts_from_word (xc_statement_get_text (statement, 5), &row.counts);
  g_array_append_val (input->inspections, row);
}

/**
 * xc_coverage_source_load_input:
 * @store: a ledger
 * @term: the term to count in
 * @error: return location for a #XcStoreError
 *
 * Inspections of a higher committee belong to no round; whether their days fall into the term is for coverage to say.
 *
 * Returns: (transfer full): the rows that coverage of @term is made from, as the ledger is now, or %NULL
 */
XcCoverageInput *
xc_coverage_source_load_input (XcStore *store, const XcRecord *term, GError **error)
{
  g_autoptr (XcCoverageInput) input = xc_coverage_input_new ();
  gint64 term_id = xc_record_get_id (term);

  read_term (input, term);
  if (!read_rows (store, "SELECT id, title, in_total FROM register ORDER BY position, title", 0,
                  read_register, input, error)
      || !read_rows (
          store, "SELECT id, name, register_id, valid_from, valid_to, listed FROM organization ORDER BY id",
          0, read_organization, input, error)
      || !read_rows (
          store, "SELECT id, kind, happened_on, document FROM organization_event ORDER BY happened_on, id", 0,
          read_event, input, error)
      || !read_rows (
          store,
          "SELECT event_id, organization_id, side, passes, decided_on, former_name, former_register_id,"
          " former_listed FROM event_member ORDER BY id",
          0, read_member, input, error)
      || !read_rows (
          store,
          "SELECT id, ordinal, title, starts_on, ends_on FROM round WHERE term_id = ?1 ORDER BY ordinal",
          term_id, read_round, input, error)
      || !read_rows (
          store,
          "SELECT id, round_id, organization_id, kind, level, counts, enters_on, leaves_on, fed_back_on,"
          " planned_enters_on, planned_leaves_on FROM inspection WHERE round_id IS NULL OR round_id IN "
          "(SELECT id FROM round WHERE term_id = ?1)"
          " ORDER BY id",
          term_id, read_inspection, input, error))
    return NULL;
  return g_steal_pointer (&input);
}

/**
 * xc_coverage_source_load:
 * @store: a ledger
 * @term: the term to count in
 * @error: return location for a #XcStoreError
 *
 * Returns: (transfer full): coverage of @term, as the ledger is now, or %NULL
 */
XcCoverage *
xc_coverage_source_load (XcStore *store, const XcRecord *term, GError **error)
{
  XcCoverageInput *input = xc_coverage_source_load_input (store, term, error);

  return input != NULL ? xc_coverage_new (input) : NULL;
}
