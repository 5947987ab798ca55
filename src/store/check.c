/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/check-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/value.h"
#include "store/history.h"
#include "store/replay.h"
#include "store/row-name.h"
#include "store/store-private.h"
#include "store/today.h"

typedef struct
{
  XcStore *store;
  XcDatabase *database;
  XcFindingFunc function;
  gpointer data;
  guint n_findings;
} Check;

/**
 * xc_finding_severity_word:
 * @severity: of a finding
 *
 * Returns: (transfer none): its word for scripts
 */
const char *
xc_finding_severity_word (XcFindingSeverity severity)
{
  switch (severity)
    {
    case XC_FINDING_ERROR:
      return "error";
    case XC_FINDING_WARNING:
      return "warning";
    }
  g_return_val_if_reached (NULL);
}

static void
report (Check *check, XcFindingSeverity severity, XcTable table, gint64 id, const char *sentence)
{
  g_autofree char *valid = g_utf8_make_valid (sentence, -1);
  XcFinding finding = { severity, table, id, valid };

  check->n_findings++;
  check->function (&finding, check->data);
}

/* Damage that is met on the way is a finding; only what keeps the check from going on is a failure. */
static gboolean
absorb (Check *check, GError *reason, GError **error)
{
  g_autoptr (GError) owned = reason;

  if (g_error_matches (reason, XC_STORE_ERROR, XC_STORE_ERROR_DAMAGED))
    {
      report (check, XC_FINDING_ERROR, XC_TABLE_NONE, 0, reason->message);
      return TRUE;
    }
  g_propagate_error (error, g_steal_pointer (&owned));
  return FALSE;
}

static gboolean
check_file (Check *check, GError **error)
{
  g_autoptr (XcStatement) statement = xc_database_prepare (check->database, "PRAGMA integrity_check", error);
  gboolean row;

  if (statement == NULL)
    return FALSE;
  for (;;)
    {
      const char *detail;
      g_autofree char *sentence = NULL;

      if (!xc_statement_step (statement, &row, error))
        return FALSE;
      if (!row)
        return TRUE;
      detail = xc_statement_get_text (statement, 0);
      if (strcmp (detail, "ok") == 0)
        continue;
      /* translators: %s is a technical description */
      sentence = g_strdup_printf (_ ("The file is damaged (%s). Restore the latest backup."), detail);
      report (check, XC_FINDING_ERROR, XC_TABLE_NONE, 0, sentence);
    }
}

static gboolean
check_references (Check *check, GError **error)
{
  g_autoptr (XcStatement) statement =
      xc_database_prepare (check->database, "PRAGMA foreign_key_check", error);
  gboolean row;

  if (statement == NULL)
    return FALSE;
  for (;;)
    {
      XcTable table, parent;
      gint64 id;
      g_autofree char *name = NULL;
      g_autofree char *sentence = NULL;

      if (!xc_statement_step (statement, &row, error))
        return FALSE;
      if (!row)
        return TRUE;
      table = xc_catalogue_find (xc_statement_get_text (statement, 0));
      parent = xc_catalogue_find (xc_statement_get_text (statement, 2));
      id = xc_statement_get_integer (statement, 1);
      /* The history refers to itself only, and is checked by its chain. */
      if (table == XC_TABLE_NONE || parent == XC_TABLE_NONE)
        continue;
      name = xc_row_dup_name (check->database, table, id);
      sentence = g_strdup_printf (
          /* translators: %1$s and %3$s are titles of tables, %2$s is the name of a row */
          _ ("%1$s, “%2$s”: refers to a row of “%3$s” that is not there."), xc_catalogue_title (table), name,
          xc_catalogue_title (parent));
      report (check, XC_FINDING_ERROR, table, id, sentence);
    }
}

static void
report_history_fault (gint64 seq, const char *sentence, gpointer data)
{
  report (data, XC_FINDING_ERROR, XC_TABLE_NONE, 0, sentence);
}

static void
report_altered_row (XcTable table, gint64 id, gpointer data)
{
  Check *check = data;
  g_autofree char *found = xc_row_dup_name (check->database, table, id);
  /* One that is missing has no name. */
  g_autofree char *name =
      *found != '\0' ? g_steal_pointer (&found) : g_strdup_printf ("%" G_GINT64_FORMAT, id);
  g_autofree char *sentence = NULL;

  sentence = g_strdup_printf (
      /* translators: %1$s is the title of a table, %2$s the name of a row */
      _ ("%1$s, “%2$s”: is not as the history left it. Another program, or the disk, has altered it."),
      xc_catalogue_title (table), name);
  report (check, XC_FINDING_ERROR, table, id, sentence);
}

static gboolean
check_history (Check *check, GError **error)
{
  guint n_before = check->n_findings;

  if (!xc_history_verify (check->database, report_history_fault, check, error))
    return FALSE;
  return check->n_findings > n_before
         || xc_replay_compare (check->database, report_altered_row, check, error);
}

static gboolean
check_record (const XcRecord *record, gpointer data)
{
  Check *check = data;
  g_autoptr (GPtrArray) faults = xc_record_check (record);
  XcTable table = xc_record_get_table (record);

  for (guint i = 0; i < faults->len; i++)
    {
      g_autofree char *name = xc_row_dup_name (check->database, table, xc_record_get_id (record));
      g_autofree char *sentence = NULL;

      /* translators: %1$s is the title of a table, %2$s the name of a row, %3$s one or more sentences */
      sentence = g_strdup_printf (_ ("%1$s, “%2$s”: %3$s"), xc_catalogue_title (table), name,
                                  ((XcFault *) faults->pdata[i])->message);
      report (check, XC_FINDING_ERROR, table, xc_record_get_id (record), sentence);
    }
  return TRUE;
}

