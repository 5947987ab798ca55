/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One ledger on the screen: the pages at the left, the page at the right. */
#pragma once

#include "app/application.h"
#include "app/page.h"
#include "store/store.h"

G_BEGIN_DECLS

#define XC_TYPE_WINDOW (xc_window_get_type ())
G_DECLARE_FINAL_TYPE (XcWindow, xc_window, XC, WINDOW, AdwApplicationWindow)

XcWindow *xc_window_new (XcApplication *application);
XcWindow *xc_application_show_file (XcApplication *self, GFile *file);
gboolean xc_window_has_file (XcWindow *self, GFile *file);
void xc_window_open_file (XcWindow *self, GFile *file);
XcStore *xc_window_get_store (XcWindow *self);
XcTermChoice *xc_window_get_term_choice (XcWindow *self);

gboolean xc_window_show_row (XcWindow *self, XcTable table, gint64 id);
void xc_window_show_rows (XcWindow *self, XcTable table, const char *title, const GArray *ids);
void xc_window_note_export (XcWindow *self, const char *path);

/* For the widgets inside: what happened, in the window that holds @widget. */
void xc_window_tell (GtkWidget *widget, const char *sentence);
void xc_window_tell_done (GtkWidget *widget, const char *title);
void xc_window_present_over (GtkWindow *dialog);
void xc_window_tell_error (GtkWidget *widget, const GError *error);

G_END_DECLS
