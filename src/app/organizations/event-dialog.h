/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What happened to organizations is recorded here: founded, renamed, merged, split, abolished, moved. */
#pragma once

#include "app/dialog.h"
#include "app/organizations/ledger-coverage.h"

G_BEGIN_DECLS

#define XC_TYPE_EVENT_DIALOG (xc_event_dialog_get_type ())
G_DECLARE_FINAL_TYPE (XcEventDialog, xc_event_dialog, XC, EVENT_DIALOG, XcDialog)

/* Signal: "recorded" with the title of the action (const char *). */
XcEventDialog *xc_event_dialog_new (GtkWindow *parent, XcEventKind kind, XcStore *store, XcRecord *term,
                                    const GArray *organizations);

G_END_DECLS
