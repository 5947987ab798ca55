/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The place of a field in a form: its title, its editor, and what is wrong with it. A form's .ui file says which field
 * stands where; all else comes from the catalogue. */
#pragma once

#include "app/fields/field-editor.h"

G_BEGIN_DECLS

#define XC_TYPE_FIELD_VIEW (xc_field_view_get_type ())
G_DECLARE_FINAL_TYPE (XcFieldView, xc_field_view, XC, FIELD_VIEW, GtkWidget)

const char *xc_field_view_get_field_name (XcFieldView *self);
gboolean xc_field_view_is_read_only (XcFieldView *self);
void xc_field_view_set_table (XcFieldView *self, XcTable table);
void xc_field_view_set_title (XcFieldView *self, const char *title);
XcFieldEditor *xc_field_view_get_editor (XcFieldView *self);
void xc_field_view_set_fault (XcFieldView *self, const char *sentence);
gboolean xc_field_view_has_fault (XcFieldView *self);
void xc_field_view_show_note (XcFieldView *self);

G_END_DECLS
