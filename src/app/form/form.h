/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One row to read and to change. Which field stands where says ui/forms/TABLE.ui; nothing typed is lost: what is not
 * valid stays as a draft, over closing the program too. */
#pragma once

#include <adwaita.h>

#include "app/fields/field-editor.h"

G_BEGIN_DECLS

#define XC_TYPE_FORM (xc_form_get_type ())
G_DECLARE_FINAL_TYPE (XcForm, xc_form, XC, FORM, AdwBin)

/* Signals: "saved" with the row's id (gint64), "edited" when it begins or ceases to differ from the ledger. */
void xc_form_set_table (XcForm *self, XcTable table);
void xc_form_set_parent (XcForm *self, gint64 parent);
void xc_form_show (XcForm *self, XcStore *store, XcRecord *record);
void xc_form_offer (XcForm *self, XcStore *store, XcRecord *record);
void xc_form_focus (XcForm *self);
XcStore *xc_form_get_store (XcForm *self);
XcRecord *xc_form_get_record (XcForm *self);
gboolean xc_form_is_edited (XcForm *self);
gboolean xc_form_save (XcForm *self);
gboolean xc_form_save_next (XcForm *self);
XcFieldEditor *xc_form_get_editor (XcForm *self, const char *field);
void xc_form_settle (XcForm *self);
void xc_form_keep (XcForm *self);
void xc_form_read_typed (XcForm *self, GHashTable *typed);
void xc_form_put_typed (XcForm *self, GHashTable *typed);
void xc_form_give_up (XcForm *self);
void xc_form_reload (XcForm *self);

G_END_DECLS
