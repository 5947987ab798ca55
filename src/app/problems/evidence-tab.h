/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tab of the files that prove what was done about a problem (附件): dropped into it or chosen, opened as private
 * copies, kept in the ledger. */
#pragma once

#include "app/form/form-tab.h"

G_BEGIN_DECLS

#define XC_TYPE_EVIDENCE_TAB (xc_evidence_tab_get_type ())
G_DECLARE_FINAL_TYPE (XcEvidenceTab, xc_evidence_tab, XC, EVIDENCE_TAB, XcFormTab)

G_END_DECLS
