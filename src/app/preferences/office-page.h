/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the office has settled for itself (审核、提醒、附件、函件), kept in the ledger: saved as one step when the window closes. */
#pragma once

#include <adwaita.h>

#include "store/store.h"

G_BEGIN_DECLS

#define XC_TYPE_OFFICE_PAGE (xc_office_page_get_type ())
G_DECLARE_FINAL_TYPE (XcOfficePage, xc_office_page, XC, OFFICE_PAGE, AdwPreferencesPage)

void xc_office_page_show (XcOfficePage *self, XcStore *store);
gboolean xc_office_page_save (XcOfficePage *self, char **told, GError **error);

G_END_DECLS
