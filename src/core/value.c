/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/value.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/numeral.h"

#define FEN_PER_YUAN 100

/**
 * xc_value_of_record:
 * @record: a row
 * @index: position of a field
 *
 * Returns: its value; the text belongs to @record
 */
XcValue
xc_value_of_record (const XcRecord *record, guint index)
{
  const XcField *field = &xc_catalogue_get (xc_record_get_table (record))->fields[index];

  if (!xc_record_is_set_at (record, index))
    return XC_VALUE_NONE;
  if (xc_field_is_textual (field))
    return XC_VALUE_TEXT (xc_record_get_text_at (record, index));
  return XC_VALUE_NUMBER (xc_record_get_number_at (record, index));
}

/* Terms, rounds, batches and teams are called by their number, in Chinese in every language: it is their name. */
static char *
format_ordinal (XcTable table, int ordinal)
{
  g_autofree char *numeral = xc_numeral_format (ordinal);

  if (table == XC_TABLE_TERM)
    return g_strconcat (numeral, "届", NULL);
  if (table == XC_TABLE_ROUND)
    return g_strconcat ("第", numeral, "轮", NULL);
  if (table == XC_TABLE_BATCH)
    return g_strconcat ("第", numeral, "批", NULL);
  if (table == XC_TABLE_TEAM)
    return g_strconcat ("第", numeral, "巡察组", NULL);
  return g_steal_pointer (&numeral);
}

/**
 * xc_value_parse_ordinal:
 * @table: terms, rounds, batches or teams
 * @typed: their number in any form
 * @ordinal: (out): the number, at least 1; unchanged on failure
 *
 * Reads what xc_value_format() writes of the field "ordinal", and whatever else people write: 6, 六, 第六轮, ６.
 *
 * Returns: whether it is such a number
 */
gboolean
xc_value_parse_ordinal (XcTable table, const char *typed, int *ordinal)
{
  static const char *const none[] = { NULL };
  static const char *const terms[] = { "届委员会", "届", NULL };
  static const char *const rounds[] = { "轮巡察", "轮次", "轮", NULL };
  static const char *const batches[] = { "批次", "批", NULL };
  static const char *const teams[] = { "巡察组", "组", NULL };

  return xc_numeral_parse_ordinal (typed,
                                   table == XC_TABLE_TERM    ? terms
                                   : table == XC_TABLE_ROUND ? rounds
                                   : table == XC_TABLE_BATCH ? batches
                                   : table == XC_TABLE_TEAM  ? teams
                                                             : none,
                                   ordinal);
}

static char *
format_number (XcTable table, const XcField *field, gint64 number)
{
  if (strcmp (field->name, "ordinal") == 0)
    return format_ordinal (table, (int) number);
  return g_strdup_printf ("%" G_GINT64_FORMAT, number);
}

static char *
format_money (gint64 fen)
{
  guint64 amount = fen < 0 ? 0 - (guint64) fen : (guint64) fen;

  return g_strdup_printf ("%s%" G_GUINT64_FORMAT ".%02" G_GUINT64_FORMAT, fen < 0 ? "-" : "",
                          amount / FEN_PER_YUAN, amount % FEN_PER_YUAN);
}

static char *
format_instant (gint64 us)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (us / G_USEC_PER_SEC);
  g_autoptr (GDateTime) local = utc != NULL ? g_date_time_to_local (utc) : NULL;

  return local != NULL ? g_date_time_format (local, "%Y-%m-%d %H:%M") : g_strdup ("");
}

static char *
format_choice (const XcField *field, const char *word)
{
  const XcChoice *choice = xc_field_find_choice (field, word);

  /* A newer program may know more words. */
  return g_strdup (choice != NULL ? xc_choice_title (choice) : word);
}

/**
 * xc_value_format:
 * @table: the field's table
 * @field: any field but a reference, of which only the ledger knows what it is called
 * @value: a value of it
 *
 * How a value is shown in lists, titles and the history: choices by their title, days as readers expect them, money
 * in yuan, rounds and teams by their Chinese number. No unit is added.
 *
 * Returns: (transfer full): the text; empty when there is no value
 */
char *
xc_value_format (XcTable table, const XcField *field, const XcValue *value)
{
  if (!value->is_set)
    return g_strdup ("");
  switch (field->kind)
    {
    case XC_FIELD_TEXT:
    case XC_FIELD_LONG_TEXT:
      return g_strdup (value->text);
    case XC_FIELD_CHOICE:
      return format_choice (field, value->text);
    case XC_FIELD_DAY:
      return xc_day_format ((XcDay) value->number);
    case XC_FIELD_INSTANT:
      return format_instant (value->number);
    case XC_FIELD_NUMBER:
      return format_number (table, field, value->number);
    case XC_FIELD_MONEY:
      return format_money (value->number);
    case XC_FIELD_YES_NO:
      return g_strdup (value->number != 0 ? C_ ("value", "Yes") : C_ ("value", "No"));
    case XC_FIELD_REFERENCE:
    default:
      g_return_val_if_reached (g_strdup (""));
    }
}
