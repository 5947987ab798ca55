/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The days on which somebody serves in a team, and whether that leaves a period free. */
#pragma once

#include "core/day.h"

G_BEGIN_DECLS

/**
 * XcService:
 * @from: first day, or %XC_DAY_NONE when nothing says it
 * @to: last day, or %XC_DAY_NONE when it goes on or nothing says it
 */
typedef struct
{
  XcDay from;
  XcDay to;
} XcService;

XcService xc_service_new (XcDay member_from, XcDay member_to, XcDay round_from, XcDay round_to);
gboolean xc_service_overlaps (const XcService *service, XcDay from, XcDay to);

G_END_DECLS
