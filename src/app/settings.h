/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the program remembers of this machine and its user. What belongs to the office is in its ledger. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GSettings *xc_settings_get (void);

G_END_DECLS
