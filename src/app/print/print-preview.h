/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pages as they would come on paper, one at a time. */
#pragma once

#include "app/dialog.h"
#include "report/pages.h"
#include "store/store.h"

G_BEGIN_DECLS

#define XC_TYPE_PRINT_PREVIEW (xc_print_preview_get_type ())
G_DECLARE_FINAL_TYPE (XcPrintPreview, xc_print_preview, XC, PRINT_PREVIEW, XcDialog)

GtkWindow *xc_print_preview_new (GtkWindow *parent, XcStore *store, XcPages *pages);

G_END_DECLS
