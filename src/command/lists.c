/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The problem, rectification and responsibility lists, as one workbook. */
#include "command/command.h"

#include <glib/gi18n-lib.h>

#include "core/numeral.h"
#include "report/lists.h"
#include "store/coverage-source.h"

/* What was given on the command line. */
typedef struct
{
  char *output;
  GStrv lists;
  char *round;
  char *organization;
  gboolean replace;
} Given;

static void
clear_given (Given *given)
{
  g_free (given->output);
  g_strfreev (given->lists);
  g_free (given->round);
  g_free (given->organization);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Given, clear_given)

/* The lists by their words or titles, one after the other without repeating any. */
static gboolean
read_lists (const XcVerb *verb, const Given *given, XcList lists[XC_N_LISTS], guint *n_lists)
{
  const XcField *field = xc_catalogue_get_field (XC_TABLE_LIST_LAYOUT, "list");

  *n_lists = 0;
  for (guint i = 0; given->lists != NULL && given->lists[i] != NULL; i++)
    {
      const XcChoice *choice = xc_field_read_choice (field, given->lists[i]);
      XcList list;
      gboolean is_repeated = FALSE;

      if (choice == NULL || !xc_list_from_word (choice->word, &list))
        {
          /* translators: %s is what was given as the name of a list */
          xc_command_refuse (verb, _ ("“%s” is not a list; choose problem, rectification or responsibility."),
                             given->lists[i]);
          return FALSE;
        }
      for (guint j = 0; j < *n_lists; j++)
        is_repeated = is_repeated || lists[j] == list;
      if (!is_repeated)
        lists[(*n_lists)++] = list;
    }
  return TRUE;
}

static gboolean
read_round (const XcVerb *verb, const Given *given, int *round)
{
  const char *const suffixes[] = { "轮巡察", "轮次", "轮", NULL };

  if (given->round == NULL || xc_numeral_parse_ordinal (given->round, suffixes, round))
    return TRUE;
  /* translators: %s is what was given as a round */
  xc_command_refuse (verb, _ ("“%s” is not the number of a round; write it as 6."), given->round);
  return FALSE;
}

static gboolean
find_organization (XcStore *store, const char *name, gint64 *id, GError **error)
{
  g_autoptr (GPtrArray) organizations = xc_store_load_all (store, XC_TABLE_ORGANIZATION, error);
  guint n_found = 0;

  if (organizations == NULL)
    return FALSE;
  for (guint i = 0; i < organizations->len; i++)
    if (g_strcmp0 (xc_record_get_text (organizations->pdata[i], "name"), name) == 0
        || g_strcmp0 (xc_record_get_text (organizations->pdata[i], "short_name"), name) == 0)
      {
        *id = xc_record_get_id (organizations->pdata[i]);
        n_found++;
      }
  if (n_found == 1)
    return TRUE;
  if (n_found == 0)
    g_set_error (error, XC_STORE_ERROR, XC_STORE_ERROR_NOT_FOUND,
                 /* translators: %s is the name of an organization */
                 _ ("The ledger has no organization “%s”, so no list was written. Give its whole name."),
                 name);
  else
    g_set_error (
        error, XC_STORE_ERROR, XC_STORE_ERROR_NOT_FOUND,
        /* translators: %1$u a number of organizations, %2$s their name */
        g_dngettext (GETTEXT_PACKAGE,
                     "%1$u organization is called “%2$s”, so no list was written. Give a name that only one "
                     "has.",
                     "%1$u organizations are called “%2$s”, so no list was written. Give a name that only "
                     "one has.",
                     n_found),
        n_found, name);
  return FALSE;
}

static gboolean
write_lists (XcStore *store, const Given *given, XcListsOptions *options, GError **error)
{
  g_autoptr (XcRecord) term = xc_coverage_source_find_term (store, options->day, error);

  if (term == NULL)
    return FALSE;
  options->filter.term_id = xc_record_get_id (term);
  if (given->organization != NULL
      && !find_organization (store, given->organization, &options->filter.organization_id, error))
    return FALSE;
  return xc_lists_write (store, options, given->output, given->replace, NULL, error);
}

static XcStatus
run_lists (const XcVerb *verb, int argc, char **argv)
{
  g_auto (Given) given = { NULL };
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &given.output, N_ ("The workbook to write"), N_ ("OUT.xlsx") },
    { "list", 0, 0, G_OPTION_ARG_STRING_ARRAY, &given.lists, N_ ("One of the lists; all three without it"),
      "problem|rectification|responsibility" },
    { "round", 0, 0, G_OPTION_ARG_STRING, &given.round, N_ ("Only problems of this round"), N_ ("N") },
    { "organization", 0, 0, G_OPTION_ARG_STRING, &given.organization,
      N_ ("Only problems of this organization"), N_ ("NAME") },
    { "force", 0, 0, G_OPTION_ARG_NONE, &given.replace, N_ ("Replace the file if it is there"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_auto (GStrv) arguments = xc_command_parse (verb, entries, argc, argv);
  XcListsOptions options = { .day = xc_command_today () };
  XcList lists[XC_N_LISTS];
  g_autoptr (XcStore) store = NULL;
  g_autoptr (GError) error = NULL;
  int round = 0;

  if (arguments == NULL)
    return XC_STATUS_WRONG_USAGE;
  if (given.output == NULL)
    return xc_command_refuse (verb, _ ("Say with “-o” which file to write."));
  if (!read_lists (verb, &given, lists, &options.n_lists) || !read_round (verb, &given, &round))
    return XC_STATUS_WRONG_USAGE;
  options.lists = lists;
  options.filter.rounds = &round;
  options.filter.n_rounds = round != 0 ? 1 : 0;
  store = xc_command_open_for_export (arguments[0], &error);
  if (store == NULL || !write_lists (store, &given, &options, &error))
    return xc_command_fail (error);
  xc_command_note_export (store, given.output);
  return XC_STATUS_DONE;
}

const XcVerb xc_verb_lists = {
  .name = "lists",
  .arguments = N_ ("LEDGER"),
  .summary = N_ ("Writes the problem, rectification and responsibility lists as one workbook."),
  .n_arguments = 1,
  .run = run_lists,
};
