/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The office's rule of avoidance, kept among the settings of its ledger. */
#pragma once

#include "core/avoidance-input.h"
#include "store/store.h"

G_BEGIN_DECLS

/* Years that can be set. */
#define XC_AVOIDANCE_YEARS_MAX 50

gboolean xc_avoidance_rule_load (XcStore *store, XcAvoidanceRule *rule, char **basis, GError **error);
gboolean xc_avoidance_rule_save (XcStore *store, const XcAvoidanceRule *rule, const char *basis,
                                 GError **error);

G_END_DECLS
