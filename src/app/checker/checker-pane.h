/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is wrong with the lists, below the page where it is mended: errors, warnings and hints with their numbers. It looks
 * again after each change and keeps its place. */
#pragma once

#include <adwaita.h>

#include "app/term/term-choice.h"
#include "core/list-check.h"
#include "store/store.h"

G_BEGIN_DECLS

#define XC_TYPE_CHECKER_PANE (xc_checker_pane_get_type ())
G_DECLARE_FINAL_TYPE (XcCheckerPane, xc_checker_pane, XC, CHECKER_PANE, AdwBin)

/* Signals: "opened" with a fault (const XcListFault *), "closed". */
void xc_checker_pane_set_choice (XcCheckerPane *self, XcTermChoice *choice);
void xc_checker_pane_set_store (XcCheckerPane *self, XcStore *store);
void xc_checker_pane_open (XcCheckerPane *self);

G_END_DECLS
