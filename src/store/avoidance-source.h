/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From the rows of a ledger to who must avoid whom. */
#pragma once

#include "core/avoidance.h"
#include "store/store.h"

G_BEGIN_DECLS

/**
 * XC_AVOIDANCE_TABLES:
 *
 * What avoidance is read from: a change of any other table leaves it as it is.
 */
#define XC_AVOIDANCE_TABLES                                                                                  \
  XC_TABLE_ORGANIZATION, XC_TABLE_ORGANIZATION_EVENT, XC_TABLE_EVENT_MEMBER, XC_TABLE_TERM, XC_TABLE_ROUND,  \
      XC_TABLE_BATCH, XC_TABLE_TEAM, XC_TABLE_TEAM_MEMBER, XC_TABLE_PERSON, XC_TABLE_PERSON_POST,            \
      XC_TABLE_PERSON_KIN, XC_TABLE_INSPECTION, XC_TABLE_AVOIDANCE, XC_TABLE_SETTING

XcAvoidance *xc_avoidance_source_load (XcStore *store, XcDay today, GError **error);

G_END_DECLS
