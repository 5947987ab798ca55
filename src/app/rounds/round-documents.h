/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The documents of a round: those entered here, and those that its stages and teams name. */
#pragma once

#include "app/form/form-tab.h"

G_BEGIN_DECLS

#define XC_TYPE_ROUND_DOCUMENTS (xc_round_documents_get_type ())
G_DECLARE_FINAL_TYPE (XcRoundDocuments, xc_round_documents, XC, ROUND_DOCUMENTS, XcFormTab)

G_END_DECLS
