/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What every page does that is a list of rows with the form of the selected one at its right: new, repeat, remove,
 * export, the ways between list and form. Which list that is says the page. */
#pragma once

#include "app/form/form-pane.h"
#include "app/page.h"
#include "store/query.h"

G_BEGIN_DECLS

#define XC_TYPE_ROWS_PAGE (xc_rows_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (XcRowsPage, xc_rows_page, XC, ROWS_PAGE, XcPage)

/**
 * XcRowsPageClass:
 * @narrow: (nullable): leave only those rows to @query that the page is about
 * @take_store: put the ledger, which may be %NULL, into the lists
 * @dup_selected: gives (transfer full) (element-type gint64) the ids of the selected rows
 * @select: select a row and bring it into sight; gives whether the list has it
 * @scroll_to: (nullable): bring a row into sight and leave selection and focus alone
 * @focus_rows: put the focus on the rows
 * @focus_search: put the focus where the list is searched
 * @export_rows: (nullable): export what is shown
 * @show_only: list only some rows, under a title that can be taken away; all when the ids are %NULL
 * @prepare: (nullable): fill in what is known of a new row; gives whether that is a proposal, which may be saved as it is
 * @shown: (nullable): the form shows another row now, or 0 for none
 *
 * A page that follows the ledger otherwise too chains up to the follow of this class first.
 */
struct _XcRowsPageClass
{
  XcPageClass parent_class;

  void (*narrow) (XcRowsPage *self, XcQuery *query);
  void (*take_store) (XcRowsPage *self, XcStore *store);
  GArray *(*dup_selected) (XcRowsPage *self);
  gboolean (*select) (XcRowsPage *self, gint64 id);
  void (*scroll_to) (XcRowsPage *self, gint64 id);
  void (*focus_rows) (XcRowsPage *self);
  void (*focus_search) (XcRowsPage *self);
  void (*export_rows) (XcRowsPage *self);
  void (*show_only) (XcRowsPage *self, const char *title, const GArray *ids);
  gboolean (*prepare) (XcRowsPage *self, XcRecord *record);
  void (*shown) (XcRowsPage *self, gint64 id);
};

void xc_rows_page_set_table (XcRowsPage *self, XcTable table);
void xc_rows_page_set_up (XcRowsPage *self, GtkStack *views, XcFormPane *pane);
XcFormPane *xc_rows_page_get_pane (XcRowsPage *self);

/* Callbacks for the signals "selected" and "activated" of the lists, for .ui files too. */
void xc_rows_page_show_selected (XcRowsPage *self);
void xc_rows_page_open (XcRowsPage *self);

G_END_DECLS
