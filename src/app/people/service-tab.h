/* SPDX-License-Identifier: GPL-3.0-or-later */
/* In which rounds a person served (参加巡察): team, role, days, and what was inspected; each leads to its row. */
#pragma once

#include "app/form/form-tab.h"

G_BEGIN_DECLS

#define XC_TYPE_SERVICE_TAB (xc_service_tab_get_type ())
G_DECLARE_FINAL_TYPE (XcServiceTab, xc_service_tab, XC, SERVICE_TAB, XcFormTab)

G_END_DECLS
