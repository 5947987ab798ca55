/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names that sheets may have. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *xc_sheet_name_make (const char *wanted, GPtrArray *taken);

G_END_DECLS
