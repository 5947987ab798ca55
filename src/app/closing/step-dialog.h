/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One step with one row or many: says first how many are taken along and which not and why, asks for what the step needs,
 * and takes it as one action. What is typed stays when the dialog is left, or when the step fails. */
#pragma once

#include "app/dialog.h"
#include "app/fields/field-editor.h"
#include "store/step-report.h"

G_BEGIN_DECLS

/**
 * XcStepJob:
 * @store: the ledger
 * @ids: (element-type gint64): the rows
 * @record: what was typed, as a row of the step's table
 */
typedef struct
{
  XcStore *store;
  GArray *ids;
  XcRecord *record;
} XcStepJob;

/**
 * XcStepKind:
 * @title: what the dialog is called, to be translated in the context "step"
 * @button: what does it, with an underline, likewise
 * @table: whose fields are asked for
 * @fields: their names, those of one line between spaces, lines between "|"
 * @check: (nullable): what is missing, as a sentence, and of which field; called before @take
 * @look: what would become of the rows; what is not typed yet stands against none
 * @take: does it, maybe in a thread
 */
typedef struct
{
  const char *title;
  const char *button;
  XcTable table;
  const char *fields;
  const char *(*check) (const XcStepJob *job, const char **field);
  XcStepReport *(*look) (const XcStepJob *job, GError **error);
  XcStepReport *(*take) (const XcStepJob *job, GError **error);
} XcStepKind;

#define XC_TYPE_STEP_DIALOG (xc_step_dialog_get_type ())
G_DECLARE_FINAL_TYPE (XcStepDialog, xc_step_dialog, XC, STEP_DIALOG, XcDialog)

XcStepDialog *xc_step_dialog_new (GtkWidget *widget, const XcStepKind *kind, const XcStepJob *job,
                                  const char *which);
void xc_step_dialog_set_title (XcStepDialog *self, const char *field, const char *title);
XcFieldEditor *xc_step_dialog_get_editor (XcStepDialog *self, const char *field);
void xc_step_dialog_open (XcStepDialog *self, const char *draft);

G_END_DECLS
