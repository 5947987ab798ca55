/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The right of a page: the form of one row, and tabs beside it. A page's .ui file gives the tabs as children, of type
 * XcFormTab; with type="first" a tab stands before the form, with type="beside" it is no tab but stands at the form's
 * right. (XcRecordPage hands on its own children.) */
#pragma once

#include "app/form/form-tab.h"
#include "app/form/form.h"

G_BEGIN_DECLS

#define XC_TYPE_FORM_PANE (xc_form_pane_get_type ())
G_DECLARE_FINAL_TYPE (XcFormPane, xc_form_pane, XC, FORM_PANE, AdwBin)

/* The name of the tab that holds the form. */
#define XC_FORM_PANE_BASICS "basics"

/* Signal: "saved" with the row's id (gint64). */
void xc_form_pane_set_table (XcFormPane *self, XcTable table);
void xc_form_pane_add_tab (XcFormPane *self, XcFormTab *tab, gboolean is_first);
XcForm *xc_form_pane_get_form (XcFormPane *self);
void xc_form_pane_show (XcFormPane *self, XcStore *store, XcRecord *record);
void xc_form_pane_show_many (XcFormPane *self, XcStore *store, guint n_chosen);
void xc_form_pane_offer (XcFormPane *self, XcStore *store, XcRecord *record);
gboolean xc_form_pane_save_next (XcFormPane *self);
void xc_form_pane_show_tab (XcFormPane *self, const char *name);
void xc_form_pane_turn (XcFormPane *self, int by);
void xc_form_pane_add_row (XcFormPane *self);
void xc_form_pane_open (XcFormPane *self);
void xc_form_pane_select (XcFormPane *self, gint64 id);
void xc_form_pane_focus (XcFormPane *self);
void xc_form_pane_set_covers_list (XcFormPane *self, gboolean covers_list);
void xc_form_pane_settle (XcFormPane *self);

G_END_DECLS
