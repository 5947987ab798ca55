/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Says that a list shows only some rows, chosen elsewhere, and takes that away again. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define XC_TYPE_NARROW_CHIP (xc_narrow_chip_get_type ())
G_DECLARE_FINAL_TYPE (XcNarrowChip, xc_narrow_chip, XC, NARROW_CHIP, AdwBin)

/* Signal: "removed" when the list is to show all rows again. */
void xc_narrow_chip_show (XcNarrowChip *self, const char *title);

G_END_DECLS
