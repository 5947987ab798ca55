/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of a filled-in workbook into a ledger. */
#include "command/command.h"
#include "command/text-table.h"

#include <glib/gi18n-lib.h>

#include "intake/import.h"
#include "store/backup-folder.h"

static void
print_sheets (const XcImportReport *report)
{
  const char *headings[] = { _ ("Sheet"),     _ ("Rows"),   C_ ("import", "Added"), C_ ("import", "Changed"),
                             _ ("Unchanged"), _ ("Refused") };
  g_autoptr (XcTextTable) table = xc_text_table_new ("lrrrrr");

  xc_text_table_add (table, headings);
  for (guint i = 0; i < report->sheets->len; i++)
    {
      const XcImportSheet *sheet = report->sheets->pdata[i];
      const guint numbers[] = { sheet->rows, sheet->added, sheet->changed, sheet->unchanged, sheet->refused };
      char texts[G_N_ELEMENTS (numbers)][16];
      const char *cells[G_N_ELEMENTS (numbers) + 1] = { sheet->name };

      for (guint j = 0; j < G_N_ELEMENTS (numbers); j++)
        {
          g_snprintf (texts[j], sizeof texts[j], "%u", numbers[j]);
          cells[j + 1] = texts[j];
        }
      xc_text_table_add (table, cells);
    }
  xc_text_table_print (table);
}

static void
print_report (const XcImportReport *report)
{
  if (report->sheets->len > 0)
    print_sheets (report);
  for (guint i = 0; i < report->faults->len; i++)
    {
      const XcImportFault *fault = report->faults->pdata[i];

      g_print ("%s%s!%s  ", i == 0 ? "\n" : "", fault->sheet_name, fault->cell);
      if (fault->expected == NULL)
        g_print ("%s\n", fault->what);
      else
        {
          /* translators: two sentences, one after the other */
          g_print (C_ ("sentences", "%1$s %2$s"), fault->what, fault->expected);
          g_print ("\n");
        }
    }
  for (guint i = 0; i < report->notes->len; i++)
    g_print ("%s%s\n", i == 0 ? "\n" : "", (const char *) report->notes->pdata[i]);
}

/* A backup lies beside the ledger before anything of a workbook is in it. */
static gboolean
import (const char *ledger, const char *path, XcImportMode mode, XcImportReport **report, GError **error)
{
  g_autoptr (XcStore) store = xc_command_open (ledger, XC_STORE_WRITE, error);

  return store != NULL && (mode == XC_IMPORT_DRY_RUN || xc_backup_before (store, "import", error))
         && xc_import_run (store, path, mode, report, error);
}

static XcStatus
run_import (const XcVerb *verb, int argc, char **argv)
{
  gboolean is_dry = FALSE;
  const GOptionEntry options[] = {
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &is_dry, N_ ("Say what would be done, and do nothing"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_auto (GStrv) arguments = xc_command_parse (verb, options, argc, argv);
  g_autoptr (XcImportReport) report = NULL;
  g_autoptr (GError) error = NULL;
  gboolean done;

  if (arguments == NULL)
    return XC_STATUS_WRONG_USAGE;
  done = import (arguments[0], arguments[1], is_dry ? XC_IMPORT_DRY_RUN : XC_IMPORT_WRITE, &report, &error);
  if (report != NULL)
    print_report (report);
  if (!done)
    return xc_command_fail (error);
  if (!report->is_change)
    g_print ("\n%s\n", _ ("The ledger has all of it already; nothing was changed."));
  else if (is_dry)
    g_print ("\n%s\n", _ ("This is what an import would do; nothing was changed."));
  return XC_STATUS_DONE;
}

const XcVerb xc_verb_import = {
  .name = "import",
  .arguments = N_ ("LEDGER IN.xlsx"),
  .summary = N_ ("Takes the rows of a filled-in workbook into a ledger, all or none."),
  .n_arguments = 2,
  .run = run_import,
};
