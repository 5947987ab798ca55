/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Covered, owed, rate and day, together, for each register and in total. */
#include "command/format.h"
#include "command/text-table.h"

#include <glib/gi18n-lib.h>

#include "core/numeral.h"
#include "core/pace.h"
#include "core/ratio.h"
#include "report/pace-sentences.h"
#include "store/coverage-source.h"

/* What is printed, in whatever format. */
typedef struct
{
  const XcRecord *term;
  const XcCoverage *coverage;
  const XcCoverageDay *day;
  const XcPace *pace;
  int decimals;
} Figures;

static const char *
get_title (const Figures *figures, guint register_index)
{
  const XcCoverageInput *input = xc_coverage_get_input (figures->coverage);

  return g_array_index (input->registers, XcCoverageRegister, register_index).title;
}

static void
add_row (XcTextTable *table, const char *title, const XcCoverageFigures *row, int decimals)
{
  g_autofree char *covered = g_strdup_printf ("%u", row->covered);
  g_autofree char *owed = g_strdup_printf ("%u", row->owed);
  g_autofree char *rate = xc_ratio_format (row->covered, row->owed, decimals);
  g_autofree char *to_confirm = g_strdup_printf ("%u", row->to_confirm);
  g_autofree char *repeat = g_strdup_printf ("%u", row->repeat_visits);
  g_autofree char *other = g_strdup_printf ("%u", row->other_visits);
  const char *cells[] = { title, covered, owed, rate, to_confirm, repeat, other };

  xc_text_table_add (table, cells);
}

static void
print_text (const Figures *figures)
{
  const char *headings[] = { _ ("Register"),        _ ("Covered"),       _ ("Owed"),        _ ("Rate"),
                             _ ("To be confirmed"), _ ("Repeat visits"), _ ("Other visits") };
  g_autoptr (XcTextTable) table = xc_text_table_new ("lrrrrrr");
  g_autofree char *as_of = xc_day_format (figures->day->as_of);
  g_autofree char *ordinal = xc_numeral_name ((int) xc_record_get_number (figures->term, "ordinal"));
  g_auto (GStrv) sentences = xc_pace_sentences_new (figures->pace);

  /* translators: %1$s is a committee, %2$s the number of its term, %3$s a day */
  g_print (_ ("%1$s, term %2$s: coverage as of %3$s"), xc_record_get_text (figures->term, "committee"),
           ordinal, as_of);
  g_print ("\n\n");
  xc_text_table_add (table, headings);
  for (guint i = 0; i < figures->day->n_registers; i++)
    add_row (table, get_title (figures, i), &figures->day->registers[i], figures->decimals);
  add_row (table, C_ ("coverage", "Total"), &figures->day->total, figures->decimals);
  xc_text_table_print (table);
  for (guint i = 0; sentences[i] != NULL; i++)
    g_print ("%s%s\n", i == 0 ? "\n" : "", sentences[i]);
}

static void
print_csv_figures (const char *as_of, const char *title, const XcCoverageFigures *row, int decimals)
{
  g_autofree char *covered = g_strdup_printf ("%u", row->covered);
  g_autofree char *owed = g_strdup_printf ("%u", row->owed);
  g_autofree char *rate = xc_ratio_format_plain (row->covered, row->owed, decimals);
  const char *cells[] = { as_of, title, covered, owed, rate };

  xc_format_print_csv_row (cells, G_N_ELEMENTS (cells));
}

static void
print_csv (const Figures *figures)
{
  static const char *const headings[] = { "as_of", "register", "covered", "owed", "rate" };
  char as_of[XC_DAY_ISO_SIZE];

  xc_day_format_iso (figures->day->as_of, as_of);
  xc_format_print_csv_row (headings, G_N_ELEMENTS (headings));
  for (guint i = 0; i < figures->day->n_registers; i++)
    print_csv_figures (as_of, get_title (figures, i), &figures->day->registers[i], figures->decimals);
  print_csv_figures (as_of, "total", &figures->day->total, figures->decimals);
}

/* Rates are texts, exact to the last decimal; null when nothing is owed. */
static void
add_json_figures (JsonBuilder *builder, const char *title, const XcCoverageFigures *row, int decimals)
{
  g_autofree char *rate = xc_ratio_format_plain (row->covered, row->owed, decimals);

  json_builder_begin_object (builder);
  xc_format_add_text (builder, "register", title);
  xc_format_add_number (builder, "covered", row->covered);
  xc_format_add_number (builder, "owed", row->owed);
  xc_format_add_text (builder, "rate", *rate != '\0' ? rate : NULL);
  xc_format_add_number (builder, "to_confirm", row->to_confirm);
  xc_format_add_number (builder, "in_progress", row->in_progress);
  xc_format_add_number (builder, "repeat_visits", row->repeat_visits);
  xc_format_add_number (builder, "other_visits", row->other_visits);
  json_builder_end_object (builder);
}

