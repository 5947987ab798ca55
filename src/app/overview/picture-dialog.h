/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Saves the chart as a picture: for a slide, for paper, or of a size that somebody wants; or its figures, for a
 * spreadsheet. */
#pragma once

#include "app/dialog.h"
#include "app/overview/overview-source.h"
#include "app/window.h"

G_BEGIN_DECLS

#define XC_TYPE_PICTURE_DIALOG (xc_picture_dialog_get_type ())
G_DECLARE_FINAL_TYPE (XcPictureDialog, xc_picture_dialog, XC, PICTURE_DIALOG, XcDialog)

XcPictureDialog *xc_picture_dialog_new (XcWindow *parent, XcRecord *term, XcDay as_of, XcChartSheet sheet,
                                        const XcWhatIf *what_if);
void xc_picture_dialog_choose_workbook (XcPictureDialog *self);

G_END_DECLS
