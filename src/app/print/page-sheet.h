/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One page as a sheet of paper on the screen, as large as the width lets it be. */
#pragma once

#include <gtk/gtk.h>

#include "report/picture.h"

G_BEGIN_DECLS

#define XC_TYPE_PAGE_SHEET (xc_page_sheet_get_type ())
G_DECLARE_FINAL_TYPE (XcPageSheet, xc_page_sheet, XC, PAGE_SHEET, GtkWidget)

void xc_page_sheet_set_page (XcPageSheet *self, XcPicture *page, const char *name);

G_END_DECLS
