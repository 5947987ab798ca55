/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shows and hides the columns of a list, and puts them in order. */
#pragma once

#include <adwaita.h>

#include "app/list/column-set.h"

G_BEGIN_DECLS

#define XC_TYPE_COLUMN_CHOOSER (xc_column_chooser_get_type ())
G_DECLARE_FINAL_TYPE (XcColumnChooser, xc_column_chooser, XC, COLUMN_CHOOSER, AdwBin)

/* Signal: "changed" when the user chose. */
XcColumnChooser *xc_column_chooser_new (XcTable table, const char *const *usual, const XcColumnSet *columns);
const XcColumnSet *xc_column_chooser_get (XcColumnChooser *self);

G_END_DECLS
