/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The paper and the printer that this user chose last. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkPageSetup *xc_print_setup_load_page (void);
GtkPrintSettings *xc_print_setup_load_settings (void);
void xc_print_setup_save (GtkPrintSettings *settings, GtkPageSetup *page);

G_END_DECLS