static char *
dup_round_name (int ordinal)
{
  const XcValue value = XC_VALUE_NUMBER (ordinal);

  return xc_value_format (XC_TABLE_ROUND, xc_catalogue_get_field (XC_TABLE_ROUND, "ordinal"), &value);
}

/* Puts the texts of a row into a sentence: {1} as it is, {1#} as the name of the round that has this number. */
static char *
fill (const char *sentence, XcStatement *row)
{
  GString *filled = g_string_new (NULL);

  for (const char *from = sentence; *from != '\0'; from++)
    if (from[0] == '{' && from[1] >= '1' && from[1] <= '3'
        && (from[2] == '}' || strncmp (from + 2, "#}", 2) == 0))
      {
        const char *text = xc_statement_get_text (row, from[1] - '0');
        g_autofree char *round =
            from[2] == '#' && text != NULL ? dup_round_name ((int) g_ascii_strtoll (text, NULL, 10)) : NULL;

        g_string_append (filled, round != NULL ? round : text != NULL ? text : "–");
        from += from[2] == '#' ? 3 : 2;
      }
    else
      g_string_append_c (filled, *from);
  return g_string_free (filled, FALSE);
}

static gboolean
check_rule (Check *check, const XcCheckRule *rule, GError **error)
{
  g_autoptr (XcStatement) statement = xc_database_prepare (check->database, rule->sql, error);
  gboolean row;

  if (statement == NULL)
    return FALSE;
  for (;;)
    {
      g_autofree char *sentence = NULL;

      if (!xc_statement_step (statement, &row, error))
        return FALSE;
      if (!row)
        return TRUE;
      sentence = fill (_ (rule->sentence), statement);
      report (check, rule->severity, rule->table, xc_statement_get_integer (statement, 0), sentence);
    }
}

static gboolean
check_attachments (Check *check, GError **error)
{
  g_autoptr (XcStatement) statement = xc_database_prepare (
      check->database,
      "SELECT a.sha256, a.bytes, coalesce (e.id, 0), coalesce (e.title, a.sha256) FROM attachment AS a"
      " LEFT JOIN evidence AS e ON e.id = (SELECT min (id) FROM evidence WHERE sha256 = a.sha256)",
      error);
  gboolean row;

  if (statement == NULL)
    return FALSE;
  for (;;)
    {
      g_autoptr (GBytes) bytes = NULL;
      g_autofree char *hash = NULL;
      g_autofree char *sentence = NULL;

      if (!xc_statement_step (statement, &row, error))
        return FALSE;
      if (!row)
        return TRUE;
      bytes = xc_statement_dup_blob (statement, 1);
      hash = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
      if (g_strcmp0 (hash, xc_statement_get_text (statement, 0)) == 0)
        continue;
      /* translators: %s is the name of a file */
      sentence = g_strdup_printf (_ ("The contents of the attached file “%s” are not what was attached."),
                                  xc_statement_get_text (statement, 3));
      report (check, XC_FINDING_ERROR, XC_TABLE_EVIDENCE, xc_statement_get_integer (statement, 2), sentence);
    }
}

static void
report_finding (const XcFinding *finding, gpointer data)
{
  report (data, finding->severity, finding->table, finding->id, finding->sentence);
}

static gboolean
check_contents (Check *check, GError **error)
{
  if (!check_references (check, error) || !check_history (check, error))
    return FALSE;
  for (guint i = 0; i < XC_N_TABLES; i++)
    if (!xc_store_each (check->store, (XcTable) i, check_record, check, error))
      return FALSE;
  for (guint i = 0; i < xc_n_check_rules; i++)
    if (!check_rule (check, &xc_check_rules[i], error))
      return FALSE;
  return xc_check_avoidance (check->store, xc_today (), report_finding, check, error)
         && check_attachments (check, error);
}

/**
 * xc_store_check:
 * @self: a ledger, not in an action
 * @function: (scope call): called with each finding; it must not write
 * @data: for @function
 * @error: return location; damage is a finding, not an error
 *
 * Checks the file, the references, the chain of the history and whether it leads to the rows there are, each row by itself and the rows among each other, all as
 * they are at one moment. In a damaged file nothing else is looked for. xc_database_interrupt() ends it early.
 *
 * Returns: whether it could be checked to its end
 */
gboolean
xc_store_check (XcStore *self, XcFindingFunc function, gpointer data, GError **error)
{
  Check check = { self, xc_store_get_database (self), function, data, 0 };
  g_autoptr (XcStatement) pending = NULL;
  GError *reason = NULL;
  gboolean done, row;

  g_return_val_if_fail (!xc_store_is_in_action (self), FALSE);
  /* While a statement is pending the connection sees one state, and forgets no interrupt. */
  pending = xc_database_prepare (check.database, "SELECT name FROM sqlite_schema", &reason);
  done = pending != NULL && xc_statement_step (pending, &row, &reason) && check_file (&check, &reason);
  if (done && check.n_findings == 0)
    done = check_contents (&check, &reason);
  return done || absorb (&check, reason, error);
}
