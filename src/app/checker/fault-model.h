/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Faults of the lists as rows on the screen; there may be many more of them than anybody looks at. */
#pragma once

#include <gio/gio.h>

#include "core/list-check.h"

G_BEGIN_DECLS

#define XC_TYPE_FAULT_ROW (xc_fault_row_get_type ())
G_DECLARE_FINAL_TYPE (XcFaultRow, xc_fault_row, XC, FAULT_ROW, GObject)

const XcListFault *xc_fault_row_get_fault (XcFaultRow *self);

#define XC_TYPE_FAULT_MODEL (xc_fault_model_get_type ())
G_DECLARE_FINAL_TYPE (XcFaultModel, xc_fault_model, XC, FAULT_MODEL, GObject)

XcFaultModel *xc_fault_model_new (void);
void xc_fault_model_take (XcFaultModel *self, GPtrArray *faults);
void xc_fault_model_show_grade (XcFaultModel *self, XcListFaultGrade grade, gboolean is_shown);
guint xc_fault_model_count (XcFaultModel *self, XcListFaultGrade grade);
const XcListFault *xc_fault_model_get (XcFaultModel *self, guint position);

G_END_DECLS