static void
add_json_pace (JsonBuilder *builder, const XcPace *pace)
{
  char too_late[XC_DAY_ISO_SIZE];

  json_builder_set_member_name (builder, "pace");
  json_builder_begin_object (builder);
  xc_format_add_number (builder, "remaining", pace->remaining);
  xc_format_add_number (builder, "rounds_finished", pace->rounds_finished);
  xc_format_add_number (builder, "rounds_left", pace->rounds_left);
  xc_format_add_number (builder, "needed_per_round", pace->needed_per_round);
  xc_format_add_text (builder, "too_late_from",
                      xc_day_is_set (pace->too_late_from) ? xc_day_format_iso (pace->too_late_from, too_late)
                                                          : NULL);
  json_builder_end_object (builder);
}

static void
print_json (const Figures *figures)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  char as_of[XC_DAY_ISO_SIZE];

  json_builder_begin_object (builder);
  xc_format_add_text (builder, "as_of", xc_day_format_iso (figures->day->as_of, as_of));
  xc_format_add_text (builder, "committee", xc_record_get_text (figures->term, "committee"));
  xc_format_add_number (builder, "term", xc_record_get_number (figures->term, "ordinal"));
  json_builder_set_member_name (builder, "registers");
  json_builder_begin_array (builder);
  for (guint i = 0; i < figures->day->n_registers; i++)
    add_json_figures (builder, get_title (figures, i), &figures->day->registers[i], figures->decimals);
  add_json_figures (builder, "total", &figures->day->total, figures->decimals);
  json_builder_end_array (builder);
  add_json_pace (builder, figures->pace);
  json_builder_end_object (builder);
  xc_format_print_json (builder);
}

static XcStatus
run_coverage (const XcVerb *verb, int argc, char **argv)
{
  static void (*const printers[]) (const Figures *) = { print_text, print_csv, print_json };
  g_autofree char *typed_format = NULL;
  g_autofree char *typed_day = NULL;
  const GOptionEntry options[] = {
    { "as-of", 0, 0, G_OPTION_ARG_STRING, &typed_day,
      N_ ("The day to count on; without it today, or the last day of a term that is over"), N_ ("DAY") },
    { "format", 0, 0, G_OPTION_ARG_STRING, &typed_format, N_ ("How to print it"), "text|csv|json" },
    G_OPTION_ENTRY_NULL,
  };
  g_auto (GStrv) arguments = xc_command_parse (verb, options, argc, argv);
  g_autoptr (XcStore) store = NULL;
  g_autoptr (XcRecord) term = NULL;
  g_autoptr (XcCoverage) coverage = NULL;
  g_autoptr (XcCoverageDay) day = NULL;
  g_autoptr (XcPace) pace = NULL;
  g_autoptr (GError) error = NULL;
  XcFormat format;
  XcDay as_of = xc_command_today ();

  if (arguments == NULL || !xc_format_read (verb, typed_format, &format)
      || !xc_command_read_day (verb, typed_day, &as_of))
    return XC_STATUS_WRONG_USAGE;
  store = xc_command_open (arguments[0], XC_STORE_READ, &error);
  term = store != NULL ? xc_coverage_source_find_term (store, as_of, &error) : NULL;
  coverage = term != NULL ? xc_coverage_source_load (store, term, &error) : NULL;
  if (coverage == NULL)
    return xc_command_fail (error);
  if (typed_day == NULL)
    as_of = xc_coverage_source_choose_day (term, as_of);
  day = xc_coverage_get_day (coverage, as_of);
  pace = xc_pace_new (coverage, XC_COVERAGE_TOTAL, as_of);
  printers[format](&(Figures){
      .term = term,
      .coverage = coverage,
      .day = day,
      .pace = pace,
      .decimals = (int) xc_record_get_number (term, "decimals"),
  });
  return XC_STATUS_DONE;
}

const XcVerb xc_verb_coverage = {
  .name = "coverage",
  .arguments = N_ ("LEDGER"),
  .summary = N_ ("Prints what is covered of what is owed, by register and in total."),
  .n_arguments = 1,
  .run = run_coverage,
};
