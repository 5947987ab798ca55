/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The saved views of a page by name: choose one, save what is shown, rename, remove; all undoable. */
#pragma once

#include <adwaita.h>

#include "store/store.h"

G_BEGIN_DECLS

#define XC_TYPE_VIEW_MENU (xc_view_menu_get_type ())
G_DECLARE_FINAL_TYPE (XcViewMenu, xc_view_menu, XC, VIEW_MENU, AdwBin)

/* gives (transfer full): what is shown, as a view's definition */
typedef char *(*XcViewFunc) (gpointer data);

/* Signal: "chosen" with a definition (const char *), %NULL for all rows. */
void xc_view_menu_set_up (XcViewMenu *self, const char *page, XcViewFunc dup_definition, gpointer data);
void xc_view_menu_set_store (XcViewMenu *self, XcStore *store);

G_END_DECLS
