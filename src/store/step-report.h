/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What became of a step that was to be taken with many rows: which were taken along, which not and why. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * XcStepRefused:
 * @id: the row
 * @name: what people call it
 * @sentence: why not, and what to do
 */
typedef struct
{
  gint64 id;
  char *name;
  char *sentence;
} XcStepRefused;

/**
 * XcStepReport:
 * @done: (element-type gint64): the rows that were taken along
 * @refused: (element-type XcStepRefused): those that were left as they are
 */
typedef struct
{
  GArray *done;
  GPtrArray *refused;
} XcStepReport;

XcStepReport *xc_step_report_new (void);
void xc_step_report_free (XcStepReport *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (XcStepReport, xc_step_report_free)

void xc_step_report_add_done (XcStepReport *self, gint64 id);
void xc_step_report_add_refused (XcStepReport *self, gint64 id, const char *name, const char *sentence);
char *xc_step_report_dup_text (const XcStepReport *self);

G_END_DECLS
