/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The holidays of one year (节假日安排) as text: to paste a notice, or to write a day a line; says what it reads in it. */
#pragma once

#include "app/dialog.h"

G_BEGIN_DECLS

#define XC_TYPE_HOLIDAY_DIALOG (xc_holiday_dialog_get_type ())
G_DECLARE_FINAL_TYPE (XcHolidayDialog, xc_holiday_dialog, XC, HOLIDAY_DIALOG, XcDialog)

void xc_holiday_dialog_present (GtkWidget *widget, XcStore *store, int year);

G_END_DECLS
