/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Printing pages through the desktop's own dialog, while the window stays usable. */
#pragma once

#include <gtk/gtk.h>

#include "report/pages.h"
#include "store/store.h"

G_BEGIN_DECLS

void xc_print_job_run (GtkWidget *widget, XcStore *store, XcPages *pages);
void xc_print_job_preview (GtkWidget *widget, XcStore *store, XcPages *pages);

G_END_DECLS
