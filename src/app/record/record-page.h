/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A page of rows that needs little beyond what the catalogue says of their table. In a .ui file its children are the tabs
 * of the form pane, of type XcFormTab, and, with type="bar", what stands above the list. A page
 * derives from it, with a template that has these children and binds none. */
#pragma once

#include "app/list/record-list.h"
#include "app/record/rows-page.h"

G_BEGIN_DECLS

#define XC_TYPE_RECORD_PAGE (xc_record_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (XcRecordPage, xc_record_page, XC, RECORD_PAGE, XcRowsPage)

struct _XcRecordPageClass
{
  XcRowsPageClass parent_class;
};

GtkWidget *xc_record_page_get_bar (XcRecordPage *self);
XcRecordList *xc_record_page_get_list (XcRecordPage *self);

G_END_DECLS
