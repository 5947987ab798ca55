/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The kinds of inspection (巡察类型), and which of them count toward full coverage. */
#pragma once

#include "core/words.h"

G_BEGIN_DECLS

typedef enum
{
  XC_INSPECTION_REGULAR,             /* 常规 */
  XC_INSPECTION_SPECIAL,             /* 专项 */
  XC_INSPECTION_MOBILE,              /* 机动 */
  XC_INSPECTION_UPGRADED,            /* 提级 */
  XC_INSPECTION_CROSS,               /* 交叉 */
  XC_INSPECTION_UPGRADED_CROSS,      /* 提级交叉 */
  XC_INSPECTION_JOINT,               /* 联动 */
  XC_INSPECTION_EXTENDED,            /* 延伸 */
  XC_INSPECTION_LOOK_BACK,           /* 回头看 */
  XC_INSPECTION_RECTIFICATION_CHECK, /* 整改督查 */
} XcInspectionKind;

#define XC_N_INSPECTION_KINDS (XC_INSPECTION_RECTIFICATION_CHECK + 1)

/* What the inspection itself says about counting. */
typedef enum
{
  XC_COUNTS_BY_KIND,
  XC_COUNTS_YES,
  XC_COUNTS_NO,
} XcCounts;

/* Whose inspection it was. */
typedef enum
{
  XC_LEVEL_OWN,
  XC_LEVEL_HIGHER,
} XcLevel;

XC_DECLARE_WORDS (XcInspectionKind, xc_inspection_kind);
XC_DECLARE_WORDS (XcCounts, xc_counts);
XC_DECLARE_WORDS (XcLevel, xc_level);

gboolean xc_inspection_kind_counts (XcInspectionKind kind);
gboolean xc_inspection_counts (XcInspectionKind kind, XcLevel level, XcCounts says);

G_END_DECLS
