/* SPDX-License-Identifier: GPL-3.0-or-later */
/* By which rules deadlines are given (期限规定), and which days are worked (节假日): rows of the ledger, to be changed here. */
#pragma once

#include <adwaita.h>

#include "store/store.h"

G_BEGIN_DECLS

#define XC_TYPE_DEADLINE_PAGE (xc_deadline_page_get_type ())
G_DECLARE_FINAL_TYPE (XcDeadlinePage, xc_deadline_page, XC, DEADLINE_PAGE, AdwPreferencesPage)

void xc_deadline_page_show (XcDeadlinePage *self, XcStore *store);

G_END_DECLS
