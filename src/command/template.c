/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An empty workbook to fill in. */
#include "command/command.h"

#include <glib/gi18n-lib.h>

#include "report/template-workbook.h"

static XcStatus
run_template (const XcVerb *verb, int argc, char **argv)
{
  gboolean replace = FALSE;
  const GOptionEntry options[] = {
    { "force", 0, 0, G_OPTION_ARG_NONE, &replace, N_ ("Replace the file if it is there"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_auto (GStrv) arguments = xc_command_parse (verb, options, argc, argv);
  g_autoptr (GError) error = NULL;

  if (arguments == NULL)
    return XC_STATUS_WRONG_USAGE;
  if (!xc_template_workbook_write (arguments[0], replace, xc_command_today (), &error))
    return xc_command_fail (error);
  return XC_STATUS_DONE;
}

const XcVerb xc_verb_template = {
  .name = "template",
  .arguments = N_ ("OUT.xlsx"),
  .summary = N_ ("Writes an empty workbook to fill in and import."),
  .n_arguments = 1,
  .run = run_template,
};
