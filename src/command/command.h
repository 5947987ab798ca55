/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The command line: a verb, its options, and what it leaves as exit status. */
#pragma once

#include <gio/gio.h>

#include "core/day.h"
#include "store/store.h"

G_BEGIN_DECLS

typedef enum
{
  XC_STATUS_DONE = 0,
  XC_STATUS_COULD_NOT = 1, /* one line on standard error says what and why; the ledger is unchanged */
  XC_STATUS_WRONG_USAGE = 2,
} XcStatus;

/**
 * XcVerb:
 * @name: the first word on the command line
 * @arguments: what follows the options, as the usage line shows it
 * @summary: message id: what it does
 * @n_arguments: how many must follow the options
 * @run: (array length=argc): does it; @argv begins with the verb
 */
typedef struct _XcVerb XcVerb;
struct _XcVerb
{
  const char *name;
  const char *arguments;
  const char *summary;
  guint n_arguments;
  XcStatus (*run) (const XcVerb *verb, int argc, char **argv);
};

extern const XcVerb xc_verb_new;
extern const XcVerb xc_verb_template;
extern const XcVerb xc_verb_import;
extern const XcVerb xc_verb_coverage;
extern const XcVerb xc_verb_chart;
extern const XcVerb xc_verb_lists;
extern const XcVerb xc_verb_history;
extern const XcVerb xc_verb_undo;
extern const XcVerb xc_verb_redo;
extern const XcVerb xc_verb_check;
extern const XcVerb xc_verb_backup;

int xc_command_main (int argc, char **argv);

/* For the verbs */
char **xc_command_parse (const XcVerb *verb, const GOptionEntry *options, int argc, char **argv);
XcStatus xc_command_refuse (const XcVerb *verb, const char *format, ...) G_GNUC_PRINTF (2, 3);
XcStatus xc_command_fail (const GError *error);
XcStore *xc_command_open (const char *path, XcStoreMode mode, GError **error);
XcStore *xc_command_open_for_export (const char *path, GError **error);
void xc_command_note_export (XcStore *store, const char *output);
XcDay xc_command_today (void);
gboolean xc_command_read_day (const XcVerb *verb, const char *typed, XcDay *day);

G_END_DECLS
