/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a field of a record is typed into; one subclass a kind of the catalogue. */
#pragma once

#include <adwaita.h>

#include "store/store.h"

G_BEGIN_DECLS

#define XC_TYPE_FIELD_EDITOR (xc_field_editor_get_type ())
G_DECLARE_DERIVABLE_TYPE (XcFieldEditor, xc_field_editor, XC, FIELD_EDITOR, AdwBin)

/**
 * XcFieldEditorClass:
 * @set_up: make the widgets; table, field and ledger are known
 * @show: show the value of the record
 * @read: put what stands in the widgets into the record; gives (transfer full) (nullable) a sentence when it cannot be
 *   read, and then leaves the record alone
 * @dup_typed: what stands in the widgets as text, for a draft; of an entry its text without more
 * @put_typed: the reverse
 * @follow: (nullable): other fields of the form say this now
 * @dup_note: (nullable): gives (transfer full) (nullable) what stands below the field: more about its value, or a hint
 */
struct _XcFieldEditorClass
{
  AdwBinClass parent_class;

  void (*set_up) (XcFieldEditor *self);
  void (*show) (XcFieldEditor *self, const XcRecord *record, guint index);
  char *(*read) (XcFieldEditor *self, XcRecord *record, guint index);
  char *(*dup_typed) (XcFieldEditor *self);
  void (*put_typed) (XcFieldEditor *self, const char *typed);
  void (*follow) (XcFieldEditor *self, const XcRecord *typed);
  char *(*dup_note) (XcFieldEditor *self);
};

/* Signals: "edited" as the user types, "left" when the focus goes on. */
XcFieldEditor *xc_field_editor_new (XcTable table, const XcField *field);

XcTable xc_field_editor_get_table (XcFieldEditor *self);
const XcField *xc_field_editor_get_field (XcFieldEditor *self);

void xc_field_editor_show (XcFieldEditor *self, XcStore *store, const XcRecord *record);
char *xc_field_editor_read (XcFieldEditor *self, XcRecord *record);
char *xc_field_editor_dup_typed (XcFieldEditor *self);
void xc_field_editor_put_typed (XcFieldEditor *self, const char *typed);
void xc_field_editor_follow (XcFieldEditor *self, const XcRecord *typed);
char *xc_field_editor_dup_note (XcFieldEditor *self);

/* For one that stands outside a form */
void xc_field_editor_set_title (XcFieldEditor *self, const char *title);
GtkWidget *xc_field_editor_get_named (XcFieldEditor *self);

/* For the subclasses */
XcStore *xc_field_editor_get_store (XcFieldEditor *self);
void xc_field_editor_take_child (XcFieldEditor *self, GtkWidget *child, GtkWidget *named);
void xc_field_editor_edited (XcFieldEditor *self);
void xc_field_editor_go_on (XcFieldEditor *self);

G_END_DECLS
