/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One tab of a row's form pane beside the form itself: what else the ledger knows of that row. */
#pragma once

#include <adwaita.h>

#include "store/store.h"

G_BEGIN_DECLS

#define XC_TYPE_FORM_TAB (xc_form_tab_get_type ())
G_DECLARE_DERIVABLE_TYPE (XcFormTab, xc_form_tab, XC, FORM_TAB, AdwBin)

/**
 * XcFormTabClass:
 * @build: (nullable): make the tab's widgets: once, before it is seen or told anything
 * @show: show what belongs to the row @id, 0 for one that is not in the ledger yet; keep what was typed for the row
 *   before. A tab with an own @show follows the ledger by itself
 * @fill: instead of @show, of a tab that is only read: build what the tab shows. Called when the tab is seen and the row
 *   is another or the ledger was changed; the ledger is there
 * @settle: the tab is about to be left: keep what was typed; never asks
 * @add: (nullable): begin a new row in it; the focus may be elsewhere on the page
 * @select: (nullable): go to one of the rows in it
 */
struct _XcFormTabClass
{
  AdwBinClass parent_class;

  void (*build) (XcFormTab *self);
  void (*show) (XcFormTab *self, XcStore *store, gint64 id);
  void (*fill) (XcFormTab *self, XcStore *store, gint64 id);
  void (*settle) (XcFormTab *self);
  void (*add) (XcFormTab *self);
  void (*select) (XcFormTab *self, gint64 id);
};

const char *xc_form_tab_get_name (XcFormTab *self);
const char *xc_form_tab_get_title (XcFormTab *self);
gboolean xc_form_tab_is_built (XcFormTab *self);
void xc_form_tab_build (XcFormTab *self);
void xc_form_tab_show (XcFormTab *self, XcStore *store, gint64 id);
void xc_form_tab_settle (XcFormTab *self);
void xc_form_tab_add (XcFormTab *self);
void xc_form_tab_select (XcFormTab *self, gint64 id);

G_END_DECLS
