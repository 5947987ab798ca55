/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands in a form beside its fields: rows of other tables that are saved with a new row in the same action, or
 * what the ledger knows about what is being typed. A form's .ui file places it among the fields. */
#pragma once

#include "app/form/form.h"

G_BEGIN_DECLS

#define XC_TYPE_FORM_PART (xc_form_part_get_type ())
G_DECLARE_DERIVABLE_TYPE (XcFormPart, xc_form_part, XC, FORM_PART, AdwBin)

/**
 * XcFormPartClass:
 * @set_form: (nullable): the form is complete: look for the editors beside which the part stands
 * @show: (nullable): the form shows another row
 * @follow: (nullable): this stands in the form now, as far as it can be read; after each key
 * @check: (nullable): say what is wrong, take the focus for it, and give whether nothing is
 * @save: (nullable): the row is saved: save what belongs to it in the same action
 * @dup_typed: (nullable): gives (transfer full) what was typed, as text for a draft
 * @put_typed: (nullable): the reverse
 * @dup_repeated: (nullable): gives (transfer full) (nullable), in the same form, what the next row begins with
 */
struct _XcFormPartClass
{
  AdwBinClass parent_class;

  void (*set_form) (XcFormPart *self, XcForm *form);
  void (*show) (XcFormPart *self, XcStore *store, const XcRecord *record);
  void (*follow) (XcFormPart *self, const XcRecord *typed);
  gboolean (*check) (XcFormPart *self);
  gboolean (*save) (XcFormPart *self, XcStore *store, const XcRecord *record, GError **error);
  char *(*dup_typed) (XcFormPart *self);
  void (*put_typed) (XcFormPart *self, const char *typed);
  char *(*dup_repeated) (XcFormPart *self);
};

/* Signal: "edited" as the user types. The property "part-name" tells its drafts apart. */
const char *xc_form_part_get_name (XcFormPart *self);
void xc_form_part_edited (XcFormPart *self);

/* For the form */
void xc_form_part_set_form (XcFormPart *self, XcForm *form);
void xc_form_part_show (XcFormPart *self, XcStore *store, const XcRecord *record);
void xc_form_part_follow (XcFormPart *self, const XcRecord *typed);
gboolean xc_form_part_check (XcFormPart *self);
gboolean xc_form_part_save (XcFormPart *self, XcStore *store, const XcRecord *record, GError **error);
char *xc_form_part_dup_typed (XcFormPart *self);
void xc_form_part_put_typed (XcFormPart *self, const char *typed);
char *xc_form_part_dup_repeated (XcFormPart *self);

G_END_DECLS
