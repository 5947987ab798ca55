/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands in the sidebar and fills the window: one page of a ledger. */
#pragma once

#include <adwaita.h>

#include "app/due/due-watch.h"
#include "app/term/term-choice.h"
#include "report/pages.h"
#include "store/store.h"

G_BEGIN_DECLS

#define XC_TYPE_PAGE (xc_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (XcPage, xc_page, XC, PAGE, AdwBin)

/**
 * XcPageClass:
 * @build: make the page's widgets: once, before the page is seen or told anything. Until then it only counts
 * @follow: the ledger was changed, or another one was put in (@change is %NULL then): show it as it is now. A page that
 *   was not looked at since a ledger was put in is not told until it is
 * @show_term: another term was chosen: show that one
 * @count: say by xc_page_set_count() how many rows there are, without loading any
 * @settle: the page is about to be left: keep what was typed; never asks
 * @lists: whether it can show rows of a table
 * @show_row: select and show one row of a table that the page lists
 * @show_rows: list only some rows of a table, under a title that can be taken away; without ids, all
 * @make_pages: (nullable): what Ctrl+P prints of what is shown, or %NULL, with or without an error
 */
struct _XcPageClass
{
  AdwBinClass parent_class;

  void (*build) (XcPage *self);
  void (*follow) (XcPage *self, const XcChange *change);
  void (*show_term) (XcPage *self);
  void (*count) (XcPage *self);
  void (*settle) (XcPage *self);
  gboolean (*lists) (XcPage *self, XcTable table);
  gboolean (*show_row) (XcPage *self, XcTable table, gint64 id);
  gboolean (*show_rows) (XcPage *self, XcTable table, const char *title, const GArray *ids);
  XcPages *(*make_pages) (XcPage *self, GError **error);
};

XcStore *xc_page_get_store (XcPage *self);
void xc_page_set_store (XcPage *self, XcStore *store);

/* The term that the window shows; it is there before the ledger is put in. */
void xc_page_set_term_choice (XcPage *self, XcTermChoice *choice);
XcTermChoice *xc_page_get_term_choice (XcPage *self);
XcRecord *xc_page_get_term (XcPage *self);

/* What waits today, in that term; the signal "due-changed" follows each change of it. */
void xc_page_set_due_watch (XcPage *self, XcDueWatch *watch);
XcDueWatch *xc_page_get_due_watch (XcPage *self);

const char *xc_page_get_name (XcPage *self);
const char *xc_page_get_title (XcPage *self);
const char *xc_page_get_icon_name (XcPage *self);

/* What the sidebar says beside the title; -1 for nothing. */
int xc_page_get_count (XcPage *self);
int xc_page_get_n_waiting (XcPage *self);
void xc_page_set_count (XcPage *self, int count);
void xc_page_set_n_waiting (XcPage *self, int n_waiting);

gboolean xc_page_is_built (XcPage *self);
void xc_page_prepare (XcPage *self);
void xc_page_settle (XcPage *self);
gboolean xc_page_show_row (XcPage *self, XcTable table, gint64 id);
gboolean xc_page_show_rows (XcPage *self, XcTable table, const char *title, const GArray *ids);
XcPages *xc_page_make_pages (XcPage *self, GError **error);

G_END_DECLS
