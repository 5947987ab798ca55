/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The stages of a round, planned and in fact, and its batches: beside the form of the round. */
#pragma once

#include "app/form/form-tab.h"

G_BEGIN_DECLS

#define XC_TYPE_ROUND_STAGES (xc_round_stages_get_type ())
G_DECLARE_FINAL_TYPE (XcRoundStages, xc_round_stages, XC, ROUND_STAGES, XcFormTab)

G_END_DECLS
