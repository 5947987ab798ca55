/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who did what, when. */
#include "command/format.h"
#include "command/text-table.h"

#include <glib/gi18n-lib.h>

#include "store/history.h"

static const char *
kind_title (XcHistoryKind kind)
{
  switch (kind)
    {
    case XC_HISTORY_ACTION:
      return C_ ("history", "Done");
    case XC_HISTORY_UNDO:
      return C_ ("history", "Undone");
    case XC_HISTORY_REDO:
      return C_ ("history", "Done again");
    case XC_HISTORY_NOTE:
      return C_ ("history", "Given out");
    default:
      g_return_val_if_reached ("");
    }
}

static char *
format_instant (const XcHistoryEntry *entry, gboolean for_people)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (entry->happened_at / G_USEC_PER_SEC);
  g_autoptr (GDateTime) local = g_date_time_to_local (utc);

  return for_people ? g_date_time_format (local, "%Y-%m-%d %H:%M") : g_date_time_format_iso8601 (utc);
}

static void
print_text (GPtrArray *entries)
{
  const char *headings[] = { _ ("Step"), _ ("Time"), _ ("User"), _ ("What"), _ ("Action"), _ ("Of step") };
  g_autoptr (XcTextTable) table = xc_text_table_new ("rllllr");

  xc_text_table_add (table, headings);
  for (guint i = 0; i < entries->len; i++)
    {
      const XcHistoryEntry *entry = entries->pdata[i];
      g_autofree char *seq = g_strdup_printf ("%" G_GINT64_FORMAT, entry->seq);
      g_autofree char *instant = format_instant (entry, TRUE);
      g_autofree char *target =
          entry->target_seq != 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, entry->target_seq) : NULL;
      const char *cells[] = {
        seq, instant, entry->user_name, kind_title (entry->kind), entry->title, target != NULL ? target : ""
      };

      xc_text_table_add (table, cells);
    }
  xc_text_table_print (table);
}

static void
print_csv (GPtrArray *entries)
{
  const char *headings[] = { "seq", "happened_at", "user", "kind", "target", "title" };

  xc_format_print_csv_row (headings, G_N_ELEMENTS (headings));
  for (guint i = 0; i < entries->len; i++)
    {
      const XcHistoryEntry *entry = entries->pdata[i];
      g_autofree char *seq = g_strdup_printf ("%" G_GINT64_FORMAT, entry->seq);
      g_autofree char *instant = format_instant (entry, FALSE);
      g_autofree char *target =
          entry->target_seq != 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, entry->target_seq) : NULL;
      const char *cells[] = { seq,
                              instant,
                              entry->user_name,
                              xc_history_kind_word (entry->kind),
                              target != NULL ? target : "",
                              entry->title };

      xc_format_print_csv_row (cells, G_N_ELEMENTS (cells));
    }
}

static void
print_json (GPtrArray *entries)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_array (builder);
  for (guint i = 0; i < entries->len; i++)
    {
      const XcHistoryEntry *entry = entries->pdata[i];
      g_autofree char *instant = format_instant (entry, FALSE);

      json_builder_begin_object (builder);
      xc_format_add_number (builder, "seq", entry->seq);
      xc_format_add_text (builder, "happened_at", instant);
      xc_format_add_text (builder, "user", entry->user_name);
      xc_format_add_text (builder, "kind", xc_history_kind_word (entry->kind));
      if (entry->target_seq != 0)
        xc_format_add_number (builder, "target", entry->target_seq);
      xc_format_add_text (builder, "title", entry->title);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  xc_format_print_json (builder);
}

static XcStatus
run_history (const XcVerb *verb, int argc, char **argv)
{
  static void (*const printers[]) (GPtrArray *) = { print_text, print_csv, print_json };
  g_autofree char *typed_format = NULL;
  const GOptionEntry options[] = {
    { "format", 0, 0, G_OPTION_ARG_STRING, &typed_format, N_ ("How to print it"), "text|csv|json" },
    G_OPTION_ENTRY_NULL,
  };
  g_auto (GStrv) arguments = xc_command_parse (verb, options, argc, argv);
  g_autoptr (XcStore) store = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GError) error = NULL;
  XcFormat format;

  if (arguments == NULL || !xc_format_read (verb, typed_format, &format))
    return XC_STATUS_WRONG_USAGE;
  store = xc_command_open (arguments[0], XC_STORE_READ, &error);
  entries = store != NULL ? xc_history_list (xc_store_get_database (store), &error) : NULL;
  if (entries == NULL)
    return xc_command_fail (error);
  printers[format](entries);
  return XC_STATUS_DONE;
}

const XcVerb xc_verb_history = {
  .name = "history",
  .arguments = N_ ("LEDGER"),
  .summary = N_ ("Lists every step: when, by whom, what."),
  .n_arguments = 1,
  .run = run_history,
};
